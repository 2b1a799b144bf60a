//! Lists of entries, tags and plain pages.

use super::super::fill::For;
use super::super::photos::Picture;
use super::super::{Page, Site, figure, links};
use super::own_words::{self, Age};
use super::{Day, Head, LinkView, Pager, comments};
use crate::text::words::count;
use serde::Serialize;

/// An entry in a list.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    title: String,
    href: String,
    summary: String,
    day: Option<Day>,
    number: Option<i64>,
    strip: Option<String>,
    distance: Option<Distance>,
    /// Its picture.
    image: Option<Picture>,
    draft: bool,
    /// What readers said of it, how much and where.
    comments: Option<LinkView>,
}

/// A distance with its unit and what covered it.
#[derive(Debug, Serialize)]
struct Distance {
    value: String,
    what: String,
}

/// The cards of some entries.
pub(super) fn cards(site: &Site, items: &[usize]) -> Vec<Card> {
    items.iter().enumerate().map(|(position, item)| card(site, *item, position)).collect()
}

fn card(site: &Site, index: usize, position: usize) -> Card {
    let item = &site.journal.items[index];
    let unit = site.config.units;
    let kinds = ["run", "walk", "other"].into_iter().zip(item.metres);
    let distance = kinds.into_iter().find(|(_, metres)| *metres > 0).map(|(what, metres)| Distance {
        value: unit.show(metres),
        what: if what == "other" { unit.symbol().to_owned() } else { format!("{} {what}", unit.symbol()) },
    });
    Card {
        title: item.entry.title.clone(),
        href: site.path(&links::encode(site.address_of(index))),
        summary: item.entry.summary.clone(),
        day: item.entry.date.map(|day| Day::new(site, day)),
        number: item.day,
        strip: figure::small_strip(site, item, &format!("s{position}")),
        distance,
        image: site.image(&item.entry).map(|image| site.picture(image)),
        draft: item.entry.draft,
        comments: site.comments.thread(&item.entry.path).map(|thread| LinkView {
            href: format!(
                "{}#{}",
                site.path(&links::encode(site.address_of(index))),
                comments::heading_id(&item.entry)
            ),
            label: comments::counted(thread.rows.len()),
        }),
    }
}

/// The entries of one page of a list.
pub(in crate::site) fn page_of<'a>(site: &Site, items: &'a [usize], number: usize) -> &'a [usize] {
    let per_page = site.config.per_page;
    let start = ((number - 1) * per_page).min(items.len());
    &items[start..(start + per_page).min(items.len())]
}

#[derive(Debug, Serialize)]
pub(super) struct PlainView {
    head: Head,
    contents: Vec<super::contents::Line>,
    body: String,
    draft: bool,
    comments: Option<comments::CommentsView>,
    /// Whose words they are, where other pages show them too.
    by: String,
    /// How old they are, where they say how things stand.
    age: Vec<String>,
    setback: Option<LinkView>,
}

/// A plain page.
pub(super) fn plain(site: &Site, index: usize, head: impl Fn(&str, &str) -> Head) -> PlainView {
    let entry = &site.journal.pages[index];
    let head = head(&entry.title, &entry.summary).of_text(site, entry).with_data(site, Page::Plain(index));
    let address = site.addresses.get(&entry.path).map_or("/", |address| &**address);
    let is_now = site.own_words.now == Some(index);
    let age = if is_now { own_words::age(site) } else { Age::default() };
    PlainView {
        by: if site.own_words.has(index) { own_words::by(site) } else { String::new() },
        age: age.lines,
        setback: age.setback,
        comments: comments::view(site, entry, address, false),
        head,
        contents: super::contents::of(&entry.body),
        body: site.fill(entry, For::Page),
        draft: entry.draft,
    }
}

#[derive(Debug, Serialize)]
pub(super) struct TagsView {
    head: Head,
    tags: Vec<TagLink>,
}

#[derive(Debug, Serialize)]
struct TagLink {
    name: String,
    href: String,
    entries: String,
}

/// All tags, by name.
pub(super) fn tags(site: &Site, head: impl Fn(&str, &str) -> Head) -> TagsView {
    let link = |tag: &super::super::Tag| TagLink {
        name: tag.name.clone(),
        href: site.path(&links::encode(&format!("/tags/{}/", tag.slug))),
        entries: count(tag.items.len(), "entry", "entries"),
    };
    TagsView {
        head: head("Tags", &format!("What the entries of {} are about.", site.config.title)),
        tags: site.tags.iter().map(link).collect(),
    }
}

#[derive(Debug, Serialize)]
pub(super) struct TagView {
    head: Head,
    name: String,
    entries: String,
    cards: Vec<Card>,
    pager: Pager,
}

/// One page of a tag's entries.
pub(super) fn tag(site: &Site, index: usize, number: usize, head: impl Fn(&str, &str) -> Head) -> TagView {
    let tag = &site.tags[index];
    let last = site.config.pages_for(tag.items.len());
    let entries = count(tag.items.len(), "entry", "entries");
    let title = if number > 1 { format!("{}, page {number}", tag.name) } else { tag.name.clone() };
    TagView {
        head: head(&title, &format!("{entries} about {} in {}.", tag.name, site.config.title))
            .with_feed(site, &tag.name, &tag.slug),
        name: tag.name.clone(),
        entries,
        cards: cards(site, page_of(site, &tag.items, number)),
        pager: Pager::new(site, &format!("/tags/{}/", tag.slug), number, last),
    }
}

#[derive(Debug, Serialize)]
pub(super) struct NotFoundView {
    head: Head,
}

/// What hosts show for addresses that do not exist.
pub(super) fn not_found(site: &Site, head: impl Fn(&str, &str) -> Head) -> NotFoundView {
    let mut head = head(&site.language.words.word("not-found-name"), "");
    head.noindex = true;
    NotFoundView { head }
}

impl Card {
    /// Whether the card has a drawing of its four points.
    pub(super) fn has_strip(&self) -> bool {
        self.strip.is_some()
    }
}
