//! What costs much to make, kept from one build to the next in a hidden folder of the site.

use crate::publish::Hidden;
use crate::render::Kept;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

/// A folder of files named by the hash of what they are made from.
#[derive(Debug)]
pub(super) struct Folder {
    hidden: Hidden,
    /// The folder in the hidden one.
    sort: &'static str,
    /// How many files are kept, those that were made last.
    most: usize,
    /// Whether any file was added.
    added: AtomicBool,
}

impl Folder {
    /// The folder for one sort of files of the site at `root`; it is made when the first file is kept.
    pub(super) fn new(root: &Path, sort: &'static str, most: usize) -> Self {
        Self { hidden: Hidden::of(root), sort, most, added: AtomicBool::new(false) }
    }

    /// Removes the oldest beyond those that are kept.
    fn sweep(&self) -> std::io::Result<()> {
        let mut files = Vec::new();
        for entry in fs::read_dir(self.hidden.path(self.sort))? {
            let entry = entry?;
            files.push((entry.metadata()?.modified().ok(), entry.path()));
        }
        files.sort();
        let surplus = files.len().saturating_sub(self.most);
        files[..surplus].iter().try_for_each(|(_, path)| fs::remove_file(path))
    }
}

impl Kept for Folder {
    fn get(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.hidden.path(self.sort).join(name)).ok()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        // A folder that can't be written to costs time and nothing else.
        if self.hidden.write(&format!("{}/{name}", self.sort), bytes).is_ok() {
            self.added.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.added.load(Ordering::Relaxed) {
            let _ = self.sweep();
        }
    }
}
