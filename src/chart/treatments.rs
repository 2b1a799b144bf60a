//! Lanes of what was done, one a type, under the pain of the same days.

use crate::language::Language;
use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::scale::{Linear, Time, amount, count, rounded};
use super::series::Series;
use super::svg::{Root, Svg};
use super::words::{Noted, Words};
use super::{Band, Figure, Table, axis, label, phases};

/// Pain and lanes over some days.
#[derive(Clone, Debug)]
pub struct Treatments<'a> {
    /// The first day.
    pub first: Date,
    /// The worst pain of each day, none where it is not known.
    pub values: &'a [Option<f64>],
    /// The rolling median of each day.
    pub median: &'a [Option<f64>],
    /// The types.
    pub lanes: &'a [Lane],
    /// The phases.
    pub bands: &'a [Band],
    /// Whether the table has a column for costs.
    pub costs: bool,
    /// Whether the table has a column for who gave them.
    pub providers: bool,
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// A type with its sessions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Its name.
    pub name: String,
    /// Its sessions, in order of days.
    pub visits: Vec<Visit>,
    /// What they cost, one amount for each currency, as written for people.
    pub costs: Vec<String>,
    /// Who gave them, each once.
    pub providers: Vec<String>,
    /// The middle of the medians of pain over the seven days before and the seven after its days.
    pub around: Option<(f64, f64)>,
    /// Days of it that have both medians.
    pub compared: usize,
    /// Days on which it was had.
    pub days: usize,
}

/// One session.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Visit {
    /// Its day.
    pub day: Date,
    /// How long it took, if known.
    pub minutes: Option<f64>,
}

/// The drawing across the page, with more room for the lanes' names than other plots need.
const WIDE: Frame = Frame { right: 8200, ..Frame::WIDE };

/// More lanes than this are in the table alone.
const LANES: usize = 12;

/// Draws lanes under pain and says what they hold.
#[must_use]
pub fn draw(chart: &Treatments, language: &Language, id: &str) -> Figure {
    let mut lanes: Vec<&Lane> = chart.lanes.iter().filter(|lane| !lane.visits.is_empty()).collect();
    lanes.sort_by(|a, b| b.visits.len().cmp(&a.visits.len()).then_with(|| a.name.cmp(&b.name)));
    let plot = Plot {
        chart,
        words: Words::of(language),
        series: Series::new(chart.first, chart.values, chart.median),
        lanes,
        id,
    };
    let title = plot.words.say("chart-treatments-title", &[("span", plot.series.span(plot.words).into())]);
    let desc = plot.describe();
    Figure {
        say: plot.say(),
        how: plot.how(),
        wide: plot.draw(&WIDE, &title, &desc),
        narrow: plot.draw(&Frame::NARROW, &title, &desc),
        notes: Vec::new(),
        table: plot.tabulate(),
    }
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Treatments<'a>,
    words: Words<'a>,
    series: Series,
    /// The lanes that have sessions, the most frequent first.
    lanes: Vec<&'a Lane>,
    id: &'a str,
}

/// The ticks of a lane: where, minutes together, and whether any length is not known.
struct Tick {
    x: i32,
    minutes: f64,
    unknown: bool,
}

impl Plot<'_> {
    fn shown(&self) -> &[&Lane] {
        &self.lanes[..self.lanes.len().min(LANES)]
    }

    fn draw(&self, frame: &Frame, title: &str, desc: &str) -> String {
        let time = frame.time(self.series.first, self.series.days());
        let phases = phases::lay_out(self.chart.bands, frame, &time);
        let top = phases.height.max(90) + 40;
        let pain = Linear { max: 10.0, top, bottom: top + if frame.beside { 1400 } else { 1600 } };
        let pitch = if frame.beside { 340 } else { 430 };
        let lanes = pain.bottom + 120;
        let bottom = lanes + pitch * count(self.shown().len().max(1)) + 40;
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: bottom + axis::DEPTH,
            id: self.id,
            suffix: frame.suffix,
            title,
            desc,
        };
        let mut svg = Svg::open(&root, 8192);
        phases.draw(&mut svg, frame, bottom);
        frame.draw_values(&mut svg, self.words, &pain, 2.0);
        if self.series.logged > 0 {
            frame::hatch(&mut svg, frame, &time, &self.series.gaps, pain.top, pain.bottom);
        }
        frame.draw_floor(&mut svg, pain.bottom);
        self.draw_pain(&mut svg, frame, &time, &pain);
        let ticks: Vec<Vec<Tick>> = self.shown().iter().map(|lane| self.ticks(frame, &time, lane)).collect();
        let most = ticks.iter().flatten().map(|tick| tick.minutes).fold(1.0, f64::max);
        let mut asides = vec![frame.label_at(pain.top, "", &self.words.word("chart-worst"))];
        asides.extend(
            self.line_end(frame)
                .map(|last| frame.label_at(pain.y(last), "t-pain", &self.words.word("chart-treatments-line"))),
        );
        for (row, (lane, ticks)) in self.shown().iter().zip(&ticks).enumerate() {
            let foot = lanes + pitch * (count(row) + 1) - 40;
            draw_ticks(&mut svg, &time, foot, ticks, most);
            if frame.beside {
                asides.push(frame.label_at(foot - 110, "t-name", &named(lane, self.words)));
            } else {
                let text = label::shorten(&named(lane, self.words), frame.em, frame.right - frame.left);
                svg.text("t-name halo", frame.left, foot - 255, &text);
            }
        }
        if frame.beside {
            frame.draw_asides(&mut svg, asides, top - 75, bottom + 40);
        }
        if self.lanes.is_empty() {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, lanes + 230, &self.words.word("chart-treatments-nothing"));
        }
        frame.draw_floor(&mut svg, bottom);
        axis::draw(&mut svg, self.words, frame, &time, bottom, self.chart.week_start);
        svg.close()
    }

    fn draw_pain(&self, svg: &mut Svg, frame: &Frame, time: &Time, pain: &Linear) {
        if self.series.logged == 0 {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(pain.top, pain.bottom) + 50, &self.words.word("chart-no-pain"));
            return;
        }
        let bin = frame::bin_of(frame, &self.series);
        let pen = if self.series.days() <= 120 { 54 } else { 40 };
        frame::dots(svg, pen, time, pain, &self.series.values, bin);
        if bin == 1 {
            frame::median(svg, "median", time, pain, &self.series.median);
        } else {
            frame::median_of_bins(svg, time, pain, &self.series.values, bin);
        }
    }

    /// Returns where the line of medians ends.
    fn line_end(&self, frame: &Frame) -> Option<f64> {
        match frame::bin_of(frame, &self.series) {
            1 => self.series.median.iter().rev().flatten().next().copied(),
            bin => self.series.values.chunks(bin).rev().find_map(super::series::median),
        }
    }

    /// Returns the ticks of a lane: one for each day, or for each stretch of days where there are too many.
    fn ticks(&self, frame: &Frame, time: &Time, lane: &Lane) -> Vec<Tick> {
        let bin = count(frame::bin_of(frame, &self.series)).max(1);
        let mut ticks: Vec<Tick> = Vec::new();
        for visit in &lane.visits {
            let Some(day) = time.place(visit.day) else { continue };
            let from = day / bin * bin;
            let x = i32::midpoint(time.edge(from), time.edge((from + bin).min(time.days)));
            let minutes = visit.minutes.map_or(0.0, amount);
            let unknown = visit.minutes.is_none();
            match ticks.last_mut().filter(|tick| tick.x == x) {
                Some(tick) => {
                    tick.minutes += minutes;
                    tick.unknown |= unknown;
                }
                None => ticks.push(Tick { x, minutes, unknown }),
            }
        }
        ticks
    }

    fn sessions(&self) -> i32 {
        count(self.lanes.iter().map(|lane| lane.visits.len()).sum())
    }

    fn say(&self) -> String {
        let n = self.sessions();
        let days = self.words.n(self.series.days());
        let Some(most) = self.lanes.first() else { return self.words.say("chart-treatments-none", &[("days", days)]) };
        let args = [
            ("n", self.words.n(n)),
            ("types", self.words.n(count(self.lanes.len()))),
            ("days", days),
            ("name", most.name.trim().into()),
            ("times", self.words.n(count(most.visits.len()))),
        ];
        let mut out = if self.lanes.len() > 1 {
            self.words.say("chart-treatments-types", &args)
        } else {
            self.words.say("chart-treatments-type", &args)
        };
        let known: Vec<f64> =
            self.lanes.iter().flat_map(|lane| &lane.visits).filter_map(|visit| visit.minutes).collect();
        let hours = known.iter().map(|&minutes| amount(minutes)).sum::<f64>() / 60.0;
        let known = count(known.len());
        let hours = [("hours", self.words.number(hours).into()), ("n", self.words.n(known))];
        if known > 0 {
            out += "; ";
            out += &match known == n {
                true => self.words.say("chart-treatments-hours", &hours),
                false => self.words.say("chart-treatments-hours-known", &hours),
            };
        }
        out + "."
    }

    fn coverage(&self) -> String {
        self.words.coverage(self.series.logged, self.series.days(), Noted::Score)
    }

    fn how(&self) -> String {
        let mut out = self.words.say("chart-treatments-how", &[("coverage", self.coverage().into())]);
        if self.lanes.is_empty() {
            return out;
        }
        let (wide, narrow) = (frame::bin_of(&WIDE, &self.series), frame::bin_of(&Frame::NARROW, &self.series));
        let time = WIDE.time(self.series.first, self.series.days());
        let ticks = self.shown().iter().flat_map(|lane| self.ticks(&WIDE, &time, lane));
        let most = ticks.map(|tick| tick.minutes).fold(0.0, f64::max);
        let tallest = if most > 0.0 { self.words.number(most) } else { "none".to_owned() };
        let args = [("bin", wide.into()), ("narrow", narrow.into()), ("tallest", tallest.into())];
        out.push(' ');
        out += &self.words.say("chart-treatments-lanes", &args);
        if self.lanes.iter().flat_map(|lane| &lane.visits).any(|visit| visit.minutes.is_none()) {
            out += "; ";
            out += &self.words.word("chart-treatments-dot");
        }
        out += ". ";
        if self.lanes.len() > LANES {
            let args = [("n", LANES.into()), ("types", self.lanes.len().into())];
            out += &self.words.say("chart-treatments-most", &args);
            out.push(' ');
        }
        out + &self.words.word("chart-treatments-note")
    }

    fn describe(&self) -> String {
        let args = [
            ("span", self.series.span(self.words).into()),
            ("coverage", self.coverage().into()),
            ("range", self.series.range_in(self.words).into()),
            ("say", self.say().into()),
        ];
        let mut out = vec![self.words.say("chart-treatments-desc", &args)];
        for lane in self.lanes.iter().take(LANES) {
            if let (Some(first), Some(last)) = (lane.visits.first(), lane.visits.last()) {
                let args = [
                    ("name", lane.name.trim().into()),
                    ("n", self.words.n(count(lane.visits.len()))),
                    ("first", self.words.long(first.day).into()),
                    ("last", self.words.long(last.day).into()),
                ];
                out.push(match first.day == last.day {
                    true => self.words.say("chart-treatments-on", &args),
                    false => self.words.say("chart-treatments-between", &args),
                });
            }
        }
        out.join(" ")
    }

    fn tabulate(&self) -> Table {
        let mut head = vec!["treatment", "sessions", "chart-minutes"];
        if self.chart.costs {
            head.push("cost");
        }
        if self.chart.providers {
            head.push("chart-by");
        }
        head.extend(["chart-pain-before", "chart-pain-after", "chart-days-compared"]);
        let row = |lane: &&Lane| {
            let known: Vec<f64> = lane.visits.iter().filter_map(|visit| visit.minutes).map(amount).collect();
            let mut minutes = if known.is_empty() { "–".to_owned() } else { self.words.number(known.iter().sum()) };
            if !known.is_empty() && known.len() < lane.visits.len() {
                minutes += &format!(" ({})", self.words.say("chart-minutes-known", &[("n", known.len().into())]));
            }
            let mut row = vec![lane.name.trim().to_owned(), self.words.whole(count(lane.visits.len())), minutes];
            let list = |items: &[String]| if items.is_empty() { "–".to_owned() } else { items.join(", ") };
            if self.chart.costs {
                row.push(list(&lane.costs));
            }
            if self.chart.providers {
                row.push(list(&lane.providers));
            }
            row.push(self.words.score(lane.around.map(|(before, _)| before)));
            row.push(self.words.score(lane.around.map(|(_, after)| after)));
            row.push(self.words.of_all(lane.compared, lane.days));
            row
        };
        let span = self.series.span(self.words);
        Table {
            caption: self.words.say("chart-treatments-table", &[("span", span.into())]),
            head: head.into_iter().map(|id| self.words.word(id)).collect(),
            rows: self.lanes.iter().map(row).collect(),
        }
    }
}

/// Returns a lane's name with how often.
fn named(lane: &Lane, words: Words<'_>) -> String {
    format!("{} {}", lane.name.trim(), words.whole(count(lane.visits.len())))
}

fn draw_ticks(svg: &mut Svg, time: &Time, foot: i32, ticks: &[Tick], most: f64) {
    svg.line("grid", (time.left, foot), (time.right, foot));
    {
        let mut path = svg.path("tick");
        for tick in ticks.iter().filter(|tick| tick.minutes > 0.0 || !tick.unknown) {
            path.start(tick.x, foot);
            path.line(tick.x, foot - rounded(tick.minutes / most * 200.0).max(16));
        }
    }
    let mut path = svg.dots_of("treated", 54);
    ticks.iter().filter(|tick| tick.unknown).for_each(|tick| path.dot(tick.x, foot - 35));
}
