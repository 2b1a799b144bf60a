//! Criteria: named by the settings, ticked by entries and lines, shown with who set them, and never more than that.

use crate::support::{Project, SETTINGS};

/// Two phases, two criteria of the first, one of the second and one of none.
const CRITERIA: &str = "
[[phases]]
name = \"Loading\"
start = 2020-03-01
end = 2020-04-30
[[phases]]
name = \"First runs\"
start = 2020-05-01
[[criteria]]
id = \"ten-hops\"
phase = \"Loading\"
text = \"Ten hops on one leg, pain 2 at most\"
by = \"Dunja\"
[[criteria]]
id = \"stairs\"
phase = \"loading\"
text = \"Stairs in the morning & no rail\"
[[criteria]]
id = \"half-hour\"
phase = \"First runs\"
text = \"Half an hour without a break\"
by = \"me\"
[[criteria]]
id = \"sit\"
text = \"A film on a hard chair\"
";

fn project(entries: &str) -> Project {
    Project::new(&format!("-- site.toml --\n{SETTINGS}{CRITERIA}{entries}"))
}

const TICKED: &str = "-- content/journal/2020-03-10-a.md --
---
title: Hopping
pain: 1
milestones: [Socks]
criteria: [ten-hops, Sit]
---
Text.
-- content/journal/2020-05-12-b.md --
---
title: Again
pain: 0
criteria: ten-hops
---
Text.
-- content/log.txt --
2020-05-20  pain 0, criteria half-hour
";

/// The lists of criteria of a page, a line each, without tags.
fn lists(page: &str) -> Vec<String> {
    let lists = page.split("<dl class=\"noted criteria\">").skip(1).filter_map(|rest| rest.split("</dl>").next());
    let rows = lists.flat_map(|list| list.split("<div>").skip(1));
    rows.map(plain).collect()
}

fn plain(html: &str) -> String {
    let mut out = String::new();
    for part in html.replace("</dt>", " | ").replace("<br>", " | ").split('<') {
        out.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    out.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn they_stand_on_progress_and_timeline_by_phase_with_who_set_them() {
    let project = project(TICKED);
    project.build([]);
    let progress = project.read("public/progress/index.html");
    let [hops, stairs, half, sit] = [
        "met on 10 Mar 2020 | Ten hops on one leg, pain 2 at most | Set by Dunja · In Hopping",
        "open | Stairs in the morning &amp; no rail",
        "met on 20 May 2020 | Half an hour without a break | Set by me",
        "met on 10 Mar 2020 | A film on a hard chair | In Hopping",
    ];
    assert_eq!(lists(&progress), [hops, stairs, half, sit]);
    let names = progress.split("<h3 class=\"part-name\">").skip(1).filter_map(|rest| rest.split('<').next());
    assert_eq!(names.collect::<Vec<_>>(), ["Loading", "First runs", "Of no phase"]);
    assert!(progress.contains("<li><a href=\"#criteria\">Criteria</a></li>"));
    assert!(progress.contains("<a href=\"/journal/a/\">Hopping</a>"));
    assert_eq!(lists(&project.read("public/timeline/index.html")), [hops, stairs, half]);
    for page in [progress, project.read("public/timeline/index.html")] {
        assert!(!page.contains("ready") && !page.contains("of 4"), "nothing is made of how many are met");
    }
}

#[test]
fn an_entry_says_which_it_ticks_and_the_search_and_the_files_know() {
    let project = project(TICKED);
    project.build([]);
    let entry = project.read("public/journal/a/index.html");
    let happened = entry.split("<dl class=\"happened\">").nth(1).and_then(|rest| rest.split("</dl>").next());
    assert_eq!(
        plain(happened.expect("what happened")),
        "Milestone | Socks Criteria met | Ten hops on one leg, pain 2 at most (set by Dunja)A film on a hard chair"
    );
    let csv = project.read("public/data/journal.csv");
    let rows: Vec<&str> = csv.lines().filter(|line| line.contains("criterion")).collect();
    assert_eq!(rows.len(), 4, "{csv}");
    assert!(rows[0].starts_with("2020-03-10,criterion,,,ten-hops,"), "{}", rows[0]);
    assert!(project.read("public/data/journal.json").contains("half-hour"));
    let exported = project.run(["export", "--format", "csv"]).stdout;
    assert_eq!(exported, csv);
    // What was exported is read back with its ticks.
    let other = Project::new(&format!("-- site.toml --\n{SETTINGS}{CRITERIA}"));
    other.write("journal.csv", exported);
    let ran = other.run(["import", "export", "journal.csv"]);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    assert_eq!(other.run(["export", "--format", "csv"]).stdout.matches("criterion").count(), 4);
}

#[test]
fn why_says_whether_a_tick_is_the_one_that_pages_show() {
    let project = project(TICKED);
    let why = |path: &str| {
        let said = project.run(["why", path]).stdout;
        said.lines().filter(|line| line.contains("ticks")).map(|line| line.trim().to_owned()).collect::<Vec<_>>()
    };
    let first = why("content/journal/2020-03-10-a.md");
    assert_eq!(first.len(), 2);
    assert!(first[0].ends_with("it ticks `ten-hops`: the first tick, which pages show"), "{first:?}");
    let later = why("content/journal/2020-05-12-b.md");
    assert!(later[0].ends_with("it ticks `ten-hops`: pages show an earlier tick, or none"), "{later:?}");
}

#[test]
fn what_is_kept_back_ticks_nothing_in_public() {
    let project = project(
        "-- content/journal/2020-03-10-a.md --
---
title: Public
pain: 1
milestones: [Socks]
---
Text.
-- content/journal/2020-03-11-b.md --
---
criteria: ten-hops
draft: true
---
Text.
-- content/journal/2020-03-12-c.md --
---
pain: 1
criteria: stairs
visibility: private
---
Text.
-- content/journal/2020-03-13-d.md --
---
pain: 1
criteria: sit
visibility: unlisted
---
Text.
-- content/log.txt --
2020-03-14  pain 1, criteria half-hour, private
",
    );
    for settings in ["", "[privacy]\ncount_private = true\n"] {
        project.write("site.toml", format!("{SETTINGS}{CRITERIA}{settings}"));
        project.build([]);
        for page in ["progress", "timeline"] {
            let lists = lists(&project.read(&format!("public/{page}/index.html")));
            assert!(lists.iter().all(|line| line.starts_with("open | ")), "{page}: {lists:?}");
        }
        assert!(!project.read("public/data/journal.csv").contains("criterion"));
    }
    // The writer is told why.
    let told = project.run(["check"]).stderr;
    let notes: Vec<&str> = told.lines().filter(|line| line.starts_with("note")).collect();
    let open = |id: &str| format!("note: no entry that everybody finds ticks `{id}`, so pages call it open");
    for id in ["stairs", "half-hour", "sit"] {
        assert!(notes.contains(&open(id).as_str()), "{id}: {told}");
    }
    assert!(!told.contains("ten-hops"), "a draft is none yet: {told}");
}

#[test]
fn a_site_without_criteria_says_nothing_of_them() {
    let project =
        Project::new("-- content/journal/2020-03-10-a.md --\n---\npain: 1\nmilestones: [Socks]\n---\nText.\n");
    project.build([]);
    for page in ["progress", "timeline"] {
        assert!(!project.read(&format!("public/{page}/index.html")).contains("riteria"), "{page}");
    }
}

#[test]
fn a_line_of_the_log_says_back_what_it_ticks() {
    let project = project("");
    let ran = project.run(["log", "pain 1, criteria Ten-Hops", "--date", "2020-04-01"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("criterion ten-hops met"), "{}", ran.stdout);
    let refused = project.run(["log", "pain 1, criteria ten-hop", "--date", "2020-04-02"]);
    assert!(refused.stderr.contains("site.toml has no criterion `ten-hop`"), "{}", refused.stderr);
    assert!(refused.stderr.contains("did you mean `ten-hops`?"), "{}", refused.stderr);
}
