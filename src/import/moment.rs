//! Times as programs write them: by the standard, or as people of nine languages do.

use super::Moment;
use crate::fields::DateOrder;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};

/// The time of an XML file: with a zone, or by the clock of the site's.
pub(super) fn of_xml(text: &str, zone: &TimeZone) -> Option<Moment> {
    match read(text, None)? {
        WrittenTime::Instant(instant, offset) => Some(Moment { instant: Some(instant), offset }),
        WrittenTime::Local(time) => Some(Moment { instant: Some(in_zone(time, zone)?), offset: None }),
        WrittenTime::Day(_) => None,
    }
}

/// The moment of a wall clock's time in a zone.
pub(super) fn in_zone(time: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(time).compatible().ok()
}

/// A time as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum WrittenTime {
    /// With a zone.
    Instant(Timestamp, Option<Offset>),
    /// By a clock of which nothing is said.
    Local(DateTime),
    /// A day alone.
    Day(Date),
}

/// The beginnings of the names of months in English, German, French, Spanish, Italian, Portuguese, Polish, Dutch, Danish.
const MONTHS: [&[&str]; 12] = [
    &["jan", "jän", "ene", "gen", "sty"],
    &["feb", "fév", "fev", "lut"],
    &["mar", "mär", "maa", "mrt", "mrz"],
    &["apr", "abr", "avr", "kwi"],
    &["may", "mai", "maj", "mag", "mei"],
    &["jun", "juin", "giu", "cze"],
    &["jul", "juil", "lug", "lip"],
    &["aug", "ago", "aoû", "aou", "sie"],
    &["sep", "set", "wrz"],
    &["oct", "okt", "ott", "out", "paź"],
    &["nov", "lis"],
    &["dec", "dez", "déc", "dic", "gru"],
];

/// Reads a time. Without `order`, a date of which the order of numbers can't be told is none.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Option<WrittenTime> {
    let text = text.trim();
    if text.len() > 64 {
        return None;
    }
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(WrittenTime::Instant(instant, own_offset(text)));
    }
    let (day, rest) = date_of(text, order)?;
    match time_of(rest) {
        Some(time) => Some(WrittenTime::Local(day.to_datetime(time))),
        None if rest.contains(|c: char| c.is_ascii_digit()) => None,
        None => Some(WrittenTime::Day(day)),
    }
}

/// The zone of a time that has one, unless it is only given as UTC.
fn own_offset(text: &str) -> Option<Offset> {
    let sign = text.rfind(['+', '-']).filter(|at| *at > 10)?;
    let mut numbers = text[sign + 1..].split(':').flat_map(|part| part.as_bytes().chunks(2));
    let mut next = || std::str::from_utf8(numbers.next()?).ok()?.parse::<i32>().ok();
    let seconds = next()? * 3600 + next().unwrap_or(0) * 60;
    // Nothing is where it is noon at noon in Greenwich: programs write UTC so.
    Offset::from_seconds(if text[sign..].starts_with('-') { -seconds } else { seconds }).ok().filter(|_| seconds != 0)
}

/// The numbers and words of a text, with where each ends.
fn tokens(text: &str) -> Vec<(&str, usize)> {
    let class = |c: char| if c.is_ascii_digit() { 1 } else { u8::from(c.is_alphabetic()) * 2 };
    let mut all = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let before = text[..at].chars().next_back().map_or(0, class);
        if at > start && before != class(c) {
            if before > 0 {
                all.push((&text[start..at], at));
            }
            start = at;
        } else if before == 0 {
            start = at;
        }
    }
    all
}

/// The date at the start of a text, and what follows it.
fn date_of(text: &str, order: Option<DateOrder>) -> Option<(Date, &str)> {
    let tokens = tokens(text);
    let month_at = tokens.iter().take(5).position(|(word, _)| month(word).is_some());
    let number = |at: usize| tokens.get(at).and_then(|(word, _)| word.parse::<i16>().ok());
    if let Some(month_at) = month_at {
        let named = month(tokens[month_at].0)?;
        // The day stands before the month or behind it, the year last; words such as `de` lie between.
        let others: Vec<usize> = (0..tokens.len().min(8)).filter(|at| number(*at).is_some()).take(2).collect();
        let (a, b) = (number(*others.first()?)?, number(*others.get(1)?)?);
        let (day, year) = if a > 31 { (b, a) } else { (a, b) };
        let end = tokens[month_at.max(others[1])].1;
        return Some((Date::new(year, named, i8::try_from(day).ok()?).ok()?, &text[end..]));
    }
    let (a, b, c) = (number(0)?, number(1)?, number(2)?);
    let digits = tokens[0].0.len();
    let (year, month, day) = if digits == 4 {
        (a, b, c)
    } else if tokens[2].0.len() != 4 {
        return None;
    } else {
        let dotted = text[tokens[0].1..].starts_with(['.', '-']);
        let order =
            order.or((dotted || a > 12).then_some(DateOrder::DayFirst)).or((b > 12).then_some(DateOrder::MonthFirst));
        match order? {
            DateOrder::DayFirst => (c, b, a),
            DateOrder::MonthFirst => (c, a, b),
        }
    };
    let small = |n: i16| i8::try_from(n).ok();
    Some((Date::new(year, small(month)?, small(day)?).ok()?, &text[tokens[2].1..]))
}

fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    (1..).zip(MONTHS).find(|(_, starts)| starts.iter().any(|start| word.starts_with(start))).map(|(month, _)| month)
}

/// The time of day in what follows a date: `, 7:10:00 AM`, ` 15.24`, `T07:10:00.000`.
fn time_of(text: &str) -> Option<Time> {
    let tokens = tokens(text);
    let numbers: Vec<i8> = tokens.iter().filter_map(|(word, _)| word.parse().ok()).take(3).collect();
    let (mut hour, minute) = (*numbers.first()?, *numbers.get(1)?);
    let letters: String = text.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    if letters.ends_with("pm") && hour < 12 {
        hour += 12;
    } else if letters.ends_with("am") && hour == 12 {
        hour = 0;
    }
    Time::new(hour, minute, numbers.get(2).copied().unwrap_or(0).min(59), 0).ok()
}

/// In which order all dates of a column stand, if one of them tells.
pub(super) fn order_of<'a>(dates: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let known = |text: &str| {
        let tokens = tokens(text);
        let number = |at: usize| tokens.get(at).and_then(|(word, _)| word.parse::<i16>().ok());
        match (number(0)?, number(1)?) {
            (a, _) if a > 31 => None,
            (a, _) if a > 12 => Some(DateOrder::DayFirst),
            (_, b) if b > 12 => Some(DateOrder::MonthFirst),
            _ => None,
        }
    };
    dates.into_iter().find_map(known)
}
