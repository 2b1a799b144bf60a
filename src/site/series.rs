//! Entries that tell one story in parts.

use crate::journal::Journal;
use crate::text::slug::slug;
use ahash::AHashMap;
use std::collections::BTreeMap;

/// The series of a journal.
#[derive(Debug, Default)]
pub(super) struct AllSeries {
    all: Vec<Series>,
    /// For each item that is a part: the index of its series, and its place in it from 0.
    of: BTreeMap<usize, (usize, usize)>,
}

/// A series.
#[derive(Debug)]
pub(super) struct Series {
    /// Its first spelling.
    pub(super) name: String,
    /// Its listed entries in the order of the journal: by date, the undated last.
    pub(super) parts: Vec<usize>,
}

/// Parts on either side that a part's page lists: a journal that is one long series would else be listed on every page.
const NEAR: usize = 20;

impl AllSeries {
    /// Collects the series; entries of one series are those whose names have one slug.
    pub(super) fn of(journal: &Journal) -> Self {
        let mut found = Self::default();
        let mut by_slug: BTreeMap<String, usize> = BTreeMap::new();
        // A spelling is made a slug once, however many entries have it.
        let mut by_name: AHashMap<&str, usize> = AHashMap::new();
        for (item, known) in journal.items.iter().enumerate().filter(|(_, item)| item.listed()) {
            let Some(name) = known.entry.series.as_deref() else { continue };
            let index = *by_name.entry(name).or_insert_with(|| {
                *by_slug.entry(slug(name)).or_insert_with(|| {
                    found.all.push(Series { name: name.to_owned(), parts: Vec::new() });
                    found.all.len() - 1
                })
            });
            found.of.insert(item, (index, found.all[index].parts.len()));
            found.all[index].parts.push(item);
        }
        found
    }

    /// The series of an item, and its place in it from 0.
    pub(super) fn of_item(&self, item: usize) -> Option<(&Series, usize)> {
        let (index, place) = self.of.get(&item)?;
        Some((&self.all[*index], *place))
    }
}

impl Series {
    /// The parts near one, each with its place from 0: all of them where they are few.
    pub(super) fn near(&self, place: usize) -> impl Iterator<Item = (usize, usize)> {
        let end = (place + NEAR + 1).min(self.parts.len());
        (place.saturating_sub(NEAR)..end).map(|near| (near, self.parts[near]))
    }
}
