//! One file of the writer's wish, a book or a page for the physio: never among what is published, written aside and moved into place.

use super::{manifest, real};
use crate::diag::Failure;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// What such a file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum WishedKind {
    /// A book, which anybody may read.
    Epub,
    /// A page with private fields, its owner's alone.
    Html,
    /// The same as a PDF.
    Pdf,
}

impl WishedKind {
    /// What messages call it.
    fn name(self) -> &'static str {
        match self {
            Self::Epub => "EPUB",
            Self::Html => "HTML page",
            Self::Pdf => "PDF",
        }
    }

    /// Whether a file begins as one of its kind does.
    fn begins(self, start: &[u8]) -> bool {
        match self {
            Self::Epub => {
                start.starts_with(b"PK") && memchr::memmem::find(start, b"mimetypeapplication/epub+zip").is_some()
            }
            Self::Html => start.trim_ascii_start().to_ascii_lowercase().starts_with(b"<!doctype html"),
            Self::Pdf => start.starts_with(b"%PDF"),
        }
    }
}

/// A file that may be written at its place.
#[derive(Clone, Debug)]
pub struct WishedFile {
    /// Its path as it was typed.
    pub path: PathBuf,
    kind: WishedKind,
}

impl WishedFile {
    /// A file at a path: nowhere among what is published or what a site is made of, and in place of nothing that is no such file.
    ///
    /// # Errors
    /// Where it may not stand there.
    pub fn at(root: &Path, output: &Path, path: &Path, kind: WishedKind) -> Result<Self, Failure> {
        let (root, output, place) = (real(root), real(output), real(path));
        let shown = path.display();
        let elsewhere = "choose another place with --output";
        for folder in ["content", "static", "themes"] {
            if place.starts_with(root.join(folder)) {
                let message = format!("{shown} would lie in {folder}/, which the site is made of");
                return Err(Failure::new(message).hint(elsewhere));
            }
        }
        let is_output = |folder: &Path| manifest::is_marked(folder).unwrap_or(false);
        if place.starts_with(&output) || place.ancestors().skip(1).any(is_output) {
            let message = format!("{shown} would lie in the output folder, where only builds write");
            return Err(Failure::new(message).hint(elsewhere));
        }
        let is_other = match fs::metadata(path) {
            Ok(meta) if meta.is_dir() => true,
            Ok(_) => !kind.begins(&start_of(path)),
            Err(_) => false,
        };
        if is_other {
            let message = format!("{shown} is there and is no {}, so it is left alone", kind.name());
            return Err(Failure::new(message).hint("move it away, or choose another name with --output"));
        }
        Ok(Self { path: path.to_owned(), kind })
    }

    /// A new file beside its place.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn begin(self) -> Result<BesideFile, Failure> {
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let named = tempfile::Builder::new().prefix(".comeback-").tempfile_in(folder);
        match named {
            Ok(file) => Ok(BesideFile { target: self, file }),
            Err(error) if folder.exists() => Err(Failure::io("cannot write to", folder, &error)),
            Err(error) => Err(Failure::io("cannot write to", folder, &error)
                .hint("make the folder first, or choose another with --output")),
        }
    }
}

/// The first bytes of a file.
fn start_of(path: &Path) -> Vec<u8> {
    let mut start = Vec::new();
    // What can't be read is no file of ours.
    let _ = File::open(path).and_then(|file| file.take(100).read_to_end(&mut start));
    start
}

/// A file on its way to its place.
#[derive(Debug)]
pub struct BesideFile {
    target: WishedFile,
    file: NamedTempFile,
}

impl BesideFile {
    /// Where to write.
    #[must_use]
    pub fn file(&self) -> &File {
        self.file.as_file()
    }

    /// Moves it into place; tells how large it is.
    ///
    /// # Errors
    /// When it can't be moved.
    pub fn put(self) -> Result<u64, Failure> {
        let WishedFile { path, kind } = self.target;
        let failed = |error: &std::io::Error| Failure::io("cannot write", &path, error);
        let file = self.file.as_file();
        if let Some(permissions) = super::typed::plain_permissions().filter(|_| kind == WishedKind::Epub) {
            file.set_permissions(permissions).map_err(|error| failed(&error))?;
        }
        file.sync_all().map_err(|error| failed(&error))?;
        let bytes = file.metadata().map_err(|error| failed(&error))?.len();
        self.file.persist(&path).map_err(|error| failed(&error.error))?;
        Ok(bytes)
    }
}
