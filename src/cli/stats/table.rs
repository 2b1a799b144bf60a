//! The numbers for people: aligned, each with what it rests on, at 80 columns.

use crate::config::Config;
use crate::journal::metrics::change::Tier;
use crate::journal::metrics::lag::ENOUGH;
use crate::journal::metrics::session_spikes::Band;
use crate::journal::metrics::verdict::Verdict;
use crate::journal::stats::{LagRow, Stats};
use crate::journal::{Course, WeekRow, Window};
use crate::text::shorten;
use crate::text::words::{count, decimals, fixed, score, short_date};
use std::fmt::Write as _;

/// The widths of the first two columns; the third has what is left of 80.
const NAME: usize = 30;
const VALUE: usize = 19;

/// Rows that are shown of long lists; `--json` has them all.
const WEEKS: usize = 8;
const SPIKES: usize = 5;

/// A text that grows by aligned lines.
#[derive(Default)]
struct TextTable(String);

impl TextTable {
    fn line(&mut self, text: &str) {
        self.0.push_str(text.trim_end());
        self.0.push('\n');
    }

    fn head(&mut self, name: &str) {
        let _ = write!(self.0, "\n{name}\n");
    }

    /// A figure with its value and what it rests on.
    fn row(&mut self, name: &str, value: &str, note: &str) {
        let name = shorten(name, NAME - 3);
        self.line(&format!("  {name:<width$}{value:<VALUE$}{note}", width = NAME - 2));
    }
}

/// All numbers of a journal in words and columns.
pub(super) fn table(stats: &Stats, config: &Config, injury: Option<usize>) -> String {
    let mut table = TextTable::default();
    table.line(injury.map_or(config.title.as_str(), |index| &config.injuries[index].name));
    let undated = match stats.undated {
        0 => String::new(),
        n => format!("; {} without a date, not counted", count(n, "entry", "entries")),
    };
    let Some(course) = &stats.course else {
        table.line(&format!("no entry with a date has been published{undated}"));
        return table.0;
    };
    let (first, last) = course.span;
    table.line(&format!(
        "{}, {} to {}{undated}",
        count(stats.entries, "entry", "entries"),
        short_date(first),
        short_date(last)
    ));
    table.line(&format!("an entry on {} of {} days, a pain score on {}", course.logged, course.days, course.scored));
    pain(&mut table, course);
    verdicts(&mut table, course, config);
    weeks(&mut table, course, config);
    spikes(&mut table, course, config);
    lags(&mut table, stats);
    ratios(&mut table, stats);
    work(&mut table, stats, config);
    table.line("\nA personal record, not medical advice.");
    table.0
}

/// A figure with a real minus sign.
fn signed(value: f64, places: usize) -> String {
    fixed(value, places).replace('-', "−")
}

fn window(window: Window) -> String {
    window.median.map_or_else(|| "too few to say".to_owned(), |median| format!("median {}", score(median)))
}

fn pain(table: &mut TextTable, course: &Course) {
    table.head("Pain, 0–10");
    table.row("last 7 days", &window(course.last7), &format!("{} of 7 days", course.last7.n));
    table.row("the 28 days before", &window(course.previous28), &format!("{} of 28 days", course.previous28.n));
    if let Some(window) = course.change {
        let change = window.change;
        let word = if change.points < 0.0 { "up" } else { "down" };
        let percent = change.percent.map_or(String::new(), |p| format!(" ({} %)", fixed(p.abs(), 0)));
        let value = if change.points == 0.0 {
            "none".to_owned()
        } else {
            format!("{word} {}{percent}", score(change.points.abs()))
        };
        let tier = if change.tier == Tier::Noise { "day-to-day noise" } else { change.tier.words() };
        let note = format!("{tier}; {} and {} of 7", window.n_from, window.n_to);
        table.row("since the first 7 days", &value, &note);
    }
    let trend = match course.trend {
        Ok(points) => format!("{} a week", signed(points, 2)),
        Err(_) => "too few to say".to_owned(),
    };
    table.row("trend of 42 days", &trend, &format!("{} of 42 days", course.trend_n));
    let days = course.pain_free_days;
    let row = format!("{} now", days.current);
    table.row("days in a row without pain", &row, &format!("{} at most, of {} days", days.longest, course.days));
    if course.runs > 0 {
        let runs = course.pain_free_runs;
        let now = format!("{} now", runs.current);
        let note = format!("{} at most, of {}", runs.longest, course.runs);
        table.row("runs in a row without pain", &now, &note);
    }
    let mornings = match &course.mornings.1 {
        Ok(m) => {
            let value = format!("{} to {}", score(m.before), score(m.now));
            let word = if m.rose() { "a rise of a point" } else { "no such rise" };
            (value, format!("{word}; {} and {} of 7", m.n_before, m.n_now))
        }
        Err(_) => ("not enough data".to_owned(), "4 mornings in each week".to_owned()),
    };
    table.row("mornings, week to week", &mornings.0, &mornings.1);
}

fn verdicts(table: &mut TextTable, course: &Course, config: &Config) {
    if course.verdicts.is_empty() {
        return;
    }
    let rules = &config.rules;
    table.head(&format!("How it took each day, by the rule `{}`", rules.preset));
    let of = |verdict: Verdict| course.verdicts.iter().filter(|(_, judged)| judged.verdict == verdict).count();
    let all = count(course.verdicts.len(), "day", "days");
    let note = |verdict: Verdict| match verdict {
        Verdict::Green => format!("up to {}, and settled", score(rules.low)),
        Verdict::Amber => format!("above {}, up to {}, settled", score(rules.low), score(rules.ceiling)),
        Verdict::Red => format!("above {}, or not settled", score(rules.ceiling)),
        Verdict::Grey => "not known whether it settled".to_owned(),
    };
    for verdict in [Verdict::Green, Verdict::Amber, Verdict::Red, Verdict::Grey] {
        let name = format!("{} {}", verdict.shape(), verdict.word());
        table.row(&name, &format!("{} of {all}", of(verdict)), &note(verdict));
    }
}

fn weeks(table: &mut TextTable, course: &Course, config: &Config) {
    let unit = config.units;
    let skipped = course.weeks.len().saturating_sub(WEEKS);
    let which = if skipped > 0 { format!(", the last {WEEKS} of {}", course.weeks.len()) } else { String::new() };
    table.head(&format!("Weeks{which}"));
    table.line(&format!(
        "  {:<12}{:>9}{:>9}{:>10}{:>8}{:>10}   {}",
        "from",
        format!("run, {}", unit.symbol()),
        "change",
        "sessions",
        "load",
        "pain",
        "logged"
    ));
    for week in &course.weeks[skipped..] {
        table.line(&week_line(week, config));
    }
}

fn week_line(week: &WeekRow, config: &Config) -> String {
    // Without an entry nothing is known: what the definitions sum as 0 is shown as a dash.
    let known = |figure: String| if week.logged > 0 { figure } else { "–".to_owned() };
    let run = known(config.units.show(u32::try_from(week.run).unwrap_or(u32::MAX)));
    let change = week.change.and_then(Result::ok);
    let change = change.map_or("–".to_owned(), |change| {
        format!("{}{} %", if change > 0.0 { "+" } else { "" }, signed(change * 100.0, 0))
    });
    let pain = week.pain.map_or("–".to_owned(), score);
    let logged = format!("{} of {} days", week.logged, week.days);
    let (start, sessions, load) = (week.start, week.sessions, known(fixed(week.load, 0)));
    format!("  {start:<12}{run:>9}{change:>9}{sessions:>10}{load:>8}{pain:>10}   {logged}")
}

fn spikes(table: &mut TextTable, course: &Course, config: &Config) {
    if !course.spikes.is_empty() {
        table.head(&latest("Pain spikes", course.spikes.len()));
    }
    for spike in course.spikes.iter().rev().take(SPIKES) {
        let days = count(spike.days, "day", "days");
        let value = if spike.end.is_some() { days } else { format!("{days} so far") };
        let note = format!("up to {}, from {}", score(spike.peak), score(spike.baseline));
        table.row(&short_date(course.date(spike.onset)), &value, &note);
    }
    if course.measured_runs == 0 {
        return;
    }
    let of = |band: Band| course.session_spikes.iter().filter(|spike| spike.band == band).count();
    table.head("Runs longer than the longest of the 30 days before");
    for (band, note) in [
        (Band::Small, "by more than a tenth"),
        (Band::Moderate, "by more than 30 %"),
        (Band::Large, "more than twice as long"),
    ] {
        table.row(band.word(), &format!("{} of {}", of(band), count(course.measured_runs, "run", "runs")), note);
    }
    if let Some(last) = course.session_spikes.last() {
        let show = |metres| format!("{} {}", config.units.show(metres), config.units.symbol());
        let note = format!("after {} at most", show(last.longest));
        table.row(&format!("the last, {}", short_date(course.date(last.day))), &show(last.metres), &note);
    }
}

fn latest(what: &str, n: usize) -> String {
    if n > SPIKES { format!("{what}, the last {SPIKES} of {n}") } else { what.to_owned() }
}

fn lags(table: &mut TextTable, stats: &Stats) {
    table.head(&format!("What goes with pain ({} pairings looked at)", stats.lag.len()));
    for row in &stats.lag {
        let what = row.x;
        let when = match row.lag {
            -1 => "pain the day before".to_owned(),
            0 => "pain that day".to_owned(),
            1 => "pain the next day".to_owned(),
            days => format!("pain {days} days later"),
        };
        let (value, note) = correlation(row);
        table.row(&format!("{what}, {when}"), &value, &note);
    }
    table.line("  ρ from −1 to 1 with its 95 % interval. It says nothing of causes.");
}

/// What may be said of a correlation, by the number of pairs behind it.
fn correlation(row: &LagRow) -> (String, String) {
    let found = &row.correlation;
    let n = format!("{} of {} days", found.n, row.known);
    let interval = found.interval.map(|(low, high)| format!("{}…{}", signed(low, 2), signed(high, 2)));
    match (found.rho, interval) {
        (Err(_), _) if found.n < 10 => ("too few to say".to_owned(), n),
        (Err(_), _) => ("nothing varies".to_owned(), n),
        (Ok(_), interval) if found.n < ENOUGH => {
            ("too few to say".to_owned(), interval.map_or_else(|| n.clone(), |interval| format!("{interval}; {n}")))
        }
        (Ok(rho), interval) => {
            let value = format!("ρ {}", signed(rho, 2));
            (value, interval.map_or_else(|| n.clone(), |interval| format!("{interval}; {n}")))
        }
    }
}

fn ratios(table: &mut TextTable, stats: &Stats) {
    table.head("Last 7 days by the last 28, distance run: three ways that disagree");
    let n = format!("{} of 28 days", stats.acwr.n);
    let show = |ratio: Option<f64>| ratio.map_or_else(|| "too few to say".to_owned(), |ratio| fixed(ratio, 2));
    table.row("the 7 within the 28", &show(stats.acwr.coupled), &n);
    table.row("by the 21 before them", &show(stats.acwr.uncoupled), &n);
    table.row("weighted, the newest most", &show(stats.acwr.ewma), "all days");
}

fn work(table: &mut TextTable, stats: &Stats, config: &Config) {
    if !stats.exercises.is_empty() {
        table.head("Exercises");
    }
    for row in &stats.exercises {
        let unit = config.load_unit;
        let volume =
            (row.volume_kg > 0.0).then(|| format!("{} {}", fixed(row.volume_kg / unit.kilograms(), 0), unit.symbol()));
        let held = (row.hold_s > 0.0).then(|| format!("{} s held", decimals(row.hold_s, 1)));
        let note: Vec<String> = volume.into_iter().chain(held).collect();
        table.row(&row.name, &count(row.sessions, "day", "days"), &note.join(", "));
    }
    if !stats.adherence.is_empty() {
        table.head("Prescribed");
    }
    for row in &stats.adherence {
        let sum = row.adherence;
        let value = match sum.rate() {
            Some(rate) => format!("{} of {} ({} %)", sum.done, sum.prescribed, fixed(rate * 100.0, 0)),
            None => "no whole week yet".to_owned(),
        };
        let beyond = if sum.beyond > 0 { format!(", {} beyond", sum.beyond) } else { String::new() };
        let weeks = count(sum.weeks, "week", "weeks");
        table.row(&row.exercise, &value, &format!("{weeks}{beyond}"));
    }
    if !stats.treatments.is_empty() {
        table.head("Treatments");
    }
    for row in &stats.treatments {
        let money = |(currency, cents): (&String, &u64)| format!("{}.{:02} {currency}", cents / 100, cents % 100);
        let minutes = (row.n_minutes > 0).then(|| format!("{} min", decimals(row.minutes, 0)));
        let note: Vec<String> = minutes.into_iter().chain(row.cost.iter().map(money)).collect();
        table.row(&row.kind, &count(row.sessions, "time", "times"), &note.join(", "));
    }
}
