//! When a comment was written, in the forms that such files have.

use crate::fields::{Node, is_in_our_times};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

/// When a comment was written.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct When {
    /// Seconds since 1970, to put comments in order.
    pub second: i64,
    /// The day where the journal is written.
    pub day: Date,
}

/// Dates as other programs print them; the first three have a zone.
const ZONED: [&str; 3] = ["%Y-%m-%d %H:%M:%S %z", "%a %b %d %Y %H:%M:%S GMT%z", "%a, %d %b %Y %H:%M:%S %z"];

/// Without a zone: the journal's own.
const CIVIL: [&str; 4] = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y/%m/%d %H:%M:%S", "%d %b %Y %H:%M"];

/// Reads a date: ISO, as JavaScript and mail print them, or a number of seconds, milliseconds or microseconds since 1970.
pub(super) fn read(node: &Node, zone: &TimeZone) -> Option<When> {
    let when = match node {
        Node::Int(number) => since_1970(*number, zone)?,
        #[expect(clippy::cast_possible_truncation, reason = "a number that is out of range is no date either way")]
        Node::Float(number) => since_1970(*number as i64, zone)?,
        Node::Text(text) => of_text(text.trim(), zone)?,
        Node::Null | Node::Bool(_) | Node::List(_) | Node::Map(_) => return None,
    };
    is_in_our_times(when.day).then_some(when)
}

fn since_1970(number: i64, zone: &TimeZone) -> Option<When> {
    // The 21st century has ten digits of seconds; three more are milliseconds, and three more microseconds.
    let seconds = match number.unsigned_abs() {
        0..100_000_000 => return None,
        100_000_000..100_000_000_000 => number,
        100_000_000_000..100_000_000_000_000 => number / 1_000,
        _ => number / 1_000_000,
    };
    Some(at(Timestamp::from_second(seconds).ok()?, zone))
}

fn of_text(text: &str, zone: &TimeZone) -> Option<When> {
    if let Ok(number) = text.parse::<f64>() {
        return read(&Node::Float(number), zone);
    }
    // `Mon May 22 2017 12:50:32 GMT+0000 (Coordinated Universal Time)`
    let text = text.split(" (").next().unwrap_or(text).trim_end_matches(" UTC");
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(at(instant, zone));
    }
    if let Some(instant) = ZONED.iter().find_map(|form| Timestamp::strptime(form, text).ok()) {
        return Some(at(instant, zone));
    }
    let civil = text.parse::<DateTime>().ok();
    let civil = civil.or_else(|| CIVIL.iter().find_map(|form| DateTime::strptime(form, text).ok()))?;
    let second = civil.to_zoned(zone.clone()).ok()?.timestamp().as_second();
    Some(When { second, day: civil.date() })
}

fn at(instant: Timestamp, zone: &TimeZone) -> When {
    When { second: instant.as_second(), day: instant.to_zoned(zone.clone()).date() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_all_kinds_are_the_same_moment() {
        let zone = TimeZone::get("Asia/Tokyo").expect("a known zone");
        for text in [
            "2020-09-23T07:19:49Z",
            "2020-09-23T07:19:49.560Z",
            "2020-09-23T09:19:49+02:00",
            "2020-09-23 07:19:49 +0000",
            "2020-09-23 07:19:49Z",
            "Wed Sep 23 2020 07:19:49 GMT+0000 (Coordinated Universal Time)",
            "Wed, 23 Sep 2020 07:19:49 +0000",
            "1600845589",
            "1600845589.25",
            "1600845589560",
            "1600845589560000",
            "2020-09-23T16:19:49",
            "2020-09-23 16:19:49",
        ] {
            let when = read(&Node::Text(text.to_owned()), &zone);
            assert_eq!(when, Some(When { second: 1_600_845_589, day: Date::constant(2020, 9, 23) }), "{text}");
        }
        assert_eq!(read(&Node::Int(1_600_845_589), &zone).map(|w| w.second), Some(1_600_845_589));
        // The day is that of the journal's zone.
        let late = read(&Node::Text("2020-09-22T23:00:00Z".to_owned()), &zone);
        assert_eq!(late.map(|w| w.day), Some(Date::constant(2020, 9, 23)));
        assert_eq!(read(&Node::Text("2020-09-23".to_owned()), &zone).map(|w| w.day), Some(Date::constant(2020, 9, 23)));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for node in [
            Node::Text("yesterday".to_owned()),
            Node::Text("2020-02-30".to_owned()),
            Node::Text("0001-01-01T00:00:00Z".to_owned()),
            Node::Text("NaN".to_owned()),
            Node::Int(12),
            Node::Int(i64::MAX),
            Node::Int(i64::MIN),
            Node::Float(f64::INFINITY),
            Node::Bool(true),
        ] {
            assert_eq!(read(&node, &TimeZone::UTC), None, "{node:?}");
        }
    }
}
