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

impl Site {
    /// The entries with a tag, or all that are listed; newest first.
    pub(super) fn list<'a>(&'a self, tag: Option<&'a Tag>) -> &'a [usize] {
        tag.map_or(&self.listed, |tag| &tag.items)
    }

    /// Those of a list that its feed has.
    pub(super) fn newest<'a>(&'a self, tag: Option<&'a Tag>) -> &'a [usize] {
        let list = self.list(tag);
        &list[..self.config.feed_limit.min(list.len())]
    }

    /// The index of a tag by its slug.
    pub(super) fn tag_position(&self, slug: &str) -> Option<usize> {
        self.tags.binary_search_by(|tag| tag.slug.as_str().cmp(slug)).ok()
    }
}
