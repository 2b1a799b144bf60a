//! What the README says is true: its commands run, its samples build, its map is the one of `src/`.

use crate::support::Project;
use std::fs;
use std::path::Path;

/// A block of code: its language and its text.
struct Block {
    language: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("a README")
}

fn blocks() -> Vec<Block> {
    let text = readme();
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let language = line.trim_start_matches('`');
        let fence = &line[..line.len() - language.len()];
        if fence.len() >= 3 {
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != fence).collect();
            blocks.push(Block { language: language.to_owned(), text: inside.join("\n") + "\n" });
        }
    }
    blocks
}

fn of(language: &str) -> Vec<String> {
    blocks().into_iter().filter(|block| block.language == language).map(|block| block.text).collect()
}

/// Copies what makes this repository a site.
fn demo() -> Project {
    let project = Project::empty();
    for entry in ["site.toml", "content", "themes"] {
        for file in walkdir::WalkDir::new(root().join(entry)).into_iter().filter_map(Result::ok) {
            if file.file_type().is_file() {
                let path = file.path().strip_prefix(root()).expect("below the root").display().to_string();
                project.write(&path, fs::read(file.path()).expect("a file"));
            }
        }
    }
    project
}

/// The words of a command, quotes taken off.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("a word").push(c),
        }
    }
    words
}

#[test]
fn every_block_is_of_a_kind_that_is_checked() {
    for block in blocks() {
        let known = ["sh", "log", "markdown", "text"].contains(&block.language.as_str());
        assert!(known, "```{} is checked by no test", block.language);
    }
}

#[test]
fn commands_run() {
    let project = demo();
    let mut folder = String::from(".");
    let mut ran = Vec::new();
    for line in of("sh").iter().flat_map(|text| text.lines()) {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let args = match words.as_slice() {
            // This very test is part of it; and the binary is built already.
            ["tests/run"] | ["cargo", "install", "--path", ".", "--locked"] => continue,
            ["cd", inside] => {
                folder = (*inside).to_owned();
                continue;
            }
            ["cargo", "run", "--release", "--", args @ ..] | ["comeback", args @ ..] => args,
            _ => panic!("a command that no test knows: {line}"),
        };
        // A preview has no end; that its options are known is told before the help.
        let ends = if matches!(args[0], "serve" | "watch") { &["--help"][..] } else { &[] };
        let args = [args, ends].concat();
        let args = args.as_slice();
        let at = [&["--root", folder.as_str(), "--today", "2025-01-01"], args].concat();
        let at = if args[0] == "init" { args.to_vec() } else { at };
        let done = project.run_with(&at, &[("SOURCE_DATE_EPOCH", "1735603200")]);
        // Nobody is at a terminal to be asked how the morning was.
        let asked = args[0] == "new"
            && done.stderr.lines().all(|line| {
                line.starts_with("if you know it, still missing is")
                    || line.ends_with("has no score of the next day yet (--next-day SCORE adds it)")
            });
        assert!(done.status == 0 && (done.stderr.is_empty() || asked), "{line}: {}", done.stderr);
        if args[0] == "new" {
            let path = done.stdout.trim();
            project.write(path, project.read(path) + "Somebody writes in it.\n");
        }
        ran.push(args[0].to_owned());
    }
    assert_eq!(ran, ["serve", "init", "log", "new", "build", "serve"]);
    let home = project.read("my-comeback/public/index.html");
    assert!(home.contains("right calf") && home.contains("/journal/first-week/"), "{home}");
}

/// The numbers of a journal that is one file.
fn numbers_of(path: &str, text: String) -> String {
    let project = Project::new("-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n");
    project.write(path, text);
    let on = ["--today", "2024-06-01"];
    let built = project.run_with(&[&on[..], &["build", "--strict"]].concat(), &[]);
    assert_eq!((built.status, built.stderr.as_str()), (0, ""));
    let csv = project.run_with(&[&on[..], &["export", "--format", "csv"]].concat(), &[]).stdout;
    // Which file it was differs, and a lesson needs a page.
    let rows = csv.lines().skip(1).map(|row| row.rsplit_once(',').map_or(row, |(row, _)| row));
    let mut rows: Vec<&str> = rows.filter(|row| !row.contains(",lesson")).collect();
    rows.sort_unstable();
    rows.join("\n")
}

#[test]
fn the_entry_and_the_line_say_the_same_and_build_without_a_warning() {
    let [entry] = of("markdown").try_into().unwrap_or_else(|_| panic!("one entry"));
    let [line] = of("log").try_into().unwrap_or_else(|_| panic!("one line"));
    assert!(entry.lines().count() <= 10, "a ten-line entry");
    let of_entry = numbers_of("content/journal/2024-05-03-first-run.md", entry);
    assert_eq!(of_entry, numbers_of("content/log.txt", line));
    for metric in ["pain.before", "pain.next_day", "session.walk-run.distance", "exercise.calf-raise.load"] {
        assert!(of_entry.contains(metric), "{metric}\n{of_entry}");
    }
}

#[test]
fn what_it_says_of_charts_and_packages_is_so() {
    let text = readme();
    let words = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"];
    let listed = Project::empty().run(["chart", "--list"]).stdout;
    let kinds = listed.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())).count();
    assert!(text.contains(&format!("Charts** of {} kinds", words[kinds - 10])), "{kinds} kinds");
    assert!(text.contains(&format!("This is {}, ", env!("CARGO_PKG_VERSION"))));
    assert!(text.contains(&format!("Rust {} or newer", env!("CARGO_PKG_RUST_VERSION"))));
    let lines = of("text").into_iter().find(|text| text.starts_with("uvx ")).expect("the packages");
    for line in lines.lines() {
        assert!(
            line.contains(&format!("-{}", env!("CARGO_PKG_VERSION"))) && line.ends_with(" comeback --version"),
            "{line}"
        );
    }
}

#[test]
fn the_mistake_is_reported_as_shown() {
    let shown = of("text").into_iter().find(|text| text.starts_with("warning: ")).expect("a warning");
    let project = Project::new("-- content/journal/2020-08-16-hills.md --\n---\ntitle: Hills\npian: 3\n---\nUp.\n");
    let ran = project.run(["check"]);
    assert_eq!(ran.stderr, format!("{shown}\n1 warning\n"));
}

#[test]
fn the_map_has_folders_of_src() {
    let map = of("text").into_iter().find(|text| text.starts_with("source ")).expect("a map");
    let mapped: Vec<&str> = map.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(mapped.len() >= 8, "{mapped:?}");
    for folder in mapped {
        assert!(root().join("src").join(folder).is_dir(), "{folder}");
    }
}

#[test]
fn links_and_pictures_lead_to_files() {
    let text = readme();
    let mut seen = 0;
    for (at, _) in text.match_indices("](") {
        let target = text[at + 2..].split(')').next().unwrap_or_default();
        if !target.starts_with("https://") {
            assert!(root().join(target).exists(), "{target}");
            seen += 1;
        }
    }
    assert!(seen >= 3);
}

/// A page for contributors.
fn page(name: &str) -> String {
    fs::read_to_string(root().join(".github").join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The files that a section of the how-to says are touched.
fn touched(section: &str) -> Vec<&str> {
    let steps = section.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_digit()));
    steps.filter_map(|step| step.split('`').nth(1).filter(|_| step.contains(". `"))).collect()
}

#[test]
fn the_how_to_names_files_that_are_there_and_no_more_of_them_than_a_change_may_touch() {
    let text = page("HOW-TO.md");
    let sections: Vec<(&str, &str)> = text.split("\n## ").skip(1).filter_map(|part| part.split_once('\n')).collect();
    let most = [
        ("Add a kind of chart", 5),
        ("Add a number of a day, shown on its entry", 5),
        ("Add a command", 6),
        ("Add a page", 8),
        ("Add a language", 2),
        ("Add a check", 0),
    ];
    assert_eq!(sections.iter().map(|(title, _)| *title).collect::<Vec<_>>(), most.map(|(title, _)| title));
    for ((title, section), (_, most)) in sections.iter().zip(most) {
        let files = touched(section);
        assert_eq!(files.len(), most.min(files.len()), "{title}: {files:?}");
        assert!(most == 0 || files.len() >= 2, "{title}: {files:?}");
        for file in files {
            // What the change makes stands in a folder that is there.
            let there = file.split_once("NAME").map_or(file, |(folder, _)| folder);
            assert!(root().join(there).exists(), "{title}: {file}");
        }
    }
}

#[test]
fn the_architecture_has_every_folder_of_src() {
    let text = page("ARCHITECTURE.md");
    for entry in fs::read_dir(root().join("src")).expect("src").flatten().filter(|entry| entry.path().is_dir()) {
        let folder = entry.file_name().display().to_string();
        assert!(text.contains(&format!("`{folder}`")), "{folder}");
    }
}

#[test]
fn links_between_the_pages_for_contributors_lead_to_files() {
    for name in ["ARCHITECTURE.md", "CONTRIBUTING.md", "DECISIONS.md", "GLOSSARY.md", "HOW-TO.md", "SECURITY.md"] {
        let text = page(name);
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split(')').next().unwrap_or_default();
            assert!(target.starts_with("https://") || root().join(".github").join(target).exists(), "{name}: {target}");
        }
    }
}
