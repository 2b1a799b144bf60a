//! Pain by day: a dot for each day, the median of seven over it, phases behind and milestones above.

use super::scope::PainSpan;
use super::{Chart, Scope};
use crate::chart::frame::Frame;
use crate::chart::heading;
use crate::chart::layer::{self, Layer};
use crate::chart::panel::{self, Panel, PlotArea};
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::scale::count;
use crate::chart::series::{self, Series};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::chart::{Band, Figure, Note, Rule, Table, options};
use crate::fields::Fields;
use crate::journal::metrics::spikes::{Spike, spikes};
use std::ops::Range;

/// What a pain timeline takes.
#[derive(Debug, Default)]
pub struct Options {
    window: Option<usize>,
    lines: Vec<Rule>,
    height: Option<i32>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { window: options::window(fields), lines: options::lines(fields), height: options::height(fields) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (window, median) = scope.median(self.window);
        let timeline = PainTimeline {
            words: scope.words(),
            series: scope.pain_with(&median),
            window,
            bands: scope.bands(),
            spans: scope.pain_spans(),
            marks: scope.marks(),
            rules: scope.rules(&self.lines),
            height: self.height.unwrap_or(280),
        };
        plot::figure(&timeline, id)
    }
}

/// The numbers of a pain timeline.
struct PainTimeline<'a> {
    words: Words<'a>,
    series: Series<'a>,
    /// Over how many days the medians are taken.
    window: usize,
    bands: Vec<Band>,
    /// Scores for several days at once.
    spans: Vec<PainSpan>,
    marks: Vec<Note>,
    rules: Vec<Rule>,
    /// The height of the plot in the wide drawing.
    height: i32,
}

impl PainTimeline<'_> {
    /// Returns what the line shows and where it ends.
    fn line_name(&self, bin: usize) -> Option<(String, f64)> {
        let last = if bin == 1 {
            *self.series.median.iter().rev().flatten().next()?
        } else {
            self.series.has_median().then(|| self.series.values.chunks(bin).rev().find_map(series::median))??
        };
        let n = if bin == 1 { self.window } else { bin };
        Some((self.words.say("chart-median-of-days", &[("n", n.into())]), last))
    }

    /// Says how the first week and the last compare, with the worst day.
    fn compare(&self, peak: String) -> String {
        let (opening, closing) = (self.series.opening(), self.series.closing());
        let number = |value: Option<f64>| self.words.number(value.unwrap_or_default()).into();
        let args = [("opening", number(opening)), ("closing", number(closing)), ("peak", peak.into())];
        let id = match (opening, closing) {
            (Some(_), Some(_)) if self.series.days.n < 14 => "chart-timeline-week",
            (Some(a), Some(b)) if (a - b).abs() < 0.05 => "chart-timeline-alike",
            (Some(_), Some(_)) => "chart-timeline-went",
            (None, None) => "chart-timeline-peak-only",
            (None, Some(_)) => "chart-timeline-last",
            (Some(_), None) => "chart-timeline-first",
        };
        self.words.say(id, &args)
    }
}

/// Draws scores for several days at once as bars at their height.
fn draw_spans(spans: &[PainSpan], svg: &mut Svg, area: &PlotArea<'_>) {
    const HALF: i32 = 40;
    let mut path = svg.path("pain-span");
    for span in spans {
        let (left, right) = (area.time.edge(span.first), area.time.edge(span.last + 1));
        path.bar(left, area.scale.y(span.score) + HALF, (right - left).max(2 * HALF), 2 * HALF);
    }
}

impl Kind for PainTimeline<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let series = &self.series;
        let bin = frame.bin(series.values.len());
        let [hollow, dots, crosses, line] = layer::scores(series, frame, frame.pen(series.days.n));
        let spans = Layer::Own(Box::new(|svg, area| draw_spans(&self.spans, svg, area)));
        let mut layers = vec![Layer::Floor, spans, hollow, dots, crosses];
        layers.extend((bin == 1 || series.has_median()).then_some(line));
        let worst = frame.beside.then(|| (self.words.word("chart-worst"), "", 10.0));
        let line = self.line_name(bin).map(|(name, last)| (name, "t-pain", last));
        let panel = Panel {
            gap: if self.marks.is_empty() { 40 } else { 0 },
            // Half a score is a whole number of units, which makes for short numbers.
            height: frame.tall(self.height, 2400, 2800),
            rules: &self.rules,
            labels: worst.into_iter().chain(line).collect(),
            keyed: true,
            ..Panel::of_scores(self.words, series, layers)
        };
        let (bands, marks) = (&self.bands, &self.marks);
        Drawing::Plot(Plot { top: 90, bands, marks, ..Plot::new(self.words, series.days, vec![panel]) })
    }

    fn title(&self) -> String {
        self.words.say("chart-timeline-title", &[("span", self.series.days.span(self.words).into())])
    }

    fn heading(&self) -> String {
        let largest = |a: &Spike, b: &Spike| a.excess.total_cmp(&b.excess).then(b.onset.cmp(&a.onset));
        let spike = spikes(&self.series.values).into_iter().max_by(largest);
        heading::of_pain(self.words, &self.series, spike.map(|spike| spike.onset))
    }

    fn say(&self) -> String {
        let (series, words) = (&self.series, self.words);
        let days = ("days", words.n(series.days.n));
        let Some((least, worst, day, times)) = series.range() else {
            return words.say("chart-timeline-none", &[days]);
        };
        let args = [
            ("least", words.number(least).into()),
            ("worst", words.number(worst).into()),
            ("n", words.n(series.logged)),
            ("times", words.n(times)),
            ("day", words.long(series.days.date(day)).into()),
            days,
        ];
        let is_level = worst - least < 0.05;
        let id = match series.logged {
            1 => "chart-timeline-one",
            2 if is_level => "chart-timeline-both",
            _ if is_level => "chart-timeline-same",
            ..4 => "chart-timeline-few",
            _ => return self.compare(words.say("chart-timeline-peak", &args)),
        };
        words.say(id, &args)
    }

    fn how(&self) -> String {
        let (series, words) = (&self.series, self.words);
        let mut out = words.word("chart-timeline-how");
        let [bin, narrow] = series.days.bins();
        if series.logged > 0 {
            let least = (self.window * 4).div_ceil(7);
            let args = [
                ("window", words.few(self.window).into()),
                ("least", words.few(least).into()),
                ("bin", bin.into()),
                ("small", words.on_small(count(bin), count(narrow)).into()),
            ];
            let id = match (bin, series.has_median()) {
                (1, false) => "chart-dots-are-days",
                (1, true) => "chart-dots-and-line",
                (_, false) => "chart-dots-of-bins",
                (_, true) => "chart-dots-and-line-of-bins",
            };
            out.push(' ');
            out += &words.say(id, &args);
        }
        if !self.spans.is_empty() {
            out.push(' ');
            out += &words.word("chart-pain-spans");
        }
        for (id, is_shown) in
            [("chart-hollow", series.mornings.iter().any(Option::is_some)), ("chart-crossed", !series.eased.is_empty())]
        {
            if is_shown && bin == 1 {
                out.push(' ');
                out += &words.word(id);
            }
        }
        out.push(' ');
        out += &self.series.coverage(words);
        if series.logged > 0 && !series.gaps.is_empty() {
            let gap = if series.gap == 5 { words.few(5) } else { words.whole(series.gap) };
            out += "; ";
            out += &words.say("chart-hatched", &[("gap", gap.into())]);
        }
        out += ".";
        // What the gutter has no room for is said here in full.
        out + &panel::rules_in_full(words, &self.rules, series.days)
    }

    fn desc(&self, say: String) -> String {
        let (series, words) = (&self.series, self.words);
        let line = match (series.has_median(), series.days.bins()[0]) {
            (true, 1) => "days",
            (true, _) => "bins",
            (false, _) => "none",
        };
        let args = [
            ("line", line.into()),
            ("window", self.window.into()),
            ("span", series.days.span(words).into()),
            ("coverage", self.series.coverage(words).into()),
        ];
        let mut out = vec![words.say("chart-timeline-desc", &args)];
        if let Some((least, worst, ..)) = series.range() {
            let range = [("least", words.number(least).into()), ("worst", words.number(worst).into())];
            out.extend([words.say("chart-timeline-range", &range), say]);
            if !series.gaps.is_empty() {
                let args = [("n", words.n(count(series.gaps.len()))), ("days", words.n(series.gap))];
                out.push(words.say("chart-timeline-gaps", &args));
            }
        }
        let names: Vec<&str> =
            self.bands.iter().map(|band| band.label.trim()).filter(|name| !name.is_empty()).collect();
        if !names.is_empty() {
            out.push(words.say("chart-timeline-phases", &[("names", names.join(", ").into())]));
        }
        if !self.marks.is_empty() {
            out.push(words.say("chart-milestones", &[("n", words.n(count(self.marks.len())))]));
        }
        out.join(" ")
    }

    fn table(&self) -> Table {
        let (words, series, few) = (self.words, &self.series, self.series.days.are_few());
        let cells = |days: Range<usize>| {
            let scores = &series.values[days.clone()];
            if few {
                return vec![words.score(scores[0]), words.score(series.median[days.start])];
            }
            let worst = scores.iter().flatten().copied().reduce(f64::max);
            let known = format!("{}/{}", scores.iter().flatten().count(), days.len());
            vec![known, words.score(series::median(scores)), words.score(worst)]
        };
        let columns = match few {
            true => vec![words.word("pain"), words.say("chart-median-of-days", &[("n", self.window.into())])],
            false => ["chart-days-logged", "chart-median", "chart-worst-of-week"].map(|id| words.word(id)).to_vec(),
        };
        let by = if few { "day" } else { "week" };
        let args = [("by", by.into()), ("span", series.days.span(words).into())];
        Table {
            caption: words.say("chart-timeline-table", &args),
            head: [vec![series.days.head(words)], columns].concat(),
            rows: series.days.rows(words, cells),
        }
    }

    fn notes(&self) -> Vec<Note> {
        self.marks.clone()
    }
}
