//! Treatments by type as a table, and below it a lane for each under the pain of the same days.

mod lanes;

use super::{Chart, Scope};
use crate::chart::frame::Frame;
use crate::chart::heading;
use crate::chart::label::{self, Aside};
use crate::chart::layer::{self, Layer};
use crate::chart::panel::{Panel, PlotArea};
use crate::chart::plot::{self, Behind, Drawing, Kind, Plot};
use crate::chart::scale::{Linear, Time, amount, count, rounded};
use crate::chart::series::{self, Series};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Band, Figure, Table};
use crate::config::PrivateField;
use crate::entry::Helped;
use crate::fields::{Fields, Value};
use crate::language::Arg;
use lanes::{Lane, lanes};

/// What a chart of treatments takes.
#[derive(Debug)]
pub struct Options {
    /// Whether the pain of the same days stands above the lanes.
    pub pain: bool,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { pain: fields.read("pain", Value::bool).unwrap_or(true) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let config = scope.source.config;
        let chart = TreatmentsChart {
            words: scope.words(),
            series: scope.pain(),
            lanes: lanes(scope),
            pain: self.pain,
            bands: scope.bands(),
            costs: config.shows(PrivateField::Cost),
            providers: config.shows(PrivateField::Provider),
        };
        plot::figure(&chart, id)
    }
}

/// More lanes than this are in the table alone.
const LANES: usize = 12;

/// The drawing across the page, with more room for the lanes' names than other plots need.
const WIDE: Frame = Frame { right: 8200, ..Frame::WIDE };

/// Pain and the lanes, the most frequent first.
struct TreatmentsChart<'a> {
    words: Words<'a>,
    series: Series<'a>,
    lanes: Vec<Lane>,
    /// Whether pain stands above them.
    pain: bool,
    bands: Vec<Band>,
    /// Whether the table has a column for costs, and one for who gave them.
    costs: bool,
    providers: bool,
}

/// The ticks of a lane: where, minutes together, and whether any length is not known.
struct Tick {
    x: i32,
    minutes: f64,
    unknown: bool,
}

impl TreatmentsChart<'_> {
    fn shown(&self) -> &[Lane] {
        &self.lanes[..self.lanes.len().min(LANES)]
    }

    /// Returns the ticks of a lane: one for each day, or for each stretch of days where there are too many.
    fn ticks(&self, frame: &Frame, lane: &Lane) -> Vec<Tick> {
        let time = self.series.days.time(frame);
        let bin = count(frame.bin(self.series.values.len()));
        let mut ticks: Vec<Tick> = Vec::new();
        for (day, minutes) in &lane.visits {
            let Some(day) = time.place(*day) else { continue };
            let from = day / bin * bin;
            let x = i32::midpoint(time.edge(from), time.edge((from + bin).min(time.days)));
            if ticks.last().is_none_or(|tick| tick.x != x) {
                ticks.push(Tick { x, minutes: 0.0, unknown: false });
            }
            if let Some(tick) = ticks.last_mut() {
                tick.minutes += minutes.map_or(0.0, amount);
                tick.unknown |= minutes.is_none();
            }
        }
        ticks
    }

    /// Returns where the line of medians ends.
    fn line_end(&self, frame: &Frame) -> Option<f64> {
        match frame.bin(self.series.values.len()) {
            1 => self.series.median.iter().rev().flatten().next().copied(),
            bin => self.series.values.chunks(bin).rev().find_map(series::median),
        }
    }

    fn draw_lanes(&self, svg: &mut Svg, area: &PlotArea<'_>, pitch: i32) {
        let PlotArea { frame, time, scale: lanes } = area;
        let ticks: Vec<Vec<Tick>> = self.shown().iter().map(|lane| self.ticks(frame, lane)).collect();
        let most = ticks.iter().flatten().map(|tick| tick.minutes).fold(1.0, f64::max);
        for (row, (lane, ticks)) in self.shown().iter().zip(&ticks).enumerate() {
            let foot = lanes.top + pitch * (count(row) + 1) - 40;
            draw_ticks(svg, time, foot, ticks, most);
            if !frame.beside {
                let text = label::shorten(&self.named(lane), frame.em, frame.right - frame.left);
                svg.text("t-name halo", frame.left, foot - 255, &text);
            }
        }
        if frame.beside {
            // The names of the lanes make room for those of pain.
            let height = if self.pain { PAIN } else { 0 };
            let pain = Linear { max: 10.0, top: lanes.top - 120 - height, bottom: lanes.top - 120 };
            let mut asides: Vec<Aside> = Vec::new();
            if self.pain {
                asides.push(frame.label_at(pain.top, "", &self.words.word("chart-worst")));
                let line = |last| frame.label_at(pain.y(last), "t-pain", &self.words.word("chart-treatments-line"));
                asides.extend(self.line_end(frame).map(line));
            }
            asides.extend(self.shown().iter().enumerate().map(|(row, lane)| {
                frame.label_at(lanes.top + pitch * (count(row) + 1) - 150, "t-name", &self.named(lane))
            }));
            frame.draw_asides(svg, asides, pain.top - 75, lanes.bottom + 40);
        }
        if self.lanes.is_empty() {
            let middle = i32::midpoint(frame.left, frame.right);
            svg.text("mid halo", middle, lanes.top + 230, &self.words.word("chart-treatments-nothing"));
        }
    }

    /// Returns the word by which messages choose whether pain is shown.
    fn with_pain(&self) -> Arg<'static> {
        if self.pain { "yes" } else { "no" }.into()
    }

    /// Returns what the writer last made of a type of treatment.
    fn helped(&self, lane: &Lane) -> String {
        let Some((date, helped)) = lane.helped else { return "–".to_owned() };
        let helped = self.words.word(match helped {
            Helped::Yes => "treatment-helped",
            Helped::No => "treatment-did-not-help",
            Helped::Unsure => "treatment-helped-unsure",
        });
        self.words.say("chart-treatments-newest", &[("word", helped.into()), ("day", self.words.short(date).into())])
    }

    /// Returns a lane's name with how often.
    fn named(&self, lane: &Lane) -> String {
        format!("{} {}", lane.name, self.words.whole(count(lane.visits.len())))
    }
}

/// How high the panel of pain is in the wide drawing.
const PAIN: i32 = 1400;

impl Kind for TreatmentsChart<'_> {
    fn frames(&self) -> [Frame; 2] {
        [WIDE, Frame::NARROW]
    }

    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let series = &self.series;
        let [hollow, dots, crosses, line] = layer::scores(series, frame, if series.days.n <= 120 { 54 } else { 40 });
        // A median that rests on days before these alone would be a line without a dot.
        let pain = Panel {
            gap: 40,
            height: if frame.beside { PAIN } else { 1600 },
            ..Panel::of_scores(
                self.words,
                series,
                if series.logged == 0 { vec![Layer::Floor] } else { vec![Layer::Floor, hollow, dots, crosses, line] },
            )
        };
        let pitch = if frame.beside { 340 } else { 430 };
        let draw = move |svg: &mut Svg, area: &PlotArea<'_>| self.draw_lanes(svg, area, pitch);
        let lanes = Panel {
            gap: 120,
            height: pitch * count(self.shown().len().max(1)) + 40,
            step: 0.0,
            layers: vec![Layer::Own(Box::new(draw)), Layer::Floor],
            ..Panel::default()
        };
        let (bands, behind) = (&self.bands, Behind::Through);
        let panels = if self.pain { vec![pain, lanes] } else { vec![lanes] };
        Drawing::Plot(Plot { top: 90, bands, behind, ..Plot::new(self.words, series.days, panels) })
    }

    fn title(&self) -> String {
        let args = [("pain", self.with_pain()), ("span", self.series.days.span(self.words).into())];
        self.words.say("chart-treatments-title", &args)
    }

    fn heading(&self) -> String {
        let words = self.words;
        let Some(most) = self.lanes.first() else { return words.word("chart-treatments-nothing") };
        let n = words.n(count(most.visits.len()));
        let args = [
            ("name", heading::brief(&most.name, 6).into()),
            ("types", words.n(count(self.lanes.len()))),
            ("n", n.clone()),
            ("count", words.say("chart-few", &[("n", n)]).into()),
        ];
        words.say("chart-head-treatments", &args)
    }

    fn say(&self) -> String {
        let words = self.words;
        let days = ("days", words.n(self.series.days.n));
        let n: usize = self.lanes.iter().map(|lane| lane.visits.len()).sum();
        let Some(most) = self.lanes.first() else { return words.say("chart-treatments-none", &[days]) };
        let args = [
            ("n", words.n(count(n))),
            ("types", words.n(count(self.lanes.len()))),
            ("name", most.name.as_str().into()),
            ("times", words.n(count(most.visits.len()))),
            days,
        ];
        let id = if self.lanes.len() > 1 { "chart-treatments-types" } else { "chart-treatments-type" };
        let mut out = words.say(id, &args);
        let known: Vec<f64> = self.lanes.iter().flat_map(Lane::known).collect();
        if !known.is_empty() {
            let hours = words.number(known.iter().sum::<f64>() / 60.0);
            let args = [("hours", hours.into()), ("n", words.n(count(known.len())))];
            let all = known.len() == n;
            out += "; ";
            out += &words.say(if all { "chart-treatments-hours" } else { "chart-treatments-hours-known" }, &args);
        }
        out + "."
    }

    fn how(&self) -> String {
        let words = self.words;
        let above = [("coverage", self.series.coverage(words).into())];
        let mut out = if self.pain { words.say("chart-treatments-how", &above) } else { String::new() };
        if self.lanes.is_empty() {
            return if self.pain { out } else { words.word("chart-exercise-empty") };
        }
        let [wide, narrow] = self.series.days.bins();
        let ticks = self.shown().iter().flat_map(|lane| self.ticks(&WIDE, lane));
        let most = ticks.map(|tick| tick.minutes).fold(0.0, f64::max);
        let tallest = if most > 0.0 { words.number(most) } else { "none".to_owned() };
        let args =
            [("pain", self.with_pain()), ("bin", wide.into()), ("narrow", narrow.into()), ("tallest", tallest.into())];
        out += if self.pain { " " } else { "" };
        out += &words.say("chart-treatments-lanes", &args);
        if self.lanes.iter().flat_map(|lane| &lane.visits).any(|(_, minutes)| minutes.is_none()) {
            out += &format!("; {}", words.word("chart-treatments-dot"));
        }
        out += ". ";
        if self.lanes.len() > LANES {
            let args = [("n", LANES.into()), ("types", self.lanes.len().into())];
            out += &format!("{} ", words.say("chart-treatments-most", &args));
        }
        out + &words.word("chart-treatments-note")
    }

    fn desc(&self, say: String) -> String {
        let words = self.words;
        let args = [
            ("pain", self.with_pain()),
            ("span", self.series.days.span(words).into()),
            ("coverage", self.series.coverage(words).into()),
            ("range", self.series.range_in(words).into()),
            ("say", say.into()),
        ];
        let mut out = vec![words.say("chart-treatments-desc", &args)];
        for lane in self.shown() {
            let (Some((first, _)), Some((last, _))) = (lane.visits.first(), lane.visits.last()) else { continue };
            let args = [
                ("name", lane.name.as_str().into()),
                ("n", words.n(count(lane.visits.len()))),
                ("first", words.long(*first).into()),
                ("last", words.long(*last).into()),
            ];
            out.push(words.say(if first == last { "chart-treatments-on" } else { "chart-treatments-between" }, &args));
        }
        out.join(" ")
    }

    fn table_first(&self) -> bool {
        true
    }

    fn table(&self) -> Table {
        let words = self.words;
        let cost = (self.costs, "cost");
        let columns = [
            (true, "treatment"),
            (true, "sessions"),
            (true, "chart-minutes"),
            cost,
            (self.providers, "chart-by"),
            (self.lanes.iter().any(|lane| lane.helped.is_some()), "chart-treatments-word"),
        ];
        let row = |lane: &Lane| {
            let known: Vec<f64> = lane.known().collect();
            let mut minutes = if known.is_empty() { "–".to_owned() } else { words.number(known.iter().sum()) };
            if !known.is_empty() && known.len() < lane.visits.len() {
                minutes += &format!(" ({})", words.say("chart-minutes-known", &[("n", known.len().into())]));
            }
            let list = |items: &[String]| if items.is_empty() { "–".to_owned() } else { items.join(", ") };
            let costs = lane.cents.iter().map(|(currency, cents)| words.money(*cents, currency));
            let cells = [
                lane.name.clone(),
                words.whole(count(lane.visits.len())),
                minutes,
                list(&costs.collect::<Vec<_>>()),
                list(&lane.providers),
                self.helped(lane),
            ];
            cells.into_iter().zip(columns).filter(|(_, (shown, _))| *shown).map(|(cell, _)| cell).collect()
        };
        let span = self.series.days.span(words);
        Table {
            caption: words.say("chart-treatments-table", &[("span", span.into())]),
            head: columns.into_iter().filter(|(shown, _)| *shown).map(|(_, id)| words.word(id)).collect(),
            rows: self.lanes.iter().map(row).collect(),
        }
    }
}

fn draw_ticks(svg: &mut Svg, time: &Time, foot: i32, ticks: &[Tick], most: f64) {
    svg.line("grid", (time.left, foot), (time.right, foot));
    let segments = ticks
        .iter()
        .filter(|tick| tick.minutes > 0.0 || !tick.unknown)
        .map(|tick| ((tick.x, foot), (tick.x, foot - rounded(tick.minutes / most * 200.0).max(16))));
    svg.lines("tick", segments);
    let mut path = svg.dots("treated", 54);
    ticks.iter().filter(|tick| tick.unknown).for_each(|tick| path.dot(tick.x, foot - 35));
}
