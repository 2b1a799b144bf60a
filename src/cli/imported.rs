//! What every import of posts or notes ends with: its files onto the disk, none over another, and the receipt.

use super::build::progress_bar;
use super::global::Global;
use super::{MessageFormat, content_problems, print_diagnostics, println};
use crate::diag::{Checked, Failure, Severity};
use crate::import::{Imported, ImportedBytes, ImportedFile, ImportedKind, LeftOut, is_inside};
use crate::publish::{self, NewBytes, NewFile, Replaced};
use crate::text::words::count;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// So many places of one reason are named; the rest is counted, and is in the JSON.
const NAMED: usize = 3;

/// Writes what is new of an import, and says what came of it. An error of the source fails the command, and what could be read
/// beside it comes all the same; an importer that can read nothing gives no files.
pub(super) fn finish(checked: &Checked<Imported>, dry_run: bool, global: &Global) -> Result<ExitCode, Failure> {
    let imported = &checked.value;
    let sorted = sorted(&global.root, &imported.files)?;
    if !dry_run {
        write(&sorted.new, global)?;
    }
    print_diagnostics(&checked.diagnostics, global);
    let failed = checked.diagnostics.iter().any(|problem| problem.severity == Severity::Error);
    let receipt = ImportReceipt { sorted: &sorted, left_out: &imported.left_out, dry_run };
    match global.message_format {
        MessageFormat::Json => println(&receipt.json()),
        // A source of which nothing can be read was told of.
        _ if failed && *imported == Imported::default() => {}
        MessageFormat::Human | MessageFormat::Github => receipt.lines().iter().for_each(|line| println(line)),
    }
    Ok(if failed { content_problems() } else { ExitCode::SUCCESS })
}

/// A file of an import and where it goes on the disk.
type PlacedFile<'a> = (PathBuf, &'a ImportedFile);

/// The files of an import by what stands at their paths.
#[derive(Default)]
struct SortedFiles<'a> {
    new: Vec<PlacedFile<'a>>,
    there: Vec<PlacedFile<'a>>,
    /// Another text stands there.
    differ: Vec<PlacedFile<'a>>,
}

fn sorted<'a>(root: &Path, files: &'a [ImportedFile]) -> Result<SortedFiles<'a>, Failure> {
    let mut sorted = SortedFiles::default();
    for file in files {
        if !is_inside(&file.path) {
            return Err(Failure::new(format!("{} would be written outside of the site: {}", file.place, file.path)));
        }
        let path = root.join(&file.path);
        let side = match as_new(&path, file).is_there()? {
            None => &mut sorted.new,
            Some(true) => &mut sorted.there,
            Some(false) => &mut sorted.differ,
        };
        side.push((path, file));
    }
    Ok(sorted)
}

fn as_new<'a>(path: &'a Path, file: &'a ImportedFile) -> NewFile<'a> {
    let bytes = match &file.bytes {
        ImportedBytes::Text(text) => NewBytes::Of(text.as_bytes()),
        ImportedBytes::CopyOf(source) => NewBytes::CopyOf(source),
    };
    NewFile { path, bytes }
}

/// Writes all files, or none where one came to be there meanwhile.
fn write(new: &[PlacedFile<'_>], global: &Global) -> Result<(), Failure> {
    let files: Vec<NewFile<'_>> = new.iter().map(|(path, file)| as_new(path, file)).collect();
    let bar = progress_bar(global, "files");
    bar.set_length(u64::try_from(files.len()).unwrap_or(u64::MAX));
    let written = publish::write_new(&files, &|| bar.inc(1));
    bar.finish_and_clear();
    match written? {
        Replaced::Done => Ok(()),
        Replaced::Changed(path) => {
            let message = format!("{} came to be there in the meantime, so nothing was written", path.display());
            Err(Failure::new(message).hint("import again"))
        }
    }
}

/// What is told of an import.
struct ImportReceipt<'a> {
    sorted: &'a SortedFiles<'a>,
    left_out: &'a [LeftOut],
    dry_run: bool,
}

/// The kinds of files in the order in which they are told, with their names.
const KINDS: [(ImportedKind, &str, &str); 5] = [
    (ImportedKind::Entry, "entry", "entries"),
    (ImportedKind::Page, "page", "pages"),
    (ImportedKind::Log, "log", "logs"),
    (ImportedKind::Comment, "comment", "comments"),
    (ImportedKind::Attachment, "attachment", "attachments"),
];

impl ImportReceipt<'_> {
    fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = KINDS.iter().filter_map(|kind| self.came(*kind)).collect();
        if lines.is_empty() {
            lines.push("nothing new".to_owned());
        }
        if self.dry_run {
            let new = self.sorted.new.iter();
            lines.extend(new.map(|(_, file)| format!("  {} ({}){}", file.path, file.place, kept_back(file))));
        }
        if !self.sorted.there.is_empty() {
            lines.push(format!("{} there already", count(self.sorted.there.len(), "file was", "files were")));
        }
        if !self.sorted.differ.is_empty() {
            lines.push("left alone, since something else stands there:".to_owned());
            lines.extend(self.sorted.differ.iter().map(|(_, file)| format!("  {} ({})", file.path, file.place)));
        }
        lines.extend(self.reasons());
        if self.dry_run {
            lines.push("nothing was written (--dry-run)".to_owned());
        }
        lines
    }

    /// How many files of a kind are new, and how many of them nobody will see.
    fn came(&self, (kind, one, many): (ImportedKind, &str, &str)) -> Option<String> {
        let new: Vec<&ImportedFile> =
            self.sorted.new.iter().map(|(_, file)| *file).filter(|file| file.kind == kind).collect();
        let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
        for why in new.iter().filter_map(|file| file.kept_back) {
            *kept.entry(why).or_default() += 1;
        }
        let kept: Vec<String> = kept.into_iter().map(|(why, n)| format!("{n} {why}")).collect();
        let kept = if kept.is_empty() { String::new() } else { format!(", of which not public: {}", kept.join(", ")) };
        let would = if self.dry_run { "would be new" } else { "new" };
        (!new.is_empty()).then(|| format!("{} {would}{kept}", count(new.len(), one, many)))
    }

    /// A line for each reason for which something did not come: how many times, and where.
    fn reasons(&self) -> Vec<String> {
        let mut reasons: Vec<(&str, Vec<&LeftOut>)> = Vec::new();
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for left in self.left_out {
            let at = *known.entry(&left.why).or_insert(reasons.len());
            if at == reasons.len() {
                reasons.push((&left.why, Vec::new()));
            }
            reasons[at].1.push(left);
        }
        let line = |(why, all): &(&str, Vec<&LeftOut>)| {
            let named: Vec<String> =
                all.iter().take(NAMED).map(|left| format!("{} ({})", left.what, left.place)).collect();
            let more = all.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("did not come, {why} ({}): {}{more}", all.len(), named.join(", "))
        };
        let is_cut = reasons.iter().any(|(_, all)| all.len() > NAMED);
        let all = is_cut.then(|| "with --message-format json the receipt names all of them".to_owned());
        reasons.iter().map(line).chain(all).collect()
    }

    fn json(&self) -> String {
        let file = |(_, file): &PlacedFile<'_>| {
            serde_json::json!({
                "file": file.path, "kind": kind_word(file.kind), "place": file.place, "kept_back": file.kept_back,
            })
        };
        let all = |files: &[PlacedFile<'_>]| files.iter().map(file).collect::<Vec<_>>();
        let left = |left: &LeftOut| serde_json::json!({ "what": left.what, "place": left.place, "why": left.why });
        let number = |kind| self.sorted.new.iter().filter(|(_, file)| file.kind == kind).count();
        let counts: serde_json::Map<String, serde_json::Value> =
            KINDS.iter().map(|(kind, _, many)| ((*many).to_owned(), number(*kind).into())).collect();
        serde_json::json!({
            "counts": counts,
            "new": all(&self.sorted.new),
            "there": all(&self.sorted.there),
            "left_alone": all(&self.sorted.differ),
            "left_out": self.left_out.iter().map(left).collect::<Vec<_>>(),
            "dry_run": self.dry_run,
        })
        .to_string()
    }
}

fn kind_word(kind: ImportedKind) -> &'static str {
    KINDS.iter().find(|(other, ..)| *other == kind).map_or("", |(_, one, _)| one)
}

/// Behind the name of a file that nobody will see.
fn kept_back(file: &ImportedFile) -> String {
    file.kept_back.map(|why| format!(", {why}")).unwrap_or_default()
}
