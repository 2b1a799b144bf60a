//! What is private, and what is not out yet, is in no output, whatever the output is; and what finds it if it ever were.

use crate::support::{MARKED, Project, SETTINGS};
use comeback::build::Builder;
use comeback::config::{Flags, Today};
use comeback::entry::Visibility;
use std::collections::{BTreeMap, BTreeSet};

/// A site that has pages of every kind, so that there is something that could tell.
const PUBLIC: &str = "\
-- content/about.md --
# About

A page.
-- content/_index.md --
Welcome.
-- content/journal/2020-08-01-first.md --
---
title: First
series: Back to running
tags: [rehab]
pain: {before: 2, during: 3, after: 2, next_day: 1}
mileage: 5 km
exercises: [Bridge 3x10]
treatments: [massage]
milestones: [First run]
setback: ran on ice
flare: true
triggers: [stairs]
lessons: [{id: slow, title: Slow is fast, tags: [pace]}]
---
Text with ![a leg](leg.jpg).

```rust
let code = 1;
```

```chart
kind: pain-timeline
```
-- content/journal/leg.jpg --
no picture
-- content/journal/2020-08-03-second.md --
---
title: Second
series: Back to running
pain: {before: 1, during: 2}
lessons: [{confirms: slow}]
---
More text, and [the first](2020-08-01-first.md).
";

/// The site with an entry in a folder of its own, whose front matter begins with these lines.
fn site(settings: &str, hidden_by: &str, date: &str) -> Project {
    let project = Project::new(PUBLIC);
    project.write("site.toml", format!("{SETTINGS}{settings}"));
    let entry = format!("---\n{hidden_by}\n{MARKED}");
    project.write(&format!("content/journal/{date}-zorfile/index.md"), entry);
    project.write(&format!("content/journal/{date}-zorfile/zorphoto.jpg"), "zorbytes");
    project
}

/// All that a build of a site writes.
#[track_caller]
fn built(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let ran = project.run(["build"]);
    assert!(!ran.stderr.contains("error"), "{}", ran.stderr);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    project.tree("public")
}

/// Nothing of what is hidden stands anywhere: not in a file, nor in the name of one, and not the kinds that the test is about.
#[track_caller]
fn is_nowhere(outputs: &BTreeMap<String, Vec<u8>>) {
    for kind in ["html", "xml", "json", "csv", "svg", "css"] {
        assert!(outputs.keys().any(|path| path.ends_with(kind)), "no {kind} to look at: {:?}", outputs.keys());
    }
    for (path, bytes) in outputs {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let around = text.find("zor").map(|at| text[at.saturating_sub(60)..].chars().take(120).collect::<String>());
        assert_eq!((path.to_lowercase().contains("zor"), around), (false, None), "{path}");
    }
}

/// The same, and the site is the one that was never told of it.
#[track_caller]
fn feeds_nothing(hidden_by: &str, date: &str) {
    let outputs = built(&site("", hidden_by, date));
    is_nowhere(&outputs);
    let without = Project::new(PUBLIC);
    without.write("site.toml", SETTINGS);
    assert!(outputs == built(&without), "the site differs from one without the entry");
}

#[test]
fn a_private_entry_feeds_nothing() {
    feeds_nothing("visibility: private", "2020-08-02");
}

#[test]
fn a_draft_feeds_nothing() {
    feeds_nothing("draft: true", "2020-08-02");
}

#[test]
fn a_scheduled_entry_feeds_nothing() {
    feeds_nothing("visibility: public", "2020-10-02");
}

#[test]
fn an_expired_entry_feeds_nothing() {
    feeds_nothing("expires: 2020-08-20", "2020-08-02");
}

#[test]
fn a_hidden_page_or_introduction_feeds_nothing() {
    for (path, hidden_by) in [
        ("content/zorpage.md", "draft: true"),
        ("content/zorpage.md", "visibility: private"),
        ("content/exercises/zorbridge.md", "draft: true"),
        ("content/journal/_index.md", "visibility: private"),
    ] {
        let project = Project::new(PUBLIC);
        project.write(path, format!("---\n{hidden_by}\ntitle: Zortitle\n---\nZorbody.\n"));
        is_nowhere(&built(&project));
    }
    let project = Project::new(PUBLIC);
    project.write("content/_index.md", "---\ndraft: true\n---\nZorbody.\n");
    is_nowhere(&built(&project));
}

#[test]
fn the_numbers_of_private_entries_count_where_the_settings_say_so_and_their_words_never() {
    let outputs = built(&site("[privacy]\ncount_private = true\n", "visibility: private", "2020-08-02"));
    is_nowhere(&outputs);
    let progress =
        |outputs: &BTreeMap<String, Vec<u8>>| String::from_utf8(outputs["progress/index.html"].clone()).expect("UTF-8");
    let without = progress(&built(&site("", "visibility: private", "2020-08-02")));
    assert!(progress(&outputs).contains("26 km") && !without.contains("26 km"), "the run counts");
}

#[test]
fn private_fields_are_nowhere() {
    for (field, front) in [
        ("provider", "treatments: [{type: massage, provider: Zorprovider}]"),
        ("cost", "treatments: [{type: massage, cost: 7654.32 USD}]"),
        ("medication", "medication: [zorpill, Zortablet]"),
        ("body_weight", "body_weight: 76.54 kg"),
    ] {
        let with = |settings: &str| {
            let project = Project::new(PUBLIC);
            project.write("site.toml", format!("{SETTINGS}{settings}"));
            project.write("content/journal/2020-08-02-a.md", format!("---\ntitle: A\n{front}\n---\nText.\n"));
            project.write("content/journal/2020-08-04-b.md", "---\ntitle: B\ntreatments: [massage]\n---\nText.\n");
            built(&project)
        };
        let has = |outputs: &BTreeMap<String, Vec<u8>>, wanted: &str| {
            outputs.values().any(|bytes| String::from_utf8_lossy(bytes).to_lowercase().contains(wanted))
        };
        let hidden = with("");
        is_nowhere(&hidden);
        let value = ["zorprovider", "zortablet", "7654", "76.5"].into_iter().find(|v| front.to_lowercase().contains(v));
        let value = value.expect("one of them");
        assert!(!has(&hidden, value), "{field}");
        assert!(has(&with(&format!("[privacy]\nshow = [\"{field}\"]\n")), value), "{field} where it is shown");
    }
}

fn flags() -> Flags {
    let today = Today::Given(jiff::civil::date(2020, 9, 13));
    Flags::on(today)
}

#[test]
fn a_private_entry_that_counts_is_its_numbers_alone() {
    let project = site("[privacy]\ncount_private = true\n", "visibility: private", "2020-08-02");
    let mut builder = Builder::new(project.root(), None, flags());
    let prepared = builder.prepare().expect("a site").expect("settings");
    let counted = prepared.site.journal.counted.iter().map(|(entry, _)| entry);
    let private: Vec<_> = counted.filter(|entry| entry.visibility == Visibility::Private).collect();
    let all = format!("{private:?}").to_lowercase();
    let words: BTreeSet<&str> = all.split(|c: char| !c.is_alphanumeric()).filter(|w| w.starts_with("zor")).collect();
    // What numbers are told apart by; no page has them unless a public entry has them too.
    assert_eq!(words.into_iter().collect::<Vec<_>>(), ["zorband", "zorbridge", "zorneedling", "zorplace", "zorprom"]);
}
