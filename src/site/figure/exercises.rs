//! Exercises, as the entries have them.

use super::Asked;
use crate::chart::Figure;
use crate::chart::exercises::{self, Bout, Exercises, Side};
use crate::entry::{self, Exercise, Load, Visibility};
use crate::journal::metrics::strength::Done;
use crate::text::slug::slug;
use crate::units::{Score, Weight};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Exercises shown where none is named.
const MOST: usize = 6;

/// The exercise that a fence names, or those most often done.
pub(super) fn asked(asked: &Asked<'_>) -> Figure {
    let Asked { site, fence, calendar, .. } = asked;
    let unit = site.config.load_unit;
    let mut all: BTreeMap<String, exercises::Exercise> = BTreeMap::new();
    // Numbers of unlisted entries count; their words stand in no list, and a chart's names would be one.
    let mut listed: BTreeSet<String> = BTreeSet::new();
    for (date, entry) in asked.entries() {
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
    let named = fence.exercise.as_ref().map(|name| slug(&name.text));
    let mut shown: Vec<(String, exercises::Exercise)> = match named {
        // One that was not done on these days is shown as such.
        Some(name) => {
            let typed = fence.exercise.as_ref().map(|name| name.text.trim().to_owned()).unwrap_or_default();
            let none = exercises::Exercise { name: typed, bouts: Vec::new() };
            vec![(name.clone(), all.remove(&name).unwrap_or(none))]
        }
        None => all.into_iter().collect(),
    };
    shown.sort_by_key(|(_, exercise)| Reverse(days(exercise)));
    let shown: Vec<exercises::Exercise> = shown.into_iter().take(MOST).map(|(_, exercise)| exercise).collect();
    // Where the fence sets no end, the days begin and end with what is shown.
    let bouts = || shown.iter().flat_map(|exercise| &exercise.bouts).map(|bout| bout.day);
    let first = bouts().min().filter(|_| fence.from.is_none()).unwrap_or(calendar.first);
    let last = bouts().max().filter(|_| fence.to.is_none()).unwrap_or_else(|| calendar.last());
    let chart =
        Exercises { first, last, unit: unit.symbol(), shown: &shown, total, week_start: site.config.week_start };
    exercises::draw(&chart, &site.language, asked.id)
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
