//! Writes a text as XHTML in which every element stands where it may: what may not stand somewhere gives way to what is in it.
//!
//! Reading systems refuse a whole chapter for one element out of place, and writers' own HTML may be anything.

use super::places::{LeadsTo, OnPart, Shows};
use super::tree::{BookElement, BookNode};
use crate::photo::Variant;
use crate::site::Print;
use crate::text::escape_into;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

mod lists;
mod tables;

/// A text as XHTML, but for the places in other files that its links lead to.
#[derive(Debug, Default)]
pub(super) struct Fitted {
    xhtml: String,
    /// Where the place of a link is to be written, in which file and which place.
    jumps: Vec<(usize, String, String)>,
    /// The places in it.
    pub(super) ids: BTreeSet<String>,
    /// The photos in it, by the names of their files.
    pub(super) photos: BTreeMap<String, (Arc<Print>, Variant)>,
    /// Whether a picture in it has no words.
    pub(super) silent: bool,
}

impl Fitted {
    /// The text, with the places that its links lead to where these files have them.
    pub(super) fn finished(&self, places: &BTreeMap<String, BTreeSet<String>>) -> String {
        let mut out = String::with_capacity(self.xhtml.len() + self.jumps.len() * 16);
        let mut done = 0;
        for (at, file, place) in &self.jumps {
            out.push_str(&self.xhtml[done..*at]);
            done = *at;
            if places.get(file).is_some_and(|places| places.contains(place)) {
                out.push('#');
                out.push_str(place);
            }
        }
        out.push_str(&self.xhtml[done..]);
        out
    }
}

/// What may stand in an element.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Room {
    /// Paragraphs, lists, tables and words.
    Blocks,
    /// Words only.
    Words,
}

/// Blocks with words in them.
const OF_WORDS: [&str; 8] = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"];

/// Blocks of blocks, each with what it is written as.
const OF_BLOCKS: [(&str, &str); 16] = [
    ("address", "div"),
    ("article", "div"),
    ("aside", "aside"),
    ("blockquote", "blockquote"),
    ("caption", "div"),
    ("center", "div"),
    ("details", "div"),
    ("div", "div"),
    ("figcaption", "div"),
    ("footer", "div"),
    ("header", "div"),
    ("hgroup", "div"),
    ("main", "div"),
    ("nav", "div"),
    ("section", "section"),
    ("summary", "div"),
];

/// Words, each with what they are written as.
const WORDS: [(&str, &str); 29] = [
    ("abbr", "abbr"),
    ("acronym", "abbr"),
    ("b", "b"),
    ("bdi", "bdi"),
    ("bdo", "span"),
    ("big", "span"),
    ("cite", "cite"),
    ("code", "code"),
    ("data", "span"),
    ("dfn", "i"),
    ("em", "em"),
    ("i", "i"),
    ("kbd", "kbd"),
    ("mark", "mark"),
    ("q", "q"),
    ("s", "s"),
    ("samp", "samp"),
    ("small", "small"),
    ("span", "span"),
    ("strike", "s"),
    ("strong", "strong"),
    ("sub", "sub"),
    ("sup", "sup"),
    ("time", "span"),
    ("tt", "code"),
    ("u", "u"),
    ("var", "var"),
    ("del", "del"),
    ("ins", "ins"),
];

/// Writes a text at its place in the book.
pub(super) fn fit(nodes: &[BookNode], at: &OnPart<'_>) -> Fitted {
    let mut fitter = Fitter { at, fitted: Fitted::default(), in_link: false, in_notes: false };
    fitter.nodes(nodes, Room::Blocks);
    fitter.fitted
}

struct Fitter<'a> {
    at: &'a OnPart<'a>,
    fitted: Fitted,
    in_link: bool,
    /// Whether footnotes are being written.
    in_notes: bool,
}

impl Fitter<'_> {
    fn nodes(&mut self, nodes: &[BookNode], room: Room) {
        for node in nodes {
            match node {
                BookNode::Text(text) => escape_into(&mut self.fitted.xhtml, text),
                BookNode::Element(element) => self.element(element, room),
            }
        }
    }

    fn element(&mut self, element: &BookElement, room: Room) {
        let name = element.name.as_str();
        match (name, room) {
            // The link that a heading has to itself is for a page: here it would be a `#` at its end.
            ("a", _) if element.attribute("class") == Some("anchor") => return,
            ("a", _) => return self.link(element, room),
            ("img", _) => return self.picture(element),
            ("input", _) => return self.checkbox(element),
            ("br" | "wbr", _) | ("hr", Room::Blocks) => return self.void(element),
            ("rt", _) => return self.beside(element),
            ("rp", _) => return,
            ("bdo", _) if element.attribute("dir").is_some_and(|dir| matches!(dir, "ltr" | "rtl")) => {
                return self.write("bdo", element, |all| all.nodes(&element.children, Room::Words));
            }
            ("ul" | "ol", Room::Blocks) => return self.list(element),
            ("dl", Room::Blocks) => return self.definitions(element),
            ("table", Room::Blocks) => return self.table(element),
            ("figure", Room::Blocks) => return self.figure(element),
            _ => {}
        }
        if let Some((_, written)) = WORDS.iter().find(|(own, _)| *own == name) {
            // What was put in or taken out may be paragraphs; anything else around them gives way.
            let inside = if matches!(*written, "ins" | "del") { room } else { Room::Words };
            let gives_way = room == Room::Blocks && inside == Room::Words && has_blocks(element);
            return match gives_way {
                true => self.nodes(&element.children, room),
                false => self.write(written, element, |all| all.nodes(&element.children, inside)),
            };
        }
        if room == Room::Words {
            return self.unwrapped(element);
        }
        if OF_WORDS.contains(&name) {
            return self.write(name, element, |all| all.nodes(&element.children, Room::Words));
        }
        match OF_BLOCKS.iter().find(|(own, _)| *own == name) {
            Some((_, written)) => self.block(written, element),
            // Rows without a table, items without a list.
            None => self.write("div", element, |all| all.nodes(&element.children, Room::Blocks)),
        }
    }

    fn block(&mut self, written: &str, element: &BookElement) {
        let before = self.in_notes;
        self.in_notes |= is_notes(element);
        self.write(written, element, |all| all.nodes(&element.children, Room::Blocks));
        self.in_notes = before;
    }

    /// Writes what is in an element whose place is none for it, so that its words stay apart from those around.
    fn unwrapped(&mut self, element: &BookElement) {
        self.fitted.xhtml.push(' ');
        self.nodes(&element.children, Room::Words);
        self.fitted.xhtml.push(' ');
    }

    /// How a word is read, which stands above it elsewhere.
    fn beside(&mut self, element: &BookElement) {
        self.fitted.xhtml.push('(');
        self.nodes(&element.children, Room::Words);
        self.fitted.xhtml.push(')');
    }

    /// Writes an element under a name, with the attributes that it keeps.
    fn write(&mut self, name: &str, element: &BookElement, inside: impl FnOnce(&mut Self)) {
        self.open(name, element);
        self.fitted.xhtml.push('>');
        inside(self);
        self.close(name);
    }

    fn close(&mut self, name: &str) {
        self.fitted.xhtml.push_str("</");
        self.fitted.xhtml.push_str(name);
        self.fitted.xhtml.push('>');
    }

    fn void(&mut self, element: &BookElement) {
        self.open(&element.name, element);
        self.fitted.xhtml.push_str("/>");
    }

    /// Writes the start of a tag, without its end.
    fn open(&mut self, name: &str, element: &BookElement) {
        self.fitted.xhtml.push('<');
        self.fitted.xhtml.push_str(name);
        if let Some(id) = element.attribute("id").filter(|id| !id.is_empty()).map(xml_id)
            && self.fitted.ids.insert(id.clone())
        {
            self.attribute("id", &id);
        }
        let kept = |name: &str| element.attribute(name).map(str::trim).filter(|value| !value.is_empty());
        for own in ["class", "title"] {
            if let Some(value) = kept(own) {
                self.attribute(own, value);
            }
        }
        if let Some(dir) = kept("dir").filter(|dir| matches!(*dir, "ltr" | "rtl" | "auto")) {
            self.attribute("dir", dir);
        }
        if let Some(language) = kept("lang").filter(|tag| is_language(tag)) {
            self.attribute("lang", language);
            self.attribute("xml:lang", language);
        }
        self.meaning(name, element);
    }

    /// What an element is to those who hear a book or open its notes.
    fn meaning(&mut self, name: &str, element: &BookElement) {
        let role = element.attribute("role");
        match (name, role) {
            ("a", Some(role @ ("doc-noteref" | "doc-backlink"))) => {
                self.attribute("role", role);
                if role == "doc-noteref" {
                    self.attribute("epub:type", "noteref");
                }
                if let Some(label) = element.attribute("aria-label").filter(|label| !label.trim().is_empty()) {
                    self.attribute("aria-label", label);
                }
            }
            ("section", _) if is_notes(element) => self.attribute("epub:type", "footnotes"),
            ("li", _) if self.in_notes && element.attribute("id").is_some() => self.attribute("epub:type", "footnote"),
            ("aside", Some("note")) => self.attribute("role", "note"),
            ("section", _) if element.attribute("epub:type") == Some("titlepage") => {
                self.attribute("epub:type", "titlepage");
            }
            _ => {}
        }
    }

    fn attribute(&mut self, name: &str, value: &str) {
        let out = &mut self.fitted.xhtml;
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape_into(out, value);
        out.push('"');
    }

    fn link(&mut self, element: &BookElement, room: Room) {
        let leads = match element.attribute("href") {
            Some(href) if !self.in_link => self.at.link(href),
            _ => LeadsTo::Nowhere,
        };
        let inside = if room == Room::Blocks && has_blocks(element) { Room::Blocks } else { Room::Words };
        if leads == LeadsTo::Nowhere {
            // A place may be one that others lead to.
            return match element.attribute("id").is_some() && inside == Room::Words {
                true => self.write("span", element, |all| all.nodes(&element.children, Room::Words)),
                false => self.nodes(&element.children, room),
            };
        }
        self.open("a", element);
        match leads {
            LeadsTo::Web(address) => self.attribute("href", &address),
            LeadsTo::File(file, place) => {
                self.attribute("href", &file);
                if let Some(place) = place {
                    // Before the quote that was written last.
                    self.fitted.jumps.push((self.fitted.xhtml.len() - 1, file, place));
                }
            }
            LeadsTo::Nowhere => {}
        }
        self.fitted.xhtml.push('>');
        self.in_link = true;
        self.nodes(&element.children, inside);
        self.in_link = false;
        self.close("a");
    }

    /// A picture of the book; of any other its words.
    fn picture(&mut self, element: &BookElement) {
        let words = element.attribute("alt").unwrap_or_default();
        let src = match self.at.picture(element.attribute("src").unwrap_or_default()) {
            Shows::Chart(name) => name,
            Shows::Photo(name, print, variant) => {
                self.fitted.photos.insert(name.clone(), (print, variant));
                name
            }
            Shows::Nothing if words.trim().is_empty() => return,
            Shows::Nothing => {
                self.fitted.xhtml.push_str("<span class=\"no-picture\">");
                escape_into(&mut self.fitted.xhtml, words);
                return self.close("span");
            }
        };
        self.fitted.silent |= words.trim().is_empty();
        self.open("img", element);
        self.attribute("src", &src);
        self.attribute("alt", words);
        for side in ["width", "height"] {
            if let Some(pixels) = element.attribute(side).and_then(|value| value.trim().parse::<u32>().ok()) {
                let _ = write!(self.fitted.xhtml, " {side}=\"{pixels}\"");
            }
        }
        self.fitted.xhtml.push_str("/>");
    }

    /// A box of a list of things to do; what else is filled in has no place in a book.
    fn checkbox(&mut self, element: &BookElement) {
        if element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("checkbox")) {
            self.fitted.xhtml.push(if element.attribute("checked").is_some() { '☑' } else { '☐' });
        }
    }
}

/// Whether an element holds the notes of a text.
fn is_notes(element: &BookElement) -> bool {
    element.name == "section" && element.attribute("role") == Some("doc-endnotes")
}

/// Whether there is a block anywhere in an element.
fn has_blocks(element: &BookElement) -> bool {
    let is_block = |name: &str| {
        OF_WORDS.contains(&name)
            || OF_BLOCKS.iter().any(|(own, _)| *own == name)
            || matches!(name, "ul" | "ol" | "dl" | "table" | "figure" | "hr" | "li" | "dt" | "dd")
    };
    element.children.iter().any(|node| match node {
        BookNode::Element(inner) => is_block(&inner.name) || has_blocks(inner),
        BookNode::Text(_) => false,
    })
}

/// Whether a tag of a language is one as the standard writes them.
fn is_language(tag: &str) -> bool {
    tag.parse::<icu_locale::LanguageIdentifier>().is_ok()
}

/// A place's name as XML wants it: letters and digits as they are, all else in numbers, and no digit in front.
pub(super) fn xml_id(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            'a'..='z' | 'A'..='Z' | '_' | '-' => out.push(c),
            '0'..='9' => out.push(c),
            _ => {
                let _ = write!(out, ".{:x}.", u32::from(c));
            }
        }
    }
    if out.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') { out } else { format!("id.{out}") }
}

#[cfg(test)]
mod tests;
