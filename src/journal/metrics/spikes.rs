//! Pain spikes: days on which pain lay well above what it had been.
//!
//! They are computed; a *flare* is what the writer calls one, and comes first. In a follow-up of people with back pain most
//! flares they reported were no days of more than average pain (Costa et al. 2019, J Pain 20:1267, on the definition).

use super::median::median_of;
use std::ops::Range;

/// A pain spike, by the indices of its days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spike {
    /// Its first day.
    pub onset: usize,
    /// Its last day; `None` where it is not known to have ended.
    pub end: Option<usize>,
    /// Days from the first to the last that it is measured over, those without a score too.
    pub days: usize,
    /// Those of them that have a score.
    pub known: usize,
    /// The median that it is measured against.
    pub baseline: f64,
    /// The most pain of any of its days.
    pub peak: f64,
    /// The points above the baseline, summed over its days.
    pub excess: f64,
}

/// Days before a day that its baseline is taken from, and how many of them must have a score.
const BEFORE: usize = 14;
const LEAST: usize = 7;

/// Days that a spike may last, its first one among them.
const LONGEST: usize = 28;

/// Days in a row without a score after which nobody knows whether a spike went on.
const SILENCE: usize = 5;

/// The spikes of a score, in order.
///
/// One begins on the first of two days in a row that both lie at least 2 points above the median of the 14 days before (at least 7
/// of them with a score), which is then kept. Its last day is the last one with a score before the first two days in a row
/// that both lie at most 1 point above it. Where these don't come within 28 days, or only after five days without a score, it has no known end,
/// and is measured up to the last score before. In points of the score.
pub fn spikes(values: &[Option<f64>]) -> Vec<Spike> {
    let mut spikes = Vec::new();
    let mut window = Vec::with_capacity(BEFORE);
    let mut day = 0;
    while day + 1 < values.len() {
        let both = |at: usize, holds: &dyn Fn(f64) -> bool| {
            let pair = values.get(at..at + 2);
            pair.is_some_and(|pair| pair.iter().all(|value| value.is_some_and(holds)))
        };
        // No baseline lies below 0, so most days begin none whatever it is.
        if !both(day, &|value| value >= 2.0) {
            day += 1;
            continue;
        }
        window.clear();
        window.extend(values[day.saturating_sub(BEFORE)..day].iter().flatten());
        let baseline = if window.len() < LEAST { None } else { median_of(&mut window) };
        let Some(baseline) = baseline.filter(|baseline| both(day, &|value| value >= baseline + 2.0)) else {
            day += 1;
            continue;
        };
        // Both days of the onset lie above, so the first pair below begins after them.
        let latest = latest(values, day);
        let over = (day + 2..latest).find(|at| both(*at, &|value| value <= baseline + 1.0));
        let last = last_known(values, day..over.unwrap_or(latest));
        let inside = values[day..=last].iter().flatten();
        spikes.push(Spike {
            onset: day,
            end: over.map(|_| last),
            days: last + 1 - day,
            known: inside.clone().count(),
            baseline,
            peak: inside.clone().fold(0.0, |peak: f64, value| peak.max(*value)),
            excess: inside.map(|value| (value - baseline).max(0.0)).sum(),
        });
        day = last + 1;
    }
    spikes
}

/// The last day with a score by which it can be told whether what began on a day goes on; the day itself where none is.
pub fn told_until(values: &[Option<f64>], day: usize) -> usize {
    last_known(values, day..latest(values, day))
}

/// Where a spike that began on a day is given up: after its longest time, or where days without a score begin.
fn latest(values: &[Option<f64>], day: usize) -> usize {
    let silent = |at: &usize| values.get(*at..at + SILENCE).is_some_and(|days| days.iter().all(Option::is_none));
    let end = (day + LONGEST).min(values.len());
    (day + 1..end).find(silent).unwrap_or(end)
}

fn last_known(values: &[Option<f64>], mut days: Range<usize>) -> usize {
    let first = days.start;
    days.rfind(|at| values[*at].is_some()).unwrap_or(first)
}

/// How pain came back to what it had been after a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Return {
    /// The median that it is measured against.
    pub baseline: f64,
    /// Days until it was back: 0 where it never left; `None` where it was not back on the last day of all.
    pub days: Option<usize>,
    /// The most pain of the day and of these days.
    pub peak: Option<f64>,
}

/// From a day to the first two days in a row at most 1 point above the median of the 14 days before it; `None` where fewer than 7
/// of these have a score, or nothing has one from the day on.
pub fn back(values: &[Option<f64>], day: usize) -> Option<Return> {
    let mut before: Vec<f64> = values.get(day.saturating_sub(BEFORE)..day)?.iter().flatten().copied().collect();
    let after = values.get(day..)?;
    if before.len() < LEAST || after.iter().all(Option::is_none) {
        return None;
    }
    let baseline = median_of(&mut before)?;
    let low = |value: &Option<f64>| value.is_some_and(|value| value <= baseline + 1.0);
    let days = after.windows(2).position(|pair| pair.iter().all(low));
    let inside = &after[..days.map_or(after.len(), |days| (days + 1).min(after.len()))];
    let peak = inside.iter().flatten().copied().reduce(f64::max);
    Some(Return { baseline, days, peak })
}
