//! What is known of a day: activity, metres run, load; and the weeks that are made of days.

use super::{about, each, figures, is, of};
use serde_json::{Value, json};

/// The week of day 0 with these entries on it, between a first and a last day that say nothing of activity.
fn week(entries: &[&str]) -> Value {
    let mut days = vec![(-7, "title: words")];
    days.extend(entries.iter().map(|front| (0, *front)));
    days.push((13, "title: words"));
    figures("", &days)["weeks"][1].clone()
}

#[test]
fn what_makes_activity_known() {
    for (front, known) in [
        ("sessions: [walk]", 1),
        ("mileage: 5 km", 1),
        ("mileage: 0", 1),
        ("exercises: [Bridge 3x8]", 1),
        ("rest: true", 1),
        // Words, a score, a treatment or a plan alone don't.
        ("title: words", 0),
        ("pain: 2", 0),
        ("rest: false", 0),
        ("treatments: [massage]", 0),
        ("sessions: [{type: run, planned: true, distance: 5 km}]", 0),
    ] {
        assert_eq!(week(&[front])["known_days"], known, "{front}");
    }
    assert_eq!(week(&["rest: true", "sessions: [run]"])["known_days"], 1);
}

#[test]
fn bare_mileage_is_a_run_beside_anything_but_a_measured_one() {
    let measured = "sessions: [{type: run, distance: 3 km}]";
    let unmeasured = "sessions: [{type: run, duration: 30 min}]";
    for (entries, run, sessions) in [
        (&["mileage: 5 km"][..], 5000, 1),
        (&["mileage: 5 km", "sessions: [{type: walk, distance: 3 km}]"], 5000, 2),
        // The length of the run that has none, and no session more; a second one is its own.
        (&["mileage: 5 km", unmeasured], 5000, 1),
        (&["mileage: 5 km", "mileage: 2 km", unmeasured], 7000, 2),
        (&["mileage: 0", "mileage: 2 km", unmeasured], 2000, 1),
        (&["mileage: 5 km", "mileage: 2 km"], 7000, 2),
        // Ignored beside one with a distance, in whichever entry; a typed 0 is a distance.
        (&["mileage: 5 km", measured], 3000, 1),
        (&["mileage: 5 km", measured, unmeasured], 3000, 2),
        (&["mileage: 5 km", "sessions: [{type: race, distance: 10 km}]"], 10000, 1),
        (&["mileage: 5 km\nsessions: [{type: walk-run, distance: 0}]"], 0, 1),
        (&["mileage: 0"], 0, 0),
        (&["mileage: 5 km\nsessions: [{type: run, distance: 9 km, planned: true}]"], 5000, 1),
        (&["sessions: [{type: walk-run, distance: 2 km}, {type: run, distance: 1.5 km}]"], 3500, 2),
    ] {
        let distances = if run == 0 { json!({}) } else { json!({"run": run}) };
        let found = week(entries);
        let distances = match entries.iter().any(|front| front.contains("walk, ")) {
            true => json!({"run": run, "walk": 3000}),
            false => distances,
        };
        is(&found, &json!({"distance_m": distances, "sessions": sessions}));
    }
}

#[test]
fn lengths_are_whole_metres() {
    let run = |more: &str, mileage: &str| {
        figures(more, &[(0, &format!("mileage: {mileage}"))])["weeks"][0]["distance_m"]["run"].clone()
    };
    // 1609.344, 4988.9664, 21082.4064 and 3218.688 m.
    assert_eq!(run("", "1 mi"), 1609);
    assert_eq!(run("", "3.1 mi"), 4989);
    assert_eq!(run("", "13.1 mi"), 21082);
    assert_eq!(run("units = \"mi\"\n", "2"), 3219);
    assert_eq!(run("units = \"mi\"\n", "2 km"), 2000);
    // Each length by itself: twice 804.672 m is 1610 and not 1609.
    let halves = figures("", &[(0, "mileage: 0.5 mi"), (1, "mileage: 0.5 mi")]);
    assert_eq!(halves["weeks"][0]["distance_m"]["run"], 1610);
}

#[test]
fn weeks_by_modality() {
    let entries = [
        (1, "mileage: 3 km"),
        (
            6,
            "sessions: [{type: walk, distance: 4 km}, {type: bike, distance: 20 km}, {type: swim, distance: 0}, strength]",
        ),
        (7, "mileage: 6 km"),
        (22, "mileage: 1 km"),
    ];
    let rows = |more: &str| {
        let row = |week: &Value| json!([week["start"], week["distance_m"], week["sessions"], week["known_days"]]);
        figures(more, &entries)["weeks"].as_array().expect("weeks").iter().map(row).collect::<Vec<_>>()
    };
    assert_eq!(
        rows(""),
        [
            json!(["2020-08-03", {"run": 3000, "walk": 4000, "bike": 20000}, 5, 2]),
            json!(["2020-08-10", {"run": 6000}, 1, 1]),
            json!(["2020-08-17", {}, 0, 0]),
            json!(["2020-08-24", {"run": 1000}, 1, 1]),
        ]
    );
    assert_eq!(
        rows("week_start = \"sunday\"\n"),
        [
            json!(["2020-08-02", {"run": 3000}, 1, 1]),
            json!(["2020-08-09", {"run": 6000, "walk": 4000, "bike": 20000}, 5, 2]),
            json!(["2020-08-16", {}, 0, 0]),
            json!(["2020-08-23", {"run": 1000}, 1, 1]),
        ]
    );
    is(&figures("", &entries)["weeks"][0], &json!({"span_m": 0}));
}

/// A session of one day's load: `300` is an effort of 5 for 60 minutes.
fn loads(text: &str) -> Vec<(i64, String)> {
    each(text, |load| match load {
        "0" => "rest: true".to_owned(),
        load => {
            let minutes = load.parse::<f64>().expect("a number") / 5.0;
            format!("sessions: [{{type: bike, rpe: 5, duration: {minutes}}}]")
        }
    })
}

#[test]
fn load_monotony_and_strain() {
    let week = |text: &str| of("", &loads(text))["weeks"][0].clone();
    // Mean 160, population SD 151.5633.
    let full = week("300 0 240 0 400 0 180");
    is(&full, &json!({"srpe": 1120, "load_days": 7, "known_days": 7}));
    about(&full["monotony"], 1.0557, 5e-5);
    about(&full["strain"], 1182.34, 5e-3);
    // All equal, all zero, and a day unknown.
    let none = |srpe: u64, days: u64| json!({"srpe": srpe, "load_days": days, "monotony": null, "strain": null});
    is(&week("100 100 100 100 100 100 100"), &none(700, 7));
    is(&week("0 0 0 0 0 0 0"), &none(0, 7));
    is(&week("300 0 240 – 400 0 180"), &none(1120, 6));
    is(&figures("", &[(0, "pain: 1")])["weeks"][0], &json!({"srpe": null, "load_days": 0, "monotony": null}));
}

#[test]
fn a_load_is_unknown_where_a_factor_is() {
    let session = "sessions: [{type: bike, rpe: 4, duration: 30}]";
    for (entries, srpe) in [
        (&[session][..], json!(120)),
        (&["sessions: [{type: bike, rpe: 0, duration: 30}]"], json!(0)),
        (&["sessions: [{type: bike, rpe: 2.5, duration: \"30:30\"}]"], json!(76.25)),
        (&[session, "sessions: [{type: run, rpe: 3, duration: 20}]"], json!(180)),
        (&[session, "exercises: [Bridge 3x8]"], json!(120)),
        (&[session, "mileage: 0"], json!(120)),
        (&["mileage: 0"], json!(0)),
        (&["rest: true"], json!(0)),
        // The mileage is the length of the run.
        (&["mileage: 5 km", "sessions: [{type: run, rpe: 4, duration: 30}]"], json!(120)),
        (&["mileage: 5 km", "sessions: [{type: run, distance: 5 km, rpe: 4, duration: 30}]"], json!(120)),
        // Unknown, and so is the week's.
        (&[session, "sessions: [{type: run, rpe: 3}]"], Value::Null),
        (&[session, "sessions: [{type: run, duration: 30}]"], Value::Null),
        (&[session, "mileage: 5 km"], Value::Null),
        (&["exercises: [Bridge 3x8]"], Value::Null),
        (&["exercises: [Bridge 3x8]\nmileage: 0"], Value::Null),
        (&["pain: 2"], Value::Null),
    ] {
        let days = if srpe.is_null() { 0 } else { 1 };
        is(&week(entries), &json!({"srpe": srpe, "load_days": days}));
    }
}

#[test]
fn the_change_of_a_week_is_of_two_whole_weeks() {
    // A run on the first day of each week, and rest on the six others.
    let weeks = |text: &str| -> Vec<(i64, String)> {
        let weeks = (0..).zip(text.split(' '));
        weeks
            .flat_map(|(week, km)| {
                let run = if km == "0" { "rest: true".to_owned() } else { format!("mileage: {km} km") };
                let rest = (1..7).map(move |d| (7 * week + d, "rest: true".to_owned()));
                std::iter::once((7 * week, run)).chain(rest)
            })
            .collect()
    };
    let changes = |days: &[(i64, String)]| -> Vec<Option<f64>> {
        of("", days)["weeks"].as_array().expect("weeks").iter().map(|week| week["change"].as_f64()).collect()
    };
    let days = weeks("10 11 14 14 7 0 6");
    let expected = [None, Some(1.0 / 10.0), Some(3.0 / 11.0), Some(0.0), Some(-0.5), Some(-1.0), None];
    assert_eq!(changes(&days), expected);
    // Without one day of the third week, neither it nor the one after it has a change; what was run is told all the same.
    let mut missing = days.clone();
    missing.retain(|(d, _)| *d != 16);
    let expected = [None, Some(1.0 / 10.0), None, None, Some(-0.5), Some(-1.0), None];
    assert_eq!(changes(&missing), expected);
    // A run without a length leaves the day unknown; the week's other runs are told.
    missing.push((16, "sessions: [run]".to_owned()));
    assert_eq!(changes(&missing), expected);
    is(&of("", &missing)["weeks"][2], &json!({"distance_m": {"run": 14000}, "known_days": 7, "sessions": 2}));
    // A part week has days that nobody knows.
    let mut part = days;
    part.retain(|(d, _)| *d < 13);
    assert_eq!(changes(&part), [None, None]);
}

#[test]
fn a_journal_spans_what_is_published_and_dated() {
    let hidden = [
        (-30, "draft: true\npain: 9"),
        (-20, "visibility: private\npain: 9"),
        (-10, "expires: 2020-08-04\npain: 9"),
        (0, "pain: 1"),
        (4, "visibility: unlisted\npain: 2"),
        (400, "pain: 9"),
    ];
    let span = |more: &str| {
        let figures = figures(more, &hidden);
        json!([figures["from"], figures["to"], figures["days"], figures["entries"], figures["days_scored"]])
    };
    assert_eq!(span(""), json!(["2020-08-03", "2020-08-07", 5, 2, 2]));
    assert_eq!(span("[privacy]\ncount_private = true\n"), json!(["2020-07-14", "2020-08-07", 25, 3, 3]));
}

#[test]
fn nothing_dated() {
    let more = "[rules]\npreset = \"silbernagel\"\n[[prescriptions]]\nexercise = \"Bridge\"\nper_week = 3\n";
    let window = json!({"median": null, "n": 0});
    let streak = json!({"longest": 0, "current": 0});
    is(
        &figures(more, &[]),
        &json!({
            "entries": 0, "log_lines": 0, "from": null, "to": null, "days": 0, "days_scored": 0, "mornings_only": 0,
            "pain": {
                "last7": window, "previous28": window, "earlier21": window, "later21": window,
                "pain_free_streak": streak, "pain_free_runs": streak, "settled_runs": streak,
            },
            "weeks": [], "mornings_by_week": [], "rolling7": [], "spikes": [], "verdicts": [], "session_spikes": [],
            "acwr": {"coupled": null, "uncoupled": null, "ewma": null}, "next_mornings": [], "exercises": [],
            "adherence": [], "measures": [], "treatments": [],
        }),
    );
}
