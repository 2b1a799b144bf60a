//! Pain by day.

use super::{Chart, Scope};
use crate::chart::timeline::{self, Timeline};
use crate::chart::{Figure, Rule, options};
use crate::fields::Fields;

/// What a pain timeline takes.
#[derive(Debug, Default)]
pub struct Options {
    window: Option<usize>,
    lines: Vec<Rule>,
    height: Option<i32>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { window: options::window(fields), lines: options::lines(fields), height: options::height(fields) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (window, median) = scope.median(self.window);
        let chart = Timeline {
            first: scope.shown.first,
            values: &scope.shown.pain,
            median: &median,
            window,
            bands: &scope.bands(),
            marks: &scope.marks(),
            rules: &scope.rules(&self.lines),
            week_start: scope.source.config.week_start,
            height: self.height,
        };
        timeline::draw(&chart, scope.source.language, id)
    }
}
