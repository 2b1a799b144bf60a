//! Dates of other programs' front matter as ours: the day by the site's clock, with the time where one is said.

use crate::fields::{Node, is_in_our_times, parse_date, written_date};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

/// A day, and how it is written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct TextDay {
    /// The day by the site's clock.
    pub(super) date: Date,
    /// It, with the time where one is said: `2020-08-14`, `2020-08-14T07:20:00`.
    pub(super) text: String,
}

impl TextDay {
    pub(super) fn on(date: Date) -> Self {
        Self { date, text: date.to_string() }
    }

    fn at(time: DateTime) -> Self {
        Self { date: time.date(), text: time.strftime("%Y-%m-%dT%H:%M:%S").to_string() }
    }
}

/// When a value says that it was; `None` where it says nothing that is read.
pub(super) fn when(node: &Node, zone: &TimeZone) -> Option<TextDay> {
    let when = match node {
        Node::Int(number) => {
            let digits = number.to_string();
            let plain = digits.len() == 8;
            let date = plain.then(|| format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]).parse().ok())??;
            TextDay::on(date)
        }
        Node::Text(text) => of_text(text.trim(), zone)?,
        _ => return None,
    };
    is_in_our_times(when.date).then_some(when)
}

fn of_text(text: &str, zone: &TimeZone) -> Option<TextDay> {
    if let Ok(date) = parse_date(text) {
        return of_day(date, text.get(10..).unwrap_or_default(), zone);
    }
    // Words such as `14 August 2020`, with or without a time behind them.
    let found = written_date(text)?;
    Some(TextDay::on(found.date.day(None)?))
}

fn of_day(date: Date, rest: &str, zone: &TimeZone) -> Option<TextDay> {
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    if rest.is_empty() {
        return Some(TextDay::on(date));
    }
    let end = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',')).unwrap_or(rest.len());
    let (clock, offset) = (&rest[..end], rest[end..].trim());
    let mut parts = clock.split([':', '.', ',']).map(|part| part.parse::<i8>().ok());
    let mut part = || parts.next().flatten().unwrap_or(0);
    let Ok(time) = Time::new(part(), part(), part().min(59), 0) else { return Some(TextDay::on(date)) };
    let there = date.to_datetime(time);
    match of_offset(offset) {
        Some(offset) => {
            let instant = offset.to_timestamp(there).ok()?;
            Some(TextDay::at(zone.to_datetime(instant)))
        }
        // Midnight without a zone is how programs write a day.
        None if time == Time::midnight() => Some(TextDay::on(date)),
        None => Some(TextDay::at(there)),
    }
}

/// `Z`, `UTC`, `+05:00`, `+0500`, `-4`; names of zones aren't known.
fn of_offset(text: &str) -> Option<Offset> {
    if matches!(text, "Z" | "z" | "UTC" | "GMT") {
        return Some(Offset::UTC);
    }
    let sign = if text.starts_with('+') { 1 } else { -1 };
    let digits: String = text.strip_prefix(['+', '-'])?.chars().filter(|c| *c != ':').collect();
    if digits.is_empty() || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let minutes = if digits.len() > 2 { number / 100 * 60 + number % 100 } else { number * 60 };
    Offset::from_seconds(sign * minutes * 60).ok()
}

/// A date at the start of a name, as Jekyll reads it: `2017-2-5-name` too.
pub(super) fn dated_name(stem: &str) -> Option<(Date, &str)> {
    let mut parts = stem.splitn(4, '-');
    let mut number = |most: usize| parts.next().filter(|part| (1..=most).contains(&part.len()))?.parse::<i16>().ok();
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let rest = parts.next()?;
    let year = if year < 100 { year + 2000 } else { year };
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    is_in_our_times(date).then_some((date, rest))
}
