//! The guide's page of the data files: every metric and unit that there are, and an example that repeats a chart's numbers.

use crate::support::Project;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide/data.md");
    std::fs::read_to_string(path).expect("the page")
}

/// A block of code of the page.
#[track_caller]
fn code(language: &str) -> String {
    let page = page();
    let (_, rest) = page.split_once(&format!("```{language}\n")).expect("an example");
    rest.split("```").next().unwrap_or_default().to_owned()
}

/// What the program prints of the demo.
#[track_caller]
fn of_demo(args: &[&str]) -> String {
    let project = Project::empty();
    let root = env!("CARGO_MANIFEST_DIR");
    let ran = project.run_with(&[&["--root", root, "--today", "2025-06-01"], args].concat(), &[]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    ran.stdout
}

#[test]
fn the_python_example_repeats_the_medians_of_the_demo() {
    let project = Project::empty();
    project.write("journal.json", of_demo(&["export", "--format", "json"]));
    let mut python = Command::new("python3");
    let Ok(ran) = python.args(["-c", &code("python")]).current_dir(project.root()).output() else {
        // `tests/run` installs it, so that it is looked at before anything is published.
        assert!(std::env::var_os("CI").is_none(), "no python3");
        eprintln!("not looked at: the example in Python, since there is no python3");
        return;
    };
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(ran.status.success(), "{said}");
    let printed = String::from_utf8(ran.stdout).expect("text");
    let from_rows: Vec<(&str, f64)> = printed
        .lines()
        .map(|line| {
            let (day, median) = line.split_once(' ').expect("a day and its median");
            (day, median.parse().expect("a number"))
        })
        .collect();
    let stats: Value = serde_json::from_str(&of_demo(&["stats", "--json"])).expect("JSON");
    let rolling = stats["rolling7"].as_array().expect("the medians");
    let counted: Vec<(&str, f64)> = rolling
        .iter()
        .map(|row| (row["date"].as_str().expect("a day"), row["median"].as_f64().expect("a number")))
        .collect();
    assert!(counted.len() > 300, "{} medians", counted.len());
    assert_eq!(from_rows, counted);
}

/// A metric as the page writes it, with the units that it may have; none where that is the writer's.
struct Told {
    parts: Vec<String>,
    units: Option<Vec<String>>,
}

impl Told {
    fn is(&self, metric: &str) -> bool {
        let parts: Vec<&str> = metric.split('.').collect();
        let is_part = |(told, part): (&String, &&str)| match told.as_str() {
            "TYPE" | "NAME" => true,
            "POINT" => ["before", "during", "after", "next_day", "worst", "rest", "average"].contains(part),
            told => told == *part,
        };
        parts.len() == self.parts.len() && self.parts.iter().zip(&parts).all(is_part)
    }
}

fn in_backticks(cell: &str) -> Vec<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// All metrics of the page's tables.
fn told() -> Vec<Told> {
    let page = page();
    let (_, tables) = page.split_once("## Every metric").expect("the tables");
    let (tables, _) = tables.split_once("\n## ").expect("what follows");
    let rows = tables.lines().filter(|line| line.starts_with("| `"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let has_units = cells.len() == 5;
        let own = has_units && !cells[2].is_empty() && !cells[2].starts_with('`');
        let units = (!own).then(|| if has_units { in_backticks(cells[2]) } else { Vec::new() });
        let metrics = in_backticks(cells[1]).into_iter();
        let told =
            |metric: String| Told { parts: metric.split('.').map(str::to_owned).collect(), units: units.clone() };
        metrics.map(told).collect::<Vec<_>>()
    };
    rows.flat_map(row).collect()
}

const EVERYTHING: &str = "\
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
[privacy]
show = [\"cost\", \"provider\", \"body_weight\", \"medication\"]
[[injuries]]
name = \"right calf\"
site = \"calf\"
side = \"right\"
onset = 2020-08-01
[[injuries]]
name = \"left knee\"
site = \"knee\"
side = \"left\"
onset = 2020-08-01
-- content/journal/2020-08-03-everything.md --
---
injury: right calf
pain:
  - {before: 1, during: 2.5, after: 2, next_day: 1, worst: 3, rest: 0, average: 1.5, settled_hours: 20, words: dull ache}
  - {site: calf, side: right, quality: dull, worst: 2}
mileage: 3 mi
sessions:
  - {type: walk-run, distance: 5 km, duration: 31 min, rpe: 3, climb: 40, surface: grass, intervals: 6x1, heart_rate: 140, body_weight_support: 80, pain: {during: 2}}
exercises:
  - {name: Calf Raise, sets: 3, reps: [8, 8, 6], load: 20 kg, tempo: 3-0-3-0, side: both, rpe: 6, rir: 2, pain: 2, verdict: helps}
  - Plank 3x45s @band:red
treatments:
  - {type: Dry Needling, provider: N, minutes: 30, travel_minutes: 50, cost: 80.10 USD, pain_before: 4, pain_after: 3, helped: unsure}
tests: {Heel Raises: {left: 18, right: 25}}
sleep: 6.5
mood: 4
energy: 4
stress: 5
confidence: 3
resting_hr: 52
stiffness: 20
function: 60
body_weight: 70 kg
medication: [a pill]
prom: {instrument: visa-h, score: 61}
milestones: [{kind: race, label: Five}]
setback: ice
flare: true
triggers: [stairs]
---
Words.
-- content/log.txt --
2020-08-06  morning 2, rest, \"slept badly\", later
2020-08-06  pain 1
2020-08-10..12  run 12 km, pain 2
covers 2020-08-06..2020-08-20
-- content/log/gpx.txt --
2020-08-14  run 5 km 30 min [gpx:1]
";

#[test]
fn the_page_tells_every_metric_with_its_unit_and_no_other() {
    let nothing = "-- content/journal/2020-08-05-nothing.md --\nNothing was recorded.\n";
    let [everything, nothing] = [EVERYTHING, nothing].map(|text| {
        let ran = Project::new(text).run(["export", "--format", "json"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stdout
    });
    let told = told();
    let mut seen = vec![false; told.len()];
    let mut wrong: Vec<String> = Vec::new();
    for text in [everything, nothing, of_demo(&["export", "--format", "json"])] {
        let data: Value = serde_json::from_str(&text).expect("JSON");
        for row in data["rows"].as_array().expect("rows") {
            let metric = row["metric"].as_str().expect("a name");
            let plain = metric.strip_prefix("span.").unwrap_or(metric);
            let Some(at) = told.iter().position(|told| told.is(plain)) else {
                wrong.push(format!("{metric} is not told"));
                continue;
            };
            seen[at] = true;
            let unit = row["unit"].as_str().unwrap_or_default();
            let units = told[at].units.as_ref();
            if row["value"].is_number() && !units.is_none_or(|units| units.iter().any(|told| told == unit)) {
                wrong.push(format!("{metric} has the unit {unit}"));
            }
        }
        let units = data["units"].as_object().expect("units").keys();
        let missing = units.filter(|unit| !page().contains(&format!("`{unit}`")));
        wrong.extend(missing.map(|unit| format!("the unit {unit} is not told")));
    }
    let unseen = told.iter().zip(&seen).filter(|(told, seen)| !**seen && told.parts != ["span", "…"]);
    wrong.extend(unseen.map(|(told, _)| format!("{} is told and is nowhere", told.parts.join("."))));
    wrong.dedup();
    assert_eq!(wrong, Vec::<String>::new());
}
