//! What a series of daily scores says: medians, gaps, the worst day.

use super::days::DayRange;
use super::scale::{count, index};
use super::words::{Noted, Words};
use std::borrow::Cow;

/// A run without a value from this many days on is hatched.
const GAP: i32 = 5;

/// A daily series with what can be said of it.
pub(super) struct Series<'a> {
    /// The scores, one per day.
    pub values: Cow<'a, [Option<f64>]>,
    /// The rolling medians, as many as there are scores; none in a gap, and none that stand less than three days in a row.
    pub median: Vec<Option<f64>>,
    /// How days began of which that alone is known; empty where it is not shown.
    pub mornings: Vec<Option<f64>>,
    /// The days on which something against pain was taken, where that is shown.
    pub eased: Vec<usize>,
    /// Its days.
    pub days: DayRange,
    /// How many days have a score.
    pub logged: i32,
    /// How many of these were written down later.
    pub later: i32,
    /// A run without a score from this many days on is hatched: [`GAP`], or more where that would be too thin to see.
    pub gap: i32,
    /// The runs of at least `gap` days without a score: first day and length.
    pub gaps: Vec<(i32, i32)>,
}

impl<'a> Series<'a> {
    /// Takes the scores of some days and their medians.
    pub(super) fn new(days: DayRange, values: Cow<'a, [Option<f64>]>, median: &[Option<f64>]) -> Self {
        let logged = count(values.iter().flatten().count());
        let gap = GAP.max(days.n / 100);
        let median = unbroken(median, &gaps(&values, GAP));
        Self {
            gaps: gaps(&values, gap),
            gap,
            values,
            median,
            mornings: Vec::new(),
            eased: Vec::new(),
            days,
            logged,
            later: 0,
        }
    }

    /// What is said in the plot where no day has a score.
    pub(super) fn empty(&self, words: Words<'_>) -> Option<String> {
        (self.logged == 0).then(|| words.word("chart-no-pain"))
    }

    /// Says how many of the days have a score, and on how many more the morning alone is known.
    pub(super) fn coverage(&self, words: Words<'_>) -> String {
        let scored = words.with_later(words.coverage(self.logged, self.days.n, Noted::Score), self.later);
        match self.mornings.iter().flatten().count() {
            0 => scored,
            n => words.say("chart-coverage-mornings", &[("scored", scored.into()), ("n", n.into())]),
        }
    }

    /// Whether the medians are defined on any day.
    pub(super) fn has_median(&self) -> bool {
        self.median.iter().any(Option::is_some)
    }

    /// Says between which scores the days lie, after a comma; nothing where none has one.
    pub(super) fn range_in(&self, words: Words<'_>) -> String {
        self.range().map_or_else(String::new, |(least, worst, ..)| {
            let args = [("least", words.number(least).into()), ("worst", words.number(worst).into())];
            format!(", {}", words.say("chart-range", &args))
        })
    }

    /// Returns the median of the first seven days.
    pub(super) fn opening(&self) -> Option<f64> {
        median(self.values.get(..7).unwrap_or(&self.values))
    }

    /// Returns the median of the last seven days.
    pub(super) fn closing(&self) -> Option<f64> {
        median(self.values.get(self.values.len().saturating_sub(7)..).unwrap_or_default())
    }

    /// Returns the least score and the worst, the worst's first day, and on how many days it was reached.
    pub(super) fn range(&self) -> Option<(f64, f64, i32, i32)> {
        let scores = self.values.iter().flatten();
        let least = scores.clone().copied().reduce(f64::min)?;
        let worst = scores.copied().reduce(f64::max)?;
        let is_worst = |value: &Option<f64>| value.is_some_and(|value| value >= worst);
        let day = self.values.iter().position(is_worst)?;
        Some((least, worst, count(day), count(self.values.iter().filter(|value| is_worst(value)).count())))
    }
}

/// Returns the median of some days, none unless at least four have a score.
pub(super) fn median(days: &[Option<f64>]) -> Option<f64> {
    let mut known: Vec<f64> = days.iter().flatten().copied().collect();
    known.sort_unstable_by(f64::total_cmp);
    match known.len() {
        0..4 => None,
        n if n % 2 == 1 => Some(known[n / 2]),
        n => Some(f64::midpoint(known[n / 2 - 1], known[n / 2])),
    }
}

/// Returns medians without those inside a gap, and without those that stand less than three days in a row: a line there would
/// say more than is known.
fn unbroken(median: &[Option<f64>], gaps: &[(i32, i32)]) -> Vec<Option<f64>> {
    let mut median = median.to_vec();
    for (from, length) in gaps {
        let days = index(*from).min(median.len())..index(from + length).min(median.len());
        median[days].fill(None);
    }
    for stretch in median.chunk_by_mut(|a, b| a.is_some() == b.is_some()).filter(|stretch| stretch.len() < 3) {
        stretch.fill(None);
    }
    median
}

/// Returns the runs of at least `gap` days without a value: first day and length.
pub(super) fn gaps(values: &[Option<f64>], gap: i32) -> Vec<(i32, i32)> {
    let mut gaps = Vec::new();
    let mut from = 0;
    let ends = values.iter().map(Option::is_some).chain([true]);
    for (day, known) in ends.enumerate().map(|(day, known)| (count(day), known)) {
        if known {
            if day - from >= gap {
                gaps.push((from, day - from));
            }
            from = day + 1;
        }
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> Vec<Option<f64>> {
        text.split(' ').map(|day| day.parse().ok()).collect()
    }

    #[test]
    fn medians_need_four_of_seven() {
        assert_eq!(median(&days("3 – 4 5 – – 2")), Some(3.5));
        assert_eq!(median(&days("3 – 4 5 – – –")), None);
        assert_eq!(median(&days("1 9 2 8 3 7 4")), Some(4.0));
        assert_eq!(median(&[]), None);
        assert_eq!(median(&days("1 9 2 8 – 3 7 4 5")), Some(4.5));
    }

    #[test]
    fn gaps_are_runs_of_five_or_more() {
        assert_eq!(gaps(&days("– – – – – 1 – – – – 1 – – – – – –"), GAP), [(0, 5), (11, 6)]);
        assert_eq!(gaps(&[], GAP), []);
    }

    #[test]
    fn a_line_of_medians_is_drawn_where_days_are_known() {
        let line = |values: &str, median: &str| {
            let (values, median) = (days(values), days(median));
            unbroken(&median, &gaps(&values, GAP))
        };
        // In a gap of five days there is no line, in one of four there is.
        assert_eq!(line("1 1 1 – – – – –", "1 1 1 1 1 1 – –"), days("1 1 1 – – – – –"));
        assert_eq!(line("1 1 1 – – – – 1", "1 1 1 1 1 1 – –"), days("1 1 1 1 1 1 – –"));
        // Two days in a row are no line.
        assert_eq!(line("1 1 1 1 1 1 1", "– 1 1 – 2 2 2"), days("– – – – 2 2 2"));
    }

    #[test]
    fn the_worst_day_is_the_first_of_them() {
        let values = days("2 – 7 3 7");
        let days = DayRange::new(jiff::civil::Date::MIN, values.len(), jiff::civil::Weekday::Monday);
        let series = Series::new(days, Cow::Borrowed(&values), &[]);
        assert_eq!(series.range(), Some((2.0, 7.0, 2, 2)));
    }
}
