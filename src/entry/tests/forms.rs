//! Every form in which a quantity can be typed, with its value or its message.

use super::*;
use crate::units::Metres;

#[test]
fn distances() {
    for (typed, km_site, mi_site) in [
        ("5", 5000, 8047),
        ("3.1", 3100, 4989),
        ("0", 0, 0),
        ("5 km", 5000, 5000),
        ("10K", 10_000, 10_000),
        ("3.1mi", 4989, 4989),
        ("3.1 Miles", 4989, 4989),
        ("800 m", 800, 800),
        ("'5'", 5000, 8047),
        (".5", 500, 805),
        // Halves of a metre go away from zero, as typed and not as floating point has them.
        ("1.0005", 1001, 1610),
        ("1.005", 1005, 1617),
        ("0.4 m", 0, 0),
        ("500", 500_000, 804_672),
    ] {
        let front = format!("mileage: {typed}");
        assert_eq!(entry(&front).mileage, Some(Metres(km_site)), "{typed}");
        if mi_site <= 500_000 {
            let miles = Config { units: Distance::Miles, ..config() };
            assert_eq!(entry_with(&front, &miles).mileage, Some(Metres(mi_site)), "{typed}");
        }
    }
}

#[test]
fn distances_that_are_none() {
    let is = "mileage is a length such as `5 km`, `3.1 mi` or `800 m`, found";
    for (typed, expected) in [
        ("3,1 km", format!("error: {is} the text `3,1 km` | write `3.1 km`: numbers have no decimal comma")),
        ("1,200 m", format!("error: {is} the text `1,200 m` | write `1200 m`: numbers are typed without commas")),
        ("5 furlongs", format!("error: {is} the text `5 furlongs`")),
        ("km", format!("error: {is} the text `km`")),
        ("''", format!("error: {is} the text `` | leave it out: what is not noted is unknown")),
        ("1.2.3 km", format!("error: {is} the text `1.2.3 km`")),
        ("true", format!("error: {is} `true`")),
        ("[5, 6]", format!("error: {is} a list")),
        (".nan", format!("error: {is} the number NaN")),
        (".inf", format!("error: {is} the number inf")),
        ("-3", "error: mileage is 0 to 5000 km, found the number -3".to_owned()),
        ("-3 km", "error: mileage is 0 to 5000 km, found the text `-3 km`".to_owned()),
        ("5000.1", "error: mileage is 0 to 5000 km, found the number 5000.1".to_owned()),
        ("501 km", "warning: mileage is over 500 km, found the text `501 km` | is the unit right?".to_owned()),
    ] {
        check(&format!("mileage: {typed}"), &[&format!("2:10 {expected}")]);
    }
}

#[test]
fn sleep() {
    for (typed, hours) in [
        ("7.5", 7.5),
        ("8", 8.0),
        ("7:30", 7.5),
        ("7h 30m", 7.5),
        ("6 hours", 6.0),
        ("22:45-6:30", 7.75),
        ("22:45 – 6:30", 7.75),
        ("10:45 pm/6:30 am", 7.75),
        ("11pm to 7am", 8.0),
        ("12 am/8:15 am", 8.25),
        ("1:00-9:00", 8.0),
    ] {
        assert_eq!(
            entry(&format!("sleep: {typed}")).measures.get("sleep"),
            Some(&MeasureValue::Number(hours)),
            "{typed}"
        );
    }
    let is = "sleep is hours such as `7.5` or `7h 30m`, or from when to when: `22:45-6:30`, `10:45 pm/6:30 am`, found";
    for typed in ["well", "25:00", "7:60", "22:00-22:00", "13 pm/7 am", "30 h"] {
        check(&format!("sleep: {typed}"), &[&format!("2:8 error: {is} the text `{typed}`")]);
    }
}

#[test]
fn durations() {
    for (typed, minutes) in [
        ("45", 45.0),
        ("7.5", 7.5),
        ("45 min", 45.0),
        ("45m", 45.0),
        ("45 Minutes", 45.0),
        ("1h 30m", 90.0),
        ("1h30", 90.0),
        ("1 h 0.5 min 30 s", 61.0),
        ("1.5 hours", 90.0),
        ("90 s", 1.5),
        ("'45'", 45.0),
        ("31:20", 31.0 + 20.0 / 60.0),
        ("'31:20'", 31.0 + 20.0 / 60.0),
        ("0:45", 0.75),
        ("75:00", 75.0),
        ("1:02:03", 62.05),
        ("12:00:00", 720.0),
    ] {
        let sessions = entry(&format!("sessions: [{{type: bike, duration: {typed}}}]")).sessions;
        let found = sessions[0].minutes.expect("a duration");
        assert!((found - minutes).abs() < 1e-9, "{typed}: {found}");
    }
}

#[test]
fn durations_that_are_none() {
    let is = "duration is a time such as `45 min`, `1h 30m`, `31:20` or `1:02:03`, found";
    let clock = "after a colon stand two digits, at most 59: `1:05:00`";
    for (typed, expected) in [
        ("31:60", format!("error: {is} the text `31:60` | {clock}")),
        ("31:2", format!("error: {is} the text `31:2` | {clock}")),
        ("1:2:3:4", format!("error: {is} the text `1:2:3:4` | {clock}")),
        ("-1:30", format!("error: {is} the text `-1:30` | {clock}")),
        ("30m 1h", format!("error: {is} the text `30m 1h`")),
        ("1h -30m", format!("error: {is} the text `1h -30m`")),
        ("30m 15", format!("error: {is} the text `30m 15`")),
        ("an hour", format!("error: {is} the text `an hour`")),
        ("1,5 h", format!("error: {is} the text `1,5 h` | write `1.5 h`: numbers have no decimal comma")),
        ("''", format!("error: {is} the text `` | leave it out: what is not noted is unknown")),
        ("true", format!("error: {is} `true`")),
        ("-5", "error: duration is 0 to 31 days, found the number -5".to_owned()),
        ("-5 min", "error: duration is 0 to 31 days, found the text `-5 min`".to_owned()),
        ("745 h", "error: duration is 0 to 31 days, found the text `745 h`".to_owned()),
        ("3600", "warning: duration is over 48 hours, found the number 3600 | a bare number is minutes".to_owned()),
    ] {
        check(&format!("sessions:\n  - type: bike\n    duration: {typed}"), &[&format!("4:15 {expected}")]);
    }
}

#[test]
fn loads() {
    let pounds = Config { load_unit: Weight::Pounds, ..config() };
    for (typed, config, expected) in [
        ("20", config(), Load::Kilograms(20.0)),
        ("0", config(), Load::Kilograms(0.0)),
        ("20 kg", config(), Load::Kilograms(20.0)),
        ("22.5kg", config(), Load::Kilograms(22.5)),
        ("45 lb", config(), Load::Kilograms(45.0 * 0.453_592_37)),
        ("45 lbs", config(), Load::Kilograms(45.0 * 0.453_592_37)),
        ("45", pounds.clone(), Load::Kilograms(45.0 * 0.453_592_37)),
        ("20 kg", pounds, Load::Kilograms(20.0)),
        ("bodyweight", config(), Load::BodyWeight),
        ("Body weight", config(), Load::BodyWeight),
        ("band:red", config(), Load::Band("red".to_owned())),
        ("'band: Red'", config(), Load::Band("red".to_owned())),
        ("{band: red}", config(), Load::Band("red".to_owned())),
    ] {
        let front = format!("exercises:\n  - name: Bridge\n    load: {typed}");
        assert_eq!(entry_with(&front, &config).exercises[0].load, Some(expected), "{typed}");
    }
    let is = "load is a weight such as `20 kg` or `45 lb`, `bodyweight`, or a band such as `band:red`, found";
    for (typed, expected) in [
        ("heavy", format!("error: {is} the text `heavy`")),
        ("20 stone", format!("error: {is} the text `20 stone`")),
        ("band", format!("error: {is} the text `band` | say which band: `band:red`")),
        ("{colour: red}", format!("error: {is} a mapping")),
        ("-1", "error: load is 0 to 2000 kg, found the number -1".to_owned()),
        ("2001", "error: load is 0 to 2000 kg, found the number 2001".to_owned()),
    ] {
        let found = problems(&format!("---\nexercises:\n  - name: Bridge\n    load: {typed}\n---\n"));
        assert_eq!(found, [format!("4:11 {expected}")], "{typed}");
    }
}

#[test]
fn fields_of_a_session_and_their_ranges() {
    for (typed, expected) in [
        ("rpe: 11", "error: rpe is 0 to 10, found 11"),
        ("rpe: 6/10", "error: rpe is a number from 0 to 10, found the text `6/10` | write `6`"),
        ("climb: 10001", "error: climb is 0 to 10000 m, found the number 10001"),
        ("climb: 9 km", "error: climb is metres climbed, such as `120`, `120 m` or `400 ft`, found the text `9 km`"),
        ("body_weight_support: 101%", "error: body_weight_support is 0 to 100 percent, found the text `101%`"),
        ("planned: yes", "error: planned is true or false, found the text `yes` | write `true`"),
        ("pain: 5/10", "error: pain is a number from 0 to 10, found the text `5/10` | write `5`"),
    ] {
        let column = typed.find(' ').map_or(0, |at| at + 4);
        check(&format!("sessions:\n- type: run\n  {typed}"), &[&format!("4:{column} {expected}")]);
    }
    let front = "sessions: [{type: alter-g, climb: 400 ft, body_weight_support: 80%, rpe: 2.5, planned: true}]";
    let session = entry(front).sessions.remove(0);
    let expected = Session {
        climb: Some(121.92),
        body_weight_support: Some(80.0),
        rpe: Some(2.5),
        planned: true,
        ..Session::of(SessionKind::AlterG)
    };
    assert_eq!(session, expected);
}

#[test]
fn fields_of_an_exercise_and_their_ranges() {
    for (typed, expected) in [
        ("sets: 51", "9 error: sets is 0 to 50, found 51"),
        ("sets: 2.5", "9 error: sets is a whole number from 0 to 50, found the number 2.5"),
        ("reps: 501", "9 error: reps is 0 to 500, found 501"),
        ("reps: [8, x]", "13 error: reps is a whole number from 0 to 500, found the text `x`"),
        ("hold: 601", "9 error: hold is 0 to 600 seconds, found the number 601"),
        ("hold: 1:00", "9 error: hold is seconds, such as `45` or `45 s`, found the text `1:00`"),
        ("side: central", "9 error: side is left, right or both, found `central`"),
        ("side: rihgt", "9 error: side is left, right or both, found `rihgt` | did you mean `right`?"),
        ("rpe: -1", "8 error: rpe is 0 to 10, found -1"),
        ("pain: 2.3", "9 error: pain takes wholes and halves, found 2.3 | write `2.5`"),
        ("verdict: help", "12 error: verdict is helps, neutral or aggravates, found `help` | did you mean `helps`?"),
        (
            "weight: 5",
            "3 warning: unknown key `weight` in `exercises` | did you mean `load`? it takes `20 kg`, `bodyweight` or `band:red`",
        ),
    ] {
        check(&format!("exercises:\n- name: Bridge\n  {typed}"), &[&format!("4:{expected}")]);
    }
}
