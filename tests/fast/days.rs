//! `comeback import days`: a file with many days becomes log lines and entries, and no word of it is lost.

mod forms;
mod lasting;
mod tables;

use crate::support::{Project, SETTINGS};
use comeback::config::{Config, Flags, Today, load};
use comeback::fields::DateOrder;
use comeback::import::days::{Diary, FiledDays, HowToSplit, StandingFiles, file, read};
use std::fmt::Write;

fn config() -> Config {
    let injury = "[[injuries]]\nname = \"Left calf\"\n";
    load(&format!("{SETTINGS}{injury}"), &Flags::on(Today::Given(jiff::civil::date(2025, 1, 1)))).value
}

/// Splits a text as the command would.
fn split(path: &str, text: impl AsRef<[u8]>, order: Option<DateOrder>) -> (Diary, FiledDays, Vec<String>) {
    let config = config();
    let how = HowToSplit { config: &config, order };
    let checked = read(path, text.as_ref(), how);
    let told = checked.diagnostics.iter().map(|problem| {
        let place = problem.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let hints: String = problem.hints.iter().map(|hint| format!("\n  {hint}")).collect();
        format!("{place}: {}: {}{hints}", problem.severity.word(), problem.message)
    });
    let told = told.collect();
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    let filed = file(&checked.value, stem, &StandingFiles::default(), how);
    (checked.value, filed, told)
}

/// All that comes of a text: problems, lines, entries, and what is named beside them.
fn all_of(path: &str, text: impl AsRef<[u8]>, order: Option<DateOrder>) -> String {
    let (diary, filed, told) = split(path, text, order);
    let mut out = String::new();
    for problem in told {
        let _ = writeln!(out, "{problem}");
    }
    if let Some(log) = &filed.log {
        let _ = write!(out, "== {}\n{}", log.path, log.text);
    }
    for entry in &filed.entries {
        let _ = write!(out, "== {} from {}\n{}", entry.path, entry.place, entry.text);
    }
    for (head, items) in [("note", &filed.notes)] {
        for (place, text) in items {
            let _ = writeln!(out, "{head} {place}: {text}");
        }
    }
    for (place, words, n) in &diary.outside {
        let _ = writeln!(out, "outside {place}: {words} ({n})");
    }
    for (place, date) in &diary.silent {
        let _ = writeln!(out, "silent {place}: {date}");
    }
    out
}

#[track_caller]
fn gives(path: &str, text: &str, expected: &str) {
    assert_eq!(all_of(path, text, None), expected, "{text}");
}

fn project() -> Project {
    Project::new(&format!("-- site.toml --\n{SETTINGS}"))
}
