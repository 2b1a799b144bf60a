//! What was done on a day: sessions, exercises and treatments, row by row.

use super::measures::{length, time, weight};
use super::pain;
use crate::entry::{Entry, Exercise, Helped, Load, Private, Ranges, Session, Side, Treatment, Verdict};
use crate::language::{Language, Words};
use crate::site::reader::PlanReader;
use crate::units::Score;
use serde::Serialize;

/// What was done, as the entry's page lists it.
#[derive(Debug, Serialize)]
pub(super) struct Done {
    sessions: Vec<SessionRow>,
    exercises: Vec<ExerciseRow>,
    treatments: Vec<TreatmentRow>,
    /// Whether any treatment has a cost that is shown.
    costs: bool,
    /// The day's distance where it was typed bare.
    mileage: Option<String>,
}

#[derive(Debug, Serialize)]
struct SessionRow {
    what: String,
    /// What few sessions have: `pain 1 before, 2 during · 120 m climbed`.
    beside: String,
    distance: String,
    time: String,
    effort: String,
}

#[derive(Debug, Serialize)]
pub(super) struct ExerciseRow {
    what: String,
    /// The page of the exercise, where it has one.
    href: Option<String>,
    /// `left`, after the name.
    side: String,
    /// What few exercises have: `tempo 3-0-3-0`.
    beside: String,
    sets: String,
    load: String,
    pain: String,
    verdict: String,
}

#[derive(Debug, Serialize)]
pub(super) struct TreatmentRow {
    what: String,
    /// The place of its type, where it has one.
    href: Option<String>,
    /// What few treatments have: `by Anke · 40 min there and back`.
    beside: String,
    time: String,
    /// Before and after: `4 → 3`.
    pain: String,
    /// Empty where it is not known or not shown.
    pub(super) cost: String,
    helped: String,
}

/// The rows of an entry; fields that are private stay out unless the settings show them.
pub(super) fn of(entry: &Entry, site: &PlanReader<'_>) -> Done {
    let slugs = entry.slugs();
    let treatments = entry.treatments.iter().zip(&slugs.treatments);
    let treatments: Vec<TreatmentRow> = treatments
        .map(|(treatment, slug)| {
            let href = site.has_treatment(slug).then(|| site.path(&super::treatments::place(slug)));
            TreatmentRow { href, ..treatment_row(treatment, site) }
        })
        .collect();
    let exercises = entry.exercises.iter().zip(&slugs.exercises).map(|(exercise, slug)| {
        let page = site.exercise_called(slug).filter(|own| own.listed);
        let href = page.map(|own| site.link(&own.address()));
        ExerciseRow { href, ..exercise_row(exercise, site) }
    });
    Done {
        sessions: entry.sessions.iter().map(|s| session_row(s, site)).collect(),
        exercises: exercises.collect(),
        costs: treatments.iter().any(|row| !row.cost.is_empty()),
        treatments,
        mileage: bare_mileage(entry, site),
    }
}

fn session_row(session: &Session, site: &PlanReader<'_>) -> SessionRow {
    let language = site.language;
    let mut what = language.words.word(session.kind.message());
    let at = session.at.map(|at| at.strftime("%H:%M").to_string());
    let details = [session.intervals.as_deref().map(times), session.surface.clone(), at].into_iter().flatten();
    for detail in details {
        what.push_str(", ");
        what.push_str(&detail);
    }
    if session.planned {
        what = language.words.say("session-planned", &[("what", what.into())]);
    }
    SessionRow {
        what,
        beside: session_beside(session, language).join(" · "),
        distance: session.distance.map_or_else(dash, |m| length(language, site.config.units, m.0)),
        time: session.minutes.map_or_else(dash, |minutes| time(language, minutes)),
        effort: session.rpe.map_or_else(dash, |r| typed(&session.ranges, "rpe", || language.numbers.decimals(r, 1))),
    }
}

/// What has no column of its own, since few sessions have it.
fn session_beside(session: &Session, language: &Language) -> Vec<String> {
    let (words, numbers) = (&language.words, &language.numbers);
    let mut all = Vec::new();
    let pain = session.pain.as_ref().map(|pain| pain::of_session(pain, language)).filter(|said| !said.is_empty());
    all.extend(pain.map(|said| words.say("session-pain", &[("scores", said.into())])));
    let whole = |figure: f64| numbers.decimals(figure, 0);
    all.extend(session.climb.map(|metres| words.say("session-climbed", &[("metres", whole(metres).into())])));
    all.extend(session.heart_rate.map(|beats| words.say("session-heart-rate", &[("beats", whole(beats).into())])));
    let carried = session.body_weight_support;
    all.extend(carried.map(|share| words.say("session-carried", &[("share", whole(share).into())])));
    let source = session.source.as_deref();
    all.extend(source.map(|name| words.say("session-source", &[("name", name.into())])));
    all
}

/// The sign for times, where a letter stands for it: `6x(1 min run)`, `4 x 200 m`.
fn times(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    for (at, c) in letters.iter().enumerate() {
        let digit = letters[..at].iter().rev().find(|c| !c.is_whitespace()).is_some_and(char::is_ascii_digit);
        let next = letters[at + 1..].iter().find(|c| !c.is_whitespace());
        let factor = next.is_some_and(|c| c.is_ascii_digit() || *c == '(');
        out.push(if matches!(c, 'x' | 'X') && digit && factor { '×' } else { *c });
    }
    out
}

/// What is not known is a dash, never a zero.
fn dash() -> String {
    "–".to_owned()
}

/// A side of the body in a word.
pub(super) fn side_word(side: Side, words: &Words) -> String {
    words.word(match side {
        Side::Left => "side-left",
        Side::Right => "side-right",
        Side::Both => "side-both",
        Side::Central => "side-central",
    })
}

pub(super) fn exercise_row(exercise: &Exercise, site: &PlanReader<'_>) -> ExerciseRow {
    let language = site.language;
    let said = exercise.verdict.filter(|verdict| *verdict != Verdict::Neutral);
    ExerciseRow {
        what: exercise.name.clone(),
        href: None,
        side: exercise
            .side
            .filter(|side| *side != Side::Central)
            .map_or_else(String::new, |side| side_word(side, &language.words)),
        beside: exercise_beside(exercise, language).join(" · "),
        sets: sets(exercise, language),
        load: load(exercise, site).unwrap_or_else(dash),
        pain: exercise.pain.map_or_else(dash, |p| language.numbers.typed(p)),
        verdict: said.map_or_else(String::new, |verdict| verdict_word(verdict, &language.words)),
    }
}

/// What the writer made of an exercise, in a word.
pub(super) fn verdict_word(verdict: Verdict, words: &Words) -> String {
    words.word(match verdict {
        Verdict::Helps => "exercise-helps",
        Verdict::Neutral => "exercise-neutral",
        Verdict::Aggravates => "exercise-aggravates",
    })
}

/// What was typed under a key as a range, as it was typed; else the number.
fn typed(ranges: &Ranges, key: &str, number: impl FnOnce() -> String) -> String {
    ranges.get(key).map_or_else(number, str::to_owned)
}

/// What was lifted: `20 kg`, `20-25 kg`, `red band`.
pub(super) fn load(exercise: &Exercise, site: &PlanReader<'_>) -> Option<String> {
    let words = &site.language.words;
    let load = exercise.load.as_ref()?;
    if let Some(typed) = exercise.ranges.get("load") {
        let bare = typed.ends_with(|c: char| c.is_ascii_digit());
        return Some(if bare { format!("{typed} {}", site.config.load_unit.symbol()) } else { typed.to_owned() });
    }
    Some(match load {
        Load::BodyWeight => words.word("load-body-weight"),
        Load::Band(colour) => words.say("load-band", &[("colour", colour.as_str().into())]),
        Load::Kilograms(kg) => weight(site.language, site.config.load_unit, *kg, 1),
        Load::EachSet(all) => {
            let each = all.iter().map(|kg| weight(site.language, site.config.load_unit, *kg, 1));
            each.collect::<Vec<_>>().join(" / ")
        }
    })
}

/// What has no column of its own, since few exercises have it.
fn exercise_beside(exercise: &Exercise, language: &Language) -> Vec<String> {
    let (words, numbers) = (&language.words, &language.numbers);
    let tempo = exercise.tempo.as_ref();
    let tempo = tempo.map(|tempo| words.say("exercise-tempo", &[("tempo", tempo.as_str().into())]));
    let effort = exercise.rpe.map(|rpe| typed(&exercise.ranges, "rpe", || numbers.decimals(rpe, 1)));
    let effort = effort.map(|n| words.say("exercise-effort", &[("n", n.into())]));
    let reserve = exercise.rir.map(|rir| typed(&exercise.ranges, "rir", || numbers.decimals(rir, 1)));
    let reserve = reserve.map(|n| words.say("exercise-reserve", &[("n", n.into())]));
    tempo.into_iter().chain(effort).chain(reserve).collect()
}

/// `3 × 8`, `5 × 45 s`, `8, 8, 6`; a dash where they are not known.
pub(super) fn sets(exercise: &Exercise, language: &Language) -> String {
    let ranges = &exercise.ranges;
    let hold = exercise.hold.map(|s| {
        let n = typed(ranges, "hold", || language.numbers.decimals(s, 1));
        if n.ends_with(char::is_alphabetic) { n } else { language.words.say("seconds", &[("n", n.into())]) }
    });
    let reps: Vec<String> = match ranges.get("reps") {
        Some(typed) => vec![typed.to_owned()],
        None => exercise.reps.iter().map(ToString::to_string).collect(),
    };
    let sets = exercise.sets.map(|n| typed(ranges, "sets", || n.to_string()));
    let each = match (reps.as_slice(), hold) {
        ([], None) => return sets.unwrap_or_else(dash),
        ([], Some(hold)) => hold,
        ([one], None) if one.contains(',') => return one.clone(),
        ([one], None) => one.clone(),
        ([one], Some(hold)) => format!("{one} × {hold}"),
        (_, None) => return reps.join(", "),
        (_, Some(hold)) => return format!("{} × {hold}", reps.join(", ")),
    };
    sets.map_or(each.clone(), |n| format!("{n} × {each}"))
}

pub(super) fn treatment_row(treatment: &Treatment, site: &PlanReader<'_>) -> TreatmentRow {
    let language = site.language;
    let words = &language.words;
    let provider = treatment.provider.as_ref().and_then(Private::shown);
    let provider = provider.map(|name| words.say("treatment-by", &[("name", name.as_str().into())]));
    let travel = treatment.travel_minutes;
    let travel = travel.map(|minutes| words.say("treatment-travel", &[("time", time(language, minutes).into())]));
    let beside: Vec<String> = provider.into_iter().chain(travel).collect();
    let pain = match (treatment.pain_before, treatment.pain_after) {
        (None, None) => dash(),
        (before, after) => {
            let show = |score: Option<Score>| score.map_or_else(dash, |s| language.numbers.typed(s));
            format!("{} → {}", show(before), show(after))
        }
    };
    let cost = treatment.cost.as_ref().and_then(Private::shown);
    TreatmentRow {
        what: treatment.kind.clone(),
        href: None,
        beside: beside.join(" · "),
        time: treatment.minutes.map_or_else(dash, |minutes| time(language, minutes)),
        pain,
        cost: cost.map(|cost| language.money(cost.cents, &cost.currency)).unwrap_or_default(),
        helped: match treatment.helped {
            Some(Helped::Yes) => words.word("treatment-helped"),
            Some(Helped::No) => words.word("treatment-did-not-help"),
            Some(Helped::Unsure) => words.word("treatment-helped-unsure"),
            None => String::new(),
        },
    }
}

/// What was run where that was typed bare and no session has a distance: `Ran 5.0 km.`, or that nothing was.
fn bare_mileage(entry: &Entry, site: &PlanReader<'_>) -> Option<String> {
    if entry.record().measured {
        return None;
    }
    let words = &site.language.words;
    let ran = |m: u32| words.say("ran", &[("distance", length(site.language, site.config.units, m).into())]);
    entry.mileage.map(|m| if m.0 > 0 { ran(m.0) } else { words.word("ran-nothing") })
}

#[cfg(test)]
mod tests {
    use super::times;

    #[test]
    fn letters_stand_for_times_between_numbers_only() {
        let said = ["6x(1 min run, 3 x 2)", "mixed gravel", "4 x 200 m, x-country", "x"].map(times);
        assert_eq!(said, ["6×(1 min run, 3 × 2)", "mixed gravel", "4 × 200 m, x-country", "x"]);
    }
}
