//! A feed as RSS 2.0, with whole texts (`content:encoded`) and its own address (`atom:link`).

use super::{Feed, Item, author};
use crate::config::Config;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rss::extension::atom::{AtomExtension, Link};
use rss::extension::dublincore::DublinCoreExtension;
use rss::{Category, Channel, Guid};

/// Writes a feed.
pub(super) fn write(feed: &Feed, config: &Config) -> String {
    let address = Link {
        rel: "self".to_owned(),
        href: feed.address.clone(),
        mime_type: Some("application/rss+xml".to_owned()),
        ..Link::default()
    };
    // RSS wants a description, and a site may have none.
    let description = if feed.subtitle.is_empty() { &feed.title } else { &feed.subtitle };
    let channel = Channel {
        title: feed.title.clone(),
        link: feed.home.clone(),
        description: description.clone(),
        language: Some(config.language.clone()),
        last_build_date: feed.updated.and_then(moment),
        generator: Some("comeback".to_owned()),
        docs: Some("https://www.rssboard.org/rss-specification".to_owned()),
        items: feed.items.iter().map(|item| self::item(item, config)).collect(),
        atom_ext: Some(AtomExtension { links: vec![address] }),
        ..Channel::default()
    };
    channel.to_string()
}

fn item(item: &Item, config: &Config) -> rss::Item {
    // The author's element of RSS is an address for mail, which a journal does not tell; Dublin Core's is a name.
    let creator = DublinCoreExtension { creators: vec![author(config)], ..DublinCoreExtension::default() };
    rss::Item {
        title: Some(item.title.clone()),
        link: Some(item.url.clone()),
        guid: Some(Guid { value: item.url.clone(), permalink: true }),
        pub_date: item.published.and_then(moment),
        categories: item.tags.iter().map(|tag| Category { name: tag.clone(), domain: None }).collect(),
        description: Some(item.summary.clone()).filter(|text| !text.is_empty()),
        content: Some(item.content.to_string()),
        dublin_core_ext: Some(creator),
        ..rss::Item::default()
    }
}

/// The first moment of a day in universal time, as mail writes it: `Sat, 15 Aug 2020 00:00:00 +0000`.
fn moment(date: Date) -> Option<String> {
    jiff::fmt::rfc2822::to_string(&date.to_zoned(TimeZone::UTC).ok()?).ok()
}
