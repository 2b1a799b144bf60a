//! How a journal went, in the figures that pages show: made when a page or a command asks for them.

use super::calendar::Day;
use super::metrics::change::{Change, change};
use super::metrics::load;
use super::metrics::median;
use super::metrics::session_spikes::{SessionSpike, session_spikes};
use super::metrics::spikes::{Spike, spikes};
use super::metrics::streaks::{Streak, streak};
use super::metrics::verdict::{Judged, Verdict};
use super::metrics::weekly::{self, Mornings, mornings};
use super::standing::{LEAST_OF_7, window};
use super::{Calendar, Journal, Window};
use crate::config::Config;
use crate::entry::{Entry, SessionKind};
use crate::units::{days_between, shift, week_of};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// The figures of a journal's course; indices of days are those of its calendar.
#[derive(Clone, Debug)]
pub struct Course {
    /// The first and the last day.
    pub span: (Date, Date),
    /// Days from the first to the last.
    pub days: usize,
    /// Days with an entry.
    pub logged: usize,
    /// Days with a pain score.
    pub scored: usize,
    /// Days of which the morning alone has a score.
    pub mornings_only: usize,
    /// Pain over the last 7 days; a median needs 4 of them.
    pub last7: Window,
    /// Pain over the 28 days before those; a median needs 10 of them.
    pub previous28: Window,
    /// Pain over the last 21 days; a median needs 8 of them.
    pub later21: Window,
    /// Pain over the 21 days before those; a median needs 8 of them.
    pub earlier21: Window,
    /// The last 7 days against the first 7.
    pub change: Option<WindowChange>,
    /// Days in a row with pain 0; the morning's stands in where a day has no score.
    pub pain_free_days: Streak,
    /// Days of a run in a row on which it was felt as 0, of those with a score.
    pub pain_free_runs: Streak,
    /// Days of a run in a row that settled by the rule in force; `None` without a rule.
    pub settled_runs: Option<Streak>,
    /// Days on which something was run.
    pub runs: usize,
    /// The weeks, in order.
    pub weeks: Vec<WeekRow>,
    /// The mornings of the weeks that have four of them.
    pub mornings: Vec<Mornings>,
    /// The pain spikes, in order.
    pub spikes: Vec<SpikeRow>,
    /// The runs longer than those of the thirty days before, in order.
    pub session_spikes: Vec<SessionSpike>,
    /// Runs whose length is known.
    pub measured_runs: usize,
    /// What the rule in force says of each day that it judges, in order.
    pub verdicts: Vec<(Date, Judged)>,
}

/// A pain spike, and when the runner was back at what was run before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpikeRow {
    /// The spike.
    pub spike: Spike,
    /// The first day after its end with at least the longest known daily run of the 7 days before it.
    pub back_at: Option<usize>,
}

/// A change between two windows of seven days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowChange {
    /// The change.
    pub change: Change,
    /// Days of the first window with a score.
    pub n_from: usize,
    /// Days of the last window with a score.
    pub n_to: usize,
}

/// A week that overlaps first…last.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekRow {
    /// Its first day, which may lie before the first entry.
    pub start: Date,
    /// Days of it inside first…last; fewer than 7 make it a part week.
    pub days: usize,
    /// Days with an entry.
    pub logged: usize,
    /// Days of which it is known what was done.
    pub known: usize,
    /// Days with a pain score.
    pub scored: usize,
    /// The median of pain; undefined below 4 days with a score.
    pub pain: Option<f64>,
    /// Metres run that are noted: walk-runs, races and bare mileage are in it.
    pub run: u64,
    /// Those of them that are of runs over several days.
    pub span: u64,
    /// Days of which it is known how far was run.
    pub run_days: usize,
    /// Metres of every other kind that has any.
    pub other: BTreeMap<SessionKind, u64>,
    /// Sessions, one for each mileage that is a session of its own too.
    pub sessions: u64,
    /// The sum of the known daily loads; `None` where none is known.
    pub load: Option<f64>,
    /// Days whose load is known.
    pub load_days: usize,
    /// Monotony and strain; undefined unless all seven loads are known and differ.
    pub effort: Option<load::Week>,
    /// The change of the metres run from the week before, as a share of it; `None` unless they are known on all days of both weeks.
    pub change: Option<f64>,
}

impl WeekRow {
    /// Metres run as far as noted; no 0 where there was a run of which nobody knows how long it was.
    pub fn run_noted(&self) -> Option<u64> {
        (self.run > 0 || self.known > 0 && self.run_days == self.known).then_some(self.run)
    }

    /// The load as far as noted; no 0 where something was done of which no load is known.
    pub fn load_noted(&self) -> Option<f64> {
        self.load.filter(|load| *load > 0.0 || self.load_days == self.known)
    }
}

impl Course {
    /// The course of a journal, or of one of its injuries; `None` where no entry has a date.
    pub fn of(journal: &Journal, config: &Config, injury: Option<usize>) -> Option<Self> {
        let calendar = journal.days(injury)?;
        let (first, last) = (calendar.first, calendar.last());
        let (pain, days) = (&calendar.pain, &calendar.days);
        let runs = runs(calendar, journal.done(injury));
        let judged = days.iter().enumerate().filter_map(|(at, day)| Some((calendar.date(at), day.judged?)));
        let last7 = window(calendar, last, 7, LEAST_OF_7);
        let known: Vec<bool> = days.iter().map(|day| day.run_known).collect();
        Some(Self {
            span: (first, last),
            days: days.len(),
            logged: calendar.logged(),
            scored: calendar.scored(),
            mornings_only: calendar.pain_or_morning().flatten().count() - calendar.scored(),
            last7,
            previous28: window(calendar, shift(last, -7), 28, 10),
            later21: window(calendar, last, 21, 8),
            earlier21: window(calendar, shift(last, -21), 21, 8),
            change: change_of(window(calendar, shift(first, 6), 7, LEAST_OF_7), last7, days.len()),
            pain_free_days: streak(calendar.pain_or_morning(), |pain| pain == Some(0.0)),
            pain_free_runs: calendar.pain_free_runs(),
            settled_runs: (!config.rules.is_empty()).then(|| settled_runs(days)),
            runs: days.iter().filter(|day| day.ran()).count(),
            weeks: weeks(calendar, journal.done(injury), config.week_start),
            mornings: mornings(mornings_of_weeks(calendar, config.week_start)),
            spikes: spikes(pain).into_iter().map(|spike| SpikeRow { spike, back_at: back_at(&spike, days) }).collect(),
            session_spikes: session_spikes(&runs, &known),
            measured_runs: runs.len(),
            verdicts: judged.collect(),
        })
    }

    /// The date of a day by its index.
    pub fn date(&self, index: usize) -> Date {
        shift(self.span.0, i64::try_from(index).unwrap_or(i64::MAX))
    }
}

/// The change between two windows, where both have a median and share no day.
fn change_of(from: Window, to: Window, days: usize) -> Option<WindowChange> {
    let (before, now) = (from.median?, to.median?);
    (days >= 14).then(|| WindowChange { change: change(before, now), n_from: from.n, n_to: to.n })
}

impl Calendar {
    /// The days of a run with a score of how it felt, on which that was 0: the longest row of them, and the current one.
    pub(super) fn pain_free_runs(&self) -> Streak {
        let felt = self.days.iter().filter(|day| day.ran()).filter_map(|day| day.effort);
        streak(felt, |effort| effort.value() == 0.0)
    }
}

/// The verdicts in order that the writer gives, or that are of days of a run: how many in a row were green or amber.
fn settled_runs(days: &[Day]) -> Streak {
    let of_run = |day: &&Day| day.ran() || day.told;
    let verdicts = days.iter().filter(of_run).filter_map(|day| Some(day.judged?.verdict));
    let told = verdicts.filter(|verdict| *verdict != Verdict::Grey);
    streak(told, |verdict| matches!(verdict, Verdict::Green | Verdict::Amber))
}

/// Days before a spike that the runner was last known to run as far as usual.
const BEFORE_SPIKE: usize = 7;

/// The first day after a spike with as long a run as the longest of the week before it.
pub(crate) fn back_at(spike: &Spike, days: &[Day]) -> Option<usize> {
    let before = &days[spike.onset.saturating_sub(BEFORE_SPIKE)..spike.onset];
    let longest = before.iter().filter_map(Day::run).max().filter(|longest| *longest > 0)?;
    let after = spike.end? + 1;
    (after..days.len()).find(|at| days[*at].run().is_some_and(|run| run >= longest))
}

/// The length of each run that has one, with its day, in the order of days and files.
///
/// Beside a running session with a distance a day's mileage is no run. Else each one above 0 is one, and the first stands where
/// the first running session stands that has none.
fn runs<'a>(calendar: &Calendar, entries: impl Iterator<Item = (Date, &'a Entry)>) -> Vec<(usize, u32)> {
    let entries: Vec<(usize, &Entry)> = entries.filter_map(|(date, e)| Some((calendar.index(date)?, e))).collect();
    let mut runs = Vec::new();
    for of_day in entries.chunk_by(|(a, _), (b, _)| a == b) {
        let is_measured = of_day.iter().any(|(_, entry)| entry.record().measured);
        let typed = |entry: &Entry| entry.record().mileage.filter(|metres| *metres > 0 && !is_measured);
        let has_open = of_day.iter().any(|(_, entry)| entry.record().unmeasured > 0);
        let lender = of_day.iter().position(|(_, entry)| typed(entry).is_some()).filter(|_| has_open);
        let mut lent = lender.and_then(|at| typed(of_day[at].1));
        for (at, (day, entry)) in of_day.iter().enumerate() {
            let lengths = entry.runs().filter_map(|metres| metres.or_else(|| lent.take()));
            runs.extend(lengths.map(|metres| (*day, metres)));
            runs.extend(typed(entry).filter(|_| lender != Some(at)).map(|metres| (*day, metres)));
        }
    }
    runs
}

/// The mornings of each calendar week that overlaps the days.
fn mornings_of_weeks(calendar: &Calendar, week_start: Weekday) -> impl Iterator<Item = Vec<f64>> {
    let ahead = usize::try_from(days_between(week_of(calendar.first, week_start), calendar.first)).unwrap_or(0);
    let began: Vec<Option<f64>> = std::iter::repeat_n(None, ahead).chain(calendar.began()).collect();
    let weeks: Vec<Vec<f64>> = began.chunks(7).map(|week| week.iter().flatten().copied().collect()).collect();
    weeks.into_iter()
}

fn weeks<'a>(
    calendar: &Calendar,
    entries: impl Iterator<Item = (Date, &'a Entry)>,
    week_start: Weekday,
) -> Vec<WeekRow> {
    let first = week_of(calendar.first, week_start);
    let ahead = usize::try_from(days_between(first, calendar.first)).unwrap_or(0);
    let mut weeks: Vec<WeekRow> = Vec::with_capacity((ahead + calendar.days.len()).div_ceil(7));
    let mut from = 0;
    let mut before = None;
    while from < calendar.days.len() {
        // The first week may begin before the first day, the last one end after the last.
        let to = (from + if from == 0 { 7 - ahead } else { 7 }).min(calendar.days.len());
        let row = week(calendar, from..to, week_of(calendar.date(from), week_start));
        let days = &calendar.days[from..to];
        // Metres of a week of which all is known.
        let whole = (days.len() == 7 && days.iter().all(|day| day.run_known)).then_some(row.run);
        let change = before.flatten().zip(whole).and_then(|(before, now)| weekly::change(before, now));
        weeks.push(WeekRow { change, ..row });
        before = Some(whole);
        from = to;
    }
    for (date, entry) in entries {
        let Some(row) = usize::try_from(days_between(first, date) / 7).ok().and_then(|at| weeks.get_mut(at)) else {
            continue;
        };
        for (kind, metres) in entry.lengths().filter(|(kind, metres)| !kind.is_running() && *metres > 0) {
            *row.other.entry(kind).or_default() += u64::from(metres);
        }
    }
    weeks
}

fn week(calendar: &Calendar, span: std::ops::Range<usize>, start: Date) -> WeekRow {
    let days = &calendar.days[span.clone()];
    let scores: Vec<f64> = calendar.pain[span].iter().flatten().copied().collect();
    let loads: Vec<Option<f64>> = days.iter().map(|day| day.load).collect();
    let load_days = loads.iter().flatten().count();
    WeekRow {
        start,
        days: days.len(),
        logged: days.iter().filter(|day| day.entries > 0).count(),
        known: days.iter().filter(|day| day.known()).count(),
        scored: scores.len(),
        pain: if scores.len() >= 4 { median(&scores) } else { None },
        run: days.iter().map(|day| u64::from(day.run) + u64::from(day.logs.span)).sum(),
        span: days.iter().map(|day| u64::from(day.logs.span)).sum(),
        run_days: days.iter().filter(|day| day.run_known).count(),
        other: BTreeMap::new(),
        sessions: days.iter().map(|day| u64::from(day.sessions)).sum(),
        load: (load_days > 0).then(|| loads.iter().flatten().sum()),
        load_days,
        effort: load::week(&loads),
        change: None,
    }
}
