//! The tables of options as markdown and as words, for the guide and for lists.

use super::KINDS;
use crate::fields::{Form, Key};
use crate::text::words::or;
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
        let _ = writeln!(out, "| `{}` | {of} | {} | {} |", key.name, takes(key), key.about);
    }
    out
}

/// What an option takes, in few words, as markdown.
#[must_use]
pub fn takes(key: &Key) -> String {
    match &key.form {
        Form::Words(words) => {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            or(&words.iter().map(String::as_str).collect::<Vec<_>>())
        }
        Form::Bool => "`true` or `false`".to_owned(),
        Form::Whole(least, most) => format!("a whole number, {least} to {most}"),
        Form::Number(least, most) => format!("a number, {least} to {most}"),
        Form::OneOf(forms) => {
            let shaped =
                |form: &Form| if let Form::Shaped(shape) = form { Some(shape.expected.to_owned()) } else { None };
            forms.iter().find_map(shaped).unwrap_or_default()
        }
        Form::List(Form::Mapping(tables)) => {
            let names: Vec<&str> = tables.iter().flat_map(|table| table.iter()).map(|key| key.name).collect();
            format!("a list of `{{{}}}`", names.join(", "))
        }
        Form::List(_) => "a text or a list of texts".to_owned(),
        _ => "text".to_owned(),
    }
}
