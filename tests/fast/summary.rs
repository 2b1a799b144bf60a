//! Numbers on pages after an edit, and what entries say against each other.

use crate::support::Project;
use comeback::build::{self, Builder, Memory, Request};
use comeback::config::{Flags, Today};
use comeback::source::Look;
use jiff::civil::date;
use std::path::Path;

fn request(root: &Path, output: &str) -> Request {
    let today = Today::Given(date(2020, 10, 1));
    let flags = Flags::on(today);
    Request { output: root.join(output), ..Request::new(root, flags) }
}

const WEEKS: &str = "-- content/journal/2020-08-03-a.md --
---
pain: [{site: hip, before: 1, during: 4, after: 2}, {site: knee, before: 1, during: 1, after: 1, next_day: 1}]
sessions: [{type: swim, distance: 1 km, duration: 30 min, rpe: 4}, {type: run, distance: 5 km}]
---
-- content/journal/2020-08-04-b.md --
---
pain: [{site: hip, before: 1}, {site: knee, before: 2}]
mileage: 3 km
---
-- content/journal/2020-08-05-c.md --
---
pain: {before: 1, during: 2, after: 2, next_day: 1}
sessions: [{type: run, distance: 5 km, duration: 40 min, rpe: 4}, {type: run, distance: 9 km}]
---
-- content/journal/2020-08-06-d.md --
---
sessions: [{type: bike, duration: 40 min, rpe: 4}]
---
-- content/journal/2020-08-07-e.md --
---
mood: 4
exercises: [{name: Bridge, sets: 3, reps: 8}]
---
-- site.toml --
title = \"A\"
base_url = \"https://example.org/\"
[rules]
preset = \"silbernagel\"
[[prescriptions]]
exercise = \"Bridge\"
per_week = 3
";

#[test]
fn numbers_on_pages_follow_every_edit() {
    let project = Project::new(WEEKS);
    // Runs are compared where it is known of enough of the days before what was run.
    for day in 10..25 {
        project.write(&format!("content/journal/2020-07-{day}.md"), "---\nrest: true\nmood: 6\n---\n");
    }
    let kept = request(project.root(), "public");
    let mut builder = Builder::new(&kept.root, Some(&kept.output), kept.flags.clone());
    let mut memory = Memory::default();
    let mut build = |project: &Project| {
        build::build_if_moved(&mut builder, &mut memory, &kept, &Look::Everything).expect("a disk");
        let clean = Project::empty();
        for (path, bytes) in project.tree("content") {
            clean.write(&format!("content/{path}"), bytes);
        }
        clean.write("site.toml", project.read("site.toml"));
        build::build(&request(clean.root(), "public"), &|_, _| ()).expect("a disk");
        let (kept, clean) = (project.tree("public"), clean.tree("public"));
        for (path, bytes) in &clean {
            assert!(kept.get(path) == Some(bytes), "{path} is not what a clean build makes");
        }
        assert_eq!(kept.len(), clean.len());
        project.read("public/progress/index.html")
    };
    let first = build(&project);
    assert!(first.contains("<td>swim 1.0</td>"), "{first}");
    let a = "content/journal/2020-08-03-a.md";
    let mut edit = |path: &str, from: &str, to: &str| {
        let text = project.read(path);
        assert!(text.contains(from), "{from}");
        project.write(path, text.replace(from, to));
        build(&project)
    };
    // The kind alone changes: no sum of the day tells it.
    assert!(edit(a, "swim", "bike").contains("<td>bike 1.0</td>"));
    // The load alone, of the day of which all of it is known.
    assert!(edit("content/journal/2020-08-06-d.md", "rpe: 4", "rpe: 6").contains("<td>240</td>"));
    // Two runs of one day change places in their sum: only single runs tell it.
    assert!(edit("content/journal/2020-08-05-c.md", "9 km", "9.5 km").contains("0 small, 1 moderate, 0 large"));
    // What was measured alone, which is no part of any day.
    assert!(edit("content/journal/2020-08-07-e.md", "mood: 4", "mood: 9").contains("<td>7 Aug 2020</td><td>9</td>"));
    // Another entry makes it known what was done on a day of which the exercise's page says that it was not noted.
    let asked = |project: &Project| project.read("public/exercises/bridge/index.html");
    let before = asked(&project);
    edit("content/journal/2020-08-04-b.md", "mileage: 3 km", "mood: 3");
    assert!(before != asked(&project), "{before}");
    // What the next day says of one place turns the verdict on the day before.
    let page = |project: &Project| project.read("public/journal/a/index.html");
    let says = |says: &str, word: &str| {
        let page = page(&project);
        assert!(
            page.contains(&format!("<p class=\"verdict\">{says}. ")) && page.contains(&format!(">{word}</a>")),
            "{page}"
        );
    };
    says("Settled: 4 during, 1 the next morning", "Amber");
    edit("content/journal/2020-08-04-b.md", "site: hip, before: 1", "site: hip, before: 3");
    says("Not settled: 4 during, 3 the next morning, where the day began at 1", "Red");
}

/// What `check` says of a site, a line for each problem and each place that has to do with it.
fn said(files: &str) -> Vec<String> {
    let ran = Project::new(files).run(["check", "--message-format", "json"]);
    let place = |value: &serde_json::Value| format!("{}:{}", value["path"].as_str().unwrap_or("-"), value["line"]);
    let mut lines = Vec::new();
    for line in ran.stderr.lines() {
        let problem: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let text = |value: &serde_json::Value| value.as_str().expect("text").to_owned();
        lines.push(format!("{} {}: {}", place(&problem), text(&problem["severity"]), text(&problem["message"])));
        for related in problem["related"].as_array().expect("a list") {
            lines.push(format!("  {} {}", place(related), text(&related["message"])));
        }
    }
    lines
}

#[test]
fn a_next_day_that_the_next_day_contradicts_names_both_places() {
    let site = |first: &str, second: &str| {
        said(&format!(
            "-- content/journal/2020-08-03-a.md --\n---\ntitle: A\npain: {first}\n---\n-- content/journal/2020-08-04-b.md --\n---\ntitle: B\npain: {second}\n---\n"
        ))
    };
    let both = [
        "content/journal/2020-08-03-a.md:3 warning: next_day is 3, and the next day's entry has 1 before",
        "  content/journal/2020-08-04-b.md:3 the next day's entry",
    ];
    assert_eq!(site("{after: 3, next_day: 3}", "{before: 1}"), both);
    let rest = "content/journal/2020-08-03-a.md:3 warning: next_day is 0.5, and the next day's entry has 4 at rest";
    assert_eq!(site("{after: 3, next_day: 0.5}", "{rest: 4}")[0], rest);
    // Less than two points apart, at another place of the body, or the day's worst: no contradiction.
    for (first, second) in [
        ("{after: 3, next_day: 2.5}", "{before: 1}"),
        ("{after: 3, next_day: 3}", "5"),
        ("{site: hip, next_day: 3}", "{site: knee, before: 0}"),
        ("{side: left, next_day: 3}", "{side: left, before: 3}"),
    ] {
        assert_eq!(site(first, second), [] as [&str; 0], "{first} {second}");
    }
}

#[test]
fn mileage_that_the_days_runs_contradict_names_both_places() {
    let site = |mileage: &str, run: &str| {
        said(&format!(
            "-- content/journal/2020-08-03-a.md --\n---\ntitle: A\nmileage: {mileage}\n---\n-- content/journal/2020-08-03-b.md --\n---\ntitle: B\nsessions:\n  - {{type: run, distance: {run}}}\n---\n"
        ))
    };
    let message = "mileage is 8.0 km, and the day's running sessions come to 5.0 km";
    let expected = [
        format!("content/journal/2020-08-03-a.md:3 warning: {message}"),
        "  content/journal/2020-08-03-b.md:3 the sessions".to_owned(),
    ];
    assert_eq!(site("8 km", "5 km"), expected);
    assert_eq!(site("5.1 km", "5 km"), [] as [&str; 0]);
    assert_eq!(site("5.11 km", "5 km").len(), 2);
}

#[test]
fn entries_outside_every_phase_are_one_note() {
    let phases =
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://e.org/\"\n[[phases]]\nname = \"A\"\nstart = 2020-08-04\n";
    let entry = |day: u32, more: &str| {
        format!("-- content/journal/2020-08-0{day}-x{day}.md --\n---\ntitle: X{day}\n{more}---\n")
    };
    let some = format!("{phases}{}{}{}{}", entry(1, ""), entry(2, ""), entry(3, "phase: A\n"), entry(4, ""));
    let expected = ["content/journal/2020-08-01-x1.md:0 note: 2 entries lie in no phase, the first of 2020-08-01"];
    let said_of = said(&some);
    assert_eq!(said_of.iter().map(|line| line.replace(":null", ":0")).collect::<Vec<_>>(), expected);
    assert_eq!(said(&format!("{phases}{}", entry(4, ""))), [] as [&str; 0]);
}
