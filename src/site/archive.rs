//! The listed entries by year: on one page, or on one a year where they are many.

use super::Site;
use crate::journal::Journal;
use jiff::civil::Date;
use std::ops::Range;

/// More entries than this are split by year, so that no page grows with the journal.
const MOST: usize = 1000;

/// The listed entries by year, as stretches of the list of all, which is newest first with the undated last.
#[derive(Debug, Default, Hash)]
pub(super) struct Archive {
    /// The years, newest first.
    pub(super) years: Vec<Year>,
    /// The entries without a date.
    pub(super) undated: Range<usize>,
    /// Whether each year has a page of its own.
    pub(super) split: bool,
}

/// A year that has entries.
#[derive(Debug, Hash)]
pub(super) struct Year {
    pub(super) year: i16,
    /// The days of its first entry and of its last.
    pub(super) first: Date,
    pub(super) last: Date,
    /// The first days of its months, the newest first, and how many entries each has.
    pub(super) months: Vec<(Date, usize)>,
    pub(super) listed: Range<usize>,
}

impl Archive {
    /// Finds the years of the listed entries.
    pub(super) fn of(journal: &Journal, listed: &[usize]) -> Self {
        let mut years: Vec<Year> = Vec::new();
        let dated = listed.iter().map_while(|item| journal.items[*item].entry.date).enumerate();
        for (at, date) in dated {
            let year = match years.last_mut().filter(|last| last.year == date.year()) {
                Some(year) => year,
                None => {
                    let new = Year { year: date.year(), first: date, last: date, months: Vec::new(), listed: at..at };
                    years.push(new);
                    let end = years.len() - 1;
                    &mut years[end]
                }
            };
            (year.first, year.listed.end) = (date, at + 1);
            match year.months.last_mut().filter(|(month, _)| *month == date.first_of_month()) {
                Some((_, n)) => *n += 1,
                None => year.months.push((date.first_of_month(), 1)),
            }
        }
        let dated = years.last().map_or(0, |last| last.listed.end);
        Self { years, undated: dated..listed.len(), split: listed.len() > MOST }
    }
}

impl Site {
    /// A year of the archive with its entries, newest first.
    pub(super) fn year(&self, index: usize) -> (&Year, &[usize]) {
        let year = &self.indexes.archive.years[index];
        (year, &self.indexes.listed[year.listed.clone()])
    }
}
