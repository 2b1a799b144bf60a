//! Figures over a dense calendar of optional values, one idea a file.
//!
//! They are written out here because they are the product's core and small: each follows one paragraph of a
//! definition to the digit, and what statistics crates offer differs in exactly the points that matter (missing days, what is
//! undefined) and brings linear algebra along.
//!
//! Invariant: no entries, no settings, no dates of today; a value that is not defined is `None`, never zero, infinity or
//! NaN.

pub mod acwr;
pub mod adherence;
pub mod around;
pub mod change;
pub mod ladder;
pub mod load;
mod median;
pub mod rolling;
pub mod session_spikes;
pub mod spikes;
pub mod streaks;
pub mod strength;
pub mod verdict;
pub mod weekly;

pub use median::{mean, median, whole};

#[cfg(test)]
mod tests;
