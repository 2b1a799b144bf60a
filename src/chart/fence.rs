//! What fences and command lines ask for, read by the table of kinds.

use super::Figure;
use super::kind::{Chart, Source, names};
use super::kind::{KINDS, NAMES, Row};
use super::options::{self, KIND, Span};
use crate::diag::{Checked, Diagnostic, Place};
use crate::fields::{Document, Fields, Form, Given, Node, Value};
use crate::markdown::{Body, Fence, Hole};
use crate::text::near::nearest;
use jiff::civil::Date;
use std::fmt::Write as _;

/// A chart that was asked for.
#[derive(Debug)]
pub struct Asked {
    /// Its kind.
    pub row: &'static Row,
    /// A sentence of the writer's below the chart.
    pub caption: Option<String>,
    /// Whose days are shown, and which of them.
    pub(super) span: Span,
    /// What its kind takes.
    pub(super) chart: Box<dyn Chart>,
}

/// A kind that is no longer drawn, since most journals showed a correlation in it by chance, and what is drawn in its place.
const FORMER: &str = "lag";
const INSTEAD: &str = "next-morning";

impl Asked {
    /// Reads the options of the kind that is named; without one there is nothing to hold them against.
    fn read(document: &Document<'_>, place: impl FnOnce() -> Place) -> Option<Self> {
        let Some(mut fields) = document.fields(&[KIND]) else {
            if let Node::Text(text) = document.root()
                && let Some(row) = near(text.trim())
            {
                document.hint(format!("write `kind: {}`", row.name));
            }
            return None;
        };
        let kind = fields.get("kind");
        let kind =
            if kind.is_none() { fields.misnamed("kind", &["type", "chart", "graph", "plot", "name"]) } else { kind };
        let (row, is_one) = match kind {
            // What is wrong in the options of a mistyped kind is told at once, by those of the kind that was probably meant.
            Some(value) if value.as_text() == Some(FORMER) => {
                let message = format!("charts of kind `{FORMER}` are no longer drawn; this is a `{INSTEAD}`");
                value.warn("former-kind", message, "write `kind: next-morning`, which counts and correlates nothing");
                (near(INSTEAD)?, true)
            }
            Some(value) => match value.read(|value| value.one_of(&NAMES)) {
                Some(at) => (&KINDS[at], true),
                None => (near(value.as_text()?)?, false),
            },
            None => {
                let names = NAMES.map(|(name, _)| format!("`kind: {name}`"));
                let problem = Diagnostic::error("missing-key", "a chart needs a kind").at(place());
                document.report(problem.hint(format!("write one of {}", names.join(", "))));
                return None;
            }
        };
        fields.add(row.options);
        let asked = Self::of(row, &fields);
        fields.finish_with_list(row.name);
        is_one.then_some(asked)
    }

    fn of(row: &'static Row, fields: &Fields<'_>) -> Self {
        let (span, caption) = (options::span(fields), fields.read("caption", Value::text));
        Self { row, caption, span, chart: (row.read)(fields) }
    }

    /// What a fence asks for, and what is wrong with it: nothing is drawn where any of that is an error.
    #[must_use]
    pub fn of_fence(fence: &Fence, path: &str, text: &str) -> Checked<Option<Self>> {
        checked(fence.document(path, text), || fence.place(path, text))
    }

    /// Draws it; days back are counted from a date, or from the journal's last day.
    #[must_use]
    pub fn figure(&self, source: Source<'_>, date: Option<Date>, id: &str) -> Figure {
        source.asked(&self.span, date).map_or_else(|| source.nothing(), |scope| self.chart.draw(&scope, id))
    }

    /// What it is about, where that is less than the journal or an injury.
    #[must_use]
    pub fn about(&self, source: Source<'_>) -> Option<String> {
        self.chart.about(source)
    }
}

/// The kind whose name a mistyped one probably meant.
fn near(typed: &str) -> Option<&'static Row> {
    let names = || NAMES.iter().map(|(name, _)| *name);
    let part = || names().find(|name| name.split('-').any(|part| part.eq_ignore_ascii_case(typed)));
    let near = nearest(typed, names()).or_else(part)?;
    KINDS.iter().find(|row| row.name == near)
}

fn checked(document: Document<'_>, place: impl FnOnce() -> Place) -> Checked<Option<Asked>> {
    let asked = Asked::read(&document, place);
    let mut checked = Checked::new(asked, document.into_problems());
    if checked.has_errors() {
        checked.value = None;
    }
    checked
}

/// What is wrong in the charts that a text asks for.
#[must_use]
pub fn problems(body: &Body, path: &str, text: &str) -> Vec<Diagnostic> {
    fences(body).flat_map(|fence| Asked::of_fence(fence, path, text).diagnostics).collect()
}

/// The names in a text's fences that the site does not know.
#[must_use]
pub fn unknown_names(body: &Body, path: &str, text: &str, known: &names::KnownNames<'_>) -> Vec<Diagnostic> {
    let unknown = |fence: &Fence| {
        let asked = Asked::of_fence(fence, path, text).value?;
        Some(known.without(&asked, &fence.document(path, text)))
    };
    fences(body).filter_map(unknown).flatten().collect()
}

fn fences(body: &Body) -> impl Iterator<Item = &Fence> {
    body.holes.iter().filter_map(|(_, hole)| if let Hole::Chart { fence } = hole { Some(&**fence) } else { None })
}

impl Row {
    /// What a chart of the kind is on `/progress/`.
    #[must_use]
    pub fn on_progress(&'static self) -> Box<dyn Chart> {
        self.beside.map_or_else(|| self.plain(), |chart| chart())
    }

    /// What a chart of the kind is without options.
    #[must_use]
    pub fn plain(&'static self) -> Box<dyn Chart> {
        let document = Document::of_values("", "", 0..0, Node::Map(Vec::new()), true);
        let mut fields = document.fields(&[KIND]).expect("a mapping has fields");
        fields.add(self.options);
        (self.read)(&fields)
    }
}

/// What messages call the command line in place of a file.
pub const COMMAND_LINE: &str = "command line";

/// A chart asked for on a command line, read by the same tables as fences; places are those of the line.
#[derive(Debug)]
pub struct Typed {
    /// The command line as messages show it.
    pub line: String,
    given: Vec<Given>,
}

impl Typed {
    /// Takes a kind and its options, each a name and a value.
    #[must_use]
    pub fn new(kind: &str, options: &[(String, String)]) -> Self {
        let mut line = String::from("comeback chart ");
        let at = push(&mut line, kind);
        let (name_at, value) = (at.clone(), kind.to_owned());
        let mut given = vec![Given { name: "kind".to_owned(), name_at, value, at, text: true }];
        for (name, value) in options {
            line.push(' ');
            let start = line.len();
            let _ = write!(line, "--{name}");
            let name_at = start..line.len();
            line.push(' ');
            let at = push(&mut line, value);
            given.push(Given { name: name.clone(), name_at, value: value.clone(), at, text: is_text(name) });
        }
        Self { line, given }
    }

    /// What it asks for, unless something in it can't be read, and what is wrong with it.
    #[must_use]
    pub fn read(&self) -> Checked<Option<Asked>> {
        checked(self.document(), || Place::new(COMMAND_LINE, &self.line, 0..self.line.len()))
    }

    /// Its values.
    pub(super) fn document(&self) -> Document<'_> {
        Document::given(COMMAND_LINE, &self.line, self.given.clone())
    }

    /// The names in what it asks for that the site does not know.
    #[must_use]
    pub fn unknown_names(&self, asked: &Asked, known: &names::KnownNames<'_>) -> Vec<Diagnostic> {
        known.without(asked, &self.document())
    }
}

/// Appends a word as it may be typed, and returns the bytes that it takes up without quotes.
fn push(line: &mut String, word: &str) -> std::ops::Range<usize> {
    let from = line.len();
    let plain = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_.,:/+@%".contains(c));
    if plain {
        line.push_str(word);
        return from..line.len();
    }
    let _ = write!(line, "'{word}'");
    from + 1..line.len() - 1
}

/// Whether an option takes text, which is then no YAML: `--caption "Week 12: first run"`.
fn is_text(name: &str) -> bool {
    super::kind::keys().filter(|key| key.name == name).any(|key| matches!(key.form, Form::Text))
}
