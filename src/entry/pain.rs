//! Pain scores of a day, a session or an exercise.

use super::{Pain, forms};
use crate::fields::{Node, Value};
use crate::units::Score;

/// A day's pain: one number (its worst), one mapping, or a list of mappings for several places of the body.
///
/// A mapping without a single number is a template left blank: it says nothing, so nothing is kept of it.
pub(super) fn pains(value: Value<'_>) -> Vec<Pain> {
    let pains: Vec<(Value<'_>, Pain)> = match value.node {
        Node::List(_) => value.items().into_iter().filter_map(|item| Some((item, listed(item)?))).collect(),
        Node::Map(_) => mapping(value).map(|pain| (value, pain)).into_iter().collect(),
        _ => score(value).map(|worst| (value, Pain { worst: Some(worst), ..Pain::default() })).into_iter().collect(),
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
    pains.into_iter().map(|(_, pain)| pain).filter(has_number).collect()
}

/// A session's pain: a mapping, or one number, the worst while at it.
pub(super) fn session_pain(value: Value<'_>) -> Option<Pain> {
    match value.node {
        Node::Map(_) => mapping(value).filter(has_number),
        _ => score(value).map(|during| Pain { during: Some(during), ..Pain::default() }),
    }
}

/// One score.
pub(super) fn score(value: Value<'_>) -> Option<Score> {
    let word = value.as_text().unwrap_or_default();
    if matches!(word.to_lowercase().as_str(), "none" | "no" | "nil" | "no pain" | "pain-free") {
        let message = format!("{} is a number from 0 to 10, found the text `{word}`", value.name);
        return value.error("wrong-kind", message, "write 0 for no pain");
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
        before: fields.read("before", score),
        during: fields.read("during", score),
        after: fields.read("after", score),
        next_day: fields.read("next_day", score),
        worst: fields.read("worst", score),
        rest: fields.read("rest", score),
        average: fields.read("average", score),
        settled_hours: fields.read("settled_hours", Value::number),
    };
    fields.finish(&[], foreign);
    Some(pain)
}

fn has_number(pain: &Pain) -> bool {
    let scores = [pain.before, pain.during, pain.after, pain.next_day, pain.worst, pain.rest, pain.average];
    pain.settled_hours.is_some() || scores.iter().any(Option::is_some)
}

/// Names that others give to our keys.
fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "avg" | "mean" => "did you mean `average`?",
        "max" | "level" | "score" | "highest" => "did you mean `worst`?",
        "morning" | "next_morning" | "tomorrow" | "nextday" => "did you mean `next_day`?",
        "location" | "where" | "area" | "body_part" => "did you mean `site`?",
        "kind" | "type" => "did you mean `quality`?",
        "start" => "did you mean `before`?",
        _ => return None,
    })
}
