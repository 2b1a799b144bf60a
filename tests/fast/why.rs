//! `comeback why`: what it says of every kind of file and address, and that a build does the same.

use crate::support::{Project, SETTINGS};

/// One file of each kind.
const SITE: &str = "-- content/_index.md --
Hello.
-- content/about.md --
---
title: About
aliases: [who]
---
Me.
-- content/guide/_index.md --
A guide.
-- content/comments/first-run/1.yaml --
name: A
message: B
-- content/journal/2020-08-14-first-run.md --
---
title: First run
tags: [running]
aliases: [/old/run/]
pain: {during: 2, after: 1.5}
sessions: [{type: run, distance: 3 km}, {type: walk, distance: 2 km}, strength]
milestones: [First run]
lessons: [{id: slow, title: Slow is fine}]
---
-- content/journal/2020-08-15-mri/index.md --
---
title: MRI
draft: true
---
-- content/journal/2020-08-15-mri/scan.png --
x
-- content/journal/2020-08-16-later.md --
---
lessons: [{confirms: slow}]
---
-- content/journal/2020-08-17-unlisted.md --
---
visibility: unlisted
pain: 3
---
-- content/journal/2020-08-18-private.md --
---
visibility: private
---
-- content/journal/2020-08-19-expired.md --
---
expires: 2020-08-20
---
-- content/journal/2020-08-20-broken.md --
---
pain: 11
---
-- content/journal/2030-01-01-future.md --
---
title: Later
---
-- content/journal/undated.md --
---
title: When?
---
-- content/journal/draft.md~ --
x
-- content/.hidden.md --
x
-- static/robots.txt --
User-agent: *
-- static/feed.txt --
x
-- themes/trailhead/static/feed.txt --
y
-- themes/trailhead/templates/tag.html --
x
-- themes/other/templates/tag.html --
x
-- notes.md --
x
-- public/index.html --
x
";

fn site() -> Project {
    let settings = format!(
        "-- site.toml --\n{SETTINGS}[pagination]\nper_page = 2\n[feeds]\nlimit = 2\n[[injuries]]\nslug = \"calf\"\nname = \"calf\"\nonset = 2020-08-03\n"
    );
    Project::new(&format!("{settings}{SITE}"))
}

#[test]
fn every_kind_of_file_has_its_reasons() {
    let project = site();
    let first_run = "content/journal/2020-08-14-first-run.md
  it is at /journal/first-run/
  /old/run/ leads to it
  it is in the sitemap
  it is on the first page of the list of entries, /
  it is in the list of the tag `running`, /tags/running/
  it is in the archive, /archive/
  it is on the timeline, /timeline/
  it is number 2 of at most 2 in the feeds, /feed.xml, /rss.xml and /feed.json
  the entry after it is content/journal/2020-08-16-later.md
  it teaches the lesson `slow`, /lessons/slow/
  its day is 2020-08-14, day 12 of the calf
  it counts in the pain timeline: during 2, after 1.5, the day's worst 2
  it counts in the weekly distance: 3.0 km run, 2.0 km walked
  it counts 3 sessions
  charts mark it as 1: First run
";
    for (path, status, said) in [
        ("content/journal/2020-08-14-first-run.md", 0, first_run),
        (
            "content/journal/2020-08-17-unlisted.md",
            0,
            "content/journal/2020-08-17-unlisted.md
  it is at /journal/unlisted/
  it is unlisted: who knows its address finds it, and no list leads to it
  it is not in the sitemap
  it is in no list of entries
  it is in no feed
  its day is 2020-08-17, day 15 of the calf
  it counts in the pain timeline: the day's worst 3
  it has no distance, so it adds nothing to the weekly distance
",
        ),
        (
            "content/journal/undated.md",
            0,
            "content/journal/undated.md
  it is at /journal/undated/
  it is in the sitemap
  it is on page 2 of the list of entries, /page/2/
  it is in the archive, /archive/
  it is not in the feeds, which end after 2: 2 entries are newer than it
  the entry before it is content/journal/2020-08-16-later.md
  it has no date, so it counts in no number and no chart
",
        ),
        (
            "content/about.md",
            0,
            "content/about.md
  it is at /about/
  /who/ leads to it
  it is in the sitemap
  it is a plain page, so it is in no list and no feed and counts in no number
",
        ),
        ("content/_index.md", 0, "content/_index.md\n  it is the introduction of the home page, /\n"),
        (
            "content/comments/first-run/1.yaml",
            0,
            "content/comments/first-run/1.yaml
  it is a comment on content/journal/2020-08-14-first-run.md, at /journal/first-run/#comment-1
",
        ),
        ("static/feed.txt", 0, "static/feed.txt\n  it is copied to /feed.txt as it is\n"),
        ("static/robots.txt", 0, "static/robots.txt\n  it is copied to /robots.txt as it is\n"),
    ] {
        let ran = project.run(["why", path]);
        assert_eq!((ran.status, ran.stdout.as_str()), (status, said), "{}", ran.stderr);
    }
    for (path, said) in [
        (
            "content/journal/2020-08-15-mri/index.md",
            "it is a draft, so it is not published and counts in no number; --drafts publishes it",
        ),
        (
            "content/journal/2020-08-15-mri/scan.png",
            "it lies beside content/journal/2020-08-15-mri/index.md, which is not published",
        ),
        (
            "content/journal/2030-01-01-future.md",
            "its day, 2030-01-01, is after 2020-09-13, so it is not published yet; --future publishes it",
        ),
        ("content/journal/2020-08-18-private.md", "it is private, so it has no page; its numbers do not count"),
        (
            "content/journal/2020-08-19-expired.md",
            "its last day is over, so it is no longer published and counts in no number",
        ),
        ("content/journal/2020-08-20-broken.md", "it has errors, so it is not published and counts in no number"),
        ("content/guide/_index.md", "it introduces its folder, and no page shows that"),
        ("content/journal/draft.md~", "what editors and systems leave behind is left out: draft.md~"),
        ("content/.hidden.md", "hidden files and folders are left out: .hidden.md"),
        ("themes/trailhead/static/feed.txt", "another file or page has its address"),
        ("themes/trailhead/templates/tag.html", "it is a template of the theme `trailhead`, which pages are made with"),
        ("themes/other/templates/tag.html", "it belongs to another theme; the site's is `trailhead`"),
        ("notes.md", "only what lies in content/, static/ and themes/trailhead/ is read"),
        ("public/index.html", "it lies in the output folder, which is written and not read"),
        ("site.toml", "it holds the site's settings, and is not published"),
    ] {
        let ran = project.run(["why", path]);
        assert_eq!((ran.status, ran.stdout), (1, format!("{path}\n  {said}\n")), "{}", ran.stderr);
    }
}

#[test]
fn the_errors_of_a_file_are_shown() {
    let ran = site().run(["why", "content/journal/2020-08-20-broken.md"]);
    assert!(
        ran.stderr.starts_with("error: pain is 0 to 10, found 11\n --> content/journal/2020-08-20-broken.md:2:7\n")
    );
    assert!(ran.stderr.ends_with("1 error\n"), "{}", ran.stderr);
}

#[test]
fn addresses_are_known_however_they_are_typed() {
    let project = site();
    let entry = project.run(["why", "content/journal/2020-08-14-first-run.md"]).stdout;
    for typed in [
        "/journal/first-run/",
        "/journal/first-run",
        "journal/first-run/",
        "https://example.org/journal/first-run/",
        "./content/journal/2020-08-14-first-run.md",
        "content/../content/journal/2020-08-14-first-run.md",
    ] {
        assert_eq!(project.run(["why", typed]).stdout, entry, "{typed}");
    }
    for (typed, said) in [
        (
            "/old/run/",
            "/old/run/\n  it is a former address, which leads to /journal/first-run/\n  it is not in the sitemap\n",
        ),
        ("/tags/", "/tags/\n  it is a page that the site makes itself\n  it is in the sitemap\n"),
        ("/page/2/", "/page/2/\n  it is a page that the site makes itself\n  it is not in the sitemap\n"),
        ("feed.xml", "/feed.xml\n  it is a file that the site makes itself\n  it is not in the sitemap\n"),
    ] {
        let ran = project.run(["why", typed]);
        assert_eq!((ran.status, ran.stdout.as_str()), (0, said), "{}", ran.stderr);
    }
    let ran = project.run(["why", "content/journal/2020-08-15-mri"]);
    assert!(ran.stdout.starts_with("content/journal/2020-08-15-mri/index.md\n"), "{}", ran.stdout);
}

#[test]
fn files_are_found_from_the_folder_one_stands_in_and_from_the_root() {
    let project = site();
    project.write("site/site.toml", SETTINGS).write("site/content/journal/a.md", "A");
    for typed in ["content/journal/a.md", "site/content/journal/a.md"] {
        let ran = project.run(["--root", "site", "why", typed]);
        assert!(ran.stdout.starts_with("content/journal/a.md\n  it is at /journal/a/\n"), "{}", ran.stdout);
    }
    let ran = project.run(["--root", "site", "why", "notes.md"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, "notes.md\n  it lies outside the site's folder\n"));
}

#[test]
fn what_is_nowhere_exits_2() {
    let project = site();
    for (typed, said) in [
        (
            "/journal/frist-run/",
            "error: there is no file and no address `/journal/frist-run/`\n  hint: did you mean `/journal/first-run/`?\n",
        ),
        (
            "xyz",
            "error: there is no file and no address `xyz`\n  hint: paths are from here or from the site's folder: content/journal/first-run.md\n",
        ),
        ("content/comments", "error: `content/comments` is a folder\n  hint: name a file in it\n"),
    ] {
        let ran = project.run(["why", typed]);
        assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (2, "", said));
    }
}

#[test]
fn programs_get_the_same_as_an_object() {
    let ran = site().run(["why", "content/journal/2020-08-16-later.md", "--message-format", "json"]);
    let object: serde_json::Value = serde_json::from_str(&ran.stdout).expect("one JSON object");
    assert_eq!(object["path"], "content/journal/2020-08-16-later.md");
    assert_eq!((&object["address"], &object["published"]), (&"/journal/later/".into(), &true.into()));
    let lesson =
        serde_json::json!({"about": "lessons", "says": "it says what held again: the lesson `slow`, /lessons/slow/"});
    assert!(object["facts"].as_array().expect("a list").contains(&lesson), "{object}");
    let pain = serde_json::json!({"about": "pain", "says": "it has no pain score, which is a gap in the pain timeline and not zero"});
    assert!(object["facts"].as_array().expect("a list").contains(&pain), "{object}");
}

/// What has an address is there, and what is there is known.
#[test]
fn a_build_does_what_was_said() {
    let project = site();
    project.remove("content/journal/2020-08-20-broken.md").remove("public/index.html");
    project.remove("themes/trailhead/templates/tag.html");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let output = project.tree("public");
    let mut published = 0;
    for path in ["content", "static", "themes"]
        .iter()
        .flat_map(|top| project.tree(top).into_keys().map(move |path| format!("{top}/{path}")))
    {
        let ran = project.run(["why", &path, "--message-format", "json"]);
        let object: serde_json::Value = serde_json::from_str(&ran.stdout).expect("one JSON object");
        let Some(address) = object["address"].as_str() else { continue };
        let file = if address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() };
        assert!(output.contains_key(file.trim_start_matches('/')), "{path}: {address}");
        published += 1;
    }
    // The entries and pages, the comment on one, and the two copies.
    assert_eq!(published, 9);
    for file in output.keys().filter(|file| *file != ".comeback-manifest") {
        let address = format!("/{}", file.strip_suffix("index.html").unwrap_or(file));
        let ran = project.run(["why", &address]);
        assert_eq!(ran.status, 0, "{address}: {}", ran.stderr);
    }
}
