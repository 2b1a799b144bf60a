//! The list of the files in the output folder that are ours.

use crate::diag::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The manifest's name in the output folder.
pub(super) const NAME: &str = ".comeback-manifest";

/// The manifest's first line, by which a folder is known as ours.
const HEAD: &str = "# Files made by comeback, which it may replace and remove. Do not edit.";

/// The paths of our files, relative to the output folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Manifest(BTreeSet<String>);

impl Manifest {
    /// Reads the manifest of an output folder; `None` where there is none.
    pub(super) fn read(output: &Path) -> Result<Option<Self>, Failure> {
        let path = output.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
            Err(e) => return Err(Failure::io("cannot read", &path, &e)),
        };
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return Err(Failure::new(format!("{} is not a manifest of comeback", path.display())));
        }
        // A path that leads out of the folder can only be there by hand, and is never touched.
        let inside =
            |line: &&str| !line.is_empty() && !line.starts_with('/') && line.split('/').all(|part| part != "..");
        Ok(Some(lines.filter(inside).map(str::to_owned).collect()))
    }

    /// Replaces the manifest of an output folder, by way of a file in the staging folder.
    pub(super) fn write(&self, output: &Path, staging: &Path) -> Result<(), Failure> {
        let mut text = format!("{HEAD}\n");
        for path in &self.0 {
            text.push_str(path);
            text.push('\n');
        }
        let target = output.join(NAME);
        if fs::read(&target).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        let staged = staging.join("manifest");
        fs::write(&staged, text)
            .and_then(|()| fs::rename(&staged, &target))
            .map_err(|e| Failure::io("cannot write", &target, &e))
    }

    pub(super) fn has(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    /// Whether a file of ours stands somewhere below a folder.
    pub(super) fn has_below(&self, folder: &str) -> bool {
        let inside = format!("{folder}/");
        self.0.range(inside.clone()..).next().is_some_and(|path| path.starts_with(&inside))
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    pub(super) fn union(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0).cloned().collect())
    }
}

impl FromIterator<String> for Manifest {
    fn from_iter<T: IntoIterator<Item = String>>(paths: T) -> Self {
        Self(paths.into_iter().collect())
    }
}
