//! Builds with the memory of the build before: an edit of one text changes all pages that show anything of it.

use crate::support::{Project, SETTINGS};
use comeback::build::{Builder, Memory, Request, build_if_moved};
use comeback::config::{Flags, Today};
use comeback::source::Look;
use std::collections::BTreeSet;

/// Builds twice, with one file written anew in between, and compares with a clean build.
#[track_caller]
fn builds_as_new(site: &str, path: &str, text: &str, page: &str) {
    let project = Project::new(site);
    let today = Today::Given(jiff::civil::date(2020, 9, 13));
    let flags = Flags::on(today);
    let request = Request { keep_going: true, ..Request::new(project.root(), flags) };
    let mut builder = Builder::new(project.root(), Some(&request.output), request.flags.clone());
    let mut memory = Memory::default();
    let mut build = || {
        let outcome = build_if_moved(&mut builder, &mut memory, &request, &Look::Everything);
        let outcome = outcome.expect("it can be read and written").expect("something moved");
        assert!(outcome.report.is_some(), "{:#?}", outcome.diagnostics);
    };
    build();
    let before = project.read(&format!("public/{page}"));
    project.write(path, text);
    build();
    let ran = project.run(["build", "--keep-going", "--output", "clean"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let (edited, clean) = (project.tree("public"), project.tree("clean"));
    let differ = |path: &&String| edited.get(*path) != clean.get(*path);
    let wrong: BTreeSet<&String> = edited.keys().chain(clean.keys()).filter(differ).collect();
    assert!(wrong.is_empty(), "{path} was edited, and {wrong:?} are as they were");
    assert_ne!(before, project.read(&format!("public/{page}")), "the page shows nothing of {path}");
}

#[test]
fn the_timeline_follows_the_address_of_every_adviser() {
    let site = "\
-- content/journal/2020-01-02-a.md --
---
advice: [{from: Bo, text: Rest}]
---
-- content/journal/2020-01-04-b.md --
---
advice: [{from: Cy, text: Run}]
---
";
    let text = "---\nslug: elsewhere\nadvice: [{from: Cy, text: Run}]\n---\n";
    builds_as_new(site, "content/journal/2020-01-04-b.md", text, "timeline/index.html");
}

#[test]
fn a_lesson_follows_whether_its_theme_has_a_page() {
    let entry = |day: u8, tag: &str| {
        format!("---\nlessons: [{{id: l-{day}, title: Lesson {day}, tags: [{tag}]}}]\n---\nText.\n")
    };
    let files = [1, 2, 3].map(|day| format!("-- content/journal/2020-01-0{day}-e.md --\n{}", entry(day, "load")));
    builds_as_new(&files.concat(), "content/journal/2020-01-03-e.md", &entry(3, "sleep"), "lessons/l-1/index.html");
}

#[test]
fn a_lesson_follows_how_many_stand_before_it() {
    let entry = |day: u8| format!("---\nlessons: [{{id: l-{day}, title: Lesson {day}}}]\n---\nText.\n");
    let files = [1, 2, 3, 4].map(|day| format!("-- content/journal/2020-01-0{day}-e.md --\n{}", entry(day)));
    let site = format!("-- site.toml --\n{SETTINGS}[cards]\nlimit = 2\n{}", files.concat());
    // The third becomes the second, which has a card; those beside it stay.
    builds_as_new(&site, "content/journal/2020-01-01-e.md", "Text.\n", "lessons/l-3/index.html");
}

#[test]
fn a_lesson_follows_the_places_of_the_entries_that_speak_of_it() {
    let site = "\
-- content/journal/2020-01-01-a.md --
---
lessons: [{id: slow, title: Slowly}]
---
-- content/journal/2020-01-02-b.md --
---
summary: S
lessons: [{confirms: slow}]
---
Text.
";
    // The heading takes the id that the lesson's line below the text has otherwise.
    let text = "---\nsummary: S\nlessons: [{confirms: slow}]\n---\nText.\n\n## Taught slow\n";
    builds_as_new(site, "content/journal/2020-01-02-b.md", text, "lessons/slow/index.html");
}

#[test]
fn a_chart_of_lessons_follows_the_injury_of_what_has_no_date() {
    let site = "\
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
[[injuries]]
name = \"knee\"
[[injuries]]
name = \"calf\"
-- content/journal/2020-01-01-a.md --
---
injury: knee
pain: 2
---
-- content/journal/b.md --
---
injury: knee
lessons: [{id: slow, title: Slowly}]
---
-- content/chart.md --
```chart
kind: lessons
injury: knee
```
";
    let text = "---\ninjury: calf\nlessons: [{id: slow, title: Slowly}]\n---\n";
    builds_as_new(site, "content/journal/b.md", text, "chart/index.html");
}

#[test]
fn a_long_archive_follows_the_days_it_begins_and_ends_on() {
    let mut site = String::new();
    for n in 0..1001 {
        site.push_str(&format!("-- content/journal/{n}.md --\n---\ndate: 2020-02-{:02}\n---\n", 2 + n % 20));
    }
    site.push_str("-- content/journal/first.md --\n---\ndate: 2020-02-01\n---\n");
    site.push_str("-- content/journal/last.md --\n---\ndate: 2020-02-25\n---\n");
    builds_as_new(&site, "content/journal/last.md", "---\ndate: 2020-02-28\n---\n", "archive/index.html");
}
