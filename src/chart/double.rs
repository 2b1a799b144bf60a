//! Pain and what was done, two panels on the same days; pain may stand a day earlier than it was felt.

use crate::language::{Arg, Language};
use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::label::{self, Area};
use super::scale::{Linear, Time, amount, count, index, into_week, nice_short};
use super::series::{self, Series};
use super::svg::{Root, Svg};
use super::words::{Noted, Words, capital};
use super::{Band, Figure, Rule, Table, axis, phases};

/// The numbers of both panels.
#[derive(Clone, Debug)]
pub struct Double<'a> {
    /// The day of the first value.
    pub first: Date,
    /// The worst pain of each day, none where it is not known; already moved where `shifted`.
    pub pain: &'a [Option<f64>],
    /// The rolling median of each day, moved alike.
    pub median: &'a [Option<f64>],
    /// Over how many days the medians are taken.
    pub window: usize,
    /// Whether the pain above a day is that of the next day.
    pub shifted: bool,
    /// What was done on each day, none where nothing was written.
    pub work: &'a [Option<f64>],
    /// What the work is.
    pub done: super::Work,
    /// Its unit, such as "km".
    pub unit: &'a str,
    /// The phases.
    pub bands: &'a [Band],
    /// The writer's own lines on the panel of pain.
    pub rules: &'a [Rule],
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// Draws both panels and says what they show.
#[must_use]
pub fn draw(chart: &Double, language: &Language, id: &str) -> Figure {
    let series = Series::new(chart.first, chart.pain, chart.median);
    let work: Vec<Option<f64>> =
        (0..chart.pain.len()).map(|day| chart.work.get(day).copied().flatten().map(amount)).collect();
    let plot =
        Plot { chart, words: Words::of(language), what: chart.done.name(language), series: &series, work: &work, id };
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
    chart: &'a Double<'a>,
    words: Words<'a>,
    series: &'a Series,
    work: &'a [Option<f64>],
    /// What the work is called.
    what: String,
    id: &'a str,
}

impl Plot<'_> {
    fn draw(&self, frame: &Frame) -> String {
        let time = frame.time(self.series.first, self.series.days());
        let phases = phases::lay_out(self.chart.bands, frame, &time);
        let top = phases.height.max(90) + 250;
        let pain = Linear { max: 10.0, top, bottom: top + 1600 };
        let bin = frame::bin_of(frame, self.series);
        let bars: Vec<f64> = self.work.chunks(bin).map(mean).collect();
        let (step, max) = nice_short(bars.iter().copied().fold(0.0, f64::max), 3);
        let load = Linear { max, top: pain.bottom + 440, bottom: pain.bottom + 1240 };
        let (title, desc) = (self.title(), self.describe());
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: load.bottom + axis::DEPTH,
            id: self.id,
            suffix: frame.suffix,
            title: &title,
            desc: &desc,
        };
        let mut svg = Svg::open(&root, 4096 + self.work.len().min(1500) * 32);
        phases.draw(&mut svg, frame, pain.bottom);
        phases::fill(&mut svg, self.chart.bands, &time, load.top, load.bottom);
        frame.draw_values(&mut svg, self.words, &pain, 2.0);
        frame.draw_values(&mut svg, self.words, &load, step);
        svg.text("strong", frame.left, top - 90, &self.pain_heading());
        svg.text("strong", frame.left, load.top - 90, &self.work_heading(bin));
        if self.series.logged == 0 {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(pain.top, pain.bottom) + 50, &self.words.word("chart-no-pain"));
        } else {
            frame::hatch(&mut svg, frame, &time, &self.series.gaps, pain.top, pain.bottom);
        }
        frame::hatch(&mut svg, frame, &time, &series::gaps(self.work, self.series.gap), load.top, load.bottom);
        frame::draw_rules(&mut svg, self.chart.rules, &time, &pain);
        frame::dots(&mut svg, frame::pen(frame, self.series.days()), &time, &pain, &self.series.values, bin);
        if bin == 1 {
            frame::median(&mut svg, "median", &time, &pain, &self.series.median);
        } else {
            frame::median_of_bins(&mut svg, &time, &pain, &self.series.values, bin);
        }
        draw_bars(&mut svg, &bars, bin, &time, &load);
        frame.draw_floor(&mut svg, pain.bottom);
        frame.draw_floor(&mut svg, load.bottom);
        axis::draw(&mut svg, self.words, frame, &time, load.bottom, self.chart.week_start);
        self.draw_labels(&mut svg, frame, &time, &pain, bin);
        svg.close()
    }

    fn pain_heading(&self) -> String {
        self.words.word(if self.chart.shifted { "chart-double-pain-next" } else { "chart-double-pain" })
    }

    fn work_heading(&self, bin: usize) -> String {
        let args = [("what", capital(&self.what).into()), ("unit", self.chart.unit.into())];
        if bin == 1 {
            self.words.say("chart-double-work", &args)
        } else {
            self.words.say("chart-double-work-mean", &args)
        }
    }

    fn draw_labels(&self, svg: &mut Svg, frame: &Frame, time: &Time, pain: &Linear, bin: usize) {
        let last = self.series.median.iter().rev().flatten().next();
        let n = if bin == 1 { self.chart.window } else { bin };
        let name = self.words.say("chart-median-of-days", &[("n", n.into())]);
        if frame.beside {
            let mut asides: Vec<_> =
                last.map(|last| frame.label_at(pain.y(*last), "t-pain", &name)).into_iter().collect();
            asides.extend(frame::held(self.chart.rules, time, 10.0).map(|(rule, _)| {
                frame.label_at(pain.y(rule.value), "", &self.words.rule(rule.value, "", &rule.label))
            }));
            frame.draw_asides(svg, asides, pain.top - 75, pain.bottom + 40);
            return;
        }
        // The line's name stands beside the heading, so that only the rules' need room on the plot.
        let mut taken: Vec<Area> = Vec::new();
        if self.series.logged == 0 {
            let half = label::width(&self.words.word("chart-no-pain"), frame.em) / 2;
            let (middle, y) = (i32::midpoint(frame.left, frame.right), i32::midpoint(pain.top, pain.bottom) + 50);
            taken.push(Area::of(middle - half, y, half * 2, frame.em));
        }
        if last.is_some() {
            let heading = label::width(&self.pain_heading(), frame.em * 21 / 20);
            let name = label::shorten(&name, frame.em, frame.right - frame.left - heading - 100);
            svg.text("t-pain end", frame.right, pain.top - 90, &name);
        }
        for (rule, _) in frame::held(self.chart.rules, time, 10.0) {
            let y = pain.y(rule.value);
            let text = self.words.rule(rule.value, "", &rule.label);
            let text = label::shorten(&text, frame.em, frame.right - frame.left - 80);
            let width = label::width(&text, frame.em * 21 / 20);
            let places = [-55, 145, -225, 315, -395]
                .into_iter()
                .flat_map(|row| [(frame.right - width - 20, y + row), (frame.left + 40, y + row)]);
            let free = places.map(|(x, baseline)| (x, baseline, Area::of(x, baseline, width, frame.em))).find(
                |(x, baseline, area)| {
                    area.top >= pain.top - 30
                        && *baseline <= pain.bottom - 30
                        && *x >= frame.left
                        && !taken.iter().any(|other| other.meets(area))
                },
            );
            if let Some((x, baseline, area)) = free.filter(|_| !text.is_empty()) {
                svg.text("halo", x, baseline, &text);
                taken.push(area);
            }
        }
    }

    fn title(&self) -> String {
        let args = [("what", self.what.as_str().into()), ("span", self.series.span(self.words).into())];
        self.words.say("chart-double-title", &args)
    }

    fn worked(&self) -> i32 {
        count(self.work.iter().flatten().count())
    }

    fn when(&self) -> Arg<'static> {
        if self.chart.shifted { "after" } else { "on" }.into()
    }

    fn say(&self) -> String {
        let days = self.series.days();
        let both = self.series.values.iter().zip(self.work).filter(|(pain, work)| pain.is_some() && work.is_some());
        let (mut idle, mut busy) = (Vec::new(), Vec::new());
        for (pain, work) in both {
            if *work == Some(0.0) { &mut idle } else { &mut busy }.push(*pain);
        }
        let (busy_days, idle_days) = (count(busy.len()), count(idle.len()));
        let number = |median: Option<f64>| Arg::from(self.words.score(median));
        if days == 0 {
            return self.words.word("chart-no-days");
        }
        let (busy, idle) = (series::median(&busy), series::median(&idle));
        let args = [
            ("busy", number(busy)),
            ("idle", number(idle)),
            ("with", self.words.n(busy_days)),
            ("without", self.words.n(idle_days)),
            ("both", self.words.n(busy_days + idle_days)),
            ("days", self.words.n(days)),
            ("when", self.when()),
            ("work", self.chart.done.key().into()),
        ];
        match (busy, idle) {
            (Some(_), Some(_)) => self.words.say("chart-double-say", &args),
            (Some(_), None) => self.words.say("chart-double-with", &args),
            (None, Some(_)) => self.words.say("chart-double-without", &args),
            (None, None) => self.words.say("chart-double-few", &args),
        }
    }

    fn coverage(&self) -> String {
        self.words.coverage(self.series.logged, self.series.days(), Noted::Score)
    }

    fn how(&self) -> String {
        let bin = frame::bin_of(&Frame::WIDE, self.series);
        let args = [
            ("when", self.when()),
            ("what", self.what.as_str().into()),
            ("unit", self.chart.unit.into()),
            ("coverage", self.coverage().into()),
            ("worked", self.words.n(self.worked())),
        ];
        let mut out = self.words.say("chart-double-how", &args);
        let days = self.series.days();
        if days > 0 && !(self.series.gaps.is_empty() && series::gaps(self.work, self.series.gap).is_empty()) {
            out += "; ";
            out += &self.words.say("chart-hatched", &[("gap", self.words.few(index(self.series.gap)).into())]);
        }
        out += ".";
        if bin > 1 {
            let small = self.words.on_small(count(bin), count(frame::bin_of(&Frame::NARROW, self.series)));
            out.push(' ');
            out += &self.words.say("chart-double-bins", &[("bin", bin.into()), ("small", small.into())]);
        }
        for (rule, _) in frame::held(self.chart.rules, &Frame::WIDE.time(self.series.first, days), 10.0) {
            let text = self.words.rule(rule.value, "", &rule.label);
            if !label::is_whole(&Frame::WIDE.label_at(0, "", &text).lines) {
                out.push(' ');
                out += &self.words.say("chart-dashed-line", &[("line", text.into())]);
            }
        }
        out.push(' ');
        out + &self.words.word("chart-double-caveat")
    }

    fn describe(&self) -> String {
        let most = self.work.iter().flatten().copied().fold(0.0, f64::max);
        let args = [
            ("span", self.series.span(self.words).into()),
            ("when", self.when()),
            ("coverage", self.coverage().into()),
            ("range", self.series.range_in(self.words).into()),
            ("what", self.what.as_str().into()),
            ("most", self.words.number(most).into()),
            ("unit", self.chart.unit.into()),
            ("say", self.say().into()),
        ];
        self.words.say("chart-double-desc", &args)
    }

    fn tabulate(&self) -> Table {
        let work = format!("{}, {}", capital(&self.what), self.chart.unit);
        let caption = |by: &str| {
            let args =
                [("what", self.what.as_str().into()), ("by", by.into()), ("span", self.series.span(self.words).into())];
            self.words.say("chart-double-table", &args)
        };
        let days = self.series.days();
        if days <= 60 {
            let row = |day: usize| {
                vec![
                    self.words.short(self.series.date(count(day))),
                    self.words.score(self.series.values[day]),
                    self.words.score(self.work[day]),
                ]
            };
            return Table {
                caption: caption("day"),
                head: vec![
                    self.words.word("day"),
                    self.words.word(if self.chart.shifted { "chart-pain-next-day" } else { "pain" }),
                    work,
                ],
                rows: (0..self.work.len()).map(row).collect(),
            };
        }
        let mut rows = Vec::new();
        for (start, week) in weeks(self.series.first, days, self.chart.week_start) {
            let scores = &self.series.values[week.clone()];
            let work: f64 = self.work[week.clone()].iter().flatten().sum();
            rows.push(vec![
                self.words.short(super::scale::date_of(self.series.first + start)),
                format!("{}/{}", scores.iter().flatten().count(), week.len()),
                self.words.score(series::median(scores)),
                self.words.number(work),
            ]);
        }
        Table {
            caption: caption("week"),
            head: vec![
                self.words.word("chart-week-of"),
                self.words.word("chart-days-with-score"),
                self.words.word(if self.chart.shifted { "chart-median-next-day" } else { "chart-median-of-pain" }),
                work,
            ],
            rows,
        }
    }
}

/// Returns each week of some days: the day it begins, which may lie before the first, and the days of it that there are.
pub(super) fn weeks(first: i32, days: i32, start: Weekday) -> Vec<(i32, std::ops::Range<usize>)> {
    let offset = into_week(first, start);
    let mut all = Vec::new();
    let mut from = -offset;
    while from < days {
        all.push((from, index(from.max(0))..index((from + 7).min(days))));
        from += 7;
    }
    all
}

/// Returns the mean of the known days, 0 where none is, which the hatching then tells.
fn mean(days: &[Option<f64>]) -> f64 {
    let known = count(days.iter().flatten().count());
    if known == 0 { 0.0 } else { days.iter().flatten().sum::<f64>() / f64::from(known) }
}

fn draw_bars(svg: &mut Svg, bars: &[f64], bin: usize, time: &Time, load: &Linear) {
    let mut path = svg.path("run");
    for (at, &work) in bars.iter().enumerate().filter(|(_, work)| **work > 0.0) {
        let (left, right) = (time.edge(count(at * bin)), time.edge(count((at + 1) * bin).min(time.days)));
        let width = ((right - left) * 7 / 10).clamp(8, 120);
        path.bar(i32::midpoint(left, right) - width / 2, load.bottom, width, load.height(work).max(8));
    }
}
