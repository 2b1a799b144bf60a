//! Weeks of now with those of before that stand beside them.

use super::Compared;
use crate::chart::days::DayRange;
use crate::chart::kind::Scope;
use crate::chart::scale::amount;
use crate::journal::Calendar;
use crate::journal::metrics::median;
use crate::units::{Distance, shift, week_of};
use jiff::civil::Date;

/// The days from a day to that of the same weekday a year later.
const A_YEAR: i64 = 364;

/// The most weeks that stand beside each other, the last ones.
const MOST_WEEKS: usize = 104;

/// The fewest days with a score that a week's median needs.
const LEAST: usize = 4;

/// What stands beside the days shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Then {
    /// An injury by its place, week of the injury by week of the injury.
    Injury(usize),
    /// The same weeks a year before.
    Year,
}

/// What is known of a week.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct WeekValue {
    /// The median of pain, or the distance in the site's unit.
    pub(super) value: Option<f64>,
    /// Days with a score, or of which it is known how far was run.
    pub(super) n: usize,
}

impl WeekValue {
    pub(super) fn is_known(self) -> bool {
        self.value.is_some()
    }

    /// That of the week that begins on a day.
    fn of(calendar: &Calendar, start: Date, series: Compared, units: Distance) -> Self {
        let days = calendar.between(start, shift(start, 6));
        match series {
            Compared::Pain => {
                let scores: Vec<f64> = days.iter().filter_map(|day| Some(day.pain?.value())).collect();
                let value = median(&scores).filter(|_| scores.len() >= LEAST);
                Self { value, n: scores.len() }
            }
            Compared::Run => {
                let n = days.iter().filter(|day| day.run_known).count();
                let metres = days.iter().fold(0, |sum: u32, day| sum.saturating_add(day.run));
                Self { value: (n > 0 || metres > 0).then(|| amount(units.of(metres))), n }
            }
        }
    }
}

/// A week of now with the one that stands beside it.
#[derive(Clone, Copy, Debug)]
pub(super) struct WeekPair {
    /// Which week of the injury it is, from 1; or of the weeks shown.
    pub(super) number: usize,
    /// The first day of both.
    pub(super) starts: [Date; 2],
    pub(super) now: WeekValue,
    pub(super) then: WeekValue,
}

/// Weeks beside earlier ones.
#[derive(Debug)]
pub(super) struct ThenAndNow {
    pub(super) then: Then,
    pub(super) series: Compared,
    pub(super) weeks: Vec<WeekPair>,
}

impl ThenAndNow {
    /// Where there is nothing that could stand beside the days.
    pub(super) fn empty() -> Self {
        Self { then: Then::Year, series: Compared::Pain, weeks: Vec::new() }
    }

    pub(super) fn new(scope: &Scope<'_>, then: Then, series: Compared) -> Self {
        let (journal, config) = (scope.source.journal, scope.source.config);
        let none = || Self { then, series, weeks: Vec::new() };
        // What was run is the person's; pain is the injury's.
        let of = |injury: Option<usize>| match series {
            Compared::Pain => journal.days(injury),
            Compared::Run => journal.days(None),
        };
        let onset = |at: usize| config.injuries[at].onset.or_else(|| Some(journal.days(Some(at))?.first));
        let (first, last) = (scope.shown.first, scope.shown.last());
        let (starts, before) = match then {
            Then::Injury(at) => (scope.injury.map_or(Some(scope.whole.first), onset).zip(onset(at)), of(Some(at))),
            Then::Year => {
                let start = week_of(first, config.week_start);
                (Some((start, shift(start, -A_YEAR))), of(scope.injury))
            }
        };
        let (Some((now, earlier)), Some(calendar), Some(before)) = (starts, of(scope.injury), before) else {
            return none();
        };
        let week = |at: usize| {
            let on = |start: Date| shift(start, 7 * i64::try_from(at).unwrap_or(0));
            let starts = [on(now), on(earlier)];
            let [now, then] = [(calendar, starts[0]), (before, starts[1])]
                .map(|(days, start)| WeekValue::of(days, start, series, config.units));
            WeekPair { number: at + 1, starts, now, then }
        };
        let all = (0..).map(week).take_while(|week| week.starts[0] <= last);
        let mut weeks: Vec<WeekPair> = all.filter(|week| shift(week.starts[0], 6) >= first).collect();
        // What came later then is no forecast for now.
        weeks.truncate(weeks.iter().rposition(|week| week.now.n > 0).map_or(0, |last| last + 1));
        // A year is shown from the first week on of which the year before says anything.
        let is_first = |week: &WeekPair| then != Then::Year || week.then.is_known();
        weeks.drain(..weeks.iter().position(is_first).unwrap_or(weeks.len()));
        weeks.drain(..weeks.len().saturating_sub(MOST_WEEKS));
        Self { then, series, weeks }
    }

    /// The days that the weeks of now take up.
    pub(super) fn days(&self, scope: &Scope<'_>) -> DayRange {
        match self.weeks.first() {
            Some(first) => DayRange::new(first.starts[0], self.weeks.len() * 7, scope.source.config.week_start),
            None => scope.days(),
        }
    }

    /// What now and then are called.
    pub(super) fn names(&self, scope: &Scope<'_>) -> [String; 2] {
        let words = scope.words();
        let injuries = &scope.source.config.injuries;
        match self.then {
            Then::Injury(at) => {
                let now = scope.injury.map_or_else(|| words.word("chart-then-now"), |own| injuries[own].name.clone());
                [now, injuries[at].name.clone()]
            }
            Then::Year => ["chart-then-now", "chart-then-year"].map(|id| words.word(id)),
        }
    }
}
