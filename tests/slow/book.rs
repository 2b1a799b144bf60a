//! Books as `epubcheck` sees them, which knows the whole of the standard: the demo's, and those of sites that nobody would make.

use crate::support::{Project, SETTINGS, SOUP};
use std::path::Path;
use std::process::Command;

/// Where Debian puts it, which `tests/run` installs.
const CHECKER: &str = "/usr/share/java/epubcheck.jar";

/// Checks a book: no error, no warning.
#[track_caller]
fn is_valid(project: &Project, name: &str) {
    let ran = project.run(["book", "--output", "b.epub"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{name}");
    check(project, name);
}

/// Checks the book that was written.
#[track_caller]
fn check(project: &Project, name: &str) {
    assert!(Path::new(CHECKER).exists(), "{CHECKER} is missing: `apt-get install epubcheck`");
    let book = project.path("b.epub");
    let output =
        Command::new("java").args(["-jar", CHECKER, "--failonwarnings"]).arg(&book).output().expect("java runs");
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    assert!(output.status.success() && said.contains("0 fatals / 0 errors / 0 warnings"), "{name}:\n{said}");
}

#[test]
fn the_book_of_the_demo_is_valid() {
    let project = Project::empty();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for top in ["site.toml", "content", "themes"] {
        for file in walkdir::WalkDir::new(root.join(top)).into_iter().filter_map(Result::ok) {
            if file.file_type().is_file() {
                let path = file.path().strip_prefix(root).expect("below the root").display().to_string();
                project.write(&path, std::fs::read(file.path()).expect("a file"));
            }
        }
    }
    // The demo's days are later than those of other tests.
    let ran = project.run_with(&["book", "--today", "2024-12-01", "--output", "b.epub"], &[]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let book = std::fs::read(project.path("b.epub")).expect("a book");
    assert!(book.len() > 200_000, "{} bytes", book.len());
    check(&project, "the demo");
}

#[test]
fn books_of_odd_sites_are_valid() {
    let entry = "---\ntitle: One\npain: 1/2/1/0\nsessions: [run 5k 30:00 rpe 3]\n---\nOne. ![a](d.svg) ![b](p.png)\n\n```chart\nkind: calendar\n```\n";
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><circle cx=\"4\" cy=\"4\" r=\"3\" fill=\"red\"/></svg>";
    let settings = |more: &str| format!("-- site.toml --\n{more}");
    let soup = format!("---\ntitle: \"<i>x & \u{1f3c3} \u{200b}\"\nsummary: \"<b>\"\n---\n{SOUP}\n");
    let arabic = "title = \"\u{633}\u{62c}\u{644}\"\nbase_url = \"https://example.org/a/\"\nlanguage = \"ar\"\n";
    for (name, site, text) in [
        ("soup", settings("title = \"<b>&amp; \u{1f3c3}\"\nbase_url = \"https://example.org/x/\"\n"), soup.as_str()),
        ("one entry", settings(SETTINGS), entry),
        ("german", settings(&format!("{SETTINGS}language = \"de\"\nfictional = true\n")), entry),
        ("right to left", settings(arabic), entry),
        ("no words", settings(SETTINGS), "---\ntitle: \"\u{200b}\"\n---\n"),
    ] {
        let project = Project::new(&site);
        project.write("content/journal/2020-08-02-e.md", text);
        project.write("content/journal/d.svg", drawing);
        is_valid(&project, name);
    }
    is_valid(&Project::new("-- content/about.md --\n# About\n"), "no entries");
}
