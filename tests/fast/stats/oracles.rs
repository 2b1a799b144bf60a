//! Figures computed by hand: small journals, through front matter, each with what the definitions say of it.

mod activity;
mod days;
mod mornings;
mod pain;
mod places;
mod totals;
mod verdicts;

use super::{compare, first, settings};
use crate::stats::plain::day;
use serde_json::Value;

/// The figures of entries that are given by day, counted from Monday 3 August 2020, and front matter.
fn figures(more: &str, entries: &[(i64, &str)]) -> Value {
    figures_of(more, entries, None)
}

/// The figures of one injury, by its number.
fn figures_of(more: &str, entries: &[(i64, &str)], injury: Option<usize>) -> Value {
    let file = |(number, (d, front)): (usize, &(i64, &str))| {
        (format!("content/journal/{}-{number:03}.md", day(*d)), format!("---\n{front}\n---\n"))
    };
    let files: Vec<_> = entries.iter().enumerate().map(file).collect();
    let settings = settings(&format!("title = \"T\"\nbase_url = \"https://e.org/\"\n{more}"));
    first(&settings, &files, injury)
}

/// Entries of one score a day, from day 0: `2 – 3.5`.
fn scores(text: &str) -> Vec<(i64, String)> {
    each(text, |score| format!("pain: {score}"))
}

/// Entries of one value a day, from day 0, none for a dash.
fn each(text: &str, front: impl Fn(&str) -> String) -> Vec<(i64, String)> {
    (0..).zip(text.split_whitespace()).filter(|(_, value)| *value != "–").map(|(d, value)| (d, front(value))).collect()
}

fn of(more: &str, entries: &[(i64, String)]) -> Value {
    let entries: Vec<_> = entries.iter().map(|(d, front)| (*d, front.as_str())).collect();
    figures(more, &entries)
}

/// Asserts that what was found says all that is expected.
#[track_caller]
fn is(found: &Value, expected: &Value) {
    let mut wrong = Vec::new();
    compare("", found, expected, &mut wrong);
    assert!(wrong.is_empty(), "{}\nfound {found:#}", wrong.join("\n"));
}

/// Asserts a number to as many digits as it was worked out to.
#[track_caller]
fn about(found: &Value, expected: f64, within: f64) {
    let number = found.as_f64().unwrap_or_else(|| panic!("{found} is no number"));
    assert!((number - expected).abs() <= within, "{number} is not {expected}");
}
