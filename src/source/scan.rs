//! Walking the folders of a site.

use super::walk::Walk;
use super::{Content, ContentKind, Hash, Source, Sources, Stamp, content_kind};
use crate::config::Config;
use crate::diag::{Checked, Diagnostic, Failure, Place, Severity};
use crate::text::with_line_feeds;
use rayon::prelude::*;
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The folders of a site that hold sources, beside the theme's own.
const FOLDERS: [&str; 2] = ["content", "static"];

/// What of a site's folder is read, beside what every site has.
#[derive(Clone, Copy, Debug)]
pub struct Reach<'a> {
    /// The theme's name.
    pub theme: &'a str,
    /// Whether links that lead out of the site's folder are followed.
    pub follow_links: bool,
    /// The output folder, whose files are no sources.
    pub leave_out: Option<&'a Path>,
}

impl<'a> Reach<'a> {
    /// What the settings say of it.
    pub fn of(config: &'a Config, leave_out: Option<&'a Path>) -> Self {
        Self { theme: &config.theme, follow_links: config.follow_links, leave_out }
    }
}

/// Reads the sources of the site at `root`.
///
/// What has not moved since the scan `before` is not read again.
///
/// # Errors
/// When the root itself can't be read.
pub fn scan(root: &Path, scope: Reach<'_>, before: &Sources) -> Result<Checked<Sources>, Failure> {
    let real_root = root.canonicalize().map_err(|e| Failure::io("cannot read", root, &e))?;
    let leave_out = scope.leave_out.and_then(|p| p.canonicalize().ok());
    let mut walk = Walk::new(&real_root, scope.follow_links, leave_out.as_deref());
    let theme = format!("themes/{}", scope.theme);
    for folder in FOLDERS.into_iter().chain([theme.as_str()]) {
        walk.folder(folder);
    }
    let Walk { mut found, mut diagnostics, outside, .. } = walk;
    found.par_sort_unstable();
    let found = with_old(found, before);
    let now = SystemTime::now();
    let read: Vec<Result<(Source, bool), Diagnostic>> =
        found.into_par_iter().map(|(path, full, old)| take_file(path, full, old, now)).collect();
    let mut sources = Sources { outside, ..Sources::default() };
    // The disk's own order is nobody's business.
    crate::diag::sort(&mut diagnostics);
    for file in read {
        match file {
            Ok((source, fresh)) => {
                if fresh {
                    sources.read.push(source.path.clone());
                }
                sources.files.insert(source.path.clone(), source);
            }
            Err(problem) => diagnostics.push(problem),
        }
    }
    // What a reader sent is left out when it can't be read, and stops nobody.
    let is_comment = |problem: &Diagnostic| {
        problem.place.as_ref().is_some_and(|place| place.path.starts_with(crate::source::COMMENTS))
    };
    for problem in diagnostics.iter_mut().filter(|problem| is_comment(problem)) {
        problem.severity = Severity::Warning;
    }
    Ok(Checked::new(sources, diagnostics))
}

/// Looks at some files only, all of them known from the scan `before`, and gives those that were read again; `None` where that is not enough to know what changed:
/// a file is new or gone, or the path is a folder's.
pub fn look_at(root: &Path, paths: &[PathBuf], before: &Sources) -> Option<Vec<Source>> {
    let real_root = root.canonicalize().ok()?;
    let now = SystemTime::now();
    let mut read = Vec::new();
    for full in paths {
        if full.file_name().is_some_and(|name| ignored(&name.to_string_lossy()).is_some()) {
            continue;
        }
        let path = relative(&real_root, full)?;
        let old = before.files.get(path.as_str())?;
        // A link may lead elsewhere now, and a file that can't be read is for the whole scan to report.
        if full.symlink_metadata().ok()?.file_type().is_symlink() {
            return None;
        }
        let (source, fresh) = take_file(path, full.clone(), Some(old), now).ok()?;
        if fresh {
            read.push(source);
        }
    }
    Some(read)
}

/// Each file with what the scan before knew of it: both come in the order of their paths, so one pass finds all.
fn with_old(found: Vec<(String, PathBuf)>, before: &Sources) -> Vec<(String, PathBuf, Option<&Source>)> {
    let mut old = before.files.values().peekable();
    let pair = |(path, full): (String, PathBuf)| {
        while old.next_if(|o| *o.path < *path).is_some() {}
        let same = old.next_if(|o| *o.path == *path);
        (path, full, same)
    };
    found.into_iter().map(pair).collect()
}

/// Hidden files that static hosts give a meaning to; all others are left out.
const HIDDEN_BUT_WANTED: [&str; 4] = [".well-known", ".nojekyll", ".htaccess", ".domains"];

/// Why a name is left out, wherever it stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ignored {
    /// It starts with a dot.
    Hidden,
    /// Editors and desktops leave such names behind.
    Leftover,
}

/// Whether files and folders of a name are left out, and why.
pub fn ignored(name: &str) -> Option<Ignored> {
    if is_hidden(name) { Some(Ignored::Hidden) } else { is_leftover(name).then_some(Ignored::Leftover) }
}

fn is_hidden(name: &str) -> bool {
    name.starts_with('.') && !HIDDEN_BUT_WANTED.contains(&name)
}

/// Whether a name is one that editors and desktops leave behind.
fn is_leftover(name: &str) -> bool {
    let ends = ["~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", "___jb_tmp___", "___jb_old___"];
    ends.iter().any(|end| name.ends_with(end))
        || (name.starts_with('#') && name.ends_with('#'))
        || matches!(name, "4913" | "Thumbs.db" | "desktop.ini" | "node_modules")
}

pub(super) fn relative(root: &Path, path: &Path) -> Option<String> {
    // Paths that the walk hands out start with the root as typed: comparing text is far cheaper than parts.
    #[cfg(unix)]
    if let Some(inside) = path.to_str()?.strip_prefix(root.to_str().unwrap_or("\0")).and_then(|p| p.strip_prefix('/')) {
        return Some(inside.to_owned());
    }
    let inside = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = inside.components().map(|c| c.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
}

/// Whether a file is one whose text we read.
fn is_text(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    let kind = content_kind(path);
    let markdown = matches!(kind, Some(ContentKind::Text | ContentKind::Log));
    let of_theme = path.starts_with("themes/").then(|| path.split('/').nth(2)).flatten();
    let words = of_theme == Some("languages") && ending.as_deref() == Some("ftl");
    // A reader's comment is read and never copied.
    let comment = kind == Some(ContentKind::Attachment)
        && path.starts_with("content/comments/")
        && matches!(ending.as_deref(), Some("yaml" | "yml" | "json"));
    // The icon is copied as it is, and pictures are drawn from it.
    let icon = path == "static/favicon.svg" || path.starts_with("themes/") && path.ends_with("/static/favicon.svg");
    markdown || words || comment || icon || of_theme == Some("templates")
}

/// Whether a file is copied with its addresses looked at.
fn is_linked(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("css" | "html" | "htm"))
}

/// Whether a file's address names its bytes, so that they have to be known.
fn is_of_theme(path: &str) -> bool {
    path.starts_with("themes/") && path.split('/').nth(2) == Some("static")
}

/// A file as it was before where it has not moved, else read; tells whether it was read.
fn take_file(path: String, full: PathBuf, old: Option<&Source>, now: SystemTime) -> Result<(Source, bool), Diagnostic> {
    let unreadable = |error: &std::io::Error| {
        Diagnostic::error("unreadable", format!("cannot be read: {error}")).at(Place::file(&path))
    };
    let meta = full.metadata().map_err(|e| unreadable(&e))?;
    let stamp = stamp(&meta, now);
    if let Some(old) = old.filter(|old| old.stamp.still_holds(&stamp)) {
        return Ok((old.clone(), false));
    }
    let (text, linked, of_theme) = (is_text(&path), is_linked(&path), is_of_theme(&path));
    if !text && !linked && !of_theme {
        let hash = stamp_hash(&stamp);
        return Ok((Source { path: path.into(), hash, content: Content::File(full.into()), stamp }, true));
    }
    let bytes = std::fs::read(&full).map_err(|e| unreadable(&e))?;
    let hash = *blake3::hash(&bytes).as_bytes();
    if !text {
        // A page in another encoding is copied as it is.
        let content = match String::from_utf8(bytes) {
            Ok(text) if linked => Content::Linked(text.into()),
            _ => Content::File(full.into()),
        };
        return Ok((Source { path: path.into(), hash, content, stamp }, true));
    }
    let text =
        String::from_utf8(bytes).map_err(|e| encoding_problem(&path, e.as_bytes(), e.utf8_error().valid_up_to()))?;
    // Every reader of lines, and every place that is told, then knows one sort of line end. The icon is copied as it is.
    let text = if path.ends_with(".svg") { text } else { with_line_feeds(text) };
    if let Some(at) = text.find('\0') {
        return Err(nul_problem(&path, &text, at));
    }
    // A file may have been touched without a change: then everything made of it still holds.
    match old.filter(|old| old.hash == hash) {
        Some(old) => Ok((Source { stamp, ..old.clone() }, true)),
        None => Ok((Source { path: path.into(), hash, content: Content::Text(text.into()), stamp }, true)),
    }
}

/// File systems keep times in steps of a few milliseconds (two seconds at the worst): a file written so recently may be
/// written again without its time showing it.
const STEP: Duration = Duration::from_millis(40);

/// Whether a file is empty or has moved since it was read; one that is gone is for the next scan to see.
pub(super) fn moved_since(source: &Source, root: &Path) -> bool {
    let Ok(meta) = root.join(&*source.path).metadata() else { return false };
    let now = stamp(&meta, SystemTime::now());
    now.len == 0 || (now.len, now.modified, now.inode) != (source.stamp.len, source.stamp.modified, source.stamp.inode)
}

fn stamp(meta: &Metadata, now: SystemTime) -> Stamp {
    let modified = meta.modified().unwrap_or(UNIX_EPOCH);
    Stamp {
        len: meta.len(),
        modified: modified.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos(),
        inode: inode(meta),
        settled: now.duration_since(modified).is_ok_and(|age| age > STEP),
    }
}

#[cfg(unix)]
fn inode(meta: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(meta)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}

/// Files that are only copied are told apart by size and time; publishing compares their bytes.
fn stamp_hash(stamp: &Stamp) -> Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&stamp.len.to_le_bytes()).update(&stamp.modified.to_le_bytes()).update(&stamp.inode.to_le_bytes());
    *hasher.finalize().as_bytes()
}

/// Text has no NUL: it is UTF-16 without its mark, or what a crash left of a file.
fn nul_problem(path: &str, text: &str, at: usize) -> Diagnostic {
    let problem = Diagnostic::error("not-text", "the file holds a NUL byte, which text never does");
    problem.at(Place::new(path, text, at..at + 1)).hint("save it again as UTF-8 in the editor")
}

fn encoding_problem(path: &str, bytes: &[u8], valid: usize) -> Diagnostic {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    if utf16 {
        return Diagnostic::error("not-utf-8", "the file is UTF-16, and only UTF-8 is read")
            .at(Place::file(path))
            .hint("save it as UTF-8 in the editor");
    }
    let text = with_line_feeds(String::from_utf8_lossy(&bytes[..bytes.len().min(valid + 80)]).into_owned());
    let message = format!("the file is not UTF-8: byte 0x{:02x} can't stand here", bytes.get(valid).unwrap_or(&0));
    Diagnostic::error("not-utf-8", message)
        .at(Place::new(path, &text, valid..valid + '\u{fffd}'.len_utf8()))
        .hint("save it as UTF-8 in the editor")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().expect("a folder");
        for (path, bytes) in files {
            let full = dir.path().join(path);
            std::fs::create_dir_all(full.parent().expect("a parent")).expect("a folder");
            std::fs::write(full, bytes).expect("a file");
        }
        dir
    }

    fn check(dir: &Path) -> (Vec<String>, Vec<String>) {
        check_as(dir, false)
    }

    fn check_as(dir: &Path, follow_links: bool) -> (Vec<String>, Vec<String>) {
        let scope = Reach { theme: "trailhead", follow_links, leave_out: Some(&dir.join("content/out")) };
        let checked = scan(dir, scope, &Sources::default()).expect("the folder is there");
        let files = checked.value.files.keys().map(ToString::to_string).collect();
        let show =
            |d: &Diagnostic| format!("{} {}", d.place.as_ref().map(ToString::to_string).unwrap_or_default(), d.message);
        (files, checked.diagnostics.iter().map(show).collect())
    }

    #[test]
    fn leftovers_hidden_files_other_themes_and_the_output_are_left_out() {
        let dir = site(&[
            ("content/journal/b.md", b"b"),
            ("content/journal/a/index.md", b"a"),
            ("content/journal/a/pic.png", b"\xff"),
            ("content/.hidden.md", b""),
            ("content/.git/x.md", b""),
            ("content/b.md~", b""),
            ("content/4913", b""),
            ("content/out/index.html", b""),
            ("static/.well-known/security.txt", b"x"),
            ("themes/trailhead/templates/base.html", b"x"),
            ("themes/other/templates/base.html", b"x"),
            ("notes.md", b""),
        ]);
        let (files, problems) = check(dir.path());
        assert_eq!(
            files,
            [
                "content/journal/a/index.md",
                "content/journal/a/pic.png",
                "content/journal/b.md",
                "static/.well-known/security.txt",
                "themes/trailhead/templates/base.html",
            ]
        );
        assert_eq!(problems, [""; 0]);
    }

    #[test]
    fn only_what_moved_is_read_again() {
        let dir = site(&[("content/a.md", b"a"), ("content/b.md", b"b"), ("static/c.txt", b"c")]);
        let scope = Reach { theme: "trailhead", follow_links: false, leave_out: None };
        let again = |before: &Sources| scan(dir.path(), scope, before).expect("the folder is there").value;
        std::thread::sleep(STEP * 2);
        let first = again(&Sources::default());
        assert_eq!(first.read.len(), 3);
        assert_eq!(again(&first).read, [] as [std::sync::Arc<str>; 0]);
        std::fs::write(dir.path().join("content/b.md"), b"B").expect("a file");
        let second = again(&first);
        assert_eq!(second.read, [std::sync::Arc::from("content/b.md")]);
        // Written again within the file system's step of time, with the same length: it is read until it has settled.
        std::fs::write(dir.path().join("content/b.md"), b"C").expect("a file");
        let third = again(&second);
        assert_eq!(third.text("content/b.md").map(|t| &**t), Some("C"));
        std::fs::remove_file(dir.path().join("content/a.md")).expect("it was there");
        assert_eq!(again(&third).files.len(), 2);
    }

    #[test]
    fn wrong_encodings_are_named() {
        let dir = site(&[
            ("content/a.md", b"\xff\xfea\0"),
            ("content/b.md", b"ok\nab\xe9c\n"),
            ("content/c.md", "\u{feff}---\r\n".as_bytes()),
            ("content/d.md", b"-\0-\0-\0\n\0"),
            ("content/e.md", b"ok\rab\xe9c\r"),
            ("content/f.md", b"ok\r\rab\0\r"),
        ]);
        let (files, problems) = check(dir.path());
        assert_eq!(files, ["content/c.md"]);
        assert_eq!(
            problems,
            [
                "content/a.md the file is UTF-16, and only UTF-8 is read",
                "content/b.md:2:3 the file is not UTF-8: byte 0xe9 can't stand here",
                "content/d.md:1:2 the file holds a NUL byte, which text never does",
                "content/e.md:2:3 the file is not UTF-8: byte 0xe9 can't stand here",
                "content/f.md:3:3 the file holds a NUL byte, which text never does",
            ]
        );
    }

    #[cfg(unix)]
    #[test]
    fn control_characters_in_names_are_refused() {
        let dir = site(&[("content/a.md", b"a"), ("static/x\ny.txt", b"x"), ("static/\u{1b}[31m/z.txt", b"z")]);
        let (files, problems) = check(dir.path());
        assert_eq!(files, ["content/a.md"]);
        assert_eq!(
            problems,
            [
                "static/\\u{1b}[31m the file's name has a control character",
                "static/x\\ny.txt the file's name has a control character",
            ]
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_that_leave_the_site_are_followed_where_the_settings_say_so() {
        let outside = site(&[("secret.md", b"x"), ("folder/more.md", b"x")]);
        let link_out =
            |to: &str, name: &str| std::os::unix::fs::symlink(to, outside.path().join(name)).expect("a link");
        link_out("nowhere", "folder/dangling.md");
        let dir = site(&[("content/a.md", b"a")]);
        let link = |to: &Path, name: &str| std::os::unix::fs::symlink(to, dir.path().join(name)).expect("a link");
        link(&outside.path().join("secret.md"), "content/s.md");
        link(&outside.path().join("folder"), "content/t");
        link(&dir.path().join("content/a.md"), "content/z.md");
        link(&dir.path().join("content"), "content/loop");
        link(Path::new("anna@host.4242:1700000000"), "content/.#a.md");
        link(Path::new("nothing.md"), "content/gone.md");
        link(Path::new("itself.md"), "content/itself.md");
        // Whoever keeps the site inside of what a link leads to has no second site in it.
        link(dir.path(), "content/t2");
        link(&dir.path().join("content/out"), "content/u");
        std::fs::create_dir(dir.path().join("content/out")).expect("a folder");
        std::fs::write(dir.path().join("content/out/page.md"), "x").expect("a file");
        let (files, problems) = check(dir.path());
        assert_eq!(files, ["content/a.md", "content/z.md"]);
        assert_eq!(
            problems,
            [
                "content/gone.md this link leads to nothing, so it is left out",
                "content/itself.md this link leads to nothing, so it is left out",
                "content/loop this link leads back to a folder that holds it, so it is left out",
                "content/s.md this link leads out of the site's folder, so it is left out",
                "content/t this link leads out of the site's folder, so it is left out",
                "content/t2 this link leads back to a folder that holds it, so it is left out",
            ]
        );
        let (files, problems) = check_as(dir.path(), true);
        assert_eq!(files, ["content/a.md", "content/s.md", "content/t/more.md", "content/z.md"]);
        assert_eq!(
            problems,
            [
                "content/gone.md this link leads to nothing, so it is left out",
                "content/itself.md this link leads to nothing, so it is left out",
                "content/loop this link leads back to a folder that holds it, so it is left out",
                "content/t/dangling.md this link leads to nothing, so it is left out",
                "content/t2 this link leads back to a folder that holds it, so it is left out",
            ]
        );
    }
}
