//! Figures of one injury.

use super::{figures_of, is};
use serde_json::{Value, json};

const TWO: &str = "\
[rules]
preset = \"silbernagel\"
[[injuries]]
name = \"Tendon\"
site = \"hamstring\"
side = \"left\"
onset = 2020-08-03
[[injuries]]
name = \"Knee\"
site = \"knee\"
";

fn tendon(entries: &[(i64, &str)]) -> Value {
    figures_of(TWO, entries, Some(0))
}

fn knee(entries: &[(i64, &str)]) -> Value {
    figures_of(TWO, entries, Some(1))
}

/// A week of the same day, by the median of which its pain is told.
fn week(front: &str, figures: impl Fn(&[(i64, &str)]) -> Value) -> Option<f64> {
    let days: Vec<(i64, &str)> = (0..7).map(|d| (d, front)).collect();
    figures(&days)["pain"]["last7"]["median"].as_f64()
}

#[test]
fn pain_is_of_the_injury_whose_place_it_is() {
    // The other's place is no pain of this one.
    let both = "injury: tendon\npain: [{site: hamstring, worst: 2}, {site: knee, side: left, worst: 7}]";
    assert_eq!((week(both, tendon), week(both, knee_with_entry)), (Some(2.0), Some(7.0)));
    // A place that is nobody's is of the entry's injury.
    assert_eq!(week("injury: tendon\npain: [{site: hamstring, worst: 2}, {site: hip, worst: 7}]", tendon), Some(7.0));
    // A site that only sounds alike, and the other side, where both give one.
    let right = "injury: tendon\npain: {site: Hamstring, side: right, worst: 4}";
    assert_eq!(week(right, tendon), Some(4.0));
    // A record of another injury's entry without a place is that one's.
    let other = "injury: knee\npain: 5";
    assert_eq!((week(other, tendon_with_entry), week(other, knee)), (None, Some(5.0)));
    // A session's pain goes by its entry, or by its place.
    let session = "injury: tendon\npain: 1\nsessions: [{type: run, pain: {site: knee, during: 6}}]";
    assert_eq!((week(session, tendon), week(session, knee_with_entry)), (Some(1.0), Some(6.0)));
}

/// The knee's figures where it has entries at both ends.
fn knee_with_entry(days: &[(i64, &str)]) -> Value {
    let mut days = days.to_vec();
    days.extend([(0, "injury: knee"), (6, "injury: knee")]);
    knee(&days)
}

fn tendon_with_entry(days: &[(i64, &str)]) -> Value {
    let mut days = days.to_vec();
    days.extend([(0, "injury: tendon"), (6, "injury: tendon")]);
    tendon(&days)
}

#[test]
fn activity_is_the_persons_and_the_rest_goes_by_the_entry() {
    let days = [
        (
            0,
            "injury: tendon\nmileage: 5 km\ntreatments: [massage]\nstiffness: 10\nprom: {instrument: VISA-H, score: 40}",
        ),
        (
            1,
            "injury: knee\nmileage: 8 km\nexercises: [Bridge 3x8 @10kg]\ntreatments: [taping]\nstiffness: 20\nsetback: a kerb",
        ),
        (2, "injury: tendon\nflare: true"),
    ];
    is(
        &tendon(&days),
        &json!({
            "entries": 2,
            "days": 3,
            "weeks": [{"distance_m": {"run": 13000}, "known_days": 2, "sessions": 2}],
            "exercises": [{"name": "Bridge", "sessions": 1, "volume_kg": 240}],
            "treatments": [{"type": "massage", "sessions": 1}],
            "measures": [{"name": "stiffness", "n": 1}, {"name": "VISA-H", "n": 1}],
            "verdicts": [{"date": "2020-08-05", "verdict": "said", "why": null}],
        }),
    );
    // From its first record to its last.
    is(
        &knee(&days),
        &json!({
            "entries": 1,
            "from": "2020-08-04",
            "to": "2020-08-04",
            "weeks": [{"distance_m": {"run": 8000}, "known_days": 1, "sessions": 1}],
            "treatments": [{"type": "taping", "sessions": 1}],
            "measures": [{"name": "stiffness", "n": 1, "first": {"date": "2020-08-04", "value": 20}}],
            "verdicts": [{"date": "2020-08-04", "verdict": "said"}],
        }),
    );
}

#[test]
fn an_injury_has_its_own_days() {
    let ended = TWO.replace("onset = 2020-08-03\n", "onset = 2020-08-03\nend = 2020-08-12\n");
    let days = [
        (-3, "injury: tendon\npain: 9"),
        (2, "injury: tendon\npain: 3"),
        (8, "injury: knee"),
        (12, "injury: tendon\npain: 9"),
    ];
    // From its onset to its end, whatever else is written of it; nothing outside is used.
    is(
        &figures_of(&ended, &days, Some(0)),
        &json!({"from": "2020-08-03", "to": "2020-08-12", "days": 10, "days_scored": 1, "entries": 3}),
    );
}

#[test]
fn whose_an_entry_is_that_names_none() {
    let settings = "\
[[injuries]]
name = \"Old\"
onset = 2020-08-03
end = 2020-08-20
[[injuries]]
name = \"New\"
onset = 2020-08-13
";
    // Day 0 to 9 the old one's, day 10 to 17 the newer one of two, later the only one active; before day 0 nobody's.
    let days = [(-1, "pain: 1"), (0, "pain: 1"), (9, "pain: 1"), (10, "pain: 1"), (17, "pain: 1"), (18, "pain: 1")];
    let entries = |injury| figures_of(settings, &days, injury)["entries"].clone();
    assert_eq!((entries(Some(0)), entries(Some(1)), entries(None)), (json!(2), json!(3), json!(6)));
    // The site's only injury is every entry's.
    let only = "[[injuries]]\nname = \"Old\"\nonset = 2020-08-03\nend = 2020-08-20\n";
    assert_eq!(figures_of(only, &days, Some(0))["entries"], json!(6));
}
