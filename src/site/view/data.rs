//! What machines read of a page: schema.org's words as JSON, in a script element that runs nothing.

use super::Head;
use crate::entry::Entry;
use crate::site::Page;
use crate::site::reader::PlanReader;
use crate::site::search::SEARCH;
use crate::text::{allowed, escape_by};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// Where a page stands below the home page: names and addresses.
type Trail = Vec<(String, String)>;

impl Head {
    /// The head with what machines read of the page; a page that is not to be found has nothing to say to them.
    pub(super) fn with_data(mut self, site: &PlanReader<'_>, page: Page) -> Self {
        self.data = None;
        if self.noindex {
            return self;
        }
        let own = match page {
            Page::Home(1) => Some(home(site)),
            Page::Entry(index) => Some(post(site, site.text(index).entry, &self)),
            Page::Lesson(_) => Some(self.article(site, "Article")),
            Page::Plain(_) => Some(self.article(site, "WebPage")),
            _ => None,
        };
        let trail = crumbs(site, page, &self);
        let graph: Vec<Value> = own.into_iter().flatten().chain(breadcrumbs(&trail)).collect();
        if !graph.is_empty() {
            self.data = Some(in_script(&json!({ "@context": "https://schema.org", "@graph": graph })));
        }
        self
    }

    /// A page with a text of its own.
    fn article(&self, site: &PlanReader<'_>, sort: &str) -> Vec<Value> {
        let mut article = Map::new();
        let mut set = |key: &str, value: Value| article.insert(key.to_owned(), value);
        set("@type", sort.into());
        set("@id", self.canonical.clone().into());
        set("url", self.canonical.clone().into());
        set(if sort == "WebPage" { "name" } else { "headline" }, self.title.clone().into());
        if !self.description.is_empty() {
            set("description", self.description.clone().into());
        }
        set("inLanguage", site.config.language.clone().into());
        if let Some(image) = &self.image {
            set("image", image.href.clone().into());
        }
        if let Some(author) = author(site) {
            set("author", author);
        }
        set("isPartOf", json!({ "@id": journal_id(site) }));
        vec![article.into()]
    }
}

/// The site, its journal, and how it is searched.
fn home(site: &PlanReader<'_>) -> Vec<Value> {
    let config = site.config;
    let mut whole = json!({
        "@type": "WebSite",
        "@id": format!("{}#site", config.base_url),
        "url": config.base_url,
        "name": config.title,
        "inLanguage": config.language,
    });
    let mut journal = json!({
        "@type": "Blog",
        "@id": journal_id(site),
        "url": config.base_url,
        "name": config.title,
        "inLanguage": config.language,
    });
    if !config.description.is_empty() {
        whole["description"] = config.description.clone().into();
        journal["description"] = config.description.clone().into();
    }
    if let Some(author) = author(site) {
        journal["author"] = author;
    }
    if site.has(SEARCH) {
        whole["potentialAction"] = json!({
            "@type": "SearchAction",
            "target": { "@type": "EntryPoint", "urlTemplate": format!("{}?q={{words}}", config.absolute("search/")) },
            "query-input": "required name=words",
        });
    }
    vec![whole, journal]
}

/// An entry of the journal.
fn post(site: &PlanReader<'_>, entry: &Entry, head: &Head) -> Vec<Value> {
    let mut posts = head.article(site, "BlogPosting");
    for post in &mut posts {
        if let Some(published) = &head.published {
            post["datePublished"] = published.clone().into();
            post["dateModified"] = head.modified.as_ref().unwrap_or(published).clone().into();
        }
        if !entry.tags.is_empty() {
            post["keywords"] = json!(entry.tags);
        }
        if entry.body.words > 0 {
            post["wordCount"] = entry.body.words.into();
        }
    }
    posts
}

/// The way from the home page to a page.
fn crumbs(site: &PlanReader<'_>, page: Page, head: &Head) -> Trail {
    let above = |title: &str, address: &str| {
        site.has(address).then(|| (site.language.words.word(title), site.config.absolute(address)))
    };
    let above = match page {
        Page::Home(_) | Page::NotFound => return Trail::new(),
        Page::Entry(_) | Page::Year(_) | Page::Undated => above("archive", "/archive/"),
        Page::Lesson(_) => above("lessons", "/lessons/"),
        Page::Exercise(_) => above("exercises", "/exercises/"),
        Page::Tag(..) => above("tags", "/tags/"),
        _ => None,
    };
    let own = (head.title.clone(), head.canonical.clone());
    let home = (site.config.title.clone(), site.config.base_url.clone());
    std::iter::once(home).chain(above).chain([own]).collect()
}

fn breadcrumbs(trail: &Trail) -> Option<Value> {
    let step = |(at, (name, address)): (usize, &(String, String))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": address });
    let steps: Vec<Value> = trail.iter().enumerate().map(step).collect();
    (!steps.is_empty()).then(|| json!({ "@type": "BreadcrumbList", "itemListElement": steps }))
}

fn author(site: &PlanReader<'_>) -> Option<Value> {
    let name = &site.config.author;
    (!name.is_empty()).then(|| json!({ "@type": "Person", "name": name }))
}

fn journal_id(site: &PlanReader<'_>) -> String {
    format!("{}#journal", site.config.base_url)
}

/// The bytes that mean something to HTML.
const IN_SCRIPT: [bool; 256] = {
    let mut bytes = [false; 256];
    (bytes[b'<' as usize], bytes[b'>' as usize], bytes[b'&' as usize]) = (true, true, true);
    bytes
};

/// JSON that may stand in a script element: nothing in it can end the element or open a comment, or is forbidden to XML.
fn in_script(value: &Value) -> String {
    let json = value.to_string();
    let mut out = String::with_capacity(json.len() + 64);
    escape_by(&mut out, &allowed(&json), &IN_SCRIPT, |out, c| {
        let _ = write!(out, "\\u{:04x}", u32::from(c));
    });
    out
}
