//! Which files the days of a diary give, beside what stands there already.

use super::day::{DayText, DiaryDay, KeptBack};
use super::item_reader::fits_front_matter;
use super::{Diary, HowToSplit};
use crate::entry::{NewFront, front_matter_of, strip_date};
use crate::import::ledger::with_lines;
use crate::import::typed_line::see;
use crate::import::{LogFile, Origin};
use crate::text::slug::slug;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What a site has before its owner's diary comes in.
#[derive(Clone, Debug, Default)]
pub struct StandingFiles {
    /// Its entries: the path, the last part of the address, the day.
    pub entries: Vec<(String, String, Option<Date>)>,
    /// Its logs.
    pub logs: Vec<LogFile>,
}

/// An entry to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct NewEntry {
    /// Its path from the site's root.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Where the day stands in the diary.
    pub place: String,
    /// What its front matter says, as items of the log.
    pub items: Vec<String>,
    /// How many lines of the diary are its text.
    pub lines: usize,
}

/// A line of the log with where its day stands in the diary.
#[derive(Clone, Debug, PartialEq)]
pub struct LinesOfDay {
    /// The place in the diary.
    pub place: String,
    /// The line.
    pub line: String,
    /// What stands there in its place, for one that is not written.
    pub other: String,
}

/// What came of a diary.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FiledDays {
    /// The log with its new text, if it gets any.
    pub log: Option<LogFile>,
    /// The lines that are new.
    pub added: Vec<LinesOfDay>,
    /// How many lines were there already.
    pub there: usize,
    /// Lines of days of which the log has others.
    pub others: Vec<LinesOfDay>,
    /// The entries, of which some may be there.
    pub entries: Vec<NewEntry>,
    /// What stands between quotation marks: where it stood, and the words.
    pub notes: Vec<(String, String)>,
    /// Days that something else says something of, with where that stands.
    pub twice: Vec<(Date, String)>,
}

/// The log of a diary by the name of its file, from the site's root.
#[must_use]
pub fn log_path(stem: &str) -> String {
    let name = if stem.chars().any(char::is_alphanumeric) { slug(stem) } else { "days".to_owned() };
    const PROGRAMS: [Origin; 6] = [Origin::Strava, Origin::Garmin, Origin::Fit, Origin::Gpx, Origin::Tcx, Origin::Csv];
    let is_taken = PROGRAMS.iter().any(|origin| origin.word() == name);
    format!("content/log/{name}{}.txt", if is_taken { "-days" } else { "" })
}

/// Says what is to be written. Nothing that stands there changes.
#[must_use]
pub fn file(diary: &Diary, stem: &str, standing: &StandingFiles, how: HowToSplit<'_>) -> FiledDays {
    let mut filed = FiledDays::default();
    let mut days: Vec<&DiaryDay> = diary.days.iter().collect();
    days.sort_by_key(|day| day.date);
    let path = log_path(stem);
    let mut lines: Vec<(Date, LinesOfDay)> = Vec::new();
    let mut entries: Vec<(&DiaryDay, String)> = Vec::new();
    let mut used: BTreeSet<String> = BTreeSet::new();
    for day in days {
        if day.kept == KeptBack::Draft || matches!(day.text, DayText::Prose(..)) {
            entries.push((day, free_name(day, &mut used)));
        }
        if let Some(line) = line_of(day) {
            lines.push((day.date, LinesOfDay { place: day.place.clone(), line, other: String::new() }));
        }
        if day.kept != KeptBack::Draft
            && let DayText::Notes(notes) = &day.text
        {
            let title = Some((day.place.clone(), day.title.clone())).filter(|(_, title)| !title.is_empty());
            filed.notes.extend(title.into_iter().chain(notes.iter().cloned()));
        }
    }
    let planned: BTreeSet<&str> = entries.iter().map(|(_, name)| name.as_str()).collect();
    tell_twice(&mut filed, diary, &planned, &path, standing, how);
    filed.entries = with_addresses(&entries, standing);
    let old = standing.logs.iter().find(|log| log.path == path).map_or("", |log| log.text.as_str());
    add_lines(&mut filed, lines, old, path, how);
    filed
}

/// A name of a day's entry that no other day of the diary has, without its ending.
fn free_name(day: &DiaryDay, used: &mut BTreeSet<String>) -> String {
    let base = if day.title.is_empty() { day.date.to_string() } else { format!("{}-{}", day.date, slug(&day.title)) };
    let mut names = std::iter::once(base.clone()).chain((2..).map(|n| format!("{base}-{n}")));
    let free = names.find(|name| !used.contains(name)).unwrap_or(base);
    used.insert(free.clone());
    free
}

fn path_of(name: &str) -> String {
    format!("content/journal/{name}.md")
}

/// The last part of an address by the name of a file.
fn address_of(name: &str) -> &str {
    strip_date(name).map_or(name, |(_, rest)| rest)
}

/// The entries, each with an address that none has and that it keeps whatever is imported later.
fn with_addresses(entries: &[(&DiaryDay, String)], standing: &StandingFiles) -> Vec<NewEntry> {
    let there: BTreeMap<&str, &str> =
        standing.entries.iter().map(|(path, address, _)| (path.as_str(), address.as_str())).collect();
    let mut taken: BTreeSet<&str> = there.values().copied().collect();
    let mut all = Vec::new();
    for (day, name) in entries {
        let path = path_of(name);
        let short = address_of(name);
        let own = match there.get(path.as_str()) {
            Some(address) => *address != short,
            None => !taken.insert(short) && short != name,
        };
        all.push(entry(day, path, own.then_some(name.as_str())));
    }
    all
}

fn entry(day: &DiaryDay, path: String, slug: Option<&str>) -> NewEntry {
    let is_draft = day.kept == KeptBack::Draft;
    let (front, others): (Vec<&String>, Vec<&String>) = day.items.iter().partition(|item| fits_front_matter(item));
    let items: Vec<String> = front.into_iter().cloned().collect();
    let lines = front_matter_of(&items.join(", ")).unwrap_or_default();
    let front = NewFront {
        title: &day.title,
        date: day.date,
        slug,
        draft: is_draft,
        private: day.kept == KeptBack::Private,
        lines: &lines,
    };
    let mut text = front.text();
    // A draft has no line in the log, so all of it stands here.
    let others = others.into_iter().filter(|_| is_draft).cloned();
    let (body, n) = match &day.text {
        DayText::Prose(body, n) => (body.clone(), *n),
        DayText::Notes(notes) => {
            (notes.iter().map(|(_, note)| format!("{note}\n")).collect::<Vec<_>>().join("\n"), notes.len())
        }
    };
    let body: Vec<String> =
        others.map(|item| format!("{item}\n")).chain(Some(body).filter(|body| !body.is_empty())).collect();
    for part in body {
        text.push('\n');
        text.push_str(&part);
    }
    NewEntry { path, text, place: day.place.clone(), items, lines: n }
}

/// The line that a day has in the log: all of it, or what an entry has no key for.
fn line_of(day: &DiaryDay) -> Option<String> {
    if day.kept == KeptBack::Draft {
        return None;
    }
    let mut items: Vec<String> = match &day.text {
        DayText::Prose(..) => day.items.iter().filter(|item| !fits_front_matter(item)).cloned().collect(),
        DayText::Notes(notes) => {
            let title = Some(&day.title).filter(|title| !title.is_empty());
            let notes = title.into_iter().chain(notes.iter().map(|(_, note)| note)).map(|note| quoted(note));
            day.items.iter().cloned().chain(notes).collect()
        }
    };
    if items.is_empty() {
        return None;
    }
    if day.kept == KeptBack::Private {
        items.push("private".to_owned());
    }
    Some(format!("{}  {}", day.date, items.join(", ")))
}

/// Words between quotation marks, in which no other can stand.
fn quoted(note: &str) -> String {
    let words: Vec<&str> =
        note.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    format!("\"{}\"", words.join(" ").replace('"', "'"))
}

/// Puts the lines into the log, but for those that are there and those of days that others are of.
fn add_lines(filed: &mut FiledDays, lines: Vec<(Date, LinesOfDay)>, old: &str, path: String, how: HowToSplit<'_>) {
    let units = how.config.units;
    let mut there: BTreeMap<Date, Vec<(usize, &str)>> = BTreeMap::new();
    for (at, line) in old.lines().enumerate() {
        if let Some(date) = see(line, units).date {
            there.entry(date).or_default().push((at + 1, line.trim_start_matches('\u{feff}').trim()));
        }
    }
    let mut new = Vec::new();
    for (date, line) in lines {
        match there.get(&date).map(Vec::as_slice) {
            None | Some([]) => {
                new.push((date, None, line.line.clone()));
                filed.added.push(line);
            }
            Some(known) if known.iter().any(|(_, text)| *text == line.line) => filed.there += 1,
            Some([(number, text), ..]) => {
                filed.others.push(LinesOfDay { other: format!("{path}:{number}: {text}"), ..line });
            }
        }
    }
    if !new.is_empty() {
        filed.log = Some(LogFile { text: with_lines(old, &new, units), path });
    }
}

/// Names the days that something else than this diary's own files says something of.
fn tell_twice(
    filed: &mut FiledDays,
    diary: &Diary,
    planned: &BTreeSet<&str>,
    own_log: &str,
    standing: &StandingFiles,
    how: HowToSplit<'_>,
) {
    let said: BTreeSet<Date> = diary.days.iter().filter(|day| !day.items.is_empty()).map(|day| day.date).collect();
    let is_planned = |path: &str| {
        path.strip_prefix("content/journal/")
            .and_then(|name| name.strip_suffix(".md"))
            .is_some_and(|name| planned.contains(name))
    };
    for (path, _, date) in &standing.entries {
        if let Some(date) = date.filter(|date| said.contains(date) && !is_planned(path)) {
            filed.twice.push((date, path.clone()));
        }
    }
    for log in standing.logs.iter().filter(|log| log.path != own_log) {
        for (at, line) in log.text.lines().enumerate() {
            if let Some(date) = see(line, how.config.units).date.filter(|date| said.contains(date)) {
                filed.twice.push((date, format!("{}:{}", log.path, at + 1)));
            }
        }
    }
    filed.twice.sort();
}
