//! What stands above figures: few words, and no more than the journal knows.

use super::fixtures::{chart, kinds};
use crate::chart::days::DayRange;
use crate::chart::heading;
use crate::chart::series::Series;
use crate::chart::words::Words;
use crate::journal::metrics::rolling;
use crate::language;
use jiff::civil::{Date, Weekday};
use std::borrow::Cow;

/// Asserts that a heading is short and holds no coverage, no coefficient and no share.
pub(super) fn check(heading: &str, case: &str) {
    let n = heading.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    assert!((1..=12).contains(&n), "{case}: {n} words: {heading}");
    assert!(!heading.contains(['ρ', '%', '⟦']) && !heading.ends_with('.'), "{case}: {heading}");
    let words: Vec<&str> = heading.split_whitespace().collect();
    let is_number = |word: &str| word.parse::<f64>().is_ok();
    let is_share = |at: &[&str]| is_number(at[0]) && matches!(at[1], "of" | "von" | "sur") && is_number(at[2]);
    assert!(!words.windows(3).any(is_share), "{case}: {heading}");
}

#[test]
fn every_kind_has_a_heading_of_few_words_in_each_language() {
    for kind in kinds() {
        for days in [0, 1, 3, 13, 30, 120, 365] {
            for language in ["en", "de", "fr"] {
                let figure = chart(kind, days, language);
                check(&figure.heading, &format!("{kind}, {days} days, {language}"));
                assert_ne!(figure.heading, figure.say.trim_end_matches('.'), "{kind}: nothing is said twice");
            }
        }
    }
}

/// The heading over pain of these days from 1 August 2023 on, with a spike that began on some day.
fn of(values: &[Option<f64>], spike: Option<usize>, language: &str) -> String {
    let language = language::load(language, "", &[]).value;
    let days = DayRange::new(Date::constant(2023, 8, 1), values.len(), Weekday::Monday);
    let median = rolling::medians(values, 7, 4);
    let series = Series::new(days, Cow::Borrowed(values), &median);
    heading::of_pain(Words::of(&language), &series, spike)
}

/// So many days of a score, and then others.
fn scores(parts: &[(usize, Option<f64>)]) -> Vec<Option<f64>> {
    parts.iter().flat_map(|(n, score)| vec![*score; *n]).collect()
}

#[test]
fn pain_has_a_heading_for_each_case() {
    let long = scores(&[(200, Some(4.0)), (220, Some(0.0))]);
    let some = |n: usize, score: f64| scores(&[(n, Some(score))]);
    let mixed = scores(&[(10, Some(2.5)), (20, Some(3.0)), (10, Some(5.0))]);
    for (values, spike, english, german) in [
        (
            long.clone(),
            Some(330),
            "Down from 4 to 0 over fourteen months, spiking in June",
            "Von 4 auf 0 in vierzehn Monaten, Spitze im Juni",
        ),
        (
            long.clone(),
            Some(3),
            "Down from 4 to 0 over fourteen months, spiking in August 2023",
            "Von 4 auf 0 in vierzehn Monaten, Spitze im August 2023",
        ),
        (long, None, "Down from 4 to 0 over fourteen months", "Von 4 auf 0 in vierzehn Monaten"),
        (mixed, None, "Up from 2.5 to 5 over six weeks", "Von 2,5 auf 5 in sechs Wochen"),
        (some(60, 3.0), None, "Unchanged at 3 over nine weeks", "Unverändert bei 3 nach neun Wochen"),
        (some(9, 3.0), None, "Around 3 over nine days", "Um 3 in neun Tagen"),
        (scores(&[(20, None), (10, Some(2.0))]), None, "Around 2 in the last week", "Um 2 in der letzten Woche"),
        (scores(&[(10, Some(2.0)), (20, None)]), None, "Around 2 in the first week", "Um 2 in der ersten Woche"),
        (scores(&[(3, Some(2.0)), (20, None)]), None, "Too few days to say", "Zu wenige Tage für eine Aussage"),
        (scores(&[(1, Some(2.0)), (20, None)]), None, "One score so far: 2", "Bisher ein Wert: 2"),
        (scores(&[(20, None)]), None, "No pain noted on these days", "An diesen Tagen kein Schmerz notiert"),
    ] {
        assert_eq!([of(&values, spike, "en"), of(&values, spike, "de")], [english, german]);
    }
}
