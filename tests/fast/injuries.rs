//! Injuries that begin, end and come back: which one an entry is of, which day it is, and where what is typed of them stands.

use crate::support::{Project, SETTINGS};

/// An entry on a day of 2020.
fn entry(day: &str, front: &str) -> String {
    format!("-- content/journal/2020-{day}-d{day}.md --\n---\ntitle: D{day}\n{front}---\nText.\n")
}

/// Three injuries, of which the first two overlap and the third is the first again.
const LEGS: &str = "
[[injuries]]
slug = \"calf\"
name = \"right calf\"
onset = 2020-02-01
end = 2020-04-30
[[injuries]]
slug = \"knee\"
name = \"left knee\"
onset = 2020-04-01
end = 2020-05-31
[[injuries]]
slug = \"calf-again\"
name = \"right calf, again\"
onset = 2020-07-01
end = 2020-07-20
relapse_of = \"calf\"
";

#[test]
fn an_entry_is_of_the_newest_injury_that_is_active_on_its_day() {
    let days = ["01-20", "02-01", "04-10", "04-12", "05-10", "06-10", "07-02", "07-30"];
    let entries: String = days.iter().map(|day| entry(day, "pain: 1\n")).collect();
    let project = Project::new(&format!("-- site.toml --\n{SETTINGS}{LEGS}{entries}"));
    let told = project.run(["check"]).stderr;
    assert_eq!(
        told.lines().filter(|line| line.starts_with("warning") || line.contains("several")).collect::<Vec<_>>(),
        ["note: 2 entries name no injury on days with several, so the newest counts: here, of `knee` and `calf`"],
        "{told}"
    );
    assert!(told.contains("content/journal/2020-04-10-d04-10.md\n") && told.contains("`injury: knee` says which"));
    let why = |day: &str| {
        let ran = project.run(["why", &format!("content/journal/2020-{day}-d{day}.md")]);
        ran.stdout.lines().find(|line| line.contains("its day is")).expect("its day").trim().to_owned()
    };
    let said: Vec<String> = days.iter().map(|day| why(day).replace("numbers", "").trim().to_owned()).collect();
    let expected = [
        "its day is 2020-01-20",
        "its day is 2020-02-01, day 1 of the right calf",
        "its day is 2020-04-10, day 10 of the left knee",
        "its day is 2020-04-12, day 12 of the left knee",
        "its day is 2020-05-10, day 40 of the left knee",
        "its day is 2020-06-10",
        "its day is 2020-07-02, day 2 of the right calf, again",
        "its day is 2020-07-30",
    ];
    assert_eq!(said.iter().map(|line| line.trim_start_matches([':', ' '])).collect::<Vec<_>>(), expected);
}

#[test]
fn days_are_counted_up_to_the_end_of_the_only_injury() {
    let settings = format!(
        "-- site.toml --\n{SETTINGS}[[injuries]]\nname = \"right calf\"\nonset = 2020-02-01\nend = 2020-02-20\n"
    );
    let project = Project::new(&format!("{settings}{}{}", entry("02-20", "pain: 1\n"), entry("02-21", "pain: 0\n")));
    project.build([]);
    assert!(project.read("public/journal/d02-20/index.html").contains("day 20"));
    let after = project.read("public/journal/d02-21/index.html");
    assert!(!after.contains("day 21") && !after.contains("week 3"), "{after}");
    let facts = "<p class=\"facts\">right calf\u{a0}· 20 days\u{a0}· back since 20\u{a0}February\u{a0}2020</p>";
    assert!(project.read("public/index.html").contains(facts));
}

#[test]
fn what_is_typed_of_an_injury_stands_on_the_site() {
    let project = Project::new(&format!(
        "-- site.toml --\n{SETTINGS}{LEGS}baseline = \"48 km\"\nmechanism = \"A kerb\"\n\
         diagnoses = [{{ date = 2020-07-03, label = \"A long name for a strain\", short = \"strain\" }}]\n\
         operations = [{{ date = 2020-07-05, label = \"A stitch\" }}]\n{}{}",
        entry("07-02", "pain: 1\nmileage: 4\n"),
        entry("07-12", "pain: 0\nmileage: 5\n"),
    ));
    project.build([]);
    let progress = project.read("public/progress/index.html");
    let facts = progress
        .split("class=\"lead meta injury-facts\">")
        .nth(3)
        .or_else(|| progress.split("class=\"lead meta injury-facts\">").last());
    let facts = facts.and_then(|text| text.split("</ul>").next()).expect("facts");
    assert_eq!(
        facts,
        "<li>From 1 July 2020 to 20 July 2020.</li><li>A relapse: right calf.</li><li>A kerb</li>\
         <li>Before it, 48.0 km of running a week.</li><li>3 July 2020: A long name for a strain.</li>\
         <li>5 July 2020: A stitch (operation).</li>"
    );
    let phases = project.run(["chart", "phases"]).stdout;
    assert!(phases.contains(">right calf, again: strain<"), "the drawing has the few words: {phases}");
    assert!(
        phases.contains("right calf, again: A stitch: 5") && phases.contains("Diagnoses and operations"),
        "{phases}"
    );
    let weeks = project.run(["chart", "weekly-distance"]).stdout;
    assert!(weeks.contains("48 km: a week before: right calf, again"), "{weeks}");
    let own = project.run(["chart", "weekly-distance", "--injury", "knee"]).stdout;
    assert!(!own.contains("a week before"), "{own}");
    let timeline = project.read("public/timeline/index.html");
    for word in ["Relapse", "Operation", "A stitch", "Injury over", "Diagnosis"] {
        assert!(timeline.contains(word), "{word}");
    }
}

#[test]
fn an_injury_that_cannot_be_is_an_error_with_its_place() {
    let project = Project::new(&format!(
        "-- site.toml --\n{SETTINGS}\
         [[injuries]]\nname = \"calf\"\nonset = 2020-02-02\nend = 2020-02-01\nrelapse_of = \"calf\"\n\
         [[injuries]]\nname = \"knee\"\nonset = 2020-01-02\nrelapse_of = \"calv\"\nbaseline = \"lots\"\n\
         [[injuries]]\nname = \"hip\"\nonset = 2020-01-01\nrelapse_of = \"knee\"\noperations = [{{ label = \"Pin\" }}]\n\
         diagnoses = [{{ date = 2020-01-05, label = \"Tear\", shrot = \"t\" }}]\n"
    ));
    let ran = project.run(["check"]);
    for told in [
        "error: the injury ends on 2020-02-01, before its onset on 2020-02-02 at site.toml:6:7",
        "error: an injury is no relapse of itself at site.toml:7:14",
        "error: no injury has the slug `calv` at site.toml:11:14",
        "error: baseline is a length such as `5 km`, `3.1 mi` or `800 m`, found the text `lots` at site.toml:12:12",
        "warning: `hip` is a relapse of `knee`, which began later at site.toml:16:14",
        "error: an operation has a date and a label at site.toml:17:15",
        "warning: unknown key `shrot` in `diagnoses` at site.toml:18:51",
    ] {
        let (line, place) = told.split_once(" at ").expect("a place");
        assert!(ran.stderr.contains(&format!("{line}\n")), "{line}\n{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("--> {place}\n")), "{place}\n{}", ran.stderr);
    }
    assert!(
        ran.stderr.contains("did you mean `calf`?") && ran.stderr.contains("did you mean `short`?"),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.status, 1);
}

#[test]
fn a_new_entry_is_of_an_injury_that_is_active() {
    let last = entry("04-10", "injury: calf\npain: 1\n");
    let project = Project::new(&format!("-- site.toml --\n{SETTINGS}{LEGS}{last}"));
    for (day, expected) in [
        // The last entry's own still goes on, has ended, nothing goes on, and one is back.
        ("2020-04-20", Some("injury: calf")),
        ("2020-05-10", Some("injury: knee")),
        ("2020-06-10", None),
        ("2020-07-10", Some("injury: calf-again")),
    ] {
        let ran = project.run(["new", "A", "--date", day]);
        let text = project.read(ran.stdout.trim());
        assert_eq!(text.lines().find(|line| line.starts_with("injury:")), expected, "{day}: {text}");
        project.remove(ran.stdout.trim());
    }
}
