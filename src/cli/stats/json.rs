//! The numbers as JSON: names and shapes that programs rely on, apart from the model, which is free to change.

use crate::journal::metrics::{Undefined, whole};
use crate::journal::stats::{AdherenceRow, ExerciseRow, LagRow, Stats, TreatmentRow};
use crate::journal::{Course, WeekRow, Window};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Everything<'a> {
    entries: usize,
    from: Option<String>,
    to: Option<String>,
    days: usize,
    days_logged: usize,
    days_with_pain: usize,
    pain: Pain,
    weeks: Vec<Week<'a>>,
    rolling7: Vec<Rolling>,
    spikes: Vec<Spike>,
    verdicts: Vec<Verdict<'a>>,
    session_spikes: Vec<SessionSpike>,
    acwr: Acwr,
    lag: Vec<Lag>,
    exercises: Vec<Exercise<'a>>,
    adherence: Vec<Adherence<'a>>,
    treatments: Vec<Treatment<'a>>,
}

#[derive(Default, Serialize)]
struct Pain {
    last7: Median,
    previous28: Median,
    trend_per_week: Option<f64>,
    /// Days with a score of the 42 that the trend is taken from.
    trend_n: usize,
    trend_undefined: Option<String>,
    change: Option<Change>,
    pain_free_streak: Streak,
    /// The same where a single day without a score does not end it.
    pain_free_bridged: Streak,
    pain_free_runs: Streak,
}

#[derive(Default, Serialize)]
struct Median {
    median: Option<f64>,
    n: usize,
}

#[derive(Serialize)]
struct Change {
    from: f64,
    to: f64,
    points: f64,
    percent: Option<f64>,
    tier: &'static str,
}

#[derive(Default, Serialize)]
struct Streak {
    longest: usize,
    current: usize,
}

#[derive(Serialize)]
struct Week<'a> {
    start: String,
    distance_m: BTreeMap<&'a str, u64>,
    sessions: u64,
    srpe: f64,
    monotony: Option<f64>,
    strain: Option<f64>,
    change: Option<f64>,
    days: usize,
    days_logged: usize,
    pain: Median,
}

#[derive(Serialize)]
struct Rolling {
    date: String,
    mean: f64,
    median: f64,
    n: usize,
}

#[derive(Serialize)]
struct Spike {
    onset: String,
    end: Option<String>,
    days: usize,
    baseline: f64,
    peak: f64,
    excess: f64,
}

#[derive(Serialize)]
struct Verdict<'a> {
    date: String,
    rule: &'a str,
    verdict: &'static str,
}

#[derive(Serialize)]
struct SessionSpike {
    date: String,
    distance_m: u32,
    longest30_m: u32,
    ratio: f64,
    band: &'static str,
}

#[derive(Serialize)]
struct Acwr {
    coupled: Option<f64>,
    uncoupled: Option<f64>,
    ewma: Option<f64>,
    /// Known days of the last 28.
    n: usize,
}

#[derive(Serialize)]
struct Lag {
    x: &'static str,
    lag: i64,
    n: usize,
    rho: Option<f64>,
    ci: Option<[f64; 2]>,
    n_eff: Option<f64>,
    undefined: Option<String>,
    /// Pain after days of more than the median x, against the others.
    groups: Option<Groups>,
}

#[derive(Serialize)]
struct Groups {
    above: f64,
    n_above: usize,
    n_rest: usize,
    median_above: f64,
    median_rest: f64,
    cliffs_delta: f64,
}

#[derive(Serialize)]
struct Exercise<'a> {
    name: &'a str,
    sessions: usize,
    volume_kg: f64,
    hold_s: f64,
    tension_s: f64,
    hold_kg_s: f64,
}

#[derive(Serialize)]
struct Adherence<'a> {
    exercise: &'a str,
    done: u64,
    prescribed: u64,
    rate: Option<f64>,
    beyond: u64,
    weeks: usize,
}

#[derive(Serialize)]
struct Treatment<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    sessions: usize,
    minutes: f64,
    travel_minutes: f64,
    cost: &'a BTreeMap<String, u64>,
}

/// All numbers of a journal as one line of JSON.
#[must_use]
pub fn json(stats: &Stats) -> String {
    let course = stats.course.as_ref();
    let day = |date: Date| date.to_string();
    let everything = Everything {
        entries: stats.entries,
        from: course.map(|course| day(course.span.0)),
        to: course.map(|course| day(course.span.1)),
        days: course.map_or(0, |course| course.days),
        days_logged: course.map_or(0, |course| course.logged),
        days_with_pain: course.map_or(0, |course| course.scored),
        pain: course.map(pain).unwrap_or_default(),
        weeks: course.map(|course| course.weeks.iter().map(week).collect()).unwrap_or_default(),
        rolling7: stats
            .rolling7
            .iter()
            .map(|(date, r)| Rolling { date: day(*date), mean: r.mean, median: r.median, n: r.n })
            .collect(),
        spikes: course.map(spikes).unwrap_or_default(),
        verdicts: course.map(|course| verdicts(course, &stats.rule)).unwrap_or_default(),
        session_spikes: course.map(session_spikes).unwrap_or_default(),
        acwr: Acwr {
            coupled: stats.acwr.coupled,
            uncoupled: stats.acwr.uncoupled,
            ewma: stats.acwr.ewma,
            n: stats.acwr.n,
        },
        lag: stats.lag.iter().map(lag).collect(),
        exercises: stats.exercises.iter().map(exercise).collect(),
        adherence: stats.adherence.iter().map(adherence).collect(),
        treatments: stats.treatments.iter().map(treatment).collect(),
    };
    // Keys are texts and numbers are finite, so that nothing here can fail.
    serde_json::to_string(&everything).unwrap_or_default()
}

fn pain(course: &Course) -> Pain {
    let median = |window: Window| Median { median: window.median, n: window.n };
    Pain {
        last7: median(course.last7),
        previous28: median(course.previous28),
        trend_per_week: course.trend.ok(),
        trend_n: course.trend_n,
        trend_undefined: course.trend.err().map(|reason| reason.to_string()),
        change: course.change.map(|window| {
            let change = window.change;
            let tier = change.tier.words();
            Change { from: change.from, to: change.to, points: change.points, percent: change.percent, tier }
        }),
        pain_free_streak: Streak { longest: course.pain_free_days.longest, current: course.pain_free_days.current },
        pain_free_bridged: Streak {
            longest: course.pain_free_bridged.longest,
            current: course.pain_free_bridged.current,
        },
        pain_free_runs: Streak { longest: course.pain_free_runs.longest, current: course.pain_free_runs.current },
    }
}

fn week(week: &WeekRow) -> Week<'_> {
    let run = (week.run > 0).then_some(("run", week.run));
    Week {
        start: week.start.to_string(),
        distance_m: run.into_iter().chain(week.other.iter().map(|(kind, metres)| (kind.word(), *metres))).collect(),
        sessions: week.sessions,
        srpe: week.load,
        monotony: week.effort.map(|effort| effort.monotony),
        strain: week.effort.map(|effort| effort.strain),
        change: week.change.and_then(Result::ok),
        days: week.days,
        days_logged: week.logged,
        pain: Median { median: week.pain, n: week.scored },
    }
}

fn spikes(course: &Course) -> Vec<Spike> {
    let spike = |spike: &crate::journal::metrics::spikes::Spike| Spike {
        onset: course.date(spike.onset).to_string(),
        end: spike.end.map(|end| course.date(end).to_string()),
        days: spike.days,
        baseline: spike.baseline,
        peak: spike.peak,
        excess: spike.excess,
    };
    course.spikes.iter().map(spike).collect()
}

fn verdicts<'a>(course: &Course, rule: &'a str) -> Vec<Verdict<'a>> {
    let all = course.verdicts.iter();
    all.map(|(date, judged)| Verdict { date: date.to_string(), rule, verdict: judged.verdict.word() }).collect()
}

fn session_spikes(course: &Course) -> Vec<SessionSpike> {
    let spike = |spike: &crate::journal::metrics::session_spikes::SessionSpike| SessionSpike {
        date: course.date(spike.day).to_string(),
        distance_m: spike.metres,
        longest30_m: spike.longest,
        ratio: spike.ratio,
        band: spike.band.word(),
    };
    course.session_spikes.iter().map(spike).collect()
}

fn lag(row: &LagRow) -> Lag {
    let correlation = &row.correlation;
    Lag {
        x: row.x,
        lag: row.lag,
        n: correlation.n,
        rho: correlation.rho.ok(),
        ci: correlation.interval.map(|(low, high)| [low, high]),
        n_eff: correlation.effective.filter(|_| correlation.rho.is_ok()).map(|n| n.min(whole(correlation.n))),
        undefined: correlation.rho.err().map(|reason: Undefined| reason.to_string()),
        groups: row.groups.filter(|_| correlation.rho.is_ok()).map(|(above, groups)| Groups {
            above,
            n_above: groups.n_in,
            n_rest: groups.n_out,
            median_above: groups.median_in,
            median_rest: groups.median_out,
            cliffs_delta: groups.delta,
        }),
    }
}

fn exercise(row: &ExerciseRow) -> Exercise<'_> {
    Exercise {
        name: &row.name,
        sessions: row.sessions,
        volume_kg: row.volume_kg,
        hold_s: row.hold_s,
        tension_s: row.tension_s,
        hold_kg_s: row.hold_kg_s,
    }
}

fn adherence(row: &AdherenceRow) -> Adherence<'_> {
    let sum = row.adherence;
    Adherence {
        exercise: &row.exercise,
        done: sum.done,
        prescribed: sum.prescribed,
        rate: sum.rate(),
        beyond: sum.beyond,
        weeks: sum.weeks,
    }
}

fn treatment(row: &TreatmentRow) -> Treatment<'_> {
    Treatment {
        kind: &row.kind,
        sessions: row.sessions,
        minutes: row.minutes,
        travel_minutes: row.travel_minutes,
        cost: &row.cost,
    }
}
