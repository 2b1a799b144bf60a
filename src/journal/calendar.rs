//! The days from the first entry to the last, dense, with what was recorded on each.
//!
//! Definitions: one day per civil date; several entries on a day are one day, scores by maximum, distances by sum. A value
//! that nobody wrote is `None`, never zero.

use super::judging;
use super::metrics::verdict::{Judged, Limits};
use super::metrics::{median, rolling};
use crate::entry::{Entry, Record};
use crate::units::{Score, days_between, shift, week_of};
use jiff::civil::{Date, Weekday};
use std::hash::Hash;

/// A dense run of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// The date of the earliest entry, and of the first day.
    pub first: Date,
    /// One record a day, without holes.
    pub days: Vec<Day>,
    /// Pain of each day, 0 to 10.
    pub pain: Vec<Option<f64>>,
    /// The median of pain over the 7 days ending on each day, where at least 4 of them have one.
    pub median: Vec<Option<f64>>,
}

/// What was recorded on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Day {
    /// How many entries the day has.
    pub entries: u16,
    /// Pain before, during, after and on the next day.
    pub points: [Option<Score>; 4],
    /// The largest of the worst, before, during and after recorded on this day.
    pub own: Option<Score>,
    /// Pain of the day: its own, else what the day before says of its next day.
    pub pain: Option<Score>,
    /// Metres run: sessions that are runs, walk-runs or races, and bare mileage.
    pub run: u32,
    /// Metres walked.
    pub walk: u32,
    /// Metres of all other sessions.
    pub other: u32,
    /// Sessions, one for each bare mileage too.
    pub sessions: u32,
    /// Whether a running session has a distance, so that bare mileage does not count.
    pub measured: bool,
    /// Effort times minutes, summed over the sessions that have both.
    pub load: f64,
    /// Hours until pain was back at the level before: the most that is given.
    pub settled_hours: Option<f64>,
    /// How the injury took the day, by the writer's rule; `None` where nothing was felt during or after.
    pub judged: Option<Judged>,
    /// The kinds and lengths of its sessions as a hash.
    pub done: u64,
}

/// A week that overlaps the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// Its first day, which may lie before the calendar.
    pub start: Date,
    /// Metres run.
    pub run: u32,
    /// Metres walked.
    pub walk: u32,
    /// Metres of all other sessions.
    pub other: u32,
    /// Days with an entry.
    pub logged: u8,
    /// Days of the week inside the calendar; fewer than 7 make it a part week.
    pub days: u8,
    /// Days with a pain score.
    pub scored: u8,
    /// The median of the days' pain, where at least 4 have one.
    pub median: Option<f64>,
    /// The most pain of any day.
    pub worst: Option<Score>,
}

impl Day {
    /// All that is known of the day, in a form that can be hashed.
    pub fn hashed(&self) -> impl Hash {
        let judged = self.judged.map(|judged| {
            let points = judged.points;
            let scores = [points.before, points.during, points.after, points.next];
            (judged.verdict, scores, points.settled_hours.map(f64::to_bits))
        });
        let felt = (self.points, self.own, self.pain, judged);
        let done = (self.run, self.walk, self.other, self.sessions, self.load.to_bits(), self.done);
        (self.entries, felt, done)
    }
}

impl Calendar {
    /// The days of some entries that are in date order, judged by a rule; `None` where none has a date.
    pub fn of<'a>(entries: impl Iterator<Item = &'a Entry> + Clone, limits: &Limits) -> Option<Self> {
        let dates = entries.clone().filter_map(|e| e.date);
        let first = dates.clone().min()?;
        let last = dates.max()?;
        let length = usize::try_from(days_between(first, last)).unwrap_or(0) + 1;
        let mut days = vec![Day::default(); length];
        let mut bare = vec![0u32; length];
        let mut records = Vec::with_capacity(entries.clone().count());
        for entry in entries {
            let Some(date) = entry.date else { continue };
            let index = usize::try_from(days_between(first, date)).unwrap_or(0);
            let record = entry.record();
            add(&mut days[index], record);
            records.push((index, record));
            bare[index] = bare[index].saturating_add(record.bare);
        }
        for (day, bare) in days.iter_mut().zip(&bare) {
            // Bare mileage counts only on days without a running session that has a distance, whatever else was done.
            if !day.measured && *bare > 0 {
                day.run = *bare;
                day.sessions += 1;
            }
        }
        for index in 0..length {
            let before = index.checked_sub(1).and_then(|i| days[i].points[3]);
            days[index].pain = days[index].own.or(before);
        }
        let pain: Vec<_> = days.iter().map(|d| d.pain.map(Score::value)).collect();
        let median = rolling::medians(&pain, 7, 4);
        judging::judge_days(&mut days, &records, limits);
        Some(Self { first, days, pain, median })
    }

    /// The date of the latest entry, and of the last day.
    pub fn last(&self) -> Date {
        self.date(self.days.len().saturating_sub(1))
    }

    /// The date of a day by its index.
    pub fn date(&self, index: usize) -> Date {
        shift(self.first, i64::try_from(index).unwrap_or(i64::MAX))
    }

    /// The index of a date inside the calendar.
    pub fn index(&self, date: Date) -> Option<usize> {
        let index = usize::try_from(days_between(self.first, date)).ok()?;
        (index < self.days.len()).then_some(index)
    }

    /// Metres run on each day; unknown where there is no entry.
    pub fn run(&self) -> Vec<Option<f64>> {
        self.days.iter().map(|day| (day.entries > 0).then(|| f64::from(day.run))).collect()
    }

    /// The load of each day; unknown where there is no entry.
    pub fn load(&self) -> Vec<Option<f64>> {
        self.days.iter().map(|day| (day.entries > 0).then_some(day.load)).collect()
    }

    /// How many days have a pain score.
    pub fn scored(&self) -> usize {
        self.pain.iter().flatten().count()
    }

    /// Whether any day has a pain score or a distance.
    pub fn has_numbers(&self) -> bool {
        self.days.iter().any(|d| d.pain.is_some() || d.run > 0 || d.walk > 0 || d.other > 0)
    }

    /// How many days have an entry.
    pub fn logged(&self) -> usize {
        self.days.iter().filter(|d| d.entries > 0).count()
    }

    /// The days from one date to another, both inside, as a calendar of its own; `None` where none is left.
    ///
    /// Medians are those of the whole, so that a cut changes no number.
    pub fn cut(&self, from: Date, to: Date) -> Option<Self> {
        let from = from.max(self.first);
        let to = to.min(self.last());
        let start = self.index(from)?;
        let end = self.index(to)? + 1;
        if start >= end {
            return None;
        }
        Some(Self {
            first: from,
            days: self.days[start..end].to_vec(),
            pain: self.pain[start..end].to_vec(),
            median: self.median[start..end].to_vec(),
        })
    }

    /// The weeks that overlap the calendar, in order.
    pub fn weeks(&self, week_start: Weekday) -> Vec<Week> {
        let mut weeks: Vec<Week> = Vec::new();
        let mut scores: Vec<f64> = Vec::with_capacity(7);
        let mut start = week_of(self.first, week_start);
        let mut left = 7 - days_between(start, self.first);
        for (index, day) in self.days.iter().enumerate() {
            if index == 0 || left == 0 {
                if index > 0 {
                    start = shift(start, 7);
                    left = 7;
                }
                weeks.push(empty_week(start));
                scores.clear();
            }
            left -= 1;
            if let Some(week) = weeks.last_mut() {
                scores.extend(day.pain.map(Score::value));
                add_day(week, day, &scores);
            }
        }
        weeks
    }
}

fn empty_week(start: Date) -> Week {
    Week { start, run: 0, walk: 0, other: 0, logged: 0, days: 0, scored: 0, median: None, worst: None }
}

fn add_day(week: &mut Week, day: &Day, scores: &[f64]) {
    week.run = week.run.saturating_add(day.run);
    week.walk = week.walk.saturating_add(day.walk);
    week.other = week.other.saturating_add(day.other);
    week.logged += u8::from(day.entries > 0);
    week.days += 1;
    week.scored += u8::from(day.pain.is_some());
    week.worst = week.worst.max(day.pain);
    week.median = if scores.len() >= 4 { median(scores) } else { None };
}

/// Adds an entry to its day: scores by maximum, distances by sum.
fn add(day: &mut Day, record: &Record) {
    day.entries = day.entries.saturating_add(1);
    for (kept, new) in day.points.iter_mut().zip(record.points) {
        *kept = (*kept).max(new);
    }
    day.own = day.own.max(record.own);
    day.run = day.run.saturating_add(record.run);
    day.walk = day.walk.saturating_add(record.walk);
    day.other = day.other.saturating_add(record.other);
    day.sessions = day.sessions.saturating_add(record.sessions);
    day.measured |= record.measured;
    day.load += record.load;
    day.settled_hours = day.settled_hours.into_iter().chain(record.settled_hours).reduce(f64::max);
    day.done = day.done.rotate_left(7) ^ record.done;
}
