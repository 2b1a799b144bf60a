//! Tables of keys as markdown, for the reference pages.

use crate::fields::{Form, Key};
use std::fmt::Write as _;

/// The reference of some tables of keys: a table for the outermost keys, then one for the keys of each mapping in them.
#[must_use]
pub fn reference(tables: &'static [&'static [Key]]) -> String {
    let mut out = String::new();
    let keys: Vec<&'static Key> = tables.iter().flat_map(|table| table.iter()).collect();
    push_table(&mut out, &keys);
    let mut done: Vec<&'static [Key]> = Vec::new();
    for key in keys {
        push_inner(&mut out, key.name, &key.form, &mut done);
    }
    out
}

/// The tables of the mappings in a form, each written once.
fn push_inner(out: &mut String, name: &str, form: &'static Form, done: &mut Vec<&'static [Key]>) {
    match form {
        Form::Mapping(tables) if tables.iter().all(|table| is_done(done, table)) => {}
        Form::Mapping(tables) => {
            done.extend(*tables);
            let _ = write!(out, "\n### `{name}`\n\n");
            let mut seen: Vec<&str> = Vec::new();
            let mut keys = Vec::new();
            for key in tables.iter().flat_map(|table| table.iter()) {
                if !seen.contains(&key.name) {
                    seen.push(key.name);
                    keys.push(key);
                }
            }
            push_table(out, &keys);
            for key in keys {
                push_inner(out, &format!("{name}.{}", key.name), &key.form, done);
            }
        }
        Form::List(inner) | Form::Named(inner) => push_inner(out, name, inner, done),
        Form::OneOf(forms) => forms.iter().for_each(|form| push_inner(out, name, form, done)),
        _ => {}
    }
}

fn is_done(done: &[&'static [Key]], table: &'static [Key]) -> bool {
    done.iter().any(|other| std::ptr::eq(*other, table))
}

fn push_table(out: &mut String, keys: &[&'static Key]) {
    out.push_str("| key | what it takes | what it means |\n|---|---|---|\n");
    for key in keys {
        let needed = if key.needed { " (has to be there)" } else { "" };
        let takes = cell(&takes(&key.form));
        let _ = writeln!(out, "| `{}` | {takes}{needed} | {} |", key.name, cell(key.about));
    }
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// What a form takes, in words.
fn takes(form: &'static Form) -> String {
    let mut all = Vec::new();
    push_takes(&mut all, form);
    or(all)
}

/// What the alternatives of a form take; what one of them says for others too stands once.
fn push_takes(all: &mut Vec<String>, form: &'static Form) {
    let words = match form {
        Form::Text => "text".to_owned(),
        Form::Bool => "`true` or `false`".to_owned(),
        Form::Date => "a date: `2020-08-14`".to_owned(),
        Form::Number(least, most) => format!("{least} to {most}"),
        Form::Whole(least, most) => format!("a whole number, {least} to {most}"),
        Form::Score => "0 to 10, halves allowed".to_owned(),
        Form::Words(words) => return all.extend(words.iter().map(|word| format!("`{word}`"))),
        Form::OtherWords(words) => {
            format!("another word for one of them, such as `{}`", words.first().copied().unwrap_or_default())
        }
        Form::Quantity(quantity) => quantity.expected.to_owned(),
        Form::Shaped(shape) => shape.expected.to_owned(),
        Form::List(inner) => format!("one or a list of: {}", takes(inner)),
        Form::Mapping(tables) => {
            let keys = |table: &&'static [Key]| table.iter().map(|key| key.name).collect::<Vec<_>>().join(", ");
            return all.extend(tables.iter().map(|table| format!("`{{{}}}`", keys(table))));
        }
        Form::Named(inner) => format!("names of yours, each with {}", takes(inner)),
        Form::OneOf(forms) => return forms.iter().for_each(|form| push_takes(all, form)),
    };
    if !words.is_empty() {
        all.push(words);
    }
}

/// `a, b or c`.
fn or(mut all: Vec<String>) -> String {
    match all.pop() {
        Some(last) if !all.is_empty() => format!("{} or {last}", all.join(", ")),
        last => last.unwrap_or_default(),
    }
}
