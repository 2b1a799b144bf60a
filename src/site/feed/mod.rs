//! The feeds: what is new, in the three forms that feed readers know.
//!
//! A [`Feed`] is made once, with every address whole and every text clean; `atom.rs`, `rss.rs` and `json.rs` only write it
//! down.
//!
//! Invariant: an item's id is its address, which does not change when its text does; nothing but public entries is in it.

mod atom;
mod clean;
mod json;
mod lessons;
mod rss;

use super::fill::Charts;
use super::photos::MIDDLE;
use super::{Site, Tag};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::text::allowed;
use jiff::civil::Date;
use std::sync::{Arc, OnceLock};

/// The feeds of a site.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Kind {
    /// The newest entries, as Atom.
    Atom,
    /// The newest entries, as RSS.
    Rss,
    /// The newest entries, as JSON Feed.
    Json,
    /// The newest entries of a tag, by the tag's index, as Atom.
    Tag(usize),
    /// The lessons that something happened to last, as Atom.
    Lessons,
}

/// A feed, whatever form it is written in.
#[derive(Debug)]
struct Feed {
    title: String,
    /// One or two sentences about it, which may be empty.
    subtitle: String,
    /// The page that it is the feed of.
    home: String,
    /// Its own address.
    address: String,
    /// The day that something in it changed last.
    updated: Option<Date>,
    items: Vec<Item>,
}

/// A piece of a feed.
#[derive(Debug)]
struct Item {
    /// Its address, which is its id too.
    url: String,
    title: String,
    published: Option<Date>,
    /// The day of its last change, where that is later.
    changed: Option<Date>,
    tags: Vec<String>,
    summary: String,
    /// The address of its picture.
    image: Option<String>,
    content: Arc<str>,
}

/// The texts of entries as feeds show them, each made when a feed first asks for it: three feeds and those of its tags may.
#[derive(Debug, Default)]
pub(super) struct Contents(Vec<OnceLock<Arc<str>>>);

impl Contents {
    /// Room for so many entries.
    pub(super) fn new(n_items: usize) -> Self {
        Self(std::iter::repeat_with(OnceLock::new).take(n_items).collect())
    }
}

/// The bytes of a feed.
///
/// # Errors
/// A diagnostic if it can't be written.
pub(super) fn write(site: &Site, kind: Kind) -> Result<String, Diagnostic> {
    let config = &site.config;
    let feed = match kind {
        Kind::Atom => entries(site, "/feed.xml"),
        Kind::Rss => entries(site, "/rss.xml"),
        Kind::Json => entries(site, "/feed.json"),
        Kind::Tag(index) => of_tag(site, &site.tags[index]),
        Kind::Lessons => lessons::feed(site),
    };
    let mut text = match kind {
        Kind::Atom | Kind::Tag(_) | Kind::Lessons => atom::write(&feed, config),
        Kind::Rss => rss::write(&feed, config),
        Kind::Json => json::write(&feed, config)
            .map_err(|error| Diagnostic::error("feed", format!("{} can't be written: {error}", feed.address)))?,
    };
    text.push('\n');
    Ok(text)
}

/// The newest entries.
fn entries(site: &Site, address: &str) -> Feed {
    let config = &site.config;
    feed(site, clean_text(&config.title), clean_text(&config.description), "/", address, &site.listed)
}

fn of_tag(site: &Site, tag: &Tag) -> Feed {
    let config = &site.config;
    let words = &site.language.words;
    let args = [("site", config.title.as_str().into()), ("tag", tag.name.as_str().into())];
    let (title, subtitle) = (words.say("feed-tag-title", &args), words.say("feed-tag", &args));
    let home = format!("/tags/{}/", tag.slug);
    feed(site, clean_text(&title), clean_text(&subtitle), &home, &format!("{home}feed.xml"), &tag.items)
}

fn feed(site: &Site, title: String, subtitle: String, home: &str, address: &str, newest_first: &[usize]) -> Feed {
    let items = newest_first.iter().take(site.config.feed_limit).map(|index| item(site, *index)).collect();
    with_items(Feed { title, subtitle, home: whole(site, home), address: whole(site, address), updated: None, items })
}

/// The feed with the day of its last change, which its items say.
fn with_items(feed: Feed) -> Feed {
    let updated = feed.items.iter().filter_map(|item| item.changed.max(item.published)).max();
    Feed { updated, ..feed }
}

fn item(site: &Site, index: usize) -> Item {
    let entry = &*site.journal.items[index].entry;
    let url = whole(site, site.address_of(index));
    let content = site.contents.0.get(index).map(|content| {
        content
            .get_or_init(|| {
                clean::html(&site.whole_addresses(site.fill(entry, Charts::Told)), &url, &site.config).into()
            })
            .clone()
    });
    Item {
        title: clean_text(&entry.title),
        published: entry.date,
        changed: entry.updated.filter(|changed| entry.date.is_none_or(|date| *changed > date)),
        tags: entry.tags.iter().map(|tag| clean_text(tag)).collect(),
        summary: clean_text(&entry.summary),
        image: site
            .image_of(entry, MIDDLE)
            .or_else(|| site.has_card(index).then(|| whole(site, &site.card_address(super::Card::Entry(index))))),
        content: content.unwrap_or_default(),
        url,
    }
}

/// An address of the site as it will be on the web.
fn whole(site: &Site, address: &str) -> String {
    site.config.absolute(&super::links::encode(address))
}

/// What XML forbids is left out.
fn clean_text(text: &str) -> String {
    allowed(text).into_owned()
}

/// Who wrote it; Atom wants somebody to be named.
fn author(config: &Config) -> String {
    clean_text(if config.author.is_empty() { &config.title } else { &config.author })
}

/// A journal knows days: each stands for its first moment in universal time, whatever machine builds the site.
fn midnight(date: Date) -> String {
    format!("{date}T00:00:00+00:00")
}
