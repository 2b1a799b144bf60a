//! What `serve` answers and `watch` writes against a clean build, and what the pages of a build lead to.

use crate::server::{Preview, program};
use crate::support::Project;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How long the programs have to follow an edit.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a clean build wrote, by address below the site's path, and what it said.
pub(crate) struct Clean {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    pub(crate) said: String,
    failed: bool,
}

impl Clean {
    /// Whether the settings or the theme can't be used, so that no page is to be compared: the last good ones stay.
    pub(crate) fn is_unusable(&self) -> bool {
        self.failed && (self.files.is_empty() || self.said.contains("themes/"))
    }
}

/// A build in a new folder, without memory.
fn clean(project: &Project, options: &[&str]) -> Clean {
    let output = tempfile::tempdir().expect("a folder");
    let folder = output.path().join("out");
    let ran = Command::new(program())
        .args(["build", "--keep-going", "--root"])
        .arg(project.root())
        .arg("--output")
        .arg(&folder)
        .args(options)
        .env("SOURCE_DATE_EPOCH", "1600000000")
        .output()
        .expect("it runs");
    let mut files = BTreeMap::new();
    collect(&folder, &folder, &mut files);
    files.remove("/.comeback-manifest");
    Clean { files, said: String::from_utf8_lossy(&ran.stderr).into_owned(), failed: !ran.status.success() }
}

/// The clean build of what a preview shows.
pub(crate) fn as_served(project: &Project, host: &str, base: &str) -> Clean {
    clean(project, &["--drafts", "--future", "--base-url", &format!("http://{host}{base}")])
}

/// All files below a folder, by their addresses.
pub(crate) fn collect(root: &Path, folder: &Path, into: &mut BTreeMap<String, Vec<u8>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(root, &path, into);
        } else if let Ok(bytes) = fs::read(&path) {
            let inside = path.strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            into.insert(format!("/{}", inside.strip_suffix("index.html").unwrap_or(&inside)), bytes);
        }
    }
}

/// A page as it is served: with the script before its end.
fn served(bytes: &[u8], base: &str) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let script = format!("<script src=\"{base}__comeback/live.js\" defer></script>");
    match text.rfind("</body>") {
        Some(at) => format!("{}{script}{}", &text[..at], &text[at..]).into_bytes(),
        None => bytes.to_vec(),
    }
}

/// Tries until all is as it should be, or says what is not.
fn in_time<T>(mut look: impl FnMut() -> Result<T, String>) -> Result<T, String> {
    let started = Instant::now();
    loop {
        match look() {
            Err(wrong) if started.elapsed() > PATIENCE => return Err(wrong),
            Err(_) => std::thread::sleep(Duration::from_millis(5)),
            good => return good,
        }
    }
}

/// Compares every address ever seen with a clean build until all agree, or says what does not.
pub(crate) fn settle(
    project: &Project,
    preview: &Preview,
    base: &str,
    seen: &mut BTreeSet<String>,
) -> Result<Clean, String> {
    in_time(|| {
        let clean = as_served(project, &preview.host, base);
        if clean.is_unusable() {
            return Ok(clean);
        }
        seen.extend(clean.files.keys().cloned());
        match seen.iter().find_map(|address| difference(preview, base, address, &clean)) {
            None => Ok(clean),
            Some(wrong) => Err(wrong),
        }
    })
}

/// Compares what `watch` wrote with a clean build until both agree, or says what does not.
pub(crate) fn settle_watched(project: &Project) -> Result<Clean, String> {
    in_time(|| {
        let clean = clean(project, &[]);
        let mut watched = BTreeMap::new();
        collect(&project.path("public"), &project.path("public"), &mut watched);
        watched.remove("/.comeback-manifest");
        if clean.is_unusable() {
            return Ok(clean);
        }
        let all: BTreeSet<&String> = watched.keys().chain(clean.files.keys()).collect();
        let wrong = all.into_iter().find_map(|address| match (watched.get(address), clean.files.get(address)) {
            (Some(is), Some(expected)) => unlike(is, expected).map(|how| format!("{address}: {how}")),
            (Some(_), None) => Some(format!("{address}: a clean build has no such file")),
            (None, _) => Some(format!("{address}: it was not written")),
        });
        wrong.map_or(Ok(clean), Err)
    })
}

fn difference(preview: &Preview, base: &str, address: &str, clean: &Clean) -> Option<String> {
    let path = format!("{}{}", base.trim_end_matches('/'), encoded(address));
    let (status, _, bytes) = preview.get(&path);
    let Some(expected) = clean.files.get(address) else {
        // The address of an entry with an error shows its last good page, or the error.
        let fine = status == 404 || (clean.failed && matches!(status, 200 | 500));
        return (!fine).then(|| format!("{address}: {status}, and a clean build has no such page"));
    };
    let is_page = address.ends_with('/') || address.ends_with(".html");
    let expected = if is_page { served(expected, base) } else { expected.clone() };
    if status != 200 {
        return Some(format!("{address}: {status}"));
    }
    unlike(&bytes, &expected).map(|how| format!("{address}: {how}"))
}

/// The first place where bytes are not those that were expected.
fn unlike(is: &[u8], expected: &[u8]) -> Option<String> {
    if is == expected {
        return None;
    }
    let at = is.iter().zip(expected).position(|(a, b)| a != b).unwrap_or(is.len().min(expected.len()));
    let around = |b: &[u8]| String::from_utf8_lossy(&b[at.saturating_sub(60)..(at + 60).min(b.len())]).into_owned();
    Some(format!("it is …{}…\nbut a clean build has …{}…", around(is), around(expected)))
}

fn encoded(address: &str) -> String {
    address
        .bytes()
        .map(|b| if b.is_ascii_graphic() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

/// What the pages of a build lead to that is not there, and that the build did not tell of; a page's address and the link's.
pub(crate) fn untold_links(clean: &Clean, origin: &str) -> Vec<String> {
    let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
    let is_page = |address: &str| address.ends_with('/') || address.ends_with(".html");
    let pages = clean.files.iter().filter(|(address, _)| is_page(address));
    let pages: BTreeMap<&str, String> = pages.map(|(address, bytes)| (address.as_str(), text(bytes))).collect();
    let mut dead = Vec::new();
    for (page, html) in &pages {
        for typed in [" href=\"", " src=\""].iter().flat_map(|key| html.split(key).skip(1)) {
            let typed = typed.split('"').next().unwrap_or_default().replace("&amp;", "&");
            let Some((address, id)) = inside(page, &typed, origin) else { continue };
            let address = percent_encoding::percent_decode_str(&address).decode_utf8_lossy().into_owned();
            let found = [address.clone(), format!("{address}/"), address.replace("/index.html", "/")];
            let found = found.iter().find(|address| clean.files.contains_key(*address));
            let id = id.map(|id| percent_encoding::percent_decode_str(&id).decode_utf8_lossy().into_owned());
            let lands = found.is_some_and(|found| match (pages.get(found.as_str()), &id) {
                (Some(target), Some(id)) => target.contains(&format!(" id=\"{id}\"")),
                _ => true,
            });
            // Told with the words of the source, of which the last part stands in the page too.
            let last = typed.rsplit('/').find(|part| !part.is_empty()).unwrap_or(&typed);
            if !lands && !clean.said.contains(last) {
                dead.push(format!("{page} leads to {typed}"));
            }
        }
    }
    dead
}

/// The address on the site that a link leads to, and the id on its page; `None` for links to elsewhere.
fn inside(page: &str, typed: &str, origin: &str) -> Option<(String, Option<String>)> {
    let typed = typed.strip_prefix(origin).unwrap_or(typed);
    let (path, id) = typed.split_once('#').map_or((typed, None), |(path, id)| (path, Some(id.to_owned())));
    let id = id.filter(|id| !id.is_empty());
    let path = path.split('?').next().unwrap_or_default();
    let scheme = path.split('/').next().is_some_and(|first| first.contains(':'));
    if scheme || path.starts_with("//") {
        return None;
    }
    let mut parts: Vec<&str> = if path.starts_with('/') { Vec::new() } else { page.split('/').skip(1).collect() };
    if path.is_empty() {
        return Some((page.to_owned(), id));
    }
    parts.pop();
    for part in path.trim_start_matches('/').split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    Some((format!("/{}", parts.join("/")), id))
}
