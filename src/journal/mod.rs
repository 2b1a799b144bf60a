//! All entries as one model: what is published, the days, the injuries, the lessons, and who follows whom.
//!
//! Invariant: knows relations between entries and nothing of addresses, pages or drawings; sums are made in date
//! order, whatever order the files came in.

mod calendar;
mod contradictions;
mod course;
mod criteria;
mod doubtful;
mod judging;
mod lacking;
mod lessons;
mod log;
pub mod metrics;
mod next_mornings;
mod reading;
mod standing;
pub mod stats;
mod tellers;
mod unwritten;
mod whose;

pub use calendar::{Calendar, Day, Morning, Week};
pub(crate) use course::back_at;
pub use course::{Course, SpikeRow, WeekRow, WindowChange};
pub use criteria::{CriterionState, CriterionTick};
pub use lacking::{Lacking, knows_morning, lacking};
pub use lessons::{Event, EventKind, Lesson, LessonState, Lessons};
pub use log::{HeldLines, LogSpan, Logs, unknown_treatments};
pub use next_mornings::{Deed, NextMornings, next_mornings};
pub use reading::{Alike, Onward, pain_band};
pub use standing::{AboutInjury, LEAST_OF_7, LastMilestone, Standing, Window};
pub use tellers::Teller;
pub use whose::CountedEntry;

use crate::config::{Config, Injury};
use crate::diag::{Checked, Diagnostic, Place};
use crate::entry::{Entry, OwnAddress, ReadLog, Visibility};
use crate::text::near::nearest;
use crate::text::slug::slug;
use crate::units::Score;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The model of a journal.
#[derive(Debug)]
pub struct Journal {
    /// The published entries by date, the undated ones last.
    pub items: Vec<Item>,
    /// The plain pages, by path.
    pub pages: Vec<Arc<Entry>>,
    /// The home page's introduction.
    pub home: Option<Arc<Entry>>,
    /// What was left out, and why.
    pub held: Held,
    /// The entries whose numbers count, by date, each with the index of its injury; private ones as their numbers alone.
    pub counted: Vec<CountedEntry>,
    /// What logs say beside the days that count with the entries.
    pub logs: Logs,
    /// The days of all entries together; `None` where no entry has a date.
    pub calendar: Option<Calendar>,
    /// The injuries of the settings, each with the days of its own entries.
    pub injuries: Vec<InjuryDays>,
    /// The milestones and setbacks of published entries, by date.
    pub milestones: Vec<Mark>,
    /// What became of each criterion of the settings, in their order.
    pub criteria: Vec<CriterionState>,
    /// The lessons, in the order they were learned.
    pub lessons: Lessons,
    /// Where a reader may go on from each item.
    pub onward: Vec<Onward>,
}

/// A published entry with what the journal knows about it.
#[derive(Debug)]
pub struct Item {
    /// The file.
    pub entry: Arc<Entry>,
    /// The index of its injury.
    pub injury: Option<usize>,
    /// The phase: the one it names, else the one of its date.
    pub phase: Option<Arc<str>>,
    /// The day of the injury, from 1 on the day it began; of the journal where no injury is described.
    pub day: Option<i64>,
    /// Pain before, during, after and on the next day: the most of any site, side and session.
    pub points: [Option<Score>; 4],
    /// Metres run, walked and covered otherwise.
    pub metres: [u32; 3],
    /// The listed entry before it.
    pub older: Option<usize>,
    /// The listed entry after it.
    pub newer: Option<usize>,
}

impl Item {
    /// Whether lists, feeds and neighbours show it.
    pub fn listed(&self) -> bool {
        self.entry.visibility == Visibility::Public
    }

    /// The week of the injury, from 1.
    pub fn week(&self) -> Option<i64> {
        self.day.map(|day| (day - 1) / 7 + 1)
    }
}

/// An injury and the days of its entries.
#[derive(Debug)]
pub struct InjuryDays {
    /// What the settings say of it.
    pub injury: Injury,
    /// The days of its own entries; `None` where it has none with a date.
    pub calendar: Option<Calendar>,
}

/// An event that charts mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its number wherever it is shown: its place, from 1, among all milestones and setbacks by date.
    pub number: usize,
    /// When.
    pub date: Date,
    /// What, in the writer's words.
    pub label: String,
    /// The entry that tells of it, by index; `None` where a line of a log does.
    pub item: Option<usize>,
    /// The index of its injury.
    pub injury: Option<usize>,
    /// Whether it is a setback and no milestone.
    pub setback: bool,
}

/// The files that were left out, by reason; each list is in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// Drafts.
    pub drafts: Vec<Arc<str>>,
    /// Entries that wait for their day.
    pub scheduled: Vec<(Arc<str>, Date)>,
    /// Private entries.
    pub private: Vec<Arc<str>>,
    /// Entries whose last day is over.
    pub expired: Vec<Arc<str>>,
    /// Files with errors.
    pub broken: Vec<Arc<str>>,
    /// Copies of texts that a sync or an editor made.
    pub copies: Vec<Arc<str>>,
    /// Lines of logs.
    pub lines: HeldLines,
    /// The addresses that those without errors would have.
    pub addresses: Vec<OwnAddress>,
    /// What those may be called, as slugs: their titles, and the last parts of their addresses.
    pub names: BTreeSet<String>,
}

impl Held {
    /// All files that are there and not published.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        let scheduled = self.scheduled.iter().map(|(path, _)| path);
        let lists =
            self.drafts.iter().chain(&self.private).chain(&self.expired).chain(&self.broken).chain(&self.copies);
        lists.chain(scheduled).map(|path| &**path)
    }
}

/// Whether a path is that of a journal entry.
pub fn is_entry(path: &str) -> bool {
    path.starts_with("content/journal/") && !is_index(path)
}

/// `_index.md` introduces its folder and is never an entry.
fn is_index(path: &str) -> bool {
    matches!(path.rsplit('/').next(), Some("_index.md" | "_index.markdown"))
}

/// Makes the model from all files that could be read: entries, and logs.
pub fn assemble(entries: &[Arc<Entry>], files: &[Arc<ReadLog>], config: &Config) -> Checked<Journal> {
    let mut diagnostics = Vec::new();
    let mut held = Held::default();
    let mut published = Vec::new();
    let mut counted_only = Vec::new();
    let mut pages = Vec::new();
    let mut home = None;
    // Pages whose days count no more than they are shown.
    let mut held_pages: BTreeSet<&str> = BTreeSet::new();
    for entry in entries {
        if is_held(entry, config, &mut held) {
            // A private page's days are private lines; those of one that is kept back are none.
            if entry.several && held.private.last() != Some(&entry.path) {
                held_pages.insert(&entry.path);
            }
            if entry.visibility == Visibility::Private
                && config.count_private
                && is_entry(&entry.path)
                && !entry.several
            {
                counted_only.push(entry.clone());
            }
        } else if is_index(&entry.path) {
            let is_home = matches!(&*entry.path, "content/_index.md" | "content/_index.markdown");
            // Whoever opens the home page would find it.
            if is_home && entry.visibility != Visibility::Public {
                let message = "an introduction has no address of its own, so an unlisted one is shown nowhere";
                diagnostics.push(Diagnostic::warning("unlisted-introduction", message).at(Place::file(&entry.path)));
            } else if is_home {
                home = Some(entry.clone());
            }
        } else if is_entry(&entry.path) && !entry.several {
            published.push(entry.clone());
        } else {
            pages.push(entry.clone());
        }
    }
    sort(&mut published);
    sort(&mut pages);
    for entry in published.iter().filter(|e| e.date.is_none()) {
        diagnostics.push(
            Diagnostic::warning("no-date", "the entry has no date, so it is listed last and counts in no chart")
                .at(Place::file(&entry.path))
                .hint("add `date: 2020-08-14`, or start the file's name with the date"),
        );
    }
    let mut unnamed = Unnamed::default();
    let items = relate(&published, config, &mut unnamed, &mut diagnostics);
    let mut counted: Vec<CountedEntry> = items.iter().map(|item| (item.entry.clone(), item.injury)).collect();
    for entry in counted_only {
        let injury = injury_of(&entry, config, &mut unnamed, &mut diagnostics);
        counted.push((entry, injury));
    }
    diagnostics.extend(unnamed.told(config));
    let shown: Vec<Arc<ReadLog>>;
    let files = if held_pages.is_empty() {
        files
    } else {
        shown = files.iter().filter(|file| !held_pages.contains(&*file.path)).cloned().collect();
        &shown
    };
    let logs = Logs::of(entries, files, &mut counted, config, &mut held, &mut diagnostics);
    // Lines come after all entries of their day.
    let order = |entry: &Entry| (entry.date, entry.log.is_some());
    let line = |entry: &Entry| entry.log.as_ref().map(|log| log.number);
    counted.sort_by(|(a, _), (b, _)| {
        order(a).cmp(&order(b)).then_with(|| a.path.cmp(&b.path)).then_with(|| line(a).cmp(&line(b)))
    });
    if !files.is_empty() {
        log::notes(&counted, &mut diagnostics);
        log::without_doubles(&mut counted, &mut diagnostics);
    }
    let lessons = lessons::relate(&items, &config.lessons.top, &mut diagnostics);
    let tellers = tellers::all(&items, &logs);
    let milestones = tellers::marks(&tellers);
    let criteria = criteria::of(config, &tellers, &counted, &mut diagnostics);
    contradictions::find(&counted, config, &mut diagnostics);
    doubtful::find(&counted, config, &mut diagnostics);
    // From here on nobody can show more of a private entry than its numbers.
    for (entry, _) in counted.iter_mut().filter(|(entry, _)| entry.visibility == Visibility::Private) {
        *entry = entry.numbers().clone();
    }
    let (calendar, injuries) = log::all_days(&counted, &logs, config);
    let journal = Journal {
        calendar,
        injuries,
        logs,
        counted,
        milestones,
        criteria,
        lessons,
        onward: reading::onward(&items),
        items,
        pages,
        home,
        held,
    };
    Checked::new(journal, diagnostics)
}

fn sort(entries: &mut [Arc<Entry>]) {
    entries.sort_by(|a, b| (a.date.is_none(), a.date, &a.path).cmp(&(b.date.is_none(), b.date, &b.path)));
}

/// Whether an entry is not published, noting why.
fn is_held(entry: &Entry, config: &Config, held: &mut Held) -> bool {
    if entry.draft && !config.drafts {
        held.drafts.push(entry.path.clone());
    } else if let Some(date) = entry.starts().filter(|d| *d > config.today && !config.future) {
        held.scheduled.push((entry.path.clone(), date));
    } else if entry.expires.is_some_and(|last| last < config.today) {
        held.expired.push(entry.path.clone());
    } else if entry.visibility == Visibility::Private {
        held.private.push(entry.path.clone());
    } else {
        return false;
    }
    let address = entry.address();
    let aliases = entry.aliases.iter().map(|(alias, _)| alias.as_str());
    let addresses = aliases.chain([address.short.as_str()]).chain(address.long.as_deref());
    let parts = addresses.filter_map(|address| address.trim_end_matches('/').rsplit('/').next());
    held.names.extend(parts.filter(|part| !part.is_empty()).chain([entry.title.as_str()]).map(slug));
    held.addresses.push(address.clone());
    true
}

fn relate(
    published: &[Arc<Entry>],
    config: &Config,
    unnamed: &mut Unnamed,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Item> {
    let mut items: Vec<Item> = published
        .iter()
        .map(|entry| {
            let injury = injury_of(entry, config, unnamed, diagnostics);
            let day = entry.date.and_then(|date| day_of(injury, date, config));
            let by_date = || entry.date.and_then(|d| config.phase_on(d)).map(|p| p.name.as_str().into());
            Item {
                injury,
                phase: entry.phase.as_deref().map(Arc::from).or_else(by_date),
                day,
                points: entry.record().felt.points,
                metres: entry.record().metres(),
                older: None,
                newer: None,
                entry: entry.clone(),
            }
        })
        .collect();
    let listed: Vec<usize> = (0..items.len()).filter(|i| items[*i].listed()).collect();
    for pair in listed.windows(2) {
        items[pair[0]].newer = Some(pair[1]);
        items[pair[1]].older = Some(pair[0]);
    }
    items
}

/// The how-manieth day of its injury an entry's day is; none where it has none, or one whose onset isn't known.
fn day_of(injury: Option<usize>, date: Date, config: &Config) -> Option<i64> {
    config.injuries[injury?].day(date)
}

/// The entries that name no injury on days on which several were active.
#[derive(Default)]
struct Unnamed {
    n: usize,
    first: Option<(Arc<str>, Vec<usize>)>,
}

impl Unnamed {
    /// One note for all, since the newest is most often the one that is meant.
    fn told(self, config: &Config) -> Option<Diagnostic> {
        let (path, active) = self.first?;
        let slugs: Vec<String> = active.iter().rev().map(|at| format!("`{}`", config.injuries[*at].slug)).collect();
        let slugs = slugs.join(" and ");
        let message = match self.n {
            1 => format!("the entry names no injury, and {slugs} are active on its day: the newest counts"),
            n => format!("{n} entries name no injury on days with several, so the newest counts: here, of {slugs}"),
        };
        let hint = format!("`injury: {}` says which", config.injuries[*active.last()?].slug);
        Some(Diagnostic::note("several-injuries", message).at(Place::file(&path)).hint(hint))
    }
}

/// The injury that an entry is about: the one it names, the only one, or the newest that is active on its day.
fn injury_of(
    entry: &Entry,
    config: &Config,
    unnamed: &mut Unnamed,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<usize> {
    if let Some((name, range)) = &entry.injury {
        let found = config.injury_called(name);
        if found.is_none() {
            let mut diagnostic =
                Diagnostic::warning("unknown-injury", format!("site.toml describes no injury `{name}`"))
                    .at(entry.place(range.clone()));
            if let Some(near) = nearest(&slug(name), config.injuries.iter().map(|i| i.slug.as_str())) {
                diagnostic = diagnostic.hint(format!("did you mean `{near}`?"));
            }
            diagnostics.push(diagnostic);
        }
        return found;
    }
    if config.injuries.len() < 2 {
        return (!config.injuries.is_empty()).then_some(0);
    }
    let active = config.active(entry.date?);
    let newest = active.last().copied();
    if active.len() > 1 {
        unnamed.n += 1;
        unnamed.first.get_or_insert_with(|| (entry.path.clone(), active));
    }
    newest
}

#[cfg(test)]
mod tests;
