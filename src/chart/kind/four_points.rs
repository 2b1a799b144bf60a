//! Before, during, after and the next day: all days with these points at once, a column each; in a journal with phases those
//! of each phase by themselves.

mod by_phase;

use super::{Chart, Scope};
use crate::chart::frame::{self, Frame};
use crate::chart::panel::PlotArea;
use crate::chart::plot::{self, Drawing, Kind};
use crate::chart::scale::{Linear, count, index, rounded};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Figure, Rule, Table, label, options, strip};
use crate::fields::Fields;
use crate::units::Score;
use by_phase::{PhasePlot, PhasePlots};
use jiff::civil::Date;

/// What a chart of the four points takes.
#[derive(Debug, Default)]
pub struct Options {
    lines: Vec<Rule>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { lines: options::lines(fields) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let shown = &scope.shown;
        let noted = shown.days.iter().enumerate().filter(|(_, day)| day.points.iter().any(Option::is_some));
        let days: Vec<PointsOfDay> =
            noted.map(|(at, day)| (shown.date(at), day.points.map(|point| point.map(Score::value)))).collect();
        let words = Words::of(scope.source.language);
        let all = scope.days();
        let chart = FourPoints {
            words,
            title: words.say("chart-points-title", &[("span", all.span(words).into())]),
            columns: Column::all(&days),
            cells: by_phase::cells(&scope.source.config.phases, &days, words),
            days,
            rules: scope.rules(&self.lines),
        };
        plot::figure(&chart, id)
    }
}

/// A day with its four points.
type PointsOfDay = (Date, [Option<f64>; 4]);

/// With more days than this their lines would be a smear, and only dots and medians are drawn.
const LINES: usize = 40;

/// The four points of each day that has any.
struct FourPoints<'a> {
    words: Words<'a>,
    title: String,
    days: Vec<PointsOfDay>,
    columns: [Column; 4],
    /// The days by phase; none where that is one.
    cells: Vec<PhasePlot>,
    rules: Vec<Rule>,
}

/// One of the four points over all days.
struct Column {
    /// How often each half score from 0 to 10 was noted.
    counts: [i32; 21],
    n: i32,
    median: Option<f64>,
}

impl Column {
    fn all(days: &[PointsOfDay]) -> [Self; 4] {
        [0, 1, 2, 3].map(|at| Self::of(days, at))
    }

    fn of(days: &[PointsOfDay], at: usize) -> Self {
        let mut values: Vec<f64> = days.iter().filter_map(|(_, points)| points[at]).collect();
        let mut counts = [0; 21];
        for value in &values {
            counts[index(rounded(value * 2.0)).min(20)] += 1;
        }
        values.sort_unstable_by(f64::total_cmp);
        let n = values.len();
        // Below four days a median says nothing that the dots do not.
        let median = (n >= 4).then(|| f64::midpoint(values[(n - 1) / 2], values[n / 2]));
        Self { counts, n: count(n), median }
    }
}

/// Whether pain on the next day was above where it began.
fn rose(points: &[Option<f64>; 4]) -> bool {
    matches!((points[0], points[3]), (Some(before), Some(next)) if next > before)
}

/// Returns the middle of a column.
fn centre(frame: &Frame, at: usize) -> i32 {
    frame.left + (frame.right - frame.left) * (2 * count(at) + 1) / 8
}

impl FourPoints<'_> {
    /// Returns for how many days a dot stands.
    fn worth(&self, frame: &Frame) -> i32 {
        let most = self.columns.iter().flat_map(|column| column.counts).max().unwrap_or(0);
        let room = if frame.beside { 24 } else { 10 };
        ((most + room - 1) / room).max(1)
    }

    fn draw(&self, svg: &mut Svg, area: &PlotArea<'_>) {
        let PlotArea { frame, time, scale } = area;
        // The next day is another day, which the shade says.
        let next = frame.left + (frame.right - frame.left) * 3 / 4;
        svg.rect("band", next, scale.top, frame.right - next, scale.bottom - scale.top);
        frame.draw_values(svg, self.words, scale, 2.0);
        let rules = self.rules_at_any_time();
        area.draw_rules(svg, &rules);
        if self.days.len() <= LINES {
            self.draw_lines(svg, frame, scale);
        }
        self.draw_dots(svg, frame, scale);
        self.draw_medians(svg, frame, scale);
        frame.draw_floor(svg, scale.bottom);
        for (at, (name, column)) in strip::NAMES.iter().zip(&self.columns).enumerate() {
            let x = centre(frame, at);
            svg.text("strong mid", x, scale.bottom + 200, &self.words.word(name));
            svg.text("mid", x, scale.bottom + 400, &self.words.say("chart-days", &[("n", self.words.n(column.n))]));
        }
        if self.days.is_empty() {
            area.draw_empty(svg, &self.words.word("chart-points-none"));
        } else if frame.beside {
            let rules = frame::held(&rules, time, 10.0);
            let asides = rules.map(|(rule, _)| {
                frame.label_at(scale.y(rule.value), "", &self.words.rule(rule.value, "", &rule.label))
            });
            frame.draw_asides(svg, asides.collect(), 0, scale.bottom + 40);
        }
    }

    /// Returns the rules as they hold where all days stand in one place.
    fn rules_at_any_time(&self) -> Vec<Rule> {
        self.rules.iter().map(|rule| Rule { from: None, ..rule.clone() }).collect()
    }

    /// Returns the medians of each phase.
    fn table_of_phases(&self) -> Table {
        let words = self.words;
        let row = |cell: &PhasePlot| {
            let medians = cell.columns.iter().map(|column| words.score(column.median));
            [cell.name.clone(), words.whole(cell.days)].into_iter().chain(medians).collect()
        };
        Table {
            caption: words.say("chart-points-medians", &[("title", self.title.as_str().into())]),
            head: ["chart-points-phase", "chart-day-count"]
                .into_iter()
                .chain(strip::NAMES)
                .map(|id| words.word(id))
                .collect(),
            rows: self.cells.iter().map(row).collect(),
        }
    }

    fn draw_lines(&self, svg: &mut Svg, frame: &Frame, scale: &Linear) {
        for (class, wanted) in [("slope", false), ("link", true)] {
            let mut path = svg.path(class);
            for (_, points) in self.days.iter().filter(|(_, points)| rose(points) == wanted) {
                let mut begun = false;
                for (at, point) in points.iter().enumerate() {
                    if let Some(point) = point {
                        let (x, y) = (centre(frame, at), scale.y(*point));
                        if begun { path.line(x, y) } else { path.start(x, y) }
                    }
                    begun = point.is_some();
                }
            }
        }
    }

    /// Draws the dots of each score side by side around the middle of their column.
    fn draw_dots(&self, svg: &mut Svg, frame: &Frame, scale: &Linear) {
        let worth = self.worth(frame);
        let (pen, pitch) = if frame.beside { (62, 74) } else { (52, 66) };
        let mut path = svg.dots("dots", pen);
        for (at, column) in self.columns.iter().enumerate() {
            for (half, &n) in column.counts.iter().enumerate().filter(|(_, n)| **n > 0) {
                let dots = (n + worth - 1) / worth;
                let y = scale.y(f64::from(count(half)) / 2.0);
                for dot in 0..dots {
                    path.dot(centre(frame, at) + (2 * dot - dots + 1) * pitch / 2, y);
                }
            }
        }
    }

    /// Draws each column's median as a short line with its number at the end.
    fn draw_medians(&self, svg: &mut Svg, frame: &Frame, scale: &Linear) {
        let half = (frame.right - frame.left) / 8 - if frame.beside { 60 } else { 40 };
        let medians = || self.columns.iter().enumerate().filter_map(|(at, column)| Some((at, column.median?)));
        let segments = medians().map(|(at, median)| {
            ((centre(frame, at) - half, scale.y(median)), (centre(frame, at) + half, scale.y(median)))
        });
        svg.lines("median", segments);
        for (at, median) in medians() {
            let text = self.words.number(median);
            let x = centre(frame, at) + half - label::width(&text, frame.em * 21 / 20);
            svg.text("t-pain halo", x, (scale.y(median) - 45).max(130), &text);
        }
    }
}

impl Kind for FourPoints<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        if !self.cells.is_empty() {
            let grid = PhasePlots::new(self.words, &self.cells, frame);
            return Drawing::Own(grid.height(), Box::new(move |svg| grid.draw(svg, &self.rules)));
        }
        let scale = Linear { max: 10.0, top: 160, bottom: 160 + if frame.beside { 2800 } else { 2400 } };
        let area = PlotArea { frame, time: frame.time(0, 1), scale };
        Drawing::Own(scale.bottom + 470, Box::new(move |svg| self.draw(svg, &area)))
    }

    fn title(&self) -> String {
        self.title.clone()
    }

    fn heading(&self) -> String {
        let both = self.days.iter().filter(|(_, points)| points[0].is_some() && points[3].is_some()).count();
        let rose = self.days.iter().filter(|(_, points)| rose(points)).count();
        match (self.days.len(), both) {
            (0, _) => self.words.word("chart-points-none"),
            (_, ..4) => self.words.word("chart-head-few"),
            _ => self.words.say("chart-head-points", &[("n", self.words.n(count(rose)))]),
        }
    }

    fn say(&self) -> String {
        let both = self.days.iter().filter(|(_, points)| points[0].is_some() && points[3].is_some()).count();
        let rose = self.days.iter().filter(|(_, points)| rose(points)).count();
        let id = match (self.days.len(), both, rose) {
            (0, ..) => "chart-points-no-day",
            (_, ..4, _) => "chart-points-few",
            (_, _, 0) => "chart-points-never",
            _ => "chart-points-say",
        };
        let args = [("both", both), ("rose", rose), ("days", self.days.len())];
        self.words.say(id, &args.map(|(name, n)| (name, self.words.n(count(n)))))
    }

    fn how(&self) -> String {
        let (wide, narrow) = (self.worth(&Frame::WIDE), self.worth(&Frame::NARROW));
        let lines = if self.days.is_empty() || self.days.len() > LINES { "no" } else { "yes" };
        // One day is what a dot is unless it is said.
        let small = if narrow == wide { 1 } else { narrow };
        let args = [("wide", self.words.n(wide)), ("small", self.words.n(small)), ("lines", lines.into())];
        let mut out = match self.cells.is_empty() {
            true => self.words.say("chart-points-how", &args),
            false => self.words.word("chart-points-how-phases"),
        };
        for rule in self.rules.iter().filter(|rule| (0.0..=10.0).contains(&rule.value)) {
            let line = self.words.rule(rule.value, "", &rule.label);
            out.push(' ');
            out += &self.words.say("chart-dashed-line", &[("line", line.into())]);
        }
        out
    }

    fn desc(&self, say: String) -> String {
        let column = |(name, column): (&&str, &Column)| {
            let median = column.median.map_or_else(|| "none".to_owned(), |median| self.words.number(median));
            let args =
                [("name", self.words.word(name).into()), ("median", median.into()), ("n", self.words.n(column.n))];
            self.words.say("chart-points-column", &args)
        };
        let columns: Vec<String> = strip::NAMES.iter().zip(&self.columns).map(column).collect();
        let args = [("phases", self.cells.len().into()), ("columns", columns.join("; ").into()), ("say", say.into())];
        self.words.say("chart-points-desc", &args)
    }

    fn table(&self) -> Table {
        if !self.cells.is_empty() {
            return self.table_of_phases();
        }
        let head = |first: &str| std::iter::once(first).chain(strip::NAMES).map(|id| self.words.word(id)).collect();
        if self.days.len() <= 60 {
            let row = |(date, points): &(Date, [Option<f64>; 4])| {
                [vec![self.words.short(*date)], points.map(|point| self.words.score(point)).to_vec()].concat()
            };
            let rows = self.days.iter().map(row).collect();
            return Table { caption: self.title.clone(), head: head("day"), rows };
        }
        // Too many days for a row each: how often each score was noted is all that the dots show.
        let noted = (0..21).filter(|half| self.columns.iter().any(|column| column.counts[*half] > 0));
        let row = |half: usize| {
            let counts = self.columns.iter().map(|column| column.counts[half].to_string());
            std::iter::once(self.words.number(f64::from(count(half)) / 2.0)).chain(counts).collect()
        };
        Table {
            caption: self.words.say("chart-points-scores", &[("title", self.title.as_str().into())]),
            head: head("chart-score"),
            rows: noted.map(row).collect(),
        }
    }
}
