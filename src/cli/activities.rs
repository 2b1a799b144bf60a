//! `comeback import activities`: files of activities from the disk, log lines onto it, and the receipt.

use super::global::Global;
use super::import_args::Activities;
use super::{MessageFormat, content_problems, open_settings, plain_flags, print_diagnostics, println};
use crate::build::Records;
use crate::diag::{Diagnostic, Failure, Place, Severity};
use crate::entry::{Entry, SessionKind, is_log};
use crate::import::{Activity, ColumnMap, Entered, Haul, HowToRead, Ledger, LogFile, MOST_BYTES, TypedSession, read};
use crate::publish::{self, Replaced, TypedFile};
use crate::text::words::count;
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use walkdir::WalkDir;

/// Reads the files, writes the lines, and says what came of it.
pub(super) fn run(args: &Activities, global: &Global) -> Result<ExitCode, Failure> {
    let mut map = ColumnMap::default();
    for typed in &args.map {
        map.add(typed).map_err(|message| Failure::new(format!("--map: {message}")))?;
    }
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let (files, mut problems) = log_files(&global.root)?;
    if !problems.is_empty() {
        print_diagnostics(&problems, global);
        return Ok(content_problems());
    }
    let records = Records::read(&global.root, &config)?;
    // The ledger reads logs itself.
    let pages = records.logs.iter().filter(|log| !is_log(&log.path));
    let lines = pages.flat_map(|log| &log.lines).map(|line| &line.entry);
    let typed = records.entries.iter().chain(lines).flat_map(|entry| typed_sessions(entry)).collect();
    // Clocks of two machines differ, and zones by a day.
    let latest = super::now().checked_add(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MAX);
    let reading = HowToRead { zone: &config.zone, units: config.units, latest, map: &map };
    let mut basket = Basket { reading, haul: Haul::default(), others: 0, problems: &mut problems };
    for path in &args.paths {
        basket.take(path)?;
    }
    let (haul, others) = (basket.haul, basket.others);
    let outcome = Ledger::new(files.clone(), typed, config.units).enter(haul.activities);
    if !args.dry_run {
        write(&global.root, &files, &outcome.changed)?;
    }
    print_diagnostics(&problems, global);
    let receipt = Receipt { outcome: &outcome, undated: &haul.undated, others, dry_run: args.dry_run };
    match global.message_format {
        MessageFormat::Json => println(&receipt.json()),
        MessageFormat::Human | MessageFormat::Github => receipt.lines().iter().for_each(|line| println(line)),
    }
    let failed = problems.iter().any(|problem| problem.severity == Severity::Error);
    Ok(if failed { content_problems() } else { ExitCode::SUCCESS })
}

/// The log files of a site, in the order of their names.
pub(super) fn log_files(root: &Path) -> Result<(Vec<LogFile>, Vec<Diagnostic>), Failure> {
    let mut paths = vec!["content/log.txt".to_owned()];
    let folder = root.join("content/log");
    if folder.is_dir() {
        let listed = fs::read_dir(&folder).map_err(|e| Failure::io("cannot read", &folder, &e))?;
        let names = listed.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| name.ends_with(".txt") && !name.starts_with('.')).collect();
        names.sort();
        paths.extend(names.into_iter().map(|name| format!("content/log/{name}")));
    }
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        let full = root.join(&path);
        if !full.exists() {
            continue;
        }
        match String::from_utf8(fs::read(&full).map_err(|e| Failure::io("cannot read", &full, &e))?) {
            Ok(text) => files.push(LogFile { path, text }),
            Err(_) => problems.push(
                Diagnostic::error("not-utf-8", "the file is not UTF-8, so nothing was imported")
                    .at(Place::file(&path))
                    .hint("save it as UTF-8 in the editor"),
            ),
        }
    }
    Ok((files, problems))
}

/// What an entry says of sessions of its day.
fn typed_sessions(entry: &Entry) -> Vec<TypedSession> {
    let Some(date) = entry.date else { return Vec::new() };
    let length = |metres: Option<f64>| metres.map_or(String::new(), |m| format!(" {} km", (m / 10.0).round() / 100.0));
    let session = |kind: SessionKind, metres: Option<f64>| TypedSession {
        date,
        kind,
        metres,
        shown: format!("{}: {}{}", entry.path, kind.word(), length(metres)),
    };
    let done = entry.sessions.iter().filter(|session| !session.planned);
    let mut all: Vec<TypedSession> =
        done.map(|done| session(done.kind, done.distance.map(|metres| f64::from(metres.0)))).collect();
    if let Some(metres) = entry.mileage.filter(|metres| metres.0 > 0 && !all.iter().any(|s| s.kind.is_running())) {
        all.push(session(SessionKind::Run, Some(f64::from(metres.0))));
    }
    all
}

/// What was found so far.
struct Basket<'a> {
    reading: HowToRead<'a>,
    haul: Haul,
    /// How many files of folders have no activity in them.
    others: usize,
    problems: &'a mut Vec<Diagnostic>,
}

impl Basket<'_> {
    /// Reads a file, or all of a folder's that may hold activities.
    fn take(&mut self, path: &Path) -> Result<(), Failure> {
        let meta = fs::metadata(path).map_err(|e| Failure::io("cannot read", path, &e))?;
        if !meta.is_dir() {
            let haul = self.read(path, false);
            self.add(haul);
            return Ok(());
        }
        let mut files = Vec::new();
        for entry in WalkDir::new(path).sort_by_file_name() {
            let entry = entry.map_err(|e| Failure::new(format!("cannot read {}: {e}", path.display())))?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if entry.file_type().is_file() && !hidden && may_be_one(entry.path()) {
                files.push(entry.into_path());
            }
        }
        // A table names files that have the same activities, so it comes first.
        files.sort_by_key(|file| !ends(file, ".csv"));
        let mut named: BTreeSet<PathBuf> = BTreeSet::new();
        for file in files {
            if named.contains(&file) {
                continue;
            }
            let mut haul = self.read(&file, true);
            let folder = file.parent().unwrap_or(path);
            for activity in &mut haul.activities {
                let Some(other) = activity.file.as_ref().map(|other| folder.join(other)) else { continue };
                self.move_to_own_zone(activity, &other);
                named.insert(other);
            }
            self.add(haul);
        }
        Ok(())
    }

    fn add(&mut self, haul: Haul) {
        self.haul.activities.extend(haul.activities);
        self.haul.undated.extend(haul.undated);
    }

    /// Reads a file; one of a folder may be something else, and is then counted only.
    fn read(&mut self, path: &Path, of_folder: bool) -> Haul {
        let shown = path.display().to_string().replace('\\', "/");
        let bytes = match bytes(path) {
            Ok(bytes) => bytes,
            Err(message) => {
                self.problems.push(Diagnostic::error("unreadable", message).at(Place::file(&shown)));
                return Haul::default();
            }
        };
        let mut read = read(&shown, &bytes, &self.reading);
        let foreign = |problem: &Diagnostic| problem.code == "unknown-table";
        if of_folder && (read.value.none.is_some() || read.diagnostics.iter().any(foreign)) {
            read.diagnostics.retain(|problem| !foreign(problem));
            self.others += 1;
        } else {
            self.problems.extend(read.value.none.take());
        }
        read.absorb(self.problems)
    }

    /// Where the recording itself knows its zone, it is taken from there.
    fn move_to_own_zone(&self, activity: &mut Activity, file: &Path) {
        if !ends(file, ".fit") && !ends(file, ".fit.gz") {
            return;
        }
        let Ok(bytes) = bytes(file) else { return };
        let recorded = read("", &bytes, &self.reading).value.activities;
        if let Some(offset) = recorded.first().and_then(|recorded| recorded.offset) {
            activity.move_to(offset);
        }
    }
}

/// The bytes of a file that is not too large.
fn bytes(path: &Path) -> Result<Vec<u8>, String> {
    let failed = |e: std::io::Error| format!("cannot be read: {e}");
    if fs::metadata(path).map_err(failed)?.len() > MOST_BYTES {
        return Err(format!("the file is larger than {} MB, which no recording is", MOST_BYTES >> 20));
    }
    fs::read(path).map_err(failed)
}

fn may_be_one(path: &Path) -> bool {
    let all = [".fit", ".gpx", ".tcx", ".csv"];
    all.iter().any(|ending| ends(path, ending) || ends(path, &format!("{ending}.gz")))
}

fn ends(path: &Path, ending: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().to_lowercase().ends_with(ending))
}

/// Writes all files, or none where one was saved meanwhile.
fn write(root: &Path, before: &[LogFile], changed: &[LogFile]) -> Result<(), Failure> {
    let paths: Vec<PathBuf> = changed.iter().map(|file| root.join(&file.path)).collect();
    let was = |file: &LogFile| before.iter().find(|old| old.path == file.path).map(|old| old.text.as_bytes());
    let files: Vec<TypedFile<'_>> = changed
        .iter()
        .zip(&paths)
        .map(|(file, path)| TypedFile { path, was: was(file), new: file.text.as_bytes() })
        .collect();
    match publish::replace_all(&files)? {
        Replaced::Done => Ok(()),
        Replaced::Changed(path) => {
            let message = format!("{} was changed in the meantime, so it is left alone", path.display());
            Err(Failure::new(message).hint("import again"))
        }
    }
}

/// What is told of an import.
struct Receipt<'a> {
    outcome: &'a Entered,
    undated: &'a [(String, String)],
    others: usize,
    dry_run: bool,
}

impl Receipt<'_> {
    fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for file in &self.outcome.changed {
            let new: Vec<&str> = self
                .outcome
                .added
                .iter()
                .filter(|(path, _)| *path == file.path)
                .map(|(_, line)| line.as_str())
                .collect();
            let would = if self.dry_run { "would get " } else { "" };
            lines.push(format!("{}: {would}{}", file.path, count(new.len(), "new line", "new lines")));
            if self.dry_run {
                lines.extend(new.iter().map(|line| format!("  {line}")));
            }
        }
        if self.outcome.changed.is_empty() {
            lines.push("no new line".to_owned());
        }
        if self.outcome.there > 0 {
            lines.push(format!("{} there already", count(self.outcome.there, "line was", "lines were")));
        }
        let mut list = |head: &str, items: &[(String, String, String)]| {
            if !items.is_empty() {
                lines.push(format!("not written, {head}:"));
                lines.extend(items.iter().map(|(place, what, other)| format!("  {place}: {what}\n    {other}")));
            }
        };
        list("since another program's line has it", &self.outcome.same);
        list("since you typed that day's", &self.outcome.typed);
        if !self.undated.is_empty() {
            lines.push("not written, for want of a date that can be believed:".to_owned());
            lines.extend(self.undated.iter().map(|(place, what)| format!("  {place}: {what}")));
        }
        if self.others > 0 {
            lines.push(format!("{} no activity", count(self.others, "other file holds", "other files hold")));
        }
        if self.dry_run {
            lines.push("nothing was written (--dry-run)".to_owned());
        }
        lines
    }

    fn json(&self) -> String {
        let others = |items: &[(String, String, String)]| {
            let item = |(place, line, other): &(String, String, String)| serde_json::json!({ "place": place, "line": line, "other": other });
            items.iter().map(item).collect::<Vec<_>>()
        };
        let added = |(file, line): &(String, String)| serde_json::json!({ "file": file, "line": line });
        let undated = |(place, what): &(String, String)| serde_json::json!({ "place": place, "activity": what });
        serde_json::json!({
            "added": self.outcome.added.iter().map(added).collect::<Vec<_>>(),
            "there": self.outcome.there,
            "same": others(&self.outcome.same),
            "typed": others(&self.outcome.typed),
            "undated": self.undated.iter().map(undated).collect::<Vec<_>>(),
            "other_files": self.others,
            "dry_run": self.dry_run,
        })
        .to_string()
    }
}
