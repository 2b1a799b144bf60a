//! One value with its name, and the fields of a mapping.

use super::{At, Document, Node};
use crate::diag::{Diagnostic, Place};
use crate::text::{allowed, near::nearest};
use crate::units::Score;
use jiff::civil::Date;
use std::cell::RefCell;
use std::ops::{Range, RangeInclusive};

/// A value of a document, with the name that messages call it by.
#[derive(Clone, Copy, Debug)]
pub struct Value<'a> {
    /// The value itself.
    pub node: &'a Node,
    /// The key it stands under, or the key of the list it is in.
    pub name: &'a str,
    document: &'a Document<'a>,
    /// Where the value is a part of a text of the document: that text, and the first and last byte in it.
    part_of: Option<(&'a Node, usize, usize)>,
}

/// The keys and values of a mapping, which remembers what was asked for.
#[derive(Debug)]
pub struct Fields<'a> {
    document: &'a Document<'a>,
    name: &'a str,
    pairs: &'a [(String, Node)],
    node: &'a Node,
    asked: RefCell<Vec<&'static str>>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(document: &'a Document<'a>, name: &'a str, pairs: &'a [(String, Node)], node: &'a Node) -> Self {
        Self { document, name, pairs, node, asked: RefCell::default() }
    }

    /// The value under a key; a key without a value counts as absent, since absent is never zero.
    pub fn get(&self, key: &'static str) -> Option<Value<'a>> {
        self.asked.borrow_mut().push(key);
        let mut found = self.pairs.iter().filter(|(name, _)| name == key);
        let (name, node) = found.next()?;
        if let Some((_, again)) = found.next() {
            let place = self.document.place(again, At::Key);
            let first = self.document.place(node, At::Key);
            self.document.report(
                Diagnostic::error("duplicate-key", format!("`{key}` is given twice"))
                    .at(place)
                    .related("first here", first),
            );
        }
        if matches!(node, Node::Null) {
            return None;
        }
        Some(Value::new(self.document, name, node))
    }

    /// The value under a key, read.
    pub fn read<T>(&self, key: &'static str, read: impl FnOnce(Value<'a>) -> Option<T>) -> Option<T> {
        self.get(key).and_then(read)
    }

    /// All keys with their values, for mappings whose keys are the writer's.
    pub fn all(&self) -> impl Iterator<Item = (&'a str, Value<'a>)> {
        let document = self.document;
        self.pairs.iter().map(move |(name, node)| (name.as_str(), Value::new(document, name, node)))
    }

    /// Whether the mapping has a key, with or without a value; does not count as asking for it.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.pairs.iter().any(|(name, _)| name == key)
    }

    /// The mapping as a value, to point at.
    #[must_use]
    pub fn itself(&self) -> Value<'a> {
        Value::new(self.document, self.name, self.node)
    }

    /// Warns of the keys that nobody asked for, except those the site allows.
    ///
    /// `hint` gives a word for well-known wrong keys, before the nearest known one is offered.
    pub fn finish(self, allowed: &[String], hint: impl Fn(&str) -> Option<&'static str>) {
        let asked = self.asked.borrow();
        for (name, node) in self.pairs {
            if asked.contains(&name.as_str()) || allowed.iter().any(|a| a == name) {
                continue;
            }
            let inside = if self.name.is_empty() { String::new() } else { format!(" in `{}`", self.name) };
            let place = self.document.place(node, At::Key);
            let mut diagnostic = Diagnostic::warning("unknown-key", format!("unknown key `{name}`{inside}")).at(place);
            if let Some(hint) = hint(name) {
                diagnostic = diagnostic.hint(hint);
            } else if let Some(near) = nearest(name, asked.iter().copied()) {
                diagnostic = diagnostic.hint(format!("did you mean `{near}`?"));
            }
            self.document.report(diagnostic);
        }
    }
}

impl<'a> Value<'a> {
    fn new(document: &'a Document<'a>, name: &'a str, node: &'a Node) -> Self {
        Self { node, name, document, part_of: None }
    }

    /// What a part of this text, given by its bytes, means by itself; messages point at the part.
    #[must_use]
    pub fn part<'b>(self, name: &'b str, node: &'b Node, bytes: Range<usize>) -> Value<'b>
    where
        'a: 'b,
    {
        Value { node, name, document: self.document, part_of: Some((self.node, bytes.start, bytes.end)) }
    }

    /// Reports an error at the value; returns `None` so that readers can end with it.
    pub fn error<T>(&self, code: &'static str, message: impl Into<String>, hint: &str) -> Option<T> {
        self.report(Diagnostic::error(code, message), hint)
    }

    /// Reports a warning at the value.
    pub fn warn(&self, code: &'static str, message: impl Into<String>, hint: &str) {
        let _: Option<()> = self.report(Diagnostic::warning(code, message), hint);
    }

    fn report<T>(&self, diagnostic: Diagnostic, hint: &str) -> Option<T> {
        let diagnostic = diagnostic.at(self.place());
        self.document.report(if hint.is_empty() { diagnostic } else { diagnostic.hint(hint) });
        None
    }

    /// Where the value stands.
    #[must_use]
    pub fn place(&self) -> Place {
        self.document.place_at(self.range())
    }

    /// The bytes of the file that the value takes up.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        match self.part_of {
            Some((whole, from, to)) => self.document.range_of_part(whole, from..to),
            None => self.document.range_of(self.node, At::Value),
        }
    }

    /// Reports that another kind of value was expected.
    pub fn wrong<T>(&self, expected: &str) -> Option<T> {
        self.error("wrong-kind", format!("{} is {expected}, found {}", self.name, self.node.what()), self.kind_hint())
    }

    /// YAML reads some plain words as other kinds than their writers think.
    fn kind_hint(&self) -> &'static str {
        match self.node {
            Node::Text(t) if matches!(t.to_lowercase().as_str(), "yes" | "on" | "y") => {
                "`yes` is text here: write true"
            }
            Node::Text(t) if matches!(t.to_lowercase().as_str(), "no" | "off" | "n") => {
                "`no` is text here: write false"
            }
            Node::Bool(_) | Node::Int(_) | Node::Float(_) => "",
            _ => "",
        }
    }

    /// Text; numbers and truth values are taken as the text they were typed as, roughly: `title: 2020`. What pages and feeds
    /// may not hold, control characters that `"\u0007"` may name, is left out.
    #[must_use]
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
    #[must_use]
    pub fn as_text(&self) -> Option<&'a str> {
        if let Node::Text(text) = self.node { Some(text.trim()) } else { None }
    }

    /// `true` or `false`.
    #[must_use]
    pub fn bool(self) -> Option<bool> {
        if let Node::Bool(b) = self.node { Some(*b) } else { self.wrong("true or false") }
    }

    /// A number in a range; `unit` names it in messages: `rpe is 0 to 10`.
    #[must_use]
    pub fn number(self, range: RangeInclusive<f64>) -> Option<f64> {
        let expected = || format!("{} to {}", range.start(), range.end());
        let number = match self.node {
            #[expect(clippy::cast_precision_loss, reason = "far larger than any range asked for")]
            Node::Int(i) => *i as f64,
            Node::Float(f) => *f,
            _ => return self.wrong(&format!("a number from {}", expected())),
        };
        if range.contains(&number) {
            return Some(number);
        }
        self.error("out-of-range", format!("{} is {}, found {number}", self.name, expected()), "")
    }

    /// A whole number in a range.
    #[must_use]
    pub fn whole(self, range: RangeInclusive<i64>) -> Option<i64> {
        match self.node {
            Node::Int(i) if range.contains(i) => Some(*i),
            Node::Int(i) => self.error(
                "out-of-range",
                format!("{} is {} to {}, found {i}", self.name, range.start(), range.end()),
                "",
            ),
            _ => self.wrong(&format!("a whole number from {} to {}", range.start(), range.end())),
        }
    }

    /// A score: 0 to 10, halves allowed.
    #[must_use]
    pub fn score(self) -> Option<Score> {
        let number = match self.node {
            #[expect(clippy::cast_precision_loss, reason = "far larger than any score")]
            Node::Int(i) => *i as f64,
            Node::Float(f) => *f,
            Node::Text(t) if t.contains('/') => {
                let hint = "write the number alone: `5`, not `5/10`";
                return self.error(
                    "wrong-kind",
                    format!("{} is a number from 0 to 10, found `{}`", self.name, t.trim()),
                    hint,
                );
            }
            _ => return self.wrong("a number from 0 to 10"),
        };
        if !(0.0..=10.0).contains(&number) {
            return self.error("out-of-range", format!("{} is 0 to 10, found {number}", self.name), "");
        }
        match Score::new(number) {
            Some(score) => Some(score),
            None => self.error("out-of-range", format!("{} takes wholes and halves, found {number}", self.name), ""),
        }
    }

    /// A calendar date; the time of a date-time is left out.
    #[must_use]
    pub fn date(self) -> Option<Date> {
        let hint = "dates are year-month-day: 2020-08-14";
        let text = match self.node {
            Node::Text(t) => t.trim(),
            Node::Int(i) => {
                let Some(date) = compact_date(*i) else {
                    return self.error("bad-date", format!("{} is a date, found the number {i}", self.name), hint);
                };
                let date = self.in_our_times(date)?;
                self.warn("bad-date", format!("{} is read as {date}", self.name), hint);
                return Some(date);
            }
            _ => return self.wrong("a date such as 2020-08-14"),
        };
        let Ok(date) = parse_date(text) else {
            return self.error("bad-date", format!("{} `{text}` is no date", self.name), hint);
        };
        self.in_our_times(date)
    }

    /// A date that somebody may have lived through: one slip in a year would stretch every chart over centuries.
    fn in_our_times(self, date: Date) -> Option<Date> {
        if is_in_our_times(date) {
            return Some(date);
        }
        let (first, last) = (YEARS.start(), YEARS.end());
        let message = format!("{} is a date from {first} to {last}, found {date}", self.name);
        self.error("out-of-range", message, "is the year right?")
    }

    /// The items of a list; a single value counts as a list of one.
    pub fn items(self) -> Vec<Value<'a>> {
        let (name, document) = (self.name, self.document);
        match self.node {
            Node::List(items) => items.iter().map(|node| Value::new(document, name, node)).collect(),
            Node::Null => Vec::new(),
            _ => vec![self],
        }
    }

    /// A list of texts; a single text counts as a list of one.
    #[must_use]
    pub fn texts(self) -> Vec<String> {
        self.items().into_iter().filter_map(Value::text).collect()
    }

    /// The mapping's fields.
    #[must_use]
    pub fn mapping(self) -> Option<Fields<'a>> {
        if let Node::Map(pairs) = self.node {
            return Some(Fields::new(self.document, self.name, pairs, self.node));
        }
        self.wrong("a mapping")
    }

    /// One of some words, each with what it stands for.
    #[must_use]
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

fn list_of<T>(words: &[(&str, T)]) -> String {
    let names: Vec<_> = words.iter().map(|(word, _)| *word).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => names.join(""),
    }
}

/// A date, or the date of a date-time, in ISO form.
pub(crate) fn parse_date(text: &str) -> Result<Date, jiff::Error> {
    // jiff also reads `20200814` and week dates; only the form that people agree on is meant here.
    let day = text.get(..10).unwrap_or(text);
    let plain = day.len() == 10 && day.as_bytes()[4] == b'-' && day.as_bytes()[7] == b'-';
    let date: Date = if plain { day.parse()? } else { return Err(jiff::Error::from_args(format_args!("no date"))) };
    let rest = &text[10..];
    if !rest.is_empty() {
        // The rest must be a time: `2020-08-14 07:20`, `2020-08-14T07:20:00+02:00`.
        let normal = text.replacen(' ', "T", 1).replace(' ', "");
        if normal.parse::<jiff::civil::DateTime>().is_err() && normal.parse::<jiff::Timestamp>().is_err() {
            return Err(jiff::Error::from_args(format_args!("no time")));
        }
    }
    Ok(date)
}

/// The years that dates may have.
const YEARS: RangeInclusive<i16> = 1900..=2199;

/// Whether a date lies in the years that are read.
pub(crate) fn is_in_our_times(date: Date) -> bool {
    YEARS.contains(&date.year())
}

fn compact_date(number: i64) -> Option<Date> {
    if !(10_000_101..=99_991_231).contains(&number) {
        return None;
    }
    let year = i16::try_from(number / 10_000).ok()?;
    let month = i8::try_from(number / 100 % 100).ok()?;
    Date::new(year, month, i8::try_from(number % 100).ok()?).ok()
}
