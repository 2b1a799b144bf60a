//! Lanes of what was done, one a type, under the pain of the same days.

use jiff::civil::{Date, Weekday};

use super::frame::{self, Frame};
use super::scale::{Linear, Time, amount, count, rounded};
use super::series::Series;
use super::svg::{Root, Svg};
use super::{Band, Figure, Table, axis, label, phases, words};

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

/// What is said wherever pain before and after a treatment stands side by side.
const CAVEAT: &str = "not evidence of effect: pain also rises and falls by itself, and other things changed too";

/// Draws lanes under pain and says what they hold.
#[must_use]
pub fn draw(chart: &Treatments, id: &str) -> Figure {
    let mut lanes: Vec<&Lane> = chart.lanes.iter().filter(|lane| !lane.visits.is_empty()).collect();
    lanes.sort_by(|a, b| b.visits.len().cmp(&a.visits.len()).then_with(|| a.name.cmp(&b.name)));
    let plot = Plot { chart, series: Series::new(chart.first, chart.values, chart.median), lanes, id };
    let title = format!("Treatments and pain, {}", plot.series.span());
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
        frame.draw_values(&mut svg, &pain, 2.0);
        if self.series.logged > 0 {
            frame::hatch(&mut svg, frame, &time, &self.series.gaps, pain.top, pain.bottom);
        }
        frame.draw_floor(&mut svg, pain.bottom);
        self.draw_pain(&mut svg, frame, &time, &pain);
        let ticks: Vec<Vec<Tick>> = self.shown().iter().map(|lane| self.ticks(frame, &time, lane)).collect();
        let most = ticks.iter().flatten().map(|tick| tick.minutes).fold(1.0, f64::max);
        let mut asides = vec![frame.label_at(pain.top, "", "10: worst")];
        asides.extend(self.line_end(frame).map(|last| frame.label_at(pain.y(last), "t-pain", "median")));
        for (row, (lane, ticks)) in self.shown().iter().zip(&ticks).enumerate() {
            let foot = lanes + pitch * (count(row) + 1) - 40;
            draw_ticks(&mut svg, &time, foot, ticks, most);
            if frame.beside {
                asides.push(frame.label_at(foot - 110, "t-name", &named(lane)));
            } else {
                let text = label::shorten(&named(lane), frame.em, frame.right - frame.left);
                svg.text("t-name halo", frame.left, foot - 255, &text);
            }
        }
        if frame.beside {
            frame.draw_asides(&mut svg, asides, top - 75, bottom + 40);
        }
        if self.lanes.is_empty() {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, lanes + 230, "No treatment on these days");
        }
        frame.draw_floor(&mut svg, bottom);
        axis::draw(&mut svg, frame, &time, bottom, self.chart.week_start);
        svg.close()
    }

    fn draw_pain(&self, svg: &mut Svg, frame: &Frame, time: &Time, pain: &Linear) {
        if self.series.logged == 0 {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, i32::midpoint(pain.top, pain.bottom) + 50, "No pain noted on these days");
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
        let (n, types) = (self.sessions(), count(self.lanes.len()));
        let days = words::count(self.series.days(), "day");
        let Some(most) = self.lanes.first() else { return format!("No treatment was noted in {days}.") };
        let mut out = words::count(n, "treatment");
        if types > 1 {
            out += &format!(" of {types} types");
        }
        out += &format!(" in {days}");
        if types > 1 {
            out += &format!(", most often {} ({})", most.name.trim(), words::whole(count(most.visits.len())));
        } else {
            out += &format!(", all {}", most.name.trim());
        }
        let known: Vec<f64> =
            self.lanes.iter().flat_map(|lane| &lane.visits).filter_map(|visit| visit.minutes).collect();
        let hours = known.iter().map(|&minutes| amount(minutes)).sum::<f64>() / 60.0;
        match count(known.len()) {
            0 => {}
            known if known == n => out += &format!("; {} hours in all", words::number(hours)),
            known => out += &format!("; {} hours in the {known} whose length is known", words::number(hours)),
        }
        out + "."
    }

    fn how(&self) -> String {
        let mut out = "Above, the worst pain of each day, 0–10, up is worse, with its median".to_owned();
        out += &format!(" ({}). ", words::coverage(self.series.logged, self.series.days(), "a score"));
        if self.lanes.is_empty() {
            return out.trim_end().to_owned();
        }
        out += "Below, a lane for each type: ";
        let (wide, narrow) = (frame::bin_of(&WIDE, &self.series), frame::bin_of(&Frame::NARROW, &self.series));
        out += &match wide {
            1 => "a tick is a day".to_owned(),
            bin => format!("a tick is the sum of {bin} days ({narrow} on small screens)"),
        };
        out += ", the taller the more minutes";
        let time = WIDE.time(self.series.first, self.series.days());
        let ticks = self.shown().iter().flat_map(|lane| self.ticks(&WIDE, &time, lane));
        let most = ticks.map(|tick| tick.minutes).fold(0.0, f64::max);
        if most > 0.0 {
            out += &format!(" (the tallest is {})", words::number(most));
        }
        if self.lanes.iter().flat_map(|lane| &lane.visits).any(|visit| visit.minutes.is_none()) {
            out += "; a dot is one of unknown length";
        }
        out += ".";
        if self.lanes.len() > LANES {
            out += &format!(" The {LANES} most frequent of {} types; the table has all.", self.lanes.len());
        }
        out + " That two things happened in the same weeks does not say that one did the other."
    }

    fn describe(&self) -> String {
        let mut out = format!("Two panels, {}. Above, dots for the worst pain of each day", self.series.span());
        out += &format!(", {}", words::coverage(self.series.logged, self.series.days(), "a score"));
        if let Some((least, worst, ..)) = self.series.range() {
            out += &format!(", from {} to {}", words::number(least), words::number(worst));
        }
        out += ". Below, ticks for the days of each type of treatment. ";
        out += &self.say();
        for lane in self.lanes.iter().take(LANES) {
            out += &format!(" {}: {}", lane.name.trim(), words::count(count(lane.visits.len()), "session"));
            if let (Some(first), Some(last)) = (lane.visits.first(), lane.visits.last()) {
                out += &match first.day == last.day {
                    true => format!(" on {}.", words::long(first.day)),
                    false => format!(" between {} and {}.", words::long(first.day), words::long(last.day)),
                };
            }
        }
        out
    }

    fn tabulate(&self) -> Table {
        let mut head = vec!["Treatment", "Sessions", "Minutes"];
        if self.chart.costs {
            head.push("Cost");
        }
        if self.chart.providers {
            head.push("By");
        }
        head.extend(["Pain 7 days before", "Pain 7 days after", "Days compared"]);
        let row = |lane: &&Lane| {
            let known: Vec<f64> = lane.visits.iter().filter_map(|visit| visit.minutes).map(amount).collect();
            let mut minutes = if known.is_empty() { "–".to_owned() } else { words::number(known.iter().sum()) };
            if !known.is_empty() && known.len() < lane.visits.len() {
                minutes += &format!(" ({} known)", known.len());
            }
            let mut row = vec![lane.name.trim().to_owned(), words::whole(count(lane.visits.len())), minutes];
            let list = |items: &[String]| if items.is_empty() { "–".to_owned() } else { items.join(", ") };
            if self.chart.costs {
                row.push(list(&lane.costs));
            }
            if self.chart.providers {
                row.push(list(&lane.providers));
            }
            row.push(words::score(lane.around.map(|(before, _)| before)));
            row.push(words::score(lane.around.map(|(_, after)| after)));
            row.push(format!("{} of {}", lane.compared, lane.days));
            row
        };
        let caption = format!(
            "Treatments by type, {}. Pain is the median, over the days of a type, of the medians of the seven days \
             before and of the seven after, where both have four scores; {CAVEAT}",
            self.series.span()
        );
        Table {
            caption,
            head: head.into_iter().map(str::to_owned).collect(),
            rows: self.lanes.iter().map(row).collect(),
        }
    }
}

/// Returns a lane's name with how often.
fn named(lane: &Lane) -> String {
    format!("{} {}", lane.name.trim(), words::whole(count(lane.visits.len())))
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
