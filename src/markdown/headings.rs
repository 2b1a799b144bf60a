//! Ids that are unique in a text, and headings that link to themselves.

use super::html::Writer;
use super::prose::{inside, plain_text};
use super::{Heading, Item, Words};
use crate::diag::Diagnostic;
use crate::text::slug::slug;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The text of a level-1 heading that starts the text, and the events after it.
pub(super) fn take_title<'e, 'a>(events: &'e [Item<'a>]) -> (Option<String>, &'e [Item<'a>]) {
    let Some((Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }), _)) = events.first() else {
        return (None, events);
    };
    let heading = inside(events, 1);
    let title = plain_text(heading);
    (Some(title).filter(|title| !title.is_empty()), events.get(heading.len() + 2..).unwrap_or_default())
}

/// The ids of a text, given out so that none is given twice.
#[derive(Debug, Default)]
pub(super) struct Ids<'a> {
    /// Ids that headings further on ask for by name; nobody else gets these.
    reserved: BTreeSet<&'a str>,
    /// Each id given out, with the number that its next namesake tries first.
    used: BTreeMap<String, usize>,
}

impl<'a> Ids<'a> {
    /// The ids of a text before any is given out.
    pub(super) fn of(events: &'a [Item<'a>]) -> Self {
        let explicit = events.iter().filter_map(|(event, _)| match event {
            Event::Start(Tag::Heading { id: Some(id), .. }) => Some(id.as_ref()),
            _ => None,
        });
        Self { reserved: explicit.collect(), used: BTreeMap::new() }
    }

    /// An id that nobody has yet: the wanted one, or the next free of `wanted-2`, `wanted-3` and so on.
    pub(super) fn claim(&mut self, wanted: &str) -> String {
        let free = |id: &str, used: &BTreeMap<String, usize>| !used.contains_key(id) && !self.reserved.contains(id);
        let mut id = wanted.to_owned();
        let mut next = self.used.get(wanted).copied().unwrap_or(2);
        while !free(&id, &self.used) {
            id = format!("{wanted}-{next}");
            next += 1;
        }
        // Where a namesake comes again it goes on counting here, so that many equal headings cost no more than others.
        self.used.insert(wanted.to_owned(), next);
        self.used.entry(id.clone()).or_insert(2);
        id
    }

    /// Gives out an id that a heading asks for by name, unless another has it already.
    fn claim_explicit(&mut self, id: &str) -> bool {
        let reserved = self.reserved.remove(id);
        self.note(id);
        reserved
    }

    /// Takes note of an id that raw HTML gives.
    pub(super) fn note(&mut self, id: &str) {
        self.used.entry(id.to_owned()).or_insert(2);
    }
}

impl<'a> Writer<'a> {
    /// Opens a heading whose content follows.
    pub(super) fn open_heading(&mut self, tag: &'a Tag<'a>, range: &Range<usize>) {
        let Tag::Heading { level, id, classes, attrs } = tag else { return };
        // The page has its own h1.
        let level = (*level as u8).max(2);
        self.check_level(level, range);
        let text = plain_text(self.inside());
        let id = match id {
            Some(id) => self.explicit_id(id, range),
            None => self.ids.claim(&slug(&text)),
        };
        if !attrs.is_empty() {
            self.warn(
                Diagnostic::warning("heading-attributes", "only an id and classes are taken from a heading's braces")
                    .hint("`{#an-id .a-class}`; a brace that is meant as text is written `\\{`"),
                range,
            );
        }
        self.piece.push(&format!("<h{level}"));
        self.piece.attribute("id", &id);
        if !classes.is_empty() {
            self.piece.attribute("class", &classes.join(" "));
        }
        self.piece.push(">");
        self.body.headings.push(Heading { level, id, text });
    }

    /// Closes the last heading with a link to itself.
    pub(super) fn close_heading(&mut self) {
        // Headings don't nest, so the last one opened is the one that ends.
        let Some(Heading { level, id, .. }) = self.body.headings.last() else { return };
        self.piece.push(" <a class=\"anchor\" href=\"#");
        self.piece.text(id);
        self.piece.push("\" aria-label=\"");
        self.piece.words(Words::HeadingLink);
        self.piece.push("\">#</a>");
        self.piece.push(&format!("</h{level}>\n"));
    }

    /// Reports a level that is skipped: who goes through a page by its headings misses what is not there.
    fn check_level(&mut self, level: u8, range: &Range<usize>) {
        let before = self.body.headings.last();
        let expected = before.map_or(2, |heading| heading.level + 1);
        if level <= expected {
            return;
        }
        let message = match before {
            Some(Heading { level: before, .. }) => format!("a heading of level {level} follows one of level {before}"),
            None => format!("the first heading below the page's title is one of level {level}"),
        };
        let hint = format!("write `{}`, so that no level is skipped", "#".repeat(expected.into()));
        self.warn(Diagnostic::warning("skipped-heading", message).hint(hint), range);
    }

    fn explicit_id(&mut self, id: &CowStr<'_>, range: &Range<usize>) -> String {
        if self.ids.claim_explicit(id) {
            return id.to_string();
        }
        let unique = self.ids.claim(id);
        self.warn(
            Diagnostic::warning("duplicate-id", format!("the id `{id}` is given twice, this one becomes `{unique}`")),
            range,
        );
        unique
    }
}
