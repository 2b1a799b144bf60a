//! The day's pain, windows of it, streaks, and spikes.

use super::{each, figures, is, of, scores};
use serde_json::{Value, json};

#[test]
fn rolling_medians_with_missing_days() {
    // Days 6, 7 and 8 have four values in their seven days: 3 4 5 2, 4 5 2 1, 4 5 2 1.
    let rows = of("", &scores("3 – 4 5 – – 2 1 – – – – – 3"))["rolling7"].clone();
    is(
        &rows,
        &json!([
            {"date": "2020-08-09", "mean": 3.5, "median": 3.5, "n": 4},
            {"date": "2020-08-10", "mean": 3.0, "median": 3.0, "n": 4},
            {"date": "2020-08-11", "mean": 3.0, "median": 3.0, "n": 4},
        ]),
    );
}

#[test]
fn pain_is_the_most_of_the_days_own_points() {
    let pain_of = |front: &str| {
        // Alone in its week, a day's pain is that of a window of one value.
        let figures = figures("", &[(0, front), (1, "title: words"), (2, "title: words")]);
        let row = figures["days_scored"].clone();
        let peak = of("", &[(0, front.to_owned())])["pain"]["last7"]["n"].clone();
        assert_eq!(row, peak);
        row
    };
    for (front, scored) in [
        ("pain: 2", 1),
        ("pain: {worst: 4}", 1),
        ("pain: {before: 1}", 1),
        ("sessions: [{type: run, pain: {during: 4}}]", 1),
        ("sessions: [{type: run, pain: 4}]", 1),
        // None of these is the day's pain.
        ("pain: {average: 4, rest: 5}", 0),
        ("pain: {next_day: 4}", 0),
        ("exercises: [Bridge 3x8 pain 4]", 0),
        ("treatments: [{type: massage, pain_before: 4}]", 0),
        ("sessions: [{type: run, planned: true, pain: 4}]", 0),
        ("title: words", 0),
    ] {
        assert_eq!(pain_of(front), scored, "{front}");
    }
    // The maximum of 1, 3.5, 2 and 3, seen as the median of four equal days; what the next day said is not in it.
    let days: Vec<_> = (0..4)
        .flat_map(|d| {
            let one = (d, "pain: {before: 1, during: 3.5, after: 2, worst: 3, next_day: 9, average: 8}".to_owned());
            [one, (d, "pain: 2".to_owned())]
        })
        .collect();
    is(&of("", &days)["pain"]["last7"], &json!({"median": 3.5, "n": 4}));
}

#[test]
fn a_range_is_its_middle() {
    let days: Vec<_> =
        ["2-3", "2-3", "4-6", "3"].into_iter().zip(0..).map(|(score, d)| (d, format!("pain: {score}"))).collect();
    // 2.5, 2.5, 3 and 5.
    is(&of("", &days)["pain"]["last7"], &json!({"median": 2.75, "n": 4}));
    // An effort of 6 to 7 for 20 minutes.
    let session = figures("", &[(0, "sessions: [{type: bike, rpe: 6-7, duration: 20}]\nmood: 3-4")]);
    is(&session["weeks"][0], &json!({"srpe": 130}));
    is(&session["measures"][0], &json!({"name": "mood", "last": {"value": 3.5}}));
}

#[test]
fn a_morning_is_no_pain_of_its_day() {
    // Day 1 has a morning alone, day 2 a score of its own, day 4 nothing, and what day 4 says of day 5 lies beyond the last.
    let days = [(0, "pain: {after: 2, next_day: 5}"), (2, "pain: 1"), (3, "pain: 2"), (4, "pain: {next_day: 3}")];
    let figures = figures("", &days);
    is(&figures, &json!({"days": 5, "days_scored": 3, "mornings_only": 1, "entries": 4, "log_lines": 0}));
    is(&figures["pain"]["last7"], &json!({"median": null, "n": 3}));
}

#[test]
fn windows_need_enough_values() {
    let text = |n: usize, score: &str| vec![score; n].join(" ");
    // 3 of 7 days are too few, 4 are enough: the median of 1 2 3 9 is 2.5.
    is(&of("", &scores("1 – 2 – – – 9"))["pain"]["last7"], &json!({"median": null, "n": 3}));
    is(&of("", &scores("1 – 2 – 3 – 9"))["pain"]["last7"], &json!({"median": 2.5, "n": 4}));
    // The 28 days before those 7: 9 and 10 of them.
    let days = |n| scores(&format!("{} {} 1 1 1 1 1 1 1", text(n, "4"), text(28 - n, "–")));
    is(&of("", &days(9))["pain"]["previous28"], &json!({"median": null, "n": 9}));
    is(&of("", &days(10))["pain"]["previous28"], &json!({"median": 4, "n": 10}));
    // 42 days in two halves, the day before them in neither: 8 of 21 are enough.
    let halves = |n: usize| format!("9 {} {} {}", text(n, "5"), text(21 - n, "–"), text(21, "2"));
    let pain = |n: usize| of("", &scores(&halves(n)))["pain"].clone();
    is(&pain(8), &json!({"earlier21": {"median": 5, "n": 8}, "later21": {"median": 2, "n": 21}}));
    is(&pain(7), &json!({"earlier21": {"median": null, "n": 7}, "later21": {"median": 2, "n": 21}}));
}

#[test]
fn days_without_pain_in_a_row() {
    let streak = |days: &[(i64, String)]| of("", days)["pain"]["pain_free_streak"].clone();
    is(&streak(&scores("1 0 0 – 0 0 0 2 0")), &json!({"longest": 3, "current": 1}));
    // A day without pain has its morning in its place: day 3 by what day 2 says of it.
    let mut days = scores("1 0 – – 0 0 0 2 0");
    days.push((2, "pain: {worst: 0, next_day: 0}".to_owned()));
    is(&streak(&days), &json!({"longest": 6, "current": 1}));
    days.push((3, "pain: 1".to_owned()));
    is(&streak(&days), &json!({"longest": 3, "current": 1}));
    is(&streak(&[]), &json!({"longest": 0, "current": 0}));
}

#[test]
fn runs_without_pain_in_a_row() {
    let figures = figures(
        "",
        &[
            // A sore morning is no pain of the run.
            (0, "sessions: [run]\npain: {before: 2, during: 0, after: 0}"),
            // No run, and a run without a score, change nothing.
            (1, "sessions: [bike]\npain: 5"),
            (2, "sessions: [run]\npain: {before: 3}"),
            (3, "mileage: 5 km\npain: 0"),
            (4, "sessions: [{type: walk-run, pain: 1}]"),
            (5, "mileage: 0\npain: 6"),
            (6, "sessions: [{type: race, pain: 0}]"),
        ],
    );
    is(&figures["pain"]["pain_free_runs"], &json!({"longest": 2, "current": 1}));
}

fn spikes(days: &[(i64, String)]) -> Value {
    of("", days)["spikes"].clone()
}

#[test]
fn a_spike_has_a_frozen_baseline() {
    // The median of the eight days before is 2; 5 and 5 are 2 above; 3 and 2 are the first two at most 1 above, so that 4 is
    // the last day: 3 + 3 + 2 above the baseline.
    is(
        &spikes(&scores("2 2 1 2 2 2 1 2 5 5 4 3 2 2 2")),
        &json!([{"onset": "2020-08-11", "end": "2020-08-13", "days": 3, "known": 3, "peak": 5, "excess": 8, "back_at": null}]),
    );
    // Seven values are needed before, and two high days that are both present.
    is(&spikes(&scores("2 2 2 2 2 2 5 5 2 2")), &json!([]));
    is(&spikes(&scores("2 2 2 2 2 2 2 5 – 5 2 2")), &json!([]));
    is(&spikes(&scores("2 2 2 2 2 2 2 3.5 3.5 2 2")), &json!([]));
    // A day without a score inside is counted as a day, and not as known; one low day alone doesn't end it.
    is(
        &spikes(&scores("2 2 2 2 2 2 2 6 4 – 2 4 3 3")),
        &json!([{"onset": "2020-08-10", "end": "2020-08-14", "days": 5, "known": 4, "peak": 6, "excess": 8}]),
    );
}

#[test]
fn a_spike_may_lack_an_end() {
    // It lasts to the last day with pain.
    is(
        &spikes(&scores("2 2 2 2 2 2 2 6 4 – 2")),
        &json!([{"onset": "2020-08-10", "end": null, "days": 4, "known": 3, "peak": 6, "excess": 6, "back_at": null}]),
    );
    // Five unknown days come before the two low ones; four don't matter. The search goes on after the 5, where the days before
    // are 2 2 2 2 2 2 6 5, or later with too few values for a baseline.
    is(
        &spikes(&scores("2 2 2 2 2 2 2 6 5 – – – – – 2 2")),
        &json!([{"onset": "2020-08-10", "end": null, "days": 2, "known": 2, "peak": 6, "excess": 7}]),
    );
    is(
        &spikes(&scores("2 2 2 2 2 2 2 6 5 – – – – 2 2")),
        &json!([{"onset": "2020-08-10", "end": "2020-08-11", "days": 2, "known": 2, "peak": 6, "excess": 7}]),
    );
    // Thirty days of 6: the spike has 28 of them. The search goes on with day 35, of which the 14 days before are all 6.
    let long = scores(&format!("2 2 2 2 2 2 2 {} 2 2", vec!["6"; 30].join(" ")));
    is(
        &spikes(&long),
        &json!([{"onset": "2020-08-10", "end": null, "days": 28, "known": 28, "peak": 6, "excess": 112}]),
    );
    // The first of the two low days may be the 28th of the spike, no later.
    let until = |high: usize| spikes(&scores(&format!("2 2 2 2 2 2 2 {} 2 2", vec!["6"; high].join(" "))));
    is(&until(27), &json!([{"end": "2020-09-05", "days": 27}]));
    is(&until(28), &json!([{"end": null, "days": 28}]));
}

#[test]
fn back_at_the_run_of_before() {
    let days = |runs: &str| {
        let mut days = scores("2 2 2 2 2 2 2 6 6 2 2 2 2 2");
        days.extend(each(runs, |km| format!("mileage: {km} km")));
        spikes(&days)[0]["back_at"].clone()
    };
    // The spike is days 7 and 8; the longest run of days 0 to 6 is 5 km.
    assert_eq!(days("1 1 5 1 1 1 1 9 9 4 5 6 – –"), "2020-08-13");
    assert_eq!(days("1 1 5 1 1 1 1 9 9 4 4.9 – – –"), Value::Null);
    // None before, or 0.
    assert_eq!(days("– – – – – – – 9 9 4 5 6 – –"), Value::Null);
    assert_eq!(days("0 0 0 0 0 0 0 9 9 4 5 6 – –"), Value::Null);
}
