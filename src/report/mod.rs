//! One page for whoever treats the writer: what a physio reads of some days in a minute, as HTML that prints to one sheet.
//!
//! Each topic makes its tables of the journal; `fit` measures them and lays as many rows on the sheet as there is room for, and
//! what is left is counted where it would stand. Private fields are in it, so that its settings are made by the command, for
//! nothing else. It answers ten questions, which `tests/fast/report.rs` names with where each is answered.
//!
//! Invariant: no disk and no clock; nothing is left out that isn't counted; nothing that makes or serves a site uses this folder.

mod change;
mod coverage;
mod criteria;
mod events;
mod fit;
mod heading;
mod measures;
mod page;
mod period;
mod points;
mod practice;
mod questions;
mod table;
mod verdicts;

pub use fit::Paper;
pub use page::PhysioPage;
pub use period::{Period, Start};

use crate::chart::Addresses;
use crate::config::Config;
use crate::entry::Entry;
use crate::fields::enum_words;
use crate::journal::{Calendar, Day, Journal};
use crate::language::{Arg, Language};
use jiff::civil::Date;
use table::PageTable;

/// What a page may tell of, in the order of the page.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Topic {
    /// How much of the days is known.
    Coverage,
    /// What was felt and done, against the days before.
    Change,
    /// Pain before, during, after and on the next day, and what the next morning said.
    Points,
    /// Pain and load as a chart.
    Chart,
    /// The days by the writer's rule.
    Verdicts,
    /// What was prescribed and noted, and treatments.
    Prescriptions,
    /// Setbacks and flares with what came before, triggers, milestones.
    Events,
    /// Medicines, measures, left and right.
    Measures,
    /// What is to be seen before the next phase.
    Criteria,
    /// What the writer asks.
    Questions,
}

enum_words!(Topic: Coverage = "coverage", Change = "change", Points = "points", Chart = "chart", Verdicts = "verdicts", Prescriptions = "prescriptions", Events = "events", Measures = "measures", Criteria = "criteria", Questions = "questions");

/// What a page is asked for.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The days that it tells of.
    pub period: Period,
    /// The days that these are compared with.
    pub before: Period,
    /// How the days were chosen.
    pub start: Start,
    /// The index of its injury; all of them together without one.
    pub injury: Option<usize>,
    /// What it tells of.
    pub topics: Vec<Topic>,
    /// The sheet that it is printed on.
    pub paper: Paper,
}

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The entries and their days.
    pub journal: &'a Journal,
    /// The settings, with all private fields shown.
    pub config: &'a Config,
    /// The language of words and figures.
    pub language: &'a Language,
    /// What is asked for.
    pub brief: &'a Brief,
}

/// No entry has an address here: a sheet of paper links to nothing.
#[derive(Debug)]
struct NoAddress;

impl Addresses for NoAddress {
    fn item(&self, _item: usize) -> Option<String> {
        None
    }
}

impl<'a> Material<'a> {
    /// The days of the injury, or of all entries.
    fn calendar(&self) -> Option<&'a Calendar> {
        self.journal.days(self.brief.injury)
    }

    /// The days of a period that the journal has.
    fn days(&self, period: Period) -> &'a [Day] {
        self.calendar().map(|calendar| calendar.between(period.from, period.to)).unwrap_or_default()
    }

    /// The entries and lines of the injury that lie in the days told of, in their order.
    fn entries(&self) -> Vec<(Date, &'a Entry)> {
        let Period { from, to } = self.brief.period;
        self.journal.counted_since(self.brief.injury, from).take_while(|(date, _)| *date <= to).collect()
    }

    /// A message without arguments.
    fn word(&self, id: &str) -> String {
        self.language.words.word(id)
    }

    /// A message with its arguments.
    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.language.words.say(id, args)
    }

    /// `3 Jun`, or with its year where the days told of lie in several.
    fn day(&self, date: Date) -> String {
        let Period { from, to } = self.brief.period;
        if from.year() == to.year() && date.year() == from.year() {
            self.language.dates.short_day_and_month(date)
        } else {
            self.language.dates.short(date)
        }
    }

    /// A figure with one decimal at most.
    fn figure(&self, value: f64) -> String {
        self.language.numbers.decimals(value, 1)
    }

    /// The tables of a topic.
    fn tables(&self, topic: Topic) -> Vec<PageTable> {
        match topic {
            Topic::Coverage | Topic::Chart => Vec::new(),
            Topic::Change => vec![change::table(self)],
            Topic::Points => points::tables(self),
            Topic::Verdicts => vec![verdicts::table(self)],
            Topic::Prescriptions => practice::tables(self),
            Topic::Events => events::tables(self),
            Topic::Measures => measures::tables(self),
            Topic::Criteria => vec![criteria::table(self)],
            Topic::Questions => vec![questions::table(self)],
        }
    }
}

/// What is not known is a dash, never a zero.
fn dash() -> String {
    "–".to_owned()
}
