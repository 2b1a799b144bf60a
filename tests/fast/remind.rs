//! Notes to oneself: shown by commands from their day on, and in no output, ever.

use crate::support::{Project, SETTINGS};

const ENTRY: &str = "-- content/journal/2020-08-01-a.md --
---
title: A day
pain: 1
remind:
  - on: 2020-09-13
    text: Zorbook the quorlish check-up, and ask about wexel shoes
  - {on: 2020-12-01, text: \"Look back at zumbrel\"}
---
Text.
-- content/journal/2020-08-02-b.md --
---
pain: 1
draft: true
remind: {on: 2020-08-05, text: Of a draft}
---
Text.
-- content/journal/2020-08-03-c.md --
---
pain: 1
visibility: private
remind: {on: 2020-08-06, text: |
  Of a private
  entry}
---
Text.
";

/// What commands say on 13 September 2020, the day of tests.
const DUE: [&str; 2] = [
    "reminder of 2020-08-05: Of a draft (content/journal/2020-08-02-b.md:4, until you remove it there)",
    "reminder of 2020-09-13: Zorbook the quorlish check-up, and ask about wexel shoes (content/journal/2020-08-01-a.md:5, until you remove it there)",
];

fn reminders(said: &str) -> Vec<&str> {
    said.lines().filter(|line| line.starts_with("reminder")).collect()
}

#[test]
fn check_and_new_show_those_whose_day_has_come() {
    let project = Project::new(&ENTRY.replace("text: |\n  Of a private\n  entry}", "text: Of a private entry}"));
    let private =
        "reminder of 2020-08-06: Of a private entry (content/journal/2020-08-03-c.md:4, until you remove it there)";
    let due = [DUE[0], private, DUE[1]];
    for args in [["check"].as_slice(), &["check", "--strict"]] {
        let ran = project.run_with(args, &[("SOURCE_DATE_EPOCH", "1600000000")]);
        assert_eq!((reminders(&ran.stdout), ran.status), (due.to_vec(), 0), "{}{}", ran.stdout, ran.stderr);
    }
    assert_eq!(reminders(&project.run(["new", "Next"]).stderr), due);
    // On the day before the last one is none yet; later there is one more.
    let on = |day: &str| project.run(["check", "--today", day]).stdout;
    assert_eq!(reminders(&on("2020-09-12")), &due[..2]);
    assert_eq!(reminders(&on("2020-08-04")), Vec::<&str>::new());
    assert_eq!(reminders(&on("2020-12-01")).len(), 4);
}

#[test]
fn no_output_has_any_of_them() {
    let project = Project::new(&ENTRY.replace("text: |\n  Of a private\n  entry}", "text: Of a private entry}"));
    for today in ["2020-08-20", "2021-01-01"] {
        let ran = project.run(["build", "--today", today]);
        assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
        assert!(reminders(&ran.stdout).is_empty() && reminders(&ran.stderr).is_empty());
        for (path, bytes) in project.tree("public") {
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for word in ["zorbook", "quorlish", "wexel", "zumbrel", "remind", "of a draft"] {
                assert!(!text.contains(word), "{path}: {word}");
            }
        }
        for said in [project.run(["export", "--format", "json"]).stdout, project.run(["stats", "--json"]).stdout] {
            assert!(!said.contains("uorlish") && !said.contains("zumbrel"), "{said}");
        }
    }
}

#[test]
fn one_that_stands_in_an_output_is_a_leak() {
    let project = Project::new(ENTRY.split_once("-- content/journal/2020-08-02").expect("two entries").0);
    project.write("static/notes.txt", "To do: zorbook the quorlish check-up, and ask about wexel shoes.\n");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stderr.contains("a reminder") && ran.stderr.contains("notes.txt"), "{}", ran.stderr);
    assert!(!ran.stderr.contains("quorlish check-up, and"), "messages don't repeat it: {}", ran.stderr);
}

#[test]
fn mistakes_are_told_with_their_places() {
    let said = |front: &str| {
        let project = Project::new(&format!(
            "-- site.toml --\n{SETTINGS}-- content/journal/2020-08-01-a.md --\n---\npain: 1\n{front}\n---\nText.\n"
        ));
        let ran = project.run(["check", "--message-format", "github"]);
        ran.stdout.lines().chain(ran.stderr.lines()).find(|line| line.starts_with("::")).unwrap_or_default().to_owned()
    };
    for (front, expected) in [
        ("remind: {on: soon, text: A}", "line=3,col=14"),
        ("remind: {text: A}", "a reminder needs a day, `on`"),
        ("remind: {on: 2020-10-01}", "a reminder needs a `text`"),
        ("remind: Buy shoes", "a reminder has a day and a text, found the text `Buy shoes`"),
        ("remind: {on: 2020-10-01, text: A, who: me}", "unknown key `who` in `remind`"),
        ("reminder: {on: 2020-10-01, text: A}", "unknown key `reminder`"),
    ] {
        let said = said(front);
        assert!(said.contains(expected), "{front}: {said}");
    }
    assert!(said("remind: {on: soon, text: A}").starts_with("::error "));
}
