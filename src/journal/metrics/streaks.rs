//! Runs of days on which something holds.

/// A longest and a current run of days.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Streak {
    /// The most days in a row.
    pub longest: usize,
    /// The days in a row that end on the last day; 0 where it does not hold there.
    pub current: usize,
}

/// The longest and the current run of items on which `counts` holds, in items.
///
/// Strict: a day without a value does not hold. Zero where nothing holds, which is a count and no missing value.
pub fn streak<T>(items: impl IntoIterator<Item = T>, counts: impl Fn(T) -> bool) -> Streak {
    let mut streak = Streak::default();
    for item in items {
        streak.current = if counts(item) { streak.current + 1 } else { 0 };
        streak.longest = streak.longest.max(streak.current);
    }
    streak
}
