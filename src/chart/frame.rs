//! What every plot over time shares: its size, the axis of values, bands, hatching, dots and the line of medians.

use super::label::Aside;
use super::scale::{Linear, Time, count, day_number};
use super::svg::{Path, Svg};
use super::words::Words;
use super::{Rule, label};

/// The sizes of a kind of drawing, in tenths.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    /// Its class.
    pub kind: &'static str,
    /// What its ids end with.
    pub suffix: &'static str,
    /// The width of the whole drawing.
    pub width: i32,
    /// Where the plot begins.
    pub left: i32,
    /// Where the plot ends.
    pub right: i32,
    /// The letter size that labels are measured with. The stylesheet sets at most 14.5 and 14; the rest is to spare.
    pub em: i32,
    /// The distance of two lines of a label.
    pub line: i32,
    /// Whether labels stand beside the plot, not on it.
    pub beside: bool,
}

impl Frame {
    /// A drawing across the page.
    pub(super) const WIDE: Self =
        Self { kind: "wide", suffix: "w", width: 9600, left: 300, right: 8560, em: 160, line: 150, beside: true };
    /// A drawing in an entry: the plot ends with the text and its labels hang into the margin.
    pub(super) const ENTRY: Self = Self { width: 6400, right: 5280, ..Self::WIDE };
    /// A drawing on a phone.
    pub(super) const NARROW: Self =
        Self { kind: "narrow", suffix: "n", width: 3600, left: 280, right: 3560, em: 154, line: 168, beside: false };

    /// Returns the height of a plot that is `asked` units high in the wide drawing, where `wide` and `narrow` tenths are usual.
    pub(super) fn tall(&self, asked: i32, narrow: i32, wide: i32) -> i32 {
        if self.beside { asked * 10 } else { asked * 10 * narrow / wide }
    }

    /// Returns the days in a bin of a drawing of some days: one until there are too many to tell their dots apart.
    pub(super) fn bin(&self, days: usize) -> usize {
        let bins = if self.beside { 110 } else { 41 };
        if days <= 800 { 1 } else { days.div_ceil(7 * bins) * 7 }
    }

    /// Returns how large the dots of days are, the smaller the more there are.
    pub(super) fn pen(&self, days: i32) -> i32 {
        match (self.beside, days) {
            (true, ..=60) => 68,
            (true, ..=500) => 50,
            (true, _) => 42,
            (false, ..=40) => 60,
            (false, ..=200) => 44,
            (false, ..=500) => 38,
            (false, _) => 32,
        }
    }

    /// Returns the scale of days between the frame's sides.
    pub(super) fn time(&self, first: i32, days: i32) -> Time {
        Time { first, days, left: self.left, right: self.right }
    }

    /// Returns the x of labels beside the plot.
    pub(super) fn aside(&self) -> i32 {
        self.right + 80
    }

    /// Returns how wide labels beside the plot may be.
    pub(super) fn room_aside(&self) -> i32 {
        self.width - self.aside()
    }

    /// Returns a label to stand beside the plot at a height.
    pub(super) fn label_at(&self, at: i32, class: &'static str, text: &str) -> Aside {
        Aside { class, at, lines: label::wrap(text, self.em, self.room_aside(), 3) }
    }

    /// Draws the labels beside a plot that ends at some height.
    pub(super) fn draw_asides(&self, svg: &mut Svg, asides: Vec<Aside>, top: i32, bottom: i32) {
        for (at, aside) in label::settle(asides, self.line, top, bottom) {
            for (row, line) in aside.lines.iter().enumerate() {
                svg.text(aside.class, self.aside(), at + 115 + self.line * count(row), line);
            }
        }
    }

    /// Draws the lines across the plot at each step and the numbers at their left.
    pub(super) fn draw_values(&self, svg: &mut Svg, words: Words<'_>, scale: &Linear, step: f64) {
        // The half step forgives what adding tenths loses.
        let steps = std::iter::successors(Some(0.0), |value| Some(value + step));
        let steps: Vec<f64> = steps.take_while(|value| *value < scale.max + step / 2.0).collect();
        let above = steps.iter().skip(1).map(|value| scale.y(*value));
        svg.lines("grid", above.map(|y| ((self.left, y), (self.right, y))));
        let below = if self.beside { 47 } else { 50 };
        svg.open_ticks("end");
        let mut text = String::with_capacity(6);
        for value in steps {
            text.clear();
            // Thousands are shortened so that every number fits the same gutter and plots under each other line up.
            words.push_short(&mut text, value);
            svg.text("", self.left - 45, scale.y(value) + below, &text);
        }
        svg.close_ticks();
    }

    /// Draws the line of days at the bottom of a plot.
    pub(super) fn draw_floor(&self, svg: &mut Svg, bottom: i32) {
        svg.line("axis", (self.left, bottom), (self.right, bottom));
    }
}

/// Draws slanted lines across a box, each `lean` further right at the top than at the bottom, up and down in turn
/// because that is the shortest to write. Lines of boxes side by side go on from one to the other.
pub(super) fn stripes(path: &mut Path, (left, top): (i32, i32), (right, bottom): (i32, i32), lean: i32, pitch: i32) {
    let (width, height) = (right - left, bottom - top);
    let lean = lean.max(1);
    let mut offset = (lean - left).rem_euclid(pitch);
    let mut up = true;
    if offset == 0 {
        offset = pitch;
    }
    while offset < width + lean {
        let low = (left + (offset - lean).max(0), top + height * offset.min(lean) / lean);
        let high = (left + offset.min(width), top + height * (offset - width).max(0) / lean);
        let (from, to) = if up { (low, high) } else { (high, low) };
        path.start(from.0, from.1);
        path.line(to.0, to.1);
        up = !up;
        offset += pitch;
    }
}

/// Returns the rules of 0 to `max` that hold on one of the days, with where each begins.
pub(super) fn held<'a>(rules: &'a [Rule], time: &Time, max: f64) -> impl Iterator<Item = (&'a Rule, i32)> {
    let time = *time;
    rules.iter().filter(move |rule| (0.0..=max).contains(&rule.value)).filter_map(move |rule| {
        let from = rule.from.map_or(0, |from| (day_number(from) - time.first).max(0));
        (from < time.days.max(1)).then(|| (rule, time.edge(from)))
    })
}
