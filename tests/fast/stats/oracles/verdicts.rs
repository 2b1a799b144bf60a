//! Verdicts by the writer's rule.

use super::{figures, is};
use crate::stats::plain::day;
use serde_json::{Value, json};

const SILBERNAGEL: &str = "[rules]\npreset = \"silbernagel\"\n";
const WITHIN_48H: &str = "[rules]\npreset = \"within-48h\"\n";

/// The day that is judged; those before it are its history.
const DAY: i64 = 20;

/// A run with the scores of a list such as `1,2,2,1`: before, during, after, next day, a dash for none.
fn run(scores: &str) -> String {
    let names = ["before", "during", "after", "next_day", "settled_hours"];
    let given = names.into_iter().zip(scores.split(',')).filter(|(_, score)| *score != "–");
    let pain: Vec<_> = given.map(|(name, score)| format!("{name}: {score}")).collect();
    format!("sessions: [run]\npain: {{{}}}", pain.join(", "))
}

/// The verdict of [`DAY`] and its reason: `red, rise`.
fn verdict(rule: &str, entries: &[(i64, &str)]) -> String {
    let figures = figures(rule, entries);
    let date = day(DAY).to_string();
    let row = figures["verdicts"].as_array().expect("verdicts").iter().find(|row| row["date"] == date.as_str());
    let Some(row) = row else { return "none".to_owned() };
    let word = row["verdict"].as_str().expect("a word");
    row["why"].as_str().map_or_else(|| word.to_owned(), |why| format!("{word}, {why}"))
}

/// Seven mornings, each the `before` of its day, and then the run.
fn after_mornings(score: &str, scores: &str) -> String {
    let (before, run) = (format!("pain: {{before: {score}}}"), run(scores));
    let mut days: Vec<(i64, &str)> = (DAY - 7..DAY).map(|d| (d, before.as_str())).collect();
    days.push((DAY, &run));
    verdict(SILBERNAGEL, &days)
}

#[test]
fn silbernagel_without_a_history() {
    for (scores, expected) in [
        ("1,2,2,1", "green"),
        ("1,4,3,1", "amber"),
        // 3 is above 1 and its tolerance of 1.
        ("1,3,3,3", "red, rise"),
        ("0,1,1,1", "green"),
        ("0,6,4,0", "red, peak"),
        ("6,2,2,5", "red, start"),
        // 4 is above the 3 of any morning.
        ("4,4,4,4", "red, morning"),
        ("1,4,3,–", "grey"),
        // Without a before and a next_day the day before there is no reference.
        ("–,2,2,1", "grey"),
        // A peak or a start above the ceiling needs no morning.
        ("–,6,–,–", "red, peak"),
        ("6,1,–,–", "red, start"),
        // Exactly the limits.
        ("5,3,–,3", "green"),
        ("2,5,–,3", "amber"),
    ] {
        assert_eq!(verdict(SILBERNAGEL, &[(DAY, &run(scores))]), expected, "{scores}");
    }
}

#[test]
fn silbernagel_with_seven_mornings_before() {
    assert_eq!(after_mornings("1", "–,2,2,1"), "green");
    // The day's own 3 before is not what 3 is compared with.
    assert_eq!(after_mornings("1", "3,3,3,3"), "red, rise");
    assert_eq!(after_mornings("2", "5,4,4,5"), "red, morning");
    assert_eq!(after_mornings("2", "4,3,3,3"), "green");
    // Six are no history, and the fifteenth day before is too long ago: the start of 3 is the reference.
    let (before, judged) = ("pain: {before: 1}", run("3,3,3,3"));
    let mut days: Vec<(i64, &str)> = (DAY - 6..DAY).map(|d| (d, before)).collect();
    days.extend([(DAY - 15, before), (DAY, &judged)]);
    assert_eq!(verdict(SILBERNAGEL, &days), "green");
    // The fourteenth is not.
    days.push((DAY - 14, before));
    assert_eq!(verdict(SILBERNAGEL, &days), "red, rise");
}

#[test]
fn within_48_hours() {
    let first = |next: &str| run(&format!("1,3,–,{next}"));
    let second = |next: &str| format!("pain: {{next_day: {next}}}");
    for (next, after_next, expected) in [
        ("2", None, "amber"),
        ("3", Some("2"), "amber"),
        ("3", Some("3"), "red, rise"),
        // The bound broken by the last one looked at.
        ("3", Some("4"), "red, morning"),
        ("5", Some("2"), "amber"),
        ("3", None, "grey"),
        ("–", Some("1"), "amber"),
        ("–", Some("3"), "red, rise"),
        ("–", None, "grey"),
    ] {
        let (first, second) = (first(next), after_next.map(second));
        let mut days = vec![(DAY, first.as_str())];
        days.extend(second.iter().map(|second| (DAY + 1, second.as_str())));
        assert_eq!(verdict(WITHIN_48H, &days), expected, "{next}, then {after_next:?}");
    }
    // The hours until it had settled decide alone.
    assert_eq!(verdict(WITHIN_48H, &[(DAY, &run("1,3,–,3,40"))]), "amber");
    assert_eq!(verdict(WITHIN_48H, &[(DAY, &run("1,3,–,1,60"))]), "red, hours");
    assert_eq!(verdict(WITHIN_48H, &[(DAY, &run("–,3,–,–,48"))]), "amber");
    assert_eq!(verdict(WITHIN_48H, &[(DAY, &run("1,4,–,1,40"))]), "red, peak");
    assert_eq!(verdict(WITHIN_48H, &[(DAY, &run("0,0,0,1"))]), "green");
    // With 24 hours a second morning is not looked at.
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, &run("1,3,–,3")), (DAY + 1, "pain: {next_day: 1}")]), "red, rise");
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, &run("1,3,–,1,25"))]), "red, hours");
}

#[test]
fn custom_limits_and_what_is_left_out_of_them() {
    let limits = |more: &str| format!("[rules]\npreset = \"custom\"\nlow = 1\nceiling = 4\n{more}");
    let judged = |more: &str, scores: &str| verdict(&limits(more), &[(DAY, &run(scores))]);
    assert_eq!(judged("", "2,1,1,2"), "green");
    assert_eq!(judged("", "2,1.5,1,2"), "amber");
    // No tolerance and no bound for mornings where none is typed, one morning looked at.
    assert_eq!(judged("", "2,1,1,2.5"), "red, rise");
    assert_eq!(judged("tolerance = 0.5\n", "2,1,1,2.5"), "green");
    assert_eq!(judged("", "4,1,1,4"), "green");
    assert_eq!(judged("morning = 3\n", "4,1,1,4"), "red, morning");
    assert_eq!(judged("", "2,4.5,–,–"), "red, peak");
    let late = run("2,1,1,3");
    let second = [(DAY, late.as_str()), (DAY + 1, "pain: {next_day: 2}")];
    assert_eq!(verdict(&limits(""), &second), "red, rise");
    assert_eq!(verdict(&limits("window_hours = 48\n"), &second), "green");
}

#[test]
fn which_morning_and_which_start() {
    let unknown_next = run("1,2,2,–");
    // Without a next_day the next day's before is looked at, and a next_day goes before it.
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, &unknown_next), (DAY + 1, "pain: {before: 2}")]), "green");
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, &unknown_next), (DAY + 1, "pain: {before: 3}")]), "red, rise");
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, &run("1,2,2,1")), (DAY + 1, "pain: {before: 9}")]), "green");
    // Without a before the start is what the day before said of this morning.
    let before = (DAY - 1, "pain: {next_day: 1}");
    assert_eq!(verdict(SILBERNAGEL, &[before, (DAY, &run("–,2,2,2"))]), "green");
    assert_eq!(verdict(SILBERNAGEL, &[before, (DAY, &run("–,2,2,3"))]), "red, rise");
    assert_eq!(verdict(SILBERNAGEL, &[(DAY - 1, "pain: {next_day: 6}"), (DAY, &run("–,2,2,2"))]), "red, start");
    // The before is nearest to what was done.
    assert_eq!(verdict(SILBERNAGEL, &[(DAY - 1, "pain: {next_day: 6}"), (DAY, &run("2,2,2,2"))]), "green");
}

#[test]
fn days_that_have_a_verdict() {
    let scored = "pain: {before: 1, during: 2, next_day: 1}";
    for (done, expected) in [
        ("", "none"),
        ("rest: true\n", "none"),
        ("sessions: [bike]\n", "green"),
        ("mileage: 5 km\n", "green"),
        ("mileage: 0\n", "green"),
        ("exercises: [Bridge 3x8]\n", "green"),
        ("sessions: [{type: run, planned: true}]\n", "none"),
        // The writer's own word, whatever else the day has.
        ("sessions: [run]\nsetback: the kerb\n", "said"),
        ("flare: true\n", "said"),
        ("flare: false\nsessions: [run]\n", "green"),
    ] {
        assert_eq!(verdict(SILBERNAGEL, &[(DAY, &format!("{done}{scored}"))]), expected, "{done}");
    }
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, "setback: the kerb")]), "said");
    // Neither a during nor an after.
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, "sessions: [run]\npain: {before: 1, next_day: 1, worst: 2}")]), "none");
    // A session's are the day's.
    assert_eq!(
        verdict(SILBERNAGEL, &[(DAY, "sessions: [{type: run, pain: 2}]\npain: {before: 1, next_day: 1}")]),
        "green"
    );
}

#[test]
fn the_rule_in_force_is_the_latest_on_or_before_the_day() {
    let run = run("1,3,–,3");
    let days: Vec<(i64, &str)> = [0, 10, 11, 20, 30].map(|d| (d, run.as_str())).to_vec();
    let rows = |rules: &str| -> Vec<Value> {
        let row = |row: &Value| json!([row["date"], row["rule"], row["verdict"], row["why"]]);
        figures(rules, &days)["verdicts"].as_array().expect("verdicts").iter().map(row).collect()
    };
    // Nobody chose a rule, so that nothing is judged.
    assert_eq!(rows(""), Vec::<Value>::new());
    let late = "[[rules]]\npreset = \"custom\"\nlow = 3\nceiling = 3\nmorning = 3\ntolerance = 2\nfrom = 2020-08-23\n";
    let early = "[[rules]]\npreset = \"silbernagel\"\nfrom = 2020-08-14\n";
    // Day 11 is 14 August, day 20 the 23rd; written in either order.
    let expected = [
        json!(["2020-08-14", "silbernagel", "red", "rise"]),
        json!(["2020-08-23", "custom", "green", null]),
        json!(["2020-09-02", "custom", "green", null]),
    ];
    assert_eq!(rows(&format!("{early}{late}")), expected);
    assert_eq!(rows(&format!("{late}{early}")), expected);
    // One without `from` is the oldest; of two from one day the last in the file holds.
    let oldest = "[[rules]]\npreset = \"within-48h\"\n";
    let names =
        |rules: &str| rows(rules).iter().map(|row| row[1].as_str().expect("a name").to_owned()).collect::<Vec<_>>();
    assert_eq!(
        names(&format!("{late}{early}{oldest}")),
        ["within-48h", "within-48h", "silbernagel", "custom", "custom"]
    );
    let same_day = "[[rules]]\npreset = \"within-48h\"\nfrom = 2020-08-14\n";
    assert_eq!(names(&format!("{early}{same_day}")), ["within-48h"; 3]);
    assert_eq!(names(&format!("{same_day}{early}")), ["silbernagel"; 3]);
}

#[test]
fn a_list_is_judged_place_by_place_and_the_worst_wins() {
    let day = |left: &str, knee: &str| {
        let place = |site: &str, scores: &str| run(scores).replace("sessions: [run]\npain: {", &format!("{{{site}, "));
        let (left, knee) = (place("site: hamstring, side: left", left), place("site: knee", knee));
        format!("sessions: [run]\npain: [{left}, {knee}]")
    };
    let judged = |left: &str, knee: &str| verdict(SILBERNAGEL, &[(DAY, &day(left, knee))]);
    assert_eq!(judged("1,2,2,1", "1,2,2,1"), "green");
    assert_eq!(judged("1,2,2,1", "1,4,2,1"), "amber");
    assert_eq!(judged("1,4,2,1", "1,2,2,–"), "grey");
    assert_eq!(judged("1,2,2,–", "1,2,2,3"), "red, rise");
    // Of several reds the first in the list.
    assert_eq!(judged("1,6,2,1", "1,2,2,3"), "red, peak");
    assert_eq!(judged("1,2,2,3", "1,6,2,1"), "red, rise");
    // Each has its own points: 3 the next morning is no rise where that place began at 3.
    assert_eq!(judged("3,3,3,3", "0,1,1,0"), "green");
    // A place without a during or an after has no verdict of its own.
    assert_eq!(judged("1,2,2,1", "6,–,–,6"), "green");
    // One that names no place is a place too, in a list; words alone are none.
    let list =
        |last: &str| format!("sessions: [run]\npain: [{{site: knee, before: 3, during: 3, next_day: 3}}, {last}]");
    let judged = |last: &str| verdict(SILBERNAGEL, &[(DAY, &list(last))]);
    assert_eq!(judged("{during: 2, next_day: 2}"), "grey");
    assert_eq!(judged("{before: 2, during: 2, next_day: 2}"), "green");
    assert_eq!(judged("{site: back, words: stiff}"), "green");
    // Elsewhere it is of the day's only place: a session's score is judged with what its entry says.
    let session = "sessions: [{type: run, pain: 4}]\npain: {site: knee, before: 1, next_day: 1}";
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, session)]), "amber");
    // Two entries of a day that name two places are one list.
    let (knee, hip) =
        ("pain: {site: knee, before: 1, during: 1, next_day: 1}", "pain: {site: hip, during: 1, next_day: 1}");
    let run = "sessions: [run]";
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, run), (DAY, knee), (DAY, hip)]), "grey");
    // Of several reds the first in the order of paths, in which an entry without a score has no place.
    let (red_knee, red_hip) = ("pain: {site: knee, during: 6}", "pain: {site: hip, before: 6, during: 1}");
    let unplaced = "pain: {before: 1, during: 1, next_day: 9}";
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, run), (DAY, red_knee), (DAY, red_hip), (DAY, unplaced)]), "red, peak");
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, run), (DAY, red_hip), (DAY, unplaced), (DAY, red_knee)]), "red, start");
    assert_eq!(verdict(SILBERNAGEL, &[(DAY, unplaced), (DAY, red_knee), (DAY, red_hip), (DAY, run)]), "red, morning");
    // Its reference is that place's mornings: seven of 1 for the hamstring, none for the knee, which starts at 2.
    let history = day("1,–,–,–", "–,–,–,–").replace("sessions: [run]\n", "").replace(", {site: knee, }", "");
    let mut days: Vec<(i64, &str)> = (DAY - 7..DAY).map(|d| (d, history.as_str())).collect();
    let own = day("3,2,2,3", "3,2,2,3");
    days.push((DAY, &own));
    assert_eq!(verdict(SILBERNAGEL, &days), "red, rise");
    let knee = day("1,2,2,1", "3,2,2,3");
    let last = days.len() - 1;
    days[last].1 = &knee;
    assert_eq!(verdict(SILBERNAGEL, &days), "green");
}

#[test]
fn runs_that_settled_in_a_row() {
    let (green, amber, red) = (run("1,2,2,1"), run("1,4,3,1"), run("1,6,2,1"));
    let walk = red.replace("[run]", "[walk]");
    let (grey, said) = (run("1,2,2,–"), "setback: the kerb");
    // Green, amber and green are three, the grey one between them changes nothing; the red walk is no run, the red run ends
    // them; then two more, which the setback ends, and one.
    let days = [
        (0, green.as_str()),
        (2, &amber),
        (4, &grey),
        (6, &green),
        (8, &walk),
        (10, &red),
        (12, &green),
        (14, &amber),
        (16, said),
        (18, &green),
    ];
    is(&figures(SILBERNAGEL, &days)["pain"]["settled_runs"], &json!({"longest": 3, "current": 1}));
    assert_eq!(figures("", &days)["pain"].get("settled_runs"), None);
    // Bare mileage is a run, 0 is none.
    let bare = |mileage: &str| green.replace("sessions: [run]", &format!("mileage: {mileage}"));
    let (five, none) = (bare("5 km"), bare("0"));
    is(
        &figures(SILBERNAGEL, &[(0, &five), (2, &none), (4, &five)])["pain"]["settled_runs"],
        &json!({"longest": 2, "current": 2}),
    );
    is(&figures(SILBERNAGEL, &[])["pain"]["settled_runs"], &json!({"longest": 0, "current": 0}));
}
