//! A week against the week before.
//!
//! No rule of ten percent is behind it: in trials it made no difference (Buist et al. 2008, AJSM 36:33), and week against week showed no
//! relation to injuries in 5,205 runners (Frandsen et al. 2025).

use super::{Undefined, median};

/// The change from one week's distance to the next, as a share of the first: 0.1 is a tenth more.
///
/// Undefined where the first is 0.
///
/// # Errors
/// That there is nothing to divide by.
pub fn change(before: u64, now: u64) -> Result<f64, Undefined> {
    if before == 0 {
        return Err(Undefined::ByZero);
    }
    #[expect(clippy::cast_precision_loss, reason = "metres of a week are far below 2^53")]
    let (before, now) = (before as f64, now as f64);
    Ok((now - before) / before)
}

/// A week's morning pain against the week before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mornings {
    /// The median of the week before.
    pub before: f64,
    /// The median of the week.
    pub now: f64,
    /// Mornings of the week before with a score.
    pub n_before: usize,
    /// Mornings of the week with a score.
    pub n_now: usize,
}

impl Mornings {
    /// Whether it rose by a point or more, the third of the rules of Silbernagel et al. 2007.
    pub fn rose(&self) -> bool {
        self.now - self.before >= 1.0
    }
}

/// Mornings with a score that each of the two weeks needs.
const LEAST: usize = 4;

/// The median morning pain of two weeks, in points.
///
/// Undefined where either has fewer than 4 mornings with a score.
///
/// # Errors
/// How many the poorer week has.
pub fn mornings(before: &[Option<f64>], now: &[Option<f64>]) -> Result<Mornings, Undefined> {
    let known = |days: &[Option<f64>]| -> Vec<f64> { days.iter().flatten().copied().collect() };
    let (before, now) = (known(before), known(now));
    let (n_before, n_now) = (before.len(), now.len());
    let too_few = Undefined::TooFew { n: n_before.min(n_now), least: LEAST };
    match (median(&before), median(&now)) {
        (Some(before), Some(now)) if n_before.min(n_now) >= LEAST => Ok(Mornings { before, now, n_before, n_now }),
        _ => Err(too_few),
    }
}
