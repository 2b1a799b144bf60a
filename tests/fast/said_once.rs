//! What is said once is one thing: the same number on every page, and a lesson that was retracted never shown as true.

use crate::demo::struck;
use crate::search::fragments;
use crate::support::{Project, main_of};

const SITE: &str = "\
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
[lessons]
top = [\"slow\", \"warm\"]
[[injuries]]
name = \"calf\"
[[injuries]]
name = \"hip\"
-- content/journal/2020-01-01-a.md --
---
injury: calf
pain: 3
milestones: [First MRI]
lessons: [{id: warm, title: Zebra heat heals, tags: [care]}, {id: slow, title: Slow is long, tags: [care]}]
---
> [!LESSON] warm
> Zigzag words of the first day.
-- content/journal/2020-01-03-b.md --
---
injury: hip
pain: 2
setback: Stairs
lessons: [{id: hip, title: Hips listen, tags: [care]}, {confirms: slow}]
---
-- content/journal/2020-01-04-c.md --
---
injury: calf
pain: 1
setback: Hills
lessons: [{retracts: warm, note: nine runs say no}, {revises: slow, note: slow is as long as the road}]
---
-- content/journal/2020-01-05-d.md --
---
injury: hip
pain: 0
milestones: [Walked home]
lessons: [{revises: hip}, {confirms: slow, note: and again}]
---
> [!LESSON] hip
> Hips listen on *Mondays*.

```chart
kind: lessons
```
";

/// What a page says, without its marks, a space between words.
fn words(page: &str) -> String {
    let text = main_of(page).split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    text.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn milestones_and_setbacks_have_one_number_on_every_page() {
    let project = Project::new(SITE);
    project.build([]);
    let page = |path: &str| words(&project.read(&format!("public/{path}index.html")));
    let all = [
        "1 1 Jan 2020 First MRI",
        "2 3 Jan 2020 Setback: Stairs",
        "3 4 Jan 2020 Setback: Hills",
        "4 5 Jan 2020 Walked home",
    ];
    let home = page("");
    for listed in all {
        assert!(home.contains(listed), "{listed}: {home}");
    }
    assert!(home.contains("Walked home number 4 on the timeline"), "{home}");
    let progress = page("progress/");
    let (calf, hip) = progress.split_once("hip Pain").expect("a section for each injury");
    assert!(calf.contains(all[0]) && calf.contains(all[2]) && !calf.contains("Stairs"), "{calf}");
    assert!(hip.contains(all[1]) && hip.contains(all[3]) && !hip.contains("Hills"), "{hip}");
    let timeline = page("timeline/");
    for told in [
        "Milestone number 1 in the chart First MRI",
        "Setback number 2 in the chart Stairs",
        "Setback number 3 in the chart Hills",
    ] {
        assert!(timeline.contains(told), "{told}: {timeline}");
    }
    let setbacks = page("setbacks/");
    assert!(setbacks.contains("“Hills” number 3 in the chart"), "{setbacks}");
    assert!(setbacks.contains("“Stairs” number 2 in the chart"), "{setbacks}");
    assert!(
        project.read("public/setbacks/index.html").contains("<li class=\"part\" id=\"setback-2020-01-03\">"),
        "called by its day"
    );
}

#[test]
fn lessons_have_one_number_whatever_the_writer_puts_first() {
    let project = Project::new(SITE);
    project.build([]);
    let page = |path: &str| words(&project.read(&format!("public/{path}index.html")));
    let lessons = page("lessons/");
    assert!(lessons.contains("The top 2 2 Slow is long"), "{lessons}");
    assert!(page("lessons/hip/").starts_with("3 · Revised"), "{}", page("lessons/hip/"));
    assert!(page("").contains("Lesson 2 Slow is long"), "{}", page(""));
    let entry = page("journal/d/");
    assert!(entry.contains("Lesson 3 : Hips listen · revised"), "{entry}");
    let chart = page("journal/d/");
    for listed in ["1 1 Jan 2020 Retracted: Zebra", "2 1 Jan 2020 Slow is long", "3 3 Jan 2020 Hips listen"] {
        assert!(chart.contains(listed), "{listed}: {chart}");
    }
    assert!(project.read("public/lessons/feed.xml").contains("Lesson 2: revised."));
}

#[test]
fn a_revised_lesson_shows_its_newest_words_and_keeps_the_first() {
    let project = Project::new(SITE);
    project.build([]);
    let said = words(&project.read("public/lessons/slow/index.html"));
    assert!(said.contains("Slow is long In the journal Slow is as long as the road 1 Jan 2020 Learned in A"), "{said}");
    assert_eq!(said.matches("as long as the road").count(), 1, "its history need not say it again: {said}");
    let said = words(&project.read("public/lessons/hip/index.html"));
    assert!(said.contains("In the journal Hips listen on Mondays ."), "a marked paragraph is words too: {said}");
    let home = words(&project.read("public/index.html"));
    assert!(home.contains("Hips listen on Mondays ."), "{home}");
}

#[test]
fn a_retracted_lesson_is_nowhere_shown_as_true() {
    let project = Project::new(SITE);
    project.build([]);
    let mut found = 0;
    for (path, bytes) in project.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        for (at, _) in text.match_indices("Zebra heat heals") {
            let before = &text[..at];
            found += 1;
            assert!(
                before.ends_with("<del>") || before.ends_with("Retracted: ") || struck(before),
                "{path}: {}",
                &before[at.max(120) - 120..]
            );
        }
    }
    assert!(found > 12, "{found}");
    assert_eq!(fragments(&project)["/lessons/warm/"]["meta"]["title"], "Retracted: Zebra heat heals");
    let head = project.read("public/lessons/warm/index.html");
    assert!(head.contains("<title>Retracted: Zebra heat heals"), "{head}");
    let feed = project.read("public/lessons/feed.xml");
    assert!(feed.contains("<title>Retracted: Zebra heat heals</title>"), "{feed}");
    let said = words(&head);
    assert!(said.contains("Zebra heat heals In the journal Nine runs say no First written Zigzag words"), "{said}");
    for (path, reason) in [
        ("lessons/", "1 Zebra heat heals Nine runs say no Retracted"),
        ("journal/a/", "Zebra heat heals Nine runs say no Lesson 1 · Retracted"),
        ("journal/a/", "Lesson 1 · learned here · retracted later Zigzag"),
        ("timeline/", "Lesson learned Zebra heat heals Nine runs say no"),
        ("timeline/", "Lesson retracted Zebra heat heals nine runs say no"),
    ] {
        let said = words(&project.read(&format!("public/{path}index.html")));
        assert!(said.contains(reason), "{path}: {reason}: {said}");
    }
    let german = Project::new(&SITE.replacen("title = ", "language = \"de\"\ntitle = ", 1));
    german.build([]);
    assert!(german.read("public/lessons/warm/index.html").contains("<title>Zurückgenommen: Zebra heat heals"));
}

#[test]
fn a_mileage_of_nothing_is_no_run() {
    let project = Project::new(
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n\
         -- content/journal/2020-01-01-a.md --\n---\npain: 2\nmileage: 0\n---\n\
         -- content/journal/2020-01-02-b.md --\n---\npain: 3\nsetback: ice\nmileage: 0\n---\n\
         -- content/journal/2020-01-03-c.md --\n---\npain: 3\nmileage: 0\n---\n\
         -- content/journal/2020-01-04-d.md --\n---\npain: 3\nmileage: 4\n---\n",
    );
    project.build([]);
    assert!(words(&project.read("public/journal/a/index.html")).contains("No run."));
    for (path, bytes) in project.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("Ran 0") && !text.contains("Run, 0"), "{path}");
    }
    let setbacks = words(&project.read("public/setbacks/index.html"));
    assert!(setbacks.contains("What came next 4 Jan 2020 Run, 4.0 km , 2 days later"), "{setbacks}");
}

#[test]
fn a_part_week_is_marked_in_every_table_of_weeks() {
    // Sunday to Wednesday, ten weeks: the first week has a day and the last three.
    let days = (0..67).map(|day| {
        let date = jiff::civil::Date::constant(2020, 1, 5).saturating_add(jiff::Span::new().days(day));
        format!("-- content/journal/{date}-d.md --\n---\npain: 2\nmileage: 3\nexercises: [Squat 3x8 @10kg]\n---\n")
    });
    let project = Project::new(&format!(
        "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n{}",
        days.collect::<String>()
    ));
    project.build([]);
    let page = project.read("public/progress/index.html");
    let tables = main_of(&page).split("<table>").skip(1).filter(|table| table.contains("Week"));
    let mut n = 0;
    for table in tables {
        let said = words(&format!("<main>{}</main>", table.split("</table>").next().unwrap_or_default()));
        n += 1;
        for (week, part) in [("30 Dec 2019", true), ("6 Jan 2020", false), ("9 Mar 2020", true)] {
            let is = said.contains(&format!("{week} part week")) || said.contains(&format!("{week}, part week"));
            assert!(said.contains(week) && is == part, "{week}: {said}");
        }
    }
    assert!(n >= 5, "{n} tables of weeks");
}

#[test]
fn the_chart_of_an_open_setback_ends_where_its_news_ends() {
    let day = |n: i8, more: &str| {
        format!("-- content/journal/2020-{:02}-{:02}-d.md --\n---\n{more}\n---\n", 1 + n / 28, 1 + n % 28)
    };
    let quiet: String = (0..14).map(|n| day(n, "pain: 1")).collect();
    let site = "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n";
    // Two bad days, then silence, and a line long after.
    let project = Project::new(&format!(
        "{site}{quiet}{}{}{}",
        day(14, "pain: 6\nsetback: ice"),
        day(15, "pain: 6"),
        day(70, "pain: 1")
    ));
    project.build([]);
    let page = project.read("public/setbacks/index.html");
    let (_, drawing) = page.split_once("id=\"setback-2020-01-15\"").expect("called by its day");
    assert!(drawing.contains("1 January 2020 to 16 January 2020"), "{drawing}");
    assert!(!drawing.contains("2020 to 15 March 2020"), "{drawing}");
}

/// The headings of the figures of a page, each with the finding below it.
fn headings(page: &str) -> Vec<String> {
    let captions = main_of(page).split("<figcaption>").skip(1);
    let until = |caption: &str| caption.split("<p class=\"how\">").next().unwrap_or_default().to_owned();
    captions.map(|caption| words(&format!("<main>{}</main>", until(caption)))).collect()
}

#[test]
fn the_writers_caption_is_the_heading_and_the_finding_stands_below() {
    let run = |n: i8| format!("-- content/journal/2020-01-{n:02}-d.md --\n---\npain: 2\nmileage: 3\n---\n");
    let days: String = (1..=20).map(run).collect();
    let page = "-- content/charts.md --\n```chart\nkind: pain-timeline\ncaption: Still not moving\n```\n\n```chart\nkind: pain-timeline\n```\n";
    let site = |charts: &str| {
        format!("-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n{charts}{page}{days}")
    };
    let project = Project::new(&site(
        "[charts]\nhome = \"So it went\"\nprogress = {pain-timeline = \"All of it\", weekly-distance = \"Every run\"}\n",
    ));
    project.build([]);
    let found = "Unchanged at 2 over twenty days";
    let of = |path: &str| headings(&project.read(path));
    assert_eq!(of("public/charts/index.html"), [format!("Still not moving {found}"), found.to_owned()]);
    assert!(
        project
            .read("public/charts/index.html")
            .contains("<figcaption><p class=\"say\"><strong>Still not moving</strong></p><p class=\"finding\">")
    );
    let home = of("public/index.html");
    assert_eq!(home[0], format!("So it went {found}"));
    assert_eq!(home[1], "Running unchanged at 21 km a week over twenty days", "the second chart has its own");
    let progress = of("public/progress/index.html");
    assert_eq!(progress[0], format!("All of it {found}"));
    assert!(progress.iter().any(|heading| heading.starts_with("Every run Running unchanged")), "{progress:?}");
    let drawing = project.run(["chart", "pain-timeline", "--caption", "So <it> went."]).stdout;
    assert!(
        drawing.contains(">So &lt;it&gt; went. Worst pain of each day, 0 to 10"),
        "alone it is in the name: {drawing}"
    );
    let ran = Project::new(&site(
        "[charts.home]\npain-timelin = \"So\"\ncalendar = \"So\"\n[charts.progress]\nsparkline = \"So\"\n",
    ))
    .run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    for told in [
        "warning: home shows no chart `pain-timelin`\n --> site.toml:4:16",
        "did you mean `pain-timeline`?",
        "home shows no chart `calendar`",
        "progress shows no chart `sparkline`",
    ] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
}
