//! Code of other programs in a text, which nothing here understands: it is shown as it was typed, and told.

use super::html::Writer;
use std::ops::Range;

/// A kind of code of another program.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Foreign {
    /// `{% include x %}`, as Liquid and Jinja have it.
    LiquidTag,
    /// `{{ page.title }}`.
    Output,
    /// `{{< figure >}}` and `{{% notice %}}`.
    HugoShortcode,
    /// `{: .class}`.
    Kramdown,
    /// `[caption id="x"]`.
    WordPressShortcode,
    /// A fence that a program for notes fills: `dataview`.
    Query,
    /// `pain:: 4`, a field in the text.
    Field,
}

/// Names of `WordPress` that are no English words in brackets.
const SHORTCODES: [&str; 12] = [
    "caption",
    "gallery",
    "embed",
    "playlist",
    "audio",
    "video",
    "youtube",
    "vimeo",
    "soundcloud",
    "contact-form",
    "contact-form-7",
    "sourcecode",
];

/// Languages of fences that programs for notes fill.
const QUERIES: [&str; 5] = ["dataview", "dataviewjs", "tracker", "tasks", "query"];

/// The furthest that the end of such code is looked for.
const LONGEST: usize = 400;

impl Writer<'_> {
    /// Takes note of code in a text that stands at `range`.
    pub(super) fn look_for_foreign(&mut self, words: &str, range: &Range<usize>) {
        if memchr::memchr3(b'{', b'[', b':', words.as_bytes()).is_none() {
            return;
        }
        let text = self.source.text;
        // Where it is written otherwise than it was typed, its bytes can't be told.
        let Some(typed) = text.get(range.clone()) else { return };
        for at in memchr::memchr_iter(b'{', typed.as_bytes()) {
            let start = range.start + at;
            // The second of two is a part of the first.
            if text[..start].ends_with(['{', '\\']) {
                continue;
            }
            self.body.foreign.extend(in_braces(&text[start..]).map(|(kind, len)| (kind, start..start + len)));
        }
        if typed.starts_with('[') && !text[..range.start].ends_with('\\') {
            let found = shortcode(&text[range.start..]);
            self.body.foreign.extend(found.map(|len| (Foreign::WordPressShortcode, range.start..range.start + len)));
        }
        if let Some(field) = field(text, range) {
            self.body.foreign.push((Foreign::Field, field));
        }
    }

    /// Takes note of a fence that a program for notes fills.
    pub(super) fn look_for_query(&mut self, language: &str, range: &Range<usize>) {
        if QUERIES.iter().any(|known| known.eq_ignore_ascii_case(language)) {
            self.body.foreign.push((Foreign::Query, range.clone()));
        }
    }
}

/// The kind of code that a text starts with, and its length.
fn in_braces(text: &str) -> Option<(Foreign, usize)> {
    let kinds = [
        ("{{<", ">}}", Foreign::HugoShortcode),
        ("{{%", "%}}", Foreign::HugoShortcode),
        ("{{", "}}", Foreign::Output),
        ("{%", "%}", Foreign::LiquidTag),
        ("{:", "}", Foreign::Kramdown),
    ];
    let (open, close, kind) = kinds.into_iter().find(|(open, ..)| text.starts_with(open))?;
    let near = &text.as_bytes()[..text.len().min(LONGEST)];
    let end = memchr::memmem::find(&near[open.len()..], close.as_bytes())?;
    Some((kind, open.len() + end + close.len()))
}

/// The length of the shortcode of `WordPress` that a text starts with.
fn shortcode(text: &str) -> Option<usize> {
    let near = &text.as_bytes()[..text.len().min(LONGEST)];
    let end = memchr::memchr(b']', near)?;
    let inside = &text[1..end];
    let name = inside.trim_start_matches('/').split([' ', '\n']).next().unwrap_or_default();
    if !SHORTCODES.contains(&name) || text[end + 1..].starts_with(['(', '[', ':']) {
        return None;
    }
    let is_sure = inside.starts_with('/') || inside.contains('=') || matches!(name, "gallery" | "caption" | "embed");
    is_sure.then_some(end + 1)
}

/// The bytes of a field, `name:: value`, that starts a line or a bracket in a text.
fn field(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let at = range.start + memchr::memmem::find(text[range.clone()].as_bytes(), b":: ")?;
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let before = &text[line..at];
    let start = at - before.len() + before.rfind(['(', '[']).map_or(0, |bracket| bracket + 1);
    let name = text[start..at].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '>'));
    let is_name = name.starts_with(char::is_alphabetic)
        && name.len() <= 40
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    is_name.then(|| at - name.len()..at + "::".len())
}
