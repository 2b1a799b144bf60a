//! What `comeback export` wrote, read back: entries and log lines whose numbers are those of the journal that it came from.
//!
//! Invariant: no disk; a row that isn't understood is named and never guessed at, and no file is longer than its rows.

mod entry;
mod line;
mod record;
mod rows;

use super::{Imported, ImportedBytes, ImportedFile, ImportedKind, LeftOut, is_inside};
use crate::config::Config;
use crate::diag::{Checked, Diagnostic, Place};
use crate::entry::{is_log, parse_log};
use crate::source::{Content, Hash, Source, Stamp};
use record::ExportedRecord;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads an export, CSV or JSON; `path` is how messages call it.
#[must_use]
pub fn read(path: &str, bytes: &[u8], config: &Config) -> Checked<Imported> {
    let text = super::table::decoded(bytes);
    let rows = match rows::read(&text) {
        Ok(rows) => rows,
        Err(message) => {
            let problem = Diagnostic::error("no-export", message).at(Place::file(path));
            let problem = problem.hint("`comeback export --format csv` writes one, and so does `--format json`");
            return Checked::new(Imported::default(), vec![problem]);
        }
    };
    let mut back = Back { path, config, imported: Imported::default(), logs: BTreeMap::new() };
    let (records, ranges) =
        record::of_rows(rows, &mut |row, why| back.imported.left_out.push(left_out(path, row, why)));
    for (row, what, until) in ranges {
        let log = back.log_of(&row.source);
        back.logs.entry(log).or_default().push_str(&format!("{what} {}..{until}\n", row.date));
    }
    for record in &records {
        back.add(record);
    }
    back.finish()
}

fn left_out(path: &str, row: &rows::ExportedRow, why: &str) -> LeftOut {
    let what = format!("`{}` of {}", crate::text::shorten(&row.metric, 60), crate::text::shorten(&row.date, 20));
    LeftOut { what, place: format!("{path}:{}", row.line), why: why.to_owned() }
}

/// What is read back so far.
struct Back<'a> {
    path: &'a str,
    config: &'a Config,
    imported: Imported,
    /// The lines of logs by their paths.
    logs: BTreeMap<String, String>,
}

impl Back<'_> {
    fn add(&mut self, record: &ExportedRecord) {
        let place = format!("{}:{}", self.path, record.line);
        if !record.is_line {
            let path = entry_path(record);
            match entry::file(record, &path, self.config) {
                Ok(text) => self.imported.files.push(ImportedFile {
                    path,
                    kind: ImportedKind::Entry,
                    place,
                    bytes: ImportedBytes::Text(text),
                    kept_back: None,
                }),
                Err(why) => {
                    self.imported.left_out.push(LeftOut { what: format!("entry of {}", record.date), place, why });
                }
            }
            return;
        }
        let line = line::of(record);
        let log = self.log_of(&record.source);
        match self.reads(&log, &line) {
            Ok(()) => self.logs.entry(log).or_default().push_str(&line),
            Err(why) => self.imported.left_out.push(LeftOut { what: format!("line of {}", record.date), place, why }),
        }
    }

    /// Whether a line is read as one.
    fn reads(&self, path: &str, line: &str) -> Result<(), String> {
        let text: Arc<str> = line.into();
        let content = Content::Text(text.clone());
        let source = Source { path: path.into(), hash: Hash::default(), content, stamp: Stamp::default() };
        let (log, problems) = parse_log(&source, &text, self.config, None);
        let error = problems.iter().find(|problem| problem.severity == crate::diag::Severity::Error);
        match error {
            Some(problem) => Err(format!("since comeback can't read what it says: {}", problem.message)),
            None if log.lines.len() == 1 => Ok(()),
            None => Err("since nothing stands on it that a line may say".to_owned()),
        }
    }

    /// The log that a line goes to: its own, or one that is called like the page that it stood on.
    fn log_of(&self, source: &str) -> String {
        if is_log(source) && is_inside(source) {
            return source.to_owned();
        }
        let name = source.rsplit('/').next().unwrap_or_default();
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        format!("content/log/{}.txt", crate::text::slug::slug(name))
    }

    fn finish(mut self) -> Checked<Imported> {
        let place = self.path.to_owned();
        for (path, text) in self.logs {
            self.imported.files.push(ImportedFile {
                path,
                kind: ImportedKind::Log,
                place: place.clone(),
                bytes: ImportedBytes::Text(text),
                kept_back: None,
            });
        }
        if !self.imported.files.is_empty() {
            let why = "since an export holds numbers alone";
            let what = ["titles and texts", "private fields and what wasn't public", "photos and comments"];
            let left = |what: &str| LeftOut { what: what.to_owned(), place: place.clone(), why: why.to_owned() };
            self.imported.left_out.extend(what.map(left));
        }
        Checked::new(self.imported, Vec::new())
    }
}

/// The path of an entry: that of its own file, where it is one of a journal.
fn entry_path(record: &ExportedRecord) -> String {
    let own = record.source.as_str();
    if own.starts_with("content/journal/") && own.ends_with(".md") && is_inside(own) {
        return own.to_owned();
    }
    let name = own.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("content/journal/{}-{}.md", record.date, crate::text::slug::slug(stem))
}
