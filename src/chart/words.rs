//! What charts say, in the site's language: figures, days and messages.

use super::scale;
use crate::language::{Arg, Language};
use jiff::civil::Date;

/// The language of a chart, handed from its `draw` to all that writes words or figures.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a>(&'a Language);

/// What a day has that counts towards coverage.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Noted {
    /// A score.
    Score,
    /// An entry.
    Entry,
}

impl Noted {
    /// Returns the word by which messages choose.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Score => "score",
            Self::Entry => "entry",
        }
    }
}

impl<'a> Words<'a> {
    /// Takes a language.
    pub(super) fn of(language: &'a Language) -> Self {
        Self(language)
    }

    /// Returns a message without arguments.
    pub(super) fn word(self, id: &str) -> String {
        self.0.words.word(id)
    }

    /// Returns a message with its arguments.
    pub(super) fn say(self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.0.words.say(id, args)
    }

    /// Returns an amount of money: "£46".
    pub(super) fn money(self, cents: u64, currency: &str) -> String {
        self.0.money(cents, currency)
    }

    /// Returns "20 August 2019".
    pub(super) fn long(self, date: Date) -> String {
        self.0.dates.long(date)
    }

    /// Returns "20 Aug 2019".
    pub(super) fn short(self, date: Date) -> String {
        self.0.dates.short(date)
    }

    /// Returns the day a week begins, "20 Aug 2019", and that it is a part week where it has fewer than seven days.
    pub(super) fn week(self, start: Date, days: usize) -> String {
        let day = self.short(start);
        if days < 7 { self.say("chart-part-week", &[("day", day.into())]) } else { day }
    }

    /// Returns "20 August".
    pub(super) fn long_day(self, date: Date) -> String {
        self.0.dates.day_and_month(date)
    }

    /// Returns "20 Aug".
    pub(super) fn day(self, date: Date) -> String {
        self.0.dates.short_day_and_month(date)
    }

    /// Returns "August".
    pub(super) fn month(self, date: Date) -> &'a str {
        self.0.dates.month(date)
    }

    /// Returns "Aug".
    pub(super) fn month_short(self, date: Date) -> &'a str {
        self.0.dates.short_month(date)
    }

    /// Returns "20 August 2019 to 30 October 2020", or the one day.
    pub(super) fn span(self, first: Date, last: Date) -> String {
        if first == last {
            return self.long(first);
        }
        self.say("span", &[("from", self.long(first).into()), ("to", self.long(last).into())])
    }

    /// Returns a whole number.
    pub(super) fn whole(self, n: i32) -> String {
        let mut out = String::with_capacity(6);
        self.push_tenths(&mut out, i64::from(n) * 10);
        out
    }

    /// Returns a count for a message, which may choose its words by it.
    pub(super) fn n(self, n: i32) -> Arg<'static> {
        // Fluent writes numbers without their groups; words for so many are those for any large number.
        if n < 10_000 { n.into() } else { self.whole(n).into() }
    }

    /// Returns a small number in words up to twelve, as in a sentence.
    pub(super) fn few(self, n: usize) -> String {
        self.say("chart-few", &[("n", self.n(scale::count(n)))])
    }

    /// Appends a number rounded to one decimal, without it when it is 0.
    pub(super) fn push_number(self, out: &mut String, value: f64) {
        self.push_tenths(out, i64::from(scale::rounded(value * 10.0)));
    }

    fn push_tenths(self, out: &mut String, tenths: i64) {
        // Most figures of a drawing are small and stand on its axes and points.
        match u32::try_from(tenths).ok().filter(|tenths| *tenths < 100_000) {
            Some(tenths) => {
                super::svg::integer(out, tenths / 10);
                if tenths % 10 > 0 {
                    out.push_str(self.0.numbers.point());
                    super::svg::integer(out, tenths % 10);
                }
            }
            None => {
                let value = i32::try_from(tenths).map_or(f64::from(i32::MAX), f64::from) / 10.0;
                out.push_str(&self.0.numbers.decimals(value, 1));
            }
        }
    }

    /// Appends a number for the side of a plot, where there is room for few digits.
    pub(super) fn push_short(self, out: &mut String, value: f64) {
        if value >= 1000.0 {
            self.push_number(out, value / 1000.0);
            out.push_str(&self.word("chart-thousands"));
        } else {
            self.push_number(out, value);
        }
    }

    /// Returns a number rounded to one decimal, without it when it is 0.
    pub(super) fn number(self, value: f64) -> String {
        let mut out = String::with_capacity(6);
        self.push_number(&mut out, value);
        out
    }

    /// Returns a number with exactly one decimal, for columns.
    pub(super) fn fixed(self, value: f64) -> String {
        self.0.numbers.fixed(f64::from(scale::rounded(value * 10.0)) / 10.0, 1)
    }

    /// Returns a score, or a dash where there is none.
    pub(super) fn score(self, value: Option<f64>) -> String {
        value.map_or_else(|| "–".to_owned(), |value| self.number(value))
    }

    /// Returns "364 of 438 days with a score".
    pub(super) fn coverage(self, logged: i32, days: i32, what: Noted) -> String {
        let args = [("n", self.n(logged)), ("days", self.n(days)), ("noted", what.key().into())];
        self.say("chart-coverage", &args)
    }

    /// Returns a coverage with how many of its days were written down later, where any were.
    pub(super) fn with_later(self, coverage: String, later: i32) -> String {
        match later {
            0 => coverage,
            n => self.say("chart-coverage-later", &[("coverage", coverage.into()), ("n", self.n(n))]),
        }
    }

    /// Returns "3 of 5", for columns.
    pub(super) fn of_all(self, n: usize, all: usize) -> String {
        self.say("chart-of", &[("n", self.n(scale::count(n))), ("of", self.n(scale::count(all)))])
    }

    /// Returns a rule's label with its value in front, as in "5: the ceiling I set".
    pub(super) fn rule(self, value: f64, unit: &str, label: &str) -> String {
        let mut out = self.number(value);
        let label = label.trim();
        if label.starts_with(&out) {
            return label.to_owned();
        }
        if !unit.is_empty() {
            out.push(' ');
            out.push_str(unit);
        }
        if label.is_empty() { out } else { self.say("chart-line", &[("value", out.into()), ("label", label.into())]) }
    }

    /// Returns how many it is on small screens, in parentheses after a space, where that is another number.
    pub(super) fn on_small(self, wide: i32, narrow: i32) -> String {
        if wide == narrow {
            return String::new();
        }
        format!(" {}", self.say("chart-on-small", &[("n", self.n(narrow))]))
    }
}

/// Returns a year in digits.
pub(super) fn year(date: Date) -> String {
    date.year().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    #[test]
    fn numbers_read_as_people_write_them() {
        let language = Language::english();
        let words = Words::of(&language);
        assert_eq!([4.0, 4.25, 0.04, 12.96, -2.5].map(|n| words.number(n)), ["4", "4.3", "0", "13", "-2.5"]);
        assert_eq!([0.0, 24.04, 12_345.6].map(|n| words.fixed(n)), ["0.0", "24.0", "12,345.6"]);
        assert_eq!([0, 3650, 12_345].map(|n| words.whole(n)), ["0", "3650", "12,345"]);
        assert_eq!(words.coverage(364, 438, Noted::Score), "364 of 438 days with a score");
        let later = words.with_later(words.coverage(3, 4, Noted::Score), 2);
        assert_eq!(later, "3 of 4 days with a score (2 of them written down later)");
        assert_eq!(words.coverage(1, 1, Noted::Entry), "1 of 1 day with what was done noted");
        assert_eq!(words.coverage(9_999, 12_345, Noted::Entry), "9999 of 12,345 days with what was done noted");
        let german = language::load("de", "", &[]).value;
        let words = Words::of(&german);
        assert_eq!([4.0, 4.25, 12_345.6].map(|n| words.number(n)), ["4", "4,3", "12.345,6"]);
        assert_eq!(words.coverage(364, 438, Noted::Score), "364 von 438 Tagen mit Wert");
    }

    #[test]
    fn days_read_as_people_write_them() {
        let language = Language::english();
        let words = Words::of(&language);
        let date = Date::constant(2019, 8, 20);
        assert_eq!([words.long(date), words.short(date), words.day(date)], ["20 August 2019", "20 Aug 2019", "20 Aug"]);
        assert_eq!(words.span(date, date), "20 August 2019");
    }

    #[test]
    fn a_rule_names_its_value_once() {
        let language = Language::english();
        let words = Words::of(&language);
        assert_eq!(words.rule(5.0, "", "the ceiling I set"), "5: the ceiling I set");
        assert_eq!(words.rule(5.0, "", "5: the ceiling I set"), "5: the ceiling I set");
        assert_eq!(words.rule(52.0, "km", "usual before"), "52 km: usual before");
    }
}
