//! The home page: where things stand, the charts, the latest lessons, the entries.

use super::super::fill::For;
use super::super::{Site, figure, links};
use super::archive::{Beginning, beginning};
use super::lessons::{LessonCard, latest};
use super::lists::{Card, cards, page_of};
use super::numbers::NUMBERS;
use super::own_words::{self, NowView, RedFlagsView};
use super::{Day, FigureView, Head, Pager};
use crate::journal::Standing;
use crate::journal::metrics::streaks::Streak;
use crate::text::words::{day_and_month, number, ordinal, score, short_day_and_month};
use serde::Serialize;
use std::cmp::Ordering;

#[derive(Debug, Serialize)]
pub(super) struct HomeView {
    head: Head,
    title: String,
    intro: String,
    description: String,
    standing: Option<StandingView>,
    now: Option<NowView>,
    red_flags: Option<RedFlagsView>,
    /// The first entry, where there are several.
    beginning: Option<Beginning>,
    pain: Option<FigureView>,
    distance: Option<FigureView>,
    lessons: Vec<LessonCard>,
    all_lessons: String,
    cards: Vec<Card>,
    strips: bool,
    pager: Pager,
}

#[derive(Debug, Serialize)]
struct StandingView {
    as_of: Day,
    /// The page that defines the figures, where there is one.
    numbers: Option<String>,
    figures: Vec<Figure>,
}

/// One of the figures of *where things stand*.
#[derive(Debug, Serialize)]
struct Figure {
    name: &'static str,
    value: String,
    unit: String,
    /// What it rests on: days logged, a part week.
    note: String,
    /// What it is compared with.
    more: String,
    href: Option<String>,
    /// The anchor of its definition; empty where it needs none.
    define: &'static str,
}

/// One page of the list of entries; the first is the home page.
pub(super) fn view(site: &Site, page: usize, head: impl Fn(&str, &str) -> Head) -> HomeView {
    let first = page == 1;
    let config = &site.config;
    let last = site.config.pages_for(site.listed.len());
    let calendar = site.journal.calendar.as_ref().filter(|_| first);
    let home = site.journal.home.as_ref();
    let lessons = if first { latest(site) } else { Vec::new() };
    let cards = cards(site, page_of(site, &site.listed, page));
    let mut head = head(&if first { String::new() } else { format!("Page {page}") }, &config.description);
    head.code = first && home.is_some_and(|h| h.body.code);
    HomeView {
        head,
        title: config.title.clone(),
        intro: home.filter(|_| first).map(|h| site.fill(h, For::Page)).unwrap_or_default(),
        description: config.description.clone(),
        standing: site.standing.as_ref().filter(|_| first).map(|s| standing(site, s)),
        now: own_words::now(site).filter(|_| first),
        red_flags: own_words::red_flags(site).filter(|_| first),
        beginning: first.then(|| beginning(site)).flatten(),
        pain: if first { site.whole_pain().map(|figure| FigureView::new(site, figure)) } else { None },
        distance: calendar
            .filter(|c| c.days.iter().any(|d| d.run + d.walk + d.other > 0))
            .map(|c| FigureView::new(site, figure::distance(site, c, "distance"))),
        all_lessons: all_lessons(site.journal.lessons.all.len()),
        lessons,
        strips: cards.iter().any(Card::has_strip),
        cards,
        pager: Pager::new(site, "/", page, last),
    }
}

fn all_lessons(n: usize) -> String {
    match n {
        1 => "The lesson, with what became of it".to_owned(),
        n => format!("All {} lessons, with what became of them", number(n)),
    }
}

fn standing(site: &Site, standing: &Standing) -> StandingView {
    let mut figures = Vec::new();
    figures.extend(day(standing));
    figures.push(pain(standing));
    figures.extend(distance(site, standing));
    figures.extend(streak(standing));
    figures.extend(milestone(site, standing));
    let numbers = site.routes.contains_key(NUMBERS).then(|| site.path(NUMBERS));
    StandingView { as_of: Day::new(site, standing.as_of), numbers, figures }
}

fn day(standing: &Standing) -> Option<Figure> {
    let day = standing.day?;
    let (note, more) = match &standing.phase {
        Some((name, since)) => (format!("Phase: {name}"), format!("since {}", day_and_month(*since))),
        None => (String::new(), String::new()),
    };
    let unit = format!("week {}", (day - 1) / 7 + 1);
    Some(Figure { name: "Day", value: day.to_string(), unit, note, more, href: None, define: "" })
}

fn pain(standing: &Standing) -> Figure {
    let (last, before) = (standing.last7, standing.previous28);
    let more = match (last.median, before.median) {
        (Some(now), Some(then)) => {
            let word = if now < then {
                "down from"
            } else if now > then {
                "up from"
            } else {
                "unchanged:"
            };
            format!("{word} {} in the 28 days before ({} logged)", score(then), before.n)
        }
        _ if before.n == 0 => String::new(),
        _ => format!("{} of the 28 days before logged", before.n),
    };
    let (value, unit) = match last.median {
        Some(median) => (score(median), "median of 0–10"),
        None => ("–".to_owned(), "too few to say"),
    };
    let note = format!("{} of 7 days logged", last.n);
    Figure { name: "Pain, last 7 days", value, unit: unit.to_owned(), note, more, href: None, define: "median" }
}

fn distance(site: &Site, standing: &Standing) -> Option<Figure> {
    if !standing.runs {
        return None;
    }
    let unit = site.config.units;
    let note = match standing.week_days {
        7 => "a whole week".to_owned(),
        days => format!("{days} of 7 days, a part week"),
    };
    let more = standing.run_before.map(|before| {
        let before_shown = format!("{} {}", unit.show(before), unit.symbol());
        match standing.run.cmp(&before) {
            // A part week that has less than the whole one before it is no fall.
            Ordering::Less => format!("last week {before_shown}"),
            Ordering::Greater => format!("up from {before_shown} last week"),
            Ordering::Equal => "as much as last week".to_owned(),
        }
    });
    Some(Figure {
        name: "Run this week",
        value: unit.show(standing.run),
        unit: unit.symbol().to_owned(),
        note,
        more: more.unwrap_or_default(),
        href: None,
        define: "distance",
    })
}

fn streak(standing: &Standing) -> Option<Figure> {
    if !standing.runs {
        return None;
    }
    let Streak { longest, current } = standing.pain_free_runs;
    let since = standing.pain_free_since.filter(|_| current > 0);
    let note = since.map_or_else(|| format!("the most so far {longest}"), |d| format!("since {}", day_and_month(d)));
    let Streak { longest: longest_days, current: days } = standing.pain_free_days;
    Some(Figure {
        name: "Pain-free runs in a row",
        value: current.to_string(),
        unit: String::new(),
        note,
        more: format!("pain-free days in a row: {days} now, the most so far {longest_days}"),
        href: None,
        define: "streaks",
    })
}

fn milestone(site: &Site, standing: &Standing) -> Option<Figure> {
    let last = standing.milestone.as_ref()?;
    Some(Figure {
        name: "Last milestone",
        value: short_day_and_month(last.date),
        unit: if last.date.year() == standing.as_of.year() { String::new() } else { last.date.year().to_string() },
        note: last.label.clone(),
        more: format!("the {} in this journal", ordinal(last.number)),
        href: Some(site.path(&links::encode(site.address_of(last.item)))),
        define: "",
    })
}
