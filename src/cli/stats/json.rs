//! The numbers as JSON: names and shapes that programs rely on, apart from the model, which is free to change.

#![expect(non_camel_case_types, reason = "the type of each key's value has the key's name")]

use crate::journal::metrics::session_spikes::SessionSpike;
use crate::journal::metrics::spikes::Spike;
use crate::journal::metrics::streaks::Streak;
use crate::journal::metrics::whole;
use crate::journal::stats::{AdherenceRow, LagRow, Stats};
use crate::journal::{Course, WeekRow, Window};
use serde::Serialize;
use std::collections::BTreeMap;

/// An object of JSON, its keys in the order in which they are written here.
macro_rules! object {
    ($($key:ident: $value:expr),* $(,)?) => {{
        #[derive(Serialize)]
        struct Object<$($key),*> { $($key: $key),* }
        Object { $($key: $value),* }
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
        from: course.map(|course| course.span.0.to_string()),
        to: course.map(|course| course.span.1.to_string()),
        days: course.map_or(0, |course| course.days),
        days_logged: course.map_or(0, |course| course.logged),
        days_with_pain: course.map_or(0, |course| course.scored),
        pain: pain(course),
        weeks: list(course.map(|course| &course.weeks), week),
        rolling7: list(
            Some(&stats.rolling7),
            |(date, r)| object! { date: date.to_string(), mean: r.mean, median: r.median, n: r.n },
        ),
        spikes: course.map_or_else(Vec::new, |course| course.spikes.iter().map(|row| spike(course, row)).collect()),
        verdicts: list(
            course.map(|course| &course.verdicts),
            |(date, judged)| object! { date: date.to_string(), rule: &stats.rule, verdict: judged.verdict.word() },
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
        lag: list(Some(&stats.lag), lag),
        exercises: list(Some(&stats.exercises), |row| object! {
            name: &row.name,
            sessions: row.sessions,
            volume_kg: row.volume_kg,
            hold_s: row.hold_s,
            tension_s: row.tension_s,
            hold_kg_s: row.hold_kg_s,
        }),
        adherence: list(Some(&stats.adherence), adherence),
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
fn pain(course: Option<&Course>) -> impl Serialize {
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
    object! {
        last7: median(course.map(|course| course.last7)),
        previous28: median(course.map(|course| course.previous28)),
        trend_per_week: course.and_then(|course| course.trend.ok()),
        // Days with a score of the 42 that the trend is taken from.
        trend_n: course.map_or(0, |course| course.trend_n),
        trend_undefined: course.and_then(|course| course.trend.err()).map(|reason| reason.to_string()),
        change: change.map(|change| object! {
            from: change.from,
            to: change.to,
            points: change.points,
            percent: change.percent,
            tier: change.tier.words(),
        }),
        pain_free_streak: streak(course.map(|course| course.pain_free_days)),
        // The same where a single day without a score does not end it.
        pain_free_bridged: streak(course.map(|course| course.pain_free_bridged)),
        pain_free_runs: streak(course.map(|course| course.pain_free_runs)),
    }
}

fn week(week: &WeekRow) -> impl Serialize {
    let run = (week.run > 0).then_some(("run", week.run));
    let distance: BTreeMap<_, _> =
        run.into_iter().chain(week.other.iter().map(|(kind, metres)| (kind.word(), *metres))).collect();
    object! {
        start: week.start.to_string(),
        distance_m: distance,
        sessions: week.sessions,
        srpe: week.load,
        monotony: week.effort.map(|effort| effort.monotony),
        strain: week.effort.map(|effort| effort.strain),
        change: week.change.and_then(Result::ok),
        days: week.days,
        days_logged: week.logged,
        pain: object! { median: week.pain, n: week.scored },
    }
}

fn spike(course: &Course, spike: &Spike) -> impl Serialize {
    object! {
        onset: course.date(spike.onset).to_string(),
        end: spike.end.map(|end| course.date(end).to_string()),
        days: spike.days,
        baseline: spike.baseline,
        peak: spike.peak,
        excess: spike.excess,
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

fn lag(row: &LagRow) -> impl Serialize {
    let correlation = &row.correlation;
    let groups = row.groups.filter(|_| correlation.rho.is_ok());
    object! {
        x: row.x,
        lag: row.lag,
        n: correlation.n,
        rho: correlation.rho.ok(),
        ci: correlation.interval.map(|(low, high)| [low, high]),
        n_eff: correlation.effective.filter(|_| correlation.rho.is_ok()).map(|n| n.min(whole(correlation.n))),
        undefined: correlation.rho.err().map(|reason| reason.to_string()),
        // Pain after days of more than the median x, against the others.
        groups: groups.map(|(above, groups)| object! {
            above: above,
            n_above: groups.n_in,
            n_rest: groups.n_out,
            median_above: groups.median_in,
            median_rest: groups.median_out,
            cliffs_delta: groups.delta,
        }),
    }
}

fn adherence(row: &AdherenceRow) -> impl Serialize {
    let sum = row.adherence;
    object! {
        exercise: &row.exercise,
        done: sum.done,
        prescribed: sum.prescribed,
        rate: sum.rate(),
        beyond: sum.beyond,
        weeks: sum.weeks,
    }
}
