//! Entries that tell one story in parts.

use super::group::GroupBySlug;
use crate::journal::Journal;
use std::collections::BTreeMap;

/// The series of a journal; the parts of each are its listed entries in the order of the journal: by date, the undated last.
#[derive(Debug, Default)]
pub(super) struct AllSeries {
    all: Vec<GroupBySlug>,
    /// For each item that is a part: the index of its series, and its place in it from 0.
    of: BTreeMap<usize, (usize, usize)>,
}

/// Parts on either side that a part's page lists: a journal that is one long series would else be listed on every page.
const NEAR: usize = 20;

impl AllSeries {
    pub(super) fn of(journal: &Journal) -> Self {
        let listed = journal.items.iter().enumerate().filter(|(_, item)| item.listed());
        let all = GroupBySlug::all(listed.filter_map(|(index, item)| Some((item.entry.series.as_deref()?, index))));
        let parts = |(index, series): (usize, &GroupBySlug)| {
            let places = series.items.iter().enumerate().map(|(place, item)| (*item, (index, place)));
            places.collect::<Vec<_>>()
        };
        let of = all.iter().enumerate().flat_map(parts).collect();
        Self { all, of }
    }

    /// The series of an item, and its place in it from 0.
    pub(super) fn of_item(&self, item: usize) -> Option<(&GroupBySlug, usize)> {
        let (index, place) = self.of.get(&item)?;
        Some((&self.all[*index], *place))
    }
}

/// The parts near one, each with its place from 0: all of them where they are few.
pub(super) fn near(parts: &[usize], place: usize) -> impl Iterator<Item = (usize, usize)> {
    let end = (place + NEAR + 1).min(parts.len());
    (place.saturating_sub(NEAR)..end).map(|near| (near, parts[near]))
}
