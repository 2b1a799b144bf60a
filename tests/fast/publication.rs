//! Whatever a writer may have typed to keep a text back keeps it back, in every kind of text: what is published is, to the
//! byte, what would be published if the text were not there.

use crate::support::Project;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A small site that is published whatever lies beside it.
const PUBLIC: &str = "\
-- content/about.md --
# About

A page.
-- content/journal/2020-08-01-first.md --
---
title: First
pain: {before: 2, during: 3}
exercises: [Bridge 3x10]
---
Text.
";

/// Our keys and the words of other programs, each with values by which it keeps a text back.
const WORDS: [(&str, &[&str]); 22] = [
    ("draft", &["true"]),
    ("visibility", &["private", "unlisted"]),
    ("expires", &["2020-01-01"]),
    ("drafts", &["true", "yes"]),
    ("unpublished", &["true", "on"]),
    ("status", &["draft", "wip", "pending", "review", "hold", "queued", "scheduled", "future", "trash", "private"]),
    ("published", &["false", "no", "2030-01-01"]),
    ("publish", &["false", "off"]),
    ("dg-publish", &["false"]),
    ("private", &["true", "y"]),
    ("hidden", &["true", "1"]),
    ("hide", &["true", "yes"]),
    ("password", &["hunter2", "1234"]),
    ("public", &["false", "no"]),
    ("visible", &["false", "0"]),
    ("unlisted", &["true", "1"]),
    ("noindex", &["true"]),
    ("index", &["false", "no"]),
    ("expired", &["true", "yes"]),
    ("publishDate", &["2030-01-01", "2030-01-01T08:00:00Z"]),
    ("expiryDate", &["2020-01-01"]),
    ("isDraft", &["true", "yes"]),
];

/// A key with one slip in it: a letter gone, doubled, swapped with the next, or another one.
fn slips(key: &str) -> Vec<String> {
    let letters: Vec<char> = key.chars().collect();
    let mut all = Vec::new();
    for at in 0..letters.len() {
        let with = |new: &[char], len: usize| -> String {
            letters[..at].iter().chain(new).chain(&letters[(at + len).min(letters.len())..]).collect()
        };
        all.extend([with(&[], 1), with(&[letters[at], letters[at]], 1), with(&['x'], 1)]);
        if let Some(next) = letters.get(at + 1) {
            all.push(with(&[*next, letters[at]], 2));
        }
    }
    all
}

/// A key in letters alone, which is how words are told apart.
fn letters(key: &str) -> String {
    key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The problems of a build that keeps going, by file; it publishes what the site has without the files.
#[track_caller]
fn problems(files: &[(String, String)]) -> BTreeMap<String, Vec<Value>> {
    let bare = Project::new(PUBLIC);
    bare.build([]);
    let project = Project::new(PUBLIC);
    for (path, text) in files {
        project.write(path, text);
    }
    let ran = project.run(["build", "--keep-going", "--message-format", "json"]);
    let told: Vec<Value> = ran.stderr.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
    let (published, expected) = (project.tree("public"), bare.tree("public"));
    let named: BTreeSet<&String> = published.keys().chain(expected.keys()).collect();
    let differ: Vec<_> = named.into_iter().filter(|path| published.get(*path) != expected.get(*path)).collect();
    assert!(differ.is_empty(), "what is kept back shows in {differ:?}");
    let mut by_file: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for problem in told {
        by_file.entry(problem["path"].as_str().unwrap_or_default().to_owned()).or_default().push(problem);
    }
    by_file
}

#[test]
fn every_near_miss_is_an_error_with_its_place_and_nothing_of_it_is_published() {
    // `listed` is two letters off `unlisted` and says the opposite.
    let plain: BTreeSet<String> = WORDS.iter().map(|(word, _)| letters(word)).chain(["listed".to_owned()]).collect();
    let mut typed: Vec<(String, &str)> = Vec::new();
    for (word, values) in WORDS {
        let one = slips(word);
        // Two slips in a word of four letters leave nothing of it.
        let two = one.iter().filter(|_| word.len() > 4).flat_map(|key| slips(key)).step_by(47);
        for (number, key) in one.iter().cloned().chain(two).enumerate() {
            let own = letters(&key);
            if own.is_empty() || plain.contains(&own) || plain.contains(own.trim_start_matches("is")) {
                continue;
            }
            let key = match number % 4 {
                1 => key.to_uppercase(),
                2 => format!("\"{key}\""),
                3 => format!("'{key}'"),
                _ => key,
            };
            typed.push((key, values[number % values.len()]));
        }
    }
    assert!(typed.len() > 600, "only {} near misses", typed.len());
    let file = |(number, (key, value)): (usize, &(String, &str))| {
        let value = if number % 3 == 0 { format!("\"{value}\"") } else { (*value).to_owned() };
        let folder = ["journal/2020-01-01-", "", "exercises/"][number % 3];
        (format!("content/{folder}slip-{number}.md"), format!("---\ntitle: Marker\n{key}: {value}\n---\nMarker.\n"))
    };
    let files: Vec<(String, String)> = typed.iter().enumerate().map(file).collect();
    let told = problems(&files);
    // A slip may make another plain word: `publishAt` of `publishDate`.
    let is_told =
        |problem: &Value| (problem["severity"] == "error" || problem["code"] == "foreign-key") && problem["line"] == 3;
    let missed: Vec<&(String, String)> =
        files.iter().filter(|(path, _)| !told.get(path).is_some_and(|problems| problems.iter().any(is_told))).collect();
    assert!(missed.is_empty(), "{} of {} are no error: {missed:#?}", missed.len(), files.len());
}

#[test]
fn every_spelling_of_every_word_keeps_a_text_back() {
    let mut lines: Vec<String> = Vec::new();
    for (word, values) in WORDS {
        // What is unlisted has a page; the next test looks at it.
        let values = values.iter().filter(|value| **value != "unlisted");
        if matches!(word, "unlisted" | "noindex" | "index") {
            continue;
        }
        for value in values {
            let mut capital = word.to_owned();
            capital[..1].make_ascii_uppercase();
            let keys = [word.to_owned(), capital, word.to_uppercase(), format!("\"{word}\""), format!("'{word}'")];
            lines.extend(keys.iter().map(|key| format!("{key}: {value}")));
            lines.extend([
                format!("{word}: \"{value}\""),
                format!("extra: {{{word}: {value}}}"),
                format!("is_{word}: {value}"),
                format!("params:\n  deep:\n    - {word}: {value}"),
                format!("pain: {{before: 1, {word}: {value}}}"),
                format!("{{title: Marker, {word}: {value}}}"),
            ]);
        }
    }
    assert!(lines.len() > 300, "only {} spellings", lines.len());
    let file = |(number, line): (usize, &String)| {
        let name = match number % 4 {
            0 => format!("journal/2020-01-01-word-{number}"),
            1 => format!("word-{number}"),
            2 => format!("exercises/word-{number}"),
            _ => format!("journal/2020-01-02-word-{number}/index"),
        };
        (format!("content/{name}.md"), format!("---\n{line}\n---\nMarker.\n"))
    };
    let files: Vec<(String, String)> = lines.iter().enumerate().map(file).collect();
    let told = problems(&files);
    let ours = ["draft", "visibility", "expires"];
    let is_ours = |text: &str| {
        let line = text.lines().nth(1).unwrap_or_default().replace("{title: Marker, ", "").replace(['"', '\''], "");
        ours.iter().any(|key| line.starts_with(&format!("{key}: ")))
    };
    let silent: Vec<_> = files.iter().filter(|(path, text)| !told.contains_key(path) && !is_ours(text)).collect();
    assert!(silent.is_empty(), "kept back without a word: {silent:#?}");
}

#[test]
fn what_is_unlisted_in_any_spelling_is_in_no_list() {
    let keys = [
        "unlisted: true",
        "Unlisted: 1",
        "noindex: yes",
        "index: false",
        "extra: {noindex: true}",
        "Visibility: unlisted",
    ];
    let bare = Project::new(PUBLIC);
    bare.build([]);
    for line in keys {
        let project = Project::new(PUBLIC);
        project.write("content/journal/2020-01-01-marker.md", format!("---\n{line}\n---\nMarker.\n"));
        let ran = project.run(["build"]);
        assert_eq!(ran.status, 0, "{line}: {}", ran.stderr);
        let page = project.read("public/journal/marker/index.html");
        assert!(page.contains("noindex") && page.contains("Marker."), "{line}");
        let names = ["Marker", "/journal/marker/"];
        let lists = project.tree("public").into_iter().filter(|(path, _)| path != "journal/marker/index.html");
        let in_lists: Vec<String> = lists
            .filter(|(_, bytes)| names.iter().any(|name| String::from_utf8_lossy(bytes).contains(name)))
            .map(|(path, _)| path)
            .collect();
        assert_eq!(in_lists, [""; 0], "{line}");
    }
}

#[test]
fn the_rules_hold_for_the_texts_that_other_pages_show() {
    let bare = Project::new(PUBLIC);
    bare.build([]);
    let texts = ["_index.md", "now.md", "red-flags.md", "exercises/bridge.md", "journal/_index.md"];
    for line in [
        "Draft: true",
        "status: wip",
        "hidden: true",
        "publishDate: 2030-01-01",
        "expired: yes",
        "extra: {private: yes}",
    ] {
        let project = Project::new(PUBLIC);
        for text in texts {
            project.write(
                &format!("content/{text}"),
                format!("---\ntitle: Marker\ndate: 2020-08-01\n{line}\n---\nMarker.\n"),
            );
        }
        let ran = project.run(["build"]);
        assert_eq!(ran.status, 0, "{line}: {}", ran.stderr);
        assert!(project.tree("public") == bare.tree("public"), "{line}");
    }
    // An introduction can't be found by who knows its address alone, so it isn't shown.
    let project = Project::new(PUBLIC);
    project.write("content/_index.md", "---\nunlisted: true\n---\nMarker.\n");
    let ran = project.run(["build"]);
    assert!(project.tree("public") == bare.tree("public"), "{}", ran.stderr);
}

#[test]
fn a_day_of_publication_is_waited_for_and_an_end_is_kept() {
    let project = Project::new(PUBLIC);
    let text = |line: &str| format!("---\ntitle: Marker\ndate: 2020-01-05\n{line}\n---\nMarker.\n");
    project.write("content/journal/later.md", text("publishDate: 2020-09-20"));
    project.write("content/journal/over.md", text("expiryDate: 2020-09-13"));
    let on = |today: &str, more: &[&str]| {
        let ran = project.run_with(&[&["build", "--today", today], more].concat(), &[]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        (project.has("public/journal/later/index.html"), project.has("public/journal/over/index.html"), ran.stdout)
    };
    let (later, over, said) = on("2020-09-12", &[]);
    assert_eq!((later, over), (false, true), "{said}");
    assert!(said.contains("1 scheduled entry (the next on 2020-09-20; --future builds them now)"), "{said}");
    let (later, over, said) = on("2020-09-13", &[]);
    assert_eq!((later, over), (false, false), "{said}");
    assert!(said.contains("left out: 1 expired entry: content/journal/over.md"), "{said}");
    assert!(on("2020-09-20", &[]).0);
    assert!(on("2020-09-13", &["--future"]).0);
    let page = project.read("public/journal/later/index.html");
    assert!(page.contains("20 September 2020"), "the notice names the day on which it is published");
    let why = project.run_with(&["why", "content/journal/later.md", "--today", "2020-09-13"], &[]);
    assert!(why.stdout.contains("its day, 2020-09-20, is after 2020-09-13"), "{}", why.stdout);
}
