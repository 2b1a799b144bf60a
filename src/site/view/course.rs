//! The figures of a journal's course in words: what each rests on, and where it is defined.

use super::measures::{length_figure, length_unit};
use super::numbers::NUMBERS;
use super::verdict;
use crate::journal::metrics::change::{Change, Tier};
use crate::journal::metrics::session_spikes::Band;
use crate::journal::metrics::verdict::Verdict;
use crate::journal::{Course, SpikeRow, WeekRow, Window};
use crate::language::{Arg, Language};
use crate::site::reader::PlanReader;
use crate::text::words::fixed;
use serde::Serialize;

/// A figure with its value, what it rests on, and the address of its definition.
#[derive(Debug, Serialize)]
pub(super) struct FigureRow {
    name: String,
    href: String,
    value: String,
    note: String,
}

/// The weeks: the last ones, and the others year by year.
#[derive(Debug, Serialize)]
pub(super) struct WeeksView {
    unit: String,
    last: Vec<WeekView>,
    years: Vec<YearView>,
    /// The address of the definition of distance, and those of the others.
    hrefs: [String; 3],
}

#[derive(Debug, Serialize)]
struct YearView {
    name: String,
    weeks: Vec<WeekView>,
}

#[derive(Debug, Serialize)]
struct WeekView {
    iso: String,
    from: String,
    /// Whether the journal has fewer than seven days of it.
    part: bool,
    run: String,
    change: String,
    other: String,
    sessions: String,
    known: String,
    load: String,
    pain: String,
    n: String,
}

/// Weeks that stand open.
const OPEN: usize = 12;
/// Pain spikes that are told of; the chart shows them all.
const SPIKES: usize = 3;

/// What a page says of the course in figures.
pub(super) fn figures(site: &PlanReader<'_>, course: &Course) -> Vec<FigureRow> {
    let language = site.language;
    let words = &language.words;
    let of = |n: usize, days: usize| words.say("course-of-days", &[("n", n.into()), ("days", days.into())]);
    let scored = || words.say("course-scored", &[("n", course.scored.into()), ("days", course.days.into())]);
    let streak =
        |now: usize, longest: usize| words.say("course-row", &[("now", now.into()), ("longest", longest.into())]);
    let mut rows = Vec::new();
    let mut row = |name: &str, anchor: &str, value: String, note: String| {
        let href = site.path(&format!("{NUMBERS}#{anchor}"));
        rows.push(FigureRow { name: words.word(name), href, value, note });
    };
    row("course-last-days", "median", window(course.last7, language), of(course.last7.n, 7));
    row("course-days-before", "median", window(course.previous28, language), of(course.previous28.n, 28));
    if let Some(change) = course.change {
        let n = words.say("course-change-days", &[("from", change.n_from.into()), ("to", change.n_to.into())]);
        row("course-change", "change", change_words(change.change, language), n);
    }
    row("course-later", "trend", window(course.later21, language), of(course.later21.n, 21));
    row("course-earlier", "trend", window(course.earlier21, language), of(course.earlier21.n, 21));
    let days = course.pain_free_days;
    row("course-days-without", "streaks", streak(days.current, days.longest), scored());
    if course.runs > 0 {
        let runs = course.pain_free_runs;
        let n = words.say("course-run-days", &[("n", course.runs.into())]);
        row("course-runs-without", "streaks", streak(runs.current, runs.longest), n.clone());
        if let Some(settled) = course.settled_runs {
            row("course-runs-settled", "streaks", streak(settled.current, settled.longest), n);
        }
    }
    if let Some((value, n)) = mornings(course, language) {
        row("course-mornings", "mornings", value, n);
    }
    if !course.verdicts.is_empty() {
        let n = words.say("course-verdict-days", &[("n", course.verdicts.len().into())]);
        row("course-verdicts", "verdict", verdicts(course, language), n);
    }
    row("course-spikes", "spikes", spikes(course, language), scored());
    if course.measured_runs > 0 {
        let n = words.say("course-runs", &[("n", course.measured_runs.into())]);
        row("course-longer", "longer-runs", longer(course, language), n);
    }
    rows
}

fn window(window: Window, language: &Language) -> String {
    let words = &language.words;
    let median = |median: f64| words.say("course-median", &[("score", language.numbers.score(median).into())]);
    window.median.map_or_else(|| words.word("too-few"), median)
}

fn change_words(change: Change, language: &Language) -> String {
    let (words, numbers) = (&language.words, &language.numbers);
    let score = |value: f64| Arg::from(numbers.score(value));
    if change.points == 0.0 {
        return words.say("course-change-none", &[("score", score(change.to))]);
    }
    let tier = words.word(match change.tier {
        Tier::Clear => "course-clear",
        Tier::Borderline => "course-borderline",
        Tier::Below => "course-below",
    });
    let mut args: Vec<(&str, Arg<'_>)> = vec![
        ("from", score(change.from)),
        ("to", score(change.to)),
        ("points", score(change.points.abs())),
        ("tier", tier.into()),
    ];
    let percent = change.percent.map(|percent| numbers.fixed(percent.abs(), 0));
    args.extend(percent.as_deref().map(|percent| ("percent", percent.into())));
    match (change.points > 0.0, percent.is_some()) {
        (true, true) => words.say("course-change-down-percent", &args),
        (true, false) => words.say("course-change-down", &args),
        (false, true) => words.say("course-change-up-percent", &args),
        (false, false) => words.say("course-change-up", &args),
    }
}

/// The mornings of the last week that has enough of them, and how many that are.
fn mornings(course: &Course, language: &Language) -> Option<(String, String)> {
    let words = &language.words;
    let week = course.mornings.last()?;
    let median = words.say("course-median", &[("score", language.numbers.score(week.median).into())]);
    let value = if week.rise { words.say("course-mornings-risen", &[("median", median.into())]) } else { median };
    let start = Arg::from(language.dates.short(course.weeks[week.week].start));
    Some((value, words.say("course-mornings-days", &[("week", start), ("n", week.n.into())])))
}

fn verdicts(course: &Course, language: &Language) -> String {
    let of = |verdict: Verdict| course.verdicts.iter().filter(|(_, judged)| judged.verdict == verdict).count();
    let all = [Verdict::Green, Verdict::Amber, Verdict::Red, Verdict::Grey, Verdict::Said];
    let part = |v: Verdict| format!("{} {} {}", v.shape(), verdict::word(v, &language.words), of(v));
    all.map(part).join(" · ")
}

fn spikes(course: &Course, language: &Language) -> String {
    let (words, numbers) = (&language.words, &language.numbers);
    let all = &course.spikes;
    let one = |SpikeRow { spike, .. }: &SpikeRow| {
        let args = [
            ("day", Arg::from(language.dates.short(course.date(spike.onset)))),
            ("days", spike.days.into()),
            ("known", spike.known.into()),
            ("peak", numbers.score(spike.peak).into()),
            ("base", numbers.score(spike.baseline).into()),
        ];
        if spike.end.is_some() { words.say("course-spike", &args) } else { words.say("course-spike-so-far", &args) }
    };
    let told: Vec<String> = all.iter().rev().take(SPIKES).map(one).collect();
    let told = Arg::from(told.join("; "));
    match all.len() {
        0 => words.word("course-no-spikes"),
        n if n <= SPIKES => words.say("course-all-spikes", &[("n", n.into()), ("spikes", told)]),
        n => words.say("course-last-spikes", &[("n", n.into()), ("told", SPIKES.into()), ("spikes", told)]),
    }
}

fn longer(course: &Course, language: &Language) -> String {
    let words = &language.words;
    let of = |band: Band| Arg::from(course.session_spikes.iter().filter(|spike| spike.band == band).count());
    let counts = [("small", of(Band::Small)), ("moderate", of(Band::Moderate)), ("large", of(Band::Large))];
    let bands = words.say("course-bands", &counts);
    let Some(last) = course.session_spikes.last() else { return bands };
    let day = Arg::from(language.dates.short(course.date(last.day)));
    words.say("course-bands-last", &[("bands", bands.into()), ("day", day)])
}

/// The table of weeks, newest first.
pub(super) fn weeks(site: &PlanReader<'_>, course: &Course) -> Option<WeeksView> {
    let weeks = &course.weeks;
    weeks.iter().find(|week| week.known > 0 || week.scored > 0)?;
    let open = weeks.len().saturating_sub(OPEN);
    let mut years: Vec<&[WeekRow]> = weeks[..open].chunk_by(|a, b| a.start.year() == b.start.year()).collect();
    years.reverse();
    let year = |weeks: &[WeekRow]| {
        let year = weeks.first().map_or(0, |week| week.start.year()).to_string();
        YearView {
            name: site.language.words.say("course-weeks", &[("year", year.into()), ("n", weeks.len().into())]),
            weeks: weeks.iter().rev().map(|week| week_view(site, week)).collect(),
        }
    };
    let href = |anchor: &str| site.path(&format!("{NUMBERS}#{anchor}"));
    Some(WeeksView {
        unit: length_unit(site.language, site.config.units),
        last: weeks[open..].iter().rev().map(|week| week_view(site, week)).collect(),
        years: years.into_iter().map(year).collect(),
        hrefs: [href("distance"), href("load"), href("median")],
    })
}

fn week_view(site: &PlanReader<'_>, week: &WeekRow) -> WeekView {
    let language = site.language;
    let (words, numbers) = (&language.words, &language.numbers);
    let unit = site.config.units;
    let show = |metres: u64| length_figure(language, unit, u32::try_from(metres).unwrap_or(u32::MAX));
    let change = week.change.map(|change| {
        // The signs for more and less are as wide as each other, which a hyphen is not.
        let sign = if change > 0.0 {
            "+"
        } else if fixed(change * 100.0, 0) == "0" {
            ""
        } else {
            "−"
        };
        let percent = words.say("percent", &[("n", numbers.fixed((change * 100.0).abs(), 0).into())]);
        format!("{sign}{percent}")
    });
    let other = week.other.iter().map(|(kind, metres)| {
        words.say("course-other", &[("kind", kind.word().into()), ("distance", show(*metres).into())])
    });
    let other: Vec<String> = other.collect();
    let dash = || "–".to_owned();
    WeekView {
        iso: week.start.to_string(),
        from: language.dates.short(week.start),
        part: week.days < 7,
        // What was noted; where nobody wrote down what was done, or how much of it, it is a dash and no 0.
        run: week.run_noted().map_or_else(dash, show),
        known: words.say("course-of-week", &[("n", week.known.into()), ("days", week.days.into())]),
        change: change.unwrap_or_else(dash),
        other: if other.is_empty() { dash() } else { other.join(", ") },
        sessions: if week.known > 0 { week.sessions.to_string() } else { dash() },
        load: week.load_noted().map_or_else(dash, |load| numbers.fixed(load, 0)),
        pain: week.pain.map_or_else(dash, |pain| numbers.score(pain)),
        n: words.say("course-of-week", &[("n", week.scored.into()), ("days", week.days.into())]),
    }
}
