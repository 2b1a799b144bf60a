//! `stats --json` against a second implementation that shares no code with the first, on several hundred journals made by lot.

mod made;
mod second;

use crate::support::Project;
use comeback::cli::stats_json;
use comeback::config::{self, Config, Flags, PrivateField, Today};
use comeback::entry;
use comeback::journal::{self, stats::Stats};
use comeback::source::{Content, Source, Stamp};
use made::{Made, TODAY, day};
use proptest::prelude::*;
use second::Reached;
use serde_json::Value;
use std::sync::Arc;

/// Journals that are made in every run.
const JOURNALS: u64 = 300;

fn settings(text: &str) -> Config {
    let today = Today::Given(day(TODAY));
    let flags = Flags::on(today);
    let checked = config::load(text, &flags);
    assert!(!checked.has_errors(), "{text}: {:?}", checked.diagnostics);
    // As the command has them.
    Config { show: PrivateField::ALL.to_vec(), ..checked.value }
}

/// The program's figures of files that are held in memory.
fn first(settings: &Config, files: &[(String, String)], injury: Option<usize>) -> Value {
    let parse = |(path, text): &(String, String)| {
        let text: Arc<str> = text.as_str().into();
        let content = Content::Text(text.clone());
        let source = Source { path: path.as_str().into(), hash: [0; 32], content, stamp: Stamp::default() };
        let checked = entry::parse(&source, &text, settings);
        assert!(!checked.has_errors(), "{text}: {:?}", checked.diagnostics);
        Arc::new(checked.value.expect("front matter"))
    };
    let entries: Vec<_> = files.iter().map(parse).collect();
    let journal = journal::assemble(&entries, settings).value;
    serde_json::from_str(&stats_json(&Stats::of(&journal, settings, injury))).expect("JSON")
}

fn files(made: &Made) -> Vec<(String, String)> {
    made.entries.iter().map(made::Entry::file).collect()
}

/// Compares all that the second one says; numbers may differ by a billionth, since sums are made in another order.
fn compare(path: &str, first: &Value, second: &Value, wrong: &mut Vec<String>) {
    let differ = || format!("{path}: {first} is {second}");
    match (first, second) {
        (Value::Object(a), Value::Object(b)) => {
            for (key, value) in b {
                compare(&format!("{path}/{key}"), a.get(key).unwrap_or(&Value::Null), value, wrong);
                if !a.contains_key(key) {
                    wrong.push(format!("{path}/{key} is missing"));
                }
            }
            let open = ["distance_m", "cost"].iter().any(|name| path.ends_with(name));
            if open && a.len() != b.len() {
                wrong.push(differ());
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                compare(&format!("{path}/{at}"), a, b, wrong);
            }
        }
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().expect("a number"), b.as_f64().expect("a number"));
            if (a - b).abs() > 1e-9 * a.abs().max(b.abs()).max(1.0) {
                wrong.push(differ());
            }
        }
        (a, b) if a == b => {}
        _ => wrong.push(differ()),
    }
}

#[track_caller]
fn same(what: &str, first: &Value, second: &Value) {
    let mut wrong = Vec::new();
    compare("", first, second, &mut wrong);
    assert!(wrong.is_empty(), "{what}\n{}", wrong.join("\n"));
}

/// Every branch of the definitions, each of which some journal must reach.
const BRANCHES: [&str; 58] = [
    "no entry at all",
    "a single day",
    "several entries a day",
    "no pain at all",
    "pain by the day before's next_day",
    "unlisted counts",
    "private counts",
    "private left out",
    "draft left out",
    "future left out",
    "expired left out",
    "undated left out",
    "another injury left out",
    "bare mileage beside a ride",
    "bare mileage beside a run without distance",
    "mileage beside a measured run",
    "a race",
    "a walk-run",
    "a planned session",
    "trend",
    "trend: too few",
    "trend: too short",
    "weeks from Sunday",
    "weeks from Monday",
    "a week after one of 0 m",
    "monotony",
    "monotony: a day unknown",
    "monotony: equal days",
    "a spike that ended",
    "a spike that did not end",
    "several spikes",
    "rule silbernagel",
    "rule within-48h",
    "rule custom",
    "judged place by place",
    "verdict green",
    "verdict amber",
    "verdict red",
    "verdict grey",
    "above the ceiling, the next day missing",
    "settled_hours decide",
    "settled by the next day's before",
    "settled by the tolerance",
    "a small session spike",
    "a moderate session spike",
    "a large session spike",
    "a run with none before it",
    "a run not longer than before",
    "acwr: plain",
    "acwr: too few for the plain ones",
    "acwr: weighted",
    "lag",
    "lag: too few",
    "lag: constant",
    "adherence",
    "adherence: no whole week",
    "a week of ordered rest left out",
    "more than was prescribed",
];

#[test]
fn two_implementations_agree_on_journals_of_every_kind() {
    let mut reached = Reached::new();
    for seed in 0..JOURNALS {
        let made = Made::new(seed);
        let settings = settings(&made.settings());
        let mut files = files(&made);
        // The order in which files are found does not matter.
        files.reverse();
        same(&format!("journal {seed}"), &first(&settings, &files, made.only), &second::stats(&made, &mut reached));
    }
    for (branch, times) in &reached {
        println!("{times:>6} {branch}");
    }
    let missed: Vec<&str> = BRANCHES.into_iter().filter(|branch| !reached.contains_key(branch)).collect();
    assert!(missed.is_empty(), "no journal reached: {missed:?}");
}

#[test]
fn the_command_prints_the_same() {
    for seed in [3, 14, 15] {
        let made = Made::new(seed);
        let project = Project::empty();
        project.write("site.toml", made.settings());
        for (path, text) in files(&made) {
            project.write(&path, text);
        }
        let today = day(TODAY).to_string();
        let mut args = vec!["stats", "--json", "--today", &today];
        if let Some(injury) = made.only {
            args.extend(["--injury", ["tendon", "Knee"][injury]]);
        }
        let ran = project.run_with(&args, &[]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        let printed = serde_json::from_str(&ran.stdout).expect("JSON");
        same(&format!("journal {seed}"), &printed, &second::stats(&made, &mut Reached::new()));
    }
}

/// Changes only where a definition does, and its commit says why.
#[test]
fn the_figures_of_the_demo_and_of_ten_journals_stay_as_they_are() {
    let root = env!("CARGO_MANIFEST_DIR");
    let demo = Project::empty().run_with(&["stats", "--json", "--root", root, "--today", "2025-01-01"], &[]);
    crate::support::golden("stats/demo.json", &demo.stdout);
    for seed in 1..=10 {
        let made = Made::new(seed);
        let figures = first(&settings(&made.settings()), &files(&made), made.only);
        crate::support::golden(&format!("stats/made-{seed}.json"), &format!("{figures:#}"));
    }
}

/// The journals that the properties below are tried on, with their settings.
fn some() -> impl Iterator<Item = (Made, Config)> {
    (0..60).map(Made::new).map(|made| {
        let settings = settings(&made.settings());
        (made, settings)
    })
}

#[test]
fn days_without_entries_at_the_ends_change_nothing() {
    for (made, settings) in some() {
        let plain = first(&settings, &files(&made), made.only);
        let mut more = files(&made);
        more.push(("content/journal/later.md".to_owned(), format!("---\ndate: {}\n---\n", day(TODAY + 99))));
        more.push(("content/journal/draft.md".to_owned(), format!("---\ndate: {}\ndraft: true\n---\n", day(-50))));
        assert_eq!(first(&settings, &more, made.only), plain);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn miles_and_kilometres_are_the_same_metres(tenths in prop::collection::vec(0..400u64, 1..6)) {
        let base = "title = \"T\"\nbase_url = \"https://e.org/\"\n";
        let of = |unit: &str, text: &dyn Fn(u64) -> String| {
            let config = settings(&format!("{base}units = \"{unit}\"\n"));
            let file = |(at, length): (i64, &u64)| {
                let front = format!("---\npain: 2\nmileage: {}\n---\n", text(*length));
                (format!("content/journal/{}-x.md", day(at * 3)), front)
            };
            first(&config, &(0..).zip(&tenths).map(file).collect::<Vec<_>>(), None)
        };
        let tenth = |length: u64| format!("{}.{}", length / 10, length % 10);
        let miles = of("mi", &tenth);
        prop_assert_eq!(&miles, &of("km", &|length| format!("{} mi", tenth(length))));
        let metres: u64 = tenths.iter().map(|length| (length * 1_609_344 + 5_000) / 10_000).sum();
        let weeks = miles["weeks"].as_array().expect("weeks").iter();
        prop_assert_eq!(weeks.filter_map(|week| week["distance_m"]["run"].as_u64()).sum::<u64>(), metres);
    }
}

#[test]
fn a_day_in_two_entries_is_the_same_day() {
    for (made, settings) in some() {
        is_the_same_split(&made, &settings);
    }
}

fn is_the_same_split(made: &Made, settings: &Config) {
    let mut split = Vec::new();
    for entry in &made.entries {
        let mut half = entry.clone();
        let mut rest = entry.clone();
        rest.number += 5000;
        half.sessions.truncate(1);
        rest.sessions = entry.sessions.iter().skip(1).cloned().collect();
        half.pains.truncate(1);
        rest.pains = entry.pains.iter().skip(1).cloned().collect();
        rest.mileage = None;
        rest.exercises.clear();
        rest.treatments.clear();
        split.extend([half.file(), rest.file()]);
    }
    let mut plain = first(settings, &files(made), made.only);
    let mut split = first(settings, &split, made.only);
    // How many entries there are changes no other figure.
    assert_eq!(split["entries"].as_u64(), plain["entries"].as_u64().map(|n| n * 2));
    plain["entries"] = Value::Null;
    split["entries"] = Value::Null;
    same("split", &split, &plain);
}

const SMALL: &str = "-- site.toml --
title = \"A small journal\"
base_url = \"https://e.org/\"
currency = \"EUR\"
[[injuries]]
name = \"Left hamstring\"
slug = \"hamstring\"
[[injuries]]
name = \"Right knee\"
slug = \"knee\"
-- content/journal/2020-08-03-a.md --
---
injury: hamstring
pain: {before: 1, during: 2, after: 2, next_day: 1}
sessions: [{type: run, distance: 5 km, duration: 30 min, rpe: 4}]
exercises: [Bridge 3x8 @12kg]
treatments: [{type: needling, minutes: 30, cost: 80}]
---
-- content/journal/2020-08-05-b.md --
---
injury: knee
pain: {before: 1, during: 4, after: 3, next_day: 1}
mileage: 8 km
---
-- content/journal/2020-08-06-c.md --
---
injury: knee
pain: eleven
---
";

#[test]
fn the_table_says_what_each_figure_rests_on() {
    let project = Project::new(SMALL);
    let ran = project.run(["stats"]);
    assert_eq!(ran.status, 1, "an entry has an error");
    assert!(ran.stderr.contains("2020-08-06-c.md:3:7"), "{}", ran.stderr);
    crate::support::golden("stats.txt", &ran.stdout);
    // A long journal too is read on a narrow terminal.
    let demo = project.run_with(&["stats", "--root", env!("CARGO_MANIFEST_DIR"), "--today", "2025-01-01"], &[]);
    assert_eq!((demo.status, demo.stderr.as_str()), (0, ""));
    for line in ran.stdout.lines().chain(demo.stdout.lines()) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn one_injury_can_be_asked_for() {
    let project = Project::new(SMALL);
    let entries = |name: &str| {
        let ran = project.run(["stats", "--json", "--injury", name]);
        serde_json::from_str::<Value>(&ran.stdout).expect("JSON")["entries"].clone()
    };
    assert_eq!((entries("hamstring"), entries("Right knee")), (Value::from(1), Value::from(1)));
    let ran = project.run(["stats", "--injury", "hamstrin"]);
    let expected = "error: site.toml describes no injury `hamstrin`\n  hint: did you mean `hamstring`?\n";
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (2, "", expected));
}

#[test]
fn a_site_without_entries_has_numbers_too() {
    let project = Project::new("-- site.toml --\ntitle = \"T\"\nbase_url = \"https://e.org/\"\n");
    let ran = project.run(["stats"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "T\nno entry with a date has been published\n"));
    let ran = project.run(["stats", "--json"]);
    let all: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    assert_eq!((all["from"].clone(), all["lag"].as_array().map(Vec::len)), (Value::Null, Some(8)));
}
