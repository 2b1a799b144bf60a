//! The means of the last 7 days and of the last 28, in units of load, over the days themselves.

use crate::language::{Arg, Language};
use jiff::civil::{Date, Weekday};

use super::double::weeks;
use super::frame::{self, Frame};
use super::label;
use super::scale::{Linear, Time, amount, count, date_of, day_number, nice_short};
use super::svg::{Root, Svg};
use super::words::{Noted, Words, capital};
use super::{Figure, Table, axis};

/// The numbers of the chart; the means are undefined where too few days are known.
#[derive(Clone, Debug)]
pub struct Means<'a> {
    /// The day of the first value.
    pub first: Date,
    /// What was done on each day, none where nothing was written.
    pub work: &'a [Option<f64>],
    /// The mean of the 7 days that end on each.
    pub acute: &'a [Option<f64>],
    /// The mean of the 28 days that end on each.
    pub chronic: &'a [Option<f64>],
    /// What the work is.
    pub done: super::Work,
    /// Its unit.
    pub unit: &'a str,
    /// What is said of the ratio on the last day, or why there is none: a whole sentence.
    pub ratio: &'a str,
    /// What is known against such ratios: whole sentences.
    pub critique: &'a str,
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// Draws both means and says what they show.
#[must_use]
pub fn draw(chart: &Means, language: &Language, id: &str) -> Figure {
    let work: Vec<Option<f64>> = chart.work.iter().map(|value| value.map(amount)).collect();
    let fit = |values: &[Option<f64>]| -> Vec<Option<f64>> {
        (0..work.len()).map(|day| values.get(day).copied().flatten().map(amount)).collect()
    };
    let plot = Plot {
        chart,
        words: Words::of(language),
        what: chart.done.name(language),
        acute: fit(chart.acute),
        chronic: fit(chart.chronic),
        first: day_number(chart.first),
        work,
        id,
    };
    Figure {
        say: plot.say(),
        how: plot.how(),
        wide: plot.draw(&Frame::WIDE),
        narrow: plot.draw(&Frame::NARROW),
        notes: Vec::new(),
        table: plot.tabulate(),
    }
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Means<'a>,
    words: Words<'a>,
    work: Vec<Option<f64>>,
    acute: Vec<Option<f64>>,
    chronic: Vec<Option<f64>>,
    first: i32,
    /// What the work is called.
    what: String,
    id: &'a str,
}

/// The names of the two lines, from the right.
const NAMES: [(&str, &str); 2] = [("strong end", "chart-mean-28"), ("t-run end", "chart-mean-7")];

impl Plot<'_> {
    fn days(&self) -> i32 {
        count(self.work.len())
    }

    fn draw(&self, frame: &Frame) -> String {
        let time = frame.time(self.first, self.days());
        let top = 300;
        let bottom = top + if frame.beside { 2000 } else { 1800 };
        let most = self.work.iter().flatten().copied().fold(0.0, f64::max);
        let (step, max) = nice_short(most, 4);
        let scale = Linear { max, top, bottom };
        let (title, desc) = (self.title(), self.describe());
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: bottom + axis::DEPTH,
            id: self.id,
            suffix: frame.suffix,
            title: &title,
            desc: &desc,
        };
        let bins = if frame.beside { 110 } else { 41 };
        let bin = if self.work.len() <= 800 { 1 } else { self.work.len().div_ceil(7 * bins) * 7 };
        let mut svg = Svg::open(&root, 4096 + self.work.len().min(1500) * 24);
        frame.draw_values(&mut svg, self.words, &scale, step);
        frame::hatch(&mut svg, frame, &time, &super::series::gaps(&self.work, 5.max(self.days() / 100)), top, bottom);
        if self.work.iter().all(Option::is_none) {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(top, bottom) + 50, &self.words.word("chart-means-nothing"));
        }
        // Days without work are the floor itself; only what was done needs a dot.
        let done: Vec<Option<f64>> = self.work.iter().map(|value| value.filter(|value| *value > 0.0)).collect();
        frame::dots_of(&mut svg, "done", frame::pen(frame, self.days()) - 8, &time, &scale, &done, bin);
        for (class, values) in [("chronic", &self.chronic), ("acute", &self.acute)] {
            // A line of every day of ten years would be more than the eye takes in: the last of each stretch is drawn.
            let thinned: Vec<Option<f64>> = values.chunks(bin).map(|days| days.last().copied().flatten()).collect();
            frame::median(&mut svg, class, &Time { days: count(thinned.len()), ..time }, &scale, &thinned);
        }
        frame.draw_floor(&mut svg, bottom);
        axis::draw(&mut svg, self.words, frame, &time, bottom, self.chart.week_start);
        self.draw_names(&mut svg, frame);
        svg.close()
    }

    /// Draws the lines' names above the plot: where too little was noted a line ends long before the plot does.
    fn draw_names(&self, svg: &mut Svg, frame: &Frame) {
        let named = NAMES.iter().zip([&self.chronic, &self.acute]).filter(|(_, line)| line.iter().any(Option::is_some));
        let mut right = frame.right;
        for ((class, name), _) in named {
            let name = self.words.word(name);
            svg.text(class, right, 150, &name);
            right -= label::width(&name, frame.em * 21 / 20) + 220;
        }
    }

    fn title(&self) -> String {
        let last = date_of(self.first + (self.days() - 1).max(0));
        let span = self.words.span(self.chart.first, last);
        self.words.say("chart-means-title", &[("what", capital(&self.what).into()), ("span", span.into())])
    }

    fn known(&self) -> String {
        self.words.coverage(count(self.work.iter().flatten().count()), self.days(), Noted::Entry)
    }

    fn say(&self) -> String {
        let last = |values: &[Option<f64>]| values.last().copied().flatten();
        let (acute, chronic) = (last(&self.acute), last(&self.chronic));
        let number = |mean: Option<f64>| Arg::from(self.words.score(mean));
        let args = [("acute", number(acute)), ("chronic", number(chronic)), ("unit", self.chart.unit.into())];
        match (acute, chronic) {
            _ if self.work.is_empty() => self.words.word("chart-no-days"),
            (Some(_), Some(_)) => self.words.say("chart-means-both", &args),
            (Some(_), None) => self.words.say("chart-means-short", &args),
            _ => self.words.word("chart-means-few"),
        }
    }

    fn how(&self) -> String {
        let args = [
            ("what", capital(&self.what).into()),
            ("unit", self.chart.unit.into()),
            ("coverage", self.known().into()),
            ("ratio", self.chart.ratio.into()),
            ("critique", self.chart.critique.into()),
        ];
        self.words.say("chart-means-how", &args)
    }

    fn describe(&self) -> String {
        let most = self.work.iter().flatten().copied().fold(0.0, f64::max);
        let args = [
            ("what", self.what.as_str().into()),
            ("unit", self.chart.unit.into()),
            ("coverage", self.known().into()),
            ("most", self.words.number(most).into()),
            ("say", self.say().into()),
        ];
        self.words.say("chart-means-desc", &args)
    }

    fn tabulate(&self) -> Table {
        let work = format!("{}, {}", capital(&self.what), self.chart.unit);
        let means = || [self.words.word("chart-mean-7"), self.words.word("chart-mean-28")];
        let head = |first: &str| [vec![self.words.word(first), work.clone()], means().to_vec()].concat();
        let cells = |day: usize| [self.words.score(self.acute[day]), self.words.score(self.chronic[day])];
        let date = |day: i32| self.words.short(date_of(self.first + day));
        if self.days() <= 60 {
            let row =
                |day: usize| [vec![date(count(day)), self.words.score(self.work[day])], cells(day).to_vec()].concat();
            return Table { caption: self.title(), head: head("day"), rows: (0..self.work.len()).map(row).collect() };
        }
        let row = |(start, days): (i32, std::ops::Range<usize>)| {
            let sum: f64 = self.work[days.clone()].iter().flatten().sum();
            [vec![date(start), self.words.number(sum)], cells(days.end - 1).to_vec()].concat()
        };
        Table {
            caption: self.words.say("chart-means-by-week", &[("title", self.title().into())]),
            head: head("chart-week-of"),
            rows: weeks(self.first, self.days(), self.chart.week_start).into_iter().map(row).collect(),
        }
    }
}
