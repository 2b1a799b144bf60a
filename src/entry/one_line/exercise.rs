//! An exercise on one line, as people scribble it: `Clamshell 3x15 @band:red R pain 2`.
//!
//! Read from its end, since only what stands there has a form; the rest is the name, whatever is in it.

use super::part;
use crate::config::Config;
use crate::entry::{Exercise, Ranges, Side, exercise, forms, pain};
use crate::fields::{Form, Key, Shape, Value, is_plain_range};
use crate::text::shorten;
use std::ops::Range;

/// The parts of the line as they were typed, each with its bytes in it.
#[derive(Debug, Default)]
struct LineParts {
    name: String,
    sets: Option<Range<usize>>,
    /// Repetitions, or what was held with its unit.
    reps: Option<Range<usize>>,
    held: bool,
    load: Option<Range<usize>>,
    side: Option<Range<usize>>,
    pain: Option<Range<usize>>,
}

/// Repetitions or seconds, a time with its unit, a weight with its unit, in patterns.
macro_rules! seconds {
    () => {
        r"([0-5]?\d{1,2}(\.\d+)?|600)([-–]([0-5]?\d{1,2}(\.\d+)?|600))?\s*[sS]([eE][cC]([sS]|[oO][nN][dD][sS]?)?)?"
    };
}
macro_rules! weights {
    () => {
        r"\d+(\.\d+)?((([kK][gG][sS]?|[lL][bB][sS]?)?/\d+(\.\d+)?)+|[-–]\d+(\.\d+)?)?\s*([kK][gG][sS]?|[lL][bB][sS]?)"
    };
}
macro_rules! other_load {
    () => {
        r"[bB][wW]|[bB][oO][dD][yY]([-_]?[wW][eE][iI][gG][hH][tT])?|[bB][aA][nN][dD][:_-]\S+"
    };
}

/// The line, for the schema: a name that ends in what the form asks for, or a name alone.
pub(in crate::entry) const LINE: Shape = Shape {
    expected: "`NAME SETSxREPS[s] [@LOAD] [L|R|both|each side] [pain N]`: `Clamshell 3x15 @band:red R`, `Bridge 5x45s 20kg`, `Squat 3x8 @40/45/50kg`, or `NAME 45s`",
    pattern: concat!(
        r"^\s*(\S.*\s(0*([0-4]?\d|50)([-–]0*([0-4]?\d|50))?\s*[xX×]\s*(0*([0-4]?\d{1,2}|500)([-–]0*([0-4]?\d{1,2}|500))?|",
        seconds!(),
        r")|",
        seconds!(),
        r")(\s*@\s*(",
        weights!(),
        r"?|",
        other_load!(),
        r")|\s+(",
        weights!(),
        r"|",
        other_load!(),
        r"))?(\s+(L|R|left|right|both|[eE]ach\s+side))?(\s+[pP][aA][iI][nN]\s+(10|\d(\.[05])?)([-–](10|\d(\.[05])?))?)?|(?!.*@)(?!.*\s\d+\s*[xX×]\s*\d)(?!.*\b[pP][aA][iI][nN]\b)(.*\s)?[^\s\d]\S*)\s*$"
    ),
    number: None,
};

/// The parts of a line as the values of these keys.
static SETS: Key = Key::new("sets", exercise::SETS, "");
static REPS: Key = Key::new("reps", exercise::REPS, "");
static HOLD: Key = Key::new("hold", Form::Quantity(&forms::HOLD), "");
static LOAD: Key = Key::new("load", Form::Quantity(&forms::LOAD), "");
static SIDE: Key = Key::new("side", forms::EXERCISE_SIDE, "");
static PAIN: Key = Key::new("pain", Form::Score, "");

/// Reads an exercise from its line.
pub(in crate::entry) fn read(value: Value<'_>, line: &str, config: &Config) -> Option<Exercise> {
    let Some(parts) = split(line) else {
        let message = format!(
            "an exercise in one line is `NAME SETSxREPS` or `NAME 45s`, then `@LOAD`, the side and `pain N`, found `{}`",
            shorten(line, 60)
        );
        return value.error("wrong-kind", message, "such as `Bridge 3x8 @20kg L pain 2` or `Plank 3x45s`");
    };
    let reps = parts.reps.as_ref().filter(|_| !parts.held);
    let hold = parts.reps.as_ref().filter(|_| parts.held);
    let typed = |range: Option<&Range<usize>>| range.map(|range| &line[range.clone()]);
    let ranges = [("sets", parts.sets.as_ref()), ("reps", reps), ("load", parts.load.as_ref()), ("hold", hold)];
    let read = Exercise {
        ranges: Ranges::of_parts(ranges.map(|(key, range)| (key, typed(range)))),
        sets: part(value, &SETS, line, parts.sets.as_ref(), exercise::count),
        reps: part(value, &REPS, line, reps, exercise::count).into_iter().collect(),
        hold: part(value, &HOLD, line, hold, forms::hold),
        load: part(value, &LOAD, line, parts.load.as_ref(), |v| forms::load(v, config.load_unit)),
        side: part(value, &SIDE, line, parts.side.as_ref(), side),
        pain: part(value, &PAIN, line, parts.pain.as_ref(), pain::score),
        name: parts.name,
        ..Exercise::default()
    };
    exercise::check_loads(&read, value)?;
    Some(read)
}

/// A side; one after the other is both.
fn side(value: Value<'_>) -> Option<Side> {
    let both = value.as_text().is_some_and(|text| text.split_whitespace().count() == 2);
    if both { Some(Side::Both) } else { forms::exercise_side(value) }
}

/// Splits a line; `None` where it is neither in the form nor a name alone.
fn split(line: &str) -> Option<LineParts> {
    let mut parts = LineParts::default();
    let mut rest = line.trim_end();
    if let Some((before, number)) = last_two(rest, "pain") {
        parts.pain = Some(number);
        rest = before;
    }
    if let Some((before, words)) = last_side(rest) {
        parts.side = Some(words);
        rest = before;
    }
    // A load may have a space before its unit, no more.
    if let Some(at) = rest.rfind('@').filter(|at| rest[at + 1..].split_whitespace().count() <= 2) {
        let load = rest[at + 1..].trim();
        let start = at + 1 + (rest[at + 1..].len() - rest[at + 1..].trim_start().len());
        parts.load = Some(start..start + load.len());
        rest = rest[..at].trim_end();
    } else if let Some((before, load)) = last_load(rest).filter(|(before, _)| last_amount(before).is_some()) {
        parts.load = Some(load);
        rest = before;
    }
    let Some((name, (sets, reps, held))) = last_amount(rest) else {
        return is_name(line).then(|| LineParts { name: line.trim().to_owned(), ..LineParts::default() });
    };
    parts.name = name.trim().to_owned();
    (parts.sets, parts.reps, parts.held) = (sets, Some(reps), held);
    Some(parts).filter(|parts| !parts.name.is_empty())
}

/// Whether a line says how much of an exercise was done, and is no name alone.
pub(in crate::entry) fn has_amount(line: &str) -> bool {
    split(line).is_some_and(|parts| parts.reps.is_some())
}

/// Whether a line has sets: `3x15`.
pub(in crate::entry) fn has_sets(line: &str) -> bool {
    line.contains(['x', 'X', '×']) && split(line).is_some_and(|parts| parts.sets.is_some())
}

/// Whether a line without sets at its end is a name alone, and no line in the form with a slip in it.
fn is_name(line: &str) -> bool {
    let slip = |word: &str| word.contains('@') || word.eq_ignore_ascii_case("pain") || last_sets(word).is_some();
    let last = line.split_whitespace().next_back().unwrap_or_default();
    !last.is_empty() && !last.starts_with(|c: char| c.is_ascii_digit()) && !line.split_whitespace().any(slip)
}

fn is_side(word: &str) -> bool {
    matches!(word, "L" | "R" | "left" | "right" | "both")
}

/// The side at the end: a word, or `each side`.
fn last_side(text: &str) -> Option<(&str, Range<usize>)> {
    let (before, word) = last_word(text)?;
    if is_side(&text[word.clone()]) {
        return Some((before, word));
    }
    let (first, each) = last_word(before)?;
    let is_each = text[each.clone()].eq_ignore_ascii_case("each") && text[word.clone()].eq_ignore_ascii_case("side");
    is_each.then_some((first, each.start..word.end))
}

/// A load at the end that can be nothing else: `20kg`, `20/22.5/25 kg`, `bodyweight`, `band:red`.
fn last_load(text: &str) -> Option<(&str, Range<usize>)> {
    let (before, word) = last_word(text)?;
    let last = text[word.clone()].to_lowercase();
    let is_other = matches!(last.as_str(), "bw" | "bodyweight" | "body-weight") || last.starts_with("band:");
    let unit = last.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '-' | '–'));
    let is_weight = forms::LOAD.unit(unit).is_some();
    if is_other || is_weight && unit.len() < last.len() {
        return Some((before, word));
    }
    let (before, number) = last_word(before).filter(|_| is_weight)?;
    let is_number = text[number.clone()].starts_with(|c: char| c.is_ascii_digit());
    is_number.then_some((before, number.start..word.end))
}

/// How much was done: its sets, its repetitions or its time, and whether it is a time.
type Amount = (Option<Range<usize>>, Range<usize>, bool);

/// What was done, at the end: sets of repetitions or of seconds, or seconds alone; with what stands before it.
fn last_amount(text: &str) -> Option<(&str, Amount)> {
    if let Some((name, sets, reps, held)) = last_sets(text) {
        return Some((name, (Some(sets), reps, held)));
    }
    let without_unit = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if !forms::is_second(&text[without_unit.len()..]) {
        return None;
    }
    let start = last_digits(without_unit.trim_end(), true)?;
    let before = &text[..start];
    before.ends_with(char::is_whitespace).then(|| (before.trim_end(), (None, start..text.len(), true)))
}

/// The last word with what stands before it.
fn last_word(text: &str) -> Option<(&str, Range<usize>)> {
    let word = text.rsplit(char::is_whitespace).next()?;
    let start = text.len() - word.len();
    (start > 0).then(|| (text[..start].trim_end(), start..text.len()))
}

/// The number at the end, if a word stands before it.
fn last_two<'t>(text: &'t str, wanted: &str) -> Option<(&'t str, Range<usize>)> {
    let (before, number) = last_word(text)?;
    let (before, word) = last_word(before)?;
    let typed = &text[number.clone()];
    let is_number = typed.parse::<f64>().is_ok() || is_plain_range(typed);
    (text[word].eq_ignore_ascii_case(wanted) && is_number).then_some((before, number))
}

/// `3x15` or `5x45s` at the end: what stands before it, the sets, the repetitions or the time, and whether it is a time.
fn last_sets(text: &str) -> Option<(&str, Range<usize>, Range<usize>, bool)> {
    let without_unit = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let unit = &text[without_unit.len()..];
    if !unit.is_empty() && !forms::is_second(unit) {
        return None;
    }
    let number_end = without_unit.trim_end().len();
    let number = last_digits(&text[..number_end], true)?;
    let times = text[..number].trim_end();
    let sets_end = times.strip_suffix(['x', 'X', '×'])?.trim_end().len();
    let sets = last_digits(&text[..sets_end], false)?;
    let before = &text[..sets];
    let parted = before.is_empty() || before.ends_with(char::is_whitespace);
    let end = if unit.is_empty() { number_end } else { text.len() };
    parted.then_some((before, sets..sets_end, number..end, !unit.is_empty()))
}

/// Where the digits at the end of a text begin, those of a range too.
fn last_digits(text: &str, point: bool) -> Option<usize> {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–') || (point && c == '.');
    let start = text.trim_end_matches(inside).len();
    text[start..].starts_with(|c: char| c.is_ascii_digit() || c == '.').then_some(start)
}
