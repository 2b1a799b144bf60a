//! Code of other programs in published texts, told once for each kind: a blog that came from elsewhere may have thousands.

use crate::diag::{Diagnostic, Place};
use crate::entry::Entry;
use crate::journal::Journal;
use crate::markdown::Foreign;
use crate::text::shorten;
use crate::text::words::count;
use std::collections::BTreeMap;
use std::ops::Range;

/// How often a kind was met, and where first.
struct Met<'a> {
    first: (&'a Entry, &'a Range<usize>),
    times: usize,
    texts: usize,
}

/// A warning for each kind, at its first place.
pub(super) fn problems(journal: &Journal) -> Vec<Diagnostic> {
    let texts = journal.items.iter().map(|item| &item.entry).chain(&journal.pages).chain(&journal.home);
    let mut met: BTreeMap<Foreign, Met<'_>> = BTreeMap::new();
    for entry in texts.filter(|entry| !entry.body.foreign.is_empty()) {
        let mut last: BTreeMap<Foreign, usize> = BTreeMap::new();
        for (kind, range) in &entry.body.foreign {
            let known = met.entry(*kind).or_insert(Met { first: (entry, range), times: 0, texts: 0 });
            known.times += 1;
            known.texts += usize::from(last.insert(*kind, range.start).is_none());
        }
    }
    met.into_iter().map(|(kind, met)| problem(kind, &met)).collect()
}

fn problem(kind: Foreign, met: &Met<'_>) -> Diagnostic {
    let (entry, range): (&Entry, _) = met.first;
    let typed = entry.text.get(range.clone()).unwrap_or_default();
    let typed = shorten(typed.lines().next().unwrap_or_default().trim_matches(['`', '~']), 60);
    let (what, hint) = said(kind);
    let times = match (met.times, met.texts) {
        (1, _) => String::new(),
        (n, 1) => format!(", {n} times in this text"),
        (n, texts) => format!(", {n} times in {}", count(texts, "text", "texts")),
    };
    let message = format!("`{typed}` is {what}, shown as it was typed{times}");
    Diagnostic::warning("foreign-code", message).at(Place::new(&entry.path, &entry.text, range.clone())).hint(hint)
}

/// What a kind is, and what to do.
fn said(kind: Foreign) -> (&'static str, &'static str) {
    match kind {
        Foreign::LiquidTag => (
            "a tag of Liquid",
            "`comeback import jekyll` translates those that mean something here; write the rest in markdown, or put it into backticks",
        ),
        Foreign::Output => {
            ("a value of a template", "nothing fills it in here: write what it stood for, or put it into backticks")
        }
        Foreign::HugoShortcode => (
            "a shortcode of Hugo",
            "`comeback import hugo` translates those that mean something here; write the rest in markdown, or put it into backticks",
        ),
        Foreign::Kramdown => (
            "a list of attributes of kramdown",
            "take it out: only headings have attributes here, `## A heading {#an-id}`",
        ),
        Foreign::WordPressShortcode => (
            "a shortcode of WordPress",
            "`comeback import wordpress` translates those that mean something here; write the rest in markdown, or put it into backticks",
        ),
        Foreign::Query => (
            "a query of a program for notes",
            "nothing answers it here: a fence with the word `chart` draws one, and `comeback chart --list` names them",
        ),
        Foreign::Field => (
            "a field in the text, which no number reads",
            "put it into the front matter, as in `pain: 4`; `comeback import obsidian` and `import logseq` do so",
        ),
    }
}
