//! Keys with their values and their mistakes.

use super::*;
use crate::units::{Metres, Score};

fn score(value: f64) -> Option<Score> {
    Some(Score::new(value).expect("a score"))
}

#[test]
fn pain_in_all_its_forms() {
    let none = Pain::default;
    for (typed, expected) in [
        ("0", vec![Pain { worst: score(0.0), ..none() }]),
        ("2.5", vec![Pain { worst: score(2.5), ..none() }]),
        (
            "{before: 0, during: 1, after: 2, next_day: 3, worst: 4, rest: 5, average: 6, settled_hours: 36}",
            vec![Pain {
                before: score(0.0),
                during: score(1.0),
                after: score(2.0),
                next_day: score(3.0),
                worst: score(4.0),
                rest: score(5.0),
                average: score(6.0),
                settled_hours: Some(36.0),
                ..none()
            }],
        ),
        (
            "[{site: hamstring, side: L, quality: ache, worst: 3}, {site: back, side: central, worst: 1}, {site: toe}]",
            vec![
                Pain {
                    site: Some("hamstring".to_owned()),
                    side: Some(Side::Left),
                    quality: Some("ache".to_owned()),
                    worst: score(3.0),
                    ..none()
                },
                Pain { site: Some("back".to_owned()), side: Some(Side::Central), worst: score(1.0), ..none() },
                Pain { site: Some("toe".to_owned()), ..none() },
            ],
        ),
        // What `new` wrote and nobody filled in.
        ("{site: calf, side: right, before: , during: , after: , next_day: }", vec![]),
        (
            "{site: heel, before: , words: burning, quality: 'hot, dull'}",
            vec![Pain {
                site: Some("heel".to_owned()),
                quality: Some("hot, dull".to_owned()),
                words: Some("burning".to_owned()),
                ..none()
            }],
        ),
        ("{}", vec![]),
        ("[]", vec![]),
    ] {
        assert_eq!(entry(&format!("pain: {typed}")).pain, expected, "{typed}");
    }
}

#[test]
fn pain_that_is_none() {
    for (typed, expected) in [
        ("11", "7 error: pain is 0 to 10, found 11"),
        ("-1", "7 error: pain is 0 to 10, found -1"),
        ("2.3", "7 error: pain takes wholes and halves, found 2.3 | write `2.5`"),
        ("5/10", "7 error: pain is a number from 0 to 10, found the text `5/10` | write `5`"),
        ("none", "7 error: pain is a number from 0 to 10, found the text `none` | write `0`"),
        ("No pain", "7 error: pain is a number from 0 to 10, found the text `No pain` | write `0`"),
        ("bad", "7 note: `bad` is shown and in no figure"),
        ("Three", "7 error: pain is a number from 0 to 10, found the text `Three` | write `3`"),
        ("3 of 10", "7 error: pain is a number from 0 to 10, found the text `3 of 10` | write `3`"),
        (
            "[2, 3]",
            "8 error: an item of `pain` is a mapping, found the number 2 | say where: `{site: hamstring, side: left, worst: 3}`\n2:11 error: an item of `pain` is a mapping, found the number 3 | say where: `{site: hamstring, side: left, worst: 3}`",
        ),
        ("{settled_hours: 169}", "23 error: settled_hours is 0 to 168, found 169"),
        ("{side: up}", "14 error: side is left, right, both or central, found `up`"),
        ("{max: 3}", "8 warning: unknown key `max` in `pain` | did you mean `worst`?"),
        ("{durring: 3}", "8 warning: unknown key `durring` in `pain` | did you mean `during`?"),
        (
            "[{site: a, worst: 1}, {site: a, worst: 2}]",
            "29 warning: two pains of this list are at the same place | tell them apart by `site`, `side` or `quality`",
        ),
    ] {
        let expected: Vec<_> = format!("2:{expected}").lines().map(str::to_owned).collect();
        assert_eq!(problems(&format!("---\npain: {typed}\n---\n")), expected, "{typed}");
    }
}

#[test]
fn a_session_is_a_mapping_or_its_type() {
    let front = "sessions:
  - run
  - type: Walk_run
    distance: 5 km
    duration: 31:20
    rpe: 4
    surface: grass
    climb: 12
    intervals: 6x(1m run, 4m walk)
    pain: {before: 1, during: 2}
    source: watch.fit
  - {type: race, pain: 3, distance: 10, duration: '40:00'}";
    assert_eq!(
        entry(front).sessions,
        [
            Session::of(SessionKind::Run),
            Session {
                distance: Some(Metres(5000)),
                minutes: Some(1880.0 / 60.0),
                rpe: Some(4.0),
                surface: Some("grass".to_owned()),
                at: None,
                climb: Some(12.0),
                intervals: Some("6x(1m run, 4m walk)".to_owned()),
                pain: Some(Pain { before: score(1.0), during: score(2.0), ..Pain::default() }),
                source: Some("watch.fit".to_owned()),
                ..Session::of(SessionKind::WalkRun)
            },
            Session {
                distance: Some(Metres(10_000)),
                minutes: Some(40.0),
                pain: Some(Pain { during: score(3.0), ..Pain::default() }),
                ..Session::of(SessionKind::Race)
            },
        ]
    );
}

#[test]
fn every_kind_of_session_is_read_by_its_word_and_by_others() {
    for (word, kind) in SessionKind::WORDS {
        assert_eq!(entry(&format!("sessions: {word}")).sessions, [Session::of(kind)], "{word}");
        assert_eq!(kind.word(), word);
    }
    for (word, kind) in [
        ("Running", SessionKind::Run),
        ("jog", SessionKind::Run),
        ("hike", SessionKind::Walk),
        ("run/walk", SessionKind::WalkRun),
        ("cycling", SessionKind::Bike),
        ("Aqua jogging", SessionKind::AquaJog),
        ("gym", SessionKind::Strength),
        ("yoga", SessionKind::Mobility),
    ] {
        let text = format!("---\nsessions: [{word}]\n---\n");
        assert_eq!(problems(&text), [format!("2:12 note: `{word}` is read as `{}`", kind.word())]);
        let read = read(PATH, &text, &config()).value.expect("an entry");
        assert_eq!(read.sessions, [Session::of(kind)], "{word}");
    }
}

#[test]
fn sessions_with_mistakes() {
    let kinds =
        "they are run, walk, walk-run, race, bike, elliptical, swim, aqua-jog, alter-g, row, strength, mobility, other";
    check("sessions: [runn]", &[&format!("2:12 error: `runn` is no kind of session, {kinds} | did you mean `run`?")]);
    check(
        "sessions: [{type: parachuting}]",
        &[&format!("2:19 error: `parachuting` is no kind of session, {kinds} | write `other`: it fits everything")],
    );
    check("sessions: [{distance: 5}]", &["2:12 error: a session needs a `type` | such as `type: run`"]);
    check(
        "sessions: 5",
        &["2:11 error: sessions is a list of mappings such as `{type: run, distance: 5 km}`, found the number 5"],
    );
    check(
        "sessions:\n  - type: swmi\n    distance: far\n    time: 5",
        &[
            &format!("3:11 error: `swmi` is no kind of session, {kinds} | did you mean `swim`?"),
            "4:15 error: distance is a length such as `5 km`, `3.1 mi` or `800 m`, found the text `far`",
            "5:5 warning: unknown key `time` in `sessions` | did you mean `duration`?",
        ],
    );
    check(
        "sessions: [{type: run, distance: 10, duration: 1:02}, {type: race, distance: 1, duration: 30.1}, {type: walk-run, distance: 12, duration: 1:30}]",
        &[
            &format!("2:48 warning: this run's pace is 0:06 per km | {}", pace::HINT),
            &format!("2:91 warning: this run's pace is 30:06 per km | {}", pace::HINT),
            &format!("2:139 warning: this run's pace is 0:08 per km | {}", pace::HINT),
        ],
    );
    let miles = "miles are `mi`, kilometres `km`";
    check(
        "mileage: 3m\nsessions: [{type: run, distance: 5 metres}, {type: swim, distance: 25 m}, {type: walk-run, distance: 1 km, duration: 45}]",
        &[
            &format!("2:10 warning: mileage is 3 metres, found the text `3m` | {miles}: `3 mi`"),
            &format!("3:34 warning: distance is 5 metres, found the text `5 metres` | {miles}: `5 mi`"),
        ],
    );
    check("sessions: [{type: bike, distance: 10, duration: 1:02}, {type: run, distance: 0, duration: 5}]", &[]);
    check("sessions: [{type: run, distance: 2, duration: 5}, {type: run, distance: 2, duration: 60}]", &[]);
}

#[test]
fn exercises_as_mappings() {
    let front = "exercises:
  - {name: Bridge, sets: 3, reps: 8, load: 20 kg, tempo: 3-0-3-0, side: both, rpe: 6, pain: 1.5, verdict: helps}
  - {name: Plank, sets: 2, reps: [10, 8], hold: 45 s, side: R}
  - name: Clamshell";
    let bare = Exercise {
        name: "Clamshell".to_owned(),
        sets: None,
        reps: Vec::new(),
        load: None,
        hold: None,
        tempo: None,
        side: None,
        rpe: None,
        rir: None,
        pain: None,
        verdict: None,
        ranges: Ranges::default(),
    };
    assert_eq!(
        entry(front).exercises,
        [
            Exercise {
                name: "Bridge".to_owned(),
                sets: Some(3),
                reps: vec![8],
                load: Some(Load::Kilograms(20.0)),
                hold: None,
                tempo: Some("3-0-3-0".to_owned()),
                side: Some(Side::Both),
                rpe: Some(6.0),
                rir: None,
                pain: score(1.5),
                verdict: Some(Verdict::Helps),
                ranges: Ranges::default(),
            },
            Exercise {
                name: "Plank".to_owned(),
                sets: Some(2),
                reps: vec![10, 8],
                hold: Some(45.0),
                side: Some(Side::Right),
                ..bare.clone()
            },
            bare,
        ]
    );
    check(
        "exercises:\n- sets: 99\n- name: ''\n- {name: A, sets: 3, reps: [8, 8]}",
        &[
            "3:3 error: an exercise needs a `name` | such as `name: Bridge`",
            "3:9 error: sets is 0 to 50, found 99",
            "4:3 error: an exercise needs a `name` | such as `name: Bridge`",
            "5:28 warning: reps lists 2 sets, but sets is 3 | with a list of reps, `sets` can be left out",
        ],
    );
}

#[test]
fn milestones_are_texts_or_mappings() {
    let front = "milestones: [First mile, {kind: scan, label: MRI}, {label: Sat through a film}]";
    let found: Vec<_> = entry(front).milestones.into_iter().map(|m| (m.kind, m.label)).collect();
    let of = |kind, label: &str| (kind, label.to_owned());
    assert_eq!(
        found,
        [
            of(MilestoneKind::Other, "First mile"),
            of(MilestoneKind::Scan, "MRI"),
            of(MilestoneKind::Other, "Sat through a film"),
        ]
    );
    check(
        "milestones: [{kind: rice, label: A}, {kind: race, text: B}]",
        &[
            "2:21 error: kind is race, scan, first or other, found `rice` | did you mean `race`?",
            "2:38 error: a milestone needs a `label` | such as `label: First run without pain`",
            "2:51 warning: unknown key `text` in `milestones` | did you mean `label`?",
        ],
    );
}

#[test]
fn lessons_are_taught_or_cited_and_know_their_place() {
    let front = "lessons:
  - {id: sit-less, title: Sit less, tags: [desk], pinned: true}
  - {confirms: heavy-is-kind, note: Third time}
  - {revises: no-hills}
  - {retracts: '42'}";
    let entry = entry(front);
    let found: Vec<_> = entry.lessons.iter().map(|(note, at)| (note.clone(), &entry.text[at.clone()])).collect();
    let id = str::to_owned;
    assert_eq!(
        found,
        [
            (
                LessonNote::New {
                    id: id("sit-less"),
                    title: "Sit less".to_owned(),
                    tags: vec!["desk".to_owned()],
                    pinned: true
                },
                "sit-less"
            ),
            (LessonNote::Confirms { id: id("heavy-is-kind"), note: Some("Third time".to_owned()) }, "heavy-is-kind"),
            (LessonNote::Revises { id: id("no-hills"), note: None }, "no-hills"),
            (LessonNote::Retracts { id: id("42"), note: None }, "'42'"),
        ]
    );
}

#[test]
fn lessons_with_mistakes() {
    let forms = "write `{id: sit-less, title: Sit less}` or `{confirms: sit-less}`";
    let has = "a lesson has one of `id`, `confirms`, `revises` and `retracts`, found";
    check("lessons: Sit less", &[&format!("2:10 error: a lesson is a mapping, found the text `Sit less` | {forms}")]);
    check(
        "lessons:\n- {title: A, confrims: b}\n- {id: a, title: A, confirms: b}",
        &[
            &format!("3:3 error: {has} none of them | {forms}"),
            "3:14 warning: unknown key `confrims` in `lessons` | did you mean `confirms`?",
            &format!("4:3 error: {has} `id` and `confirms` | {forms}"),
        ],
    );
    let cite = "to cite a lesson, use `confirms`, `revises` or `retracts` for `id`";
    check(
        "lessons:\n- {id: Sit Less}\n- {confirms: a_b, title: A}\n- {id: a, title: A, note: b}",
        &[
            &format!("3:3 error: a lesson needs a `title` | such as `title: Sit less`; {cite}"),
            "3:8 error: a lesson's id is lower-case letters, digits and hyphens, found `Sit Less` | write `sit-less`",
            "4:14 error: a lesson's id is lower-case letters, digits and hyphens, found `a_b` | write `a-b`",
            "4:19 warning: unknown key `title` in `lessons` | a lesson has it where it is taught, beside `id`",
            "5:21 warning: unknown key `note` in `lessons` | a note stands beside `confirms`, `revises` or `retracts`",
        ],
    );
}

#[test]
fn keys_of_the_page() {
    let front = "slug: First Run!
summary: '  Short. '
tags: [Running, 2020]
draft: true
visibility: unlisted
aliases: [/old/, older]
updated: 2020-09-01
expires: 2030-01-01
injury: hamstring
phase: Rehab";
    let entry = entry(front);
    let at = |(text, range): &(String, Range<usize>)| format!("{text} = {}", &entry.text[range.clone()]);
    assert_eq!(entry.slug.as_deref(), Some("first-run"));
    assert_eq!(entry.summary, "Short.");
    assert_eq!(entry.tags, ["Running", "2020"]);
    assert!(entry.draft);
    assert_eq!(entry.visibility, Visibility::Unlisted);
    assert_eq!(entry.aliases.iter().map(at).collect::<Vec<_>>(), ["/old/ = /old/", "older = older"]);
    assert_eq!((entry.updated, entry.expires), (Some(date(2020, 9, 1)), Some(date(2030, 1, 1))));
    assert_eq!(entry.injury.as_ref().map(at).as_deref(), Some("hamstring = hamstring"));
    assert_eq!(entry.phase.as_deref(), Some("Rehab"));
}

#[test]
fn keys_of_the_day() {
    let front = "setback: Ran on ice
flare: true
triggers: [stairs, cold]
advice: [{from: Physio, text: Load it}, Rest]
questions: How long?
sleep: 7.5
mood: hopeful
energy: 3
stress: 4
confidence: 5.5
resting_hr: 48
stiffness: 20
function: 80%
body_weight: 64
medication: ibuprofen";
    let entry = entry(front);
    assert_eq!(entry.setback.as_deref(), Some("Ran on ice"));
    assert!(entry.flare);
    assert_eq!(entry.triggers, ["stairs", "cold"]);
    let of = |from: Option<&str>, text: &str| Advice { from: from.map(str::to_owned), text: text.to_owned() };
    assert_eq!(entry.advice, [of(Some("Physio"), "Load it"), of(None, "Rest")]);
    assert_eq!(entry.questions, ["How long?"]);
    let number = |key, n| (key, MeasureValue::Number(n));
    let expected = [
        number("sleep", 7.5),
        ("mood", MeasureValue::Words("hopeful".to_owned())),
        number("energy", 3.0),
        number("stress", 4.0),
        number("confidence", 5.5),
        number("resting_hr", 48.0),
        number("stiffness", 20.0),
        number("function", 80.0),
    ];
    assert_eq!(entry.measures.noted, expected.into_iter().collect());
    assert_eq!(entry.body_weight, Some(Private::of(PrivateField::BodyWeight, 64.0, 0..0, &config())));
    let taken = vec!["ibuprofen".to_owned()];
    assert_eq!(entry.medication, Some(Private::of(PrivateField::Medication, taken, 0..0, &config())));
}

#[test]
fn tests_have_a_number_or_sides() {
    let of = |name: &str, unit: &str, [value, left, right]: [Option<f64>; 3]| TestResult {
        name: name.to_owned(),
        unit: unit.to_owned(),
        value,
        left,
        right,
    };
    let front = "tests:
  heel raises: {left: 18, right: 25 reps}
  Knee angle: {left: 120 deg}
  sit: 45.5 s
  hop:
  reach: -2
  lift: {left: , right: }";
    assert_eq!(
        entry(front).tests,
        [
            of("heel raises", "reps", [None, Some(18.0), Some(25.0)]),
            of("Knee angle", "deg", [None, Some(120.0), None]),
            of("sit", "s", [Some(45.5), None, None]),
            of("reach", "", [Some(-2.0), None, None]),
        ]
    );
    let result = "a number, with its unit or without: `18`, `120 deg`";
    check(
        "tests: {a: many, b: {left: 12-15, up: 3}, c: {left: 3 cm, right: 4 in}, d: 1e9, e: [3], f: 1:30}",
        &[
            &format!("2:12 error: a is {result}, found the text `many`"),
            &format!("2:28 error: left is {result}, found the text `12-15`"),
            "2:35 warning: unknown key `up` in `b`",
            "2:46 error: left is in cm, right in in | write both in one unit",
            "2:76 error: d is a million at most",
            &format!("2:84 error: e is {result}, found a list"),
            &format!("2:92 error: f is {result}, found the text `1:30`"),
        ],
    );
    check("tests: 3", &["2:8 error: tests is a mapping, found the number 3"]);
    let config = Config {
        tests: vec![crate::config::TestKind {
            name: "Heel raises".to_owned(),
            unit: "reps".to_owned(),
            better: None,
            line: None,
        }],
        ..config()
    };
    let read = |front: &str| read(PATH, &format!("---\n{front}\n---\n"), &config);
    let known = read("tests: {heel-raises: 20}").value.expect("an entry");
    assert_eq!(known.tests, [of("heel-raises", "reps", [Some(20.0), None, None])]);
    let other = read("tests: {heel raises: 20 s}").diagnostics;
    assert_eq!(
        other.iter().map(|d| d.message.as_str()).collect::<Vec<_>>(),
        ["`heel raises` is in s here, and in reps in site.toml"]
    );
}

#[test]
fn ranges_count_by_their_middle_or_their_lower_end_and_are_kept_as_typed() {
    let between = |low: f64, high: f64| Some(score(low)?.between(score(high)?));
    let front = "pain: {before: 2-3, during: '4 – 5', after: 1 to 2, next_day: 2.5-3}
mood: 6-7
energy: 5-6
sessions: [{type: run, rpe: 3-4, pain: 2-4}]
exercises:
  - {name: Bridge, sets: 2-3, reps: 12-15, load: 20-25 kg, hold: 30s - 45s, rpe: 6-7, pain: 1-2}
  - {name: Raise, reps: [8-10, 8], load: 5-10}
  - 'Squat 2-3x10-12 @20-25kg L pain 1-2'
  - 'Plank 3x30-45s'
treatments: [{type: needling, pain_before: 4-5}]";
    let entry = entry(front);
    let pain = &entry.pain[0];
    assert_eq!(
        [pain.before, pain.during, pain.after, pain.next_day],
        [between(2.0, 3.0), between(4.0, 5.0), between(1.0, 2.0), between(2.5, 3.0)]
    );
    assert_eq!(entry.measures.get("mood"), Some(&MeasureValue::Number(6.5)));
    assert_eq!(
        (entry.measures.get("energy"), entry.measures.ranges.get("energy")),
        (Some(&MeasureValue::Number(5.5)), Some("5-6"))
    );
    let run = &entry.sessions[0];
    assert_eq!((run.rpe, run.ranges.get("rpe")), (Some(3.5), Some("3-4")));
    assert_eq!(run.pain.as_ref().and_then(|pain| pain.during).map(Score::value), Some(3.0));
    assert_eq!(entry.treatments[0].pain_before.map(Score::value), Some(4.5));
    let said = |exercise: &Exercise| {
        let keys = ["sets", "reps", "load", "hold", "rpe"].map(|key| exercise.ranges.get(key).unwrap_or("").to_owned());
        let load = exercise.load.clone().map(|load| format!("{load:?}")).unwrap_or_default();
        format!(
            "{:?} {:?} {load} {:?} {:?} {:?}",
            exercise.sets,
            exercise.reps,
            exercise.hold,
            exercise.rpe,
            keys.join("|")
        )
    };
    assert_eq!(
        entry.exercises.iter().map(said).collect::<Vec<_>>(),
        [
            "Some(2) [12] Kilograms(20.0) Some(30.0) Some(6.5) \"2-3|12-15|20-25 kg|30s - 45s|6-7\"",
            "None [8, 8] Kilograms(5.0) None None \"|8-10, 8|5-10||\"",
            "Some(2) [10] Kilograms(20.0) None None \"2-3|10-12|20-25kg||\"",
            "Some(3) []  Some(30.0) None \"|||30-45s|\"",
        ]
    );
    assert_eq!(entry.exercises[2].pain, between(1.0, 2.0));
    check(
        "pain: 3-2\nsleep: 7-8\nsessions: [{type: run, rpe: 4-12}]\nexercises: [{name: A, sets: 3-2, reps: 8-501, hold: 60-30 s}, 'B 3x12-8']",
        &[
            "2:7 error: pain goes from the lower to the higher, found `3-2` | write `2-3`",
            "3:8 error: sleep is hours such as `7.5` or `7h 30m`, or from when to when: `22:45-6:30`, `10:45 pm/6:30 am`, found the text `7-8` | hours are one number, `7.5`; times of day have minutes, `23:00-7:00`",
            "4:31 error: rpe is 0 to 10, found 12",
            "5:29 error: sets goes from the lower to the higher, found `3-2` | write `2-3`",
            "5:42 error: reps is 0 to 500, found 501",
            "5:53 error: hold goes from the lower to the higher, found `60-30 s` | write `30-60 s`",
            "5:68 error: reps goes from the lower to the higher, found `12-8` | write `8-12`",
        ],
    );
}

#[test]
fn criteria_are_ticked_by_their_ids() {
    let of = |id: &str, phase, text: &str| crate::config::Criterion {
        id: id.to_owned(),
        phase,
        text: text.to_owned(),
        by: String::new(),
    };
    let config = Config { criteria: vec![of("ten-hops", None, "Ten hops"), of("Stairs", None, "Stairs")], ..config() };
    let read = |front: &str| read(PATH, &format!("---\n{front}\n---\n"), &config);
    let ids = |front: &str| {
        let checked = read(front);
        assert_eq!(checked.diagnostics, [], "{front}");
        checked.value.expect("an entry").criteria.into_iter().map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(ids("criteria: stairs"), ["Stairs"]);
    assert_eq!(ids("criteria: [Ten hops, stairs]"), ["ten-hops", "Stairs"]);
    assert_eq!(ids("criteria:"), Vec::<String>::new());
    let checked = read("criteria: [ten-hop, rope, stairs]");
    let said = checked.diagnostics.iter().map(|d| {
        let place = d.place.as_ref().map(|place| format!("{}:{}", place.line, place.column)).unwrap_or_default();
        format!("{place} {}: {} | {}", d.severity.word(), d.message, d.hints.join("; "))
    });
    assert_eq!(
        said.collect::<Vec<_>>(),
        [
            "2:12 warning: site.toml has no criterion `ten-hop` | did you mean `ten-hops`?",
            "2:21 warning: site.toml has no criterion `rope` | it has ten-hops, Stairs",
        ]
    );
    assert_eq!(checked.value.expect("an entry").criteria.len(), 1);
    check(
        "criteria: [hops]\ncriterion: hops",
        &[
            "2:12 warning: site.toml has no criterion `hops` | `[[criteria]]` with `id = \"hops\"` describes it",
            "3:1 warning: unknown key `criterion` | is it `criteria`, which stands here already?",
        ],
    );
    check("criteria: [{id: hops}]", &["2:12 error: criteria is text, found a mapping"]);
}
