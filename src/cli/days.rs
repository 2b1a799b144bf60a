//! `comeback import days`: a file with many days from the disk, log lines and entries onto it, and the receipt.

use super::global::Global;
use super::import_args::DayImport;
use super::{MessageFormat, content_problems, open_settings, plain_flags, print_diagnostics, println};
use crate::build::Records;
use crate::config::Config;
use crate::diag::{Diagnostic, Failure, Place};
use crate::entry::{Entry, ReadLine, strip_date};
use crate::fields::DateOrder;
use crate::import::days::{Diary, FiledDays, HowToSplit, NewEntry, StandingFiles, file, read};
use crate::publish::{self, Replaced, TypedFile};
use crate::text::words::count;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Reads the file, writes what its days give, and says what came of it.
pub(super) fn run(args: &DayImport, global: &Global) -> Result<ExitCode, Failure> {
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let shown = args.file.display().to_string().replace('\\', "/");
    let inside = inside_content(&args.file, &global.root);
    if let Some(problem) = log_already(inside.as_deref(), &shown) {
        print_diagnostics(&[problem], global);
        return Ok(content_problems());
    }
    let bytes = fs::read(&args.file).map_err(|e| Failure::io("cannot read", &args.file, &e))?;
    let how = HowToSplit { config: &config, order: args.dates.map(DateOrder::from) };
    let checked = read(&shown, &bytes, how);
    print_diagnostics(&checked.diagnostics, global);
    if checked.has_errors() {
        return Ok(content_problems());
    }
    let diary = checked.value;
    let Some(standing) = standing(global, &config)? else { return Ok(content_problems()) };
    let stem = args.file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let filed = file(&diary, &stem, &standing, how);
    let entries = sorted(&global.root, &filed.entries)?;
    if !args.dry_run {
        write(&global.root, &filed, &entries, &standing)?;
    }
    let receipt = DaysReceipt { diary: &diary, filed: &filed, entries, source: &shown, inside, dry_run: args.dry_run };
    match global.message_format {
        MessageFormat::Json => println(&receipt.json()),
        MessageFormat::Human | MessageFormat::Github => receipt.lines().iter().for_each(|line| println(line)),
    }
    Ok(ExitCode::SUCCESS)
}

/// The path of a file from the site's root, where it lies below `content/`.
fn inside_content(file: &Path, root: &Path) -> Option<String> {
    let file = file.canonicalize().ok()?;
    let inside = file.strip_prefix(root.canonicalize().ok()?).ok()?.display().to_string().replace('\\', "/");
    inside.starts_with("content/").then_some(inside)
}

/// That a file is a log, whose days count as they stand.
fn log_already(inside: Option<&str>, shown: &str) -> Option<Diagnostic> {
    let is_log = inside.is_some_and(crate::entry::is_log);
    is_log.then(|| {
        Diagnostic::error("log-already", "this is a log, and its days count as they stand")
            .at(Place::file(shown))
            .hint("nothing has to be imported; `comeback check` says whether all of its lines can be read")
    })
}

/// What the site has already.
pub(super) fn standing(global: &Global, config: &Config) -> Result<Option<StandingFiles>, Failure> {
    let (logs, problems) = super::activities::log_files(&global.root)?;
    if !problems.is_empty() {
        print_diagnostics(&problems, global);
        return Ok(None);
    }
    let records = Records::read(&global.root, config)?;
    let entries = records.entries.iter().filter(|entry| crate::journal::is_entry(&entry.path));
    let pages = records.logs.iter().filter(|log| !crate::entry::is_log(&log.path)).flat_map(|log| &log.lines);
    let line = |line: &ReadLine| {
        let number = line.entry.log.as_ref().map_or(0, |log| log.number);
        (format!("{}:{number}", line.entry.path), String::new(), line.entry.date)
    };
    let entries = entries.map(|entry| standing_entry(entry)).chain(pages.map(line));
    Ok(Some(StandingFiles { entries: entries.collect(), logs }))
}

fn standing_entry(entry: &Entry) -> (String, String, Option<jiff::civil::Date>) {
    let path = entry.path.to_string();
    let stem = path.trim_end_matches("/index.md").rsplit('/').next().unwrap_or_default();
    let stem = stem.strip_suffix(".md").or_else(|| stem.strip_suffix(".markdown")).unwrap_or(stem);
    let address = entry.slug.clone().unwrap_or_else(|| strip_date(stem).map_or(stem, |(_, rest)| rest).to_owned());
    (path, address, entry.date)
}

/// The entries of an import by what stands at their paths.
struct Sorted<'a> {
    new: Vec<&'a NewEntry>,
    there: Vec<&'a NewEntry>,
    /// Another text stands there.
    differ: Vec<&'a NewEntry>,
}

fn sorted<'a>(root: &Path, entries: &'a [NewEntry]) -> Result<Sorted<'a>, Failure> {
    let mut sorted = Sorted { new: Vec::new(), there: Vec::new(), differ: Vec::new() };
    for entry in entries {
        let path = root.join(&entry.path);
        match fs::read(&path) {
            Ok(bytes) if bytes == entry.text.as_bytes() => sorted.there.push(entry),
            Ok(_) => sorted.differ.push(entry),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => sorted.new.push(entry),
            Err(error) => return Err(Failure::io("cannot read", &path, &error)),
        }
    }
    Ok(sorted)
}

/// Writes all files, or none where one came to be there meanwhile.
fn write(root: &Path, filed: &FiledDays, entries: &Sorted<'_>, standing: &StandingFiles) -> Result<(), Failure> {
    let log = filed.log.iter().map(|log| (root.join(&log.path), &log.path, &log.text));
    let new = entries.new.iter().map(|entry| (root.join(&entry.path), &entry.path, &entry.text));
    let was = |path: &str| standing.logs.iter().find(|old| old.path == path).map(|old| old.text.as_bytes());
    let all: Vec<(PathBuf, &String, &String)> = log.chain(new).collect();
    let mut files = Vec::with_capacity(all.len());
    for (full, path, text) in &all {
        files.push(TypedFile { path: full, was: was(path), new: text.as_bytes() });
    }
    match publish::replace_all(&files)? {
        Replaced::Done => Ok(()),
        Replaced::Changed(path) => {
            let message = format!("{} was changed in the meantime, so it is left alone", path.display());
            Err(Failure::new(message).hint("import again"))
        }
    }
}

/// What is told of an import.
struct DaysReceipt<'a> {
    diary: &'a Diary,
    filed: &'a FiledDays,
    entries: Sorted<'a>,
    source: &'a str,
    inside: Option<String>,
    dry_run: bool,
}

impl DaysReceipt<'_> {
    fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let would = if self.dry_run { "would get " } else { "" };
        if let Some(log) = &self.filed.log {
            let added = self.filed.added.iter();
            lines.push(format!("{}: {would}{}", log.path, count(added.len(), "new line", "new lines")));
            lines.extend(added.map(|new| format!("  {}", new.line)));
        }
        for entry in &self.entries.new {
            let would = if self.dry_run { "would be a " } else { "" };
            lines.push(format!("{}: {would}new entry from {}{}", entry.path, entry.place, made_of(entry)));
            if self.dry_run {
                lines.extend(entry.text.lines().map(|line| format!("  {line}").trim_end().to_owned()));
            }
        }
        if self.filed.log.is_none() && self.entries.new.is_empty() {
            lines.push("nothing new".to_owned());
        }
        if self.filed.there > 0 {
            lines.push(format!("{} there already", count(self.filed.there, "line was", "lines were")));
        }
        if !self.entries.there.is_empty() {
            lines.push(format!("{} there already", count(self.entries.there.len(), "entry was", "entries were")));
        }
        self.left_alone(&mut lines);
        let mut list = |head: &str, items: Vec<String>| {
            if !items.is_empty() {
                lines.push(head.to_owned());
                lines.extend(items.into_iter().map(|item| format!("  {item}")));
            }
        };
        list("not understood, so a note in quotation marks:", placed(&self.filed.notes));
        let outside = self.diary.outside.iter();
        let more = |n: usize| if n > 1 { format!(" … ({n} lines)") } else { String::new() };
        list(
            &format!("not written, since it belongs to no day; it stands in {} alone:", self.source),
            outside.map(|(place, words, n)| format!("{place}: {words}{}", more(*n))).collect(),
        );
        let silent = self.diary.silent.iter();
        list("not written, since nothing is said:", silent.map(|(place, date)| format!("{place}: {date}")).collect());
        let twice = self.filed.twice.iter();
        list(
            "these days have something already, and sessions of one day add up:",
            twice.map(|(date, other)| format!("{date}: {other}")).collect(),
        );
        if let Some(inside) = &self.inside {
            let twice = self
                .filed
                .twice
                .iter()
                .any(|(_, other)| other.rsplit_once(':').is_some_and(|(path, _)| path == inside));
            lines.push(if twice {
                format!("days of {inside} count there too, and so twice: move it out of content/")
            } else {
                format!("{inside} is a page of the site too; move it out of content/ if it shouldn't be, its days are in the journal now")
            });
        }
        if self.dry_run {
            lines.push("nothing was written (--dry-run)".to_owned());
        }
        lines
    }

    /// What was found in the place of something that is not written.
    fn left_alone(&self, lines: &mut Vec<String>) {
        if !self.entries.differ.is_empty() {
            lines.push("left alone, since another text stands there:".to_owned());
            lines.extend(self.entries.differ.iter().map(|entry| format!("  {} ({})", entry.path, entry.place)));
        }
        if !self.filed.others.is_empty() {
            lines.push("not written, since the log has another line of that day:".to_owned());
            let other =
                |new: &crate::import::days::LinesOfDay| format!("  {}: {}\n    {}", new.place, new.line, new.other);
            lines.extend(self.filed.others.iter().map(other));
        }
    }

    fn json(&self) -> String {
        let placed = |(place, text): &(String, String)| serde_json::json!({ "place": place, "text": text });
        let line = |new: &crate::import::days::LinesOfDay| match new.other.as_str() {
            "" => serde_json::json!({ "place": new.place, "line": new.line }),
            other => serde_json::json!({ "place": new.place, "line": new.line, "other": other }),
        };
        let entry = |new: &&NewEntry| {
            serde_json::json!({
                "file": new.path, "place": new.place, "understood": new.items, "lines_of_text": new.lines, "text": new.text,
            })
        };
        let all = |entries: &[&NewEntry]| entries.iter().map(entry).collect::<Vec<_>>();
        let paths = |entries: &[&NewEntry]| entries.iter().map(|entry| entry.path.clone()).collect::<Vec<_>>();
        let outside = |(place, words, n): &(String, String, usize)| serde_json::json!({ "place": place, "text": words, "lines": n });
        let dated = |(place, date): &(String, jiff::civil::Date)| serde_json::json!({ "place": place, "date": date.to_string() });
        let twice = |(date, other): &(jiff::civil::Date, String)| serde_json::json!({ "date": date.to_string(), "other": other });
        serde_json::json!({
            "log": self.filed.log.as_ref().map(|log| log.path.clone()),
            "added": self.filed.added.iter().map(line).collect::<Vec<_>>(),
            "lines_there": self.filed.there,
            "lines_left_alone": self.filed.others.iter().map(line).collect::<Vec<_>>(),
            "entries": all(&self.entries.new),
            "entries_there": paths(&self.entries.there),
            "entries_left_alone": paths(&self.entries.differ),
            "not_understood": self.filed.notes.iter().map(placed).collect::<Vec<_>>(),
            "outside": self.diary.outside.iter().map(outside).collect::<Vec<_>>(),
            "silent": self.diary.silent.iter().map(dated).collect::<Vec<_>>(),
            "twice": self.filed.twice.iter().map(twice).collect::<Vec<_>>(),
            "dry_run": self.dry_run,
        })
        .to_string()
    }
}

fn placed(items: &[(String, String)]) -> Vec<String> {
    items.iter().map(|(place, text)| format!("{place}: {text}")).collect()
}

/// What was understood of an entry, and how much of it is text.
fn made_of(entry: &NewEntry) -> String {
    let text = (entry.lines > 0).then(|| count(entry.lines, "line of text", "lines of text"));
    let understood = (!entry.items.is_empty()).then(|| format!("understood: {}", entry.items.join(", ")));
    let parts: Vec<String> = text.into_iter().chain(understood).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}
