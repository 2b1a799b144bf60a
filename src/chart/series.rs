//! What a series of daily scores says: medians, gaps, the worst day.

use jiff::civil::Date;

use super::scale::{count, date_of, day_number, score};
use super::words::Words;

/// A run without a value from this many days on is hatched.
const GAP: i32 = 5;

/// A daily series with what can be said of it.
pub(super) struct Series {
    /// The scores inside 0–10, one per day.
    pub values: Vec<Option<f64>>,
    /// The rolling medians, as many as there are scores.
    pub median: Vec<Option<f64>>,
    /// The number of the first day.
    pub first: i32,
    /// How many days have a score.
    pub logged: i32,
    /// A run without a score from this many days on is hatched: [`GAP`], or more where that would be too thin to see.
    pub gap: i32,
    /// The runs of at least `gap` days without a score: first day and length.
    pub gaps: Vec<(i32, i32)>,
}

impl Series {
    /// Takes the numbers of a chart, with those left out that make no sense.
    pub(super) fn new(first: Date, values: &[Option<f64>], median: &[Option<f64>]) -> Self {
        let values: Vec<_> = values.iter().map(|&value| score(value)).collect();
        let median = (0..values.len()).map(|day| score(median.get(day).copied().flatten())).collect();
        let logged = count(values.iter().flatten().count());
        let gap = GAP.max(count(values.len()) / 100);
        Self { gaps: gaps(&values, gap), gap, values, median, first: day_number(first), logged }
    }

    /// Returns how many days there are.
    pub(super) fn days(&self) -> i32 {
        count(self.values.len())
    }

    /// Returns the date of a day of the series.
    pub(super) fn date(&self, day: i32) -> Date {
        date_of(self.first.saturating_add(day))
    }

    /// Returns the first date and the last, which is the first again when there are no days.
    pub(super) fn span(&self, words: Words<'_>) -> String {
        words.span(self.date(0), self.date((self.days() - 1).max(0)))
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

    /// Returns whether a day has a dot or the line of medians passes it inside some heights.
    pub(super) fn touches(&self, day: i32, mut inside: impl FnMut(f64) -> bool) -> bool {
        let at = super::scale::index(day);
        [&self.values, &self.median]
            .into_iter()
            .any(|series| series.get(at).copied().flatten().is_some_and(&mut inside))
    }
}

/// Returns the median of some days, none unless at least four have a score.
pub(super) fn median(days: &[Option<f64>]) -> Option<f64> {
    let mut week = [0.0; 7];
    let mut more = Vec::new();
    let known: &mut [f64] = if days.len() <= week.len() {
        let mut n = 0;
        for (slot, &score) in week.iter_mut().zip(days.iter().flatten()) {
            *slot = score;
            n += 1;
        }
        &mut week[..n]
    } else {
        more.extend(days.iter().flatten());
        &mut more
    };
    known.sort_unstable_by(f64::total_cmp);
    match known.len() {
        0..4 => None,
        n if n % 2 == 1 => Some(known[n / 2]),
        n => Some(f64::midpoint(known[n / 2 - 1], known[n / 2])),
    }
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
    fn nonsense_is_clamped_or_left_out() {
        let values = [Some(f64::NAN), Some(-3.0), Some(99.0), Some(f64::INFINITY), None];
        let series = Series::new(Date::MIN, &values, &[]);
        assert_eq!(series.values, [None, Some(0.0), Some(10.0), None, None]);
        assert_eq!(series.range(), Some((0.0, 10.0, 2, 1)));
        assert_eq!(series.median.len(), 5);
    }
}
