//! What was done, and pain beside it.

use super::{Asked, bands};
use crate::chart::double::{self, Double};
use crate::chart::facets::{self, Facet, Facets};
use crate::chart::heat::{self, Heat};
use crate::chart::means::{self, Means};
use crate::chart::points::{self, Points};
use crate::chart::{self, Figure};
use crate::journal::Day;
use crate::journal::metrics::acwr::acwr;
use crate::journal::metrics::lag::{self, Correlation};
use crate::journal::metrics::rolling::rolling;
use crate::journal::metrics::whole as whole_number;
use crate::language::Language;
use crate::markdown::Work;
use crate::units::Score;

/// What a chart counts as done: what it is, its unit, and its amount on each day.
struct Done {
    work: chart::Work,
    unit: String,
    amounts: Vec<Option<f64>>,
}

impl Asked<'_> {
    /// What the fence counts: without a word the load where any day has one, else the distance run.
    fn work(&self) -> Work {
        let has_load = || self.calendar.days.iter().any(|day| day.load > 0.0);
        self.fence.work.unwrap_or_else(|| if has_load() { Work::Load } else { Work::Run })
    }

    /// What was done on some days; unknown where there is no entry.
    fn done(&self, days: &[Day], work: Work) -> Done {
        let unit = self.site.config.units;
        let amount = |day: &Day| match work {
            Work::Run => unit.of(day.run),
            Work::Walk => unit.of(day.walk),
            Work::Distance => unit.of(day.run.saturating_add(day.walk).saturating_add(day.other)),
            Work::Load => day.load,
        };
        let distance = || unit.symbol().to_owned();
        let (work, unit) = match work {
            Work::Run => (chart::Work::Run, distance()),
            Work::Walk => (chart::Work::Walk, distance()),
            Work::Distance => (chart::Work::Distance, distance()),
            Work::Load => (chart::Work::Load, self.site.language.words.word("chart-unit-load")),
        };
        Done { work, unit, amounts: days.iter().map(|day| (day.entries > 0).then(|| amount(day))).collect() }
    }
}

/// Pain above, what was done below.
pub(super) fn pain_and_load(asked: &Asked<'_>) -> Figure {
    let Asked { site, fence, calendar, whole, .. } = asked;
    let done = asked.done(&calendar.days, asked.work());
    let (window, mut median) = asked.median();
    let mut pain = calendar.pain.clone();
    if fence.shift {
        // The day after the last one shown may be known too.
        let after = whole.index(calendar.last()).map(|last| last + 1);
        let next = |values: &[Option<f64>]| after.and_then(|at| values.get(at).copied().flatten());
        pain.rotate_left(1);
        median.rotate_left(1);
        let (last, last_median) = (next(&whole.pain), next(&whole.median));
        if let Some(end) = pain.last_mut() {
            *end = last;
        }
        if let Some(end) = median.last_mut() {
            *end = last_median.filter(|_| fence.window.is_none());
        }
    }
    let chart = Double {
        first: calendar.first,
        pain: &pain,
        median: &median,
        window,
        shifted: fence.shift,
        work: &done.amounts,
        done: done.work,
        unit: &done.unit,
        bands: &bands(site, calendar),
        rules: &asked.rules(),
        week_start: site.config.week_start,
    };
    double::draw(&chart, &site.language, asked.id)
}

/// A square for each day.
pub(super) fn calendar(asked: &Asked<'_>) -> Figure {
    let Asked { site, fence, calendar, .. } = asked;
    let done = fence.work.map(|work| asked.done(&calendar.days, work));
    let chart = Heat {
        done: done.as_ref().map(|done| (done.work, done.unit.as_str())),
        first: calendar.first,
        values: done.as_ref().map_or(&calendar.pain, |done| &done.amounts),
        week_start: site.config.week_start,
    };
    heat::draw(&chart, &site.language, asked.id)
}

/// Before, during, after and the next day.
pub(super) fn four_points(asked: &Asked<'_>) -> Figure {
    let calendar = asked.calendar;
    let noted = calendar.days.iter().enumerate().filter(|(_, day)| day.points.iter().any(Option::is_some));
    let days: Vec<_> =
        noted.map(|(at, day)| (calendar.date(at), day.points.map(|point| point.map(Score::value)))).collect();
    let chart = Points { days: &days, span: (calendar.first, calendar.last()), rules: &asked.rules() };
    points::draw(&chart, &asked.site.language, asked.id)
}

/// The means of 7 and 28 days.
pub(super) fn acute_chronic(asked: &Asked<'_>) -> Figure {
    let Asked { site, fence, calendar, whole, .. } = asked;
    let work = asked.work();
    let all = asked.done(&whole.days, work);
    let from = whole.index(calendar.first).unwrap_or(0);
    let to = from + calendar.days.len();
    // The first days shown have those before them in their means; a mean over 28 days needs as many.
    let mean = |window: usize, least: usize| {
        let mut means = vec![None; all.amounts.len()];
        for rolling in rolling(&all.amounts, window, least).into_iter().filter(|r| r.day + 1 >= window) {
            means[rolling.day] = Some(rolling.mean);
        }
        means[from..to].to_vec()
    };
    let (acute, chronic) = (mean(7, 6), mean(28, 23));
    let floor = fence.floor.unwrap_or(0.0);
    let last = chronic.last().copied().flatten().filter(|mean| *mean > floor);
    let ratios = acwr(&all.amounts[..to]);
    let words = &site.language.words;
    let ratio = match (last, ratios.coupled) {
        (Some(_), Some(coupled)) => {
            let said = |id: &str, ratio: Option<f64>| {
                let ratio = hundredths(&site.language, ratio?);
                Some(words.say(id, &[("ratio", ratio.into())]))
            };
            let others = [said("chart-ratio-before", ratios.uncoupled), said("chart-ratio-weighted", ratios.ewma)];
            let others: Vec<String> = others.into_iter().flatten().collect();
            let others = if others.is_empty() { String::new() } else { format!(" ({})", others.join(", ")) };
            let ratio = hundredths(&site.language, coupled);
            words.say("chart-ratio", &[("ratio", ratio.into()), ("others", others.into())])
        }
        (None, _) if chronic.last().copied().flatten().is_some() => {
            words.say("chart-ratio-floor", &[("floor", site.language.numbers.decimals(floor, 1).into())])
        }
        _ => words.say("chart-ratio-few", &[("n", ratios.n.into())]),
    };
    let shown = asked.done(&calendar.days, work);
    let chart = Means {
        first: calendar.first,
        work: &shown.amounts,
        acute: &acute,
        chronic: &chronic,
        done: all.work,
        unit: &all.unit,
        ratio: &ratio,
        critique: &words.word("chart-ratio-critique"),
        week_start: site.config.week_start,
    };
    means::draw(&chart, &site.language, asked.id)
}

/// The lags that are looked at, with whose pain each is; the first can't be an effect of what came after it.
const LAGS: [(i64, &str); 4] =
    [(-1, "chart-lag-before"), (0, "chart-lag-same"), (1, "chart-lag-next"), (2, "chart-lag-later")];

/// What was done against pain at four lags.
pub(super) fn lags(asked: &Asked<'_>) -> Figure {
    let calendar = asked.calendar;
    let language = &*asked.site.language;
    let done = asked.done(&calendar.days, asked.work());
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
            let interval = all[2].interval.map(|ends| format!(" ({})", interval(language, ends))).unwrap_or_default();
            let mut args = pairs().to_vec();
            args.push(("what", chart::capital(&done.work.name(language)).into()));
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
    facets::draw(&chart, language, asked.id)
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

/// A number with two decimals and a true minus.
fn hundredths(language: &Language, value: f64) -> String {
    language.numbers.fixed(value, 2).replace('-', "−")
}
