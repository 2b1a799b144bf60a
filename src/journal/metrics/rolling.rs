//! Trailing windows over the days.

use super::median::{mean, median_of};

/// What a trailing window of days holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rolling {
    /// The index of the window's last day.
    pub day: usize,
    /// The mean of the days that have a value.
    pub mean: f64,
    /// Their median, which suits a score better, since its steps need not be equal.
    pub median: f64,
    /// How many they are.
    pub n: usize,
}

/// For each day the median of the `window` calendar days that end on it.
///
/// In the values' unit. Undefined on days whose window holds fewer than `least` values, so that a line drawn through it
/// breaks there. A window never reaches into the future.
pub fn medians(values: &[Option<f64>], window: usize, least: usize) -> Vec<Option<f64>> {
    let mut inside: Vec<f64> = Vec::with_capacity(window);
    let at = |end: usize| {
        fill(&mut inside, values, window, end);
        if inside.len() < least { None } else { median_of(&mut inside) }
    };
    (0..values.len()).map(at).collect()
}

/// Mean, median and count of the same windows, of those days only where they are defined.
pub fn rolling(values: &[Option<f64>], window: usize, least: usize) -> Vec<Rolling> {
    let mut inside: Vec<f64> = Vec::with_capacity(window);
    let at = |day: usize| {
        fill(&mut inside, values, window, day);
        if inside.len() < least {
            return None;
        }
        // The mean sums in the order of the days, so it comes before the median puts them in another.
        Some(Rolling { day, mean: mean(&inside)?, median: median_of(&mut inside)?, n: inside.len() })
    };
    (0..values.len()).filter_map(at).collect()
}

fn fill(inside: &mut Vec<f64>, values: &[Option<f64>], window: usize, end: usize) {
    inside.clear();
    inside.extend(values[(end + 1).saturating_sub(window)..=end].iter().flatten());
}
