//! Which files go out beside the pages: all of `static/`, and of those below `content/` what a published text links to or
//! shows.

use super::address::Addresses;
use super::{Site, target};
use crate::comments;
use crate::diag::{Diagnostic, Place};
use crate::entry::Entry;
use crate::journal::{Held, Journal};
use crate::source::{ContentKind, Sources, content_kind};
use crate::text::words::count;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The files of a site that are no texts of it.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// The address of each file, whether it goes out or not.
    pub(super) addresses: BTreeMap<Arc<str>, String>,
    /// The files that never go out, whatever links to them.
    pub(super) kept: BTreeMap<Arc<str>, Kept>,
    /// The files that published texts link to or show, each with the first such text.
    pub(super) linked: BTreeMap<Arc<str>, Arc<str>>,
}

/// Why a file never goes out.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Kept {
    /// It is a text of another ending, or an old copy of one.
    OtherText,
    /// Its name or a folder's begins with `_`.
    Underscored,
    /// It is one of Jekyll's posts.
    JekyllPost,
    /// It lies beside this text, which is not published.
    Beside(Arc<str>),
}

/// A link to a file, by its path, and the bytes that it takes up in its text.
pub(super) type Use<'a> = (&'a Arc<str>, Range<usize>);

impl Files {
    /// The files that are there; which of them are linked is found when links are resolved.
    pub(super) fn of(sources: &Sources, journal: &Journal, addresses: &Addresses) -> Self {
        let texts = journal.items.iter().map(|i| &i.entry).chain(&journal.pages);
        let folders: BTreeMap<&str, &str> = texts
            .filter_map(|entry| Some((entry.path.rsplit_once("/index.")?.0, &**addresses.get(&entry.path)?)))
            .collect();
        let held = held_folders(&journal.held);
        let mut files = Self::default();
        for source in sources.files.values() {
            let path = &source.path;
            if let Some(inside) = path.strip_prefix("static/") {
                files.addresses.insert(path.clone(), format!("/{inside}"));
                continue;
            }
            let Some(kind) = content_kind(path).filter(|_| !path.starts_with(comments::FOLDER)) else { continue };
            match kind {
                ContentKind::Text | ContentKind::Log => continue,
                ContentKind::OtherText => files.kept.insert(path.clone(), Kept::OtherText),
                ContentKind::Underscored => files.kept.insert(path.clone(), Kept::Underscored),
                ContentKind::JekyllPost => files.kept.insert(path.clone(), Kept::JekyllPost),
                ContentKind::Attachment => {
                    let mut above = path.rmatch_indices('/').map(|(at, _)| &path[..at]);
                    match above.find(|folder| folders.contains_key(folder) || held.contains_key(folder)) {
                        Some(folder) => match folders.get(folder) {
                            Some(address) => {
                                let address = format!("{address}{}", &path[folder.len() + 1..]);
                                files.addresses.insert(path.clone(), address);
                                None
                            }
                            None => files.kept.insert(path.clone(), Kept::Beside(held[folder].into())),
                        },
                        None => {
                            files.addresses.insert(path.clone(), path["content".len()..].to_owned());
                            None
                        }
                    }
                }
            };
        }
        files
    }

    /// Those that go out: each with its address.
    pub(super) fn published(&self) -> impl Iterator<Item = (&Arc<str>, &String)> {
        let goes_out = |path: &Arc<str>| path.starts_with("static/") || self.linked.contains_key(path);
        self.addresses.iter().filter(move |(path, _)| goes_out(path))
    }

    /// Those that would go out if a published text linked to them.
    fn unlinked(&self) -> Vec<Arc<str>> {
        let waits = |path: &&Arc<str>| path.starts_with("content/") && !self.linked.contains_key(*path);
        self.addresses.keys().filter(waits).cloned().collect()
    }

    /// Those that never go out, for one reason.
    fn kept_as(&self, is_wanted: impl Fn(&Kept) -> bool) -> Vec<Arc<str>> {
        self.kept.iter().filter(|(_, kept)| is_wanted(kept)).map(|(path, _)| path.clone()).collect()
    }
}

impl Site {
    /// The files that are not published, by reason: how many and why, and their paths.
    #[must_use]
    pub fn files_left_out(&self) -> Vec<(String, Vec<Arc<str>>)> {
        let files = &self.files;
        let how = "`comeback import jekyll` brings those of a blog into content/journal/";
        let groups = [
            (files.unlinked(), "file that nothing links to", "files that nothing links to", ""),
            (
                files.kept_as(|kept| matches!(kept, Kept::Beside(_))),
                "file beside a text that is not published",
                "files beside texts that are not published",
                "",
            ),
            (
                files.kept_as(|kept| *kept == Kept::OtherText),
                "text that is neither .md nor .markdown",
                "texts that are neither .md nor .markdown",
                "",
            ),
            (
                files.kept_as(|kept| *kept == Kept::Underscored),
                "file whose name, or whose folder's, begins with _",
                "files whose names, or whose folders', begin with _",
                "",
            ),
            (files.kept_as(|kept| *kept == Kept::JekyllPost), "post of Jekyll's", "posts of Jekyll's", how),
        ];
        let groups = groups.into_iter().filter(|(paths, ..)| !paths.is_empty());
        let reason = |n, one, many, more: &str| match more {
            "" => count(n, one, many),
            more => format!("{} ({more})", count(n, one, many)),
        };
        groups.map(|(paths, one, many, more)| (reason(paths.len(), one, many, more), paths)).collect()
    }

    /// The file that would have an address if a published text linked to it.
    #[must_use]
    pub fn file_waiting_for(&self, address: &str) -> Option<&str> {
        let files = &self.files;
        let file = files.addresses.iter().find(|(_, own)| *own == address).map(|(path, _)| path)?;
        Some(&**file).filter(|_| !files.linked.contains_key(file))
    }

    /// Why a file is not published that is no text of the site; `None` where it is, or is not known.
    pub(super) fn why_kept(&self, path: &str) -> Option<String> {
        if let Some(kept) = self.files.kept.get(path) {
            return Some(kept.why());
        }
        let is_linked = self.files.linked.get(path);
        let waits = path.starts_with("content/") && self.files.addresses.contains_key(path);
        match is_linked {
            Some(text) => {
                Some(format!("{text} links to it or shows it, and it can't be published: see the build's warnings"))
            }
            None if waits => Some("no published text links to it or shows it, so it is not published".to_owned()),
            None => None,
        }
    }
}

impl Kept {
    /// Why it is not published.
    fn why(&self) -> String {
        match self {
            Self::OtherText => {
                "only .md and .markdown are read; texts of other endings and old copies of texts are never \
                                published, whatever links to them"
                    .to_owned()
            }
            Self::Underscored => "its name, or a folder's, begins with _, so it is never published".to_owned(),
            Self::JekyllPost => {
                "it is one of Jekyll's posts, which are not read: `comeback import jekyll` comes in a later \
                                 version; until then move it into content/journal/"
                    .to_owned()
            }
            Self::Beside(text) => format!("it lies beside {text}, which is not published"),
        }
    }

    /// What a link to such a file is told.
    pub(super) fn hint(&self) -> String {
        match self {
            Self::OtherText => "only .md and .markdown are read, and texts of other endings never go out".to_owned(),
            Self::Underscored => "names that begin with _ are never published; rename it".to_owned(),
            Self::JekyllPost => "what lies below _posts/ is not read; move it into content/journal/".to_owned(),
            Self::Beside(text) => format!("it lies beside {text}, which is not published; copy it beside this text"),
        }
    }
}

/// Files that may carry more than their writer knows, as far as published texts link to them.
#[derive(Default)]
pub(super) struct Warned(BTreeMap<usize, Vec<(Arc<str>, Place)>>);

/// Such files by their endings: what they are called, and what they may carry.
const MORE: [(&[&str], &str, &str, &str); 3] = [
    (
        &["fit", "gpx", "kml", "kmz", "tcx"],
        "track",
        "tracks",
        "a track has the place and the time of every step, from your own door on: cut off its ends, or show a picture of it",
    ),
    (
        &["3gp", "avi", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "webm"],
        "video",
        "videos",
        "a video may say where, when and with what it was taken, and others are heard in it: save it anew without that",
    ),
    (
        &["doc", "docx", "odt", "pages", "pdf"],
        "document",
        "documents",
        "a PDF or a letter may name people in what it says of itself, and a scan has names, numbers and dates of birth \
         burned into it: look at every page",
    ),
];

/// How many files of a kind are pointed at; the rest is counted.
const NAMED: usize = 5;

impl Warned {
    /// Takes note of a file that a text links to or shows.
    pub(super) fn add(&mut self, file: &Arc<str>, entry: &Entry, range: Range<usize>) {
        let ending = file.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_ascii_lowercase());
        let Some(kind) = MORE.iter().position(|(endings, ..)| endings.contains(&ending.as_str())) else { return };
        self.0.entry(kind).or_default().push((file.clone(), Place::new(&entry.path, &entry.text, range)));
    }

    /// A warning for each kind, at the first link.
    pub(super) fn problems(self) -> impl Iterator<Item = Diagnostic> {
        self.0.into_iter().filter_map(|(kind, files)| {
            let (_, one, many, hint) = MORE[kind];
            let number = files.len();
            let names: Vec<&str> = files.iter().take(NAMED).map(|(file, _)| target::own_name(file)).collect();
            let more = if number > NAMED { format!(" and {} more", number - NAMED) } else { String::new() };
            let go = if number == 1 { "goes out as it is" } else { "go out as they are" };
            let message = format!("{} {go}: {}{more}", count(number, one, many), names.join(", "));
            let (_, first) = files.into_iter().next()?;
            Some(Diagnostic::warning("file-as-it-is", message).at(first).hint(hint))
        })
    }
}

/// The folders of texts that are not published, each with its text.
fn held_folders(held: &Held) -> BTreeMap<&str, &str> {
    held.paths().filter_map(|path| Some((path.rsplit_once("/index.")?.0, path))).collect()
}
