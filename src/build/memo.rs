//! What each text became, remembered by its hash.

use crate::config::Config;
use crate::diag::{Checked, Diagnostic, Severity};
use crate::entry::{self, Entry, ReadLog, is_log};
use crate::source::{Content, Hash, Source, Sources};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was made of each file, by its path and hash, in the order of paths.
#[derive(Debug)]
pub(super) struct ByPath<T>(Vec<FileMade<T>>);

/// A file's path, its hash, and what was made of it.
type FileMade<T> = (Arc<str>, Hash, T);

impl<T> Default for ByPath<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Send> ByPath<T> {
    /// Makes what is not known of files that come in the order of their paths, with what was made of each when it had other
    /// bytes; what is gone from the disk is forgotten. Returns how many were made.
    pub(super) fn update<F: Sync>(
        &mut self,
        files: &[F],
        source: fn(&F) -> &Source,
        make: impl Fn(&F, Option<T>) -> T + Sync,
    ) -> usize {
        // Both come in the order of their paths, so one pass finds what is known.
        let mut old = std::mem::take(&mut self.0).into_iter().peekable();
        let known = files.iter().map(source).map(|source| {
            while old.next_if(|(path, ..)| **path < *source.path).is_some() {}
            old.next_if(|(path, ..)| *path == source.path)
        });
        let known: Vec<_> = known.collect();
        let is_same = |known: &FileMade<T>, file: &F| known.1 == source(file).hash;
        let same =
            known.iter().zip(files).filter(|(known, file)| known.as_ref().is_some_and(|known| is_same(known, file)));
        let made = files.len() - same.count();
        let entry = |(known, file): (Option<FileMade<T>>, &F)| match known {
            Some(known) if is_same(&known, file) => known,
            other => (source(file).path.clone(), source(file).hash, make(file, other.map(|(.., value)| value))),
        };
        self.0 = known.into_par_iter().zip(files).map(entry).collect();
        made
    }

    /// The files and what was made of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Arc<str>, &T)> {
        self.0.iter().map(|(path, _, value)| (path, value))
    }
}

/// What the texts of one kind became.
#[derive(Debug)]
pub(super) struct Memo<T>(ByPath<Parsed<T>>);

/// What one text became.
#[derive(Debug)]
struct Parsed<T> {
    value: Option<Arc<T>>,
    /// What has an error is left out of the site.
    broken: bool,
    diagnostics: Vec<Diagnostic>,
}

/// What of the texts of one kind is fit for the site.
#[derive(Debug)]
pub(super) struct Read<T> {
    /// What could be read.
    pub(super) values: Vec<Arc<T>>,
    /// The files with errors.
    pub(super) broken: Vec<Arc<str>>,
    /// How many texts were parsed for it.
    pub(super) parsed: usize,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(ByPath::default())
    }
}

impl<T: Send + Sync> Memo<T> {
    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Reads texts, those that are known by what is remembered; what is gone from the disk is forgotten.
    pub(super) fn read<'a>(
        &mut self,
        texts: impl Iterator<Item = (&'a Source, &'a Arc<str>)>,
        parse: impl Fn(&Source, &Arc<str>) -> Checked<Option<T>> + Sync,
        into: &mut Vec<Diagnostic>,
    ) -> Read<T> {
        let texts: Vec<(&Source, &Arc<str>)> = texts.collect();
        let parsed = self.0.update(&texts, |(source, _)| source, |(source, text), _| Parsed::new(parse(source, text)));
        let mut read = Read { values: Vec::with_capacity(texts.len()), broken: Vec::new(), parsed };
        for (path, parsed) in self.0.iter() {
            into.extend_from_slice(&parsed.diagnostics);
            match &parsed.value {
                Some(value) if !parsed.broken => read.values.push(value.clone()),
                _ => read.broken.push(path.clone()),
            }
        }
        read
    }
}

impl<T> Parsed<T> {
    fn new(checked: Checked<Option<T>>) -> Self {
        Self {
            broken: checked.diagnostics.iter().any(|d| d.severity == Severity::Error),
            diagnostics: checked.diagnostics,
            value: checked.value.map(Arc::new),
        }
    }
}

/// The copies of texts that stand beside their originals, by path.
pub(super) type Copies = BTreeMap<Arc<str>, Arc<str>>;

/// The markdown files among the sources.
pub(super) fn entries<'a>(
    sources: &'a Sources,
    copies: &'a Copies,
) -> impl Iterator<Item = (&'a Source, &'a Arc<str>)> {
    let is_one = |path: &Arc<str>| !crate::comments::is_comment(path) && !is_log(path) && !copies.contains_key(path);
    texts(sources, "content/").filter(move |(source, _)| is_one(&source.path))
}

/// The log files among the sources.
fn logs<'a>(sources: &'a Sources, copies: &'a Copies) -> impl Iterator<Item = (&'a Source, &'a Arc<str>)> {
    texts(sources, "content/").filter(|(source, _)| is_log(&source.path) && !copies.contains_key(&source.path))
}

/// A text with days in one line: a log, or a page with several days.
#[derive(Clone, Copy, Debug)]
pub(super) struct LogText<'a> {
    pub(super) source: &'a Source,
    text: &'a Arc<str>,
    page: Option<&'a Entry>,
}

impl LogText<'_> {
    /// Its lines, and what is wrong with them; those that stand where they stood are taken from before.
    pub(super) fn read(
        &self,
        config: &Config,
        before: Option<(Arc<ReadLog>, Vec<Diagnostic>)>,
    ) -> (Arc<ReadLog>, Vec<Diagnostic>) {
        let (log, problems) = match self.page {
            Some(page) => entry::parse_page(self.source, self.text, page, config),
            None => entry::parse_log(self.source, self.text, config, before.map(|(log, _)| log).as_deref()),
        };
        (Arc::new(log), problems)
    }
}

/// All texts with days in one line, in the order of their paths.
pub(super) fn all_logs<'a>(sources: &'a Sources, copies: &'a Copies, entries: &'a [Arc<Entry>]) -> Vec<LogText<'a>> {
    let page = |page: &'a Arc<Entry>| {
        let source = sources.files.get(&page.path)?;
        Some(LogText { source, text: sources.text(&page.path)?, page: Some(page) })
    };
    let pages = entries.iter().filter(|entry| entry.several).filter_map(page);
    let logs = logs(sources, copies).map(|(source, text)| LogText { source, text, page: None });
    let mut all: Vec<LogText<'a>> = logs.chain(pages).collect();
    all.sort_by(|a, b| a.source.path.cmp(&b.source.path));
    all
}

/// The files of comments among the sources.
pub(super) fn comments<'a>(
    sources: &'a Sources,
    copies: &'a Copies,
) -> impl Iterator<Item = (&'a Source, &'a Arc<str>)> {
    let is_one = |path: &Arc<str>| crate::comments::is_comment(path) && !copies.contains_key(path);
    texts(sources, crate::comments::FOLDER).filter(move |(source, _)| is_one(&source.path))
}

fn texts<'a>(sources: &'a Sources, folder: &'a str) -> impl Iterator<Item = (&'a Source, &'a Arc<str>)> {
    sources.below(folder).filter_map(|source| match &source.content {
        Content::Text(text) => Some((source, text)),
        Content::Linked(_) | Content::File(_) => None,
    })
}
