//! The addresses that a generator's pattern gave: `/:year/:month/:day/:title/`.

use super::when::TextDay;
use crate::text::slug::slug;

/// What a pattern may name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Named<'a> {
    pub(super) when: Option<&'a TextDay>,
    /// The title as the address has it.
    pub(super) title: &'a str,
    /// The name of the file without date and ending.
    pub(super) name: &'a str,
    /// The folders or categories, joined by strokes.
    pub(super) above: &'a str,
}

/// The address by a pattern; `None` where it names something that isn't known.
pub(super) fn permalink(pattern: &str, named: Named<'_>) -> Option<String> {
    let mut out = String::new();
    let mut rest = pattern;
    while let Some(at) = rest.find(':') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(rest.len());
        out.push_str(&value(&rest[..end], named)?);
        rest = &rest[end..];
    }
    out.push_str(rest);
    while out.contains("//") {
        out = out.replace("//", "/");
    }
    Some(if out.starts_with('/') { out } else { format!("/{out}") })
}

fn value(word: &str, named: Named<'_>) -> Option<String> {
    let date = || named.when.map(|when| when.date);
    Some(match word {
        "year" => format!("{:04}", date()?.year()),
        "short_year" => format!("{:02}", date()?.year() % 100),
        "month" => format!("{:02}", date()?.month()),
        "i_month" => date()?.month().to_string(),
        "day" => format!("{:02}", date()?.day()),
        "i_day" => date()?.day().to_string(),
        "y_day" | "yearday" => format!("{:03}", date()?.day_of_year()),
        "hour" | "minute" | "second" => "00".to_owned(),
        "title" | "slug" => named.title.to_owned(),
        "name" | "filename" | "contentbasename" | "slugorfilename" | "slugorcontentbasename" => named.name.to_owned(),
        "categories" | "section" | "sections" | "path" => {
            named.above.split('/').filter(|part| !part.is_empty()).map(slug).collect::<Vec<_>>().join("/")
        }
        "output_ext" => ".html".to_owned(),
        _ => return None,
    })
}
