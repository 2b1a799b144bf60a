//! What was done against pain, a small plot for each lag on the same scales.

use super::frame::Frame;
use super::label;
use super::scale::{Linear, amount, nice, rounded, score};
use super::svg::{Root, Svg};
use super::words::Words;
use super::{Figure, Table};
use crate::language::Language;
use crate::text::capital;

/// The numbers of all small plots.
#[derive(Clone, Debug)]
pub(super) struct Facets<'a> {
    /// What was done.
    pub done: super::Work,
    /// Its unit.
    pub unit: &'a str,
    /// The days that were looked at, in words: "20 August 2019 to 30 October 2020".
    pub span: &'a str,
    /// The small plots, four at most.
    pub facets: &'a [Facet],
    /// The finding, a whole sentence.
    pub say: &'a str,
    /// What has to be known to read it, whole sentences.
    pub how: &'a str,
}

/// One small plot.
#[derive(Clone, Debug)]
pub(super) struct Facet {
    /// Whose pain it is: "pain the next day".
    pub name: String,
    /// What is said of it in two lines, such as "ρ 0.43, n 54" and "0.18 to 0.63".
    pub figure: [String; 2],
    /// The work of a day and the pain that goes with it.
    pub pairs: Vec<(f64, f64)>,
    /// Days that could have been a pair.
    pub days: usize,
}

/// Draws all small plots and says what they show.
#[must_use]
pub(super) fn draw(chart: &Facets, language: &Language, id: &str) -> Figure {
    let plot = Plot { chart, words: Words::of(language), what: chart.done.name(language), id };
    let how = [("what", plot.what.as_str().into()), ("unit", chart.unit.into()), ("how", chart.how.into())];
    Figure {
        heading: plot.words.say("chart-head-double", &[("what", plot.what.as_str().into())]),
        say: chart.say.to_owned(),
        how: plot.words.say("chart-lag-how", &how),
        wide: plot.draw(&Frame::WIDE, 4),
        narrow: plot.draw(&Frame::NARROW, 2),
        notes: Vec::new(),
        table: plot.tabulate(),
    }
}

impl Facet {
    /// Returns what is said of it in one line.
    fn said(&self) -> String {
        let parts: Vec<&str> = self.figure.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(", ")
    }
}

struct Plot<'a> {
    chart: &'a Facets<'a>,
    words: Words<'a>,
    /// What was done, within a sentence.
    what: String,
    id: &'a str,
}

/// How high the words over a small plot stand.
const HEAD: i32 = 620;

/// How far a dot may stand from its score, in tenths, so that equal ones do not hide each other.
const APART: i32 = 50;

impl Plot<'_> {
    fn draw(&self, frame: &Frame, across: i32) -> String {
        let chart = self.chart;
        let gap = if frame.beside { 420 } else { 340 };
        // All of the width: these plots have no labels beside them.
        let end = frame.width - 60;
        let width = (end - frame.left - gap * (across - 1)) / across;
        let tall = if frame.beside { 1500 } else { 1300 };
        let block = HEAD + tall + 380;
        let most = chart.facets.iter().flat_map(|facet| &facet.pairs).map(|(x, _)| amount(*x)).fold(0.0, f64::max);
        let (step, max) = nice(most, 3);
        let title = self.title();
        let desc = self.describe();
        let rows = super::scale::count(chart.facets.len().div_ceil(super::scale::index(across)));
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: (rows * block).max(400),
            id: self.id,
            suffix: frame.suffix,
            title: &title,
            desc: &desc,
        };
        let mut svg = Svg::open(&root, 6000);
        for (at, facet) in chart.facets.iter().enumerate().map(|(at, facet)| (super::scale::count(at), facet)) {
            let left = frame.left + (at % across) * (width + gap);
            let top = (at / across) * block + HEAD;
            let own = Frame { left, right: left + width, ..*frame };
            let pain = Linear { max: 10.0, top, bottom: top + tall };
            own.draw_values(&mut svg, self.words, &pain, 2.0);
            let room = (width + gap - 90).min(frame.width - left);
            let lines =
                [("strong", capital(&facet.name))].into_iter().chain(facet.figure.iter().map(|f| ("", f.clone())));
            for (row, (class, text)) in lines.enumerate() {
                let text = label::shorten(&text, own.em * if class.is_empty() { 20 } else { 21 } / 20, room);
                svg.text(class, left, top - 430 + super::scale::count(row) * 170, &text);
            }
            draw_pairs(&mut svg, &own, facet, &pain, max);
            own.draw_floor(&mut svg, pain.bottom);
            let unit = (at % across == 0).then_some(chart.unit);
            draw_amounts(&mut svg, self.words, &own, pain.bottom, (step, max), unit);
        }
        if chart.facets.is_empty() {
            svg.text("mid", i32::midpoint(frame.left, frame.right), 200, &self.words.word("chart-lag-nothing"));
        }
        svg.close()
    }

    fn title(&self) -> String {
        let args = [("what", self.what.as_str().into()), ("span", self.chart.span.into())];
        self.words.say("chart-lag-title", &args)
    }

    fn describe(&self) -> String {
        let facet = |facet: &Facet| {
            let args = [
                ("name", capital(&facet.name).into()),
                ("n", self.words.n(super::scale::count(facet.pairs.len()))),
                ("of", self.words.n(super::scale::count(facet.days))),
                ("said", facet.said().into()),
            ];
            self.words.say("chart-lag-plot", &args)
        };
        let facets: Vec<String> = self.chart.facets.iter().map(facet).collect();
        let args =
            [("what", self.what.as_str().into()), ("plots", facets.join("; ").into()), ("say", self.chart.say.into())];
        self.words.say("chart-lag-desc", &args)
    }

    fn tabulate(&self) -> Table {
        let row = |facet: &Facet| {
            let mut idle: Vec<Option<f64>> = Vec::new();
            let mut busy: Vec<Option<f64>> = Vec::new();
            for (x, y) in &facet.pairs {
                if *x > 0.0 { &mut busy } else { &mut idle }.push(Some(*y));
            }
            vec![
                capital(&facet.name),
                self.words.of_all(facet.pairs.len(), facet.days),
                facet.said(),
                self.words.score(super::series::median(&busy)),
                self.words.score(super::series::median(&idle)),
            ]
        };
        Table {
            caption: self.title(),
            head: vec![
                self.words.word("pain"),
                self.words.word("chart-lag-pairs"),
                "ρ".to_owned(),
                self.words.word("chart-lag-with"),
                self.words.word("chart-lag-without"),
            ],
            rows: self.chart.facets.iter().map(row).collect(),
        }
    }
}

/// Draws the dots of a small plot, each moved by less than a score's step; a spot that is taken is not drawn again.
fn draw_pairs(svg: &mut Svg, frame: &Frame, facet: &Facet, pain: &Linear, max: f64) {
    let many = facet.pairs.len() > 300;
    let pen = if many { 32 } else { 46 };
    let width = f64::from(frame.right - frame.left - 60);
    let mut taken = std::collections::BTreeSet::new();
    let mut path = svg.dots("dots", pen);
    for (at, (x, y)) in facet.pairs.iter().enumerate() {
        let Some(y) = score(Some(*y)) else { continue };
        // The same shift for the same pair in every build: golden-angle steps never line up.
        let turn = super::scale::count(at * 61 % 101) - 50;
        let x = frame.left + 30 + rounded(amount(*x) / max * width);
        let spot = (x / 80, pain.y(y));
        if many && !taken.insert(spot) {
            continue;
        }
        path.dot(x, (pain.y(y) + turn * APART / 50).clamp(pain.top - 40, pain.bottom - pen / 2));
    }
}

/// Draws the numbers of what was done under a small plot.
fn draw_amounts(
    svg: &mut Svg,
    words: Words<'_>,
    frame: &Frame,
    bottom: i32,
    (step, max): (f64, f64),
    unit: Option<&str>,
) {
    let width = f64::from(frame.right - frame.left - 60);
    svg.open_ticks("mid");
    let mut value = 0.0;
    while value < max + step / 2.0 {
        let mut text = String::with_capacity(6);
        words.push_short(&mut text, value);
        let half = label::width(&text, frame.em) / 2;
        let x = (frame.left + 30 + rounded(value / max * width)).min(frame.right + 60 - half);
        svg.text("", x, bottom + 190, &text);
        value += step;
    }
    svg.close_ticks();
    if let Some(unit) = unit {
        svg.text("", frame.left, bottom + 350, &label::shorten(unit, frame.em, frame.right - frame.left));
    }
}
