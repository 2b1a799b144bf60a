//! Which addresses there are, and what stands at each.

use super::address::Addresses;
use super::indexes::Indexes;
use super::{Data, Feed, Page, Route, Text};
use crate::config::Config;
use crate::diag::{Diagnostic, Place};
use crate::journal::Journal;
use crate::source::{Content, Sources};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What the site has that gets pages.
pub(super) struct Outline<'a> {
    pub(super) config: &'a Config,
    pub(super) journal: &'a Journal,
    pub(super) addresses: &'a Addresses,
    /// The address of each item.
    pub(super) item_addresses: &'a [Option<Arc<str>>],
    pub(super) comments: &'a super::comments::Comments,
    pub(super) cards: &'a [super::Card],
    pub(super) indexes: &'a Indexes,
    /// The files of the theme.
    pub(super) assets: &'a super::assets::Assets,
}

/// The pages, and the files of the theme and the program; two things at one address are an error.
pub(super) fn pages(outline: &Outline<'_>, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<Arc<str>, Route> {
    let made: BTreeMap<Arc<str>, Route> = made_pages(outline).into_iter().map(|(a, route)| (a.into(), route)).collect();
    let journal = outline.journal;
    let mut texts = Vec::with_capacity(journal.items.len() + journal.pages.len());
    let items = journal.items.iter().zip(outline.item_addresses).enumerate();
    let entries = items.map(|(i, (item, address))| (&item.entry, address.as_ref(), Page::Entry(i)));
    // What describes an exercise stands on the exercise's page.
    let plain = journal.pages.iter().enumerate().filter(|(_, entry)| !super::practice::is_description(&entry.path));
    let plain = plain.map(|(i, entry)| (entry, outline.addresses.get(&entry.path), Page::Plain(i)));
    for (entry, address, page) in entries.chain(plain) {
        let Some(address) = address else { continue };
        if !made.contains_key(address) {
            texts.push((address.clone(), Route::Page(page)));
            continue;
        }
        let message = format!("the address {address} is taken by a page that the site makes itself");
        diagnostics.push(
            Diagnostic::error("same-address", message)
                .at(Place::file(&entry.path))
                .hint("rename the file, or give it a `slug:`"),
        );
    }
    let assets = outline.assets.routes.iter().map(|(address, route)| (address.as_str().into(), route.clone()));
    // Made in one go from its parts: a map of ten thousand addresses grown one by one costs three times as much.
    let routes: BTreeMap<Arc<str>, Route> = made.into_iter().chain(assets).chain(texts).collect();
    routes
}

/// Adds the files that are copied, photos aside, and the icons.
pub(super) fn add_files<'a>(
    files: impl Iterator<Item = (&'a Arc<str>, &'a String)>,
    sources: &Sources,
    routes: &mut BTreeMap<Arc<str>, Route>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (path, address) in files {
        if site_file(path, address, routes, diagnostics) {
            let Some(source) = sources.files.get(path) else { continue };
            let file = Path::new(&**path).into();
            let route = match &source.content {
                Content::Linked(text) => Route::Linked(file, text.clone()),
                Content::Text(_) | Content::File(_) => Route::File(file, source.hash),
            };
            routes.insert(address.as_str().into(), route);
        }
    }
    icons(sources, routes);
    files_in_the_way(routes, diagnostics);
    files_in_the_index(routes, diagnostics);
}

/// The icon as pictures, which some browsers want: addresses and pixels a side.
pub(super) const ICONS: [(&str, u32); 2] = [("/favicon.png", 48), ("/apple-touch-icon.png", 180)];

/// Adds the site's icon as pictures, each of which a file of the writer's own replaces.
fn icons(sources: &Sources, routes: &mut BTreeMap<Arc<str>, Route>) {
    let drawing: Arc<[u8]> = match routes.get(ICON) {
        Some(Route::Asset(drawing)) => drawing.clone(),
        Some(Route::File(path, _)) => match sources.text(&path.to_string_lossy()) {
            Some(text) => text.as_bytes().into(),
            None => return,
        },
        _ => return,
    };
    for (address, side) in ICONS.into_iter().filter(|_| cfg!(feature = "cards")) {
        routes.entry(address.into()).or_insert_with(|| Route::Icon(drawing.clone(), side));
    }
}

/// The icon of the site.
pub(super) const ICON: &str = "/favicon.svg";

/// A file and a folder can't stand at one address: `static/journal` would be in the way of every entry.
fn files_in_the_way(routes: &BTreeMap<Arc<str>, Route>, diagnostics: &mut Vec<Diagnostic>) {
    for (address, route) in routes {
        let (Route::File(path, _) | Route::Linked(path, _)) = route else { continue };
        let inside = format!("{address}/");
        let below = routes.range::<str, _>((std::ops::Bound::Included(inside.as_str()), std::ops::Bound::Unbounded));
        if below.map(|(other, _)| other).next().is_some_and(|other| other.starts_with(&inside)) {
            let message = format!("{address} is a folder of the site, so no file can stand there");
            let place = Place::file(&path.to_string_lossy());
            diagnostics.push(Diagnostic::error("same-address", message).at(place).hint("rename the file"));
        }
    }
}

/// The folder of the search's index is written whole, so that nothing else can stand in it.
fn files_in_the_index(routes: &BTreeMap<Arc<str>, Route>, diagnostics: &mut Vec<Diagnostic>) {
    if !routes.contains_key(super::search::SEARCH) {
        return;
    }
    let from = std::ops::Bound::Included(super::search::INDEX);
    let inside = routes.range::<str, _>((from, std::ops::Bound::Unbounded));
    for (address, route) in inside.take_while(|(address, _)| address.starts_with(super::search::INDEX)) {
        let Route::File(path, _) = route else { continue };
        let message = format!("{address} lies in the folder of the search’s index, so no file can stand there");
        let place = Place::file(&path.to_string_lossy());
        diagnostics.push(Diagnostic::error("same-address", message).at(place).hint(
            "leave it out: comeback makes the index itself; or set `enabled = false` under `[search]` in site.toml",
        ));
    }
}

/// Whether a copied file may take its address: it may replace the theme's files, never a page.
fn site_file(path: &str, address: &str, routes: &BTreeMap<Arc<str>, Route>, problems: &mut Vec<Diagnostic>) -> bool {
    let page = address.strip_suffix("index.html").unwrap_or(address);
    let taken = match routes.get(address).or_else(|| routes.get(page)) {
        None | Some(Route::Card(_)) => return true,
        Some(Route::Text(Text::Robots)) => return true,
        Some(_) => address,
    };
    problems.push(
        Diagnostic::error("same-address", format!("the address {taken} is taken by a page or by another file"))
            .at(Place::file(path))
            .hint("rename the file"),
    );
    false
}

/// The pages and files that the site makes itself; sections with nothing in them are not made.
fn made_pages(outline: &Outline<'_>) -> Vec<(String, Route)> {
    let journal = outline.journal;
    let mut made: Vec<(String, Route)> = Vec::new();
    let mut page = |address: String, page: Page| made.push((address, Route::Page(page)));
    page("/".to_owned(), Page::Home(1));
    for number in 2..=outline.config.pages_for(outline.indexes.listed.len()) {
        page(format!("/page/{number}/"), Page::Home(number));
    }
    if !journal.lessons.all.is_empty() {
        page("/lessons/".to_owned(), Page::Lessons);
        for (index, lesson) in journal.lessons.all.iter().enumerate() {
            page(format!("/lessons/{}/", lesson.id), Page::Lesson(index));
        }
        for (index, theme) in outline.indexes.shelves.theme_pages() {
            if let Some(address) = theme.address() {
                page(address, Page::LessonsOfTheme(index));
            }
        }
        for (state, _) in outline.indexes.shelves.state_pages() {
            page(state.address(), Page::LessonsInState(state));
        }
    }
    if journal.calendar.as_ref().is_some_and(crate::journal::Calendar::has_numbers) {
        page("/progress/".to_owned(), Page::Progress);
        page(super::view::NUMBERS.to_owned(), Page::Numbers);
    }
    let practice = &outline.indexes.practice;
    if !practice.exercises.is_empty() {
        page("/exercises/".to_owned(), Page::Exercises);
        for (index, exercise) in practice.exercises.iter().enumerate() {
            page(exercise.address(), Page::Exercise(index));
        }
    }
    if !practice.treatments.is_empty() {
        page("/treatments/".to_owned(), Page::Treatments);
    }
    if practice.setbacks {
        page("/setbacks/".to_owned(), Page::Setbacks);
    }
    if !outline.indexes.story.is_empty() {
        page("/timeline/".to_owned(), Page::Timeline);
    }
    made.extend(archive(outline));
    let mut page = |address: String, page: Page| made.push((address, Route::Page(page)));
    if !outline.indexes.tags.is_empty() {
        page("/tags/".to_owned(), Page::Tags);
    }
    for (index, tag) in outline.indexes.tags.iter().enumerate() {
        page(format!("/tags/{}/", tag.slug), Page::Tag(index, 1));
        for number in 2..=outline.config.pages_for(tag.items.len()) {
            page(format!("/tags/{}/page/{number}/", tag.slug), Page::Tag(index, number));
        }
    }
    if outline.config.search && !(outline.indexes.listed.is_empty() && journal.lessons.all.is_empty()) {
        page(super::search::SEARCH.to_owned(), Page::Search);
    }
    page("/404.html".to_owned(), Page::NotFound);
    made.extend(feeds(outline));
    made.extend(
        outline
            .cards
            .iter()
            .map(|card| (super::card::address(*card, journal, outline.item_addresses), Route::Card(*card))),
    );
    let mut text = |address: &str, text: Text| made.push((address.to_owned(), Route::Text(text)));
    if super::data::has_rows(journal) {
        text("/data/journal.json", Text::Data(Data::Json));
        text("/data/journal.csv", Text::Data(Data::Csv));
    }
    text("/sitemap.xml", Text::Sitemap);
    text("/robots.txt", Text::Robots);
    made
}

/// Whether any published text has highlighted code.
pub(super) fn has_code(journal: &Journal) -> bool {
    journal.items.iter().map(|i| &i.entry).chain(&journal.pages).any(|entry| entry.body.code)
}

/// The pages of all entries by date.
fn archive(outline: &Outline<'_>) -> Vec<(String, Route)> {
    if outline.indexes.listed.is_empty() {
        return Vec::new();
    }
    let mut made = vec![("/archive/".to_owned(), Route::Page(Page::Archive))];
    if outline.indexes.archive.split {
        let years = outline.indexes.archive.years.iter().enumerate();
        made.extend(years.map(|(index, year)| (format!("/archive/{}/", year.year), Route::Page(Page::Year(index)))));
        if !outline.indexes.archive.undated.is_empty() {
            made.push(("/archive/undated/".to_owned(), Route::Page(Page::Undated)));
        }
    }
    made
}

/// The feeds of what the site has.
fn feeds(outline: &Outline<'_>) -> Vec<(String, Route)> {
    let mut made = Vec::new();
    let mut feed = |address: String, feed: Feed| made.push((address, Route::Text(Text::Feed(feed))));
    if !outline.indexes.listed.is_empty() {
        feed("/feed.xml".to_owned(), Feed::Atom);
        feed("/rss.xml".to_owned(), Feed::Rss);
        feed("/feed.json".to_owned(), Feed::Json);
    }
    for (index, tag) in outline.indexes.tags.iter().enumerate() {
        feed(format!("/tags/{}/feed.xml", tag.slug), Feed::Tag(index));
    }
    if !outline.journal.lessons.all.is_empty() {
        feed("/lessons/feed.xml".to_owned(), Feed::Lessons);
    }
    made
}
