//! The writer's own HTML: what of it leads to files and pages of the site leaves holes as markdown's links and images do, since
//! files have other addresses than paths; everything else is passed on.

use super::embedded::write_attribute;
use super::html::Writer;
use super::links::is_inside;
use super::{Hole, ImageTag, LinkForm};
use crate::diag::Diagnostic;
use crate::links::tags::Tags;
use crate::links::{css, html};
use crate::text::escape;
use std::ops::Range;

/// Stands for an address while a stylesheet is written anew: no text has it.
const MARK: char = '\u{10fffd}';

impl Writer<'_> {
    /// Writes raw HTML that stands at `range`.
    pub(super) fn raw_html_with_holes(&mut self, raw: &str, range: &Range<usize>) {
        let mut done = 0;
        let mut places = TypedPlaces::of(self.source.text, range);
        let mut tags = Tags::of(raw);
        while let Some(tag) = tags.next_tag() {
            // In a drawing, what a style holds may look like tags, and was written with it.
            if tag.range.start < done {
                continue;
            }
            let is_image = tag.name.eq_ignore_ascii_case("img");
            let source = tags.value("src").filter(|source| is_image && !source.trim().is_empty() && is_inside(source));
            let Some(source) = source else {
                self.has_image |= is_image;
                html::scan_tag(raw, &tag, &tags, &mut |found| self.raw_address(raw, &found, &mut done, &mut places));
                continue;
            };
            self.piece.push(&raw[done..tag.range.start]);
            done = tag.range.end;
            let place = places.next(&raw[tag.range]);
            if tags.value("alt").is_none() {
                let hint = "say what it shows: `alt=\"what it shows\"`; one that only decorates says `alt=\"\"`";
                self.warn(Diagnostic::warning("missing-alt", "the image has no alternative text").hint(hint), &place);
            }
            let target = source.trim().replace("&amp;", "&");
            let tag_of_hole = self.tag_of_hole(&tags);
            self.piece.hole(Hole::Image { target, tag: Box::new(tag_of_hole), range: place });
        }
        self.piece.push(&raw[done..]);
    }

    /// Writes what stands before an address in raw HTML, and a hole for it where it may be a file's or a page's.
    fn raw_address(&mut self, raw: &str, found: &html::Found<'_>, done: &mut usize, places: &mut TypedPlaces<'_>) {
        let (range, is_style) = match found {
            html::Found::Address(_, range, _) => (range.clone(), false),
            html::Found::Style(_, range) | html::Found::StyleValue(_, range) => (range.clone(), true),
            html::Found::Id(_) | html::Found::Json(_) | html::Found::Document(..) | html::Found::Acts => return,
        };
        let typed = &raw[range.clone()];
        let meant = html::unescape(typed);
        let leads_on = raw[..range.start].get(range.start.saturating_sub(4)..) == Some("url=");
        if !is_style && (leads_on || !may_be_file(meant.trim())) {
            return;
        }
        let is_rules = matches!(found, html::Found::Style(..));
        let quote = if is_bare(raw, range.start) && !is_rules { "\"" } else { "" };
        self.piece.push(&raw[*done..range.start]);
        self.piece.push(quote);
        match found {
            html::Found::Style(rules, _) => self.style_with_holes(rules, str::to_owned, places),
            html::Found::StyleValue(..) => {
                self.style_with_holes(&meant, |css| escape(css).replace('\'', "&#39;"), places);
            }
            _ => {
                let target = meant.trim().to_owned();
                self.piece.hole(Hole::Link { target, form: LinkForm::Html, range: places.next(typed) });
            }
        }
        self.piece.push(quote);
        *done = range.end;
    }

    /// Writes rules of a style, a hole for each address in them.
    fn style_with_holes(&mut self, rules: &str, write: impl Fn(&str) -> String, places: &mut TypedPlaces<'_>) {
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

    /// What the last tag says, its addresses aside: those are ours.
    fn tag_of_hole(&mut self, tags: &Tags<'_>) -> ImageTag {
        let has = |name: &str| tags.value(name).is_some();
        let mut attributes = String::new();
        for attribute in tags.attributes.iter().filter(|attribute| !attribute.is("src") && !attribute.is("srcset")) {
            write_attribute(&mut attributes, attribute.name, attribute.value);
        }
        let loading = self.loading();
        if !has("loading") && !has("decoding") {
            attributes.push_str(loading);
        }
        ImageTag {
            alternative: tags.value("alt").unwrap_or_default().replace('<', "&lt;").replace('>', "&gt;"),
            attributes,
            sized: has("width") || has("height"),
            fitted: has("sizes"),
            ..ImageTag::default()
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

/// Finds tags and addresses in the file, one after the other: in a quote or a list, their lines have more before them there than in the HTML.
pub(super) struct TypedPlaces<'a> {
    text: &'a str,
    from: usize,
    /// Where the text starts in the file.
    start: usize,
}

impl<'a> TypedPlaces<'a> {
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
