//! What the files among the sources are found to be, each looked at once: pictures, and what says where it was made.

use super::memo::ByPath;
use crate::photo::{self, Looked, Mark, Photos, Placed, Reads, Refusal};
use crate::source::{Content, Source, Sources};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// What each file was when it was looked at.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    known: ByPath<LookedAt>,
    /// The photos that only decoding found to be broken.
    spoiled: BTreeMap<Mark, Refusal>,
}

/// A picture, if the file is one, and what says a place, if anything does.
type LookedAt = (Option<Looked>, Option<Placed>);

/// As much of a file as tells whether it is a picture.
const START: u64 = 4096;

impl Pictures {
    /// Looks at the files that moved, and says what all are.
    pub(super) fn look(&mut self, sources: &Sources) -> Photos {
        let files: Vec<&Source> = files(sources).collect();
        self.known.update(&files, |source| source, |source, _| look_at(source));
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
        self.known.iter().filter_map(|(_, (looked, _))| match looked {
            Some(Looked::Photo(photo)) => Some(photo.mark),
            _ => None,
        })
    }

    fn photos(&self) -> Photos {
        let one = |(path, (looked, _)): (&Arc<str>, &LookedAt)| {
            let looked = match looked.as_ref()? {
                Looked::Photo(photo) => match self.spoiled.get(&photo.mark) {
                    Some(refusal) => Looked::Refused(refusal.clone()),
                    None => Looked::Photo(photo.clone()),
                },
                refused @ Looked::Refused(_) => refused.clone(),
            };
            Some((path.clone(), looked))
        };
        let placed = |(path, (_, placed)): (&Arc<str>, &LookedAt)| Some((path.clone(), (*placed)?));
        Photos {
            pictures: self.known.iter().filter_map(one).collect(),
            placed: self.known.iter().filter_map(placed).collect(),
        }
    }
}

/// The files that may be published: those beside texts, those of `static/` and of themes.
fn files(sources: &Sources) -> impl Iterator<Item = &Source> {
    let all = sources.below("content/").chain(sources.below("static/")).chain(sources.below("themes/"));
    all.filter(|source| !source.path.starts_with("content/comments/"))
}

/// What a file is, and whether it says a place; one that can't be read, or is gone again, is for the copying to report.
fn look_at(source: &Source) -> LookedAt {
    match &source.content {
        Content::File(full) => look_into(&source.path, full).unwrap_or_default(),
        Content::Linked(text) => (None, photo::said(&source.path, text.as_bytes())),
        Content::Text(_) => (None, None),
    }
}

/// How many files say where they were made as they lie there, whatever becomes of them in the output.
pub(super) fn located(sources: &Sources) -> usize {
    let says = |source: &&Source| match &source.content {
        Content::File(full) => says_place(&source.path, full).is_some(),
        Content::Linked(text) => photo::said(&source.path, text.as_bytes()).is_some(),
        Content::Text(_) => false,
    };
    files(sources).filter(says).count()
}

fn says_place(path: &str, full: &Path) -> Option<Placed> {
    let mut file = File::open(full).ok()?;
    let mut bytes = Vec::new();
    file.by_ref().take(START).read_to_end(&mut bytes).ok()?;
    match photo::reads(path, &bytes) {
        Reads::Nothing => None,
        Reads::Parts => photo::film_says(&bytes, &mut file),
        Reads::Whole => {
            file.read_to_end(&mut bytes).ok()?;
            photo::said(path, &bytes)
        }
    }
}

fn look_into(path: &str, full: &Path) -> Option<LookedAt> {
    let mut file = File::open(full).ok()?;
    let mut bytes = Vec::new();
    file.by_ref().take(START).read_to_end(&mut bytes).ok()?;
    Some(match photo::reads(path, &bytes) {
        Reads::Nothing => (None, None),
        Reads::Parts => (None, photo::film_says(&bytes, &mut file)),
        Reads::Whole => {
            file.read_to_end(&mut bytes).ok()?;
            let looked = photo::look(path, &bytes).filter(|_| !path.starts_with("themes/"));
            // Photos beside texts are written anew.
            let anew = path.starts_with("content/") && matches!(looked, Some(Looked::Photo(_)));
            let placed = if anew { None } else { photo::said(path, &bytes) };
            (looked, placed)
        }
    })
}
