//! The writer's own HTML: what of it leads to files and pages of the site leaves holes as markdown's links and images do, since
//! files have other addresses than paths; everything else is passed on.

use super::html::Writer;
use super::links::is_inside;
use super::raw::{Attribute, Tag, tags};
use super::{Hole, ImageTag, LinkForm};
use crate::diag::Diagnostic;
use crate::links::{css, html};
use crate::text::escape;
use std::ops::Range;

/// Stands for an address while a stylesheet is written anew: no text has it.
const MARK: char = '\u{10fffd}';

impl Writer<'_> {
    /// Writes raw HTML that stands at `range`.
    pub(super) fn raw_html_with_holes(&mut self, raw: &str, range: &Range<usize>) {
        let mut done = 0;
        let mut places = Places::of(self.source.text, range);
        for tag in tags(raw).into_iter().filter(|tag| tag.name.eq_ignore_ascii_case("img")) {
            self.raw_addresses(&raw[done..tag.start], &mut places);
            done = tag.end;
            let Some(source) = value(&tag, "src").filter(|source| !source.trim().is_empty() && is_inside(source))
            else {
                self.has_image = true;
                self.raw_addresses(&raw[tag.start..tag.end], &mut places);
                continue;
            };
            let place = places.next(&raw[tag.start..tag.end]);
            if value(&tag, "alt").is_none() {
                let hint = "say what it shows: `alt=\"what it shows\"`; one that only decorates says `alt=\"\"`";
                self.warn(Diagnostic::warning("missing-alt", "the image has no alternative text").hint(hint), &place);
            }
            let target = source.trim().replace("&amp;", "&");
            let tag_of_hole = self.tag_of_hole(&tag);
            self.piece.hole(Hole::Image { target, tag: Box::new(tag_of_hole), range: place });
        }
        self.raw_addresses(&raw[done..], &mut places);
    }

    /// Writes raw HTML, a hole for each address in it that may be a file's or a page's.
    fn raw_addresses(&mut self, raw: &str, places: &mut Places<'_>) {
        let mut done = 0;
        html::scan(raw, |found| match found {
            // What looks like a tag in the styles of a drawing was written with them.
            html::Found::Address(_, range, _) | html::Found::Style(_, range) | html::Found::StyleValue(_, range)
                if range.start < done => {}
            html::Found::Address(typed, range, _) => {
                let target = html::unescape(typed).trim().to_owned();
                let leads_on = raw[..range.start].get(range.start.saturating_sub(4)..) == Some("url=");
                if leads_on || !may_be_file(&target) {
                    return;
                }
                let quote = if is_bare(raw, range.start) { "\"" } else { "" };
                self.piece.push(&raw[done..range.start]);
                self.piece.push(quote);
                self.piece.hole(Hole::Link { target, form: LinkForm::Html, range: places.next(typed) });
                self.piece.push(quote);
                done = range.end;
            }
            html::Found::Style(rules, range) => {
                self.piece.push(&raw[done..range.start]);
                self.style_with_holes(rules, str::to_owned, places);
                done = range.end;
            }
            html::Found::StyleValue(typed, range) => {
                let quote = if is_bare(raw, range.start) { "\"" } else { "" };
                self.piece.push(&raw[done..range.start]);
                self.piece.push(quote);
                self.style_with_holes(&html::unescape(typed), |css| escape(css).replace('\'', "&#39;"), places);
                self.piece.push(quote);
                done = range.end;
            }
            html::Found::Id(_) | html::Found::Json(_) | html::Found::Document(..) | html::Found::Acts => {}
        });
        self.piece.push(&raw[done..]);
    }

    /// Writes rules of a style, a hole for each address in them.
    fn style_with_holes(&mut self, rules: &str, write: impl Fn(&str) -> String, places: &mut Places<'_>) {
        let mut targets = Vec::new();
        let marked = css::rewrite(rules, |address| {
            let is_file = may_be_file(address.trim()) && !rules.contains(MARK);
            is_file.then(|| {
                targets.push(address.trim().to_owned());
                MARK.to_string()
            })
        });
        let marked = marked.as_deref().unwrap_or(rules);
        let mut parts = marked.split(MARK).filter(|_| !targets.is_empty());
        self.piece.push(&write(parts.next().unwrap_or(marked)));
        for (target, part) in targets.iter().zip(parts) {
            let range = places.next(target);
            self.piece.hole(Hole::Link { target: target.clone(), form: LinkForm::Html, range });
            self.piece.push(&write(part));
        }
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

/// Whether an address in the writer's HTML may be that of a file or a page: a place on the same page is none.
fn may_be_file(target: &str) -> bool {
    !target.is_empty() && !target.starts_with(['#', '?']) && is_inside(target)
}

/// Whether the attribute's value that starts at a byte stands without quotes.
fn is_bare(html: &str, start: usize) -> bool {
    html[..start].trim_end().ends_with('=')
}

/// The value of an attribute, where there is one.
fn value<'a>(tag: &Tag<'a>, name: &str) -> Option<&'a str> {
    tag.attributes.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.unwrap_or_default())
}

/// Finds tags and addresses in the file, one after the other: in a quote or a list, their lines have more before them there than in the HTML.
pub(super) struct Places<'a> {
    text: &'a str,
    from: usize,
    /// Where the text starts in the file.
    start: usize,
}

impl<'a> Places<'a> {
    /// The tags and addresses of the part of a file at `range`.
    pub(super) fn of(file: &'a str, range: &Range<usize>) -> Self {
        Self { text: file.get(range.clone()).unwrap_or_default(), from: 0, start: range.start }
    }

    /// The bytes of the next one, or of the whole where it isn't found.
    pub(super) fn next(&mut self, tag: &str) -> Range<usize> {
        let line = tag.lines().next().unwrap_or_default();
        let Some(at) = self.text[self.from..].find(line).map(|at| self.from + at) else {
            return self.start..self.start + self.text.len();
        };
        self.from = at + line.len();
        self.start + at..self.start + self.from
    }
}
