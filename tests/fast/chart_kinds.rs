//! What charts with rows, lanes and panels show of a journal.

use crate::support::Project;

/// A journal whose page asks for charts; each test adds to its entries and settings.
const PAGE: &str = "-- content/charts.md --\nCharts.\n\n```chart\n";

/// What a page of charts says: the words and the table of its only figure, a cell beside the next.
#[track_caller]
fn figure(project: &Project) -> (String, String, Vec<String>) {
    let ran = project.run(["build"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    let page = project.read("public/charts/index.html");
    let between = |text: &str, open: &str, close: &str| {
        let start = text.find(open).map_or(text.len(), |at| at + open.len());
        text[start..].split(close).next().unwrap_or_default().to_owned()
    };
    let plain = |html: &str| html.split('<').filter_map(|part| part.split('>').nth(1)).collect::<String>();
    let rows = page.split("<tr>").skip(1).map(|row| {
        let cells = row.split("</th>").flat_map(|part| part.split("</td>"));
        cells
            .map(|cell| cell.rsplit('>').next().unwrap_or_default().trim())
            .filter(|cell| !cell.is_empty())
            .collect::<Vec<_>>()
            .join(" | ")
    });
    let below = plain(&format!("<p>{}</p>", between(&page, "<p class=\"how\">", "</p>")));
    let (say, how) = below.split_once(". ").unwrap_or((&below, ""));
    (format!("{say}."), how.to_owned(), rows.collect())
}

#[test]
fn treatments_show_what_they_cost_and_who_gave_them_only_where_the_settings_do() {
    let mut text = format!("{PAGE}kind: treatments\n```\n");
    for day in 1..=20 {
        let treatments = match day {
            9 => {
                "treatments: [{type: Massage, minutes: 30, cost: 40 GBP, provider: R. Osei, helped: yes}, {type: ice}, ice]\n"
            }
            12 => "treatments: [{type: massage, cost: 4.50 EUR, provider: R. Osei, helped: unsure}]\n",
            15 => "treatments: [massage]\n",
            _ => "",
        };
        let pain = 6 - day / 4;
        let entry = format!("-- content/journal/2020-03-{day:02}.md --\n---\npain: {pain}\n{treatments}---\n");
        text.push_str(&entry);
    }
    let project = Project::new(&text);
    let (say, how, rows) = figure(&project);
    assert_eq!(
        say,
        "5 treatments of 2 types in 20 days, most often Massage (3); 0.5 hours in the 1 whose length is known."
    );
    assert!(how.ends_with("Two things in the same weeks: that doesn’t mean one caused the other."), "{how}");
    assert_eq!(
        rows,
        [
            "Treatment | Sessions | Minutes | Newest word",
            "Massage | 3 | 30 (1 known) | unsure whether it helped, 12 Mar 2020",
            "ice | 2 | – | –",
        ]
    );
    let page = project.read("public/charts/index.html");
    assert!(
        page.find("<table>") < page.find("<svg")
            && !page.contains("Osei")
            && !page.contains('£')
            && !page.contains("GBP")
    );
    project.write("site.toml", format!("{}[privacy]\nshow = [\"cost\", \"provider\"]\n", crate::support::SETTINGS));
    let (.., rows) = figure(&project);
    assert_eq!(
        rows[..2],
        [
            "Treatment | Sessions | Minutes | Cost | By | Newest word",
            "Massage | 3 | 30 (1 known) | €4.50, £40 | R. Osei | unsure whether it helped, 12 Mar 2020",
        ]
    );
}

#[test]
fn exercises_are_the_one_named_or_the_six_most_often_done() {
    let mut text = format!("{PAGE}kind: exercise\n```\n");
    for day in 1..=8 {
        let bridge = format!("Bridge 3x8 @{}kg", 11 + day);
        let done =
            [bridge.as_str(), "bridge 2x7 @14kg L pain 2", "plank 3x45s", "c 1x1", "d 1x1", "e 1x1", "f 1x1", "g 1x1"];
        let done: Vec<&str> = done.into_iter().take(9 - day).collect();
        let entry =
            format!("-- content/journal/2020-03-{day:02}.md --\n---\nexercises:\n  - {}\n---\n", done.join("\n  - "));
        text.push_str(&entry);
    }
    let project = Project::new(&text);
    let (say, ..) = figure(&project);
    assert_eq!(
        say,
        "The 6 most often done of 7 exercises; Bridge on 8 days; its median load was 13 kg in the first three times and 18 kg in the last three."
    );
    project.write("content/charts.md", "Charts.\n\n```chart\nkind: exercise\nexercise: BRIDGE\nto: 2020-03-01\n```\n");
    let (say, _, rows) = figure(&project);
    assert_eq!(say, "Bridge was done on 1 day; too few times with a load to compare.");
    assert_eq!(
        rows,
        [
            "Exercise | Day | Side | Load, kg | Repetitions | Seconds held | Pain",
            "Bridge | 1 Mar 2020 | – | 12 | 24 | – | –",
            "Bridge | 1 Mar 2020 | left | 14 | 14 | – | 2",
        ]
    );
    project.write("content/charts.md", "Charts.\n\n```chart\nkind: exercise\nexercise: brigde\n```\n");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1);
    assert!(
        ran.stderr.contains("content/charts.md:5:11") && ran.stderr.contains("no entry has the exercise `brigde`"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("did you mean `Bridge`?") || ran.stderr.contains("did you mean `bridge`?"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_ladder_is_climbed_by_the_days_verdicts() {
    let settings = "title = \"T\"\nbase_url = \"https://example.org/\"\n[rules]\npreset = \"silbernagel\"\n";
    let mut text =
        format!("-- site.toml --\n{settings}{PAGE}kind: ladder\nlevels: [4 walk / 1 run, 2 walk / 3 run, run]\n```\n");
    // The definition's own case: green green green amber green green red green green; each next day is given.
    for (day, outcome) in "G G G A G G R G G".split(' ').enumerate() {
        let during = match outcome {
            "G" => 1,
            "A" => 4,
            _ => 8,
        };
        let front = format!("pain: {{before: 1, during: {during}, next_day: 1}}\nsessions: [walk-run]");
        text.push_str(&format!("-- content/journal/2020-03-{:02}.md --\n---\n{front}\n---\n", day * 2 + 1));
    }
    text.push_str("-- content/journal/2020-03-20.md --\n---\nsessions: [{type: run, planned: true}, walk]\n---\n");
    let project = Project::new(&text);
    let (say, how, rows) = figure(&project);
    assert_eq!(say, "After 9 sessions: level 3 of 3, run; 1 session led one level down.");
    assert!(how.contains("By comeback’s reading of the rule silbernagel: ● green 7, ▲ amber 1, ■ red 1."), "{how}");
    let then: Vec<&str> =
        rows[1..].iter().filter_map(|row| row.rsplit(" | ").next()).map(|level| &level[..1]).collect();
    assert_eq!(then, ["1", "2", "2", "2", "2", "3", "2", "2", "3"]);
    project.write("content/charts.md", "Charts.\n\n```chart\nkind: ladder\n```\n");
    let ran = project.run(["build"]);
    assert!(ran.status == 1 && ran.stderr.contains("a ladder needs its levels"), "{}", ran.stderr);
}

#[test]
fn phases_stand_with_diagnoses_and_lessons_with_links() {
    let settings = format!(
        "{}[[injuries]]\nslug = \"knee\"\ndiagnoses = [{{ date = 2020-03-02, label = \"Sprain\" }}, {{ date = 2020-03-05, label = \"Tear\" }}]\n\
         [[phases]]\nname = \"Rest\"\nstart = 2020-03-01\nend = 2020-03-04\nrest = true\n\
         [[phases]]\nname = \"Walking\"\nstart = 2020-03-07\n",
        crate::support::SETTINGS
    );
    let text = format!(
        "-- site.toml --\n{settings}{PAGE}kind: phases\n```\n\
         -- content/journal/2020-03-01.md --\n---\nlessons: [{{id: slow, title: Slowly}}]\n---\n\
         -- content/journal/2020-03-10.md --\n---\nlessons: [{{retracts: slow}}]\n---\n"
    );
    let project = Project::new(&text);
    let (say, how, rows) = figure(&project);
    assert_eq!(say, "2 phases in 10 days; the longest is Rest, 4 days; Walking has no last day yet.");
    assert!(how.ends_with("8 of 10 days lie in a phase."), "{how}");
    assert_eq!(
        rows[1..],
        [
            "Rest | phase | 1 Mar 2020 | 4 Mar 2020 | 4",
            "Walking | phase | 7 Mar 2020 | open | 4",
            "Sprain | diagnosis | 2 Mar 2020 | 4 Mar 2020 | 3",
            "Tear | diagnosis | 5 Mar 2020 | open | 6",
        ]
    );
    project.write("content/charts.md", "Charts.\n\n```chart\nkind: lessons\n```\n");
    let (say, _, rows) = figure(&project);
    assert_eq!(say, "1 lesson learned in 10 days: 1 retracted.");
    assert_eq!(rows[1..], ["Retracted: Slowly | 1 Mar 2020 | 0 | 0 | yes | 10 Mar 2020"]);
    assert!(project.read("public/charts/index.html").contains("<a href=\"/lessons/slow/\">Retracted: Slowly</a>"));
}

#[test]
fn names_that_only_unlisted_entries_have_stand_in_no_chart_and_their_numbers_count() {
    let front = |more: &str| format!("exercises: [bridge 3x8 @12kg{more}]\ntreatments: [massage{more}]\n");
    let project = Project::new(&format!(
        "{PAGE}kind: treatments\n```\n-- content/journal/2020-03-01.md --\n---\n{}---\n\
         -- content/journal/2020-03-02.md --\n---\nvisibility: unlisted\n{}---\n",
        front(""),
        front(", quiet").replace("quiet]\nt", "quiet 1x1]\nt")
    ));
    assert_eq!(figure(&project).0, "2 treatments in 2 days, all massage.");
    project.write("content/charts.md", "Charts.\n\n```chart\nkind: exercise\n```\n");
    assert_eq!(
        figure(&project).0,
        "Bridge was done on 2 days; too few times with a load to compare.".replace('B', "b")
    );
    assert!(!project.read("public/charts/index.html").contains("quiet"));
}
