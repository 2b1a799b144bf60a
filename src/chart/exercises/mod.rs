//! Exercises session by session, as small multiples: load, repetitions or holds, and pain, on the same days.
//!
//! Invariant: all cells share the days of their axis; a load that is no number is missing and never 0.

mod panel;

use crate::language::Language;
use jiff::civil::{Date, Weekday};

use super::frame::Frame;
use super::scale::{amount, count, date_of, day_number, index, into_week, score};
use super::svg::{Root, Svg};
use super::words::Words;
use super::{Figure, Table, axis, label};
use panel::{Measure, Panel, bands};

/// Exercises over some days.
#[derive(Clone, Debug)]
pub struct Exercises<'a> {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// The unit of loads, "kg" or "lb".
    pub unit: &'a str,
    /// The exercises that are shown, in this order.
    pub shown: &'a [Exercise],
    /// How many different ones were done on these days.
    pub total: usize,
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// An exercise with what was done of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exercise {
    /// Its name.
    pub name: String,
    /// What was done, in order of days.
    pub bouts: Vec<Bout>,
}

/// An exercise as done once.
#[derive(Clone, Debug, PartialEq)]
pub struct Bout {
    /// The day.
    pub day: Date,
    /// Which side, where it was one.
    pub side: Side,
    /// The load in the unit, where it is a known number.
    pub load: Option<f64>,
    /// The band, where that was the load.
    pub band: Option<String>,
    /// Repetitions of a side in all sets.
    pub reps: Option<f64>,
    /// Seconds that a side was held in all sets.
    pub hold: Option<f64>,
    /// Pain at it, 0–10.
    pub pain: Option<f64>,
}

/// The side that something was done on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The left.
    Left,
    /// The right.
    Right,
    /// Both, neither, or not said.
    Whole,
}

/// Bands beyond these share the last row.
const BANDS: usize = 6;

/// Draws exercises and says how they went.
#[must_use]
pub fn draw(chart: &Exercises, language: &Language, id: &str) -> Figure {
    let first = day_number(chart.first);
    let days = day_number(chart.last).saturating_sub(first).saturating_add(1).max(0);
    let words = Words::of(language);
    let cells = chart.shown.iter().map(|exercise| Cell::new(chart, words, exercise, first, days)).collect();
    let plot = Plot { chart, words, cells, first, days, id };
    let (title, desc) = (plot.title(), plot.describe());
    Figure {
        say: plot.say(),
        how: plot.how(),
        wide: plot.draw(&Frame::WIDE, &title, &desc),
        narrow: plot.draw(&Frame::NARROW, &title, &desc),
        notes: Vec::new(),
        table: plot.tabulate(&title),
    }
}

/// An exercise with its panels.
struct Cell<'a> {
    exercise: &'a Exercise,
    panels: Vec<Panel>,
    /// Whether left and right were done apart.
    sided: bool,
    /// On how many days it was done.
    days: i32,
}

impl<'a> Cell<'a> {
    fn new(chart: &Exercises, words: Words<'_>, exercise: &'a Exercise, first: i32, days: i32) -> Self {
        let daily = |of: &dyn Fn(&Bout) -> Option<f64>, join: fn(f64, f64) -> f64, right: bool| {
            let mut values = vec![None; index(days)];
            for bout in exercise.bouts.iter().filter(|bout| (bout.side == Side::Right) == right) {
                let at = day_number(bout.day) - first;
                let slot = usize::try_from(at).ok().and_then(|at| values.get_mut(at));
                if let (Some(slot), Some(value)) = (slot, of(bout)) {
                    *slot = Some(slot.map_or(value, |old| join(old, value)));
                }
            }
            values
        };
        let panel = |name: String, scale: Measure, of: &dyn Fn(&Bout) -> Option<f64>, join: fn(f64, f64) -> f64| {
            let panel = Panel { name, scale, left: daily(of, join, false), right: daily(of, join, true) };
            panel.left.iter().chain(&panel.right).any(Option::is_some).then_some(panel)
        };
        let bands = bands(exercise);
        let of_band = |bout: &Bout| {
            let name = bout.band.as_deref()?;
            let at = bands.iter().position(|band| band == name).unwrap_or(BANDS);
            Some(f64::from(count(at.min(BANDS - 1))))
        };
        let mut named: Vec<String> = bands.iter().take(BANDS).cloned().collect();
        if bands.len() > BANDS {
            named[BANDS - 1] = words.word("chart-other-bands");
        }
        let panels = [
            panel(load_in(chart.unit, words), Measure::Amount, &|bout| bout.load.map(amount), f64::max),
            panel(words.word("chart-band"), Measure::Names(named), &of_band, f64::max),
            panel(words.word("chart-repetitions"), Measure::Amount, &|bout| bout.reps.map(amount), |a, b| a + b),
            panel(words.word("chart-seconds"), Measure::Amount, &|bout| bout.hold.map(amount), |a, b| a + b),
            panel(words.word("chart-pain-at-it"), Measure::Pain, &|bout| score(bout.pain), f64::max),
        ];
        let mut done: Vec<Date> = exercise.bouts.iter().map(|bout| bout.day).collect();
        done.dedup();
        let has = |side| exercise.bouts.iter().any(|bout| bout.side == side);
        Self {
            exercise,
            panels: panels.into_iter().flatten().collect(),
            sided: has(Side::Right) && (has(Side::Left) || has(Side::Whole)),
            days: count(done.len()),
        }
    }

    fn height(&self) -> i32 {
        240 + self.panels.iter().map(|panel| PANEL_HEAD + panel.height()).sum::<i32>().max(500) + axis::DEPTH
    }
}

/// The room above a panel for its name.
const PANEL_HEAD: i32 = 290;

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Exercises<'a>,
    words: Words<'a>,
    cells: Vec<Cell<'a>>,
    first: i32,
    days: i32,
    id: &'a str,
}

impl Plot<'_> {
    /// Returns the columns of a drawing: two on a wide page, where there is more than one exercise.
    fn columns(&self, frame: &Frame) -> Vec<Frame> {
        match (frame.beside, self.cells.len()) {
            (true, 2..) => vec![
                Frame { right: 4500, width: 4800, ..*frame },
                Frame { left: 5150, right: 9350, width: 9600, ..*frame },
            ],
            (true, _) => vec![Frame { right: 9350, ..*frame }],
            (false, _) => vec![Frame { ..*frame }],
        }
    }

    fn draw(&self, frame: &Frame, title: &str, desc: &str) -> String {
        let columns = self.columns(frame);
        let heights: Vec<i32> =
            self.cells.chunks(columns.len()).map(|row| row.iter().map(Cell::height).max().unwrap_or(0)).collect();
        let height = heights.iter().sum::<i32>().max(500) + 20;
        let root =
            Root { kind: frame.kind, width: frame.width, height, id: self.id, suffix: frame.suffix, title, desc };
        let mut svg = Svg::open(&root, 4096);
        if self.cells.is_empty() {
            svg.text(
                "mid halo",
                i32::midpoint(frame.left, frame.right),
                270,
                &self.words.word("chart-exercise-nothing"),
            );
        }
        let mut top = 0;
        for (row, height) in self.cells.chunks(columns.len()).zip(heights) {
            for (cell, column) in row.iter().zip(&columns) {
                self.draw_cell(&mut svg, column, cell, top);
            }
            top += height;
        }
        svg.close()
    }

    fn draw_cell(&self, svg: &mut Svg, frame: &Frame, cell: &Cell, top: i32) {
        let room = frame.right - frame.left;
        let key = if cell.sided { self.words.word("chart-sides") } else { String::new() };
        let key_room = if key.is_empty() { 0 } else { label::width(&key, frame.em) + 120 };
        let name = label::shorten(&cell.exercise.name, frame.em * 21 / 20, room - key_room);
        svg.text("strong", frame.left, top + 160, &name);
        if !key.is_empty() {
            svg.text("end", frame.right, top + 160, &key);
        }
        let time = frame.time(self.first, self.days);
        let mut at = top + 200;
        for panel in &cell.panels {
            at += PANEL_HEAD;
            let foot = at + panel.height();
            svg.text("", frame.left, at - 90, &panel.name);
            panel::draw(svg, self.words, frame, &time, panel, at, foot);
            at = foot;
        }
        if cell.panels.is_empty() {
            at += 500;
            svg.text(
                "mid halo",
                i32::midpoint(frame.left, frame.right),
                at - 200,
                &self.words.word("chart-exercise-no-numbers"),
            );
            frame.draw_floor(svg, at);
        }
        axis::draw(svg, self.words, frame, &time, at, self.chart.week_start);
    }

    fn title(&self) -> String {
        let span = self.words.span(self.chart.first, self.chart.last);
        match &self.cells[..] {
            [only] => {
                let args = [("name", only.exercise.name.trim().into()), ("span", span.into())];
                self.words.say("chart-exercise-title", &args)
            }
            _ => self.words.say("chart-exercises-title", &[("span", span.into())]),
        }
    }

    fn say(&self) -> String {
        let Some(first) = self.cells.first() else {
            return self.words.say("chart-exercise-none", &[("days", self.words.n(self.days))]);
        };
        let args = [
            ("name", first.exercise.name.trim().into()),
            ("days", self.words.n(first.days)),
            ("n", self.cells.len().into()),
            ("total", self.chart.total.into()),
        ];
        let mut out = match (self.cells.len(), self.chart.total) {
            (1, _) => self.words.say("chart-exercise-one", &args),
            (n, total) if total > n => self.words.say("chart-exercise-most", &args),
            _ => self.words.say("chart-exercise-all", &args),
        };
        let loads: Vec<f64> = first.exercise.bouts.iter().filter_map(|bout| bout.load.map(amount)).collect();
        if loads.len() >= 6 {
            let middle = |part: &[f64]| {
                let mut part = part.to_vec();
                part.sort_by(f64::total_cmp);
                self.words.number(part[1])
            };
            let (from, to) = (middle(&loads[..3]), middle(&loads[loads.len() - 3..]));
            let is_same = from == to;
            let args = [("from", from.into()), ("to", to.into()), ("unit", self.chart.unit.into())];
            out += "; ";
            out += &match is_same {
                true => self.words.say("chart-exercise-load-same", &args),
                false => self.words.say("chart-exercise-load", &args),
            };
        } else if !loads.is_empty() {
            out += "; ";
            out += &self.words.word("chart-exercise-few-loads");
        }
        out + "."
    }

    fn how(&self) -> String {
        if self.cells.is_empty() {
            return self.words.word("chart-exercise-empty");
        }
        let days = index(self.days);
        let (wide, narrow) = (panel::bin(&self.columns(&Frame::WIDE)[0], days), panel::bin(&Frame::NARROW, days));
        let small = self.words.on_small(count(wide), count(narrow));
        let mut out = vec![match wide {
            ..=1 => self.words.word("chart-exercise-dot"),
            _ => self.words.say("chart-exercise-bins", &[("bin", wide.into()), ("small", small.into())]),
        }];
        let has = |is: &dyn Fn(&Bout) -> bool| self.cells.iter().any(|cell| cell.exercise.bouts.iter().any(is));
        let sided = if self.cells.iter().any(|cell| cell.sided) { "yes" } else { "no" };
        out.push(self.words.say("chart-exercise-how", &[("sided", sided.into())]));
        if has(&|bout| bout.band.is_some()) {
            out.push(self.words.word("chart-exercise-bands"));
        }
        if has(&|bout| bout.load.is_none() && bout.band.is_none()) {
            out.push(self.words.word("chart-exercise-unloaded"));
        }
        if has(&|bout| bout.pain.is_some()) {
            out.push(self.words.word("chart-exercise-pain"));
        }
        out.push(self.words.word("chart-exercise-note"));
        out.join(" ")
    }

    fn describe(&self) -> String {
        let span = self.words.span(self.chart.first, self.chart.last);
        let args = [("span", span.into()), ("say", self.say().into())];
        let mut out = self.words.say("chart-exercise-desc", &args);
        for cell in &self.cells {
            let args = [("name", cell.exercise.name.trim().into()), ("n", self.words.n(cell.days))];
            out.push(' ');
            out += &self.words.say("chart-exercise-cell", &args);
            for panel in &cell.panels {
                let values = || panel.left.iter().chain(&panel.right).flatten().copied();
                if let (Some(least), Some(most)) = (values().reduce(f64::min), values().reduce(f64::max))
                    && !matches!(panel.scale, Measure::Names(_))
                {
                    let ends = [("from", self.words.number(least).into()), ("to", self.words.number(most).into())];
                    out += &format!("; {} {}", panel.name, self.words.say("span", &ends));
                }
            }
            out += ".";
        }
        out
    }

    fn tabulate(&self, title: &str) -> Table {
        let word = |id: &str| self.words.word(id);
        let n: usize = self.cells.iter().map(|cell| cell.exercise.bouts.len()).sum();
        let bouts = || self.cells.iter().flat_map(|cell| cell.exercise.bouts.iter().map(|bout| (cell.exercise, bout)));
        let name = |exercise: &Exercise| exercise.name.trim().to_owned();
        if n <= 60 {
            let row = |(exercise, bout): (&Exercise, &Bout)| {
                let side = match bout.side {
                    Side::Left => word("chart-left"),
                    Side::Right => word("chart-right"),
                    Side::Whole => "–".to_owned(),
                };
                let load = || self.words.score(bout.load);
                let weight = bout
                    .band
                    .as_ref()
                    .map_or_else(load, |band| self.words.say("chart-of-band", &[("band", band.as_str().into())]));
                let day = self.words.short(bout.day);
                let score = |value| self.words.score(value);
                vec![name(exercise), day, side, weight, score(bout.reps), score(bout.hold), score(bout.pain)]
            };
            let load = load_in(self.chart.unit, self.words);
            let head = vec![
                word("exercise"),
                word("day"),
                word("chart-side"),
                load,
                word("chart-repetitions"),
                word("chart-seconds"),
                word("pain"),
            ];
            return Table { caption: title.to_owned(), head, rows: bouts().map(row).collect() };
        }
        let week = |bout: &Bout| day_number(bout.day) - into_week(day_number(bout.day), self.chart.week_start);
        let mut rows = Vec::new();
        for cell in &self.cells {
            for bouts in cell.exercise.bouts.chunk_by(|a, b| week(a) == week(b)) {
                let most =
                    |of: fn(&Bout) -> Option<f64>| self.words.score(bouts.iter().filter_map(of).reduce(f64::max));
                let mut days: Vec<Date> = bouts.iter().map(|bout| bout.day).collect();
                days.dedup();
                let start = self.words.short(date_of(week(&bouts[0])));
                let days = self.words.whole(count(days.len()));
                let loads = most(|bout| bout.load);
                let (reps, hold, pain) = (most(|bout| bout.reps), most(|bout| bout.hold), most(|bout| bout.pain));
                rows.push(vec![name(cell.exercise), start, days, loads, reps, hold, pain]);
            }
        }
        let head = vec![
            word("exercise"),
            word("chart-week-of"),
            word("chart-day-count"),
            self.words.say("chart-most-load", &[("unit", self.chart.unit.into())]),
            word("chart-most-repetitions"),
            word("chart-most-seconds"),
            word("chart-worst-pain"),
        ];
        Table { caption: self.words.say("chart-by-week-after", &[("title", title.into())]), head, rows }
    }
}

/// Returns the name of loads with their unit.
fn load_in(unit: &str, words: Words<'_>) -> String {
    words.say("chart-load-in", &[("unit", unit.into())])
}
