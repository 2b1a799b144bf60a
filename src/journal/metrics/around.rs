//! A series before and after a day.

use super::median;
use crate::journal::Calendar;
use jiff::civil::Date;

/// The medians of the `days` before a day and of the `days` after it, the day itself in neither; `None` unless both spans hold
/// `least` values. It compares two spans and says nothing of what made them differ.
pub fn around(values: &[Option<f64>], day: usize, days: usize, least: usize) -> Option<(f64, f64)> {
    let span = |from: usize, to: usize| {
        let span = values.get(from.min(values.len())..to.min(values.len())).unwrap_or_default();
        let known: Vec<f64> = span.iter().flatten().copied().collect();
        if known.len() >= least { median(&known) } else { None }
    };
    span(day.saturating_sub(days), day).zip(span(day + 1, day + 1 + days))
}

/// Under so many days no median of medians is given.
const COMPARED: usize = 8;

/// The medians of daily pain in the 7 days before and after some days, where enough have both, and how many have.
#[must_use]
pub fn around_all(calendar: &Calendar, days: &[Date]) -> (Option<(f64, f64)>, usize) {
    let around = |day: &Date| around(&calendar.pain, calendar.index(*day)?, 7, 4);
    let (before, after): (Vec<f64>, Vec<f64>) = days.iter().filter_map(around).unzip();
    (median(&before).zip(median(&after)).filter(|_| before.len() >= COMPARED), before.len())
}
