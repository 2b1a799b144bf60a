pub mod config;
pub mod diag;
pub mod entry;
pub mod fields;
pub mod markdown;
pub mod source;
pub mod text;
pub mod units;
