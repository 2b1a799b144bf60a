//! The hidden folder in the site's root, for what one build leaves for the next.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

const NAME: &str = ".comeback";

/// What a disk says where nothing may be kept: it may only be read, or a file has the folder's name.
const NO_PLACE: [ErrorKind; 4] =
    [ErrorKind::AlreadyExists, ErrorKind::NotADirectory, ErrorKind::PermissionDenied, ErrorKind::ReadOnlyFilesystem];

/// The hidden folder of a site; it is made when the first file is kept in it.
#[derive(Clone, Debug)]
pub struct Hidden(PathBuf);

impl Hidden {
    /// The one of the site at `root`.
    pub fn of(root: &Path) -> Self {
        Self(root.join(NAME))
    }

    /// Where a file or folder in it is.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// Why no file can be kept below a path of the folder, if that is so; nothing is made to find out.
    pub(super) fn refusal(&self, path: &str) -> Option<std::io::Error> {
        let path = self.path(path);
        let there = path.ancestors().skip(1).find(|above| above.exists())?;
        tempfile::tempfile_in(there).err().filter(|error| NO_PLACE.contains(&error.kind()))
    }

    /// Writes a file, by its path in the folder, whole or not at all.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn write(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        let path = self.path(path);
        let folder = path.parent().unwrap_or(&self.0);
        fs::create_dir_all(folder)?;
        let ignore = self.path(".gitignore");
        if !ignore.exists() {
            fs::write(ignore, "# Kept by comeback from one build to the next; may be removed at any time.\n*\n")?;
        }
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        std::io::Write::write_all(&mut file, bytes)?;
        file.persist(&path)?;
        Ok(())
    }
}
