//! What is drawn on a panel: dots, lines, bars.

use super::frame::Frame;
use super::panel::PlotArea;
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
    /// A hollow dot for each day; none with bins.
    Hollow { pen: i32, values: &'a [Option<f64>], bin: usize },
    /// A cross over the dots of some days; none with bins.
    Crosses { days: &'a [usize], values: &'a [Option<f64>], pen: i32, bin: usize },
    /// A line through a value of each day, broken where there is none.
    Line { class: &'static str, values: Cow<'a, [Option<f64>]> },
    /// A line through the median of each bin, broken where fewer than four are known.
    Medians { values: &'a [Option<f64>], bin: usize },
    /// Bars, each on what lies below it.
    Bars(Bars),
    /// Anything else.
    Own(Draw<'a>),
}

/// What draws on a panel.
type Draw<'a> = Box<dyn Fn(&mut Svg, &PlotArea<'_>) + 'a>;

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
    pub(super) fn draw(&self, svg: &mut Svg, area: &PlotArea<'_>) {
        let PlotArea { frame, time, scale } = area;
        match self {
            Self::Floor => frame.draw_floor(svg, scale.bottom),
            Self::Dots { class, pen, values, bin } => {
                let mut path = svg.dots(class, *pen);
                each_dot(time, scale, values, *bin, |x, y| path.dot(x, y));
            }
            Self::Hollow { pen, values, bin } if *bin <= 1 && values.iter().any(Option::is_some) => {
                for (class, pen) in [("dots", *pen), ("hole", pen * 11 / 20)] {
                    let mut path = svg.dots(class, pen);
                    each_dot(time, scale, values, *bin, |x, y| path.dot(x, y));
                }
            }
            Self::Crosses { days, values, pen, bin } if *bin <= 1 && !days.is_empty() => {
                let mut path = svg.path("cross");
                for day in *days {
                    let Some(value) = values.get(*day).copied().flatten() else { continue };
                    let (x, y, half) = (time.centre(count(*day)), scale.y(value), pen * 3 / 4);
                    path.start(x - half, y + half);
                    path.line(x + half, y - half);
                }
            }
            Self::Hollow { .. } | Self::Crosses { .. } => {}
            Self::Line { class, values } => {
                let time = Time { days: count(values.len()), ..*time };
                let place = |(day, value): (usize, &Option<f64>)| Some((time.centre(count(day)), scale.y((*value)?)));
                line(svg, class, values.iter().enumerate().map(place));
            }
            Self::Medians { values, bin } => {
                let place = |(x, days)| Some((x, scale.y(series::median(days)?)));
                line(svg, "median", bins(time, values, *bin).map(place));
            }
            Self::Bars(bars) => bars.draw(svg, scale),
            Self::Own(draw) => draw(svg, area),
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

/// Returns the layers of daily scores: their dots, hollow ones for mornings, crosses, and the line of their medians.
pub(super) fn scores<'a>(series: &'a Series<'_>, frame: &Frame, pen: i32) -> [Layer<'a>; 4] {
    let bin = frame.bin(series.values.len());
    let line = match bin {
        1 => Layer::Line { class: "median", values: Cow::Borrowed(&series.median) },
        _ => Layer::Medians { values: &series.values, bin },
    };
    let hollow = Layer::Hollow { pen, values: &series.mornings, bin };
    let crosses = Layer::Crosses { days: &series.eased, values: &series.values, pen, bin };
    [hollow, Layer::Dots { class: "dots", pen, values: &series.values, bin }, crosses, line]
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
        let days = values.iter().enumerate().filter_map(|(day, value)| Some((day, (*value)?)));
        return days.for_each(|(day, value)| each(time.centre(count(day)), scale.y(value)));
    }
    for (x, days) in bins(time, values, bin) {
        let mut heights: Vec<i32> = days.iter().flatten().map(|&value| scale.y(value)).collect();
        heights.sort_unstable();
        heights.dedup();
        heights.into_iter().for_each(|y| each(x, y));
    }
}

/// Returns the middle of each bin of several days, and its days.
fn bins<'v>(time: &Time, values: &'v [Option<f64>], bin: usize) -> impl Iterator<Item = (i32, &'v [Option<f64>])> {
    values.chunks(bin).enumerate().map(move |(n, days)| {
        let from = n * bin;
        (i32::midpoint(time.edge(count(from)), time.edge(count(from + days.len()))), days)
    })
}

/// Draws a line through points, broken where there is none.
fn line(svg: &mut Svg, class: &str, points: impl Iterator<Item = Option<(i32, i32)>>) {
    let mut line = Line { path: svg.path(class), last: None, held: None };
    points.for_each(|point| line.take(point));
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
