//! The home page: where things stand, the charts, the latest lessons, the entries.

use super::archive::{Beginning, beginning};
use super::lessons::{LessonCard, latest};
use super::lists::{Card, cards};
use super::measures::{length, length_figure, length_unit};
use super::numbers::NUMBERS;
use super::own_words::{self, NowView, RedFlagsView};
use super::{Day, FigureView, Head, Pager};
use crate::chart::kind::weekly_distance;
use crate::journal::metrics::streaks::Streak;
use crate::journal::{AboutInjury, LEAST_OF_7, Standing};
use crate::language::{Arg, Language};
use crate::site::fill::For;
use crate::site::reader::{LinkedText, PlanReader};
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Ordering;

#[derive(Debug, Serialize)]
pub(super) struct HomeView {
    head: Head,
    /// The writer's introduction, above everything where it is short.
    intro: String,
    /// A longer one stands below the figures, and the site's description above.
    long_intro: String,
    description: String,
    /// The injury in one line.
    facts: String,
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
#[derive(Debug, Default, Serialize)]
struct Figure {
    name: String,
    value: String,
    /// Whether the value is words and no number.
    words: bool,
    unit: String,
    /// What it rests on: days logged, a part week.
    note: String,
    /// What it is compared with.
    more: String,
    href: Option<String>,
    /// The anchor of its definition; empty where it needs none.
    define: &'static str,
}

/// Words of an introduction that leave room for the chart below them on a phone's first screen.
const OPENING: usize = 40;

/// One page of the list of entries; the first is the home page.
pub(super) fn view(site: &PlanReader<'_>, page: usize, head: impl Fn(&str, &str) -> Head) -> HomeView {
    let first = page == 1;
    let config = site.config;
    let list = site.list(None);
    let calendar = if first { site.all_days(None) } else { None };
    let home = if first { site.home() } else { None };
    let is_long = |home: &&LinkedText<'_>| home.entry.body.words > OPENING;
    let (short, long) = (home.as_ref().filter(|home| !is_long(home)), home.as_ref().filter(is_long));
    let stands = if first { site.standing() } else { None };
    let about = stands.and_then(|stands| stands.injury.as_ref());
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
        intro: short.map(|home| site.fill(home, For::Page)).unwrap_or_default(),
        long_intro: long.map(|home| site.fill(home, For::Page)).unwrap_or_default(),
        facts: about.map(|injury| facts(injury, site.language)).unwrap_or_default(),
        description: config.description.clone(),
        standing: stands.map(|stands| standing(site, stands)),
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
    figures.extend(phase(standing, language));
    figures.extend(pain(standing, language));
    figures.extend(distance(site, standing));
    figures.extend(streak(standing, language));
    figures.extend(milestone(site, standing));
    let numbers = site.has(NUMBERS).then(|| site.path(NUMBERS));
    StandingView { as_of: Day::new(site, standing.as_of), numbers, figures }
}

fn since(day: Date, language: &Language) -> String {
    language.words.say("home-since", &[("day", language.dates.day_and_month(day).into())])
}

/// What a reader with the same injury asks first, in one line.
pub(super) fn facts(injury: &AboutInjury, language: &Language) -> String {
    let words = &language.words;
    // A date stays together where the line breaks.
    let whole = |day: Date| language.dates.long(day).replace(' ', "\u{a0}");
    let day = |id: &str, day: Date| words.say(id, &[("day", whole(day).into())]);
    let parts = [
        Some(injury.name.clone()),
        injury.diagnosis.clone(),
        injury.days.map(|days| words.say("home-days", &[("n", days.into())])),
        injury.running_since.map(|since| day("home-running-since", since)),
        injury.end.map(|end| day("home-back-since", end)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\u{a0}· ")
}

fn phase(standing: &Standing, language: &Language) -> Option<Figure> {
    let (name, begun) = standing.phase.as_ref()?;
    Some(Figure {
        name: language.words.word("phase"),
        value: name.clone(),
        words: true,
        note: since(*begun, language),
        ..Figure::default()
    })
}

/// The median of the last 7 days; in a journal that isn't 7 days old, where one can't be had yet, the last score.
fn pain(standing: &Standing, language: &Language) -> Option<Figure> {
    if standing.days < 7 && standing.last7.median.is_none() {
        return standing.last_score.map(|(day, score)| last_score(standing.last7.n, day, score, language));
    }
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
    let name = words.word("course-last-days");
    Some(Figure { name, value, unit, note, more, define: "median", ..Figure::default() })
}

fn last_score(n: usize, day: Date, score: f64, language: &Language) -> Figure {
    let words = &language.words;
    let day = ("day", Arg::from(language.dates.day_and_month(day)));
    Figure {
        name: words.word("home-last-score"),
        value: language.numbers.score(score),
        unit: words.say("home-score-on", &[day]),
        note: words.say("home-median-from", &[("n", n.into()), ("least", LEAST_OF_7.into())]),
        define: "median",
        ..Figure::default()
    }
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
        define: "distance",
        ..Figure::default()
    })
}

fn streak(standing: &Standing, language: &Language) -> Option<Figure> {
    if !standing.runs {
        return None;
    }
    let words = &language.words;
    let Streak { longest, current } = standing.pain_free_runs;
    // A row of nothing says no more than the chart does, and reads as a reproach.
    if longest == 0 && standing.pain_free_days.longest == 0 {
        return None;
    }
    let begun = standing.pain_free_since.filter(|_| current > 0);
    let most = || words.say("home-streak-most", &[("n", longest.into())]);
    let days = standing.pain_free_days;
    Some(Figure {
        name: words.word("home-streak"),
        value: current.to_string(),
        note: begun.map_or_else(most, |day| since(day, language)),
        more: words.say("home-streak-days", &[("now", days.current.into()), ("longest", days.longest.into())]),
        define: "streaks",
        ..Figure::default()
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
        ..Figure::default()
    })
}
