//! Distance by week.

use super::{Asked, bands};
use crate::chart::weeks::{self, Weeks};
use crate::chart::{Figure, Rule};
use crate::journal::Calendar;
use crate::site::Site;

/// Distance by week.
pub(in crate::site) fn distance(site: &Site, calendar: &Calendar, id: &str) -> Figure {
    draw(site, calendar, &[], None, id)
}

/// The same as a fence asks for it.
pub(super) fn asked(asked: &Asked<'_>) -> Figure {
    draw(asked.site, asked.calendar, &asked.lines(), asked.fence.height, asked.id)
}

fn draw(site: &Site, calendar: &Calendar, rules: &[Rule], height: Option<i32>, id: &str) -> Figure {
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
        rules,
        height,
    };
    weeks::draw(&chart, &site.language, id)
}
