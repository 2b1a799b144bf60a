//! Log lines: `2024-05-03  pain 2/2/3, run 5k 30:00 rpe 3, bridges 3x10 @12kg   # a remark`.

use super::*;
use crate::units::{Metres, Score};
use std::sync::Arc;

/// Reads a log file.
fn log_with(text: &str, config: &Config) -> (ReadLog, Vec<String>) {
    let text: Arc<str> = text.into();
    let path: Arc<str> = "content/log.txt".into();
    let content = Content::Text(Arc::clone(&text));
    let source = Source { path, hash: [7; 32], content, stamp: crate::source::Stamp::default() };
    let (log, mut problems) = parse_log(&source, &text, config, None);
    crate::diag::sort(&mut problems);
    (log, problems.iter().map(line).collect())
}

/// A line's entry, read without problems.
#[track_caller]
fn read_line(text: &str) -> Entry {
    let (log, problems) = log_with(text, &config());
    assert_eq!(problems, [""; 0], "{text}");
    assert_eq!(log.lines.len(), 1, "{text}");
    (*log.lines[0].entry).clone()
}

/// What is wrong with a line.
fn wrong(text: &str) -> Vec<String> {
    log_with(text, &config()).1
}

#[test]
fn a_day_in_one_line_is_what_front_matter_says_of_it() {
    for (typed, front) in [
        (
            "pain 2/2/3, run 5k 30:00 rpe 3, bridges 3x10 @12kg   # a remark",
            "pain: 2/2/3\nsessions: [run 5k 30:00 rpe 3]\nexercises: [bridges 3x10 @12kg]",
        ),
        ("pain 3", "pain: 3"),
        ("Pain before 1 after 2-3", "pain: before 1 after 2-3"),
        ("rest", "rest: true"),
        ("flare, setback \"ran, on ice #1\"", "flare: true\nsetback: 'ran, on ice #1'"),
        ("bike x2", "sessions: [bike, bike]"),
        ("row 20 min, row 3x10 @20kg", "sessions: [row 20 min]\nexercises: [row 3x10 @20kg]"),
        ("Plank 45s each side", "exercises: [Plank 45s each side]"),
        ("strength 45 min", "sessions: [strength 45 min]"),
        ("sleep 7:30, mood 6, function 80%, resting hr 51", "sleep: 7:30\nmood: 6\nfunction: 80%\nresting_hr: 51"),
        ("mood fair", "mood: fair"),
        ("mileage 3 km, stiffness 20", "mileage: 3 km\nstiffness: 20"),
        (
            "body weight 64.3, medication ibuprofen, medication naproxen",
            "body_weight: 64.3\nmedication: [ibuprofen, naproxen]",
        ),
        ("milestone \"First mile\", milestone Second mile", "milestones: [First mile, Second mile]"),
        ("trigger stairs, trigger \"a long sit\"", "triggers: [stairs, a long sit]"),
        (
            "treatment needling x2, treatment deep massage 30 min 80 USD",
            "treatments: [needling, needling, {type: deep massage, minutes: 30 min, cost: 80 USD}]",
        ),
        ("injury hamstring, pain 2", "injury: hamstring\npain: 2"),
    ] {
        let own = read_line(&format!("2024-05-03  {typed}\n"));
        let as_front = entry(front);
        let of = |entry: &Entry| {
            let Entry { pain, mileage, rest, sessions, exercises, milestones, setback, flare, triggers, .. } = entry;
            let done = (pain.clone(), *mileage, *rest, sessions.clone(), exercises.clone(), entry.treatments.clone());
            let told = (milestones.clone(), setback.clone(), *flare, triggers.clone());
            let body = (format!("{:?} {:?}", entry.body_weight, entry.medication), entry.measures.clone());
            format!("{done:?} {told:?} {body:?} {:?}", entry.injury.as_ref().map(|(name, _)| name))
        };
        assert_eq!(of(&own), of(&as_front), "{typed}");
        assert_eq!(own.date, Some(date(2024, 5, 3)), "{typed}");
    }
}

#[test]
fn what_only_lines_have() {
    let log = |text: &str| *read_line(text).log.expect("a line");
    let first = || LogLine { number: 1, ..LogLine::default() };
    assert_eq!(
        log("2024-05-04 morning 1, rest, \"slept badly, again\" # x"),
        LogLine { morning: Score::new(1.0), note: Some("slept badly, again".to_owned()), ..first() }
    );
    assert_eq!(log("2024-05-04 rest, later"), LogLine { later: true, ..first() });
    assert_eq!(
        log("2019-08-12..18  run 92 mi, treatment needling x2, pain 4"),
        LogLine { until: Some(date(2019, 8, 18)), ..first() }
    );
    assert_eq!(log("2024-10-06..11-05 pain 0").until, Some(date(2024, 11, 5)));
    assert_eq!(log("2024-12-30..2025-01-02 pain 0").until, Some(date(2025, 1, 2)));
    assert_eq!(log("2024-05-04..04 pain 0").until, None);
    let imported = read_line("2024-05-03  run 5.02 km 30:12 climb 40 m hr 147 [strava:123]");
    assert!(imported.log.as_ref().is_some_and(|log| log.imported));
    assert_eq!(imported.sessions[0].distance, Some(Metres(5020)));
    assert_eq!(read_line("2024-05-03 pain 3, private").visibility, Visibility::Private);
    let (log, problems) = log_with(
        "# paper diary\n\ncovers 2024-01-01..2024-06-30 # all of it\nlater 2024-01-01..03-01\n2024-05-03: rest\n",
        &config(),
    );
    assert_eq!(problems, [""; 0]);
    assert_eq!(log.covers, [(date(2024, 1, 1), date(2024, 6, 30))]);
    assert_eq!(log.later, [(date(2024, 1, 1), date(2024, 3, 1))]);
    assert_eq!(log.lines.len(), 1);
    let remarks: Vec<&str> = log.remarks.iter().map(|range| &log.text[range.clone()]).collect();
    assert_eq!(remarks, [" paper diary", " all of it"]);
    // A file is private as a whole where its first line says so, remarks above it or not.
    let (log, problems) = log_with("# mine\nprivate\n2024-05-03 pain 3\r\n2024-05-04 rest\r\n", &config());
    assert_eq!(problems, [""; 0]);
    assert!(log.private && log.lines.iter().all(|line| line.entry.visibility == Visibility::Private));
}

#[test]
fn lines_with_mistakes() {
    for (typed, expected) in [
        (
            "pain 3",
            "1:1 error: a line begins with its date, found `pain` | such as `2024-05-03  pain 2/2/3, run 5k 30:00`; a remark begins with `#`",
        ),
        ("cover 2024-01-01..03", "1:1 error: a line begins with its date, found `cover` | did you mean `covers`?"),
        (
            "2024-13-03 rest",
            "1:1 error: `2024-13-03` is no date | dates are `2024-05-03`, spans `2024-05-03..09` or `2024-05-03..06-02`",
        ),
        (
            "2024-05-3 rest",
            "1:1 error: `2024-05-3` is no date | dates are `2024-05-03`, spans `2024-05-03..09` or `2024-05-03..06-02`",
        ),
        ("0204-05-03 rest", "1:1 error: 0204-05-03 is out of range | is the year right?"),
        (
            "2024-05-10..03 rest",
            "1:1 error: the span ends on 2024-05-03, before it begins | the last day of a span is on or after the first; such as `2024-05-10..2024-05-16`",
        ),
        (
            "2024-05-03",
            "1:1 error: the day says nothing | what was felt or done follows the date: `pain 2/2/3, run 5k`, or `rest`",
        ),
        ("2024-05-03 pain 11", "1:17 error: pain is 0 to 10, found 11"),
        ("2024-05-03 rest, pain 2/11/3", "1:25 error: during is 0 to 10, found 11 | understood so far: rest"),
        ("2024-05-03 run 5", "1:16 error: `5` may be a distance or a time | write `5 km` or `5 min`"),
        ("2024-05-03 pain", "1:12 error: `pain` has no value after it"),
        ("2024-05-03 setback", "1:12 error: `setback` has nothing after it | such as `setback \"ran on ice\"`"),
        (
            "2024-05-03 rest, \"slept",
            "1:18 error: a quotation mark is not closed | a note stands between two: `\"slept badly\"` | understood so far: rest",
        ),
        ("2024-05-03 pain 1, pain 2", "1:20 error: `pain` is given twice | understood so far: pain 1"),
        (
            "2024-05-03 treatment massage 30",
            "1:30 error: `30` may be minutes or money | write `30 min`, or the price with its currency: `30 EUR`",
        ),
        (
            "2024-05-03 rest, pian 3",
            "1:18 error: no item begins with `pian` | did you mean `pain`? | understood so far: rest",
        ),
        ("2024-05-03 treatment massage x0", "1:30 error: x is 1 to 50, found `x0`"),
    ] {
        assert_eq!(wrong(typed), [expected], "{typed}");
        assert_eq!(log_with(typed, &config()).0.broken, 1, "{typed}");
    }
    // All lines are read, each problem at its place, and the good ones are kept.
    let (log, problems) =
        log_with("2024-05-03 pain 11\n2024-05-04 rest\n\n2024-05-05 pain 3, mood 12, run 5\n", &config());
    assert_eq!(log.lines.len(), 1);
    assert_eq!(
        problems,
        [
            "1:17 error: pain is 0 to 10, found 11",
            "4:25 error: mood is 0 to 10, found 12 | understood so far: pain 3",
            "4:33 error: `5` may be a distance or a time | write `5 km` or `5 min`",
        ]
    );
    // Nobody knows what a `private` further down was meant for, so all is kept back.
    let (log, problems) = log_with("2024-05-03 pain 3\nprivate\n", &config());
    assert_eq!(problems.len(), 1);
    assert!(log.private && log.lines[0].entry.visibility == Visibility::Private);
}

#[test]
fn bare_names_are_treatments_that_are_known_from_elsewhere() {
    let (log, problems) = log_with("2024-05-03 needling 30 min\n", &config());
    assert_eq!(problems, [""; 0]);
    let read = &log.lines[0];
    assert_eq!(read.entry.treatments[0].minutes, Some(30.0));
    assert_eq!(read.unknown_names(|slug| slug == "needling", &["Needling"]), []);
    let told = |names: &[&str]| -> Vec<String> { read.unknown_names(|_| false, names).iter().map(line).collect() };
    assert_eq!(
        told(&["Neddling"]),
        [
            "1:12 error: `needling` is nothing that a line can have | is `Neddling` meant? a treatment is `treatment needling 30 min`, a note `\"needling 30 min\"`"
        ]
    );
    assert_eq!(
        told(&[]),
        [
            "1:12 error: `needling` is nothing that a line can have | a treatment is `treatment needling 30 min`, an exercise `needling 3x10`, a note `\"needling 30 min\"`"
        ]
    );
}

#[test]
fn lines_that_stand_where_they_stood_are_not_read_again() {
    let source = |text: &str| Source {
        path: "content/log.txt".into(),
        hash: *blake3::hash(text.as_bytes()).as_bytes(),
        content: Content::Text(text.into()),
        stamp: crate::source::Stamp::default(),
    };
    let before =
        "2024-05-03 pain 1\n2024-05-04 walk/run 3 km\n2024-05-05 rest # x\n2024-05-06 pain 12\n2024-05-07 needling\n";
    let (read, _) = parse_log(&source(before), &before.into(), &config(), None);
    for (after, kept) in [
        (before.replace("pain 1\n", "pain 2, run 5 km\n"), 2),
        (before.replace("rest # x", "rest # y"), 2),
        (before.replacen("2024-05-05 rest # x\n", "", 1), 1),
        (format!("private\n{before}"), 0),
        (before.replace("pain 12", "pain 2"), 3),
        (before.to_owned(), 3),
    ] {
        let fresh = parse_log(&source(&after), &after.as_str().into(), &config(), None);
        let again = parse_log(&source(&after), &after.as_str().into(), &config(), Some(&read));
        assert_eq!(format!("{fresh:?}"), format!("{again:?}"), "{after}");
        let same = |line: &&ReadLine| read.lines.iter().any(|old| Arc::ptr_eq(&old.entry, &line.entry));
        assert_eq!(again.0.lines.iter().filter(same).count(), kept, "{after}");
    }
}

#[test]
fn what_a_new_user_types_is_told_how_to_write_it() {
    let hint = |typed: &str| -> String {
        let (log, problems) = log_with(&format!("2024-05-03 {typed}\n"), &config());
        assert_eq!(problems, [""; 0], "{typed}");
        let told = log.lines[0].unknown_names(|_| false, &[]);
        told[0].hints[0].clone()
    };
    for (typed, expected) in [
        ("easy run 5k 30 min", "a session begins with its kind: `run 5k 30 min, \"easy\"`"),
        (
            "heel raises 3x15 single leg",
            "an exercise is its name, then its sets, load, side and pain: `heel raises single leg 3x15`",
        ),
        ("away with work", "a note stands in quotes: `\"away with work\"`; a treatment is `treatment away with work`"),
        (
            "ice 15 min x2",
            "a treatment is `treatment ice 15 min x2`, an exercise `ice 3x10`, a note `\"ice 15 min x2\"`",
        ),
        ("slept", "is it `sleep`, with its hours? a treatment is `treatment slept`, a note `\"slept\"`"),
    ] {
        assert_eq!(hint(typed), expected);
        // Whatever a hint shows can be read.
        for shown in expected.split('`').skip(1).step_by(2) {
            let (_, problems) =
                log_with(&format!("2024-05-03 {}\n", if shown == "sleep" { "sleep 7" } else { shown }), &config());
            assert_eq!(problems, [""; 0], "{shown}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_told(
        words in proptest::collection::vec(
            proptest::sample::select(&[
                "2024-05-03 ", "2024-05-03..", "..", "\n", ", ", "#", "\"", "pain ", "2/2/3", "run ", "5k ", "x2", "private",
                "later ", "covers ", "[strava:1]", "[", "]", ":", "treatment ", "needling ", "30 min ", "80 USD", "\u{3000}",
                "é", "🙂", "\r", "\u{feff}", "3x10 ", "@12kg", "morning 1", "99999999999", "-", "01", "\t", "body", "mood ",
            ][..]),
            0..30,
        ),
    ) {
        let text = words.concat();
        let (log, problems) = log_with(&text, &config());
        let n_lines = text.split('\n').count();
        proptest::prop_assert!(log.lines.len() <= n_lines);
        for line in &log.lines {
            proptest::prop_assert!(text.get(line.range.clone()).is_some());
        }
        proptest::prop_assert!(log.broken == 0 || !problems.is_empty());
    }
}
