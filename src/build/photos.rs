//! What the picture files among the sources are, looked at once.

use crate::photo::{self, Looked, Mark, Photos, Refusal};
use crate::source::{Content, Hash, Source, Sources};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// What each file was when it was looked at.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    /// In the order of their paths.
    known: Vec<Known>,
    /// The photos that only decoding found to be broken.
    spoiled: BTreeMap<Mark, Refusal>,
}

#[derive(Debug)]
struct Known {
    path: Arc<str>,
    /// The hash of the file's stamp.
    hash: Hash,
    /// `None` for files that are no pictures.
    looked: Option<Looked>,
}

/// As much of a file as tells whether it is a picture.
const START: u64 = 4096;

impl Pictures {
    /// Looks at the files that moved, and says what all pictures are.
    pub(super) fn look(&mut self, sources: &Sources) -> Photos {
        let files: Vec<(&Source, &Path)> = files(sources).collect();
        // Both come in the order of their paths, so one pass finds what is known.
        let mut old = std::mem::take(&mut self.known).into_iter().peekable();
        let known: Vec<Option<Known>> = files
            .iter()
            .map(|(source, _)| {
                while old.next_if(|k| *k.path < *source.path).is_some() {}
                old.next_if(|k| k.path == source.path).filter(|k| k.hash == source.hash)
            })
            .collect();
        let new = |(source, full): (&Source, &Path)| Known {
            path: source.path.clone(),
            hash: source.hash,
            looked: look_at(&source.path, full),
        };
        self.known = known.into_par_iter().zip(files).map(|(known, file)| known.unwrap_or_else(|| new(file))).collect();
        self.photos()
    }

    /// Remembers that photos can't be decoded, and tells whether that is news.
    pub(super) fn spoil(&mut self, found: Vec<(Mark, Refusal)>) -> bool {
        let before = self.spoiled.len();
        self.spoiled.extend(found);
        self.spoiled.len() > before
    }

    /// The marks of all photos, published or not.
    pub(super) fn marks(&self) -> impl Iterator<Item = Mark> {
        self.known.iter().filter_map(|known| match &known.looked {
            Some(Looked::Photo(photo)) => Some(photo.mark),
            _ => None,
        })
    }

    fn photos(&self) -> Photos {
        let one = |known: &Known| {
            let looked = match known.looked.as_ref()? {
                Looked::Photo(photo) => match self.spoiled.get(&photo.mark) {
                    Some(refusal) => Looked::Refused(refusal.clone()),
                    None => Looked::Photo(photo.clone()),
                },
                refused @ Looked::Refused(_) => refused.clone(),
            };
            Some((known.path.clone(), looked))
        };
        self.known.iter().filter_map(one).collect()
    }
}

/// The files that may be pictures: those beside texts, which are published as variants only, and those of `static/`.
fn files(sources: &Sources) -> impl Iterator<Item = (&Source, &Path)> {
    let all = sources.below("content/").chain(sources.below("static/"));
    all.filter(|source| !source.path.starts_with("content/comments/")).filter_map(|source| match &source.content {
        Content::File(full) => Some((source, &**full)),
        Content::Text(_) | Content::Linked(_) => None,
    })
}

/// What a file is; one that can't be read, or is gone again, is for the copying to report.
fn look_at(path: &str, full: &Path) -> Option<Looked> {
    let mut file = File::open(full).ok()?;
    let mut bytes = Vec::new();
    file.by_ref().take(START).read_to_end(&mut bytes).ok()?;
    if !photo::may_be_one(path, &bytes) {
        return None;
    }
    file.read_to_end(&mut bytes).ok()?;
    photo::look(path, &bytes)
}
