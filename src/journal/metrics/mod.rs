//! Figures over a dense calendar of optional values, one idea a file.
//!
//! They are written out here because they are the product's core and small: each follows one paragraph of a
//! definition to the digit, and what statistics crates offer (medians of floating-point vectors, Pearson's r) differs in
//! exactly the points that matter (missing days, ties, what is undefined) and brings linear algebra along.
//!
//! Invariant: no entries, no settings, no dates of today; a value that is not defined is `None` or says why as
//! [`Undefined`], never zero, infinity or NaN.

pub mod acwr;
pub mod adherence;
pub mod around;
pub mod change;
pub mod ladder;
pub mod lag;
pub mod load;
mod median;
pub mod rolling;
pub mod session_spikes;
pub mod spikes;
pub mod streaks;
pub mod strength;
pub mod trend;
pub mod verdict;
pub mod weekly;

pub use median::{mean, median, whole};

use std::fmt;

/// Why a figure is not defined, in a form that can be said to people.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Undefined {
    /// There are fewer values than it needs.
    TooFew {
        /// How many there are.
        n: usize,
        /// The fewest that it needs.
        least: usize,
    },
    /// The values lie on too few days.
    TooShort {
        /// Days from the first value to the last.
        days: i64,
        /// The fewest that it needs.
        least: i64,
    },
    /// All values are the same, so that nothing varies with them.
    Constant,
    /// It would be a division by zero.
    ByZero,
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooFew { n, least } => write!(f, "too few to say: {n} of the {least} it needs"),
            Self::TooShort { days, least } => {
                write!(f, "too few to say: {days} days from the first to the last, and it needs {least}")
            }
            Self::Constant => f.write_str("all values are the same"),
            Self::ByZero => f.write_str("nothing to divide by"),
        }
    }
}

#[cfg(test)]
mod tests;
