//! What is noted of a day beside pain. Each measure is a row here, from which its key in front matter, its rows in data files
//! and its line on the entry's page follow; its names are messages of the languages.

use super::{Ranges, forms, sleep};
use crate::fields::{Fields, Form, Key, Shape, Value, is_plain_range};
use std::collections::BTreeMap;

/// One thing that may be noted of a day.
#[derive(Debug)]
pub struct DayMeasure {
    /// Its key in front matter.
    pub key: Key,
    /// What its numbers are in, for data files.
    pub unit: &'static str,
    /// The message with its name.
    pub name: &'static str,
    /// The message that says its number, `n`.
    pub says: &'static str,
    /// Where its line stands among those of a page.
    line: u8,
    read: fn(Value<'_>) -> Option<MeasureValue>,
}

/// What was noted: a number for charts and data, or words beside them.
#[derive(Clone, Debug, PartialEq)]
pub enum MeasureValue {
    /// In the unit of its measure.
    Number(f64),
    /// In the writer's words.
    Words(String),
}

/// What was noted of a day, by key.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    pub(crate) noted: BTreeMap<&'static str, MeasureValue>,
    pub(crate) ranges: Ranges,
}

/// The unit of scores.
pub(super) const SCALE: &str = "0-10";

/// A number on a scale from 0 to 10.
pub(super) const TEN: Form = Form::OneOf(&[Form::Number(0.0, 10.0), Form::Shaped(&FROM_TO)]);

/// A range on that scale.
const FROM_TO: Shape = Shape {
    expected: "a range: `6-7`",
    pattern: r"^\s*(10(\.0*)?|\d(\.\d*)?)\s*([-–—]|\s[Tt][Oo]\s)\s*(10(\.0*)?|\d(\.\d*)?)\s*$",
    number: None,
};

/// All of them, in the order of data files.
const ALL: [DayMeasure; 8] = [
    DayMeasure {
        key: Key::new("sleep", Form::OneOf(&[Form::Number(0.0, 24.0), Form::Shaped(&sleep::SLEEP)]), "Hours slept."),
        unit: "h",
        name: "noted-sleep",
        says: "hours",
        line: 5,
        read: |value| sleep::hours(value).map(MeasureValue::Number),
    },
    DayMeasure {
        key: Key::new(
            "mood",
            Form::OneOf(&[
                Form::Number(0.0, 10.0),
                Form::Shaped(&Shape { expected: "a range, or words", pattern: "^[^/]*$", number: None }),
            ]),
            "A number for the numbers' sake, or words.",
        ),
        read: |value| match value.as_text() {
            Some(text) if !text.contains('/') && !is_plain_range(text) && value.as_number().is_none() => {
                value.text().map(MeasureValue::Words)
            }
            _ => score(value),
        },
        ..of_ten("mood", "", "noted-mood", 1)
    },
    of_ten("energy", "Energy.", "noted-energy", 2),
    of_ten("stress", "Stress.", "noted-stress", 3),
    of_ten("confidence", "Confidence in the body.", "noted-confidence", 4),
    DayMeasure {
        key: Key::new("resting_hr", Form::Quantity(&forms::RESTING_HEART_RATE), "Heartbeats a minute at rest."),
        unit: "bpm",
        name: "noted-resting-heart-rate",
        says: "noted-a-minute",
        line: 7,
        read: quantity,
    },
    DayMeasure {
        key: Key::new("stiffness", Form::Quantity(&forms::STIFFNESS), "Minutes until morning stiffness went."),
        unit: "min",
        name: "noted-stiffness",
        says: "minutes",
        line: 6,
        read: quantity,
    },
    DayMeasure {
        key: Key::new("function", Form::Quantity(&forms::PERCENT), "Percent of what the body could do before."),
        unit: "%",
        name: "noted-function",
        says: "percent",
        line: 8,
        read: |value| value.quantity(1.0).inspect(|percent| warn_of_share(value, *percent)).map(MeasureValue::Number),
    },
];

/// A share of one where percent are meant.
fn warn_of_share(value: Value<'_>, percent: f64) {
    if percent > 0.0 && percent < 1.0 && value.as_number().is_some() {
        let meant = (percent * 1e6).round() / 1e4;
        let message = format!("{} is {percent} percent, found {}", value.name, value.node.what());
        value.warn("implausible", message, &format!("did you mean `{meant}`?"));
    }
}

/// Their keys.
pub(super) const KEYS: [Key; ALL.len()] = {
    let mut keys = [ALL[0].key; ALL.len()];
    let mut at = 1;
    while at < keys.len() {
        keys[at] = ALL[at].key;
        at += 1;
    }
    keys
};

/// A measure from 0 to 10.
const fn of_ten(key: &'static str, about: &'static str, name: &'static str, line: u8) -> DayMeasure {
    DayMeasure { key: Key::new(key, TEN, about), unit: SCALE, name, says: "of-ten", line, read: score }
}

fn score(value: Value<'_>) -> Option<MeasureValue> {
    forms::effort(value).map(MeasureValue::Number)
}

fn quantity(value: Value<'_>) -> Option<MeasureValue> {
    value.quantity(1.0).map(MeasureValue::Number)
}

impl Measures {
    /// Reads the keys of all measures.
    pub(super) fn read(fields: &Fields<'_>) -> Self {
        let noted = |measure: &DayMeasure| Some((measure.key.name, fields.read(measure.key.name, measure.read)?));
        let ranges = Ranges::of(fields, ["mood", "energy", "stress", "confidence"]);
        Self { noted: ALL.iter().filter_map(noted).collect(), ranges }
    }

    /// The message with the name of what is noted under a key.
    #[must_use]
    pub fn name_of(key: &str) -> Option<&'static str> {
        ALL.iter().find(|measure| measure.key.name == key).map(|measure| measure.name)
    }

    /// What was noted under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&MeasureValue> {
        self.noted.get(key)
    }

    /// What was noted, in the order of data files.
    pub fn iter(&self) -> impl Iterator<Item = (&'static DayMeasure, &MeasureValue)> {
        const STATIC: &[DayMeasure] = &ALL;
        STATIC.iter().filter_map(|measure| Some((measure, self.get(measure.key.name)?)))
    }

    /// What was noted, in the order of pages.
    #[must_use]
    pub fn lines(&self) -> Vec<(&'static DayMeasure, &MeasureValue)> {
        let mut lines: Vec<_> = self.iter().collect();
        lines.sort_by_key(|(measure, _)| measure.line);
        lines
    }

    /// The numbers alone.
    pub(super) fn numbers(&self) -> Self {
        let numbers = self.noted.iter().filter(|(_, noted)| matches!(noted, MeasureValue::Number(_)));
        Self { noted: numbers.map(|(key, noted)| (*key, noted.clone())).collect(), ranges: self.ranges.clone() }
    }
}
