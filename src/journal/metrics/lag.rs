//! Whether what was done goes with how it felt some days later: rank correlation at a lag.
//!
//! It says nothing about causes, and a few weeks say little at all: with 14 days a ρ of 0.5 may be anything from −0.08 to
//! 0.83. Days that follow each other are alike, which makes it look surer than it is (Tang and Landes 2020,
//! doi 10.1371/journal.pone.0228077); [`effective`] says by how much.

use super::Undefined;
use super::median::{median, whole};

/// The fewest pairs for a figure, and for one that is shown without "too few to say".
pub const LEAST: usize = 10;
/// The fewest pairs for a figure that is shown without "too few to say".
pub const ENOUGH: usize = 20;

/// The 97.5 % point of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// A rank correlation and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// Pairs of days of which both values are known.
    pub n: usize,
    /// Spearman's ρ, −1 to 1.
    pub rho: Result<f64, Undefined>,
    /// Its interval of 95 %; undefined where ρ is, or is −1 or 1.
    pub interval: Option<(f64, f64)>,
    /// How many independent pairs the n amount to.
    pub effective: Option<f64>,
}

/// The pairs of x on a day and y `lag` days later, of the days on which both are known, in order.
pub fn pairs(x: &[Option<f64>], y: &[Option<f64>], lag: i64) -> Vec<(f64, f64)> {
    let pair = |(day, x): (usize, &Option<f64>)| {
        let later = usize::try_from(i64::try_from(day).ok()? + lag).ok()?;
        Some(((*x)?, (*y.get(later)?)?))
    };
    x.iter().enumerate().filter_map(pair).collect()
}

/// Spearman's ρ of some pairs: Pearson's r of their ranks, those of equal values being their mean.
///
/// Undefined below 10 pairs, and where a side is constant.
pub fn correlate(pairs: &[(f64, f64)]) -> Correlation {
    let n = pairs.len();
    let rho = if n < LEAST { Err(Undefined::TooFew { n, least: LEAST }) } else { spearman(pairs) };
    let interval = rho.ok().and_then(|rho| interval(rho, n));
    Correlation { n, rho, interval, effective: effective(pairs) }
}

/// Spearman's ρ of some pairs, however few.
///
/// Ranks are doubled, so that those of ties are whole, and all sums are whole numbers: a ρ of exactly 1 is told from one
/// of almost 1, for which alone an interval is defined.
///
/// # Errors
/// Where a side is constant.
pub fn spearman(pairs: &[(f64, f64)]) -> Result<f64, Undefined> {
    let x = doubled_ranks(pairs.iter().map(|(x, _)| *x));
    let y = doubled_ranks(pairs.iter().map(|(_, y)| *y));
    let middle = i128::try_from(pairs.len()).unwrap_or(0) + 1;
    let sum = |a: &[i128], b: &[i128]| -> i128 { a.iter().zip(b).map(|(a, b)| (a - middle) * (b - middle)).sum() };
    let (xy, xx, yy) = (sum(&x, &y), sum(&x, &x), sum(&y, &y));
    if xx == 0 || yy == 0 {
        return Err(Undefined::Constant);
    }
    if xy * xy == xx * yy {
        return Ok(if xy > 0 { 1.0 } else { -1.0 });
    }
    #[expect(clippy::cast_precision_loss, reason = "rounded once, as every quotient is")]
    Ok(xy as f64 / ((xx as f64).sqrt() * (yy as f64).sqrt()))
}

/// Twice the rank of each value from 1, equal values sharing the mean of theirs.
fn doubled_ranks(values: impl Iterator<Item = f64>) -> Vec<i128> {
    let mut order: Vec<(f64, usize)> = values.enumerate().map(|(at, value)| (value, at)).collect();
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let mut ranks = vec![0; order.len()];
    let mut first = 0;
    for group in order.chunk_by(|a, b| a.0 == b.0) {
        let shared = i128::try_from(2 * first + group.len() + 1).unwrap_or(0);
        for (_, at) in group {
            ranks[*at] = shared;
        }
        first += group.len();
    }
    ranks
}

/// The interval of 95 % of Spearman's ρ (Bonett and Wright 2000, doi 10.1007/BF02294183).
///
/// Undefined for fewer than four pairs and for a ρ of −1 or 1.
pub fn interval(rho: f64, n: usize) -> Option<(f64, f64)> {
    if n < 4 || rho.abs() >= 1.0 {
        return None;
    }
    let half = Z * ((1.0 + rho * rho / 2.0) / (whole(n) - 3.0)).sqrt();
    Some(((rho.atanh() - half).tanh(), (rho.atanh() + half).tanh()))
}

/// How many independent pairs some pairs in the order of days amount to: n (1 − ab) / (1 + ab), of the lag-1 autocorrelations.
///
/// Undefined where a side is constant or the divisor is zero; never more than n is worth saying, so it is kept as it comes.
pub fn effective(pairs: &[(f64, f64)]) -> Option<f64> {
    let x: Vec<f64> = pairs.iter().map(|(x, _)| *x).collect();
    let y: Vec<f64> = pairs.iter().map(|(_, y)| *y).collect();
    let both = autocorrelation(&x)? * autocorrelation(&y)?;
    (1.0 + both != 0.0).then(|| whole(pairs.len()) * (1.0 - both) / (1.0 + both))
}

/// The correlation of values with those that follow them: Σ(xᵢ−m)(xᵢ₊₁−m) / Σ(xᵢ−m)²; undefined for equal values.
pub fn autocorrelation(values: &[f64]) -> Option<f64> {
    let mean = super::mean(values)?;
    if values.iter().all(|value| *value == values[0]) {
        return None;
    }
    let next: f64 = values.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum();
    Some(next / values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>())
}

/// The y of two groups of pairs, told apart by x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Groups {
    /// Pairs whose x is in the group.
    pub n_in: usize,
    /// The others.
    pub n_out: usize,
    /// The median of y of those in the group.
    pub median_in: f64,
    /// That of the others.
    pub median_out: f64,
    /// Cliff's δ, −1 to 1: how much more often y is larger inside than smaller.
    pub delta: f64,
}

/// The y of the pairs whose x is in a group against the others; undefined where either has no pair.
pub fn groups(pairs: &[(f64, f64)], is_in: impl Fn(f64) -> bool) -> Option<Groups> {
    let pick =
        |wanted: bool| -> Vec<f64> { pairs.iter().filter(|(x, _)| is_in(*x) == wanted).map(|(_, y)| *y).collect() };
    let (inside, mut outside) = (pick(true), pick(false));
    let (median_in, median_out) = (median(&inside)?, median(&outside)?);
    outside.sort_unstable_by(f64::total_cmp);
    // By halving: all pairs of both groups would be quadratic in the days.
    let above = |y: &f64| {
        let (smaller, up_to) = (outside.partition_point(|o| o < y), outside.partition_point(|o| o <= y));
        whole(smaller) - whole(outside.len() - up_to)
    };
    let delta = inside.iter().map(above).sum::<f64>() / (whole(inside.len()) * whole(outside.len()));
    Some(Groups { n_in: inside.len(), n_out: outside.len(), median_in, median_out, delta })
}
