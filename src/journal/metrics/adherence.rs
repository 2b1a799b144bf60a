//! How much of what was prescribed was done.

/// What was done of a prescription.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Adherence {
    /// Days on which it was done, in no week more than prescribed.
    pub done: u64,
    /// Days that were prescribed.
    pub prescribed: u64,
    /// Days beyond what was prescribed: too much is no adherence either, so it is told apart.
    pub beyond: u64,
    /// Whole weeks that were counted.
    pub weeks: usize,
}

impl Adherence {
    /// The share that was done, 0 to 1; undefined where no whole week was counted.
    #[expect(clippy::cast_precision_loss, reason = "counts of days are far below 2^53")]
    pub fn rate(&self) -> Option<f64> {
        (self.prescribed > 0).then(|| self.done as f64 / self.prescribed as f64)
    }
}

/// Days done in each week against days prescribed a week: Σ min(done, prescribed) of Σ prescribed.
///
/// Each week is capped, so that a week of too much does not hide one of too little.
pub fn adherence(done: impl IntoIterator<Item = u32>, per_week: u32) -> Adherence {
    done.into_iter().fold(Adherence::default(), |sum, done| Adherence {
        done: sum.done + u64::from(done.min(per_week)),
        prescribed: sum.prescribed + u64::from(per_week),
        beyond: sum.beyond + u64::from(done.saturating_sub(per_week)),
        weeks: sum.weeks + 1,
    })
}
