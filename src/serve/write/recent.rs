//! What the last days hold, in words.

use crate::build::Records;
use crate::config::Config;
use crate::entry::{Entry, Visibility, in_words};
use crate::journal::{Lacking, is_entry};
use crate::units::shift;
use jiff::civil::Date;
use std::sync::Arc;

/// How many days are looked back at.
const DAYS: i32 = 7;

/// How many entries are offered to be changed.
const ENTRIES: usize = 6;

/// A day, and what is written down of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecentDay {
    /// `Today, 30 November`.
    pub(super) name: String,
    /// What lines and entries say, a record each.
    pub(super) records: Vec<RecentRecord>,
}

/// A line or an entry of a day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecentRecord {
    /// The file and the title of an entry; none of a line.
    pub(super) entry: Option<(Arc<str>, String)>,
    /// A phrase each.
    pub(super) phrases: Vec<String>,
}

/// An entry that may be changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RecentEntry {
    /// Its file.
    pub(super) path: Arc<str>,
    /// Its title.
    pub(super) title: String,
    /// Its day, and whether it is a draft or private.
    pub(super) notes: Vec<String>,
}

/// The last days that something is written down of, the newest first. What spans several days stands on its last.
pub(super) fn days(records: &Records, config: &Config) -> Vec<RecentDay> {
    let today = config.today;
    let of_day = |day: Date| {
        let records = records.all().filter(|entry| last_day(entry) == Some(day)).map(|entry| record(entry, config));
        let records: Vec<RecentRecord> = records.collect();
        (!records.is_empty()).then(|| RecentDay { name: day_name(day, today), records })
    };
    (0..DAYS).filter_map(|back| of_day(shift(today, -i64::from(back)))).collect()
}

fn last_day(entry: &Entry) -> Option<Date> {
    entry.log.as_ref().and_then(|log| log.until).or(entry.date)
}

fn record(entry: &Entry, config: &Config) -> RecentRecord {
    let span = entry.log.as_ref().and_then(|log| log.until).zip(entry.date);
    let span = span.map(|(until, from)| format!("{from} to {until}"));
    let phrases = span.into_iter().chain(in_words(entry, config)).collect();
    RecentRecord { entry: entry.log.is_none().then(|| (entry.path.clone(), entry.title.clone())), phrases }
}

/// The newest entries that no day of [`days`] shows, and those that nobody can read.
pub(super) fn entries(records: &Records, config: &Config) -> Vec<RecentEntry> {
    let is_shown = |day: Date| (shift(config.today, 1 - i64::from(DAYS))..=config.today).contains(&day);
    let others = |entry: &&Arc<Entry>| is_entry(&entry.path) && !entry.date.is_some_and(is_shown);
    let mut dated: Vec<&Arc<Entry>> = records.entries.iter().filter(others).collect();
    dated.sort_by(|a, b| (b.date, &b.path).cmp(&(a.date, &a.path)));
    let entry = |entry: &&Arc<Entry>| {
        let day = entry.date.map_or_else(|| "no date".to_owned(), |day| day_name(day, config.today));
        let draft = entry.draft.then(|| "draft".to_owned());
        let private = (entry.visibility == Visibility::Private).then(|| "private".to_owned());
        let notes = [Some(day), draft, private].into_iter().flatten().collect();
        RecentEntry { path: entry.path.clone(), title: entry.title.clone(), notes }
    };
    let unread = records.unread.iter().filter(|path| is_entry(path)).map(|path| RecentEntry {
        path: path.clone(),
        title: path.rsplit('/').next().unwrap_or_default().to_owned(),
        notes: vec!["can’t be read".to_owned()],
    });
    unread.chain(dated.iter().take(ENTRIES).map(entry)).collect()
}

/// A day as it is called: `Today, Monday 30 November`.
pub(super) fn day_name(day: Date, today: Date) -> String {
    let date = day.strftime(if day.year() == today.year() { "%A %-d %B" } else { "%A %-d %B %Y" });
    match day {
        _ if day == today => format!("Today, {date}"),
        _ if day == shift(today, -1) => format!("Yesterday, {date}"),
        _ => date.to_string(),
    }
}

/// Something that is missing, as one would add it here.
pub(super) fn lacking(what: Lacking, today: Date) -> String {
    let day = |day: Date| day.strftime("%A %-d %B").to_string();
    match what {
        Lacking::Morning(morning) if morning == today => "how this morning was, such as “morning 1”".to_owned(),
        Lacking::Morning(morning) => format!("how the morning of {} was, such as “morning 1”", day(morning)),
        Lacking::Pain(_) => "how it felt; 0 if nothing hurt".to_owned(),
        Lacking::Days(from, to) if from == to => format!("all of {}", day(from)),
        Lacking::Days(from, to) => format!("{} to {}", day(from), day(to)),
        Lacking::Length(_, kind) => format!("how far or how long the {} was", kind.word()),
    }
}
