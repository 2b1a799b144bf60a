//! Three weeks on either side of an entry: pain above, distance below, on the same days.

use super::{Chart, Scope, Source};
use crate::chart::frame::Frame;
use crate::chart::key::{self, LineName, PlotKey};
use crate::chart::label;
use crate::chart::layer::{self, Bars, Layer};
use crate::chart::panel::{Panel, PlotArea};
use crate::chart::plot::{self, Behind, Drawing, Kind, Plot};
use crate::chart::scale::{Linear, amount, count, day_number, index, nice};
use crate::chart::series::{self, Series};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Band, Figure, Table, Work};
use crate::diag::Diagnostic;
use crate::fields::{Fields, Value};
use crate::journal::{Calendar, Item, Journal};
use crate::language::Language;
use crate::text::near::nearest;
use crate::units::{Distance, shift};
use jiff::civil::Date;

/// Days on either side of an entry that its small chart shows.
pub const REACH: i64 = 21;

/// How high the days under the plot are.
const DAYS: i32 = 260;

/// What a chart of the days around an entry takes.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The entry's file or address; without it the entry of the day that is asked about, or the newest.
    pub entry: Option<String>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { entry: fields.read("entry", Value::text) }
    }

    /// The entry that is meant.
    fn item<'a>(&self, journal: &'a Journal, about: Option<Date>) -> Option<&'a Item> {
        match &self.entry {
            Some(name) => called(journal, name),
            None => {
                let mut dated = journal.items.iter().rev().filter(|item| item.entry.date.is_some());
                dated.find(|item| about.is_none_or(|day| item.entry.date == Some(day)))
            }
        }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let source = scope.source;
        let around = || {
            let item = self.item(source.journal, scope.about)?;
            drawn(&source.scope(item.injury)?, item.entry.date?, id)
        };
        around().unwrap_or_else(|| source.nothing())
    }

    fn about(&self, source: Source<'_>) -> Option<String> {
        let item = self.item(source.journal, None)?;
        Some(about(&item.entry.title, item.entry.date?, source.language))
    }

    fn unknown_name(&self, journal: &Journal) -> Option<(&'static str, Diagnostic)> {
        let name = self.entry.as_deref()?;
        let problem = match called(journal, name) {
            Some(item) if item.entry.date.is_some() => return None,
            Some(_) => {
                Diagnostic::error("unknown-name", format!("the entry `{name}` has no date, so no days lie around it"))
                    .hint("give it a `date:`")
            }
            None => {
                let all = journal.items.iter().map(|item| item.entry.address().short.trim_matches('/'));
                let problem = Diagnostic::error("unknown-name", format!("no published entry is called `{name}`"));
                match nearest(plain(name), all) {
                    Some(near) => problem.hint(format!("did you mean `{near}`?")),
                    None => problem.hint("write its file or its address: `journal/first-run`"),
                }
            }
        };
        Some(("entry", problem))
    }
}

/// Which entry it is.
#[must_use]
pub fn about(title: &str, day: Date, language: &Language) -> String {
    let args = [("title", title.into()), ("day", language.dates.long(day).into())];
    language.words.say("chart-around-about", &args)
}

/// A name without what goes before and after an entry's own part of a path or an address.
fn plain(name: &str) -> &str {
    let name = name.trim().trim_start_matches("./").trim_matches('/');
    let name = name.strip_prefix("content/").unwrap_or(name);
    let stem = [".md", ".markdown"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
    stem.strip_suffix("/index").unwrap_or(stem)
}

/// The published entry whose file or address it is. Of several that ask for one address, the oldest has it.
fn called<'a>(journal: &'a Journal, name: &str) -> Option<&'a Item> {
    let name = plain(name);
    let find = |is: &dyn Fn(&Item) -> bool| journal.items.iter().find(|item| is(item));
    let is_address = |address: &str| address.trim_matches('/') == name;
    find(&|item| plain(&item.entry.path) == name)
        .or_else(|| find(&|item| item.entry.address().long.as_deref().is_some_and(is_address)))
        .or_else(|| find(&|item| is_address(&item.entry.address().short)))
}

/// Whether any of the days around one has a score or a distance, so that there is something to draw.
#[must_use]
pub fn is_shown(days: &Calendar, day: Date) -> bool {
    let mut around = (-REACH..=REACH).filter_map(|off| days.index(shift(day, off)));
    around.any(|at| days.pain[at].is_some() || days.days[at].run + days.days[at].walk > 0)
}

/// Draws the days around one; none where none of these has a score or a distance.
#[must_use]
pub fn draw(scope: &Scope<'_>, day: Date, id: &str) -> Option<Figure> {
    if is_shown(scope.whole, day) { drawn(scope, day, id) } else { None }
}

/// Draws them, though there may be nothing but that; none where the journal has none of these days.
fn drawn(scope: &Scope<'_>, day: Date, id: &str) -> Option<Figure> {
    let scope = scope.between(shift(day, -REACH), shift(day, REACH))?;
    let (config, shown) = (scope.source.config, &scope.shown);
    let known = |work| scope.done(&shown.days, Some(work)).amounts;
    let (words, units) = (scope.words(), config.units);
    let mut series = scope.pain();
    // The entry stands in the middle, also where the journal begins or ends near it.
    series.days = series.days.between_blank(shift(day, -REACH), shift(day, REACH));
    let chart = EntryWindow {
        words,
        date: day,
        day: day_number(day) - day_number(shown.first),
        series,
        run: shown.days.iter().map(|d| amount(units.of(d.run))).collect(),
        walk: shown.days.iter().map(|d| amount(units.of(d.walk))).collect(),
        known: [known(Work::Run), known(Work::Walk)],
        units,
        bands: scope.bands(),
        heading: words.say("chart-around-heading", &[("day", words.long_day(day).into())]),
    };
    Some(plot::figure(&chart, id))
}

/// The days around an entry.
struct EntryWindow<'a> {
    words: Words<'a>,
    /// The entry's day, and the same counted from the first shown.
    date: Date,
    day: i32,
    series: Series<'a>,
    /// The distances run and walked each day, in the unit.
    run: Vec<f64>,
    walk: Vec<f64>,
    /// The same, unknown where nobody wrote it down.
    known: [Vec<Option<f64>>; 2],
    units: Distance,
    bands: Vec<Band>,
    heading: String,
}

impl EntryWindow<'_> {
    /// Returns the medians of the seven days before and of the seven after.
    fn around(&self) -> (Option<f64>, Option<f64>) {
        let week = |from: i32| {
            let days = index(from.max(0))..index((from + 7).clamp(0, self.series.days.n));
            series::median(self.series.values.get(days).unwrap_or_default())
        };
        (week(self.day - 7), week(self.day + 1))
    }

    fn draw_heading(&self, svg: &mut Svg, PlotArea { frame, time, .. }: &PlotArea<'_>, bottom: i32) {
        let x = time.centre(self.day);
        svg.line("stone", (x, 180), (x, bottom));
        let half = label::width(&self.heading, frame.em * 21 / 20) / 2;
        let x = x.clamp(half, frame.width.min(frame.right + 80) - half);
        svg.text("strong mid", x, 140, &self.heading);
    }

    /// Draws the days one and three weeks off under the plot, and the ends when they are nearer.
    fn draw_days(&self, svg: &mut Svg, PlotArea { frame, time, scale }: &PlotArea<'_>) {
        let last = (self.series.days.n - 1).max(0);
        let mut free = 0;
        let mut days = [0, self.day - 21, self.day - 7, self.day + 7, self.day + 21, last];
        days.sort_unstable();
        svg.open_ticks("");
        for day in days.into_iter().filter(|day| (0..=last).contains(day)) {
            let text = self.words.day(self.series.days.date(day));
            let width = label::width(&text, frame.em);
            let x = (time.centre(day) - width / 2).clamp(frame.left, (frame.right - width).max(frame.left));
            if x >= free {
                svg.text("", x, scale.bottom + if frame.beside { 185 } else { 195 }, &text);
                free = x + width + 80;
            }
        }
        svg.close_ticks();
    }

    fn draw_names(&self, svg: &mut Svg, pain: &Linear, area: &PlotArea<'_>) {
        let PlotArea { frame, scale: load, .. } = area;
        let last = self.series.median.iter().rev().flatten().next();
        let unit = self.units.symbol();
        let parts = [("t-walk", "chart-walk", &self.walk), ("t-run", "chart-run", &self.run)];
        let parts = parts.into_iter().filter(|(.., amounts)| amounts.iter().any(|&amount| amount > 0.0));
        let parts: Vec<(&'static str, String)> = parts.map(|(class, name, _)| (class, self.words.word(name))).collect();
        if frame.beside {
            let named = |(at, (class, name)): (usize, &(&'static str, String))| {
                frame.label_at(load.top + 190 + 260 * count(at), class, &format!("{name}, {unit}"))
            };
            let mut asides: Vec<_> = parts.iter().enumerate().map(named).collect();
            asides.extend(last.map(|last| frame.label_at(pain.y(*last), "t-pain", &self.median_name())));
            frame.draw_asides(svg, asides, pain.top - 75, load.bottom + 40);
            return;
        }
        let (mut right, baseline) = (frame.right, load.top - 70);
        if !parts.is_empty() {
            svg.text("end halo", right, baseline, unit);
            right -= label::width(unit, frame.em) + 100;
        }
        for (class, name) in &parts {
            svg.text(&format!("{class} end halo"), right, baseline, name);
            right -= label::width(name, frame.em * 21 / 20) + 100;
        }
        self.key(frame).draw(svg, frame, load.bottom + DAYS);
    }

    /// Returns what the line is, to stand below the days where nothing stands beside the plot.
    fn key(&self, frame: &Frame) -> PlotKey {
        let is_named = !frame.beside && self.series.has_median();
        let line = is_named.then(|| LineName { sample: "median", class: "t-pain", text: self.median_name() });
        key::lay_out(line, frame)
    }

    fn median_name(&self) -> String {
        self.words.say("chart-median-of-days", &[("n", 7.into())])
    }
}

impl Kind for EntryWindow<'_> {
    fn frames(&self) -> [Frame; 2] {
        [Frame::ENTRY, Frame::NARROW]
    }

    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let (days, time) = (self.series.days, self.series.days.time(frame));
        let pain = Linear { max: 10.0, top: 240, bottom: 1440 };
        let gap = if frame.beside { 220 } else { 300 };
        let bottom = pain.bottom + gap + 560;
        let heading = move |svg: &mut Svg, area: &PlotArea<'_>| {
            if (0..days.n).contains(&self.day) {
                self.draw_heading(svg, area, bottom);
            }
            if let Some(text) = self.series.empty(self.words) {
                let y = i32::midpoint(pain.top, pain.bottom) + 180;
                svg.text("mid halo", i32::midpoint(frame.left, frame.right), y, &text);
            }
        };
        let [hollow, dots, crosses, line] = layer::scores(&self.series, frame, if frame.beside { 68 } else { 60 });
        let upper = Panel {
            height: 1200,
            // Why it is empty stands lower here, under the heading's line.
            empty: None,
            ..Panel::of_scores(
                self.words,
                &self.series,
                vec![Layer::Own(Box::new(heading)), hollow, dots, crosses, line, Layer::Floor],
            )
        };
        let width = ((time.right - time.left) * 6 / 10 / days.n.max(1)).clamp(10, 120);
        let places: Vec<(i32, i32)> = (0..days.n).map(|day| (time.centre(day) - width / 2, width)).collect();
        let names = move |svg: &mut Svg, area: &PlotArea<'_>| {
            self.draw_days(svg, area);
            self.draw_names(svg, &pain, area);
        };
        let on_run: Vec<(f64, f64)> = self.run.iter().copied().zip(self.walk.iter().copied()).collect();
        let (step, max) = nice(on_run.iter().map(|(run, walk)| run + walk).fold(0.0, f64::max), 2);
        let run = self.run.iter().map(|run| (0.0, *run)).collect();
        let lower = Panel {
            gap,
            height: 560,
            max,
            step,
            layers: vec![
                Layer::Bars(Bars { class: "walk", values: on_run, places: places.clone(), inset: 6 }),
                Layer::Bars(Bars { class: "run", values: run, places, inset: 0 }),
                Layer::Floor,
                Layer::Own(Box::new(names)),
            ],
            ..Panel::default()
        };
        let (bands, behind, below) = (&self.bands, Behind::Each, Some(DAYS + self.key(frame).height(frame)));
        Drawing::Plot(Plot { top: 240, bands, behind, below, ..Plot::new(self.words, days, vec![upper, lower]) })
    }

    fn title(&self) -> String {
        self.words.say("chart-around-title", &[("day", self.words.long(self.date).into())])
    }

    fn heading(&self) -> String {
        let (before, after) = self.around();
        let way = match (before, after) {
            (Some(before), Some(after)) => self.words.way(before, after),
            (Some(_), None) => "before",
            (None, Some(_)) => "after",
            (None, None) => "few",
        };
        let scores = [("before", self.words.score(before).into()), ("after", self.words.score(after).into())];
        self.words.say("chart-head-around", &[&scores[..], &[("way", way.into())]].concat())
    }

    fn say(&self) -> String {
        let (before, after) = self.around();
        let id = match (before, after) {
            (Some(_), Some(_)) => "chart-around-both",
            (Some(_), None) if self.day + 1 < self.series.days.n => "chart-around-few-after",
            (Some(_), None) => "chart-around-no-after",
            (None, Some(_)) if self.day > 0 => "chart-around-few-before",
            (None, Some(_)) => "chart-around-no-before",
            (None, None) => "chart-around-few",
        };
        let args = [("before", self.words.score(before).into()), ("after", self.words.score(after).into())];
        self.words.say(id, &args)
    }

    fn how(&self) -> String {
        let args = [("unit", self.units.symbol().into()), ("coverage", self.series.coverage(self.words).into())];
        let mut out = self.words.say("chart-around-how", &args);
        if self.series.logged > 0 && !self.series.gaps.is_empty() {
            out += "; ";
            out += &self.words.say("chart-hatched", &[("gap", self.words.few(5).into())]);
        }
        out + "."
    }

    fn table(&self) -> Table {
        let (words, unit) = (self.words, self.units.symbol());
        let distance = |name: &str| format!("{}, {unit}", words.word(name));
        let cells = |days: std::ops::Range<usize>| {
            let known = |values: &[Option<f64>]| words.score(values.get(days.start).copied().flatten());
            [&self.series.values, &self.known[0][..], &self.known[1]].map(known).to_vec()
        };
        Table {
            caption: self.title(),
            head: vec![self.series.days.head(words), words.word("pain"), distance("chart-run"), distance("chart-walk")],
            rows: self.series.days.rows(words, cells),
        }
    }

    fn desc(&self, say: String) -> String {
        let args = [
            ("span", self.series.days.span(self.words).into()),
            ("coverage", self.series.coverage(self.words).into()),
            ("range", self.series.range_in(self.words).into()),
            ("say", say.into()),
        ];
        self.words.say("chart-around-desc", &args)
    }
}
