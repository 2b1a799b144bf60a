//! The bars of weeks: their parts, and what is drawn of them in a panel.

use crate::chart::frame;
use crate::chart::layer::{Bars, Layer};
use crate::chart::panel::PlotArea;
use crate::chart::scale::Time;
use crate::journal::Week;
use std::ops::Range;

/// The classes of the parts of a week, and the messages that name them in the table.
pub(super) const PARTS: [(&str, &str); 4] =
    [("run", "chart-run"), ("run-span", "chart-run-span"), ("walk", "chart-walk"), ("other", "chart-other")];

/// What was run over several days together.
pub(super) const SPAN: usize = 1;

/// One bar: a week, or the mean of several when there are too many to tell apart.
pub(super) struct Bar {
    /// Its first day and the day after its last, inside the chart.
    pub from: i32,
    pub to: i32,
    pub parts: [f64; PARTS.len()],
    pub is_cut: bool,
    pub is_unknown: bool,
}

impl Bar {
    /// Returns what some of its parts come to.
    pub(super) fn sum(&self, parts: &Range<usize>) -> f64 {
        self.parts[parts.clone()].iter().sum()
    }

    /// Returns the left end and the width.
    pub(super) fn sides(&self, time: &Time) -> (i32, i32) {
        let (left, right) = (time.edge(self.from), time.edge(self.to));
        let air = (right - left) * 3 / 20;
        (left + air, (right - left - 2 * air).max(6))
    }
}

/// Returns the layers of a panel: the parts of its bars, the slots of empty weeks, the stripes of part weeks.
pub(super) fn layers<'a>(bars: &'a [Bar], parts: &'a Range<usize>, time: Time) -> Vec<Layer<'a>> {
    let part = |part: usize| {
        Layer::Bars(Bars {
            class: PARTS[part].0,
            values: bars.iter().map(|bar| (bar.sum(&(parts.start..part)), bar.parts[part])).collect(),
            places: bars.iter().map(|bar| bar.sides(&time)).collect(),
            inset: if part <= SPAN { 0 } else { 6 },
        })
    };
    let mut layers: Vec<Layer<'a>> = parts.clone().map(part).collect();
    layers.push(Layer::Own(Box::new(move |svg, PlotArea { scale, .. }| {
        // A week with entries and no distance is known to be empty, which a gap would not say.
        if parts.end < PARTS.len() {
            let mut slots = svg.path("axis");
            let empty = bars.iter().filter(|bar| !bar.is_unknown && bar.sum(parts) <= 0.0);
            for (x, width) in empty.map(|bar| bar.sides(&time)) {
                slots.bar(x, scale.bottom, width, 20);
            }
        }
        let mut cuts = svg.path("cut");
        for bar in bars.iter().filter(|bar| bar.is_cut) {
            let ((x, width), top) = (bar.sides(&time), scale.y(bar.sum(parts)));
            frame::stripes(&mut cuts, (x, top), (x + width, scale.bottom), scale.bottom - top, 50);
        }
    })));
    layers.push(Layer::Floor);
    layers
}

/// Whether nothing is known of a week.
pub(super) fn is_unknown(week: &Week) -> bool {
    week.known == 0 && week.span == 0
}

/// Returns the stretches of weeks without any entry: first day and length.
pub(super) fn unknown(bars: &[Bar]) -> Vec<(i32, i32)> {
    let stretches = bars.chunk_by(|a, b| a.is_unknown && b.is_unknown && a.to == b.from);
    stretches
        .filter(|bars| bars[0].is_unknown)
        .map(|bars| (bars[0].from, bars[bars.len() - 1].to - bars[0].from))
        .collect()
}
