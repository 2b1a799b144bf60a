//! A feed as JSON Feed 1.1 (jsonfeed.org).

use super::{Feed, Item, author, midnight};
use crate::config::Config;
use serde::Serialize;

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    language: &'a str,
    authors: [Author; 1],
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct Author {
    name: String,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_html: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    tags: &'a [String],
}

/// Writes a feed.
pub(super) fn write(feed: &Feed, config: &Config) -> serde_json::Result<String> {
    serde_json::to_string_pretty(&JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        home_page_url: &feed.home,
        feed_url: &feed.address,
        description: &feed.subtitle,
        language: &config.language,
        authors: [Author { name: author(config) }],
        items: feed.items.iter().map(item).collect(),
    })
}

fn item(item: &Item) -> JsonItem<'_> {
    JsonItem {
        id: &item.url,
        url: &item.url,
        title: &item.title,
        content_html: &item.content,
        summary: &item.summary,
        image: item.image.as_deref(),
        date_published: item.published.map(midnight),
        date_modified: item.changed.map(midnight),
        tags: &item.tags,
    }
}
