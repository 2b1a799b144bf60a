//! Figures over a dense calendar of optional values.
//!
//! Undefined is `None`, never zero, infinity or NaN.

/// The median; of an even count the mean of the two in the middle. `None` for no values.
#[must_use]
pub(super) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => Some(sorted[middle]),
        _ => Some(f64::midpoint(sorted[middle - 1], sorted[middle])),
    }
}

/// For each day the median of the `window` days that end on it, where at least `least` of them have a value.
#[must_use]
pub(super) fn rolling_median(values: &[Option<f64>], window: usize, least: usize) -> Vec<Option<f64>> {
    let mut inside: Vec<f64> = Vec::with_capacity(window);
    let at = |end: usize| {
        inside.clear();
        inside.extend(values[(end + 1).saturating_sub(window)..=end].iter().flatten());
        if inside.len() < least { None } else { median(&inside) }
    };
    (0..values.len()).map(at).collect()
}

/// The longest run of days on which `counts` holds, and the one that ends on the last day.
#[must_use]
pub(super) fn streaks<T>(days: &[T], counts: impl Fn(&T) -> bool) -> (usize, usize) {
    let (mut longest, mut current) = (0, 0);
    for day in days {
        current = if counts(day) { current + 1 } else { 0 };
        longest = longest.max(current);
    }
    (longest, current)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `3 – 4` as optional values.
    fn days(text: &str) -> Vec<Option<f64>> {
        text.split_whitespace().map(|word| word.parse().ok()).collect()
    }

    #[test]
    fn medians() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[5.0, 1.0, 4.0, 2.0]), Some(3.0));
    }

    #[test]
    fn rolling_median_needs_four_of_seven_days() {
        // The windows ending at the 7th, 8th and 9th day hold {3 4 5 2}, {4 5 2 1} and {4 5 2 1}; the last ones hold too few.
        let rolling = rolling_median(&days("3 – 4 5 – – 2 1 – – – – – 3"), 7, 4);
        let expected = days("– – – – – – 3.5 3 3 – – – – –");
        assert_eq!(rolling, expected);
    }

    #[test]
    fn a_missing_day_breaks_a_streak() {
        let values = days("1 0 0 – 0 0 0 2 0");
        assert_eq!(streaks(&values, |v| *v == Some(0.0)), (3, 1));
    }
}
