//! The text of a page's HTML without its markup, so that it can be shown around what was found.

use super::{NAMED, TEXT, Weighed, end_sentence};
use crate::entry::Entry;
use crate::links::html::unescape;
use crate::links::tags::Tags;
use crate::markdown::Hole;
use crate::site::reader::PlanReader;
use crate::site::view;
use std::ops::Range;

/// Elements that hold nothing to read, with all that is in them.
const UNREAD: [&str; 9] = ["svg", "math", "iframe", "template", "noscript", "form", "nav", "object", "select"];

/// What ends a sentence, even where nobody typed a full stop.
const BLOCKS: [&str; 22] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "figcaption",
    "figure",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
];

/// Collects text, piece by piece.
#[derive(Default)]
struct TextReader {
    said: Vec<Weighed>,
    text: String,
    /// Elements inside of which nothing is read: the outermost, and how many of its name are open.
    unread: Option<(String, usize)>,
}

/// The text of some HTML, with more weight on its headings; `without` are bytes of it that are left out.
pub(super) fn text(html: &str, without: &[Range<usize>]) -> Vec<Weighed> {
    let mut reader = TextReader::default();
    let mut from = 0;
    for range in without {
        reader.read(html.get(from..range.start).unwrap_or_default());
        from = range.end;
    }
    reader.read(html.get(from..).unwrap_or_default());
    reader.end(TEXT);
    reader.said
}

/// The paragraphs of an entry that taught what was taken back since: the lesson's own page says why it does not hold.
pub(super) fn taken_back(site: &PlanReader<'_>, entry: &Entry) -> Vec<Range<usize>> {
    let taught = entry.body.holes.iter().filter_map(|(_, hole)| match hole {
        Hole::Lesson { id, .. } => Some(id),
        _ => None,
    });
    let over = taught.filter(|id| {
        site.lesson_called(id).is_some_and(|lesson| {
            let says_so = |event: &crate::journal::Event| event.marked && site.is_of(event.item, entry);
            lesson.is_retracted() && !lesson.events.iter().any(says_so)
        })
    });
    over.filter_map(|id| view::taught(entry, id)).map(|passage| passage.html).collect()
}

impl TextReader {
    fn read(&mut self, html: &str) {
        let mut tags = Tags::of(html);
        let mut at = 0;
        while let Some(tag) = tags.next_tag() {
            self.between(html.get(at..tag.range.start).unwrap_or_default());
            // The sign that links to a heading is no part of it.
            let is_anchor = tags.value("class") == Some("anchor");
            self.open(tag.name, is_anchor);
            at = tag.text.map_or(tag.range.end, |text| text.end).max(at);
        }
        self.between(html.get(at..).unwrap_or_default());
    }

    /// What stands between two tags that open: text, comments, and tags that close.
    fn between(&mut self, mut html: &str) {
        while let Some(start) = html.find('<') {
            self.push(&html[..start]);
            let rest = &html[start..];
            let end = if rest.starts_with("<!--") {
                rest.find("-->").map(|at| at + 3)
            } else {
                rest.find('>').map(|at| at + 1)
            };
            if let Some(name) = rest.strip_prefix("</").filter(|_| end.is_some()) {
                let end = name.find(|c: char| c == '>' || c.is_whitespace()).unwrap_or(name.len());
                self.close(&name[..end].to_ascii_lowercase());
            }
            html = &rest[end.unwrap_or(rest.len())..];
        }
        self.push(html);
    }

    fn push(&mut self, text: &str) {
        if self.unread.is_none() {
            self.text.push_str(&unescape(text));
        }
    }

    fn open(&mut self, name: &str, is_unread: bool) {
        let name = name.to_ascii_lowercase();
        match &mut self.unread {
            Some((outer, n)) => *n += usize::from(*outer == name),
            None if is_unread || UNREAD.contains(&name.as_str()) => self.unread = Some((name, 1)),
            None if is_heading(&name) => self.end(TEXT),
            None if name == "br" => self.text.push(' '),
            None if BLOCKS.contains(&name.as_str()) => self.stop(),
            None => {}
        }
    }

    fn close(&mut self, name: &str) {
        if let Some((outer, n)) = &mut self.unread {
            *n -= usize::from(outer == name);
            if *n == 0 {
                self.unread = None;
            }
        } else if is_heading(name) {
            self.end(NAMED);
        } else if matches!(name, "td" | "th") {
            self.part(" · ");
        } else if name == "dt" {
            self.part(": ");
        } else if BLOCKS.contains(&name) {
            self.stop();
        }
    }

    /// Ends a sentence.
    fn stop(&mut self) {
        let ends = self.text.trim_end().trim_end_matches(" ·").len();
        self.text.truncate(ends);
        end_sentence(&mut self.text);
        self.text.push(' ');
    }

    /// Sets something apart from what follows.
    fn part(&mut self, sign: &str) {
        if !self.text.trim_end().is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text.push_str(sign);
        }
    }

    /// Ends a text of one weight.
    fn end(&mut self, weight: u8) {
        self.stop();
        let text = std::mem::take(&mut self.text);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !text.is_empty() {
            self.said.push((weight, text));
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &[(u8, &str)]) {
        let read = text(html, &[]);
        assert_eq!(read.iter().map(|(weight, text)| (*weight, text.as_str())).collect::<Vec<_>>(), expected, "{html}");
    }

    #[test]
    fn cells_lines_and_blocks_stand_apart() {
        check(
            "<table><thead><tr><th>Day</th><th>Pain</th></tr></thead><tbody><tr><td>1</td><td>3</td></tr></tbody></table>",
            &[(TEXT, "Day · Pain. 1 · 3.")],
        );
        check("<p>One</p><p>two.</p><ul><li>a<li>b</ul>", &[(TEXT, "One. two. a. b.")]);
        check("<dl><dt>Load</dt><dd>20 kg</dd></dl>a<br>b", &[(TEXT, "Load: 20 kg. a b.")]);
        check("<p>He <em>couldn’t</em> &amp; <code>a&lt;b</code></p>", &[(TEXT, "He couldn’t & a<b.")]);
    }

    #[test]
    fn headings_weigh_more() {
        check(
            "<p>x</p><h2 id=\"a\">Morning <a class=\"anchor\" href=\"#a\">#</a></h2>\n<p>y",
            &[(TEXT, "x."), (NAMED, "Morning."), (TEXT, "y.")],
        );
    }

    #[test]
    fn what_nobody_reads_is_left_out() {
        check("a<svg><svg><text>b</text></svg>c</svg>d", &[(TEXT, "ad.")]);
        check("a<script>if (1<2) b</script><style>c{}</style> d<!-- e > f --> g", &[(TEXT, "a d g.")]);
        check("</p></svg>a</h2", &[(TEXT, "a.")]);
        check("", &[]);
    }

    #[test]
    fn parts_are_left_out_by_their_bytes() {
        assert_eq!(text("<p>ab</p><p>cd</p>", &[Range { start: 3, end: 5 }]), [(TEXT, "cd.".to_owned())]);
    }
}
