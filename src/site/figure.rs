//! From the journal's days to charts: the only place that knows both.

use super::Site;
use crate::chart::around::{self, Around};
use crate::chart::strip::{self, Strip};
use crate::chart::timeline::{self, Timeline};
use crate::chart::weeks::{self, Weeks};
use crate::chart::{Band, Figure, Mark, Rule};
use crate::entry::Entry;
use crate::journal::{Calendar, Item};
use crate::markdown::{Bound, ChartFence, ChartKind};
use crate::text::slug::slug;
use crate::units::{Score, shift};
use jiff::civil::Date;

/// Days on either side of an entry that its small chart shows.
const AROUND: i64 = 21;

/// The pain of each day with its median.
pub(super) fn pain(site: &Site, calendar: &Calendar, injury: Option<usize>, id: &str) -> Figure {
    timeline::draw(
        &Timeline {
            what: "Worst pain of each day",
            first: calendar.first,
            values: &calendar.pain,
            median: &calendar.median,
            bands: &bands(site, calendar),
            marks: &marks(site, calendar, injury),
            rules: &rules(site),
            week_start: site.config.week_start,
        },
        id,
    )
}

/// Distance by week.
pub(super) fn distance(site: &Site, calendar: &Calendar, id: &str) -> Figure {
    let unit = site.config.units;
    let weeks: Vec<weeks::Week> = calendar
        .weeks(site.config.week_start)
        .iter()
        .map(|w| weeks::Week {
            start: w.start,
            run: unit.of(w.run),
            walk: unit.of(w.walk),
            other: unit.of(w.other),
            logged: w.logged,
            days: w.days,
        })
        .collect();
    let chart = Weeks {
        unit: unit.symbol(),
        weeks: &weeks,
        first: calendar.first,
        last: calendar.last(),
        bands: &bands(site, calendar),
        rules: &[],
    };
    weeks::draw(&chart, id)
}

/// Three weeks on either side of an entry; `None` where none of these days has a score or a distance.
pub(super) fn around(site: &Site, item: &Item, id: &str) -> Option<Figure> {
    let day = item.entry.date?;
    let calendar = match item.injury {
        Some(injury) => site.journal.injuries[injury].calendar.as_ref(),
        None => site.journal.calendar.as_ref(),
    }?;
    let cut = calendar.cut(shift(day, -AROUND), shift(day, AROUND))?;
    if cut.pain.iter().all(Option::is_none) && cut.days.iter().all(|d| d.run + d.walk == 0) {
        return None;
    }
    let unit = site.config.units;
    let run: Vec<f64> = cut.days.iter().map(|d| unit.of(d.run)).collect();
    let walk: Vec<f64> = cut.days.iter().map(|d| unit.of(d.walk)).collect();
    let chart = Around {
        day,
        first: cut.first,
        values: &cut.pain,
        median: &cut.median,
        run: &run,
        walk: &walk,
        unit: unit.symbol(),
        bands: &bands(site, &cut),
    };
    Some(around::draw(&chart, id))
}

/// The four points of an entry; `None` where it has none.
pub(super) fn four_points(item: &Item) -> Option<Strip> {
    item.points.iter().any(Option::is_some).then(|| Strip { points: item.points.map(|p| p.map(Score::value)) })
}

/// The four points drawn large, wide and narrow, with the lines that the writer set.
pub(super) fn strip(site: &Site, item: &Item, id: &str) -> Option<(String, String)> {
    four_points(item).map(|points| strip::large(&points, &rules(site), id))
}

/// The four points drawn small, for lists.
pub(super) fn small_strip(item: &Item, id: &str) -> Option<String> {
    four_points(item).map(|points| strip::small(&points, id))
}

/// The chart that a fence asks for.
pub(super) fn for_fence(site: &Site, entry: &Entry, fence: &ChartFence, id: &str) -> Figure {
    let index = fence.injury.as_deref().and_then(|name| {
        let wanted = slug(name);
        site.journal.injuries.iter().position(|i| i.injury.slug == wanted || slug(&i.injury.name) == wanted)
    });
    let whole = match index {
        Some(index) => site.journal.injuries[index].calendar.as_ref(),
        None => site.journal.calendar.as_ref(),
    };
    let day = |bound: &Option<Bound>, start: bool| bound.as_ref().and_then(|b| day_of(site, entry, b, start));
    let cut = whole.and_then(|calendar| {
        let from = day(&fence.from, true).unwrap_or(calendar.first);
        let to = day(&fence.to, false).unwrap_or_else(|| calendar.last());
        calendar.cut(from, to)
    });
    let Some(calendar) = cut else {
        let say = "No day to show: no entry with a date lies in this span.".to_owned();
        return Figure { say, ..Figure::default() };
    };
    match fence.kind {
        ChartKind::PainTimeline => pain(site, &calendar, index, id),
        ChartKind::WeeklyDistance => distance(site, &calendar, id),
        ChartKind::Sparkline => sparkline(&calendar),
    }
}

/// A small line of pain with the words that carry its meaning.
fn sparkline(calendar: &Calendar) -> Figure {
    let values = &calendar.pain;
    let line = crate::chart::spark::draw(values);
    let last = values.iter().rev().flatten().next();
    let coverage = format!("{} of {} days logged.", calendar.scored(), values.len());
    let say = match last {
        Some(last) => format!("Pain {} at last.", crate::text::words::score(*last)),
        None => "No pain was logged.".to_owned(),
    };
    Figure { say, how: format!("Worst pain of each day, 0–10. {coverage}"), wide: line, ..Figure::default() }
}

/// The day that a fence's bound means.
fn day_of(site: &Site, entry: &Entry, bound: &Bound, start: bool) -> Option<Date> {
    match bound {
        Bound::Day(day) => Some(*day),
        Bound::Back(days) => {
            let today = entry.date.or_else(|| site.journal.calendar.as_ref().map(Calendar::last))?;
            Some(shift(today, -*days))
        }
        Bound::Phase(name) => {
            let phase = site.config.phases.iter().find(|p| slug(&p.name) == slug(name))?;
            if start { Some(phase.start) } else { phase.end }
        }
    }
}

/// The phases that overlap the days of a chart.
fn bands(site: &Site, calendar: &Calendar) -> Vec<Band> {
    let (first, last) = (calendar.first, calendar.last());
    let inside = site.config.phases.iter().filter(|p| p.start <= last && p.end.is_none_or(|end| end >= first));
    inside.map(|p| Band { from: p.start, to: p.end.unwrap_or(last), label: p.name.clone() }).collect()
}

/// The milestones inside the days of a chart, of one injury where the chart is of one.
fn marks(site: &Site, calendar: &Calendar, injury: Option<usize>) -> Vec<Mark> {
    let journal = &site.journal;
    let inside = journal.milestones.iter().filter(|m| calendar.index(m.date).is_some());
    let own = inside.filter(|m| injury.is_none() || journal.items[m.item].injury == injury);
    own.map(|m| Mark {
        date: m.date,
        label: m.label.clone(),
        href: site.addresses.get(&journal.items[m.item].entry.path).map(|a| site.path(a)),
    })
    .collect()
}

/// The writer's ceiling, where one was set.
fn rules(site: &Site) -> Vec<Rule> {
    let rules = &site.config.rules;
    if !rules.set {
        return Vec::new();
    }
    let whose = if rules.provenance.is_empty() { "I set".to_owned() } else { rules.provenance.clone() };
    vec![Rule { value: rules.ceiling, label: format!("the ceiling {whose}"), from: None }]
}
