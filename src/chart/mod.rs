//! Charts: the journal's numbers in, SVG and words out.
//!
//! A chart is a [`Figure`]: a heading, a sentence with the finding, how to read it, two drawings (wide and narrow; CSS shows one),
//! notes and a table. `kind/mod.rs` is the table of all kinds, `fence.rs` reads by it what fences and command lines ask for, and
//! [`kind`] has a file for each, which makes its numbers of the journal and says as a value what is drawn: a `plot::Plot` of
//! panels of layers. `plot.rs` draws such values in both frames and gathers the words; `panel.rs`, `layer.rs`, `axis.rs`,
//! `bands.rs` and `marks.rs` draw the parts, `svg.rs` writes them. Pain is always 0–10 and unknown never looks like zero.
//!
//! Invariant: beside `kind/` nothing here knows the journal; no clock and no I/O; same numbers, same bytes.

pub mod halves;
pub mod kind;
pub mod strip;

mod axis;
mod bands;
mod days;
mod fence;
mod frame;
mod heading;
mod key;
mod label;
mod layer;
mod marks;
mod options;
mod panel;
mod picture;
mod plot;
mod rows;
mod scale;
mod series;
mod standalone;
mod svg;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use label::width as label_width;

pub use fence::{Asked, COMMAND_LINE, Typed, problems, unknown_names};
pub use kind::names::{KnownNames, unknown_headings};
pub use kind::{Addresses, Chart, Scope, Source};
pub use kind::{KINDS, Part, Row, keys, reference};
pub use picture::{PictureWords, Typefaces, picture};
pub use standalone::{alone, sides, standalone};

use crate::language::Language;
use jiff::civil::Date;

/// A chart with its words, ready for a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// What stands above it where the writer gives no caption: the finding in a few words, plain text.
    pub heading: String,
    /// One sentence with the finding and what it rests on, plain text.
    pub say: String,
    /// How to read the chart, its scale and coverage, plain text.
    pub how: String,
    /// The drawing for wide pages, an `svg` element.
    pub wide: String,
    /// The drawing for phones, an `svg` element.
    pub narrow: String,
    /// The numbered milestones, to be listed under the chart.
    pub notes: Vec<Note>,
    /// The numbers of those that the wide drawing shows, and the narrow one.
    pub numbered: [Vec<usize>; 2],
    /// The numbers behind the chart.
    pub table: Table,
    /// Whether they stand open above the drawing, which says less than they do.
    pub table_first: bool,
}

/// A numbered milestone of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its number, which is that of the whole journal.
    pub number: usize,
    /// The day it happened.
    pub date: Date,
    /// What happened, in full.
    pub label: String,
    /// What a setback came of, in the few words that stand beside its diamond where there is room; `None` for a milestone.
    pub setback: Option<String>,
    /// Where to read more.
    pub href: Option<String>,
}

/// What a chart counts as done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// The distance run.
    Run,
    /// The distance walked.
    Walk,
    /// The distance of all kinds.
    Distance,
    /// The load: effort times minutes.
    Load,
}

impl Work {
    /// Returns the word by which messages choose.
    fn key(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Walk => "walk",
            Self::Distance => "distance",
            Self::Load => "load",
        }
    }

    /// Returns what it is called within a sentence: "distance run".
    pub(crate) fn name(self, language: &Language) -> String {
        language.words.say("chart-work", &[("work", self.key().into())])
    }
}

/// A table of numbers; the first cell of each row is its header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table holds.
    pub caption: String,
    /// The column headers.
    pub head: Vec<String>,
    /// The rows, each as long as the head.
    pub rows: Vec<Vec<String>>,
}

/// A named span of days drawn as a band behind the plot, such as a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its first day.
    pub from: Date,
    /// Its last day, inclusive.
    pub to: Date,
    /// Its name.
    pub label: String,
}

/// A horizontal line the writer set, such as a ceiling.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Where it lies on the scale.
    pub value: f64,
    /// Whose rule it is, in words; the value is put before it unless it starts with it.
    pub label: String,
    /// The day it began to hold; from the start if none.
    pub from: Option<Date>,
}
