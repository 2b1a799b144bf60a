//! Exercises by name, and what was done of what was prescribed.

use crate::config::{Config, Prescription};
use crate::entry::{Entry, Exercise, Load, Side};
use crate::journal::metrics::adherence::{Adherence, adherence};
use crate::journal::metrics::strength::Done;
use crate::text::slug::slug;
use crate::units::{days_between, shift, week_of};
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

/// What was done of a prescription.
#[derive(Clone, Debug, PartialEq)]
pub struct AdherenceRow {
    /// The exercise's name, as the settings write it.
    pub exercise: String,
    /// Days a week that were prescribed.
    pub per_week: u32,
    /// What was done.
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
        kilograms: match exercise.load {
            Some(Load::Kilograms(kilograms)) => Some(kilograms),
            Some(Load::BodyWeight | Load::Band(_)) | None => None,
        },
        hold: exercise.hold,
        tempo: exercise.tempo.as_deref(),
        both_sides: exercise.side == Some(Side::Both),
    }
}

/// What was done of a prescription, over the whole weeks inside it and inside the journal; weeks of ordered rest are left out.
pub(super) fn adherence_to(
    prescription: &Prescription,
    done: &BySlug,
    span: Option<(Date, Date)>,
    config: &Config,
) -> AdherenceRow {
    let none = BTreeSet::new();
    let days = done.get(&slug(&prescription.exercise)).map_or(&none, |own| &own.days);
    let weeks = span.map(|span| whole_weeks(prescription, span, config)).unwrap_or_default();
    let in_week = |start: Date| u32::try_from(days.range(start..=shift(start, 6)).count()).unwrap_or(7);
    AdherenceRow {
        exercise: prescription.exercise.clone(),
        per_week: prescription.per_week,
        adherence: adherence(weeks.into_iter().map(in_week), prescription.per_week),
    }
}

/// The first days of the whole weeks that count for a prescription.
fn whole_weeks(prescription: &Prescription, (first, last): (Date, Date), config: &Config) -> Vec<Date> {
    let from = prescription.from.map_or(first, |from| from.max(first));
    let to = prescription.to.map_or(last, |to| to.min(last));
    // The first week that begins on that day or after it.
    let start = week_of(shift(from, 6), config.week_start);
    let n_weeks = (days_between(start, to) + 1).div_euclid(7).max(0);
    (0..n_weeks).map(|week| shift(start, 7 * week)).filter(|start| !is_rest(*start, config)).collect()
}

/// Whether rest was ordered on any day of a week: what could not be done in full is not held against anybody.
fn is_rest(start: Date, config: &Config) -> bool {
    let end = shift(start, 6);
    config.phases.iter().any(|p| p.rest && p.start <= end && p.end.is_none_or(|last| last >= start))
}
