//! The variants of photos, kept on the disk from build to build.
//!
//! They stand in `.comeback/photos/` of the site's folder by the mark of their photo, which says all that they depend on, so
//! that one that is there is right. Each is written aside and moved into place: a killed build leaves no half variant.

use crate::diag::{Diagnostic, Failure};
use crate::photo::{self, Mark, Photo, Refusal, Variant};
use crate::site::Print;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use tempfile::TempDir;

/// The folder of what the program keeps for itself, in the site's folder.
const OWN: &str = ".comeback";

/// The most photos that are decoded at once, and the pixels of one that is decoded alone: memory is for the reader of mail too.
const MOST_AT_ONCE: usize = 4;
const LARGE: u64 = 24_000_000;

/// The variants of a site's photos.
#[derive(Debug)]
pub struct Variants {
    root: PathBuf,
    folder: PathBuf,
    /// Where variants go for as long as the program runs, if the folder can't be written to.
    spare: OnceLock<TempDir>,
    /// Why it can't.
    problem: OnceLock<String>,
    /// Held while a large photo is decoded.
    large: Mutex<()>,
}

/// Why a variant is not there.
#[derive(Debug)]
pub enum NoVariant {
    /// The photo is broken.
    Photo(Refusal),
    /// The disk can't be read or written.
    Disk(Failure),
}

impl From<NoVariant> for Failure {
    fn from(none: NoVariant) -> Self {
        match none {
            NoVariant::Photo(refusal) => Self::new(format!("a photo {}", refusal.why)).hint(refusal.hint),
            NoVariant::Disk(failure) => failure,
        }
    }
}

impl Variants {
    /// The variants of the site at `root`.
    pub fn of(root: &Path) -> Self {
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_owned());
        Self {
            folder: root.join(OWN).join("photos"),
            root,
            spare: OnceLock::new(),
            problem: OnceLock::new(),
            large: Mutex::new(()),
        }
    }

    /// Makes what is missing of some photos, a few at a time; returns those that are broken.
    ///
    /// # Errors
    /// When the disk can't be read or written.
    pub fn make_all(
        &self,
        photos: &[(&Print, Vec<Variant>)],
        done: &(impl Fn() + Sync),
    ) -> Result<Vec<(Mark, Refusal)>, Failure> {
        self.each(photos, |print, wanted| {
            let made = self.make(print, wanted);
            done();
            made
        })
    }

    /// Decodes the photos that were never made into variants, and keeps nothing; returns those that are broken.
    ///
    /// # Errors
    /// When the disk can't be read.
    pub fn try_all(&self, photos: &[(&Print, Vec<Variant>)]) -> Result<Vec<(Mark, Refusal)>, Failure> {
        self.each(photos, |print, wanted| match self.missing(&print.photo, wanted).first() {
            Some(smallest) => self.made(print, &[*smallest]).map(|_| ()),
            None => Ok(()),
        })
    }

    /// Does something to each photo on a few threads of its own: those that render take up other work while they wait, and
    /// would decode ever more photos on top of each other.
    fn each(
        &self,
        photos: &[(&Print, Vec<Variant>)],
        work: impl Fn(&Print, &[Variant]) -> Result<(), NoVariant> + Sync,
    ) -> Result<Vec<(Mark, Refusal)>, Failure> {
        let (next, broken, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()), Mutex::new(None));
        let one_after_the_other = || {
            while let Some((print, wanted)) = photos.get(next.fetch_add(1, Ordering::Relaxed)) {
                match work(print, wanted) {
                    Ok(()) => {}
                    Err(NoVariant::Photo(refusal)) => lock(&broken).push((print.photo.mark, refusal)),
                    Err(NoVariant::Disk(failure)) => {
                        lock(&failed).get_or_insert(failure);
                        // The others would fail in the same way.
                        next.store(photos.len(), Ordering::Relaxed);
                    }
                }
            }
        };
        let threads = rayon::current_num_threads().min(MOST_AT_ONCE).min(photos.len());
        std::thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(one_after_the_other);
            }
        });
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(failure) => Err(failure),
            None => Ok(broken.into_inner().unwrap_or_else(PoisonError::into_inner)),
        }
    }

    /// The file of a variant, made now if it is missing.
    ///
    /// # Errors
    /// When the photo is broken, or the disk can't be read or written.
    pub fn file(&self, print: &Print, variant: Variant) -> Result<PathBuf, NoVariant> {
        let name = name(&print.photo, variant);
        if let Some(file) = self.find(&name) {
            return Ok(file);
        }
        self.make(print, &[variant])?;
        let lost =
            || Failure::new(format!("cannot read {}: it was there a moment ago", self.folder.join(&name).display()));
        self.find(&name).ok_or_else(|| NoVariant::Disk(lost()))
    }

    /// What kept variants from being kept, if anything did.
    pub fn problem(&self) -> Option<Diagnostic> {
        let problem = self.problem.get()?;
        let message = format!("the sizes of photos can't be kept for the next build: {problem}");
        Some(Diagnostic::warning("photo-cache", message).hint("until they can, every build makes them anew"))
    }

    /// Removes the variants of photos that the site has no more.
    pub fn prune(&self, marks: impl Iterator<Item = Mark>) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        let wanted: BTreeSet<String> = marks.map(Mark::whole).collect();
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !wanted.contains(name.split('.').next().unwrap_or_default()) {
                // What can't be removed takes up room and does no harm.
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn make(&self, print: &Print, wanted: &[Variant]) -> Result<(), NoVariant> {
        let missing = self.missing(&print.photo, wanted);
        if missing.is_empty() {
            return Ok(());
        }
        let made = self.made(print, &missing)?;
        for (variant, bytes) in missing.iter().zip(made) {
            self.keep(&name(&print.photo, *variant), &bytes).map_err(NoVariant::Disk)?;
        }
        Ok(())
    }

    /// The bytes of some variants.
    fn made(&self, print: &Print, wanted: &[Variant]) -> Result<Vec<Vec<u8>>, NoVariant> {
        let large = u64::from(print.photo.width) * u64::from(print.photo.height) > LARGE;
        let _alone = large.then(|| lock(&self.large));
        let path = self.root.join(&print.file);
        let bytes = fs::read(&path).map_err(|e| NoVariant::Disk(Failure::io("cannot read", &path, &e)))?;
        if Mark::of(&bytes) != print.photo.mark {
            let failure = Failure::new(format!("{} changed while the site was built", print.file.display()));
            return Err(NoVariant::Disk(failure.hint("build again")));
        }
        photo::make(&print.photo, &bytes, wanted).map_err(NoVariant::Photo)
    }

    fn missing(&self, photo: &Photo, wanted: &[Variant]) -> Vec<Variant> {
        wanted.iter().copied().filter(|variant| self.find(&name(photo, *variant)).is_none()).collect()
    }

    fn find(&self, name: &str) -> Option<PathBuf> {
        let spare = self.spare.get().map(|spare| spare.path().join(name));
        let is_whole = |file: &PathBuf| fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.len() > 0);
        [Some(self.folder.join(name)), spare].into_iter().flatten().find(is_whole)
    }

    /// Keeps a variant, if need be for as long as the program runs.
    fn keep(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        if self.spare.get().is_none() {
            let Err(error) = write(&self.folder, name, bytes) else { return Ok(()) };
            let _ = self.problem.set(format!("{}: {error}", self.folder.display()));
        }
        let failed =
            |error: std::io::Error| Failure::new(format!("cannot write a photo of {}: {error}", self.root.display()));
        if self.spare.get().is_none() {
            let spare = tempfile::Builder::new().prefix("comeback-photos-").tempdir().map_err(failed)?;
            // Another thread's may have come first, and this one goes again.
            let _ = self.spare.set(spare);
        }
        self.spare.get().map_or(Ok(()), |spare| write(spare.path(), name, bytes)).map_err(failed)
    }
}

/// The name of a variant's file.
fn name(photo: &Photo, variant: Variant) -> String {
    format!("{}{}", photo.mark.whole(), photo.ending(variant))
}

/// Writes a file aside and moves it into place.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    if !folder.is_dir() {
        fs::create_dir_all(folder)?;
    }
    let ignore = folder.with_file_name(".gitignore");
    if folder.ends_with("photos") && !ignore.exists() {
        // It is made of the photos, and belongs to this machine.
        fs::write(ignore, "*\n")?;
    }
    let mut aside = tempfile::NamedTempFile::new_in(folder)?;
    aside.write_all(bytes)?;
    aside.persist(folder.join(name))?;
    Ok(())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
