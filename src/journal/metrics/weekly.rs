//! A week against the weeks before.
//!
//! No rule of ten percent is behind it: in trials it made no difference (Buist et al. 2008, AJSM 36:33), and week against week showed no
//! relation to injuries in 5,205 runners (Frandsen et al. 2025).

use super::median;

/// The change from one week's distance to the next, as a share of the first: 0.1 is a tenth more.
///
/// Undefined where the first is 0.
pub fn change(before: u64, now: u64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "metres of a week are far below 2^53")]
    let (before, now) = (before as f64, now as f64);
    (before > 0.0).then(|| (now - before) / before)
}

/// The mornings of a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mornings {
    /// The index of the week.
    pub week: usize,
    /// Their median, in points.
    pub median: f64,
    /// Mornings with a score.
    pub n: usize,
    /// Whether this week and the one before lie well above the four before them.
    pub rise: bool,
}

/// Mornings with a score that a week needs.
const LEAST: usize = 4;

/// The medians of the mornings of some calendar weeks that follow each other, of those with at least four of them.
///
/// Mornings have risen where a week and the one before it both lie at least 2 points above the median of the medians of the four
/// weeks before those two, of which at least three have one. By chance, of journals of 120 days in which mornings fall as in a
/// recovery, up to 2 % show a rise.
pub fn mornings(weeks: impl IntoIterator<Item = Vec<f64>>) -> Vec<Mornings> {
    let of_week = |mornings: Vec<f64>| {
        let median = median(&mornings).filter(|_| mornings.len() >= LEAST);
        (median, mornings.len())
    };
    let weeks: Vec<(Option<f64>, usize)> = weeks.into_iter().map(of_week).collect();
    let rose = |week: usize| {
        let (from, pair) = (week.saturating_sub(5), week.checked_sub(1)?);
        let before: Vec<f64> = weeks[from..pair].iter().filter_map(|(median, _)| *median).collect();
        let usual = median(&before).filter(|_| before.len() >= 3)?;
        Some(weeks[pair].0? >= usual + 2.0 && weeks[week].0? >= usual + 2.0)
    };
    let all = weeks.iter().enumerate();
    all.filter_map(|(week, (median, n))| {
        Some(Mornings { week, median: (*median)?, n: *n, rise: rose(week).unwrap_or(false) })
    })
    .collect()
}
