//! Pages with several days in them: what of them counts, what is told of them, and what an edit of one changes.

use crate::support::{Project, Ran};
use comeback::build::{self, Builder, Memory, Request};
use comeback::config::{Flags, Today};
use comeback::source::Look;
use serde_json::{Value, json};
use std::path::Path;

const SETTINGS: &str = "-- site.toml --
title = \"A\"
base_url = \"https://example.org/\"
";

/// A page with three days, of which each is a line of the log.
const PAGE: &str = "# 2024\n\n## 6 May\n- pain 4, run 5k 30:00 rpe 3\n\nWith Zorblatt.\n\n## Tue 7 May - on the sofa\nmorning 3, rest\n\n## 2024-05-08\nPain: 1\n";

fn project(page: &str) -> Project {
    Project::new(&format!("{SETTINGS}-- content/journal/diary.md --\n{page}"))
}

fn check(project: &Project) -> Ran {
    project.run(["check", "--today", "2024-12-31"])
}

fn stats(project: &Project) -> Value {
    let ran = project.run(["stats", "--json", "--today", "2024-12-31"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    serde_json::from_str(&ran.stdout).expect("JSON")
}

/// How many entries and lines count, and the last of their days.
fn counted(project: &Project) -> Value {
    let stats = stats(project);
    json!([stats["entries"], stats["log_lines"], stats["to"]])
}

#[test]
fn a_page_with_several_days_is_no_entry_and_its_days_count_as_lines() {
    let project = project(PAGE);
    let ran = check(&project);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(counted(&project), json!([0, 3, "2024-05-08"]));
    let stats = stats(&project);
    assert_eq!(stats["weeks"][0]["distance_m"], json!({"run": 5000}));
    assert_eq!((&stats["weeks"][0]["known_days"], &stats["mornings_only"]), (&json!(2), &json!(1)));
    let ran = project.run(["build", "--today", "2024-12-31"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let page = project.read("public/journal/diary/index.html");
    assert!(page.contains("With Zorblatt.") && page.contains("on the sofa"), "{page}");
    // A day's values come from their lines.
    let why = project.run(["why", "2024-05-06", "--today", "2024-12-31"]);
    let expected = "\
2024-05-06
  content/journal/diary.md says in line 4: pain.worst 4, session.run, session.run.distance 5000 m, session.run.duration 30 min, session.run.rpe 3
  content/journal/diary.md says in line 9 how the next day began, 3
  pain is 4
";
    assert_eq!(why.stdout, expected);
}

#[test]
fn days_that_are_no_lines_are_told_with_what_to_do() {
    let project =
        project("## 2024-05-06\nA day of prose.\n## 2024-05-07\nrun 5\n## 2024-05-08\npain 1\n## 2024-05-09\n");
    let expected = "\
warning: 3 days don't begin with a line that the log reads, of the 4 on this page, and count nowhere
 --> content/journal/diary.md:1:4
";
    let ran = check(&project);
    assert!(ran.stderr.starts_with(expected), "{}", ran.stderr);
    assert!(ran.stderr.contains("`comeback import days content/journal/diary.md` splits it"), "{}", ran.stderr);
    assert_eq!((ran.status, ran.stderr.matches("warning").count()), (0, 2), "{}", ran.stderr);
    assert_eq!(counted(&project), json!([0, 1, "2024-05-08"]));
    // The hint works: what was prose are entries then, and what counted on the page is named.
    let ran = project.run(["import", "days", "content/journal/diary.md"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let last = "days of content/journal/diary.md count there too, and so twice: move it out of content/\n";
    assert!(
        ran.stdout.contains("  2024-05-08: content/journal/diary.md:6\n") && ran.stdout.ends_with(last),
        "{}",
        ran.stdout
    );
    project.remove("content/journal/diary.md");
    assert_eq!(counted(&project), json!([2, 1, "2024-05-08"]));
}

#[test]
fn a_file_with_a_date_of_its_own_stays_an_entry() {
    for front in ["date: 2024-05-05\npain: 2", "date: 2024-05-05\ntitle: A week"] {
        let project = project(&format!("---\n{front}\n---\n{PAGE}"));
        assert_eq!(counted(&project), json!([1, 0, "2024-05-05"]));
    }
    for page in [
        "## 2024-05-06\npain 1\n",
        "## 3 sets\npain 1\n## 5 sets\npain 1\n",
        "```\n## 2024-05-06\n## 2024-05-07\n```\n",
    ] {
        let project = project(page);
        assert!(check(&project).stderr.contains("the entry has no date"), "{page}");
    }
}

#[test]
fn what_is_kept_back_counts_nowhere_and_is_published_nowhere() {
    for (front, count) in [
        ("draft: true", json!([0, 0, null])),
        ("visibility: private", json!([0, 0, null])),
        ("visibility: unlisted", json!([0, 0, null])),
        ("expires: 2024-06-01", json!([0, 0, null])),
        ("publishDate: 2025-06-01", json!([0, 0, null])),
    ] {
        let project = project(&format!("---\n{front}\n---\n{PAGE}"));
        assert_eq!(counted(&project), count, "{front}");
        let ran = project.run(["build", "--today", "2024-12-31", "--allow-empty"]);
        let ran = if ran.status == 2 { project.run(["build", "--today", "2024-12-31"]) } else { ran };
        assert_eq!(ran.status, 0, "{front} {}", ran.stderr);
        for (path, bytes) in project.tree("public") {
            let own = front.ends_with("unlisted") && path == "journal/diary/index.html";
            assert!(own || !String::from_utf8_lossy(&bytes).contains("Zorblatt"), "{front} {path}");
        }
        // Private lines count where the settings say so; drafts never do.
        project.write(
            "site.toml",
            "title = \"A\"\nbase_url = \"https://example.org/\"\n[privacy]\ncount_private = true\n",
        );
        let counts = if front.starts_with("visibility") { 3 } else { 0 };
        assert_eq!(stats(&project)["log_lines"], counts, "{front}");
    }
}

#[test]
fn a_private_day_on_a_page_that_is_shown_is_an_error() {
    let project = project("## 2024-05-06\npain 1, private\n## 2024-05-07\npain 2\n");
    let ran = project.run(["build", "--today", "2024-12-31"]);
    let expected = "\
error: the page shows all of its days, so none of them can be private alone
 --> content/journal/diary.md:2:1
";
    assert!(ran.status == 1 && ran.stderr.starts_with(expected), "{}", ran.stderr);
    project.write(
        "content/journal/diary.md",
        "---\nvisibility: private\n---\n## 2024-05-06\npain 1, private\n## 2024-05-07\npain 2\n",
    );
    assert_eq!(check(&project).status, 0);
}

#[test]
fn a_page_s_days_take_its_injury() {
    let project = project(&format!("---\ninjury: calf\n---\n{PAGE}"));
    let settings = "title = \"A\"\nbase_url = \"https://example.org/\"\n[[injuries]]\nname = \"calf\"\n[[injuries]]\nname = \"hip\"\n";
    project.write("site.toml", settings);
    for (injury, lines) in [("calf", 3), ("hip", 0)] {
        let ran = project.run(["stats", "--json", "--injury", injury, "--today", "2024-12-31"]);
        let stats: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        assert_eq!(stats["log_lines"], lines, "{injury}");
    }
}

fn request(root: &Path) -> Request {
    Request { keep_going: true, ..Request::new(root, Flags::on(Today::Given(jiff::civil::date(2024, 12, 31)))) }
}

#[test]
fn pages_follow_every_edit_of_a_day_on_a_page() {
    let entry = "---\npain: 2\nsessions: [run 3 km 20 min rpe 3]\n---\nWords.\n";
    let project = project(PAGE);
    for day in 10..20 {
        project.write(&format!("content/journal/2024-05-{day}.md"), entry);
    }
    let kept = request(project.root());
    let mut builder = Builder::new(&kept.root, Some(&kept.output), kept.flags.clone());
    let mut memory = Memory::default();
    for text in [
        PAGE.to_owned(),
        PAGE.replace("pain 4", "pain 5"),
        PAGE.replace("run 5k", "run 6k"),
        PAGE.replace("6 May", "11 May"),
        PAGE.replace("run 5k 30:00 rpe 3", "needling was nice"),
        format!("---\ndraft: true\n---\n{PAGE}"),
        format!("---\nvisibility: private\n---\n{PAGE}"),
        format!("---\nvisibility: unlisted\n---\n{PAGE}"),
        format!("---\ndate: 2024-05-09\n---\n{PAGE}"),
        "## 2024-05-08\npain 1\n".to_owned(),
        PAGE.to_owned(),
    ] {
        project.write("content/journal/diary.md", &text);
        build::build_if_moved(&mut builder, &mut memory, &kept, &Look::Everything).expect("a disk");
        let clean = Project::empty();
        for (path, bytes) in project.tree("content") {
            clean.write(&format!("content/{path}"), bytes);
        }
        clean.write("site.toml", project.read("site.toml"));
        build::build(&request(clean.root()), &|_, _| {}).expect("a disk");
        let (kept, clean) = (project.tree("public"), clean.tree("public"));
        for (path, bytes) in &clean {
            assert!(kept.get(path) == Some(bytes), "{path} is not what a clean build makes after {text}");
        }
        assert_eq!(kept.len(), clean.len(), "{text}");
    }
}
