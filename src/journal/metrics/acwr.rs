//! The acute to chronic workload ratio, in the three forms that are in use, which disagree.
//!
//! It is here because people ask for it. Its critics (Impellizzeri et al. 2020, IJSPP 15:907, doi 10.1123/ijspp.2019-0864) found
//! that dividing by a constant or by chance does as well; after a break its divisor goes to zero and the ratio explodes.

use super::median::{mean, whole};

/// The three ratios on the last day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Acwr {
    /// The mean of the last 7 days by that of the last 28, which hold them; at most 4.
    pub coupled: Option<f64>,
    /// The mean of the last 7 days by that of the 21 before them (Windt and Gabbett 2019).
    pub uncoupled: Option<f64>,
    /// The same by exponentially weighted means over 7 and 28 days (Williams et al. 2017, BJSM 51:209).
    pub ewma: Option<f64>,
    /// How many of the last 28 days are known.
    pub n: usize,
}

/// Known days of the last 28 that the plain ratios need.
const LEAST: usize = 23;

/// The three ratios on the last of some days, without unit.
///
/// The first two are undefined below 23 known days of the last 28; the third below 28 known days, or where fewer than 80 % of the
/// days from the first known one on are known; each where its divisor is zero or a mean has no day.
pub fn acwr(values: &[Option<f64>]) -> Acwr {
    let end = values.len();
    let known = |from: usize, to: usize| -> Vec<f64> {
        values[end.saturating_sub(from)..end.saturating_sub(to)].iter().flatten().copied().collect()
    };
    let (last7, last28, before) = (known(7, 0), known(28, 0), known(28, 7));
    let n = last28.len();
    let plain = |chronic: &[f64]| {
        let (acute, chronic) = (mean(&last7)?, mean(chronic)?);
        (n >= LEAST && chronic != 0.0).then(|| acute / chronic)
    };
    let all = values.iter().flatten().count();
    let since_first = end - values.iter().position(Option::is_some).unwrap_or(end);
    let covered = all >= 28 && all * 5 >= since_first * 4;
    let weighted = || {
        let (acute, chronic) = (ewma(values, 7)?, ewma(values, 28)?);
        (covered && chronic != 0.0).then(|| acute / chronic)
    };
    Acwr { coupled: plain(&last28), uncoupled: plain(&before), ewma: weighted(), n }
}

/// The exponentially weighted mean of some days over `n` of them, on the last; in the values' unit.
///
/// Starts at the first known value; an unknown day leaves it as it is. Undefined where no day is known.
pub fn ewma(values: &[Option<f64>], n: usize) -> Option<f64> {
    let weight = 2.0 / (whole(n) + 1.0);
    let step =
        |mean: Option<f64>, value: &f64| Some(mean.map_or(*value, |mean| weight * value + (1.0 - weight) * mean));
    values.iter().flatten().fold(None, step)
}
