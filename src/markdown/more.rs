//! Summaries: what stands before `<!-- more -->`, else the first paragraph.

use super::Item;
use super::html::Writer;
use super::prose::{prose, text_beside_images};
use crate::text::shorten;
use std::borrow::Cow;
use std::ops::Range;

/// The most characters of a first paragraph, which nobody wrote to be a summary.
const PARAGRAPH: usize = 200;

/// The most characters before a mark: as much as a card bears, where the mark stands at the end of a long text.
const MARKED: usize = 600;

/// The summary that a first paragraph makes.
pub(super) fn first_paragraph(events: &[Item<'_>]) -> String {
    shorten(&text_beside_images(events), PARAGRAPH)
}

impl Writer<'_> {
    /// Ends a block of raw HTML.
    pub(super) fn close_raw(&mut self, range: &Range<usize>) {
        let html = self.piece.html.split_off(self.raw_start.min(self.piece.html.len()));
        self.raw_html(&html, range);
    }

    /// Writes raw HTML, the mark left out of it.
    pub(super) fn raw_html(&mut self, html: &str, range: &Range<usize>) {
        let rest = without_mark(html);
        if let Cow::Owned(_) = rest {
            self.mark();
            if rest.trim().is_empty() {
                return;
            }
        }
        let rest = self.with_embedded(&rest, range);
        self.raw_html_with_holes(&rest, range);
        self.note_ids(&rest);
    }

    /// Takes what came so far as the summary; a mark in a footnote, or a second one, says nothing.
    fn mark(&mut self) {
        if self.has_more || self.notes.is_open() {
            return;
        }
        self.has_more = true;
        let summary = prose(self.events.get(..self.at.saturating_sub(1)).unwrap_or_default());
        if !summary.is_empty() {
            self.body.summary = shorten(&summary, MARKED);
        }
    }
}

/// Raw HTML without its marks; owned where there was one.
fn without_mark(html: &str) -> Cow<'_, str> {
    const OPEN: &str = "<!--";
    const CLOSE: &str = "-->";
    let mut kept = Cow::Borrowed("");
    let (mut done, mut from) = (0, 0);
    while let Some(start) = html[from..].find(OPEN).map(|at| from + at) {
        let Some(end) = html[start + OPEN.len()..].find(CLOSE).map(|at| start + OPEN.len() + at) else { break };
        from = end + CLOSE.len();
        if html[start + OPEN.len()..end].trim().eq_ignore_ascii_case("more") {
            kept.to_mut().push_str(&html[done..start]);
            done = from;
        }
    }
    match kept {
        Cow::Borrowed(_) => Cow::Borrowed(html),
        Cow::Owned(kept) => Cow::Owned(kept + &html[done..]),
    }
}
