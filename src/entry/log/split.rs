//! The parts of a line: its remark, its date, its items.

use crate::diag::{Diagnostic, Place};
use crate::fields::{is_in_our_times, parse_date};
use crate::text::near::nearest;
use crate::text::shorten;
use jiff::civil::Date;
use memchr::memchr2_iter;
use std::ops::Range;

/// What is wrong with a part of a line.
#[derive(Debug)]
pub(super) struct Slip {
    message: String,
    range: Range<usize>,
    hint: String,
}

impl Slip {
    pub(super) fn new(message: impl Into<String>, range: Range<usize>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), range, hint: hint.into() }
    }

    /// The slip as a problem of a file, of which the line is the only one here.
    pub(super) fn told(self, path: &str, line: &str) -> Diagnostic {
        let problem = Diagnostic::error("log-line", self.message).at(Place::new(path, line, self.range));
        if self.hint.is_empty() { problem } else { problem.hint(self.hint) }
    }
}

/// How a line begins.
#[derive(Debug, PartialEq)]
pub(super) enum LineHead {
    /// Nothing, or a remark alone.
    Blank,
    /// `private`, on its own.
    Private,
    /// `covers D..D`.
    Covers(Date, Date),
    /// `later D..D`.
    Later(Date, Date),
    /// A day or a span, and where its items begin.
    Days(Date, Date, usize),
}

/// What a line says, and the bytes of the remark behind it. A `#` inside quotes is text.
#[must_use]
pub fn remark(line: &str) -> (&str, Option<Range<usize>>) {
    let mut quoted = false;
    for at in memchr2_iter(b'#', b'"', line.as_bytes()) {
        match line.as_bytes()[at] {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            _ => return (&line[..at], Some(at + 1..line.len())),
        }
    }
    (line, None)
}

/// The beginning of what a line says.
pub(super) fn head(said: &str) -> Result<LineHead, Slip> {
    let bare = said.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let start = said.len() - bare.len();
    let end = bare.find(char::is_whitespace).map_or(said.len(), |at| start + at);
    let word = &said[start..end];
    let rest = said[end..].trim();
    let lower = word.to_ascii_lowercase();
    match lower.trim_end_matches([':', ',']) {
        "" => Ok(LineHead::Blank),
        "private" if rest.is_empty() => Ok(LineHead::Private),
        "covers" | "later" => {
            let at = end + said[end..].len() - said[end..].trim_start().len();
            let range = at..at + rest.len();
            let (from, to) = days(said, range)?;
            Ok(if lower.starts_with("covers") { LineHead::Covers(from, to) } else { LineHead::Later(from, to) })
        }
        _ if word.starts_with(|c: char| c.is_ascii_digit()) => {
            let end = start + word.trim_end_matches([':', ',']).len();
            let (from, to) = days(said, start..end)?;
            let items = said[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | ','));
            Ok(LineHead::Days(from, to, said.len() - items.len()))
        }
        other => {
            let hint = match nearest(other, ["covers", "later", "private"]) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "such as `2024-05-03  pain 2/2/3, run 5k 30:00`; a remark begins with `#`".to_owned(),
            };
            let message = format!("a line begins with its date, found `{}`", shorten(word, 40));
            Err(Slip::new(message, start..end, hint))
        }
    }
}

/// A day, or the first and the last of a span: `2019-08-12`, `2019-08-12..18`, `2024-10-06..11-05`.
fn days(said: &str, range: Range<usize>) -> Result<(Date, Date), Slip> {
    let typed = &said[range.clone()];
    let Some((first, last)) = typed.split_once("..") else {
        let day = day(typed, typed, &range)?;
        return Ok((day, day));
    };
    let from = day(first, first, &range)?;
    let whole = match last.len() {
        1 | 2 => format!("{}{last:0>2}", &first[..8]),
        3..=5 => {
            let (month, day) = last.split_once('-').unwrap_or((last, ""));
            format!("{}{month:0>2}-{day:0>2}", &first[..5])
        }
        _ => last.to_owned(),
    };
    let to = day(&whole, last, &range)?;
    if to < from {
        let hint = format!(
            "the last day of a span is on or after the first; such as `{from}..{}`",
            from.saturating_add(jiff::Span::new().days(6))
        );
        return Err(Slip::new(format!("the span ends on {to}, before it begins"), range, hint));
    }
    Ok((from, to))
}

fn day(text: &str, typed: &str, range: &Range<usize>) -> Result<Date, Slip> {
    let hint = "dates are `2024-05-03`, spans `2024-05-03..09` or `2024-05-03..06-02`";
    let bad = || Slip::new(format!("`{}` is no date", shorten(typed, 40)), range.clone(), hint);
    let date = parse_date(text).map_err(|_| bad())?;
    if text.len() != 10 {
        return Err(bad());
    }
    if !is_in_our_times(date) {
        return Err(Slip::new(format!("{date} is out of range"), range.clone(), "is the year right?"));
    }
    Ok(date)
}

/// The bytes of the items, which commas part; commas inside quotes are text.
pub(super) fn items(said: &str, inside: Range<usize>) -> Vec<Range<usize>> {
    let mut items = Vec::new();
    let mut start = inside.start;
    let mut quoted = false;
    let text = said[inside.clone()].as_bytes();
    for at in memchr2_iter(b',', b'"', text).chain([text.len()]) {
        if text.get(at) == Some(&b'"') {
            quoted = !quoted;
        } else if at == text.len() || !quoted {
            let end = inside.start + at;
            let part = &said[start..end];
            let from = start + part.len() - part.trim_start().len();
            let range = from..from + part.trim().len();
            if !range.is_empty() {
                items.push(range);
            }
            start = end + 1;
        }
    }
    items
}

/// Where the items end, and whether `[SOURCE:ID]` stands there.
pub(super) fn source(said: &str) -> (usize, bool) {
    let trimmed = said.trim_end();
    let inside = trimmed.strip_suffix(']').and_then(|rest| Some((rest.rfind('[')?, rest)));
    let Some((open, rest)) = inside else { return (said.len(), false) };
    let is_word = |text: &str| !text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c == '"');
    let is_source = rest[open + 1..].split_once(':').is_some_and(|(source, id)| is_word(source) && is_word(id));
    if is_source { (open, true) } else { (said.len(), false) }
}
