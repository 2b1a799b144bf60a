//! HTML while it is written, with the holes it has so far.

use super::{Hole, Words};
use crate::text::escape_into;

/// A stretch of HTML and the holes in it, in order.
#[derive(Debug, Default)]
pub(super) struct Piece {
    pub(super) html: String,
    pub(super) holes: Vec<(usize, Hole)>,
}

impl Piece {
    /// Appends HTML.
    pub(super) fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    /// Appends text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        escape_into(&mut self.html, text);
    }

    /// Appends an attribute with its value escaped, before it a space.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        self.html.push(' ');
        self.html.push_str(name);
        self.html.push_str("=\"");
        self.text(value);
        self.html.push('"');
    }

    /// Ends the line, unless it is empty.
    pub(super) fn fresh_line(&mut self) {
        if !self.html.is_empty() && !self.html.ends_with('\n') {
            self.html.push('\n');
        }
    }

    /// Leaves a hole here.
    pub(super) fn hole(&mut self, hole: Hole) {
        self.holes.push((self.html.len(), hole));
    }

    /// Leaves a hole for words of the interface.
    pub(super) fn words(&mut self, words: Words) {
        self.hole(Hole::Words(words));
    }

    /// Appends another piece with its holes.
    pub(super) fn append(&mut self, other: Self) {
        let shift = self.html.len();
        self.html.push_str(&other.html);
        self.holes.extend(other.holes.into_iter().map(|(at, hole)| (at + shift, hole)));
    }
}
