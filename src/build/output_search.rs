//! Shows every output, and what lies beside them, to the search for what is private.

use super::address_of;
use crate::privacy::{Again, From, Search};
use crate::publish::{Stray, has_same};
use crate::render::Output;
use crate::site::{Route, Site};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// How much of a file is read at once.
const PART: usize = 256 * 1024;

/// The search with what it needs to know of outputs.
#[derive(Clone, Copy)]
pub(super) struct OutputSearch<'a> {
    pub(super) search: &'a Search<'a>,
    pub(super) site: &'a Site,
    /// The site's folder.
    pub(super) root: &'a Path,
    /// The output folder.
    pub(super) output: &'a Path,
}

impl<'a> OutputSearch<'a> {
    /// Looks at an output.
    pub(super) fn at(self, path: &str, output: Output<'_>) {
        match output {
            // A page or a stylesheet of the writer's own, which the site did not make.
            Output::Bytes(bytes) if self.file_at(path).is_some() => {
                let mut reading = self.search.reading(path, From::Copy);
                reading.feed(bytes);
                reading.end();
            }
            Output::Bytes(bytes) => self.search.made(path, bytes),
            Output::Card(_, card) => self.search.made(path, self.site.card_text(card).as_bytes()),
            Output::Copy(file) => self.at_copy(path, file),
            // What else it said was taken out of it.
            Output::Photo(..) => self.search.named(path),
            Output::AsBefore => self.again(path),
        }
    }

    /// Looks again at an output of the build before, where it may say what has become private since.
    fn again(self, path: &str) {
        let all = match self.search.again() {
            Again::Nothing => return,
            Again::Copies => false,
            Again::Everything => true,
        };
        if let Some(file) = self.file_at(path) {
            self.at_copy(path, file);
            return;
        }
        match self.site.routes.get(address_of(path).as_str()) {
            _ if !all => {}
            Some(Route::Photo(..)) => self.search.named(path),
            Some(Route::Card(card)) => self.search.made(path, self.site.card_text(*card).as_bytes()),
            // What of it is packed, as the index, is looked at before.
            _ => self.search.made(path, &std::fs::read(self.output.join(path)).unwrap_or_default()),
        }
    }

    /// The file that an output is a copy of.
    fn file_at(self, path: &str) -> Option<&'a Path> {
        match self.site.routes.get(format!("/{path}").as_str())? {
            Route::File(file, _) | Route::Linked(file, _) => Some(file),
            _ => None,
        }
    }

    fn at_copy(self, path: &str, file: &Path) {
        // Of the files beside texts only those go out that a public text links to.
        let from = if file.starts_with("content") { From::Linked } else { From::Copy };
        self.at_file(path, from, &self.root.join(file));
    }

    /// Looks at files that are of no build that is known.
    pub(super) fn at_strays(self, strays: &[Stray]) {
        for stray in strays {
            let is_taken = |address: &str| self.site.routes.contains_key(address);
            self.search.lies_at_private_address(&stray.path, is_taken);
            self.at_file(&stray.path, From::Nobody, &stray.file);
        }
    }

    /// Looks at a file; one that can't be read is told of by whoever copies it.
    fn at_file(self, path: &str, from: From, file: &Path) {
        let Ok(mut open) = File::open(file) else { return };
        let length = open.metadata().map_or(0, |meta| meta.len());
        for (number, _) in self.search.files(length).filter(|(_, private)| has_same(private, file)) {
            self.search.is_file(path, from, number);
        }
        let mut reading = self.search.reading(path, from);
        let mut part = vec![0; PART.min(usize::try_from(length).unwrap_or(PART).max(1))];
        while let Ok(n) = open.read(&mut part) {
            if n == 0 {
                break;
            }
            reading.feed(&part[..n]);
        }
        reading.end();
    }
}
