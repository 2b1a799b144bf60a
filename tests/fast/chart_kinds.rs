//! Charts with rows, lanes and panels, drawn from made-up series: each drawing is compared with the one that was looked at.

use crate::support::{Project, golden};
use comeback::chart::exercises::{self, Bout, Exercise, Exercises, Side};
use comeback::chart::ladder::{self, Climb, Ladder, Outcome};
use comeback::chart::lessons::{self, Change, Lesson, Lessons};
use comeback::chart::spans::{self, Group, Sort, Span, Spans};
use comeback::chart::treatments::{self, Lane, Treatments, Visit};
use comeback::chart::{Band, Figure, Mark};
use comeback::journal::metrics::ladder::climb;
use comeback::journal::metrics::rolling::medians;
use comeback::journal::metrics::verdict::Verdict;
use comeback::language::{self, Language};
use comeback::units::shift;
use jiff::civil::{Date, Weekday, date};
use std::fmt::Write as _;

/// The first day of all series: a leap day comes after 148 days.
const FIRST: Date = date(2023, 10, 4);

/// The lengths of the series, in days.
const DAYS: [i32; 6] = [0, 1, 2, 30, 365, 3650];

fn day(n: i32) -> Date {
    shift(FIRST, i64::from(n))
}

/// A number of 0 to `below` − 1 that looks picked by chance and is the same every time.
fn pick(n: i32, below: i32) -> i32 {
    let mixed = n.wrapping_mul(0x0034_3fd5).wrapping_add(0x0026_9ec3);
    (mixed ^ (mixed >> 13)).rem_euclid(below)
}

/// Pain that goes down in waves, with days missing.
fn pain(days: i32) -> Vec<Option<f64>> {
    let score = |n: i32| {
        let level = 7 - 6 * n / days.max(1) + pick(n, 4) - 1 + i32::from(n % 90 < 8) * 2;
        (pick(n * 7, 9) > 0 && !(40..52).contains(&(n % 200))).then_some(f64::from(level.clamp(0, 10)))
    };
    (0..days).map(score).collect()
}

fn bands(days: i32) -> Vec<Band> {
    let names = ["Training through", "Stopping", "Walking", "Loading", "First runs", "Building"];
    let part = (days / 6).max(1);
    let band = |(n, name): (i32, &&str)| Band {
        from: day(n * part),
        to: if n == 5 { day(days - 1) } else { day((n + 1) * part - 1) },
        label: (*name).to_owned(),
    };
    (0..).zip(&names).take_while(|(n, _)| n * part < days).map(band).collect()
}

fn phases(days: i32, language: &Language) -> Figure {
    let span = |(n, band): (usize, Band)| Span {
        from: band.from,
        to: (n < 5).then_some(band.to),
        label: band.label,
        rest: n == 1,
    };
    let said =
        [(16, "Partial tear at the origin, tendon thickened around it"), (40, "No gap visible, tendon still thick")];
    let said = said.map(|(percent, label)| (days * percent / 100, label));
    let diagnosis = |(from, label): (i32, &str), to: Option<i32>| Span {
        from: day(from),
        to: to.map(day),
        label: label.to_owned(),
        rest: false,
    };
    let diagnoses = match days {
        0 => Vec::new(),
        _ => vec![diagnosis(said[0], Some(said[1].0 - 1)), diagnosis(said[1], None)],
    };
    let groups = [
        Group { sort: Sort::Phase, spans: bands(days).into_iter().enumerate().map(span).collect() },
        Group { sort: Sort::Diagnosis, spans: diagnoses },
    ];
    let marks: Vec<Mark> = (0..days.min(7))
        .map(|n| Mark { date: day(n * n * days / 50), label: format!("Milestone {n}"), href: None })
        .collect();
    let chart =
        Spans { first: FIRST, last: day(days - 1), groups: &groups, marks: &marks, week_start: Weekday::Monday };
    spans::draw(&chart, language, "c")
}

fn lessons(days: i32, language: &Language) -> Figure {
    let titles = [
        "A number on every line, or the line is a guess",
        "Pain that comes a day later still came from somewhere",
        "Walking helped; the bike did not",
        "Rest is a decision, not an absence",
        "One fast mile costs a month",
        "Sit less, and not on slats",
        "Weak is not broken",
        "Never two new things in a week",
        "The tendon likes heavy and slow",
        "Nobody knows the date",
        "Advice needs a name and a day on it",
        "A month of nothing is something",
    ];
    let lesson = |(n, title): (i32, &&str)| {
        let learned = (n + 1) * days / 14;
        let event = |k: i32| (day((learned + (k + 1) * days / 18).min(days - 1)), Change::Held);
        let mut events: Vec<(Date, Change)> = (0..pick(n, 5)).map(event).collect();
        match n {
            3 => events.push((day(days * 9 / 10), Change::Retracted)),
            5 => events.push((day(days * 8 / 10), Change::Revised)),
            _ => {}
        }
        let title = (*title).to_owned();
        Lesson { title, learned: day(learned), events, href: Some(format!("/lessons/{n}/")) }
    };
    let all: Vec<Lesson> = (0..days.min(12)).zip(&titles).map(lesson).collect();
    let chart = Lessons { first: FIRST, last: day(days - 1), lessons: &all, undated: 0, week_start: Weekday::Monday };
    lessons::draw(&chart, language, "c")
}

fn treatments(days: i32, language: &Language) -> Figure {
    let kinds =
        [("Needling", 9, 30, 30, 25), ("Massage", 6, 45, 30, 60), ("Physio", 14, 60, 0, 100), ("Ice", 3, 0, 0, 30)];
    let lane = |&(name, every, minutes, from, to): &(&str, i32, i32, i32, i32)| {
        let wanted = |n: &i32| (days * from / 100..=days * to.max(from + 1) / 100).contains(n) && pick(*n, every) == 0;
        let length = |n: i32| (minutes > 0).then_some(f64::from(minutes + pick(n, 3) * 15));
        let visits: Vec<Visit> = (0..days).filter(wanted).map(|n| Visit { day: day(n), minutes: length(n) }).collect();
        let n = visits.len();
        let costs = vec![format!("{}.00 GBP", n * 45)];
        let around = (n > 4).then_some((4.0, 3.5));
        let providers = vec!["R. Osei".to_owned()];
        Lane { name: name.to_owned(), visits, costs, providers, around, compared: n / 2, days: n }
    };
    let lanes: Vec<Lane> = kinds.iter().map(lane).collect();
    let values = pain(days);
    let chart = Treatments {
        first: FIRST,
        values: &values,
        median: &medians(&values, 7, 4),
        lanes: &lanes,
        bands: &bands(days),
        costs: true,
        providers: false,
        week_start: Weekday::Monday,
    };
    treatments::draw(&chart, language, "c")
}

fn exercises(days: i32, language: &Language) -> Figure {
    let bout = |n: i32, side: Side| Bout {
        day: day(n),
        side,
        load: None,
        band: None,
        reps: None,
        hold: None,
        pain: (pick(n, 3) > 0).then_some(f64::from((4 - 4 * n / days.max(1) + pick(n, 3)).clamp(0, 10))),
    };
    let made = |name: &str, every: i32, bouts: &dyn Fn(i32) -> Vec<Bout>| Exercise {
        name: name.to_owned(),
        bouts: (0..days).filter(|n| pick(n * 3, every) == 0).flat_map(bouts).collect(),
    };
    let rise = |n: i32, to: i32| f64::from(to * n / days.max(1) / 2 * 2);
    let shown = [
        made("Bridge", 2, &|n| vec![Bout { load: Some(8.0 + rise(n, 24)), reps: Some(24.0), ..bout(n, Side::Whole) }]),
        made("Single-leg deadlift", 3, &|n| {
            [Side::Left, Side::Right]
                .map(|side| {
                    let load = Some(4.0 + rise(n, if side == Side::Left { 20 } else { 26 }));
                    Bout { load, reps: Some(f64::from(30 - n * 6 / days.max(1))), ..bout(n, side) }
                })
                .to_vec()
        }),
        made("Plank", 2, &|n| vec![Bout { hold: Some(60.0 + rise(n, 120)), ..bout(n, Side::Whole) }]),
        made("Band walk", 4, &|n| {
            let band = ["yellow", "red", "green"][usize::try_from(n * 3 / days.max(1)).unwrap_or(0).min(2)];
            vec![Bout { band: Some(band.to_owned()), reps: Some(40.0), ..bout(n, Side::Whole) }]
        }),
    ];
    let shown = &shown[..if days == 0 { 0 } else { 4 }];
    let chart =
        Exercises { first: FIRST, last: day(days - 1), unit: "kg", shown, total: 9, week_start: Weekday::Monday };
    exercises::draw(&chart, language, "c")
}

fn ladder(days: i32, language: &Language) -> Figure {
    let levels = ["4 walk / 1 run", "3 walk / 2 run", "2 walk / 3 run", "1 walk / 4 run", "20 min run", "30 min run"];
    let levels = levels.map(str::to_owned);
    let on: Vec<i32> = (0..days).filter(|n| n % 3 == 0).collect();
    let outcome = |n: &i32| match pick(n * 5, 12) {
        0 => Verdict::Red,
        1 => Verdict::Amber,
        2 => Verdict::Grey,
        _ => Verdict::Green,
    };
    let rungs = climb(on.iter().map(outcome), 2, levels.len());
    let mut at = 1;
    let climbed = on.iter().zip(&rungs).map(|(n, rung)| {
        let outcome = match outcome(n) {
            Verdict::Green => Outcome::Green,
            Verdict::Amber => Outcome::Amber,
            Verdict::Red => Outcome::Red,
            Verdict::Grey => Outcome::Grey,
        };
        let from = std::mem::replace(&mut at, rung.level);
        Climb { day: day(*n), outcome, at: from, then: rung.level }
    });
    let climbs: Vec<Climb> = climbed.collect();
    let chart = Ladder {
        levels: &levels,
        times: 2,
        climbs: &climbs,
        rule: "the rule my physio set",
        week_start: Weekday::Monday,
    };
    ladder::draw(&chart, language, "c")
}

type Kind = (&'static str, fn(i32, &Language) -> Figure);

const KINDS: [Kind; 5] =
    [("exercise", exercises), ("phases", phases), ("treatments", treatments), ("lessons", lessons), ("ladder", ladder)];

#[test]
fn rows_and_panels_are_drawn_as_they_were_looked_at() {
    let english = Language::english();
    for (kind, draw) in KINDS {
        let mut said = String::new();
        for days in DAYS {
            let figure = draw(days, &english);
            golden(&format!("charts/{kind}-{days}.svg"), &figure.wide.replace("><", ">\n<"));
            golden(&format!("charts/{kind}-{days}-narrow.svg"), &figure.narrow.replace("><", ">\n<"));
            writeln!(said, "{days} days\n{}\n{}\n", figure.say, figure.how).expect("a string");
            if days == 30 {
                let rows: Vec<String> = figure.table.rows.iter().map(|row| row.join(" | ")).collect();
                let table = &figure.table;
                writeln!(said, "{}\n{}\n{}\n", table.caption, table.head.join(" | "), rows.join("\n"))
                    .expect("a string");
            }
        }
        golden(&format!("charts/{kind}.txt"), &said);
    }
}

#[test]
fn rows_and_panels_speak_german() {
    let german = language::load("de", "", &[]).value;
    for (kind, draw) in KINDS {
        golden(&format!("charts/{kind}-de.txt"), &crate::support::words_and_drawing(&draw(365, &german)));
    }
}

#[test]
fn ten_years_stay_small_enough_to_look_at() {
    let english = Language::english();
    for (kind, draw) in KINDS {
        let figure = draw(3650, &english);
        let most = figure.wide.len().max(figure.narrow.len());
        assert!(most < 40_000, "{kind}: {most} bytes");
        assert!(figure.table.rows.len() < 2500, "{kind}: {} rows", figure.table.rows.len());
    }
}

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
    let say = plain(&between(&page, "<p class=\"say\">", "</p>"));
    let how = between(&page, "<p class=\"how\">", "</p>");
    (say, how, rows.collect())
}

#[test]
fn treatments_show_what_they_cost_and_who_gave_them_only_where_the_settings_do() {
    let mut text = format!("{PAGE}kind: treatments\n```\n");
    for day in 1..=20 {
        let treatments = match day {
            9 => "treatments: [{type: Massage, minutes: 30, cost: 40 GBP, provider: R. Osei}, {type: ice}, ice]\n",
            12 => "treatments: [{type: massage, cost: 4.50 EUR, provider: R. Osei}]\n",
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
        "4 treatments of 2 types in 20 days, most often Massage (2); 0.5 hours in the 1 whose length is known."
    );
    assert!(how.ends_with("That two things happened in the same weeks does not say that one did the other."), "{how}");
    assert_eq!(
        rows,
        [
            "Treatment | Sessions | Minutes | Pain 7 days before | Pain 7 days after | Days compared",
            "Massage | 2 | 30 (1 known) | 4.5 | 2.5 | 2 of 2",
            "ice | 2 | – | 5 | 3 | 1 of 1",
        ]
    );
    let page = project.read("public/charts/index.html");
    assert!(page.contains("not evidence of effect") && !page.contains("Osei") && !page.contains("GBP"));
    project.write("site.toml", format!("{}[privacy]\nshow = [\"cost\", \"provider\"]\n", crate::support::SETTINGS));
    let (.., rows) = figure(&project);
    assert_eq!(
        rows[..2],
        [
            "Treatment | Sessions | Minutes | Cost | By | Pain 7 days before | Pain 7 days after | Days compared",
            "Massage | 2 | 30 (1 known) | 4.50 EUR, 40.00 GBP | R. Osei | 4.5 | 2.5 | 2 of 2",
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
    let mut text = format!("{PAGE}kind: ladder\nlevels: [4 walk / 1 run, 2 walk / 3 run, run]\n```\n");
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
    assert!(how.contains("By the default rule, silbernagel: ● green 7, ▲ amber 1, ■ red 1."), "{how}");
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
    assert_eq!(say, "1 lesson learned in 10 days: 1 taken back.");
    assert_eq!(rows[1..], ["Slowly | 1 Mar 2020 | 0 | 0 | yes | 10 Mar 2020"]);
    assert!(project.read("public/charts/index.html").contains("<a href=\"/lessons/slow/\">Slowly</a>"));
}

#[test]
fn the_command_draws_them_with_colours_and_without_classes() {
    let front = "exercises: [bridge 3x8 @12kg]\ntreatments: [ice]\nlessons: [{id: slow, title: Slowly}]\nsessions: [run]\npain: 2";
    let project = Project::new(&format!("-- content/journal/2020-03-01.md --\n---\n{front}\n---\n"));
    for kind in ["exercise", "phases", "treatments", "lessons", "ladder"] {
        let levels = if kind == "ladder" { &["--levels", "[walk, run]"][..] } else { &[] };
        let ran = project.run_with(&[&["chart", kind], levels].concat(), &[("SOURCE_DATE_EPOCH", "1600000000")]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{kind}");
        assert!(ran.stdout.starts_with("<svg xmlns=") && !ran.stdout.contains("class="), "{}", ran.stdout);
    }
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
