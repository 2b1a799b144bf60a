//! Where things stand on the day of the last entry, in figures.

use super::metrics::median;
use super::metrics::streaks::{Streak, streak};
use super::{Calendar, Day, Journal};
use crate::config::{Config, Injury};
use crate::units::{days_between, shift, week_of};
use jiff::civil::Date;

/// Days with a score that a median of 7 days needs.
pub const LEAST_OF_7: usize = 4;

/// The figures of *where things stand*, as of the last entry's date.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The last entry's date.
    pub as_of: Date,
    /// The day of the injury, from 1.
    pub day: Option<i64>,
    /// The injury that the journal is about: the newest active one, else the one that ended last.
    pub injury: Option<AboutInjury>,
    /// The phase and its first day.
    pub phase: Option<(String, Date)>,
    /// Pain over the last 7 days; a median needs [`LEAST_OF_7`] of them.
    pub last7: Window,
    /// The days from the journal's first to the last entry.
    pub days: usize,
    /// The last score and its day.
    pub last_score: Option<(Date, f64)>,
    /// Pain over the 28 days before those; a median needs 10 of them.
    pub previous28: Window,
    /// Metres run in the current week.
    pub run: u32,
    /// Days of the current week up to the last entry.
    pub week_days: u8,
    /// Metres run in the week before, if the journal reaches back to it.
    pub run_before: Option<u32>,
    /// Runs in a row with pain 0, the longest and the current.
    pub pain_free_runs: Streak,
    /// Days in a row with pain 0, the longest and the current.
    pub pain_free_days: Streak,
    /// The first day of the current row of pain-free runs.
    pub pain_free_since: Option<Date>,
    /// Whether anything was ever run.
    pub runs: bool,
    /// The last milestone.
    pub milestone: Option<LastMilestone>,
}

/// The injury that a journal is about, in the facts that a reader with the same one asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct AboutInjury {
    /// Its name.
    pub name: String,
    /// What it was said to be last, in a few words where they were typed.
    pub diagnosis: Option<String>,
    /// Its last day, if it is over.
    pub end: Option<Date>,
    /// The days from its onset to the last entry or to its end.
    pub days: Option<i64>,
    /// The first run after the last long time without any; `None` where there was no such time since its onset.
    pub running_since: Option<Date>,
}

/// A median over some days, and how many of them have a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The median, where enough days have a value.
    pub median: Option<f64>,
    /// Days with a value.
    pub n: usize,
}

/// The last milestone of a journal.
#[derive(Clone, Debug, PartialEq)]
pub struct LastMilestone {
    /// When.
    pub date: Date,
    /// What.
    pub label: String,
    /// The entry that tells of it, by index; `None` where a line of a log does.
    pub item: Option<usize>,
    /// Its number among the journal's milestones and setbacks.
    pub number: usize,
}

impl Standing {
    /// The figures of a journal; `None` where no entry has a date.
    pub fn of(journal: &Journal, config: &Config) -> Option<Self> {
        let calendar = journal.calendar.as_ref()?;
        let as_of = calendar.last();
        let active = config.active(as_of).last().copied();
        let weeks = calendar.weeks(config.week_start);
        let this = weeks.last()?;
        let days = calendar.days.iter().enumerate();
        let ran: Vec<usize> = days.filter(|(_, d)| d.ran() && d.effort.is_some()).map(|(at, _)| at).collect();
        let pain_free_runs = calendar.pain_free_runs();
        let since = ran.len().checked_sub(pain_free_runs.current).and_then(|i| ran.get(i)).map(|at| calendar.date(*at));
        Some(Self {
            as_of,
            day: super::day_of(active, as_of, config),
            injury: active.or_else(|| ended_last(config, as_of)).map(|at| about(&config.injuries[at], calendar, as_of)),
            phase: config.phase_on(as_of).map(|p| (p.name.clone(), p.start)),
            last7: window(calendar, as_of, 7, LEAST_OF_7),
            days: calendar.days.len(),
            last_score: last_score(calendar),
            previous28: window(calendar, shift(as_of, -7), 28, 10),
            run: this.run,
            week_days: this.days_until(as_of, week_of(as_of, config.week_start)),
            run_before: weeks.len().checked_sub(2).map(|i| weeks[i].run),
            pain_free_since: since,
            pain_free_runs,
            pain_free_days: streak(calendar.pain_or_morning(), |pain| pain == Some(0.0)),
            runs: calendar.days.iter().any(Day::ran),
            milestone: journal.milestones.iter().rfind(|mark| !mark.setback).map(|mark| LastMilestone {
                date: mark.date,
                label: mark.label.clone(),
                item: mark.item,
                number: mark.number,
            }),
        })
    }
}

/// The last score of pain and its day.
fn last_score(calendar: &Calendar) -> Option<(Date, f64)> {
    let scores: Vec<Option<f64>> = calendar.pain_or_morning().collect();
    let (at, pain) = scores.iter().enumerate().rev().find_map(|(at, pain)| Some((at, (*pain)?)))?;
    Some((calendar.date(at), pain))
}

/// The injury that ended last before a day.
fn ended_last(config: &Config, day: Date) -> Option<usize> {
    let over = config.injuries.iter().enumerate();
    let over = over.filter_map(|(at, injury)| Some((injury.end.filter(|end| *end < day)?, at)));
    over.max_by_key(|(end, _)| *end).map(|(_, at)| at)
}

fn about(injury: &Injury, calendar: &Calendar, as_of: Date) -> AboutInjury {
    let newest = injury.diagnoses.iter().max_by_key(|diagnosis| diagnosis.date);
    let end = injury.end.filter(|end| *end <= as_of);
    AboutInjury {
        name: injury.name.clone(),
        diagnosis: newest.map(|newest| newest.short.as_ref().unwrap_or(&newest.label).clone()),
        end,
        days: injury.day(end.unwrap_or(as_of)),
        running_since: running_since(calendar, injury.onset).filter(|_| end.is_none()),
    }
}

/// Days without a run after which running is begun again.
const LONG: u32 = 28;

/// The first run after the last time in which at least [`LONG`] days are known to be without one.
///
/// What nobody wrote down may have been a run, so days of which it is not known count for nothing.
fn running_since(calendar: &Calendar, onset: Option<Date>) -> Option<Date> {
    let (mut without, mut since) = (0, None);
    for (at, day) in calendar.days.iter().enumerate() {
        let date = calendar.date(at);
        if onset.is_some_and(|onset| date <= onset) {
            continue;
        }
        if day.ran() || day.run > 0 || day.logs.span > 0 {
            since = if without >= LONG { Some(date) } else { since };
            without = 0;
        } else if day.run_known {
            without += 1;
        }
    }
    since
}

impl super::Week {
    fn days_until(&self, day: Date, start: Date) -> u8 {
        u8::try_from(days_between(start, day) + 1).unwrap_or(self.days)
    }
}

/// The median of pain over the `length` days that end on a date, where at least `least` of them have a value.
pub(super) fn window(calendar: &Calendar, end: Date, length: i64, least: usize) -> Window {
    let values: Vec<f64> = (0..length)
        .filter_map(|back| calendar.index(shift(end, -back)))
        .filter_map(|index| calendar.pain[index])
        .collect();
    let median = if values.len() >= least { median(&values) } else { None };
    Window { median, n: values.len() }
}
