//! Lengths, weights, times and money as the language writes them, with their units.

use crate::language::Language;
use crate::units::{Distance, Weight};

/// `3.1 km`.
pub(super) fn length(language: &Language, unit: Distance, metres: u32) -> String {
    let n = length_figure(language, unit, metres);
    let words = &language.words;
    match unit {
        Distance::Kilometres => words.say("length-km", &[("n", n.into())]),
        Distance::Miles => words.say("length-mi", &[("n", n.into())]),
    }
}

/// `3.1`, where the unit stands elsewhere.
pub(super) fn length_figure(language: &Language, unit: Distance, metres: u32) -> String {
    language.numbers.fixed(unit.of(metres), 1)
}

/// `km`.
pub(super) fn length_unit(language: &Language, unit: Distance) -> String {
    match unit {
        Distance::Kilometres => language.words.word("unit-km"),
        Distance::Miles => language.words.word("unit-mi"),
    }
}

/// `20 kg`, with at most so many decimals.
pub(super) fn weight(language: &Language, unit: Weight, kilograms: f64, places: usize) -> String {
    let n = language.numbers.decimals(kilograms / unit.kilograms(), places);
    let words = &language.words;
    match unit {
        Weight::Kilograms => words.say("weight-kg", &[("n", n.into())]),
        Weight::Pounds => words.say("weight-lb", &[("n", n.into())]),
    }
}

/// `22 min`, `1 h 05`; with seconds where they were given: `5:52`, `1:18:30`.
pub(super) fn time(language: &Language, minutes: f64) -> String {
    let seconds = (minutes * 60.0).round();
    let (hours, minutes, seconds) = ((seconds / 3600.0).floor(), (seconds / 60.0).floor() % 60.0, seconds % 60.0);
    let words = &language.words;
    match (hours > 0.0, seconds > 0.0) {
        (false, false) => words.say("minutes", &[("n", format!("{minutes:.0}").into())]),
        (false, true) => format!("{minutes:.0}:{seconds:02.0}"),
        (true, false) => {
            let (hours, minutes) = (format!("{hours:.0}"), format!("{minutes:02.0}"));
            words.say("hours-minutes", &[("hours", hours.into()), ("minutes", minutes.into())])
        }
        (true, true) => format!("{hours:.0}:{minutes:02.0}:{seconds:02.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_as_exact_as_they_were_given() {
        let english = Language::english();
        let said = [22.0, 65.0, 5.0 + 52.0 / 60.0, 78.5, 0.5, 0.0, 59.999].map(|minutes| time(&english, minutes));
        assert_eq!(said, ["22 min", "1 h 05", "5:52", "1:18:30", "0:30", "0 min", "1 h 00"]);
    }

    #[test]
    fn lengths_and_weights_have_the_figures_of_their_language() {
        let german = crate::language::load("de", "", &[]).value;
        let said = [length(&german, Distance::Kilometres, 3140), weight(&german, Weight::Pounds, 20.0, 1)];
        assert_eq!(said, ["3,1 km", "44,1 lb"]);
    }
}
