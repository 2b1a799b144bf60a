//! What each page shows: a plain value for its template, made from the plan.
//!
//! Invariant: a view is all that its template sees; numbers are rounded and dates put into words here, once.

mod contents;
mod day;
mod entry;
mod home;
mod lessons;
mod lists;
mod progress;

pub(super) use lessons::event_words;
pub(super) use lists::page_of;

use super::{Page, Site};
use crate::chart::Figure;
use crate::text::words::{long_date, short_date};
use jiff::civil::Date;
use serde::Serialize;

/// A page's template and what it shows.
#[derive(Debug)]
pub struct View {
    /// The template's name.
    pub template: &'static str,
    /// The values that the template sees.
    pub context: tera::Context,
}

/// The view of a page at its address.
///
/// # Errors
/// When the view can't be turned into template values, which only a programming mistake can cause.
pub fn of(site: &Site, page: Page, address: &str) -> tera::TeraResult<View> {
    let head = |title: &str, description: &str| Head::new(site, title, description, address);
    match page {
        Page::Home(number) => view("home.html", &home::view(site, number, head)),
        Page::Entry(index) => view("entry.html", &entry::view(site, index, head)),
        Page::Plain(index) => view("page.html", &lists::plain(site, index, head)),
        Page::Lessons => view("lessons.html", &lessons::all(site, head)),
        Page::Lesson(index) => view("lesson.html", &lessons::one(site, index, head)),
        Page::Progress => view("progress.html", &progress::view(site, head)),
        Page::Tags => view("tags.html", &lists::tags(site, head)),
        Page::Tag(index, number) => view("tag.html", &lists::tag(site, index, number, head)),
        Page::NotFound => view("404.html", &lists::not_found(head)),
    }
}

/// The view of a former address.
///
/// # Errors
/// As [`of`].
pub fn moved(site: &Site, to: &str, address: &str) -> tera::TeraResult<View> {
    let mut head = Head::new(site, "Moved", "", address);
    head.noindex = true;
    let to = super::links::encode(to);
    head.canonical = site.config.absolute(&to);
    view("moved.html", &MovedView { head, to: site.path(&to) })
}

#[derive(Debug, Serialize)]
struct MovedView {
    head: Head,
    to: String,
}

fn view<T: Serialize>(template: &'static str, value: &T) -> tera::TeraResult<View> {
    Ok(View { template, context: tera::Context::from_serialize(value)? })
}

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
    feed: Option<String>,
    fictional_note: &'static str,
    record_note: &'static str,
}

#[derive(Debug, Serialize)]
struct NavLink {
    label: String,
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
        feed: site.routes.contains_key("/feed.xml").then(|| site.path("/feed.xml")),
        fictional_note: FICTIONAL,
        record_note: RECORD,
    }
}

/// The sections that exist, and the top-level pages.
fn default_nav(site: &Site) -> Vec<(String, String)> {
    let sections = [("Journal", "/"), ("Progress", "/progress/"), ("Lessons", "/lessons/"), ("Tags", "/tags/")];
    let there = sections.into_iter().filter(|(_, href)| site.routes.contains_key(*href));
    let mut nav: Vec<(String, String)> = there.map(|(l, h)| (l.to_owned(), h.to_owned())).collect();
    for page in &site.journal.pages {
        let top = page.path.matches('/').count() == 1
            || page.path.ends_with("/index.md") && page.path.matches('/').count() == 2;
        if let Some(address) =
            site.addresses.get(&page.path).filter(|_| top && page.visibility == crate::entry::Visibility::Public)
        {
            nav.push((page.title.clone(), address.to_string()));
        }
    }
    nav
}

/// What every page's head needs.
#[derive(Debug, Serialize)]
struct Head {
    /// The page's own title, empty for the home page.
    title: String,
    description: String,
    /// The page's address as it will be on the web.
    canonical: String,
    /// The page's path, to mark the current link of the navigation.
    path: String,
    noindex: bool,
    code: bool,
}

impl Head {
    fn new(site: &Site, title: &str, description: &str, address: &str) -> Self {
        let address = super::links::encode(address);
        let description = if description.is_empty() { site.config.description.clone() } else { description.to_owned() };
        Self {
            title: title.to_owned(),
            description: crate::text::shorten(&description, 200),
            canonical: site.config.absolute(&address),
            path: site.path(&address),
            noindex: false,
            code: false,
        }
    }
}

/// A date as pages show it.
#[derive(Clone, Debug, Serialize)]
struct Day {
    iso: String,
    long: String,
    short: String,
}

impl Day {
    fn new(date: Date) -> Self {
        Self { iso: date.to_string(), long: long_date(date), short: short_date(date) }
    }
}

/// A chart as templates see it.
#[derive(Debug, Serialize)]
struct FigureView {
    say: String,
    how: String,
    wide: String,
    narrow: String,
    notes: Vec<NoteView>,
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

#[derive(Debug, Serialize)]
struct NoteView {
    number: usize,
    day: Day,
    label: String,
    href: Option<String>,
}

impl FigureView {
    fn new(figure: Figure) -> Self {
        let note =
            |n: crate::chart::Note| NoteView { number: n.number, day: Day::new(n.date), label: n.label, href: n.href };
        Self {
            say: figure.say,
            how: figure.how,
            wide: figure.wide,
            narrow: figure.narrow,
            notes: figure.notes.into_iter().map(note).collect(),
            caption: figure.table.caption,
            head: figure.table.head,
            rows: figure.table.rows,
        }
    }
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
struct LinkView {
    href: String,
    label: String,
}

/// The links between the pages of a list.
#[derive(Debug, Serialize)]
struct Pager {
    number: usize,
    last: usize,
    newer: Option<String>,
    older: Option<String>,
}

impl Pager {
    /// `first` is the address of the first page, with its slash.
    fn new(site: &Site, first: &str, number: usize, last: usize) -> Self {
        let page = |n: usize| site.path(&if n == 1 { first.to_owned() } else { format!("{first}page/{n}/") });
        Self {
            number,
            last,
            newer: (number > 1).then(|| page(number - 1)),
            older: (number < last).then(|| page(number + 1)),
        }
    }
}
