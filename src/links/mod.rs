//! The addresses in finished pages and stylesheets.
//!
//! Invariant: functions of their arguments; which addresses a site has is for the caller to know.

pub mod css;
