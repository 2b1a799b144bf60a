//! What stands around dates: headings that say the year and the month, links to the notes of days.

use super::{DateOrder, FoundDate, WrittenDate, written_date};
use jiff::civil::Date;

/// The year and the month that headings said last.
#[derive(Clone, Copy, Debug, Default)]
pub struct YearAbove {
    /// The year.
    pub year: Option<i16>,
    /// The month.
    pub month: Option<i8>,
}

impl YearAbove {
    /// What the name of a file says: `2024`, `2024-05`.
    #[must_use]
    pub fn of_name(stem: &str) -> Self {
        let mut above = Self::default();
        if let Some(found) = written_date(stem) {
            above.hear(found.date);
        }
        above
    }

    /// Takes a heading into account; whether it is one of a year or a month.
    pub fn hear(&mut self, date: WrittenDate) -> bool {
        match date {
            WrittenDate::Year(year) => *self = Self { year: Some(year), month: None },
            WrittenDate::Month(year, month) => *self = Self { year: year.or(self.year), month: Some(month) },
            _ => return false,
        }
        true
    }

    /// The day that a date below it is, where the order of its numbers is known if it has to be.
    #[must_use]
    pub fn day(self, date: WrittenDate, order: Option<DateOrder>) -> Option<Date> {
        match date {
            WrittenDate::DayOf { month, day } => Date::new(self.year?, month, day).ok(),
            WrittenDate::DayAlone(day) => Date::new(self.year?, self.month?, day).ok(),
            other => other.day(order),
        }
    }
}

/// The date that a text begins with, also where it is a link to a note: `[[2024-05-03]]`.
#[must_use]
pub fn linked_date(text: &str) -> Option<FoundDate> {
    let trimmed = text.trim_start();
    let Some(inside) = trimmed.strip_prefix("[[") else { return written_date(text) };
    let found = written_date(inside.get(..inside.find("]]")?)?)?;
    let whole = inside[found.end..].starts_with("]]");
    let start = text.len() - inside.len();
    whole.then(|| FoundDate { end: start + found.end + 2, ..found })
}
