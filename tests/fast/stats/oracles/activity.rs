//! Runs against those before them, and the last seven days against the last 28.

use super::{about, each, figures, is, of};
use serde_json::{Value, json};

/// The bands of the runs of a day, after a run of 5 km and fourteen known days.
fn bands(kilometres: &str) -> Value {
    let mut days = vec![(0, "mileage: 5 km".to_owned())];
    days.extend((1..15).map(|d| (d, "rest: true".to_owned())));
    days.push((15, format!("mileage: {kilometres} km")));
    of("", &days)["session_spikes"].clone()
}

#[test]
fn a_run_against_the_longest_of_the_thirty_days_before() {
    let row = |metres: u64, ratio: f64, band: &str| json!([{"date": "2020-08-18", "distance_m": metres, "longest30_m": 5000, "ratio": ratio, "band": band}]);
    is(&bands("5.4"), &json!([]));
    // Exactly a tenth more is none, 30 % more is small, twice as much moderate.
    is(&bands("5.5"), &json!([]));
    is(&bands("5.501"), &row(5501, 1.1002, "small"));
    is(&bands("6.5"), &row(6500, 1.3, "small"));
    is(&bands("6.501"), &row(6501, 1.3002, "moderate"));
    is(&bands("8"), &row(8000, 1.6, "moderate"));
    is(&bands("10"), &row(10000, 2.0, "moderate"));
    is(&bands("11"), &row(11000, 2.2, "large"));
}

#[test]
fn a_run_with_nothing_to_be_compared_with() {
    let run = |first: &str, known: i64, on: i64| {
        let mut days = vec![(0, first.to_owned()), (on, "mileage: 9 km".to_owned())];
        days.extend((1..known).map(|d| (d, "rest: true".to_owned())));
        of("", &days)["session_spikes"].as_array().expect("rows").len()
    };
    assert_eq!(run("mileage: 5 km", 15, 20), 1);
    // On 14 of the 30 days the run is known: too few.
    assert_eq!(run("mileage: 5 km", 14, 20), 0);
    // The 31st day before doesn't count, the 30th does; without one, or with 0 m, there is no comparison.
    assert_eq!(run("mileage: 5 km", 17, 30), 1);
    assert_eq!(run("mileage: 5 km", 17, 31), 0);
    assert_eq!(run("mileage: 0", 15, 20), 0);
    assert_eq!(run("rest: true", 15, 20), 0);
    // A run without a length leaves its day unknown.
    assert_eq!(run("mileage: 5 km\nsessions: [walk]", 15, 20), 1);
    assert_eq!(run("sessions: [{type: run, distance: 5 km}, run]", 15, 20), 0);
}

#[test]
fn each_single_run_in_file_order() {
    let mut days = vec![(0, "mileage: 1 km")];
    days.extend((1..20).map(|d| (d, "rest: true")));
    // The same day's don't count; the first mileage is the length of the run without one and stands there, the second, of
    // the second entry, behind that entry's session.
    days.push((20, "sessions: [run]\nmileage: 3 km"));
    days.push((20, "sessions: [bike]\nmileage: 2 km"));
    let row = |metres: u64, ratio: f64, band: &str| json!({"date": "2020-08-23", "distance_m": metres, "longest30_m": 1000, "ratio": ratio, "band": band});
    is(&figures("", &days)["session_spikes"], &json!([row(3000, 3.0, "large"), row(2000, 2.0, "moderate")]));
    // Lengths are told single by single: 3 and 2 km are not 5 km.
    days.push((21, "mileage: 3.2 km"));
    assert_eq!(figures("", &days)["session_spikes"].as_array().map(Vec::len), Some(2));
}

#[test]
fn three_ways_of_the_last_week_by_the_last_four() {
    let oracle = format!("{} 5 0 8 0 5 0 10", vec!["5"; 21].join(" "));
    let acwr = |text: &str| of("", &each(text, |km| format!("mileage: {km} km")))["acwr"].clone();
    // 28 of 7 days by 133 of 28, and by 105 of 21.
    is(&acwr(&oracle), &json!({"coupled": 4.0 / 4.75, "uncoupled": 0.8, "ewma": 1.014_187_661_967_688_4}));
    about(&acwr(&oracle)["ewma"], 4.7258 / 4.6597, 1e-4);
    // 27 known days, of which 4 by 128 of 27: the weighted one needs 28, the others 23 of the last 28.
    let fewer =
        |dashes: usize| format!("{} {} 5 0 8 0 5 0 10", vec!["–"; dashes].join(" "), vec!["5"; 21 - dashes].join(" "));
    is(&acwr(&fewer(1)), &json!({"coupled": 0.84375, "uncoupled": 0.8, "ewma": null}));
    is(&acwr(&format!("5 {}", fewer(5))), &json!({"uncoupled": 0.8, "ewma": null}));
    is(&acwr(&format!("5 {}", fewer(6))), &json!({"coupled": null, "uncoupled": null, "ewma": null}));
    // Nothing run in the 21 days before, and nothing at all.
    let none = vec!["0"; 21].join(" ");
    is(&acwr(&format!("{none} 0 0 0 0 0 0 4")), &json!({"coupled": 4.0, "uncoupled": null}));
    is(&acwr(&format!("{none} 0 0 0 0 0 0 0")), &json!({"coupled": null, "uncoupled": null, "ewma": null}));
}

#[test]
fn the_weighted_way_needs_most_days() {
    // 28 known days of 35 are 80 %, of 36 they aren't; unknown days leave the averages as they are, which of equal runs are
    // equal.
    let text = |dashes: usize| format!("5 {} {}", vec!["–"; dashes].join(" "), vec!["5"; 27].join(" "));
    let ewma = |text: &str| of("", &each(text, |km| format!("mileage: {km} km")))["acwr"]["ewma"].clone();
    about(&ewma(&text(7)), 1.0, 1e-12);
    assert_eq!(ewma(&text(8)), Value::Null);
    // Days before the first known one don't count.
    let mut days: Vec<(i64, String)> = (0..28).map(|d| (d, "mileage: 5 km".to_owned())).collect();
    days.push((-60, "pain: 1".to_owned()));
    about(&of("", &days)["acwr"]["ewma"], 1.0, 1e-12);
    // A run without a length is an unknown day.
    days[3].1 = "sessions: [run]".to_owned();
    assert_eq!(of("", &days)["acwr"]["ewma"], Value::Null);
}
