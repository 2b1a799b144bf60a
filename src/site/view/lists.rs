//! Lists of entries, tags and plain pages.

use super::archive::entries;
use super::measures::{length_figure, length_unit};
use super::own_words::{self, Age};
use super::{Day, Head, LinkView, Pager, comments};
use crate::language::Arg;
use crate::site::Page;
use crate::site::fill::For;
use crate::site::photos::Picture;
use crate::site::reader::PlanReader;
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

/// The cards of the entries on one page of a list, from 1.
pub(super) fn cards(site: &PlanReader<'_>, list: &[usize], page: usize) -> Vec<Card> {
    let per_page = site.config.per_page;
    list.iter()
        .skip((page - 1) * per_page)
        .take(per_page)
        .enumerate()
        .map(|(position, item)| card(site, *item, position))
        .collect()
}

fn card(site: &PlanReader<'_>, index: usize, position: usize) -> Card {
    let card = site.card(index);
    let href = site.link(card.address);
    Card {
        title: card.title.to_owned(),
        summary: card.summary.to_owned(),
        day: card.date.map(|day| Day::new(site, day)),
        number: card.day,
        strip: site.small_strip(index, &format!("s{position}")),
        distance: distance(site, card.metres),
        image: card.image.map(|image| site.picture(image)),
        draft: card.draft,
        comments: site.comments(index).map(|(n, id)| LinkView {
            href: format!("{href}#{id}"),
            label: comments::counted(n, &site.language.words),
        }),
        href,
    }
}

/// The first that there is of what was run, walked and done otherwise.
fn distance(site: &PlanReader<'_>, metres: [u32; 3]) -> Option<Distance> {
    let (unit, words) = (site.config.units, &site.language.words);
    let kind = metres.iter().position(|metres| *metres > 0)?;
    let what = match (kind, unit) {
        (0, units::Distance::Kilometres) => words.word("card-run-km"),
        (0, units::Distance::Miles) => words.word("card-run-mi"),
        (1, units::Distance::Kilometres) => words.word("card-walk-km"),
        (1, units::Distance::Miles) => words.word("card-walk-mi"),
        _ => length_unit(site.language, unit),
    };
    Some(Distance { value: length_figure(site.language, unit, metres[kind]), what })
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
pub(super) fn plain(site: &PlanReader<'_>, index: usize, head: impl Fn(&str, &str) -> Head) -> PlainView {
    let text = site.page(index);
    let entry = text.entry;
    let head = head(&entry.title, &entry.summary).of_text(site, &text).with_data(site, Page::Plain(index));
    let own = site.own_words();
    let age = if own.now == Some(index) { own_words::age(site) } else { Age::default() };
    PlainView {
        by: if own.has(index) { own_words::by(site) } else { String::new() },
        age: age.lines,
        setback: age.setback,
        comments: comments::view(site, &text, site.page_thread(index), false),
        head,
        contents: super::contents::of(&entry.body),
        body: site.fill(&text, For::Page),
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
pub(super) fn tags(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> TagsView {
    let words = &site.language.words;
    let link = |(name, slug, n): (&str, &str, usize)| TagLink {
        name: name.to_owned(),
        href: site.link(&format!("/tags/{slug}/")),
        entries: entries(site, n),
    };
    TagsView {
        head: head(&words.word("tags"), &words.say("tags-description", &[("site", site.config.title.as_str().into())])),
        tags: site.tags().map(link).collect(),
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
pub(super) fn tag(site: &PlanReader<'_>, index: usize, number: usize, head: impl Fn(&str, &str) -> Head) -> TagView {
    let (name, slug) = site.tag(index);
    let list = site.list(Some(index));
    let n = list.len();
    let words = &site.language.words;
    let of = || ("tag", Arg::from(name));
    let title = match number {
        1 => name.to_owned(),
        _ => words.say("tag-title-page", &[of(), ("n", number.into())]),
    };
    let about = [("n", n.into()), of(), ("site", site.config.title.as_str().into())];
    TagView {
        head: head(&title, &words.say("tag-description", &about)).with_feed(site, name, slug),
        name: name.to_owned(),
        entries: n,
        cards: cards(site, list, number),
        pager: Pager::new(site, &format!("/tags/{slug}/"), number, site.config.pages_for(n)),
    }
}

#[derive(Debug, Serialize)]
pub(super) struct NotFoundView {
    head: Head,
}

/// What hosts show for addresses that do not exist.
pub(super) fn not_found(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> NotFoundView {
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
