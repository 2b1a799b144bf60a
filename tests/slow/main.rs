//! The slow tier, which `tests/run` runs: the preview while files change, and builds that are killed.
//!
//! `cargo test --test slow`; `COMEBACK_SOAK=600 cargo test --release --test slow preview` goes on for ten minutes.

#[path = "../support/mod.rs"]
#[expect(dead_code, reason = "the fast tier uses the rest")]
mod support;

#[cfg(unix)]
mod kills;
mod preview;
