//! Distance per week: bars in a panel for running, one for walking and one for anything else, on the same days.

mod bars;

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::panel::Panel;
use crate::chart::plot::{self, Behind, Drawing, Kind, Plot};
use crate::chart::scale::{amount, count, day_number, nice};
use crate::chart::words::{Noted, Words};
use crate::chart::{Band, Figure, Rule, Table, options};
use crate::fields::Fields;
use crate::journal::Week;
use crate::units::Distance;
use bars::{Bar, PARTS, SPAN, is_unknown, layers, unknown};
use jiff::civil::Weekday;
use std::ops::Range;

/// What a chart of weeks takes.
#[derive(Debug, Default)]
pub struct Options {
    lines: Vec<Rule>,
    height: Option<i32>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { lines: options::lines(fields), height: options::height(fields) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (config, shown) = (scope.source.config, &scope.shown);
        let words = Words::of(scope.source.language);
        let mut chart = WeeklyDistance {
            words,
            days: scope.days(),
            units: config.units,
            weeks: shown.weeks(config.week_start),
            bands: scope.bands(),
            rules: baselines(scope, words).chain(self.lines.iter().cloned()).collect(),
            height: self.height.unwrap_or(140),
            bars: [Vec::new(), Vec::new()],
        };
        chart.bars = [Frame::WIDE, Frame::NARROW].map(|frame| chart.bars(&frame));
        plot::figure(&chart, id)
    }
}

/// What was run a week before the injury, or before each of several.
fn baselines<'a>(scope: &'a Scope<'_>, words: Words<'a>) -> impl Iterator<Item = Rule> + use<'a> {
    let config = scope.source.config;
    let own = config.injuries.iter().enumerate().filter(|(at, _)| scope.injury.is_none_or(|injury| injury == *at));
    own.filter_map(move |(_, injury)| {
        let several = config.injuries.len() > 1;
        let id = if several { "chart-weeks-baseline-of" } else { "chart-weeks-baseline" };
        let label = words.say(id, &[("name", injury.name.as_str().into())]);
        Some(Rule { value: config.units.of(injury.baseline?.0), label, from: None })
    })
}

/// The weeks of a journal.
struct WeeklyDistance<'a> {
    words: Words<'a>,
    days: DayRange,
    units: Distance,
    weeks: Vec<Week>,
    bands: Vec<Band>,
    /// What was run a week before an injury, and the writer's own lines, in the unit.
    rules: Vec<Rule>,
    /// The height of the first panel in the wide drawing.
    height: i32,
    /// The bars of the wide drawing and of the narrow one.
    bars: [Vec<Bar>; 2],
}

/// The panels: the parts of a bar in each from the bottom up, and its name with its class.
const PANELS: [(Range<usize>, &str, &str); 3] =
    [(0..2, "t-run", "chart-run"), (2..3, "t-walk", "chart-walk"), (3..4, "t-other", "chart-other")];

impl WeeklyDistance<'_> {
    /// Returns what was run on single days and over several, walked and done otherwise, in the unit.
    fn parts(&self, week: &Week) -> [f64; PARTS.len()] {
        [week.run, week.span, week.walk, week.other].map(|metres| amount(self.units.of(metres)))
    }

    /// Returns what was run, and what was walked.
    fn run_and_walk(&self, week: &Week) -> [f64; 2] {
        let [run, span, walk, _] = self.parts(week);
        [run + span, walk]
    }

    fn has_spans(&self) -> bool {
        self.weeks.iter().any(|week| week.span > 0)
    }

    fn sum(&self, week: &Week) -> f64 {
        self.parts(week).iter().sum()
    }

    fn total(&self) -> f64 {
        self.weeks.iter().map(|week| self.sum(week)).sum()
    }

    /// Returns the weeks that can be compared: whole ones with entries on most days.
    fn comparable(&self) -> Vec<&Week> {
        self.weeks.iter().filter(|week| week.days >= 7 && week.known >= 4).collect()
    }

    /// Returns what is compared of some weeks: what was run, else what was walked, else all of it.
    fn compared(&self, weeks: &[&Week]) -> (&'static str, Option<usize>) {
        let part = (0..2).find(|part| weeks.iter().any(|week| self.run_and_walk(week)[*part] > 0.0));
        (["run", "walk", "any"][part.unwrap_or(2)], part)
    }

    /// Returns that much of a week.
    fn of(&self, part: Option<usize>, week: &Week) -> f64 {
        part.map_or_else(|| self.sum(week), |part| self.run_and_walk(week)[part])
    }

    /// Returns how many weeks share a bar, so that bars stay wide enough to tell apart.
    fn weeks_a_bar(&self, frame: &Frame) -> usize {
        self.weeks.len().div_ceil(if frame.beside { 160 } else { 72 }).max(1)
    }

    /// Returns the panels that have something to show; without any that of running.
    fn panels(&self) -> impl Iterator<Item = &'static (Range<usize>, &'static str, &'static str)> {
        let has = |parts: &Range<usize>| self.bars[0].iter().any(|bar| bar.sum(parts) > 0.0);
        let is_empty = !has(&(0..PARTS.len()));
        PANELS.iter().filter(move |(parts, ..)| if is_empty { parts.start == 0 } else { has(parts) })
    }

    fn bars(&self, frame: &Frame) -> Vec<Bar> {
        let bar = |weeks: &[Week]| {
            let start = weeks.first().map(|week| day_number(week.start) - self.days.first)?;
            let end = weeks.last().map(|week| day_number(week.start) - self.days.first + 7)?;
            let mut parts = [0.0; PARTS.len()];
            for week in weeks {
                parts.iter_mut().zip(self.parts(week)).for_each(|(sum, part)| *sum += part);
            }
            Some(Bar {
                from: start.max(0),
                to: end.min(self.days.n),
                parts: parts.map(|sum| sum / f64::from(count(weeks.len()))),
                is_cut: weeks.iter().any(|week| week.days < 7),
                is_unknown: weeks.iter().all(is_unknown),
            })
        };
        self.weeks.chunks(self.weeks_a_bar(frame)).filter_map(bar).collect()
    }

    /// Says how many days have an entry.
    fn known(&self) -> String {
        let known: i32 = self.weeks.iter().map(|week| i32::from(week.known)).sum();
        let later: i32 = self.weeks.iter().map(|week| i32::from(week.later)).sum();
        self.words.with_later(self.words.coverage(known, self.days.n, Noted::Entry), later)
    }
}

impl Kind for WeeklyDistance<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let (bars, time) = (&self.bars[usize::from(!frame.beside)], self.days.time(frame));
        let panel = |(parts, class, name): &'static (Range<usize>, &'static str, &'static str)| {
            let is_run = parts.start == 0;
            let rules: &[Rule] = if is_run { &self.rules } else { &[] };
            let most = bars.iter().map(|bar| bar.sum(parts)).chain(rules.iter().map(|rule| amount(rule.value)));
            let is_other = parts.end == PARTS.len();
            // Where weeks of several days together end, their part is named.
            let span = bars.iter().rev().find(|bar| is_run && bar.parts[SPAN] > 0.0);
            let named =
                |bar: &Bar| (self.words.word(PARTS[SPAN].1), "t-run", bar.sum(&(0..SPAN)) + bar.parts[SPAN] / 2.0);
            let (step, max) = nice(most.fold(0.0, f64::max), if is_other { 2 } else { 3 });
            let height = frame.tall(self.height, 1200, 1200);
            Panel {
                gap: if is_run { 250 } else { 330 },
                height: if is_run { height } else { height * if is_other { 2 } else { 3 } / 5 },
                max,
                step,
                heading: Some((class, format!("{}, {}", self.words.word(name), self.units.symbol()))),
                gaps: unknown(bars),
                labels: span.map(named).into_iter().collect(),
                rules,
                unit: self.units.symbol(),
                layers: layers(bars, parts, time),
                ..Panel::default()
            }
        };
        let panels: Vec<Panel<'_>> = self.panels().map(panel).collect();
        Drawing::Plot(Plot { bands: &self.bands, behind: Behind::Each, ..Plot::new(self.words, self.days, panels) })
    }

    fn title(&self) -> String {
        let args = [("unit", self.units.symbol().into()), ("span", self.days.span(self.words).into())];
        self.words.say("chart-weeks-title", &args)
    }

    fn heading(&self) -> String {
        let words = self.words;
        if self.weeks.iter().all(|week| self.sum(week) <= 0.0) {
            return words.word("chart-head-no-distance");
        }
        let whole = self.comparable();
        let (Some(first), Some(last)) = (whole.first(), whole.last().filter(|_| whole.len() >= 2)) else {
            let total = self.total();
            let args = [("total", words.number(total).into()), ("unit", self.units.symbol().into())];
            return words.say("chart-head-few-weeks", &args);
        };
        let (what, part) = self.compared(&whole);
        let (from, to) = (self.of(part, first), self.of(part, last));
        let args = [
            ("what", what.into()),
            ("way", words.way(from, to).into()),
            ("from", words.number(from).into()),
            ("to", words.number(to).into()),
            ("unit", self.units.symbol().into()),
            ("length", words.length(self.days.n).into()),
        ];
        words.say("chart-head-weeks", &args)
    }

    fn say(&self) -> String {
        let words = self.words;
        let weeks = || words.n(count(self.weeks.len()));
        let total = self.total();
        if total <= 0.0 {
            return words.say("chart-weeks-no-distance", &[("weeks", weeks())]);
        }
        let whole = self.comparable();
        let unit = ("unit", self.units.symbol().into());
        let (Some(first), Some(last)) = (whole.first(), whole.last().filter(|_| whole.len() >= 2)) else {
            let id = if whole.is_empty() { "chart-weeks-no-whole" } else { "chart-weeks-one-whole" };
            return words.say(id, &[("total", words.number(total).into()), unit, ("weeks", weeks())]);
        };
        let (what, part) = self.compared(&whole);
        let of = |week: &Week| self.of(part, week);
        let most = self.weeks.iter().reduce(|a, b| if of(b) > of(a) { b } else { a }).unwrap_or(first);
        // Weeks with few entries are passed over at either end, which the words must not hide.
        let is_whole = |week: &&Week| week.days >= 7;
        let ends = [self.weeks.iter().find(is_whole), self.weeks.iter().rfind(is_whole)];
        let which = if ends == [Some(*first), Some(*last)] { "whole" } else { "written" };
        // All weeks count here: one with few entries has no run noted as surely as one with many.
        let idle = self.weeks.iter().filter(|week| of(week) <= 0.0).count();
        let (from, to) = (words.number(of(first)), words.number(of(last)));
        let id = if from == to { "chart-weeks-same" } else { "chart-weeks-went" };
        let args = [
            ("what", what.into()),
            ("which", which.into()),
            ("from", from.into()),
            ("to", to.into()),
            ("most", words.number(of(most)).into()),
            ("day", words.long(most.start).into()),
            ("idle", words.n(count(idle))),
            ("weeks", weeks()),
            unit,
        ];
        let mut out = words.say(id, &args);
        if of(most) > of(first).max(of(last)) {
            out += &words.say("chart-weeks-most", &args);
        }
        if idle > 0 {
            out += "; ";
            out += &words.say("chart-weeks-idle", &args);
        }
        out + "."
    }

    fn how(&self) -> String {
        let words = self.words;
        let start = match self.days.week_start {
            Weekday::Sunday => "sunday",
            Weekday::Monday => "monday",
            _ => "other",
        };
        let unit = self.units.symbol();
        let panels = if self.panels().count() > 1 { "several" } else { "one" };
        let args = [("unit", unit.into()), ("start", start.into()), ("panels", panels.into())];
        let mut out = words.say("chart-weeks-how", &args);
        match [Frame::WIDE, Frame::NARROW].map(|frame| self.weeks_a_bar(&frame)) {
            [1, 1] => {}
            [1, narrow] => {
                out.push(' ');
                out += &words.say("chart-weeks-bar-small", &[("n", narrow.into())]);
            }
            [wide, narrow] => {
                let small = words.on_small(count(wide), count(narrow));
                out += "; ";
                out += &words.say("chart-weeks-bar", &[("n", wide.into()), ("small", small.into())]);
            }
        }
        let hatched = if self.weeks.iter().any(is_unknown) { "yes" } else { "no" };
        let args = [("coverage", self.known().into()), ("hatched", hatched.into())];
        out += &format!(". {}", words.say("chart-weeks-coverage", &args));
        if self.has_spans() {
            out += &format!(" {}", words.word("chart-weeks-spans"));
        }
        if self.weeks.iter().any(|week| week.days < 7) {
            out += &format!(" {}", words.word("chart-weeks-part"));
        }
        out
    }

    fn desc(&self, say: String) -> String {
        let args = [("coverage", self.known().into()), ("say", say.into())];
        let mut desc = self.words.say("chart-weeks-desc", &args);
        for rule in &self.rules {
            desc += &format!(" {}.", self.words.rule(rule.value, self.units.symbol(), &rule.label));
        }
        desc
    }

    fn table(&self) -> Table {
        let words = self.words;
        // A column for several days together stands only where there are such.
        let columns: Vec<usize> = (0..PARTS.len()).filter(|part| *part != SPAN || self.has_spans()).collect();
        let head = columns.iter().map(|part| format!("{} {}", words.word(PARTS[*part].1), self.units.symbol()));
        let row = |week: &Week| {
            let parts = self.parts(week);
            let cell = |part: &usize| match *part {
                SPAN if week.span > 0 => words.fixed(parts[SPAN]),
                // Of a run of unknown length it is not said that it was none.
                0 if week.run == 0 && week.run_days < week.known => "–".to_owned(),
                SPAN => "–".to_owned(),
                _ if week.known == 0 => "–".to_owned(),
                part => words.fixed(parts[part]),
            };
            let days = [words.week(week.start, week.days.into()), format!("{}/{}", week.known, week.days)];
            days.into_iter().chain(columns.iter().map(cell)).collect()
        };
        Table {
            caption: words.say("chart-weeks-table", &[("span", self.days.span(words).into())]),
            head: ["chart-week-of", "chart-days-logged"].map(|id| words.word(id)).into_iter().chain(head).collect(),
            rows: self.weeks.iter().map(row).collect(),
        }
    }
}
