//! The numbers for people: aligned, each with what it rests on, at 80 columns.

use crate::config::Config;
use crate::journal::metrics::session_spikes::Band;
use crate::journal::metrics::streaks::Streak;
use crate::journal::metrics::verdict::Verdict;
use crate::journal::stats::Stats;
use crate::journal::{Course, SpikeRow, WeekRow, Window};
use crate::text::shorten;
use crate::text::words::{count, decimals, fixed, score, short_date};
use std::fmt::Write as _;

/// The widths of the first two columns; the third has what is left of 80.
const NAME: usize = 30;
const VALUE: usize = 19;

/// Rows that are shown of long lists; `--json` has them all.
const WEEKS: usize = 8;
const SPIKES: usize = 5;

/// Days with both mornings below which a kind has no share.
const ENOUGH: usize = 5;

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
        // A value that is as wide as its column is not read as one word with what follows.
        let gap = if value.chars().count() < VALUE { "" } else { "  " };
        self.line(&format!("  {name:<width$}{value:<VALUE$}{gap}{note}", width = NAME - 2));
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
    let lines = match stats.log_lines {
        0 => String::new(),
        n => format!(" and {}", count(n, "log line", "log lines")),
    };
    table.line(&format!(
        "{}{lines}, {} to {}{undated}",
        count(stats.entries, "entry", "entries"),
        short_date(first),
        short_date(last)
    ));
    let mornings = match course.mornings_only {
        0 => String::new(),
        n => format!(", the morning's alone on {n} more"),
    };
    let scored = course.scored;
    let what = if stats.log_lines == 0 { "an entry" } else { "an entry or a line" };
    let later = match stats.later_days {
        0 => String::new(),
        n => format!(", of which {n} written down later"),
    };
    let (logged, days) = (course.logged, course.days);
    // With lines it is too long for a narrow terminal.
    let between = if stats.log_lines == 0 { ", " } else { "\n" };
    table.line(&format!("{what} on {logged} of {days} days{later}{between}a pain score on {scored}{mornings}"));
    pain(&mut table, course);
    verdicts(&mut table, course, config);
    weeks(&mut table, course, config);
    spikes(&mut table, course, config);
    next_mornings(&mut table, stats);
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
        let note = format!("{}; {} and {} of 7", change.tier.words(), window.n_from, window.n_to);
        table.row("since the first 7 days", &value, &note);
    }
    table.row("last 21 days", &window(course.later21), &format!("{} of 21 days", course.later21.n));
    table.row("the 21 days before", &window(course.earlier21), &format!("{} of 21 days", course.earlier21.n));
    let days = course.pain_free_days;
    let row = format!("{} now", days.current);
    table.row("days in a row without pain", &row, &format!("{} at most, of {} days", days.longest, course.days));
    let streak = |table: &mut TextTable, name: &str, of: Streak| {
        let note = format!("{} at most, of {}", of.longest, count(course.runs, "run day", "run days"));
        table.row(name, &format!("{} now", of.current), &note);
    };
    if course.runs > 0 {
        streak(table, "runs in a row without pain", course.pain_free_runs);
        if let Some(settled) = course.settled_runs {
            streak(table, "runs in a row that settled", settled);
        }
    }
    if let Some(week) = course.mornings.last() {
        let start = short_date(course.weeks[week.week].start);
        let rise = if week.rise { "; two weeks well above the four before" } else { "" };
        let value = format!("median {}", score(week.median));
        table.row(&format!("mornings, week of {start}"), &value, &format!("{} of 7{rise}", week.n));
    }
}

fn verdicts(table: &mut TextTable, course: &Course, config: &Config) {
    let Some(rule) = config.rules.last().filter(|_| !course.verdicts.is_empty()) else { return };
    let names: Vec<&str> = config.rules.iter().map(|rule| rule.preset).collect();
    table.head(&format!("Days by the rule in force ({})", names.join(", then ")));
    let of = |verdict: Verdict| course.verdicts.iter().filter(|(_, judged)| judged.verdict == verdict).count();
    let all = count(course.verdicts.len(), "day", "days");
    // The limits of several rules are in the settings.
    let one = config.rules.len() == 1;
    let note = |verdict: Verdict| match verdict {
        Verdict::Green if one => format!("up to {}, and settled", score(rule.low)),
        Verdict::Amber if one => format!("above {}, up to {}, settled", score(rule.low), score(rule.ceiling)),
        Verdict::Red if one => format!("above {}, or not settled", score(rule.ceiling)),
        Verdict::Green => "up to the lower limit, and settled".to_owned(),
        Verdict::Amber => "up to the ceiling, and settled".to_owned(),
        Verdict::Red => "above the ceiling, or not settled".to_owned(),
        Verdict::Grey => "not known whether it settled".to_owned(),
        Verdict::Said => "your own word: setback or flare".to_owned(),
    };
    for verdict in [Verdict::Green, Verdict::Amber, Verdict::Red, Verdict::Grey, Verdict::Said] {
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
        "known"
    ));
    for week in &course.weeks[skipped..] {
        table.line(&week_line(week, config));
    }
}

fn week_line(week: &WeekRow, config: &Config) -> String {
    // What was noted, which need not be all that was done; a dash where nothing is known.
    let known = |figure: String| if week.known > 0 { figure } else { "–".to_owned() };
    let metres = |run: u64| config.units.show(u32::try_from(run).unwrap_or(u32::MAX));
    let run = week.run_noted().map_or("–".to_owned(), metres);
    let change = week.change.map_or("–".to_owned(), |change| {
        format!("{}{} %", if change > 0.0 { "+" } else { "" }, signed(change * 100.0, 0))
    });
    let pain = week.pain.map_or("–".to_owned(), score);
    let days = match week.days {
        7 => format!("{} of 7 days", week.known),
        part => format!("{} of {part}, part week", week.known),
    };
    let (start, sessions) = (week.start, known(week.sessions.to_string()));
    let load = week.load_noted().map_or("–".to_owned(), |load| fixed(load, 0));
    format!("  {start:<12}{run:>9}{change:>9}{sessions:>10}{load:>8}{pain:>10}   {days}")
}

fn spikes(table: &mut TextTable, course: &Course, config: &Config) {
    if !course.spikes.is_empty() {
        table.head(&latest("Pain spikes", course.spikes.len()));
    }
    for spike in course.spikes.iter().rev().take(SPIKES) {
        let SpikeRow { spike, .. } = spike;
        let days = count(spike.days, "day", "days");
        let value = if spike.end.is_some() { days } else { format!("{days}, end unknown") };
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

fn next_mornings(table: &mut TextTable, stats: &Stats) {
    if stats.next_mornings.is_empty() {
        return;
    }
    table.head("What the next morning said");
    for row in &stats.next_mornings {
        let value = match row.n {
            0..ENOUGH => "too few to say".to_owned(),
            _ => format!("{} higher, {} same, {} lower", row.higher, row.same, row.lower),
        };
        let known = row.n + row.unknown;
        table.line(&format!("  {:<28}{value:<27}{} of {}", row.deed.word(), row.n, count(known, "day", "days")));
    }
    table.line("  Days weren’t picked at random: people go out on good days.");
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
            None => "too few to say".to_owned(),
        };
        table.row(&row.exercise, &value, &format!("noted on {} of {} known days", sum.noted, sum.known));
        if sum.beyond > 0 {
            table.row("", "", &format!("{} beyond", sum.beyond));
        }
    }
    if !stats.treatments.is_empty() {
        table.head("Treatments");
    }
    for row in &stats.treatments {
        let money = |(currency, cents): (&String, &u64)| format!("{}.{:02} {currency}", cents / 100, cents % 100);
        let minutes = row.minutes.map(|minutes| format!("{} min", decimals(minutes, 0)));
        let note: Vec<String> = minutes.into_iter().chain(row.cost.iter().map(money)).collect();
        table.row(&row.kind, &count(row.sessions, "time", "times"), &note.join(", "));
    }
}
