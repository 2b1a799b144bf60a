//! Three weeks on either side of an entry: pain above, distance below, on the same days.

use crate::language::{Arg, Language};
use jiff::civil::Date;

use super::frame::{self, Frame};
use super::label::{self, Area};
use super::scale::{Linear, Time, amount, count, day_number, index, nice};
use super::series::{Series, median};
use super::svg::{Root, Svg};
use super::words::{Noted, Words};
use super::{Band, Figure, Table, phases};

/// How many days are shown on either side.
const REACH: i32 = 21;

/// The days around an entry.
#[derive(Clone, Debug)]
pub struct Around<'a> {
    /// The day of the entry.
    pub day: Date,
    /// The day of the first value.
    pub first: Date,
    /// The worst pain of each day, none where it is not known.
    pub values: &'a [Option<f64>],
    /// The rolling median of each day.
    pub median: &'a [Option<f64>],
    /// The distance run each day, in the unit.
    pub run: &'a [f64],
    /// The distance walked each day, in the unit.
    pub walk: &'a [f64],
    /// The unit of distance, "km" or "mi".
    pub unit: &'a str,
    /// The phases.
    pub bands: &'a [Band],
}

/// Draws the days around an entry and says what they show; days further off than three weeks are left out.
#[must_use]
pub fn draw(chart: &Around, language: &Language, id: &str) -> Figure {
    let first = day_number(chart.first);
    let skip = index((day_number(chart.day) - first - REACH).max(0)).min(chart.values.len());
    let end = index((day_number(chart.day) - first + REACH + 1).max(0)).clamp(skip, chart.values.len());
    let part =
        |series: &[f64]| -> Vec<f64> { (skip..end).map(|day| series.get(day).copied().map_or(0.0, amount)).collect() };
    let from = first.saturating_add(count(skip));
    let words = Words::of(language);
    let plot = Plot {
        series: Series::new(
            super::scale::date_of(from),
            &chart.values[skip..end],
            chart.median.get(skip..).unwrap_or_default(),
        ),
        run: part(chart.run),
        walk: part(chart.walk),
        day: day_number(chart.day) - from,
        heading: words.say("chart-around-heading", &[("day", words.long_day(chart.day).into())]),
        chart,
        words,
        id,
    };
    let title = words.say("chart-around-title", &[("day", words.long(chart.day).into())]);
    let (say, coverage) = (plot.say(), plot.coverage());
    let desc = plot.describe(&say, &coverage);
    Figure {
        say,
        how: plot.how(&coverage),
        wide: plot.draw(&Frame::ENTRY, &title, &desc),
        narrow: plot.draw(&Frame::NARROW, &title, &desc),
        notes: Vec::new(),
        table: plot.tabulate(),
    }
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Around<'a>,
    words: Words<'a>,
    series: Series,
    run: Vec<f64>,
    walk: Vec<f64>,
    /// The entry's day, counted from the first shown.
    day: i32,
    heading: String,
    id: &'a str,
}

impl Plot<'_> {
    fn draw(&self, frame: &Frame, title: &str, desc: &str) -> String {
        let time = frame.time(self.series.first, self.series.days());
        let pain = Linear { max: 10.0, top: 240, bottom: 1440 };
        let floor = if frame.beside { 2220 } else { 2300 };
        let total = self.run.iter().zip(&self.walk).map(|(run, walk)| run + walk).fold(0.0, f64::max);
        let (step, max) = nice(total, 2);
        let load = Linear { max, top: floor - 560, bottom: floor };
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: floor + 260,
            id: self.id,
            suffix: frame.suffix,
            title,
            desc,
        };
        let mut svg = Svg::open(&root, 5000);
        phases::fill(&mut svg, self.chart.bands, &time, pain.top, pain.bottom);
        phases::fill(&mut svg, self.chart.bands, &time, load.top, load.bottom);
        frame.draw_values(&mut svg, self.words, &pain, 2.0);
        frame.draw_values(&mut svg, self.words, &load, step);
        if self.series.logged > 0 {
            frame::hatch(&mut svg, frame, &time, &self.series.gaps, pain.top, pain.bottom);
        }
        if (0..self.series.days()).contains(&self.day) {
            svg.line("stone", (time.centre(self.day), 180), (time.centre(self.day), floor));
            let half = label::width(&self.heading, frame.em * 21 / 20) / 2;
            svg.text(
                "strong mid",
                time.centre(self.day).clamp(half, frame.width.min(frame.right + 80) - half),
                140,
                &self.heading,
            );
        }
        if self.series.logged == 0 {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(pain.top, pain.bottom) + 180, &self.words.word("chart-no-pain"));
        }
        frame::dots(&mut svg, if frame.beside { 68 } else { 60 }, &time, &pain, &self.series.values, 1);
        frame::median(&mut svg, "median", &time, &pain, &self.series.median);
        self.draw_bars(&mut svg, &time, &load);
        frame.draw_floor(&mut svg, pain.bottom);
        frame.draw_floor(&mut svg, floor);
        self.draw_days(&mut svg, frame, &time, floor);
        self.draw_names(&mut svg, frame, &time, &pain, &load);
        svg.close()
    }

    fn draw_bars(&self, svg: &mut Svg, time: &Time, load: &Linear) {
        let width = ((time.right - time.left) * 6 / 10 / self.series.days().max(1)).clamp(10, 120);
        {
            let mut path = svg.path("walk");
            for (day, (&run, &walk)) in self.run.iter().zip(&self.walk).enumerate() {
                if walk > 0.0 {
                    let (foot, top) = (load.y(run), load.y(run + walk));
                    path.bar(time.centre(count(day)) - width / 2 + 6, foot, width - 12, (foot - top - 6).max(8));
                }
            }
        }
        let mut path = svg.path("run");
        for (day, &run) in self.run.iter().enumerate() {
            if run > 0.0 {
                path.bar(time.centre(count(day)) - width / 2, load.bottom, width, load.height(run).max(8));
            }
        }
    }

    /// Draws the days one and three weeks off under the plot, and the ends when they are nearer.
    fn draw_days(&self, svg: &mut Svg, frame: &Frame, time: &Time, floor: i32) {
        let last = (self.series.days() - 1).max(0);
        let mut free = 0;
        let mut days = [0, self.day - 21, self.day - 7, self.day + 7, self.day + 21, last];
        days.sort_unstable();
        svg.open_ticks("");
        for day in days.into_iter().filter(|day| (0..=last).contains(day)) {
            let text = self.words.day(self.series.date(day));
            let width = label::width(&text, frame.em);
            let x = (time.centre(day) - width / 2).clamp(frame.left, (frame.right - width).max(frame.left));
            if x >= free {
                svg.text("", x, floor + if frame.beside { 185 } else { 195 }, &text);
                free = x + width + 80;
            }
        }
        svg.close_ticks();
    }

    fn draw_names(&self, svg: &mut Svg, frame: &Frame, time: &Time, pain: &Linear, load: &Linear) {
        let last = self.series.median.iter().rev().flatten().next();
        let parts =
            [("t-walk", self.words.word("chart-walk"), &self.walk), ("t-run", self.words.word("chart-run"), &self.run)];
        let parts = parts.iter().filter(|(.., amounts)| amounts.iter().any(|&amount| amount > 0.0));
        if frame.beside {
            let named = |(at, (class, name, _)): (usize, &(&'static str, String, _))| {
                let text = [name.as_str(), self.chart.unit].join(", ");
                frame.label_at(load.top + 190 + 260 * count(at), class, &text)
            };
            let mut asides: Vec<_> = parts.enumerate().map(named).collect();
            asides.extend(last.map(|last| frame.label_at(pain.y(*last), "t-pain", &self.median_name())));
            frame.draw_asides(svg, asides, pain.top - 75, load.bottom + 40);
            return;
        }
        let mut right = frame.right;
        let baseline = load.top - 70;
        if parts.clone().next().is_some() {
            svg.text("end halo", right, baseline, self.chart.unit);
            right -= label::width(self.chart.unit, frame.em) + 100;
        }
        for (class, name, _) in parts {
            svg.text(if *class == "t-run" { "t-run end halo" } else { "t-walk end halo" }, right, baseline, name);
            right -= label::width(name, frame.em * 21 / 20) + 100;
        }
        if last.is_some() {
            let text = self.median_name();
            let width = label::width(&text, frame.em * 21 / 20);
            let (left, end) = (frame.left + 40, frame.right - width);
            let places =
                [(end, pain.top + 140), (left, pain.top + 140), (end, pain.bottom - 50), (left, pain.bottom - 50)];
            let best =
                places.into_iter().min_by_key(|&(x, y)| self.covered(time, pain, &Area::of(x, y, width, frame.em)));
            let (x, y) = best.unwrap_or(places[0]);
            svg.text("t-pain halo", x, y, &text);
        }
    }

    /// Returns how many days have a dot or the line of medians under an area.
    fn covered(&self, time: &Time, pain: &Linear, area: &Area) -> usize {
        let days = time.day_at(area.left)..=time.day_at(area.right);
        days.filter(|&day| self.series.touches(day, |value| area.holds(time.centre(day), pain.y(value)))).count()
    }

    fn median_name(&self) -> String {
        self.words.say("chart-median-of-days", &[("n", 7.into())])
    }

    fn say(&self) -> String {
        let week = |from: i32| {
            let days = self.series.values.get(index(from.max(0))..index((from + 7).clamp(0, self.series.days())));
            median(days.unwrap_or_default())
        };
        let number = |value: f64| Arg::from(self.words.number(value));
        match (week(self.day - 7), week(self.day + 1)) {
            (Some(before), Some(after)) => {
                self.words.say("chart-around-both", &[("before", number(before)), ("after", number(after))])
            }
            (Some(before), None) => {
                let args = [("before", number(before))];
                if self.day + 1 < self.series.days() {
                    self.words.say("chart-around-few-after", &args)
                } else {
                    self.words.say("chart-around-no-after", &args)
                }
            }
            (None, Some(after)) => {
                let args = [("after", number(after))];
                if self.day > 0 {
                    self.words.say("chart-around-few-before", &args)
                } else {
                    self.words.say("chart-around-no-before", &args)
                }
            }
            (None, None) => self.words.word("chart-around-few"),
        }
    }

    fn coverage(&self) -> String {
        self.words.coverage(self.series.logged, self.series.days(), Noted::Score)
    }

    fn how(&self, coverage: &str) -> String {
        let args = [("unit", self.chart.unit.into()), ("coverage", coverage.into())];
        let mut out = self.words.say("chart-around-how", &args);
        if self.series.logged > 0 && !self.series.gaps.is_empty() {
            out.push_str("; ");
            out.push_str(&self.words.say("chart-hatched", &[("gap", self.words.few(5).into())]));
        }
        out.push('.');
        out
    }

    fn describe(&self, say: &str, coverage: &str) -> String {
        let args = [
            ("span", self.series.span(self.words).into()),
            ("coverage", coverage.into()),
            ("range", self.series.range_in(self.words).into()),
            ("say", say.into()),
        ];
        self.words.say("chart-around-desc", &args)
    }

    fn tabulate(&self) -> Table {
        let amount = |value: f64| if value > 0.0 { self.words.number(value) } else { "0".to_owned() };
        let row = |day: usize| {
            vec![
                self.words.short(self.series.date(count(day))),
                self.words.score(self.series.values[day]),
                self.words.score(self.series.median[day]),
                amount(self.run[day]),
                amount(self.walk[day]),
            ]
        };
        Table {
            caption: self.words.word("chart-around-table"),
            head: vec![
                self.words.word("day"),
                self.words.word("pain"),
                self.median_name(),
                [&self.words.word("chart-run"), self.chart.unit].join(" "),
                [&self.words.word("chart-walk"), self.chart.unit].join(" "),
            ],
            rows: (0..self.series.values.len()).map(row).collect(),
        }
    }
}
