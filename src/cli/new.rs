//! `comeback new`: the file of a new entry, ready to be written in.

use super::args::{Global, New};
use super::{
    content_problems, eprintln, init, log, next_day, open_settings, plain_flags, print_diagnostics, println, today,
};
use crate::build::{Builder, Records};
use crate::config::{Config, Flags};
use crate::diag::{Diagnostic, Failure, Severity};
use crate::entry::{Entry, Exercise, Prefill, Session, SessionKind, Visibility, prefilled};
use crate::journal::{self, Lacking, is_entry};
use crate::text::slug::slug;
use jiff::civil::Date;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;

/// Makes the entry, or says where the day's entry is.
pub(super) fn run(args: &New, global: &Global) -> Result<ExitCode, Failure> {
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let date = args.date.map_or(config.today, |typed| typed.resolve(config.today));
    let records = Records::read(&global.root, &config)?;
    let entries = &records.entries;
    let mut dated: Vec<&Arc<Entry>> = entries.iter().filter(|e| is_entry(&e.path) && e.date.is_some()).collect();
    dated.sort_by(|a, b| (a.date, &a.path).cmp(&(b.date, &b.path)));
    let there = dated.iter().find(|e| e.date == Some(date)).filter(|_| !args.another);
    if let Some(there) = there.filter(|_| !args.edit) {
        eprintln(&format!("{date} has an entry already (--another makes a second one):"));
        println(&global.root.join(&*there.path).display().to_string());
        return Ok(content_problems());
    }
    let lacking = next_day::lacking(&dated, date).filter(|_| lacks_morning(&records, date));
    // A score that was given and can't be put in is said before anything is made.
    if let Some(score) = args.next_day {
        let Some(entry) = lacking else {
            eprintln("--next-day: no entry of the day before lacks the score of its next day");
            return Ok(content_problems());
        };
        if !next_day::put(entry, score, &global.root, &config)? {
            return Ok(content_problems());
        }
    }
    let path = match there {
        Some(there) => global.root.join(&*there.path),
        None => {
            let path = free_path(&global.root, date, &slug(&args.title));
            init::write(&path, prefilled(&prefill(args, date, &dated, entries, &config), &config))?;
            println(&path.display().to_string());
            path
        }
    };
    let all: Vec<&Entry> = records.all().map(|entry| &**entry).collect();
    let missing = journal::lacking(&all, date, config.today);
    if let Some(days) = missing.into_iter().find(|lacking| matches!(lacking, Lacking::Days(..))) {
        eprintln(&format!("if you know it, still missing is {}", log::in_words(days, config.today)));
    }
    if let Some(entry) = lacking.filter(|_| args.next_day.is_none()) {
        next_day::ask_for(entry, &global.root, &config)?;
    }
    if !args.edit {
        return Ok(ExitCode::SUCCESS);
    }
    open(&path)?;
    let problems = problems_of(&path, global)?;
    print_diagnostics(&problems, global);
    let is_wrong = problems.iter().any(|d| d.severity == Severity::Error);
    Ok(if is_wrong { content_problems() } else { ExitCode::SUCCESS })
}

/// Whether nothing tells how the morning of a day was, of an entry or a line.
fn lacks_morning(records: &Records, date: Date) -> bool {
    let all: Vec<&Entry> = records.all().map(|entry| &**entry).collect();
    journal::lacking(&all, date, date).contains(&Lacking::Morning(date))
}

/// What the entries up to a day propose for a new one.
fn prefill<'a>(
    args: &'a New,
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
    let again = |e: &Exercise| Exercise { pain: None, rpe: None, verdict: None, ..e.clone() };
    Prefill {
        title: &args.title,
        date,
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
    let day = item.day.map(|day| format!("day {day}"));
    let week = item.week().map(|week| format!("week {week}"));
    let phase = item.phase.as_ref().map(|phase| format!("phase {phase}"));
    day.into_iter().chain(week).chain(phase).collect()
}

/// What a preview would say of a file, so that a mistake is seen before the editor's window is forgotten.
fn problems_of(path: &Path, global: &Global) -> Result<Vec<Diagnostic>, Failure> {
    let flags = Flags { today: today(global)?, drafts: true, future: true, base_url: None, origin: None };
    let prepared = Builder::new(&global.root, Some(&global.root.join("public")), flags).prepare()?;
    let own = path.strip_prefix(&global.root).unwrap_or(path).display().to_string().replace('\\', "/");
    Ok(match prepared {
        Ok(prepared) => {
            let of_file = |d: &Diagnostic| d.place.as_ref().is_some_and(|place| place.path == own);
            prepared.diagnostics.into_iter().filter(of_file).collect()
        }
        Err(diagnostics) => diagnostics,
    })
}

/// A file name of the day and the title that is not taken.
fn free_path(root: &Path, date: Date, slug: &str) -> std::path::PathBuf {
    let folder = root.join("content/journal");
    let names = std::iter::once(format!("{date}-{slug}.md")).chain((2..).map(|n| format!("{date}-{slug}-{n}.md")));
    let mut free = names.map(|name| folder.join(name)).filter(|path| !path.exists());
    free.next().unwrap_or_else(|| folder.join(format!("{date}-{slug}.md")))
}

/// Opens a file in the writer's editor and waits for it.
fn open(path: &Path) -> Result<(), Failure> {
    let editor =
        ["VISUAL", "EDITOR"].into_iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.trim().is_empty()));
    let Some(editor) = editor else {
        return Err(Failure::new("no editor is set").hint("set VISUAL or EDITOR, for example EDITOR=nano"));
    };
    // `code --wait` is an editor with an argument.
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let status = Command::new(program).args(words).arg(path).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("the editor `{editor}` ended with {status}"))),
        Err(error) => Err(Failure::new(format!("the editor `{editor}` can't be started: {error}"))),
    }
}
