//! Which activities are new, and where in their log file each line goes.

use super::typed_line::{SeenLine, TypedSession, see};
use super::{Activity, Origin, line, sport};
use crate::entry::SessionKind;
use crate::units::{Distance, shift};
use jiff::civil::{Date, DateTime};
use std::collections::{BTreeMap, BTreeSet};

/// Two programs' starts of one activity lie at most so many seconds apart.
const SAME_START: i64 = 3 * 60;

/// Two programs' lengths of one activity differ by at most this share.
const SAME_LENGTH: f64 = 0.02;

/// A log file as it stands.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct LogFile {
    /// Its path from the site's root.
    pub path: String,
    /// Its text, as it is.
    pub text: String,
}

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entered {
    /// The files that change, with their new text.
    pub changed: Vec<LogFile>,
    /// The lines that are new, each with its file, in the order of their days.
    pub added: Vec<(String, String)>,
    /// How many were there already, each by its own id.
    pub there: usize,
    /// What another line has: where the activity stands, what it is, and that line with its file.
    pub same: Vec<(String, String, String)>,
    /// What somebody typed for the day: where the activity stands, what it is, and what was typed.
    pub typed: Vec<(String, String, String)>,
}

/// A line of a program, that another one's activity may be.
#[derive(Clone, Debug)]
struct Marked {
    source: String,
    date: Date,
    begin: Option<DateTime>,
    kind: SessionKind,
    metres: Option<f64>,
    shown: String,
}

/// All that stands there before an import.
#[derive(Debug)]
pub struct Ledger {
    files: BTreeMap<String, String>,
    units: Distance,
    ids: BTreeSet<(String, String)>,
    marked: BTreeMap<Date, Vec<Marked>>,
    typed: BTreeMap<Date, Vec<TypedSession>>,
}

impl Ledger {
    /// Reads the log files; `typed` is what entries say of sessions.
    pub fn new(files: Vec<LogFile>, typed: Vec<TypedSession>, units: Distance) -> Self {
        let mut ledger = Self {
            files: BTreeMap::new(),
            units,
            ids: BTreeSet::new(),
            marked: BTreeMap::new(),
            typed: BTreeMap::new(),
        };
        typed.into_iter().for_each(|session| ledger.typed.entry(session.date).or_default().push(session));
        for file in files {
            for (at, text) in file.text.lines().enumerate() {
                let place = format!("{}:{}", file.path, at + 1);
                ledger.note(&see(text, units), &place, text.trim());
            }
            ledger.files.insert(file.path, file.text);
        }
        ledger
    }

    fn note(&mut self, seen: &SeenLine, place: &str, text: &str) {
        self.ids.extend(seen.mark.clone());
        let Some(date) = seen.date else { return };
        for session in &seen.sessions {
            let (kind, metres) = (session.kind, session.metres);
            match &seen.mark {
                Some((source, _)) => self.marked.entry(date).or_default().push(Marked {
                    source: source.clone(),
                    date,
                    begin: session.time.map(|time| date.to_datetime(time)),
                    kind,
                    metres,
                    shown: format!("{place}: {text}"),
                }),
                None => self.typed.entry(date).or_default().push(TypedSession {
                    date,
                    kind,
                    metres,
                    shown: format!("{place}: {}", session.text),
                }),
            }
        }
    }

    /// A line of another source that has an activity, on its day or around midnight.
    fn same_as(&self, activity: &Activity) -> Option<&Marked> {
        let date = activity.begin.date();
        let days = shift(date, -1)..=shift(date, 1);
        self.marked.range(days).flat_map(|(_, lines)| lines).find(|line| is_same(line, activity))
    }

    /// Says what is to be written of some activities. Nothing that stands there changes.
    pub fn enter(mut self, mut activities: Vec<Activity>) -> Entered {
        // Where one activity comes from two files, the whole one counts.
        activities.sort_by_key(|activity| activity.is_part);
        let mut outcome = Entered::default();
        let mut new: BTreeMap<Origin, Vec<Activity>> = BTreeMap::new();
        for activity in activities {
            let (place, what) = (activity.place.clone(), line::of(&activity));
            let mark = (activity.origin.word().to_owned(), activity.id.clone());
            if self.ids.contains(&mark) {
                outcome.there += 1;
            } else if let Some(typed) = self.typed_for(&activity) {
                outcome.typed.push((place, what, typed.shown.clone()));
            } else if let Some(other) = self.same_as(&activity) {
                outcome.same.push((place, what, other.shown.clone()));
            } else {
                self.ids.insert(mark.clone());
                let date = activity.begin.date();
                self.marked.entry(date).or_default().push(Marked {
                    source: mark.0,
                    date,
                    begin: activity.begin.time(),
                    kind: activity.effort.kind,
                    metres: activity.effort.metres,
                    shown: format!("{place}: {what}"),
                });
                new.entry(activity.origin).or_default().push(activity);
            }
        }
        for (origin, mut activities) in new {
            let path = origin.log_file();
            activities.sort_by(|a, b| order(a).cmp(&order(b)));
            let lines: Vec<(Date, Option<DateTime>, String)> =
                activities.iter().map(|a| (a.begin.date(), a.begin.time(), line::of(a))).collect();
            outcome.added.extend(lines.iter().map(|(_, _, line)| (path.clone(), line.clone())));
            let old = self.files.get(&path).map_or("", String::as_str);
            let text = with_lines(old, &lines, self.units);
            outcome.changed.push(LogFile { path, text });
        }
        outcome
    }

    /// What somebody typed for the day of an activity and its kind; all running is one kind here.
    fn typed_for(&self, activity: &Activity) -> Option<&TypedSession> {
        let kind = activity.effort.kind;
        let is_kind = |other: SessionKind| other == kind || other.is_running() && kind.is_running();
        self.typed.get(&activity.begin.date())?.iter().find(|typed| is_kind(typed.kind))
    }
}

fn order(activity: &Activity) -> (Date, Option<DateTime>, &str) {
    (activity.begin.date(), activity.begin.time(), &activity.id)
}

/// Whether a line has an activity of another source, or the whole of one that was cut off.
fn is_same(line: &Marked, activity: &Activity) -> bool {
    let own = line.source == activity.origin.word();
    if own && !activity.is_part || !sport::may_be_one(line.kind, activity.effort.kind) {
        return false;
    }
    match (line.begin, activity.begin.time()) {
        (Some(a), Some(b)) => {
            // A line has no seconds.
            let minute = |time: DateTime| time.with().second(0).subsec_nanosecond(0).build().unwrap_or(time);
            minute(a).duration_since(minute(b)).as_secs().abs() <= SAME_START
        }
        _ if own => false,
        _ => line.date == activity.begin.date() && line.metres.zip(activity.effort.metres).is_some_and(as_long),
    }
}

fn as_long((a, b): (f64, f64)) -> bool {
    (a - b).abs() <= SAME_LENGTH * a.max(b)
}

/// A text with new lines put in by their days; every line that stands there stays as it is.
pub(super) fn with_lines(old: &str, new: &[(Date, Option<DateTime>, String)], units: Distance) -> String {
    let line_end = if old.contains("\r\n") { "\r\n" } else { "\n" };
    let lines: Vec<&str> = old.split_inclusive('\n').collect();
    let seen: Vec<SeenLine> = lines.iter().map(|line| see(line, units)).collect();
    let dated: Vec<(usize, Date, Option<DateTime>)> =
        seen.iter().enumerate().filter_map(|(at, line)| Some((at, line.date?, line.begin()))).collect();
    // Before which line each goes: behind the last that is not later, of those before the first that is.
    let place = |date: Date, begin: Option<DateTime>| {
        let later = dated.iter().position(|(_, day, time)| {
            *day > date || *day == date && time.zip(begin).is_some_and(|(time, begin)| time > begin)
        });
        match later {
            Some(0) => dated[0].0,
            Some(n) => dated[n - 1].0 + 1,
            None => dated.last().map_or(lines.len(), |(at, ..)| at + 1),
        }
    };
    let mut at_places: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (date, begin, line) in new {
        at_places.entry(place(*date, *begin)).or_default().push(line);
    }
    let mut text = String::new();
    let mut open = false;
    for at in 0..=lines.len() {
        for line in at_places.get(&at).into_iter().flatten() {
            if open {
                text.push_str(line_end);
                open = false;
            }
            text.push_str(line);
            text.push_str(line_end);
        }
        if let Some(line) = lines.get(at) {
            text.push_str(line);
            open = !line.ends_with('\n');
        }
    }
    text
}
