//! Which comments stand on which page.
//!
//! Invariant: what is not approved, and what belongs to a page that is not published, is in no thread.

mod thread;

pub(super) use thread::{Answers, Row, Thread};

use super::Site;
use super::address::Addresses;
use crate::comments::{Comment, FOLDER};
use crate::diag::{Diagnostic, Place};
use crate::entry::{Entry, OwnAddress};
use crate::journal::Journal;
use crate::text::near::Names;
use crate::text::slug::slug;
use ahash::AHashMap;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What readers wrote, as it was read.
#[derive(Debug, Default)]
pub struct Written {
    /// The comments, in the order of their files.
    pub comments: Vec<Arc<Comment>>,
    /// The files with errors.
    pub broken: Vec<Arc<str>>,
}

/// The comments of the pages.
#[derive(Debug, Default)]
pub(super) struct Comments {
    /// The thread of each published text, by the text's file.
    threads: BTreeMap<Arc<str>, Thread>,
    /// Comments that nobody is to see.
    held: Vec<Arc<str>>,
    /// Comments whose entry is not published, or not there.
    lost: Vec<Arc<str>>,
    /// Files with errors.
    broken: Vec<Arc<str>>,
}

impl Comments {
    /// Puts comments where they belong; folders without an entry, and answers to nobody, are told.
    pub(super) fn of(
        written: Written,
        journal: &Journal,
        addresses: &Addresses,
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut all = Self { broken: written.broken, ..Self::default() };
        if written.comments.is_empty() {
            return all;
        }
        let pages = CommentedPages::new(journal, addresses);
        let mut folders: BTreeMap<&str, Vec<Arc<Comment>>> = BTreeMap::new();
        for comment in &written.comments {
            let inside = comment.path.strip_prefix(FOLDER).unwrap_or(&comment.path);
            folders.entry(inside.rsplit_once('/').map_or("", |(folder, _)| folder)).or_default().push(comment.clone());
        }
        let mut of_page: BTreeMap<Arc<str>, Own<'_>> = BTreeMap::new();
        for (folder, comments) in folders {
            match pages.find(folder) {
                Found::Page(entry) => {
                    of_page.entry(entry.path.clone()).or_insert_with(|| (entry, Vec::new())).1.extend(comments);
                }
                Found::Held => all.lost.extend(comments.iter().map(|c| c.path.clone())),
                Found::Nothing => {
                    problems.push(pages.problem(folder, &comments));
                    all.lost.extend(comments.iter().map(|c| c.path.clone()));
                }
            }
        }
        for (path, (entry, mut comments)) in of_page {
            comments.sort_by(|a, b| a.path.cmp(&b.path));
            all.held.extend(comments.iter().filter(|c| c.hidden).map(|c| c.path.clone()));
            let thread = Thread::of(&comments, entry, problems);
            if !thread.rows.is_empty() {
                all.threads.insert(path, thread);
            }
        }
        all.held.sort();
        all
    }

    /// The comments of a text that have a page.
    pub(super) fn thread(&self, path: &str) -> Option<&Thread> {
        self.threads.get(path)
    }

    /// How many comments a text has, and the id of where they stand; none where it has none.
    pub(super) fn count(&self, entry: &Entry) -> Option<(usize, String)> {
        Some((self.thread(&entry.path)?.rows.len(), heading_id(entry)))
    }

    /// The ids that a text's comments have on its page, and that of their section.
    pub(super) fn ids(&self, entry: &Entry) -> Vec<String> {
        let Some(thread) = self.thread(&entry.path) else { return Vec::new() };
        let anchors = thread.rows.iter().map(|row| row.anchor.clone());
        anchors.chain([heading_id(entry)]).collect()
    }

    /// The text that a comment's file belongs to, and the comment's id on its page.
    pub(super) fn place(&self, path: &str) -> Option<(&Arc<str>, &str)> {
        let rows = self.threads.iter().flat_map(|(entry, thread)| thread.rows.iter().map(move |row| (entry, row)));
        let mut own = rows.filter(|(_, row)| &*row.comment.path == path);
        own.next().map(|(entry, row)| (entry, row.anchor.as_str()))
    }

    /// Why a comment's file has no place.
    pub(super) fn why_not(&self, path: &str) -> Option<&'static str> {
        let has = |paths: &[Arc<str>]| paths.iter().any(|other| &**other == path);
        if has(&self.broken) {
            return Some("it has errors, so it is not published");
        }
        if has(&self.held) {
            return Some("it is not approved or says nothing, so it is not published");
        }
        has(&self.lost).then_some("no published entry belongs to its folder, so it is not published")
    }
}

impl Site {
    /// The comments that nobody is to see.
    #[must_use]
    pub fn held_comments(&self) -> &[Arc<str>] {
        &self.comments.held
    }

    /// The comments on what is not published, or not there.
    #[must_use]
    pub fn lost_comments(&self) -> &[Arc<str>] {
        &self.comments.lost
    }

    /// The files of comments that have errors.
    #[must_use]
    pub fn broken_comments(&self) -> &[Arc<str>] {
        &self.comments.broken
    }

    /// The comments that pages show.
    pub fn shown_comments(&self) -> impl Iterator<Item = &Comment> {
        self.comments.threads.values().flat_map(|thread| &thread.rows).map(|row| &*row.comment)
    }

    /// The comments that pages show, as they were read.
    #[must_use]
    pub fn comments_shown(&self) -> Written {
        let rows = self.comments.threads.values().flat_map(|thread| &thread.rows);
        Written { comments: rows.map(|row| row.comment.clone()).collect(), broken: Vec::new() }
    }
}

/// A text and the comments on it.
type Own<'a> = (&'a Arc<Entry>, Vec<Arc<Comment>>);

/// The texts that comments may belong to, by what their folders may be called.
struct CommentedPages<'a> {
    /// By the whole address without its outer slashes: `journal/first-run`.
    whole: AHashMap<&'a str, &'a Arc<Entry>>,
    /// Entries by the last part of their address: `first-run`; none where several share it.
    last: AHashMap<&'a str, Option<&'a Arc<Entry>>>,
    /// Entries by the name of their file, which other generators take: `2020-08-14-first-run`.
    file: AHashMap<String, Option<&'a Arc<Entry>>>,
    /// The same names of texts that are not published.
    held: BTreeSet<String>,
}

enum Found<'a> {
    Page(&'a Arc<Entry>),
    Held,
    Nothing,
}

impl<'a> CommentedPages<'a> {
    fn new(journal: &'a Journal, addresses: &'a Addresses) -> Self {
        let mut pages =
            Self { whole: AHashMap::new(), last: AHashMap::new(), file: AHashMap::new(), held: BTreeSet::new() };
        for entry in journal.items.iter().map(|item| &item.entry) {
            let Some(address) = addresses.get(&entry.path) else { continue };
            let address = address.trim_matches('/');
            pages.whole.insert(address, entry);
            let last = address.rsplit('/').next().unwrap_or(address);
            pages.last.entry(last).and_modify(|other| *other = None).or_insert(Some(entry));
            let file = slug(file_name(&entry.path));
            pages.file.entry(file).and_modify(|other| *other = None).or_insert(Some(entry));
        }
        // What describes an exercise has no page of its own.
        for page in journal.pages.iter().filter(|page| !super::practice::is_description(&page.path)) {
            if let Some(address) = addresses.get(&page.path) {
                pages.whole.entry(address.trim_matches('/')).or_insert(page);
            }
        }
        for own in &journal.held.addresses {
            pages.hold(own);
        }
        for path in &journal.held.broken {
            // What is wrong with it is told already, and its name is all that is known for sure.
            pages.hold(Entry { path: path.clone(), ..Entry::default() }.address());
        }
        pages
    }

    fn hold(&mut self, own: &OwnAddress) {
        for address in own.long.iter().chain([&own.short]) {
            let address = address.trim_matches('/');
            self.held.insert(address.to_owned());
            self.held.insert(address.rsplit('/').next().unwrap_or(address).to_owned());
        }
    }

    fn find(&self, folder: &str) -> Found<'a> {
        // Upper and lower case, and characters that addresses don't have, are no other folder.
        let slugged: Vec<String> = folder.split('/').filter(|part| !part.is_empty()).map(slug).collect();
        let name = slugged.join("/");
        let in_journal = self.whole.get(format!("journal/{name}").as_str());
        let whole = in_journal.or_else(|| self.whole.get(name.as_str())).copied();
        let one = || match self.last.get(name.as_str()) {
            Some(found) => *found,
            None => self.file.get(&name).copied().flatten(),
        };
        match whole.or_else(one) {
            Some(entry) => Found::Page(entry),
            None if self.held.contains(&name) => Found::Held,
            None => Found::Nothing,
        }
    }

    fn problem(&self, folder: &str, comments: &[Arc<Comment>]) -> Diagnostic {
        let place = Place::file(comments.first().map_or(FOLDER, |comment| &comment.path));
        let problem = |message: String| Diagnostic::warning("comment-without-entry", message).at(place);
        if folder.is_empty() {
            return problem("a comment lies in no entry’s folder, so it is not shown".to_owned())
                .hint("put it into a folder with the last part of the entry’s address: content/comments/first-run/");
        }
        if matches!(self.last.get(folder), Some(None)) {
            return problem(format!("several entries’ addresses end in `{folder}`, so its comments are not shown"))
                .hint("name the folder by the whole address: content/comments/journal/…/");
        }
        let problem = problem(format!("no entry’s address ends in `{folder}`, so its comments are not shown"));
        let names = if folder.contains('/') {
            self.whole.keys().copied().collect()
        } else {
            self.last.keys().copied().collect::<Vec<_>>()
        };
        match Names::new(names).nearest(folder) {
            Some(near) => problem.hint(format!("did you mean `{near}`?")),
            None => problem.hint("the folder’s name is the last part of the entry’s address"),
        }
    }
}

/// A file's name without its ending, its folder's for `index.md`.
fn file_name(path: &str) -> &str {
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let stem = stem.strip_suffix("/index").unwrap_or(stem);
    stem.rsplit('/').next().unwrap_or(stem)
}

/// The id of the section's heading, which a heading of the text may have taken.
pub(super) fn heading_id(entry: &Entry) -> String {
    let body = &entry.body;
    let is_taken = |id: &str| body.headings.iter().any(|h| h.id == id) || body.anchors.iter().any(|a| a == id);
    let mut id = "comments".to_owned();
    while is_taken(&id) {
        id.push_str("-below");
    }
    id
}
