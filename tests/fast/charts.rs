//! Charts asked for by fences and by the command line, of every kind.

use crate::support::Project;
use comeback::chart::{KINDS, Row};
use jiff::ToSpan;
use jiff::civil::date;

/// A small generator of numbers that look like chance, the same in every run.
fn number(seed: usize) -> usize {
    let mixed = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from((mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 40).expect("24 bits")
}

/// The part of the gallery that is written from the tables stands below this line.
const HEADING: &str = "## Every option\n\n";

#[test]
fn the_gallery_shows_every_kind_and_says_what_the_tables_say() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide/charts.md");
    let text = std::fs::read_to_string(&path).expect("the gallery");
    let (head, typed) = text.split_once(HEADING).expect("the heading");
    let missing = KINDS.iter().filter(|kind| !head.contains(&format!("```chart\nkind: {}\n", kind.name)));
    let missing: String = missing.map(section).collect();
    let reference = comeback::chart::reference();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, format!("{head}{missing}{HEADING}{reference}")).expect("the gallery");
    } else {
        assert_eq!(missing, "", "kinds that charts.md does not show; UPDATE=1 adds them, for you to find better words");
        assert!(typed == reference, "charts.md is not what the tables of options say; UPDATE=1 rewrites it");
    }
}

/// What the gallery has of a kind that nobody wrote of: its example, and what its row says.
fn section(kind: &Row) -> String {
    let Row { name, about, example, .. } = kind;
    let options: String = example.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
    let title = name[..1].to_uppercase() + &name[1..].replace('-', " ");
    format!("## {title}\n\n```chart\nkind: {name}\n{options}```\n\n{about}\n\n")
}

/// A journal of some weeks with everything that charts are drawn of.
fn journal() -> Project {
    let project = Project::new(
        "
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
[rules]
preset = \"silbernagel\"
[[injuries]]
slug = \"calf\"
name = \"Left calf\"
[[phases]]
name = \"Walking\"
start = 2020-01-01
end = 2020-01-26
[[phases]]
name = \"Running\"
start = 2020-01-27
",
    );
    for n in 0..40_usize {
        let date = date(2020, 1, 1).checked_add(i64::try_from(n).expect("few").days()).expect("a date");
        let pain = number(n) % 5;
        let more = match n {
            0 => "exercises: [bridge 3x8 @12kg]\ntreatments: [ice]\nlessons: [{id: slow, title: Slowly}]\n",
            _ => "",
        };
        let text = format!(
            "---\ntitle: Day {n}\ndate: {date}\nstiffness: {n}\n{more}pain: {{before: {pain}, during: {}, after: {pain}, next_day: {}}}\n\
             sessions:\n  - {{type: run, distance: {} km, duration: 30 min, rpe: {}}}\n---\nText.\n",
            pain + 1,
            number(n + 1) % 5,
            number(n + 2) % 8 + 1,
            number(n + 3) % 6 + 1,
        );
        project.write(&format!("content/journal/{date}.md"), text);
    }
    project
}

#[test]
fn the_command_draws_every_kind_with_colours_and_without_classes() {
    let project = journal();
    for kind in KINDS.iter().map(|kind| kind.name) {
        let levels = if kind == "ladder" { &["--levels", "[walk, run]"][..] } else { &[] };
        for narrow in [&[][..], &["--narrow"]] {
            let args = [&["chart", kind], levels, narrow].concat();
            let ran = project.run_with(&args, &[("SOURCE_DATE_EPOCH", "1600000000")]);
            assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{kind}");
            assert!(ran.stdout.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""), "{}", ran.stdout);
            assert!(ran.stdout.ends_with("</svg>\n") && !ran.stdout.contains("class="), "{}", ran.stdout);
        }
    }
    let whole = project.run(["chart", "pain-timeline"]);
    let part = project.run(["chart", "pain-timeline", "--from", "-10d", "--window", "14", "--height", "120"]);
    assert_eq!((part.status, part.stderr.as_str()), (0, ""));
    assert!(
        part.stdout.contains("31 January 2020 to 9 February 2020") || part.stdout.contains("30 January 2020"),
        "{}",
        part.stdout
    );
    assert_ne!(whole.stdout, part.stdout);
}

#[test]
fn wrong_options_on_the_command_line_are_told_with_their_place() {
    let project = journal();
    for (args, expected) in [
        (
            &["chart", "next-morning", "--window", "9", "--from", "Walkin"][..],
            "warning: unknown key `window`\n --> command line:1:29\n  |\n1 | comeback chart next-morning --window 9 --from Walkin\n  \
             |                             ^^^^^^^^\n  |\n  = hint: `next-morning` takes kind, from, to, injury, caption\n\n1 warning\n",
        ),
        (
            &["chart", "calendar", "--series", "rum"],
            "error: series is pain, load, run, walk or distance, found `rum`\n --> command line:1:34\n  |\n1 | comeback \
             chart calendar --series rum\n  |                                  ^^^\n  |\n  = hint: did you mean \
             `run`?\n\n1 error\n",
        ),
        (
            &["chart", "next-morning", "--from", "Walkin"],
            "error: site.toml describes no phase `Walkin`\n --> command line:1:36\n  |\n1 | comeback chart next-morning --from \
             Walkin\n  |                                    ^^^^^^\n  |\n  = hint: did you mean `Walking`?\n  = hint: it describes Walking, Running\n\n1 error\n",
        ),
        (
            &["chart", "pain-timeline", "--lines", "[{value: 12}]"],
            "error: a line needs a label\n --> command line:1:40\n  |\n1 | comeback chart pain-timeline --lines '[{value: \
             12}]'\n  |                                        ^^^^^^^^^^^\n  |\n  = hint: write `{value: 5, label: the \
             ceiling my physio set}`\n\n1 error\n",
        ),
    ] {
        let ran = project.run_with(args, &[("SOURCE_DATE_EPOCH", "1600000000")]);
        assert_eq!((ran.status, ran.stdout.as_str(), ran.stderr.as_str()), (2, "", expected), "{args:?}");
    }
}

#[test]
fn a_fence_of_every_kind_stands_in_a_page_with_its_own_ids_and_its_table() {
    let project = journal();
    let levels = |kind: &str| if kind == "ladder" { "levels: [walk, run]\n" } else { "" };
    let fence = |kind: &str| format!("```chart\nkind: {kind}\n{}caption: So it went\n```\n\n", levels(kind));
    let fences: String = KINDS.iter().map(|kind| fence(kind.name)).collect();
    project.write("content/charts.md", format!("---\ntitle: Charts\n---\n\n{fences}{fences}"));
    project.build([]);
    let page = project.read("public/charts/index.html");
    assert_eq!(page.matches("<figure class=\"fence\">").count(), 2 * KINDS.len());
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    // The sparkline alone has no numbers beside it: they are in its sentence. Those of treatments stand open, above; and of the year
    // before these days there are none.
    assert_eq!(page.matches("<summary>Data table</summary>").count(), 2 * (KINDS.len() - 3));
    for word in [" safe", "predict", "because"] {
        let figures = page.split("<figure").skip(1).filter_map(|rest| rest.split("</figure>").next());
        assert!(!figures.collect::<String>().contains(word), "a figure says `{word}`");
    }
}

#[test]
fn a_fence_names_what_the_site_does_not_know() {
    let project = journal();
    project.write(
        "content/charts.md",
        "---\ntitle: Charts\n---\n\n```chart\nkind: calendar\ninjury: calv\n```\n\n> ```chart\n> kind: next-morning\n> to: Walk\n> ```\n",
    );
    let ran = project.run(["check"]);
    assert_eq!(
        (ran.status, ran.stderr.as_str()),
        (
            1,
            "error: site.toml describes no injury `calv`\n --> content/charts.md:7:9\n  |\n7 | injury: calv\n  |         \
             ^^^^\n  |\n  = hint: did you mean `calf`?\n  = hint: it describes calf\n\nerror: site.toml describes no phase \
             `Walk`\n  --> content/charts.md:10:3\n   |\n10 | > ```chart\n   |   ^^^^^^^^\n   |\n   = hint: it describes Walking, Running\n\n2 errors\n"
        )
    );
}

#[test]
fn a_former_kind_is_told_and_another_drawn_in_its_place() {
    let project = journal();
    project.write("content/charts.md", "---\ntitle: Charts\n---\n\n```chart\nkind: lag\n```\n");
    let ran = project.run(["build"]);
    let message =
        "warning: charts of kind `lag` are no longer drawn; this is a `next-morning`\n --> content/charts.md:6:7\n";
    assert!(ran.status == 0 && ran.stderr.contains(message), "{}", ran.stderr);
    assert!(project.read("public/charts/index.html").contains("What the next morning said"));
}

#[test]
fn below_the_gates_there_are_dots_and_no_number() {
    let project = journal();
    let few = project.run(["chart", "next-morning", "--to", "2020-01-04"]).stdout;
    assert!(few.contains("Too few mornings are known to say what the next one said."), "{few}");
    let enough = project.run(["chart", "next-morning"]).stdout;
    assert!(enough.contains(": the morning after ") && !enough.contains('ρ'), "{enough}");
    let days = project.run(["chart", "acute-chronic", "--to", "2020-01-20"]).stdout;
    assert!(days.contains("too few of the last 28 are known to say theirs."), "{days}");
}

#[test]
fn marks_lead_to_their_entries_from_after_the_picture() {
    let project = journal();
    project.write("site.toml", project.read("site.toml").replace("example.org/", "example.org/blog/"));
    project.write("content/journal/a-hill.md", "---\ntitle: A hill\ndate: 2020-01-20\nsetback: A hill\n---\nText.\n");
    project.build([]);
    let page = project.read("public/progress/index.html");
    let (_, drawing) = page.split_once("<svg class=\"chart narrow\"").expect("a drawing");
    let (root, rest) = drawing
        .split_once("<g role=\"img\" aria-labelledby=\"t-injury-calf-pain-0n d-injury-calf-pain-0n\">")
        .expect("a picture");
    assert!(root.contains(" role=\"group\" aria-labelledby=\"t-injury-calf-pain-0n\">"), "{root}");
    let (picture, links) = rest.split_once("</g><a ").expect("links after it");
    assert!(!picture.contains("<a "), "nothing inside an image can be followed: {picture}");
    let links = links.split("</svg>").next().unwrap_or_default();
    assert!(
        links.starts_with(
            "href=\"/blog/journal/a-hill/\" aria-label=\"Setback, 20 January 2020\"><rect class=\"leads\" x=\""
        ),
        "{links}"
    );
    assert_eq!(links.matches("</a>").count(), 1);
    // Alone it is a picture that leads nowhere, and a feed has none of it.
    let alone = project.run(["chart", "pain-timeline"]).stdout;
    assert!(
        alone.contains(" role=\"img\" aria-labelledby=\"t-chartw d-chartw\">") && !alone.contains("<a "),
        "{alone}"
    );
    assert!(!project.read("public/feed.xml").contains("aria-label"));
}

#[test]
fn progress_is_five_pictures_and_a_fold_and_draws_pain_by_day_once() {
    let project = journal();
    let of = |part: &str| {
        let ids = part.split("<div class=\"chapter\" id=\"injury-calf-").skip(1);
        ids.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect::<Vec<_>>()
    };
    project.build([]);
    let page = project.read("public/progress/index.html");
    let (pictures, folded) = page.split_once("<details class=\"physio\"").expect("a fold");
    assert_eq!(of(pictures), ["pain", "calendar", "distance", "exercises", "measures"]);
    assert_eq!(of(folded), ["points", "mornings", "treatments", "phases"]);
    let by_day = |text: &str| text.matches("Worst pain of each day, 0 to 10").count();
    // The title and the long description of both drawings, and the table.
    assert_eq!((by_day(pictures), by_day(folded)), (4, 0));
    for again in ["Two panels", "Pain and ", "Treatments and pain"] {
        assert!(!page.contains(again), "{again}");
    }
}
