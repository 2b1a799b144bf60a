//! Exercises, as the entries have them.

use super::{Chart, Scope};
use crate::chart::Figure;
use crate::chart::exercises::{self, Bout, Exercises, Side};
use crate::diag::Diagnostic;
use crate::entry::{self, Exercise, Load, Visibility};
use crate::fields::{Fields, Value};
use crate::journal::Journal;
use crate::journal::metrics::strength::Done;
use crate::text::near::nearest;
use crate::text::slug::slug;
use crate::units::{Score, Weight};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Exercises shown where none is named.
const MOST: usize = 6;

/// What a chart of exercises takes.
#[derive(Debug, Default)]
pub struct Options {
    /// The exercise that is shown alone.
    pub exercise: Option<String>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { exercise: fields.read("exercise", Value::text) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let config = scope.source.config;
        let unit = config.load_unit;
        let mut all: BTreeMap<String, exercises::Exercise> = BTreeMap::new();
        // Numbers of unlisted entries count; their words stand in no list, and a chart's names would be one.
        let mut listed: BTreeSet<String> = BTreeSet::new();
        for (date, entry) in scope.entries() {
            for (done, own) in entry.exercises.iter().zip(&entry.slugs().exercises) {
                if entry.visibility == Visibility::Public {
                    listed.insert(own.clone());
                }
                let new = || exercises::Exercise { name: done.name.clone(), bouts: Vec::new() };
                all.entry(own.clone()).or_insert_with(new).bouts.push(bout(date, done, unit));
            }
        }
        all.retain(|name, _| listed.contains(name));
        let total = all.len();
        let mut shown: Vec<exercises::Exercise> = match &self.exercise {
            // One that was not done on these days is shown as such.
            Some(name) => {
                let none = || exercises::Exercise { name: name.trim().to_owned(), bouts: Vec::new() };
                vec![all.remove(&slug(name)).unwrap_or_else(none)]
            }
            None => all.into_values().collect(),
        };
        shown.sort_by_key(|exercise| Reverse(days(exercise)));
        shown.truncate(MOST);
        // Where nobody set an end, the days begin and end with what is shown.
        let bouts = || shown.iter().flat_map(|exercise| &exercise.bouts).map(|bout| bout.day);
        let first = bouts().min().filter(|_| !scope.ends.0).unwrap_or(scope.shown.first);
        let last = bouts().max().filter(|_| !scope.ends.1).unwrap_or_else(|| scope.shown.last());
        let week_start = config.week_start;
        let chart = Exercises { first, last, unit: unit.symbol(), shown: &shown, total, week_start };
        exercises::draw(&chart, scope.source.language, id)
    }

    fn unknown_name(&self, journal: &Journal) -> Option<(&'static str, Diagnostic)> {
        let name = self.exercise.as_deref()?;
        let all: BTreeSet<&str> = journal.counted(None).flat_map(|(_, e)| &e.exercises).map(|e| &*e.name).collect();
        let wanted = slug(name);
        if all.iter().any(|known| slug(known) == wanted) {
            return None;
        }
        let problem = Diagnostic::error("unknown-name", format!("no entry has the exercise `{name}`"));
        let hint = match nearest(name, all) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write its name as the entries have it; case does not matter".to_owned(),
        };
        Some(("exercise", problem.hint(hint)))
    }
}

/// On how many days an exercise was done.
fn days(exercise: &exercises::Exercise) -> usize {
    exercise.bouts.chunk_by(|a, b| a.day == b.day).count()
}

fn bout(day: Date, done: &Exercise, unit: Weight) -> Bout {
    let (kilograms, band) = match &done.load {
        Some(Load::Kilograms(kilograms)) => (Some(*kilograms), None),
        Some(Load::Band(band)) => (None, Some(band.clone())),
        Some(Load::BodyWeight) | None => (None, None),
    };
    // Of one side, so that both at once compare with each alone.
    let of_side =
        Done { sets: done.sets, reps: &done.reps, kilograms, hold: done.hold, tempo: None, both_sides: false };
    Bout {
        day,
        side: match done.side {
            Some(entry::Side::Left) => Side::Left,
            Some(entry::Side::Right) => Side::Right,
            Some(entry::Side::Both | entry::Side::Central) | None => Side::Whole,
        },
        load: kilograms.map(|kilograms| kilograms / unit.kilograms()),
        band,
        reps: of_side.repetitions(),
        hold: of_side.held(),
        pain: done.pain.map(Score::value),
    }
}
