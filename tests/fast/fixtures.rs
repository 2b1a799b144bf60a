//! Real files of other people: they become pages, and what does not is named with its line.
//!
//! They lie beside this repository where it is developed, and nowhere else; without them these tests say so.

use crate::support::Project;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Builds a journal of a folder of files and returns how many of its texts there are, how many became entries, and the
/// errors as `path:line`.
#[expect(clippy::print_stderr, reason = "a test that is left out says so")]
fn build(folder: &str) -> Option<(usize, usize, BTreeSet<String>)> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures").join(folder);
    if !from.is_dir() {
        eprintln!("left out: {folder} is not beside this repository");
        return None;
    }
    let project = Project::new("-- content/_index.md --\nHome.\n");
    let mut texts = 0;
    for file in walkdir::WalkDir::new(&from).into_iter().filter_map(Result::ok).filter(|e| e.file_type().is_file()) {
        let inside = file.path().strip_prefix(&from).expect("below the folder").to_string_lossy().replace('\\', "/");
        texts += usize::from(inside.ends_with(".md") || inside.ends_with(".markdown"));
        project.write(&format!("content/journal/{inside}"), std::fs::read(file.path()).expect("a file"));
    }
    let variables = [("SOURCE_DATE_EPOCH", "1893456000")];
    let ran = project.run_with(&["build", "--keep-going", "--message-format", "json"], &variables);
    assert!(ran.status == 0 || ran.status == 1, "{}: {}", ran.status, ran.stderr);
    let entries = ran.stdout.lines().find_map(|line| line.split_once(" entries on ")?.0.parse().ok()).expect("a count");
    let mut errors = BTreeSet::new();
    for line in ran.stderr.lines() {
        let problem: Value = serde_json::from_str(line).expect("a problem a line");
        if problem["severity"] == "error" {
            let path = problem["path"].as_str().unwrap_or_else(|| panic!("no path: {line}"));
            errors.insert(format!("{path}:{}", problem["line"]));
        }
    }
    Some((texts, entries, errors))
}

#[track_caller]
#[expect(clippy::print_stderr, reason = "how many is told")]
fn check(folder: &str, left_out: &[&str]) {
    let Some((texts, entries, errors)) = build(folder) else { return };
    assert!(texts > 90, "{folder}: only {texts} files");
    assert!(entries * 100 >= texts * 95, "{folder}: {entries} of {texts} files became pages");
    let errors: Vec<&str> = errors.iter().map(|e| e.strip_prefix("content/journal/").unwrap_or(e)).collect();
    assert_eq!(errors, left_out, "{folder}");
    eprintln!("{folder}: {entries} of {texts} files became pages");
}

#[test]
fn a_blog_of_504_posts_becomes_504_pages() {
    check("blog-18f/content/posts", &[]);
}

#[test]
fn files_made_to_try_a_generator_become_pages() {
    // One is broken on purpose, one is UTF-16.
    check(
        "jekyll-fixtures",
        &["test/source/_broken/bad_post.md:3", "test/source/_encodings/Unicode16LECRLFandBOM.md:null"],
    );
}

#[test]
fn a_diary_with_dates_in_five_spellings_becomes_pages() {
    // `01.01.2021.md` and `01-01-2021.md` ask for one address.
    check(
        "obsidian-tracker",
        &[1, 2, 3, 4, 5].map(|day| format!("examples/diary/0{day}.01.2021.md:null")).each_ref().map(String::as_str),
    );
}

#[test]
fn many_entries_of_one_day_and_folders_by_year_keep_addresses_of_their_own() {
    let project = Project::empty();
    project.write("site.toml", crate::support::SETTINGS);
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
