//! A panel of an exercise: values of some days on one scale, left and right apart.

use super::super::frame::{self, Frame};
use super::super::label;
use super::super::scale::{Linear, Time, count, nice};
use super::super::svg::Svg;
use super::super::words::Words;

/// A panel: what it shows, and a value for each day.
pub(super) struct Panel {
    /// Its name.
    pub name: String,
    /// How its values are laid out.
    pub scale: Measure,
    /// The values of the left side, or of both at once.
    pub left: Vec<Option<f64>>,
    /// The values of the right side.
    pub right: Vec<Option<f64>>,
}

/// How a panel's values are laid out.
pub(super) enum Measure {
    /// An amount from 0 up.
    Amount,
    /// Pain, 0–10.
    Pain,
    /// One of these names, without distances between them.
    Names(Vec<String>),
}

impl Panel {
    pub(super) fn height(&self) -> i32 {
        match &self.scale {
            Measure::Amount => 480,
            Measure::Pain => 400,
            Measure::Names(names) => 300 * count(names.len()),
        }
    }

    fn most(&self) -> f64 {
        self.left.iter().chain(&self.right).flatten().copied().fold(0.0, f64::max)
    }
}

/// Draws a panel between two heights.
pub(super) fn draw(svg: &mut Svg, words: Words<'_>, frame: &Frame, time: &Time, panel: &Panel, top: i32, foot: i32) {
    let (step, max) = match &panel.scale {
        Measure::Amount => nice(panel.most(), 2),
        Measure::Pain => (5.0, 10.0),
        Measure::Names(names) => (1.0, f64::from(count(names.len()) - 1).max(0.0)),
    };
    let scale = Linear { max, top, bottom: foot };
    if let Measure::Names(names) = &panel.scale {
        let y = |row: usize| foot - 100 - 300 * count(row);
        {
            let mut grid = svg.path("grid");
            for row in 0..names.len() {
                grid.start(frame.left, y(row));
                grid.line(frame.right, y(row));
            }
        }
        for (row, name) in names.iter().enumerate() {
            let text = label::shorten(name, frame.em, frame.right - frame.left);
            svg.text("halo", frame.left, y(row) - 60, &text);
        }
        let names = Linear { max, top: y(names.len().saturating_sub(1)), bottom: y(0) };
        draw_sides(svg, frame, time, &names, panel);
    } else {
        frame.draw_values(svg, words, &scale, step);
        draw_sides(svg, frame, time, &scale, panel);
    }
    frame.draw_floor(svg, foot);
}

fn draw_sides(svg: &mut Svg, frame: &Frame, time: &Time, scale: &Linear, panel: &Panel) {
    let class = if matches!(panel.scale, Measure::Pain) { "dots" } else { "lifts" };
    let bin = bin(frame, panel.left.len());
    let known = usize::max(panel.left.iter().flatten().count(), panel.right.iter().flatten().count());
    let pen = match known {
        0..=40 => 66,
        41..=120 => 56,
        121..=300 => 44,
        _ => 38,
    };
    frame::dots_of(svg, class, pen, time, scale, &panel.left, bin);
    // Strokes stay apart where days stand close, and show on a dot at the same height.
    let class = if matches!(panel.scale, Measure::Pain) { "link" } else { "bout" };
    let mut path = svg.path(class);
    frame::each_dot(time, scale, &panel.right, bin, |x, y| {
        path.start(x, y - 50);
        path.line(x, y + 50);
    });
}

/// Returns the days in a bin of a column, which may be half as wide as a page.
pub(super) fn bin(frame: &Frame, days: usize) -> usize {
    let is_half = frame.right - frame.left < 5000;
    frame::bin_of_days(if is_half { &Frame::NARROW } else { frame }, days)
}

/// Returns the bands of an exercise, in the order they were first used.
pub(super) fn bands(exercise: &super::Exercise) -> Vec<String> {
    let mut bands: Vec<String> = Vec::new();
    for band in exercise.bouts.iter().filter_map(|bout| bout.band.as_ref()) {
        if !bands.contains(band) {
            bands.push(band.clone());
        }
    }
    bands
}
