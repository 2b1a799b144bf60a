//! `comeback import wordpress`: the export and the uploads of a blog from the disk.

use super::global::Global;
use super::import_args::WordPressArgs;
use super::{content_problems, days, imported, open_settings, plain_flags};
use crate::diag::Failure;
use crate::import::{HowToImport, MOST_BYTES, import_wordpress};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use walkdir::WalkDir;

/// Reads the export, writes what it gives, and says what came of it.
pub(super) fn run(args: &WordPressArgs, global: &Global) -> Result<ExitCode, Failure> {
    let Some(config) = open_settings(global, &plain_flags(global)?)? else { return Ok(content_problems()) };
    let shown = args.file.display().to_string().replace('\\', "/");
    let cannot = |e: std::io::Error| Failure::io("cannot read", &args.file, &e);
    if fs::metadata(&args.file).map_err(cannot)?.len() > MOST_BYTES {
        let message = format!("{shown} is larger than {} MB", MOST_BYTES >> 20);
        return Err(Failure::new(message).hint("export the blog in parts, a year or an author at a time"));
    }
    let bytes = fs::read(&args.file).map_err(cannot)?;
    let media = args.media.as_deref().map(files_of).transpose()?;
    let Some(standing) = days::standing(global, &config)? else { return Ok(content_problems()) };
    let standing = standing.entries.into_iter().map(|(path, address, _)| (path, address)).collect();
    let how = HowToImport { today: config.today, media: media.as_ref(), standing: &standing };
    imported::finish(&import_wordpress(&shown, &bytes, how), args.dry_run, global)
}

/// The files of a folder by their paths in it.
fn files_of(folder: &Path) -> Result<BTreeMap<String, PathBuf>, Failure> {
    let mut files = BTreeMap::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|e| Failure::new(format!("cannot read {}: {e}", folder.display())))?;
        if let (true, Ok(inside)) = (entry.file_type().is_file(), entry.path().strip_prefix(folder)) {
            files.insert(inside.display().to_string().replace('\\', "/"), entry.path().to_owned());
        }
    }
    Ok(files)
}
