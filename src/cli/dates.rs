//! Days as they are typed on the command line.

use crate::diag::write_one_of;
use crate::fields::{days_back, days_meant};
use crate::units::shift;
use jiff::civil::Date;

/// A day, given or counted back from today.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum TypedDate {
    /// This day.
    On(Date),
    /// So many days before today.
    Back(u16),
}

impl TypedDate {
    /// The day it is, seen from today.
    pub(super) fn resolve(self, today: Date) -> Date {
        match self {
            Self::On(date) => date,
            Self::Back(days) => shift(today, -i64::from(days)),
        }
    }
}

/// Reads `2020-08-14`, `today`, `yesterday` or `-3d`.
pub(super) fn typed(text: &str) -> Result<TypedDate, String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    match lower.as_str() {
        "today" => return Ok(TypedDate::Back(0)),
        "yesterday" => return Ok(TypedDate::Back(1)),
        _ => {}
    }
    if let Some(days) = lower.strip_prefix('-').and_then(|rest| rest.strip_suffix('d')) {
        // A hundred years back is no day of a journal.
        return days.parse().ok().filter(|days| *days <= 36_500).map(TypedDate::Back).ok_or_else(|| expected(text));
    }
    let iso = text.len() == 10 && text.is_ascii();
    text.parse().ok().filter(|_| iso).map(TypedDate::On).ok_or_else(|| expected(text))
}

fn expected(text: &str) -> String {
    let mut meant = days_meant(text);
    if meant.is_empty() {
        meant.extend(days_back(text).map(|days| format!("-{days}d")));
    }
    let hint = if meant.is_empty() { String::new() } else { format!(": {}", write_one_of(&meant)) };
    format!("a day is `2020-08-14`, `today`, `yesterday` or `-3d`, and `{text}` is none{hint}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_dates_or_counted_back() {
        let today = date(2024, 3, 1);
        for (text, day) in [
            ("2020-08-14", Some(date(2020, 8, 14))),
            (" Today", Some(today)),
            ("yesterday", Some(date(2024, 2, 29))),
            ("-3d", Some(date(2024, 2, 27))),
            ("-0d", Some(today)),
            ("-3", None),
            ("-99999d", None),
            ("2020-8-14", None),
            ("2020-02-30", None),
            ("2020-08-14T10:00", None),
            ("tomorrow", None),
            ("", None),
        ] {
            assert_eq!(typed(text).ok().map(|day| day.resolve(today)), day, "{text:?}");
        }
    }

    #[test]
    fn other_ways_to_write_a_day_are_told_as_they_are_read() {
        let today = date(2024, 3, 1);
        for (text, hint, day) in [
            ("24 October 2023", "2023-10-24", date(2023, 10, 24)),
            ("24/10/2023", "2023-10-24", date(2023, 10, 24)),
            ("3 days ago", "-3d", date(2024, 2, 27)),
        ] {
            let told = typed(text).expect_err("not read");
            assert!(told.ends_with(&format!(" is none: write `{hint}`")), "{told}");
            assert_eq!(typed(hint).map(|day| day.resolve(today)), Ok(day));
        }
        assert!(typed("soon").expect_err("not read").ends_with("`soon` is none"));
    }
}
