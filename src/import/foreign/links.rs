//! The destinations of links and pictures in a markdown text, each given another where there is one.

use super::prose::{CodeParts, destination};
use std::ops::Range;

/// The text with its destinations rewritten; `rewrite` says what becomes of one, `None` where it stays.
pub(super) fn rewritten(text: &str, mut rewrite: impl FnMut(&str) -> Option<String>) -> String {
    let code = CodeParts::of(text);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (range, is_html) in destinations(text) {
        if range.start < done || code.has(range.start) {
            continue;
        }
        if let Some(new) = rewrite(&text[range.clone()]) {
            out.push_str(&text[done..range.start]);
            out.push_str(&if is_html { new.replace('"', "%22") } else { destination(&new) });
            done = range.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// Where destinations stand, in the order of the text, and whether each is one of HTML.
fn destinations(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut all: Vec<(Range<usize>, bool)> = Vec::new();
    for (at, _) in text.match_indices("](") {
        all.extend(inline(text, at + 2).map(|range| (range, false)));
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        all.extend(defined(line).map(|range| (start + range.start..start + range.end, false)));
        start += line.len();
    }
    for name in ["src=", "href=", "poster="] {
        all.extend(text.match_indices(name).filter_map(|(at, _)| attribute(text, at, name)).map(|range| (range, true)));
    }
    all.sort_by_key(|(range, _)| range.start);
    all
}

/// No address is longer, so that no text takes long.
const LONGEST: usize = 4096;

/// The text from a byte on, as far as an address may go.
fn near(text: &str, from: usize) -> &str {
    let mut end = text.len().min(from + LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[from..end]
}

/// The destination behind `](`.
fn inline(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = near(text, at);
    let start = at + rest.len() - rest.trim_start_matches([' ', '\t', '\n']).len();
    let rest = near(text, start);
    if let Some(inside) = rest.strip_prefix('<') {
        let end = inside.find(['>', '<', '\n'])?;
        return inside[end..].starts_with('>').then_some(start + 1..start + 1 + end);
    }
    let mut depth = 0usize;
    for (offset, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(start..start + offset),
            ')' => depth -= 1,
            // Another link begins here, so this is none.
            ']' if rest[offset + 1..].starts_with('(') => return None,
            c if c.is_whitespace() => {
                // A title may follow; else this is no link.
                let behind = rest[offset..].trim_start();
                return behind.starts_with(['"', '\'', '(', ')']).then_some(start..start + offset);
            }
            _ => {}
        }
    }
    None
}

/// The destination of a line `[name]: destination`.
fn defined(line: &str) -> Option<Range<usize>> {
    let indented = line.len() - line.trim_start_matches(' ').len();
    let rest = line.get(indented..)?.strip_prefix('[')?;
    let close = rest.find("]:")?;
    if indented > 3 || close == 0 || rest.starts_with('^') {
        return None;
    }
    let at = indented + 1 + close + 2;
    let behind = &line[at..];
    let start = at + behind.len() - behind.trim_start_matches([' ', '\t', '<']).len();
    let length = line[start..].find(|c: char| c.is_whitespace() || c == '>').unwrap_or(line.len() - start);
    (length > 0).then_some(start..start + length)
}

/// The value of an attribute in quotes, where it stands in a tag.
fn attribute(text: &str, at: usize, name: &str) -> Option<Range<usize>> {
    let mut from = at.saturating_sub(LONGEST);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = &text[from..at];
    let open = before.rfind('<')?;
    let is_tag = before[open + 1..].starts_with(|c: char| c.is_ascii_alphabetic());
    if !is_tag || before[open..].contains('>') || !before.ends_with(char::is_whitespace) {
        return None;
    }
    let start = at + name.len();
    let quote = text[start..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let length = near(text, start + 1).find(quote)?;
    Some(start + 1..start + 1 + length)
}
