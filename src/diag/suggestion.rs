//! What a hint says may be written in the place of a mistake, for programs that do as it says.
//!
//! A hint that begins with `did you mean` or `write` and goes on with texts in ticks means that each of these, put where the
//! carets point, ends the problem; `tests/fast/hints.rs` does as they say and builds again. Other hints begin with other words.

use super::{Diagnostic, Place};
use std::ops::Range;

/// A text to be put in the place of a mistake.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Suggestion<'a> {
    /// The line, from 1.
    pub line: usize,
    /// The columns in characters, from 1: the first that is replaced, and the one behind the last.
    pub columns: Range<usize>,
    /// What is to stand there.
    pub replacement: &'a str,
}

/// Longer places are cut in what is shown of their line, so that nobody can tell where they end.
const LONGEST: usize = 160;

impl Diagnostic {
    /// Its hints as texts to be put in its place, each of which ends the problem.
    #[must_use]
    pub fn suggestions(&self) -> Vec<Suggestion<'_>> {
        let Some(place) = self.place.as_ref().filter(|place| place.line > 0 && !place.excerpt.is_empty()) else {
            return Vec::new();
        };
        let Some(typed) = place.excerpt.get(place.span.start..place.span.end) else { return Vec::new() };
        if typed.is_empty() || typed.len() >= LONGEST {
            return Vec::new();
        }
        let all = self.hints.iter().flat_map(|hint| replacements(hint));
        all.map(|replacement| of_place(place, typed, replacement)).collect()
    }
}

impl Diagnostic {
    /// The same, where the place is not what is to be replaced: its hints name what may be meant and don't say to write it.
    #[must_use]
    pub fn without_suggestions(mut self) -> Self {
        for hint in &mut self.hints {
            if !replacements(hint).is_empty() {
                let rest = hint.trim_start_matches("did you mean ").trim_start_matches("write ");
                *hint = format!("perhaps {}", rest.trim_end_matches('?'));
            }
        }
        self
    }
}

/// A suggestion for a place; what stands in quotes stays in them.
fn of_place<'a>(place: &Place, typed: &str, replacement: &'a str) -> Suggestion<'a> {
    let quote = typed.chars().next().filter(|c| matches!(c, '"' | '\'') && typed.len() > 1 && typed.ends_with(*c));
    let inside = usize::from(quote.is_some() && !replacement.starts_with(['"', '\'']));
    let n = typed.chars().count();
    let columns = place.column + inside..place.column + n - inside;
    Suggestion { line: place.line, columns, replacement }
}

/// The texts that a hint says may be written: ``did you mean `a` or `b`?``.
fn replacements(hint: &str) -> Vec<&str> {
    let rest = ["did you mean ", "write "].iter().find_map(|words| hint.strip_prefix(words));
    let Some(mut rest) = rest else { return Vec::new() };
    let mut all = Vec::new();
    while let Some((text, behind)) = rest.strip_prefix('`').and_then(|rest| rest.split_once('`')) {
        all.push(text);
        match [", or ", " or ", ", "].iter().find_map(|between| behind.strip_prefix(between)) {
            Some(more) if more.starts_with('`') => rest = more,
            _ if behind.is_empty() || behind.starts_with(['?', ':', ';', ',']) => return all,
            _ => return Vec::new(),
        }
    }
    Vec::new()
}

/// The hint that these texts may be written.
#[must_use]
pub fn write_one_of(texts: &[String]) -> String {
    let ticked: Vec<String> = texts.iter().map(|text| format!("`{text}`")).collect();
    format!("write {}", ticked.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_that_say_what_to_write_are_suggestions() {
        for (hint, expected) in [
            ("did you mean `pain`?", vec!["pain"]),
            ("did you mean `load`? it takes `20 kg`", vec!["load"]),
            ("write `2026-06-05` or `2026-05-06`", vec!["2026-06-05", "2026-05-06"]),
            ("write `6`: 3 of 5 is 6 of 10", vec!["6"]),
            ("did you mean `mileage`, or `distance` in one of the `sessions`?", vec![]),
            ("write `---` above the first key", vec![]),
            ("write a decimal point", vec![]),
            ("such as `3`", vec![]),
            ("write `", vec![]),
        ] {
            assert_eq!(replacements(hint), expected, "{hint}");
        }
    }

    #[test]
    fn what_stands_in_quotes_stays_in_them() {
        let text = "units = \"miles\"";
        let wrong = Diagnostic::error("x", "m").at(Place::new("site.toml", text, 8..15)).hint("write `mi`");
        assert_eq!(wrong.suggestions(), [Suggestion { line: 1, columns: 10..15, replacement: "mi" }]);
        let whole = Diagnostic::error("x", "m").at(Place::file("a.md")).hint("write `mi`");
        assert_eq!(whole.suggestions(), []);
    }
}
