//! One file of the writer's wish, such as a book: written aside and moved into place.

use super::real;
use crate::diag::Failure;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file on its way to its place.
#[derive(Debug)]
pub struct BesideFile {
    target: PathBuf,
    file: NamedTempFile,
}

impl BesideFile {
    /// A new file beside its place.
    ///
    /// # Errors
    /// When nothing can be written there.
    pub fn of(target: &Path) -> Result<Self, Failure> {
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let named = tempfile::Builder::new().prefix(".comeback-").tempfile_in(folder);
        let file = named.map_err(|error| {
            let failure = Failure::io("cannot write to", folder, &error);
            if folder.exists() {
                failure
            } else {
                failure.hint("make the folder first, or choose another with --output")
            }
        })?;
        Ok(Self { target: target.to_owned(), file })
    }

    /// Where to write.
    #[must_use]
    pub fn file(&self) -> &File {
        self.file.as_file()
    }

    /// Moves it into place, where anybody may read it; tells how large it is.
    ///
    /// # Errors
    /// When it can't be moved.
    pub fn put(self) -> Result<u64, Failure> {
        let failed = |error: &std::io::Error| Failure::io("cannot write", &self.target, error);
        let file = self.file.as_file();
        if let Some(permissions) = super::typed::plain_permissions() {
            file.set_permissions(permissions).map_err(|error| failed(&error))?;
        }
        file.sync_all().map_err(|error| failed(&error))?;
        let bytes = file.metadata().map_err(|error| failed(&error))?.len();
        let target = self.target.clone();
        self.file.persist(&target).map_err(|error| Failure::io("cannot write", &target, &error.error))?;
        Ok(bytes)
    }
}

/// A book may stand anywhere but among what is published or read as a source, and takes the place of nothing that is no book.
///
/// # Errors
/// Where it may not.
pub fn refuse_book(root: &Path, output: &Path, book: &Path) -> Result<(), Failure> {
    let (root, output, place) = (real(root), real(output), real(book));
    let shown = book.display();
    if !book.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("epub")) {
        return Err(
            Failure::new(format!("a book's file ends in .epub, and {shown} does not")).hint("name it FILE.epub")
        );
    }
    for folder in ["content", "static", "themes"] {
        if place.starts_with(root.join(folder)) {
            let message = format!("{shown} would lie in {folder}/, which the site is made of");
            return Err(Failure::new(message).hint("a book is no page of the site: choose another place with --output"));
        }
    }
    if place.starts_with(&output) {
        let message = format!("{shown} would lie in the output folder, where only builds write");
        return Err(Failure::new(message).hint("choose another place with --output"));
    }
    let is_other = match fs::metadata(book) {
        Ok(meta) if meta.is_dir() => true,
        Ok(_) => !is_epub(book),
        Err(_) => false,
    };
    if is_other {
        let message = format!("{shown} is there and is no EPUB, so it is left alone");
        return Err(Failure::new(message).hint("move it away, or choose another name with --output"));
    }
    Ok(())
}

/// Whether a file begins as every EPUB does.
fn is_epub(file: &Path) -> bool {
    use std::io::Read;
    let mut start = Vec::new();
    let read = File::open(file).and_then(|file| file.take(100).read_to_end(&mut start));
    read.is_ok() && start.starts_with(b"PK") && memchr::memmem::find(&start, b"mimetypeapplication/epub+zip").is_some()
}
