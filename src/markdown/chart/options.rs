//! The options of charts: a table of keys for each group that kinds share, and how their values are read.

use super::{Bound, ChartFence, ChartKind, Line, Name};
use crate::fields::{Fields, Form, Key, Node, Shape, Value};

/// What every kind takes beside its name.
pub(super) const SPAN: &[Key] = &[
    Key::new("from", BOUND, "The first day."),
    Key::new("to", BOUND, "The last day."),
    Key::new("injury", Form::Text, "The slug or the name of one of the injuries in `site.toml`."),
    Key::new("caption", Form::Text, "A sentence of yours below the chart."),
];

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

/// One end of a chart's time.
const BOUND: Form = Form::OneOf(&[
    Form::Date,
    Form::Shaped(&Shape { expected: EXPECTED, pattern: r"^\s*(-\d+d|[^-\s].*)$", number: None }),
]);

/// What messages say of an end of a chart's time.
const EXPECTED: &str = "a date, days back such as `-42d`, or a phase's name";

/// More days back than any journal has.
const FARTHEST: i64 = 40_000;

/// Reads the options of a kind; every key of its tables is asked for here.
pub(super) fn read(kind: ChartKind, fields: &Fields<'_>) -> ChartFence {
    let given = |key: &'static str| if fields.knows(key) { fields.get(key) } else { None };
    let from = given("from").and_then(bound);
    let to = given("to").and_then(bound);
    if let (Some(Bound::Day(first)), Some(Bound::Day(last)), Some(value)) = (&from, &to, given("to"))
        && first > last
    {
        value.error::<()>("empty-range", format!("to is before from: {last} is before {first}"), "swap the two");
    }
    let lines = given("lines").map(Value::items).unwrap_or_default();
    ChartFence {
        kind,
        from,
        to,
        injury: given("injury").and_then(name),
        caption: given("caption").and_then(Value::text),
        window: given("window").and_then(Value::whole).and_then(|days| usize::try_from(days).ok()),
        lines: lines.into_iter().filter_map(line).collect(),
        height: given("height").and_then(Value::whole).and_then(|height| i32::try_from(height).ok()),
    }
}

fn name(value: Value<'_>) -> Option<Name> {
    value.text().map(|text| Name { text, range: value.range() })
}

fn line(value: Value<'_>) -> Option<Line> {
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
    Some(Line { value: at?, label: label?, from })
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
    if text.is_empty() { None } else { Some(Bound::Phase(Name { text: text.to_owned(), range: value.range() })) }
}
