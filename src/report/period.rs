//! The days that a page tells of, and those that they are compared with.

use crate::language::Language;
use crate::units::{days_between, shift};
use jiff::civil::Date;

/// Some days in a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Period {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// How the days of a page were chosen.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Start {
    /// They were given.
    Given,
    /// They go on from the report before.
    LastReport,
    /// They were to go on from the report before, and there was none.
    NoReport,
    /// Nobody said which.
    Usual,
}

impl Period {
    /// Days of a page where nobody says how many.
    pub const USUAL: i64 = 28;

    /// So many days that end on a day.
    #[must_use]
    pub fn ending(to: Date, days: i64) -> Self {
        Self { from: shift(to, 1 - days.max(1)), to }
    }

    /// As many days right before these.
    #[must_use]
    pub fn before(self) -> Self {
        Self::ending(shift(self.from, -1), self.length())
    }

    /// How many days.
    #[must_use]
    pub fn length(self) -> i64 {
        days_between(self.from, self.to) + 1
    }

    /// Whether a day is one of them.
    #[must_use]
    pub fn has(self, date: Date) -> bool {
        (self.from..=self.to).contains(&date)
    }

    /// `1 May to 31 Jul 2024`.
    pub(super) fn said(self, language: &Language) -> String {
        let to = language.dates.short(self.to);
        if self.from == self.to {
            return to;
        }
        let from = if self.from.year() == self.to.year() {
            language.dates.short_day_and_month(self.from)
        } else {
            language.dates.short(self.from)
        };
        language.words.say("span", &[("from", from.into()), ("to", to.into())])
    }
}
