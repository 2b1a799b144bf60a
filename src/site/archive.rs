//! The listed entries by year: on one page, or on one a year where they are many.

use crate::journal::Journal;
use jiff::civil::Date;
use std::ops::Range;

/// More entries than this are split by year, so that no page grows with the journal.
const MOST: usize = 1000;

/// The listed entries by year, as stretches of the list of all, which is newest first with the undated last.
#[derive(Debug, Default)]
pub(super) struct Archive {
    /// The years, newest first.
    pub(super) years: Vec<Year>,
    /// The entries without a date.
    pub(super) undated: Range<usize>,
    /// Whether each year has a page of its own.
    pub(super) split: bool,
}

/// A year that has entries.
#[derive(Debug)]
pub(super) struct Year {
    pub(super) year: i16,
    pub(super) listed: Range<usize>,
}

impl Archive {
    /// Finds the years of the listed entries.
    pub(super) fn of(journal: &Journal, listed: &[usize]) -> Self {
        let mut years: Vec<Year> = Vec::new();
        let year_of = |item: &usize| journal.items[*item].entry.date.map(Date::year);
        let dated = listed.iter().map_while(year_of).enumerate();
        for (at, year) in dated {
            match years.last_mut().filter(|last| last.year == year) {
                Some(last) => last.listed.end = at + 1,
                None => years.push(Year { year, listed: at..at + 1 }),
            }
        }
        let dated = years.last().map_or(0, |last| last.listed.end);
        Self { years, undated: dated..listed.len(), split: listed.len() > MOST }
    }
}
