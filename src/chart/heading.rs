//! What headings are made of where the writer gives no caption: a short table of cases for each kind, at most twelve words,
//! without coverage. What a figure rests on stands in the line below.

use super::series::Series;
use super::words::Words;
use jiff::civil::Date;

/// The days of a year and of a month, in hundredths of one.
const YEAR: i32 = 36_525;
const MONTH: i32 = YEAR / 12;

impl Words<'_> {
    /// Returns how long some days are, rounded to what one would say: "nine days", "six weeks", "fourteen months".
    pub(super) fn length(self, days: i32) -> String {
        let rounded = |unit: i32| (days * 100 + unit / 2) / unit;
        let (unit, n) = match days {
            ..=20 => ("day", days),
            21..=69 => ("week", rounded(700)),
            70..=1000 => ("month", rounded(MONTH)),
            _ => ("year", rounded(YEAR)),
        };
        let count = self.say("chart-few", &[("n", self.n(n))]);
        self.say("chart-length", &[("unit", unit.into()), ("n", self.n(n)), ("count", count.into())])
    }

    /// Returns which way it went from the beginning to the end, with one decimal, as messages choose by it.
    pub(super) fn way(self, from: f64, to: f64) -> &'static str {
        match self.number(from) == self.number(to) {
            true => "same",
            false if to > from => "up",
            false => "down",
        }
    }
}

/// Returns a name of the writer's cut after so many words, for a heading that has to stay short.
pub(super) fn brief(name: &str, most: usize) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    match words.get(..most).filter(|_| words.len() > most) {
        Some(first) => format!("{}…", first.join(" ")),
        None => words.join(" "),
    }
}

/// Returns which way pain went over some days, with the month of its largest spike, which began on a day counted from the
/// first: the trend, unchanged, or too few to say.
pub(super) fn of_pain(words: Words<'_>, series: &Series<'_>, spike: Option<usize>) -> String {
    let number = |value: Option<f64>| words.number(value.unwrap_or_default()).into();
    let (opening, closing) = (series.opening(), series.closing());
    let mut args = vec![("opening", number(opening)), ("closing", number(closing))];
    if let Some((_, worst, ..)) = series.range().filter(|_| series.logged == 1) {
        return words.say("chart-head-pain-one", &[("score", words.number(worst).into())]);
    }
    let way = match (opening, closing) {
        _ if series.logged == 0 => return words.word("chart-no-pain"),
        _ if series.logged < 4 => "few",
        (Some(_), Some(_)) if series.days.n < 14 => "short",
        (Some(from), Some(to)) => words.way(from, to),
        (None, Some(_)) => "last",
        (Some(_), None) => "first",
        (None, None) => "few",
    };
    args.extend([("way", way.into()), ("length", words.length(series.days.n).into())]);
    let month = spike.filter(|_| way != "few").map(|day| month(words, series, day));
    let (month, year) = month.unwrap_or_else(|| ("none".to_owned(), String::new()));
    args.extend([("dated", if year.is_empty() { "no" } else { "yes" }.into()), ("year", year.into())]);
    args.extend([("spiked", if month == "none" { "no" } else { "yes" }.into()), ("month", month.into())]);
    words.say("chart-head-pain", &args)
}

/// Returns the month of a day, and its year where the days shown have that month twice.
fn month(words: Words<'_>, series: &Series<'_>, day: usize) -> (String, String) {
    let (first, last) = (series.days.date(0), series.days.date((series.days.n - 1).max(0)));
    let date = series.days.date(super::scale::count(day));
    let months = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
    let twice = months(date) - months(first) >= 12 || months(last) - months(date) >= 12;
    (words.month(date).to_owned(), if twice { super::words::year(date) } else { String::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    #[test]
    fn lengths_are_what_one_would_say() {
        let english = language::Language::english();
        let said = [1, 9, 20, 21, 45, 69, 70, 429, 1000, 1001, 3650].map(|days| Words::of(&english).length(days));
        let expected = [
            "one day",
            "nine days",
            "twenty days",
            "three weeks",
            "six weeks",
            "ten weeks",
            "two months",
            "fourteen months",
            "33 months",
            "three years",
            "ten years",
        ];
        assert_eq!(said, expected);
        let german = language::load("de", "", &[]).value;
        assert_eq!(
            [1, 45, 429].map(|days| Words::of(&german).length(days)),
            ["einem Tag", "sechs Wochen", "vierzehn Monaten"]
        );
    }

    #[test]
    fn long_names_are_cut_after_whole_words() {
        assert_eq!(
            [brief(" Hip  thrust ", 2), brief("Standing hamstring stretch", 2)],
            ["Hip thrust", "Standing hamstring…"]
        );
    }
}
