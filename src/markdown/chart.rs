//! Chart fences: YAML that says which chart stands there.

use super::html::Writer;
use super::{Bound, ChartFence, ChartKind, Hole, Item, Source};
use crate::diag::{Diagnostic, Place, Severity};
use crate::fields::{Document, Fields, Form, Key, Node, Shape, Value, words};
use pulldown_cmark::Event;
use std::ops::Range;

/// The word after the fence's backticks.
pub(super) const LANGUAGE: &str = "chart";

/// The keys of a fence.
const KEYS: &[&[Key]] = &[&[
    Key::needed("kind", Form::Words(&words(&ChartKind::NAMES)), "Which chart."),
    Key::new("from", BOUND, "The first day."),
    Key::new("to", BOUND, "The last day."),
    Key::new("injury", Form::Text, "The slug of one of the injuries."),
    Key::new("caption", Form::Text, "A sentence of yours below the chart."),
]];

/// One end of a chart's time.
const BOUND: Form = Form::OneOf(&[
    Form::Date,
    Form::Shaped(&Shape { expected: EXPECTED, pattern: r"^\s*(-\d+d|[^-\s].*)$", number: None }),
]);

/// What messages say of an end of a chart's time.
const EXPECTED: &str = "a date, days back such as `-42d`, or a phase's name";

/// More days back than any journal has.
const FARTHEST: i64 = 40_000;

impl Writer<'_> {
    /// Leaves a hole for a chart, or says why it can't be drawn.
    pub(super) fn chart(&mut self, range: &Range<usize>, lines: &[Item<'_>]) {
        let (fence, problems) = read_fence(self.source, range, lines);
        self.problems.extend(problems);
        if let Some(fence) = fence {
            self.piece.hole(Hole::Chart { fence, range: range.clone() });
            self.piece.push("\n");
        }
    }
}

/// Reads what stands between a fence's lines.
fn read_fence(source: Source<'_>, fence: &Range<usize>, lines: &[Item<'_>]) -> (Option<ChartFence>, Vec<Diagnostic>) {
    let yaml: String = lines.iter().filter_map(|(event, _)| text(event)).collect();
    let inside = match (lines.first(), lines.last()) {
        (Some((_, first)), Some((_, last))) => first.start..last.end,
        _ => fence.start..fence.start,
    };
    let head = Place::new(source.path, source.text, fence.clone());
    // pulldown takes carriage returns out; beside them, equal text means that the fence stands in no list or quote.
    let typed = source.text.get(inside.clone());
    if typed.is_some_and(|typed| typed.bytes().filter(|b| *b != b'\r').eq(yaml.bytes())) {
        return read_yaml(source, inside, &head);
    }
    // The places of an indented fence's text are not those of the file: its first line has to do.
    let alone = Source { text: &yaml, ..source };
    let (fence, mut problems) = read_yaml(alone, 0..yaml.len(), &head);
    for problem in &mut problems {
        problem.place = Some(head.clone());
        problem.related.clear();
    }
    (fence, problems)
}

fn text<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    if let Event::Text(text) = event { Some(text) } else { None }
}

fn read_yaml(source: Source<'_>, range: Range<usize>, head: &Place) -> (Option<ChartFence>, Vec<Diagnostic>) {
    let document = match Document::yaml(source.path, source.text, range) {
        Ok(document) => document,
        Err(problem) => return (None, vec![problem]),
    };
    let fence = document.fields(KEYS).and_then(|fields| {
        let fence = read_fields(&fields, &document, head);
        fields.finish(&[], |_| None);
        fence
    });
    let problems = document.into_problems();
    let drawable = problems.iter().all(|problem| problem.severity != Severity::Error);
    (fence.filter(|_| drawable), problems)
}

fn read_fields(fields: &Fields<'_>, document: &Document<'_>, head: &Place) -> Option<ChartFence> {
    let kind = match fields.get("kind") {
        Some(kind) => kind.one_of(&ChartKind::NAMES),
        None => {
            let names = ChartKind::NAMES.map(|(name, _)| format!("`kind: {name}`"));
            let problem = Diagnostic::error("missing-key", "a chart needs a kind").at(head.clone());
            document.report(problem.hint(format!("write one of {}", names.join(", "))));
            None
        }
    };
    let from = fields.read("from", bound);
    let to = fields.read("to", bound);
    if let (Some(Bound::Day(first)), Some(Bound::Day(last)), Some(value)) = (&from, &to, fields.get("to"))
        && first > last
    {
        value.error::<()>("empty-range", format!("to is before from: {last} is before {first}"), "swap the two");
    }
    let injury = fields.read("injury", Value::text);
    let caption = fields.read("caption", Value::text);
    Some(ChartFence { kind: kind?, from, to, injury, caption })
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
