//! What was measured beside pain: how often, and the first and the last value.

use crate::config::Config;
use crate::entry::{Entry, MeasureValue, Side, TestResult};
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

/// How much one side's result is of the other's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SideRatio {
    /// The side that is divided by the other: left or right.
    pub side: Side,
    /// Its result in percent of the other side's.
    pub percent: f64,
}

impl SideRatio {
    /// That of two results: the injured side's of the other's, where it is known which one that is, else the smaller one's of the
    /// larger one's. None where it would be divided by nothing, or below zero.
    #[must_use]
    pub fn of(left: f64, right: f64, injured: Option<Side>) -> Option<Self> {
        let side = injured.unwrap_or(if right < left { Side::Right } else { Side::Left });
        let (own, other) = if side == Side::Right { (right, left) } else { (left, right) };
        (own >= 0.0 && other > 0.0).then(|| Self { side, percent: own / other * 100.0 })
    }
}

/// The side that an injury is on, be it the one that is asked for or the only one; none where it is no single one.
#[must_use]
pub fn injured_side(config: &Config, injury: Option<usize>) -> Option<Side> {
    let only = (config.injuries.len() == 1).then_some(0);
    let injury = config.injuries.get(injury.or(only)?)?;
    [Side::Left, Side::Right].into_iter().find(|side| side.word() == injury.side)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_injured_side_is_divided_by_the_other_else_the_smaller_by_the_larger() {
        let of = |left, right, injured| SideRatio::of(left, right, injured).map(|ratio| (ratio.side, ratio.percent));
        assert_eq!(of(18.0, 25.0, None), Some((Side::Left, 72.0)));
        assert_eq!(of(25.0, 18.0, None), Some((Side::Right, 72.0)));
        assert_eq!(of(20.0, 20.0, None), Some((Side::Left, 100.0)));
        assert_eq!(of(18.0, 25.0, Some(Side::Right)), Some((Side::Right, 25.0 / 18.0 * 100.0)));
        assert_eq!(of(0.0, 25.0, Some(Side::Left)), Some((Side::Left, 0.0)));
        assert_eq!([of(5.0, 0.0, Some(Side::Left)), of(0.0, 0.0, None), of(-2.0, 3.0, None)], [None; 3]);
    }
}
