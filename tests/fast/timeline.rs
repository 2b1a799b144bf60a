//! The story, the lessons, and where things stand: what readers come for, and the ways that lead there.

use crate::support::{Project, main_of};

const SITE: &str = "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\nauthor = \"Ada\"\n";

/// What a page says, without its marks, a space between words.
fn words(page: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in main_of(page).chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The addresses that links with these words lead to, in the order of the page.
fn hrefs(page: &str, label: &str) -> Vec<String> {
    let links = main_of(page).split("<a ").skip(1).filter(|link| link.contains(&format!(">{label}</a>")));
    let href = |link: &str| {
        link.split_once("href=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(href, _)| href.to_owned())
    };
    links.filter_map(href).collect()
}

/// What stands from one text of a page to the next other.
#[track_caller]
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let from = page.find(start).unwrap_or_else(|| panic!("no {start} in {page}"));
    &page[from..from + page[from..].find(end).unwrap_or_else(|| panic!("no {end} after {start}"))]
}

const LESSONS: &str = "\
-- content/journal/2020-08-01-a.md --
---
title: A
pain: 4
lessons: [{id: one, title: One, tags: [head]}, {id: two, title: Two, tags: [Load, head]}, {id: three, title: Three}]
---
> [!LESSON] one
> Paragraph of one.
-- content/journal/2020-08-03-b.md --
---
title: B
pain: 2
lessons: [{confirms: two, note: again}, {id: four, title: Four, tags: [head], pinned: true}]
---
> [!LESSON] two
> Paragraph in B.
-- content/journal/2020-08-05-c.md --
---
title: C
lessons: [{confirms: two}, {revises: two, note: less}, {retracts: one, note: it was luck}]
---
C.
";

#[test]
fn lessons_stand_by_theme_and_keep_their_numbers_wherever_the_writer_puts_them() {
    let project = Project::new(&format!("{SITE}[lessons]\ntop = [\"two\", \"three\"]\n{LESSONS}"));
    project.build([]);
    let page = project.read("public/lessons/index.html");
    let said = words(&page);
    for part in [
        "The top 2 2 Two Revised 3 Three New",
        "Head 4 · New · learned 3 Aug 2020 Four",
        "1 · Retracted · learned 1 Aug 2020 One It was luck First written Paragraph of one.",
        "2 · Revised · held again ×2 · learned 1 Aug 2020 Two Less",
        "3 Aug 2020 Held again in B : again",
        "5 Aug 2020 Retracted in C 0 5 10",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(page.contains("<del>One</del>"), "what was taken back is struck");
    assert_eq!(hrefs(&page, "Two")[0], "#two", "the first ones lead down the page");
    // Where no paragraph is marked, links land on the lesson's line of the entry.
    let taught_in_a = ["/journal/a/#lesson-one", "/journal/a/#taught-two", "/journal/a/#taught-three"];
    assert_eq!(hrefs(&page, "A"), taught_in_a, "{page}");
    assert_eq!(hrefs(&page, "B"), ["/journal/b/#taught-four", "/journal/b/#lesson-two"], "{page}");
    let entry = project.read("public/journal/c/index.html");
    for place in ["id=\"taught-two\"", "id=\"taught-one\""] {
        assert!(entry.contains(place), "{place}: {entry}");
    }
    assert!(
        project.read("public/journal/b/index.html").contains("Lesson 2</a>: <b>Two</b> · held again"),
        "one number everywhere"
    );
}

#[test]
fn evidence_orders_lessons_within_their_theme() {
    let order = |key: &str| {
        let project = Project::new(&format!("{SITE}{key}{LESSONS}"));
        project.build([]);
        let page = project.read("public/lessons/theme/head/index.html");
        ["One", "Two", "Four"]
            .map(|title| page.find(&format!(">{title}<")).or(page.find(&format!("<del>{title}<"))).expect("it"))
    };
    let [one, two, four] = order("");
    assert!(four < one && one < two, "pinned, then as learned");
    let [one, two, four] = order("[lessons]\norder = \"evidence\"\n");
    assert!(four < two && two < one, "pinned, then by how often they held; taken back last");
}

#[test]
fn lessons_of_a_state_or_a_theme_have_pages_of_their_own() {
    let project = Project::new(&format!("{SITE}{LESSONS}"));
    project.build([]);
    let page = project.read("public/lessons/index.html");
    let filters = between(&page, "<nav class=\"filters\"", "</nav>");
    for (label, address) in [
        ("New", "/lessons/state/new/"),
        ("Revised", "/lessons/state/revised/"),
        ("Retracted", "/lessons/state/taken-back/"),
        ("Head", "/lessons/theme/head/"),
        ("Load", "/lessons/theme/load/"),
    ] {
        assert!(filters.contains(&format!("<a href=\"{address}\">{label}</a>")), "{label}: {filters}");
        let some = project.read(&format!("public{address}index.html"));
        assert!(some.contains(&format!("<a href=\"{address}\" aria-current=\"page\">{label}</a>")), "{some}");
        assert!(some.contains(&format!("<h1>Lessons: {label}</h1>")), "{some}");
    }
    assert!(!filters.contains("Held again"), "no lesson is in that state: {filters}");
    let back = project.read("public/lessons/state/taken-back/index.html");
    assert!(back.contains("id=\"one\"") && !back.contains("id=\"two\""), "{back}");
    let load = project.read("public/lessons/theme/load/index.html");
    assert!(load.contains("id=\"two\"") && !load.contains("id=\"one\""), "{load}");
    assert!(!project.read("public/sitemap.xml").contains("/lessons/state/"), "they have nothing of their own");
    // One theme and one state leave nothing to choose.
    let project =
        Project::new("-- content/journal/2020-08-01-a.md --\n---\nlessons: [{id: one, title: One, tags: [x]}]\n---\n");
    project.build([]);
    assert!(!project.read("public/lessons/index.html").contains("filters"));
    assert!(!project.has("public/lessons/theme/x/index.html"));
}

#[test]
fn an_unknown_lesson_among_the_first_ones_is_told_where_it_stands() {
    let project = Project::new(&format!("{SITE}[lessons]\ntop = [\"twoo\"]\n{LESSONS}"));
    let ran = project.run(["build"]);
    assert!(ran.stderr.contains("warning: no entry teaches a lesson `twoo`\n --> site.toml:5:8"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean `two`?"), "{}", ran.stderr);
}

const DAYS: &str = "\
-- content/journal/2020-08-01-a.md --
---
pain: 1
---
-- content/journal/2020-08-20-b.md --
---
pain: 3
setback: hills
---
-- content/journal/2020-08-22-c.md --
---
pain: 2
---
";

#[test]
fn what_the_writer_says_now_stands_at_home_with_its_age() {
    let now = |front: &str, text: &str| {
        let project =
            Project::new(&format!("{SITE}{DAYS}-- content/now.md --\n---\ntitle: Today\n{front}---\n{text}\n"));
        let ran = project.run(["build"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        (words(&project.read("public/index.html")), project)
    };
    let (home, project) = now("date: 2020-08-01\n", "All *quiet*.");
    let told = "Written on 1 August 2020, 3 weeks before the last entry. 2 entries were written since. \
                A setback or flare was noted since, on 20 August 2020.";
    assert!(home.contains(&format!("Today All quiet. Read on {told}")), "{home}");
    let page = project.read("public/now/index.html");
    assert!(words(&page).contains(told), "{page}");
    assert!(!page.contains("<a href=\"/now/\">"), "it stands at home and so in no navigation: {page}");
    let (home, _) = now("date: 2020-08-22\n", "x");
    assert!(home.contains("x Read on Written on 22 August 2020, the day of the last entry."), "{home}");
    let (home, _) = now("date: 2020-08-01\nupdated: 2020-08-22\n", "x");
    assert!(home.contains("x Read on Written on 22 August 2020, the day of the last entry."), "{home}");
    let (home, _) = now("date: 2020-08-22\nvisibility: unlisted\n", "HIDDEN");
    assert!(!home.contains("HIDDEN"), "{home}");
    let (home, _) = now("date: 2020-08-22\nsummary: Short.\n", &"word ".repeat(301));
    assert!(home.contains("Today Short. Read on Written on 22 August 2020, the day of the last entry."), "{home}");
    let alone = Project::new(&format!("{SITE}-- content/now.md --\n---\ndate: 2020-08-22\n---\nWell.\n"));
    alone.build([]);
    let said = words(&alone.read("public/index.html"));
    assert!(said.contains("T Now Well. Read on Written on 22 August 2020."), "{said}");
    let (home, project) = now("", "x");
    assert!(home.contains("Today x Read on"), "{home}");
    let ran = project.run(["build"]);
    assert!(
        ran.stderr.contains("the page has no date, so nobody can tell how things have changed since"),
        "{}",
        ran.stderr
    );
}

#[test]
fn the_writers_box_is_shown_and_led_to_and_never_one_of_ours() {
    let all = format!("{SITE}{DAYS}{LESSONS}").replacen("title: A\n", "title: A1\n", 1);
    let project = Project::new(&all.replace("-a.md", "-a1.md").replacen("-a1.md", "-a.md", 1));
    project.build([]);
    for (path, bytes) in project.tree("public") {
        let is_page = path.ends_with(".html");
        assert!(!is_page || !String::from_utf8_lossy(&bytes).contains("flags"), "{path}");
    }
    project.write("content/red-flags.md", "---\ntitle: When to ring\n---\n- MARK\n");
    project.build([]);
    for path in ["public/index.html", "public/lessons/index.html", "public/red-flags/index.html"] {
        let said = words(&project.read(path));
        assert!(said.contains("When to ring In the words of Ada. MARK"), "{path}: {said}");
    }
    let entry = project.read("public/journal/b/index.html");
    assert!(entry.contains("<a href=\"/red-flags/\">When to ring, in the words of Ada</a>"), "{entry}");
    assert!(!entry.contains("MARK"), "entries lead there and repeat nothing");
}

#[test]
fn every_entry_has_one_line_on_how_things_stand_now() {
    let project = Project::new(&format!("{SITE}[[injuries]]\nname = \"calf\"\nonset = 2020-07-30\n{DAYS}"));
    let now = |project: &Project, entry: &str| {
        project.build([]);
        let page = project.read(&format!("public/journal/{entry}/index.html"));
        page.contains("<p class=\"now\">").then(|| between(&page, "<p class=\"now\">", "</p>").to_owned())
    };
    let line = "<p class=\"now\">Written in week 1. <a href=\"/#_stand\">How it stands now →</a>";
    for later in ["2020-08-23", "2020-08-30", "2020-09-06"] {
        assert_eq!(now(&project, "a").as_deref(), Some(line), "before {later}");
        project.write(&format!("content/journal/{later}-l.md"), "---\npain: 9\nsetback: ice\n---\n");
    }
    assert!(project.read("public/index.html").contains("id=\"_stand\""), "there is where it leads");
    assert_eq!(now(&project, "2020-09-06-l"), None, "the newest entry says how things stand");
    // The writer's own word has its first words there, on the newest entry too where it is newer.
    let own = "Two runs a week, and the stairs are quiet. Nobody has said that it is over, and I don’t ask.";
    project.write("content/now.md", format!("---\ndate: 2020-09-01\n---\n{own}\n"));
    let said = "How it stands now: <a href=\"/now/\">Two runs a week, and the stairs are quiet. Nobody has said…</a>";
    assert_eq!(now(&project, "a"), Some(format!("<p class=\"now\">Written in week 1. {said}")));
    assert_eq!(now(&project, "2020-09-06-l"), None);
    project.write("content/now.md", format!("---\ndate: 2020-09-10\n---\n{own}\n"));
    assert_eq!(now(&project, "2020-09-06-l"), Some(format!("<p class=\"now\">Written in week 6. {said}")));
}

#[test]
fn the_timeline_tells_courses_of_treatment_and_sets_advice_side_by_side() {
    let project = Project::new(&format!(
        "{SITE}\
         -- content/journal/2020-01-01-a.md --\n---\ntitle: A\ntreatments: [Needling]\nadvice: [{{from: Bo, text: Rest it}}]\n---\n\
         -- content/journal/2020-01-07-b.md --\n---\ntitle: B\ntreatments: [needling, Ice]\nadvice: [{{from: Cy, text: Load it}}, {{from: bo, text: Rest}}]\n---\n\
         -- content/journal/2020-01-08-c.md --\n---\ntitle: C\nadvice: [{{from: Di, text: Wait}}, Hum]\n---\n\
         -- content/journal/2020-02-18-d.md --\n---\ntitle: D\ntreatments: [needling]\n---\n\
         -- content/journal/2020-04-01-e.md --\n---\ntitle: E\ntreatments: [needling]\n---\n\
         -- content/journal/2020-04-30-f.md --\n---\ntitle: F\nvisibility: unlisted\ntreatments: [needling]\nadvice: [{{from: ZEBRA, text: ZEBRA}}]\n---\n"
    ));
    project.build([]);
    let said = words(&project.read("public/timeline/index.html"));
    for part in [
        "Treatment, first time Needling 3 times until 18 February 2020. In A",
        "Advice, side by side Bo · Cy Bo , 1 Jan 2020 Rest it Cy , 7 Jan 2020 Load it bo , 7 Jan 2020 Rest",
        "7 Jan 2020 Treatment, once Ice In B",
        "8 Jan 2020 Advice Hum",
        "8 Jan 2020 Advice Wait Said by Di.",
        "Treatment, last time Needling 3 times since 1 January 2020. In D",
        "Treatment, once Needling In E",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains("ZEBRA"), "unlisted: {said}");
}

#[test]
fn each_mark_of_a_day_has_the_number_that_the_chart_gives_it() {
    let project = Project::new(&format!(
        "{SITE}-- content/journal/2020-01-01-a.md --\n---\npain: 3\nsetback: too much ice\n---\n\
         -- content/journal/2020-01-01-b.md --\n---\nsetback: ice\nmilestones: [ice]\n---\n\
         -- content/journal/2020-01-02-c.md --\n---\npain: 2\nsetback: ice\nflare: true\n---\n"
    ));
    project.build([]);
    let said = words(&project.read("public/timeline/index.html"));
    for part in [
        "Setback number 1 in the chart too much ice",
        "Milestone number 2 in the chart ice",
        "Setback number 3 in the chart ice",
        "Setback number 4 in the chart ice",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let home = words(&project.read("public/index.html"));
    let listed =
        "1 1 Jan 2020 Setback: too much ice 2 1 Jan 2020 ice 3 1 Jan 2020 Setback: ice 4 2 Jan 2020 Setback: ice";
    assert!(home.contains(listed), "the chart's own list has the same order: {home}");
}

#[test]
fn triggers_are_counted_with_the_entries_that_name_them() {
    let project = Project::new(&format!(
        "{SITE}-- content/journal/2020-01-01-a.md --\n---\ntriggers: [Stairs, stairs]\n---\n\
         -- content/journal/2020-01-02-b.md --\n---\ntriggers: [stairs, cold]\n---\n"
    ));
    project.build([]);
    let page = project.read("public/setbacks/index.html");
    let said = words(&page);
    assert!(
        said.contains(
            "This journal has no setback, flare or pain spike. What the writer suspected, and how often \
                       Stairs 2 times 2 Jan 2020 , 1 Jan 2020 cold 1 time 2 Jan 2020"
        ),
        "{said}"
    );
    assert!(page.contains("<a href=\"/journal/b/\"><time datetime=\"2020-01-02\">"), "{page}");
}

#[test]
fn home_and_the_archive_lead_to_the_beginning() {
    let project = Project::new(&format!("{SITE}{DAYS}"));
    project.build([]);
    let start = "<a href=\"/journal/a/\">Read from the beginning</a>";
    assert!(project.read("public/index.html").contains(start));
    assert!(project.read("public/archive/index.html").contains(start));
    let alone = Project::new("-- content/journal/2020-08-01-a.md --\nA.\n");
    alone.build([]);
    assert!(!alone.read("public/index.html").contains("from the beginning"), "there is nothing to go on to");
}

/// The list of entries like one, as its page has it.
fn alike(project: &Project, entry: &str) -> String {
    let page = project.read(&format!("public/journal/{entry}/index.html"));
    match page.contains("id=\"_alike\"") {
        true => words(&format!("<main>{}</main>", between(&page, "<h2 id=\"_alike\"", "</ul>"))),
        false => String::new(),
    }
}

#[test]
fn entries_like_one_are_earlier_ones_with_the_reason_and_later_ones_change_nothing() {
    let day = |n: i8, pain: &str, tags: &str| {
        format!("-- content/journal/2020-08-{n:02}-d{n}.md --\n---\ntitle: D{n}\npain: {pain}\ntags: [{tags}]\n---\n")
    };
    let days = [
        day(1, "2", "hills, Rain"),
        day(2, "7", "hills, rain"),
        day(3, "3", "sea"),
        day(4, "1", "hills"),
        day(5, "0", "sea"),
        day(6, "2.5", "rain, hills"),
        "-- content/journal/2020-08-05-u.md --\n---\nvisibility: unlisted\npain: 2.5\ntags: [rain, hills]\n---\n"
            .to_owned(),
    ];
    let project = Project::new(&format!("{SITE}[[phases]]\nname = \"P\"\nstart = 2020-08-02\n{}", days.concat()));
    project.build([]);
    let expected = "Entries like this one D2 2 Aug 2020 : also tagged rain, hills; in the same phase \
                    D1 1 Aug 2020 : also tagged rain, hills; pain of 3 or less on both days \
                    D4 4 Aug 2020 : also tagged hills; in the same phase; pain of 3 or less on both days";
    assert_eq!(alike(&project, "d6"), expected);
    assert_eq!(alike(&project, "d1"), "", "nothing was before it");
    assert_eq!(alike(&project, "d5"), "Entries like this one D3 3 Aug 2020 : also tagged sea; in the same phase");
    let before = alike(&project, "d6");
    for n in 7..28 {
        project.write(&format!("content/journal/2020-08-{n:02}-d{n}.md"), "---\npain: 2.5\ntags: [rain, hills]\n---\n");
    }
    project.build([]);
    assert_eq!(alike(&project, "d6"), before);
}

#[test]
fn entries_of_another_injury_are_not_alike() {
    let injuries = "[[injuries]]\nname = \"calf\"\n[[injuries]]\nname = \"hip\"\n";
    let day = |n: i8, injury: &str| {
        format!(
            "-- content/journal/2020-08-{n:02}-d{n}.md --\n---\ntitle: D{n}\ninjury: {injury}\npain: 2\ntags: [hills]\n---\n"
        )
    };
    let project = Project::new(&format!(
        "{SITE}{injuries}{}{}{}{}",
        day(1, "hip"),
        day(2, "calf"),
        day(3, "hip"),
        day(4, "calf")
    ));
    project.build([]);
    assert_eq!(
        alike(&project, "d4"),
        "Entries like this one D2 2 Aug 2020 : also tagged hills; pain of 3 or less on both days"
    );
}

#[test]
fn an_exercise_says_where_it_began_and_where_it_is_and_lists_show_its_description() {
    let project = Project::new(&format!(
        "{SITE}-- content/exercises/bridge.md --\n---\nsummary: Hips up.\n---\nLong.\n\
         -- content/journal/2020-08-01-a.md --\n---\nexercises: [Bridge 3x8]\n---\n\
         -- content/journal/2020-08-09-b.md --\n---\nexercises: [Bridge 3x6 @20kg]\n---\n"
    ));
    project.build([]);
    let said = words(&project.read("public/exercises/bridge/index.html"));
    assert!(said.contains("First and last 1 Aug 2020: 3 × 8 9 Aug 2020: 3 × 6, 20 kg"), "{said}");
    assert!(words(&project.read("public/exercises/index.html")).contains("Bridge Hips up. 2 days"));
}

#[test]
fn a_chapter_opens_with_a_sentence_and_three_days_and_the_road_has_a_row_for_each() {
    let phases = "[[phases]]\nname = \"Stop\"\nstart = 2020-01-01\nend = 2020-01-10\n\
                  [[phases]]\nname = \"Walk\"\nstart = 2020-01-11\nend = 2020-01-20\nsummary = \"Slow and steady.\"\n\
                  [[phases]]\nname = \"Run\"\nstart = 2020-01-21\n";
    let project = Project::new(&format!(
        "{SITE}{phases}\
         -- content/journal/2020-01-01-a.md --\n---\ntitle: A\npain: 6\nsetback: Too far\n---\n\
         -- content/journal/2020-01-02-b.md --\n---\ntitle: B\npain: 2\nflare: true\ntriggers: [stairs]\n---\n\
         -- content/journal/2020-01-03-c.md --\n---\ntitle: C\nmilestones: [{{kind: first, label: First stairs}}]\nsessions: [run 5 km]\n---\n\
         -- content/journal/2020-01-04-d.md --\n---\ntitle: D\nlessons: [{{id: one, title: One}}]\nadvice: [{{from: Ann, text: Wait}}]\n---\n\
         -- content/journal/2020-01-12-e.md --\n---\ntitle: E\nrest: true\npain: 1\n---\n"
    ));
    project.build([]);
    let page = project.read("public/timeline/index.html");
    let said = words(&page);
    let road = "The road in one page Phase Days Pain Runs noted Setbacks Lessons \
                Stop 1 Jan 2020 to 10 Jan 2020 10 2–6 1 1 1 \
                Walk 11 Jan 2020 to 20 Jan 2020 10 1 0 0 0 \
                Run Since 21 Jan 2020 – – – 0 0";
    assert!(said.contains(road), "{said}");
    let chapter = between(&page, "<h2 id=\"part-1\">", "</details>");
    let (open, folded) = chapter.split_once("<details>").expect("a fold");
    let made = "Pain was between 2 and 6; a run noted on 1 day, 5.0 km, 1 setback, 1 lesson learned.";
    assert!(open.contains(&format!("<p class=\"sum\">{made}</p>")), "{open}");
    for (part, told) in [(open, ["Too far", "First stairs", "One"].as_slice()), (folded, &["2 more", "stairs", "Wait"])]
    {
        for told in told {
            assert!(part.contains(told), "{told}: {part}");
        }
    }
    let walk = between(&page, "<h2 id=\"part-2\">", "</li>");
    assert!(walk.contains("<p class=\"sum\">Slow and steady.</p>"), "the writer's word comes first: {walk}");
    let run = between(&page, "<h2 id=\"part-3\">", "</li>");
    assert!(!run.contains("class=\"sum\""), "nothing is known of it: {run}");
}
