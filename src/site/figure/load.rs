//! What was done, and pain beside it.

use super::{Asked, bands};
use crate::chart::Figure;
use crate::chart::double::{self, Double};
use crate::chart::facets::{self, Facet, Facets};
use crate::chart::heat::{self, Heat};
use crate::chart::means::{self, Means};
use crate::chart::points::{self, Points};
use crate::journal::Day;
use crate::journal::metrics::acwr::acwr;
use crate::journal::metrics::lag::{self, Correlation};
use crate::journal::metrics::rolling::rolling;
use crate::journal::metrics::whole as whole_number;
use crate::markdown::Work;
use crate::text::words;
use crate::units::Score;

/// What a chart counts as done: its name, its unit, and its amount on each day.
struct Done {
    what: &'static str,
    /// What a day has on which it was done.
    deed: &'static str,
    unit: &'static str,
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
        let (what, deed, unit) = match work {
            Work::Run => ("distance run", "a run", unit.symbol()),
            Work::Walk => ("distance walked", "a walk", unit.symbol()),
            Work::Distance => ("distance of all kinds", "any distance", unit.symbol()),
            Work::Load => ("load", "a load", "effort × min"),
        };
        Done { what, deed, unit, amounts: days.iter().map(|day| (day.entries > 0).then(|| amount(day))).collect() }
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
        what: done.what,
        deed: done.deed,
        unit: done.unit,
        bands: &bands(site, calendar),
        rules: &asked.rules(),
        week_start: site.config.week_start,
    };
    double::draw(&chart, asked.id)
}

/// A square for each day.
pub(super) fn calendar(asked: &Asked<'_>) -> Figure {
    let Asked { site, fence, calendar, .. } = asked;
    let done = fence.work.map(|work| asked.done(&calendar.days, work));
    let chart = Heat {
        what: done.as_ref().map_or("worst pain", |done| done.what),
        deed: done.as_ref().map_or("", |done| done.deed),
        unit: done.as_ref().map(|done| done.unit),
        first: calendar.first,
        values: done.as_ref().map_or(&calendar.pain, |done| &done.amounts),
        week_start: site.config.week_start,
    };
    heat::draw(&chart, asked.id)
}

/// Before, during, after and the next day.
pub(super) fn four_points(asked: &Asked<'_>) -> Figure {
    let calendar = asked.calendar;
    let noted = calendar.days.iter().enumerate().filter(|(_, day)| day.points.iter().any(Option::is_some));
    let days: Vec<_> =
        noted.map(|(at, day)| (calendar.date(at), day.points.map(|point| point.map(Score::value)))).collect();
    let chart = Points { days: &days, span: (calendar.first, calendar.last()), rules: &asked.rules() };
    points::draw(&chart, asked.id)
}

/// What is known against ratios of load.
const CRITIQUE: &str = "This ratio is in wide use and was not found to tell who gets injured: dividing by a constant or by \
     chance did as well (Impellizzeri and others 2020, doi 10.1123/ijspp.2019-0864), and after a break its divisor goes to \
     zero. So there are no zones here.";

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
    let ratio = match (last, ratios.coupled) {
        (Some(_), Some(coupled)) => {
            let rest = [("of the 21 days before", ratios.uncoupled), ("weighted", ratios.ewma)];
            let rest = rest.into_iter().filter_map(|(name, ratio)| Some(format!("{} {name}", hundredths(ratio?))));
            let rest: Vec<String> = rest.collect();
            let others = if rest.is_empty() { String::new() } else { format!(" ({})", rest.join(", ")) };
            format!("On the last day the one divided by the other is {}{others}.", hundredths(coupled))
        }
        (None, _) if chronic.last().copied().flatten().is_some() => {
            format!("No ratio: the mean of 28 days is not above {}.", words::decimals(floor, 1))
        }
        _ => format!("No ratio: {} of the last 28 days are known, and it needs 23.", ratios.n),
    };
    let shown = asked.done(&calendar.days, work);
    let chart = Means {
        first: calendar.first,
        work: &shown.amounts,
        acute: &acute,
        chronic: &chronic,
        what: all.what,
        unit: all.unit,
        ratio: &ratio,
        critique: CRITIQUE,
        week_start: site.config.week_start,
    };
    means::draw(&chart, asked.id)
}

/// The lags that are looked at, with whose pain each is; the first can't be an effect of what came after it.
const LAGS: [(i64, &str); 4] =
    [(-1, "pain the day before"), (0, "pain the same day"), (1, "pain the next day"), (2, "pain two days later")];

/// What was done against pain at four lags.
pub(super) fn lags(asked: &Asked<'_>) -> Figure {
    let calendar = asked.calendar;
    let done = asked.done(&calendar.days, asked.work());
    let mut all = Vec::new();
    let mut facets = Vec::new();
    for (lag, name) in LAGS {
        let pairs = lag::pairs(&done.amounts, &calendar.pain, lag);
        let found = lag::correlate(&pairs);
        let days = calendar.days.len().saturating_sub(usize::try_from(lag.abs()).unwrap_or(0));
        facets.push(Facet { name: name.to_owned(), figure: figure(&found), pairs, days });
        all.push(found);
    }
    let say = match all[2].rho {
        Ok(rho) if all[2].n >= lag::ENOUGH => {
            let before = all[0].rho.map_or_else(|_| "not defined".to_owned(), hundredths);
            let interval =
                all[2].interval.map_or_else(String::new, |(a, b)| format!(" ({} to {})", hundredths(a), hundredths(b)));
            format!(
                "{} and pain the next day: ρ {}{interval}, {} of {} pairs of days; the day before, which it could not change: {before}.",
                double::capital(done.what),
                hundredths(rho),
                all[2].n,
                facets[2].days
            )
        }
        _ => format!("Too few to say: {} of {} pairs of days are known.", all[2].n, facets[2].days),
    };
    let effective = all[2].effective.filter(|n| *n < whole_number(all[2].n));
    let alike = effective.map_or_else(String::new, |n| {
        format!(" Days in a row are alike: the {} pairs amount to about {}.", all[2].n, words::decimals(n.max(0.0), 0))
    });
    let how = format!(
        "ρ is a rank correlation from −1 to 1 with its interval of 95 %; four pairings were looked at. The first is a control: people \
         do less when sore.{alike} None says what caused what."
    );
    let last = calendar.last();
    let span = format!("{} to {}", words::long_date(calendar.first), words::long_date(last));
    let chart = Facets { what: done.what, unit: done.unit, span: &span, facets: &facets, say: &say, how: &how };
    facets::draw(&chart, asked.id)
}

/// What is said of a correlation, by how many pairs it rests on.
fn figure(found: &Correlation) -> [String; 2] {
    let n = found.n;
    let Ok(rho) = found.rho else {
        let why = if n < lag::LEAST { "too few to say" } else { "all the same" };
        return [why.to_owned(), format!("n {n}")];
    };
    let interval = found.interval.map_or_else(String::new, |(a, b)| format!("{} to {}", hundredths(a), hundredths(b)));
    if n < lag::ENOUGH {
        return [format!("too few to say, n {n}"), interval];
    }
    [format!("ρ {}, n {n}", hundredths(rho)), interval]
}

/// A number with two decimals and a true minus.
fn hundredths(value: f64) -> String {
    words::fixed(value, 2).replace('-', "−")
}
