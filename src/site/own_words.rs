//! The two pages on which the writer speaks beside the journal: `content/now.md`, how things stand, and
//! `content/red-flags.md`, when somebody else is to be asked. Other pages show or link them; their words are the writer's.

use crate::diag::{Diagnostic, Place};
use crate::entry::Visibility;
use crate::journal::Journal;

/// The writer's own pages that others show, by their index among the plain pages; only public ones are shown elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OwnWords {
    /// How things stand.
    pub(super) now: Option<usize>,
    /// When somebody else is to be asked.
    pub(super) red_flags: Option<usize>,
}

impl OwnWords {
    /// Finds them by their files' names; a word on how things stand that has no date is told.
    pub(super) fn of(journal: &Journal, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let found = Self { now: page(journal, "now"), red_flags: page(journal, "red-flags") };
        if let Some(now) = found.now.map(|index| &journal.pages[index]).filter(|now| now.date.is_none()) {
            let message = "the page has no date, so nobody can tell how things have changed since";
            let problem = Diagnostic::warning("no-date", message).at(Place::file(&now.path));
            diagnostics.push(problem.hint("add `date: 2020-08-14`, the day you wrote it"));
        }
        found
    }

    /// Whether a plain page is one of them, which stand elsewhere and so in no navigation.
    pub(super) fn has(self, page: usize) -> bool {
        self.all().contains(&Some(page))
    }

    pub(super) fn all(self) -> [Option<usize>; 2] {
        [self.now, self.red_flags]
    }
}

fn page(journal: &Journal, name: &str) -> Option<usize> {
    let is_it = |path: &str| {
        let inside = path.strip_prefix("content/").and_then(|inside| inside.strip_prefix(name));
        matches!(inside, Some(".md" | ".markdown" | "/index.md" | "/index.markdown"))
    };
    journal.pages.iter().position(|page| is_it(&page.path) && page.visibility == Visibility::Public)
}
