//! `comeback`: a static site generator for injury-recovery journals.
//!
//! Data flows one way, a value a stage; each folder of `src/` is one stage or one idea:
//!
//! ```text
//! site.toml, flags ─► Config
//! content/, themes/ ─► Sources ─► Entry ─► Journal ─► Site ─► outputs ─► Published
//!            source::scan   entry::parse  journal::assemble  site::plan  render::render  publish::Stage
//!               I/O           per file      whole journal    whole site     per page          I/O
//! ```
//!
//! - [`config`] resolves `site.toml` and flags; [`source`] alone reads the disk; [`entry`] reads one file, its text by
//!   [`markdown`], which leaves holes where the rest of the site is needed; [`comments`] reads one file of a reader's and
//!   makes it harmless; [`journal`] relates entries and counts days; [`site`] fixes addresses, puts comments into threads
//!   and makes each page's view; [`theme`] holds templates; [`render`] makes bytes; [`publish`] puts them on the disk,
//!   all or nothing.
//! - [`privacy`] looks at all that was made for words that stand in private sources alone.
//! - [`chart`] turns numbers into drawings and words; its kinds alone read the journal, what draws them knows none of it.
//! - [`language`] holds what the interface says, by language: words, dates and numbers.
//! - [`photo`] makes the sizes of pictures, bytes from bytes; what it made is kept in `.comeback/` by [`publish`].
//! - [`schema`] writes what the stages' tables of keys say for editors and for people.
//! - [`links`] finds the addresses in finished pages and stylesheets, and says what they lead to; `render` compares them.
//! - [`report`] makes one page for whoever treats the writer, private fields in it; [`cli`] alone uses it.
//! - [`import`] turns what watches recorded, diaries with many days and blogs into lines of the log and files of texts; [`cli`]
//!   reads those files and writes what comes of them.
//! - [`external`] asks other sites for the addresses that pages have of them, when `check` is told to.
//! - [`diag`], [`fields`], [`text`] and [`units`] are leaves that every stage may use.
//! - [`build`] drives the stages and remembers what they made of each file, so that an edit costs what it touches;
//!   [`watch`] says when to look again, [`serve`] answers from memory, and lets a phone write where it is told to; [`cli`] is the
//!   command line.
//!
//! Everything between `source` and `publish` is a pure function: no disk, no clock, no globals. Parsing never fails; it
//! returns what it could read, with all problems. Same sources and settings, same bytes. `tests/fast/tidy.rs` holds the
//! code to these rules and to the direction of dependencies, `tests/budgets.toml` to its size.

#[cfg(feature = "book")]
pub mod book;
pub mod build;
pub mod chart;
pub mod cli;
mod comments;
pub mod config;
pub mod diag;
pub mod entry;
#[cfg(feature = "external")]
mod external;
pub mod fields;
#[cfg(feature = "import")]
pub mod import;
pub mod journal;
pub mod language;
mod links;
pub mod markdown;
pub mod photo;
pub mod privacy;
pub mod publish;
pub mod render;
pub mod report;
pub mod schema;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod source;
pub mod text;
pub mod theme;
mod units;
#[cfg(feature = "serve")]
mod watch;
