//! The means of the last 7 days and of the last 28, over the days themselves.

use super::{Chart, Done, Scope};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::layer::Layer;
use crate::chart::panel::Panel;
use crate::chart::plot::{self, Drawing, Kind, Plot};
use crate::chart::scale::{amount, count, nice_short};
use crate::chart::words::{Noted, Words};
use crate::chart::{Figure, Table, Work, options, series};
use crate::fields::{Fields, Value};
use crate::journal::metrics::acwr::acwr;
use crate::journal::metrics::rolling::rolling;
use crate::language::{Arg, Language};
use crate::text::capital;
use std::ops::Range;

/// What a chart of means takes.
#[derive(Debug, Default)]
pub struct Options {
    work: Option<Work>,
    /// No ratio is shown where the mean of 28 days is not above it.
    floor: f64,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { work: options::work(fields), floor: fields.read("floor", Value::number).unwrap_or(0.0) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        plot::figure(&AcuteChronic::new(scope, self), id)
    }
}

/// The numbers; the means are undefined where too few days are known.
struct AcuteChronic<'a> {
    words: Words<'a>,
    days: DayRange,
    work: Vec<Option<f64>>,
    /// Days without work are the floor itself; only what was done needs a dot.
    done: Vec<Option<f64>>,
    acute: Vec<Option<f64>>,
    chronic: Vec<Option<f64>>,
    /// What was done, within a sentence, and its unit.
    what: String,
    unit: String,
    /// What messages may ask for.
    args: Vec<(&'static str, Arg<'static>)>,
}

impl<'a> AcuteChronic<'a> {
    fn new(scope: &Scope<'a>, options: &Options) -> Self {
        let (language, shown) = (scope.source.language, &scope.shown);
        let words = Words::of(language);
        let Done { work, unit, amounts } = scope.done(&scope.whole.days, options.work);
        let from = scope.whole.index(shown.first).unwrap_or(0);
        let to = from + shown.days.len();
        // The first days shown have those before them in their means; a mean over 28 days needs as many.
        let mean = |window: usize, least: usize| {
            let mut means = vec![None; amounts.len()];
            for rolling in rolling(&amounts, window, least).into_iter().filter(|r| r.day + 1 >= window) {
                means[rolling.day] = Some(amount(rolling.mean));
            }
            means[from..to].to_vec()
        };
        let (acute, chronic) = (mean(7, 6), mean(28, 23));
        let last = |means: &[Option<f64>]| means.last().copied().flatten();
        let ratio = ratio(language, &amounts[..to], last(&chronic), options.floor);
        let done: Vec<Option<f64>> = amounts[from..to].iter().map(|value| value.map(amount)).collect();
        let days = scope.days();
        let what = work.name(language);
        let known = count(done.iter().flatten().count());
        let args = vec![
            ("what", capital(&what).into()),
            ("unit", unit.clone().into()),
            ("span", days.span(words).into()),
            ("coverage", words.coverage(known, days.n, Noted::Entry).into()),
            ("acute", words.score(last(&acute)).into()),
            ("chronic", words.score(last(&chronic)).into()),
            ("ratio", ratio.into()),
            ("critique", words.word("chart-ratio-critique").into()),
        ];
        let busy = done.iter().map(|value| value.filter(|value| *value > 0.0)).collect();
        Self { words, days, work: done, done: busy, acute, chronic, what, unit, args }
    }

    fn say_with(&self, id: &str, more: &[(&str, Arg<'_>)]) -> String {
        self.words.say(id, &[&self.args, more].concat())
    }

    fn most(&self) -> f64 {
        self.done.iter().flatten().copied().fold(0.0, f64::max)
    }
}

impl Kind for AcuteChronic<'_> {
    fn drawing<'a>(&'a self, frame: &'a Frame) -> Drawing<'a> {
        let (step, max) = nice_short(self.most(), 4);
        let bin = frame.bin(self.work.len());
        // A line of every day of ten years would be more than the eye takes in: the last of each stretch is drawn.
        let line = |class, values: &[Option<f64>]| Layer::Line {
            class,
            values: values.chunks(bin).map(|days| days.last().copied().flatten()).collect(),
        };
        let panel = Panel {
            height: if frame.beside { 2000 } else { 1800 },
            max,
            step,
            empty: self.work.iter().all(Option::is_none).then(|| self.words.word("chart-means-nothing")),
            gaps: series::gaps(&self.work, 5.max(self.days.n / 100)),
            layers: vec![
                Layer::Dots { class: "done", pen: frame.pen(self.days.n) - 8, values: &self.done, bin },
                line("chronic", &self.chronic),
                line("acute", &self.acute),
                Layer::Floor,
            ],
            ..Panel::default()
        };
        // Where too little was noted a line ends long before the plot does, so that their names stand above.
        let named = [("strong", "chart-mean-28", &self.chronic), ("t-run", "chart-mean-7", &self.acute)];
        let named = named.into_iter().filter(|(.., line)| line.iter().any(Option::is_some));
        let names = (named.map(|(class, name, _)| (class, self.words.word(name))).collect(), 220);
        Drawing::Plot(Plot { top: 300, names, ..Plot::new(self.words, self.days, vec![panel]) })
    }

    fn title(&self) -> String {
        self.say_with("chart-means-title", &[])
    }

    fn heading(&self) -> String {
        let known = self.acute.last().copied().flatten().is_some();
        self.say_with(if known { "chart-head-means" } else { "chart-head-few" }, &[])
    }

    fn say(&self) -> String {
        let last = |means: &[Option<f64>]| means.last().copied().flatten().is_some();
        let id = match (last(&self.acute), last(&self.chronic)) {
            (true, true) => "chart-means-both",
            (true, false) => "chart-means-short",
            _ => "chart-means-few",
        };
        self.say_with(id, &[])
    }

    fn how(&self) -> String {
        self.say_with("chart-means-how", &[])
    }

    fn desc(&self, say: String) -> String {
        let most = self.words.number(self.most());
        let more = [("what", self.what.as_str().into()), ("most", most.into()), ("say", say.into())];
        self.say_with("chart-means-desc", &more)
    }

    fn table(&self) -> Table {
        let (words, few) = (self.words, self.days.are_few());
        let what = format!("{}, {}", capital(&self.what), self.unit);
        let cells = |days: Range<usize>| {
            let done = match few {
                true => words.score(self.work[days.start]),
                false => words.number(self.work[days.clone()].iter().flatten().sum()),
            };
            let at_end = |means: &[Option<f64>]| words.score(means[days.end - 1]);
            vec![done, at_end(&self.acute), at_end(&self.chronic)]
        };
        Table {
            caption: match few {
                true => self.title(),
                false => self.say_with("chart-means-by-week", &[("title", self.title().into())]),
            },
            head: vec![self.days.head(words), what, words.word("chart-mean-7"), words.word("chart-mean-28")],
            rows: self.days.rows(words, cells),
        }
    }
}

/// What is said of the ratio on the last day, or why there is none.
fn ratio(language: &Language, amounts: &[Option<f64>], chronic: Option<f64>, floor: f64) -> String {
    let (words, ratios) = (&language.words, acwr(amounts));
    let hundredths = |ratio: f64| super::hundredths(language, ratio);
    match (chronic.filter(|mean| *mean > floor), ratios.coupled) {
        (Some(_), Some(coupled)) => {
            let said = |id: &str, ratio: Option<f64>| Some(words.say(id, &[("ratio", hundredths(ratio?).into())]));
            let others = [said("chart-ratio-before", ratios.uncoupled), said("chart-ratio-weighted", ratios.ewma)];
            let others: Vec<String> = others.into_iter().flatten().collect();
            let others = if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
            words.say("chart-ratio", &[("ratio", hundredths(coupled).into()), ("others", others.into())])
        }
        (None, _) if chronic.is_some() => {
            words.say("chart-ratio-floor", &[("floor", language.numbers.decimals(floor, 1).into())])
        }
        _ => words.say("chart-ratio-few", &[("n", ratios.n.into())]),
    }
}
