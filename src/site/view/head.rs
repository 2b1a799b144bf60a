//! What every page shows around its own content: its head, the navigation, the foot.

use super::LinkView;
use super::comments::FormView;
use crate::entry::Visibility;
use crate::site::reader::{LinkedText, PlanReader};
use crate::site::{Card, Page, Route, Site, Text, links, routes};
use icu_locale::{LanguageIdentifier, LocaleExpander};
use serde::Serialize;
use std::collections::BTreeMap;

/// What every page's template sees of the site as a whole, under `site`.
#[derive(Debug, Serialize)]
pub struct Common {
    title: String,
    description: String,
    author: String,
    language: String,
    /// Which way the texts run, as HTML says it.
    direction: &'static str,
    /// The path before every address, without a slash at its end.
    base: String,
    /// Where each file of the theme stands, by its path in the theme's `static/`.
    assets: BTreeMap<String, String>,
    /// The stylesheets that the settings add, which come after the theme's.
    styles: Vec<String>,
    fictional: bool,
    nav: Vec<NavLink>,
    /// The feeds of the whole site.
    feeds: Vec<FeedLink>,
    /// The page of all entries by date.
    archive: Option<String>,
    /// The pages of exercises, treatments and setbacks, where there are any.
    practice: Vec<LinkView>,
    /// What else the menu and the foot lead to.
    more: Vec<LinkView>,
    /// The journal's numbers as files.
    data: Vec<LinkView>,
    fictional_note: String,
    /// The language and region of the texts, as social networks write them: `en_US`.
    locale: Option<String>,
    /// The icon, and the same as pictures.
    icon: Option<String>,
    icons: Vec<Icon>,
    /// The form for a newsletter.
    newsletter: Option<LetterView>,
    /// How to write to the writer.
    contact: Option<ContactView>,
}

/// The form for a newsletter.
#[derive(Debug, Serialize)]
struct LetterView {
    form: FormView,
    words: Option<String>,
}

/// How to write to the writer.
#[derive(Debug, Serialize)]
struct ContactView {
    email: Option<String>,
    form: Option<FormView>,
    words: Option<String>,
}

/// An icon as a picture.
#[derive(Debug, Serialize)]
struct Icon {
    rel: &'static str,
    href: String,
    /// `48x48`
    sizes: String,
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
    label: String,
    /// Its media type.
    kind: &'static str,
    title: String,
    href: String,
}

/// What every page sees of the site.
#[must_use]
pub fn common(site: &Site) -> Common {
    let (config, words) = (&site.config, &site.language.words);
    let link = |(label, href): (String, String)| {
        let href = if href.starts_with('/') { site.path(&href) } else { href };
        NavLink { label, href }
    };
    let nav = config.nav.clone().unwrap_or_else(|| default_nav(site));
    Common {
        title: config.title.clone(),
        description: config.description.clone(),
        author: config.author.clone(),
        language: config.language.clone(),
        direction: site.language.direction.word(),
        base: config.base_path.trim_end_matches('/').to_owned(),
        assets: site.assets.addresses.iter().map(|(name, a)| (name.clone(), site.path(&links::encode(a)))).collect(),
        styles: site.assets.styles.iter().map(|address| site.path(&links::encode(address))).collect(),
        fictional: config.fictional,
        nav: nav.into_iter().chain(config.nav_extra.clone()).map(link).collect(),
        feeds: feeds(site),
        archive: site.routes.contains_key("/archive/").then(|| site.path("/archive/")),
        practice: practice(site),
        more: more(site),
        data: data(site),
        newsletter: config
            .newsletter
            .as_ref()
            .map(|n| LetterView { form: FormView::new(&n.form), words: n.words.clone() }),
        contact: config.contact.as_ref().map(|c| ContactView {
            email: c.email.clone(),
            form: c.form.as_ref().map(FormView::new),
            words: c.words.clone(),
        }),
        fictional_note: words.word("fictional-note"),
        locale: locale(&config.language),
        icon: site.routes.contains_key(routes::ICON).then(|| site.path(routes::ICON)),
        icons: icons(site),
    }
}

/// The language with its region: the likeliest one where the tag names none.
fn locale(tag: &str) -> Option<String> {
    let mut id = tag.parse::<LanguageIdentifier>().ok()?;
    LocaleExpander::new_common().maximize(&mut id);
    Some(format!("{}_{}", id.language, id.region?))
}

/// The icons that are pictures: those made of the theme's icon, or the writer's own at the same addresses.
fn icons(site: &Site) -> Vec<Icon> {
    let there = routes::ICONS.iter().filter(|(address, _)| site.routes.contains_key(*address));
    let icon = |(address, side): &(&str, u32)| Icon {
        rel: if *side > 64 { "apple-touch-icon" } else { "icon" },
        href: site.path(address),
        sizes: format!("{side}x{side}"),
    };
    there.map(icon).collect()
}

/// The sections that exist, and the top-level pages.
fn default_nav(site: &Site) -> Vec<(String, String)> {
    let sections = [
        ("journal", "/"),
        ("progress", "/progress/"),
        ("timeline", "/timeline/"),
        ("lessons", "/lessons/"),
        ("search", "/search/"),
    ];
    let there = sections.into_iter().filter(|(_, href)| site.routes.contains_key(*href));
    let mut nav: Vec<(String, String)> = there.map(|(id, h)| (site.language.words.word(id), h.to_owned())).collect();
    let page = |(title, address, alone): (&str, &str, bool)| alone.then(|| (title.to_owned(), address.to_owned()));
    nav.extend(top_pages(site).filter_map(page));
    nav
}

/// The public pages at the top of the site: title, address, and whether it is a page alone, with none in a folder below it.
fn top_pages(site: &Site) -> impl Iterator<Item = (&str, &str, bool)> {
    let public = || {
        let pages = site.journal.pages.iter().enumerate().filter(|(_, page)| page.visibility == Visibility::Public);
        pages.filter_map(|(index, page)| Some((index, page, page.path.strip_prefix("content/")?)))
    };
    public().filter(|(index, ..)| !site.indexes.own_words.has(*index)).filter_map(move |(_, page, inside)| {
        let folder = ["index.md", "index.markdown"].iter().find_map(|name| inside.strip_suffix(name));
        let folder = folder.filter(|folder| !folder.is_empty());
        if folder.unwrap_or(inside).trim_end_matches('/').contains('/') {
            return None;
        }
        let is_below = |other: &str| folder.is_some_and(|folder| other != inside && other.starts_with(folder));
        let alone = !public().any(|(.., other)| is_below(other));
        Some((&*page.title, &**site.addresses.get(&page.path)?, alone))
    })
}

/// What the menu of a phone and the foot lead to beside the bar: tags, and folders of pages such as a guide.
fn more(site: &Site) -> Vec<LinkView> {
    let words = &site.language.words;
    let tags = site.routes.contains_key("/tags/").then(|| (words.word("tags"), "/tags/"));
    let folders = top_pages(site).filter(|(.., alone)| !alone).map(|(title, address, _)| (title.to_owned(), address));
    tags.into_iter().chain(folders).map(|(label, address)| LinkView { href: site.path(address), label }).collect()
}

/// The pages of what was done, and of what went wrong, where the site has them.
fn practice(site: &Site) -> Vec<LinkView> {
    let pages = [
        ("/exercises/", Page::Exercises, "exercises"),
        ("/treatments/", Page::Treatments, "treatments"),
        ("/setbacks/", Page::Setbacks, "setbacks"),
    ];
    let is_ours = |address: &str, page: Page| matches!(site.routes.get(address), Some(Route::Page(p)) if *p == page);
    let there = pages.into_iter().filter(|(address, page, _)| is_ours(address, *page));
    there.map(|(address, _, id)| LinkView { href: site.path(address), label: site.language.words.word(id) }).collect()
}

fn feeds(site: &Site) -> Vec<FeedLink> {
    let (title, words) = (&site.config.title, &site.language.words);
    let atom = || "Atom".to_owned();
    let all = [
        ("/feed.xml", atom(), "application/atom+xml", title.clone()),
        ("/rss.xml", "RSS".to_owned(), "application/rss+xml", format!("{title} (RSS)")),
        ("/feed.json", "JSON".to_owned(), "application/feed+json", format!("{title} (JSON)")),
        (
            "/lessons/feed.xml",
            words.word("lessons"),
            "application/atom+xml",
            words.say("lessons-feed", &[("site", title.as_str().into())]),
        ),
    ];
    // A page or a file of the writer's may stand at such an address, if only together with an error.
    let is_feed = |address: &str| matches!(site.routes.get(address), Some(Route::Text(Text::Feed(_))));
    let there = all.into_iter().filter(|(address, ..)| is_feed(address));
    there.map(|(address, label, kind, title)| FeedLink { label, kind, title, href: site.path(address) }).collect()
}

/// Where the files of the journal's numbers stand, and what they are called.
pub(super) const DATA: [(&str, &str); 2] = [("/data/journal.csv", "CSV"), ("/data/journal.json", "JSON")];

/// The files of the journal's numbers, where it has any.
fn data(site: &Site) -> Vec<LinkView> {
    let there = DATA.into_iter().filter(|(address, _)| site.routes.contains_key(*address));
    there.map(|(address, label)| LinkView { href: site.path(address), label: label.to_owned() }).collect()
}

/// A picture that is shown with a link.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Picture {
    /// Its whole address.
    pub(super) href: String,
    /// Its width and height, where they are known.
    size: Option<(u32, u32)>,
    /// What it shows, where that is known.
    alt: Option<String>,
}

/// The width that suits those who show a picture with a link.
const SHARED: u32 = 1200;

impl Picture {
    /// The picture that the writer chose for a text.
    fn of(site: &PlanReader<'_>, text: &LinkedText<'_>) -> Option<Self> {
        let (href, size) = site.shared_image(text.image?, SHARED);
        Some(Self { href, size, alt: None })
    }
}

/// A card, if it is there.
fn picture(site: &PlanReader<'_>, card: Card, there: bool) -> Option<Picture> {
    there.then(|| Picture {
        href: site.config.absolute(&links::encode(&site.card_address(card))),
        size: Some((1200, 630)),
        alt: Some(site.card_words(card)),
    })
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
    /// The picture that is shown with a link to the page.
    pub(super) image: Option<Picture>,
    /// The day of the page's text, and of its last change.
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    /// What machines read of the page, as JSON that may stand in a script element.
    pub(super) data: Option<String>,
    /// The page's own feed.
    pub(super) feed: Option<FeedLink>,
}

impl Head {
    pub(super) fn new(site: &PlanReader<'_>, title: &str, description: &str, address: &str) -> Self {
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
            image: picture(site, Card::Site, site.config.cards.enabled),
            published: None,
            modified: None,
            data: None,
            feed: None,
        }
    }

    /// The head of an entry's page: its dates, and its own card where it has one and names no picture.
    pub(super) fn of_entry(self, site: &PlanReader<'_>, index: usize) -> Self {
        let text = site.text(index);
        let entry = text.entry;
        let own = picture(site, Card::Entry(index), site.card(index).has_card);
        let head = Self { image: own.or(self.image.clone()), ..self }.of_text(site, &text);
        let changed = entry.updated.filter(|changed| entry.date.is_none_or(|date| *changed > date));
        Self {
            published: entry.date.map(|date| date.to_string()),
            modified: changed.map(|date| date.to_string()),
            ..head
        }
    }

    /// The head of a lesson's page, with the lesson's card.
    pub(super) fn of_lesson(self, site: &PlanReader<'_>, index: usize) -> Self {
        let image = picture(site, Card::Lesson(index), site.has_lesson_card(index)).or(self.image);
        Self { image, kind: "article", ..self }
    }

    /// The head of a page that shows a text.
    pub(super) fn of_text(self, site: &PlanReader<'_>, text: &LinkedText<'_>) -> Self {
        let entry = text.entry;
        Self {
            noindex: entry.visibility != Visibility::Public,
            code: entry.body.code,
            kind: "article",
            image: Picture::of(site, text).or(self.image),
            ..self
        }
    }

    /// The head of a page of a tag, which has a feed of its own.
    pub(super) fn with_feed(self, site: &PlanReader<'_>, name: &str, slug: &str) -> Self {
        let href = site.link(&format!("/tags/{slug}/feed.xml"));
        let args = [("site", site.config.title.as_str().into()), ("tag", name.into())];
        let title = site.language.words.say("feed-tag-title", &args);
        Self { feed: Some(FeedLink { label: "Atom".to_owned(), kind: "application/atom+xml", title, href }), ..self }
    }
}
