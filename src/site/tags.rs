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

impl Site {
    /// A tag by its slug.
    pub(super) fn tag(&self, slug: &str) -> Option<&Tag> {
        self.tags.binary_search_by(|tag| tag.slug.as_str().cmp(slug)).ok().map(|index| &self.tags[index])
    }
}
