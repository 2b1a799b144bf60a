//! Three weeks on either side of an entry.

use super::Scope;
use crate::chart::Figure;
use crate::chart::around::{self, Around};
use crate::units::shift;
use jiff::civil::Date;

/// Days on either side of an entry that its small chart shows.
const REACH: i64 = 21;

/// Draws the days around one; none where none of these has a score or a distance.
#[must_use]
pub fn draw(scope: &Scope<'_>, day: Date, id: &str) -> Option<Figure> {
    let scope = scope.between(shift(day, -REACH), shift(day, REACH))?;
    let shown = &scope.shown;
    if shown.pain.iter().all(Option::is_none) && shown.days.iter().all(|d| d.run + d.walk == 0) {
        return None;
    }
    let unit = scope.source.config.units;
    let chart = Around {
        day,
        first: shown.first,
        values: &shown.pain,
        median: &shown.median,
        run: &shown.days.iter().map(|d| unit.of(d.run)).collect::<Vec<f64>>(),
        walk: &shown.days.iter().map(|d| unit.of(d.walk)).collect::<Vec<f64>>(),
        unit: unit.symbol(),
        bands: &scope.bands(),
    };
    Some(around::draw(&chart, scope.source.language, id))
}
