//! Walking one folder of a site, its links with it.

use super::LinkedFolders;
use super::scan::{ignored, relative};
use crate::diag::{Diagnostic, Place};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The files that are there, and what is wrong with others.
pub(super) struct Walk<'a> {
    root: &'a Path,
    follow_links: bool,
    leave_out: Option<&'a Path>,
    /// The files with their paths from the root.
    pub(super) found: Vec<(String, PathBuf)>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) outside: LinkedFolders,
}

impl<'a> Walk<'a> {
    pub(super) fn new(root: &'a Path, follow_links: bool, leave_out: Option<&'a Path>) -> Self {
        Self {
            root,
            follow_links,
            leave_out,
            found: Vec::new(),
            diagnostics: Vec::new(),
            outside: LinkedFolders::default(),
        }
    }

    /// Collects the files below one folder.
    pub(super) fn folder(&mut self, folder: &str) {
        let start = self.root.join(folder);
        if start.symlink_metadata().is_err() {
            return;
        }
        let (root, output, follows) = (self.root, self.leave_out, self.follow_links);
        let wanted = move |entry: &DirEntry| {
            entry.depth() == 0 || !(is_left_out(entry, output) || follows && leads_home(entry, root, output))
        };
        let mut walker = WalkDir::new(&start).follow_links(true).into_iter().filter_entry(wanted);
        while let Some(entry) = walker.next() {
            let is_folder = entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir());
            if !self.take(entry) && is_folder {
                walker.skip_current_dir();
            }
        }
    }

    /// Takes what the walk came to; `false` where it is left out.
    fn take(&mut self, entry: Result<DirEntry, walkdir::Error>) -> bool {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                self.diagnostics.extend(walk_problem(self.root, &error));
                return false;
            }
        };
        let Some(path) = relative(self.root, entry.path()) else {
            let shown = entry.path().strip_prefix(self.root).unwrap_or(entry.path());
            let shown = shown.to_string_lossy().replace('\\', "/");
            self.diagnostics.push(bad_name("the file's name is not UTF-8", &shown));
            // What is in it has such a path too, and one word of it is enough.
            return true;
        };
        // A line break would make two paths of one in the manifest, and the terminal obeys escapes.
        if path.contains(char::is_control) {
            self.diagnostics
                .push(bad_name("the file's name has a control character", &path.escape_debug().to_string()));
            return false;
        }
        if entry.path_is_symlink() && !self.follow(&entry, &path) {
            return false;
        }
        if entry.file_type().is_file() {
            self.found.push((path, entry.into_path()));
        }
        true
    }

    /// Whether a link is followed; one that leads out of the site's folder is remembered, since changes there count too.
    fn follow(&mut self, entry: &DirEntry, path: &str) -> bool {
        let real = entry.path().canonicalize().ok();
        if real.as_deref() == Some(self.root) {
            self.diagnostics.push(left_out(IN_A_CIRCLE, Place::file(path)));
            return false;
        }
        if real.is_some() && real.as_deref() == self.leave_out {
            return false;
        }
        if real.as_ref().is_some_and(|real| real.starts_with(self.root)) {
            return true;
        }
        match real.filter(|_| self.follow_links) {
            Some(real) if entry.file_type().is_dir() => {
                self.outside.folders.insert(real);
                true
            }
            Some(real) => {
                self.outside.beside.extend(real.parent().map(Path::to_owned));
                true
            }
            None => {
                let message = "this link leads out of the site's folder, so it is left out";
                let hint = "copy the file here, or write `follow_links = true` at the top of site.toml";
                self.diagnostics.push(Diagnostic::warning("link-outside", message).at(Place::file(path)).hint(hint));
                false
            }
        }
    }
}

fn bad_name(message: &str, shown: &str) -> Diagnostic {
    Diagnostic::error("bad-name", message).at(Place::file(shown)).hint("rename it")
}

const IN_A_CIRCLE: &str = "this link leads back to a folder that holds it, so it is left out";

fn left_out(message: &str, place: Place) -> Diagnostic {
    Diagnostic::warning("bad-link", message).at(place).hint("remove it, or let it lead elsewhere")
}

/// What is told of what can't be walked: a link that leads nowhere or round in a circle is left out, and an editor's lock is
/// made so.
fn walk_problem(root: &Path, error: &walkdir::Error) -> Option<Diagnostic> {
    let name = error.path().and_then(Path::file_name).unwrap_or_default();
    if ignored(&name.to_string_lossy()).is_some() {
        return None;
    }
    let is_link = error.path().is_some_and(Path::is_symlink);
    let place = Place::file(&error.path().and_then(|path| relative(root, path)).unwrap_or_default());
    match (error.loop_ancestor(), error.io_error()) {
        (Some(_), _) => Some(left_out(IN_A_CIRCLE, place)),
        (None, Some(io)) if is_link && io.kind() != std::io::ErrorKind::PermissionDenied => {
            Some(left_out("this link leads to nothing, so it is left out", place))
        }
        (None, io) => {
            let why = io.map(|io| format!(": {io}")).unwrap_or_default();
            Some(Diagnostic::error("unreadable", format!("cannot be read{why}")).at(place))
        }
    }
}

/// Whether a file or folder is hidden, an editor's leftover or the output.
fn is_left_out(entry: &DirEntry, output: Option<&Path>) -> bool {
    output.is_some_and(|output| entry.path() == output) || ignored(&entry.file_name().to_string_lossy()).is_some()
}

/// Whether a folder behind a link is the site's own, or its output: a vault may hold the site that shows it.
fn leads_home(entry: &DirEntry, root: &Path, output: Option<&Path>) -> bool {
    let is_home = |real: PathBuf| real == root || output == Some(real.as_path());
    entry.file_type().is_dir() && !entry.path_is_symlink() && entry.path().canonicalize().is_ok_and(is_home)
}
