//! What was measured beside pain: how often, and the first and the last value.

use crate::entry::{Entry, MeasureValue, TestResult};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The measures of a day in the order of figures and charts.
const ORDER: [&str; 8] = ["stiffness", "function", "mood", "energy", "stress", "confidence", "sleep", "resting_hr"];

/// What is measured.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum MeasureSort {
    /// What is noted of a day, by its key in front matter.
    Day,
    /// A questionnaire.
    Questionnaire,
    /// A test of the body.
    Test,
}

/// A measure with its values by day, of which there is one at least.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureRow {
    /// What it is.
    pub sort: MeasureSort,
    /// Its key in front matter, or the questionnaire's or the test's name as typed.
    pub name: String,
    /// The last value of each day, in the order of days.
    pub values: BTreeMap<Date, MeasuredValue>,
}

/// What was measured on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MeasuredValue {
    /// A number.
    One(f64),
    /// The last one of each side that has any: left and right.
    Sides(Option<f64>, Option<f64>),
}

impl MeasuredValue {
    /// With what a test came to later on the same day; a day with sides has sides, whatever else was typed.
    fn then(self, result: &TestResult) -> Self {
        match (self, Self::of(result)) {
            (Self::Sides(left, right), Self::Sides(new_left, new_right)) => {
                Self::Sides(new_left.or(left), new_right.or(right))
            }
            (sides @ Self::Sides(..), Self::One(_)) => sides,
            (Self::One(_), new) => new,
        }
    }

    fn of(result: &TestResult) -> Self {
        match (result.left, result.right, result.value) {
            (None, None, Some(value)) => Self::One(value),
            (left, right, _) => Self::Sides(left, right),
        }
    }
}

/// The measures of some entries in the order of dates: those of a day first, then questionnaires and tests by name.
pub fn measures<'a>(entries: &(impl Iterator<Item = (Date, &'a Entry)> + Clone)) -> Vec<MeasureRow> {
    let of_day = |key: &'static str| {
        let number = |(date, entry): (Date, &Entry)| match entry.measures.get(key)? {
            MeasureValue::Number(number) => Some((date, MeasuredValue::One(*number))),
            MeasureValue::Words(_) => None,
        };
        let values = entries.clone().filter_map(number).collect();
        MeasureRow { sort: MeasureSort::Day, name: key.to_owned(), values }
    };
    let mut proms: BTreeMap<&str, BTreeMap<Date, MeasuredValue>> = BTreeMap::new();
    let mut tests: BTreeMap<&str, BTreeMap<Date, MeasuredValue>> = BTreeMap::new();
    for (date, entry) in entries.clone() {
        for prom in &entry.prom {
            proms.entry(&prom.instrument).or_default().insert(date, MeasuredValue::One(prom.score));
        }
        for result in &entry.tests {
            let days = tests.entry(&result.name).or_default();
            let now = days.get(&date).map_or(MeasuredValue::of(result), |before| before.then(result));
            days.insert(date, now);
        }
    }
    let named = |sort| move |(name, values): (&str, _)| MeasureRow { sort, name: name.to_owned(), values };
    let proms = proms.into_iter().map(named(MeasureSort::Questionnaire));
    let tests = tests.into_iter().map(named(MeasureSort::Test));
    ORDER.into_iter().map(of_day).filter(|row| !row.values.is_empty()).chain(proms).chain(tests).collect()
}
