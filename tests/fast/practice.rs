//! The pages of what was done and of what went wrong: exercises, treatments, setbacks.

use crate::support::{Project, main_of};

const SITE: &str = "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n";

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

#[test]
fn names_with_one_slug_are_one_exercise_and_entries_lead_to_its_page() {
    let project = Project::new(&format!(
        "{SITE}[[prescriptions]]\nexercise = \"SINGLE LEG BRIDGE\"\nper_week = 3\n\
         -- content/exercises/single-leg-bridge.md --\n---\ntitle: How I do it\n---\nHeels [close](../journal/2020-08-03-a.md).\n\
         -- content/journal/2020-08-03-a.md --\n---\nexercises: [{{name: Single-leg bridge, sets: 3, reps: 8, load: 20 kg, side: left, pain: 2, verdict: helps}}]\n---\n\
         -- content/journal/2020-08-04-b.md --\n---\nvisibility: unlisted\nexercises: [single LEG bridge 2x5 @10kg]\n---\n\
         -- content/journal/2020-08-09-c.md --\n---\nexercises: [{{name: single leg bridge, hold: 30, sets: 2, pain: 4, verdict: aggravates}}]\n---\n"
    ));
    project.build([]);
    assert_eq!(
        words(&project.read("public/exercises/index.html")),
        "Exercises 1 exercise, most often done first. Single-leg bridge Heels close. 3 days, 3 Aug 2020 to 9 Aug 2020 · \
         last done 2 × 30 s · helps 1, aggravates 1 3 days a week prescribed; noted on 3 of 3 known days"
    );
    let page = project.read("public/exercises/single-leg-bridge/index.html");
    let said = words(&page);
    for part in [
        "Single-leg bridge Done on 3 days, 3 Aug 2020 to 9 Aug 2020. All exercises Heels close .",
        "580 kg (sets × repetitions × load) 60 s held",
        "By side left: 1 day, 480 kg (sets × repetitions × load)",
        "Pain during median 3, 2 to 4, noted 2 times; 4 the last time",
        "3 Aug 2020 first said: helps 9 Aug 2020 from helps to aggravates",
        "1 day in these figures comes from an entry that isn’t listed.",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(page.contains("<a href=\"/journal/a/\">close</a>"), "the description's links are resolved");
    assert!(!page.contains("/journal/b/"), "nothing leads to an unlisted entry");
    let entry = project.read("public/journal/c/index.html");
    assert!(entry.contains("<a href=\"/exercises/single-leg-bridge/\">single leg bridge</a>"), "{entry}");
    let sitemap = project.read("public/sitemap.xml");
    assert!(sitemap.contains("https://example.org/exercises/single-leg-bridge/"), "{sitemap}");
}

#[test]
fn a_description_of_what_nobody_logs_is_told_and_shown() {
    let project = Project::new(&format!(
        "{SITE}-- content/exercises/brigde.md --\nHips [up](nowhere.md).\n\
         -- content/journal/2020-08-03-a.md --\n---\nexercises: [Bridge 3x8]\n---\n"
    ));
    let ran = project.run(["build"]);
    assert!(ran.stderr.contains("no entry has the exercise `brigde` that this file describes"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean `bridge`?"), "{}", ran.stderr);
    assert!(ran.stderr.contains("content/exercises/brigde.md:1:"), "its link is told: {}", ran.stderr);
}

#[test]
fn an_unlisted_description_is_in_no_list() {
    let project = Project::new(&format!(
        "{SITE}-- content/exercises/bridge.md --\n---\nvisibility: unlisted\n---\nHips up.\n\
         -- content/journal/2020-08-03-a.md --\n---\nexercises: [Bridge 3x8]\n---\n"
    ));
    project.build([]);
    let page = project.read("public/exercises/bridge/index.html");
    assert!(page.contains("Hips up.") && page.contains("noindex"), "{page}");
    assert!(!project.read("public/exercises/index.html").contains("href=\"/exercises/bridge/\""));
    assert!(!project.read("public/journal/a/index.html").contains("/exercises/bridge/"));
    assert!(!project.read("public/sitemap.xml").contains("/exercises/bridge/"));
}

#[test]
fn long_journals_fold_the_older_days() {
    let project = Project::empty();
    project.write("site.toml", crate::support::SETTINGS);
    let name = "ä".repeat(80);
    for n in 0..120 {
        let date = jiff::civil::date(2020, 1, 1).checked_add(jiff::Span::new().days(n)).expect("a day");
        let text =
            format!("---\nexercises: [{{name: {name}, sets: 3, reps: 8}}, גשר 2x5]\ntreatments: [massage]\n---\n");
        project.write(&format!("content/journal/{date}-d{n}.md"), &text);
    }
    project.build([]);
    let page = project.read(&format!("public/exercises/{}/index.html", "a".repeat(80)));
    let (open, folded) = page.split_once("<summary>Older days, 70 rows</summary>").expect("folded days");
    assert_eq!((open.matches("href=\"/journal/d").count(), folded.matches("href=\"/journal/d").count()), (50, 70));
    assert!(project.read("public/exercises/גשר/index.html").contains("<h1>גשר</h1>"));
    assert!(project.read("public/treatments/index.html").contains("<summary>Older, 108 rows</summary>"));
}

#[test]
fn a_page_has_a_year_of_rows_and_says_how_many_it_leaves_out() {
    let project = Project::empty();
    project.write("site.toml", crate::support::SETTINGS);
    let day = |n: i64| jiff::civil::date(2018, 1, 1).checked_add(jiff::Span::new().days(n)).expect("a day");
    let lines = |days| (0..days).map(|n| format!("{}  Squat 3x8, treatment massage\n", day(n))).collect::<String>();
    let left_out = |days| {
        project.write("content/log.txt", lines(days));
        project.build(["--strict"]);
        let pages = ["public/exercises/squat/index.html", "public/treatments/index.html"];
        pages.map(|page| {
            let page = project.read(page);
            let rows = page.matches("<tr><th scope=\"row\"><time").count();
            let said = "on this page. All values: <a href=\"/data/journal.csv\">CSV</a>.</p>";
            let said = page.lines().find_map(|line| line.split_once(said)).map(|(before, _)| before.to_owned());
            (rows, said.unwrap_or_default())
        })
    };
    let none = (365, String::new());
    assert_eq!(left_out(365), [none.clone(), none]);
    let one = (365, "<p class=\"lead meta\">1 older row isn’t ".to_owned());
    assert_eq!(left_out(366), [one.clone(), one]);
    let page = project.read("public/exercises/squat/index.html");
    assert!(
        page.contains("datetime=\"2018-01-02\"") && page.contains("<summary>Older days, 315 rows</summary>"),
        "{page}"
    );
    assert!(!page.contains("<th scope=\"row\"><time datetime=\"2018-01-01\">"), "{page}");
}

#[test]
fn treatments_tell_costs_and_providers_only_where_the_settings_show_them() {
    let journal = "-- content/journal/2020-08-03-a.md --\n---\ntreatments: [{type: Massage, provider: ANKE, minutes: 30, travel_minutes: 20, cost: 40.50 EUR, pain_before: 4, pain_after: 2, helped: yes}]\n---\n\
         -- content/journal/2020-08-05-b.md --\n---\ntreatments: [{type: massage, minutes: 45, cost: 50 USD, helped: unsure}]\n---\n";
    let project = Project::new(&format!("{SITE}{journal}"));
    project.build([]);
    let page = project.read("public/treatments/index.html");
    let said = words(&page);
    for part in [
        "How often 2 times, 3 Aug 2020 to 5 Aug 2020 Time 1 h 15 20 min on the way, known for 1 of 2",
        "median 4 before, 2 after, both noted 1 time",
        "yes ×1, can’t tell ×1",
        "(no evidence of effect) too few to say: 0 of 2 days with 4 scored days on either side, and a median takes 8",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    for hidden in ["ANKE", "EUR", "€", "40.50", "USD", "$50"] {
        assert!(!page.contains(hidden), "{hidden}: {page}");
    }
    assert!(project.read("public/journal/b/index.html").contains("<a href=\"/treatments/#massage\">massage</a>"));
    let project = Project::new(&format!("{SITE}[privacy]\nshow = [\"cost\", \"provider\"]\n{journal}"));
    project.build([]);
    let said = words(&project.read("public/treatments/index.html"));
    assert!(said.contains("Cost €40.50 $50 By ANKE"), "{said}");
}

#[test]
fn a_setback_and_its_spike_are_told_once_with_what_came_before_and_next() {
    let project = Project::empty();
    project.write("site.toml", crate::support::SETTINGS);
    let pains = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 5, 4, 2, 1, 1, 1];
    for (n, pain) in (1..).zip(pains) {
        let more = match n {
            9 => "sessions: [{type: run, distance: 8 km}]\ntriggers: [hills]\n",
            10 => "setback: too many hills\ntreatments: [ice]\ntriggers: [Hills]\n",
            15 => "sessions: [{type: walk, distance: 2 km}]\n",
            16 => "sessions: [{type: run, distance: 8 km}]\n",
            _ => "",
        };
        project.write(&format!("content/journal/2020-08-{n:02}-d{n}.md"), format!("---\npain: {pain}\n{more}---\n"));
    }
    project.build([]);
    let page = project.read("public/setbacks/index.html");
    let said = words(&page);
    for part in [
        "1 time when things went the other way: 1 setback, 1 pain spike.",
        "hills 2 times",
        "Setback, pain spike 10 August 2020 to 13 August 2020 In the writer’s words: “too many hills”",
        "the spike lasted 3 days · pain up to 6, from a median of 1 before · back to the longest daily run of the week before on 16 August 2020",
        "What came before 9 Aug 2020 Run, 8.0 km; possible trigger, in the writer’s words: hills 10 Aug 2020 ice; possible trigger",
        "What came next 15 Aug 2020 Walk, 2.0 km , 2 days later",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(page.contains("<svg") && page.contains("setback-2020-08-10-pain"), "{page}");
}

#[test]
fn what_is_not_there_is_neither_made_nor_linked() {
    let project = Project::new(&format!("{SITE}-- content/journal/2020-08-03-a.md --\n---\npain: 2\n---\n"));
    project.build([]);
    for page in ["exercises", "treatments", "setbacks"] {
        assert!(!project.has(&format!("public/{page}/index.html")), "{page}");
        assert!(!project.read("public/index.html").contains(&format!("href=\"/{page}/\"")), "{page}");
    }
}
