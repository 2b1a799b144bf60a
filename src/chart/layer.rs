//! What is drawn on a panel: dots, lines, bars.

use super::frame::Frame;
use super::scale::{Linear, Time, count};
use super::series::{self, Series};
use super::svg::{Path, Svg};
use std::borrow::Cow;

/// Something drawn on a panel; `bin` days share a place where there are too many.
pub(super) enum Layer<'a> {
    /// The line at the bottom of the panel.
    Floor,
    /// A dot for each day; with bins of several days, one for each value noted in the bin.
    Dots { class: &'static str, pen: i32, values: &'a [Option<f64>], bin: usize },
    /// A line through a value of each day, broken where there is none.
    Line { class: &'static str, values: Cow<'a, [Option<f64>]> },
    /// A line through the median of each bin, broken where fewer than four are known.
    Medians { values: &'a [Option<f64>], bin: usize },
    /// Bars, each on what lies below it.
    Bars(Bars),
    /// Anything else.
    Own(Draw<'a>),
}

/// What draws on a panel, whose scale it gets.
type Draw<'a> = Box<dyn Fn(&mut Svg, &Linear) + 'a>;

/// Bars of one class.
pub(super) struct Bars {
    pub class: &'static str,
    /// The value at the foot and that of the bar, for each.
    pub values: Vec<(f64, f64)>,
    /// The left end and the width of each.
    pub places: Vec<(i32, i32)>,
    /// How far it keeps from its place: hollow bars have a stroke, which must not be wider than a full one.
    pub inset: i32,
}

impl Layer<'_> {
    /// Draws it.
    pub(super) fn draw(&self, svg: &mut Svg, frame: &Frame, time: &Time, scale: &Linear) {
        match self {
            Self::Floor => frame.draw_floor(svg, scale.bottom),
            Self::Dots { class, pen, values, bin } => {
                let mut path = svg.dots_of(class, *pen);
                each_dot(time, scale, values, *bin, |x, y| path.dot(x, y));
            }
            Self::Line { class, values } => {
                median(svg, class, &Time { days: count(values.len()), ..*time }, scale, values);
            }
            Self::Medians { values, bin } => median_of_bins(svg, time, scale, values, *bin),
            Self::Bars(bars) => bars.draw(svg, scale),
            Self::Own(draw) => draw(svg, scale),
        }
    }
}

impl Bars {
    fn draw(&self, svg: &mut Svg, scale: &Linear) {
        let mut path = svg.path(self.class);
        for ((base, value), (x, width)) in self.values.iter().zip(&self.places).filter(|((_, value), _)| *value > 0.0) {
            let foot = scale.y(*base);
            let height = foot - scale.y(base + value);
            path.bar(x + self.inset, foot, (width - 2 * self.inset).max(2), (height - self.inset).max(8));
        }
    }
}

/// Returns the layers of daily scores: their dots, and the line of their medians.
pub(super) fn scores<'a>(series: &'a Series<'_>, frame: &Frame, pen: i32) -> [Layer<'a>; 2] {
    let bin = frame.bin(series.values.len());
    let line = match bin {
        1 => Layer::Line { class: "median", values: Cow::Borrowed(&series.median) },
        _ => Layer::Medians { values: &series.values, bin },
    };
    [Layer::Dots { class: "dots", pen, values: &series.values, bin }, line]
}

/// Calls with the place of each day's value; with bins of several days, of each value noted in the bin.
pub(super) fn each_dot(
    time: &Time,
    scale: &Linear,
    values: &[Option<f64>],
    bin: usize,
    mut each: impl FnMut(i32, i32),
) {
    if bin <= 1 {
        for (day, &value) in values.iter().enumerate() {
            if let Some(value) = value {
                each(time.centre(count(day)), scale.y(value));
            }
        }
        return;
    }
    let mut heights = Vec::new();
    for (n, days) in values.chunks(bin).enumerate() {
        heights.clear();
        heights.extend(days.iter().flatten().map(|&value| scale.y(value)));
        heights.sort_unstable();
        heights.dedup();
        let from = n * bin;
        let x = i32::midpoint(time.edge(count(from)), time.edge(count(from + days.len())));
        heights.iter().for_each(|&y| each(x, y));
    }
}

/// Draws a line through a value of each day, broken where there is none.
pub(super) fn median(svg: &mut Svg, class: &str, time: &Time, scale: &Linear, values: &[Option<f64>]) {
    let mut line = Line { path: svg.path(class), last: None, held: None };
    for (day, value) in values.iter().enumerate() {
        line.take(value.map(|value| (time.centre(count(day)), scale.y(value))));
    }
    line.take(None);
}

/// Draws a line through the median of each bin of several days, broken where fewer than four are known.
pub(super) fn median_of_bins(svg: &mut Svg, time: &Time, scale: &Linear, values: &[Option<f64>], bin: usize) {
    let mut line = Line { path: svg.path("median"), last: None, held: None };
    for (n, days) in values.chunks(bin).enumerate() {
        let from = n * bin;
        let x = i32::midpoint(time.edge(count(from)), time.edge(count(from + days.len())));
        line.take(series::median(days).map(|value| (x, scale.y(value))));
    }
    line.take(None);
}

/// A line that drops the points a level stretch does not need.
struct Line<'a> {
    path: Path<'a>,
    /// The last point written, and whether a stretch was drawn since the line began.
    last: Option<((i32, i32), bool)>,
    /// The end of the stretch that is still growing.
    held: Option<(i32, i32)>,
}

impl Line<'_> {
    fn take(&mut self, point: Option<(i32, i32)>) {
        let grows =
            matches!((self.last, self.held, point), (Some((a, _)), Some(b), Some(c)) if a.1 == b.1 && b.1 == c.1);
        if let Some((x, y)) = self.held.take_if(|_| !grows) {
            self.path.line(x, y);
            self.last = Some(((x, y), true));
        }
        match (self.last, point) {
            (None, Some((x, y))) => {
                self.path.start(x, y);
                self.last = Some(((x, y), false));
            }
            (Some(_), Some(_)) => self.held = point,
            (Some(((x, y), drawn)), None) => {
                // A lone median is a point, which needs a stretch of no length to show.
                if !drawn {
                    self.path.line(x, y);
                }
                self.last = None;
            }
            (None, None) => {}
        }
    }
}
