//! A markdown file from what an import knows of it: front matter that reads back as it was given, then the text.

use crate::text::{allowed, with_line_feeds};
use serde_yaml::{Mapping, Value};

/// The text of a file with front matter, in the order of its keys, and a body that ends with one line feed.
///
/// Values without anything in them (null, an empty text, list or mapping) are left out: absent is never empty.
#[must_use]
pub fn markdown_file(front: &Mapping, body: &str) -> String {
    let yaml = yaml(front);
    let body = with_line_feeds(allowed(body).into_owned()).replace("\r\n", "\n");
    let body = body.trim_start_matches(['\n', '\u{feff}']).trim_end();
    if body.is_empty() { format!("---\n{yaml}---\n") } else { format!("---\n{yaml}---\n\n{body}\n") }
}

/// The same keys and values as a file of their own.
#[must_use]
pub fn yaml(pairs: &Mapping) -> String {
    let said: Mapping = pairs.iter().filter_map(|(key, value)| Some((key.clone(), said(value)?))).collect();
    // A mapping of texts, lists and numbers is always written.
    if said.is_empty() { String::new() } else { serde_yaml::to_string(&said).unwrap_or_default() }
}

/// A value without what YAML forbids or takes for a line's end; `None` where nothing is left of it.
fn said(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Null => return None,
        Value::String(text) => {
            let text = allowed(text).replace(['\u{2028}', '\u{2029}', '\u{feff}'], " ");
            let text = with_line_feeds(text).replace("\r\n", "\n");
            if text.trim().is_empty() {
                return None;
            }
            Value::String(text.trim().to_owned())
        }
        Value::Sequence(items) => {
            let items: Vec<Value> = items.iter().filter_map(said).collect();
            if items.is_empty() {
                return None;
            }
            Value::Sequence(items)
        }
        Value::Mapping(pairs) => {
            let pairs: Mapping = pairs.iter().filter_map(|(key, value)| Some((key.clone(), said(value)?))).collect();
            if pairs.is_empty() {
                return None;
            }
            Value::Mapping(pairs)
        }
        other => other.clone(),
    })
}

/// A mapping of keys and values in this order, for [`markdown_file`].
#[must_use]
pub fn front_matter<const N: usize>(pairs: [(&str, Value); N]) -> Mapping {
    pairs.into_iter().map(|(key, value)| (Value::from(key), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_back_and_nothing_is_written_of_nothing() {
        let front = front_matter([
            ("title", "Week 12: \"can’t\" # sit\u{2028}yet\u{1}".into()),
            ("date", "2020-08-14T07:20:00".into()),
            ("draft", true.into()),
            ("summary", " ".into()),
            ("tags", Value::Sequence(vec!["yes".into(), "1.10".into(), "".into(), "- a".into()])),
            ("aliases", Value::Sequence(Vec::new())),
        ]);
        let expected = "\
---
title: 'Week 12: \"can’t\" # sit yet'
date: 2020-08-14T07:20:00
draft: true
tags:
- yes
- '1.10'
- '- a'
---

One.
Two.
";
        assert_eq!(markdown_file(&front, "\nOne.\r\nTwo.\u{0}\n\n"), expected);
        assert_eq!(markdown_file(&front_matter([("title", "A".into())]), " \n"), "---\ntitle: A\n---\n");
    }
}
