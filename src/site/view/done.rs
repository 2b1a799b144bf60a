//! What was done on a day: sessions, exercises and treatments, row by row.

use super::super::{Site, links};
use crate::config::Config;
use crate::entry::{Entry, Exercise, Helped, Load, Private, Session, SessionKind, Side, Treatment, Verdict};
use crate::text::words::{self, decimals};
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
    /// `, left`, after the name.
    side: &'static str,
    /// What few exercises have: `tempo 3-0-3-0`.
    beside: String,
    sets: String,
    load: String,
    pain: String,
    verdict: &'static str,
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
    helped: &'static str,
}

/// The rows of an entry; fields that are private stay out unless the settings show them.
pub(super) fn of(entry: &Entry, site: &Site) -> Done {
    let config = &site.config;
    let slugs = entry.slugs();
    let treatments = entry.treatments.iter().zip(&slugs.treatments);
    let treatments: Vec<TreatmentRow> = treatments
        .map(|(treatment, slug)| {
            let href = site.practice.treatment(slug).map(|_| site.path(&super::treatments::place(slug)));
            TreatmentRow { href, ..treatment_row(treatment) }
        })
        .collect();
    let exercises = entry.exercises.iter().zip(&slugs.exercises).map(|(exercise, slug)| {
        let page = site.practice.exercise(slug).filter(|own| own.listed);
        let href = page.map(|own| site.path(&links::encode(&own.address())));
        ExerciseRow { href, ..exercise_row(exercise, config) }
    });
    Done {
        sessions: entry.sessions.iter().map(|s| session_row(s, config)).collect(),
        exercises: exercises.collect(),
        costs: treatments.iter().any(|row| !row.cost.is_empty()),
        treatments,
        mileage: bare_mileage(entry, config),
    }
}

fn session_row(session: &Session, config: &Config) -> SessionRow {
    let mut what = kind_name(session.kind).to_owned();
    let details = [session.intervals.as_deref().map(times), session.surface.clone()].into_iter().flatten();
    for detail in details {
        what.push_str(", ");
        what.push_str(&detail);
    }
    if session.planned {
        what.push_str(" (planned)");
    }
    let unit = config.units;
    SessionRow {
        what,
        beside: session_beside(session).join(" · "),
        distance: session.distance.map_or_else(dash, |m| format!("{} {}", unit.show(m.0), unit.symbol())),
        time: session.minutes.map_or_else(dash, time),
        effort: session.rpe.map_or_else(dash, |r| decimals(r, 1)),
    }
}

/// What has no column of its own, since few sessions have it.
fn session_beside(session: &Session) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(pain) = &session.pain {
        let names = ["before", "during", "after", "the day after", "at worst"];
        let points = [pain.before, pain.during, pain.after, pain.next_day, pain.worst];
        let said = names.into_iter().zip(points).filter_map(|(what, value)| Some((what, value?)));
        let said: Vec<String> = said.map(|(what, value)| format!("{} {what}", words::score(value.value()))).collect();
        if !said.is_empty() {
            all.push(format!("pain {}", said.join(", ")));
        }
    }
    all.extend(session.climb.map(|metres| format!("{} m climbed", decimals(metres, 0))));
    all.extend(session.body_weight_support.map(|share| format!("{} % of the weight carried", decimals(share, 0))));
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

/// `22 min`, `1 h 05`; with seconds where they were given: `5:52`, `1:18:30`.
pub(super) fn time(minutes: f64) -> String {
    let seconds = (minutes * 60.0).round();
    let (hours, minutes, seconds) = ((seconds / 3600.0).floor(), (seconds / 60.0).floor() % 60.0, seconds % 60.0);
    match (hours > 0.0, seconds > 0.0) {
        (false, false) => format!("{minutes:.0} min"),
        (false, true) => format!("{minutes:.0}:{seconds:02.0}"),
        (true, false) => format!("{hours:.0} h {minutes:02.0}"),
        (true, true) => format!("{hours:.0}:{minutes:02.0}:{seconds:02.0}"),
    }
}

pub(super) fn kind_name(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Run => "Run",
        SessionKind::Walk => "Walk",
        SessionKind::WalkRun => "Walk-run",
        SessionKind::Race => "Race",
        SessionKind::Bike => "Bike",
        SessionKind::Elliptical => "Elliptical",
        SessionKind::Swim => "Swim",
        SessionKind::AquaJog => "Aqua-jog",
        SessionKind::AlterG => "Anti-gravity treadmill",
        SessionKind::Row => "Row",
        SessionKind::Strength => "Strength",
        SessionKind::Mobility => "Mobility",
        SessionKind::Other => "Other",
    }
}

pub(super) fn exercise_row(exercise: &Exercise, config: &Config) -> ExerciseRow {
    let side = match exercise.side {
        Some(Side::Left) => ", left",
        Some(Side::Right) => ", right",
        Some(Side::Both) => ", both sides",
        Some(Side::Central) | None => "",
    };
    ExerciseRow {
        what: exercise.name.clone(),
        href: None,
        side,
        beside: exercise_beside(exercise).join(" · "),
        sets: sets(exercise),
        load: exercise.load.as_ref().map_or_else(dash, |load| load_words(load, config)),
        pain: exercise.pain.map_or_else(dash, |p| words::score(p.value())),
        verdict: match exercise.verdict {
            Some(Verdict::Helps) => "helps",
            Some(Verdict::Aggravates) => "aggravates",
            Some(Verdict::Neutral) | None => "",
        },
    }
}

/// What was lifted: `20 kg`, `red band`.
pub(super) fn load_words(load: &Load, config: &Config) -> String {
    match load {
        Load::BodyWeight => "body weight".to_owned(),
        Load::Band(colour) => format!("{colour} band"),
        Load::Kilograms(kg) => {
            let unit = config.load_unit;
            format!("{} {}", decimals(kg / unit.kilograms(), 1), unit.symbol())
        }
    }
}

/// What has no column of its own, since few exercises have it.
fn exercise_beside(exercise: &Exercise) -> Vec<String> {
    let tempo = exercise.tempo.as_ref().map(|tempo| format!("tempo {tempo}"));
    let effort = exercise.rpe.map(|rpe| format!("effort {}", decimals(rpe, 1)));
    tempo.into_iter().chain(effort).collect()
}

/// `3 × 8`, `5 × 45 s`, `8, 8, 6`.
pub(super) fn sets(exercise: &Exercise) -> String {
    let hold = exercise.hold.map(|s| format!("{} s", decimals(s, 1)));
    let reps: Vec<String> = exercise.reps.iter().map(ToString::to_string).collect();
    let each = match (reps.as_slice(), hold) {
        ([], None) => return exercise.sets.map_or_else(dash, |n| n.to_string()),
        ([], Some(hold)) => hold,
        ([one], None) => one.clone(),
        ([one], Some(hold)) => format!("{one} × {hold}"),
        (_, None) => return reps.join(", "),
        (_, Some(hold)) => return format!("{} × {hold}", reps.join(", ")),
    };
    exercise.sets.map_or(each.clone(), |n| format!("{n} × {each}"))
}

pub(super) fn treatment_row(treatment: &Treatment) -> TreatmentRow {
    let provider = treatment.provider.as_ref().and_then(Private::shown);
    let travel = treatment.travel_minutes.map(|minutes| format!("{} there and back", time(minutes)));
    let beside: Vec<String> = provider.map(|name| format!("by {name}")).into_iter().chain(travel).collect();
    let pain = match (treatment.pain_before, treatment.pain_after) {
        (None, None) => dash(),
        (before, after) => {
            let show = |score: Option<Score>| score.map_or_else(dash, |s| words::score(s.value()));
            format!("{} → {}", show(before), show(after))
        }
    };
    let cost = treatment.cost.as_ref().and_then(Private::shown);
    TreatmentRow {
        what: treatment.kind.clone(),
        href: None,
        beside: beside.join(" · "),
        time: treatment.minutes.map_or_else(dash, time),
        pain,
        cost: cost.map(|cost| money(cost.cents, &cost.currency)).unwrap_or_default(),
        helped: match treatment.helped {
            Some(Helped::Yes) => "it helped",
            Some(Helped::No) => "it did not help",
            Some(Helped::Unsure) => "can’t tell whether it helped",
            None => "",
        },
    }
}

/// `46 GBP`, `42.50 EUR`: cents stand where there are some.
pub(super) fn money(cents: u64, currency: &str) -> String {
    match (cents / 100, cents % 100) {
        (whole, 0) => format!("{whole} {currency}"),
        (whole, part) => format!("{whole}.{part:02} {currency}"),
    }
}

/// The day's distance where it was typed bare and no session has one.
fn bare_mileage(entry: &Entry, config: &Config) -> Option<String> {
    if entry.record().measured {
        return None;
    }
    entry.mileage.map(|m| format!("{} {}", config.units.show(m.0), config.units.symbol()))
}

#[cfg(test)]
mod tests {
    use super::{money, time, times};

    #[test]
    fn times_are_as_exact_as_they_were_given() {
        let said = [22.0, 65.0, 5.0 + 52.0 / 60.0, 78.5, 0.5, 0.0, 59.999].map(time);
        assert_eq!(said, ["22 min", "1 h 05", "5:52", "1:18:30", "0:30", "0 min", "1 h 00"]);
    }

    #[test]
    fn letters_stand_for_times_between_numbers_only() {
        let said = ["6x(1 min run, 3 x 2)", "mixed gravel", "4 x 200 m, x-country", "x"].map(times);
        assert_eq!(said, ["6×(1 min run, 3 × 2)", "mixed gravel", "4 × 200 m, x-country", "x"]);
    }

    #[test]
    fn money_has_cents_where_there_are_some() {
        assert_eq!(
            [(4600, "GBP"), (4250, "EUR"), (7, "USD")].map(|(c, n)| money(c, n)),
            ["46 GBP", "42.50 EUR", "0.07 USD"]
        );
    }
}
