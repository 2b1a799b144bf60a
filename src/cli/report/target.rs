//! The file that a report is written to: never one that is published, and whole or not at all.

use super::pdf;
use crate::diag::Failure;
use crate::publish;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The folders of a site that are published, or that pages are made of.
const PUBLISHED: [&str; 4] = ["public", "content", "static", "themes"];

/// A file that may be written.
#[derive(Debug)]
pub(super) struct Target {
    /// Its path as it was typed.
    pub(super) path: PathBuf,
    folder: PathBuf,
}

impl Target {
    /// The file of a path, where a report may stand there.
    pub(super) fn of(path: &Path, root: &Path) -> Result<Self, Failure> {
        let folder = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let folder = folder.canonicalize().map_err(|error| Failure::io("cannot write into", folder, &error))?;
        if path.file_name().is_none() || path.is_dir() {
            return Err(Failure::new(format!("{} is a folder", path.display())).hint("name a file: report.pdf"));
        }
        let inside = PUBLISHED.iter().map(|name| root.join(name)).filter_map(|own| own.canonicalize().ok());
        let published = inside.into_iter().any(|own| folder.starts_with(own));
        if published || folder.ancestors().any(publish::is_output) {
            let message =
                format!("{} is in a folder that is published, and a report holds private fields", path.display());
            return Err(Failure::new(message).hint("write it elsewhere, such as report.pdf beside site.toml"));
        }
        let target = Self { path: path.to_owned(), folder };
        if target.is_pdf() {
            // Told before the page is made.
            pdf::browser()?;
        }
        Ok(target)
    }

    fn is_pdf(&self) -> bool {
        self.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"))
    }

    /// Writes a page aside and moves it into place, as the kind of file that its name says.
    pub(super) fn write(&self, html: &[u8]) -> Result<(), Failure> {
        let bytes = if self.is_pdf() { pdf::printed(html)? } else { html.to_vec() };
        let fail = |error: &std::io::Error| Failure::io("cannot write", &self.path, error);
        let mut aside = tempfile::NamedTempFile::new_in(&self.folder).map_err(|error| fail(&error))?;
        aside.write_all(&bytes).map_err(|error| fail(&error))?;
        aside.persist(&self.path).map_err(|error| fail(&error.error))?;
        Ok(())
    }
}
