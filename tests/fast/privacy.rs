//! What is private, and what is not out yet, is in no output, whatever the output is; and what finds it if it ever were.

use crate::support::{Project, SETTINGS};
use comeback::build::Builder;
use comeback::config::{Flags, Today};
use comeback::entry::Visibility;
use comeback::privacy::Search;
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

/// An entry with the marker in every place that takes words, a new one in each.
const MARKED: &str = "\
title: Zortitle
summary: Zorsummary is this
series: Zorseries
tags: [Zortag]
aliases: [/zoralias/]
image: zorphoto.jpg
phase: Zorphase
pain: [{during: 9, site: zorplace, quality: zorquality}]
sessions: [{type: run, distance: 21 km, surface: zorsurface, intervals: zorintervals, source: zorsource.fit, pain: {after: 9}}]
exercises: [Zorbridge 3x15 @band:zorband]
treatments: [{type: zorneedling, provider: Zorprovider, cost: 80 USD}]
milestones: [{kind: race, label: Zorrace}]
setback: zorcause
flare: true
triggers: [zortrigger]
lessons: [{id: zorlesson, title: Zorlearned, tags: [zorlessontag]}, {retracts: slow, note: zornote}]
advice: [{from: Zoradviser, text: Zoradvice}]
questions: [Zorquestion?]
mood: zormood
prom: {instrument: ZORPROM, score: 62}
medication: [zorpill]
---
## Zorheading

Zorbody and [zorlink](2020-08-01-first.md), [^1] and **zorstrong**.

![zoralt](zorphoto.jpg \"Zorcaption\")

```zorcode
zorcoded
```

```chart
kind: pain-timeline
caption: Zorchart
```

> [!LESSON] zormarked: Zormarkedlesson

[^1]: Zorfootnote.
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
    Flags { today, drafts: false, future: false, base_url: None, origin: None }
}

/// The problems of a search in these outputs of a site.
fn found(project: &Project, outputs: &[(&str, &str)]) -> Vec<String> {
    let mut builder = Builder::new(project.root(), None, flags());
    let prepared = builder.prepare().expect("a site").expect("settings");
    let Some(search) = Search::of(&prepared.site, builder.sources()) else { return vec!["nothing to find".to_owned()] };
    for (path, text) in outputs {
        search.made(path, text.as_bytes());
    }
    let leaks = search.leaks(prepared.press(), builder.sources());
    let line = |d: &comeback::diag::Diagnostic| {
        let place = d.place.as_ref().expect("a place");
        assert_eq!(place.excerpt, "", "the text itself is not told");
        format!("{place} {}", d.message)
    };
    leaks.iter().map(line).collect()
}

const ENTRY: &str = "---\ntitle: A\ntreatments: [{type: massage, provider: Dr. Quokkason}]\n---\nText of wombats.\n";

#[test]
fn a_private_word_in_an_output_is_found_with_its_place() {
    let project = Project::new("");
    project.write("content/journal/2020-08-02-a.md", ENTRY);
    project.write("content/journal/2020-08-03-b.md", "---\ndraft: true\n---\nOf wombats and numbats.\n");
    let place = "content/journal/2020-08-03-b.md:4:16";
    let draft = "has a word of a draft that no public text has: `num…`, 7 letters";
    assert_eq!(found(&project, &[("index.html", "<p>Of numbats</p>")]), [format!("{place} index.html {draft}")]);
    assert_eq!(
        found(
            &project,
            &[("tags/numbats/index.html", ""), ("feed.json", "{\"a\":\"\\nNUMBATS\"}"), ("b.svg", "numbats")]
        ),
        [format!("{place} b.svg {draft}, and so have 2 more")]
    );
    let provider = "has a word of a treatment's provider that no public text has: `Quo…`, 9 letters";
    assert_eq!(
        found(&project, &[("data/journal.csv", "a,quokkason,b")]),
        [format!("content/journal/2020-08-02-a.md:3:44 data/journal.csv {provider}")]
    );
}

#[test]
fn words_that_are_public_too_are_no_leak() {
    let project = Project::new("");
    project.write("content/journal/2020-08-02-a.md", ENTRY);
    let draft =
        "---\ndraft: true\n---\nWombats. Questions about diagnosis, recovery, massage; published, updated, 1234567.\n";
    project.write("content/journal/2020-08-03-b.md", draft);
    // All of it is said by public texts, by the interface, or by the forms that files have; the last one by a page of ours.
    let pages =
        [("index.html", "wombats Questions diagnosis recovery massage 1234567"), ("feed.xml", "published updated")];
    assert_eq!(found(&project, &pages), [""; 0]);
    assert_eq!(project.run(["build"]).status, 0);
}

#[test]
fn a_site_without_anything_private_is_not_searched() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\nText of wombats.\n");
    assert_eq!(found(&project, &[("index.html", "wombats")]), ["nothing to find"]);
}

#[test]
fn a_build_that_would_tell_a_private_word_writes_nothing() {
    let project = Project::new("");
    project.write("content/journal/2020-08-02-a.md", "Text.\n");
    project.write("content/journal/2020-08-03-b.md", "---\nvisibility: private\n---\nOf numbats.\n");
    project.write("static/scan.pdf", b"\xff\xfe (Numbat) (numbats) \xff".as_slice());
    project.write("static/notes.txt", "Not about any animal.");
    let expected = "\
error: scan.pdf has a word of a private entry that no public text has: `num…`, 7 letters
--> content/journal/2020-08-03-b.md:4:4
 = hint: keep the file out of the site, or beside the text that is private

1 error
";
    // The picture's words have seven letters, and eight are believed in bytes.
    assert_eq!(project.run(["build"]).status, 0);
    project.remove("static/scan.pdf").write("static/scan.pdf", b"\xff (numbatses) \xff".as_slice());
    project.write("content/journal/2020-08-03-b.md", "---\nvisibility: private\n---\nOf numbatses.\n");
    let expected = expected.replace("7 letters", "9 letters");
    std::fs::remove_dir_all(project.path("public")).expect("the output");
    for args in [["build", "--message-format=human"], ["build", "--keep-going"]] {
        let ran = project.run(args);
        assert_eq!((ran.status, ran.stderr.as_str()), (1, format!("{expected}nothing was written\n").as_str()));
        assert!(!project.has("public"));
    }
    let ran = project.run(["check"]);
    assert_eq!((ran.status, ran.stderr), (1, expected));
    assert!(!project.run(["check", "--message-format", "json"]).stderr.contains("numbatses"));
    let ran = project.run(["check", "--privacy"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, "looked for 3 private words in all outputs\n"), "{}", ran.stderr);
    project.remove("static/scan.pdf").write("content/journal/2020-08-02-a.md", "---\npian: 3\n---\nText.\n");
    let ran = project.run(["check", "--privacy"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "warnings are not what was asked for");
}

#[test]
fn a_picture_beside_entries_may_belong_to_a_private_one() {
    let project = Project::new("");
    project.write("content/journal/2020-08-02-a.md", "Text.\n");
    project.write("content/journal/2020-08-03-b.md", "---\nvisibility: private\n---\n![x](numbats.jpg)\n");
    project.write("content/journal/numbats.jpg", "picture");
    let named = |project: &Project| project.tree("public").into_keys().any(|path| path.contains("numbats"));
    assert_eq!(project.run(["build"]).status, 0);
    assert!(!named(&project), "no text that is published names it");
    project.write("content/journal/numbats.pdf", "another kind of file");
    assert_eq!(project.run(["build"]).status, 0);
    assert!(!named(&project), "no text that is published links to it");
    // Where a public text names it, it is public.
    project.write("content/journal/2020-08-02-a.md", "[x](numbats.pdf)\n");
    assert_eq!(project.run(["build"]).status, 0);
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
    assert_eq!(words.into_iter().collect::<Vec<_>>(), ["zorband", "zorbridge", "zorneedling", "zorplace"]);
}
