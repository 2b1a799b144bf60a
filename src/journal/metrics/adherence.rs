//! How much of what was prescribed was noted.

/// What was noted of a prescription; all of it lies inside the prescription and the journal.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Adherence {
    /// Days on which it was noted.
    pub noted: usize,
    /// Days of which it is known what was done.
    pub known: usize,
    /// Days.
    pub days: usize,
    /// Days noted in the weeks that are counted, in none of them more than prescribed.
    pub done: u64,
    /// Days prescribed in these weeks.
    pub prescribed: u64,
    /// Days noted beyond what was prescribed: too much is no adherence either, so it is told apart.
    pub beyond: u64,
    /// Whole weeks, without ordered rest.
    pub weeks: usize,
    /// Those of them that are counted: of at least five of their days it is known what was done.
    pub counted: usize,
}

impl Adherence {
    /// The share that was done, 0 to 1; undefined where no week was counted, or fewer than half of the whole ones.
    #[expect(clippy::cast_precision_loss, reason = "counts of days are far below 2^53")]
    pub fn rate(&self) -> Option<f64> {
        let enough = self.prescribed > 0 && 2 * self.counted >= self.weeks;
        enough.then(|| self.done as f64 / self.prescribed as f64)
    }

    /// Adds a whole week: the days on which it was noted, and those known, against the days prescribed.
    ///
    /// Each week is capped, so that a week of too much does not hide one of too little.
    pub fn add_week(&mut self, noted: u32, known: usize, per_week: u32) {
        self.weeks += 1;
        if known >= KNOWN {
            self.counted += 1;
            self.done += u64::from(noted.min(per_week));
            self.prescribed += u64::from(per_week);
            self.beyond += u64::from(noted.saturating_sub(per_week));
        }
    }
}

/// Known days that a week needs to be counted.
const KNOWN: usize = 5;
