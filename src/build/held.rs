//! What of the texts is kept back before a page is planned: copies of others, and names of what is not published.

use super::memo::Copies;
use crate::config::Config;
use crate::diag::{Diagnostic, Place};
use crate::entry::{self, Entry};
use crate::source::{self, Content, Source, Sources};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// The copies of texts that are kept back, each told of.
pub(super) fn copies(sources: &Sources, into: &mut Vec<Diagnostic>) -> Copies {
    let copies = source::copies(sources);
    into.extend(copies.iter().map(|(copy, original)| {
        let message = format!("this looks like a copy of {original}, so it is kept back while both are there");
        let hint = "keep the one that you mean and remove the other; what is no copy needs a name that looks like none";
        Diagnostic::warning("text-copy", message).at(Place::file(copy)).hint(hint)
    }));
    copies
}

/// The texts, with an ellipsis in place of each `[[name]]` that stands for a text which is not published.
pub(super) fn without_names(
    sources: &Sources,
    values: &[Arc<Entry>],
    names: &BTreeMap<Arc<str>, Vec<Range<usize>>>,
    config: &Config,
) -> Vec<Arc<Entry>> {
    let unnamed = |entry: &Arc<Entry>| {
        let source = sources.files.get(&entry.path)?;
        let mut text = entry.text.to_string();
        for range in names.get(&entry.path)?.iter().rev() {
            text.replace_range(range.clone(), "…");
        }
        let hash = *blake3::hash(text.as_bytes()).as_bytes();
        let text: Arc<str> = text.into();
        let source = Source { hash, content: Content::Text(text.clone()), ..source.clone() };
        entry::parse(&source, &text, config).value.map(Arc::new)
    };
    values.iter().map(|entry| unnamed(entry).unwrap_or_else(|| entry.clone())).collect()
}
