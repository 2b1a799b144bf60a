//! The points of a day's pain on one line: `2/2/3`, `2/2/3/1`, `before 1 after 2`.

use super::{part, words};
use crate::entry::{Pain, keys, pain};
use crate::fields::{Key, Shape, Value};
use crate::text::shorten;
use crate::units::Score;
use std::ops::Range;

/// A score or a range of them, in patterns.
macro_rules! score {
    () => {
        r"(10|\d)(\.[05]0*)?([-–—](10|\d)(\.[05]0*)?)?"
    };
}

/// Three points or four between slashes.
pub(in crate::entry) const SLASHED: Shape = Shape {
    expected: "before/during/after: `2/2/3`, or with the next day: `2/2/3/1`",
    pattern: concat!(r"^\s*", score!(), r"(\s*/\s*", score!(), r"){2,3}\s*$"),
    number: None,
};

/// Points by their names.
pub(in crate::entry) const NAMED: Shape = Shape {
    expected: "points by name: `before 1 after 2`",
    pattern: concat!(
        r"^\s*([bB][eE][fF][oO][rR][eE]|[dD][uU][rR][iI][nN][gG]|[aA][fF][tT][eE][rR]|[nN][eE][xX][tT][-_ ][dD][aA][yY]|[wW][oO][rR][sS][tT]|[rR][eE][sS][tT]|[aA][vV][eE][rR][aA][gG][eE])\s+",
        score!(),
        r"(\s+([bB][eE][fF][oO][rR][eE]|[dD][uU][rR][iI][nN][gG]|[aA][fF][tT][eE][rR]|[nN][eE][xX][tT][-_ ][dD][aA][yY]|[wW][oO][rR][sS][tT]|[rR][eE][sS][tT]|[aA][vV][eE][rR][aA][gG][eE])\s+",
        score!(),
        r")*\s*$"
    ),
    number: None,
};

/// The points that have names here, in the order of those between slashes.
const POINTS: [&str; 7] = ["before", "during", "after", "next_day", "worst", "rest", "average"];

/// Whether a text gives points in one of the two forms, well or badly.
pub(in crate::entry) fn is_one(value: Value<'_>) -> bool {
    let Some(line) = value.as_text() else { return false };
    is_slashed(line) || line.contains(|c: char| c.is_ascii_digit()) && point(line, &words(line)).is_some()
}

fn is_slashed(line: &str) -> bool {
    let all = line.split('/').all(|part| part.trim().starts_with(|c: char| c.is_ascii_digit()));
    all && line.split('/').count() > 2
}

/// The points of such a text. What is wrong with it is told, and leaves nothing.
pub(in crate::entry) fn read(value: Value<'_>) -> Option<Pain> {
    let line = value.as_text()?;
    if is_slashed(line) { slashed(value, line) } else { named(value, line, &words(line)) }
}

fn slashed(value: Value<'_>, line: &str) -> Option<Pain> {
    if line.split('/').count() > 4 {
        let message = format!("{} has at most four points, found `{}`", value.name, shorten(line, 40));
        return value.error("wrong-kind", message, "before/during/after/next day: `2/2/3/1`");
    }
    let mut pain = Pain::default();
    let mut at = 0;
    let mut whole = true;
    for (typed, name) in line.split('/').zip(POINTS) {
        let start = at + typed.len() - typed.trim_start().len();
        let score = score(value, name, line, &(start..start + typed.trim().len()));
        whole &= score.is_some();
        *of(&mut pain, name) = score;
        at += typed.len() + 1;
    }
    whole.then_some(pain)
}

fn named(value: Value<'_>, line: &str, mut words: &[Range<usize>]) -> Option<Pain> {
    let mut pain = Pain::default();
    let mut whole = true;
    while let Some(first) = words.first() {
        let (name, rest) = match (point(line, words), words.len()) {
            (Some((name, n)), len) if len > n => (name, &words[n..]),
            _ => {
                let message = format!("`{}` is no point of pain with its score", &line[first.start..]);
                let names =
                    "before, during, after, next day, worst, rest or average, each with a score: `before 1 after 2`";
                let end = line.len();
                let node = crate::fields::Node::Text(line[first.start..].to_owned());
                return value.piece(&node, first.start..end).error("wrong-kind", message, names);
            }
        };
        let read = score(value, name, line, &rest[0]);
        whole &= read.is_some();
        if of(&mut pain, name).is_some() {
            let message = format!("`{}` is given twice", name.replace('_', " "));
            return value.error("wrong-kind", message, "one score for each point of the day");
        }
        *of(&mut pain, name) = read;
        words = &rest[1..];
    }
    whole.then_some(pain)
}

/// The point that some words start with, and how many words name it.
fn point(line: &str, words: &[Range<usize>]) -> Option<(&'static str, usize)> {
    let word = |at: usize| words.get(at).map(|range| line[range.clone()].to_lowercase().replace('-', "_"));
    let first = word(0)?;
    if first == "next" && word(1)? == "day" {
        return Some(("next_day", 2));
    }
    POINTS.into_iter().find(|name| **name == first).map(|name| (name, 1))
}

fn score(value: Value<'_>, name: &str, line: &str, range: &Range<usize>) -> Option<Score> {
    let key: &'static Key = keys::PAIN.iter().find(|key| key.name == name)?;
    part(value, key, line, Some(range), pain::score)
}

fn of<'p>(pain: &'p mut Pain, name: &str) -> &'p mut Option<Score> {
    match name {
        "before" => &mut pain.before,
        "during" => &mut pain.during,
        "after" => &mut pain.after,
        "next_day" => &mut pain.next_day,
        "rest" => &mut pain.rest,
        "average" => &mut pain.average,
        _ => &mut pain.worst,
    }
}
