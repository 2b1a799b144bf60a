//! Pain above, what was done below, on the same days; pain may stand a day earlier than it was felt.

use super::{Chart, Done, Scope};
use crate::chart::frame::Frame;
use crate::chart::layer::{self, Bars, Layer};
use crate::chart::panel::{self, Panel};
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::scale::{amount, count, index, nice_short};
use crate::chart::series::{self, Series};
use crate::chart::words::Words;
use crate::chart::{Band, Figure, Rule, Table, Work, options};
use crate::fields::{Fields, Value};
use crate::language::Arg;
use crate::text::capital;
use std::borrow::Cow;
use std::ops::Range;

/// What a chart of pain and load takes.
#[derive(Debug, Default)]
pub struct Options {
    work: Option<Work>,
    window: Option<usize>,
    /// Whether pain stands a day earlier than it was felt.
    shift: bool,
    lines: Vec<Rule>,
    /// Whether its panels are half as high, for a page with much else on it; dots with pain relief are crossed then.
    low: bool,
}

impl Options {
    /// The chart with low panels.
    #[must_use]
    pub fn low() -> Self {
        Self { low: true, ..Self::default() }
    }

    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self {
            work: options::work(fields),
            window: options::window(fields),
            shift: fields.read("shift", Value::bool).unwrap_or(false),
            lines: options::lines(fields),
            low: false,
        }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        plot::figure(&PainAndLoad::new(scope, self), id)
    }
}

/// The numbers of both panels.
struct PainAndLoad<'a> {
    words: Words<'a>,
    series: Series<'a>,
    /// Over how many days the medians are taken.
    window: usize,
    shifted: bool,
    low: bool,
    /// What was done on each day, none where nothing was written.
    work: Vec<Option<f64>>,
    /// What was done, within a sentence, and its unit.
    what: String,
    unit: String,
    bands: Vec<Band>,
    rules: Vec<Rule>,
    /// What messages may ask for.
    args: Vec<(&'static str, Arg<'static>)>,
}

impl<'a> PainAndLoad<'a> {
    fn new(scope: &'a Scope<'_>, options: &Options) -> Self {
        let (words, shown) = (scope.words(), &scope.shown);
        let (window, median) = scope.median(options.window);
        let (mut pain, mut median) = (Cow::Borrowed(&*shown.pain), median);
        if options.shift {
            // The day after the last one shown may be known too.
            let after = scope.whole.index(shown.last()).map(|last| last + 1);
            let next = |values: &[Option<f64>]| after.and_then(|at| values.get(at).copied().flatten());
            let shift = |values: &mut Vec<Option<f64>>, last| {
                values.rotate_left(1);
                if let Some(end) = values.last_mut() {
                    *end = last;
                }
            };
            shift(pain.to_mut(), next(&scope.whole.pain));
            shift(median.to_mut(), next(&scope.whole.median).filter(|_| options.window.is_none()));
        }
        let days = scope.days();
        let mornings = if options.shift { Vec::new() } else { scope.mornings_alone() };
        let eased =
            shown.days.iter().enumerate().filter(|(_, day)| options.low && day.eased).map(|(at, _)| at).collect();
        let series = Series { mornings, eased, ..Series::new(days, pain, &median) };
        let Done { work, unit, amounts } = scope.done(&shown.days, options.work);
        let what = work.name(scope.source.language);
        let args = vec![
            ("what", what.clone().into()),
            ("unit", unit.clone().into()),
            ("work", work.key().into()),
            ("when", if options.shift { "after" } else { "on" }.into()),
            ("span", days.span(words).into()),
            ("coverage", series.coverage(words).into()),
            ("days", words.n(days.n)),
        ];
        let work = amounts.into_iter().map(|value| value.map(amount)).collect();
        let (bands, rules) = (scope.bands(), scope.rules(&options.lines));
        Self { words, series, window, shifted: options.shift, low: options.low, work, what, unit, bands, rules, args }
    }

    fn say_with(&self, id: &str, more: &[(&str, Arg<'_>)]) -> String {
        self.words.say(id, &[&self.args, more].concat())
    }

    fn word(&self, shifted: &str, plain: &str) -> String {
        self.words.word(if self.shifted { shifted } else { plain })
    }
}

impl Kind for PainAndLoad<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let (series, days) = (&self.series, self.series.days);
        let bin = frame.bin(series.values.len());
        let name = self.words.say("chart-median-of-days", &[("n", if bin == 1 { self.window } else { bin }.into())]);
        let last = series.median.iter().rev().flatten().next();
        let [hollow, dots, crosses, line] = layer::scores(series, frame, frame.pen(days.n));
        let pain = Panel {
            gap: 250,
            height: if self.low { 800 } else { 1600 },
            heading: Some(("strong", self.word("chart-double-pain-next", "chart-double-pain"))),
            aside: last.map(|_| ("t-pain", name.clone())),
            rules: &self.rules,
            labels: last.map(|last| (name, "t-pain", *last)).into_iter().collect(),
            ..Panel::of_scores(self.words, series, vec![hollow, dots, crosses, line, Layer::Floor])
        };
        let bars: Vec<f64> = self.work.chunks(bin).map(mean).collect();
        let (step, max) = nice_short(bars.iter().copied().fold(0.0, f64::max), 3);
        let heading = if bin == 1 { "chart-double-work" } else { "chart-double-work-mean" };
        let time = days.time(frame);
        let place = |at: usize| {
            let (left, right) = (time.edge(count(at * bin)), time.edge(count((at + 1) * bin).min(days.n)));
            let width = ((right - left) * 7 / 10).clamp(8, 120);
            (i32::midpoint(left, right) - width / 2, width)
        };
        let load = Panel {
            gap: 440,
            height: if self.low { 320 } else { 800 },
            max,
            step,
            heading: Some(("strong", self.say_with(heading, &[("what", capital(&self.what).into())]))),
            gaps: series::gaps(&self.work, series.gap),
            layers: vec![
                Layer::Bars(Bars {
                    class: "run",
                    places: (0..bars.len()).map(place).collect(),
                    values: bars.into_iter().map(|value| (0.0, value)).collect(),
                    inset: 0,
                }),
                Layer::Floor,
            ],
            ..Panel::default()
        };
        Drawing::Plot(Plot { top: 90, bands: &self.bands, ..Plot::new(self.words, days, vec![pain, load]) })
    }

    fn title(&self) -> String {
        self.say_with("chart-double-title", &[])
    }

    fn heading(&self) -> String {
        self.say_with("chart-head-double", &[])
    }

    fn say(&self) -> String {
        // Days with and without a load are not compared: they lie in different months, and other things changed too.
        let both = self.series.values.iter().zip(&self.work).filter(|(pain, work)| pain.is_some() && work.is_some());
        self.say_with("chart-double-say", &[("both", self.words.n(count(both.count())))])
    }

    fn how(&self) -> String {
        let (series, words) = (&self.series, self.words);
        let worked = words.n(count(self.work.iter().flatten().count()));
        let mut out = self.say_with("chart-double-how", &[("worked", worked)]);
        if !(series.gaps.is_empty() && series::gaps(&self.work, series.gap).is_empty()) {
            out += "; ";
            out += &words.say("chart-hatched", &[("gap", words.few(index(series.gap)).into())]);
        }
        out += ".";
        let [bin, narrow] = series.days.bins();
        if bin > 1 {
            let small = words.on_small(count(bin), count(narrow));
            out.push(' ');
            out += &words.say("chart-double-bins", &[("bin", bin.into()), ("small", small.into())]);
        }
        out += &panel::rules_in_full(words, &self.rules, series.days);
        out.push(' ');
        out + &words.word("chart-double-caveat")
    }

    fn desc(&self, say: String) -> String {
        let most = self.work.iter().flatten().copied().fold(0.0, f64::max);
        let range = self.series.range_in(self.words);
        let more = [("range", range.into()), ("most", self.words.number(most).into()), ("say", say.into())];
        self.say_with("chart-double-desc", &more)
    }

    fn table(&self) -> Table {
        let (words, pain, few) = (self.words, &self.series.values, self.series.days.are_few());
        let work = format!("{}, {}", capital(&self.what), self.unit);
        let pains = match few {
            true => vec![self.word("chart-pain-next-day", "pain")],
            false => {
                let median = self.word("chart-median-next-day", "chart-median-of-pain");
                vec![words.word("chart-days-with-score"), median]
            }
        };
        let cells = |days: Range<usize>| {
            let (scores, done) = (&pain[days.clone()], &self.work[days.clone()]);
            if few {
                return vec![words.score(scores[0]), words.score(done[0])];
            }
            let known = format!("{}/{}", scores.iter().flatten().count(), days.len());
            vec![known, words.score(series::median(scores)), words.number(done.iter().flatten().sum())]
        };
        Table {
            caption: self.say_with("chart-double-table", &[("by", if few { "day" } else { "week" }.into())]),
            head: [vec![self.series.days.head(words)], pains, vec![work]].concat(),
            rows: self.series.days.rows(words, cells),
        }
    }
}

/// Returns the mean of the known days, 0 where none is, which the hatching then tells.
fn mean(days: &[Option<f64>]) -> f64 {
    let known = count(days.iter().flatten().count());
    if known == 0 { 0.0 } else { days.iter().flatten().sum::<f64>() / f64::from(known) }
}
