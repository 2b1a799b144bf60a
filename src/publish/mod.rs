//! Outputs onto the disk: all of them or none, each one atomically, and only where bytes differ.
//!
//! Files are first written to a staging folder on the output's own disk, and moved into place when every page could be
//! made. A list in the site's hidden folder says what of the output is ours; a mark in the output says that the folder is.
//! [`Variants`] keeps the sizes of photos from build to build. [`replace`] puts text into files of the writer's.
//!
//! Invariant: only files of our own list are removed without being asked to, and only those are replaced, unless the list of
//! a folder that has our mark is lost: then what is made takes the place of what has its name.

mod bytes;
mod hidden;
mod manifest;
mod strays;
mod typed;
mod variants;
mod wished;

pub use variants::{NoVariant, Variants};
pub use wished::{BesideFile, WishedFile, WishedKind};

pub use bytes::has_same;
pub use hidden::Hidden;
pub use strays::Stray;
pub use typed::{NewBytes, NewFile, Replaced, TypedFile, replace, replace_all, write_new};

use crate::diag::{Diagnostic, Failure};
use crate::render::Output;
use crate::site::INDEX;
use ahash::AHashSet;
use bytes::{copy, has_bytes};
use manifest::Manifest;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// What publishing did.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Published {
    /// Files that are new or have new bytes.
    pub written: usize,
    /// Files that were the same already.
    pub unchanged: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
}

/// What differs from the build before, by path in the output folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// What was not there.
    pub added: Vec<String>,
    /// What was there with other bytes.
    pub changed: Vec<String>,
    /// What is there no more.
    pub removed: Vec<String>,
}

/// Outputs on their way to the disk.
#[derive(Debug)]
pub struct Stage<'a> {
    root: &'a Path,
    variants: &'a Variants,
    output: PathBuf,
    /// Whether the output folder was there before.
    existed: bool,
    /// Held for as long as this build writes.
    _lock: Option<File>,
    hidden: Hidden,
    /// The list of our files, in the hidden folder.
    list: String,
    /// Why it can't be kept there, if that is so.
    refused: Option<std::io::Error>,
    /// What the list has; nothing where it is lost.
    old: Manifest,
    /// Whether that may not be all: the list is lost, or is an old one since none can be kept.
    lost: bool,
    folder: TempDir,
    taken: Mutex<Taken>,
}

/// The outputs taken so far.
#[derive(Debug, Default)]
struct Taken {
    /// Paths that are to be moved into place; the position is the name in the staging folder.
    changed: Vec<String>,
    unchanged: Vec<String>,
}

/// How long a build waits for another one that writes to the same folder.
const PATIENCE: Duration = Duration::from_secs(10);

/// The start of the names of staging folders.
const STAGING: &str = ".comeback-staging-";

impl<'a> Stage<'a> {
    /// Opens the output folder of the site at `root`.
    ///
    /// # Errors
    /// When the folder holds files that are not ours, holds the site itself, or can't be written to.
    pub fn open(root: &'a Path, output: &Path, variants: &'a Variants) -> Result<Self, Failure> {
        let existed = output.exists();
        refuse_sources(root, output)?;
        if existed && !manifest::is_marked(output)? && holds_something(output)? {
            let message =
                format!("{} is not empty and was not made by comeback, so it is left alone", output.display());
            return Err(Failure::new(message).hint("choose another folder with --output, or empty this one first"));
        }
        fs::create_dir_all(output).map_err(|e| Failure::io("cannot make the folder", output, &e))?;
        let lock = lock(output)?;
        sweep(output);
        let (hidden, list) = (Hidden::of(root), manifest::list_of(root, output));
        // Another build may have ended just now, so the mark is looked for once more.
        let known =
            if manifest::is_marked(output)? { Manifest::read(&hidden, &list)? } else { Some(Manifest::default()) };
        let refused = hidden.refusal(&list);
        let lost = known.is_none() || refused.is_some();
        // Nothing else can stand in the folder of the search's index, and what it has packed can't be looked into.
        let of_index = |stray: &Stray| stray.path.starts_with(INDEX.trim_start_matches('/'));
        let found = if lost { strays::find(output, |_| false) } else { Vec::new() };
        let found: Manifest = found.into_iter().filter(of_index).map(|stray| stray.path).collect();
        let old = known.unwrap_or_default().union(&found);
        let folder = tempfile::Builder::new()
            .prefix(STAGING)
            .tempdir_in(output)
            .map_err(|e| Failure::io("cannot write to", output, &e))?;
        let output = output.to_owned();
        Ok(Self {
            root,
            variants,
            output,
            existed,
            _lock: lock,
            hidden,
            list,
            refused,
            old,
            lost,
            folder,
            taken: Mutex::default(),
        })
    }

    /// Takes one output: compares it with what stands there, and stages it where it differs; tells whether it is in place,
    /// which only an output from before may fail to be.
    ///
    /// # Errors
    /// When the disk is full or a file of somebody else's is in the way.
    pub fn take(&self, path: &str, output: Output<'_>) -> Result<bool, Failure> {
        let target = self.output.join(path);
        let made;
        let output = match output {
            Output::Photo(print, variant) => {
                made = self.variants.file(print, variant)?;
                Output::Copy(&made)
            }
            output => output,
        };
        let same = match output {
            Output::Bytes(bytes) | Output::Card(bytes, _) => has_bytes(&target, bytes),
            Output::Copy(file) => has_same(&target, &self.root.join(file)),
            Output::AsBefore => (self.lost || self.old.has(path)) && target.is_file(),
            Output::Photo(..) => false,
        };
        if same {
            self.lock().unchanged.push(path.to_owned());
            return Ok(true);
        }
        if matches!(output, Output::AsBefore) {
            return Ok(false);
        }
        // A folder that held files of ours goes with them, unless something of somebody else's is left in it.
        let in_the_way =
            target.is_file() && !self.lost && !self.old.has(path) || target.is_dir() && !self.old.has_below(path);
        if in_the_way {
            let message = format!("{} is in the way and was not made by comeback", target.display());
            return Err(Failure::new(message).hint("move it to the site's static/ folder, or remove it"));
        }
        let number = {
            let mut taken = self.lock();
            taken.changed.push(path.to_owned());
            taken.changed.len() - 1
        };
        let staged = self.staged(number);
        match output {
            Output::Bytes(bytes) | Output::Card(bytes, _) => {
                fs::write(&staged, bytes).map_err(|e| Failure::io("cannot write", &target, &e))?;
            }
            Output::Copy(file) => {
                let source = self.root.join(file);
                copy(&source, &staged).map_err(|e| Failure::io("cannot copy", &source, &e))?;
            }
            Output::AsBefore | Output::Photo(..) => {}
        }
        Ok(true)
    }

    /// What differs from the build before, in order.
    pub fn changes(&self) -> Changes {
        let taken = self.lock();
        let was_there = |path: &String| self.old.has(path) || self.lost && self.output.join(path).is_file();
        let (mut changed, mut added): (Vec<String>, Vec<String>) = taken.changed.iter().cloned().partition(was_there);
        added.sort_unstable();
        changed.sort_unstable();
        let new: BTreeSet<&str> = taken.changed.iter().chain(&taken.unchanged).map(String::as_str).collect();
        let removed = self.old.paths().filter(|path| !new.contains(path)).map(str::to_owned).collect();
        Changes { added, changed, removed }
    }

    /// The files in the folder that neither this build nor any known one before made, in order; where those of a moment ago
    /// are known, no others are looked for.
    pub fn strays(&self, known: Option<&[Stray]>) -> Vec<Stray> {
        let taken = self.lock();
        let new: AHashSet<&str> = taken.changed.iter().chain(&taken.unchanged).map(String::as_str).collect();
        match known {
            None => strays::find(&self.output, |path| new.contains(path) || self.old.has(path)),
            Some(known) => {
                let is_left =
                    |stray: &&Stray| !new.contains(stray.path.as_str()) && stray.file.symlink_metadata().is_ok();
                known.iter().filter(is_left).cloned().collect()
            }
        }
    }

    /// What keeps the list of this build's files from being kept, if anything does.
    pub fn problem(&self) -> Option<Diagnostic> {
        let error = self.refused.as_ref()?;
        let message = format!("the list of what this build writes can't be kept in .comeback/: {error}");
        let hint = "without it, what a later build no longer makes stays in the folder: make .comeback/ a folder that can be written to";
        Some(Diagnostic::warning("no-list", message).hint(hint))
    }

    /// Moves everything into place and removes what an earlier build left, and strays that are to go; returns what was done.
    ///
    /// # Errors
    /// When the disk refuses; then each file is either the old or the new one, and the next build mends the rest.
    pub fn commit(self, strays: &[Stray]) -> Result<Published, Failure> {
        let taken = std::mem::take(&mut *self.lock());
        let new: Manifest = taken.changed.iter().chain(&taken.unchanged).cloned().collect();
        // Should this be stopped half way, both the old and the new files must still be known as ours.
        self.keep_list(&self.old.union(&new))?;
        manifest::mark(&self.output, self.folder.path())?;
        let gone = strays.iter().map(|stray| stray.path.as_str());
        let stale: Vec<&str> = self.old.paths().filter(|path| !new.has(path)).chain(gone).collect();
        self.clear_the_way(&taken.changed, &stale);
        let folders: BTreeSet<&Path> = taken.changed.iter().filter_map(|path| Path::new(path).parent()).collect();
        for folder in folders {
            let folder = self.output.join(folder);
            fs::create_dir_all(&folder).map_err(|e| Failure::io("cannot make the folder", &folder, &e))?;
        }
        taken.changed.par_iter().enumerate().try_for_each(|(number, path)| {
            let target = self.output.join(path);
            fs::rename(self.staged(number), &target).map_err(|e| Failure::io("cannot write", &target, &e))
        })?;
        let removed = stale.iter().filter(|path| remove(&self.output, path)).count();
        self.keep_list(&new)?;
        Ok(Published { written: taken.changed.len(), unchanged: taken.unchanged.len(), removed })
    }

    /// Writes the list; where nothing may be kept, the site is built all the same.
    fn keep_list(&self, list: &Manifest) -> Result<(), Failure> {
        if self.refused.is_some() { Ok(()) } else { list.write(&self.hidden, &self.list) }
    }

    /// Gives everything up: nothing was written, and a folder made for it goes again.
    pub fn abandon(self) {
        let (output, existed) = (self.output.clone(), self.existed);
        drop(self.folder);
        if !existed {
            // Fails where the folder is not empty, which is as it should be.
            let _ = fs::remove_dir(output);
        }
    }

    /// A file that was ours may stand where a folder is wanted now, or the other way round.
    fn clear_the_way(&self, changed: &[String], stale: &[&str]) {
        for path in stale {
            let inside = format!("{path}/");
            let above = changed.iter().any(|new| new.starts_with(&inside) || path.starts_with(&format!("{new}/")));
            if above {
                remove(&self.output, path);
            }
        }
    }

    fn staged(&self, number: usize) -> PathBuf {
        self.folder.path().join(number.to_string())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Locks an output folder against other builds, until the file returned is closed, which a killed program's is too; `None`
/// on systems that can't lock a folder.
///
/// Without it, each of two builds would take the other's staging folder for a leftover.
fn lock(output: &Path) -> Result<Option<File>, Failure> {
    let Ok(folder) = File::open(output) else { return Ok(None) };
    let started = Instant::now();
    loop {
        match folder.try_lock() {
            Ok(()) => return Ok(Some(folder)),
            Err(TryLockError::Error(_)) => return Ok(None),
            Err(TryLockError::WouldBlock) if started.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(10));
            }
            Err(TryLockError::WouldBlock) => {
                let message = format!("another build is writing to {}", output.display());
                return Err(Failure::new(message).hint("wait for it to end, or choose another folder with --output"));
            }
        }
    }
}

/// The output may not be the site's own folder, nor hold it, nor lie among the sources: what is built must not be read as
/// a source by the next build, nor mix with what was written by hand.
fn refuse_sources(root: &Path, output: &Path) -> Result<(), Failure> {
    let (root, output) = (real(root), real(output));
    let source = ["content", "static", "themes"].iter().any(|folder| output.starts_with(root.join(folder)));
    if root.starts_with(&output) || source {
        let message = format!("{} holds the site's sources, so nothing is written there", output.display());
        return Err(Failure::new(message).hint("choose another folder with --output"));
    }
    Ok(())
}

/// A path without links and dots, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = whole.ancestors().find_map(|above| Some((above, above.canonicalize().ok()?)));
    match there.map(|(above, real)| (whole.strip_prefix(above).unwrap_or(Path::new("")), real)) {
        Some((rest, real)) if rest.as_os_str().is_empty() => real,
        Some((rest, real)) => real.join(rest),
        None => whole,
    }
}

/// The files in a site's output folder that no build is known to have made: neither one before nor the one that makes what
/// `is_made` says. None where the folder is not ours.
///
/// # Errors
/// When the list of what earlier builds made can't be read.
pub fn strays(root: &Path, output: &Path, is_made: impl Fn(&str) -> bool) -> Result<Vec<Stray>, Failure> {
    if !manifest::is_marked(output)? {
        return Ok(Vec::new());
    }
    let old = Manifest::read(&Hidden::of(root), &manifest::list_of(root, output))?.unwrap_or_default();
    Ok(strays::find(output, |path| is_made(path) || old.has(path)))
}

fn holds_something(folder: &Path) -> Result<bool, Failure> {
    let mut entries = fs::read_dir(folder).map_err(|e| Failure::io("cannot read the folder", folder, &e))?;
    Ok(entries.any(|entry| entry.is_ok_and(|e| !e.file_name().to_string_lossy().starts_with(STAGING))))
}

/// Removes staging folders that a killed build left.
fn sweep(output: &Path) {
    let Ok(entries) = fs::read_dir(output) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(STAGING) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Removes a file of ours and the folders that it leaves empty; tells whether there was one.
fn remove(output: &Path, path: &str) -> bool {
    let target = output.join(path);
    let removed = fs::remove_file(&target).is_ok();
    let mut folder = target.parent();
    while let Some(above) = folder.filter(|f| *f != output && f.starts_with(output)) {
        if fs::remove_dir(above).is_err() {
            break;
        }
        folder = above.parent();
    }
    removed
}

#[cfg(test)]
mod tests;
