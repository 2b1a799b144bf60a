//! The newest entries as an Atom feed, with their whole text.

use super::Site;
use super::fill::For;
use crate::journal::Item;
use crate::text::allowed;
use atom_syndication::{Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use jiff::civil::Date;

/// The feed, as many entries as the settings say.
pub(super) fn atom(site: &Site) -> String {
    let config = &site.config;
    let items = site.listed.iter().take(config.feed_limit).map(|index| &site.journal.items[*index]);
    let author = if config.author.is_empty() { &config.title } else { &config.author };
    let newest = site.listed.iter().find_map(|index| site.journal.items[*index].entry.date);
    let feed = Feed {
        title: Text::plain(clean(&config.title)),
        subtitle: Some(&config.description).filter(|d| !d.is_empty()).map(|d| Text::plain(clean(d))),
        id: config.base_url.clone(),
        updated: midnight(newest),
        authors: vec![Person { name: clean(author), ..Person::default() }],
        generator: Some(Generator { value: "comeback".to_owned(), ..Generator::default() }),
        lang: Some(config.language.clone()),
        links: vec![link("self", &config.absolute("feed.xml")), link("alternate", &config.base_url)],
        entries: items.map(|item| entry(site, item, newest)).collect(),
        ..Feed::default()
    };
    let mut text = feed.to_string();
    text.push('\n');
    text
}

fn entry(site: &Site, item: &Item, newest: Option<Date>) -> Entry {
    let source = &item.entry;
    let address = site.addresses.get(&source.path).map_or("/", |address| &**address);
    let whole = site.config.absolute(&super::links::encode(address));
    // An entry without a date of its own says the feed's, since Atom wants one.
    let date = midnight(source.date.or(newest));
    let updated = source.updated.filter(|u| source.date.is_none_or(|d| *u > d)).map_or(date, |u| midnight(Some(u)));
    Entry {
        title: Text::plain(clean(&source.title)),
        id: whole.clone(),
        updated,
        published: source.date.map(|_| date),
        links: vec![link("alternate", &whole)],
        categories: source.tags.iter().map(|t| Category { term: clean(t), ..Category::default() }).collect(),
        summary: Some(&source.summary).filter(|s| !s.is_empty()).map(|s| Text::plain(clean(s))),
        content: Some(Content {
            content_type: Some("html".to_owned()),
            base: Some(whole),
            value: Some(clean(&site.fill(source, For::Feed))),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn link(rel: &str, href: &str) -> Link {
    Link { rel: rel.to_owned(), href: href.to_owned(), ..Link::default() }
}

/// What XML forbids is left out.
fn clean(text: &str) -> String {
    allowed(text).into_owned()
}

/// A journal knows days: each stands for its first moment in universal time, whatever machine builds the site.
fn midnight(date: Option<Date>) -> FixedDateTime {
    let text = format!("{}T00:00:00+00:00", date.unwrap_or(Date::new(1970, 1, 1).unwrap_or(Date::ZERO)));
    text.parse().unwrap_or_default()
}
