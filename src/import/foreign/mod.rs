//! Texts of other programs: blogs of Jekyll and Hugo, notes of Obsidian and Logseq.
//!
//! Each program has a folder of its own with what only it does; what all share stands beside it: a folder as it was read, front
//! matter of three languages, the meaning of keys, dates, links, and where everything goes.
//!
//! Invariant: no disk; a function of a folder's files and the settings. Nothing that its writer may have kept back comes along
//! public, and what doesn't come along is named.

mod filing;
mod front;
mod hugo;
mod jekyll;
mod keys;
mod kramdown;
mod links;
mod permalink;
mod prose;
mod shown;
mod tally;
mod tree;
mod vault;
mod when;

pub use hugo::read as hugo;
pub use jekyll::read as jekyll;
pub use tree::{ForeignFile, ForeignTree};
pub use vault::{logseq, obsidian};
