//! Pain above, what was done below.

use super::{Chart, Scope};
use crate::chart::double::{self, Double};
use crate::chart::{Figure, Rule, Work, options};
use crate::fields::{Fields, Value};

/// What a chart of pain and load takes.
#[derive(Debug, Default)]
pub struct Options {
    work: Option<Work>,
    window: Option<usize>,
    /// Whether pain stands a day earlier than it was felt.
    shift: bool,
    lines: Vec<Rule>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self {
            work: options::work(fields),
            window: options::window(fields),
            shift: fields.read("shift", Value::bool).unwrap_or(false),
            lines: options::lines(fields),
        }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let shown = &scope.shown;
        let done = scope.done(&shown.days, self.work);
        let (window, median) = scope.median(self.window);
        let (mut pain, mut median) = (shown.pain.clone(), median.into_owned());
        if self.shift {
            // The day after the last one shown may be known too.
            let after = scope.whole.index(shown.last()).map(|last| last + 1);
            let next = |values: &[Option<f64>]| after.and_then(|at| values.get(at).copied().flatten());
            pain.rotate_left(1);
            median.rotate_left(1);
            let (last, last_median) = (next(&scope.whole.pain), next(&scope.whole.median));
            if let Some(end) = pain.last_mut() {
                *end = last;
            }
            if let Some(end) = median.last_mut() {
                *end = last_median.filter(|_| self.window.is_none());
            }
        }
        let chart = Double {
            first: shown.first,
            pain: &pain,
            median: &median,
            window,
            shifted: self.shift,
            work: &done.amounts,
            done: done.work,
            unit: &done.unit,
            bands: &scope.bands(),
            rules: &scope.rules(&self.lines),
            week_start: scope.source.config.week_start,
        };
        double::draw(&chart, scope.source.language, id)
    }
}
