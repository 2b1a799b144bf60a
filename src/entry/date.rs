//! What a file's name says: the date of its entry, and a title for want of a better one.

use crate::fields::{is_in_our_times, parse_date};
use crate::text::capital;
use jiff::civil::Date;

/// The date at the start of a file's name, or of its folder's for `index.md`.
pub(super) fn date_of_path(path: &str) -> Option<Date> {
    leading_date(name(path)).map(|(date, _)| date)
}

/// A title made of a file's name: without date and extension, with spaces for hyphens.
pub(super) fn title_of_path(path: &str) -> String {
    let name = name(path);
    let words = match leading_date(name) {
        // `2025-08-16-01` is a date and a number, and stays legible as such.
        Some((_, rest)) if is_bare(rest) => name.to_owned(),
        Some((_, rest)) => rest.replace('-', " "),
        None => name.replace('-', " "),
    };
    if words.trim().is_empty() { "Untitled".to_owned() } else { capital(words.trim()) }
}

/// Takes the leading `YYYY-MM-DD-` off a name, unless only digits or nothing would remain.
#[must_use]
pub fn strip_date(name: &str) -> Option<(Date, &str)> {
    let (date, rest) = leading_date(name)?;
    let rest = rest.strip_prefix('-')?;
    (!is_bare(rest)).then_some((date, rest))
}

/// Whether nothing but digits remains, or nothing at all.
fn is_bare(rest: &str) -> bool {
    rest.chars().all(|c| c.is_numeric() || c == '-')
}

/// The date that a name starts with, and what follows it.
fn leading_date(name: &str) -> Option<(Date, &str)> {
    let (day, rest) = name.split_at_checked("2020-08-14".len())?;
    // `2020-08-141` starts with no date.
    if rest.starts_with(|c: char| c.is_numeric()) {
        return None;
    }
    parse_date(day).ok().filter(|date| is_in_our_times(*date)).map(|date| (date, rest))
}

/// The last part of a path without its extension, the folder standing for its `index.md`.
fn name(path: &str) -> &str {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = file.strip_suffix(".md").or_else(|| file.strip_suffix(".markdown")).unwrap_or(file);
    if stem == "index" && !folder.is_empty() { folder.rsplit('/').next().unwrap_or(folder) } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_date_and_title() {
        for (path, date, title) in [
            ("content/journal/2020-08-14-first-run.md", "2020-08-14", "First run"),
            ("content/journal/2020-08-14.md", "2020-08-14", "2020-08-14"),
            ("content/journal/2025-08-16-01.md", "2025-08-16", "2025-08-16-01"),
            ("content/journal/2020-09-01-mri/index.md", "2020-09-01", "Mri"),
            ("content/journal/2020-09-01-mri/more.markdown", "", "More"),
            ("content/journal/2020-08-14 evening.md", "2020-08-14", "Evening"),
            ("content/journal/2020-02-30-no-day.md", "", "2020 02 30 no day"),
            ("content/journal/2020-08-141.md", "", "2020 08 141"),
            ("content/journal/0202-08-14-slip.md", "", "0202 08 14 slip"),
            ("content/über-uns.md", "", "Über uns"),
            ("index.md", "", "Index"),
            ("ééééééé.md", "", "Ééééééé"),
            (".md", "", "Untitled"),
            ("content/-.md", "", "Untitled"),
        ] {
            assert_eq!(date_of_path(path).map(|d| d.to_string()).unwrap_or_default(), date, "{path}");
            assert_eq!(title_of_path(path), title, "{path}");
        }
    }

    #[test]
    fn a_date_is_taken_off_unless_only_digits_or_nothing_would_remain() {
        for (name, expected) in [
            ("2020-08-14-first-run", Some("first-run")),
            ("2020-08-14-10k", Some("10k")),
            ("2020-08-14-🙂", Some("🙂")),
            ("2020-08-14", None),
            ("2020-08-14-", None),
            ("2020-08-14--", None),
            ("2025-08-16-01", None),
            ("2025-08-16-01-02", None),
            ("2020-08-14_first", None),
            ("first-run", None),
            ("", None),
        ] {
            assert_eq!(strip_date(name).map(|(_, rest)| rest), expected, "{name}");
        }
    }
}
