//! One entry: its day, its four points, what was done, the story, the days around it.

use super::comments::{self, CommentsView};
use super::contents;
use super::day::{self, Line};
use super::done::{self, Done, side_word};
use super::lessons::{LessonLine, of_item};
use super::pain::{beside, part};
use super::reading::{self, AlikeView};
use super::series::SeriesView;
use super::verdict::{self, VerdictView};
use super::{Day, Head, LinkView};
use crate::entry::Side;
use crate::language::Words;
use crate::site::fill::For;
use crate::site::reader::{EntryCard, PlanReader};
use crate::site::{Card as CardOf, Page};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct EntryView {
    head: Head,
    title: String,
    day: Option<Day>,
    weekday: String,
    updated: Option<Day>,
    /// `Week 34 · day 237`.
    count: Vec<String>,
    /// The summary, where somebody typed one: a first paragraph stands in the story already.
    standfirst: String,
    week: Option<i64>,
    now: Option<NowLine>,
    draft: bool,
    scheduled: Option<Day>,
    points: Option<Points>,
    verdict: Option<VerdictView>,
    happened: Vec<Line>,
    done: Done,
    noted: Vec<Line>,
    contents: Vec<contents::Line>,
    body: String,
    /// Minutes that reading takes, for texts long enough to ask.
    reading: Option<usize>,
    lessons: Vec<LessonLine>,
    around: Option<Around>,
    series: Option<SeriesView>,
    alike: Vec<AlikeView>,
    /// The writer's own box.
    red_flags: Option<LinkView>,
    tags: Vec<LinkView>,
    older: Option<Neighbour>,
    newer: Option<Neighbour>,
    comments: Option<CommentsView>,
}

#[derive(Debug, Serialize)]
struct Points {
    wide: String,
    narrow: String,
    /// The part of the body, if the injury says it.
    site: String,
    /// Scores that the drawing does not show: `at rest 1`.
    more: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Around {
    say: String,
    how: String,
    wide: String,
    narrow: String,
    href: String,
    days: String,
    /// The address of the same as a picture.
    picture: Option<String>,
    /// What makes that picture, where the site has none.
    command: Option<String>,
}

/// Where an entry says how things stand now.
#[derive(Debug, Serialize)]
struct NowLine {
    href: String,
    /// The first words of what the writer says of it; empty where that is nothing.
    words: String,
}

#[derive(Debug, Serialize)]
struct Neighbour {
    href: String,
    title: String,
    date: String,
}

/// Words that a grown-up reads a minute: Brysbaert 2019, 238 for non-fiction (doi 10.1016/j.jml.2019.104047).
const WORDS_A_MINUTE: usize = 238;

/// The page of an entry.
pub(super) fn view(site: &PlanReader<'_>, index: usize, head: impl Fn(&str, &str) -> Head) -> EntryView {
    let (card, text) = (site.card(index), site.text(index));
    let (entry, config) = (text.entry, site.config);
    let place = site.place(index);
    EntryView {
        head: head(&entry.title, &entry.summary).of_entry(site, index).with_data(site, Page::Entry(index)),
        title: entry.title.clone(),
        standfirst: if entry.summary == entry.body.summary { String::new() } else { entry.summary.clone() },
        day: entry.date.map(|day| Day::new(site, day)),
        updated: entry.updated.map(|day| Day::new(site, day)),
        weekday: entry.date.map_or_else(String::new, |date| site.language.dates.weekday(date).to_owned()),
        count: count(&card, &site.language.words),
        week: card.week(),
        now: now(site, index, place.newest),
        draft: entry.draft,
        scheduled: entry.starts().filter(|day| *day > config.today).map(|day| Day::new(site, day)),
        points: points(site, index),
        verdict: verdict::of_item(site, index),
        done: done::of(entry, site),
        happened: day::happened(entry, config, site.language),
        noted: day::measured(entry, config, site.language),
        contents: contents::of(&entry.body),
        body: site.fill(&text, For::Page),
        reading: Some(entry.body.words / WORDS_A_MINUTE).filter(|minutes| *minutes > 0),
        lessons: of_item(site, index, place.lessons),
        around: around(site, index),
        series: place.series.map(|series| super::series::view(site, series)),
        alike: reading::alike(site, index, place.onward),
        red_flags: super::red_flags_link(site),
        tags: entry.tag_slugs.iter().filter(|_| card.listed()).filter_map(|slug| tag_link(site, slug)).collect(),
        older: place.older.map(|i| neighbour(site, i)),
        newer: place.newer.map(|i| neighbour(site, i)),
        comments: comments::view(site, &text, site.thread(index), true),
    }
}

/// The week and the day of the injury, and the phase.
pub(super) fn count(card: &EntryCard<'_>, words: &Words) -> Vec<String> {
    let mut count = Vec::new();
    if let Some((day, week)) = card.day.zip(card.week()) {
        count.push(words.say("entry-week-day", &[("week", week.into()), ("day", day.into())]));
    }
    count.extend(card.phase.map(str::to_owned));
    count
}

/// Characters of the writer's word on how things stand that an entry shows.
const NOW: usize = 60;

/// How things stand now, which old entries are asked for years later; the newest one says it where the writer's word is newer.
fn now(site: &PlanReader<'_>, index: usize, newest: bool) -> Option<NowLine> {
    let date = site.card(index).date?;
    let Some(own) = site.own_words().now else {
        return (!newest).then(|| NowLine { href: site.path("/#_stand"), words: String::new() });
    };
    if newest && site.since().is_none_or(|(written, _)| written <= date) {
        return None;
    }
    let card = site.page_card(own);
    Some(NowLine { href: site.link(card.address), words: crate::text::shorten(card.summary, NOW) })
}

fn points(site: &PlanReader<'_>, index: usize) -> Option<Points> {
    let pains = &site.text(index).entry.pain;
    let several = pains.len() > 1 || pains.iter().any(|pain| pain.site.is_some());
    let more: Vec<String> = pains.iter().flat_map(|pain| beside(pain, several, site.language)).collect();
    let drawn = site.strip(index, "points");
    if drawn.is_none() && more.is_empty() {
        return None;
    }
    let (wide, narrow) = drawn.unwrap_or_default();
    let injury = site.card(index).injury.map(|i| &site.config.injuries[i]);
    let part = injury.map(|i| part(&side_named(&i.side, &site.language.words), &i.site, &site.language.words));
    Some(Points { wide, narrow, site: part.unwrap_or_default(), more })
}

/// The side of an injury, as the settings name it.
fn side_named(side: &str, words: &Words) -> String {
    let known = Side::WORDS.iter().find(|(word, _)| *word == side);
    known.map(|(_, side)| side_word(*side, words)).unwrap_or_default()
}

fn around(site: &PlanReader<'_>, index: usize) -> Option<Around> {
    let figure = site.chart_around(index, "around").filter(|_| site.has("/progress/"))?;
    let (card, has_picture) = (site.card(index), site.has_picture(index));
    let progress = match card.injury {
        Some(i) => format!("/progress/#injury-{}", site.config.injuries[i].slug),
        None if site.config.injuries.is_empty() => "/progress/#days".to_owned(),
        // With injuries the page has a section for each of them, and none for what is about no known one.
        None => "/progress/".to_owned(),
    };
    let days = |(from, to): (i64, i64)| {
        site.language.words.say("entry-days-around", &[("from", from.into()), ("to", to.into())])
    };
    Some(Around {
        say: figure.heading,
        how: [figure.say, figure.how].join(" "),
        wide: figure.wide,
        narrow: figure.narrow,
        href: site.path(&progress),
        days: site.days_around(index).map(days).unwrap_or_default(),
        picture: has_picture.then(|| site.link(&site.card_address(CardOf::Weeks(index)))),
        command: (site.config.cards.enabled && !has_picture).then(|| command(card.address)),
    })
}

/// The command that draws the days around the entry at an address.
fn command(address: &str) -> String {
    format!("comeback chart three-weeks --entry {} --png > three-weeks.png", address.trim_matches('/'))
}

fn tag_link(site: &PlanReader<'_>, slug: &str) -> Option<LinkView> {
    let label = site.tag_name(slug)?.to_owned();
    Some(LinkView { href: site.link(&format!("/tags/{slug}/")), label })
}

fn neighbour(site: &PlanReader<'_>, index: usize) -> Neighbour {
    let card = site.card(index);
    Neighbour {
        href: site.link(card.address),
        title: card.title.to_owned(),
        date: card.date.map(|date| site.language.dates.short(date)).unwrap_or_default(),
    }
}
