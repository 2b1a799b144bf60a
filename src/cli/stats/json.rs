//! The numbers as JSON: names and shapes that programs rely on, apart from the model, which is free to change.

#![expect(non_camel_case_types, reason = "the type of each key's value has the key's name")]

use crate::journal::metrics::session_spikes::SessionSpike;
use crate::journal::metrics::streaks::Streak;
use crate::journal::metrics::verdict::RedCause;
use crate::journal::metrics::weekly::Mornings;
use crate::journal::stats::{AdherenceRow, MeasureRow, MeasuredValue, Stats};
use crate::journal::{Course, SpikeRow, WeekRow, Window};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// An object of JSON, its keys in the order in which they are written here.
macro_rules! object {
    ($($key:ident: $value:expr),* $(,)?) => {{
        #[derive(Serialize)]
        struct Object<$($key),*> { $($key: $key),* }
        Object { $($key: $value),* }
    }};
    // With the keys of another object, or without them.
    ($($key:ident: $value:expr),* ; ..$rest:expr) => {{
        #[derive(Serialize)]
        struct Object<$($key),*, rest> { $($key: $key),*, #[serde(flatten)] rest: rest }
        Object { $($key: $value),*, rest: $rest }
    }};
}

/// All numbers of a journal as one line of JSON.
pub fn json(stats: &Stats) -> String {
    let course = stats.course.as_ref();
    fn list<'a, T, R>(rows: Option<&'a Vec<T>>, row: impl Fn(&'a T) -> R) -> Vec<R> {
        rows.into_iter().flatten().map(row).collect()
    }
    let everything = object! {
        entries: stats.entries,
        log_lines: stats.log_lines,
        from: course.map(|course| course.span.0.to_string()),
        to: course.map(|course| course.span.1.to_string()),
        days: course.map_or(0, |course| course.days),
        days_logged: course.map_or(0, |course| course.logged),
        later_days: stats.later_days,
        days_scored: course.map_or(0, |course| course.scored),
        mornings_only: course.map_or(0, |course| course.mornings_only),
        pain: pain(course, stats.has_rule),
        weeks: list(course.map(|course| &course.weeks), week),
        mornings_by_week: course.map_or_else(Vec::new, |course| course.mornings.iter().map(|row| mornings(course, row)).collect()),
        rolling7: list(
            Some(&stats.rolling7),
            |(date, r)| object! { date: date.to_string(), mean: r.mean, median: r.median, n: r.n },
        ),
        spikes: course.map_or_else(Vec::new, |course| course.spikes.iter().map(|row| spike(course, row)).collect()),
        verdicts: list(
            course.map(|course| &course.verdicts),
            |(date, judged)| object! {
                date: date.to_string(),
                rule: judged.rule,
                verdict: judged.verdict.word(),
                why: judged.why.map(RedCause::word),
            },
        ),
        session_spikes: course
            .map_or_else(Vec::new, |course| course.session_spikes.iter().map(|row| session_spike(course, row)).collect()),
        acwr: object! {
            coupled: stats.acwr.coupled,
            uncoupled: stats.acwr.uncoupled,
            ewma: stats.acwr.ewma,
            // Known days of the last 28.
            n: stats.acwr.n,
        },
        next_mornings: list(Some(&stats.next_mornings), |row| object! {
            kind: row.deed.word(),
            n: row.n,
            lower: row.lower,
            same: row.same,
            higher: row.higher,
            mixed: row.mixed,
            unknown: row.unknown,
        }),
        exercises: list(Some(&stats.exercises), |row| object! {
            name: &row.name,
            sessions: row.sessions,
            volume_kg: row.volume_kg,
            hold_s: row.hold_s,
            tension_s: row.tension_s,
            hold_kg_s: row.hold_kg_s,
        }),
        adherence: list(Some(&stats.adherence), adherence),
        measures: list(Some(&stats.measures), measure),
        treatments: list(Some(&stats.treatments), |row| object! {
            r#type: &row.kind,
            sessions: row.sessions,
            minutes: row.minutes,
            travel_minutes: row.travel_minutes,
            cost: &row.cost,
        }),
    };
    // Keys are texts and numbers are finite, so that nothing here can fail.
    serde_json::to_string(&everything).unwrap_or_default()
}

/// The pain of a journal; all of its keys are there where nobody has written of any.
fn pain(course: Option<&Course>, has_rule: bool) -> impl Serialize {
    let median = |window: Option<Window>| {
        object! {
            median: window.and_then(|window| window.median),
            n: window.map_or(0, |window| window.n),
        }
    };
    let streak = |streak: Option<Streak>| {
        let Streak { longest, current } = streak.unwrap_or_default();
        object! { longest: longest, current: current }
    };
    let change = course.and_then(|course| course.change).map(|window| window.change);
    let settled_runs = || object! { settled_runs: streak(course.and_then(|course| course.settled_runs)) };
    let settled_runs = has_rule.then(settled_runs);
    object! {
        last7: median(course.map(|course| course.last7)),
        previous28: median(course.map(|course| course.previous28)),
        earlier21: median(course.map(|course| course.earlier21)),
        later21: median(course.map(|course| course.later21)),
        change: change.map(|change| object! {
            from: change.from,
            to: change.to,
            points: change.points,
            percent: change.percent,
            tier: change.tier.words(),
        }),
        pain_free_streak: streak(course.map(|course| course.pain_free_days)),
        pain_free_runs: streak(course.map(|course| course.pain_free_runs));
        // There without a run, but not without a rule.
        ..settled_runs
    }
}

fn week(week: &WeekRow) -> impl Serialize {
    let run = (week.run > 0).then_some(("run", week.run));
    let distance: BTreeMap<_, _> =
        run.into_iter().chain(week.other.iter().map(|(kind, metres)| (kind.word(), *metres))).collect();
    object! {
        start: week.start.to_string(),
        distance_m: distance,
        span_m: week.span,
        known_days: week.known,
        sessions: week.sessions,
        srpe: week.load,
        load_days: week.load_days,
        monotony: week.effort.map(|effort| effort.monotony),
        strain: week.effort.map(|effort| effort.strain),
        change: week.change,
        days: week.days,
        days_logged: week.logged,
        pain: object! { median: week.pain, n: week.scored },
    }
}

fn spike(course: &Course, row: &SpikeRow) -> impl Serialize {
    let spike = &row.spike;
    object! {
        onset: course.date(spike.onset).to_string(),
        end: spike.end.map(|end| course.date(end).to_string()),
        days: spike.days,
        known: spike.known,
        baseline: spike.baseline,
        peak: spike.peak,
        excess: spike.excess,
        back_at: row.back_at.map(|day| course.date(day).to_string()),
    }
}

fn mornings(course: &Course, row: &Mornings) -> impl Serialize {
    object! { start: course.weeks[row.week].start.to_string(), median: row.median, n: row.n, rise: row.rise }
}

fn measure(row: &MeasureRow) -> impl Serialize {
    /// A value with its day; sides are there where any was typed.
    #[derive(Serialize)]
    #[serde(untagged)]
    enum Value {
        One { date: String, value: f64 },
        Sides { date: String, left: Option<f64>, right: Option<f64> },
    }
    let value = |found: Option<(&Date, &MeasuredValue)>| {
        found.map(|(date, measured)| match *measured {
            MeasuredValue::One(value) => Value::One { date: date.to_string(), value },
            MeasuredValue::Sides(left, right) => Value::Sides { date: date.to_string(), left, right },
        })
    };
    object! {
        name: &row.name,
        n: row.values.len(),
        first: value(row.values.first_key_value()),
        last: value(row.values.last_key_value()),
    }
}

fn session_spike(course: &Course, spike: &SessionSpike) -> impl Serialize {
    object! {
        date: course.date(spike.day).to_string(),
        distance_m: spike.metres,
        longest30_m: spike.longest,
        ratio: spike.ratio,
        band: spike.band.word(),
    }
}

fn adherence(row: &AdherenceRow) -> impl Serialize {
    let sum = row.adherence;
    object! {
        exercise: &row.exercise,
        noted: sum.noted,
        known: sum.known,
        days: sum.days,
        done: sum.done,
        prescribed: sum.prescribed,
        rate: sum.rate(),
        beyond: sum.beyond,
        weeks: sum.weeks,
    }
}
