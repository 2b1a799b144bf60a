//! Pain and what was done, two panels on the same days; pain may stand a day earlier than it was felt.

use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::label::{self, Area};
use super::scale::{Linear, Time, amount, count, index, into_week, nice_short};
use super::series::{self, Series};
use super::svg::{Root, Svg};
use super::{Band, Figure, Rule, Table, axis, phases, words};

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
    /// What the work is, such as "distance run".
    pub what: &'a str,
    /// What a day has on which it was done, such as "a run".
    pub deed: &'a str,
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
pub fn draw(chart: &Double, id: &str) -> Figure {
    let series = Series::new(chart.first, chart.pain, chart.median);
    let work: Vec<Option<f64>> =
        (0..chart.pain.len()).map(|day| chart.work.get(day).copied().flatten().map(amount)).collect();
    let plot = Plot { chart, series: &series, work: &work, id };
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
    series: &'a Series,
    work: &'a [Option<f64>],
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
        frame.draw_values(&mut svg, &pain, 2.0);
        frame.draw_values(&mut svg, &load, step);
        svg.text("strong", frame.left, top - 90, self.pain_heading());
        svg.text("strong", frame.left, load.top - 90, &self.work_heading(bin));
        if self.series.logged == 0 {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(pain.top, pain.bottom) + 50, "No pain noted on these days");
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
        axis::draw(&mut svg, frame, &time, load.bottom, self.chart.week_start);
        self.draw_labels(&mut svg, frame, &time, &pain, bin);
        svg.close()
    }

    fn pain_heading(&self) -> &'static str {
        if self.chart.shifted { "Pain next day, 0–10" } else { "Pain, 0–10, up is worse" }
    }

    fn work_heading(&self, bin: usize) -> String {
        let (what, unit) = (capital(self.chart.what), self.chart.unit);
        if bin == 1 { format!("{what}, {unit} a day") } else { format!("{what}, mean {unit} a day") }
    }

    fn draw_labels(&self, svg: &mut Svg, frame: &Frame, time: &Time, pain: &Linear, bin: usize) {
        let last = self.series.median.iter().rev().flatten().next();
        let name = format!("{}-day median", if bin == 1 { self.chart.window } else { bin });
        if frame.beside {
            let mut asides: Vec<_> =
                last.map(|last| frame.label_at(pain.y(*last), "t-pain", &name)).into_iter().collect();
            asides
                .extend(frame::held(self.chart.rules, time, 10.0).map(|(rule, _)| {
                    frame.label_at(pain.y(rule.value), "", &words::rule(rule.value, "", &rule.label))
                }));
            frame.draw_asides(svg, asides, pain.top - 75, pain.bottom + 40);
            return;
        }
        // The line's name stands beside the heading, so that only the rules' need room on the plot.
        let mut taken: Vec<Area> = Vec::new();
        if self.series.logged == 0 {
            let half = label::width("No pain noted on these days", frame.em) / 2;
            let (middle, y) = (i32::midpoint(frame.left, frame.right), i32::midpoint(pain.top, pain.bottom) + 50);
            taken.push(Area::of(middle - half, y, half * 2, frame.em));
        }
        if last.is_some() {
            svg.text("t-pain end", frame.right, pain.top - 90, &name);
        }
        for (rule, _) in frame::held(self.chart.rules, time, 10.0) {
            let y = pain.y(rule.value);
            let text = words::rule(rule.value, "", &rule.label);
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
        format!("Pain and {}, {}", self.chart.what, self.series.span())
    }

    fn worked(&self) -> i32 {
        count(self.work.iter().flatten().count())
    }

    fn say(&self) -> String {
        let days = self.series.days();
        let both = self.series.values.iter().zip(self.work).filter(|(pain, work)| pain.is_some() && work.is_some());
        let (mut idle, mut busy) = (Vec::new(), Vec::new());
        for (pain, work) in both {
            if *work == Some(0.0) { &mut idle } else { &mut busy }.push(*pain);
        }
        let (n_busy, n_idle) = (busy.len(), idle.len());
        let when = if self.chart.shifted { "on the day after" } else { "on" };
        match (series::median(&busy), series::median(&idle)) {
            _ if days == 0 => "No days yet.".to_owned(),
            (Some(a), Some(b)) => format!(
                "Pain had a median of {} {when} {} with {} and of {} {when} {} without.",
                words::number(a),
                words::count(count(n_busy), "day"),
                self.chart.deed,
                words::number(b),
                count(n_idle)
            ),
            (Some(a), None) => format!(
                "Pain had a median of {} {when} {} with {}; too few days without have a score to compare.",
                words::number(a),
                words::count(count(n_busy), "day"),
                self.chart.deed
            ),
            (None, Some(b)) => format!(
                "Pain had a median of {} {when} {} without {}; too few days with it have a score to compare.",
                words::number(b),
                words::count(count(n_idle), "day"),
                self.chart.deed
            ),
            (None, None) => format!("Too few to say: {} of {} have both.", n_busy + n_idle, words::count(days, "day")),
        }
    }

    fn how(&self) -> String {
        let bin = frame::bin_of(&Frame::WIDE, self.series);
        let mut out = if self.chart.shifted {
            "Above each day stands the pain of the day after, 0–10, up is worse".to_owned()
        } else {
            "Pain 0–10, up is worse".to_owned()
        };
        out += &format!("; below, {} in {}. ", self.chart.what, self.chart.unit);
        let days = self.series.days();
        out += &words::coverage(self.series.logged, days, "a score");
        out += &format!(", {} with an entry", self.worked());
        if days > 0 && !(self.series.gaps.is_empty() && series::gaps(self.work, self.series.gap).is_empty()) {
            out += &format!("; hatched where {} days or more have none", words::few(index(self.series.gap)));
        }
        out += ".";
        if bin > 1 {
            let narrow = frame::bin_of(&Frame::NARROW, self.series);
            let small = if narrow == bin { String::new() } else { format!(" ({narrow} on small screens)") };
            out += &format!(
                " A dot is a score noted within {bin} days{small}, a bar the mean of the days of it that have an entry."
            );
        }
        for (rule, _) in frame::held(self.chart.rules, &Frame::WIDE.time(self.series.first, days), 10.0) {
            let text = words::rule(rule.value, "", &rule.label);
            if !label::is_whole(&Frame::WIDE.label_at(0, "", &text).lines) {
                out += &format!(" The dashed line is {text}.");
            }
        }
        out + " What stands together need not belong together."
    }

    fn describe(&self) -> String {
        let mut out = format!(
            "Two panels on the same days, {}. Above, a dot for the worst pain of each day{}, {}",
            self.series.span(),
            if self.chart.shifted { ", drawn a day earlier" } else { "" },
            words::coverage(self.series.logged, self.series.days(), "a score")
        );
        if let Some((least, worst, ..)) = self.series.range() {
            out += &format!(", from {} to {}", words::number(least), words::number(worst));
        }
        let most = self.work.iter().flatten().copied().fold(0.0, f64::max);
        out += &format!(
            ". Below, bars for {}, at most {} {} a day. ",
            self.chart.what,
            words::number(most),
            self.chart.unit
        );
        out + &self.say()
    }

    fn tabulate(&self) -> Table {
        let pain = if self.chart.shifted { "Pain next day" } else { "Pain" };
        let work = format!("{}, {}", capital(self.chart.what), self.chart.unit);
        let days = self.series.days();
        if days <= 60 {
            let row = |day: usize| {
                vec![
                    words::short(self.series.date(count(day))),
                    words::score(self.series.values[day]),
                    words::score(self.work[day]),
                ]
            };
            return Table {
                caption: format!("Pain and {} by day, {}", self.chart.what, self.series.span()),
                head: vec!["Day".to_owned(), pain.to_owned(), work],
                rows: (0..self.work.len()).map(row).collect(),
            };
        }
        let mut rows = Vec::new();
        for (start, week) in weeks(self.series.first, days, self.chart.week_start) {
            let scores = &self.series.values[week.clone()];
            let work: f64 = self.work[week.clone()].iter().flatten().sum();
            rows.push(vec![
                words::short(super::scale::date_of(self.series.first + start)),
                format!("{}/{}", scores.iter().flatten().count(), week.len()),
                words::score(series::median(scores)),
                words::number(work),
            ]);
        }
        Table {
            caption: format!("Pain and {} by week, {}", self.chart.what, self.series.span()),
            head: ["Week of", "Days with a score", &format!("Median of {}", pain.to_lowercase()), &work]
                .map(str::to_owned)
                .to_vec(),
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

/// Returns a text with its first letter large.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
