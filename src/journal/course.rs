//! How a journal went, in the figures that pages show: made when a page or a command asks for them.

use super::metrics::change::{Change, change};
use super::metrics::load;
use super::metrics::median;
use super::metrics::session_spikes::{SessionSpike, session_spikes};
use super::metrics::spikes::{Spike, spikes};
use super::metrics::streaks::{Streak, bridged, streak};
use super::metrics::trend;
use super::metrics::weekly::{self, Mornings, mornings};
use super::metrics::{Undefined, verdict::Judged};
use super::standing::window;
use super::{Calendar, Journal, Window};
use crate::config::Config;
use crate::entry::{Entry, SessionKind};
use crate::units::{Score, days_between, shift, week_of};
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// Days that a trend is taken from.
pub(super) const TREND_DAYS: usize = 42;

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
    /// Pain over the last 7 days; a median needs 4 of them.
    pub last7: Window,
    /// Pain over the 28 days before those; a median needs 10 of them.
    pub previous28: Window,
    /// The last 7 days against the first 7.
    pub change: Option<WindowChange>,
    /// Points a week over the last 42 days, negative where pain fell.
    pub trend: Result<f64, Undefined>,
    /// Days of these 42 that have a score.
    pub trend_n: usize,
    /// Days in a row with pain 0.
    pub pain_free_days: Streak,
    /// The same, where a single day without a score neither ends a row nor counts.
    pub pain_free_bridged: Streak,
    /// Runs in a row with pain 0.
    pub pain_free_runs: Streak,
    /// Days on which something was run.
    pub runs: usize,
    /// The weeks, in order.
    pub weeks: Vec<WeekRow>,
    /// The pain spikes, in order.
    pub spikes: Vec<Spike>,
    /// The runs longer than those of the thirty days before, in order.
    pub session_spikes: Vec<SessionSpike>,
    /// Running sessions with a distance, and bare mileage.
    pub measured_runs: usize,
    /// The days that could be judged by the writer's rule, in order.
    pub verdicts: Vec<(Date, Judged)>,
    /// The last whole ISO week's mornings against those of the week before, and that week's first day.
    pub mornings: (Date, Result<Mornings, Undefined>),
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
    /// Days with a pain score.
    pub scored: usize,
    /// The median of pain; undefined below 4 days with a score.
    pub pain: Option<f64>,
    /// Metres run: walk-runs, races and bare mileage are in it.
    pub run: u64,
    /// Metres of every other kind that has any.
    pub other: BTreeMap<SessionKind, u64>,
    /// Sessions, one for each bare mileage too.
    pub sessions: u64,
    /// The sum of the known daily loads.
    pub load: f64,
    /// Monotony and strain; undefined unless all seven loads are known and differ.
    pub effort: Option<load::Week>,
    /// The change of the metres run from the week before, as a share of it; `None` for the first week.
    pub change: Option<Result<f64, Undefined>>,
}

impl Course {
    /// The course of a journal, or of one of its injuries; `None` where no entry has a date.
    pub fn of(journal: &Journal, config: &Config, injury: Option<usize>) -> Option<Self> {
        let calendar = journal.days(injury)?;
        let (first, last) = (calendar.first, calendar.last());
        let pain = &calendar.pain;
        let tail = &pain[pain.len().saturating_sub(TREND_DAYS)..];
        let ran = calendar.days.iter().filter(|day| day.run > 0);
        let runs = runs(calendar, journal.counted(injury));
        let judged = calendar.days.iter().enumerate().filter_map(|(at, day)| Some((calendar.date(at), day.judged?)));
        let last7 = window(calendar, last, 7, 4);
        Some(Self {
            span: (first, last),
            days: calendar.days.len(),
            logged: calendar.logged(),
            scored: calendar.scored(),
            last7,
            previous28: window(calendar, shift(last, -7), 28, 10),
            change: change_of(window(calendar, shift(first, 6), 7, 4), last7, calendar.days.len()),
            trend: trend::per_week(tail),
            trend_n: tail.iter().flatten().count(),
            pain_free_days: streak(pain, |pain| *pain == Some(0.0)),
            pain_free_bridged: bridged(pain, 0.0, 1),
            pain_free_runs: streak(ran.clone(), |day| day.pain.map(Score::value) == Some(0.0)),
            runs: ran.count(),
            weeks: weeks(calendar, journal.counted(injury), config.week_start),
            spikes: spikes(pain),
            session_spikes: session_spikes(&runs),
            measured_runs: runs.len(),
            verdicts: judged.collect(),
            mornings: last_mornings(calendar),
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

/// Each running session with a distance and each bare mileage, as day and metres, in the order of days and files.
fn runs<'a>(calendar: &Calendar, entries: impl Iterator<Item = (Date, &'a Entry)>) -> Vec<(usize, u32)> {
    let measured = entries.filter_map(|(date, entry)| Some((calendar.index(date)?, entry)));
    let measured = measured.flat_map(|(day, entry)| entry.runs().map(move |metres| (day, metres)));
    let bare = calendar.days.iter().enumerate().filter(|(_, day)| !day.measured && day.run > 0);
    let mut runs: Vec<(usize, u32)> = measured.chain(bare.map(|(at, day)| (at, day.run))).collect();
    // A day has the ones or the other, so that a stable sort keeps the order of files.
    runs.sort_by_key(|(day, _)| *day);
    runs
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
    while from < calendar.days.len() {
        // The first week may begin before the first day, the last one end after the last.
        let to = (from + if from == 0 { 7 - ahead } else { 7 }).min(calendar.days.len());
        let start = week_of(calendar.date(from), week_start);
        let row = week(calendar, from..to, start, weeks.last().map(|week| week.run));
        weeks.push(row);
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

fn week(calendar: &Calendar, span: std::ops::Range<usize>, start: Date, before: Option<u64>) -> WeekRow {
    let days = &calendar.days[span.clone()];
    let scores: Vec<f64> = calendar.pain[span].iter().flatten().copied().collect();
    let loads: Vec<Option<f64>> = days.iter().map(|day| (day.entries > 0).then_some(day.load)).collect();
    let run = days.iter().map(|day| u64::from(day.run)).sum();
    WeekRow {
        start,
        days: days.len(),
        logged: days.iter().filter(|day| day.entries > 0).count(),
        scored: scores.len(),
        pain: if scores.len() >= 4 { median(&scores) } else { None },
        run,
        other: BTreeMap::new(),
        sessions: days.iter().map(|day| u64::from(day.sessions)).sum(),
        load: loads.iter().flatten().sum(),
        effort: load::week(&loads),
        change: before.map(|before| weekly::change(before, run)),
    }
}

/// The mornings of the last ISO week that ends inside the calendar, against those of the week before.
///
/// How a day began: what the day before says of its next day, else its own before.
fn last_mornings(calendar: &Calendar) -> (Date, Result<Mornings, Undefined>) {
    let last = calendar.last();
    let end = if last.weekday() == Weekday::Sunday { last } else { shift(week_of(last, Weekday::Monday), -1) };
    let morning = |date: Date| {
        let at = calendar.index(date)?;
        let said = at.checked_sub(1).and_then(|before| calendar.days[before].points[3]);
        said.or(calendar.days[at].points[0]).map(Score::value)
    };
    let week = |end: Date| -> Vec<Option<f64>> { (0..7).rev().map(|back| morning(shift(end, -back))).collect() };
    (shift(end, -6), mornings(&week(shift(end, -7)), &week(end)))
}
