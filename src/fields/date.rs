//! Calendar dates as people type them.

use super::{Node, Value};
use jiff::civil::Date;
use std::ops::RangeInclusive;

impl Value<'_> {
    /// A calendar date; the time of a date-time is left out.
    pub fn date(self) -> Option<Date> {
        let hint = "dates are year-month-day: 2020-08-14";
        let text = match self.node {
            Node::Text(t) => t.trim(),
            Node::Int(i) => {
                let Some(date) = compact_date(*i) else {
                    return self.error("bad-date", format!("{} is a date, found the number {i}", self.name), hint);
                };
                let date = self.in_our_times(date)?;
                self.warn("bad-date", format!("{} is read as {date}", self.name), &format!("write `{date}`"));
                return Some(date);
            }
            _ => return self.wrong("a date such as 2020-08-14"),
        };
        let Ok(date) = parse_date(text) else {
            let hint = if is_no_day(text) { "there is no such day" } else { hint };
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

/// Whether a text is a date in form, of a day that no month has.
fn is_no_day(text: &str) -> bool {
    let mut parts = text.split('-').map(|part| (part.len(), part.bytes().all(|b| b.is_ascii_digit())));
    parts.by_ref().take(3).eq([(4, true), (2, true), (2, true)]) && parts.next().is_none()
}

/// The day that a value names, without any report.
pub(super) fn calendar_day(node: &Node) -> Option<Date> {
    let day = match node {
        Node::Text(text) => parse_date(text.trim()).ok()?,
        Node::Int(number) => compact_date(*number)?,
        _ => return None,
    };
    Some(day).filter(|day| is_in_our_times(*day))
}

/// A date, or the date of a date-time, in ISO form.
pub(crate) fn parse_date(text: &str) -> Result<Date, jiff::Error> {
    // jiff also reads `20200814` and week dates; only the form that people agree on is meant here.
    let day = text.get(..10).unwrap_or(text);
    let plain = day.len() == 10 && day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-';
    let date: Date = if plain { day.parse()? } else { return Err(jiff::Error::from_args(format_args!("no date"))) };
    let rest = &text[10..];
    if !rest.is_empty() && !is_time(rest) {
        return Err(jiff::Error::from_args(format_args!("no time")));
    }
    Ok(date)
}

/// Whether a time follows a date, in one of the forms that other generators' files have: `T07:20:00+02:00`, ` 9:05`,
/// ` 14:00:00 -4` (a timestamp of YAML 1.1), ` 12:00:00 UTC`. What it says is left out, so its zone need not be known.
fn is_time(rest: &str) -> bool {
    let time = rest.trim_start();
    let time = if time.len() < rest.len() { time } else { time.trim_start_matches(['T', 't']) };
    let end = time.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',')).unwrap_or(time.len());
    let (clock, zone) = (&time[..end], time[end..].trim());
    let mut parts = clock.split(':');
    let within =
        |part: Option<&str>, most: f64| part.is_some_and(|p| p.replace(',', ".").parse().is_ok_and(|n: f64| n < most));
    let hour_and_minute = within(parts.next(), 25.0) && within(parts.next(), 60.0);
    let seconds = parts.next().is_none_or(|seconds| within(Some(seconds), 61.0)) && parts.next().is_none();
    let zone_fits =
        zone.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | ':' | '/' | '_' | '[' | ']'));
    time.len() < rest.len() && hour_and_minute && seconds && zone_fits
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
