//! Chart fences: YAML that says which chart stands there, kept as the values that were typed.

use super::html::Writer;
use super::{Hole, Item, TextSource};
use crate::diag::{Diagnostic, Place};
use crate::fields::{Document, Node};
use pulldown_cmark::Event;
use std::ops::Range;

/// The word after the fence's backticks.
pub(super) const LANGUAGE: &str = "chart";

/// A chart's fence as it was typed; what its options mean is for the charts to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Fence {
    values: Node,
    /// The bytes of the file that the values take up; the whole fence where it is not `exact`.
    inside: Range<usize>,
    /// Whether the values stand in the file as they were read; in a list or a quote they do not.
    exact: bool,
    /// The bytes of the file that the fence takes up.
    range: Range<usize>,
}

impl Fence {
    /// The fence's values, to be read; `path` and `text` are those of its file.
    pub fn document<'a>(&self, path: &'a str, text: &'a str) -> Document<'a> {
        Document::of_values(path, text, self.inside.clone(), self.values.clone(), self.exact)
    }

    /// Where it stands.
    pub fn place(&self, path: &str, text: &str) -> Place {
        Place::new(path, text, self.range.clone())
    }
}

impl Writer<'_> {
    /// Leaves a hole for a chart, or says why it can't be read.
    pub(super) fn chart(&mut self, range: &Range<usize>, lines: &[Item<'_>]) {
        match read(self.source, range, lines) {
            Ok(fence) => {
                self.piece.hole(Hole::Chart { fence: Box::new(fence) });
                self.piece.push("\n");
            }
            Err(problem) => self.problems.push(problem),
        }
    }
}

/// Reads what stands between a fence's lines.
fn read(source: TextSource<'_>, fence: &Range<usize>, lines: &[Item<'_>]) -> Result<Fence, Diagnostic> {
    let yaml: String = lines.iter().filter_map(|(event, _)| text(event)).collect();
    let inside = match (lines.first(), lines.last()) {
        (Some((_, first)), Some((_, last))) => first.start..last.end,
        _ => fence.start..fence.start,
    };
    // pulldown takes carriage returns out; beside them, equal text means that the fence stands in no list or quote.
    let typed = source.text.get(inside.clone());
    let exact = typed.is_some_and(|typed| typed.bytes().filter(|b| *b != b'\r').eq(yaml.bytes()));
    let fence = |values: Node| Fence {
        values,
        inside: if exact { inside.clone() } else { fence.clone() },
        exact,
        range: fence.clone(),
    };
    if exact {
        return Ok(fence(Document::yaml(source.path, source.text, inside.clone())?.into_values()));
    }
    // The places of an indented fence's text are not those of the file: its first line has to do.
    let problem = |mut problem: Diagnostic| {
        problem.related.clear();
        problem.without_suggestions().at(Place::new(source.path, source.text, fence(Node::Null).range))
    };
    let document = Document::yaml(source.path, &yaml, 0..yaml.len()).map_err(problem)?;
    Ok(fence(document.into_values()))
}

fn text<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    if let Event::Text(text) = event { Some(text) } else { None }
}
