//! Notes to oneself for a later day, which commands show to the writer and no output ever has.

use super::{Entry, forms};
use crate::fields::{Fields, Form, Key, Node, Value};
use jiff::civil::Date;
use std::ops::Range;

/// A note to the writer's future self.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// The day from which on it is shown, until it is removed.
    pub on: Date,
    /// What it says.
    pub text: String,
    /// Its bytes in the file.
    written: Range<usize>,
}

/// A note whose day has come.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct DueReminder {
    /// Its day.
    pub on: Date,
    /// The file it stands in, from the site's root.
    pub path: String,
    /// Its line there.
    pub line: usize,
    /// What it says, on one line.
    pub text: String,
}

const REMINDER: &[Key] = &[
    Key::needed("on", Form::Date, "The day from which on it is shown."),
    Key::needed("text", Form::Text, "What you want to be told then."),
];

/// One or several.
pub(super) const REMINDERS: Form = Form::List(&Form::Mapping(&[REMINDER]));

/// Reads them; what is wrong in one is told, and the others are kept.
pub(super) fn reminders(fields: &Fields<'_>) -> Vec<Reminder> {
    let items = fields.get("remind").map(Value::items).unwrap_or_default();
    items.into_iter().filter(|item| !matches!(item.node, Node::Null)).filter_map(reminder).collect()
}

fn reminder(value: Value<'_>) -> Option<Reminder> {
    const FORM: &str = "write `{on: 2024-11-01, text: Book the check-up}`";
    if !matches!(value.node, Node::Map(_)) {
        return value.error(
            "wrong-kind",
            format!("a reminder has a day and a text, found {}", value.node.what()),
            FORM,
        );
    }
    let f = value.mapping()?;
    let on = forms::required(&f, "on", "a reminder needs a day, `on`", FORM).and_then(Value::date);
    let text = forms::required(&f, "text", "a reminder needs a `text`", FORM).and_then(Value::text);
    f.finish(&[], |key| match key {
        "date" | "day" | "from" | "when" => Some("did you mean `on`?"),
        "note" | "what" | "title" => Some("did you mean `text`?"),
        _ => None,
    });
    Some(Reminder { on: on?, text: text?, written: value.range() })
}

impl Entry {
    /// The bytes of its text that hold notes to the writer herself, which nobody else may see.
    #[must_use]
    pub fn reminders_written(&self) -> Vec<Range<usize>> {
        self.remind.iter().map(|reminder| reminder.written.clone()).collect()
    }
}

impl DueReminder {
    /// Those of some entries whose day has come, the oldest first.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>, today: Date) -> Vec<Self> {
        let due = |entry: &'a Entry| {
            let own = entry.remind.iter().filter(move |reminder| reminder.on <= today);
            own.map(|reminder| Self {
                on: reminder.on,
                path: entry.path.to_string(),
                line: entry.place(reminder.written.clone()).line,
                text: reminder.text.split_whitespace().collect::<Vec<_>>().join(" "),
            })
        };
        let mut all: Vec<Self> = entries.into_iter().flat_map(due).collect();
        all.sort();
        all
    }

    /// The line in which commands show it.
    #[must_use]
    pub fn said(&self) -> String {
        let Self { on, path, line, text } = self;
        format!("reminder of {on}: {text} ({path}:{line}, until you remove it there)")
    }
}
