//! The forms in which quantities are typed: lengths, times, loads, sides.

use super::{Load, Side};
use crate::fields::{Fields, Form, Node, Quantity, Shape, Value, comma_hint, leading_number, words};
use crate::text::near::nearest;
use crate::units::{POUND, Weight};

/// What was climbed, kept in metres.
pub(super) const CLIMB: Quantity = Quantity {
    expected: "metres climbed, such as `120`, `120 m` or `400 ft`",
    units: &[("m", 1.0), ("ft", 0.3048)],
    bare: &[1.0],
    least: 0.0,
    most: 10_000.0,
    limit: "10000 m",
};

/// Shares of a hundred.
pub(super) const PERCENT: Quantity = Quantity {
    expected: "percent, such as `80` or `80%`",
    units: &[("%", 1.0)],
    bare: &[1.0],
    least: 0.0,
    most: 100.0,
    limit: "100 percent",
};

/// Heartbeats a minute, of a session.
pub(super) const HEART_RATE: Quantity = Quantity {
    expected: "heartbeats a minute, such as `147`",
    units: BEATS,
    bare: &[1.0],
    least: 25.0,
    most: 250.0,
    limit: "250",
};

/// Heartbeats a minute at rest.
pub(super) const RESTING_HEART_RATE: Quantity =
    Quantity { expected: "heartbeats a minute, such as `52`", most: 150.0, limit: "150", ..HEART_RATE };

/// What beats a minute are written with.
const BEATS: &[(&str, f64)] = &[("bpm", 1.0), ("/min", 1.0), ("beats", 1.0)];

/// How long something lasted, kept in minutes.
pub(super) const STIFFNESS: Quantity = Quantity {
    expected: "minutes, such as `20` or `20 min`",
    units: TIME.units,
    bare: &[1.0],
    least: 0.0,
    most: 600.0,
    limit: "600 minutes",
};

/// How long something was held, kept in seconds.
pub(super) const HOLD: Quantity = Quantity {
    expected: "seconds, such as `45` or `45 s`",
    units: &[("s", 1.0), ("sec", 1.0), ("secs", 1.0), ("second", 1.0), ("seconds", 1.0)],
    bare: &[1.0],
    least: 0.0,
    most: 600.0,
    limit: "600 seconds",
};

/// What was lifted, kept in kilograms; the most is heavier than anything in a gym, and far from what would make a year's
/// sum infinite.
pub(super) const LOAD: Quantity = Quantity {
    expected: "a weight such as `20 kg` or `45 lb`, `bodyweight`, or a band such as `band:red`",
    units: &[("kg", 1.0), ("kgs", 1.0), ("lb", POUND), ("lbs", POUND)],
    bare: &[1.0, POUND],
    least: 0.0,
    most: 2000.0,
    limit: "2000 kg",
};

/// A range of what was held.
pub(super) const HOLD_FROM_TO: Shape = Shape {
    expected: "a range: `30-45 s`",
    pattern: r"^\s*\d+(\.\d*)?\s*([sS]([eE][cC]([sS]|[oO][nN][dD][sS]?)?)?)?\s*([-–—]|\s[Tt][Oo]\s)\s*\d+(\.\d*)?\s*([sS]([eE][cC]([sS]|[oO][nN][dD][sS]?)?)?)?\s*$",
    number: None,
};

/// A range of what was lifted.
pub(super) const LOAD_FROM_TO: Shape = Shape {
    expected: "a range: `20-25 kg`",
    pattern: r"^\s*\d+(\.\d*)?\s*([kK][gG][sS]?|[lL][bB][sS]?)?\s*([-–—]|\s[Tt][Oo]\s)\s*\d+(\.\d*)?\s*([kK][gG][sS]?|[lL][bB][sS]?)?\s*$",
    number: None,
};

/// A load for each set.
pub(super) const LOADS: Shape = Shape {
    expected: "one for each set: `20/22.5/25 kg`",
    pattern: r"^\s*\d+(\.\d*)?\s*([kK][gG][sS]?|[lL][bB][sS]?)?(\s*/\s*\d+(\.\d*)?\s*([kK][gG][sS]?|[lL][bB][sS]?)?)+\s*$",
    number: None,
};

/// The loads that are no weight.
pub(super) const OTHER_LOAD: Shape = Shape {
    // What is expected of weights says it.
    expected: "",
    pattern: r"^\s*([Bb][Oo][Dd][Yy]([-_ ]?[Ww][Ee][Ii][Gg][Hh][Tt])?|[Bb][Ww]|[Bb][Aa][Nn][Dd][:_ -]+\S.*)\s*$",
    number: None,
};

/// What the writer weighs, kept in kilograms.
pub(super) const BODY_WEIGHT: Quantity = Quantity {
    expected: "a weight such as `64 kg` or `141 lb`",
    units: LOAD.units,
    bare: &[1.0, POUND],
    least: 20.0,
    most: 500.0,
    limit: "500 kg",
};

/// Times, kept in minutes. They are typed as hours, minutes and seconds, so their units are kept in falling order.
const TIME: Quantity = Quantity {
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
    bare: &[1.0],
    least: 0.0,
    most: 31.0 * 24.0 * 60.0,
    limit: "31 days",
};

/// Times as they are typed.
pub(super) const TIMES: Shape = Shape {
    expected: "minutes, or a time such as `45 min`, `1h 30m`, `31:20` (minutes and seconds) or `1:02:03`",
    pattern: r"^\s*(\d+(:[0-5]\d){1,2}|(?=.*\d)((\d+\.?\d*|\.\d+)\s*[Hh]([Rr][Ss]?|[Oo][Uu][Rr][Ss]?)?\s*)?((\d+\.?\d*|\.\d+)\s*([Mm]([Ii][Nn]([Ss]|[Uu][Tt][Ee][Ss]?)?)?)?\s*)?((\d+\.?\d*|\.\d+)\s*[Ss]([Ee][Cc]([Ss]|[Oo][Nn][Dd][Ss]?)?)?)?)\s*$",
    number: Some((0.0, TIME.most)),
};

/// The value of a key that must be there and not be blank.
pub(super) fn required<'a>(f: &Fields<'a>, key: &'static str, message: &str, hint: &str) -> Option<Value<'a>> {
    named_or(f, key, |_| None, message, hint)
}

/// The same, where the key may stand under a name that others give it, or under one that is nearly its own: that is one mistake.
pub(super) fn named_or<'a>(
    f: &Fields<'a>,
    key: &'static str,
    foreign: impl Fn(&str) -> Option<&'static str>,
    message: &str,
    hint: &str,
) -> Option<Value<'a>> {
    if f.has(key) {
        let given = f.get(key).filter(|value| value.as_text() != Some(""));
        return given.or_else(|| f.itself().error("missing-key", message, hint));
    }
    let _ = f.get(key);
    let meant = format!("did you mean `{key}`?");
    let is_meant = |name: &str| {
        !f.knows(name) && (foreign(name).is_some_and(|hint| hint.starts_with(&meant)) || nearest(name, [key]).is_some())
    };
    let other = f.pairs().iter().map(|(name, _)| name.as_str()).find(|name| is_meant(name));
    let misnamed = other.and_then(|name| f.misnamed(key, &[name]));
    misnamed.or_else(|| f.itself().error("missing-key", message, hint))
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
        None => value.quantity_of(&TIME, 1.0)?,
    };
    let minutes = TIME.within(&value, minutes)?;
    if minutes > 48.0 * 60.0 {
        value.warn_long("48 hours", "a bare number is minutes");
    }
    Some(minutes)
}

/// Whether a word is the unit of a time.
pub(super) fn is_time_unit(word: &str) -> bool {
    TIME.unit(word).is_some()
}

/// Whether a text is a time in the form of its own: `45 min`, `1h 30m`.
pub(super) fn is_time(text: &str) -> bool {
    sum_of_times(&text.to_lowercase()).is_some()
}

/// Whether a word is the unit of what is held.
pub(super) fn is_second(word: &str) -> bool {
    HOLD.unit(&word.to_lowercase()).is_some()
}

/// Seconds held; of a range its lower end.
pub(super) fn hold(value: Value<'_>) -> Option<f64> {
    match value.ends(|end| end.quantity(1.0)) {
        Some(ends) => ends.map(|(low, _)| low),
        None => value.quantity(1.0),
    }
}

/// Effort on the CR-10 scale, or another number up to 10; of a range its middle.
pub(super) fn effort(value: Value<'_>) -> Option<f64> {
    match value.ends(one_effort) {
        Some(ends) => ends.map(|(low, high)| f64::midpoint(low, high)),
        None => one_effort(value),
    }
}

fn one_effort(value: Value<'_>) -> Option<f64> {
    value.number()
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
    let weight = |value: Value<'_>| value.quantity(bare.kilograms());
    if let Some(loads) = value.each(weight) {
        return loads.map(Load::EachSet);
    }
    let kilograms = match value.ends(weight) {
        Some(ends) => ends.map(|(low, _)| low),
        None => weight(value),
    };
    kilograms.map(Load::Kilograms)
}

/// The sides that an exercise can be done on.
const EXERCISE_SIDES: [(&str, Side); 3] = [Side::WORDS[0], Side::WORDS[1], Side::WORDS[2]];

/// A side by its letter.
const SIDE_LETTERS: Form = Form::Words(&["L", "R"]);

/// A side of the body.
pub(super) const SIDE: Form = Form::OneOf(&[Form::Words(&words(&Side::WORDS)), SIDE_LETTERS]);

/// A side that an exercise can be done on.
pub(super) const EXERCISE_SIDE: Form = Form::OneOf(&[Form::Words(&words(&EXERCISE_SIDES)), SIDE_LETTERS]);

/// A side of the body.
pub(super) fn side(value: Value<'_>) -> Option<Side> {
    one_side(value).or_else(|| value.one_of(&Side::WORDS))
}

/// A side that an exercise can be done on.
pub(super) fn exercise_side(value: Value<'_>) -> Option<Side> {
    one_side(value).or_else(|| value.one_of(&EXERCISE_SIDES))
}

/// A side by its letter.
fn one_side(value: Value<'_>) -> Option<Side> {
    match value.as_text()? {
        "L" | "l" => Some(Side::Left),
        "R" | "r" => Some(Side::Right),
        _ => None,
    }
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
pub(super) fn sum_of_times(text: &str) -> Option<f64> {
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
