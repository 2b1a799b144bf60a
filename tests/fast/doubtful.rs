//! What can hardly be true is told with its place, and what to do about it.

use crate::support::{Project, SETTINGS};

/// What `check` says at each place, without excerpts.
fn told(project: &Project) -> Vec<String> {
    let ran = project.run(["check", "--message-format", "json"]);
    let mut told = Vec::new();
    for line in ran.stderr.lines().filter(|line| line.starts_with('{')) {
        let said: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let (Some(code), Some(message)) = (said["code"].as_str(), said["message"].as_str()) else { continue };
        if said["severity"] != "note" {
            let [line, column] = ["line", "column"].map(|part| said[part].as_u64().unwrap_or_default());
            let at = format!("{}:{line}:{column}", said["path"].as_str().unwrap_or_default());
            told.push(format!("{code} {at} {message}"));
        }
    }
    told
}

fn entry(name: &str, front: &str) -> String {
    format!("-- content/journal/{name}.md --\n---\n{front}---\nText of {name}.\n")
}

#[test]
fn two_files_of_one_day_that_say_the_same() {
    let same = "-- content/journal/NAME.md --\n---\ntitle: First run\ndate: 2020-08-07\npain: 2\n---\nThree laps.\n";
    let project = Project::new(&format!(
        "{}{}{}{}",
        same.replace("NAME", "2020-08-07-a"),
        same.replace("NAME", "2020-08-07-b"),
        entry("2020-08-07-c", "title: First Run\ndate: 2020-08-07\n"),
        entry("2020-08-07-d", "title: Second run\n"),
    ));
    assert_eq!(
        told(&project),
        [
            "same-entry content/journal/2020-08-07-b.md:2:1 content/journal/2020-08-07-a.md is the same, byte for byte",
            "same-entry content/journal/2020-08-07-c.md:2:1 content/journal/2020-08-07-a.md has the same day and title",
        ]
    );
    // The advice works.
    for (name, title) in [("b", "Evening"), ("c", "Night")] {
        project.write(&format!("content/journal/2020-08-07-{name}.md"), format!("---\ntitle: {title}\n---\nText.\n"));
    }
    assert_eq!(told(&project), Vec::<String>::new());
}

#[test]
fn a_year_far_from_all_others() {
    let days: String = (1..5).map(|n| entry(&format!("d{n}"), &format!("title: D{n}\ndate: 2020-01-0{n}\n"))).collect();
    let typo = entry("typo", "title: Typo\ndate: 1926-02-29\n").replace("1926", "1924");
    let project = Project::new(&format!("{days}{typo}{}", entry("ahead", "date: 2062-01-01\n")));
    assert_eq!(
        told(&project),
        ["far-year content/journal/typo.md:3:7 1924-02-29 is 95 years away from every other entry"],
        "what lies ahead is not published, and told as such"
    );
    let ran = project.run(["check"]);
    assert!(ran.stderr.contains("hint: did you mean `2020-02-29`?"), "{}", ran.stderr);
    assert!(!(ran.stdout + &ran.stderr).contains("nothing is written down of"), "nobody was anywhere between");
    let few = Project::new(&(entry("d1", "date: 2020-01-01\n") + &entry("old", "date: 2012-01-01\n")));
    assert_eq!(told(&few), Vec::<String>::new(), "of two entries nobody can tell");
}

#[test]
fn a_file_name_that_says_another_day() {
    let project =
        Project::new(&(entry("2020-08-07-a", "date: 2020-08-08\n") + &entry("20200808-b", "date: 2020-08-08\n")));
    assert_eq!(
        told(&project),
        ["date-differs content/journal/2020-08-07-a.md:2:7 date is 2020-08-08, and the file's name says 2020-08-07"]
    );
}

#[test]
fn a_day_before_the_onset() {
    let calf = "[[injuries]]\nname = \"calf\"\nonset = 2020-08-05\n";
    let one = format!("-- site.toml --\n{SETTINGS}{calf}");
    let early = entry("2020-08-01-a", "pain: 1\n") + &entry("2020-08-02-b", "date: 2020-08-02\n");
    assert_eq!(
        told(&Project::new(&format!("{one}{early}"))),
        [
            "before-onset content/journal/2020-08-01-a.md:0:0 2 entries lie before the onset of the calf on 2020-08-05, the first on 2020-08-01"
        ]
    );
    let two = format!("{one}[[injuries]]\nname = \"knee\"\nonset = 2020-08-09\n");
    let named = entry("2020-08-06-c", "injury: knee\n");
    assert_eq!(
        told(&Project::new(&format!("{two}{early}{named}"))),
        ["before-onset content/journal/2020-08-06-c.md:2:1 2020-08-06 lies before the onset of the knee on 2020-08-09"],
        "an entry that names none is of none"
    );
}

#[test]
fn an_entry_as_new_wrote_it() {
    let project = Project::new(&format!("-- site.toml --\n{SETTINGS}"));
    assert_eq!(project.run(["new", "First day", "--date", "2020-08-07"]).status, 0);
    let path = "content/journal/2020-08-07-first-day.md";
    let text = project.read(path);
    assert_eq!(
        told(&project),
        [format!("untouched {path}:0:0 the entry is as `comeback new` wrote it: it says nothing yet")]
    );
    for filled in [
        text.replace("  during:\n", "  during: 2\n"),
        format!("{text}It hurt.\n"),
        text.replacen("---\n", "---\ndraft: true\n", 1),
    ] {
        assert_ne!(filled, text);
        project.write(path, filled);
        assert_eq!(told(&project), Vec::<String>::new());
    }
}

#[test]
fn a_run_that_nobody_runs() {
    let project = Project::new(
        &(entry("2020-08-07-a", "mileage: 12\nsessions: [{type: run, duration: 6:00}]\n")
            + &entry("2020-08-08-b", "mileage: 12\nsessions: [{type: run, duration: 1:30:00}]\n")
            + &entry("2020-08-09-c", "mileage: 12\nsessions: [{type: bike, duration: 6:00}]\n")
            + &entry("2020-08-10-d", "mileage: 3m\n")
            + &entry("2020-08-11-e", "mileage: 12\nsessions: [{type: run, duration: 1:30}]\n")),
    );
    assert_eq!(
        told(&project),
        [
            "implausible content/journal/2020-08-07-a.md:2:1 mileage is 12.0 km, which makes the run's pace 0:30 per km",
            "implausible content/journal/2020-08-10-d.md:2:10 mileage is 3 metres, found the text `3m`",
            "implausible content/journal/2020-08-11-e.md:3:34 duration is 1 min 30 s, found `1:30`",
        ]
    );
    let ran = project.run(["check"]);
    assert!(ran.stderr.contains("an hour and a half `1:30:00`") && ran.stderr.contains("`3 mi`"), "{}", ran.stderr);
}
