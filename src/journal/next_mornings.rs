//! What the next morning said, by kind of what was done.
//!
//! Counts and no correlation: of 600 made journals in which load and pain have nothing to do with each other but both have the
//! trend of a recovery, 52 % show a Spearman interval without 0. Days were not chosen by lot: one is likelier to go out on a good day.

use super::Calendar;
use super::calendar::Day;
use crate::entry::SessionKind;
use std::cmp::Ordering;
use std::ops::Range;

/// What was done on a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Deed {
    /// A session of a kind.
    Session(SessionKind),
    /// Exercises, and neither a session nor mileage.
    Exercises,
    /// None of these, and that is known.
    Rest,
}

/// How often the morning after was lower, the same or higher than the day's own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NextMornings {
    /// What was done.
    pub deed: Deed,
    /// Days with both mornings.
    pub n: usize,
    /// Those on which the next one was lower.
    pub lower: usize,
    /// Those on which it was the same.
    pub same: usize,
    /// Those on which it was higher.
    pub higher: usize,
    /// Those of which one morning is a `next_day` and the other a `before`, which may be scores of different hours.
    pub mixed: usize,
    /// Days that lack one of the two.
    pub unknown: usize,
}

impl Deed {
    /// All of them, in the order of the contract.
    fn all() -> impl Iterator<Item = Self> {
        let sessions = SessionKind::WORDS.iter().map(|(_, kind)| Self::Session(*kind));
        sessions.chain([Self::Exercises, Self::Rest])
    }

    /// Its word: `bike`, `exercises`, `rest`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Session(kind) => kind.word(),
            Self::Exercises => "exercises",
            Self::Rest => "rest",
        }
    }

    /// Whether it was done on a day.
    fn is_of(self, day: &Day) -> bool {
        let moved = day.sessions > 0 || day.mileage;
        match self {
            Self::Session(kind) => day.kinds.has(kind),
            Self::Exercises => day.exercised && !moved,
            Self::Rest => day.known() && !moved && !day.exercised,
        }
    }
}

/// The counts over some days of a calendar, without kinds that have no day.
pub fn next_mornings(calendar: &Calendar, days: Range<usize>) -> Vec<NextMornings> {
    let of_deed = |deed: Deed| {
        let mut row = NextMornings { deed, n: 0, lower: 0, same: 0, higher: 0, mixed: 0, unknown: 0 };
        for at in days.clone().filter(|at| deed.is_of(&calendar.days[*at])) {
            let (Some(own), Some(next)) = (calendar.mornings[at], calendar.mornings[at + 1]) else {
                row.unknown += 1;
                continue;
            };
            row.n += 1;
            row.mixed += usize::from(own.next_day != next.next_day);
            // A range counts as its middle: 2.5 is the same as `2-3`.
            match next.score.value().total_cmp(&own.score.value()) {
                Ordering::Less => row.lower += 1,
                Ordering::Equal => row.same += 1,
                Ordering::Greater => row.higher += 1,
            }
        }
        (row.n + row.unknown > 0).then_some(row)
    };
    Deed::all().filter_map(of_deed).collect()
}
