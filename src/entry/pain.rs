//! Pain scores of a day, a session or an exercise.

use super::{Pain, forms, one_line};
use crate::fields::{Node, Value};
use crate::text::shorten;
use crate::units::Score;

/// A day's pain: one number (its worst), its points on one line, one mapping, or a list of mappings for several places of the body.
///
/// A mapping of which nothing but the place was filled in is a template left blank: it says nothing, so nothing is kept of it.
pub(super) fn pains(value: Value<'_>) -> Vec<Pain> {
    let pains: Vec<(Value<'_>, Pain)> = match value.node {
        Node::List(_) => value.items().into_iter().filter_map(|item| Some((item, listed(item)?))).collect(),
        Node::Map(_) => mapping(value).map(|pain| (value, pain)).into_iter().collect(),
        _ => single(value, |score| Pain { worst: Some(score), ..Pain::default() })
            .map(|pain| (value, pain))
            .into_iter()
            .collect(),
    };
    for (at, (item, pain)) in pains.iter().enumerate() {
        let place = |p: &Pain| (p.site.clone(), p.side, p.quality.clone());
        if pains[..at].iter().any(|(_, before)| place(before) == place(pain)) {
            item.warn(
                "same-pain-twice",
                "two pains of this list are at the same place",
                "tell them apart by `site`, `side` or `quality`",
            );
        }
    }
    pains.into_iter().map(|(_, pain)| pain).collect()
}

/// A session's pain: a mapping, or one number, the worst while at it.
pub(super) fn session_pain(value: Value<'_>) -> Option<Pain> {
    match value.node {
        Node::Map(_) => mapping(value),
        _ => single(value, |score| Pain { during: Some(score), ..Pain::default() }),
    }
}

/// Points on one line, words, or one score.
fn single(value: Value<'_>, of_score: impl Fn(Score) -> Pain) -> Option<Pain> {
    if one_line::pain::is_one(value) {
        return one_line::pain::read(value);
    }
    in_words(value).or_else(|| score(value).map(of_score))
}

/// A pain in words, which may be no number in disguise: `burning`, and neither `5/10` nor `none`.
fn in_words(value: Value<'_>) -> Option<Pain> {
    let words = value.as_text().filter(|text| !text.is_empty() && !is_none(text) && !is_number(text))?;
    let says_something =
        words.contains(char::is_alphabetic) && !matches!(words.to_lowercase().as_str(), "na" | "n.a." | "n.a" | "na.");
    if !says_something || words.contains(|c: char| c == '/' || c.is_numeric()) {
        return None;
    }
    value.note("pain-in-words", format!("`{}` is shown and in no figure", shorten(words, 40)));
    value.text().map(|words| Pain { words: Some(words), ..Pain::default() })
}

/// Whether a word is a number, which is meant to count.
fn is_number(word: &str) -> bool {
    const NUMBERS: [&str; 12] =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];
    NUMBERS.iter().any(|number| word.eq_ignore_ascii_case(number))
}

/// Whether a word says that there was none.
fn is_none(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "none" | "no" | "nil" | "no pain" | "pain-free")
}

/// One score.
pub(super) fn score(value: Value<'_>) -> Option<Score> {
    let word = value.as_text().unwrap_or_default();
    if is_none(word) || is_number(word) {
        let message = format!("{} is a number from 0 to 10, found the text `{word}`", value.name);
        return value.error("wrong-kind", message, "");
    }
    value.score()
}

/// An item of a list of pains.
fn listed(item: Value<'_>) -> Option<Pain> {
    match item.node {
        Node::Map(_) => mapping(item),
        Node::Null => None,
        _ => {
            let message = format!("an item of `{}` is a mapping, found {}", item.name, item.node.what());
            item.error("wrong-kind", message, "say where: `{site: hamstring, side: left, worst: 3}`")
        }
    }
}

fn mapping(value: Value<'_>) -> Option<Pain> {
    let fields = value.mapping()?;
    let pain = Pain {
        site: fields.read("site", Value::text),
        side: fields.read("side", forms::side),
        quality: fields.read("quality", Value::text),
        words: fields.read("words", Value::text),
        before: fields.read("before", score),
        during: fields.read("during", score),
        after: fields.read("after", score),
        next_day: fields.read("next_day", score),
        worst: fields.read("worst", score),
        rest: fields.read("rest", score),
        average: fields.read("average", score),
        settled_hours: fields.read("settled_hours", Value::number),
    };
    // `new` writes the place of the last pain above points that wait for a number.
    let waits = ["before", "during", "after", "next_day"].iter().any(|point| fields.has(point));
    let place = (pain.site.is_some() || pain.side.is_some()) && !waits;
    fields.finish(&[], foreign);
    (pain.has_number() || pain.quality.is_some() || pain.words.is_some() || place).then_some(pain)
}

/// Names that others give to our keys.
fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "avg" | "mean" => "did you mean `average`?",
        "max" | "level" | "score" | "highest" => "did you mean `worst`?",
        "morning" | "next_morning" | "tomorrow" | "nextday" => "did you mean `next_day`?",
        "location" | "where" | "area" | "body_part" => "did you mean `site`?",
        "kind" | "type" => "did you mean `quality`?",
        "note" | "notes" | "text" => "did you mean `words`?",
        "start" => "did you mean `before`?",
        _ => return None,
    })
}
