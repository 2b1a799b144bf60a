//! The tags, and the entries that have each of them.

use super::Site;
use crate::journal::Journal;
use ahash::AHashMap;

/// A tag and its entries.
#[derive(Debug)]
pub(super) struct Tag {
    /// Its first spelling.
    pub(super) name: String,
    /// Its name in addresses.
    pub(super) slug: String,
    /// Its listed entries, newest first.
    pub(super) items: Vec<usize>,
}

/// Tags by slug in the order of their names; the first spelling is shown.
pub(super) fn of(journal: &Journal, listed: &[usize]) -> Vec<Tag> {
    let mut tags: AHashMap<&str, Tag> = AHashMap::new();
    for index in listed.iter().rev() {
        let entry = &journal.items[*index].entry;
        for (name, slug) in entry.tags.iter().zip(&entry.tag_slugs) {
            let new = || Tag { name: name.clone(), slug: slug.clone(), items: Vec::new() };
            let tag = match tags.get_mut(slug.as_str()) {
                Some(tag) => tag,
                None => tags.entry(slug).or_insert_with(new),
            };
            if tag.items.last() != Some(index) {
                tag.items.push(*index);
            }
        }
    }
    let newest_first = |mut tag: Tag| {
        tag.items.reverse();
        tag
    };
    let mut tags: Vec<Tag> = tags.into_values().map(newest_first).collect();
    tags.sort_by(|a, b| a.slug.cmp(&b.slug));
    tags
}

impl Tag {
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
    fn list(&self, nth: usize) -> Option<&Tag> {
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
