//! The options of charts: a table of keys for each group that kinds share, and how their values are read.

use super::{Rule, Work};
use crate::fields::{Fields, Form, Key, Node, Shape, Value, words};
use jiff::civil::Date;

/// The key that tells which kind is asked for.
pub(super) const KIND: &[Key] = &[Key::needed("kind", Form::Words(&words(&super::kind::NAMES)), "Which chart.")];

/// Which of the days are shown.
pub(super) const SPAN: &[Key] = &[
    Key::new("from", BOUND, "The first day."),
    Key::new("to", BOUND, "The last day."),
    Key::new("injury", Form::Text, "The slug or the name of one of the injuries in `site.toml`."),
];

/// What every kind takes beside its name.
pub(super) const CAPTION: &[Key] = &[Key::new(
    "caption",
    Form::Text,
    "Your heading for the chart, in place of the one that is made of its numbers, which then stands below.",
)];

/// How many days a rolling median looks back.
pub(super) const WINDOW: &[Key] = &[Key::new(
    "window",
    Form::Whole(3, 56),
    "Days of the rolling median; four in seven of them have to have a score. Without it 7.",
)];

/// Lines of the writer's own across the plot.
pub(super) const LINES: &[Key] = &[Key::new(
    "lines",
    Form::List(&Form::Mapping(&[LINE])),
    "Lines across the plot, each with a label that says whose rule it is.",
)];

/// One of these lines.
const LINE: &[Key] = &[
    Key::needed("value", Form::Number(0.0, 100_000.0), "Where the line lies, in the unit of the plot."),
    Key::needed("label", Form::Text, "Whose rule it is: `the ceiling my physio set`."),
    Key::new("from", Form::Date, "The day it began to hold."),
];

/// How high the plot is.
pub(super) const HEIGHT: &[Key] =
    &[Key::new("height", Form::Whole(80, 600), "The height of the plot, where the whole drawing is 960 wide.")];

/// What was done on a day.
pub(super) const WORK: &[Key] = &[Key::new(
    "series",
    Form::Words(&words(&WORKS)),
    "What was done: the distance run, walked or of everything, or the load, which is effort (0 to 10) times minutes. \
     Without it the load where any day has one, else the distance run.",
)];

/// The words for what was done.
const WORKS: [(&str, Work); 4] =
    [("load", Work::Load), ("run", Work::Run), ("walk", Work::Walk), ("distance", Work::Distance)];

/// One end of a chart's time.
const BOUND: Form = Form::Shaped(&Shape {
    expected: EXPECTED,
    pattern: r"^\s*(-\d+d|[^-\s].*)$",
    number: Some((19_000_101.0, 21_991_231.0)),
});

/// What messages say of an end of a chart's time.
const EXPECTED: &str = "a date, days back such as `-42d`, or a phase's name";

/// More days back than any journal has.
const FARTHEST: i64 = 40_000;

/// Whose days a chart shows, and which of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Span {
    /// The first day, if it is limited.
    pub from: Option<Bound>,
    /// The last day, if it is limited.
    pub to: Option<Bound>,
    /// The name of the injury whose days count.
    pub injury: Option<String>,
}

/// One end of a chart's time.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Bound {
    /// A date.
    Day(Date),
    /// Days before the entry's date, or before the last day on a page: `-42d`.
    Back(i64),
    /// The first or last day of a phase, by its name.
    Phase(String),
}

/// Reads whose days are shown, and which of them.
pub(super) fn span(fields: &Fields<'_>) -> Span {
    if !fields.knows("from") {
        return Span::default();
    }
    let end = fields.get("to");
    let (from, to) = (fields.read("from", bound), end.and_then(bound));
    if let (Some(Bound::Day(first)), Some(Bound::Day(last)), Some(value)) = (&from, &to, end)
        && first > last
    {
        value.error::<()>("empty-range", format!("to is before from: {last} is before {first}"), "swap the two");
    }
    Span { from, to, injury: fields.read("injury", Value::text) }
}

/// Reads over how many days medians are taken.
pub(super) fn window(fields: &Fields<'_>) -> Option<usize> {
    fields.read("window", Value::whole).and_then(|days| usize::try_from(days).ok())
}

/// Reads the height of the plot.
pub(super) fn height(fields: &Fields<'_>) -> Option<i32> {
    fields.read("height", Value::whole).and_then(|height| i32::try_from(height).ok())
}

/// Reads what was done that is shown; none where the chart may choose.
pub(super) fn work(fields: &Fields<'_>) -> Option<Work> {
    fields.read("series", |value| value.one_of(&WORKS))
}

/// Reads the writer's lines across the plot.
pub(super) fn lines(fields: &Fields<'_>) -> Vec<Rule> {
    fields.get("lines").map(Value::items).unwrap_or_default().into_iter().filter_map(line).collect()
}

fn line(value: Value<'_>) -> Option<Rule> {
    let fields = value.mapping()?;
    let at = fields.read("value", Value::number);
    let label = fields.read("label", Value::text);
    let from = fields.read("from", Value::date);
    for (key, missing) in [("value", !fields.has("value")), ("label", !fields.has("label"))] {
        if missing {
            let hint = "write `{value: 5, label: the ceiling my physio set}`";
            fields.itself().error::<()>("missing-key", format!("a line needs a {key}"), hint);
        }
    }
    fields.finish(&[], |_| None);
    Some(Rule { value: at?, label: label?, from })
}

fn bound(value: Value<'_>) -> Option<Bound> {
    let text = match value.node {
        Node::Text(text) => text.trim(),
        // `20200814` is read with a warning, as everywhere.
        Node::Int(i) if *i > 0 => return value.date().map(Bound::Day),
        _ => return value.wrong(EXPECTED),
    };
    if let Some(days) = text.strip_prefix('-') {
        return match days.strip_suffix('d').map(str::parse) {
            Some(Ok(days)) if (0..=FARTHEST).contains(&days) => Some(Bound::Back(days)),
            _ => value.wrong(EXPECTED),
        };
    }
    let year = text.bytes().take_while(u8::is_ascii_digit).count() == 4;
    if year && text.as_bytes().get(4) == Some(&b'-') {
        return value.date().map(Bound::Day);
    }
    if text.is_empty() { None } else { Some(Bound::Phase(text.to_owned())) }
}
