//! What a week of training weighed: load, monotony, strain.
//!
//! A session's load is its effort on the CR-10 scale times its minutes, in arbitrary units (Foster 2001, JSCR 15:109).

use super::median::{mean, whole};

/// Monotony and strain of a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// The mean of the daily loads by their standard deviation; no unit.
    pub monotony: f64,
    /// The week's load times its monotony, in the unit of loads.
    pub strain: f64,
}

/// Monotony and strain of seven daily loads (Foster 1998, MSSE 30:1164), with the standard deviation of the population.
///
/// Undefined unless the loads of all seven days are known and differ: a week of equal days would be infinitely
/// monotonous. The paper's thresholds were individual ones, so none is given here.
pub fn week(loads: &[Option<f64>]) -> Option<Week> {
    let known: Vec<f64> = loads.iter().flatten().copied().collect();
    // Equal loads are told by comparing them: their mean need not be exact, and a deviation of 1e-15 is none.
    if known.len() != 7 || loads.len() != 7 || known.iter().all(|load| *load == known[0]) {
        return None;
    }
    let mean = mean(&known)?;
    let variance = known.iter().map(|load| (load - mean) * (load - mean)).sum::<f64>() / whole(known.len());
    let monotony = mean / variance.sqrt();
    Some(Week { monotony, strain: known.iter().sum::<f64>() * monotony })
}
