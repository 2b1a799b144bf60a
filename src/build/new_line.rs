//! A new line of the log: checked by the reader of logs, put in by its day, and said back in words.

use super::memo;
use crate::config::Config;
use crate::diag::{Diagnostic, Failure, Place, Severity};
use crate::entry::{Entry, ReadLog, in_words, parse_log, with_line};
use crate::journal::{self, Lacking};
use crate::publish::{Replaced, replace};
use crate::source::{self, Content, Source, Stamp};
use crate::text::{is_unseen, with_line_feeds};
use jiff::civil::Date;
use std::path::Path;
use std::sync::Arc;

/// A line that is to be added.
#[derive(Clone, Copy, Debug)]
pub struct NewLine<'a> {
    /// Its day.
    pub date: Date,
    /// What it says, without the day: `pain 2/2/3, run 5k`.
    pub says: &'a str,
    /// The slug or the name of the injury that it is about, where that isn't plain.
    pub injury: Option<&'a str>,
}

/// What came of it.
#[derive(Debug)]
pub enum Logged {
    /// It is in the log.
    Added(AddedLine),
    /// It can't be read, so nothing was written.
    Refused(Vec<Diagnostic>),
}

/// A line that was added.
#[derive(Debug)]
pub struct AddedLine {
    /// The log's path from the site's root.
    pub path: String,
    /// The line as it was written.
    pub line: String,
    /// What it says, a phrase each.
    pub understood: Vec<String>,
    /// What may still be known of the day.
    pub lacking: Vec<Lacking>,
    /// What is odd about it.
    pub warnings: Vec<Diagnostic>,
}

/// What a site's files say of its days.
#[derive(Debug, Default)]
pub struct Records {
    /// The entries that can be read.
    pub entries: Vec<Arc<Entry>>,
    /// The files of entries of which nothing can be read.
    pub unread: Vec<Arc<str>>,
    /// The log files, without the lines that can't be read.
    pub logs: Vec<Arc<ReadLog>>,
}

impl Records {
    /// Reads a site's entries and logs, for commands that only look at them.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn read(root: &Path, config: &Config) -> Result<Self, Failure> {
        let sources = source::scan(root, source::Reach::of(config, None), &source::Sources::default())?.value;
        let copies = source::copies(&sources);
        let mut unread = Vec::new();
        let entry = |(source, text): (&Source, &Arc<str>)| {
            let read = crate::entry::parse(source, text, config).value;
            if read.is_none() {
                unread.push(source.path.clone());
            }
            read.map(Arc::new)
        };
        let entries: Vec<Arc<Entry>> = memo::entries(&sources, &copies).filter_map(entry).collect();
        let logs = memo::all_logs(&sources, &copies, &entries);
        let logs = logs.iter().map(|log| log.read(config, None).0).collect();
        Ok(Self { entries, logs, unread })
    }

    /// All that is said of days, by entries of the journal and by lines.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Entry>> {
        let entries = self.entries.iter().filter(|entry| journal::is_entry(&entry.path) && entry.date.is_some());
        entries.chain(self.logs.iter().flat_map(|log| &log.lines).map(|line| &line.entry))
    }

    /// The errors of a line that isn't written yet.
    #[must_use]
    pub fn problems_of(&self, new: &NewLine<'_>, config: &Config) -> Vec<Diagnostic> {
        check(&composed(new), self, config).err().unwrap_or_default()
    }
}

/// What a line is called in messages before it stands in a file.
const LINE: &str = "the line";

/// Adds a line to the site's log, or says why it can't be read; the site's records are those read last.
///
/// # Errors
/// When the disk refuses, or the log was saved by somebody else meanwhile.
pub fn add_line(root: &Path, config: &Config, records: &Records, new: &NewLine<'_>) -> Result<Logged, Failure> {
    let path = records.logs.iter().map(|log| &*log.path).find(|path| path.eq_ignore_ascii_case("content/log.txt"));
    let path = path.unwrap_or("content/log.txt").to_owned();
    let text = composed(new);
    let checked = match check(&text, records, config) {
        Ok(checked) => checked,
        Err(problems) => return Ok(Logged::Refused(problems)),
    };
    let full = root.join(&path);
    let was = match std::fs::read(&full) {
        Ok(bytes) => Some(bytes),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => None,
        Err(e) => return Err(Failure::io("cannot read", &full, &e)),
    };
    let Ok(old) = std::str::from_utf8(was.as_deref().unwrap_or_default()) else {
        let problem = Diagnostic::error("not-utf-8", "the log is not UTF-8, so nothing was added");
        let problem = problem.at(Place::file(&path)).hint("save it as UTF-8 in the editor");
        return Ok(Logged::Refused(vec![problem]));
    };
    if let Some(number) = with_line_feeds(old.to_owned()).lines().position(|line| line.trim() == text) {
        let there = Diagnostic::error("log-line", "this very line is in the log already, so nothing was added")
            .at(Place::new(LINE, &text, 0..text.len()))
            .hint(format!(
                "it is line {} of {path}; for a second one like it, say what differs: `at 18:00`",
                number + 1
            ));
        return Ok(Logged::Refused(vec![there]));
    }
    let private = records.logs.iter().any(|log| *log.path == *path && log.private);
    match replace(&full, was.as_deref(), with_line(old, new.date, &text).as_bytes())? {
        Replaced::Done => {}
        Replaced::Changed(path) => {
            let message = format!("{} was saved by another program just now, so nothing was added", path.display());
            return Err(Failure::new(message).hint("add the line again"));
        }
    }
    let near: Vec<&Entry> = records.all().map(|entry| &**entry).chain([&*checked.entry]).collect();
    let mut understood = in_words(&checked.entry, config);
    if private && checked.entry.visibility != crate::entry::Visibility::Private {
        understood.push("private, as the whole file is: shown to nobody".to_owned());
    }
    if new.date > config.today {
        understood.push("the day is still to come, so the line waits until then".to_owned());
    }
    let lacking = journal::lacking(&near, new.date, config.today);
    Ok(Logged::Added(AddedLine { path, line: text, understood, lacking, warnings: checked.warnings }))
}

/// The whole line of what is to be said.
fn composed(new: &NewLine<'_>) -> String {
    let injury = new.injury.map(|injury| format!("injury {}, ", injury.trim())).unwrap_or_default();
    format!("{}  {injury}{}", new.date, new.says.trim())
}

/// A line that can be read.
struct ReadableLine {
    entry: Arc<Entry>,
    warnings: Vec<Diagnostic>,
}

/// Reads a line as the log's reader will, or says what is wrong with it.
fn check(text: &str, records: &Records, config: &Config) -> Result<ReadableLine, Vec<Diagnostic>> {
    let whole = || Place::new(LINE, text, 0..text.len());
    if text.contains(|c: char| c.is_control() || is_unseen(c)) {
        let problem = Diagnostic::error("log-line", "a line has no line breaks and no signs that can't be seen");
        return Err(vec![problem.at(whole()).hint("a line is one day; add the others by themselves")]);
    }
    let text: Arc<str> = text.into();
    let source = Source {
        path: LINE.into(),
        hash: *blake3::hash(text.as_bytes()).as_bytes(),
        content: Content::Text(text.clone()),
        stamp: Stamp::default(),
    };
    let (log, mut problems) = parse_log(&source, &text, config, None);
    let mut logs = records.logs.clone();
    let log = Arc::new(log);
    logs.push(log.clone());
    problems.extend(journal::unknown_treatments(&records.entries, &logs, &log));
    match log.lines.first() {
        Some(read) if !problems.iter().any(|problem| problem.severity == Severity::Error) => {
            problems.extend(unknown_injury(&read.entry, config));
            if problems.iter().any(|problem| problem.severity == Severity::Error) {
                return Err(problems);
            }
            Ok(ReadableLine { entry: read.entry.clone(), warnings: problems })
        }
        _ => Err(problems),
    }
}

/// That the settings have no such injury: `build` would only warn of it, but a line should say which one it means.
fn unknown_injury(entry: &Entry, config: &Config) -> Option<Diagnostic> {
    let (name, range) = entry.injury.as_ref()?;
    if config.injuries.is_empty() || config.injury_called(name).is_some() {
        return None;
    }
    let known: Vec<&str> = config.injuries.iter().map(|injury| injury.slug.as_str()).collect();
    let problem = Diagnostic::error("unknown-injury", format!("site.toml has no injury `{name}`"));
    Some(problem.at(entry.place(range.clone())).hint(format!("it has {}", crate::text::words::or(&known))))
}
