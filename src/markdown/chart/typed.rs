//! Charts asked for on a command line, read by the same tables as fences; places are those of the line.

use super::{ChartFence, ChartKind, read_document};
use crate::diag::{Diagnostic, Place, Severity};
use crate::fields::{Document, Form, Given};
use std::fmt::Write as _;

/// What messages call the command line in place of a file.
pub const COMMAND_LINE: &str = "command line";

/// A chart that was typed: the line as messages show it, and what it asks for.
#[derive(Debug)]
pub struct Typed {
    /// The command line.
    pub line: String,
    /// What it asks for, unless something in it can't be read.
    pub fence: Option<ChartFence>,
    /// Its problems.
    pub problems: Vec<Diagnostic>,
}

/// Reads a kind and its options, each a name and a value.
#[must_use]
pub fn typed(kind: &str, given: &[(String, String)]) -> Typed {
    let mut line = String::from("comeback chart ");
    let push = |line: &mut String, word: &str| {
        let from = line.len();
        let plain = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_.,:/+@%".contains(c));
        if plain {
            line.push_str(word);
            return from..line.len();
        }
        let _ = write!(line, "'{word}'");
        from + 1..line.len() - 1
    };
    let kind_at = push(&mut line, kind);
    let mut pairs = vec![Given {
        name: "kind".to_owned(),
        name_at: kind_at.clone(),
        value: kind.to_owned(),
        at: kind_at,
        text: true,
    }];
    for (name, value) in given {
        line.push(' ');
        let start = line.len();
        let _ = write!(line, "--{name}");
        let name_at = start..line.len();
        line.push(' ');
        let at = push(&mut line, value);
        pairs.push(Given { name: name.clone(), name_at, value: value.clone(), at, text: is_text(name) });
    }
    let (fence, problems) = {
        let document = Document::given(COMMAND_LINE, &line, pairs);
        let fence = read_document(&document, &Place::new(COMMAND_LINE, &line, 0..line.len()));
        (fence, document.into_problems())
    };
    let drawable = problems.iter().all(|problem| problem.severity != Severity::Error);
    Typed { fence: fence.filter(|_| drawable), line, problems }
}

/// Whether an option takes text, which is then no YAML: `--caption "Week 12: first run"`.
fn is_text(name: &str) -> bool {
    let keys = ChartKind::NAMES.into_iter().flat_map(|(_, kind)| kind.options()).flat_map(|table| table.iter());
    keys.filter(|key| key.name == name).any(|key| matches!(key.form, Form::Text))
}
