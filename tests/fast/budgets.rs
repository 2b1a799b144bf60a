//! What there may be no more of than `tests/budgets.toml` says, and not much less than it says either: what was gained is kept.

use crate::tidy::{Source, code, none, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

/// The modules of `src/site/`; each may use those of later lines, and none of its own line or of earlier ones. What stands in
/// `site/mod.rs` itself is everybody's.
const IN_SITE: &[&[&str]] = &[
    &["why"],
    &["aliases", "feed", "headers", "records", "resolved", "shown"],
    &["view"],
    &["routes"],
    &["reader"],
    &["assets", "card", "charts", "data", "photos", "search", "sitemap"],
    &["look"],
    &["links"],
    &["comments", "files", "fill"],
    &["indexes"],
    &["archive", "own_words", "practice", "series", "shelves", "tags"],
    &["around"],
    &["story"],
    &["address", "foreign", "group", "target"],
];

type Counts = BTreeMap<String, usize>;

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/budgets.toml")
}

/// A table of the budgets.
pub(crate) fn table(name: &str) -> Counts {
    let text = fs::read_to_string(file()).expect("the budgets");
    let all: BTreeMap<String, Counts> = toml::from_str(&text).expect("tables of numbers");
    all.get(name).unwrap_or_else(|| panic!("no table `{name}`")).clone()
}

/// Compares what there is with a table: no row may be passed, and none may stand more than `slack` above what there is.
/// `UPDATE=1` lowers rows that stand too high; only a hand raises one.
#[track_caller]
pub(crate) fn keeps(name: &str, actual: &Counts, slack: usize) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _file = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let allowed = table(name);
    let of = |counts: &Counts, key: &str| counts.get(key).copied().unwrap_or(0);
    let keys: BTreeSet<&String> = allowed.keys().chain(actual.keys()).collect();
    let lower = |key: &&&String| of(actual, key) + slack < of(&allowed, key) || !actual.contains_key(**key);
    let (low, other): (Vec<&String>, Vec<&String>) = keys.iter().partition(lower);
    if std::env::var_os("UPDATE").is_some() {
        // Whoever adds three lines need not raise a row.
        let round = |n: usize| if slack > 0 { n.next_multiple_of(10) } else { n };
        let rounded = actual.iter().map(|(key, n)| (key.clone(), round(*n))).collect();
        lower_rows(name, &low, &rounded);
    }
    let passed = other.iter().filter(|key| of(actual, key) > of(&allowed, key));
    let more = passed.map(|key| format!("{name}: {key}: {} where {} are allowed", of(actual, key), of(&allowed, key)));
    let less = low.iter().filter(|_| std::env::var_os("UPDATE").is_none()).map(|key| {
        format!("{name}: {key}: {} where {} are allowed: UPDATE=1 keeps the gain", of(actual, key), of(&allowed, key))
    });
    none(&more.chain(less).collect::<Vec<_>>());
}

/// Writes smaller numbers into rows of a table, and takes out those that are not needed any more.
fn lower_rows(name: &str, keys: &[&String], actual: &Counts) {
    let text = fs::read_to_string(file()).expect("the budgets");
    let mut inside = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        inside = if line.starts_with('[') { line == format!("[{name}]") } else { inside };
        match line.split_once(" = ").filter(|(key, _)| inside && keys.iter().any(|low| *low == key.trim_matches('"'))) {
            None => lines.push(line.to_owned()),
            Some((key, _)) => {
                lines.extend(actual.get(key.trim_matches('"')).map(|number| format!("{key} = {number}")));
            }
        }
    }
    fs::write(file(), lines.join("\n") + "\n").expect("a file");
}

/// How often each comes.
fn counted(found: impl IntoIterator<Item = String>) -> Counts {
    let mut counts = Counts::new();
    for key in found {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// The types that a file declares at its top level, and the lines of each that has fields with names.
fn types(source: &Source) -> Vec<(&str, &str)> {
    let mut types = Vec::new();
    let mut at = 0;
    for line in source.text.split_inclusive('\n') {
        at += line.len();
        let rest = line.strip_prefix("pub").map_or(line, |rest| rest.split_once(' ').map_or(rest, |(_, rest)| rest));
        let kinds = ["struct ", "enum ", "trait ", "union ", "type "];
        if let Some(rest) = kinds.iter().find_map(|kind| rest.strip_prefix(kind)) {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            let body = source.text[at..].split("\n}").next().unwrap_or_default();
            types.push((&rest[..end], if line.ends_with("{\n") { body } else { "" }));
        }
    }
    types
}

#[test]
fn folders_keep_to_their_lines() {
    let mut lines = Counts::new();
    for source in sources().iter().filter(|source| !source.folder.is_empty()) {
        *lines.entry(source.folder.clone()).or_default() += source.text.lines().count();
    }
    println!("{} lines in all", lines.values().sum::<usize>());
    keeps("lines", &lines, 40);
}

#[test]
fn the_program_is_made_of_so_many_crates() {
    let crates = |options: &[&str]| {
        let mut tree = Command::new(env!("CARGO"));
        tree.args(["tree", "--locked", "--edges", "normal", "--prefix", "none", "--format", "{p}"]).args(options);
        let output = tree.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        text.lines().map(|line| line.trim_end_matches(" (*)")).collect::<BTreeSet<_>>().len()
    };
    let counts = [("default", crates(&[])), ("bare", crates(&["--no-default-features"]))];
    keeps("crates", &counts.map(|(name, n)| (name.to_owned(), n)).into(), 0);
}

#[test]
fn no_path_climbs_more_than_one_folder() {
    let climbs = sources();
    let climbs = climbs.iter().flat_map(|source| {
        let lines = code(&source.whole).filter(|(_, line)| line.contains("super::super"));
        lines.map(|_| source.folder.clone())
    });
    keeps("climbs", &counted(climbs), 0);
}

/// The names that follow a path in a text, whether it goes on with one or with several in braces.
fn named_after<'a>(text: &'a str, path: &str) -> Vec<&'a str> {
    let whole = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    let word = |text: &'a str| text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let mut names = Vec::new();
    for (at, _) in text.match_indices(path).filter(|(at, _)| whole(*at)) {
        let rest = &text[at + path.len()..];
        let Some(group) = rest.strip_prefix('{') else {
            names.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut start = true;
        for (at, c) in group.char_indices() {
            match c {
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                '{' => depth += 1,
                ',' => start = depth == 0,
                _ if start && c.is_alphabetic() => {
                    names.push(word(&group[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    names
}

#[test]
fn modules_of_the_site_use_only_what_stands_below_them() {
    let rank = |module: &str| IN_SITE.iter().position(|line| line.contains(&module));
    let (mut against, mut unknown) = (Vec::new(), Vec::new());
    for source in sources().iter().filter(|source| source.path != "site/mod.rs") {
        let Some(path) = source.path.strip_prefix("site/") else { continue };
        let parts: Vec<&str> = path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').collect();
        let Some(own) = rank(parts[0]) else {
            unknown.push(format!("{}: has no place in IN_SITE", source.path));
            continue;
        };
        let text: Vec<&str> = code(&source.text).map(|(_, line)| line).collect();
        let text = text.join("\n");
        let names = [named_after(&text, "crate::site::"), named_after(&text, &"super::".repeat(parts.len()))].concat();
        let up = names.into_iter().filter(|name| *name != parts[0] && rank(name).is_some_and(|rank| rank <= own));
        against.extend(up.map(|name| format!("{} uses {name}", parts[0])));
    }
    none(&unknown);
    keeps("against_the_order", &counted(against), 0);
}

#[test]
fn a_type_s_name_is_declared_once() {
    let sources = sources();
    let types = sources.iter().flat_map(|source| types(source).into_iter().map(move |(name, _)| (source, name)));
    // Each kind of chart has options of its own.
    let types = types.filter(|(source, name)| *name != "Options" || !source.path.starts_with("chart/kind/"));
    let mut names = counted(types.map(|(_, name)| name.to_owned()));
    names.retain(|_, times| *times > 1);
    keeps("declared", &names, 0);
}

#[test]
fn no_struct_holds_a_whole_house() {
    const WIDE: [&str; 5] = ["cli", "config", "entry", "fields", "schema"];
    let mut fields = Counts::new();
    for source in sources().iter().filter(|source| !WIDE.contains(&&*source.folder)) {
        for (name, body) in types(source) {
            let field = |(_, line): &(usize, &str)| {
                line.starts_with("    ") && !line.starts_with("     ") && line.contains(": ")
            };
            let n = code(body).filter(field).count();
            if n > 20 {
                fields.insert(name.to_owned(), n);
            }
        }
    }
    keeps("fields", &fields, 0);
}

#[test]
fn what_is_planned_is_complete() {
    let sources = sources();
    let later = sources.iter().filter(|source| source.folder == "site").flat_map(|source| {
        let lines = code(&source.text).filter(|(_, line)| line.contains("OnceLock<") || line.contains("OnceCell<"));
        lines.map(|_| source.path.clone())
    });
    keeps("completed_later", &counted(later), 0);
}

#[test]
fn paths_and_types_are_read_as_they_are_written() {
    let text = "use super::{a::{b, c}, D, e};\nuse super::super::f;\nlet g = super::h(xsuper::i);";
    assert_eq!(named_after(text, "super::"), ["a", "D", "e", "super", "h"]);
    assert_eq!(named_after(text, "super::super::"), ["f"]);
    let text = "pub(super) struct A {\n    b: C,\n}\nstruct D;\n    type E = F;\npub enum G {\n";
    let source = Source { path: String::new(), folder: String::new(), text: text.to_owned(), whole: String::new() };
    assert_eq!(types(&source), [("A", "    b: C,"), ("D", ""), ("G", "")]);
}
