//! Exercises session by session, as small multiples: load, repetitions or holds, and pain, on the same days.
//!
//! A load that is no number is missing and never 0.

mod measures;

use super::{Chart, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::heading;
use crate::chart::layer::Layer;
use crate::chart::panel::Panel;
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::scale::{count, day_number, index};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Figure, Table, label};
use crate::diag::Diagnostic;
use crate::entry::{Exercise, Load, Side, Visibility};
use crate::fields::{Fields, Value};
use crate::journal::Journal;
use crate::journal::metrics::strength::Done;
use crate::text::near::nearest;
use crate::text::slug::slug;
use crate::units::{Score, Weight};
use jiff::civil::Date;
use measures::{Measure, Scale};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Exercises shown where none is named.
const MOST: usize = 6;

/// What a chart of exercises takes.
#[derive(Debug, Default)]
pub struct Options {
    /// The exercise that is shown alone.
    pub exercise: Option<String>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { exercise: fields.read("exercise", Value::text) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        plot::figure(&ExerciseChart::new(scope, self), id)
    }

    fn unknown_name(&self, journal: &Journal) -> Option<(&'static str, Diagnostic)> {
        let name = self.exercise.as_deref()?;
        let all: BTreeSet<&str> = journal.counted(None).flat_map(|(_, e)| &e.exercises).map(|e| &*e.name).collect();
        let wanted = slug(name);
        if all.iter().any(|known| slug(known) == wanted) {
            return None;
        }
        let problem = Diagnostic::error("unknown-name", format!("no entry has the exercise `{name}`"));
        let hint = match nearest(name, all) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "write its name as the entries have it; case does not matter".to_owned(),
        };
        Some(("exercise", problem.hint(hint)))
    }
}

/// An exercise as done once.
struct Bout {
    day: Date,
    /// Which side, where it was one.
    side: Option<Side>,
    /// The load in the unit, where it is a known number.
    load: Option<f64>,
    /// The band, where that was the load.
    band: Option<String>,
    /// Repetitions of a side in all sets.
    reps: Option<f64>,
    /// Seconds that a side was held in all sets.
    hold: Option<f64>,
    /// Pain at it, 0–10.
    pain: Option<f64>,
}

impl Bout {
    fn new(day: Date, done: &Exercise, unit: Weight) -> Self {
        let kilograms = done.load.as_ref().map_or(&[][..], Load::kilograms);
        // Of one side, so that both at once compare with each alone.
        let Exercise { sets, reps, hold, .. } = done;
        let of_side = Done { sets: *sets, reps, kilograms, hold: *hold, tempo: None, both_sides: false };
        Self {
            day,
            side: done.side.filter(|side| matches!(side, Side::Left | Side::Right)),
            // Of sets with different loads the heaviest is the mark of the day.
            load: kilograms.iter().copied().reduce(f64::max).map(|kilograms| kilograms / unit.kilograms()),
            band: if let Some(Load::Band(band)) = &done.load { Some(band.clone()) } else { None },
            reps: of_side.repetitions(),
            hold: of_side.held(),
            pain: done.pain.map(Score::value),
        }
    }
}

/// Returns on how many days something was done.
fn days_of(bouts: &[Bout]) -> i32 {
    count(bouts.chunk_by(|a, b| a.day == b.day).count())
}

/// An exercise with what was done of it, in order of days.
struct Cell {
    name: String,
    bouts: Vec<Bout>,
    measures: Vec<Measure>,
}

impl Cell {
    fn new(name: &str) -> Self {
        Self { name: name.trim().to_owned(), bouts: Vec::new(), measures: Vec::new() }
    }

    /// Whether left and right were done apart.
    fn is_sided(&self) -> bool {
        let has = |right: bool| self.bouts.iter().any(|bout| (bout.side == Some(Side::Right)) == right);
        has(true) && has(false)
    }
}

/// Exercises over some days.
struct ExerciseChart<'a> {
    words: Words<'a>,
    days: DayRange,
    /// The unit of loads, "kg" or "lb".
    unit: &'static str,
    cells: Vec<Cell>,
    /// How many different ones were done on these days.
    total: usize,
}

impl<'a> ExerciseChart<'a> {
    fn new(scope: &Scope<'a>, options: &Options) -> Self {
        let (config, words) = (scope.source.config, Words::of(scope.source.language));
        let mut all: BTreeMap<&str, Cell> = BTreeMap::new();
        // Numbers of unlisted entries count; their words stand in no list, and a chart's names would be one.
        let mut listed: BTreeSet<&str> = BTreeSet::new();
        let wanted = options.exercise.as_deref().map(slug);
        for (date, entry) in scope.entries() {
            let done = entry.exercises.iter().zip(&entry.slugs().exercises);
            for (done, own) in done.filter(|(_, own)| wanted.as_ref().is_none_or(|wanted| wanted == *own)) {
                if entry.visibility == Visibility::Public {
                    listed.insert(own);
                }
                let cell = all.entry(own).or_insert_with(|| Cell::new(&done.name));
                cell.bouts.push(Bout::new(date, done, config.load_unit));
            }
        }
        all.retain(|name, _| listed.contains(name));
        let total = all.len();
        let mut cells: Vec<Cell> = match &options.exercise {
            // One that was not done on these days is shown as such.
            Some(name) => vec![all.into_values().next().unwrap_or_else(|| Cell::new(name))],
            None => all.into_values().collect(),
        };
        cells.sort_by_key(|cell| Reverse(days_of(&cell.bouts)));
        cells.truncate(MOST);
        // Where nobody set an end, the days begin and end with what is shown.
        let done = || cells.iter().flat_map(|cell| &cell.bouts).map(|bout| bout.day);
        let first = done().min().filter(|_| !scope.ends.0).unwrap_or(scope.shown.first);
        let last = done().max().filter(|_| !scope.ends.1).unwrap_or_else(|| scope.shown.last());
        let n = index(day_number(last) - day_number(first) + 1);
        let (days, unit) = (DayRange::new(first, n, config.week_start), config.load_unit.symbol());
        for cell in &mut cells {
            cell.measures = measures::all(words, days, &cell.bouts, unit);
        }
        Self { words, days, unit, cells, total }
    }

    /// Returns the columns of a drawing: two on a wide page, where there is more than one exercise. After the days there is
    /// room for what was reached last.
    fn columns(&self, frame: &Frame) -> Vec<Frame> {
        match (frame.beside, self.cells.len()) {
            (true, 2..) => vec![
                Frame { right: 4350, width: 4800, ..*frame },
                Frame { left: 5150, right: 9200, width: 9600, ..*frame },
            ],
            (true, _) => vec![Frame { right: 9200, ..*frame }],
            (false, _) => vec![Frame { right: 3230, ..*frame }],
        }
    }

    /// Returns the plot of an exercise in a column, below a height.
    fn plot<'c>(&'c self, cell: &'c Cell, column: &Frame, top: i32) -> Plot<'c> {
        let mut panels: Vec<Panel> = cell.measures.iter().map(|measure| measure.panel(column)).collect();
        if panels.is_empty() {
            let empty = Some(self.words.word("chart-exercise-no-numbers"));
            panels.push(Panel { height: 500, step: 0.0, empty, layers: vec![Layer::Floor], ..Panel::default() });
        }
        Plot { top: top + 200, ..Plot::new(self.words, self.days, panels) }
    }

    fn draw_name(&self, svg: &mut Svg, column: &Frame, cell: &Cell, y: i32) {
        let key = if cell.is_sided() { self.words.word("chart-sides") } else { String::new() };
        let key_room = if key.is_empty() { 0 } else { label::width(&key, column.em) + 120 };
        let room = column.right - column.left - key_room;
        svg.text("strong", column.left, y, &label::shorten(&cell.name, column.em * 21 / 20, room));
        if !key.is_empty() {
            svg.text("end", column.right, y, &key);
        }
    }

    /// Returns the names of the table's columns, of which that of loads has their unit.
    fn head(&self, ids: [&str; 7]) -> Vec<String> {
        ids.map(|id| self.words.say(id, &[("unit", self.unit.into())])).to_vec()
    }

    fn has(&self, is: impl Fn(&Bout) -> bool) -> bool {
        self.cells.iter().flat_map(|cell| &cell.bouts).any(is)
    }
}

impl Kind for ExerciseChart<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let columns = self.columns(frame);
        let (mut plots, mut top) = (Vec::new(), 0);
        for row in self.cells.chunks(columns.len()) {
            let below = row.iter().enumerate().map(|(at, cell)| {
                let plot = self.plot(cell, &columns[at], top);
                let height = plot.lay_out(&columns[at]).height() + 40;
                plots.push((at, cell, plot));
                height
            });
            top = below.max().unwrap_or(top);
        }
        let draw = move |svg: &mut Svg| {
            if self.cells.is_empty() {
                let middle = i32::midpoint(frame.left, frame.right);
                svg.text("mid halo", middle, 270, &self.words.word("chart-exercise-nothing"));
            }
            for (at, cell, plot) in &plots {
                self.draw_name(svg, &columns[*at], cell, plot.top - 40);
                plot.lay_out(&columns[*at]).draw(svg);
            }
        };
        Drawing::Own(top.max(500) + 20, Box::new(draw))
    }

    fn title(&self) -> String {
        let span = self.days.span(self.words);
        match &self.cells[..] {
            [only] => {
                let args = [("name", only.name.as_str().into()), ("span", span.into())];
                self.words.say("chart-exercise-title", &args)
            }
            _ => self.words.say("chart-exercises-title", &[("span", span.into())]),
        }
    }

    fn heading(&self) -> String {
        let words = self.words;
        let Some(first) = self.cells.first() else { return words.word("chart-exercise-nothing") };
        let name = ("name", heading::brief(&first.name, 6).into());
        if self.cells.len() > 1 {
            return words.say("chart-head-exercises", &[name]);
        }
        let days = days_of(&first.bouts);
        let Some((from, to)) = self.ends() else {
            let count = words.say("chart-few", &[("n", words.n(days))]);
            return words.say("chart-head-exercise", &[name, ("n", words.n(days)), ("count", count.into())]);
        };
        let args = [
            name,
            ("way", words.way(from, to).into()),
            ("from", words.number(from).into()),
            ("to", words.number(to).into()),
            ("unit", self.unit.into()),
        ];
        words.say("chart-head-load", &args)
    }

    fn say(&self) -> String {
        let words = self.words;
        let Some(first) = self.cells.first() else {
            return words.say("chart-exercise-none", &[("days", words.n(self.days.n))]);
        };
        let args = [
            ("name", first.name.as_str().into()),
            ("days", words.n(days_of(&first.bouts))),
            ("n", self.cells.len().into()),
            ("total", self.total.into()),
        ];
        let id = match (self.cells.len(), self.total) {
            (1, _) => "chart-exercise-one",
            (n, total) if total > n => "chart-exercise-most",
            _ => "chart-exercise-all",
        };
        let mut out = words.say(id, &args);
        if let Some(ends) = self.ends() {
            let (from, to) = (words.number(ends.0), words.number(ends.1));
            let id = if from == to { "chart-exercise-load-same" } else { "chart-exercise-load" };
            out += "; ";
            out += &words.say(id, &[("from", from.into()), ("to", to.into()), ("unit", self.unit.into())]);
        } else if first.bouts.iter().any(|bout| bout.load.is_some()) {
            out += "; ";
            out += &words.word("chart-exercise-few-loads");
        }
        out + "."
    }

    fn how(&self) -> String {
        let words = self.words;
        if self.cells.is_empty() {
            return words.word("chart-exercise-empty");
        }
        let days = index(self.days.n);
        let wide = measures::bin(&self.columns(&Frame::WIDE)[0], days);
        let small = words.on_small(count(wide), count(measures::bin(&Frame::NARROW, days)));
        let mut out = vec![match wide {
            ..=1 => words.word("chart-exercise-dot"),
            _ => words.say("chart-exercise-bins", &[("bin", wide.into()), ("small", small.into())]),
        }];
        let sided = if self.cells.iter().any(Cell::is_sided) { "yes" } else { "no" };
        out.push(words.say("chart-exercise-how", &[("sided", sided.into())]));
        if self.has(|bout| bout.band.is_some()) {
            out.push(words.word("chart-exercise-bands"));
        }
        if self.has(|bout| bout.load.is_none() && bout.band.is_none()) {
            out.push(words.word("chart-exercise-unloaded"));
        }
        if self.has(|bout| bout.pain.is_some()) {
            out.push(words.word("chart-exercise-pain"));
        }
        out.push(words.word("chart-exercise-note"));
        out.join(" ")
    }

    fn desc(&self, say: String) -> String {
        let words = self.words;
        let args = [("span", self.days.span(words).into()), ("say", say.into())];
        let mut out = words.say("chart-exercise-desc", &args);
        for cell in &self.cells {
            let args = [("name", cell.name.as_str().into()), ("n", words.n(days_of(&cell.bouts)))];
            out += &format!(" {}", words.say("chart-exercise-cell", &args));
            for measure in cell.measures.iter().filter(|measure| !matches!(measure.scale, Scale::Names(_))) {
                let ends = (measure.values().reduce(f64::min), measure.values().reduce(f64::max));
                if let (Some(least), Some(most)) = ends {
                    let ends = [("from", words.number(least).into()), ("to", words.number(most).into())];
                    out += &format!("; {} {}", measure.name, words.say("span", &ends));
                }
            }
            out += ".";
        }
        out
    }

    fn table(&self) -> Table {
        let words = self.words;
        let n: usize = self.cells.iter().map(|cell| cell.bouts.len()).sum();
        if n <= 60 {
            let row = |(cell, bout): (&Cell, &Bout)| {
                let side = match bout.side {
                    Some(Side::Left) => words.word("chart-left"),
                    Some(Side::Right) => words.word("chart-right"),
                    _ => "–".to_owned(),
                };
                let load = match &bout.band {
                    Some(band) => words.say("chart-of-band", &[("band", band.as_str().into())]),
                    None => words.score(bout.load),
                };
                let numbers = [bout.reps, bout.hold, bout.pain].map(|value| words.score(value));
                [vec![cell.name.clone(), words.short(bout.day), side, load], numbers.to_vec()].concat()
            };
            let bouts = self.cells.iter().flat_map(|cell| cell.bouts.iter().map(move |bout| (cell, bout)));
            let head = ["exercise", "day", "chart-side", "chart-load-in", "chart-repetitions", "chart-seconds", "pain"];
            return Table { caption: self.title(), head: self.head(head), rows: bouts.map(row).collect() };
        }
        let week = |bout: &Bout| self.days.week_of(bout.day);
        let mut rows = Vec::new();
        for cell in &self.cells {
            for bouts in cell.bouts.chunk_by(|a, b| week(a) == week(b)) {
                let most = |of: fn(&Bout) -> Option<f64>| words.score(bouts.iter().filter_map(of).reduce(f64::max));
                let start = self.days.week_name(words, week(&bouts[0]));
                let days = words.whole(days_of(bouts));
                let of: [fn(&Bout) -> Option<f64>; 4] = [|b| b.load, |b| b.reps, |b| b.hold, |b| b.pain];
                rows.push([vec![cell.name.clone(), start, days], of.map(most).to_vec()].concat());
            }
        }
        let head = [
            "exercise",
            "chart-week-of",
            "chart-day-count",
            "chart-most-load",
            "chart-most-repetitions",
            "chart-most-seconds",
            "chart-worst-pain",
        ];
        let caption = words.say("chart-by-week-after", &[("title", self.title().into())]);
        Table { caption, head: self.head(head), rows }
    }
}
