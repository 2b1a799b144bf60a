//! `comeback new`: the file of a new entry, ready to be written in.

use super::args::New;
use super::global::Global;
use super::{
    content_problems, eprintln, init, log, next_day, open_settings, plain_flags, print_diagnostics, println, today,
};
use crate::build::{self, Builder, Records};
use crate::config::Flags;
use crate::diag::{Diagnostic, Failure, Severity};
use crate::entry::{DueReminder, Entry};
use crate::journal::{self, Lacking, is_entry};
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
    let all: Vec<&Entry> = records.all().map(|entry| &**entry).collect();
    let lacking = next_day::lacking(&dated, date).filter(|_| !journal::knows_morning(&all, date));
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
            let title = args.title.as_deref().unwrap_or_default();
            let path = build::free_path(&global.root, date, title);
            init::write(&path, build::new_text(title, date, entries, &config))?;
            println(&path.display().to_string());
            path
        }
    };
    for reminder in DueReminder::of(entries.iter().map(|entry| &**entry), config.today) {
        eprintln(&reminder.said());
    }
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
