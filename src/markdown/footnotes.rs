//! Footnotes: read where they stand, written at the end, linked both ways.

use super::html::Writer;
use super::pieces::Piece;
use crate::diag::Diagnostic;
use crate::text::slug::slug;
use std::collections::BTreeMap;
use std::ops::Range;

/// The footnotes of a text.
#[derive(Debug, Default)]
pub(super) struct Notes {
    notes: Vec<Note>,
    /// Where a label's note is in `notes`; labels differ in case without meaning anything by it.
    by_label: BTreeMap<String, usize>,
    /// The notes that were referred to, in the order of their numbers.
    order: Vec<usize>,
    /// The definitions that are being written, each with what was being written outside of it.
    open: Vec<(usize, Piece)>,
}

#[derive(Debug)]
struct Note {
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
        self.piece.push(&format!(" role=\"doc-noteref\" aria-label=\"Footnote {number}\">{number}</a></sup>"));
        note.references.push(reference);
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
        self.piece.push(">Footnotes</h2>\n<ol>\n");
        let mut notes: Vec<_> = notes.into_iter().filter(|note| note.number.is_some()).collect();
        notes.sort_by_key(|note| note.number);
        for note in notes {
            self.write_note(note);
        }
        self.piece.push("</ol>\n</section>\n");
    }

    fn write_note(&mut self, note: Note) {
        self.piece.push("<li");
        self.piece.attribute("id", &note.id);
        self.piece.push(">");
        self.piece.append(ended_with(note.content.unwrap_or_default(), &back_links(&note.references, note.number)));
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
        notes.notes.push(Note { label, id, number: None, references: Vec::new(), content: None, range });
        notes.notes.len() - 1
    }
}

/// Puts links at the end of a note's last paragraph, or below it where it ends with something else.
fn ended_with(mut content: Piece, links: &str) -> Piece {
    const END: &str = "</p>\n";
    let inside = content.html.len().saturating_sub(END.len());
    // A hole after the paragraph is filled with something that ends the note instead.
    if content.html.ends_with(END) && content.holes.iter().all(|(at, _)| *at <= inside) {
        content.html.truncate(inside);
        content.push(links);
        content.push(END);
    } else {
        content.fresh_line();
        content.push(&format!("<p>{}</p>\n", links.trim_start()));
    }
    content
}

fn back_links(references: &[String], number: Option<usize>) -> String {
    let number = number.unwrap_or_default();
    let mut links = Piece::default();
    for (i, reference) in references.iter().enumerate() {
        let name = if i == 0 { number.to_string() } else { format!("{number}-{}", i + 1) };
        links.push(" <a");
        links.attribute("href", &format!("#{reference}"));
        // The sign is followed by a selector, or some systems draw it as a picture.
        links.push(&format!(" role=\"doc-backlink\" aria-label=\"Back to reference {name}\">↩\u{fe0e}</a>"));
    }
    links.html
}
