//! Distance by week.

use super::{Chart, Scope};
use crate::chart::weeks::{self, Weeks};
use crate::chart::{Figure, Rule, options};
use crate::fields::Fields;

/// What a chart of weeks takes.
#[derive(Debug, Default)]
pub struct Options {
    lines: Vec<Rule>,
    height: Option<i32>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { lines: options::lines(fields), height: options::height(fields) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (config, shown) = (scope.source.config, &scope.shown);
        let unit = config.units;
        let weeks: Vec<weeks::Week> = shown
            .weeks(config.week_start)
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
            first: shown.first,
            last: shown.last(),
            bands: &scope.bands(),
            rules: &self.lines,
            height: self.height,
        };
        weeks::draw(&chart, scope.source.language, id)
    }
}
