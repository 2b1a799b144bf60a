//! Exercises by name, and what was done of what was prescribed.

use crate::config::{Config, Phase, Prescription};
use crate::entry::{Entry, Exercise, Load, Side};
use crate::journal::Calendar;
use crate::journal::metrics::adherence::Adherence;
use crate::journal::metrics::strength::Done;
use crate::text::slug::slug;
use crate::units::{shift, week_of};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What an exercise amounts to over the whole journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExerciseRow {
    /// Its name, as first written.
    pub name: String,
    /// Days on which it was done.
    pub sessions: usize,
    /// Sets × repetitions × kilograms, summed where all three are known.
    pub volume_kg: f64,
    /// Seconds held.
    pub hold_s: f64,
    /// Seconds under tension, where a tempo was written.
    pub tension_s: f64,
    /// Holds against a weight, in kilogram-seconds.
    pub hold_kg_s: f64,
}

/// What was noted of a prescription.
#[derive(Clone, Debug, Hash, PartialEq)]
pub struct AdherenceRow {
    /// The exercise's name, as the settings write it.
    pub exercise: String,
    /// Days a week that were prescribed.
    pub per_week: u32,
    /// What was noted.
    pub adherence: Adherence,
}

/// An exercise with the days on which it was done, and what was done on each side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExerciseDays {
    /// The whole of it.
    pub row: ExerciseRow,
    /// The days on which it was done.
    pub days: BTreeSet<Date>,
    /// Of each side that was named, with the days of that side.
    pub sides: BTreeMap<Side, (ExerciseRow, BTreeSet<Date>)>,
}

/// The exercises by their slugs.
pub type BySlug = BTreeMap<String, ExerciseDays>;

/// Sums up the exercises of some entries in date order; names with one slug are one, and the first spelling is shown.
pub(super) fn by_slug<'a>(entries: impl Iterator<Item = (Date, &'a Entry)>) -> BySlug {
    let mut all = BySlug::new();
    for (date, entry) in entries {
        for (exercise, slug) in entry.exercises.iter().zip(&entry.slugs().exercises) {
            // Looked up by reference first: most exercises are done again and again.
            let own = match all.get_mut(slug) {
                Some(own) => own,
                None => all.entry(slug.clone()).or_default(),
            };
            if own.row.name.is_empty() {
                own.row.name.clone_from(&exercise.name);
            }
            add(&mut own.row, &mut own.days, date, exercise);
            if let Some(side) = exercise.side {
                let (row, days) = own.sides.entry(side).or_default();
                add(row, days, date, exercise);
            }
        }
    }
    all
}

fn add(row: &mut ExerciseRow, days: &mut BTreeSet<Date>, date: Date, exercise: &Exercise) {
    let done = done(exercise);
    row.volume_kg += done.volume().unwrap_or(0.0);
    row.hold_s += done.held().unwrap_or(0.0);
    row.tension_s += done.under_tension().unwrap_or(0.0);
    row.hold_kg_s += done.held_load().unwrap_or(0.0);
    days.insert(date);
    row.sessions = days.len();
}

fn done(exercise: &Exercise) -> Done<'_> {
    Done {
        sets: exercise.sets,
        reps: &exercise.reps,
        kilograms: exercise.load.as_ref().map_or(&[], Load::kilograms),
        hold: exercise.hold,
        tempo: exercise.tempo.as_deref(),
        both_sides: exercise.side == Some(Side::Both),
    }
}

/// What was noted of some prescriptions, on the days that lie inside each and inside the journal.
pub(super) fn adherence_to<'a>(
    prescriptions: impl Iterator<Item = &'a Prescription>,
    done: &BySlug,
    calendar: &Calendar,
    config: &Config,
) -> Vec<AdherenceRow> {
    let none = BTreeSet::new();
    let row = |prescription: &Prescription| {
        let noted = done.get(&slug(&prescription.exercise)).map_or(&none, |own| &own.days);
        let from = prescription.from.map_or(calendar.first, |from| from.max(calendar.first));
        let to = prescription.to.map_or(calendar.last(), |to| to.min(calendar.last()));
        let known = |from, to| calendar.between(from, to).iter().filter(|day| day.known()).count();
        let noted = |from: Date, to: Date| if from <= to { noted.range(from..=to).count() } else { 0 };
        let mut adherence = Adherence {
            noted: noted(from, to),
            known: known(from, to),
            days: calendar.between(from, to).len(),
            ..Adherence::default()
        };
        // The first week that begins on the first day or after it.
        let mut start = week_of(shift(from, 6), config.week_start);
        while shift(start, 6) <= to {
            let end = shift(start, 6);
            if !is_rest(start, config) {
                let days = u32::try_from(noted(start, end)).unwrap_or(7);
                adherence.add_week(days, known(start, end), prescription.per_week);
            }
            start = shift(start, 7);
        }
        AdherenceRow { exercise: prescription.exercise.clone(), per_week: prescription.per_week, adherence }
    };
    prescriptions.map(row).collect()
}

/// Whether rest was ordered on any day of a week: what could not be done in full is not held against anybody.
///
/// A phase without an end lasts until the day before the next one starts.
fn is_rest(start: Date, config: &Config) -> bool {
    let end = shift(start, 6);
    let ends = |phase: &Phase| {
        let next = || config.phases.iter().map(|other| other.start).filter(|other| *other > phase.start).min();
        phase.end.or_else(|| Some(shift(next()?, -1)))
    };
    config.phases.iter().any(|p| p.rest && p.start <= end && ends(p).is_none_or(|last| last >= start))
}
