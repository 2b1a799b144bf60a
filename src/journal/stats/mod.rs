//! All figures of a journal, as `comeback stats` gives them: made when the command asks, never at an edit.
//!
//! Invariant: sums are made in date order and in whole cents; nothing here is rounded.

mod exercises;
mod treatments;

pub use exercises::{AdherenceRow, BySlug, ExerciseDays, ExerciseRow};
pub use treatments::TreatmentRow;

use super::metrics::acwr::{Acwr, acwr};
use super::metrics::lag::{self, Correlation, Groups};
use super::metrics::median;
use super::metrics::rolling::{Rolling, rolling};
use super::{Course, Journal};
use crate::config::Config;
use crate::text::slug::slug;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The figures of a journal, or of one of its injuries.
#[derive(Clone, Debug)]
pub struct Stats {
    /// Entries with a date, whose numbers count.
    pub entries: usize,
    /// Published entries without a date, which count nowhere.
    pub undated: usize,
    /// The rule's name.
    pub rule: String,
    /// What pages show too; `None` where no entry has a date.
    pub course: Option<Course>,
    /// Mean and median of pain over the 7 days ending on a day, where 4 of them have a score.
    pub rolling7: Vec<(Date, Rolling)>,
    /// The three acute to chronic ratios of the metres run, on the last day.
    pub acwr: Acwr,
    /// Whether metres run, and load, go with pain some days later.
    pub lag: Vec<LagRow>,
    /// The exercises by name.
    pub exercises: Vec<ExerciseRow>,
    /// The prescriptions, in the order of the settings.
    pub adherence: Vec<AdherenceRow>,
    /// The treatments by type.
    pub treatments: Vec<TreatmentRow>,
}

/// One x at one lag.
#[derive(Clone, Debug, PartialEq)]
pub struct LagRow {
    /// `run` or `load`.
    pub x: &'static str,
    /// Days from x to pain: 1 is the next day; −1 is pain before x, as a control.
    pub lag: i64,
    /// Days on which x is known.
    pub known: usize,
    /// The correlation.
    pub correlation: Correlation,
    /// Pain after days of more than the median x against the others, and that median.
    pub groups: Option<(f64, Groups)>,
}

/// The lags that are looked at, in this order.
const LAGS: [i64; 4] = [-1, 0, 1, 2];

impl Stats {
    /// All figures of a journal, or of one of its injuries by index.
    pub fn of(journal: &Journal, config: &Config, injury: Option<usize>) -> Self {
        let calendar = journal.days(injury);
        let course = Course::of(journal, config, injury);
        let pain = calendar.map(|calendar| calendar.pain.as_slice()).unwrap_or_default();
        let run = calendar.map(super::Calendar::run).unwrap_or_default();
        let load = calendar.map(super::Calendar::load).unwrap_or_default();
        let dated = |rolling: Rolling| Some((calendar?.date(rolling.day), rolling));
        let done = exercises::by_slug(journal.counted(injury));
        let span = course.as_ref().map(|course| course.span);
        Self {
            entries: journal.counted(injury).count(),
            undated: journal.counted.iter().filter(|(entry, _)| entry.date.is_none()).count(),
            rule: config.rules.preset.clone(),
            rolling7: rolling(pain, 7, 4).into_iter().filter_map(dated).collect(),
            acwr: acwr(&run),
            lag: [("run", &run), ("load", &load)].into_iter().flat_map(|(name, x)| lags(name, x, pain)).collect(),
            adherence: config.prescriptions.iter().map(|p| exercises::adherence_to(p, &done, span, config)).collect(),
            exercises: done.into_values().map(|own| own.row).collect(),
            treatments: treatments::by_type(journal.counted(injury)).into_values().collect(),
            course,
        }
    }
}

/// The exercises of all entries whose numbers count.
pub fn exercises(journal: &Journal) -> BySlug {
    exercises::by_slug(journal.counted(None))
}

/// What was done of the prescriptions of one exercise, given by its slug, in the order of the settings.
pub fn adherence(journal: &Journal, config: &Config, done: &BySlug, exercise: &str) -> Vec<AdherenceRow> {
    let span = journal.calendar.as_ref().map(|calendar| (calendar.first, calendar.last()));
    let own = config.prescriptions.iter().filter(|p| slug(&p.exercise) == exercise);
    own.map(|prescription| exercises::adherence_to(prescription, done, span, config)).collect()
}

/// The treatments of all entries whose numbers count, by their slugs.
pub fn treatments(journal: &Journal) -> BTreeMap<String, TreatmentRow> {
    treatments::by_type(journal.counted(None))
}

fn lags(name: &'static str, x: &[Option<f64>], pain: &[Option<f64>]) -> impl Iterator<Item = LagRow> {
    let known = x.iter().flatten().count();
    LAGS.into_iter().map(move |days| {
        let pairs = lag::pairs(x, pain, days);
        let middle = median(&pairs.iter().map(|(x, _)| *x).collect::<Vec<_>>());
        let groups = middle.and_then(|middle| Some((middle, lag::groups(&pairs, |x| x > middle)?)));
        LagRow { x: name, lag: days, known, correlation: lag::correlate(&pairs), groups }
    })
}
