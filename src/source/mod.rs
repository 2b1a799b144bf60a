//! The files of a site: what is on the disk, read once.
//!
//! Invariant: this folder alone reads the disk before publishing, and the order of files never depends on it.

mod scan;

pub use scan::scan;

use std::collections::BTreeMap;
use std::sync::Arc;

/// The hash of some bytes.
pub type Hash = [u8; 32];

/// A file of the site.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path relative to the site's root, with forward slashes.
    pub path: Arc<str>,
    /// The hash of its bytes.
    pub hash: Hash,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Text of a kind that we read: markdown, templates, settings.
    Text(Arc<str>),
    /// Any other file: its full path on the disk, from which it is copied.
    File(Arc<std::path::Path>),
}

/// All files of a site by their path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The files, ordered by path.
    pub files: BTreeMap<Arc<str>, Source>,
}

impl Sources {
    /// The text of a file, if it is there and is text.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        match &self.files.get(path)?.content {
            Content::Text(text) => Some(text),
            Content::File(_) => None,
        }
    }

    /// The files below a folder given with its slash, in order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Source> {
        use std::ops::Bound::{Included, Unbounded};
        let from = self.files.range::<str, _>((Included(folder), Unbounded));
        from.map(|(_, source)| source).take_while(move |source| source.path.starts_with(folder))
    }
}
