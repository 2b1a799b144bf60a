//! Lists of entries, tags and plain pages.

use super::super::fill::Charts;
use super::super::photos::Picture;
use super::super::{Page, Site, links};
use super::archive::entries;
use super::measures::{length_figure, length_unit};
use super::own_words::{self, Age};
use super::{Day, Figures, Head, LinkView, Pager, comments};
use crate::language::Arg;
use crate::units;
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
    Card {
        title: item.entry.title.clone(),
        href: site.path(&links::encode(site.address_of(index))),
        summary: item.entry.summary.clone(),
        day: item.entry.date.map(|day| Day::new(site, day)),
        number: item.day,
        strip: site.small_strip(item, &format!("s{position}")),
        distance: distance(site, item.metres),
        image: site.image(&item.entry).map(|image| site.picture(image)),
        draft: item.entry.draft,
        comments: site.comments.thread(&item.entry.path).map(|thread| LinkView {
            href: format!(
                "{}#{}",
                site.path(&links::encode(site.address_of(index))),
                comments::heading_id(&item.entry)
            ),
            label: comments::counted(thread.rows.len(), &site.language.words),
        }),
    }
}

/// The first that there is of what was run, walked and done otherwise.
fn distance(site: &Site, metres: [u32; 3]) -> Option<Distance> {
    let (unit, words) = (site.config.units, &site.language.words);
    let kind = metres.iter().position(|metres| *metres > 0)?;
    let what = match (kind, unit) {
        (0, units::Distance::Kilometres) => words.word("card-run-km"),
        (0, units::Distance::Miles) => words.word("card-run-mi"),
        (1, units::Distance::Kilometres) => words.word("card-walk-km"),
        (1, units::Distance::Miles) => words.word("card-walk-mi"),
        _ => length_unit(&site.language, unit),
    };
    Some(Distance { value: length_figure(&site.language, unit, metres[kind]), what })
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
pub(super) fn plain(site: &Site, figures: &Figures<'_>, index: usize, head: impl Fn(&str, &str) -> Head) -> PlainView {
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
        body: site.fill(entry, Charts::Drawn(figures)),
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
    let words = &site.language.words;
    let link = |tag: &super::super::Tag| TagLink {
        name: tag.name.clone(),
        href: site.path(&links::encode(&format!("/tags/{}/", tag.slug))),
        entries: entries(site, tag.items.len()),
    };
    TagsView {
        head: head(&words.word("tags"), &words.say("tags-description", &[("site", site.config.title.as_str().into())])),
        tags: site.tags.iter().map(link).collect(),
    }
}

#[derive(Debug, Serialize)]
pub(super) struct TagView {
    head: Head,
    name: String,
    entries: usize,
    cards: Vec<Card>,
    pager: Pager,
}

/// One page of a tag's entries.
pub(super) fn tag(site: &Site, index: usize, number: usize, head: impl Fn(&str, &str) -> Head) -> TagView {
    let tag = &site.tags[index];
    let last = site.config.pages_for(tag.items.len());
    let words = &site.language.words;
    let name = || ("tag", Arg::from(tag.name.as_str()));
    let title = match number {
        1 => tag.name.clone(),
        _ => words.say("tag-title-page", &[name(), ("n", number.into())]),
    };
    let about = [("n", tag.items.len().into()), name(), ("site", site.config.title.as_str().into())];
    TagView {
        head: head(&title, &words.say("tag-description", &about)).with_feed(site, &tag.name, &tag.slug),
        name: tag.name.clone(),
        entries: tag.items.len(),
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
