//! The schema and the reference: written from the tables that values are read by, and true of the demo.

use crate::support::Project;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The part of a reference page that is written from the tables starts below this line.
const HEADING: &str = "## Every key\n\n";

/// Compares a page of the guide with what the tables say; `UPDATE=1 cargo test` rewrites it.
#[track_caller]
fn check_page(page: &str, reference: &str) {
    let path = top().join("content/guide").join(page);
    let text = fs::read_to_string(&path).expect("a page of the guide");
    let (head, typed) = text.split_once(HEADING).expect("the heading");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, format!("{head}{HEADING}{reference}")).expect("the page");
    } else {
        assert!(typed == reference, "{page} is not what the tables of keys say; UPDATE=1 rewrites it");
    }
}

#[test]
fn the_reference_pages_are_what_the_tables_say() {
    let theirs = comeback::fields::publication_reference();
    let keys = comeback::schema::reference(comeback::entry::KEYS);
    check_page("front-matter.md", &format!("{keys}\n### Keys of other programs\n\n{theirs}"));
    check_page("settings.md", &comeback::schema::reference(comeback::config::KEYS));
}

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::validator_for(schema).expect("a schema")
}

/// The markdown files of the demo.
fn texts() -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(top().join("content")).sort_by_file_name().into_iter();
    all.filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|p| p.extension().is_some_and(|e| e == "md"))
        .collect()
}

#[test]
fn the_schema_accepts_every_entry_of_the_demo() {
    let schema = validator(&comeback::schema::entry(None));
    let mut checked = 0;
    for path in texts() {
        let text = fs::read_to_string(&path).expect("a text");
        let front =
            text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or("", |(front, _)| front);
        let value: Value = serde_yaml::from_str(front).expect("YAML");
        let problems: Vec<String> = schema.iter_errors(&value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(problems.is_empty(), "{}: {problems:#?}", path.display());
        checked += 1;
    }
    assert!(checked > 100, "{checked} files");
}

#[test]
fn the_schema_of_settings_accepts_the_demo_and_refuses_mistakes() {
    let schema = validator(&comeback::schema::site());
    let of = |text: &str| -> Value {
        serde_json::to_value(toml::from_str::<toml::Table>(text).expect("TOML")).expect("JSON")
    };
    // Dates of TOML are a kind of their own, which editors hand on as text.
    let plain = |text: &str| -> Value {
        let mut value = of(text);
        dates_to_texts(&mut value);
        value
    };
    let demo = fs::read_to_string(top().join("site.toml")).expect("the settings");
    let problems: Vec<String> =
        schema.iter_errors(&plain(&demo)).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(problems.is_empty(), "{problems:#?}");
    let head = "title = \"A\"\nbase_url = \"https://e.org/\"\n";
    assert!(schema.is_valid(&plain(head)));
    for wrong in [
        "titel = \"A\"",
        "units = \"miles\"",
        "week_start = 1",
        "fictional = \"yes\"",
        "[pagination]\nper_page = 0",
        "[pagination]\nperpage = 1",
        "[[injuries]]\nside = \"up\"",
        "[[phases]]\nname = \"A\"",
        "[[prescriptions]]\nexercise = \"A\"\nper_week = 8",
        "[privacy]\nshow = [\"costs\"]",
        "[rules]\nceiling = 11",
        "[nav]\nHome = [1]",
    ] {
        assert!(!schema.is_valid(&plain(&format!("{head}{wrong}\n"))), "{wrong}");
    }
    assert!(!schema.is_valid(&json!({ "title": "A" })));
    assert!(!schema.is_valid(&json!({ "title": "A", "base_url": "example.org" })));
}

fn dates_to_texts(value: &mut Value) {
    match value {
        Value::Object(map) if map.len() == 1 && map.keys().all(|key| key.contains("toml_private_datetime")) => {
            let text = map.values().next().cloned().unwrap_or_default();
            *value = text;
        }
        Value::Object(map) => map.values_mut().for_each(dates_to_texts),
        Value::Array(items) => items.iter_mut().for_each(dates_to_texts),
        _ => {}
    }
}

#[test]
fn the_command_prints_the_schema_and_allows_a_sites_own_keys() {
    let project = Project::new(
        "
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
[front_matter]
allow = [\"weather\"]
[front_matter.map]
pain = \"wellbeing.pain\"
",
    );
    let ran = project.run(["schema", "entry"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let schema: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!((&schema["properties"]["weather"], &schema["properties"]["wellbeing"]), (&json!(true), &json!(true)));
    assert_eq!(schema["properties"]["wether"], Value::Null);
    let without = Project::empty().run(["schema", "entry"]);
    assert_eq!(serde_json::from_str::<Value>(&without.stdout).expect("JSON"), comeback::schema::entry(None));
    let site = Project::empty().run(["schema", "site"]);
    assert_eq!(serde_json::from_str::<Value>(&site.stdout).expect("JSON"), comeback::schema::site());
}
