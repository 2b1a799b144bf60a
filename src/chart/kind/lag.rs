//! What was done against the pain of four days.

use super::{Chart, Scope, hundredths};
use crate::chart::facets::{self, Facet, Facets};
use crate::chart::{Figure, Work, options};
use crate::fields::Fields;
use crate::journal::metrics::lag::{self, Correlation};
use crate::journal::metrics::whole as whole_number;
use crate::language::Language;
use crate::text::capital;

/// Pairs of days below which `/progress/` shows no lag at all: the figure's own gate for a number.
pub(in crate::chart) const PAIRS: usize = 10;

/// What a chart of lags takes.
#[derive(Debug, Default)]
pub struct Options {
    work: Option<Work>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { work: options::work(fields) }
    }
}

/// The lags that are looked at, with whose pain each is; the first can't be an effect of what came after it.
const LAGS: [(i64, &str); 4] =
    [(-1, "chart-lag-before"), (0, "chart-lag-same"), (1, "chart-lag-next"), (2, "chart-lag-later")];

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (calendar, language) = (&scope.shown, scope.source.language);
        let done = scope.done(&calendar.days, self.work);
        let mut all = Vec::new();
        let mut facets = Vec::new();
        for (lag, name) in LAGS {
            let pairs = lag::pairs(&done.amounts, &calendar.pain, lag);
            let found = lag::correlate(&pairs);
            let days = calendar.days.len().saturating_sub(usize::try_from(lag.abs()).unwrap_or(0));
            facets.push(Facet { name: language.words.word(name), figure: figure(&found, language), pairs, days });
            all.push(found);
        }
        let words = &language.words;
        let pairs = || [("n", all[2].n.into()), ("of", facets[2].days.into())];
        let say = match all[2].rho {
            Ok(rho) if all[2].n >= lag::ENOUGH => {
                let interval =
                    all[2].interval.map(|ends| format!(" ({})", interval(language, ends))).unwrap_or_default();
                let mut args = pairs().to_vec();
                args.push(("what", capital(&done.work.name(language)).into()));
                args.push(("rho", hundredths(language, rho).into()));
                args.push(("interval", interval.into()));
                args.push((
                    "before",
                    all[0].rho.map_or_else(|_| "none".to_owned(), |rho| hundredths(language, rho)).into(),
                ));
                words.say("chart-lag-say", &args)
            }
            _ => words.say("chart-lag-few", &pairs()),
        };
        let effective = all[2].effective.filter(|n| *n < whole_number(all[2].n));
        let alike = effective.map_or_else(String::new, |n| {
            let about = language.numbers.decimals(n.max(0.0), 0);
            format!(" {}", words.say("chart-lag-alike", &[("n", all[2].n.into()), ("about", about.into())]))
        });
        let how = words.say("chart-lag-note", &[("alike", alike.into())]);
        let ends = [("from", calendar.first), ("to", calendar.last())];
        let span = words.say("span", &ends.map(|(name, day)| (name, language.dates.long(day).into())));
        let chart = Facets { done: done.work, unit: &done.unit, span: &span, facets: &facets, say: &say, how: &how };
        facets::draw(&chart, language, id)
    }
}

/// What is said of a correlation, by how many pairs it rests on.
fn figure(found: &Correlation, language: &Language) -> [String; 2] {
    let (n, words) = (found.n, &language.words);
    let Ok(rho) = found.rho else {
        let why = if n < lag::LEAST { "chart-lag-too-few" } else { "chart-lag-all-same" };
        return [words.word(why), format!("n {n}")];
    };
    let interval = found.interval.map_or_else(String::new, |ends| interval(language, ends));
    if n < lag::ENOUGH {
        return [format!("{}, n {n}", words.word("chart-lag-too-few")), interval];
    }
    [format!("ρ {}, n {n}", hundredths(language, rho)), interval]
}

/// Where a correlation lies: `0.18 to 0.63`.
fn interval(language: &Language, (from, to): (f64, f64)) -> String {
    let ends = [("from", hundredths(language, from).into()), ("to", hundredths(language, to).into())];
    language.words.say("span", &ends)
}
