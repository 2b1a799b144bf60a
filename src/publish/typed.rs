//! Files of the writer's, which no program may damage: written aside, compared with what was read, then put in place.

use super::bytes::has_same;
use crate::diag::Failure;
use rayon::prelude::*;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, TempPath};

/// A file of the writer's, as it was read and as it should be.
#[derive(Clone, Copy, Debug)]
pub struct TypedFile<'a> {
    /// Where it lies.
    pub path: &'a Path,
    /// Its bytes when it was read; `None` if it wasn't there.
    pub was: Option<&'a [u8]>,
    /// Its new bytes.
    pub new: &'a [u8],
}

/// What came of replacing files.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Replaced {
    /// All have their new bytes.
    Done,
    /// This one isn't what was read any more, so it was left alone, and those after it too.
    Changed(PathBuf),
}

/// A file that a program writes among the writer's where none is.
#[derive(Clone, Copy, Debug)]
pub struct NewFile<'a> {
    /// Where it will lie.
    pub path: &'a Path,
    /// Its bytes.
    pub bytes: NewBytes<'a>,
}

/// The bytes of a new file.
#[derive(Clone, Copy, Debug)]
pub enum NewBytes<'a> {
    /// These.
    Of(&'a [u8]),
    /// Those of another file, which is never held in memory as a whole.
    CopyOf(&'a Path),
}

impl NewFile<'_> {
    /// Whether these bytes stand there already; `None` if nothing does.
    ///
    /// # Errors
    /// When the disk doesn't say.
    pub fn is_there(&self) -> Result<Option<bool>, Failure> {
        match fs::symlink_metadata(self.path) {
            Ok(_) => {}
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Failure::io("cannot read", self.path, &e)),
        }
        Ok(Some(match self.bytes {
            NewBytes::Of(bytes) => super::bytes::has_bytes(self.path, bytes),
            NewBytes::CopyOf(source) => has_same(self.path, source),
        }))
    }

    fn write(&self, aside: &mut File) -> std::io::Result<()> {
        match self.bytes {
            NewBytes::Of(bytes) => aside.write_all(bytes),
            NewBytes::CopyOf(source) => std::io::copy(&mut File::open(source)?, aside).map(|_| ()),
        }
    }
}

/// So many files wait for the disk at once.
const WAITING: usize = 32;

/// Writes new files, all or none: none is put in place before all are written aside, and those that were are taken away
/// again where one came to be there meanwhile. `tell` hears of each that is written aside.
///
/// # Errors
/// When the disk refuses.
pub fn write_new(files: &[NewFile<'_>], tell: &(dyn Fn() + Sync)) -> Result<Replaced, Failure> {
    let one = |file: &NewFile<'_>| {
        let write = |aside: &mut File| file.write(aside);
        let (_, aside) = aside(file.path, false, &write).map_err(|e| Failure::io("cannot write", file.path, &e))?;
        tell();
        Ok(aside)
    };
    let all = || files.par_iter().map(one).collect::<Result<Vec<TempPath>, Failure>>();
    // Disks are waited for, and take many files in one go.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(WAITING).build();
    let ready = pool.map_or_else(|_| all(), |pool| pool.install(all));
    let mut placed: Vec<&Path> = Vec::new();
    for (file, aside) in files.iter().zip(ready?) {
        if let Err(e) = aside.persist_noclobber(file.path) {
            for path in placed {
                // What can't be taken away is as it should be, and there when the import is run again.
                let _ = fs::remove_file(path);
            }
            let known = e.error.kind() == ErrorKind::AlreadyExists;
            let other = || Failure::io("cannot write", file.path, &e.error);
            return if known { Ok(Replaced::Changed(file.path.to_owned())) } else { Err(other()) };
        }
        placed.push(file.path);
    }
    Ok(Replaced::Done)
}

/// Puts new bytes in the place of one file's, if it still is what was read; a new file overwrites none.
///
/// # Errors
/// When the disk refuses.
pub fn replace(path: &Path, was: Option<&[u8]>, new: &[u8]) -> Result<Replaced, Failure> {
    replace_all(&[TypedFile { path, was, new }])
}

/// Puts new bytes in the place of several files': all are written aside before the first is put in place.
///
/// # Errors
/// When the disk refuses; no file is then half-written.
pub fn replace_all(files: &[TypedFile<'_>]) -> Result<Replaced, Failure> {
    let mut ready = Vec::new();
    for file in files {
        let write = |aside: &mut File| aside.write_all(file.new);
        let (real, aside) =
            aside(file.path, file.was.is_some(), &write).map_err(|e| Failure::io("cannot write", file.path, &e))?;
        ready.push((file, real, aside));
    }
    if let Some((file, ..)) = ready.iter().find(|(file, real, _)| is_other(file, real)) {
        return Ok(Replaced::Changed(file.path.to_owned()));
    }
    for (file, real, aside) in ready {
        if is_other(file, &real) {
            return Ok(Replaced::Changed(file.path.to_owned()));
        }
        let put = if file.was.is_some() { aside.persist(&real) } else { aside.persist_noclobber(&real) };
        match put {
            Ok(_) => {}
            Err(e) if file.was.is_none() && e.error.kind() == ErrorKind::AlreadyExists => {
                return Ok(Replaced::Changed(file.path.to_owned()));
            }
            Err(e) => return Err(Failure::io("cannot write", file.path, &e.error)),
        }
    }
    Ok(Replaced::Done)
}

/// Writes a file's new bytes beside where they will lie. A link stays a link: the file that it leads to is replaced.
fn aside(
    path: &Path,
    is_there: bool,
    write: &dyn Fn(&mut File) -> std::io::Result<()>,
) -> std::io::Result<(PathBuf, TempPath)> {
    let real = if is_there { path.canonicalize()? } else { path.to_owned() };
    let folder = real.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut aside = NamedTempFile::new_in(folder)?;
    write(aside.as_file_mut())?;
    let permissions = match fs::metadata(&real) {
        Ok(meta) => Some(meta.permissions()),
        Err(_) => plain_permissions(),
    };
    permissions.map_or(Ok(()), |permissions| aside.as_file().set_permissions(permissions))?;
    aside.as_file().sync_all()?;
    // Thousands of files may be written at once, and a system has few that are open.
    Ok((real, aside.into_temp_path()))
}

/// Whether a file is not what was read.
fn is_other(file: &TypedFile<'_>, real: &Path) -> bool {
    match (fs::read(real), file.was) {
        (Ok(now), Some(was)) => now != was,
        (Err(e), None) => e.kind() != ErrorKind::NotFound,
        (Ok(_), None) | (Err(_), Some(_)) => true,
    }
}

/// What a new file may be used by: files that are written aside are their owner's alone.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have no such thing")]
pub(super) fn plain_permissions() -> Option<fs::Permissions> {
    Some(std::os::unix::fs::PermissionsExt::from_mode(0o644))
}

#[cfg(not(unix))]
pub(super) fn plain_permissions() -> Option<fs::Permissions> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_read_is_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let (a, b) = (folder.path().join("new/a.txt"), folder.path().join("b.txt"));
        assert_eq!(replace(&a, None, b"one").expect("written"), Replaced::Done);
        // A new file overwrites none, and a file that was saved meanwhile stays.
        assert_eq!(replace(&a, None, b"two").expect("compared"), Replaced::Changed(a.clone()));
        assert_eq!(replace(&a, Some(b"other"), b"two").expect("compared"), Replaced::Changed(a.clone()));
        fs::write(&b, "b").expect("a file");
        let both = [
            TypedFile { path: &b, was: Some(b"b"), new: b"B" },
            TypedFile { path: &a, was: Some(b"other"), new: b"two" },
        ];
        assert_eq!(replace_all(&both).expect("compared"), Replaced::Changed(a.clone()));
        assert_eq!((fs::read(&a).expect("there"), fs::read(&b).expect("there")), (b"one".to_vec(), b"b".to_vec()));
        assert_eq!(replace(&a, Some(b"one"), b"two").expect("written"), Replaced::Done);
        assert_eq!(fs::read(&a).expect("there"), b"two");
        assert_eq!(fs::read_dir(folder.path().join("new")).expect("a folder").count(), 1, "nothing is left beside it");
    }

    #[test]
    fn new_files_come_all_or_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let [a, b, source] = ["new/a.txt", "b.txt", "source.txt"].map(|name| folder.path().join(name));
        fs::write(&source, "copied").expect("a file");
        let files =
            [NewFile { path: &a, bytes: NewBytes::Of(b"one") }, NewFile { path: &b, bytes: NewBytes::CopyOf(&source) }];
        let there = |file: &NewFile<'_>| file.is_there().expect("asked");
        assert_eq!(files.each_ref().map(there), [None, None]);
        fs::write(&b, "other").expect("a file");
        assert_eq!(files.each_ref().map(there), [None, Some(false)]);
        assert_eq!(write_new(&files, &|| {}).expect("compared"), Replaced::Changed(b.clone()));
        assert_eq!((a.exists(), fs::read(&b).expect("there")), (false, b"other".to_vec()));
        fs::remove_file(&b).expect("removed");
        assert_eq!(write_new(&files, &|| {}).expect("written"), Replaced::Done);
        assert_eq!((fs::read(&a).expect("there"), fs::read(&b).expect("there")), (b"one".to_vec(), b"copied".to_vec()));
        assert_eq!(files.each_ref().map(there), [Some(true), Some(true)]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_permissions_stay() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let (real, link) = (folder.path().join("real.txt"), folder.path().join("link.txt"));
        fs::write(&real, "one").expect("a file");
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("permissions");
        std::os::unix::fs::symlink(&real, &link).expect("a link");
        assert_eq!(replace(&link, Some(b"one"), b"two").expect("written"), Replaced::Done);
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        assert_eq!(fs::read(&real).expect("there"), b"two");
        assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o640);
    }
}
