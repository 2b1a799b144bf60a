//! What belongs together because its names have one slug.

use crate::text::slug::slug;
use ahash::AHashMap;

/// Things by their index, under the first spelling of their name.
#[derive(Debug)]
pub(super) struct GroupBySlug {
    pub(super) name: String,
    pub(super) slug: String,
    pub(super) items: Vec<usize>,
}

impl GroupBySlug {
    /// The groups in the order in which their names first come up; what has a name twice in a row is in its group once.
    pub(super) fn all<'a>(named: impl Iterator<Item = (&'a str, usize)>) -> Vec<Self> {
        let mut groups: Vec<Self> = Vec::new();
        // A spelling is made a slug once, however many things have it.
        let (mut by_name, mut by_slug) = (AHashMap::<&str, usize>::new(), AHashMap::<String, usize>::new());
        for (name, item) in named {
            let group = *by_name.entry(name).or_insert_with(|| {
                *by_slug.entry(slug(name)).or_insert_with_key(|slug| {
                    groups.push(Self { name: name.to_owned(), slug: slug.clone(), items: Vec::new() });
                    groups.len() - 1
                })
            });
            let items = &mut groups[group].items;
            if items.last() != Some(&item) {
                items.push(item);
            }
        }
        groups
    }
}
