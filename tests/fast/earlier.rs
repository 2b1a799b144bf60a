//! A site of each release, which every later one reads: `tests/sites/VERSION/`. The site of a version that is out is never changed.

use crate::support::{Project, golden};
use comeback::fields::Key;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const RUNNING: &str = env!("CARGO_PKG_VERSION");

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The versions of which there is a site.
fn versions() -> Vec<semver::Version> {
    let names = fs::read_dir(tests().join("sites")).expect("the sites").filter_map(Result::ok);
    let mut versions: Vec<semver::Version> =
        names.map(|name| name.file_name().to_string_lossy().parse().expect("a version")).collect();
    versions.sort();
    versions
}

/// A copy of a version's site.
fn site_of(version: &semver::Version) -> Project {
    let (project, top) = (Project::empty(), tests().join("sites").join(version.to_string()));
    for file in walkdir::WalkDir::new(&top).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file()) {
        let path = file.path().strip_prefix(&top).expect("below the folder").display().to_string();
        project.write(&path, fs::read(file.path()).expect("a file"));
    }
    project
}

/// The addresses of an output whose names don't change with their bytes.
fn addresses(project: &Project) -> String {
    let by_bytes = |part: &str| matches!(part.len(), 8 | 10) && part.bytes().all(|b| b.is_ascii_hexdigit());
    let lasting =
        |path: &String| !path.contains("pagefind") && !path.starts_with('.') && !path.split('.').any(by_bytes);
    project.tree("public").into_keys().filter(lasting).map(|path| format!("{path}\n")).collect()
}

/// What a value had and another hasn't, or has otherwise; more keys are fine.
fn lost(had: &Value, has: &Value, at: &str) -> Vec<String> {
    match (had, has) {
        (Value::Object(had), Value::Object(has)) => had
            .iter()
            .flat_map(|(key, value)| lost(value, has.get(key).unwrap_or(&Value::Null), &format!("{at}.{key}")))
            .collect(),
        (Value::Array(had), Value::Array(has)) if had.len() == has.len() => {
            had.iter().zip(has).enumerate().flat_map(|(n, (had, has))| lost(had, has, &format!("{at}[{n}]"))).collect()
        }
        _ if had == has => Vec::new(),
        _ => vec![format!("{at}: {had} is {has}")],
    }
}

#[test]
fn the_site_of_each_release_has_the_addresses_and_the_numbers_that_it_had() {
    for version in versions() {
        let project = site_of(&version);
        let on_a_day = [("SOURCE_DATE_EPOCH", "1640000000")];
        let is_running = version.to_string() == RUNNING;
        let strict: &[&str] = if is_running { &["--strict"] } else { &[] };
        let built = project.run_with(&[&["build"], strict].concat(), &on_a_day);
        assert_eq!(built.status, 0, "{version}: {}", built.stderr);
        let ran = project.run_with(&["stats", "--json"], &on_a_day);
        assert_eq!(ran.status, 0, "{version}: {}", ran.stderr);
        let stats: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        let (addresses, folder) = (addresses(&project), format!("sites/{version}"));
        // What a version makes of its own site may be changed until it is out.
        if is_running {
            golden(&format!("{folder}/addresses.txt"), &addresses);
            golden(&format!("{folder}/stats.json"), &format!("{stats:#}\n"));
        }
        let kept = |name: &str| fs::read_to_string(tests().join("golden").join(&folder).join(name)).expect("what was");
        let gone: Vec<String> =
            kept("addresses.txt").lines().filter(|a| !addresses.lines().any(|b| b == *a)).map(str::to_owned).collect();
        assert_eq!(gone, Vec::<String>::new(), "{version}");
        let had: Value = serde_json::from_str(&kept("stats.json")).expect("JSON");
        assert_eq!(lost(&had, &stats, "stats"), Vec::<String>::new(), "{version}");
    }
}

#[test]
fn numbers_may_be_added_and_none_may_change() {
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let had = json(r#"{"a": 1, "b": [{"c": null, "d": 2}]}"#);
    assert_eq!(lost(&had, &json(r#"{"a": 1, "b": [{"c": null, "d": 2, "e": 3}], "f": 0}"#), ""), Vec::<String>::new());
    let has = json(r#"{"a": 2, "b": [{"c": 0}]}"#);
    assert_eq!(lost(&had, &has, ""), [".a: 1 is 2", ".b[0].c: null is 0", ".b[0].d: 2 is null"]);
}

#[test]
fn the_newest_site_has_every_key_of_settings_and_of_entries() {
    let project = site_of(versions().last().expect("a version"));
    let settings: toml::Table = project.read("site.toml").parse().expect("TOML");
    let entries: String = project
        .tree("content/journal")
        .into_values()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .collect();
    let all = |tables: &'static [&'static [Key]]| tables.iter().flat_map(|table| table.iter()).map(|key| key.name);
    let missing: Vec<&str> = all(comeback::config::KEYS)
        .filter(|key| !settings.contains_key(*key))
        .chain(
            all(comeback::entry::KEYS)
                .filter(|key| !entries.contains(&format!("\n{key}: ")) && !entries.contains(&format!("\n{key}:\n"))),
        )
        .collect();
    assert_eq!(
        missing,
        Vec::<&str>::new(),
        "write them into tests/sites/, in the folder of the version that reads them"
    );
}
