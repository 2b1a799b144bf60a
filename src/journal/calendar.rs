//! The days from the first to the last, dense, with what was written down of each.
//!
//! Definitions: one day per civil date; several entries of a day are one day, scores by maximum, distances and loads by sum. What
//! nobody wrote down is `None`, never zero: whether anything was done is known of a day that has a session, mileage, an
//! exercise or `rest: true`, and of no other.

use super::judging;
use super::metrics::verdict::Judged;
use super::metrics::{median, rolling};
use super::whose::{CountedEntry, Whose};
use super::{Logs, log};
use crate::config::Config;
use crate::entry::{Felt, Kinds, Record, SessionKind};
use crate::units::{Score, days_between, shift, week_of};
use jiff::civil::{Date, Weekday};
use std::hash::Hash;

/// A dense run of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// The first day.
    pub first: Date,
    /// One record a day, without holes.
    pub days: Vec<Day>,
    /// Pain of each day, 0 to 10.
    pub pain: Vec<Option<f64>>,
    /// How each day began, and the day after the last.
    pub mornings: Vec<Option<Morning>>,
    /// The median of pain over the 7 days ending on each day, where at least 4 of them have one.
    pub median: Vec<Option<f64>>,
}

/// How a day began.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Morning {
    /// The score.
    pub score: Score,
    /// Whether it is the day before that says it, as its `next_day`; else it is the day's own `before`.
    pub next_day: bool,
}

/// What was written down of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Day {
    /// How many entries the day has.
    pub entries: u16,
    /// Pain before, during, after and on the next day.
    pub points: [Option<Score>; 4],
    /// Pain of the day: the largest of the worst, before, during and after.
    pub pain: Option<Score>,
    /// The same without `before`: what doing something felt like.
    pub effort: Option<Score>,
    /// Kinds of sessions; mileage that is a session of its own is a run.
    pub kinds: Kinds,
    /// Sessions, one for each mileage that is a session of its own too.
    pub sessions: u32,
    /// Whether it has an exercise.
    pub exercised: bool,
    /// Whether it has mileage, be it 0.
    pub mileage: bool,
    /// Whether it is known that nothing was done.
    pub rest: bool,
    /// What logs say of it beside what was done.
    pub logs: OfLogs,
    /// Metres run that are noted: sessions that are runs, walk-runs or races, and bare mileage.
    pub run: u32,
    /// Whether that is all that was run.
    pub run_known: bool,
    /// Metres walked that are noted.
    pub walk: u32,
    /// Metres of all other sessions that are noted.
    pub other: u32,
    /// Effort times minutes, summed over the sessions; `None` where it is not known of all that was done.
    pub load: Option<f64>,
    /// Hours until pain was back at the level before: the most that is given.
    pub settled_hours: Option<f64>,
    /// Whether the writer tells of a setback or a flare.
    pub told: bool,
    /// Whether something against pain was taken, where the site shows that.
    pub eased: bool,
    /// How the injury took the day, by the rule in force; `None` without one, and where there is nothing to judge.
    pub judged: Option<Judged>,
    /// The kinds and lengths of its sessions as a hash.
    pub done: u64,
}

/// What logs say of a day beside what was done.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct OfLogs {
    /// Whether what they don't name was not done.
    pub covered: bool,
    /// Whether it was written down long after.
    pub later: bool,
    /// Metres of runs over several days that fall on it; they are in no figure of the day.
    pub span: u32,
}

/// A week that overlaps the calendar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// Its first day, which may lie before the calendar.
    pub start: Date,
    /// Metres run, without those of spans.
    pub run: u32,
    /// Metres of runs over several days.
    pub span: u32,
    /// Metres walked.
    pub walk: u32,
    /// Metres of all other sessions.
    pub other: u32,
    /// Days with an entry.
    pub logged: u8,
    /// Days of which it is known what was done.
    pub known: u8,
    /// Those of them that were written down later.
    pub later: u8,
    /// Days of which it is known how far was run.
    pub run_days: u8,
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
    /// Whether it is known what was done on it.
    #[must_use]
    pub fn known(&self) -> bool {
        self.sessions > 0 || self.mileage || self.exercised || self.rest || self.logs.covered
    }

    /// Whether something was run, be its length known or not.
    #[must_use]
    pub fn ran(&self) -> bool {
        self.kinds.run()
    }

    /// Metres run; unknown where it is not known what was done, or how far a run was.
    #[must_use]
    pub fn run(&self) -> Option<u32> {
        self.run_known.then_some(self.run)
    }

    /// All that is known of the day, in a form that can be hashed.
    fn hashed(&self) -> impl Hash {
        let judged = self.judged.map(Judged::hashed);
        let felt = (self.points, self.pain, self.effort, self.told, self.eased, judged);
        let load = self.load.map(f64::to_bits);
        let done = (self.run, self.run_known, self.walk, self.other, self.sessions, load, self.done);
        let said = (self.kinds, self.exercised, self.mileage, self.rest);
        (self.entries, felt, done, said, self.logs)
    }
}

impl Calendar {
    /// The days of all entries, or of one injury's; `None` where there is none.
    pub fn of(counted: &[CountedEntry], logs: &Logs, config: &Config, injury: Option<usize>) -> Option<Self> {
        let whose = Whose::new(injury, &config.injuries);
        let (first, last) = whose.span(counted, &logs.spans)?;
        let length = usize::try_from(days_between(first, last)).ok()? + 1;
        let mut days = vec![Day::default(); length];
        let at = |date| usize::try_from(days_between(first, date)).ok().filter(|at| *at < length);
        let records = counted.iter().filter_map(|(entry, of)| Some((at(entry.date?)?, entry.record(), *of)));
        let records: Vec<(usize, &Record, Option<usize>)> = records.collect();
        logs.mark(&mut days, first);
        for of_day in records.chunk_by(|a, b| a.0 == b.0) {
            let day = &mut days[of_day[0].0];
            let mut felt = Felt::default();
            for (_, record, of) in of_day {
                whose.felt(record, *of).for_each(|new| felt.add(&new));
                let own = whose.is_own(*of);
                day.entries = day.entries.saturating_add(u16::from(own));
                day.told |= own && record.told;
                day.eased |= record.eased;
                day.logs.later |= own && record.later;
            }
            (day.points, day.pain, day.settled_hours) = (felt.points, felt.own(), felt.settled_hours);
            day.effort = felt.points[1..3].iter().fold(felt.worst, |most, point| most.max(*point));
            add_activity(day, of_day.iter().map(|(_, record, _)| *record));
        }
        let typed = log::typed_mornings(&mut days, &records, &whose);
        let pain: Vec<_> = days.iter().map(|d| d.pain.map(Score::value)).collect();
        let median = rolling::medians(&pain, 7, 4);
        let mut mornings: Vec<_> = (0..=length).map(|at| morning(&days, at)).collect();
        // What is typed of the first day is the next day of one that isn't there.
        mornings[0] = typed.map(|score| Morning { score, next_day: true }).or(mornings[0]);
        judging::judge_days(&mut days, &mornings, &records, first, &whose, config);
        Some(Self { first, days, pain, mornings, median })
    }

    /// What is known of a day by its index, in a form that can be hashed.
    pub fn hashed(&self, index: usize) -> impl Hash {
        (self.days[index].hashed(), self.median[index].map(f64::to_bits), &self.mornings[index..index + 2])
    }

    /// The last day.
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

    /// Metres run on each day, where they are known.
    pub fn run(&self) -> Vec<Option<f64>> {
        self.days.iter().map(|day| day.run().map(f64::from)).collect()
    }

    /// How each day began, 0 to 10.
    pub fn began(&self) -> impl Iterator<Item = Option<f64>> + '_ {
        let mornings = self.mornings[..self.days.len()].iter();
        mornings.map(|morning| morning.map(|morning| morning.score.value()))
    }

    /// Pain of each day, the morning's in place of one that is missing.
    pub fn pain_or_morning(&self) -> impl Iterator<Item = Option<f64>> + '_ {
        self.pain.iter().zip(self.began()).map(|(pain, began)| pain.or(began))
    }

    /// The days from one date to another, as far as they are inside.
    pub fn between(&self, from: Date, to: Date) -> &[Day] {
        let inside = |date| usize::try_from(days_between(self.first, date)).unwrap_or(0).min(self.days.len());
        let (start, end) = (inside(from), inside(shift(to, 1)));
        self.days.get(start..end).unwrap_or_default()
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
            mornings: self.mornings[start..=end].to_vec(),
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
    Week {
        start,
        run: 0,
        span: 0,
        walk: 0,
        other: 0,
        logged: 0,
        known: 0,
        later: 0,
        run_days: 0,
        days: 0,
        scored: 0,
        median: None,
        worst: None,
    }
}

fn add_day(week: &mut Week, day: &Day, scores: &[f64]) {
    week.run = week.run.saturating_add(day.run);
    week.span = week.span.saturating_add(day.logs.span);
    week.walk = week.walk.saturating_add(day.walk);
    week.other = week.other.saturating_add(day.other);
    week.logged += u8::from(day.entries > 0);
    week.known += u8::from(day.known());
    week.later += u8::from(day.known() && day.logs.later);
    week.run_days += u8::from(day.run_known);
    week.days += 1;
    week.scored += u8::from(day.pain.is_some());
    week.worst = week.worst.max(day.pain);
    week.median = if scores.len() >= 4 { median(scores) } else { None };
}

/// Adds what was done on a day, by its records in order.
///
/// Mileage beside a running session with a distance counts nowhere. Else each mileage above 0 is a run of that length; the first
/// one is the length of the first running session that has none, where there is one.
fn add_activity<'a>(day: &mut Day, records: impl Iterator<Item = &'a Record> + Clone) {
    let (mut loads, mut lacks_load, mut measured, mut unmeasured) = (0.0, false, false, 0);
    for record in records.clone() {
        day.run = day.run.saturating_add(record.run);
        day.walk = day.walk.saturating_add(record.walk);
        day.other = day.other.saturating_add(record.other);
        day.sessions = day.sessions.saturating_add(record.sessions);
        day.kinds.join(record.kinds);
        day.exercised |= record.exercised != 0;
        day.mileage |= record.mileage.is_some();
        day.rest |= record.rest;
        day.done = day.done.rotate_left(7) ^ record.done;
        loads += record.load;
        lacks_load |= record.lacks_load;
        measured |= record.measured;
        unmeasured += record.unmeasured;
    }
    let typed = day.sessions;
    let bare = records.filter_map(|record| record.mileage).filter(|metres| !measured && *metres > 0);
    let mut own = 0;
    for metres in bare {
        day.run = day.run.saturating_add(metres);
        own += 1;
    }
    if unmeasured > 0 && own > 0 {
        unmeasured -= 1;
        own -= 1;
    }
    if own > 0 {
        day.kinds.add(SessionKind::Run);
    }
    day.sessions = day.sessions.saturating_add(own);
    day.run_known = day.known() && unmeasured == 0;
    let is_known = day.known() && !lacks_load && own == 0 && (typed > 0 || !day.exercised);
    day.load = is_known.then_some(loads);
}

/// How a day began: what the day before says of its next day, else its own `before`.
fn morning(days: &[Day], at: usize) -> Option<Morning> {
    let said = at.checked_sub(1).and_then(|before| days[before].points[3]);
    let own = || days.get(at).and_then(|day| day.points[0]).map(|score| Morning { score, next_day: false });
    said.map(|score| Morning { score, next_day: true }).or_else(own)
}
