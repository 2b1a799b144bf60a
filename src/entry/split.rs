//! Where the front matter stands in a file, and where the text.

use super::misread::{self, Above, TextLine, lines};
use crate::diag::{Diagnostic, Place};
use std::ops::Range;

/// The two parts of a markdown file, in bytes.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Parts {
    /// The lines between the `---` lines; empty where there are none.
    pub front: Range<usize>,
    /// All that follows the closing line.
    pub body: Range<usize>,
}

/// The line that opens and closes front matter.
const FENCE: &str = "---";

/// The line that ends a document of YAML, and its front matter in other generators' files.
const END: &str = "...";

/// Finds the front matter; byte-order marks, blank lines and comments may stand before it.
pub(super) fn split(path: &str, text: &str) -> Result<Parts, Diagnostic> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let from = below_comments(path, text, start)?;
    let none = Parts { front: start..start, body: start..text.len() };
    let fine = |problem: Option<Diagnostic>, parts: Parts| problem.map_or(Ok(parts), Err);
    let mut rest = lines(text, from).skip_while(TextLine::is_blank);
    let Some(opening) = rest.next() else { return Ok(none) };
    if opening.text == "+++" {
        return Err(Diagnostic::error("toml-front-matter", "front matter is YAML between `---` lines, found TOML")
            .at(opening.place(path, text))
            .hint("write `---` for `+++` and `key: value` for `key = value`"));
    }
    if !opens(opening.text) {
        return fine(misread::problem(path, text, from, Above::Nothing), none);
    }
    let mut below = Vec::new();
    let closing = rest.find(|line| {
        below.push(*line);
        matches!(line.text, FENCE | END)
    });
    below.truncate(below.len() - usize::from(closing.is_some()));
    if misread::is_text(&below, closing.is_some()) {
        return fine(misread::problem(path, text, from, Above::Nothing), none);
    }
    let Some(closing) = closing else {
        return Err(Diagnostic::error("unclosed-front-matter", "the front matter never ends")
            .at(opening.place(path, text))
            .hint("end it with a line of three hyphens: `---`"));
    };
    let is_empty = below.iter().all(|line| line.is_blank() || line.text.trim_start().starts_with('#'));
    let above = if is_empty { Above::Empty } else { Above::FrontMatter };
    let parts = Parts { front: opening.end..closing.start, body: closing.end..text.len() };
    fine(misread::problem(path, text, closing.end, above), parts)
}

/// Whether a line opens front matter: three hyphens, and the language where it is said.
fn opens(line: &str) -> bool {
    let language = line.strip_prefix(FENCE).map(str::trim_start);
    language.is_some_and(|language| ["", "yaml", "yml"].iter().any(|known| language.eq_ignore_ascii_case(known)))
}

/// Where the lines start that stand below the comments at the top of a file, if any.
fn below_comments(path: &str, text: &str, start: usize) -> Result<usize, Diagnostic> {
    let mut from = start;
    loop {
        let rest = text[from..].trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let [open, close] = match rest {
            _ if rest.starts_with("<!--") => ["<!--", "-->"],
            _ if rest.starts_with("%%") => ["%%", "%%"],
            // Marks of files that were put one after the other.
            _ => {
                let above = &text[from..text.len() - rest.len()];
                return Ok(from + above.rfind('\u{feff}').map_or(0, |at| at + '\u{feff}'.len_utf8()));
            }
        };
        let Some((inside, after)) = rest[open.len()..].split_once(close) else { return Ok(from) };
        let line = after.split_inclusive('\n').next().unwrap_or_default();
        if !line.trim().is_empty() {
            return Ok(from);
        }
        if misread::is_front_matter(inside) {
            let at = text.len() - rest.len();
            let message = "front matter stands between two lines of `---`, found it in a comment";
            return Err(Diagnostic::error("bad-front-matter", message)
                .at(Place::new(path, text, at..at + open.len()))
                .hint(format!("write `---` for `{open}` and for `{close}`, and `key: value` lines between them")));
        }
        from = text.len() - after.len() + line.len();
    }
}
