//! A hint is only given where following it works: a site of mistakes, in which every hint that says what to write is followed
//! and the site is built again.

use crate::support::{Project, golden};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Front matter, one mistake a line; `⏎` is a line break.
const FRONT: &str = include_str!("../golden/typed/front-matter.txt");

/// Texts below front matter.
const TEXTS: &str = include_str!("../golden/typed/texts.txt");

/// Settings: mistakes that are all in one file.
const SETTINGS: &str = "\
title = \"T\"
base_url = \"https://example.org/\"
units = \"miles\"
load_unit = \"pounds\"
week_start = \"Sun\"
fictional = \"yes\"
descripton = \"A site\"
[front_matter]
alow = [\"weather\"]
[privacy]
show = [\"costs\"]
[lessons]
order = \"learnt\"
[[injuries]]
name = \"calf\"
side = \"L\"
onset = \"3 May 2024\"
[[tests]]
name = \"heel raises\"
better = \"higher\"
";

/// The files of a site of mistakes, by path.
fn site() -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut day = jiff::civil::date(2025, 1, 1);
    let mut add = |body: &dyn Fn(&str) -> String| {
        day = day.tomorrow().expect("a day");
        files.insert(
            format!("content/journal/{day}-day-{}.md", day.day_of_year()),
            body(&format!("title: Day {day}\n")),
        );
    };
    // White space at the ends counts: some of it is the mistake.
    for line in FRONT.split('\n').filter(|line| !line.is_empty()) {
        let typed = line.replace('⏎', "\n");
        add(&|title| format!("---\n{title}{typed}\n---\nText.\n"));
    }
    for text in TEXTS.lines().filter(|line| !line.is_empty()) {
        let typed = text.replace('⏎', "\n");
        add(&|title| format!("---\n{title}pain: 1\n---\n{typed}\n"));
    }
    files.insert(
        "content/journal/2024-05-01-one.md".to_owned(),
        "---\ntitle: One\npain: 2\n---\n## A heading\n".to_owned(),
    );
    files.insert("content/about.md".to_owned(), "# About\n".to_owned());
    files
}

/// What is said, one object each.
fn said(files: &BTreeMap<String, String>, settings: &str) -> Vec<Value> {
    let project = Project::empty();
    project.write("site.toml", settings);
    for (path, text) in files {
        project.write(path, text);
    }
    let ran = project.run(["check", "--today", "2026-11-30", "--message-format", "json"]);
    ran.stderr.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"))).collect()
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn number(value: &Value, key: &str) -> usize {
    usize::try_from(value[key].as_u64().expect("a number")).expect("a small one")
}

/// A text in which the suggestion of that number of each problem, or its last, is followed.
fn followed(typed: &str, problems: &[&Value], at: usize) -> String {
    let mut lines: Vec<String> = typed.lines().map(str::to_owned).collect();
    let all = problems
        .iter()
        .filter_map(|problem| list(problem, "suggestions").get(at).or(list(problem, "suggestions").last()));
    let mut all: Vec<&Value> = all.collect();
    all.sort_by_key(|s| std::cmp::Reverse((number(s, "line"), number(s, "column"))));
    for suggestion in all {
        let line = &mut lines[number(suggestion, "line") - 1];
        let (from, to) = (number(suggestion, "column") - 1, number(suggestion, "end_column") - 1);
        let chars: Vec<char> = line.chars().collect();
        let (before, behind): (String, String) = (chars[..from].iter().collect(), chars[to..].iter().collect());
        *line = format!("{before}{}{behind}", text(suggestion, "replacement"));
    }
    lines.join("\n") + "\n"
}

/// The messages of the problems of each file.
fn by_file(said: &[Value]) -> BTreeMap<&str, Vec<&Value>> {
    let mut files: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for problem in said {
        files.entry(text(problem, "path")).or_default().push(problem);
    }
    files
}

/// What is left of some problems where every suggestion is followed.
fn left(problems: &[&Value]) -> Vec<String> {
    let without = problems.iter().filter(|problem| list(problem, "suggestions").is_empty());
    without.map(|problem| text(problem, "message").to_owned()).collect()
}

/// Follows the suggestions in the files until each alternative was followed, and fails where one leads elsewhere.
fn follow_all(
    files: &BTreeMap<String, String>,
    said_first: &[Value],
    build: &dyn Fn(&BTreeMap<String, String>) -> Vec<Value>,
) {
    let first = by_file(said_first);
    let most = said_first.iter().map(|problem| list(problem, "suggestions").len()).max().unwrap_or_default();
    assert!(most > 1, "no mistake has two ways out");
    for at in 0..most {
        let mended: BTreeMap<String, String> = files
            .iter()
            .map(|(path, typed)| {
                let problems = first.get(path.as_str()).map(Vec::as_slice).unwrap_or_default();
                (path.clone(), followed(typed, problems, at))
            })
            .collect();
        let said_now = build(&mended);
        let now = by_file(&said_now);
        let mut wrong = String::new();
        for (path, text_now) in &mended {
            let messages = |problems: Option<&Vec<&Value>>| -> Vec<String> {
                problems.into_iter().flatten().map(|problem| text(problem, "message").to_owned()).collect()
            };
            let (expected, found) = (
                left(first.get(path.as_str()).map(Vec::as_slice).unwrap_or_default()),
                messages(now.get(path.as_str())),
            );
            if expected != found {
                let _ = writeln!(wrong, "{path}: expected {expected:?}, found {found:?} of\n{text_now}");
            }
        }
        assert!(wrong.is_empty(), "what hints say to write (way {at}) leads to other problems:\n{wrong}");
    }
}

#[test]
fn what_a_hint_says_to_write_ends_the_problem_and_makes_no_new_one() {
    let files = site();
    let build = |files: &BTreeMap<String, String>| said(files, crate::support::SETTINGS);
    let all = build(&files);
    for problem in &all {
        for hint in list(problem, "hints").iter().filter_map(Value::as_str) {
            let says = ["did you mean ", "write `"].iter().any(|words| hint.starts_with(words));
            // Two keys that may be meant are no text to be put in the place of one.
            let is_choice = hint.contains("`, or `") || hint.starts_with("write `---`");
            let can = !list(problem, "suggestions").is_empty();
            assert!(can || !says || is_choice, "a hint says what to write, and not where: {problem}");
        }
    }
    assert!(all.iter().filter(|problem| !list(problem, "suggestions").is_empty()).count() > 100);
    follow_all(&files, &all, &build);
}

#[test]
fn what_is_said_of_each_mistake_is_as_it_was() {
    let files = site();
    let all = said(&files, crate::support::SETTINGS);
    let by_file = by_file(&all);
    let mut shown = String::new();
    for (path, typed) in &files {
        let typed =
            typed.split_once("\n").and_then(|(_, rest)| rest.split_once('\n')).map_or(typed.as_str(), |(_, rest)| rest);
        let typed = typed.trim_end_matches("---\nText.\n").trim_start_matches("pain: 1\n---\n").trim_end();
        let _ = writeln!(shown, "{}", typed.replace('\n', " ⏎ "));
        for problem in by_file.get(path.as_str()).into_iter().flatten() {
            let place = format!("{}:{}", problem["line"], problem["column"]);
            let hints: Vec<&str> = list(problem, "hints").iter().filter_map(Value::as_str).collect();
            let _ = writeln!(shown, "    {place} {}: {}", text(problem, "severity"), text(problem, "message"));
            for hint in hints {
                let _ = writeln!(shown, "        {hint}");
            }
        }
    }
    golden("said-of-mistakes.txt", &shown);
}

#[test]
fn hints_of_settings_work_too() {
    let files = BTreeMap::from([("site.toml".to_owned(), SETTINGS.to_owned())]);
    let build = |files: &BTreeMap<String, String>| said(&BTreeMap::new(), &files["site.toml"]);
    let all = build(&files);
    let brief: Vec<String> = all
        .iter()
        .map(|p| {
            format!("{} {}", text(p, "message"), list(p, "hints").iter().filter_map(Value::as_str).collect::<String>())
        })
        .collect();
    assert_eq!(
        brief,
        [
            "units is km or mi, found `miles` write `mi`",
            "load_unit is kg or lb, found `pounds` write `lb`",
            "week_start is monday or sunday, found `Sun` write `sunday`",
            "fictional is true or false, found the text `yes` write `true`",
            "unknown key `descripton` did you mean `description`?",
            "unknown key `alow` in `front_matter` did you mean `allow`?",
            "show is cost, provider, body_weight or medication, found `costs` did you mean `cost`?",
            "order is learned or evidence, found `learnt` did you mean `learned`?",
            "side is left, right, both or central, found `L` write `left`",
            "onset `3 May 2024` is no date write `2024-05-03`",
            "better is more or less, found `higher` write `more`",
        ],
    );
    let mended = followed(SETTINGS, &all.iter().collect::<Vec<_>>(), 0);
    let now = build(&BTreeMap::from([("site.toml".to_owned(), mended.clone())]));
    assert_eq!(now.iter().map(|p| text(p, "message")).collect::<Vec<_>>(), Vec::<&str>::new(), "{mended}");
}
