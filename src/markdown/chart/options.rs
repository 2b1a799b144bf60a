//! The options of charts: a table of keys for each group that kinds share, and how their values are read.

use super::{Bound, ChartFence, ChartKind, Line, Name, Work};
use crate::fields::{Fields, Form, Key, Node, Shape, Value, words};

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

/// Which exercise.
pub(super) const EXERCISE: &[Key] =
    &[Key::new("exercise", Form::Text, "The name of an exercise; without it the six most often done.")];

/// What a ladder is made of.
pub(super) const LADDER: &[Key] = &[
    Key::needed(
        "levels",
        Form::List(&Form::Text),
        "The names of the levels, from the lowest: `[walk, 2 walk / 3 run]`.",
    ),
    Key::new("times", Form::Whole(1, 20), "Green days in a row that lead one level up. Without it 2."),
];

/// The most levels that a ladder may have.
const LEVELS: usize = 40;

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

/// What the squares of a calendar show.
pub(super) const SQUARES: &[Key] = &[Key::new(
    "series",
    Form::Words(&words(&SQUARE_SERIES)),
    "What the squares show: pain, or what was done. Without it pain.",
)];

/// The words for what a calendar shows; pain is no work.
const SQUARE_SERIES: [(&str, Option<Work>); 5] = [
    ("pain", None),
    ("load", Some(Work::Load)),
    ("run", Some(Work::Run)),
    ("walk", Some(Work::Walk)),
    ("distance", Some(Work::Distance)),
];

/// Whether pain stands a day earlier than it was felt.
pub(super) const SHIFT: &[Key] = &[Key::new(
    "shift",
    Form::Bool,
    "Whether the pain above each day is that of the next day, so that it stands over what came before it.",
)];

/// Below what no ratio is shown.
pub(super) const FLOOR: &[Key] = &[Key::new(
    "floor",
    Form::Number(0.0, 100_000.0),
    "No ratio is shown where the mean of the last 28 days is not above this: after a break it would explode. \
     Without it 0.",
)];

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
    let squares = kind == ChartKind::Calendar;
    let work = given("series").and_then(|value| match squares {
        true => value.one_of(&SQUARE_SERIES).flatten(),
        false => value.one_of(&WORKS),
    });
    if kind == ChartKind::Ladder && !fields.has("levels") {
        let hint = "write them from the lowest up, such as `levels: [4 walk / 1 run, 3 walk / 2 run, 20 min run]`";
        fields.itself().error::<()>("missing-key", "a ladder needs its levels".to_owned(), hint);
    }
    let lines = given("lines").map(Value::items).unwrap_or_default();
    ChartFence {
        kind,
        from,
        to,
        injury: given("injury").and_then(name),
        caption: given("caption").and_then(Value::text),
        work,
        window: given("window").and_then(Value::whole).and_then(|days| usize::try_from(days).ok()),
        lines: lines.into_iter().filter_map(line).collect(),
        exercise: given("exercise").and_then(name),
        levels: given("levels").map(levels).unwrap_or_default(),
        times: given("times").and_then(Value::whole).and_then(|times| usize::try_from(times).ok()),
        height: given("height").and_then(Value::whole).and_then(|height| i32::try_from(height).ok()),
        shift: given("shift").and_then(Value::bool).unwrap_or(false),
        floor: given("floor").and_then(Value::number),
    }
}

fn name(value: Value<'_>) -> Option<Name> {
    value.text().map(|text| Name { text, range: value.range() })
}

fn levels(value: Value<'_>) -> Vec<String> {
    let levels: Vec<String> = value.items().into_iter().filter_map(Value::text).collect();
    if levels.is_empty() || levels.len() > LEVELS {
        let message = format!("levels is a list of 1 to {LEVELS} names, found {}", levels.len());
        value.error::<()>("out-of-range", message, "");
    }
    levels
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
