//! The means of the last 7 days and of the last 28, over the days themselves.

use super::{Chart, Done, Scope};
use crate::chart::means::{self, Means};
use crate::chart::{Figure, Work, options};
use crate::fields::{Fields, Value};
use crate::journal::metrics::acwr::acwr;
use crate::journal::metrics::rolling::rolling;
use crate::language::Language;

/// What a chart of means takes.
#[derive(Debug, Default)]
pub struct Options {
    work: Option<Work>,
    floor: f64,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { work: options::work(fields), floor: fields.read("floor", Value::number).unwrap_or(0.0) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (language, whole, shown) = (scope.source.language, scope.whole, &scope.shown);
        let Done { work, unit, amounts } = scope.done(&whole.days, self.work);
        let from = whole.index(shown.first).unwrap_or(0);
        let to = from + shown.days.len();
        // The first days shown have those before them in their means; a mean over 28 days needs as many.
        let mean = |window: usize, least: usize| {
            let mut means = vec![None; amounts.len()];
            for rolling in rolling(&amounts, window, least).into_iter().filter(|r| r.day + 1 >= window) {
                means[rolling.day] = Some(rolling.mean);
            }
            means[from..to].to_vec()
        };
        let (acute, chronic) = (mean(7, 6), mean(28, 23));
        let chart = Means {
            first: shown.first,
            work: &amounts[from..to],
            acute: &acute,
            chronic: &chronic,
            done: work,
            unit: &unit,
            ratio: &ratio(language, &amounts[..to], chronic.last().copied().flatten(), self.floor),
            critique: &language.words.word("chart-ratio-critique"),
            week_start: scope.source.config.week_start,
        };
        means::draw(&chart, language, id)
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
