//! `stats --json` against a second implementation that shares no code with the first, on several hundred journals made by lot.

mod made;
mod oracles;
mod plain;
mod read_back;
mod second;
mod written;

use crate::support::Project;
use comeback::cli::stats_json;
use comeback::config::{self, Config, Flags, PrivateField, Today};
use comeback::diag::Severity;
use comeback::entry;
use comeback::journal::{self, stats::Stats};
use comeback::source::{Content, Source, Stamp};
use plain::{Journal, TODAY, Typed, day};
use proptest::prelude::*;
use second::Reached;
use serde_json::Value;
use std::sync::Arc;

/// Journals that are made in every run.
const JOURNALS: u64 = 500;

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
    figures(&assembled(settings, files), settings, injury)
}

fn figures(journal: &journal::Journal, settings: &Config, injury: Option<usize>) -> Value {
    serde_json::from_str(&stats_json(&Stats::of(journal, settings, injury))).expect("JSON")
}

/// The program's journal of files that are held in memory.
fn assembled(settings: &Config, files: &[(String, String)]) -> journal::Journal {
    assembled_with(settings, files, "")
}

/// The same with a log.
fn assembled_with(settings: &Config, files: &[(String, String)], log: &str) -> journal::Journal {
    let path = "content/log.txt".into();
    let log: Arc<str> = log.into();
    let source = Source { path, hash: [0; 32], content: Content::Text(log.clone()), stamp: Stamp::default() };
    let (read, problems) = entry::parse_log(&source, &log, settings, None);
    let errors: Vec<_> = problems.iter().filter(|problem| problem.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{log}: {errors:?}");
    let parse = |(path, text): &(String, String)| {
        let text: Arc<str> = text.as_str().into();
        let content = Content::Text(text.clone());
        let source = Source { path: path.as_str().into(), hash: [0; 32], content, stamp: Stamp::default() };
        let checked = entry::parse(&source, &text, settings);
        assert!(!checked.has_errors(), "{text}: {:?}", checked.diagnostics);
        Arc::new(checked.value.expect("front matter"))
    };
    let entries: Vec<_> = files.iter().map(parse).collect();
    journal::assemble(&entries, &[Arc::new(read)], settings).value
}

/// Whose figures are asked for: everybody's, then each injury's.
fn whose(made: &Journal) -> impl Iterator<Item = Option<usize>> {
    std::iter::once(None).chain((0..made.injuries.len()).map(Some))
}

/// All files of a journal, for a message.
fn shown(made: &Journal) -> String {
    let file = |(path, text): (String, String)| format!("-- {path} --\n{text}");
    format!("-- site.toml --\n{}{}", made.settings(), made.files().into_iter().map(file).collect::<String>())
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
            // Keys of which the definitions say nothing may be added.
            let open = ["distance_m", "cost"].iter().any(|name| path.ends_with(name));
            if (open && a.len() != b.len()) || a.contains_key("settled_runs") != b.contains_key("settled_runs") {
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
            if (a - b).abs() > 1e-9 * a.abs().max(b.abs()) {
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
const BRANCHES: &[&str] = &[
    "unlisted counts",
    "private counts",
    "private left out",
    "draft left out",
    "future left out",
    "expired left out",
    "undated left out",
    "an injury from its onset",
    "an injury from its first record",
    "an injury to its end",
    "an injury to its last record",
    "a record before the onset",
    "a record after the end",
    "nothing dated",
    "a single day",
    "acwr",
    "adherence",
    "the newest active injury",
    "no injury is active",
    "a site of another injury",
    "its site in another injury's entry",
    "mileage as a session's length",
    "a day without entry",
    "several entries a day",
    "words or pain make no activity known",
    "a day of rest",
    "rest beside a session",
    "rest: false",
    "mileage 0",
    "mileage beside a measured run",
    "several mileages",
    "bare mileage beside a ride",
    "further mileage beside a run without distance",
    "a run without distance beside one with",
    "run unknown on a known day",
    "a distance of 0",
    "a planned session",
    "load unknown: mileage",
    "load unknown: exercises alone",
    "exercises beside a session",
    "load unknown: no rpe",
    "load unknown: no duration",
    "load 0",
    "a morning alone",
    "a record that is not the day's pain",
    "several places",
    "pain in words",
    "ranges",
    "next_day against before",
    "miles",
    "kilometres",
    "weeks from Sunday",
    "weeks from Monday",
    "a window with too few values",
    "a window with enough",
    "rolling7 on a day without a value",
    "pain-free by the morning",
    "a streak broken by an unknown day",
    "a run free of pain after a sore before",
    "a run without a score of its own",
    "a verdict of a day without a run",
    "a grey run",
    "mornings rise",
    "mornings rise, one of four weeks missing",
    "mornings high in one week alone",
    "too few weeks of mornings before",
    "no baseline",
    "one high day alone",
    "several spikes",
    "a spike that ended",
    "five unknown days before the two low ones",
    "a spike into five unknown days",
    "a spike longer than 28 days",
    "a spike that lasts",
    "a spike whose second low day is the last",
    "a spike with holes",
    "no run before a spike",
    "back at the run of before",
    "not yet back",
    "a week without a run",
    "a week of several distances",
    "no load known in a week",
    "monotony",
    "change",
    "change: a day unknown",
    "change: from 0",
    "monotony: a day unknown",
    "monotony: equal days",
    "a run with none before it",
    "a run after too few known days",
    "a large session spike",
    "a moderate session spike",
    "a small session spike",
    "a run not longer than before",
    "acwr: too few days",
    "acwr: nothing run in 28 days",
    "acwr: nothing run in the 21 before",
    "ewma",
    "ewma: too few days",
    "ewma: too many unknown days",
    "ewma: nothing run",
    "a morning after the last day",
    "mixed mornings",
    "a lower morning",
    "the same morning",
    "a higher morning",
    "an unknown morning",
    "mornings after exercises alone",
    "mornings after rest",
    "mornings after a session",
    "two rules from one day",
    "rules out of order",
    "no rule",
    "a day before any rule",
    "rule silbernagel",
    "rule within-48h",
    "rule custom",
    "verdict said",
    "verdict green",
    "verdict amber",
    "verdict grey",
    "verdict red: peak",
    "verdict red: start",
    "verdict red: hours",
    "verdict red: morning",
    "verdict red: rise",
    "scored, and nothing done",
    "done, and not scored",
    "judged place by place",
    "several reds for several reasons",
    "a reference by history",
    "a reference by the start",
    "a start by the day before's next_day",
    "settled_hours decide",
    "grey: no reference",
    "settled or not by the next day's before",
    "the second morning is looked at",
    "grey: no morning",
    "settled by the second morning",
    "settled by the tolerance",
    "one exercise in several spellings",
    "sets beside a list of reps",
    "a list of reps",
    "a load without reps",
    "no sets",
    "a load without a weight",
    "a hold",
    "both sides",
    "a week of ordered rest left out",
    "a week of too few known days left out",
    "more than was prescribed",
    "a prescription outside the journal",
    "adherence: no whole week",
    "adherence: no known week",
    "adherence: fewer than half of the weeks",
    "a rest phase without end",
    "a treatment in two currencies",
    "a treatment without cost",
    "a treatment without minutes",
    "one treatment in several spellings",
    "a mood in words",
    "a measure twice a day",
    "a measure of one day",
    "a measure of several days",
    "several questionnaires",
    "several tests",
    "a test of one side",
    "a test without sides",
    "a test with and without sides on one day",
];

#[test]
fn two_implementations_agree_on_journals_of_every_kind() {
    let reached = Reached::default();
    for seed in 0..JOURNALS {
        let made = Journal::made(seed);
        let settings = settings(&made.settings());
        // The order in which files are found does not matter.
        let files: Vec<_> = made.files().into_iter().rev().collect();
        let journal = assembled(&settings, &files);
        for only in whose(&made) {
            let (first, second) = (figures(&journal, &settings, only), second::stats(&made, only, &reached));
            let mut wrong = Vec::new();
            compare("", &first, &second, &mut wrong);
            assert!(
                wrong.is_empty(),
                "{}\nfirst: {first:#}\nsecond: {second:#}\njournal {seed}, injury {only:?}:\n{}",
                shown(&made),
                wrong.join("\n")
            );
        }
    }
    let reached = reached.0.into_inner();
    for (branch, times) in &reached {
        println!("{times:>6} {branch}");
    }
    let missed: Vec<_> = BRANCHES.iter().filter(|branch| !reached.contains_key(*branch)).collect();
    assert!(missed.is_empty(), "no journal reached: {missed:?}");
    let unlisted: Vec<_> = reached.keys().filter(|branch| !BRANCHES.contains(branch)).collect();
    assert!(unlisted.is_empty(), "not in the list of branches: {unlisted:?}");
}

#[test]
fn lines_say_what_entries_say() {
    let mut n = 0;
    for seed in 0..JOURNALS / 5 {
        let made = Journal::made(seed);
        let settings = settings(&made.settings());
        let before = assembled(&settings, &made.files());
        for every in [1, 2] {
            let lines = made.with_lines(true, |at| at % every == 0);
            n += lines.entries.iter().filter(|entry| entry.line).count();
            let after = assembled_with(&settings, &lines.files(), &lines.log());
            for only in whose(&made) {
                let (mut a, mut b) = (figures(&before, &settings, only), figures(&after, &settings, only));
                let total = |figures: &Value| figures["entries"].as_u64().zip(figures["log_lines"].as_u64());
                let sum = |figures: &Value| total(figures).map(|(entries, lines)| entries + lines);
                assert_eq!(sum(&a), sum(&b), "journal {seed}");
                for key in ["entries", "log_lines"] {
                    (a[key], b[key]) = (Value::Null, Value::Null);
                }
                same(&format!("journal {seed}, injury {only:?}, {}\n{}", lines.log(), shown(&made)), &a, &b);
            }
        }
    }
    assert!(n > 1000, "only {n} lines");
}

#[test]
fn figures_with_lines_are_those_of_the_second_implementation() {
    let reached = Reached::default();
    for seed in 0..JOURNALS / 2 {
        let made = Journal::made(seed).with_lines(false, |at| (at as u64 + seed).is_multiple_of(3)).with_spans(seed);
        let settings = settings(&made.settings());
        let journal = assembled_with(&settings, &made.files(), &made.log());
        for only in whose(&made) {
            let (first, second) = (figures(&journal, &settings, only), second::stats(&made, only, &reached));
            let mut wrong = Vec::new();
            compare("", &first, &second, &mut wrong);
            assert!(
                wrong.is_empty(),
                "journal {seed}, injury {only:?}:\n{}\n-- content/log.txt --\n{}\n{}",
                shown(&made),
                made.log(),
                wrong.join("\n")
            );
        }
    }
    let yielded = reached.0.into_inner().get(second::YIELDS).copied().unwrap_or(0);
    assert!(yielded > 20, "only {yielded} imported sessions yielded");
}

#[test]
fn the_command_prints_the_same() {
    for seed in [3, 14, 15, 92] {
        let made = Journal::made(seed);
        let project = Project::empty();
        project.write("site.toml", made.settings());
        for (path, text) in made.files() {
            project.write(&path, text);
        }
        let today = day(TODAY).to_string();
        for only in whose(&made) {
            let mut args = vec!["stats", "--json", "--today", &today];
            args.extend(only.iter().flat_map(|injury| ["--injury", made.injuries[*injury].name]));
            let ran = project.run_with(&args, &[]);
            assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
            let printed = serde_json::from_str(&ran.stdout).expect("JSON");
            same(&format!("journal {seed}"), &printed, &second::stats(&made, only, &Reached::default()));
        }
    }
}

/// Changes only where a definition does, and its commit says why.
#[test]
fn the_figures_of_the_demo_and_of_ten_journals_stay_as_they_are() {
    let root = env!("CARGO_MANIFEST_DIR");
    let demo = Project::empty().run_with(&["stats", "--json", "--root", root, "--today", "2025-01-01"], &[]);
    crate::support::golden("stats/demo.json", &demo.stdout);
    for seed in 1..=10 {
        let made = Journal::made(seed);
        let only = whose(&made).last().flatten();
        crate::support::golden(
            &format!("stats/made-{seed}.json"),
            &format!("{:#}", first(&settings(&made.settings()), &made.files(), only)),
        );
    }
}

/// The writer's own word stands: whatever a rule would say of such a day, it is not said.
#[test]
fn no_setback_or_flare_of_the_demo_has_a_colour() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let ran = Project::empty()
        .run_with(&["stats", "--json", "--root", env!("CARGO_MANIFEST_DIR"), "--today", "2025-01-01"], &[]);
    let figures: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let verdict = |date: &str| {
        let rows = figures["verdicts"].as_array().expect("verdicts");
        rows.iter().find(|row| row["date"] == date).map(|row| row["verdict"].clone())
    };
    let first_judged = figures["verdicts"][0]["date"].as_str().expect("a rule of the demo").to_owned();
    let mut said = 0;
    for file in walkdir::WalkDir::new(root.join("content/journal")).into_iter().filter_map(Result::ok) {
        let Ok(text) = std::fs::read_to_string(file.path()) else { continue };
        if !text.lines().any(|line| line.starts_with("setback:") || line == "flare: true") {
            continue;
        }
        let parts = file.path().iter().filter_map(|part| part.to_str());
        let date = parts.filter_map(|part| part.get(..10)).find(|part| part.parse::<jiff::civil::Date>().is_ok());
        let date = date.expect("the demo's entries are named by their days");
        let expected = (*date >= *first_judged).then(|| Value::from("said"));
        assert_eq!(verdict(date), expected, "{date}");
        said += usize::from(expected.is_some());
    }
    assert!(said > 2, "only {said} of them are under a rule");
}

/// The journals that the properties below are tried on, with their settings, and whose figures are asked for.
fn some() -> impl Iterator<Item = (Journal, Config, Option<usize>)> {
    (0..60).map(Journal::made).map(|made| {
        let settings = settings(&made.settings());
        let only = whose(&made).last().flatten();
        (made, settings, only)
    })
}

#[test]
fn days_without_entries_at_the_ends_change_nothing() {
    for (made, settings, only) in some() {
        let plain = first(&settings, &made.files(), only);
        let mut more = made.files();
        more.push(("content/journal/later.md".to_owned(), format!("---\ndate: {}\n---\n", day(TODAY + 99))));
        more.push(("content/journal/draft.md".to_owned(), format!("---\ndate: {}\ndraft: true\n---\n", day(-50))));
        assert_eq!(first(&settings, &more, only), plain);
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

/// What several entries say of one day is one day.
#[test]
fn a_day_in_two_entries_is_the_same_day() {
    for (made, settings, only) in some() {
        let mut split = Journal { entries: Vec::new(), ..made.clone() };
        for entry in &made.entries {
            let (mut half, mut rest) = (entry.clone(), entry.clone());
            // Directly behind the other.
            rest.path = entry.path.replace(".md", ".z.md");
            // With the list's second part, so that places stay in their order.
            half.sessions.truncate(usize::from(!matches!(entry.pain, Typed::List(_))));
            rest.sessions.drain(..half.sessions.len());
            // Of a list in which one names no place, nobody knows whether two such entries meant several.
            if let Typed::List(pains) = &entry.pain
                && pains.iter().all(|pain| pain.site.is_some())
            {
                half.pain = Typed::List(pains[..1].to_vec());
                rest.pain = if pains.len() > 1 { Typed::List(pains[1..].to_vec()) } else { Typed::Nothing };
            }
            half.mileage = None;
            rest.exercises.clear();
            rest.treatments.clear();
            split.entries.extend([half, rest]);
        }
        let mut plain = first(&settings, &made.files(), only);
        let mut split = first(&settings, &split.files(), only);
        // How many entries there are changes no other figure.
        assert_eq!(split["entries"].as_u64(), plain["entries"].as_u64().map(|n| n * 2));
        plain["entries"] = Value::Null;
        split["entries"] = Value::Null;
        same("split", &split, &plain);
    }
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
pain: 11
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
    same("nothing", &all, &second::stats(&Journal::default(), None, &Reached::default()));
}
