//! Whole drawings of every kind, from no day to ten years, and charts asked for by fences and by the command line.

use crate::support::{Project, golden};
use comeback::chart::facets::Facet;
use comeback::chart::{Band, Figure, Mark, Rule, Work, double, facets, heat, means, points, spark, timeline, weeks};
use comeback::language::{self, Language};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// The lengths of the goldens, in days.
const LENGTHS: [usize; 6] = [0, 1, 2, 30, 365, 3650];

fn day(n: usize) -> Date {
    date(2019, 12, 27).checked_add(i64::try_from(n).expect("few").days()).expect("in our times")
}

/// A small generator of numbers that look like chance, the same in every run.
fn number(seed: usize) -> usize {
    let mixed = (seed as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from((mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 40).expect("24 bits")
}

/// Pain that falls over the years, with days and whole stretches missing.
#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn pain(days: usize) -> Vec<Option<f64>> {
    let score = |day: usize| {
        let missing = number(day).is_multiple_of(9) || day % 97 > 88;
        let level = 12_usize.saturating_sub(day * 12 / days.max(30)) + number(day + 7) % 6;
        (!missing).then_some(level.min(20) as f64 / 2.0)
    };
    (0..days).map(score).collect()
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
fn work(days: usize) -> Vec<Option<f64>> {
    let amount = |day: usize| match number(day + 3) % 4 {
        _ if day % 97 > 88 => None,
        0 | 1 => Some(0.0),
        _ => Some((number(day + 5) % 120) as f64 / 10.0),
    };
    (0..days).map(amount).collect()
}

fn medians(values: &[Option<f64>], window: usize) -> Vec<Option<f64>> {
    comeback::journal::metrics::rolling::medians(values, window, (window * 4).div_ceil(7))
}

fn bands() -> Vec<Band> {
    vec![
        Band { from: day(0), to: day(19), label: "Rest".to_owned() },
        Band { from: day(20), to: day(4000), label: "Walking & running again".to_owned() },
    ]
}

fn rules() -> Vec<Rule> {
    vec![Rule { value: 5.0, label: "the ceiling my physio set".to_owned(), from: None }]
}

fn figure(kind: &str, days: usize, language: &Language) -> Figure {
    let (pain, work) = (pain(days), work(days));
    let (median, bands, rules) = (medians(&pain, 7), bands(), rules());
    let week_start = Weekday::Monday;
    let (first, last) = (day(0), day(days.saturating_sub(1)));
    match kind {
        "pain-timeline" => {
            let marks =
                [5, 6, 24, 300].map(|at| Mark { date: day(at), label: format!("Milestone of day {at}"), href: None });
            let chart = timeline::Timeline {
                first,
                values: &pain,
                median: &median,
                window: 7,
                bands: &bands,
                marks: &marks,
                rules: &rules,
                week_start,
                height: None,
            };
            timeline::draw(&chart, language, "x")
        }
        "weekly-distance" => {
            let week = |(at, days): (usize, &[Option<f64>])| {
                let run: f64 = days.iter().flatten().sum();
                let logged = u8::try_from(days.iter().flatten().count()).expect("seven at most");
                let days = u8::try_from(days.len()).expect("seven at most");
                weeks::Week { start: day(at * 7), run, walk: run / 3.0, other: 0.0, logged, days }
            };
            let all: Vec<_> = work.chunks(7).enumerate().map(week).collect();
            let chart =
                weeks::Weeks { unit: "mi", weeks: &all, first, last, bands: &bands, rules: &rules, height: None };
            weeks::draw(&chart, language, "x")
        }
        "pain-and-load" => double::draw(
            &double::Double {
                first,
                pain: &pain,
                median: &median,
                window: 7,
                shifted: false,
                work: &work,
                done: Work::Run,
                unit: "km",
                bands: &bands,
                rules: &rules,
                week_start,
            },
            language,
            "x",
        ),
        "calendar" => {
            let chart = heat::Heat { done: None, first, values: &pain, week_start: Weekday::Sunday };
            heat::draw(&chart, language, "x")
        }
        "four-points" => {
            let point = |at: usize, turn: usize| {
                pain[at].map(|score| (score + [0.0, 0.5, 1.0][number(at + turn) % 3]).min(10.0))
            };
            let all: Vec<_> =
                (0..days).map(|at| (day(at), [pain[at], point(at, 1), point(at, 2), point(at, 3)])).collect();
            points::draw(&points::Points { days: &all, span: (first, last), rules: &rules }, language, "x")
        }
        "acute-chronic" => means::draw(
            &means::Means {
                first,
                work: &work,
                acute: &medians(&work, 7),
                chronic: &medians(&work, 28),
                done: Work::Run,
                unit: "km",
                ratio: "No ratio.",
                critique: "It says little.",
                week_start,
            },
            language,
            "x",
        ),
        "lag" => {
            let facet = |name: &str| {
                let pairs = work.iter().zip(&pain).filter_map(|(work, pain)| Some(((*work)?, (*pain)?))).collect();
                Facet { name: name.to_owned(), figure: ["ρ 0.10".to_owned(), "−0.1 to 0.3".to_owned()], pairs, days }
            };
            let all =
                ["pain the day before", "pain the same day", "pain the next day", "pain two days later"].map(facet);
            let chart = facets::Facets {
                done: Work::Run,
                unit: "km",
                span: "one day to another",
                facets: &all,
                say: "Too few to say.",
                how: "It says little.",
            };
            facets::draw(&chart, language, "x")
        }
        _ => Figure { wide: spark::draw(&pain), ..Figure::default() },
    }
}

const KINDS: [&str; 8] = [
    "pain-timeline",
    "weekly-distance",
    "pain-and-load",
    "calendar",
    "four-points",
    "acute-chronic",
    "lag",
    "sparkline",
];

#[test]
fn every_kind_is_drawn_as_it_was_from_no_day_to_ten_years() {
    let english = Language::english();
    for kind in KINDS {
        for days in LENGTHS {
            let figure = figure(kind, days, &english);
            // A line for each element, so that a difference can be read.
            golden(&format!("charts/{kind}-{days}.svg"), &figure.wide.replace("><", ">\n<"));
            assert!(figure.wide.len() < 40_000, "{kind} of {days} days has {} bytes", figure.wide.len());
        }
    }
}

#[test]
fn every_kind_speaks_german() {
    let german = language::load("de", "", &[]).value;
    for kind in KINDS {
        let figure = figure(kind, 30, &german);
        golden(&format!("charts/{kind}-de.txt"), &crate::support::words_and_drawing(&figure));
    }
}

#[test]
fn every_kind_has_goldens() {
    // Those of rows and panels are drawn in `charts2.rs`.
    for kind in comeback::markdown::KINDS {
        for days in LENGTHS {
            let path = format!("{}/tests/golden/charts/{}-{days}.svg", env!("CARGO_MANIFEST_DIR"), kind.name);
            assert!(std::path::Path::new(&path).exists(), "{path} is not there");
        }
        let path = format!("{}/tests/golden/charts/{}-de.txt", env!("CARGO_MANIFEST_DIR"), kind.name);
        assert!(std::path::Path::new(&path).exists(), "{path} is not there");
    }
}

/// The part of the gallery that is written from the tables stands below this line.
const HEADING: &str = "## Every option\n\n";

#[test]
fn the_gallery_shows_every_kind_and_says_what_the_tables_say() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content/guide/charts.md");
    let text = std::fs::read_to_string(&path).expect("the gallery");
    for kind in &comeback::markdown::KINDS {
        assert!(text.contains(&format!("```chart\nkind: {}\n", kind.name)), "the gallery has no `{}`", kind.name);
    }
    let (head, typed) = text.split_once(HEADING).expect("the heading");
    let reference = comeback::markdown::chart_reference();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, format!("{head}{HEADING}{reference}")).expect("the gallery");
    } else {
        assert!(typed == reference, "charts.md is not what the tables of options say; UPDATE=1 rewrites it");
    }
}

/// A journal of some weeks with everything that charts are drawn of.
fn journal() -> Project {
    let project = Project::new(
        "
-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
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
        let text = format!(
            "---\ntitle: Day {n}\ndate: {date}\npain: {{before: {pain}, during: {}, after: {pain}, next_day: {}}}\n\
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
    for kind in KINDS {
        for narrow in [&["chart", kind][..], &["chart", kind, "--narrow"]] {
            let ran = project.run_with(narrow, &[("SOURCE_DATE_EPOCH", "1600000000")]);
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
            &["chart", "lag", "--window", "9", "--from", "Walkin"][..],
            "warning: unknown key `window`\n --> command line:1:20\n  |\n1 | comeback chart lag --window 9 --from Walkin\n  \
             |                    ^^^^^^^^\n  |\n  = hint: `lag` takes kind, from, to, injury, caption, series\n\n1 warning\n",
        ),
        (
            &["chart", "calendar", "--series", "rum"],
            "error: series is pain, load, run, walk or distance, found `rum`\n --> command line:1:34\n  |\n1 | comeback \
             chart calendar --series rum\n  |                                  ^^^\n  |\n  = hint: did you mean \
             `run`?\n\n1 error\n",
        ),
        (
            &["chart", "lag", "--from", "Walkin"],
            "error: site.toml describes no phase `Walkin`\n --> command line:1:27\n  |\n1 | comeback chart lag --from \
             Walkin\n  |                           ^^^^^^\n  |\n  = hint: did you mean `Walking`?\n  = hint: it describes Walking, Running\n\n1 error\n",
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
    let fences: String =
        KINDS.iter().map(|kind| format!("```chart\nkind: {kind}\ncaption: So it went\n```\n\n")).collect();
    project.write("content/charts.md", format!("---\ntitle: Charts\n---\n\n{fences}{fences}"));
    project.build([]);
    let page = project.read("public/charts/index.html");
    assert_eq!(page.matches("<figure class=\"fence\">").count(), 2 * KINDS.len());
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    // The sparkline alone has no numbers beside it: they are in its sentence.
    assert_eq!(page.matches("<summary>Data table</summary>").count(), 2 * (KINDS.len() - 1));
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
        "---\ntitle: Charts\n---\n\n```chart\nkind: calendar\ninjury: calv\n```\n\n> ```chart\n> kind: lag\n> to: Walk\n> ```\n",
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
fn below_the_gates_there_are_dots_and_no_number() {
    let project = journal();
    let few = project.run(["chart", "lag", "--to", "2020-01-05"]).stdout;
    assert!(few.contains("Too few to say: 4 of 4 pairs of days are known."), "{few}");
    assert!(few.contains("Pain the day before: 4 of 4 pairs, too few to say") && !few.contains('ρ'), "{few}");
    let some = project.run(["chart", "lag", "--to", "2020-01-15"]).stdout;
    assert!(some.contains("too few to say, n 14") && !some.contains('ρ'), "{some}");
    let enough = project.run(["chart", "lag"]).stdout;
    assert!(enough.contains(", 39 of 39 pairs of days; the day before, which it could not change: "), "{enough}");
    let days = project.run(["chart", "acute-chronic", "--to", "2020-01-20"]).stdout;
    assert!(days.contains("too few of the last 28 are known to say theirs."), "{days}");
}
