//! What an import of another program's posts or notes gives: files of the site, and what did not come along.

use std::path::PathBuf;

/// All that an import gives, before anything is written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The files, each at a path of its own, in the order of the source.
    pub files: Vec<ImportedFile>,
    /// What did not come, in the order of the source.
    pub left_out: Vec<LeftOut>,
}

/// A file that an import gives.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportedFile {
    /// Its path from the site's root: `content/journal/2020-08-14-first-run.md`.
    pub path: String,
    /// What it is.
    pub kind: ImportedKind,
    /// Where it comes from, as messages name it: `export.xml:120` or `_posts/2020-08-14-first-run.md`.
    pub place: String,
    /// Its bytes.
    pub bytes: ImportedBytes,
    /// Why it is not public, if it isn't: `draft`, `private`, `future`.
    pub kept_back: Option<&'static str>,
}

/// What an imported file is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum ImportedKind {
    /// An entry of the journal.
    Entry,
    /// A page outside the journal.
    Page,
    /// A log of days in one line each.
    Log,
    /// A reader's comment.
    Comment,
    /// A picture or another file that texts show or link to.
    Attachment,
}

/// The bytes of an imported file.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportedBytes {
    /// A text that the import wrote.
    Text(String),
    /// Those of another file, which are copied as they are.
    CopyOf(PathBuf),
}

/// Something that did not come along.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct LeftOut {
    /// What it is, in words: `page "Shop"`, `comment by Ann`.
    pub what: String,
    /// Where it stands.
    pub place: String,
    /// Why it did not come, as it goes on behind “did not come, ”: `since it was not approved`.
    pub why: String,
}
