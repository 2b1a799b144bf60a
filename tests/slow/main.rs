//! The slow tier, which `tests/run` runs: the preview while files change, and builds that are killed.
//!
//! `cargo test --test slow`; how long the random edits go on is told in `edits`.

#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "the fast tier uses the rest")]
mod support;

mod compare;
mod edits;
#[cfg(unix)]
mod kills;
mod preview;
mod server;
