//! A feed as Atom (RFC 4287).

use super::{Feed, Item, author, midnight};
use crate::config::Config;
use atom_syndication as atom;
use atom_syndication::{Category, Content, FixedDateTime, Generator, Link, Person, Text};
use jiff::civil::Date;

/// Writes a feed.
pub(super) fn write(feed: &Feed, config: &Config) -> String {
    let atom = atom::Feed {
        title: Text::plain(feed.title.as_str()),
        subtitle: Some(&feed.subtitle).filter(|text| !text.is_empty()).map(|text| Text::plain(text.as_str())),
        id: feed.home.clone(),
        updated: moment(feed.updated),
        authors: vec![Person { name: author(config), ..Person::default() }],
        generator: Some(Generator { value: "comeback".to_owned(), ..Generator::default() }),
        lang: Some(config.language.clone()),
        links: vec![link("self", &feed.address), link("alternate", &feed.home)],
        entries: feed.items.iter().map(|item| entry(item, feed.updated)).collect(),
        ..atom::Feed::default()
    };
    atom.to_string()
}

fn entry(item: &Item, newest: Option<Date>) -> atom::Entry {
    atom::Entry {
        title: Text::plain(item.title.as_str()),
        id: item.url.clone(),
        // What has no date of its own says the feed's, since Atom wants one.
        updated: moment(item.changed.or(item.published).or(newest)),
        published: item.published.map(|date| moment(Some(date))),
        links: vec![link("alternate", &item.url)],
        categories: item.tags.iter().map(|tag| Category { term: tag.clone(), ..Category::default() }).collect(),
        summary: Some(&item.summary).filter(|text| !text.is_empty()).map(|text| Text::plain(text.as_str())),
        content: Some(Content {
            content_type: Some("html".to_owned()),
            base: Some(item.url.clone()),
            value: Some(item.content.to_string()),
            ..Content::default()
        }),
        ..atom::Entry::default()
    }
}

fn link(rel: &str, href: &str) -> Link {
    Link { rel: rel.to_owned(), href: href.to_owned(), ..Link::default() }
}

/// Where no date is known at all, the first day of the clock stands, since Atom wants one.
fn moment(date: Option<Date>) -> FixedDateTime {
    midnight(date.unwrap_or(Date::constant(1970, 1, 1))).parse().unwrap_or_default()
}
