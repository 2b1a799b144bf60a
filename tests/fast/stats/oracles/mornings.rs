//! What the mornings said: by week, and after each kind of what was done.

use super::{each, figures, is, of};
use serde_json::{Value, json};

/// Weeks of seven mornings each, from day 0; a dash for a week without.
fn weeks(text: &str) -> Vec<(i64, String)> {
    let days = each(text, |score| format!("pain: {{before: {score}}}"));
    days.into_iter().flat_map(|(week, front)| (0..7).map(move |d| (7 * week + d, front.clone()))).collect()
}

fn rises(days: &[(i64, String)]) -> Vec<Value> {
    let rows = of("", days)["mornings_by_week"].clone();
    rows.as_array().expect("rows").iter().map(|row| row["rise"].clone()).collect()
}

#[test]
fn a_rise_is_two_weeks_above_the_four_before_them() {
    // The last two are 2 above the median of the medians 1 1 2 2, which is 1.5.
    assert_eq!(rises(&weeks("1 1 2 2 3.5 3.5")), [false, false, false, false, false, true]);
    assert_eq!(rises(&weeks("1 1 2 2 3 3.5")), [false; 6]);
    assert_eq!(rises(&weeks("1 1 2 2 3.5 3")), [false; 6]);
    // The week before is a calendar week; of the four before the two, three are enough, and two aren't.
    assert_eq!(rises(&weeks("1 1 2 2 3.5 – 3.5")), [false; 6]);
    assert_eq!(rises(&weeks("1 – 2 2 4 4")), [false, false, false, false, true]);
    assert_eq!(rises(&weeks("1 – – 2 4 4")), [false; 4]);
    // A third high week is compared with 1 2 2 3.5, whose median is 2.
    assert_eq!(rises(&weeks("1 1 2 2 3.5 3.5 4")), [false, false, false, false, false, true, false]);
    assert_eq!(rises(&weeks("1 1 2 2 4 4 4")), [false, false, false, false, false, true, true]);
}

#[test]
fn a_week_needs_four_mornings() {
    // The mornings of days 1, 2 and 4 by the day before's next_day, of day 5 by its own before: 2 3 4 and 1.
    let days = [
        (0, "pain: {during: 9, next_day: 2}"),
        (1, "pain: {worst: 9, next_day: 3}"),
        (3, "pain: {next_day: 4}"),
        (5, "pain: {before: 1}"),
        // What day 6 says of day 7 is of the next week, and of a day after the last.
        (6, "pain: {after: 9, next_day: 9}"),
    ];
    is(
        &figures("", &days)["mornings_by_week"],
        &json!([{"start": "2020-08-03", "median": 2.5, "n": 4, "rise": false}]),
    );
    is(&figures("", &days[..3])["mornings_by_week"], &json!([]));
    is(&figures("week_start = \"sunday\"\n", &days)["mornings_by_week"][0], &json!({"start": "2020-08-02", "n": 4}));
}

fn row(kind: &str, counts: [u64; 6]) -> Value {
    let [n, lower, same, higher, mixed, unknown] = counts;
    json!({"kind": kind, "n": n, "lower": lower, "same": same, "higher": higher, "mixed": mixed, "unknown": unknown})
}

#[test]
fn what_the_next_morning_said() {
    let days = [
        // Morning 1 by its before, the next 2 by its next_day: higher, and mixed.
        (0, "sessions: [bike]\npain: {before: 1, next_day: 2}"),
        // Morning 2, next 2, both by a next_day; two sessions of two kinds, and mileage that is a run of its own.
        (1, "sessions: [bike, bike, walk]\nmileage: 5 km\npain: {next_day: 2}"),
        // Morning 2 by next_day, next 1 by the before of day 3: lower, mixed.
        (2, "exercises: [Bridge 3x8]"),
        // Morning 1 by its before, next unknown.
        (3, "rest: true\npain: {before: 1}"),
        // Its own morning unknown, the next 0 by its next_day.
        (4, "sessions: [{type: run, distance: 5 km}]\nmileage: 5 km\npain: {next_day: 0}"),
        // 0, then 0: a day of mileage 0 is no rest, and no run.
        (5, "mileage: 0\npain: {next_day: 0}"),
        // Rest; the morning after the last day is used.
        (6, "rest: true\npain: {next_day: 3}"),
    ];
    is(
        &figures("", &days)["next_mornings"],
        &json!([
            row("run", [1, 0, 1, 0, 0, 1]),
            row("walk", [1, 0, 1, 0, 0, 0]),
            row("bike", [2, 0, 1, 1, 1, 0]),
            row("exercises", [1, 1, 0, 0, 1, 0]),
            row("rest", [1, 0, 0, 1, 0, 1]),
        ]),
    );
}

#[test]
fn a_range_is_as_high_as_its_middle() {
    let days = [(0, "sessions: [bike]\npain: {before: 2-3, next_day: 2.5}"), (1, "rest: true\npain: {next_day: 2-3}")];
    is(
        &figures("", &days)["next_mornings"],
        &json!([row("bike", [1, 0, 1, 0, 1, 0]), row("rest", [1, 0, 1, 0, 0, 0])]),
    );
}

#[test]
fn kinds_in_their_order() {
    let all = "strength, other, race, walk-run, row, swim, mobility, alter-g, aqua-jog, elliptical, bike, walk, run";
    let entries = [(0, format!("sessions: [{all}]")), (1, "exercises: [Bridge 3x8]\nrest: true".to_owned())];
    let rows = of("", &entries)["next_mornings"].clone();
    let kinds: Vec<_> = rows.as_array().expect("rows").iter().map(|row| row["kind"].clone()).collect();
    assert_eq!(
        kinds,
        [
            "run",
            "walk",
            "walk-run",
            "race",
            "bike",
            "elliptical",
            "swim",
            "aqua-jog",
            "alter-g",
            "row",
            "strength",
            "mobility",
            "other",
            "exercises"
        ]
    );
    is(&rows[0], &row("run", [0, 0, 0, 0, 0, 1]));
    // Beside mileage, 0 too, exercises are not alone; words make no day of rest.
    let none =
        [(0, "exercises: [Bridge 3x8]\nmileage: 0"), (1, "title: words"), (2, "exercises: [Bridge 3x8]\nmileage: 3")];
    is(&figures("", &none)["next_mornings"], &json!([row("run", [0, 0, 0, 0, 0, 1])]));
    // The mileage is the run's that has no length, and no other one's.
    let length = [(0, "sessions: [race]\nmileage: 5 km")];
    is(&figures("", &length)["next_mornings"], &json!([row("race", [0, 0, 0, 0, 0, 1])]));
}
