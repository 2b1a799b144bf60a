//! The rules that the code keeps, read from the code: who may use whom, where the disk, the clock and the environment
//! may be touched, and how files look.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The folders of `src/`; each may use those of later lines, and none of its own line or of earlier ones.
const ORDER: &[&[&str]] = &[
    &["cli"],
    &["report"],
    &["serve"],
    &["watch"],
    &["build"],
    &["book"],
    &["external", "publish", "privacy"],
    &["render"],
    &["site", "theme"],
    &["chart"],
    &["import", "journal", "schema"],
    &["entry", "comments"],
    &["markdown"],
    &["source"],
    &["config"],
    &["fields", "links", "photo"],
    &["language"],
    &["diag", "text", "units"],
];

/// Uses against the order: from, to, why.
const EXCEPTIONS: &[(&str, &str, &str)] =
    &[("units", "text", "quantities are shown with the number words that all pages share")];

/// The folders that may touch the disk.
const DISK: &[&str] = &["source", "publish", "build", "cli", "serve", "watch"];

/// The folders that may ask the clock; `source` does to tell whether a file's time has settled.
const CLOCK: &[&str] = &["source", "cli", "serve", "watch"];

/// The folders that may ask the environment, other programs or the network.
const OUTSIDE: &[&str] = &["cli", "external", "serve", "watch"];

/// The most lines of a file, its tests aside.
const LONGEST: usize = 400;

/// A source file: its path below `src/`, its folder, and its text without tests.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) folder: String,
    pub(crate) text: String,
    pub(crate) whole: String,
}

/// All files of `src/` that are not tests.
pub(crate) fn sources() -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    for entry in walkdir::WalkDir::new(&top).sort_by_file_name().into_iter().filter_map(Result::ok) {
        let path = entry.path().strip_prefix(&top).expect("below src").display().to_string().replace('\\', "/");
        let test = path.contains("/tests/") || path.ends_with("tests.rs");
        if !path.ends_with(".rs") || test {
            continue;
        }
        let whole = fs::read_to_string(entry.path()).expect("a file of text");
        let text = whole.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
        let folder = path.split_once('/').map_or("", |(folder, _)| folder).to_owned();
        all.push(Source { path, folder, text, whole });
    }
    assert!(all.len() > 50, "only {} files", all.len());
    all
}

/// Lines of code without comments, numbered from 1.
pub(crate) fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The names that follow `crate::` in a line.
fn used(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").map(|(at, found)| {
        let rest = &line[at + found.len()..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    })
}

fn rank(folder: &str) -> Option<usize> {
    ORDER.iter().position(|group| group.contains(&folder))
}

/// Fails with all that was found.
#[track_caller]
pub(crate) fn none(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn folders_use_only_what_stands_to_their_right() {
    let mut found = Vec::new();
    let sources = sources();
    let mut excepted: BTreeMap<(&str, &str), usize> = EXCEPTIONS.iter().map(|(a, b, _)| ((*a, *b), 0)).collect();
    for source in &sources {
        if source.folder.is_empty() {
            continue;
        }
        let Some(own) = rank(&source.folder) else {
            found.push(format!("{}: `{}` has no place in ORDER", source.path, source.folder));
            continue;
        };
        for (number, line) in code(&source.text) {
            for name in used(line).filter(|name| **name != *source.folder) {
                let at = format!("{}:{number}: {}", source.path, line.trim());
                if let Some(times) = excepted.get_mut(&(&*source.folder, name)) {
                    *times += 1;
                } else if name.is_empty() {
                    found.push(format!("{at}: one `use` for each folder, so that its order can be seen"));
                } else if rank(name).is_none_or(|rank| rank <= own) {
                    found.push(format!("{at}: `{}` may not use `{name}`", source.folder));
                }
            }
        }
    }
    none(&found);
    let unused: Vec<_> = excepted.iter().filter(|(_, times)| **times == 0).map(|(pair, _)| pair).collect();
    assert!(unused.is_empty(), "exceptions that nothing needs: {unused:?}");
}

#[test]
fn what_draws_charts_knows_no_journal() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.folder == "chart" && !source.path.starts_with("chart/kind/"))
    {
        for (number, line) in code(&source.text).filter(|(_, line)| line.contains("crate::journal")) {
            found.push(format!("{}:{number}: {}: only the kinds know the journal", source.path, line.trim()));
        }
    }
    none(&found);
}

#[test]
fn only_the_rim_touches_disk_clock_environment_and_programs() {
    let disk = ["std::fs", "std::io::stdin", "File::open", "File::create", "walkdir", "tempfile", ".canonicalize()"];
    let clock = ["SystemTime", "Timestamp::now", "Zoned::now", "TimeZone::system"];
    let outside = ["std::env", "std::process", "std::net", "ureq"];
    let mut found = Vec::new();
    for source in sources() {
        let free: [(&[&str], &[&str]); 3] = [(&disk, DISK), (&clock, CLOCK), (&outside, OUTSIDE)];
        for (words, folders) in free {
            if folders.contains(&&*source.folder) || source.path == "main.rs" {
                continue;
            }
            for (number, line) in code(&source.text) {
                if let Some(word) = words.iter().find(|word| line.contains(**word)) {
                    found.push(format!("{}:{number}: {word} stands in {folders:?} alone", source.path));
                }
            }
        }
    }
    none(&found);
}

#[test]
fn nothing_but_a_stated_invariant_may_panic() {
    let mut found = Vec::new();
    for source in sources() {
        for (number, line) in code(&source.text) {
            let bad = [".unwrap()", "panic!(", "todo!(", "unimplemented!(", ".expect(\"\")"]
                .into_iter()
                .find(|w| line.contains(w));
            if let Some(word) = bad {
                found.push(format!("{}:{number}: {word} outside tests", source.path));
            }
            if line.contains("#[allow(") {
                found.push(format!("{}:{number}: `expect` with a reason takes the place of `allow`", source.path));
            }
        }
    }
    none(&found);
}

#[test]
fn every_folder_says_what_it_is_and_what_holds() {
    let mut found = Vec::new();
    for source in sources().iter().filter(|source| source.path.ends_with("/mod.rs")) {
        if !source.text.starts_with("//! ") {
            found.push(format!("{}: opens with what the folder is", source.path));
        }
        if !source.text.contains("//! Invariant: ") {
            found.push(format!("{}: has no `//! Invariant: …`", source.path));
        }
    }
    for source in sources() {
        if !source.text.starts_with("//! ") {
            found.push(format!("{}: has no line that says what it is", source.path));
        }
    }
    none(&found);
}

#[test]
fn files_are_short_and_well_named() {
    let mut found = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > LONGEST {
            found.push(format!("{}: {lines} lines are more than {LONGEST}", source.path));
        }
        let name = source.path.rsplit('/').next().unwrap_or_default();
        for word in ["util", "helper", "common", "manager", "misc"] {
            if name.contains(word) {
                found.push(format!("{}: `{word}` says nothing", source.path));
            }
        }
        for (number, line) in source.whole.lines().enumerate() {
            if line.ends_with(' ') || line.contains('\t') || line.contains('\r') {
                found.push(format!("{}:{}: a trailing space, a tab or a carriage return", source.path, number + 1));
            }
        }
    }
    none(&found);
}

#[test]
fn the_top_level_holds_what_it_should_and_nothing_else() {
    let agreed = [
        "CHANGELOG.md",
        "Cargo.lock",
        "Cargo.toml",
        "LICENSE",
        "README.md",
        "content",
        "site.toml",
        "src",
        "tests",
        "themes",
    ];
    // What builds leave there is ignored by git.
    let made = ["public", "target"];
    let top = fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("the repository");
    let names: Vec<String> = top.flatten().map(|entry| entry.file_name().display().to_string()).collect();
    let mut seen: Vec<&str> = names.iter().map(String::as_str).collect();
    seen.retain(|name| !name.starts_with('.') && !made.contains(name));
    seen.sort_unstable();
    assert_eq!(seen, agreed);
}

#[test]
fn the_rules_find_what_breaks_them() {
    let line = "use crate::site::{Site}; let x = crate::cli::run();";
    assert_eq!(used(line).collect::<Vec<_>>(), ["site", "cli"]);
    assert_eq!(used("use crate::{site, cli};").collect::<Vec<_>>(), [""]);
    assert_eq!(code("a\n// b\n    //! c\nd").map(|(n, _)| n).collect::<Vec<_>>(), [1, 4]);
    assert!(rank("render") < rank("site") && rank("site") == rank("theme") && rank("nowhere").is_none());
}
