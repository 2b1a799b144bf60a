//! The worked examples of the definitions, to the digits they are given in.

use super::verdict::{Limits, Points, Verdict, judge};
use super::*;
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
fn a_change_is_told_from_noise() {
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
            (1.5, some("25.0"), Tier::Noise),
            (-2.0, None, Tier::Borderline),
            (-1.0, None, Tier::Noise),
            (-3.0, some("-150.0"), Tier::Clear),
        ]
    );
    assert_eq!(
        [Tier::Clear, Tier::Borderline, Tier::Noise].map(Tier::words),
        ["clear", "borderline", "within day-to-day noise"]
    );
}

const SILBERNAGEL: Limits = Limits { low: 3.0, ceiling: 5.0, window_hours: 24.0, tolerance: 0.0 };
const WITHIN_48H: Limits = Limits { low: 0.0, ceiling: 3.0, window_hours: 48.0, tolerance: 0.0 };

/// `1 4 3 –` as before, during, after and next.
fn points(text: &str) -> Points {
    let score = |at: usize| days(text).get(at).copied().flatten().and_then(Score::new);
    Points { before: score(0), during: score(1), after: score(2), next: score(3), settled_hours: None }
}

fn judged(text: &str, limits: &Limits) -> Option<&'static str> {
    judge(points(text), limits).map(|judged| judged.verdict.word())
}

#[test]
fn verdicts_by_the_published_rule() {
    let given =
        ["1 2 2 1", "1 4 3 1", "1 4 5 1", "1 3 3 3", "0 6 4 0", "1 4 3 –", "0 0 0 0", "1 – – 1", "– 6 – –", "– 5 – 1"];
    let expected = ["green", "amber", "amber", "red", "red", "grey", "green", "nothing", "red", "grey"];
    assert_eq!(given.map(|points| judged(points, &SILBERNAGEL).unwrap_or("nothing")), expected);
}

#[test]
fn verdicts_within_48_hours() {
    let with =
        |text: &str, hours| judge(Points { settled_hours: hours, ..points(text) }, &WITHIN_48H).map(|j| j.verdict);
    assert_eq!(with("– 3 – –", Some(40.0)), Some(Verdict::Amber));
    assert_eq!(with("– 3 – –", Some(60.0)), Some(Verdict::Red));
    // Hours decide alone: the next day lies above the level before, and does not matter.
    assert_eq!(with("0 3 2 2", Some(48.0)), Some(Verdict::Amber));
    assert_eq!(with("0 4 2 0", None), Some(Verdict::Red));
    assert_eq!(with("0 0 0 0", None), Some(Verdict::Green));
}

#[test]
fn a_rule_of_ones_own_has_a_tolerance() {
    let own = Limits { tolerance: 1.0, ..SILBERNAGEL };
    assert_eq!((judged("1 3 3 2", &own), judged("1 3 3 2.5", &own)), (Some("green"), Some("red")));
}

#[test]
fn the_worst_place_decides() {
    let worst = |texts: &[&str]| {
        verdict::worst(texts.iter().filter_map(|text| judge(points(text), &SILBERNAGEL))).map(|j| j.verdict.word())
    };
    assert_eq!(worst(&["1 2 2 1", "1 4 3 1"]), Some("amber"));
    assert_eq!(worst(&["1 4 3 1", "1 2 2 –"]), Some("grey"));
    assert_eq!(worst(&["1 2 2 –", "1 2 2 2", "1 2 2 1"]), Some("red"));
    assert_eq!(worst(&[]), None);
}

#[test]
fn morning_pain_that_rises_from_week_to_week() {
    let rose =
        |before: &str, now: &str| weekly::mornings(&days(before), &days(now)).map(|m| (m.rose(), m.n_before, m.n_now));
    assert_eq!(rose("1 1 2 2 – – –", "2 3 3 – 2 – –"), Ok((true, 4, 4)));
    assert_eq!(rose("1 1 2 2 1 1 1", "1 2 2 1 – – –"), Ok((false, 7, 4)));
    assert_eq!(rose("1 1 2 2 1 1 1", "5 5 5 – – – –"), Err(Undefined::TooFew { n: 3, least: 4 }));
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
    assert_eq!(defined(&known(23, 28)), (true, true, true, 23));
    assert_eq!(defined(&known(22, 28)), (false, false, false, 22));
    assert_eq!(defined(&known(27, 27)), (true, true, false, 27));
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
        session_spikes::session_spikes(runs)
            .iter()
            .map(|s| (s.day, s.longest, s.band.word(), s.ratio))
            .collect::<Vec<_>>()
    };
    assert_eq!(spikes(&[(0, 5000), (30, 8000)]), [(30, 5000, "moderate", 1.6)]);
    assert_eq!(spikes(&[(0, 5000), (31, 8000)]), []);
    // Those of the same day don't count, and none or 0 m is nothing to compare with.
    assert_eq!(spikes(&[(0, 5000), (3, 11_000), (3, 6000)]), [(3, 5000, "large", 2.2), (3, 5000, "small", 1.2)]);
    assert_eq!(spikes(&[(0, 0), (3, 6000)]), []);
}

#[test]
fn a_ladder_goes_up_and_down() {
    let outcome = |letter: &str| match letter {
        "G" => Verdict::Green,
        "A" => Verdict::Amber,
        "R" => Verdict::Red,
        _ => Verdict::Grey,
    };
    let climb = |text: &str, top: usize| {
        ladder::climb(text.split_whitespace().map(outcome), 2, top).iter().map(|rung| rung.level).collect::<Vec<_>>()
    };
    let levels = |text: &str| climb(text, 9);
    assert_eq!(levels("G G G A G G R G G"), [1, 2, 2, 2, 2, 3, 2, 2, 3]);
    assert_eq!(levels("R R G ? G"), [1, 1, 1, 1, 2]);
    // From the top, a red one leads one down, however many green ones came before.
    assert_eq!(climb("G G G G G G R", 2), [1, 2, 2, 2, 2, 2, 1]);
    assert_eq!(climb("G G", 0), [1, 1]);
}

#[test]
fn strength_work_in_units_of_its_own() {
    let done =
        strength::Done { sets: Some(3), reps: &[8], kilograms: Some(12.0), hold: None, tempo: None, both_sides: false };
    assert_eq!(done.volume(), Some(288.0));
    assert_eq!(strength::Done { both_sides: true, ..done }.volume(), Some(576.0));
    assert_eq!(strength::Done { tempo: Some("3-0-3-0"), ..done }.under_tension(), Some(144.0));
    assert_eq!(strength::Done { tempo: Some("slow"), ..done }.under_tension(), None);
    let hold = strength::Done { sets: Some(5), reps: &[], hold: Some(45.0), kilograms: None, ..done };
    assert_eq!((hold.held(), hold.volume(), hold.held_load()), (Some(225.0), None, None));
    assert_eq!(strength::Done { kilograms: Some(20.0), ..hold }.held_load(), Some(4500.0));
    // A list of repetitions is summed; without a load the volume is unknown, not nothing.
    assert_eq!(strength::Done { reps: &[8, 8, 6], ..done }.volume(), Some(264.0));
    assert_eq!(strength::Done { sets: None, ..done }.volume(), Some(96.0));
    assert_eq!(strength::Done { kilograms: None, ..done }.volume(), None);
}

#[test]
fn adherence_caps_each_week() {
    let adherence = adherence::adherence([3, 4, 1, 3], 3);
    assert_eq!((adherence.done, adherence.prescribed, adherence.beyond, adherence.weeks), (10, 12, 1, 4));
    is(adherence.rate().expect("four weeks") * 100.0, "83.3");
    assert_eq!(adherence::adherence([], 3).rate(), None);
}

#[test]
fn a_missing_day_breaks_a_streak_or_is_bridged() {
    let values = days("1 0 0 – 0 0 0 2 0");
    let strict = streaks::streak(&values, |value| *value == Some(0.0));
    assert_eq!((strict.longest, strict.current), (3, 1));
    assert_eq!(streaks::bridged(&values, 0.0, 0), strict);
    let bridged = streaks::bridged(&values, 0.0, 1);
    assert_eq!((bridged.longest, bridged.current), (5, 1));
    assert_eq!(streaks::bridged(&days("0 – – 0"), 0.0, 1).longest, 1);
}

#[test]
fn a_spike_has_an_onset_an_end_and_an_excess() {
    let spikes = spikes::spikes(&days("2 2 1 2 2 2 1 2 5 5 4 3 2 2 2"));
    let expected = spikes::Spike { onset: 8, end: Some(10), days: 3, baseline: 2.0, peak: 5.0, excess: 8.0 };
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
fn the_slope_of_theil_and_sen() {
    let x = numbers("0 1 2 3 5 6 8");
    let y = numbers("5 5 4 4 3 4 2");
    let points: Vec<(f64, f64)> = x.into_iter().zip(y).collect();
    let slope = trend::theil_sen(&points).expect("points");
    is(slope, "-0.3333");
    is(slope * 7.0, "-2.33");
    assert_eq!(trend::theil_sen(&points[..1]), None);
}

#[test]
fn a_trend_needs_ten_values_over_two_weeks() {
    let falling = |n: i32| -> Vec<Option<f64>> { (0..n).map(|day| Some(f64::from(40 - day) / 4.0)).collect() };
    assert_eq!(trend::per_week(&falling(9)), Err(Undefined::TooFew { n: 9, least: 10 }));
    assert_eq!(trend::per_week(&falling(14)), Err(Undefined::TooShort { days: 13, least: 14 }));
    assert_eq!(trend::per_week(&falling(15)), Ok(-1.75));
    assert_eq!(trend::per_week(&[]), Err(Undefined::TooFew { n: 0, least: 10 }));
}

#[test]
fn the_rank_correlation_of_a_published_example() {
    let y = numbers("21 4 9 12 35 18 10 22 24 1 6 8 13 16 19");
    let x = numbers("67 28 30 28 52 40 25 37 44 10 14 20 28 40 51");
    let pairs: Vec<(f64, f64)> = y.into_iter().zip(x).collect();
    let found = lag::correlate(&pairs);
    is(found.rho.expect("fifteen pairs"), "0.8699639");
    let (low, high) = found.interval.expect("below 1");
    is(low, "0.5840951");
    is(high, "0.9638297");
}

#[test]
fn the_next_day_tells_what_the_same_day_hides() {
    let load = days("3 0 5 0 8 0 4 6 0 10");
    let pain = days("2 2 1 3 2 5 2 2 3 2 6");
    let at = |lag| lag::correlate(&lag::pairs(&load, &pain, lag));
    let (same, next) = (at(0), at(1));
    is(same.rho.expect("ten pairs"), "-0.6471");
    let (low, high) = same.interval.expect("below 1");
    assert_eq!(format!("{low:.3} {high:.3}"), "-0.919 0.044");
    is(next.rho.expect("ten pairs"), "0.9036");
    let (low, high) = next.interval.expect("below 1");
    assert_eq!(format!("{low:.3} {high:.3}"), "0.546 0.983");
    is(next.effective.expect("both vary"), "7.6");
    let pairs = lag::pairs(&load, &pain, 1);
    let groups = lag::groups(&pairs, |load| load >= 5.0).expect("both");
    assert_eq!((groups.n_in, groups.n_out, groups.median_in, groups.median_out, groups.delta), (4, 6, 4.0, 2.0, 1.0));
    let means = [true, false].map(|wanted| {
        let group: Vec<f64> = pairs.iter().filter(|(x, _)| (*x >= 5.0) == wanted).map(|(_, y)| *y).collect();
        format!("{:.2}", mean(&group).expect("some"))
    });
    assert_eq!(means, ["4.25", "1.83"]);
}

#[test]
fn how_little_some_days_say() {
    let intervals = [10, 14, 20, 28, 42].map(|n| {
        let (low, high) = lag::interval(0.5, n).expect("below 1");
        format!("{low:.2} {high:.2}")
    });
    assert_eq!(intervals, ["-0.23 0.87", "-0.08 0.83", "0.05 0.78", "0.13 0.75", "0.21 0.71"]);
}

#[test]
fn correlations_are_undefined_for_few_equal_or_perfect_pairs() {
    let pairs = |n: i32| -> Vec<(f64, f64)> { (0..n).map(|at| (f64::from(at), f64::from(at * at))).collect() };
    assert_eq!(lag::correlate(&pairs(9)).rho, Err(Undefined::TooFew { n: 9, least: 10 }));
    let perfect = lag::correlate(&pairs(11));
    assert_eq!((perfect.rho, perfect.interval), (Ok(1.0), None));
    let flat: Vec<(f64, f64)> = pairs(12).iter().map(|(x, _)| (*x, 0.1)).collect();
    assert_eq!(lag::correlate(&flat).rho, Err(Undefined::Constant));
    assert_eq!(lag::pairs(&days("1 – 3 4"), &days("5 6 7 –"), -1), [(3.0, 6.0), (4.0, 7.0)]);
}

#[test]
fn what_is_undefined_says_why() {
    let all = [
        Undefined::TooFew { n: 3, least: 10 },
        Undefined::TooShort { days: 9, least: 14 },
        Undefined::Constant,
        Undefined::ByZero,
    ];
    assert_eq!(
        all.map(|reason| reason.to_string()),
        [
            "too few to say: 3 of the 10 it needs",
            "too few to say: 9 days from the first to the last, and it needs 14",
            "all values are the same",
            "nothing to divide by",
        ]
    );
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
