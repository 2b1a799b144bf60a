//! What a line or an entry says of its day, in words, so that a slip of the pen is seen.

use crate::config::Config;
use crate::entry::{Entry, Exercise, Load, MeasureValue, Pain, Session, Side, Treatment, Visibility};
use crate::text::words::{clock, count, decimals};
use crate::units::{Weight, shift};

/// What an entry says of its day, a phrase each; its text and lessons aside.
#[must_use]
pub fn in_words(entry: &Entry, config: &Config) -> Vec<String> {
    let log = entry.log.as_deref();
    let mut said = Vec::new();
    if let Some((score, date)) = log.and_then(|log| log.morning).zip(entry.date) {
        said.push(format!("pain {score} in the morning (the next day of {})", shift(date, -1)));
    }
    said.extend(entry.pain.iter().map(|own| format!("pain {}", pain(own))));
    said.extend(entry.mileage.map(|metres| format!("{} run that day", length(metres.0, config))));
    said.extend(entry.rest.then(|| "rest: nothing was done, and that is known".to_owned()));
    said.extend(entry.sessions.iter().map(|own| session(own, config)));
    said.extend(entry.exercises.iter().map(|own| exercise(own, config)));
    said.extend(entry.treatments.iter().map(treatment));
    said.extend(entry.setback.iter().map(|cause| labelled("a setback", cause)));
    said.extend(entry.flare.then(|| "a flare".to_owned()));
    said.extend(entry.milestones.iter().map(|milestone| labelled("a milestone", &milestone.label)));
    said.extend(entry.criteria.iter().map(|(id, _)| format!("criterion {id} met")));
    said.extend(entry.triggers.iter().map(|trigger| labelled("a trigger", trigger)));
    for (measure, value) in entry.measures.iter() {
        let name = measure.key.name.replace('_', " ");
        said.push(match value {
            MeasureValue::Number(number) if measure.unit == "0-10" => format!("{name} {number} of 10"),
            MeasureValue::Number(number) => format!("{name} {} {}", decimals(*number, 2), measure.unit),
            MeasureValue::Words(words) => labelled(&name, words),
        });
    }
    if let Some(weight) = &entry.body_weight {
        said.push(weight.shown().map_or_else(|| private("body weight"), |kg| format!("body weight {kg} kg")));
    }
    if let Some(taken) = &entry.medication {
        said.push(taken.shown().map_or_else(|| private("medication"), |all| labelled("medication", &all.join(", "))));
    }
    said.extend(entry.injury.iter().map(|(injury, _)| format!("injury {injury}")));
    said.extend(entry.phase.iter().map(|phase| format!("phase {phase}")));
    said.extend(log.and_then(|log| log.note.as_ref()).map(|note| labelled("a note", note)));
    said.extend(log.filter(|log| log.later).map(|_| "written down long after".to_owned()));
    said.extend((entry.visibility == Visibility::Private).then(|| "private: shown to nobody".to_owned()));
    said
}

fn labelled(label: &str, text: &str) -> String {
    if text.is_empty() { label.to_owned() } else { format!("{label}: {text}") }
}

/// Of a private field that the settings don't show, its value is not kept.
fn private(name: &str) -> String {
    format!("{name} noted (private)")
}

fn pain(pain: &Pain) -> String {
    let points = [
        (pain.worst, "at its worst"),
        (pain.before, "before"),
        (pain.during, "during"),
        (pain.after, "after"),
        (pain.next_day, "the next day"),
        (pain.rest, "at rest"),
        (pain.average, "on average"),
    ];
    let mut parts: Vec<String> =
        points.into_iter().filter_map(|(score, name)| Some(format!("{} {name}", score?))).collect();
    parts.extend(pain.settled_hours.map(|hours| format!("settled after {hours} h")));
    parts.extend(pain.quality.clone());
    parts.extend(pain.words.clone());
    let side = pain.side.map(Side::word);
    let place: Vec<&str> = side.into_iter().chain(pain.site.as_deref()).collect();
    if place.is_empty() { parts.join(", ") } else { format!("({}) {}", place.join(" "), parts.join(", ")) }
}

fn session(session: &Session, config: &Config) -> String {
    let mut parts = vec![session.kind.word().to_owned()];
    let distance = session.distance.map(|metres| length(metres.0, config));
    let minutes = session.minutes.map(|minutes| clock(minutes * 60.0));
    match (distance, minutes) {
        (Some(distance), Some(minutes)) => parts.push(format!("{distance} in {minutes}")),
        (one, other) => parts.extend(one.or(other)),
    }
    parts.extend(session.rpe.map(|rpe| format!("effort {rpe} of 10")));
    parts.extend(session.surface.as_ref().map(|surface| format!("on {surface}")));
    parts.extend(session.at.map(|time| time.strftime("at %-H:%M").to_string()));
    parts.extend(session.climb.map(|metres| format!("{metres} m of climb")));
    parts.extend(session.heart_rate.map(|rate| format!("{rate} bpm")));
    parts.extend(session.intervals.clone());
    parts.extend(session.body_weight_support.map(|percent| format!("{percent} % of body weight carried")));
    parts.extend(session.pain.as_ref().map(|own| format!("pain {}", pain(own))));
    parts.extend(session.planned.then(|| "planned, so it counts for nothing".to_owned()));
    parts.join(", ")
}

fn exercise(exercise: &Exercise, config: &Config) -> String {
    let mut parts = vec![exercise.name.clone()];
    let sets = exercise.sets.map(|sets| count(sets as usize, "set", "sets"));
    let reps = match exercise.reps.as_slice() {
        [] => exercise.hold.map(|seconds| format!("{seconds} s")),
        all => Some(all.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")),
    };
    match (sets, reps) {
        (Some(sets), Some(reps)) => parts.push(format!("{sets} of {reps}")),
        (Some(one), None) => parts.push(one),
        (None, Some(reps)) if exercise.reps.is_empty() => parts.push(format!("held for {reps}")),
        (None, Some(reps)) => parts.push(format!("{reps} times")),
        (None, None) => {}
    }
    parts.extend(exercise.load.as_ref().map(|load| format!("with {}", load_in_words(load, config.load_unit))));
    parts.extend(exercise.side.map(|side| match side {
        Side::Both => "each side".to_owned(),
        side => side.word().to_owned(),
    }));
    parts.extend(exercise.pain.map(|score| format!("pain {score}")));
    parts.join(", ")
}

fn load_in_words(load: &Load, unit: Weight) -> String {
    match load {
        Load::BodyWeight => "body weight".to_owned(),
        Load::Band(band) => format!("the {band} band"),
        Load::Kilograms(_) | Load::EachSet(_) => {
            let all = load.kilograms().iter().map(|kg| decimals(kg / unit.kilograms(), 2));
            format!("{} {}", all.collect::<Vec<_>>().join(", then "), unit.symbol())
        }
    }
}

fn treatment(treatment: &Treatment) -> String {
    let mut parts = vec![format!("treatment {}", treatment.kind)];
    parts.extend(treatment.minutes.map(|minutes| format!("{} min", decimals(minutes, 1))));
    parts.extend(treatment.cost.as_ref().map(|cost| match cost.shown() {
        #[expect(clippy::cast_precision_loss, reason = "no treatment costs more than a float can count")]
        Some(money) => format!("{} {}", decimals(money.cents as f64 / 100.0, 2), money.currency),
        None => private("cost"),
    }));
    parts.join(", ")
}

/// A length in the site's unit: `5 km`; short ones in metres.
fn length(metres: u32, config: &Config) -> String {
    if metres < 1000 {
        return format!("{metres} m");
    }
    format!("{} {}", decimals(config.units.of(metres), 2), config.units.symbol())
}
