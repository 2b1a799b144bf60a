//! One value with its name.

use super::{At, Document, Fields, Form, Key, Node};
use crate::diag::{Diagnostic, Place};
use crate::text::{allowed, near::nearest, words::or};
use crate::units::Score;
use std::ops::{Range, RangeInclusive};

/// A value of a document, with the name that messages call it by.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    /// The value itself.
    pub node: &'a Node,
    /// The key it stands under, or the key of the list it is in.
    pub name: &'a str,
    /// What may stand here.
    pub(super) form: &'static Form,
    pub(super) document: &'a Document<'a>,
    /// Where the value is a part of a text of the document: that text, and the first and last byte in it.
    pub(super) part_of: Option<(&'a Node, usize, usize)>,
}

impl<'a> Value<'a> {
    pub(super) fn new(document: &'a Document<'a>, name: &'a str, node: &'a Node, form: &'static Form) -> Self {
        Self { node, name, form, document, part_of: None }
    }

    /// What a part of this text, given by its bytes, is as the value of a key; messages point at the part.
    pub fn part<'b>(self, key: &'static Key, node: &'b Node, bytes: Range<usize>) -> Value<'b>
    where
        'a: 'b,
    {
        Value { name: key.name, form: &key.form, ..self.piece(node, bytes) }
    }

    /// What a part of this text, given by its bytes, is as the same kind of value; messages point at the part.
    pub fn piece<'b>(self, node: &'b Node, bytes: Range<usize>) -> Value<'b>
    where
        'a: 'b,
    {
        let (whole, from) = self.part_of.map_or((self.node, 0), |(whole, from, _)| (whole, from));
        Value { node, part_of: Some((whole, from + bytes.start, from + bytes.end)), ..self }
    }

    /// Reports an error at the value; returns `None` so that readers can end with it.
    pub fn error<T>(&self, code: &'static str, message: impl Into<String>, hint: &str) -> Option<T> {
        self.report(Diagnostic::error(code, message), hint)
    }

    /// Reports an error at the value, which stands elsewhere already.
    pub fn error_again(&self, code: &'static str, message: impl Into<String>, first: Place, hint: &str) {
        let _: Option<()> = self.report(Diagnostic::error(code, message).related("first here", first), hint);
    }

    /// Reports a warning at the value.
    pub fn warn(&self, code: &'static str, message: impl Into<String>, hint: &str) {
        let _: Option<()> = self.report(Diagnostic::warning(code, message), hint);
    }

    /// Says something worth knowing of the value.
    pub fn note(&self, code: &'static str, message: impl Into<String>) {
        let _: Option<()> = self.report(Diagnostic::note(code, message), "");
    }

    fn report<T>(&self, diagnostic: Diagnostic, hint: &str) -> Option<T> {
        let diagnostic = diagnostic.at(self.place());
        self.document.report(if hint.is_empty() { diagnostic } else { diagnostic.hint(hint) });
        None
    }

    /// Where the value stands.
    pub fn place(&self) -> Place {
        self.document.place_at(self.range())
    }

    /// The bytes of the file that the value takes up.
    pub fn range(&self) -> Range<usize> {
        match self.part_of {
            Some((whole, from, to)) => self.document.range_of_part(whole, from..to),
            None => self.document.range_of(self.node, At::Value),
        }
    }

    /// Reports that another kind of value was expected.
    pub fn wrong<T>(&self, expected: &str) -> Option<T> {
        self.error("wrong-kind", format!("{} is {expected}, found {}", self.name, self.node.what()), "")
    }

    /// Text; numbers and truth values are taken as the text they were typed as, roughly: `title: 2020`. What pages and feeds
    /// may not hold, control characters that `"\u0007"` may name, is left out.
    pub fn text(self) -> Option<String> {
        match self.node {
            Node::Text(text) => Some(allowed(text).trim().to_owned()).filter(|t| !t.is_empty()),
            Node::Int(i) => Some(i.to_string()),
            Node::Float(f) => Some(f.to_string()),
            Node::Bool(b) => Some(b.to_string()),
            Node::Null => None,
            Node::List(_) | Node::Map(_) => self.wrong("text"),
        }
    }

    /// The text itself where the value is text, without any report.
    pub fn as_text(&self) -> Option<&'a str> {
        if let Node::Text(text) = self.node { Some(text.trim()) } else { None }
    }

    /// `true` or `false`.
    pub fn bool(self) -> Option<bool> {
        match self.node {
            Node::Bool(b) => Some(*b),
            // In quotes it means the same.
            Node::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Node::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => self.wrong("true or false"),
        }
    }

    /// A number within the limits of the value's form.
    pub fn number(self) -> Option<f64> {
        let limits = self.form.number();
        debug_assert!(limits.is_some(), "`{}` is read as a number and is none by its form", self.name);
        let (least, most) = limits?;
        self.number_in(least..=most)
    }

    /// A number in a range that only the value's neighbours tell.
    pub fn number_in(self, range: RangeInclusive<f64>) -> Option<f64> {
        let expected = || format!("{} to {}", range.start(), range.end());
        let Some(number) = self.as_number() else { return self.wrong(&format!("a number from {}", expected())) };
        if range.contains(&number) {
            return Some(number);
        }
        self.error("out-of-range", format!("{} is {}, found {number}", self.name, expected()), "")
    }

    /// The number that the value is, in quotes or without.
    pub fn as_number(&self) -> Option<f64> {
        match self.node {
            #[expect(clippy::cast_precision_loss, reason = "far larger than any range asked for")]
            Node::Int(i) => Some(*i as f64),
            Node::Float(f) => Some(*f),
            Node::Text(text) => Some(text.trim()).filter(|text| is_digits(text)).and_then(|text| text.parse().ok()),
            _ => None,
        }
    }

    /// A whole number within the limits of the value's form.
    pub fn whole(self) -> Option<i64> {
        let limits = self.form.whole();
        debug_assert!(limits.is_some(), "`{}` is read as a whole number and is none by its form", self.name);
        let (least, most) = limits?;
        let quoted = self.as_text().filter(|text| is_digits(text)).and_then(|text| text.parse().ok()).map(Node::Int);
        match quoted.as_ref().unwrap_or(self.node) {
            Node::Int(i) if (least..=most).contains(i) => Some(*i),
            Node::Int(i) => self.error("out-of-range", format!("{} is {least} to {most}, found {i}", self.name), ""),
            _ => self.wrong(&format!("a whole number from {least} to {most}")),
        }
    }

    /// A score: 0 to 10, halves allowed, or a range such as `2-3`.
    pub fn score(self) -> Option<Score> {
        match self.ends(one_score) {
            Some(ends) => ends.map(|(from, to)| from.between(to)),
            None => one_score(self),
        }
    }

    /// The items of a list; a single value counts as a list of one.
    pub fn items(self) -> Vec<Value<'a>> {
        let (name, document, form) = (self.name, self.document, self.form.item());
        match self.node {
            Node::List(items) => items.iter().map(|node| Value::new(document, name, node, form)).collect(),
            Node::Null => Vec::new(),
            _ => vec![Value { form, ..self }],
        }
    }

    /// A list of texts; a single text counts as a list of one.
    pub fn texts(self) -> Vec<String> {
        self.items().into_iter().filter_map(Value::text).collect()
    }

    /// The mapping's fields.
    pub fn mapping(self) -> Option<Fields<'a>> {
        if let Node::Map(pairs) = self.node {
            let tables = self.form.tables();
            debug_assert!(tables.is_some(), "`{}` is read as a mapping and is none by its form", self.name);
            return Some(Fields::new(self.document, self.name, pairs, self.node, tables?));
        }
        self.wrong("a mapping")
    }

    /// The keys and values of a mapping whose keys are the writer's.
    pub fn named(self) -> Option<Vec<(&'a str, Value<'a>)>> {
        let Node::Map(pairs) = self.node else { return self.wrong("a mapping") };
        let form = self.form.named();
        debug_assert!(form.is_some(), "`{}` is read as a mapping of names and is none by its form", self.name);
        let form = form?;
        Some(pairs.iter().map(|(name, node)| (name.as_str(), Value::new(self.document, name, node, form))).collect())
    }

    /// One of some words, each with what it stands for.
    pub fn one_of<T: Copy>(self, words: &[(&str, T)]) -> Option<T> {
        let Some(text) = self.as_text() else {
            return self.wrong(&list_of(words));
        };
        if let Some((_, meant)) = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(text)) {
            return Some(*meant);
        }
        let near = nearest(text, words.iter().map(|(word, _)| *word));
        let hint = near.map(|n| format!("did you mean `{n}`?")).unwrap_or_default();
        self.error("wrong-kind", format!("{} is {}, found `{text}`", self.name, list_of(words)), &hint)
    }
}

/// One score, no range.
fn one_score(value: Value<'_>) -> Option<Score> {
    let Some(number) = value.as_number() else { return value.wrong("a number from 0 to 10") };
    if !(0.0..=10.0).contains(&number) {
        return value.error("out-of-range", format!("{} is 0 to 10, found {number}", value.name), "");
    }
    match Score::new(number) {
        Some(score) => Some(score),
        None => value.error("out-of-range", format!("{} takes wholes and halves, found {number}", value.name), ""),
    }
}

/// Whether a text is a number as it is typed: digits, and a point between or before some of them.
fn is_digits(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.contains(|c: char| c.is_ascii_digit()) && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

fn list_of<T>(words: &[(&str, T)]) -> String {
    or(&words.iter().map(|(word, _)| *word).collect::<Vec<_>>())
}
