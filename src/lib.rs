pub mod diag;
pub mod fields;
pub mod text;
pub mod units;
