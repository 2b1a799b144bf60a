//! What lies in an output folder and is neither of this build nor in the list of an earlier one.

use super::{STAGING, manifest};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file of an output folder that nobody is known to have made.
#[derive(Clone, Debug, PartialEq)]
pub struct Stray {
    /// Its path in the folder.
    pub path: String,
    /// Where it is on the disk.
    pub file: PathBuf,
    /// Whether git or a host gives its name a meaning, so that somebody put it there on purpose.
    pub of_host: bool,
}

/// Names at the top of an output folder that git and hosts give a meaning to: `public/` may be a checkout of its own.
const OF_HOSTS: [&str; 11] = [
    ".git",
    ".gitattributes",
    ".gitignore",
    ".github",
    ".well-known",
    ".nojekyll",
    ".htaccess",
    ".domains",
    ".netlify",
    ".vercel",
    "CNAME",
];

/// The files of an output folder that are not known, in order. What is in `.git` is packed and is no output.
pub(super) fn find(output: &Path, is_known: impl Fn(&str) -> bool) -> Vec<Stray> {
    let is_output = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() != 1 || !(name == manifest::NAME || name == ".git" || name.starts_with(STAGING))
    };
    let walk = WalkDir::new(output).min_depth(1).sort_by_file_name().into_iter().filter_entry(is_output).flatten();
    let stray = |entry: DirEntry| {
        let inside = entry.path().strip_prefix(output).ok()?;
        let path = inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        let of_host = OF_HOSTS.contains(&path.split('/').next().unwrap_or_default());
        (!is_known(&path)).then(|| Stray { path, file: entry.into_path(), of_host })
    };
    walk.filter(|entry| !entry.file_type().is_dir()).filter_map(stray).collect()
}
