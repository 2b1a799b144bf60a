//! What costs much to make, kept from one build to the next in a hidden folder of the site.

use crate::render::Kept;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// The hidden folder in the site's root.
const NAME: &str = ".comeback";

/// A folder of files named by the hash of what they are made from.
#[derive(Debug)]
pub(super) struct Folder {
    /// The hidden folder.
    top: PathBuf,
    /// The folder in it.
    folder: PathBuf,
    /// How many files are kept, those that were made last.
    most: usize,
    /// Whether any file was added.
    added: AtomicBool,
}

impl Folder {
    /// The folder for one sort of files of the site at `root`; it is made when the first file is kept.
    pub(super) fn new(root: &Path, sort: &str, most: usize) -> Self {
        let top = root.join(NAME);
        Self { folder: top.join(sort), top, most, added: AtomicBool::new(false) }
    }

    /// Writes a file whole or not at all.
    fn write(&self, name: &str, bytes: &[u8]) -> std::io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let ignore = self.top.join(".gitignore");
        if !ignore.exists() {
            fs::write(ignore, "# Kept by comeback from one build to the next; may be removed at any time.\n*\n")?;
        }
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        std::io::Write::write_all(&mut file, bytes)?;
        file.persist(self.folder.join(name))?;
        Ok(())
    }

    /// Removes the oldest beyond those that are kept.
    fn sweep(&self) -> std::io::Result<()> {
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
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
        fs::read(self.folder.join(name)).ok()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        // A folder that can't be written to costs time and nothing else.
        if self.write(name, bytes).is_ok() {
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
