//! A folder of another program's texts, read by the rim.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The files of a folder by their paths in it, with forward slashes.
#[derive(Clone, Debug, Default)]
pub struct ForeignTree {
    files: BTreeMap<String, ForeignFile>,
}

/// A file of such a folder.
#[derive(Clone, Debug)]
pub struct ForeignFile {
    /// Where it lies on the disk.
    pub full: PathBuf,
    /// Its bytes, of the kinds of files that an importer reads.
    pub bytes: Option<Vec<u8>>,
}

/// The endings of files whose bytes are read.
const READ: [&str; 12] =
    ["md", "markdown", "mkdown", "mkdn", "mkd", "mdown", "html", "htm", "yml", "yaml", "toml", "json"];

/// The endings of markdown.
const MARKDOWN: [&str; 6] = ["md", "markdown", "mkdown", "mkdn", "mkd", "mdown"];

impl ForeignTree {
    /// Whether the bytes of a file are needed.
    #[must_use]
    pub fn reads(path: &str) -> bool {
        READ.contains(&ending(path).as_str())
    }

    /// Whether nothing in a folder of this name is the writer's: what programs made, packages of theirs, and version control.
    /// Of hidden folders only Obsidian's settings say something about the notes.
    #[must_use]
    pub fn passes(folder: &str) -> bool {
        (folder.starts_with('.') && folder != ".obsidian")
            || matches!(folder, "node_modules" | "_site" | "bower_components")
    }

    /// Adds a file.
    pub fn add(&mut self, path: String, file: ForeignFile) {
        self.files.insert(path, file);
    }

    /// The paths in their order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Where a file lies on the disk, if it is there.
    pub(super) fn full(&self, path: &str) -> Option<&PathBuf> {
        self.files.get(path).map(|file| &file.full)
    }

    /// Whether a file is there.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The text of a file, in whatever encoding, with line feeds alone.
    pub(super) fn text(&self, path: &str) -> Option<String> {
        let bytes = self.files.get(path)?.bytes.as_deref()?;
        let text = crate::import::table::decoded(bytes);
        Some(text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n"))
    }
}

/// What stands behind the last point of a file's name, in small letters.
pub(super) fn ending(path: &str) -> String {
    let name = name(path);
    name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default()
}

/// Whether a file is markdown.
pub(super) fn is_markdown(path: &str) -> bool {
    MARKDOWN.contains(&ending(path).as_str())
}

/// Whether a file is HTML.
pub(super) fn is_html(path: &str) -> bool {
    matches!(ending(path).as_str(), "html" | "htm")
}

/// The last part of a path.
pub(super) fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The folder of a file, empty for the top one.
pub(super) fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A file's name without its ending.
pub(super) fn stem(path: &str) -> &str {
    let name = name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
