//! Rows of named things over time, one above the other: each name stands beside what it names, or above it.

use super::frame::Frame;
use super::label;
use super::scale::count;
use super::svg::Svg;

/// With more rows than this each is too thin for a name, and the names stand in the list and the table alone.
const NAMED: usize = 40;

/// The rows of a plot.
pub(super) struct Rows {
    /// Where the first row begins.
    pub top: i32,
    /// Whether there is room for names.
    pub named: bool,
    pitch: i32,
    n: i32,
    beside: bool,
}

impl Rows {
    /// Lays out some rows below a height.
    pub(super) fn new(frame: &Frame, n: usize, top: i32) -> Self {
        let named = n <= NAMED;
        let pitch = match (named, frame.beside) {
            (true, true) => 290,
            (true, false) => 340,
            (false, _) => (10_000 / count(n)).max(10),
        };
        Self { top, named, pitch, n: count(n), beside: frame.beside }
    }

    /// Returns where the last row ends; an empty plot is two rows high.
    pub(super) fn bottom(&self) -> i32 {
        self.top + self.pitch.saturating_mul(self.n.max(2)) + 60
    }

    /// Returns the height at which a row's marks stand.
    pub(super) fn middle(&self, row: usize) -> i32 {
        let top = self.top + self.pitch.saturating_mul(count(row));
        if self.named && !self.beside { top + 250 } else { top + self.pitch / 2 }
    }

    /// Returns how thick a mark may be.
    pub(super) fn thickness(&self, most: i32) -> i32 {
        most.min(self.pitch * 7 / 10).max(6)
    }

    /// Writes a row's name: after what it names or before it where it fits there whole, else above it.
    pub(super) fn write_name(
        &self,
        svg: &mut Svg,
        frame: &Frame,
        row: usize,
        (left, right): (i32, i32),
        class: &str,
        text: &str,
    ) {
        let text = text.trim();
        if !self.named || text.is_empty() {
            return;
        }
        let width = label::width(text, frame.em);
        let level = self.middle(row) + 47;
        if self.beside && right + 70 + width <= frame.width {
            svg.text(class, right + 70, level, text);
        } else if self.beside && left - 70 - width >= frame.left {
            svg.text(&format!("{class} end"), left - 70, level, text);
        } else {
            let end = if self.beside { frame.width } else { frame.right };
            let text = label::shorten(text, frame.em, end - frame.left);
            let x = left.min(end - label::width(&text, frame.em)).max(frame.left);
            svg.text(class, x, self.middle(row) - if self.beside { 70 } else { 110 }, &text);
        }
    }

    /// Writes a heading in a row of its own.
    pub(super) fn write_heading(&self, svg: &mut Svg, frame: &Frame, row: usize, text: &str) {
        if self.named {
            svg.text("strong halo", frame.left, self.middle(row) + 47, text);
        }
    }
}
