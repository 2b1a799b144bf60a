//! The means of the last 7 days and of the last 28, in units of load, over the days themselves.

use jiff::civil::{Date, Weekday};

use super::double::{capital, weeks};
use super::frame::{self, Frame};
use super::label;
use super::scale::{Linear, Time, amount, count, date_of, day_number, nice_short};
use super::svg::{Root, Svg};
use super::{Figure, Table, axis, words};

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
    /// What the work is, such as "distance run".
    pub what: &'a str,
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
pub fn draw(chart: &Means, id: &str) -> Figure {
    let work: Vec<Option<f64>> = chart.work.iter().map(|value| value.map(amount)).collect();
    let fit = |values: &[Option<f64>]| -> Vec<Option<f64>> {
        (0..work.len()).map(|day| values.get(day).copied().flatten().map(amount)).collect()
    };
    let plot =
        Plot { chart, acute: fit(chart.acute), chronic: fit(chart.chronic), first: day_number(chart.first), work, id };
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
    work: Vec<Option<f64>>,
    acute: Vec<Option<f64>>,
    chronic: Vec<Option<f64>>,
    first: i32,
    id: &'a str,
}

/// The names of the two lines, from the right.
const NAMES: [(&str, &str); 2] = [("strong end", "28-day mean"), ("t-run end", "7-day mean")];

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
        frame.draw_values(&mut svg, &scale, step);
        frame::hatch(&mut svg, frame, &time, &super::series::gaps(&self.work, 5.max(self.days() / 100)), top, bottom);
        if self.work.iter().all(Option::is_none) {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(top, bottom) + 50, "Nothing noted on these days");
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
        axis::draw(&mut svg, frame, &time, bottom, self.chart.week_start);
        self.draw_names(&mut svg, frame);
        svg.close()
    }

    /// Draws the lines' names above the plot: where too little was noted a line ends long before the plot does.
    fn draw_names(&self, svg: &mut Svg, frame: &Frame) {
        let named = NAMES.iter().zip([&self.chronic, &self.acute]).filter(|(_, line)| line.iter().any(Option::is_some));
        let mut right = frame.right;
        for ((class, name), _) in named {
            svg.text(class, right, 150, name);
            right -= label::width(name, frame.em * 21 / 20) + 220;
        }
    }

    fn title(&self) -> String {
        let last = date_of(self.first + (self.days() - 1).max(0));
        format!("{}: means over 7 and 28 days, {}", capital(self.chart.what), words::span(self.chart.first, last))
    }

    fn known(&self) -> String {
        words::coverage(count(self.work.iter().flatten().count()), self.days(), "an entry")
    }

    fn say(&self) -> String {
        let last = |values: &[Option<f64>]| values.last().copied().flatten();
        let unit = self.chart.unit;
        match (last(&self.acute), last(&self.chronic)) {
            _ if self.work.is_empty() => "No days yet.".to_owned(),
            (Some(acute), Some(chronic)) => format!(
                "The last 7 days had a mean of {} {unit} a day, the last 28 of {}.",
                words::number(acute),
                words::number(chronic)
            ),
            (Some(acute), None) => format!(
                "The last 7 days had a mean of {} {unit} a day; too few of the last 28 are known to say theirs.",
                words::number(acute)
            ),
            _ => "Too few to say: a mean needs six of the last 7 days, or 23 of the last 28.".to_owned(),
        }
    }

    fn how(&self) -> String {
        format!(
            "{}, {} a day; a dot is what was done on a day, the lines are means up to each day, over 28 days dashed. {}. {} {}",
            capital(self.chart.what),
            self.chart.unit,
            self.known(),
            self.chart.ratio,
            self.chart.critique
        )
    }

    fn describe(&self) -> String {
        let most = self.work.iter().flatten().copied().fold(0.0, f64::max);
        format!(
            "Two lines over dots, {} in {}, {}, at most {} a day. {}",
            self.chart.what,
            self.chart.unit,
            self.known(),
            words::number(most),
            self.say()
        )
    }

    fn tabulate(&self) -> Table {
        let head = |first: &str, work: &str| [first, work, "7-day mean", "28-day mean"].map(str::to_owned).to_vec();
        let work = format!("{}, {}", capital(self.chart.what), self.chart.unit);
        let cells = |day: usize| [words::score(self.acute[day]), words::score(self.chronic[day])];
        let date = |day: i32| words::short(date_of(self.first + day));
        if self.days() <= 60 {
            let row = |day: usize| [vec![date(count(day)), words::score(self.work[day])], cells(day).to_vec()].concat();
            return Table {
                caption: self.title(),
                head: head("Day", &work),
                rows: (0..self.work.len()).map(row).collect(),
            };
        }
        let row = |(start, days): (i32, std::ops::Range<usize>)| {
            let sum: f64 = self.work[days.clone()].iter().flatten().sum();
            [vec![date(start), words::number(sum)], cells(days.end - 1).to_vec()].concat()
        };
        Table {
            caption: self.title() + ", by week, the means on its last day",
            head: head("Week of", &work),
            rows: weeks(self.first, self.days(), self.chart.week_start).into_iter().map(row).collect(),
        }
    }
}
