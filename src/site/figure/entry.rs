//! The charts of an entry: its four points, and the weeks around it.

use super::{bands, rules};
use crate::chart::Figure;
use crate::chart::around::{self, Around};
use crate::chart::strip::{self, Strip};
use crate::journal::Item;
use crate::site::Site;
use crate::units::{Score, shift};

/// Days on either side of an entry that its small chart shows.
const AROUND: i64 = 21;

/// Three weeks on either side of an entry; `None` where none of these days has a score or a distance.
pub(in crate::site) fn around(site: &Site, item: &Item, id: &str) -> Option<Figure> {
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
    Some(around::draw(&chart, &site.language, id))
}

/// The four points of an entry; `None` where it has none.
pub(in crate::site) fn four_points(item: &Item) -> Option<Strip> {
    item.points.iter().any(Option::is_some).then(|| Strip { points: item.points.map(|p| p.map(Score::value)) })
}

/// The four points drawn large, wide and narrow, with the lines that the writer set.
pub(in crate::site) fn strip(site: &Site, item: &Item, id: &str) -> Option<(String, String)> {
    four_points(item).map(|points| strip::large(&points, &rules(site), &site.language, id))
}

/// The four points drawn small, for lists.
pub(in crate::site) fn small_strip(site: &Site, item: &Item, id: &str) -> Option<String> {
    four_points(item).map(|points| strip::small(&points, &site.language, id))
}
