//! The worked examples of the definitions, to the digits they are given in.

use super::verdict::{Points, Verdict, judge};
use super::*;
use crate::config::PainRule;
use crate::units::Score;
use change::Tier;
use session_spikes::Band;

/// `3 – 4` as optional values.
fn days(text: &str) -> Vec<Option<f64>> {
    text.split_whitespace().map(|word| word.parse().ok()).collect()
}

fn numbers(text: &str) -> Vec<f64> {
    days(text).into_iter().flatten().collect()
}

/// A value to the digits of the expected one.
#[track_caller]
fn is(value: f64, expected: &str) {
    let places = expected.split_once('.').map_or(0, |(_, places)| places.len());
    assert_eq!(format!("{value:.places$}"), expected);
}

#[test]
fn medians_and_means() {
    assert_eq!((median(&[]), mean(&[])), (None, None));
    assert_eq!((median(&[3.0]), mean(&[3.0])), (Some(3.0), Some(3.0)));
    assert_eq!((median(&[5.0, 1.0, 4.0, 2.0]), mean(&[5.0, 1.0, 4.0, 2.0])), (Some(3.0), Some(3.0)));
}

#[test]
fn a_change_is_held_against_a_yardstick() {
    let tiers =
        [(6.0, 4.0), (8.0, 6.0), (3.0, 2.0), (6.0, 4.5), (0.0, 2.0), (0.0, 1.0), (2.0, 5.0)].map(|(from, to)| {
            let change = change::change(from, to);
            (change.points, change.percent.map(|p| format!("{p:.1}")), change.tier)
        });
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        tiers,
        [
            (2.0, some("33.3"), Tier::Clear),
            (2.0, some("25.0"), Tier::Borderline),
            (1.0, some("33.3"), Tier::Borderline),
            (1.5, some("25.0"), Tier::Below),
            (-2.0, None, Tier::Borderline),
            (-1.0, None, Tier::Below),
            (-3.0, some("-150.0"), Tier::Clear),
        ]
    );
    assert_eq!(
        [Tier::Clear, Tier::Borderline, Tier::Below].map(Tier::words),
        ["clear", "borderline", "below the yardstick"]
    );
}

const SILBERNAGEL: PainRule = PainRule {
    preset: "silbernagel",
    from: None,
    low: 3.0,
    ceiling: 5.0,
    morning: 3.0,
    tolerance: 1.0,
    window_hours: 24,
    provenance: String::new(),
};
const WITHIN_48H: PainRule = PainRule {
    preset: "within-48h",
    from: None,
    low: 0.0,
    ceiling: 3.0,
    morning: 3.0,
    tolerance: 1.0,
    window_hours: 48,
    provenance: String::new(),
};

/// `1 4 3 – 2` as start, during, after, the next morning and the one after it.
fn points(text: &str) -> Points {
    let score = |at: usize| days(text).get(at).copied().flatten().and_then(Score::new);
    let mornings = [score(3), score(4)];
    Points { start: score(0), during: score(1), after: score(2), mornings, usual: None, settled_hours: None }
}

/// `red, rise`; `nothing` where there is nothing to judge.
fn said(points: Points, rule: &PainRule) -> String {
    let Some(judged) = judge(points, rule) else { return "nothing".to_owned() };
    let why = judged.why.map_or(String::new(), |why| format!(", {}", why.word()));
    format!("{}{why}", judged.verdict.word())
}

#[test]
fn verdicts_by_the_published_rule() {
    for (given, expected) in [
        ("1 2 2 1", "green"),
        ("1 4 3 1", "amber"),
        ("1 3 3 3", "red, rise"),
        ("0 1 1 1", "green"),
        ("0 6 4 0", "red, peak"),
        ("6 2 2 5", "red, start"),
        ("4 4 4 4", "red, morning"),
        ("1 4 3 –", "grey"),
        ("– 2 2 1", "grey"),
        ("1 – – 1", "nothing"),
        ("– 6 – –", "red, peak"),
    ] {
        assert_eq!(said(points(given), &SILBERNAGEL), expected, "{given}");
    }
}

#[test]
fn a_history_of_mornings_says_what_is_usual() {
    for (given, usual, expected) in [
        ("– 2 2 1", 1.0, "green"),
        ("3 3 3 3", 1.0, "red, rise"),
        ("5 4 4 5", 2.0, "red, morning"),
        ("4 3 3 3", 2.0, "green"),
    ] {
        assert_eq!(said(Points { usual: Some(usual), ..points(given) }, &SILBERNAGEL), expected, "{given}");
    }
}

#[test]
fn verdicts_within_48_hours() {
    for (given, expected) in [
        ("1 3 3 2 –", "amber"),
        ("1 3 3 3 2", "amber"),
        ("1 3 3 3 3", "red, rise"),
        ("1 3 3 3 –", "grey"),
        ("1 3 3 – 1", "amber"),
        ("1 4 4 2 –", "red, peak"),
        ("0 0 0 0 –", "green"),
    ] {
        assert_eq!(said(points(given), &WITHIN_48H), expected, "{given}");
    }
    // Hours decide alone: the next day lies above the level before, and does not matter.
    let with = |text: &str, hours| said(Points { settled_hours: Some(hours), ..points(text) }, &WITHIN_48H);
    assert_eq!(
        [with("– 3 – –", 40.0), with("– 3 – –", 60.0), with("0 3 2 3 3", 48.0)],
        ["amber", "red, hours", "amber"]
    );
}

#[test]
fn the_worst_place_decides() {
    let worst = |texts: &[&str]| {
        verdict::worst(texts.iter().filter_map(|text| judge(points(text), &SILBERNAGEL))).map(|j| j.verdict.word())
    };
    assert_eq!(worst(&["1 2 2 1", "1 4 3 1"]), Some("amber"));
    assert_eq!(worst(&["1 4 3 1", "1 2 2 –"]), Some("grey"));
    assert_eq!(worst(&["1 2 2 –", "1 2 2 3", "1 2 2 1"]), Some("red"));
    assert_eq!(worst(&[]), None);
}

#[test]
fn mornings_rise_where_two_weeks_lie_above_the_four_before() {
    let weeks = |text: &str| -> Vec<Vec<f64>> { text.split('|').map(numbers).collect() };
    let show = |text: &str| -> Vec<(usize, f64, usize, bool)> {
        weekly::mornings(weeks(text)).iter().map(|m| (m.week, m.median, m.n, m.rise)).collect()
    };
    // Three mornings are too few for a week to be listed.
    assert_eq!(show("1 1 2 2|5 5 5|2 2 3 3 3"), [(0, 1.5, 4, false), (2, 3.0, 5, false)]);
    let rise = |text: &str| weekly::mornings(weeks(text)).iter().filter(|m| m.rise).map(|m| m.week).collect::<Vec<_>>();
    assert_eq!(rise("1 1 1 1|1 1 1 1|2 2 2 2|1 1 1 1|3 3 3 3|3 3 3 3"), [5]);
    // One of the four weeks may be missing, not two; and the week before must be there.
    assert_eq!(rise("1 1 1 1||2 2 2 2|1 1 1 1|3 3 3 3|3 3 3 3"), [5]);
    assert_eq!(rise("1 1 1 1||2|1 1 1 1|3 3 3 3|3 3 3 3"), [0; 0]);
    assert_eq!(rise("1 1 1 1|1 1 1 1|1 1 1 1|1 1 1 1||3 3 3 3|3 3 3 3"), [6]);
    assert_eq!(rise("1 1 1 1|1 1 1 1|1 1 1 1|1 1 1 1|2 2 2 2|3 3 3 3"), [0; 0]);
    // Five weeks hold no four before the two.
    assert_eq!(rise("1 1 1 1|1 1 1 1|1 1 1 1|3 3 3 3|3 3 3 3"), [4]);
}

#[test]
fn rolling_windows_need_their_least() {
    let values = days("3 – 4 5 – – 2 1 – – – – – 3");
    let means = |least| {
        rolling::rolling(&values, 7, least).iter().map(|r| (r.day, format!("{:.4}", r.mean))).collect::<Vec<_>>()
    };
    let expected =
        |list: &[(usize, &str)]| list.iter().map(|(day, mean)| (*day, (*mean).to_owned())).collect::<Vec<_>>();
    assert_eq!(means(4), expected(&[(6, "3.5000"), (7, "3.0000"), (8, "3.0000")]));
    assert_eq!(
        means(3),
        expected(&[
            (3, "4.0000"),
            (4, "4.0000"),
            (5, "4.0000"),
            (6, "3.5000"),
            (7, "3.0000"),
            (8, "3.0000"),
            (9, "2.6667")
        ])
    );
    assert_eq!(rolling::medians(&values, 7, 4), days("– – – – – – 3.5 3 3 – – – – –"));
    assert_eq!(rolling::rolling(&values, 7, 4)[0].n, 4);
}

#[test]
fn load_monotony_and_strain_of_a_week() {
    let week = load::week(&days("300 0 240 0 400 0 180")).expect("seven days that differ");
    is(week.monotony, "1.0557");
    is(week.strain, "1182.34");
    for none in [
        "300 0 240 0 400 0 –",
        "300 0 240 0 400 0",
        "0 0 0 0 0 0 0",
        "50 50 50 50 50 50 50",
        "33.3 33.3 33.3 33.3 33.3 33.3 33.3",
    ] {
        assert_eq!(load::week(&days(none)), None, "{none}");
    }
    // The deviation is that of the population: 234.52 for the figures that a glossary gets wrong.
    let week = load::week(&days("600 200 400 500 100 650 0")).expect("seven days that differ");
    is(350.0 / week.monotony, "234.52");
}

#[test]
fn three_ratios_of_one_week_disagree() {
    let values = [vec![Some(5.0); 21], days("5 0 8 0 5 0 10")].concat();
    let acwr = acwr::acwr(&values);
    is(acwr.coupled.expect("28 days"), "0.8421");
    is(acwr.uncoupled.expect("28 days"), "0.8000");
    is(acwr.ewma.expect("28 days"), "1.0142");
    is(acwr::ewma(&values, 7).expect("a value"), "4.7258");
    is(acwr::ewma(&values, 28).expect("a value"), "4.6597");
    let so_far = |n: usize| acwr::ewma(&days("10 0 20 0 0 30 10")[..n], 3);
    let all = [10.0, 5.0, 12.5, 6.25, 3.125, 16.5625, 13.28125];
    assert_eq!((1..=7).map(so_far).collect::<Vec<_>>(), all.map(Some));
    // An unknown day leaves the mean as it is.
    assert_eq!(acwr::ewma(&days("– 10 – 0 –"), 3), Some(5.0));
}

#[test]
fn ratios_are_undefined_where_little_is_known() {
    let known =
        |n: usize, of: usize| -> Vec<Option<f64>> { (0..of).map(|day| (day >= of - n).then_some(5.0)).collect() };
    let defined = |values: &[Option<f64>]| {
        let acwr = acwr::acwr(values);
        (acwr.coupled.is_some(), acwr.uncoupled.is_some(), acwr.ewma.is_some(), acwr.n)
    };
    assert_eq!(defined(&known(23, 28)), (true, true, false, 23));
    assert_eq!(defined(&known(22, 28)), (false, false, false, 22));
    assert_eq!(defined(&known(27, 27)), (true, true, false, 27));
    // The third counts from the first known day on: 28 known days, and four of five.
    assert_eq!(defined(&known(28, 90)), (true, true, true, 28));
    let gappy = |unknown: usize| [vec![Some(5.0)], vec![None; unknown], vec![Some(5.0); 27]].concat();
    assert_eq!((defined(&gappy(7)).2, defined(&gappy(8)).2), (true, false));
    assert_eq!(defined(&vec![Some(0.0); 30]), (false, false, false, 28));
    assert_eq!(defined(&[]), (false, false, false, 0));
    // Only the last week was run: nothing to divide by for the second.
    let values = [vec![Some(0.0); 21], vec![Some(5.0); 7]].concat();
    assert_eq!(defined(&values), (true, false, true, 28));
    assert_eq!(acwr::acwr(&values).coupled, Some(4.0));
}

#[test]
fn change_from_week_to_week() {
    let weeks = [10, 11, 14, 14, 7, 0, 6];
    let changes: Vec<String> = weeks
        .windows(2)
        .map(|pair| weekly::change(pair[0], pair[1]).map_or("–".to_owned(), |c| format!("{:+.1}", c * 100.0)))
        .collect();
    assert_eq!(changes, ["+10.0", "+27.3", "+0.0", "-50.0", "-100.0", "–"]);
}

#[test]
fn runs_longer_than_those_of_the_thirty_days_before() {
    let bands = [5400, 5500, 5501, 6500, 6501, 8000, 10_000, 10_001, 11_000].map(|metres| Band::of(metres, 5000));
    let (small, moderate, large) = (Some(Band::Small), Some(Band::Moderate), Some(Band::Large));
    assert_eq!(bands, [None, None, small, small, moderate, moderate, moderate, large, large]);
    let spikes = |runs: &[(usize, u32)]| {
        session_spikes::session_spikes(runs, &[true; 60])
            .iter()
            .map(|s| (s.day, s.longest, s.band.word(), s.ratio))
            .collect::<Vec<_>>()
    };
    assert_eq!(spikes(&[(0, 5000), (30, 8000)]), [(30, 5000, "moderate", 1.6)]);
    assert_eq!(spikes(&[(0, 5000), (31, 8000)]), []);
    // Those of the same day don't count, and none or 0 m is nothing to compare with.
    assert_eq!(spikes(&[(0, 5000), (16, 11_000), (16, 6000)]), [(16, 5000, "large", 2.2), (16, 5000, "small", 1.2)]);
    assert_eq!(spikes(&[(0, 0), (16, 6000)]), []);
    // Of fifteen of the thirty days before it has to be known what was run; days before the first are not.
    let known = |n: usize| -> Vec<bool> { (0..60).map(|day| day < n).collect() };
    let n_spikes = |n: usize| session_spikes::session_spikes(&[(0, 5000), (20, 8000)], &known(n)).len();
    assert_eq!((n_spikes(15), n_spikes(14)), (1, 0));
}

#[test]
fn a_ladder_goes_up_and_down() {
    let outcome = |letter: &str| match letter {
        "G" => Verdict::Green,
        "A" => Verdict::Amber,
        "R" => Verdict::Red,
        "S" => Verdict::Said,
        _ => Verdict::Grey,
    };
    let climb = |text: &str, top: usize| {
        ladder::climb(text.split_whitespace().map(outcome), 2, top).iter().map(|rung| rung.level).collect::<Vec<_>>()
    };
    let levels = |text: &str| climb(text, 9);
    assert_eq!(levels("G G G A G G R G G"), [1, 2, 2, 2, 2, 3, 2, 2, 3]);
    assert_eq!(levels("R R G ? G"), [1, 1, 1, 1, 2]);
    assert_eq!(levels("G G G S"), [1, 2, 2, 1]);
    // From the top, a red one leads one down, however many green ones came before.
    assert_eq!(climb("G G G G G G R", 2), [1, 2, 2, 2, 2, 2, 1]);
    assert_eq!(climb("G G", 0), [1, 1]);
}

#[test]
fn strength_work_in_units_of_its_own() {
    let done =
        strength::Done { sets: Some(3), reps: &[8], kilograms: &[12.0], hold: None, tempo: None, both_sides: false };
    assert_eq!(done.volume(), Some(288.0));
    assert_eq!(strength::Done { both_sides: true, ..done }.volume(), Some(576.0));
    assert_eq!(strength::Done { tempo: Some("3-0-3-0"), ..done }.under_tension(), Some(144.0));
    assert_eq!(strength::Done { tempo: Some("slow"), ..done }.under_tension(), None);
    let hold = strength::Done { sets: Some(5), reps: &[], hold: Some(45.0), kilograms: &[], ..done };
    assert_eq!((hold.held(), hold.volume(), hold.held_load()), (Some(225.0), None, None));
    assert_eq!(strength::Done { kilograms: &[20.0], ..hold }.held_load(), Some(4500.0));
    // A list of repetitions is summed; without a load the volume is unknown, not nothing.
    assert_eq!(strength::Done { reps: &[8, 8, 6], ..done }.volume(), Some(264.0));
    assert_eq!(strength::Done { sets: None, ..done }.volume(), Some(96.0));
    assert_eq!(strength::Done { kilograms: &[], ..done }.volume(), None);
    // A load for each set counts set by set.
    let rising = strength::Done { kilograms: &[20.0, 22.5, 25.0], ..done };
    assert_eq!(rising.volume(), Some(540.0));
    assert_eq!(strength::Done { reps: &[8, 8, 6], ..rising }.volume(), Some(490.0));
    assert_eq!(strength::Done { sets: None, both_sides: true, ..rising }.volume(), Some(1080.0));
    let held = strength::Done { sets: Some(3), reps: &[], hold: Some(45.0), ..rising };
    assert_eq!(held.held_load(), Some(3037.5));
}

#[test]
fn adherence_caps_each_week() {
    let sum = |weeks: &[(u32, usize)]| {
        let mut sum = adherence::Adherence::default();
        weeks.iter().for_each(|(noted, known)| sum.add_week(*noted, *known, 3));
        sum
    };
    let four = sum(&[(3, 7), (4, 7), (1, 5), (3, 6)]);
    assert_eq!((four.done, four.prescribed, four.beyond, four.counted), (10, 12, 1, 4));
    is(four.rate().expect("four weeks") * 100.0, "83.3");
    assert_eq!(sum(&[]).rate(), None);
    // Weeks of which less than five days are known are not counted; where they are more than half, there is no share.
    let some = sum(&[(3, 7), (1, 4)]);
    assert_eq!((some.done, some.prescribed, some.rate()), (3, 3, Some(1.0)));
    let few = sum(&[(3, 7), (1, 4), (0, 0)]);
    assert_eq!((few.done, few.prescribed, few.rate()), (3, 3, None));
}

#[test]
fn a_missing_day_breaks_a_streak() {
    let strict = streaks::streak(&days("1 0 0 – 0 0 0 2 0"), |value| *value == Some(0.0));
    assert_eq!((strict.longest, strict.current), (3, 1));
}

#[test]
fn a_spike_has_an_onset_an_end_and_an_excess() {
    let spikes = spikes::spikes(&days("2 2 1 2 2 2 1 2 5 5 4 3 2 2 2"));
    let expected = spikes::Spike { onset: 8, end: Some(10), days: 3, known: 3, baseline: 2.0, peak: 5.0, excess: 8.0 };
    assert_eq!(spikes, [expected]);
}

#[test]
fn spikes_end_late_or_never_and_follow_each_other() {
    let show =
        |text: &str| spikes::spikes(&days(text)).iter().map(|s| (s.onset, s.end, s.days, s.excess)).collect::<Vec<_>>();
    // One day of it, six values before it, or a missing second day make no spike.
    assert_eq!(show("2 2 2 2 2 2 2 5 2 2"), []);
    assert_eq!(show("2 2 2 2 2 2 5 5"), []);
    assert_eq!(show("2 2 2 2 2 2 2 5 – 5"), []);
    // Never over: measured through the last day, the missing one too.
    assert_eq!(show("2 2 2 2 2 2 2 5 5 – 2"), [(7, None, 4, 6.0)]);
    // A single good day does not end it; what follows its end is looked at again.
    assert_eq!(show("2 2 2 2 2 2 2 5 5 3 4 3 3 6 6"), [(7, Some(10), 4, 9.0), (13, None, 2, 8.0)]);
}

#[test]
fn spikes_whose_end_is_not_known() {
    let week = "2 2 2 2 2 2 2";
    let show = |rest: &str| {
        let all = spikes::spikes(&days(&format!("{week} {rest}")));
        all.iter().map(|s| (s.onset, s.end, s.days, s.known)).collect::<Vec<_>>()
    };
    // Five days without a score: nobody knows whether it went on. Four say nothing.
    assert_eq!(show("5 5 4 – – – – – 2 2"), [(7, None, 3, 3)]);
    assert_eq!(show("5 5 4 – – – – 2 2"), [(7, Some(9), 3, 3)]);
    // A missing day inside counts as a day; the last day of a spike has a score.
    assert_eq!(show("5 5 – 4 – 2 2"), [(7, Some(10), 4, 3)]);
    // It ends within 28 days, its first one among them, or is measured over those; what comes after is looked at again.
    let long = |n: usize| format!("5 5 {}2 2 2", "4 ".repeat(n));
    assert_eq!(show(&long(25)), [(7, Some(33), 27, 27)]);
    assert_eq!(show(&long(26)), [(7, None, 28, 28)]);
    assert_eq!(show(&format!("5 5 {}2 2", "9 ".repeat(30))).first(), Some(&(7, None, 28, 28)));
}

#[test]
fn before_and_after_a_day() {
    let days = |text: &str| text.split(' ').map(|day| day.parse().ok()).collect::<Vec<Option<f64>>>();
    let values = days("9 4 4 – 5 – 5 – 9 3 – 2 2 3 – – 9");
    // 4 4 5 5 and, without the day itself, 3 2 2 3: values further off than seven days are in neither.
    assert_eq!(around::around(&values, 8, 7, 4), Some((4.5, 2.5)));
    assert_eq!(around::around(&values, 8, 7, 5), None);
    assert_eq!(around::around(&values, 1, 7, 4), None);
    assert_eq!(around::around(&values, 16, 7, 1), None);
    assert_eq!(around::around(&values, 99, 7, 0), None);
}

#[test]
fn the_way_back_ends_at_two_low_days_in_a_row() {
    use super::spikes::{Return, back};
    let mut days = vec![Some(1.0); 14];
    days.extend([4.0, 2.0, 3.0, 2.0, 1.0].map(Some));
    assert_eq!(back(&days, 14), Some(Return { baseline: 1.0, days: Some(3), peak: Some(4.0) }));
    assert_eq!(back(&days[..17], 14), Some(Return { baseline: 1.0, days: None, peak: Some(4.0) }));
    assert_eq!(back(&days, 10).map(|found| found.days), Some(Some(0)), "it never left");
    assert_eq!((back(&days, 6), back(&days, 19), back(&[], 3)), (None, None, None), "too few before, or none after");
}
