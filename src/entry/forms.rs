//! The forms in which quantities are typed: numbers with units, times, loads, sides.
//!
//! A bare number has the unit of the site or of the field; text may name another one. A decimal comma is refused
//! rather than guessed at, since `1,200 m` and `1,2 km` read it in opposite ways.

use super::{Load, Side};
use crate::fields::{Fields, Node, Value};
use crate::text::shorten;
use crate::units::{Distance, MILE, Metres, POUND, Weight};

/// A kind of quantity.
struct Form {
    /// What messages say is expected.
    expected: &'static str,
    /// The units that text may name, each with its size.
    units: &'static [(&'static str, f64)],
}

const LENGTH: Form = Form {
    expected: "a length such as `5 km`, `3.1 mi` or `800 m`",
    units: &[
        ("km", 1000.0),
        ("k", 1000.0),
        ("kilometre", 1000.0),
        ("kilometres", 1000.0),
        ("kilometer", 1000.0),
        ("kilometers", 1000.0),
        ("mi", MILE),
        ("mile", MILE),
        ("miles", MILE),
        ("m", 1.0),
        ("metre", 1.0),
        ("metres", 1.0),
        ("meter", 1.0),
        ("meters", 1.0),
    ],
};

const CLIMB: Form =
    Form { expected: "metres climbed, such as `120`, `120 m` or `400 ft`", units: &[("m", 1.0), ("ft", 0.3048)] };

const PERCENT: Form = Form { expected: "percent, such as `80` or `80%`", units: &[("%", 1.0)] };

const HOLD: Form = Form {
    expected: "seconds, such as `45` or `45 s`",
    units: &[("s", 1.0), ("sec", 1.0), ("secs", 1.0), ("second", 1.0), ("seconds", 1.0)],
};

const LOAD: Form = Form {
    expected: "a weight such as `20 kg` or `45 lb`, `bodyweight`, or a band such as `band:red`",
    units: &[("kg", 1.0), ("kgs", 1.0), ("lb", POUND), ("lbs", POUND)],
};

const BODY_WEIGHT: Form = Form { expected: "a weight such as `64 kg` or `141 lb`", units: LOAD.units };

/// Times are typed as hours, minutes and seconds, so their units are kept in falling order.
const TIME: Form = Form {
    expected: "a time such as `45 min`, `1h 30m`, `31:20` or `1:02:03`",
    units: &[
        ("h", 60.0),
        ("hr", 60.0),
        ("hrs", 60.0),
        ("hour", 60.0),
        ("hours", 60.0),
        ("m", 1.0),
        ("min", 1.0),
        ("mins", 1.0),
        ("minute", 1.0),
        ("minutes", 1.0),
        ("s", 1.0 / 60.0),
        ("sec", 1.0 / 60.0),
        ("secs", 1.0 / 60.0),
        ("second", 1.0 / 60.0),
        ("seconds", 1.0 / 60.0),
    ],
};

/// The value of a key that must be there and not be blank.
pub(super) fn required<'a>(f: &Fields<'a>, key: &'static str, message: &str, hint: &str) -> Option<Value<'a>> {
    let given = f.get(key).filter(|value| value.as_text() != Some(""));
    given.or_else(|| f.itself().error("missing-key", message, hint))
}

/// A distance in whole metres; a bare number is in the site's unit.
pub(super) fn distance(value: Value<'_>, bare: Distance) -> Option<Metres> {
    let metres = LENGTH.read(&value, bare.metres())?;
    let metres = within(&value, metres, 5_000_000.0, "5000 km")?;
    if metres > 500_000.0 {
        warn_long(&value, "500 km", "is the unit right?");
    }
    // `1.0005 * 1000.0` falls a hair short of the half that was typed: micrometres are rounded first.
    let metres = ((metres * 1e6).round() / 1e6).round();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and 0 to 5,000,000")]
    Some(Metres(metres as u32))
}

/// A time in minutes; a bare number is minutes, `31:20` is minutes and seconds.
pub(super) fn minutes(value: Value<'_>) -> Option<f64> {
    let minutes = match value.as_text() {
        Some(text) if text.contains(':') => match clock(text) {
            Some(minutes) => minutes,
            None => return TIME.refuse(&value, "after a colon stand two digits, at most 59: `1:05:00`"),
        },
        Some(text) => match sum_of_times(&text.to_lowercase()) {
            Some(minutes) => minutes,
            None => return TIME.refuse(&value, comma_hint(text)),
        },
        None => TIME.read(&value, 1.0)?,
    };
    let minutes = within(&value, minutes, 31.0 * 24.0 * 60.0, "31 days")?;
    if minutes > 48.0 * 60.0 {
        warn_long(&value, "48 hours", "a bare number is minutes");
    }
    Some(minutes)
}

/// Metres climbed, 0 to 10,000.
pub(super) fn climb(value: Value<'_>) -> Option<f64> {
    let metres = CLIMB.read(&value, 1.0)?;
    within(&value, metres, 10_000.0, "10000 m")
}

/// A share of a hundred.
pub(super) fn percent(value: Value<'_>) -> Option<f64> {
    let percent = PERCENT.read(&value, 1.0)?;
    within(&value, percent, 100.0, "100 percent")
}

/// Seconds held, 0 to 600.
pub(super) fn hold(value: Value<'_>) -> Option<f64> {
    let seconds = HOLD.read(&value, 1.0)?;
    within(&value, seconds, 600.0, "600 seconds")
}

/// Whether a word is the unit of what is held.
pub(super) fn is_second(word: &str) -> bool {
    HOLD.unit(&word.to_lowercase()).is_some()
}

/// Effort on the CR-10 scale.
pub(super) fn effort(value: Value<'_>) -> Option<f64> {
    if let Some(text) = value.as_text().filter(|text| text.contains('/')) {
        let message = format!("{} is a number from 0 to 10, found `{}`", value.name, shorten(text, 40));
        return value.error("wrong-kind", message, "write the number alone: `5`, not `5/10`");
    }
    value.number(0.0..=10.0)
}

/// What an exercise was done against; a bare number is in the site's unit for loads.
pub(super) fn load(value: Value<'_>, bare: Weight) -> Option<Load> {
    if matches!(value.node, Node::Map(_)) {
        // `band: red` on a line of its own is a mapping to YAML.
        let fields = value.mapping()?;
        let Some(band) = fields.read("band", Value::text) else { return LOAD.refuse(&value, "") };
        fields.finish(&[], |_| None);
        return Some(Load::Band(band));
    }
    let text = value.as_text().unwrap_or_default().to_lowercase();
    if matches!(text.replace(['-', '_', ' '], "").as_str(), "bodyweight" | "bw" | "body") {
        return Some(Load::BodyWeight);
    }
    if let Some(band) = text.strip_prefix("band") {
        let band = band.trim_start_matches([':', '-', '_', ' ']);
        return if band.is_empty() {
            LOAD.refuse(&value, "say which band: `band:red`")
        } else {
            Some(Load::Band(band.to_owned()))
        };
    }
    let kilograms = LOAD.read(&value, bare.kilograms())?;
    // Heavier than anything lifted in a gym, and far from what would make a year's sum infinite.
    within(&value, kilograms, 2000.0, "2000 kg").map(Load::Kilograms)
}

/// What the writer weighs, 20 to 500 kg; a bare number is in the site's unit for loads.
pub(super) fn body_weight(value: Value<'_>, bare: Weight) -> Option<f64> {
    let kilograms = BODY_WEIGHT.read(&value, bare.kilograms())?;
    if (20.0..=500.0).contains(&kilograms) {
        return Some(kilograms);
    }
    let message = format!("{} is 20 to 500 kg, found {}", value.name, value.node.what());
    value.error("out-of-range", message, "what is lifted is the `load` of an exercise")
}

/// A side of the body.
pub(super) fn side(value: Value<'_>) -> Option<Side> {
    let central = ("central", Side::Central);
    one_side(value).or_else(|| value.one_of(&[LEFT, RIGHT, BOTH, central]))
}

/// A side that an exercise can be done on.
pub(super) fn exercise_side(value: Value<'_>) -> Option<Side> {
    one_side(value).or_else(|| value.one_of(&[LEFT, RIGHT, BOTH]))
}

const LEFT: (&str, Side) = ("left", Side::Left);
const RIGHT: (&str, Side) = ("right", Side::Right);
const BOTH: (&str, Side) = ("both", Side::Both);

/// A side by its letter.
fn one_side(value: Value<'_>) -> Option<Side> {
    match value.as_text()? {
        "L" | "l" => Some(Side::Left),
        "R" | "r" => Some(Side::Right),
        _ => None,
    }
}

impl Form {
    /// The quantity in the form's smallest sense; a bare number is in units of `bare`.
    fn read(&self, value: &Value<'_>, bare: f64) -> Option<f64> {
        let size = match value.node {
            #[expect(clippy::cast_precision_loss, reason = "far larger than any quantity")]
            Node::Int(number) => Some(*number as f64 * bare),
            Node::Float(number) => Some(number * bare),
            Node::Text(text) => leading_number(text.trim()).and_then(|(number, unit)| {
                let factor = if unit.is_empty() { Some(bare) } else { self.unit(&unit.to_lowercase()) };
                factor.map(|factor| number * factor)
            }),
            _ => None,
        };
        size.filter(|size| size.is_finite()).or_else(|| self.refuse(value, value.as_text().map_or("", comma_hint)))
    }

    fn unit(&self, name: &str) -> Option<f64> {
        self.units.iter().find(|(unit, _)| *unit == name).map(|(_, size)| *size)
    }

    fn refuse<T>(&self, value: &Value<'_>, hint: &str) -> Option<T> {
        let message = format!("{} is {}, found {}", value.name, self.expected, value.node.what());
        value.error("wrong-kind", message, hint)
    }
}

/// What to do about a text with a comma between its digits.
fn comma_hint(text: &str) -> &'static str {
    let mut triples = text.as_bytes().windows(3);
    if triples.any(|w| w[1] == b',' && w[0].is_ascii_digit() && w[2].is_ascii_digit()) {
        "write a decimal point, and no comma for thousands: `3.1`, `1200`"
    } else {
        ""
    }
}

/// The number at a text's start, and what follows it without the spaces between.
fn leading_number(text: &str) -> Option<(f64, &str)> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let (number, rest) = text.split_at(text.len() - digits.len() + end);
    number.parse().ok().map(|number| (number, rest.trim_start()))
}

/// The minutes of `mm:ss` or `h:mm:ss`.
fn clock(text: &str) -> Option<f64> {
    let mut parts = text.split(':');
    let first = parts.next()?;
    let whole = |part: &str| part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<u32>().ok()).flatten();
    let mut seconds = f64::from(whole(first)?);
    let mut n_parts = 1;
    for part in parts {
        n_parts += 1;
        seconds = seconds * 60.0 + f64::from(whole(part).filter(|n| part.len() == 2 && *n < 60)?);
    }
    matches!(n_parts, 2 | 3).then_some(seconds / 60.0)
}

/// The minutes of `1h 30m`, `45 min`, `90 s`; a last number without a unit is minutes, as in `45` and `1h30`.
fn sum_of_times(text: &str) -> Option<f64> {
    let (mut total, mut above) = (0.0, f64::INFINITY);
    let mut rest = text.trim();
    loop {
        let (number, after) = leading_number(rest)?;
        let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
        let (unit, after) = after.split_at(end);
        let size = if unit.is_empty() { 1.0 } else { TIME.unit(unit)? };
        if size >= above || (number < 0.0 && above.is_finite()) {
            return None;
        }
        total += number * size;
        above = size;
        rest = after.trim_start();
        if rest.is_empty() {
            return Some(total);
        }
    }
}

/// The quantity if it is not negative and not too large.
fn within(value: &Value<'_>, size: f64, most: f64, limit: &str) -> Option<f64> {
    if (0.0..=most).contains(&size) {
        return Some(size);
    }
    let message = format!("{} is 0 to {limit}, found {}", value.name, value.node.what());
    value.error("out-of-range", message, "")
}

fn warn_long(value: &Value<'_>, limit: &str, hint: &str) {
    value.warn("implausible", format!("{} is over {limit}, found {}", value.name, value.node.what()), hint);
}
