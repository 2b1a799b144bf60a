//! An entry's file from its rows.

use super::record::{DoneRows, ExportedRecord, PainRows, TestRows};
use crate::config::Config;
use crate::diag::Severity;
use crate::entry::{name_of_slug, parse};
use crate::import::markdown_file;
use crate::source::{Content, Hash, Source, Stamp};
use serde_yaml::{Mapping, Value};
use std::sync::Arc;

/// The text of its file; why there can be none, where what was made of it would not be read.
pub(super) fn file(record: &ExportedRecord, path: &str, config: &Config) -> Result<String, String> {
    let mut front = Mapping::new();
    front.insert("date".into(), record.date.to_string().into());
    let pain = pains(&record.pain, record, config);
    match pain.as_slice() {
        [] => {}
        [one] => {
            front.insert("pain".into(), one.clone());
        }
        all => {
            front.insert("pain".into(), Value::Sequence(all.to_vec()));
        }
    }
    list(&mut front, "sessions", record.sessions.iter().map(|done| session(done, record, config)));
    list(&mut front, "exercises", record.exercises.iter().map(|done| exercise(done, record)));
    list(&mut front, "treatments", record.treatments.iter().map(|done| treatment(done, record)));
    for [metric, _, value, unit] in &record.others {
        other(&mut front, metric, value, unit);
    }
    if !record.tests.is_empty() {
        front.insert("tests".into(), Value::Mapping(record.tests.iter().map(test).collect()));
    }
    let text: Arc<str> = markdown_file(&front, "").into();
    let content = Content::Text(text.clone());
    let source = Source { path: path.into(), hash: Hash::default(), content, stamp: Stamp::default() };
    let checked = parse(&source, &text, config);
    match checked.diagnostics.iter().find(|problem| problem.severity == Severity::Error) {
        Some(problem) => Err(format!("since comeback can't read what it says: {}", problem.message)),
        None => Ok(text.to_string()),
    }
}

fn list(front: &mut Mapping, key: &str, items: impl Iterator<Item = Mapping>) {
    let items: Vec<Value> = items.map(Value::Mapping).collect();
    if !items.is_empty() {
        front.insert(key.into(), Value::Sequence(items));
    }
}

/// A cell as a number where it is one, so that it is written plain.
fn plain(text: &str) -> Value {
    if let Ok(number) = text.parse::<i64>() {
        return number.into();
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && text.starts_with(|c: char| c.is_ascii_digit() || c == '-') => number.into(),
        _ if text == "true" => true.into(),
        _ => text.into(),
    }
}

/// Scores by place, without a place where it is only that of the injury.
fn pains(all: &[PainRows], record: &ExportedRecord, config: &Config) -> Vec<Value> {
    let injury = match record.others.iter().find(|[metric, ..]| metric == "injury") {
        Some([_, _, slug, _]) => config.injuries.iter().find(|injury| injury.slug == *slug),
        None => config.injuries.first().filter(|_| config.injuries.len() == 1),
    };
    let one = |pain: &PainRows| {
        let own = injury.is_some_and(|injury| injury.site == pain.site && injury.side == pain.side);
        let mut mapping = Mapping::new();
        if pain.typed || !own {
            for (key, value) in [("site", &pain.site), ("side", &pain.side)] {
                if !value.is_empty() {
                    mapping.insert(key.into(), value.as_str().into());
                }
            }
        }
        for (point, score) in &pain.points {
            let value =
                if matches!(point.as_str(), "quality" | "words") { score.as_str().into() } else { plain(score) };
            mapping.insert(point.as_str().into(), value);
        }
        Value::Mapping(mapping)
    };
    all.iter().map(one).collect()
}

/// A value with its unit.
fn with_unit(value: &str, unit: &str) -> Value {
    format!("{value} {unit}").into()
}

fn session(done: &DoneRows, record: &ExportedRecord, config: &Config) -> Mapping {
    let mut mapping = Mapping::new();
    mapping.insert("type".into(), done.kind.as_str().into());
    for [key, value, unit] in &done.values {
        let value = match key.as_str() {
            "distance" | "duration" | "climb" => with_unit(value, unit),
            "body_weight_support" => format!("{value}%").into(),
            "surface" | "intervals" => value.as_str().into(),
            _ => plain(value),
        };
        mapping.insert(key.as_str().into(), value);
    }
    let mut pain = pains(&done.pain, record, config);
    if !pain.is_empty() {
        mapping.insert("pain".into(), pain.swap_remove(0));
    }
    mapping
}

fn exercise(done: &DoneRows, record: &ExportedRecord) -> Mapping {
    let mut mapping = Mapping::new();
    mapping.insert("name".into(), record.name("exercise", &done.kind).into());
    if !done.side.is_empty() {
        mapping.insert("side".into(), done.side.as_str().into());
    }
    for [key, value, _] in &done.values {
        if mapping.contains_key(key.as_str()) {
            continue;
        }
        let all = done.all(key);
        let value = match key.as_str() {
            "reps" if all.len() > 1 => Value::Sequence(all.into_iter().map(plain).collect()),
            "load" if all.len() > 1 => format!("{} kg", all.join("/")).into(),
            "load" if value == "body weight" => "bodyweight".into(),
            "load" => with_unit(value, "kg"),
            "tempo" | "verdict" => value.as_str().into(),
            "band" => Value::Mapping([(Value::from("band"), Value::from(value.as_str()))].into_iter().collect()),
            _ => plain(value),
        };
        let key = if key == "band" { "load" } else { key.as_str() };
        mapping.insert(key.into(), value);
    }
    mapping
}

fn treatment(done: &DoneRows, record: &ExportedRecord) -> Mapping {
    let mut mapping = Mapping::new();
    mapping.insert("type".into(), record.name("treatment", &done.kind).into());
    for [key, value, unit] in &done.values {
        let value = match key.as_str() {
            "cost" => with_unit(&money(value), unit),
            "minutes" | "travel_minutes" => with_unit(value, "min"),
            "provider" | "helped" => value.as_str().into(),
            _ => plain(value),
        };
        mapping.insert(key.as_str().into(), value);
    }
    mapping
}

/// An amount with two decimals, as money has them.
pub(super) fn money(value: &str) -> String {
    value.parse::<f64>().map_or_else(|_| value.to_owned(), |amount| format!("{amount:.2}"))
}

/// Any other row.
fn other(front: &mut Mapping, metric: &str, value: &str, unit: &str) {
    let mut push = |key: &str, item: Value| match front.get_mut(key) {
        Some(Value::Sequence(items)) => items.push(item),
        _ => {
            front.insert(key.into(), Value::Sequence(vec![item]));
        }
    };
    match metric.split_once('.') {
        Some(("prom", name)) => {
            let pairs = [(Value::from("instrument"), Value::from(name)), (Value::from("score"), plain(value))];
            push("prom", Value::Mapping(pairs.into_iter().collect()));
        }
        Some(("milestone", kind)) => {
            let pairs = [(Value::from("kind"), Value::from(kind)), (Value::from("label"), Value::from(value))];
            push("milestones", Value::Mapping(pairs.into_iter().collect()));
        }
        Some(_) => {}
        None => match metric {
            "trigger" => push("triggers", value.into()),
            "criterion" => push("criteria", value.into()),
            "medication" => push("medication", value.into()),
            "mileage" | "body_weight" => {
                front.insert(metric.into(), with_unit(value, unit));
            }
            "setback" | "injury" => {
                front.insert(metric.into(), value.into());
            }
            _ => {
                front.insert(metric.into(), plain(value));
            }
        },
    }
}

/// A test with what it came to.
fn test(test: &TestRows) -> (Value, Value) {
    let name = test.name.clone().unwrap_or_else(|| name_of_slug(&test.slug));
    let result = |value: &str, unit: &str| if unit.is_empty() { plain(value) } else { with_unit(value, unit) };
    let came_to = match test.values.as_slice() {
        [[side, value, unit]] if side.is_empty() => result(value, unit),
        all => {
            let sides = all.iter().map(|[side, value, unit]| (Value::from(side.as_str()), result(value, unit)));
            Value::Mapping(sides.collect())
        }
    };
    (name.into(), came_to)
}
