//! Which way a score has been going: the Theil–Sen slope.

use super::{Undefined, median};

/// The fewest values that a trend of the journal needs, and the fewest days from the first to the last of them.
const LEAST: usize = 10;
const LEAST_DAYS: i64 = 14;

/// The median of the slopes of all pairs of points, in y per x (Theil 1950, Sen 1968).
///
/// One bad day in three moves it little, unlike a line of least squares. Undefined where no two points differ in x. All pairs
/// are looked at, which is quadratic: it is meant for the 42 days of [`per_week`].
pub fn theil_sen(points: &[(f64, f64)]) -> Option<f64> {
    let mut slopes = Vec::with_capacity(points.len() * points.len().saturating_sub(1) / 2);
    for (at, (x, y)) in points.iter().enumerate() {
        let later = points[at + 1..].iter().filter(|(other, _)| other != x);
        slopes.extend(later.map(|(other_x, other_y)| (other_y - y) / (other_x - x)));
    }
    median(&slopes)
}

/// Points a week by which a score moved over some days: seven times the slope, negative where it fell.
///
/// Undefined below 10 values, or where they span fewer than 14 days: two weeks of a score that comes in halves hold no trend.
///
/// # Errors
/// Why it is undefined.
pub fn per_week(values: &[Option<f64>]) -> Result<f64, Undefined> {
    let days = (0i32..).zip(values);
    let points: Vec<(f64, f64)> = days.filter_map(|(day, value)| Some((f64::from(day), (*value)?))).collect();
    if points.len() < LEAST {
        return Err(Undefined::TooFew { n: points.len(), least: LEAST });
    }
    let at = |i: Option<usize>| i.and_then(|i| i64::try_from(i).ok()).unwrap_or(0);
    let days = at(values.iter().rposition(Option::is_some)) - at(values.iter().position(Option::is_some));
    if days < LEAST_DAYS {
        return Err(Undefined::TooShort { days, least: LEAST_DAYS });
    }
    theil_sen(&points).map(|slope| 7.0 * slope).ok_or(Undefined::Constant)
}
