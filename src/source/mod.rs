//! The files of a site: what is on the disk, read once.
//!
//! Invariant: this folder alone reads the disk before publishing, and the order of files never depends on it.

mod copies;
mod kind;
mod scan;
mod walk;

pub use copies::copies;
pub use kind::{ContentKind, content_kind};
pub use scan::{Ignored, Reach, ignored, look_at, scan};

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// The folder of readers' comments.
pub(crate) const COMMENTS: &str = "content/comments/";

/// The hash of some bytes.
pub type Hash = [u8; 32];

/// A file of the site.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its path relative to the site's root, with forward slashes.
    pub path: Arc<str>,
    /// The hash of its bytes; of a file that is only copied, of its stamp, unless it is the theme's.
    pub hash: Hash,
    /// What it holds.
    pub content: Content,
    /// What the disk says of it without opening it.
    pub stamp: Stamp,
}

impl Source {
    /// Whether the file of the site at `root` is empty, or is no longer what was read.
    pub fn is_being_written(&self, root: &std::path::Path) -> bool {
        scan::moved_since(self, root)
    }
}

/// What tells a changed file from an unchanged one without reading it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Stamp {
    /// Bytes.
    pub len: u64,
    /// Nanoseconds since 1970 at which it was last written.
    pub modified: u128,
    /// The file's number on its disk, where the system has one: it changes when a file is replaced.
    pub inode: u64,
    /// Whether the last write lies so far back that another one since would show in `modified`.
    pub settled: bool,
}

impl Stamp {
    /// Whether a file with this earlier stamp is surely the same.
    pub fn still_holds(&self, now: &Self) -> bool {
        self.settled && (self.len, self.modified, self.inode) == (now.len, now.modified, now.inode)
    }
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// Text of a kind that we read: markdown, templates, settings.
    Text(Arc<str>),
    /// A stylesheet or a page of HTML, which is copied with its addresses looked at.
    Linked(Arc<str>),
    /// Any other file: its full path on the disk, from which it is copied.
    File(Arc<std::path::Path>),
}

/// Where to look for what moved.
#[derive(Clone, Debug, PartialEq)]
pub enum Look {
    /// At these files, given by their full path, if that is enough to know.
    At(Vec<PathBuf>),
    /// At everything.
    Everything,
}

/// All files of a site by their path.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The files, ordered by path.
    pub files: BTreeMap<Arc<str>, Source>,
    /// The paths of the files that were read for this scan, and not taken over from the one before.
    pub read: Vec<Arc<str>>,
    /// Where links led out of the site's folder.
    pub outside: LinkedFolders,
}

/// Folders outside the site's own that links in it lead to.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct LinkedFolders {
    /// Those that are read with all that is in them.
    pub folders: BTreeSet<PathBuf>,
    /// Those of single files.
    pub beside: BTreeSet<PathBuf>,
}

impl Sources {
    /// The text of a file, if it is there and is text.
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        match &self.files.get(path)?.content {
            Content::Text(text) => Some(text),
            Content::Linked(_) | Content::File(_) => None,
        }
    }

    /// Takes files that were read again in place of what they were before.
    pub fn update(&mut self, read: Vec<Source>) {
        self.read = read.iter().map(|source| source.path.clone()).collect();
        self.read.sort();
        self.read.dedup();
        for source in read {
            self.files.insert(source.path.clone(), source);
        }
    }

    /// The files below a folder given with its slash, in order.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Source> {
        use std::ops::Bound::{Included, Unbounded};
        let from = self.files.range::<str, _>((Included(folder), Unbounded));
        from.map(|(_, source)| source).take_while(move |source| source.path.starts_with(folder))
    }
}
