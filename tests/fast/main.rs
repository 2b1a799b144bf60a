//! The fast tier: what `cargo test` runs. No sleeps, no kills; small sites in temporary folders.

#[path = "../support/mod.rs"]
mod support;

mod asides;
mod assets;
mod budgets;
mod builtin_theme;
mod chart_kinds;
mod charts;
mod cli;
mod comments;
mod demo;
mod determinism;
mod diagnostics;
mod drawings;
mod edits;
mod embedded;
mod export;
mod external;
mod feeds;
mod files;
mod fixtures;
mod front_matter;

mod heads;
mod hostile;
mod hosts;
mod injuries;
mod journals;
mod language;
mod links;
mod listings;
mod markdown_pages;
mod new;
mod numbers;
mod other_hosts;
mod photos;
mod pipeline;
mod places;
mod practice;
mod privacy;
mod private_search;
mod publication;
mod publish;
mod readme;
mod said_once;
mod schema;
mod search;
mod spec;
mod stats;
mod summary;
mod themes;
mod tidy;
mod timeline;
mod typed;
mod why;
