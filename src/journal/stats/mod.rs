//! All figures of a journal, as `comeback stats` gives them: made when the command asks, never at an edit.
//!
//! Invariant: sums are made in date order and in whole cents; nothing here is rounded.

mod exercises;
mod measures;
mod treatments;

pub use exercises::{AdherenceRow, BySlug, ExerciseDays, ExerciseRow};
pub use measures::{MeasureRow, MeasureSort, MeasuredValue, SideRatio, injured_side, measures};
pub use treatments::TreatmentRow;

use self::exercises::adherence_to;
use super::metrics::acwr::{Acwr, acwr};
use super::metrics::rolling::{Rolling, rolling};
use super::next_mornings::{NextMornings, next_mornings};
use super::{Calendar, Course, Journal};
use crate::config::Config;
use crate::text::slug::slug;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The figures of a journal, or of one of its injuries.
#[derive(Clone, Debug)]
pub struct Stats {
    /// Entries with a date, whose numbers count.
    pub entries: usize,
    /// Lines of logs with a day or a span, whose numbers count.
    pub log_lines: usize,
    /// Days with an entry or a line that were written down long after.
    pub later_days: usize,
    /// Published entries without a date, which count nowhere.
    pub undated: usize,
    /// Whether the settings have a rule.
    pub has_rule: bool,
    /// What pages show too; `None` where no entry has a date.
    pub course: Option<Course>,
    /// Mean and median of pain over the 7 days ending on a day, where 4 of them have a score.
    pub rolling7: Vec<(Date, Rolling)>,
    /// The three acute to chronic ratios of the metres run, on the last day.
    pub acwr: Acwr,
    /// What the next morning said, by kind of what was done.
    pub next_mornings: Vec<NextMornings>,
    /// The exercises by name.
    pub exercises: Vec<ExerciseRow>,
    /// The prescriptions, in the order of the settings.
    pub adherence: Vec<AdherenceRow>,
    /// What was measured beside pain.
    pub measures: Vec<MeasureRow>,
    /// The treatments by type.
    pub treatments: Vec<TreatmentRow>,
}

impl Stats {
    /// All figures of a journal, or of one of its injuries by index.
    pub fn of(journal: &Journal, config: &Config, injury: Option<usize>) -> Self {
        let calendar = journal.days(injury);
        let course = Course::of(journal, config, injury);
        let pain = calendar.map(|calendar| calendar.pain.as_slice()).unwrap_or_default();
        let run = calendar.map(Calendar::run).unwrap_or_default();
        let dated = |rolling: Rolling| Some((calendar?.date(rolling.day), rolling));
        let done = exercises::by_slug(journal.done(injury));
        Self {
            entries: journal.dated(injury).filter(|(_, entry)| entry.log.is_none()).count(),
            log_lines: journal.log_lines(injury),
            later_days: calendar.map_or(0, |days| days.days.iter().filter(|d| d.logs.later && d.entries > 0).count()),
            undated: journal.counted.iter().filter(|(entry, _)| entry.date.is_none()).count(),
            has_rule: !config.rules.is_empty(),
            rolling7: rolling(pain, 7, 4).into_iter().filter_map(dated).collect(),
            acwr: acwr(&run),
            next_mornings: calendar.map(|days| next_mornings(days, 0..days.days.len())).unwrap_or_default(),
            adherence: calendar
                .map(|days| adherence_to(config.prescriptions.iter(), &done, days, config))
                .unwrap_or_default(),
            exercises: done.into_values().map(|own| own.row).collect(),
            measures: measures(&journal.counted(injury)),
            treatments: treatments::by_type(journal.counted(injury), journal.spans(injury)).into_values().collect(),
            course,
        }
    }
}

/// The exercises of all entries whose numbers count.
pub fn exercises(journal: &Journal) -> BySlug {
    exercises::by_slug(journal.done(None))
}

/// What was done of the prescriptions of one exercise, given by its slug, in the order of the settings.
pub fn adherence(journal: &Journal, config: &Config, done: &BySlug, exercise: &str) -> Vec<AdherenceRow> {
    let own = config.prescriptions.iter().filter(|p| slug(&p.exercise) == exercise);
    journal.calendar.as_ref().map(|days| adherence_to(own, done, days, config)).unwrap_or_default()
}

/// The treatments of all entries whose numbers count, by their slugs.
pub fn treatments(journal: &Journal) -> BTreeMap<String, TreatmentRow> {
    treatments::by_type(journal.counted(None), journal.spans(None))
}
