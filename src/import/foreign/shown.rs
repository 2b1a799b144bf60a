//! Pictures and other things that tags show.

use super::filing::Filing;
use super::tree::ending;

/// Why a picture does not come.
pub(super) const NOT_THERE: &str = "since the file isn't in the folder";

/// The endings of pictures.
const PICTURES: [&str; 8] = ["jpg", "jpeg", "png", "gif", "webp", "svg", "avif", "bmp"];

/// Whether an address is that of a picture.
pub(super) fn is_picture(address: &str) -> bool {
    PICTURES.contains(&ending(address.split(['?', '#']).next().unwrap_or(address)).as_str())
}

/// Names a picture that a text shows and the folder doesn't have.
pub(super) fn tell_missing(target: &str, place: &str, filing: &mut Filing<'_>) {
    if is_picture(target)
        && !filing.is_ours(target)
        && crate::links::url::scheme(target).is_none()
        && !target.starts_with("//")
    {
        filing.tally.lost(&format!("picture `{}`", crate::text::shorten(target, 80)), NOT_THERE, place);
    }
}

/// The words and values of a tag: `"a.jpg" alt="A day" 300`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct TagArguments {
    /// Those without a name, each with where it ends in the text.
    pub(super) plain: Vec<(String, usize)>,
    pub(super) named: Vec<(String, String)>,
}

impl TagArguments {
    /// Reads them.
    pub(super) fn of(text: &str) -> Self {
        let mut all = Self::default();
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let skipped = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',').len();
            if skipped > 0 {
                at += skipped;
                continue;
            }
            let end =
                rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\'' | '`')).unwrap_or(rest.len());
            let word = &rest[..end];
            let is_named = rest[end..].starts_with('=') && !word.is_empty();
            let from = at + end + usize::from(is_named);
            let (value, to) = value(text, from);
            match (is_named, word.is_empty()) {
                (true, _) => all.named.push((word.to_lowercase(), value)),
                (false, true) => all.plain.push((value, to)),
                (false, false) => all.plain.push((word.to_owned(), at + end)),
            }
            at = if is_named || word.is_empty() { to.max(at + 1) } else { at + end };
            while !text.is_char_boundary(at) {
                at += 1;
            }
        }
        all
    }

    /// The first of these names that has a value.
    pub(super) fn named(&self, names: &[&str]) -> Option<&str> {
        let value = |name: &&str| self.named.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        names.iter().find_map(value)
    }

    /// The value with this name, else the first without one.
    pub(super) fn first(&self, names: &[&str]) -> Option<&str> {
        self.named(names).or_else(|| self.plain.first().map(|(value, _)| value.as_str()))
    }
}

/// A value in quotes or as one word, and where it ends.
fn value(text: &str, from: usize) -> (String, usize) {
    let rest = &text[from..];
    if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'' | '`')) {
        let inside = &rest[1..];
        let mut escaped = false;
        for (at, c) in inside.char_indices() {
            if c == quote && !escaped {
                let value = inside[..at].replace(&format!("\\{quote}"), &quote.to_string());
                return (value, from + 1 + at + 1);
            }
            escaped = c == '\\' && !escaped;
        }
        return (inside.to_owned(), text.len());
    }
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    (rest[..end].to_owned(), from + end)
}

/// A link to a video or a piece of code by its id, for the tags and shortcodes that show one.
pub(super) fn elsewhere(name: &str, arguments: &TagArguments) -> Option<String> {
    let id = arguments.first(&["id", "src", "url", "link"])?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '.');
    if id.starts_with("https://") {
        return Some(format!("<{id}>"));
    }
    if id.is_empty() || !id.chars().all(plain) {
        return None;
    }
    Some(match name {
        "youtube" => format!("<https://www.youtube.com/watch?v={id}>"),
        "vimeo" => format!("<https://vimeo.com/{id}>"),
        "gist" => {
            let second = arguments.plain.get(1).map(|(value, _)| value.as_str());
            let second = second.filter(|second| !id.contains('/') && second.chars().all(plain));
            let path = second.map_or(id.to_owned(), |second| format!("{id}/{second}"));
            format!("<https://gist.github.com/{path}>")
        }
        _ => return None,
    })
}
