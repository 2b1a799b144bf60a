//! Calendar dates as people type them.

use super::{Node, Value};
use jiff::civil::Date;
use std::ops::RangeInclusive;

impl Value<'_> {
    /// A calendar date; the time of a date-time is left out.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let hint = "dates are year-month-day: 2020-08-14";
        let text = match self.node {
            Node::Text(t) => t.trim(),
            Node::Int(i) => {
                let Some(date) = compact_date(*i) else {
                    return self.error("bad-date", format!("{} is a date, found the number {i}", self.name), hint);
                };
                let date = self.in_our_times(date)?;
                self.warn("bad-date", format!("{} is read as {date}", self.name), hint);
                return Some(date);
            }
            _ => return self.wrong("a date such as 2020-08-14"),
        };
        let Ok(date) = parse_date(text) else {
            return self.error("bad-date", format!("{} `{text}` is no date", self.name), hint);
        };
        self.in_our_times(date)
    }

    /// A date that somebody may have lived through: one slip in a year would stretch every chart over centuries.
    fn in_our_times(self, date: Date) -> Option<Date> {
        if is_in_our_times(date) {
            return Some(date);
        }
        let (first, last) = (YEARS.start(), YEARS.end());
        let message = format!("{} is a date from {first} to {last}, found {date}", self.name);
        self.error("out-of-range", message, "is the year right?")
    }
}

/// A date, or the date of a date-time, in ISO form.
pub(crate) fn parse_date(text: &str) -> Result<Date, jiff::Error> {
    // jiff also reads `20200814` and week dates; only the form that people agree on is meant here.
    let day = text.get(..10).unwrap_or(text);
    let plain = day.len() == 10 && day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-';
    let date: Date = if plain { day.parse()? } else { return Err(jiff::Error::from_args(format_args!("no date"))) };
    let rest = &text[10..];
    if !rest.is_empty() {
        // The rest must be a time: `2020-08-14 07:20`, `2020-08-14T07:20:00+02:00`.
        let normal = text.replacen(' ', "T", 1).replace(' ', "");
        if normal.parse::<jiff::civil::DateTime>().is_err() && normal.parse::<jiff::Timestamp>().is_err() {
            return Err(jiff::Error::from_args(format_args!("no time")));
        }
    }
    Ok(date)
}

/// The years that dates may have.
const YEARS: RangeInclusive<i16> = 1900..=2199;

/// Whether a date lies in the years that are read.
pub(crate) fn is_in_our_times(date: Date) -> bool {
    YEARS.contains(&date.year())
}

fn compact_date(number: i64) -> Option<Date> {
    if !(10_000_101..=99_991_231).contains(&number) {
        return None;
    }
    let year = i16::try_from(number / 10_000).ok()?;
    let month = i8::try_from(number / 100 % 100).ok()?;
    Date::new(year, month, i8::try_from(number % 100).ok()?).ok()
}
