//! What the lines of log files say of sessions, as far as it takes to tell whether an activity stands there already.
//!
//! Lines are only looked at: what can't be read is let be.

use super::sport;
use crate::entry::SessionKind;
use crate::units::Distance;
use jiff::civil::{Date, DateTime, Time};

/// A session that somebody typed, in an entry or in a line.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedSession {
    /// The day.
    pub date: Date,
    /// What it was.
    pub kind: SessionKind,
    /// How far, if that was typed.
    pub metres: Option<f64>,
    /// How it is shown in messages: where it stands and what it says.
    pub shown: String,
}

/// A session of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LineSession {
    pub(super) kind: SessionKind,
    pub(super) metres: Option<f64>,
    pub(super) time: Option<Time>,
    /// Its words.
    pub(super) text: String,
}

/// What is known of a line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SeenLine {
    /// Its day; `None` for spans, remarks and all that begins otherwise.
    pub(super) date: Option<Date>,
    /// The mark of the program that wrote it: the source and the id.
    pub(super) mark: Option<(String, String)>,
    pub(super) sessions: Vec<LineSession>,
}

impl SeenLine {
    /// When its first session began.
    pub(super) fn begin(&self) -> Option<DateTime> {
        let time = self.sessions.iter().find_map(|session| session.time)?;
        self.date.map(|date| date.to_datetime(time))
    }
}

/// Looks at a line.
pub(super) fn see(line: &str, units: Distance) -> SeenLine {
    let line = line.trim_start_matches('\u{feff}').trim();
    let mut seen = SeenLine { mark: mark(line), ..SeenLine::default() };
    let Some(date) = line.get(..10).and_then(|start| start.parse::<Date>().ok()) else { return seen };
    let rest = &line[10..];
    if !rest.starts_with([' ', '\t']) && !rest.is_empty() {
        return seen;
    }
    seen.date = Some(date);
    let items = items(rest);
    seen.sessions = items.iter().filter_map(|item| session(item, units)).collect();
    seen
}

/// The mark at the end of a line, also of one that is a remark, so that what was crossed out does not come back.
fn mark(line: &str) -> Option<(String, String)> {
    let end = if line.starts_with('#') { line.len() } else { remark(line) };
    let line = line[..end].trim_end().strip_suffix(']')?;
    let inside = &line[line.rfind('[')? + 1..];
    let (source, id) = inside.split_once(':')?;
    let is_source = !source.is_empty() && source.bytes().all(|b| b.is_ascii_lowercase());
    (is_source && !id.is_empty()).then(|| (source.to_owned(), id.to_owned()))
}

/// Where a line's remark begins, else its end.
fn remark(line: &str) -> usize {
    let mut quoted = false;
    let begin = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '#' && !quoted
    });
    begin.map_or(line.len(), |(at, _)| at)
}

/// The items of a line, without its remark.
fn items(rest: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let end = remark(rest);
    let (mut start, mut quoted) = (0, false);
    for (at, c) in rest[..end].char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                items.push(rest[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(rest[start..end].trim());
    items
}

/// An item that is a session, by its first word.
fn session(item: &str, units: Distance) -> Option<LineSession> {
    let text = item.split_once('[').map_or(item, |(before, _)| before).trim();
    let mut words = text.split_whitespace();
    let kind = sport::own(words.next()?)?;
    let words: Vec<&str> = words.collect();
    let time = words.windows(2).find(|pair| pair[0] == "at").and_then(|pair| clock(pair[1]));
    let plain = words.iter().position(|word| matches!(*word, "at" | "rpe" | "climb" | "hr")).unwrap_or(words.len());
    let metres = (0..plain).find_map(|at| length(words[at], words[..plain].get(at + 1).copied(), units));
    Some(LineSession { kind, metres, time, text: text.to_owned() })
}

fn clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim_end_matches(',').split_once(':')?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// The metres of `5k`, `5 km`, `3.1mi`, `800 m`, `5`; a time has colons or another unit.
fn length(word: &str, next: Option<&str>, units: Distance) -> Option<f64> {
    let end = word.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(word.len());
    let number = word[..end].parse::<f64>().ok()?;
    let unit = if end < word.len() { Some(&word[end..]) } else { next };
    match unit {
        Some("km" | "k") => Some(number * 1000.0),
        Some("mi" | "mile" | "miles") => Some(number * Distance::Miles.metres()),
        Some("m") => Some(number),
        _ if end < word.len() => None,
        Some("min" | "h" | "s") => None,
        _ => Some(number * units.metres()),
    }
}
