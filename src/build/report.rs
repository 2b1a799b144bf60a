//! What a build made, left out, and how long its stages took.

use super::{Prepared, Work};
use crate::entry::{DueReminder, Entry};
use crate::publish::Published;
use crate::site::{Route, Site};
use crate::text::words::count;
use crate::units::Distance;
use jiff::civil::Date;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What a build made and left out.
#[derive(Debug)]
pub struct Report {
    /// Published entries.
    pub entries: usize,
    /// Pages made by templates.
    pub pages: usize,
    /// What was written.
    pub published: Published,
    /// What was left out, by reason.
    pub left_out: Vec<LeftOut>,
    /// The entries and lines of the last days that lack the score of the day after: `content/log.txt:3` of a line.
    pub without_next_day: Vec<Arc<str>>,
    /// The writer's notes to herself whose day has come.
    pub reminders: Vec<DueReminder>,
    /// The weeks of which nothing is written down, those in a row together: the first day and the last.
    pub bare_weeks: Vec<(Date, Date)>,
    /// The unit in which the site writes distances.
    pub units: Distance,
    /// Private texts that were looked for in all outputs.
    pub private_texts: usize,
    /// How much was done for it.
    pub work: Work,
    /// How long each stage took.
    pub timings: Timings,
}

/// Files that were left out for one reason.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// How many there are and why, with what to do about it: `left out: 2 drafts (--drafts builds them too)`.
    pub reason: String,
    /// The files.
    pub paths: Vec<Arc<str>>,
}

impl Report {
    pub(super) fn new(prepared: &Prepared, published: Published, private_texts: usize) -> Self {
        let site = &prepared.site;
        let pages = site.routes.values().filter(|r| matches!(r, Route::Page(_))).count();
        Self {
            // Of files that clash for an address, one is published.
            entries: site.journal.items.iter().filter(|item| site.address_of_file(&item.entry.path).is_some()).count(),
            pages,
            published,
            left_out: left_out(site),
            without_next_day: without_next_day(site),
            reminders: prepared.reminders.clone(),
            units: site.config.units,
            bare_weeks: site.journal.weeks_without_a_word(site.config.week_start),
            private_texts,
            work: prepared.work,
            timings: prepared.timings.clone(),
        }
    }
}

fn without_next_day(site: &Site) -> Vec<Arc<str>> {
    let name = |entry: &Entry| match &entry.log {
        Some(log) => format!("{}:{}", entry.path, log.number).into(),
        None => entry.path.clone(),
    };
    site.journal.without_next_day(site.config.today).into_iter().map(name).collect()
}

fn left_out(site: &Site) -> Vec<LeftOut> {
    let held = &site.journal.held;
    let mut all = Vec::new();
    let mut add = |paths: &[Arc<str>], one: &str, many: &str, why: &str| {
        if !paths.is_empty() {
            let reason = format!("left out: {}{why}", count(paths.len(), one, many));
            all.push(LeftOut { reason, paths: paths.to_vec() });
        }
    };
    add(&held.drafts, "draft", "drafts", " (--drafts builds them too)");
    let scheduled: Vec<Arc<str>> = held.scheduled.iter().map(|(path, _)| path.clone()).collect();
    let next: Option<Date> = held.scheduled.iter().map(|(_, date)| *date).min();
    let why = next.map(|date| format!(" (the next on {date}; --future builds them now)")).unwrap_or_default();
    add(&scheduled, "scheduled entry", "scheduled entries", &why);
    add(&held.private, "private entry", "private entries", "");
    add(&held.expired, "expired entry", "expired entries", "");
    add(site.held_comments(), "comment that is not approved", "comments that are not approved", "");
    add(site.broken_comments(), "comment that can't be read", "comments that can't be read", " (see above)");
    add(&held.broken, "file with errors", "files with errors", " (see above)");
    add(&held.copies, "copy of a text", "copies of texts", " (see above)");
    let lines = &held.lines;
    let of_logs = [
        (&lines.private, "private line of a log", "private lines of logs", ""),
        (
            &lines.scheduled,
            "line of a log for a later day",
            "lines of logs for later days",
            " (--future counts them now)",
        ),
        (&lines.broken, "line of a log with errors", "lines of logs with errors", " (see above)"),
    ];
    for (files, one, many, why) in of_logs.into_iter().filter(|(files, ..)| !files.is_empty()) {
        let reason = format!("left out: {}{why}", count(files.len(), one, many));
        let mut paths = files.clone();
        paths.dedup();
        all.push(LeftOut { reason, paths });
    }
    let files = site.files_left_out().into_iter();
    all.extend(files.map(|(reason, paths)| LeftOut { reason: format!("not published: {reason}"), paths }));
    all
}

/// How long each stage took, in the order they ran.
#[derive(Clone, Debug, Default)]
pub struct Timings(pub Vec<(&'static str, Duration)>);

impl Timings {
    pub(super) fn time<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let value = work();
        self.0.push((stage, started.elapsed()));
        value
    }

    /// The time of all stages together.
    pub fn total(&self) -> Duration {
        self.0.iter().map(|(_, time)| *time).sum()
    }
}
