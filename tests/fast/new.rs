//! `comeback new`: what it carries over, and the score of the morning after.

use crate::support::Project;

const SETTINGS: &str = "-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
load_unit = \"lb\"
[[injuries]]
slug = \"calf\"
name = \"right calf\"
onset = 2020-08-03
[[phases]]
name = \"Running\"
start = 2020-08-10
";

const TWO_DAYS: &str = "-- content/journal/2020-08-12-gym.md --
---
title: Gym
sessions: [strength, {type: bike, planned: true}]
exercises:
  - {name: Calf raise, sets: 3, reps: [12, 10, 8], load: 45 lb, tempo: 3-0-3-0, side: right, pain: 2, verdict: helps, rpe: 6}
  - {name: \"Plank: long\", hold: 45, reps: 2}
---
-- content/journal/2020-08-13-first-run.md --
---
title: First run  # at last
pain: {site: calf, side: right, during: 2}
---
A kilometre.
";

fn two_days() -> Project {
    Project::new(&format!("{SETTINGS}{TWO_DAYS}"))
}

#[test]
fn a_new_entry_starts_from_those_before_it_and_says_nothing_yet() {
    let project = two_days();
    let ran = project.run(["new", "Again", "--date", "2020-08-14"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "./content/journal/2020-08-14-again.md\n"));
    let lacks = "content/journal/2020-08-13-first-run.md has no score of the next day yet (--next-day SCORE adds it)\n";
    assert_eq!(ran.stderr, lacks);
    let expected = "---
title: \"Again\"
date: 2020-08-14
# day 12, week 2, phase Running
tags: []
# 0 to 10; what is left empty stays unknown. The next day's score is added tomorrow.
pain:
  - site: calf
    side: right
    before:
    during:
    after:
    next_day:
# Distances in km; take the # off what you did.
sessions:
  # - {type: strength, distance: , duration: , rpe: }
# As on 2020-08-12: take the # off what you did again, and change what was different.
exercises:
  # - {name: Calf raise, sets: 3, reps: [12, 10, 8], load: 45 lb, tempo: 3-0-3-0, side: right}
  # - {name: \"Plank: long\", reps: 2, hold: 45}
---

";
    assert_eq!(project.read("content/journal/2020-08-14-again.md"), expected);
    project.write("content/journal/2020-08-14-again.md", format!("{expected}Nothing new.\n"));
    project.build(["--strict"]);
    let page = project.read("public/journal/again/index.html");
    assert!(!page.contains("Calf raise") && !page.contains("trength"), "{page}");
}

#[test]
fn the_score_of_the_morning_goes_into_the_entry_of_the_day_before() {
    let project = two_days();
    let ran = project.run(["new", "Again", "--date", "2020-08-14", "--next-day", "1.5"]);
    let said = "content/journal/2020-08-13-first-run.md: the next day's score is 1.5\n";
    assert_eq!((ran.status, ran.stderr.as_str()), (0, said));
    let expected = "---\ntitle: First run  # at last\npain: {site: calf, side: right, during: 2, next_day: 1.5}\n---\nA kilometre.\n";
    assert_eq!(project.read("content/journal/2020-08-13-first-run.md"), expected);
    // It is there now: nothing is missing, and there is nothing to add it to.
    let ran = project.run(["new", "More", "--date", "2020-08-14", "--another"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let ran = project.run(["new", "More", "--date", "2020-08-14", "--another", "--next-day", "2"]);
    let said = "--next-day: no entry of the day before lacks the score of its next day\n";
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (1, "", said));
    assert_eq!(project.tree("content/journal").len(), 4);
}

#[test]
fn only_the_day_before_is_asked_about() {
    let project = two_days();
    let missing = "if you know it, still missing is all of 2020-08-14: comeback log --date 2020-08-14 \"…\"\n";
    assert_eq!(project.run(["new", "Later", "--date", "2020-08-15"]).stderr, missing);
    // Something was done that day, though nothing was scored.
    let ran = project.run(["new", "Run", "--date", "2020-08-13", "--another", "--next-day", "0"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "./content/journal/2020-08-13-run.md\n"));
    assert!(project.read("content/journal/2020-08-12-gym.md").ends_with("reps: 2}\npain: {next_day: 0}\n---\n"));
}

#[test]
fn a_file_that_scores_several_places_is_left_to_its_writer() {
    let front = "---\npain:\n  - {site: knee, after: 2}\n  - {site: hip, after: 1}\n---\n";
    let project = Project::new(&format!("-- content/journal/2020-08-13-a.md --\n{front}"));
    let said = "content/journal/2020-08-13-a.md scores several places: type the next day's score there\n";
    let ran = project.run(["new", "B", "--date", "2020-08-14", "--next-day", "1"]);
    assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (1, "", said));
    let ran = project.run(["new", "B", "--date", "2020-08-14"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, said));
    assert_eq!(project.read("content/journal/2020-08-13-a.md"), front);
}

#[cfg(unix)]
#[test]
fn the_file_keeps_its_permissions_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let project = two_days();
    let path = project.path("content/journal/2020-08-13-first-run.md");
    let kept = project.path("content/kept.txt");
    std::fs::rename(&path, &kept).expect("it is there");
    symlink(&kept, &path).expect("a link");
    std::fs::set_permissions(&kept, std::fs::Permissions::from_mode(0o640)).expect("it is ours");
    assert_eq!(project.run(["new", "A", "--date", "2020-08-14", "--next-day", "1"]).status, 0);
    assert!(path.is_symlink());
    assert_eq!(kept.metadata().expect("it is there").permissions().mode() & 0o777, 0o640);
    assert!(project.read("content/kept.txt").contains("next_day: 1}"));
}

#[test]
fn a_score_that_is_none_is_refused_before_anything_is_made() {
    let project = two_days();
    let ran = project.run(["new", "A", "--date", "2020-08-14", "--next-day", "11"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    let said = "invalid value '11' for '--next-day <SCORE>': a score is 0 to 10, halves allowed, and `11` is none";
    assert!(ran.stderr.contains(said), "{}", ran.stderr);
    assert_eq!(project.tree("content/journal").len(), 2);
}

/// The answer is typed where a person would type it; other systems' `script` takes other options.
#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_the_morning_is_asked_for() {
    let project = two_days();
    let program = env!("CARGO_BIN_EXE_comeback");
    let typed = |answer: &str, date: &str| {
        let command = format!("{program} new A --another --date {date}");
        let mut script = std::process::Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).current_dir(project.root());
        script.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
        let mut script = script.spawn().ok()?;
        let mut input = script.stdin.take()?;
        std::io::Write::write_all(&mut input, answer.as_bytes()).ok()?;
        // The program has its answer before the terminal is closed.
        let ran = script.wait_with_output().ok()?;
        drop(input);
        Some(String::from_utf8_lossy(&ran.stdout).into_owned())
    };
    let Some(shown) = typed("much\n2\n", "2020-08-14") else {
        eprintln!("SKIPPED: there is no `script` to make a terminal with");
        return;
    };
    let question = "How was it the morning after First run? 0 to 10, Enter to leave it open: ";
    assert_eq!(shown.matches(question).count(), 2, "{shown}");
    assert!(shown.contains("a score is 0 to 10, halves allowed, and `much` is none"), "{shown}");
    assert!(project.read("content/journal/2020-08-13-first-run.md").contains("during: 2, next_day: 2}"));
    let before = project.read("content/journal/2020-08-12-gym.md");
    typed("\n", "2020-08-13").expect("it ran before");
    assert_eq!(project.read("content/journal/2020-08-12-gym.md"), before);
}

#[cfg(unix)]
#[test]
fn after_the_editor_the_entry_is_read_and_its_mistakes_are_told() {
    let project = two_days();
    let edit = |editor: &str, date: &str| {
        project.run_with(&["new", "A", "--edit", "--date", date], &[("EDITOR", editor), ("PATH", "/usr/bin:/bin")])
    };
    let ran = edit("sed -i s/before:/befor:/", "2020-08-20");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "./content/journal/2020-08-20-a.md\n"));
    assert!(
        ran.stderr.contains("warning: unknown key `befor` in `pain`\n  --> content/journal/2020-08-20-a.md:10:5\n"),
        "{}",
        ran.stderr
    );

    let ran = edit("sed -i s/tags:/tags/", "2020-08-21");
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains(" --> content/journal/2020-08-21-a.md:7:"), "{}", ran.stderr);
    // The entry of a day that has one is opened, and read as well.
    let ran = edit("true", "2020-08-20");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""));
    assert!(ran.stderr.contains("2 warnings"), "{}", ran.stderr);
}

#[test]
fn an_entry_without_a_title_is_named_by_its_day_and_leaves_it_to_be_filled_in() {
    let project = two_days();
    let missing = "if you know it, still missing is all of 2020-08-14: comeback log --date 2020-08-14 \"…\"\n";
    let ran = project.run(["new", "--date", "2020-08-15"]);
    assert_eq!(
        (ran.status, ran.stdout.as_str(), ran.stderr.as_str()),
        (0, "./content/journal/2020-08-15.md\n", missing)
    );
    let text = project.read("content/journal/2020-08-15.md");
    assert!(text.starts_with("---\ntitle:\ndate: 2020-08-15\n# day 13, "), "{text}");
    let ran = project.run(["new", "--date", "2020-08-15", "--another"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "./content/journal/2020-08-15-2.md\n"));
    project.write("content/journal/2020-08-15.md", format!("{text}Nothing new.\n"));
    project.remove("content/journal/2020-08-15-2.md");
    project.build(["--strict"]);
    assert!(project.read("public/journal/2020-08-15/index.html").contains("<h1>2020-08-15</h1>"));
}

#[test]
fn an_entry_for_a_day_long_gone_moves_no_address() {
    let project = two_days();
    project.build(["--strict"]);
    let before = project.read("public/journal/first-run/index.html");
    assert!(before.contains("A kilometre."), "{before}");
    let ran = project.run(["new", "First run", "--date", "2020-08-05"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "./content/journal/2020-08-05-first-run.md\n"));
    let path = "content/journal/2020-08-05-first-run.md";
    let text = project.read(path);
    assert!(text.starts_with("---\ntitle: \"First run\"\ndate: 2020-08-05\nslug: 2020-08-05-first-run\n"), "{text}");
    project.write(path, format!("{text}Ten steps.\n"));
    project.build(["--strict"]);
    assert!(project.read("public/journal/first-run/index.html").contains("A kilometre."));
    assert!(project.read("public/journal/2020-08-05-first-run/index.html").contains("Ten steps."));
    // The same name on a day after it keeps its day too, whatever becomes of the first.
    project.run(["new", "First run", "--date", "2020-08-20"]);
    assert!(project.read("content/journal/2020-08-20-first-run.md").contains("\nslug: 2020-08-20-first-run\n"));
}

#[test]
fn commands_find_the_site_from_any_folder_below() {
    let project = two_days();
    let on = [("SOURCE_DATE_EPOCH", "1600000000")];
    let ran = project.run_in("content/journal", &["new", "Again", "--date", "2020-08-14", "--next-day", "1"], &on);
    let lines = (ran.status, ran.stdout.as_str(), ran.stderr.as_str());
    let said = "content/journal/2020-08-13-first-run.md: the next day's score is 1\n";
    assert_eq!(lines, (0, "../../content/journal/2020-08-14-again.md\n", said));
    let ran = project.run_in("content", &["why", "journal/2020-08-14-again.md"], &on);
    assert_eq!((ran.status, ran.stdout.lines().next()), (0, Some("content/journal/2020-08-14-again.md")));
    let ran = project.run_in("content/journal", &["build"], &on);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(project.has("public/journal/again/index.html"));
    // What was typed is what is meant.
    let ran = project.run_in("content/journal", &["check", "--root", "."], &on);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(ran.stderr.starts_with("error: cannot read ./site.toml"), "{}", ran.stderr);
}

#[test]
fn a_new_entry_s_comments_are_in_the_site_s_language_and_are_known_as_such() {
    for (language, comments) in [
        (
            "de",
            [
                "# Tag 12, Woche 2, Phase Running",
                "# 0 bis 10; was leer bleibt, bleibt unbekannt. Der Wert vom nächsten Tag kommt morgen dazu.",
                "# Strecken in km; nimm das # vor dem weg, was du gemacht hast.",
                "# Wie am 2020-08-12: nimm das # vor dem weg, was du wieder gemacht hast, und ändere, was anders war.",
            ],
        ),
        (
            "fr",
            [
                "# jour 12, semaine 2, phase Running",
                "# 0 à 10\u{202f}; ce qui reste vide reste inconnu. Le score du lendemain s’ajoute demain.",
                "# Distances en km\u{202f}; enlevez le # devant ce que vous avez fait.",
                "# Comme le 2020-08-12\u{a0}: enlevez le # devant ce que vous avez refait, et changez ce qui était différent.",
            ],
        ),
    ] {
        let project = two_days();
        let settings = project.read("site.toml");
        project.write("site.toml", format!("language = \"{language}\"\n{settings}"));
        project.run(["new", "Again", "--date", "2020-08-14"]);
        let text = project.read("content/journal/2020-08-14-again.md");
        let found: Vec<&str> = text.lines().filter(|line| line.starts_with('#')).collect();
        assert_eq!(found, comments);
        let ran = project.run(["--today", "2020-08-15", "check"]);
        assert!(ran.stderr.contains("2020-08-14-again.md"), "it is known to be untouched: {}", ran.stderr);
    }
}
