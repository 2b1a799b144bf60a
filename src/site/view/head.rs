//! What every page shows around its own content: its head, the navigation, the foot.

use super::super::{Page, Route, Site, Text, links};
use super::LinkView;
use crate::entry::{Entry, Visibility};
use serde::Serialize;

/// What every page's template sees of the site as a whole, under `site`.
#[derive(Debug, Serialize)]
pub struct Common {
    title: String,
    description: String,
    author: String,
    language: String,
    /// The path before every address, without a slash at its end.
    base: String,
    fictional: bool,
    nav: Vec<NavLink>,
    /// The feeds of the whole site.
    feeds: Vec<FeedLink>,
    /// The page of all entries by date.
    archive: Option<String>,
    /// The pages of exercises, treatments and setbacks, where there are any.
    practice: Vec<LinkView>,
    /// The journal's numbers as files.
    data: Vec<LinkView>,
    fictional_note: &'static str,
    record_note: &'static str,
}

#[derive(Debug, Serialize)]
struct NavLink {
    label: String,
    href: String,
}

/// A feed that readers can subscribe to.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FeedLink {
    /// `Atom`
    label: &'static str,
    /// Its media type.
    kind: &'static str,
    title: String,
    href: String,
}

/// The standing words of every page's foot.
const RECORD: &str = "It makes no diagnosis and predicts nothing about anybody’s recovery. Questions about an injury belong with a clinician.";
const FICTIONAL: &str = "The runner, the story and every number are invented.";

/// What every page sees of the site.
#[must_use]
pub fn common(site: &Site) -> Common {
    let config = &site.config;
    let link = |(label, href): (String, String)| {
        let href = if href.starts_with('/') { site.path(&href) } else { href };
        NavLink { label, href }
    };
    Common {
        title: config.title.clone(),
        description: config.description.clone(),
        author: config.author.clone(),
        language: config.language.clone(),
        base: config.base_path.trim_end_matches('/').to_owned(),
        fictional: config.fictional,
        nav: config.nav.clone().unwrap_or_else(|| default_nav(site)).into_iter().map(link).collect(),
        feeds: feeds(site),
        archive: site.routes.contains_key("/archive/").then(|| site.path("/archive/")),
        practice: practice(site),
        data: data(site),
        fictional_note: FICTIONAL,
        record_note: RECORD,
    }
}

/// The sections that exist, and the top-level pages.
fn default_nav(site: &Site) -> Vec<(String, String)> {
    let sections = [
        ("Journal", "/"),
        ("Progress", "/progress/"),
        ("Timeline", "/timeline/"),
        ("Lessons", "/lessons/"),
        ("Tags", "/tags/"),
    ];
    let there = sections.into_iter().filter(|(_, href)| site.routes.contains_key(*href));
    let mut nav: Vec<(String, String)> = there.map(|(l, h)| (l.to_owned(), h.to_owned())).collect();
    for page in &site.journal.pages {
        let top = page.path.matches('/').count() == 1
            || page.path.ends_with("/index.md") && page.path.matches('/').count() == 2;
        if let Some(address) = site.addresses.get(&page.path).filter(|_| top && page.visibility == Visibility::Public) {
            nav.push((page.title.clone(), address.to_string()));
        }
    }
    nav
}

/// The pages of what was done, and of what went wrong, where the site has them.
fn practice(site: &Site) -> Vec<LinkView> {
    let pages = [
        ("/exercises/", Page::Exercises, "Exercises"),
        ("/treatments/", Page::Treatments, "Treatments"),
        ("/setbacks/", Page::Setbacks, "Setbacks"),
    ];
    let is_ours = |address: &str, page: Page| matches!(site.routes.get(address), Some(Route::Page(p)) if *p == page);
    let there = pages.into_iter().filter(|(address, page, _)| is_ours(address, *page));
    there.map(|(address, _, label)| LinkView { href: site.path(address), label: label.to_owned() }).collect()
}

fn feeds(site: &Site) -> Vec<FeedLink> {
    let title = &site.config.title;
    let all = [
        ("/feed.xml", "Atom", "application/atom+xml", title.clone()),
        ("/rss.xml", "RSS", "application/rss+xml", format!("{title} (RSS)")),
        ("/feed.json", "JSON", "application/feed+json", format!("{title} (JSON)")),
        ("/lessons/feed.xml", "Lessons", "application/atom+xml", format!("{title}: lessons")),
    ];
    // A page or a file of the writer's may stand at such an address, if only together with an error.
    let is_feed = |address: &str| matches!(site.routes.get(address), Some(Route::Text(Text::Feed(_))));
    let there = all.into_iter().filter(|(address, ..)| is_feed(address));
    there.map(|(address, label, kind, title)| FeedLink { label, kind, title, href: site.path(address) }).collect()
}

/// The files of the journal's numbers, where it has any.
pub(super) fn data(site: &Site) -> Vec<LinkView> {
    let files = [("/data/journal.csv", "CSV"), ("/data/journal.json", "JSON")];
    let there = files.into_iter().filter(|(address, _)| site.routes.contains_key(*address));
    there.map(|(address, label)| LinkView { href: site.path(address), label: label.to_owned() }).collect()
}

/// What every page's head needs.
#[derive(Debug, Serialize)]
pub(super) struct Head {
    /// The page's own title, empty for the home page.
    pub(super) title: String,
    pub(super) description: String,
    /// The page's address as it will be on the web.
    pub(super) canonical: String,
    /// The page's path, to mark the current link of the navigation.
    pub(super) path: String,
    pub(super) noindex: bool,
    pub(super) code: bool,
    /// What the page is to those who show links to it: `article`, `website`.
    pub(super) kind: &'static str,
    /// The whole address of the page's picture.
    pub(super) image: Option<String>,
    /// The page's own feed.
    pub(super) feed: Option<FeedLink>,
}

impl Head {
    pub(super) fn new(site: &Site, title: &str, description: &str, address: &str) -> Self {
        let address = links::encode(address);
        let description = if description.is_empty() { site.config.description.clone() } else { description.to_owned() };
        Self {
            title: title.to_owned(),
            description: crate::text::shorten(&description, 200),
            canonical: site.config.absolute(&address),
            path: site.path(&address),
            noindex: false,
            code: false,
            kind: "website",
            image: None,
            feed: None,
        }
    }

    /// The head of a page that shows a text.
    pub(super) fn of_text(self, site: &Site, entry: &Entry) -> Self {
        Self {
            noindex: entry.visibility != Visibility::Public,
            code: entry.body.code,
            kind: "article",
            image: site.image_of(entry, 1200),
            ..self
        }
    }

    /// The head of a page of a tag, which has a feed of its own.
    pub(super) fn with_feed(self, site: &Site, name: &str, slug: &str) -> Self {
        let href = site.path(&links::encode(&format!("/tags/{slug}/feed.xml")));
        let title = format!("{}: {name}", site.config.title);
        Self { feed: Some(FeedLink { label: "Atom", kind: "application/atom+xml", title, href }), ..self }
    }
}
