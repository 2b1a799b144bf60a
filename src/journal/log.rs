//! What the lines of logs add to a journal: days without a page, spans, and ranges of days of which everything is known.

use super::calendar::{Calendar, Day};
use super::contradictions::place_of;
use super::whose::Whose;
use super::{CountedEntry, Held, InjuryDays, Unnamed, injury_of};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::entry::{Derived, Entry, Pain, ReadLog, Record, SessionKind, Visibility};
use crate::text::words::score;
use crate::units::{Score, days_between, shift};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The lines of logs that were left out, by reason: of each the path of its file.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct HeldLines {
    /// Those that wait for their day.
    pub scheduled: Vec<Arc<str>>,
    /// Private ones.
    pub private: Vec<Arc<str>>,
    /// Those that can't be read.
    pub broken: Vec<Arc<str>>,
}

/// The logs of a journal.
#[derive(Debug, Default)]
pub struct Logs {
    /// The files, each with the indices of its lines that anybody may see.
    pub files: Vec<(Arc<ReadLog>, Vec<usize>)>,
    /// The lines over several days whose numbers count; private ones as their numbers alone.
    pub spans: Vec<LogSpan>,
    /// The lines that anybody may see and that tell of what happened: milestones, criteria, setbacks, flares.
    pub told: Vec<CountedEntry>,
    /// The days of which everything that was done is written down, whatever they say.
    pub covers: Vec<(Date, Date)>,
    /// The days that were written down long after.
    pub later: Vec<(Date, Date)>,
}

/// A line over several days.
#[derive(Clone, Debug)]
pub struct LogSpan {
    /// What it says.
    pub entry: Arc<Entry>,
    /// The index of its injury.
    pub injury: Option<usize>,
    /// Its first day.
    pub from: Date,
    /// Its last day.
    pub to: Date,
}

impl LogSpan {
    /// Metres run in it.
    #[must_use]
    pub fn run(&self) -> u32 {
        self.entry.record().metres()[0]
    }

    /// Whether a day is one of its days.
    #[must_use]
    pub fn has(&self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }
}

impl Logs {
    /// Adds the lines of files to the entries whose numbers count, and keeps the rest of what they say.
    pub(super) fn of(
        entries: &[Arc<Entry>],
        files: &[Arc<ReadLog>],
        counted: &mut Vec<CountedEntry>,
        config: &Config,
        held: &mut Held,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut logs = Self::default();
        let names = treatments(entries, files);
        let listed: Vec<&str> = names.values().copied().collect();
        for file in files {
            held.lines.broken.extend(std::iter::repeat_n(&file.path, file.broken).cloned());
            let mut public = Vec::new();
            for (index, line) in file.lines.iter().enumerate() {
                let unknown = line.unknown_names(|slug| names.contains_key(slug), &listed);
                if !unknown.is_empty() {
                    diagnostics.extend(unknown);
                    held.lines.broken.push(file.path.clone());
                } else if logs.add(&line.entry, counted, config, held, diagnostics) {
                    public.push(index);
                }
            }
            // Of a private file nothing counts, unless the settings say so.
            if !file.private || config.count_private {
                logs.covers.extend(&file.covers);
                logs.later.extend(&file.later);
            }
            logs.files.push((file.clone(), public));
        }
        logs
    }

    /// Adds a line; tells whether anybody may see it.
    fn add(
        &mut self,
        entry: &Arc<Entry>,
        counted: &mut Vec<CountedEntry>,
        config: &Config,
        held: &mut Held,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> bool {
        let (Some(log), Some(from)) = (&entry.log, entry.date) else { return false };
        let to = log.until.unwrap_or(from);
        if to > config.today && !config.future {
            held.lines.scheduled.push(entry.path.clone());
            return false;
        }
        let public = entry.visibility == Visibility::Public;
        if !public {
            held.lines.private.push(entry.path.clone());
            if !config.count_private {
                return false;
            }
        }
        // That the newest of several counts is said of entries; lines are too many for it.
        let injury = injury_of(entry, config, &mut Unnamed::default(), diagnostics);
        let is_before = |index: &usize| config.injuries[*index].onset.is_some_and(|onset| to < onset);
        let injury = injury.filter(|index| entry.injury.is_some() || !is_before(index));
        let marked = !entry.milestones.is_empty() || !entry.criteria.is_empty();
        if public && (marked || entry.setback.is_some() || entry.flare) {
            self.told.push((entry.clone(), injury));
        }
        if log.until.is_some() {
            let entry = if public { entry.clone() } else { entry.numbers().clone() };
            self.spans.push(LogSpan { entry, injury, from, to });
        } else {
            counted.push((entry.clone(), injury));
        }
        public
    }

    /// The spans of one injury where one is asked for, on these days.
    pub(super) fn on_days(&self, injury: Option<usize>, days: Option<(Date, Date)>) -> impl Iterator<Item = &LogSpan> {
        let inside = move |span: &&LogSpan| days.is_some_and(|(first, last)| span.from <= last && span.to >= first);
        self.spans.iter().filter(move |span| injury.is_none() || span.injury == injury).filter(inside)
    }

    /// Marks the days of which logs say something by ranges; the first one is that of a date.
    pub(super) fn mark(&self, days: &mut [Day], first: Date) {
        if self.covers.is_empty() && self.later.is_empty() {
            return;
        }
        let inside = |ranges: &mut dyn Iterator<Item = (Date, Date)>| days_inside(ranges, first, days.len());
        // What was run over several days may have been run on any of them.
        let mut run = self.spans.iter().filter(|span| span.run() > 0).map(|span| (span.from, span.to));
        let (covered, spans) = (inside(&mut self.covers.iter().copied()), inside(&mut run));
        let later = inside(&mut self.later.iter().copied());
        for (index, day) in days.iter_mut().enumerate() {
            day.logs.covered = covered[index] && !spans[index];
            day.logs.later = later[index];
            // Until a record of the day says otherwise, nothing was done on it.
            day.run_known = day.logs.covered;
            day.load = day.logs.covered.then_some(0.0);
        }
    }

    /// The metres of spans that fall on each day: what exceeds the runs that are noted on a span's days is divided over those of
    /// which it is not known how far was run.
    fn shares(&self, calendar: &Calendar) -> BTreeMap<Date, u32> {
        let mut shares: BTreeMap<Date, u32> = BTreeMap::new();
        for span in self.spans.iter().filter(|span| span.run() > 0) {
            let days: Vec<Date> = (0..=days_between(span.from, span.to)).map(|n| shift(span.from, n)).collect();
            let of = |date: &Date| calendar.index(*date).map(|index| &calendar.days[index]);
            let noted: u64 = days.iter().filter_map(of).map(|day| u64::from(day.run)).sum();
            let rest = u64::from(span.run()).saturating_sub(noted);
            let unknown: Vec<&Date> = days.iter().filter(|date| of(date).is_none_or(|day| !day.run_known)).collect();
            let n = unknown.len() as u64;
            let (Some(last), Some(each)) = (unknown.last(), rest.checked_div(n)) else { continue };
            let metres = |metres: u64| u32::try_from(metres).unwrap_or(u32::MAX);
            for date in &unknown {
                let more = if date == last { rest - each * n } else { 0 };
                let share = shares.entry(**date).or_default();
                *share = share.saturating_add(metres(each + more));
            }
        }
        shares
    }
}

/// Which of some days lie in any of some ranges: each range is looked at once, however many days it has.
fn days_inside(ranges: &mut dyn Iterator<Item = (Date, Date)>, first: Date, n: usize) -> Vec<bool> {
    let mut turns = vec![0i32; n + 1];
    for (from, to) in ranges {
        let at = |date: Date| usize::try_from(days_between(first, date)).unwrap_or(0).min(n);
        turns[at(from)] += 1;
        turns[at(shift(to, 1))] -= 1;
    }
    let mut open = 0;
    let day = |turn: &i32| {
        open += turn;
        open > 0
    };
    turns[..n].iter().map(day).collect()
}

/// The days of all entries and lines, and those of each injury; what spans add to them follows from the days of all.
pub(super) fn all_days(counted: &[CountedEntry], logs: &Logs, config: &Config) -> (Option<Calendar>, Vec<InjuryDays>) {
    let mut whole = Calendar::of(counted, logs, config, None);
    let shares = whole.as_ref().map(|days| logs.shares(days)).unwrap_or_default();
    whole.iter_mut().for_each(|days| add_shares(days, &shares));
    let days = |index: usize| {
        let mut days = Calendar::of(counted, logs, config, Some(index));
        days.iter_mut().for_each(|days| add_shares(days, &shares));
        days
    };
    let all = config.injuries.iter().enumerate();
    let injuries = all.map(|(index, injury)| InjuryDays { injury: injury.clone(), calendar: days(index) }).collect();
    (whole, injuries)
}

/// Adds the metres of spans to their days.
fn add_shares(calendar: &mut Calendar, shares: &BTreeMap<Date, u32>) {
    for (date, metres) in shares.range(calendar.first..=calendar.last()) {
        if let Some(index) = calendar.index(*date) {
            calendar.days[index].logs.span = *metres;
        }
    }
}

/// Takes what lines say of the morning as the next day of the day before; returns what is typed of the first day.
pub(super) fn typed_mornings(
    days: &mut [Day],
    records: &[(usize, &Record, Option<usize>)],
    whose: &Whose,
) -> Option<Score> {
    let mut of_first = None;
    for (at, score, of) in records.iter().filter_map(|(at, record, of)| Some((*at, record.morning?, *of))) {
        let point = match at.checked_sub(1) {
            _ if !whose.is_own(of) => continue,
            Some(before) => &mut days[before].points[3],
            None => &mut of_first,
        };
        *point = (*point).max(Some(score));
    }
    of_first
}

/// What is wrong with the bare names of treatments in one log, by what entries and logs name elsewhere.
#[must_use]
pub fn unknown_treatments(entries: &[Arc<Entry>], files: &[Arc<ReadLog>], of: &ReadLog) -> Vec<Diagnostic> {
    let names = treatments(entries, files);
    let listed: Vec<&str> = names.values().copied().collect();
    of.lines.iter().flat_map(|line| line.unknown_names(|slug| names.contains_key(slug), &listed)).collect()
}

/// The treatments that an entry names, or a line with `treatment`, by their slugs.
fn treatments<'a>(entries: &'a [Arc<Entry>], files: &'a [Arc<ReadLog>]) -> BTreeMap<&'a str, &'a str> {
    let mut names = BTreeMap::new();
    let lines = || files.iter().flat_map(|file| &file.lines);
    if lines().all(|line| line.bare.is_empty()) {
        return names;
    }
    let of_entries = entries.iter().flat_map(|entry| entry.slugs().treatments.iter().zip(&entry.treatments));
    let of_lines = lines().flat_map(|line| {
        let bare: BTreeSet<&str> = line.bare.iter().map(|(name, _)| name.as_str()).collect();
        let all = line.entry.slugs().treatments.iter().zip(&line.entry.treatments);
        all.filter(move |(_, treatment)| !bare.contains(treatment.kind.as_str()))
    });
    for (slug, treatment) in of_entries.chain(of_lines) {
        names.entry(slug.as_str()).or_insert(treatment.kind.as_str());
    }
    names
}

/// Leaves out the sessions of imported lines that somebody typed for the same day; entries come in the order of days.
pub(super) fn without_doubles(counted: &mut [CountedEntry], diagnostics: &mut Vec<Diagnostic>) {
    for day in counted.chunk_by_mut(|(a, _), (b, _)| a.date == b.date) {
        if !day.iter().any(|(entry, _)| is_imported(entry)) {
            continue;
        }
        let typed: Vec<Arc<Entry>> =
            day.iter().filter(|(entry, _)| !is_imported(entry)).map(|(entry, _)| entry.clone()).collect();
        for (entry, _) in day.iter_mut().filter(|(entry, _)| is_imported(entry)) {
            let twin = |kind: SessionKind| typed.iter().find(|other| has_kind(other, kind));
            if entry.sessions.iter().any(|session| twin(session.kind).is_some()) {
                for session in &entry.sessions {
                    diagnostics.extend(twin(session.kind).and_then(|other| differs(entry, other, session.kind)));
                }
                let mut kept = Entry { derived: Derived::default(), ..(**entry).clone() };
                kept.sessions.retain(|session| twin(session.kind).is_none());
                *entry = Arc::new(kept);
            }
        }
    }
}

fn is_imported(entry: &Entry) -> bool {
    entry.log.as_ref().is_some_and(|log| log.imported)
}

/// Whether an entry has a session of a kind; all running is one kind here, and mileage too.
fn has_kind(entry: &Entry, kind: SessionKind) -> bool {
    let is_same = |other: SessionKind| other == kind || other.is_running() && kind.is_running();
    let mileage = entry.mileage.is_some() && kind.is_running();
    mileage || entry.sessions.iter().any(|session| !session.planned && is_same(session.kind))
}

/// A note where what was typed has another length than what was imported, by more than a fiftieth.
fn differs(imported: &Entry, typed: &Entry, kind: SessionKind) -> Option<Diagnostic> {
    let metres = |entry: &Entry| -> u32 {
        let of_kind = |(other, metres): (SessionKind, u32)| {
            (other == kind || other.is_running() && kind.is_running()).then_some(metres)
        };
        let sum = entry.lengths().filter_map(of_kind).fold(0u32, u32::saturating_add);
        if sum == 0 && kind.is_running() { entry.mileage.map_or(0, |mileage| mileage.0) } else { sum }
    };
    let (own, other) = (metres(imported), metres(typed));
    if own == 0 || other == 0 || u64::from(own.abs_diff(other)) * 50 <= u64::from(own.max(other)) {
        return None;
    }
    let message = format!(
        "the imported {} is {own} m, and what was typed for its day {other} m: the typed one counts",
        kind.word()
    );
    Some(
        Diagnostic::note("log-differs", message)
            .at(place_of(imported, "sessions"))
            .related("typed here", place_of(typed, "sessions")),
    )
}

/// Notes where a line and an entry of its day give the same point of pain another score.
pub(super) fn notes(counted: &[CountedEntry], diagnostics: &mut Vec<Diagnostic>) {
    for day in counted.chunk_by(|(a, _), (b, _)| a.date == b.date).filter(|day| day.len() > 1) {
        let lines = day.iter().filter(|(entry, _)| entry.log.is_some() && entry.date.is_some());
        for (line, _) in lines {
            for (entry, _) in day.iter().filter(|(entry, _)| entry.log.is_none()) {
                diagnostics.extend(higher(line, entry));
            }
        }
    }
}

fn higher(line: &Entry, entry: &Entry) -> Option<Diagnostic> {
    let points = |pain: &Pain| {
        [
            ("before", pain.before),
            ("during", pain.during),
            ("after", pain.after),
            ("next_day", pain.next_day),
            ("worst", pain.worst),
        ]
    };
    let place = |pain: &Pain| (pain.site.as_ref().map(|site| site.to_lowercase()), pain.side);
    let pairs = line.pain.iter().flat_map(|own| {
        entry.pain.iter().filter(move |other| place(other) == place(own)).map(move |other| (own, other))
    });
    let points = pairs.flat_map(|(own, other)| points(own).into_iter().zip(points(other)));
    let mut both = points.filter_map(|((name, own), (_, other))| Some((name, own?, other?)));
    let (name, own, other) = both.find(|(_, own, other): &(&str, Score, Score)| own != other)?;
    let name = name.replace('_', " ");
    let message = format!(
        "pain {name} is {} here and {} in the day's entry: the higher counts",
        score(own.value()),
        score(other.value())
    );
    let entry = place_of(entry, "pain");
    Some(Diagnostic::note("log-differs", message).at(place_of(line, "pain")).related("the day's entry", entry))
}
