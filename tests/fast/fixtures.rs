//! Journals as other programs leave them: they become pages, and what does not is named with its line.

use crate::support::{Project, SETTINGS};
use std::collections::BTreeSet;

/// Builds what can be built, and returns how many entries there are and the errors as `path:line`.
#[track_caller]
fn build(project: &Project) -> (usize, BTreeSet<String>) {
    let variables = [("SOURCE_DATE_EPOCH", "1893456000")];
    let ran = project.run_with(&["build", "--keep-going", "--message-format", "json"], &variables);
    assert!(ran.status == 0 || ran.status == 1, "{}: {}", ran.status, ran.stderr);
    let entries = ran.stdout.lines().find_map(|line| line.split_once(" entries on ")?.0.parse().ok()).expect("a count");
    let problems = ran.stderr.lines().map(|line| -> serde_json::Value { serde_json::from_str(line).expect("JSON") });
    let errors = problems.filter(|problem| problem["severity"] == "error");
    let place = |p: serde_json::Value| format!("{}:{}", p["path"].as_str().unwrap_or("nowhere"), p["line"]);
    (entries, errors.map(place).collect())
}

#[test]
fn a_blog_of_five_hundred_posts_becomes_as_many_pages() {
    let project = Project::new("-- content/_index.md --\nHome.\n");
    // The keys, dates and quotes that posts of Jekyll and Hugo have, in turn.
    let fronts = [
        "title: \"Post {n}: what we learned\"\ndate: {day} 09:00:00 -0500\nlayout: post\nauthors:\n- jo\n- sam\ntags:\n- rehab\n",
        "title: 'Post {n}'\ndate: {day}\ndescription: >-\n  Folded\n  words.\ncategories: [a, b]\n",
        "title: Post {n} & more\ndate: {day}T09:00:00Z\nimage: /assets/{n}.png\nexcerpt: \"Why?\"\nredirect_from:\n  - /old/{n}/\n",
        "title: Post {n}\npermalink: /own/{n}/\ntoc: true\n",
    ];
    for n in 0..500u32 {
        let day = format!("20{}-{:02}-{:02}", 14 + n / 240, 1 + n / 20 % 12, 1 + n % 20);
        let front = fronts[n as usize % 4].replace("{n}", &n.to_string()).replace("{day}", &day);
        let text = format!("---\n{front}---\nText of {n}.\n\n## A heading\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        project.write(&format!("content/journal/posts/{day}-post-{n}.md"), text);
    }
    assert_eq!(build(&project), (500, BTreeSet::new()));
}

#[test]
fn files_that_cannot_be_read_are_named_and_the_others_become_pages() {
    let project = Project::new(
        "\
-- content/journal/2020-08-01-good.md --
---
title: Good
---
Text.
-- content/journal/2020-08-02-bad.md --
---
title: Bad
tags: [a
---
Text.
-- content/journal/2020-08-03-crlf.md --
Gone below.
",
    );
    project
        .write("content/journal/2020-08-03-crlf.md", "---\r\ntitle: Lines of Windows\r\npain: 2\r\n---\r\nText.\r\n");
    project.write("content/journal/2020-08-04-bom.md", "\u{feff}---\ntitle: A mark first\n---\nText.\n");
    let wide: Vec<u8> = "\u{feff}---\r\ntitle: Wide\r\n---\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    project.write("content/journal/2020-08-05-wide.md", wide);
    let errors = ["content/journal/2020-08-02-bad.md:3", "content/journal/2020-08-05-wide.md:null"];
    assert_eq!(build(&project), (3, errors.map(str::to_owned).into()));
}

#[test]
fn a_diary_with_dates_in_many_spellings_becomes_pages() {
    let project = Project::empty();
    project.write("site.toml", SETTINGS);
    let names = [
        "2021-01-01",
        "2021_01_02",
        "2021.01.03",
        "20210104",
        "2021-01-05-Tuesday",
        "D-20210106",
        "Jo-20210107-Diary",
        "8-20210108",
        "09.01.2021",
    ];
    for name in names {
        project.write(&format!("content/journal/{name}.md"), "weight: none\n\nclock-in: 10:45, #mood:3\n");
    }
    // Both ask for one address.
    project.write("content/journal/10.01.2021.md", "a\n").write("content/journal/10-01-2021.md", "b\n");
    let (entries, errors) = build(&project);
    let errors: Vec<&str> = errors.iter().map(String::as_str).collect();
    assert_eq!((entries, &errors[..]), (10, &["content/journal/10.01.2021.md:null"][..]));
}

#[test]
fn many_entries_of_one_day_and_folders_by_year_keep_addresses_of_their_own() {
    let project = Project::empty();
    project.write("site.toml", SETTINGS);
    for number in 1..=66 {
        let text = format!("---\ntitle: Number {number}\n---\nText.\n");
        project.write(&format!("content/journal/2025/2025-08-{:02}-{number:02}.md", 1 + number / 3), &text);
        project.write(&format!("content/journal/2024/2024-08-{:02}-walk.md", 1 + number % 31), &text);
    }
    let ran = project.run_with(&["build", "--strict"], &[("SOURCE_DATE_EPOCH", "1893456000")]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for address in ["2025/2025-08-01-01", "2025/2025-08-23-66", "2024/walk", "2024/2024-08-31-walk"] {
        assert!(project.has(&format!("public/journal/{address}/index.html")), "{address}");
    }
}
