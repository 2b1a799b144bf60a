//! The file of a new entry: its name, and the text that it starts with; and what any entry's text says before it is in a file.

use crate::chart;
use crate::config::Config;
use crate::diag::Checked;
use crate::entry::{self, Entry, Exercise, Prefill, Session, SessionKind, Visibility, prefilled};
use crate::journal::{self, is_entry};
use crate::language;
use crate::source::{Content, Source, Stamp};
use crate::text::slug::slug;
use jiff::civil::Date;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file of the day and the title that is not there yet; without a title, of the day alone.
pub fn free_path(root: &Path, date: Date, title: &str) -> PathBuf {
    let (folder, name) = (root.join("content/journal"), dated_name(date, title));
    let names = std::iter::once(format!("{name}.md")).chain((2..).map(|n| format!("{name}-{n}.md")));
    let mut free = names.map(|name| folder.join(name)).filter(|path| !path.exists());
    free.next().unwrap_or_else(|| folder.join(format!("{name}.md")))
}

/// A new file's name, without its ending.
fn dated_name(date: Date, title: &str) -> String {
    if title.trim().is_empty() { date.to_string() } else { format!("{date}-{}", slug(title)) }
}

/// The text of a new entry, with what those before it propose; nothing in it counts until somebody confirms it.
pub fn new_text(title: &str, date: Date, entries: &[Arc<Entry>], config: &Config) -> String {
    let mut dated: Vec<&Arc<Entry>> = entries.iter().filter(|e| is_entry(&e.path) && e.date.is_some()).collect();
    dated.sort_by(|a, b| (a.date, &a.path).cmp(&(b.date, &b.path)));
    let short = format!("/journal/{}/", slug(title));
    // Without its day the name would lead to another entry's address, and the earlier of the two would get it: an entry written
    // for a day long gone would move one that is published.
    let taken = !title.trim().is_empty() && entries.iter().any(|entry| entry.address().short == short);
    let own = taken.then(|| dated_name(date, title));
    prefilled(&Prefill { slug: own.as_deref(), ..prefill(title, date, &dated, entries, config) }, config)
}

/// Reads a text as the entry that it would be in its file, with all that is wrong in it alone.
pub fn read_entry(path: &str, text: &str, config: &Config) -> Checked<Option<Entry>> {
    let text: Arc<str> = text.into();
    let hash = *blake3::hash(text.as_bytes()).as_bytes();
    let source = Source { path: path.into(), hash, content: Content::Text(text.clone()), stamp: Stamp::default() };
    read_source(&source, &text, config)
}

/// Reads an entry's file.
pub(super) fn read_source(source: &Source, text: &Arc<str>, config: &Config) -> Checked<Option<Entry>> {
    let mut checked = entry::parse(source, text, config);
    if let Some(entry) = &checked.value {
        checked.diagnostics.extend(chart::problems(&entry.body, &entry.path, text));
    }
    checked
}

/// What the entries up to a day propose for a new one.
fn prefill<'a>(
    title: &'a str,
    date: Date,
    dated: &[&'a Arc<Entry>],
    entries: &[Arc<Entry>],
    config: &'a Config,
) -> Prefill<'a> {
    let before: Vec<&'a Entry> = dated.iter().rev().filter(|e| e.date <= Some(date)).map(|e| &***e).collect();
    let last = before.first().copied();
    // That of the last entry while it goes on, else the newest that does.
    let active = if config.injuries.len() > 1 { config.active(date) } else { Vec::new() };
    let same = last.and_then(|e| e.injury.as_ref()).map(|(name, _)| slug(name));
    let named = |at: &&usize| Some(&config.injuries[**at].slug) == same.as_ref();
    let injury = active.iter().find(named).or(active.last()).map(|at| config.injuries[*at].slug.as_str());
    let mut sessions: Vec<SessionKind> = Vec::new();
    let done = |entry: &&'a Entry| entry.sessions.iter().any(|s| !s.planned);
    let with_sessions = before.iter().copied().find(|e| done(e));
    for Session { kind, .. } in with_sessions.iter().flat_map(|e| &e.sessions).filter(|s| !s.planned) {
        if !sessions.contains(kind) {
            sessions.push(*kind);
        }
    }
    let with_exercises = before.iter().find(|e| !e.exercises.is_empty());
    // How it felt is of the day it was done on.
    let again = |e: &Exercise| Exercise { pain: None, rpe: None, rir: None, verdict: None, ..e.clone() };
    Prefill {
        title,
        date,
        slug: None,
        lies: lies(date, injury, entries, config),
        injury,
        private: last.is_some_and(|e| e.visibility == Visibility::Private),
        pain: before.iter().find(|e| !e.pain.is_empty()).map(|e| e.pain.as_slice()).unwrap_or_default(),
        mileage: last.is_some_and(|e| e.mileage.is_some()),
        sessions,
        exercises: with_exercises.and_then(|e| Some((e.date?, e.exercises.iter().map(again).collect()))),
    }
}

/// Where a day lies in the journal, as an entry of that day will say it: `day 237`, `week 34`, `phase Running`.
fn lies(date: Date, injury: Option<&str>, entries: &[Arc<Entry>], config: &Config) -> Vec<String> {
    let all = Config { drafts: true, future: true, ..config.clone() };
    let path: Arc<str> = "content/journal/".into();
    let injury = injury.map(|slug| (slug.to_owned(), 0..0));
    let new = Entry { path: path.clone(), date: Some(date), injury, ..Entry::default() };
    let entries: Vec<Arc<Entry>> = entries.iter().cloned().chain([Arc::new(new)]).collect();
    let journal = journal::assemble(&entries, &[], &all).value;
    let Some(item) = journal.items.iter().find(|item| item.entry.path == path) else { return Vec::new() };
    let words = language::load(&config.language, "", &[]).value.words;
    let number = |id: &str, n: i64| words.say(id, &[("n", n.to_string().as_str().into())]);
    let day = item.day.map(|day| number("new-day", day));
    let week = item.week().map(|week| number("new-week", week));
    let phase = item.phase.as_ref().map(|phase| words.say("new-phase", &[("name", (&**phase).into())]));
    day.into_iter().chain(week).chain(phase).collect()
}
