//! Which texts an output shows, and which of their links were told of already.

use super::{Feed, Page, Route, Site, Text};
use crate::entry::{Entry, Visibility};
use crate::journal::Lesson;
use crate::links::{Base, complete_html};
use std::ops::Bound::{Included, Unbounded};
use std::sync::Arc;

impl Site {
    /// Where the site stands on the web.
    #[must_use]
    pub fn base(&self) -> Base<'_> {
        Base { url: &self.config.base_url, path: &self.config.base_path }
    }

    /// Whether an address is that of a page which is in no list.
    #[must_use]
    pub fn is_unlisted(&self, route: &Route) -> bool {
        let entry = match route {
            Route::Page(Page::Entry(index)) => self.journal.items.get(*index).map(|item| &item.entry),
            Route::Page(Page::Plain(index)) => self.journal.pages.get(*index),
            _ => None,
        };
        entry.is_some_and(|entry| entry.visibility != Visibility::Public)
    }

    /// The texts that are shown at an address, as a whole or in part.
    #[must_use]
    pub fn texts_on(&self, route: &Route) -> Vec<&Entry> {
        let journal = &self.journal;
        let of_lesson = |lesson: &Lesson| {
            let items = lesson.events.iter().map(|event| event.item).chain([lesson.item]);
            items.map(|item| &*journal.items[item].entry).collect::<Vec<_>>()
        };
        let in_feed = |items: &[usize]| {
            items.iter().take(self.config.feed_limit).map(|item| &*journal.items[*item].entry).collect::<Vec<_>>()
        };
        match route {
            Route::Page(Page::Entry(index)) => vec![&journal.items[*index].entry],
            Route::Page(Page::Plain(index)) => vec![&journal.pages[*index]],
            Route::Page(Page::Home(1)) => journal.home.iter().map(|home| &**home).collect(),
            Route::Page(Page::Exercise(index)) => {
                let description = self.indexes.practice.exercises[*index].description;
                description.map(|page| &*journal.pages[page]).into_iter().collect()
            }
            Route::Page(Page::Lesson(index)) => of_lesson(&journal.lessons.all[*index]),
            Route::Page(Page::Lessons) | Route::Text(Text::Feed(Feed::Lessons)) => {
                journal.lessons.all.iter().flat_map(of_lesson).collect()
            }
            Route::Text(Text::Feed(Feed::Tag(index))) => in_feed(&self.indexes.tags[*index].items),
            Route::Text(Text::Feed(_)) => in_feed(&self.indexes.listed),
            _ => Vec::new(),
        }
    }

    /// Whether a text's link that stands in pages as this was already found to lead nowhere.
    #[must_use]
    pub fn is_told(&self, text: &Entry, typed: &str) -> bool {
        let page = self.addresses.get(&text.path).map_or("/", |address| &**address);
        let base = self.base();
        let told = self.links.told.get(&text.path).map(Vec::as_slice).unwrap_or_default();
        // In a feed and on other pages the address is whole, or from the root.
        told.iter().any(|told| told == typed || base.follow(page, told) == base.follow(page, typed))
    }

    /// Whether a text has links that were already found to lead nowhere.
    #[must_use]
    pub fn tells(&self, text: &Entry) -> bool {
        self.links.told.get(&text.path).is_some_and(|told| !told.is_empty())
    }

    /// The HTML of a text with the site's path before every address that lacks it.
    pub(super) fn whole_addresses(&self, html: String) -> String {
        complete_html(&html, self.base(), |address| self.has_address(address)).unwrap_or(html)
    }

    /// All addresses, where some of them start as the site's own path does: then they decide whether an address that a
    /// writer typed has that path already.
    pub(super) fn addresses_under_the_path(&self) -> Option<Vec<&Arc<str>>> {
        let path = self.config.base_path.as_str();
        let first = self.routes.range::<str, _>((Included(path), Unbounded)).next();
        let shared = path != "/" && first.is_some_and(|(address, _)| address.starts_with(path));
        shared.then(|| self.routes.keys().collect())
    }
}
