//! Chart fences: YAML that says which chart stands there.
//!
//! Invariant: what a fence may say is in the tables of [`KINDS`] alone; the command line is read by the same tables.

mod kinds;
mod options;
mod reference;
mod typed;

pub use kinds::{ChartKind, KINDS, Kind};
pub use reference::reference;
pub use typed::{COMMAND_LINE, Typed, typed};

use super::html::Writer;
use super::{Hole, Item, Source};
use crate::diag::{Diagnostic, Place, Severity};
use crate::fields::Document;
use jiff::civil::Date;
use kinds::KIND;
use pulldown_cmark::Event;
use std::ops::Range;

/// The word after the fence's backticks.
pub(super) const LANGUAGE: &str = "chart";

/// A chart asked for by a fence; what its kind does not take is left as it is by default.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartFence {
    /// Which chart.
    pub kind: ChartKind,
    /// The first day, if the fence limits it.
    pub from: Option<Bound>,
    /// The last day, if the fence limits it.
    pub to: Option<Bound>,
    /// The injury whose days count.
    pub injury: Option<Name>,
    /// A sentence of the writer's below the chart.
    pub caption: Option<String>,
    /// What was done that is shown; `None` where the kind may choose, and for pain.
    pub work: Option<Work>,
    /// Days of the rolling median.
    pub window: Option<usize>,
    /// The writer's own lines across the plot.
    pub lines: Vec<Line>,
    /// The exercise that is shown alone.
    pub exercise: Option<Name>,
    /// The names of a ladder's levels, from the lowest.
    pub levels: Vec<String>,
    /// Green days in a row that lead one level up.
    pub times: Option<usize>,
    /// The height of the plot of a drawing that is 960 wide.
    pub height: Option<i32>,
    /// Whether pain stands a day earlier than it was felt.
    pub shift: bool,
    /// Below what no ratio is shown.
    pub floor: Option<f64>,
}

/// A name of something that only the site knows, and the bytes of the file that it takes up.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The name as typed.
    pub text: String,
    /// Its place.
    pub range: Range<usize>,
}

/// One end of a chart's time.
#[derive(Clone, Debug, PartialEq)]
pub enum Bound {
    /// A date.
    Day(Date),
    /// Days before the entry's date, or before the last day on a page: `-42d`.
    Back(i64),
    /// The first or last day of a phase, by its name.
    Phase(Name),
}

/// What was done on a day, as a chart counts it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Work {
    /// The distance run.
    Run,
    /// The distance walked.
    Walk,
    /// All distance.
    Distance,
    /// Effort times minutes.
    Load,
}

/// A line of the writer's own across a plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Where it lies.
    pub value: f64,
    /// Whose rule it is.
    pub label: String,
    /// The day it began to hold.
    pub from: Option<Date>,
}

impl ChartFence {
    /// A fence that says nothing but its kind.
    #[must_use]
    pub fn of(kind: ChartKind) -> Self {
        Self {
            kind,
            from: None,
            to: None,
            injury: None,
            caption: None,
            work: None,
            window: None,
            lines: Vec::new(),
            exercise: None,
            levels: Vec::new(),
            times: None,
            height: None,
            shift: false,
            floor: None,
        }
    }

    /// The names that only the site knows.
    fn names_mut(&mut self) -> impl Iterator<Item = &mut Name> {
        let bounds = [&mut self.from, &mut self.to].into_iter().flatten();
        let phases = bounds.filter_map(|bound| if let Bound::Phase(name) = bound { Some(name) } else { None });
        phases.chain(&mut self.injury).chain(&mut self.exercise)
    }
}

impl Writer<'_> {
    /// Leaves a hole for a chart, or says why it can't be drawn.
    pub(super) fn chart(&mut self, range: &Range<usize>, lines: &[Item<'_>]) {
        let (fence, problems) = read_fence(self.source, range, lines);
        self.problems.extend(problems);
        if let Some(fence) = fence {
            self.piece.hole(Hole::Chart { fence: Box::new(fence), range: range.clone() });
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
    let (mut asked, mut problems) = read_yaml(alone, 0..yaml.len(), &head);
    if let Some(asked) = &mut asked {
        asked.names_mut().for_each(|name| name.range = fence.clone());
    }
    for problem in &mut problems {
        problem.place = Some(head.clone());
        problem.related.clear();
    }
    (asked, problems)
}

fn text<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    if let Event::Text(text) = event { Some(text) } else { None }
}

fn read_yaml(source: Source<'_>, range: Range<usize>, head: &Place) -> (Option<ChartFence>, Vec<Diagnostic>) {
    let document = match Document::yaml(source.path, source.text, range) {
        Ok(document) => document,
        Err(problem) => return (None, vec![problem]),
    };
    let fence = read_document(&document, head);
    let problems = document.into_problems();
    let drawable = problems.iter().all(|problem| problem.severity != Severity::Error);
    (fence.filter(|_| drawable), problems)
}

/// Reads the options of the kind that is named; without one there is nothing to hold them against.
fn read_document(document: &Document<'_>, head: &Place) -> Option<ChartFence> {
    let mut fields = document.fields(&[KIND])?;
    let (kind, is_one) = match fields.get("kind") {
        // What is wrong in the options of a mistyped kind is told at once, by those of the kind that was probably meant.
        Some(value) => match value.one_of(&ChartKind::NAMES) {
            Some(kind) => (kind, true),
            None => (ChartKind::near(value.as_text()?)?, false),
        },
        None => {
            let names = ChartKind::NAMES.map(|(name, _)| format!("`kind: {name}`"));
            let problem = Diagnostic::error("missing-key", "a chart needs a kind").at(head.clone());
            document.report(problem.hint(format!("write one of {}", names.join(", "))));
            return None;
        }
    };
    fields.add(kind.options());
    let fence = options::read(kind, &fields);
    fields.finish_with_list(kind.name());
    is_one.then_some(fence)
}
