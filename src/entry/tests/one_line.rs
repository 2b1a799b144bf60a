//! Exercises on one line: `NAME SETSxREPS[s] [@LOAD] [L|R|both] [pain N]`.

use super::*;
use crate::units::{Metres, POUND, Score};

fn bare(name: &str) -> Exercise {
    Exercise { name: name.to_owned(), ..Exercise::default() }
}

#[test]
fn exercises_on_one_line() {
    let sets = |name: &str, sets, reps: u32| Exercise { sets: Some(sets), reps: vec![reps], ..bare(name) };
    let kilograms = |kg| Some(Load::Kilograms(kg));
    for (typed, expected) in [
        (
            "Clamshell 3x15 @band:red R",
            Exercise { load: Some(Load::Band("red".to_owned())), side: Some(Side::Right), ..sets("Clamshell", 3, 15) },
        ),
        ("Bridge 5x45s @20kg", Exercise { sets: Some(5), hold: Some(45.0), load: kilograms(20.0), ..bare("Bridge") }),
        (
            "bridge 3x8 @12kg L pain 2",
            Exercise { load: kilograms(12.0), side: Some(Side::Left), pain: Score::new(2.0), ..sets("bridge", 3, 8) },
        ),
        (
            "Single-leg Romanian deadlift 3 × 8 @ 12.5 kg both pain 1.5",
            Exercise {
                load: kilograms(12.5),
                side: Some(Side::Both),
                pain: Score::new(1.5),
                ..sets("Single-leg Romanian deadlift", 3, 8)
            },
        ),
        ("90-90 stretch 2x30 s", Exercise { sets: Some(2), hold: Some(30.0), ..bare("90-90 stretch") }),
        ("Squat 3X10 @bodyweight", Exercise { load: Some(Load::BodyWeight), ..sets("Squat", 3, 10) }),
        ("Squat 3x10 @45lb", Exercise { load: kilograms(45.0 * POUND), ..sets("Squat", 3, 10) }),
        ("Squat 3x10 @45", Exercise { load: kilograms(45.0), ..sets("Squat", 3, 10) }),
        ("Bridge 3x15 each side", Exercise { side: Some(Side::Both), ..sets("Bridge", 3, 15) }),
        (
            "Bridge 3x15 @bw Each side pain 1",
            Exercise {
                load: Some(Load::BodyWeight),
                side: Some(Side::Both),
                pain: Score::new(1.0),
                ..sets("Bridge", 3, 15)
            },
        ),
        ("Plank 45s", Exercise { hold: Some(45.0), ..bare("Plank") }),
        ("Side plank 45 sec L", Exercise { hold: Some(45.0), side: Some(Side::Left), ..bare("Side plank") }),
        ("Farmer carry 40s 20 kg", Exercise { hold: Some(40.0), load: kilograms(20.0), ..bare("Farmer carry") }),
        ("Squat 3x15 20kg", Exercise { load: kilograms(20.0), ..sets("Squat", 3, 15) }),
        (
            "Squat 3x15 45 lb R",
            Exercise { load: kilograms(45.0 * POUND), side: Some(Side::Right), ..sets("Squat", 3, 15) },
        ),
        ("Clamshell 3x15 band:red", Exercise { load: Some(Load::Band("red".to_owned())), ..sets("Clamshell", 3, 15) }),
        ("Squat 3x15 bodyweight", Exercise { load: Some(Load::BodyWeight), ..sets("Squat", 3, 15) }),
        (
            "Squat 3x8 @20/22.5/25kg",
            Exercise { load: Some(Load::EachSet(vec![20.0, 22.5, 25.0])), ..sets("Squat", 3, 8) },
        ),
        (
            "Squat 3x8 20/22.5/25 kg",
            Exercise { load: Some(Load::EachSet(vec![20.0, 22.5, 25.0])), ..sets("Squat", 3, 8) },
        ),
        (
            "Squat 3x8 @20/22.5/25",
            Exercise { load: Some(Load::EachSet(vec![20.0, 22.5, 25.0])), ..sets("Squat", 3, 8) },
        ),
        // A space of more than one byte once ended in a panic.
        ("ブリッジ\u{3000}3x8", sets("ブリッジ", 3, 8)),
        ("Plank", bare("Plank")),
        ("Plan L", bare("Plan L")),
    ] {
        assert_eq!(entry(&format!("exercises: ['{typed}']")).exercises, [expected], "{typed}");
    }
    assert_eq!(
        entry("exercises: Plank 1x60s").exercises,
        [Exercise { sets: Some(1), hold: Some(60.0), ..bare("Plank") }]
    );
}

#[test]
fn one_line_with_mistakes() {
    let is = "an exercise in one line is `NAME SETSxREPS` or `NAME 45s`, then `@LOAD`, the side and `pain N`, found";
    let such = "such as `Bridge 3x8 @20kg L pain 2` or `Plank 3x45s`";
    for (typed, expected) in [
        ("Bridge 60x8", "8 error: sets is 0 to 50, found 60".to_owned()),
        ("Bridge 3x501", "10 error: reps is 0 to 500, found 501".to_owned()),
        ("Bridge 3x601s", "10 error: hold is 0 to 600 seconds, found the text `601s`".to_owned()),
        (
            "Bridge 3x8 @heavy",
            "13 error: load is a weight such as `20 kg` or `45 lb`, `bodyweight`, or a band such as `band:red`, found the text `heavy`".to_owned(),
        ),
        ("Bridge 3x8 pain 11", "17 error: pain is 0 to 10, found 11".to_owned()),
        ("Bridge 3x8 pain bad", format!("1 error: {is} `Bridge 3x8 pain bad` | {such}")),
        ("3x8", format!("1 error: {is} `3x8` | {such}")),
        ("Bridge @20kg", format!("1 error: {is} `Bridge @20kg` | {such}")),
        ("Bridge 8", format!("1 error: {is} `Bridge 8` | {such}")),
        ("Bridge 3*8", format!("1 error: {is} `Bridge 3*8` | {such}")),
        ("Bridge 3x8 sides", format!("1 error: {is} `Bridge 3x8 sides` | {such}")),
        ("45s", format!("1 error: {is} `45s` | {such}")),
        ("Bridge 20kg", format!("1 error: {is} `Bridge 20kg` | {such}")),
        ("Plank 601s", "7 error: hold is 0 to 600 seconds, found the text `601s`".to_owned()),
        (
            "Bridge 3x8 @20/25kg",
            "1 error: load has a weight for each of 2 sets, and there are 3 | give one weight for all sets, or one for each: `3x8 @20/22.5/25kg`".to_owned(),
        ),
        ("Bridge 3x8 @20/2500/25kg", "16 error: load is 0 to 2000 kg, found the text `2500 kg`".to_owned()),
        ("Bridge 3x8 twice", format!("1 error: {is} `Bridge 3x8 twice` | {such}")),
    ] {
        let (column, message) = expected.split_once(' ').expect("a column and a message");
        let column = "exercises: ".len() + column.parse::<usize>().expect("a column");
        check(&format!("exercises: {typed}"), &[&format!("2:{column} {message}")]);
    }
}

#[test]
fn a_load_for_each_set_in_a_mapping() {
    let squat = |more: &str| {
        entry(&format!("exercises: [{{name: Squat, reps: [8, 8, 6], load: 20/22.5/25 kg{more}}}]")).exercises
    };
    let expected = Exercise { reps: vec![8, 8, 6], load: Some(Load::EachSet(vec![20.0, 22.5, 25.0])), ..bare("Squat") };
    assert_eq!(squat(", sets: 3"), [Exercise { sets: Some(3), ..expected.clone() }]);
    assert_eq!(squat(""), [expected]);
    check(
        "exercises: [{name: Squat, reps: [8, 8], load: 20/22.5/25 kg}]",
        &[
            "2:47 error: load has a weight for each of 3 sets, and there are 2 | give one weight for all sets, or one for each: `3x8 @20/22.5/25kg`",
        ],
    );
}

fn session(kind: SessionKind) -> Session {
    Session::of(kind)
}

fn metres(metres: u32) -> Option<Metres> {
    Some(Metres(metres))
}

#[test]
fn sessions_on_one_line() {
    use SessionKind::{AquaJog, Bike, Mobility, Race, Row, Run, Strength, Swim, Walk};
    let run = |distance, minutes, rpe| Session { distance: metres(distance), minutes, rpe, ..session(Run) };
    for (typed, expected) in [
        ("run 5k 30:00 rpe 3", vec![run(5000, Some(30.0), Some(3.0))]),
        ("Run 5 km 30 min RPE 3", vec![run(5000, Some(30.0), Some(3.0))]),
        ("run 5k 30m", vec![run(5000, Some(30.0), None)]),
        ("run rpe 3 30:00 5k", vec![run(5000, Some(30.0), Some(3.0))]),
        ("walk 2 mi", vec![Session { distance: metres(3219), ..session(Walk) }]),
        ("walk", vec![session(Walk)]),
        ("bike x2", vec![session(Bike), session(Bike)]),
        ("bike 1h 30m", vec![Session { minutes: Some(90.0), ..session(Bike) }]),
        ("bike 1 h 30 min 20 km", vec![Session { minutes: Some(90.0), distance: metres(20_000), ..session(Bike) }]),
        ("bike 1h30 rpe 2", vec![Session { minutes: Some(90.0), rpe: Some(2.0), ..session(Bike) }]),
        ("bike 1:02:03", vec![Session { minutes: Some(62.05), ..session(Bike) }]),
        (
            "swim 1500 m 40 min pool",
            vec![Session {
                distance: metres(1500),
                minutes: Some(40.0),
                surface: Some("pool".to_owned()),
                ..session(Swim)
            }],
        ),
        ("swim 200 metres", vec![Session { distance: metres(200), ..session(Swim) }]),
        ("row 2000m 8:10", vec![Session { distance: metres(2000), minutes: Some(8.0 + 10.0 / 60.0), ..session(Row) }]),
        ("aqua jog 20 min", vec![Session { minutes: Some(20.0), ..session(AquaJog) }]),
        ("strength 45 min", vec![Session { minutes: Some(45.0), ..session(Strength) }]),
        ("mobility 600 s", vec![Session { minutes: Some(10.0), ..session(Mobility) }]),
        (
            "race 21.1 km 1:45:00 road at 9:05 climb 120 m hr 163",
            vec![Session {
                distance: metres(21_100),
                minutes: Some(105.0),
                surface: Some("road".to_owned()),
                at: Some(jiff::civil::time(9, 5, 0, 0)),
                climb: Some(120.0),
                heart_rate: Some(163.0),
                ..session(Race)
            }],
        ),
        (
            "run 5k climb 400ft Trail",
            vec![Session { climb: Some(400.0 * 0.3048), surface: Some("trail".to_owned()), ..run(5000, None, None) }],
        ),
        (
            "run 5k \"canal towpath\"",
            vec![Session { surface: Some("canal towpath".to_owned()), ..run(5000, None, None) }],
        ),
    ] {
        assert_eq!(entry(&format!("sessions: ['{typed}']")).sessions, expected, "{typed}");
        assert_eq!(entry(&format!("sessions: {typed}")).sessions, expected, "{typed}");
    }
    let effort = &entry("sessions: run rpe 3-4").sessions[0];
    assert_eq!((effort.rpe, effort.ranges.get("rpe")), (Some(3.5), Some("3-4")));
    assert_eq!(
        entry("sessions: [run 5k 30:00 rpe 3, walk 2 mi, {type: bike}]").sessions,
        [run(5000, Some(30.0), Some(3.0)), Session { distance: metres(3219), ..session(Walk) }, session(Bike)]
    );
    assert_eq!(
        entry("sessions: [{type: run, heart_rate: 147}]").sessions,
        [Session { heart_rate: Some(147.0), ..session(Run) }]
    );
    // Another word for a kind is read with a note, as in a mapping.
    check("sessions: [jog 5k]", &["2:12 note: `jog` is read as `run`"]);
}

#[test]
fn sessions_on_one_line_with_mistakes() {
    let kinds = "is no kind of session, they are run, walk, walk-run, race, bike, elliptical, swim, aqua-jog, alter-g, row, strength, mobility, other";
    let such = "such as `run 5 km 30:00 rpe 3 trail at 7:30 climb 120 m hr 147`; another surface stands in quotes";
    for (typed, expected) in [
        ("runn 5k", format!("1 error: `runn` {kinds} | did you mean `run`?")),
        ("5k run", "1 error: a session on one line begins with its kind, found `5k run` | write `run 5k`".to_owned()),
        ("run 5", "5 error: `5` may be a distance or a time | write `5 km` or `5 min`".to_owned()),
        ("run 30m", "5 error: `30m` may be minutes or metres | write `30 min` or `30 metres`; after a distance, `m` is minutes".to_owned()),
        ("run 5k 6k", "8 error: distance is given twice | two sessions are two items: `run 5k, run 3k`".to_owned()),
        ("run 5furlongs", format!("5 error: `5furlongs` is no distance and no time | {such}")),
        ("run 5k rpe", format!("8 error: `rpe` has no number after it | {such}")),
        ("run 5k rpe 11", "12 error: rpe is 0 to 10, found 11".to_owned()),
        ("run 5k at noon", "11 error: `at` is a time of day, found `noon` | such as `at 7:30`".to_owned()),
        ("run 5k at 25:00", "11 error: `at` is a time of day, found `25:00` | such as `at 7:30`".to_owned()),
        ("run 5k hr 12", "11 error: heart_rate is 25 to 250, found the number 12".to_owned()),
        ("run 5k climb high", "14 error: climb is metres climbed, such as `120`, `120 m` or `400 ft`, found the text `high`".to_owned()),
        ("run 5k raod", "8 error: a session on one line has no `raod` | did you mean `road`? another surface stands in quotes: `\"raod\"`".to_owned()),
        ("run 5k rainbow", format!("8 error: a session on one line has no `rainbow` | {such}")),
        ("run 5k x2", "8 error: `xN` stands alone after the kind | write each on its own, with what is known of it".to_owned()),
        ("bike x21", "6 error: x is 1 to 20, found `x21`".to_owned()),
        ("run 6000 km", "5 error: distance is 0 to 5000 km, found the text `6000 km`".to_owned()),
        ("run 5k, walk 2 mi", "1 error: a session on one line has no comma, found `run 5k, walk 2 mi` | several are a list: `[run 5k, walk 2 mi]`".to_owned()),
        ("run 10k 5:00", "1 warning: this run's pace is 0:30 per km | runs take 2:30 to 30:00 per km: is the unit right? `1:30` is minutes and seconds, an hour and a half `1:30:00`".to_owned()),
        ("run 5 metres", "5 warning: distance is 5 metres, found the text `5 metres` | miles are `mi`, kilometres `km`: `5 mi`".to_owned()),
    ] {
        let (column, message) = expected.split_once(' ').expect("a column and a message");
        let column = "sessions: ".len() + column.parse::<usize>().expect("a column");
        check(&format!("sessions: {typed}"), &[&format!("2:{column} {message}")]);
    }
    // All that is wrong in a line is told at once.
    check(
        "sessions: run rpe 12 raod",
        &[
            "2:19 error: rpe is 0 to 10, found 12",
            "2:22 error: a session on one line has no `raod` | did you mean `road`? another surface stands in quotes: `\"raod\"`",
        ],
    );
}

#[test]
fn points_of_pain_on_one_line() {
    let score = |n: f64| Score::new(n);
    for (typed, [before, during, after, next_day, worst]) in [
        ("2/2/3", [score(2.0), score(2.0), score(3.0), None, None]),
        ("2/2/3/1", [score(2.0), score(2.0), score(3.0), score(1.0), None]),
        ("0.5 / 2 / 10", [score(0.5), score(2.0), score(10.0), None, None]),
        (
            "1-2/2/3",
            [score(1.0).zip(score(2.0)).map(|(low, high)| low.between(high)), score(2.0), score(3.0), None, None],
        ),
        ("before 1 after 2", [score(1.0), None, score(2.0), None, None]),
        ("During 1 next day 2 worst 4", [None, score(1.0), None, score(2.0), score(4.0)]),
    ] {
        let expected = Pain { before, during, after, next_day, worst, ..Pain::default() };
        assert_eq!(entry(&format!("pain: {typed}")).pain, std::slice::from_ref(&expected), "{typed}");
        let session = &entry(&format!("sessions: [{{type: run, pain: {typed}}}]")).sessions[0];
        assert_eq!(session.pain, Some(expected), "{typed}");
    }
    for (typed, expected) in [
        ("2/11/3", "3 error: during is 0 to 10, found 11"),
        (
            "2/2/3/1/1",
            "1 error: pain has at most four points, found `2/2/3/1/1` | before/during/after/next day: `2/2/3/1`",
        ),
        ("2/2", "1 error: pain is a number from 0 to 10, found the text `2/2` | write `{before: 2, after: 2}`"),
        (
            "before 1 aftr 2",
            "10 error: `aftr 2` is no point of pain with its score | before, during, after, next day, worst, rest or average, each with a score: `before 1 after 2`",
        ),
        ("before 1 before 2", "1 error: `before` is given twice | one score for each point of the day"),
        ("before 12", "8 error: before is 0 to 10, found 12"),
    ] {
        let (column, message) = expected.split_once(' ').expect("a column and a message");
        let column = "pain: ".len() + column.parse::<usize>().expect("a column");
        check(&format!("pain: {typed}"), &[&format!("2:{column} {message}")]);
    }
}
