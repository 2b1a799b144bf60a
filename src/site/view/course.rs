//! The figures of a journal's course in words: what each rests on, and where it is defined.

use super::super::Site;
use super::numbers::NUMBERS;
use crate::journal::metrics::session_spikes::Band;
use crate::journal::metrics::verdict::Verdict;
use crate::journal::{Course, WeekRow, Window};
use crate::text::words::{count, decimals, fixed, score, short_date};
use serde::Serialize;

/// A figure with its value, what it rests on, and the address of its definition.
#[derive(Debug, Serialize)]
pub(super) struct FigureRow {
    name: &'static str,
    href: String,
    value: String,
    note: String,
}

/// The weeks: the last ones, and the others year by year.
#[derive(Debug, Serialize)]
pub(super) struct WeeksView {
    unit: &'static str,
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
    run: String,
    change: String,
    other: String,
    sessions: u64,
    load: String,
    pain: String,
    n: String,
}

/// Weeks that stand open.
const OPEN: usize = 12;
/// Pain spikes that are told of; the chart shows them all.
const SPIKES: usize = 3;

/// What a page says of the course in figures.
pub(super) fn figures(site: &Site, course: &Course) -> Vec<FigureRow> {
    let mut rows = Vec::new();
    let mut row = |name: &'static str, anchor: &str, value: String, note: String| {
        rows.push(FigureRow { name, href: site.path(&format!("{NUMBERS}#{anchor}")), value, note });
    };
    row("Pain, last 7 days", "median", window(course.last7), format!("{} of 7 days", course.last7.n));
    row("The 28 days before", "median", window(course.previous28), format!("{} of 28 days", course.previous28.n));
    if let Some(change) = course.change {
        let n = format!("{} and {} of 7 days", change.n_from, change.n_to);
        row("From the first 7 days to the last", "change", change_words(change.change), n);
    }
    let trend = match course.trend {
        Ok(points) if fixed(points, 1) == "0.0" => "level".to_owned(),
        Ok(points) => {
            let way = if points < 0.0 { "down" } else { "up" };
            format!("{way} {} a week", decimals(points.abs(), 1))
        }
        Err(_) => "too few to say".to_owned(),
    };
    row("Trend of the last 42 days", "trend", trend, format!("{} of 42 days", course.trend_n));
    let days = course.pain_free_days;
    let value = format!("{} now, {} at the most", days.current, days.longest);
    row(
        "Days in a row without pain",
        "streaks",
        value,
        format!("{} of {} days have a score", course.scored, course.days),
    );
    if course.runs > 0 {
        let runs = course.pain_free_runs;
        let value = format!("{} now, {} at the most", runs.current, runs.longest);
        row("Runs in a row without pain", "streaks", value, count(course.runs, "day with a run", "days with a run"));
    }
    if let Ok(mornings) = course.mornings.1 {
        let word = if mornings.rose() { "a rise of a point or more" } else { "no rise of a point" };
        let value = format!("{} to {}: {word}", score(mornings.before), score(mornings.now));
        let week = short_date(course.mornings.0);
        let n = format!("week from {week}: {} of 7 mornings, {} in the week before", mornings.n_now, mornings.n_before);
        row("Mornings, week to week", "mornings", value, n);
    }
    if !course.verdicts.is_empty() {
        let (value, n) = verdicts(course);
        row("How it took each day", "verdict", value, n);
    }
    row("Pain spikes", "spikes", spikes(course), format!("{} of {} days have a score", course.scored, course.days));
    if course.measured_runs > 0 {
        row("Runs longer than before", "longer-runs", longer(course), count(course.measured_runs, "run", "runs"));
    }
    rows
}

fn window(window: Window) -> String {
    window.median.map_or_else(|| "too few to say".to_owned(), |median| format!("median {}", score(median)))
}

fn change_words(change: crate::journal::metrics::change::Change) -> String {
    if change.points == 0.0 {
        return format!("{} both times", score(change.to));
    }
    let way = if change.points > 0.0 { "down" } else { "up" };
    let percent = change.percent.map_or(String::new(), |p| format!(", {} %", fixed(p.abs(), 0)));
    let (from, to, points) = (score(change.from), score(change.to), score(change.points.abs()));
    format!("{from} to {to}, {way} {points}{percent}: {}", change.tier.words())
}

fn verdicts(course: &Course) -> (String, String) {
    let of = |verdict: Verdict| course.verdicts.iter().filter(|(_, judged)| judged.verdict == verdict).count();
    let all = [Verdict::Green, Verdict::Amber, Verdict::Red, Verdict::Grey];
    let parts = all.map(|verdict| format!("{} {} {}", verdict.shape(), verdict.word(), of(verdict)));
    (parts.join(" · "), format!("{} with a score during or after", count(course.verdicts.len(), "day", "days")))
}

fn spikes(course: &Course) -> String {
    let all = &course.spikes;
    let one = |spike: &crate::journal::metrics::spikes::Spike| {
        let days = count(spike.days, "day", "days");
        let so_far = if spike.end.is_some() { "" } else { " so far" };
        let (peak, base) = (score(spike.peak), score(spike.baseline));
        format!("{}, {days}{so_far}, up to {peak} from {base}", short_date(course.date(spike.onset)))
    };
    let told: Vec<String> = all.iter().rev().take(SPIKES).map(one).collect();
    match (all.len(), told.join("; ")) {
        (0, _) => "none".to_owned(),
        (n, told) if n <= SPIKES => format!("{n}: {told}"),
        (n, told) => format!("{n}, the last {SPIKES}: {told}"),
    }
}

fn longer(course: &Course) -> String {
    let of = |band: Band| course.session_spikes.iter().filter(|spike| spike.band == band).count();
    let bands = [Band::Small, Band::Moderate, Band::Large].map(|band| format!("{} {}", of(band), band.word()));
    let last = course.session_spikes.last();
    let last = last.map(|spike| format!("; the last on {}", short_date(course.date(spike.day)))).unwrap_or_default();
    format!("{}{last}", bands.join(", "))
}

/// The table of weeks, newest first.
pub(super) fn weeks(site: &Site, course: &Course) -> Option<WeeksView> {
    let weeks = &course.weeks;
    weeks.iter().find(|week| week.logged > 0)?;
    let open = weeks.len().saturating_sub(OPEN);
    let mut years: Vec<&[WeekRow]> = weeks[..open].chunk_by(|a, b| a.start.year() == b.start.year()).collect();
    years.reverse();
    let year = |weeks: &[WeekRow]| YearView {
        name: format!("{}: {}", weeks.first().map_or(0, |week| week.start.year()), count(weeks.len(), "week", "weeks")),
        weeks: weeks.iter().rev().map(|week| week_view(site, week)).collect(),
    };
    let href = |anchor: &str| site.path(&format!("{NUMBERS}#{anchor}"));
    Some(WeeksView {
        unit: site.config.units.symbol(),
        last: weeks[open..].iter().rev().map(|week| week_view(site, week)).collect(),
        years: years.into_iter().map(year).collect(),
        hrefs: [href("distance"), href("load"), href("median")],
    })
}

fn week_view(site: &Site, week: &WeekRow) -> WeekView {
    let unit = site.config.units;
    let show = |metres: u64| unit.show(u32::try_from(metres).unwrap_or(u32::MAX));
    let change = week.change.and_then(Result::ok).map(|change| {
        let sign = if change > 0.0 { "+" } else { "" };
        format!("{sign}{} %", fixed(change * 100.0, 0)).replace('-', "−")
    });
    let other: Vec<String> =
        week.other.iter().map(|(kind, metres)| format!("{} {}", kind.word(), show(*metres))).collect();
    let dash = || "–".to_owned();
    WeekView {
        iso: week.start.to_string(),
        from: short_date(week.start),
        // Without an entry nothing is known: what the definitions sum as 0 is shown as a dash.
        run: if week.logged > 0 { show(week.run) } else { dash() },
        change: change.unwrap_or_else(dash),
        other: if other.is_empty() { dash() } else { other.join(", ") },
        sessions: week.sessions,
        load: if week.logged > 0 { fixed(week.load, 0) } else { dash() },
        pain: week.pain.map_or_else(dash, score),
        n: format!("{} of {}", week.scored, week.days),
    }
}
