//! Hours slept: a number, a time, or from when to when.

use super::forms;
use crate::fields::{Shape, Value};

/// The texts that are read.
pub(super) const SLEEP: Shape = Shape {
    expected: "hours such as `7.5` or `7h 30m`, or from when to when: `22:45-6:30`, `10:45 pm/6:30 am`",
    pattern: r"^\s*(([01]?\d|2[0-3]):[0-5]?\d|([01]?\d|2[0-4])(\.\d+)?\s*[Hh]([Rr][Ss]?|[Oo][Uu][Rr][Ss]?)?(\s*\d+\s*([Mm]([Ii][Nn])?)?)?|([01]?\d|2[0-3])(:[0-5]?\d)?\s*([AaPp][Mm])?\s*(/|-|–|—|[Tt][Oo])\s*([01]?\d|2[0-3])(:[0-5]?\d)?\s*([AaPp][Mm])?)\s*$",
    number: None,
};

/// Hours in a day.
const DAY: f64 = 24.0;

/// Hours slept, 0 to 24.
pub(super) fn hours(value: Value<'_>) -> Option<f64> {
    let Some(text) = value.as_text().filter(|_| value.as_number().is_none()) else { return value.number() };
    let hours = match clock(text) {
        Some(hours) => Some(hours),
        None => span(&text.to_lowercase()).or_else(|| {
            forms::sum_of_times(&text.to_lowercase()).filter(|_| named(text)).map(|minutes| minutes / 60.0)
        }),
    };
    let found = hours.filter(|hours| (0.0..=DAY).contains(hours) && !is_unclear(text));
    found.or_else(|| {
        let message = format!("{} is {}, found {}", value.name, SLEEP.expected, value.node.what());
        let hint =
            if is_unclear(text) { "hours are one number, `7.5`; times of day have minutes, `23:00-7:00`" } else { "" };
        value.error("wrong-kind", message, hint)
    })
}

/// Whether a text may be some hours as well as two times of day: `7-8`.
fn is_unclear(text: &str) -> bool {
    let ends = text.split_once(['-', '–', '—']).map(|(bed, up)| (bed.trim().parse::<f64>(), up.trim().parse::<f64>()));
    matches!(ends, Some((Ok(bed), Ok(up))) if bed <= up)
}

/// Whether a text names a unit: a bare number in quotes is no time.
fn named(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

/// The hours of `7:30`.
fn clock(text: &str) -> Option<f64> {
    let (hours, minutes) = text.split_once(':')?;
    let part = |digits: &str, most: u32| {
        let fine = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|n| fine && *n <= most)
    };
    Some(f64::from(part(hours, 24)?) + f64::from(part(minutes, 59)?) / 60.0)
}

/// The hours from going to bed to getting up.
fn span(text: &str) -> Option<f64> {
    let (bed, up) = ["/", "–", "—", "-", "to"].iter().find_map(|between| text.split_once(between))?;
    let hours = (time_of_day(up)? - time_of_day(bed)?).rem_euclid(DAY);
    // From one time to the same says nothing.
    (hours > 0.0).then_some(hours)
}

/// The hour of `22:45`, `10:45 pm` or `11pm`.
fn time_of_day(text: &str) -> Option<f64> {
    let text = text.trim();
    let (digits, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(digits), _) => (digits.trim_end(), Some(0.0)),
        (_, Some(digits)) => (digits.trim_end(), Some(12.0)),
        _ => (text, None),
    };
    let hour = if digits.contains(':') { clock(digits)? } else { clock(&format!("{digits}:0"))? };
    match half {
        // 12 am is midnight, and 12 pm noon.
        Some(half) if (1.0..13.0).contains(&hour) => Some(hour.rem_euclid(12.0) + half),
        Some(_) => None,
        None => Some(hour),
    }
}
