//! The tags of a page, found by a scan of its bytes.
//!
//! Every page of every build is scanned, a hundred megabytes for ten thousand entries, so it has to cost next to nothing: a
//! tokenizer that builds values for each tag (`html5ever`, `lol_html`) takes longer than making the page did. What is scanned
//! is our own output and the writer's HTML. Where the latter is broken, more may be found in it than browsers do.

use memchr::{memchr, memmem};
use std::ops::Range;

/// A tag that opens an element.
#[derive(Debug)]
pub(crate) struct Tag<'a> {
    /// The element's name as typed.
    pub name: &'a str,
    /// The bytes of the tag.
    pub range: Range<usize>,
    /// The bytes of what the element holds, where that is text to browsers: a script, a stylesheet.
    pub text: Option<Range<usize>>,
}

/// An attribute as typed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Attribute<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its value without quotes, where it has one.
    pub value: Option<&'a str>,
    /// Where the value starts.
    pub start: usize,
}

impl Attribute<'_> {
    /// Whether it has a name, given in lower case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// A walk through the tags that open elements; those in comments, scripts and stylesheets are none.
#[derive(Debug)]
pub(crate) struct Tags<'a> {
    html: &'a str,
    at: usize,
    has_drawing: bool,
    /// The attributes of the last tag, in a vector that all tags share.
    pub attributes: Vec<Attribute<'a>>,
}

impl<'a> Tags<'a> {
    /// The tags of a page or of a part of one.
    pub(crate) fn of(html: &'a str) -> Self {
        Self { html, at: 0, has_drawing: false, attributes: Vec::new() }
    }

    /// The next tag; its attributes stand in `attributes`.
    pub(crate) fn next_tag(&mut self) -> Option<Tag<'a>> {
        loop {
            let start = self.at + memchr(b'<', &self.html.as_bytes()[self.at..])?;
            self.at = start + 1;
            let rest = &self.html[self.at..];
            if rest.starts_with("!--") {
                self.at += comment(rest);
            } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                return Some(self.tag(start));
            }
        }
    }

    /// The value of an attribute of the last tag; empty where it has none.
    pub(crate) fn value(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|attribute| attribute.is(name)).map(|attribute| attribute.value.unwrap_or_default())
    }

    fn tag(&mut self, start: usize) -> Tag<'a> {
        let html = self.html;
        let rest = &html.as_bytes()[self.at..];
        let name = &html[self.at..][..rest.iter().position(|b| ends_name(*b)).unwrap_or(rest.len())];
        self.at += name.len();
        self.attributes.clear();
        let is_whole = self.read_attributes();
        let end = self.at;
        let is = |raw: &str| name.eq_ignore_ascii_case(raw);
        self.has_drawing |= is("svg") || is("math");
        let is_text = is_whole && (is("script") || is("style") || is("textarea") || is("title"));
        let text = is_text.then(|| end..end + closing(&html[end..], name));
        // In a drawing such elements hold markup, and where a drawing ends is for a whole parser to know.
        if let Some(text) = text.as_ref().filter(|_| !self.has_drawing) {
            self.at = text.end;
        }
        Tag { name, range: start..end, text }
    }

    /// Reads attributes up to the end of the tag; `false` where it never ends.
    fn read_attributes(&mut self) -> bool {
        let bytes = self.html.as_bytes();
        loop {
            while bytes.get(self.at).is_some_and(|b| b.is_ascii_whitespace() || *b == b'/') {
                self.at += 1;
            }
            match bytes.get(self.at) {
                None => return false,
                Some(b'>') => {
                    self.at += 1;
                    return true;
                }
                Some(_) => {}
            }
            // A lone `=` is a name to browsers.
            let from = self.at;
            let ends = bytes[from + 1..].iter().position(|b| ends_name(*b) || *b == b'=');
            self.at = ends.map_or(bytes.len(), |n| from + 1 + n);
            let name = &self.html[from..self.at];
            let value = value(bytes, self.at);
            let start = value.as_ref().map_or(self.at, |(typed, _)| typed.start);
            if let Some((_, after)) = &value {
                self.at = *after;
            }
            self.attributes.push(Attribute { name, value: value.map(|(typed, _)| &self.html[typed]), start });
        }
    }
}

/// How many bytes a comment takes up that starts with its `!--`; browsers end one at `--!>` too, and one that begins with `>`
/// at once.
fn comment(rest: &str) -> usize {
    for short in ["!-->", "!--->"] {
        if rest.starts_with(short) {
            return short.len();
        }
    }
    let end = |mark: &str| memmem::find(rest.as_bytes(), mark.as_bytes()).map(|at| at + mark.len());
    end("-->").into_iter().chain(end("--!>")).min().unwrap_or(rest.len())
}

/// The bytes that end a name.
const ENDS: [bool; 256] = {
    let mut ends = [false; 256];
    let mut at: u8 = 0;
    while at < 128 {
        ends[at as usize] = at.is_ascii_whitespace() || matches!(at, b'>' | b'/');
        at += 1;
    }
    ends
};

fn ends_name(byte: u8) -> bool {
    ENDS[usize::from(byte)]
}

/// The bytes of an attribute's value after its name, and where reading goes on; `None` where it has none.
fn value(bytes: &[u8], at: usize) -> Option<(Range<usize>, usize)> {
    let skip = |at: usize| at + bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
    let at = skip(at);
    if bytes.get(at) != Some(&b'=') {
        return None;
    }
    let at = skip(at + 1);
    match bytes.get(at) {
        Some(quote @ (b'"' | b'\'')) => {
            let end = memchr(*quote, &bytes[at + 1..]).map_or(bytes.len(), |n| at + 1 + n);
            Some((at + 1..end, (end + 1).min(bytes.len())))
        }
        _ => {
            let long = bytes[at..].iter().position(|b| b.is_ascii_whitespace() || *b == b'>');
            let end = long.map_or(bytes.len(), |n| at + n);
            Some((at..end, end))
        }
    }
}

/// Where an element whose content is text is closed.
fn closing(inside: &str, name: &str) -> usize {
    let bytes = inside.as_bytes();
    let closes =
        |at: &usize| bytes[at + 2..].get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
    memmem::find_iter(bytes, b"</").find(closes).unwrap_or(inside.len())
}
