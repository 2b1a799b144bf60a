//! `comeback import jekyll`, `hugo`, `obsidian`, `logseq`, `export`: another program's texts, or an export, from the disk.

use super::global::Global;
use super::import_args::{ExportImport, FolderImport, NotesImport};
use super::{content_problems, imported, open_settings, plain_flags};
use crate::config::Config;
use crate::diag::{Checked, Failure};
use crate::fields::DateOrder;
use crate::import::foreign::{ForeignFile, ForeignTree};
use crate::import::{Imported, read_export};
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use walkdir::WalkDir;

/// No text is larger.
const LARGEST: u64 = 16 << 20;

/// What makes files of the site of a blog's folder.
type BlogReader = fn(&ForeignTree, &Config) -> Checked<Imported>;

/// What makes files of the site of a folder of notes, whose names have dates in some order.
type NotesReader = fn(&ForeignTree, &Config, Option<DateOrder>) -> Checked<Imported>;

/// Brings a blog.
pub(super) fn blog(args: &FolderImport, read: BlogReader, global: &Global) -> Result<ExitCode, Failure> {
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let tree = tree(&args.folder, &global.root)?;
    imported::finish(&read(&tree, &config), args.dry_run, global)
}

/// Brings notes.
pub(super) fn notes(args: &NotesImport, read: NotesReader, global: &Global) -> Result<ExitCode, Failure> {
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let tree = tree(&args.folder, &global.root)?;
    imported::finish(&read(&tree, &config, args.dates.map(DateOrder::from)), args.dry_run, global)
}

/// Reads an export back.
pub(super) fn export(args: &ExportImport, global: &Global) -> Result<ExitCode, Failure> {
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let bytes = fs::read(&args.file).map_err(|e| Failure::io("cannot read", &args.file, &e))?;
    let shown = args.file.display().to_string().replace('\\', "/");
    imported::finish(&read_export(&shown, &bytes, &config), args.dry_run, global)
}

/// The files of a folder. Links are not followed: they may lead anywhere.
fn tree(folder: &Path, root: &Path) -> Result<ForeignTree, Failure> {
    if let (Ok(a), Ok(b)) = (folder.canonicalize(), root.join("content").canonicalize())
        && (a == b || a.starts_with(&b) || b.starts_with(&a))
    {
        let message = format!("{} and the site's content/ are one within the other", folder.display());
        return Err(Failure::new(message).hint("import from a folder outside of the site, into a site of its own"));
    }
    let mut tree = ForeignTree::default();
    let walk = WalkDir::new(folder).into_iter().filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !entry.file_type().is_dir() || !ForeignTree::passes(&name)
    });
    for entry in walk {
        let entry = entry.map_err(|e| {
            let path = e.path().unwrap_or(folder).to_owned();
            let error = e.into_io_error().unwrap_or_else(|| std::io::Error::other("links in a circle"));
            Failure::io("cannot read", &path, &error)
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path()).display().to_string().replace('\\', "/");
        let small = entry.metadata().is_ok_and(|meta| meta.len() <= LARGEST);
        let bytes = match ForeignTree::reads(&inside) && small {
            true => Some(fs::read(entry.path()).map_err(|e| Failure::io("cannot read", entry.path(), &e))?),
            false => None,
        };
        tree.add(inside, ForeignFile { full: entry.path().to_owned(), bytes });
    }
    Ok(tree)
}
