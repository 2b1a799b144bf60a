//! Images in raw HTML: those that are files of the site leave holes as those of markdown do, since the file itself is not
//! published; everything else of the HTML is passed on.

use super::html::Writer;
use super::links::is_inside;
use super::raw::{Attribute, Tag, tags};
use super::{Hole, ImageTag};
use crate::diag::Diagnostic;
use std::ops::Range;

impl Writer<'_> {
    /// Writes raw HTML that stands at `range`, a hole for each image that is a file of the site.
    pub(super) fn raw_images(&mut self, html: &str, range: &Range<usize>) {
        let mut done = 0;
        let mut places = Places::of(self.source.text, range);
        for tag in tags(html).into_iter().filter(|tag| tag.name.eq_ignore_ascii_case("img")) {
            let place = places.next(&html[tag.start..tag.end]);
            let Some(source) = value(&tag, "src").filter(|source| !source.trim().is_empty() && is_inside(source))
            else {
                self.has_image = true;
                continue;
            };
            if value(&tag, "alt").is_none() {
                let hint = "say what it shows: `alt=\"what it shows\"`; one that only decorates says `alt=\"\"`";
                self.warn(Diagnostic::warning("missing-alt", "the image has no alternative text").hint(hint), &place);
            }
            let target = source.trim().replace("&amp;", "&");
            let tag_of_hole = self.tag_of_hole(&tag);
            self.piece.push(&html[done..tag.start]);
            self.piece.hole(Hole::Image { target, tag: Box::new(tag_of_hole), range: place });
            done = tag.end;
        }
        self.piece.push(&html[done..]);
    }

    /// What a typed tag says, its addresses aside: those are ours.
    fn tag_of_hole(&mut self, tag: &Tag<'_>) -> ImageTag {
        let has = |name: &str| tag.attributes.iter().any(|(n, _)| n.eq_ignore_ascii_case(name));
        let ours = |(name, _): &&Attribute<'_>| ["src", "srcset"].iter().any(|own| name.eq_ignore_ascii_case(own));
        let mut attributes = String::new();
        for (name, value) in tag.attributes.iter().filter(|attribute| !ours(attribute)) {
            attributes.push(' ');
            attributes.push_str(name);
            if let Some(value) = value {
                attributes.push_str("=\"");
                attributes.push_str(&value.replace('"', "&quot;"));
                attributes.push('"');
            }
        }
        let loading = self.loading();
        if !has("loading") && !has("decoding") {
            attributes.push_str(loading);
        }
        ImageTag {
            alternative: value(tag, "alt").unwrap_or_default().replace('<', "&lt;").replace('>', "&gt;"),
            attributes,
            sized: has("width") || has("height"),
            fitted: has("sizes"),
        }
    }
}

/// The value of an attribute, where there is one.
fn value<'a>(tag: &Tag<'a>, name: &str) -> Option<&'a str> {
    tag.attributes.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.unwrap_or_default())
}

/// Finds tags in the file, one after the other: in a quote or a list, their lines have more before them there than in the HTML.
pub(super) struct Places<'a> {
    text: &'a str,
    from: usize,
    /// Where the text starts in the file.
    start: usize,
}

impl<'a> Places<'a> {
    /// The tags of the part of a file at `range`.
    pub(super) fn of(file: &'a str, range: &Range<usize>) -> Self {
        Self { text: file.get(range.clone()).unwrap_or_default(), from: 0, start: range.start }
    }

    /// The bytes of the next tag, or of the whole where it isn't found.
    pub(super) fn next(&mut self, tag: &str) -> Range<usize> {
        let line = tag.lines().next().unwrap_or_default();
        let Some(at) = self.text[self.from..].find(line).map(|at| self.from + at) else {
            return self.start..self.start + self.text.len();
        };
        self.from = at + line.len();
        self.start + at..self.start + self.from
    }
}
