//! The keys of what leads to all pages: the archive and the search.

use super::{HASHER, Key, Parts, of};
use crate::site::{Site, search};
use std::hash::{BuildHasher, Hash, Hasher};
use std::ops::Range;

impl Parts {
    /// What results can be narrowed to, and what the search page leads to.
    pub(super) fn search_page(&self, site: &Site) -> u64 {
        let tags: Vec<_> = site.tags.iter().map(|t| (&t.name, &t.slug, t.items.len())).collect();
        let years: Vec<_> = site.archive.years.iter().map(|y| (y.year, y.listed.len())).collect();
        let pages: Vec<_> = search::found_pages(site).map(|(address, page)| (address, &page.title)).collect();
        of((site.filters(), self.all_lessons, tags, years, site.archive.undated.len(), pages))
    }

    /// What the index of the search is made from.
    fn records(&self, site: &Site) -> u64 {
        let mut hasher = HASHER.build_hasher();
        for index in &site.listed {
            let item = &site.journal.items[*index];
            (self.cards[*index], item.entry.hash, item.injury).hash(&mut hasher);
        }
        for (address, page) in search::found_pages(site) {
            (address, page.hash).hash(&mut hasher);
        }
        for exercise in site.practice.exercises.iter().filter(|exercise| exercise.listed) {
            (exercise, exercise.description.map(|page| site.journal.pages[page].hash)).hash(&mut hasher);
        }
        // A tag is found by its first spelling, which another entry may have.
        let tags: Vec<_> = site.tags.iter().map(|t| &t.name).collect();
        of((self.common, hasher.finish(), &self.lessons, tags))
    }

    /// A stretch of the archive, with the day's worst pain that it shows.
    pub(super) fn archived(&self, site: &Site, listed: Range<usize>) -> u64 {
        let row = |item: &usize| (self.cards[*item], site.journal.items[*item].entry.record().own);
        of(site.listed[listed].iter().map(row).collect::<Vec<_>>())
    }

    /// The archive's first page: all entries, or how many each month has.
    pub(super) fn archive(&self, site: &Site) -> u64 {
        if !site.archive.split {
            return self.archived(site, 0..site.listed.len());
        }
        let beginning = site.first_listed().map(|item| self.cards[item]);
        let date = |item: &usize| site.journal.items[*item].entry.date;
        let month = |item: &usize| date(item).map(|date| (date.year(), date.month()));
        let ends =
            [site.listed.first().and_then(date), site.listed[..site.archive.undated.start].last().and_then(date)];
        of((beginning, ends, site.listed.iter().map(month).collect::<Vec<_>>()))
    }
}

impl Site {
    /// The key of the search's index, if there is one.
    #[must_use]
    pub fn index_key(&self, parts: &Parts) -> Option<Key> {
        self.has_search().then(|| parts.records(self))
    }
}
