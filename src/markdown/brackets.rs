//! Brackets that look like a link, a picture or a name and are none, told with what was probably meant.

use super::html::Writer;
use crate::diag::Diagnostic;
use crate::links::url;
use std::ops::Range;

/// The furthest that the end of such brackets is looked for.
const LONGEST: usize = 400;

impl Writer<'_> {
    /// Looks at a bracket that is shown as text.
    pub(super) fn check_bracket(&mut self, bracket: &Range<usize>) {
        let text = self.source.text;
        if text.get(..bracket.start).is_none_or(|before| before.ends_with('\\')) {
            return;
        }
        let typed = text.get(bracket.start..).unwrap_or_default();
        if typed.starts_with("[^") {
            self.check_reference(bracket);
        } else if let Some((len, hint)) = spaced(typed) {
            let message = "an address with spaces needs angle brackets round it, so this is shown as text";
            let range = bracket.start..bracket.start + len;
            self.warn(Diagnostic::warning("spaces-in-address", message).hint(hint), &range);
        } else if let Some((len, hint)) = self.parted(typed) {
            let message = "a bar parts the cells of a table, so this name in brackets is torn";
            let range = bracket.start..bracket.start + len;
            self.warn(Diagnostic::warning("bar-in-table", message).hint(hint), &range);
        }
    }

    /// A name in double brackets whose bar a table took for its own.
    fn parted(&self, typed: &str) -> Option<(usize, String)> {
        if !self.is_in_table() {
            return None;
        }
        let line = typed.trim_start_matches('!').strip_prefix("[[")?.lines().next()?;
        let inside = &line[..line.find("]]")?];
        let (name, words) = inside.split_once('|').filter(|(name, _)| !name.contains(['[', ']', '\\']))?;
        let start = typed.len() - typed.trim_start_matches('!').len();
        Some((start + 2 + inside.len() + 2, format!("write `[[{name}\\|{words}]]`")))
    }
}

/// The length of a link or a picture that a text starts with whose address has spaces, and how to write it.
fn spaced(typed: &str) -> Option<(usize, String)> {
    let line = typed.lines().next()?;
    let mut end = line.len().min(LONGEST);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let line = &line[..end];
    let middle = line.find("](")?;
    let inside = &line[middle + 2..];
    let close = address_end(inside)?;
    let inside = &inside[..close];
    let (address, title) = match inside.find(" \"") {
        Some(at) => inside.split_at(at),
        None => (inside, ""),
    };
    let address = address.trim();
    let is_file = || {
        let ending = url::split(address).0.rsplit_once('.').map_or("", |(_, ending)| ending);
        (1..=8).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    if !address.contains(' ') || address.contains(['<', '>', '"']) || !(is_file() || url::scheme(address).is_some()) {
        return None;
    }
    let words = &line[..middle];
    let encoded = address.replace(' ', "%20");
    let hint = format!("write `{words}](<{address}>{title})`, or `{words}]({encoded}{title})`");
    Some((middle + 2 + close + 1, hint))
}

/// Where the bracket closes that stands round an address; brackets in it come in pairs.
fn address_end(inside: &str) -> Option<usize> {
    let mut open = 0usize;
    for (at, c) in inside.char_indices() {
        match c {
            '(' => open += 1,
            ')' if open == 0 => return Some(at),
            ')' => open -= 1,
            _ => {}
        }
    }
    None
}
