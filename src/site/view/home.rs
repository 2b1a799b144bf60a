//! The home page: where things stand, the charts, the latest lessons, the entries.

use super::archive::{Beginning, beginning};
use super::lessons::{LessonCard, latest};
use super::lists::{Card, cards};
use super::measures::{length, length_figure, length_unit};
use super::numbers::NUMBERS;
use super::own_words::{self, NowView, RedFlagsView};
use super::{Day, FigureView, Head, Pager};
use crate::chart::kind::weekly_distance;
use crate::journal::Standing;
use crate::journal::metrics::streaks::Streak;
use crate::language::{Arg, Language};
use crate::site::fill::For;
use crate::site::reader::PlanReader;
use jiff::civil::Date;
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
    /// The page that defines the where there is one.
    numbers: Option<String>,
    figures: Vec<Figure>,
}

/// One of the figures of *where things stand*.
#[derive(Debug, Serialize)]
struct Figure {
    name: String,
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
pub(super) fn view(site: &PlanReader<'_>, page: usize, head: impl Fn(&str, &str) -> Head) -> HomeView {
    let first = page == 1;
    let config = site.config;
    let list = site.list(None);
    let calendar = if first { site.all_days(None) } else { None };
    let home = if first { site.home() } else { None };
    let lessons = if first { latest(site) } else { Vec::new() };
    let cards = cards(site, list, page);
    let title = match first {
        true => String::new(),
        false => site.language.words.say("home-page", &[("n", page.into())]),
    };
    let mut head = head(&title, &config.description);
    head.code = home.is_some_and(|home| home.entry.body.code);
    let pain = if first { site.whole_pain() } else { None };
    let pain = pain.map(|figure| FigureView::captioned(site, figure, config.charts.home.of("pain-timeline", true)));
    HomeView {
        head,
        title: config.title.clone(),
        intro: home.map(|home| site.fill(&home, For::Page)).unwrap_or_default(),
        description: config.description.clone(),
        standing: if first { site.standing().map(|s| standing(site, s)) } else { None },
        now: if first { own_words::now(site) } else { None },
        red_flags: if first { own_words::red_flags(site) } else { None },
        beginning: first.then(|| beginning(site)).flatten(),
        distance: calendar
            .filter(|c| c.days.iter().any(|d| d.run + d.walk + d.other > 0))
            .map(|_| site.charts().draw(&weekly_distance::Options::default(), None, "distance"))
            .map(|figure| {
                FigureView::captioned(site, figure, config.charts.home.of("weekly-distance", pain.is_none()))
            }),
        pain,
        all_lessons: if first { all_lessons(site) } else { String::new() },
        lessons,
        strips: cards.iter().any(Card::has_strip),
        cards,
        pager: Pager::new(site, "/", page, config.pages_for(list.len())),
    }
}

fn all_lessons(site: &PlanReader<'_>) -> String {
    let (words, n) = (&site.language.words, site.lessons().len());
    let count = words.say("count-in-words", &[("n", n.into())]);
    words.say("home-all-lessons", &[("n", n.into()), ("count", count.into())])
}

fn standing(site: &PlanReader<'_>, standing: &Standing) -> StandingView {
    let language = site.language;
    let mut figures = Vec::new();
    figures.extend(day(standing, language).or_else(|| ended(standing, language)));
    figures.push(pain(standing, language));
    figures.extend(distance(site, standing));
    figures.extend(streak(standing, language));
    figures.extend(milestone(site, standing));
    let numbers = site.has(NUMBERS).then(|| site.path(NUMBERS));
    StandingView { as_of: Day::new(site, standing.as_of), numbers, figures }
}

fn since(day: Date, language: &Language) -> String {
    language.words.say("home-since", &[("day", language.dates.day_and_month(day).into())])
}

fn day(standing: &Standing, language: &Language) -> Option<Figure> {
    let (day, words) = (standing.day?, &language.words);
    let (note, more) = match &standing.phase {
        Some((name, begun)) => (words.say("home-phase", &[("name", name.as_str().into())]), since(*begun, language)),
        None => (String::new(), String::new()),
    };
    let unit = words.say("home-week", &[("n", ((day - 1) / 7 + 1).into())]);
    Some(Figure { name: words.word("day"), value: day.to_string(), unit, note, more, href: None, define: "" })
}

/// An injury that is over, in place of its day.
fn ended(standing: &Standing, language: &Language) -> Option<Figure> {
    let (ended, words) = (standing.ended.as_ref()?, &language.words);
    Some(Figure {
        name: ended.name.clone(),
        value: words.word("home-ended"),
        unit: String::new(),
        note: words.say("home-ended-day", &[("day", language.dates.long(ended.end).into())]),
        more: ended.days.map(|days| words.say("home-ended-after", &[("n", days.into())])).unwrap_or_default(),
        href: None,
        define: "",
    })
}

fn pain(standing: &Standing, language: &Language) -> Figure {
    let (words, numbers) = (&language.words, &language.numbers);
    let (last, before) = (standing.last7, standing.previous28);
    let n = ("n", Arg::from(before.n));
    let more = match (last.median, before.median) {
        (Some(now), Some(then)) => {
            let args = [("score", numbers.score(then).into()), n];
            if now < then {
                words.say("home-pain-down", &args)
            } else if now > then {
                words.say("home-pain-up", &args)
            } else {
                words.say("home-pain-same", &args)
            }
        }
        _ if before.n == 0 => String::new(),
        _ => words.say("home-pain-before", &[n]),
    };
    let (value, unit) = match last.median {
        Some(median) => (numbers.score(median), words.word("home-median")),
        None => ("–".to_owned(), words.word("too-few")),
    };
    let note = words.say("home-logged", &[("n", last.n.into())]);
    Figure { name: words.word("course-last-days"), value, unit, note, more, href: None, define: "median" }
}

fn distance(site: &PlanReader<'_>, standing: &Standing) -> Option<Figure> {
    if !standing.runs {
        return None;
    }
    let (language, unit) = (site.language, site.config.units);
    let words = &language.words;
    let note = match standing.week_days {
        7 => words.word("home-whole-week"),
        days => words.say("home-part-week", &[("n", days.into())]),
    };
    let more = standing.run_before.map(|before| {
        let shown = [("distance", Arg::from(length(language, unit, before)))];
        match standing.run.cmp(&before) {
            // A part week that has less than the whole one before it is no fall.
            Ordering::Less => words.say("home-run-less", &shown),
            Ordering::Greater => words.say("home-run-more", &shown),
            Ordering::Equal => words.word("home-run-same"),
        }
    });
    Some(Figure {
        name: words.word("home-run"),
        value: length_figure(language, unit, standing.run),
        unit: length_unit(language, unit),
        note,
        more: more.unwrap_or_default(),
        href: None,
        define: "distance",
    })
}

fn streak(standing: &Standing, language: &Language) -> Option<Figure> {
    if !standing.runs {
        return None;
    }
    let words = &language.words;
    let Streak { longest, current } = standing.pain_free_runs;
    let begun = standing.pain_free_since.filter(|_| current > 0);
    let most = || words.say("home-streak-most", &[("n", longest.into())]);
    let days = standing.pain_free_days;
    Some(Figure {
        name: words.word("home-streak"),
        value: current.to_string(),
        unit: String::new(),
        note: begun.map_or_else(most, |day| since(day, language)),
        more: words.say("home-streak-days", &[("now", days.current.into()), ("longest", days.longest.into())]),
        href: None,
        define: "streaks",
    })
}

fn milestone(site: &PlanReader<'_>, standing: &Standing) -> Option<Figure> {
    let last = standing.milestone.as_ref()?;
    let (words, dates) = (&site.language.words, &site.language.dates);
    Some(Figure {
        name: words.word("home-milestone"),
        value: dates.short_day_and_month(last.date),
        unit: if last.date.year() == standing.as_of.year() { String::new() } else { last.date.year().to_string() },
        note: last.label.clone(),
        more: words.say("home-milestone-number", &[("n", last.number.into())]),
        href: last.item.map(|item| site.link(site.card(item).address)),
        define: "",
    })
}
