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
