//! Tables of keys as markdown, for the reference pages.

use crate::fields::{Form, Key};
use std::fmt::Write as _;

/// The reference of some tables of keys: a table for the outermost keys, then one for the keys of each mapping in them.
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
        let takes = cell(&key.form.takes());
        let _ = writeln!(out, "| `{}` | {takes}{needed} | {} |", key.name, cell(key.about));
    }
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
