//! Hints for values that can't be read, found by trying: what is told to be written was read before it is told.

use super::guesses::{guesses, is_nothing};
use super::{Document, Node, Notation, Value};
use crate::diag::{Diagnostic, Severity, write_one_of};
use std::cell::{Cell, OnceCell};

/// Values that were tried, kept as long as their document so that readers may borrow from them.
#[derive(Debug, Default)]
pub(super) struct Tried {
    first: OnceCell<Box<TriedNode>>,
    n: Cell<usize>,
}

/// Of a text with more mistakes than this the first have hints: nobody mends the last ones first.
const MOST: usize = 500;

#[derive(Debug)]
struct TriedNode {
    node: Node,
    next: OnceCell<Box<TriedNode>>,
}

impl Tried {
    fn keep(&self, node: Node) -> &Node {
        self.n.set(self.n.get() + 1);
        let mut end = &self.first;
        while let Some(link) = end.get() {
            end = &link.next;
        }
        &end.get_or_init(|| Box::new(TriedNode { node, next: OnceCell::new() })).node
    }
}

/// What is said of a value that says that nothing is known.
const LEAVE_OUT: &str = "leave it out: what is not noted is unknown";

impl<'a> Value<'a> {
    /// Reads the value. Where that fails for what the value itself is, the hint says what would have been read.
    pub fn read<T>(self, read: impl Fn(Value<'a>) -> Option<T>) -> Option<T> {
        let before = self.document.problems.borrow().len();
        let value = read(self);
        let failed = self.document.problems.borrow().len() > before;
        if failed && !matches!(self.node, Node::List(_) | Node::Map(_)) {
            self.hint_by_trying(before, |value| read(value).is_some());
        }
        value
    }

    /// Gives the errors that the value itself led to, those from the index `before` on, the hint that works.
    fn hint_by_trying(self, before: usize, read: impl Fn(Value<'a>) -> bool) {
        let place = self.place();
        let is_own = |problem: &Diagnostic| {
            problem.severity == Severity::Error
                && problem.place.as_ref() == Some(&place)
                && problem.suggestions().is_empty()
        };
        let own: Vec<usize> = {
            let problems = self.document.problems.borrow();
            (before..problems.len()).filter(|at| is_own(&problems[*at])).collect()
        };
        let Some(text) = self.typed().filter(|_| !own.is_empty()) else { return };
        let works = |text: &String| self.would_be_read(text, &read);
        let fine = guesses(&text, self.form).into_iter().map(|group| group.into_iter().filter(works).collect());
        let hint = match fine.into_iter().find(|fine: &Vec<String>| !fine.is_empty()) {
            Some(fine) if has_comma(&text) => {
                // Between thousands it is none of decimals.
                let is_decimal = fine.iter().any(|fine| fine.contains('.'));
                let why = if is_decimal { "numbers have no decimal comma" } else { "numbers are typed without commas" };
                format!("{}: {why}", write_one_of(&fine))
            }
            Some(fine) => write_one_of(&fine),
            None if is_nothing(&text) => LEAVE_OUT.to_owned(),
            None => return,
        };
        for problem in own {
            self.document.problems.borrow_mut()[problem].hints = vec![hint.clone()];
        }
    }

    /// The value's text; of what YAML folds, what was typed.
    fn typed(&self) -> Option<String> {
        match self.node {
            Node::Text(text) if text.is_empty() => {
                let typed = self.document.text.get(self.range())?;
                Some(typed.trim_matches(['"', '\'']).to_owned())
            }
            Node::Text(text) => Some(text.clone()),
            Node::Int(number) => Some(number.to_string()),
            Node::Float(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Whether a text would be read in the value's place without a word.
    fn would_be_read(self, text: &str, read: impl Fn(Value<'a>) -> bool) -> bool {
        let document: &'a Document<'a> = self.document;
        if document.tried.n.get() >= MOST {
            return false;
        }
        let quoted = document.text.get(self.range()).is_some_and(|typed| typed.starts_with(['"', '\'']));
        let node = match document.language {
            _ if quoted => Node::Text(text.to_owned()),
            Notation::Parts => plain(text),
            Notation::Yaml if self.part_of.is_some() => plain(text),
            Notation::Yaml => serde_yaml::from_str(text).unwrap_or_else(|_| Node::Text(text.to_owned())),
            Notation::Toml => plain(text),
        };
        let before = document.problems.borrow().len();
        let is_read = read(Value { node: document.tried.keep(node), part_of: None, ..self });
        let quiet = document.problems.borrow().len() == before;
        document.problems.borrow_mut().truncate(before);
        is_read && quiet
    }
}

/// Whether a comma stands between digits.
fn has_comma(text: &str) -> bool {
    text.as_bytes().windows(3).any(|w| w[0].is_ascii_digit() && w[1] == b',' && w[2].is_ascii_digit())
}

/// A text as a number where it is one.
fn plain(text: &str) -> Node {
    let number = || text.parse().map_or_else(|_| Node::Text(text.to_owned()), Node::Float);
    text.parse().map_or_else(|_| number(), Node::Int)
}
