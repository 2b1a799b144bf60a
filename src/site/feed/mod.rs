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

use super::fill::For;
use super::photos::MIDDLE;
use super::reader::PlanReader;
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::text::{allowed, escape};
use jiff::civil::Date;
use std::sync::Arc;

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

/// The bytes of a feed.
///
/// # Errors
/// A diagnostic if it can't be written.
pub(super) fn write(site: &PlanReader<'_>, kind: Kind) -> Result<String, Diagnostic> {
    let config = site.config;
    let feed = match kind {
        Kind::Atom => entries(site, "/feed.xml"),
        Kind::Rss => entries(site, "/rss.xml"),
        Kind::Json => entries(site, "/feed.json"),
        Kind::Tag(index) => of_tag(site, index),
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
fn entries(site: &PlanReader<'_>, address: &str) -> Feed {
    let config = site.config;
    feed(site, clean_text(&config.title), clean_text(&config.description), "/", address, None)
}

fn of_tag(site: &PlanReader<'_>, index: usize) -> Feed {
    let words = &site.language.words;
    let (name, slug) = site.tag(index);
    let args = [("site", site.config.title.as_str().into()), ("tag", name.into())];
    let (title, subtitle) = (words.say("feed-tag-title", &args), words.say("feed-tag", &args));
    let home = format!("/tags/{slug}/");
    feed(site, clean_text(&title), clean_text(&subtitle), &home, &format!("{home}feed.xml"), Some(index))
}

fn feed(site: &PlanReader<'_>, title: String, subtitle: String, home: &str, address: &str, tag: Option<usize>) -> Feed {
    let mut items: Vec<Item> = site.newest(tag).iter().map(|index| item(site, *index)).collect();
    if let (Some(newest), None) = (items.first_mut(), tag) {
        lead_to_beginning(site, newest);
    }
    with_items(Feed { title, subtitle, home: whole(site, home), address: whole(site, address), updated: None, items })
}

/// The feed with the day of its last change, which its items say.
fn with_items(feed: Feed) -> Feed {
    let updated = feed.items.iter().filter_map(|item| item.changed.max(item.published)).max();
    Feed { updated, ..feed }
}

fn item(site: &PlanReader<'_>, index: usize) -> Item {
    let text = site.text(index);
    let entry = text.entry;
    let url = whole(site, text.address);
    let make = || clean::html(&site.whole_addresses(site.fill(&text, For::Feed)), &url, site.config).into();
    let own = text.image.map(|image| site.shared_image(image, MIDDLE).0);
    let card = || site.card(index).has_card.then(|| whole(site, &site.card_address(super::Card::Entry(index))));
    Item {
        title: clean_text(&entry.title),
        published: entry.date,
        changed: entry.updated.filter(|changed| entry.date.is_none_or(|date| *changed > date)),
        tags: entry.tags.iter().map(|tag| clean_text(tag)).collect(),
        summary: clean_text(&entry.summary),
        image: own.or_else(card),
        content: site.feed_content(index, make),
        url,
    }
}

/// Ends what somebody who has just subscribed sees first with where the story begins.
fn lead_to_beginning(site: &PlanReader<'_>, newest: &mut Item) {
    let Some(first) = site.first_listed().map(|first| site.card(first)) else { return };
    let url = whole(site, first.address);
    if url == newest.url {
        return;
    }
    let entry = format!("<a href=\"{}\">{}</a>", escape(&url), escape(first.title));
    let line = site.language.words.say("feed-beginning", &[("entry", entry.into())]);
    newest.content = format!("{}<p>{line}</p>", newest.content).into();
}

/// An address of the site as it will be on the web.
fn whole(site: &PlanReader<'_>, address: &str) -> String {
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
