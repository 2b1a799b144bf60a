//! The slow tier, which `tests/run` runs: books as `epubcheck` sees them, the preview while files change, builds that are killed, and
//! the examples of other projects, which are packages of npm (`npm ci --prefix tests/web`).
//!
//! `cargo test --test slow`; how long the random edits go on is told in `edits`.

#[path = "../support/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the fast tier uses the rest")]
mod support;

mod book;
mod compare;
mod edits;
mod kept;
#[cfg(unix)]
mod kills;
mod packages;
mod preview;
mod server;
