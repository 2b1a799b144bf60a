//! What the search finds: the form of its records, and what results can be narrowed to.

use super::Site;
use crate::entry::Visibility;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The address of the search page.
pub(super) const SEARCH: &str = "/search/";

/// The folder of the index, which holds nothing else.
pub const INDEX: &str = "/search/pagefind/";

/// A page as the index takes it in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Record {
    /// Its address, relative to the site's root, as links have it.
    pub address: String,
    /// Its title.
    pub title: String,
    /// What stands below the title: `14 Aug 2020 · day 237`.
    pub beside: String,
    /// What results can be narrowed to: the names of filters, each with a value.
    pub filters: Vec<(&'static str, String)>,
    /// What it is found by and shown with, in the order of reading: plain texts, each with its weight from 1 to 10.
    pub said: Vec<(u8, String)>,
}

impl Record {
    /// All its texts.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let values = self.filters.iter().map(|(_, value)| value.as_str());
        let said = self.said.iter().map(|(_, text)| text.as_str());
        [self.title.as_str(), &self.beside].into_iter().chain(values).chain(said)
    }
}

/// The weight of what readers look for by its name, as they do for titles: a milestone, a setback, a diagnosis.
pub const EVENT: u8 = 6;

/// What results can be narrowed to: the name of a filter, and its values.
#[derive(Debug, Default, Hash)]
pub(super) struct Filters {
    pub(super) kinds: Vec<&'static str>,
    pub(super) phases: Vec<String>,
    pub(super) injuries: Vec<String>,
    pub(super) years: Vec<i16>,
    /// Whether there are results that come after all others.
    pub(super) last: bool,
}

/// The kinds of records, as the index knows them.
pub(super) const ENTRY: &str = "entry";
/// A lesson.
pub(super) const LESSON: &str = "lesson";
/// A page.
pub(super) const PAGE: &str = "page";

/// The filter that results have which come after all others, whatever words they have.
pub(super) const LAST: &str = "last";

/// The pages of lists that anybody may find.
pub(super) const LISTS: [&str; 6] =
    ["/timeline/", "/progress/", "/setbacks/", "/exercises/", "/treatments/", "/lessons/"];

impl Site {
    /// Whether there is an index.
    #[must_use]
    pub fn has_search(&self) -> bool {
        self.routes.contains_key(SEARCH)
    }

    /// What results can be narrowed to.
    pub(super) fn filters(&self) -> Filters {
        let items = self.indexes.listed.iter().map(|index| &self.journal.items[*index]);
        let mut years = BTreeSet::new();
        let mut phases: Vec<&str> = Vec::new();
        let mut injuries = BTreeSet::new();
        for item in items {
            years.extend(item.entry.date.map(Date::year));
            injuries.extend(item.injury);
            // Days of a phase mostly follow one another.
            if let Some(phase) = item.phase.as_deref()
                && phases.last() != Some(&phase)
                && !phases.contains(&phase)
            {
                phases.push(phase);
            }
        }
        phases.reverse();
        let kinds = [
            (ENTRY, !self.indexes.listed.is_empty()),
            (LESSON, !self.journal.lessons.all.is_empty()),
            (PAGE, found_pages(self).next().is_some() || LISTS.iter().any(|list| self.routes.contains_key(*list))),
        ];
        Filters {
            kinds: kinds.into_iter().filter(|(_, any)| *any).map(|(kind, _)| kind).collect(),
            phases: phases.into_iter().map(str::to_owned).collect(),
            injuries: injuries.into_iter().map(|i| self.journal.injuries[i].injury.name.clone()).collect(),
            years: years.into_iter().rev().collect(),
            last: found_pages(self).any(|(page, _)| is_manual(&self.journal.pages[page].path)),
        }
    }
}

/// The plain pages that anybody may find, by their indices, each with its address; what describes an exercise is found on its page.
pub(super) fn found_pages(site: &Site) -> impl Iterator<Item = (usize, &str)> {
    site.journal.pages.iter().enumerate().filter(|(_, page)| page.visibility == Visibility::Public).filter_map(
        |(index, page)| {
            let described = super::practice::is_description(&page.path);
            let address = site.addresses.get(&page.path).filter(|_| !described)?;
            Some((index, &**address))
        },
    )
}

/// Whether a page is of a manual, which has all words of the field and is about no leg: it comes last.
pub(super) fn is_manual(path: &str) -> bool {
    path.starts_with("content/guide/")
}
