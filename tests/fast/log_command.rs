//! `comeback log`: a day added in one line, what is said back of it, and what is never written.

use crate::support::Project;

const SETTINGS: &str = "-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
";

const TODAY: [&str; 2] = ["--today", "2024-05-04"];

fn project(files: &str) -> Project {
    Project::new(&format!("{files}{SETTINGS}"))
}

/// What a run came to: its exit, what it printed, and the log.
fn log(project: &Project, args: &[&str]) -> (i32, String, String) {
    let ran = project.run_with(&[&["log"], args, &TODAY[..]].concat(), &[]);
    let log = if project.has("content/log.txt") { project.read("content/log.txt") } else { String::new() };
    (ran.status, format!("{}{}", ran.stdout, ran.stderr), log)
}

#[test]
fn a_first_line_makes_the_log_and_is_said_back() {
    let project = project("");
    let (status, said, log) = log(&project, &["pain 2/2/3, run 5k 30m, bridges 3x10 @12kg each side, \"slept badly\""]);
    assert_eq!(status, 0);
    assert_eq!(
        said,
        "content/log.txt: 2024-05-04  pain 2/2/3, run 5k 30m, bridges 3x10 @12kg each side, \"slept badly\"
Saturday 4 May 2024:
  pain 2 before, 2 during, 3 after
  run, 5 km in 30:00
  bridges, 3 sets of 10, with 12 kg, each side
  a note: slept badly
"
    );
    assert_eq!(log, "2024-05-04  pain 2/2/3, run 5k 30m, bridges 3x10 @12kg each side, \"slept badly\"\n");
}

#[test]
fn lines_go_where_their_day_belongs_and_disturb_nothing() {
    let typed = "# mine\r\n2024-05-01  rest   # tired\r\n\r\n2024-05-03  pain 1\r\n";
    let project = project("");
    project.write("content/log.txt", typed);
    for (args, expected) in [
        (
            &["rest", "--date", "2024-05-02"][..],
            "# mine\r\n2024-05-01  rest   # tired\r\n2024-05-02  rest\r\n\r\n2024-05-03  pain 1\r\n",
        ),
        (
            &["pain", "1", "--date", "yesterday"],
            "# mine\r\n2024-05-01  rest   # tired\r\n2024-05-02  rest\r\n\r\n2024-05-03  pain 1\r\n",
        ),
        (
            &["walk", "2", "km", "--date", "-1d"],
            "# mine\r\n2024-05-01  rest   # tired\r\n2024-05-02  rest\r\n\r\n2024-05-03  pain 1\r\n2024-05-03  walk 2 km\r\n",
        ),
    ] {
        let (.., now) = log(&project, args);
        assert_eq!(now, expected, "{args:?}");
    }
}

#[test]
fn what_can_not_be_read_is_not_written() {
    let project = project("-- content/journal/2024-05-01-a.md --\n---\ntreatments: [{type: needling}]\n---\n");
    for (args, said) in [
        (&["pain 12"][..], "0"),
        (&["runn 5k"], "is `run` meant?"),
        (&["run 5k, pain 2/2/3, massage"], "a treatment is `treatment massage`"),
        (&["pain 1\n2024-05-05  pain 2"], "a line has no line breaks"),
        (&["pain 1\u{1b}[2J"], "no signs that can't be seen"),
        (&["rest \"x"], "a quotation mark is not closed"),
        (&["private 2"], "`private` has nothing after it in its item"),
        (&["rest", "--date", "2024-13-01"], "a day is `2020-08-14`"),
        (&["rest", "--date", "3024-05-01"], "out of range"),
        (&["   "], "there is none"),
        (&["# only a remark"], "the day says nothing"),
    ] {
        let (status, told, log) = log(&project, args);
        assert!(status > 0 && told.contains(said), "{args:?}: {status} {told}");
        assert_eq!(log, "", "{args:?}");
    }
    // A name that an entry has is one.
    assert_eq!(log(&project, &["needling, pain 1"]).0, 0);
    // The same line again is rather a second press of the key.
    let (status, told, log) = log(&project, &["needling, pain 1"]);
    assert!(status == 1 && told.contains("it is line 1 of content/log.txt"), "{told}");
    assert_eq!(log, "2024-05-04  needling, pain 1\n");
}

#[test]
fn the_injury_is_named_where_it_is_not_plain() {
    let injuries = "[[injuries]]\nslug = \"calf\"\nname = \"Right calf\"\nonset = 2024-04-01\n[[injuries]]\nslug = \"knee\"\nname = \"Left knee\"\nonset = 2024-04-02\n";
    let project = Project::new(&format!("{SETTINGS}{injuries}"));
    assert_eq!(log(&project, &["pain 1", "--injury", "calf"]).2, "2024-05-04  injury calf, pain 1\n");
    let (status, told, _) = log(&project, &["pain 1", "--injury", "hip"]);
    assert!(status == 1 && told.contains("site.toml has no injury `hip`") && told.contains("calf or knee"), "{told}");
}

#[test]
fn what_is_missing_is_named_with_what_adds_it() {
    let missing = |files: &str, args: &[&str]| -> Vec<String> {
        let (status, said, _) = log(&project(files), args);
        assert_eq!(status, 0, "{said}");
        said.split_once("still missing:\n")
            .map(|(_, rest)| rest.lines().map(|line| line.trim().to_owned()).collect())
            .unwrap_or_default()
    };
    let run = "-- content/log.txt --\n2024-05-03  run 5k, pain 1/2/2\n";
    let none: [&str; 0] = [];
    assert_eq!(missing("", &["pain 1"]), none);
    assert_eq!(missing(run, &["rest"]), ["how this morning was: comeback log \"morning …\""]);
    assert_eq!(missing(run, &["morning 1"]), none);
    assert_eq!(missing(run, &["pain 2/2/2"]), none, "what the day began with stands for it");
    assert_eq!(
        missing("", &["run, morning 1"]),
        ["how it felt, 0 if nothing hurt: comeback log \"pain …\"", "how far or how long the run was, in its line"]
    );
    assert_eq!(
        missing("", &["run 5k, pain 1", "--date", "2024-05-01"]),
        ["how the morning of 2024-05-02 was: comeback log --date 2024-05-02 \"morning …\""]
    );
    let early = "-- content/log.txt --\n2024-05-01  rest\n";
    assert_eq!(
        missing(early, &["rest"]),
        ["all of 2024-05-02 to 2024-05-03: comeback log --date 2024-05-02 \"…\" adds a day"]
    );
    assert_eq!(
        missing("-- content/log.txt --\n2024-05-02  rest\n", &["rest"]),
        ["all of 2024-05-03: comeback log --date yesterday \"…\""]
    );
    // A span is something, and what lies a season back is not asked for.
    assert_eq!(missing("-- content/log.txt --\n2024-04-01..05-03  run 9 km\n", &["rest"]), none);
    assert_eq!(missing("-- content/log.txt --\n2024-01-01  rest\n", &["rest"]), none);
    // An entry's next day is known too.
    let entry = "-- content/journal/2024-05-03-a.md --\n---\npain: {during: 2, next_day: 1}\n---\n";
    assert_eq!(missing(entry, &["rest"]), none);
}

#[test]
fn private_logs_stay_so_and_days_to_come_wait() {
    let project = project("-- content/log.txt --\nprivate\n2024-05-01  rest\n");
    let (_, said, log) = log(&project, &["pain 1", "--date", "2024-05-09"]);
    assert!(said.contains("private, as the whole file is") && said.contains("still to come"), "{said}");
    assert_eq!(log, "private\n2024-05-01  rest\n2024-05-09  pain 1\n");
}

#[test]
fn programs_get_json() {
    let (status, said, _) = log(&project(""), &["run 5k", "--message-format", "json"]);
    let said: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    assert_eq!(status, 0);
    assert_eq!(
        said,
        serde_json::json!({
            "path": "content/log.txt", "line": "2024-05-04  run 5k", "date": "2024-05-04", "understood": ["run, 5 km"],
            "missing": ["how it felt, 0 if nothing hurt: comeback log \"pain …\""],
        })
    );
}
