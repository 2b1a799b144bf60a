//! Middles: the median and the mean.

/// The median of some values, in their unit: the middle one, of an even count the mean of the two in the middle.
///
/// Undefined for no values.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    median_of(&mut sorted)
}

/// The same where the values may be put in order in place, so that a pass over the days allocates nothing.
pub(super) fn median_of(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        n if n % 2 == 1 => Some(values[middle]),
        _ => Some(f64::midpoint(values[middle - 1], values[middle])),
    }
}

/// The arithmetic mean of some values, in their unit, summed in their order.
///
/// Undefined for no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    if values.is_empty() { None } else { Some(values.iter().sum::<f64>() / whole(values.len())) }
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of days and pairs are far below 2^53")]
pub fn whole(count: usize) -> f64 {
    count as f64
}
