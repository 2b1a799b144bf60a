//! The tags, and the entries that have each of them.

use super::Site;
use super::group::GroupBySlug;
use crate::journal::Journal;

/// The tags by slug; a group's entries are the listed ones, newest first.
pub(super) fn of(journal: &Journal, listed: &[usize]) -> Vec<GroupBySlug> {
    let tags = |item: usize| journal.items[item].entry.tags.iter().map(move |tag| (tag.as_str(), item));
    let mut tags = GroupBySlug::all(listed.iter().rev().copied().flat_map(tags));
    tags.iter_mut().for_each(|tag| tag.items.reverse());
    tags.sort_by(|a, b| a.slug.cmp(&b.slug));
    tags
}

impl GroupBySlug {
    /// Its name, its slug and how many entries it has.
    pub(super) fn counted(&self) -> (&str, &str, usize) {
        (&self.name, &self.slug, self.items.len())
    }
}

/// The place of a list: that of all listed entries is the first, and those of tags follow.
pub(super) fn nth(tag: Option<usize>) -> usize {
    tag.map_or(0, |tag| tag + 1)
}

/// The lists by their places.
impl Site {
    fn list(&self, nth: usize) -> Option<&GroupBySlug> {
        self.indexes.tags.get(nth.checked_sub(1)?)
    }

    pub(super) fn list_slug(&self, nth: usize) -> Option<&str> {
        self.list(nth).map(|tag| tag.slug.as_str())
    }

    pub(super) fn list_items(&self, nth: usize) -> &[usize] {
        self.list(nth).map_or(&self.indexes.listed, |tag| &tag.items)
    }

    /// Those of a list that its feed has.
    pub(super) fn newest(&self, nth: usize) -> &[usize] {
        let list = self.list_items(nth);
        &list[..self.config.feed_limit.min(list.len())]
    }

    /// The index of a tag by its slug.
    pub(super) fn tag_position(&self, slug: &str) -> Option<usize> {
        self.indexes.tags.binary_search_by(|tag| tag.slug.as_str().cmp(slug)).ok()
    }
}
