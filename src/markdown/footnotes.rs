//! Footnotes: read where they stand, written at the end, linked both ways.

use super::html::Writer;
use super::pieces::Piece;
use super::{Item, Words};
use crate::diag::Diagnostic;
use crate::text::slug::slug;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Longer brackets are no labels.
const LONGEST_LABEL: usize = 200;

/// The footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    notes: Vec<Footnote>,
    /// Where a label's note is in `notes`; labels differ in case without meaning anything by it.
    by_label: BTreeMap<String, usize>,
    /// The notes that were referred to, in the order of their numbers.
    order: Vec<usize>,
    /// The definitions that are being written, each with what was being written outside of it.
    open: Vec<(usize, Piece)>,
    /// The labels that the text refers to, by itself or by way of notes that it refers to.
    used: BTreeSet<String>,
}

impl Notes {
    /// The footnotes of a text before any is written.
    pub(super) fn of(events: &[Item<'_>]) -> Self {
        // Who refers to whom; the text itself is nobody's note.
        let mut references: BTreeMap<Option<String>, BTreeSet<String>> = BTreeMap::new();
        let mut open: Vec<String> = Vec::new();
        for (event, _) in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => open.push(label.to_lowercase()),
                Event::End(TagEnd::FootnoteDefinition) => drop(open.pop()),
                Event::FootnoteReference(label) => {
                    references.entry(open.last().cloned()).or_default().insert(label.to_lowercase());
                }
                _ => {}
            }
        }
        let mut used = BTreeSet::new();
        let mut next: Vec<String> = references.remove(&None).unwrap_or_default().into_iter().collect();
        while let Some(label) = next.pop() {
            if used.insert(label.clone()) {
                next.extend(references.remove(&Some(label)).unwrap_or_default());
            }
        }
        Self { used, ..Self::default() }
    }

    /// Whether a note is being written.
    pub(super) fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Whether what is being written will be left out: a note that nothing refers to, or one written twice.
    fn leaves_out(&self) -> bool {
        self.open.iter().any(|(at, _)| {
            let note = &self.notes[*at];
            note.content.is_some() || !self.used.contains(&note.label.to_lowercase())
        })
    }
}

#[derive(Debug)]
struct Footnote {
    label: String,
    id: String,
    number: Option<usize>,
    /// The ids of the places that refer to it.
    references: Vec<String>,
    content: Option<Piece>,
    /// Where it is defined.
    range: Range<usize>,
}

impl Writer<'_> {
    /// Writes the raised number that stands for a footnote.
    pub(super) fn refer_to_note(&mut self, label: &str, range: &Range<usize>) {
        // A number whose note would lead back to nowhere.
        if self.notes.leaves_out() {
            return;
        }
        let at = self.note(label, range);
        let reference = self.anchor(&format!("fnref-{}", slug(label)));
        let notes = &mut self.notes;
        let note = &mut notes.notes[at];
        let number = *note.number.get_or_insert_with(|| {
            notes.order.push(at);
            notes.order.len()
        });
        self.piece.push("<sup><a");
        self.piece.attribute("href", &format!("#{}", note.id));
        self.piece.attribute("id", &reference);
        self.piece.push(" role=\"doc-noteref\" aria-label=\"");
        self.piece.words(Words::Footnote(number));
        self.piece.push(&format!("\">{number}</a></sup>"));
        note.references.push(reference);
    }

    /// Reports a bracket that would be a footnote's number if there were such a footnote.
    pub(super) fn check_reference(&mut self, bracket: &Range<usize>) {
        let text = self.source.text;
        let Some(rest) = text.get(bracket.start..).and_then(|rest| rest.strip_prefix("[^")) else { return };
        // Not searched for to the end of the text, which may hold as many brackets as it likes.
        let Some(end) = rest.bytes().take(LONGEST_LABEL).position(|b| b == b']') else { return };
        let label = &rest[..end];
        if label.is_empty() || label.contains(|c: char| c.is_whitespace() || matches!(c, '[' | '^')) {
            return;
        }
        let range = bracket.start..bracket.start + label.len() + "[^]".len();
        let message = format!("there is no footnote `{label}`, what was typed stays as it is");
        let hint = format!("write one: `[^{label}]: its text`; a bracket that is meant as text is written `\\[`");
        self.warn(Diagnostic::warning("unknown-footnote", message).hint(hint), &range);
    }

    /// Starts to write a footnote's text aside.
    pub(super) fn open_note(&mut self, label: &str, range: &Range<usize>) {
        let at = self.note(label, range);
        self.notes.notes[at].range = range.clone();
        self.notes.open.push((at, std::mem::take(&mut self.piece)));
    }

    /// Keeps what was written aside for the end of the text.
    pub(super) fn close_note(&mut self, range: &Range<usize>) {
        let Some((at, outer)) = self.notes.open.pop() else { return };
        let content = std::mem::replace(&mut self.piece, outer);
        let note = &mut self.notes.notes[at];
        if note.content.is_none() {
            note.content = Some(content);
            return;
        }
        let message = format!("the footnote `{}` is written twice, this text of it is left out", note.label);
        self.warn(Diagnostic::warning("duplicate-footnote", message), range);
    }

    /// Writes the footnotes that were referred to, and reports the others.
    pub(super) fn write_notes(&mut self) {
        let Notes { notes, order, .. } = std::mem::take(&mut self.notes);
        for note in notes.iter().filter(|note| note.number.is_none()) {
            let message = format!("nothing refers to the footnote `{}`, it is left out", note.label);
            let hint = format!("refer to it by `[^{}]`", note.label);
            self.warn(Diagnostic::warning("unused-footnote", message).hint(hint), &note.range);
        }
        if order.is_empty() {
            return;
        }
        let heading = self.anchor("footnotes");
        self.piece.fresh_line();
        self.piece.push("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.piece.attribute("aria-labelledby", &heading);
        self.piece.push("><h2");
        self.piece.attribute("id", &heading);
        self.piece.push(">");
        self.piece.words(Words::Footnotes);
        self.piece.push("</h2>\n<ol>\n");
        let mut notes: Vec<_> = notes.into_iter().filter(|note| note.number.is_some()).collect();
        notes.sort_by_key(|note| note.number);
        for note in notes {
            self.write_note(note);
        }
        self.piece.push("</ol>\n</section>\n");
    }

    fn write_note(&mut self, note: Footnote) {
        self.piece.push("<li");
        self.piece.attribute("id", &note.id);
        self.piece.push(">");
        self.piece.append(ended_with(note.content.unwrap_or_default(), back_links(&note.references, note.number)));
        self.piece.push("</li>\n");
    }

    /// The place of a label's note among the notes, made at the first mention.
    fn note(&mut self, label: &str, range: &Range<usize>) -> usize {
        let key = label.to_lowercase();
        if let Some(at) = self.notes.by_label.get(&key) {
            return *at;
        }
        let id = self.anchor(&format!("fn-{}", slug(label)));
        let notes = &mut self.notes;
        notes.by_label.insert(key, notes.notes.len());
        let (label, range) = (label.to_owned(), range.clone());
        notes.notes.push(Footnote { label, id, number: None, references: Vec::new(), content: None, range });
        notes.notes.len() - 1
    }
}

/// Puts links at the end of a note's last paragraph, or below it where it ends with something else.
fn ended_with(mut content: Piece, links: Piece) -> Piece {
    const END: &str = "</p>\n";
    let inside = content.html.len().saturating_sub(END.len());
    // A hole after the paragraph is filled with something that ends the note instead.
    if content.html.ends_with(END) && content.holes.iter().all(|(at, _)| *at <= inside) {
        content.html.truncate(inside);
        content.push(" ");
        content.append(links);
        content.push(END);
    } else {
        content.fresh_line();
        content.push("<p>");
        content.append(links);
        content.push("</p>\n");
    }
    content
}

fn back_links(references: &[String], number: Option<usize>) -> Piece {
    let number = number.unwrap_or_default();
    let mut links = Piece::default();
    for (i, reference) in references.iter().enumerate() {
        let name = if i == 0 { number.to_string() } else { format!("{number}-{}", i + 1) };
        links.push(if i == 0 { "<a" } else { " <a" });
        links.attribute("href", &format!("#{reference}"));
        // The sign is followed by a selector, or some systems draw it as a picture.
        links.push(" role=\"doc-backlink\" aria-label=\"");
        links.words(Words::Back(name));
        links.push("\">↩\u{fe0e}</a>");
    }
    links
}
