//! Squares in blocks of columns, under the names of months.

/// Where the squares of a drawing stand.
pub(super) struct Grid {
    /// The left side.
    pub left: i32,
    /// How far the squares are apart.
    pub cell: i32,
    /// How many columns a block has.
    pub columns: i32,
    /// How many rows a block has.
    pub rows: i32,
    /// The height of a block of weeks with its months.
    pub block: i32,
}

/// How high the names of months stand over their squares.
pub(super) const MONTHS: i32 = 220;

impl Grid {
    /// Returns the left bottom corner of a square.
    pub(super) fn corner(&self, column: i32, row: i32) -> (i32, i32) {
        let (block, column) = (column / self.columns, column % self.columns);
        (self.left + column * self.cell, block * self.block + MONTHS + (row + 1) * self.cell)
    }
}

/// The classes of squares from the least pain to the most.
pub(super) const PAIN: [&str; 6] = ["h0", "h1", "h2", "h3", "h4", "h5"];

/// Those of what was done, in the colour that running has everywhere.
pub(super) const WORK: [&str; 6] = ["h0", "w1", "w2", "w3", "w4", "w5"];

/// With more days than this a square is a week.
pub(super) const MOST_DAYS: i32 = 1100;
