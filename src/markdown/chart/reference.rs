//! The tables of options as markdown, for the guide.

use super::KINDS;
use crate::fields::Key;
use std::fmt::Write as _;

/// All options of charts as a table of markdown: which kinds take each, what it takes and what it means.
#[must_use]
pub fn reference() -> String {
    let mut out = String::from("| option | of | what it takes | what it means |\n|---|---|---|---|\n");
    let mut done: Vec<&Key> = Vec::new();
    let same = |a: &Key, b: &Key| a.name == b.name && a.about == b.about;
    for key in KINDS.iter().flat_map(|kind| kind.options).flat_map(|table| table.iter()) {
        // The same key may mean something else in another kind; it then has a row of its own.
        if done.iter().any(|other| same(other, key)) {
            continue;
        }
        done.push(key);
        let takes_it = |kind: &&super::Kind| kind.options.iter().any(|table| table.iter().any(|k| same(k, key)));
        let kinds: Vec<String> = KINDS.iter().filter(takes_it).map(|kind| format!("`{}`", kind.name)).collect();
        let of = if kinds.len() == KINDS.len() { "all".to_owned() } else { kinds.join(", ") };
        let _ = writeln!(out, "| `{}` | {of} | {} | {} |", key.name, key.form.takes(), key.about);
    }
    out
}
