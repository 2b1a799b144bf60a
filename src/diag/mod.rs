//! What can be wrong with a journal, and where.
//!
//! Every stage returns a [`Checked`] value: what it could make, and all the problems it met. Only the
//! disk, the network and bad flags produce a [`Failure`].
//!
//! Invariant: a diagnostic carries everything needed to show it (its source line too), so that no
//! file is read again to print a message.

pub mod show;
mod suggestion;

pub use suggestion::{Suggestion, write_one_of};

use std::fmt;
use std::ops::Range;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// Would make a page or a number untrue; nothing is written unless asked to keep going.
    Error,
    /// Worth mending; the site is built.
    Warning,
    /// Worth knowing; nothing is wrong.
    Note,
}

impl Severity {
    /// The word that messages start with.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A place in a source file, with the line that stands there.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Place {
    /// The file, relative to the site's root, with forward slashes.
    pub path: String,
    /// The line, from 1; 0 means the file as a whole.
    pub line: usize,
    /// The column in characters, from 1; 0 means the file as a whole.
    pub column: usize,
    /// The source line, without its line ending.
    pub excerpt: String,
    /// The bytes of the excerpt that are meant.
    pub span: Bytes,
}

/// A half-open byte range that can be ordered, unlike [`Range`].
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Bytes {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Excerpts longer than this many bytes are cut around the place that is meant.
const LONGEST_EXCERPT: usize = 160;

impl Place {
    /// A file as a whole.
    pub fn file(path: &str) -> Self {
        Self { path: path.to_owned(), line: 0, column: 0, excerpt: String::new(), span: Bytes::default() }
    }

    /// The place of a byte range in a file's text; a range over several lines is cut at the first one's end.
    pub fn new(path: &str, text: &str, range: Range<usize>) -> Self {
        let breaks = |start: usize| text[..start].bytes().filter(|b| *b == b'\n').count();
        Self::with_line(path, text, range, breaks)
    }

    /// The same, where many places of one text are asked for.
    pub fn in_lines(path: &str, text: &str, lines: &Lines, range: Range<usize>) -> Self {
        Self::with_line(path, text, range, |start| lines.0.partition_point(|at| *at < start))
    }

    /// The same place without its line, for texts that must not be repeated.
    pub fn without_excerpt(self) -> Self {
        Self { excerpt: String::new(), span: Bytes::default(), ..self }
    }

    fn with_line(path: &str, text: &str, range: Range<usize>, breaks_before: impl Fn(usize) -> usize) -> Self {
        let start = floor_boundary(text, range.start);
        let end = ceil_boundary(text, range.end.max(start));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[line_start..].find('\n').map_or(text.len(), |at| line_start + at);
        let line_end = line_start + text[line_start..line_end].trim_end_matches('\r').len();
        let line = breaks_before(start) + 1;
        let full = &text[line_start..line_end];
        // A byte-order mark is no column of its own.
        let column = text[line_start..start].trim_start_matches('\u{feff}').chars().count() + 1;
        let start = start.min(line_end);
        let span = (start - line_start)..(end.clamp(start, line_end) - line_start);
        let (excerpt, span) = shorten(full, span);
        Self { path: path.to_owned(), line, column, excerpt, span }
    }
}

/// Where the lines of a text end.
#[derive(Clone, Debug)]
pub struct Lines(Vec<usize>);

impl Lines {
    /// Finds them.
    pub fn of(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at).collect())
    }
}

/// The excerpt that is shown of a line, and where the meant bytes stand in it.
fn shorten(line: &str, span: Range<usize>) -> (String, Bytes) {
    let (from, to) = if line.len() <= LONGEST_EXCERPT {
        (0, line.len())
    } else {
        let from = floor_boundary(line, span.start.saturating_sub(LONGEST_EXCERPT / 2));
        (from, floor_boundary(line, (from + LONGEST_EXCERPT).max(span.end.min(span.start + LONGEST_EXCERPT))))
    };
    let cut = &line[from..to];
    let bom = if from == 0 && cut.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let shift = from + bom;
    let excerpt = cut[bom..].to_owned();
    let start = span.start.saturating_sub(shift).min(excerpt.len());
    let end = span.end.saturating_sub(shift).clamp(start, excerpt.len());
    (excerpt, Bytes { start, end })
}

/// The largest character boundary at or below `at`.
fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The nearest end of a character from a byte on.
fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 { f.write_str(&self.path) } else { write!(f, "{}:{}:{}", self.path, self.line, self.column) }
    }
}

/// One problem: what was found, where, and what to do about it.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Diagnostic {
    /// How much it weighs.
    pub severity: Severity,
    /// A short stable name, like `unknown-key`, for tools.
    pub code: &'static str,
    /// What was found and what was expected: lower case, no final period.
    pub message: String,
    /// Where, if it has a place.
    pub place: Option<Place>,
    /// What to do.
    pub hints: Vec<String>,
    /// Other places that have to do with it, each with what it is.
    pub related: Vec<(String, Place)>,
}

impl Diagnostic {
    /// An error without a place yet.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            code,
            message: message.into(),
            place: None,
            hints: Vec::new(),
            related: Vec::new(),
        }
    }

    /// A warning without a place yet.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// A note without a place yet.
    pub fn note(code: &'static str, message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::error(code, message) }
    }

    /// Says where.
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// Says what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Names another place that has to do with it.
    pub fn related(mut self, what: impl Into<String>, place: Place) -> Self {
        self.related.push((what.into(), place));
        self
    }
}

/// Sorts by file and place and drops what is said twice.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics
        .sort_by(|a, b| (&a.place, a.severity, a.code, &a.message).cmp(&(&b.place, b.severity, b.code, &b.message)));
    diagnostics.dedup();
}

/// A stage's value with the problems met on the way to it.
#[derive(Clone, Debug)]
pub struct Checked<T> {
    /// What could be made.
    pub value: T,
    /// All that was met, in the order it was met.
    pub diagnostics: Vec<Diagnostic>,
}

impl<T> Checked<T> {
    /// A value and its problems.
    pub fn new(value: T, diagnostics: Vec<Diagnostic>) -> Self {
        Self { value, diagnostics }
    }

    /// Moves the problems to the driver's list and hands out the value.
    pub fn absorb(self, into: &mut Vec<Diagnostic>) -> T {
        into.extend(self.diagnostics);
        self.value
    }

    /// Whether any problem is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }
}

/// Why the program can't go on: the disk, the network, or a flag that makes no sense.
#[derive(Debug)]
pub struct Failure {
    /// What could not be done.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
}

impl Failure {
    /// A failure with its sentence.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), hint: None }
    }

    /// A failure of the operating system on a path.
    pub fn io(what: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(format!("{what} {}: {error}", path.display()))
    }

    /// Says what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "error: {}", self.message)?;
        if let Some(hint) = &self.hint {
            write!(f, "\n  hint: {hint}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_and_keeps_its_line() {
        let text = "\u{feff}---\r\ntitle: Größe x\r\n";
        let at = text.find('x').unwrap_or(0);
        let place = Place::new("a.md", text, at..at + 1);
        assert_eq!((place.line, place.column), (2, 14));
        assert_eq!(place.excerpt, "title: Größe x");
        assert_eq!(&place.excerpt[place.span.start..place.span.end], "x");
        assert_eq!(place.to_string(), "a.md:2:14");
    }

    #[test]
    fn a_place_of_a_part_of_a_character_is_that_of_the_whole() {
        let place = Place::new("a.md", "[øn]", 1..2);
        assert_eq!(&place.excerpt[place.span.start..place.span.end], "ø");
    }

    #[test]
    fn places_found_by_lines_are_the_same() {
        let text = "a\n\nbé\r\nc";
        let lines = Lines::of(text);
        for at in 0..=text.len() + 1 {
            assert_eq!(Place::in_lines("a.md", text, &lines, at..at + 1), Place::new("a.md", text, at..at + 1), "{at}");
        }
    }

    #[test]
    fn a_place_outside_the_text_is_its_end() {
        let place = Place::new("a.md", "ab", 7..99);
        assert_eq!((place.line, place.column), (1, 3));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}é!{}", "é".repeat(300), "z".repeat(300));
        let at = line.find('!').unwrap_or(0);
        let place = Place::new("a.md", &line, at..at + 1);
        assert!(place.excerpt.len() <= LONGEST_EXCERPT);
        assert_eq!(&place.excerpt[place.span.start..place.span.end], "!");
    }
}
