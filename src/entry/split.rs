//! Where the front matter stands in a file, and where the text.

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

/// Finds the front matter; a byte-order mark and blank lines may stand before it.
pub(super) fn split(path: &str, text: &str) -> Result<Parts, Diagnostic> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = start;
    let mut lines = text[start..].split_inclusive('\n').map(|line| {
        let from = at;
        at += line.len();
        (from..at, line.trim_end())
    });
    let none = Parts { front: start..start, body: start..text.len() };
    let Some((opening, first)) = lines.find(|(_, line)| !line.is_empty()) else { return Ok(none) };
    let place = || Place::new(path, text, opening.start..opening.start + first.len());
    if first == FENCE {
        let Some((closing, _)) = lines.find(|(_, line)| matches!(*line, FENCE | END)) else {
            if is_text(&text[opening.end..]) {
                return Ok(none);
            }
            return Err(Diagnostic::error("unclosed-front-matter", "the front matter never ends")
                .at(place())
                .hint("end it with a line of three hyphens: `---`"));
        };
        return Ok(Parts { front: opening.end..closing.start, body: closing.end..text.len() });
    }
    if first == "+++" {
        return Err(Diagnostic::error("toml-front-matter", "front matter is YAML between `---` lines, found TOML")
            .at(place())
            .hint("write `---` for `+++` and `key: value` for `key = value`"));
    }
    // A fence gone wrong would publish the front matter as text, `draft: true` and all.
    if is_dashes(first.trim_start()) && lines.next().is_some_and(|(_, line)| is_field(line)) {
        let found = first.replace('\t', " ");
        return Err(Diagnostic::error("bad-front-matter", format!("front matter opens with `---`, found `{found}`"))
            .at(place())
            .hint("write three hyphens at the start of the line; telephones like to turn them into dashes"));
    }
    Ok(none)
}

/// Whether what stands below a rule is text: its first line is more than a word, and no line is a field. A file that is
/// only half saved must not be taken for it.
fn is_text(below: &str) -> bool {
    let mut lines = below.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.clone().next().is_some_and(|line| line.contains(char::is_whitespace))
        && !lines.any(|line| is_field(line) || line.starts_with('#'))
}

/// Whether a line is made of hyphens and dashes only, more than the one hyphen of a list.
fn is_dashes(line: &str) -> bool {
    !matches!(line, "" | "-") && line.chars().all(|c| matches!(c, '-' | '–' | '—'))
}

/// Whether a line looks like `key: value`.
fn is_field(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, _)| !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_'))
}
