//! What each text became, remembered by its hash.

use crate::diag::{Checked, Diagnostic, Severity};
use crate::source::{Content, Hash, Source, Sources};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the texts of one kind became, in the order of their paths.
#[derive(Debug)]
pub(super) struct Memo<T>(Vec<Parsed<T>>);

/// What one text became.
#[derive(Debug)]
struct Parsed<T> {
    path: Arc<str>,
    hash: Hash,
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
        Self(Vec::new())
    }
}

impl<T: Send + Sync> Memo<T> {
    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Reads texts, those that are known by what is remembered; what is gone from the disk is forgotten.
    pub(super) fn read<'a>(
        &mut self,
        texts: impl Iterator<Item = (&'a Source, &'a Arc<str>)>,
        parse: impl Fn(&Source, &Arc<str>) -> Checked<Option<T>> + Sync,
        into: &mut Vec<Diagnostic>,
    ) -> Read<T> {
        let texts: Vec<(&Source, &Arc<str>)> = texts.collect();
        // Both come in the order of their paths, so one pass finds what is known.
        let mut old = std::mem::take(&mut self.0).into_iter().peekable();
        let known: Vec<Option<Parsed<T>>> = texts
            .iter()
            .map(|(source, _)| {
                while old.next_if(|p| *p.path < *source.path).is_some() {}
                old.next_if(|p| p.path == source.path).filter(|p| p.hash == source.hash)
            })
            .collect();
        let parsed = known.iter().filter(|p| p.is_none()).count();
        let pairs = known.into_par_iter().zip(texts);
        self.0 = pairs
            .map(|(known, (source, text))| known.unwrap_or_else(|| Parsed::new(source, parse(source, text))))
            .collect();
        let mut read = Read { values: Vec::with_capacity(self.0.len()), broken: Vec::new(), parsed };
        for parsed in &self.0 {
            into.extend_from_slice(&parsed.diagnostics);
            match &parsed.value {
                Some(value) if !parsed.broken => read.values.push(value.clone()),
                _ => read.broken.push(parsed.path.clone()),
            }
        }
        read
    }
}

impl<T> Parsed<T> {
    fn new(source: &Source, checked: Checked<Option<T>>) -> Self {
        Self {
            path: source.path.clone(),
            hash: source.hash,
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
    let is_one = |path: &Arc<str>| !crate::comments::is_comment(path) && !copies.contains_key(path);
    texts(sources, "content/").filter(move |(source, _)| is_one(&source.path))
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
