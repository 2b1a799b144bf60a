//! The journal's numbers as files: what is in them, and what never is.

use crate::support::{Project, golden};

const SITE: &str = "\
-- site.toml --
title = \"Numbers, \\\"plain\\\"\"
base_url = \"https://example.org/\"
units = \"mi\"
currency = \"EUR\"
fictional = true

[[injuries]]
name = \"right calf\"
site = \"calf\"
side = \"right\"
onset = 2020-08-01
-- content/journal/2020-08-03-everything.md --
---
pain:
  - {before: 1, during: 2.5, after: 2, next_day: 1, worst: 3, rest: 0, average: 1.5, settled_hours: 20}
  - {site: knee, side: left, quality: dull, worst: 2}
mileage: 3 mi
sessions:
  - {type: walk-run, distance: 3.1 mi, duration: \"31:20\", rpe: 3, climb: 40, surface: grass, intervals: 6x(1 min run), pain: {during: 2}}
  - {type: run, distance: 10 km, planned: true}
  - swim
exercises:
  - {name: Calf raise, sets: 3, reps: [8, 8, 6], load: 45 lb, tempo: 3-0-3-0, side: both, rpe: 6, pain: 2, verdict: helps}
  - Plank 3x45s
  - {name: calf RAISE, load: \"band: red\"}
treatments:
  - {type: Dry needling, provider: SECRET-PROVIDER, minutes: 30, travel_minutes: 50, cost: 80.10 USD, pain_before: 4, pain_after: 3, helped: unsure}
sleep: 6.5
mood: flat
energy: 4
stress: 5
confidence: 3
resting_hr: 52
stiffness: 20
function: 60
body_weight: 70 kg
medication: [SECRET-PILL]
prom: {instrument: visa-h, score: 61}
milestones:
  - {kind: race, label: \"=SUM(A1:A9)\"}
setback: \"ran on ice, \\\"again\\\"\"
flare: true
triggers: [-stairs, \"back\\\\slash, tab\\tand a\\nline\", \"one\\\\back\\tslash\"]
---
Words.
-- content/journal/2020-08-05-nothing.md --
Nothing was recorded.
-- content/journal/2020-08-04-zero.md --
---
pain: 0
mood: 7
---
-- content/journal/2020-08-06-unlisted.md --
---
visibility: unlisted
pain: 9
---
-- content/journal/2020-08-06-private.md --
---
visibility: private
pain: 9
---
-- content/journal/2020-08-06-draft.md --
---
draft: true
pain: 9
---
-- content/journal/undated.md --
---
pain: 9
---
";

#[test]
fn every_recorded_value_is_a_row() {
    let project = Project::new(SITE);
    assert_eq!(project.run(["build"]).status, 0);
    golden("export/journal.csv", &project.read("public/data/journal.csv").replace("\r\n", "\n"));
    golden("export/journal.json", &project.read("public/data/journal.json"));
}

#[test]
fn export_prints_the_bytes_of_the_site() {
    let project = Project::new(SITE);
    assert_eq!(project.run(["build"]).status, 0);
    for (format, file) in [("csv", "public/data/journal.csv"), ("json", "public/data/journal.json")] {
        let ran = project.run(["export", "--format", format]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        assert!(ran.stdout == project.read(file), "{format}:\n{}", ran.stdout);
    }
}

#[test]
fn both_forms_hold_the_same_rows() {
    let project = Project::new(SITE);
    assert_eq!(project.run(["build"]).status, 0);
    let json: serde_json::Value = serde_json::from_str(&project.read("public/data/journal.json")).expect("JSON");
    let columns = json["columns"].as_array().expect("the columns");
    let text = |value: &serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let from_json: Vec<Vec<String>> = json["rows"]
        .as_array()
        .expect("the rows")
        .iter()
        .map(|row| columns.iter().map(|column| text(&row[column.as_str().expect("a name")])).collect())
        .collect();
    let csv = project.read("public/data/journal.csv");
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(
        reader.headers().expect("a header").iter().collect::<Vec<_>>(),
        columns.iter().map(text).collect::<Vec<_>>()
    );
    let unguarded = |cell: &str| cell.strip_prefix('\'').unwrap_or(cell).to_owned();
    let from_csv: Vec<Vec<String>> =
        reader.records().map(|record| record.expect("a record").iter().map(unguarded).collect()).collect();
    assert_eq!(from_json, from_csv);
    assert!(from_csv.len() > 50 && csv.contains(",'=SUM(A1:A9),"), "{csv}");
    let dates: Vec<&String> = from_csv.iter().map(|row| &row[0]).collect();
    assert!(dates.is_sorted());
}

#[test]
fn private_fields_are_in_it_only_where_the_settings_show_them() {
    let project = Project::new(SITE);
    let csv = project.run(["export", "--format", "csv"]).stdout;
    for never in ["cost", "SECRET", "body_weight,", "medication", "provider"] {
        assert!(!csv.contains(never), "{never}");
    }
    let settings = project.read("site.toml");
    let shown = format!("{settings}\n[privacy]\nshow = [\"cost\", \"provider\", \"body_weight\", \"medication\"]\n");
    project.write("site.toml", shown);
    let csv = project.run(["export", "--format", "csv"]).stdout;
    for row in [
        "treatment.dry-needling.cost,,,80.1,USD,",
        "treatment.dry-needling.provider,,,SECRET-PROVIDER,,",
        "body_weight,,,70,kg,",
        "medication,,,SECRET-PILL,,",
    ] {
        assert!(csv.contains(row), "{row} in {csv}");
    }
}

#[test]
fn a_journal_of_words_has_no_file_of_numbers() {
    let project = Project::new("-- content/journal/2020-08-03-words.md --\nOnly words.\n");
    project.build(["--strict"]);
    assert!(!project.has("public/data"));
    assert!(!project.read("public/index.html").contains("/data/"));
    let ran = project.run(["export", "--format", "csv"]);
    // That it is there is all that can be told of it.
    let expected =
        "date,metric,site,side,value,unit,source\r\n2020-08-03,entry,,,true,,content/journal/2020-08-03-words.md\r\n";
    assert_eq!((ran.status, ran.stdout.as_str()), (0, expected));
}

#[test]
fn an_entry_with_an_error_exports_nothing() {
    let project = Project::new("-- content/journal/2020-08-03-wrong.md --\n---\npain: 11\n---\n");
    let ran = project.run(["export", "--format", "json"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("2020-08-03-wrong.md:2:7"), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("nothing was exported\n"), "{}", ran.stderr);
}
