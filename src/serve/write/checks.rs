//! What a form says, compared with what a journal takes: no file is touched here.

use super::desk::{LONGEST_TEXT, OpenSite};
use super::html::Said;
use super::log_page::LONGEST_TITLE;
use super::recent;
use crate::build::{self, AddedLine};
use crate::config::Config;
use crate::diag::Severity;
use crate::entry::{Entry, in_words};
use crate::fields::is_in_our_times;
use crate::journal::is_entry;
use jiff::civil::Date;

/// The path of an entry that the scan of the site found, if it is just what was asked for.
pub(super) fn known<'a>(site: &'a OpenSite, asked: &str) -> Option<&'a str> {
    let read = site.records.entries.iter().map(|entry| &entry.path);
    let mut all = read.chain(&site.records.unread).filter(|path| is_entry(path));
    all.find(|path| ***path == *asked).map(|path| &**path)
}

/// The title of an entry; the name of its file where nothing can be read.
pub(super) fn title_of<'a>(site: &'a OpenSite, path: &'a str) -> &'a str {
    let entry = site.records.entries.iter().find(|entry| *entry.path == *path);
    entry.map_or_else(|| file_name(path), |entry| &entry.title)
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// What an entry's text says, or what is wrong with it.
pub(super) fn checked(path: &str, text: &str, config: &Config) -> Result<(Said, Entry), Said> {
    if text.trim().is_empty() {
        return Err(Said::wrong("There is no text, so nothing was written."));
    }
    if text.len() > LONGEST_TEXT {
        return Err(Said::wrong("This is too long to be written here, so nothing was."));
    }
    let read = build::read_entry(path, text, config);
    let errors = read.diagnostics.iter().filter(|problem| problem.severity == Severity::Error).cloned();
    let errors: Vec<_> = errors.collect();
    match read.value.filter(|_| errors.is_empty()) {
        Some(entry) => {
            let said = Said {
                done: true,
                heading: "Saved.".to_owned(),
                written: path.to_owned(),
                phrases: in_words(&entry, config),
                problems: read.diagnostics,
                ..Said::default()
            };
            Ok((said, entry))
        }
        None => Err(Said { problems: errors, ..Said::wrong("This can’t be read, so nothing was written.") }),
    }
}

pub(super) fn said_of_line(added: AddedLine, date: Date, config: &Config) -> Said {
    Said {
        done: true,
        heading: format!("Written down: {}", recent::day_name(date, config.today)),
        written: added.line,
        phrases: added.understood,
        lacking: added.lacking.iter().map(|lacking| recent::lacking(*lacking, config.today)).collect(),
        problems: added.warnings,
    }
}

/// The injuries that a day may be about, slug and name, where there are several.
pub(super) fn several_injuries(config: &Config) -> Vec<(String, String)> {
    let active = config.active(config.today);
    let named = active.iter().map(|at| &config.injuries[*at]);
    let all: Vec<_> = named.map(|injury| (injury.slug.clone(), injury.name.clone())).collect();
    if all.len() > 1 { all } else { Vec::new() }
}

pub(super) fn title_problem(title: &str) -> Option<String> {
    let problem = match title {
        "" => "An entry needs a title.",
        _ if title.chars().count() > LONGEST_TITLE => "This title is too long.",
        _ if title.contains(char::is_control) => "A title is one line.",
        _ => return None,
    };
    Some(problem.to_owned())
}

pub(super) fn a_date(text: &str) -> Result<Date, String> {
    text.parse().map_err(|_| format!("“{text}” is no date.")).and_then(in_our_times)
}

pub(super) fn in_our_times(day: Date) -> Result<Date, String> {
    if is_in_our_times(day) { Ok(day) } else { Err(format!("{day} is out of range: is the year right?")) }
}
