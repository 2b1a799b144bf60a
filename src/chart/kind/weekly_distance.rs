//! Distance per week: bars with running at the bottom, walking and anything else on it.

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::{self, Frame};
use crate::chart::layer::{Bars, Layer};
use crate::chart::panel::{OnPlot, Panel, PlotArea};
use crate::chart::plot::{self, Behind, Drawing, Kind, Plot};
use crate::chart::scale::{Time, amount, count, day_number, nice};
use crate::chart::words::{Noted, Words};
use crate::chart::{Band, Figure, Rule, Table, options};
use crate::fields::Fields;
use crate::journal::Week;
use crate::units::Distance;
use jiff::civil::Weekday;

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
        let chart = WeeklyDistance {
            words,
            days: scope.days(),
            units: config.units,
            weeks: shown.weeks(config.week_start),
            bands: scope.bands(),
            rules: baselines(scope, words).chain(self.lines.iter().cloned()).collect(),
            height: self.height.unwrap_or(120),
        };
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
    /// The height of the plot in the wide drawing.
    height: i32,
}

/// The classes of the parts of a bar and of their names, and these names, from the bottom up.
const PARTS: [(&str, &str, &str); 4] = [
    ("run", "t-run", "chart-run"),
    ("run-span", "t-run", "chart-run-span"),
    ("walk", "t-walk", "chart-walk"),
    ("other", "t-other", "chart-other"),
];

/// What was run over several days together.
const SPAN: usize = 1;

/// One bar: a week, or the mean of several when there are too many to tell apart.
struct Bar {
    /// Its first day and the day after its last, inside the chart.
    from: i32,
    to: i32,
    parts: [f64; PARTS.len()],
    is_cut: bool,
    is_unknown: bool,
}

impl Bar {
    fn sum(&self) -> f64 {
        self.parts.iter().sum()
    }

    /// Returns the left end and the width.
    fn sides(&self, time: &Time) -> (i32, i32) {
        let (left, right) = (time.edge(self.from), time.edge(self.to));
        let air = (right - left) * 3 / 20;
        (left + air, (right - left - 2 * air).max(6))
    }
}

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

/// Returns the layers of bars: their parts, the slots of empty weeks, the stripes of part weeks.
fn layers<'a>(bars: Vec<Bar>, time: Time) -> Vec<Layer<'a>> {
    let part = |(part, (class, ..)): (usize, &(&'static str, &str, &str))| {
        Layer::Bars(Bars {
            class,
            values: bars.iter().map(|bar| (bar.parts[..part].iter().sum(), bar.parts[part])).collect(),
            places: bars.iter().map(|bar| bar.sides(&time)).collect(),
            inset: if part <= SPAN { 0 } else { 6 },
        })
    };
    let mut layers: Vec<Layer<'a>> = PARTS.iter().enumerate().map(part).collect();
    layers.push(Layer::Own(Box::new(move |svg, PlotArea { scale, .. }| {
        {
            // A week with entries and no distance is known to be empty, which a gap would not say.
            let mut slots = svg.path("axis");
            for (x, width) in bars.iter().filter(|b| !b.is_unknown && b.sum() <= 0.0).map(|bar| bar.sides(&time)) {
                slots.bar(x, scale.bottom, width, 20);
            }
        }
        let mut cuts = svg.path("cut");
        for bar in bars.iter().filter(|bar| bar.is_cut) {
            let ((x, width), top) = (bar.sides(&time), scale.y(bar.sum()));
            frame::stripes(&mut cuts, (x, top), (x + width, scale.bottom), scale.bottom - top, 50);
        }
    })));
    layers.push(Layer::Floor);
    layers
}

/// Whether nothing is known of a week.
fn is_unknown(week: &Week) -> bool {
    week.known == 0 && week.span == 0
}

/// Returns the stretches of weeks without any entry: first day and length.
fn unknown(bars: &[Bar]) -> Vec<(i32, i32)> {
    let stretches = bars.chunk_by(|a, b| a.is_unknown && b.is_unknown && a.to == b.from);
    stretches
        .filter(|bars| bars[0].is_unknown)
        .map(|bars| (bars[0].from, bars[bars.len() - 1].to - bars[0].from))
        .collect()
}

impl Kind for WeeklyDistance<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let bars = self.bars(frame);
        let rules = self.rules.iter().map(|rule| amount(rule.value));
        let (step, max) = nice(bars.iter().map(Bar::sum).chain(rules).fold(0.0, f64::max), 4);
        let named: Vec<usize> = (0..PARTS.len()).filter(|&part| bars.iter().any(|bar| bar.parts[part] > 0.0)).collect();
        let word = |part: usize| self.words.word(PARTS[part].2);
        let label = |part: &usize| {
            // The name stands at the height of its part in the last bar that has it.
            let bar = bars.iter().rev().find(|bar| bar.parts[*part] > 0.0);
            let middle = bar.map_or(0.0, |bar| bar.parts[..*part].iter().sum::<f64>() + bar.parts[*part] / 2.0);
            (word(*part), PARTS[*part].1, middle)
        };
        let labels = named.iter().map(label).collect();
        let above = named.iter().rev().filter(|_| !frame.beside).map(|part| (PARTS[*part].1, word(*part))).collect();
        let top = if frame.beside { 200 } else { 280 };
        let panel = Panel {
            height: frame.tall(self.height, 1080, 1200),
            max,
            step,
            gaps: unknown(&bars),
            rules: &self.rules,
            unit: self.units.symbol(),
            layers: layers(bars, self.days.time(frame)),
            labels,
            rise: top,
            on_plot: OnPlot::AtEnds,
            ..Panel::default()
        };
        Drawing::Plot(Plot {
            top,
            bands: &self.bands,
            behind: Behind::Plain(if frame.beside { 0 } else { 210 }),
            names: (above, 100),
            ..Plot::new(self.words, self.days, vec![panel])
        })
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
            return words.word("chart-head-few-weeks");
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
        let total: f64 = self.weeks.iter().map(|week| self.sum(week)).sum();
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
        let mut out = words.say("chart-weeks-how", &[("unit", unit.into()), ("start", start.into())]);
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
        let head = columns.iter().map(|part| format!("{} {}", words.word(PARTS[*part].2), self.units.symbol()));
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
