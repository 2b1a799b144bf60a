//! The list of the files in an output folder that are ours, and the mark by which the folder itself is.
//!
//! The list names every page, unlisted ones too, and what is in the folder is published: so the list stands in the site's
//! hidden folder. The mark names nothing.

use super::{Hidden, real};
use crate::diag::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// The name of the mark in the output folder.
pub(super) const NAME: &str = ".comeback-manifest";

/// The mark's first line.
const HEAD: &str = "# Files made by comeback, which it may replace and remove. Do not edit.";

/// The last line of a list: one that lacks it was cut off, and is as good as lost.
const END: &str = "# end\n";

/// The paths of our files, relative to the output folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Manifest(BTreeSet<String>);

/// Whether an output folder has our mark.
pub(super) fn is_marked(output: &Path) -> Result<bool, Failure> {
    let path = output.join(NAME);
    match fs::read_to_string(&path) {
        Ok(text) if text.lines().next() == Some(HEAD) => Ok(true),
        Ok(_) => Err(Failure::new(format!("{} is no file of comeback's", path.display()))),
        Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(e) => Err(Failure::io("cannot read", &path, &e)),
    }
}

/// Marks an output folder as ours, by way of a file in the staging folder.
pub(super) fn mark(output: &Path, staging: &Path) -> Result<(), Failure> {
    let target = output.join(NAME);
    let text = format!("{HEAD}\n");
    if fs::read(&target).is_ok_and(|old| old == text.as_bytes()) {
        return Ok(());
    }
    let staged = staging.join("mark");
    fs::write(&staged, text)
        .and_then(|()| fs::rename(&staged, &target))
        .map_err(|e| Failure::io("cannot write", &target, &e))
}

/// Where the list of an output folder is, by its path from the site's hidden folder: a site that is moved with its output
/// takes it along.
pub(super) fn list_of(root: &Path, output: &Path) -> String {
    let (root, output) = (real(root), real(output));
    let path = output.strip_prefix(&root).unwrap_or(&output);
    format!("outputs/{}", &blake3::hash(path.to_string_lossy().as_bytes()).to_hex()[..16])
}

impl Manifest {
    /// Reads a list; `None` where there is none, or not all of it.
    pub(super) fn read(hidden: &Hidden, list: &str) -> Result<Option<Self>, Failure> {
        let path = hidden.path(list);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if matches!(e.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => return Ok(None),
            Err(e) => return Err(Failure::io("cannot read", &path, &e)),
        };
        let Some(lines) = text.strip_suffix(END) else { return Ok(None) };
        // A path that leads out of the folder can only be there by hand, and is never touched.
        let inside =
            |line: &&str| !line.is_empty() && !line.starts_with('/') && line.split('/').all(|part| part != "..");
        Ok(Some(lines.lines().filter(inside).map(str::to_owned).collect()))
    }

    /// Replaces a list, unless it is the same.
    pub(super) fn write(&self, hidden: &Hidden, list: &str) -> Result<(), Failure> {
        let text: String = self.0.iter().flat_map(|path| [path, "\n"]).chain([END]).collect();
        let target = hidden.path(list);
        if fs::read(&target).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        hidden.write(list, text.as_bytes()).map_err(|e| Failure::io("cannot write", &target, &e))
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
