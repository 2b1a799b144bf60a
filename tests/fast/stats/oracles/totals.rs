//! Exercises, prescriptions, treatments and other measures.

use super::{figures, is, of};
use serde_json::{Value, json};

#[test]
fn volume_and_holds() {
    let of = |exercise: &str| {
        let row = figures("", &[(0, &format!("exercises: [{exercise}]"))])["exercises"][0].clone();
        (row["volume_kg"].as_f64().expect("a volume"), row["hold_s"].as_f64().expect("a hold"))
    };
    assert_eq!(of("Bridge 3x8 @12kg"), (288.0, 0.0));
    assert_eq!(of("Bridge 3x8 @12kg both"), (576.0, 0.0));
    assert_eq!(of("Bridge 3x8 @12kg L"), (288.0, 0.0));
    assert_eq!(of("Bridge 5x45s"), (0.0, 225.0));
    // Holds are seconds, and no volume.
    assert_eq!(of("Bridge 5x45s @20kg"), (0.0, 225.0));
    assert_eq!(of("{name: Bridge, hold: 45, side: both}"), (0.0, 90.0));
    // A list is summed and sets ignored: 21 times 10 kg.
    assert_eq!(of("{name: Bridge, sets: 2, reps: [8, 7, 6], load: 10 kg}"), (210.0, 0.0));
    assert_eq!(of("{name: Bridge, reps: 8, load: 10 kg}"), (80.0, 0.0));
    // Ranges count as their lower ends: 3 times 12 times 20 kg, 3 times 30 s.
    assert_eq!(of("{name: Bridge, sets: 3-4, reps: 12-15, load: 20-25 kg}"), (720.0, 0.0));
    assert_eq!(of("{name: Bridge, reps: [12-15, 10], load: 10 kg}"), (220.0, 0.0));
    assert_eq!(of("{name: Bridge, sets: 3, hold: 30-45}"), (0.0, 90.0));
    // Nothing without repetitions or a load.
    assert_eq!(of("{name: Bridge, sets: 3, load: 10 kg}"), (0.0, 0.0));
    assert_eq!(of("Bridge 3x8"), (0.0, 0.0));
    assert_eq!(of("Bridge 3x8 @bodyweight"), (0.0, 0.0));
    assert_eq!(of("Bridge 3x8 @band:red"), (0.0, 0.0));
}

#[test]
fn exercises_and_treatments_by_slug() {
    let days = [
        (
            0,
            "exercises: [Single-leg bridge 1x1 @1kg, plank 1x10s]\ntreatments: [Dry needling, {type: massage, cost: 10 EUR}]",
        ),
        (0, "exercises: [single leg bridge 1x2 @1kg]\ntreatments: [{type: dry-needling, minutes: 30, cost: 80 USD}]"),
        (1, "exercises: [SINGLE LEG BRIDGE 1x3 @1kg]\ntreatments: [{type: Dry needling, minutes: 20, cost: 0.50 EUR}]"),
    ];
    is(
        &figures("", &days),
        &json!({
            "exercises": [
                {"name": "plank", "sessions": 1, "volume_kg": 0, "hold_s": 10},
                {"name": "Single-leg bridge", "sessions": 2, "volume_kg": 6, "hold_s": 0},
            ],
            "treatments": [
                {"type": "Dry needling", "sessions": 3, "minutes": 50, "cost": {"USD": 8000, "EUR": 50}},
                {"type": "massage", "sessions": 1, "minutes": null, "cost": {"EUR": 1000}},
            ],
        }),
    );
}

/// Weeks in which a bridge was done on so many days, the others of rest; of a number and a dash only those days are known.
fn weeks(text: &str) -> Vec<(i64, String)> {
    let week = |(week, done): (i64, &str)| {
        let (done, known) = done.split_once('/').unwrap_or((done, "7"));
        let (done, known) = (done.parse::<i64>().expect("a number"), known.parse::<i64>().expect("a number"));
        let front = move |d: i64| if d < done { "exercises: [bridge 3x8]" } else { "rest: true" };
        (0..known).map(move |d| (7 * week + d, front(d).to_owned()))
    };
    (0..).zip(text.split(' ')).flat_map(week).collect()
}

/// Adherence to three bridges a week.
fn adherence(more: &str, days: &[(i64, String)]) -> Value {
    of(&format!("[[prescriptions]]\nexercise = \"Bridge\"\nper_week = 3\n{more}"), days)["adherence"].clone()
}

#[test]
fn adherence_is_capped_by_week() {
    // 3 + 3 + 1 + 3 of 12; the fourth bridge of the second week helps no other.
    is(
        &adherence("", &weeks("3 4 1 3")),
        &json!([{
            "exercise": "Bridge", "noted": 11, "known": 28, "days": 28, "done": 10, "prescribed": 12, "rate": 10.0 / 12.0,
        }]),
    );
    // Only weeks that lie wholly in the prescription's days: from Tuesday of the first to Sunday of the third.
    is(
        &adherence("from = 2020-08-04\nto = 2020-08-23\n", &weeks("3 4 1 3")),
        &json!([{"noted": 7, "known": 20, "days": 20, "done": 4, "prescribed": 6, "rate": 4.0 / 6.0}]),
    );
    // Wholly before, after, and without a whole week.
    let none = |days: u64| json!([{"days": days, "done": 0, "prescribed": 0, "rate": null}]);
    is(&adherence("to = 2020-08-02\n", &weeks("3 4")), &none(0));
    is(&adherence("from = 2020-08-17\n", &weeks("3 4")), &none(0));
    is(&adherence("from = 2020-08-04\nto = 2020-08-15\n", &weeks("3 4")), &none(12));
}

#[test]
fn adherence_leaves_out_ordered_rest() {
    let rest = |lines: &str| format!("[[phases]]\nname = \"Rest\"\nrest = true\n{lines}");
    // A single day of it is enough.
    let second = rest("start = 2020-08-16\nend = 2020-08-16\n");
    is(&adherence(&second, &weeks("3 4 1 3")), &json!([{"days": 28, "done": 7, "prescribed": 9}]));
    // Without an end it lasts until the day before the next phase, or for good.
    let open = rest("start = 2020-08-10\n");
    is(&adherence(&open, &weeks("3 4 1 3")), &json!([{"done": 3, "prescribed": 3}]));
    let next = format!("{open}[[phases]]\nname = \"Load\"\nstart = 2020-08-17\n");
    is(&adherence(&next, &weeks("3 4 1 3")), &json!([{"done": 7, "prescribed": 9}]));
    // A phase that isn't ordered rest changes nothing.
    let plain = "[[phases]]\nname = \"Load\"\nstart = 2020-08-10\n";
    is(&adherence(plain, &weeks("3 4 1 3")), &json!([{"done": 10, "prescribed": 12}]));
}

#[test]
fn adherence_needs_weeks_that_are_known() {
    // Five known days are enough, four aren't: those weeks are left out, and are no week without.
    is(&adherence("", &weeks("3 2/5 2/4 3")), &json!([{"known": 23, "done": 8, "prescribed": 9, "rate": 8.0 / 9.0}]));
    // Half of the weeks are enough; of fewer the rate is null.
    is(&adherence("", &weeks("3 1/4 1/4 3")), &json!([{"done": 6, "prescribed": 6, "rate": 1}]));
    is(&adherence("", &weeks("1/4 1/4 1/4 3")), &json!([{"done": 3, "prescribed": 3, "rate": null}]));
    // Words make no day known.
    let mut words = weeks("3 1/4 1/4 3");
    words.extend([(11, "pain: 1".to_owned()), (12, "title: words".to_owned())]);
    is(&adherence("", &words), &json!([{"known": 22, "days": 28, "prescribed": 6}]));
}

#[test]
fn measures_by_name_with_the_first_and_the_last() {
    let days = [
        (0, "mood: 4\nstress: 2\nprom: [{instrument: zebra scale, score: 3}, {instrument: visa h, score: 34}]"),
        (1, "mood: fair"),
        (2, "mood: 5\nsleep: 7.5\nfunction: 80%"),
        // The last in order of one day.
        (3, "mood: 8\nprom: {instrument: VISA-H, score: 60}"),
        (3, "mood: 6\nresting_hr: 50\nstiffness: 15"),
    ];
    let one = |name: &str, date: &str, value: f64| {
        let end = json!({"date": date, "value": value});
        json!({"name": name, "n": 1, "first": end, "last": end})
    };
    is(
        &figures("", &days)["measures"],
        &json!([
            one("stiffness", "2020-08-06", 15.0),
            one("function", "2020-08-05", 80.0),
            {
                "name": "mood", "n": 3,
                "first": {"date": "2020-08-03", "value": 4}, "last": {"date": "2020-08-06", "value": 6},
            },
            one("stress", "2020-08-03", 2.0),
            one("sleep", "2020-08-05", 7.5),
            one("resting_hr", "2020-08-06", 50.0),
            {
                "name": "VISA-H", "n": 2,
                "first": {"date": "2020-08-03", "value": 34}, "last": {"date": "2020-08-06", "value": 60},
            },
            one("zebra scale", "2020-08-03", 3.0),
        ]),
    );
}

#[test]
fn tests_with_and_without_sides() {
    let days = [
        (0, "tests: {heel raises: {left: 18, right: 25}, Balance: 30 s}"),
        (1, "tests: {heel raises: 20}"),
        // Of one day each side the last given, and one with sides has sides.
        (2, "tests: {heel raises: {left: 21, right: 26}, Balance: {left: 40 s}}"),
        (2, "tests: {heel raises: {left: 22}, Balance: 45 s}"),
        (2, "tests: {heel raises: 19, hop: 1}\nprom: {instrument: own, score: 1}"),
    ];
    is(
        &figures("", &days)["measures"],
        &json!([
            {"name": "own", "n": 1, "first": {"date": "2020-08-05", "value": 1}, "last": {"date": "2020-08-05", "value": 1}},
            {
                "name": "Balance", "n": 2,
                "first": {"date": "2020-08-03", "value": 30}, "last": {"date": "2020-08-05", "left": 40, "right": null},
            },
            {
                "name": "heel raises", "n": 3,
                "first": {"date": "2020-08-03", "left": 18, "right": 25},
                "last": {"date": "2020-08-05", "left": 22, "right": 26},
            },
            {"name": "hop", "n": 1, "first": {"date": "2020-08-05", "value": 1}, "last": {"date": "2020-08-05", "value": 1}},
        ]),
    );
}
