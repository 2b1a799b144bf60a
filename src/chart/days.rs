//! The days of a chart, and its table of them: a row a day, or a row a week where there are many.

use super::frame::Frame;
use super::scale::{Time, count, date_of, day_number, index, into_week};
use super::words::Words;
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// More days than this are told by week in tables.
const BY_DAY: i32 = 60;

/// The days of a chart.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayRange {
    /// The number of the first.
    pub first: i32,
    /// How many there are.
    pub n: i32,
    /// The day weeks begin with.
    pub week_start: Weekday,
    /// How many days have a place before the first and after the last, and nothing there.
    blank: [i32; 2],
}

impl DayRange {
    /// So many days from one on.
    pub(super) fn new(first: Date, n: usize, week_start: Weekday) -> Self {
        Self { first: day_number(first), n: count(n), week_start, blank: [0, 0] }
    }

    /// Leaves a place for the days from one to another that are not among them.
    pub(super) fn between_blank(self, from: Date, to: Date) -> Self {
        let last = self.first + self.n - 1;
        Self { blank: [self.first - day_number(from), day_number(to) - last].map(|days| days.max(0)), ..self }
    }

    /// Returns their scale in a frame.
    pub(super) fn time(self, frame: &Frame) -> Time {
        let [before, after] = self.blank;
        let all = frame.time(self.first - before, before + self.n + after);
        Time { first: self.first, days: self.n, left: all.edge(before), right: all.edge(before + self.n) }
    }

    /// Returns the date of a day, counted from the first.
    pub(super) fn date(self, day: i32) -> Date {
        date_of(self.first + day)
    }

    /// Returns the first date and the last in words.
    pub(super) fn span(self, words: Words<'_>) -> String {
        words.span(self.date(0), self.date((self.n - 1).max(0)))
    }

    /// Whether the table has a row for each day.
    pub(super) fn are_few(self) -> bool {
        self.n <= BY_DAY
    }

    /// Returns how many days share a place in wide drawings and in narrow ones.
    pub(super) fn bins(self) -> [usize; 2] {
        [Frame::WIDE, Frame::NARROW].map(|frame| frame.bin(index(self.n)))
    }

    /// Returns the number of the day that a day's week began.
    pub(super) fn week_of(self, date: Date) -> i32 {
        let day = day_number(date);
        day - into_week(day, self.week_start)
    }

    /// Returns each week: the day it begins, which may lie before the first, and the days of it that there are.
    pub(super) fn weeks(self) -> impl Iterator<Item = (i32, Range<usize>)> {
        let into = into_week(self.first, self.week_start);
        let starts = (0..).map(move |week| 7 * week - into).take_while(move |from| *from < self.n);
        starts.map(move |from| (from, index(from.max(0))..index((from + 7).min(self.n))))
    }

    /// Returns the day that a week begins in words, and that it is a part week where not all its days are shown.
    pub(super) fn week_name(self, words: Words<'_>, start: i32) -> String {
        let shown = (start + 7).min(self.first + self.n) - start.max(self.first);
        words.week(date_of(start), index(shown))
    }

    /// Returns the name of the table's first column.
    pub(super) fn head(self, words: Words<'_>) -> String {
        words.word(if self.are_few() { "day" } else { "chart-week-of" })
    }

    /// Returns the table's rows: a date, and the cells of its days.
    pub(super) fn rows(self, words: Words<'_>, cells: impl Fn(Range<usize>) -> Vec<String>) -> Vec<Vec<String>> {
        let row = |head: String, days: Range<usize>| [vec![head], cells(days)].concat();
        let day = |day: i32| row(words.short(self.date(day)), index(day)..index(day + 1));
        if self.are_few() {
            return (0..self.n).map(day).collect();
        }
        self.weeks().map(|(from, days)| row(self.week_name(words, self.first + from), days)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn blank_days_have_their_places() {
        let days = DayRange::new(date(2024, 5, 10), 12, Weekday::Monday);
        let whole = days.time(&Frame::WIDE);
        assert_eq!((whole.left, whole.right), (Frame::WIDE.left, Frame::WIDE.right));
        // Five days before, two after, of nineteen in all: every day is as wide as if all were there.
        let time = days.between_blank(date(2024, 5, 5), date(2024, 5, 23)).time(&Frame::WIDE);
        let all = DayRange::new(date(2024, 5, 5), 19, Weekday::Monday).time(&Frame::WIDE);
        assert_eq!((time.days, time.place(date(2024, 5, 10))), (12, Some(0)));
        assert_eq!((time.edge(0), time.edge(12)), (all.edge(5), all.edge(17)));
        assert!((time.centre(4) - all.centre(9)).abs() <= 1);
        // What lies inside leaves no place.
        let inside = days.between_blank(date(2024, 5, 12), date(2024, 5, 14)).time(&Frame::WIDE);
        assert_eq!((inside.left, inside.right), (whole.left, whole.right));
    }
}
