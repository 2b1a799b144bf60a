//! Before, during, after and the next day: all days with these points at once, a column each.

use crate::language::Language;
use jiff::civil::Date;

use super::frame::{self, Frame};
use super::scale::{Linear, count, rounded, score};
use super::svg::{Root, Svg};
use super::words::Words;
use super::{Figure, Rule, Table, label, strip};

/// The numbers of the chart.
#[derive(Clone, Debug)]
pub struct Points<'a> {
    /// Each day with at least one of the points, in order: before, during, after and next day.
    pub days: &'a [(Date, [Option<f64>; 4])],
    /// The first day and the last that were looked at.
    pub span: (Date, Date),
    /// The writer's own lines.
    pub rules: &'a [Rule],
}

/// With more days than this their lines would be a smear, and only dots and medians are drawn.
const LINES: usize = 40;

/// Draws all days at once and says what they show.
#[must_use]
pub fn draw(chart: &Points, language: &Language, id: &str) -> Figure {
    let days: Vec<[Option<f64>; 4]> = chart.days.iter().map(|(_, points)| points.map(score)).collect();
    let plot =
        Plot { chart, words: Words::of(language), columns: [0, 1, 2, 3].map(|at| Column::of(&days, at)), days, id };
    Figure {
        say: plot.say(),
        how: plot.how(),
        wide: plot.draw(&Frame::WIDE),
        narrow: plot.draw(&Frame::NARROW),
        notes: Vec::new(),
        table: plot.tabulate(),
    }
}

/// One of the four points over all days.
struct Column {
    /// How often each half score from 0 to 10 was noted.
    counts: [i32; 21],
    n: i32,
    median: Option<f64>,
}

impl Column {
    fn of(days: &[[Option<f64>; 4]], at: usize) -> Self {
        let mut values: Vec<f64> = days.iter().filter_map(|points| points[at]).collect();
        let mut counts = [0; 21];
        for value in &values {
            counts[super::scale::index(rounded(value * 2.0)).min(20)] += 1;
        }
        values.sort_unstable_by(f64::total_cmp);
        let n = values.len();
        // Below four days a median says nothing that the dots do not.
        let median = (n >= 4).then(|| f64::midpoint(values[(n - 1) / 2], values[n / 2]));
        Self { counts, n: count(n), median }
    }
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Points<'a>,
    words: Words<'a>,
    days: Vec<[Option<f64>; 4]>,
    columns: [Column; 4],
    id: &'a str,
}

/// Whether pain on the next day was above where it began.
fn rose(points: &[Option<f64>; 4]) -> bool {
    matches!((points[0], points[3]), (Some(before), Some(next)) if next > before)
}

impl Plot<'_> {
    /// Returns for how many days a dot stands.
    fn worth(&self, frame: &Frame) -> i32 {
        let most = self.columns.iter().flat_map(|column| column.counts).max().unwrap_or(0);
        let room = if frame.beside { 24 } else { 10 };
        ((most + room - 1) / room).max(1)
    }

    fn draw(&self, frame: &Frame) -> String {
        let top = 160;
        let scale = Linear { max: 10.0, top, bottom: top + if frame.beside { 2800 } else { 2400 } };
        let (title, desc) = (self.title(), self.describe());
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: scale.bottom + 470,
            id: self.id,
            suffix: frame.suffix,
            title: &title,
            desc: &desc,
        };
        let mut svg = Svg::open(&root, 6000);
        let span = frame.right - frame.left;
        let centre = |at: i32| frame.left + span * (2 * at + 1) / 8;
        // The next day is another day, which the shade says.
        let next = frame.left + span * 3 / 4;
        svg.rect("band", next, scale.top, frame.right - next, scale.bottom - scale.top);
        frame.draw_values(&mut svg, self.words, &scale, 2.0);
        let time = super::scale::Time { first: 0, days: 1, left: frame.left, right: frame.right };
        let rules: Vec<Rule> = self.chart.rules.iter().map(|rule| Rule { from: None, ..rule.clone() }).collect();
        frame::draw_rules(&mut svg, &rules, &time, &scale);
        if self.days.len() <= LINES {
            self.draw_lines(&mut svg, &scale, &centre);
        }
        self.draw_dots(&mut svg, frame, &scale, &centre);
        self.draw_medians(&mut svg, frame, &scale, &centre);
        frame.draw_floor(&mut svg, scale.bottom);
        for (at, (name, column)) in strip::NAMES.iter().zip(&self.columns).enumerate() {
            let x = centre(count(at));
            svg.text("strong mid", x, scale.bottom + 200, &self.words.word(name));
            svg.text("mid", x, scale.bottom + 400, &self.words.say("chart-days", &[("n", self.words.n(column.n))]));
        }
        if self.days.is_empty() {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text(
                "mid halo",
                middle,
                i32::midpoint(scale.top, scale.bottom) + 50,
                &self.words.word("chart-points-none"),
            );
        } else if frame.beside {
            let asides = frame::held(&rules, &time, 10.0).map(|(rule, _)| {
                frame.label_at(scale.y(rule.value), "", &self.words.rule(rule.value, "", &rule.label))
            });
            frame.draw_asides(&mut svg, asides.collect(), 0, scale.bottom + 40);
        }
        svg.close()
    }

    fn draw_lines(&self, svg: &mut Svg, scale: &Linear, centre: &dyn Fn(i32) -> i32) {
        for (class, wanted) in [("slope", false), ("link", true)] {
            let mut path = svg.path(class);
            for points in self.days.iter().filter(|points| rose(points) == wanted) {
                let mut begun = false;
                for (at, point) in points.iter().enumerate() {
                    let Some(point) = point else {
                        begun = false;
                        continue;
                    };
                    let (x, y) = (centre(count(at)), scale.y(*point));
                    if begun {
                        path.line(x, y);
                    } else {
                        path.start(x, y);
                    }
                    begun = true;
                }
            }
        }
    }

    /// Draws the dots of each score side by side around the middle of their column.
    fn draw_dots(&self, svg: &mut Svg, frame: &Frame, scale: &Linear, centre: &dyn Fn(i32) -> i32) {
        let worth = self.worth(frame);
        let pen = if frame.beside { 62 } else { 52 };
        let pitch = if frame.beside { 74 } else { 66 };
        let mut path = svg.dots(pen);
        for (at, column) in self.columns.iter().enumerate() {
            for (half, &n) in column.counts.iter().enumerate().filter(|(_, n)| **n > 0) {
                let dots = (n + worth - 1) / worth;
                let y = scale.y(f64::from(count(half)) / 2.0);
                for dot in 0..dots {
                    path.dot(centre(count(at)) + (2 * dot - dots + 1) * pitch / 2, y);
                }
            }
        }
    }

    /// Draws each column's median as a short line with its number at the end.
    fn draw_medians(&self, svg: &mut Svg, frame: &Frame, scale: &Linear, centre: &dyn Fn(i32) -> i32) {
        let half = (frame.right - frame.left) / 8 - if frame.beside { 60 } else { 40 };
        {
            let mut path = svg.path("median");
            for (at, column) in self.columns.iter().enumerate() {
                if let Some(median) = column.median {
                    path.start(centre(count(at)) - half, scale.y(median));
                    path.line(centre(count(at)) + half, scale.y(median));
                }
            }
        }
        for (at, column) in self.columns.iter().enumerate() {
            if let Some(median) = column.median {
                let text = self.words.number(median);
                let x = centre(count(at)) + half - label::width(&text, frame.em * 21 / 20);
                svg.text("t-pain halo", x, (scale.y(median) - 45).max(130), &text);
            }
        }
    }

    fn title(&self) -> String {
        let (first, last) = self.chart.span;
        self.words.say("chart-points-title", &[("span", self.words.span(first, last).into())])
    }

    fn both(&self) -> (i32, i32) {
        let both = self.days.iter().filter(|points| points[0].is_some() && points[3].is_some());
        (count(both.count()), count(self.days.iter().filter(|points| rose(points)).count()))
    }

    fn say(&self) -> String {
        let (both, rose) = self.both();
        if self.days.is_empty() {
            return self.words.word("chart-points-no-day");
        }
        let n = |n: i32| self.words.n(n);
        let args = [("both", n(both)), ("rose", n(rose)), ("days", n(count(self.days.len())))];
        match (both, rose) {
            (..4, _) => self.words.say("chart-points-few", &args),
            (_, 0) => self.words.say("chart-points-never", &args),
            _ => self.words.say("chart-points-say", &args),
        }
    }

    fn how(&self) -> String {
        let (wide, narrow) = (self.worth(&Frame::WIDE), self.worth(&Frame::NARROW));
        let lines = if self.days.is_empty() || self.days.len() > LINES { "no" } else { "yes" };
        // One day is what a dot is unless it is said.
        let small = if narrow == wide { 1 } else { narrow };
        let args = [("wide", self.words.n(wide)), ("small", self.words.n(small)), ("lines", lines.into())];
        let mut out = self.words.say("chart-points-how", &args);
        for rule in self.chart.rules.iter().filter(|rule| (0.0..=10.0).contains(&rule.value)) {
            let line = self.words.rule(rule.value, "", &rule.label);
            out.push(' ');
            out += &self.words.say("chart-dashed-line", &[("line", line.into())]);
        }
        out
    }

    fn describe(&self) -> String {
        let column = |(name, column): (&&str, &Column)| {
            let median = column.median.map_or_else(|| "none".to_owned(), |median| self.words.number(median));
            let args =
                [("name", self.words.word(name).into()), ("median", median.into()), ("n", self.words.n(column.n))];
            self.words.say("chart-points-column", &args)
        };
        let columns: Vec<String> = strip::NAMES.iter().zip(&self.columns).map(column).collect();
        let args = [("columns", columns.join("; ").into()), ("say", self.say().into())];
        self.words.say("chart-points-desc", &args)
    }

    fn head(&self, first: &str) -> Vec<String> {
        std::iter::once(first).chain(strip::NAMES).map(|id| self.words.word(id)).collect()
    }

    fn tabulate(&self) -> Table {
        if self.days.len() <= 60 {
            let row = |(date, points): (Date, &[Option<f64>; 4])| {
                std::iter::once(self.words.short(date))
                    .chain(points.iter().map(|point| self.words.score(*point)))
                    .collect()
            };
            return Table {
                caption: self.title(),
                head: self.head("day"),
                rows: self.chart.days.iter().map(|(date, _)| *date).zip(&self.days).map(row).collect(),
            };
        }
        // Too many days for a row each: how often each score was noted is all that the dots show.
        let noted = (0..21).filter(|half| self.columns.iter().any(|column| column.counts[*half] > 0));
        let row = |half: usize| {
            let counts = self.columns.iter().map(|column| column.counts[half].to_string());
            std::iter::once(self.words.number(f64::from(count(half)) / 2.0)).chain(counts).collect()
        };
        Table {
            caption: self.words.say("chart-points-scores", &[("title", self.title().into())]),
            head: self.head("chart-score"),
            rows: noted.map(row).collect(),
        }
    }
}
