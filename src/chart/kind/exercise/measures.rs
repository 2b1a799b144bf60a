//! What is measured of an exercise, each on a scale of its own: values of some days, left and right apart.

use super::{Bout, ExerciseChart};
use crate::chart::days::DayRange;
use crate::chart::frame::Frame;
use crate::chart::label;
use crate::chart::layer::{self, Layer};
use crate::chart::panel::{Panel, PlotArea};
use crate::chart::scale::{Linear, amount, count, day_number, index, nice};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::entry::Side;

impl ExerciseChart<'_> {
    /// Returns the median load of the first three times and of the last three, of the exercise done most often; none where
    /// it has fewer than six.
    pub(super) fn ends(&self) -> Option<(f64, f64)> {
        let loads: Vec<f64> = self.cells.first()?.bouts.iter().filter_map(|bout| bout.load.map(amount)).collect();
        let middle = |part: &[f64]| {
            let mut part = part.to_vec();
            part.sort_by(f64::total_cmp);
            part[1]
        };
        (loads.len() >= 6).then(|| (middle(&loads[..3]), middle(&loads[loads.len() - 3..])))
    }
}

/// Something measured: a value for each day.
pub(super) struct Measure {
    /// Its name.
    pub name: String,
    /// How its values are laid out.
    pub scale: Scale,
    /// The values of the left side, or of both at once.
    pub left: Vec<Option<f64>>,
    /// The values of the right side.
    pub right: Vec<Option<f64>>,
    /// The last value of each side, as it is written at its end.
    pub last: [String; 2],
}

/// How values are laid out.
pub(super) enum Scale {
    /// An amount from 0 up.
    Amount,
    /// Pain, 0–10.
    Pain,
    /// One of these names, without distances between them.
    Names(Vec<String>),
}

/// Bands beyond these share the last row.
const BANDS: usize = 6;

/// Returns what is known of an exercise on some days.
pub(super) fn all(words: Words<'_>, days: DayRange, bouts: &[Bout], unit: &str) -> Vec<Measure> {
    let daily = |of: &dyn Fn(&Bout) -> Option<f64>, join: fn(f64, f64) -> f64, right: bool| {
        let mut values = vec![None; index(days.n)];
        for bout in bouts.iter().filter(|bout| (bout.side == Some(Side::Right)) == right) {
            let at = day_number(bout.day) - days.first;
            let slot: Option<&mut Option<f64>> = usize::try_from(at).ok().and_then(|at| values.get_mut(at));
            if let (Some(slot), Some(value)) = (slot, of(bout)) {
                *slot = Some(slot.map_or(value, |old| join(old, value)));
            }
        }
        values
    };
    let measure = |name: String, scale: Scale, of: &dyn Fn(&Bout) -> Option<f64>, join: fn(f64, f64) -> f64| {
        let (left, right) = (daily(of, join, false), daily(of, join, true));
        let last = [&left, &right]
            .map(|side| side.iter().flatten().next_back().map_or_else(String::new, |v| words.number(*v)));
        let measure = Measure { name, scale, left, right, last };
        let is_known = measure.values().next().is_some();
        is_known.then_some(measure)
    };
    // The bands in the order they were first used.
    let mut bands: Vec<String> = Vec::new();
    for band in bouts.iter().filter_map(|bout| bout.band.as_ref()) {
        if !bands.contains(band) {
            bands.push(band.clone());
        }
    }
    let of_band = |bout: &Bout| {
        let at = bands.iter().position(|band| Some(band) == bout.band.as_ref())?;
        Some(f64::from(count(at.min(BANDS - 1))))
    };
    let mut named: Vec<String> = bands.iter().take(BANDS).cloned().collect();
    if bands.len() > BANDS {
        named[BANDS - 1] = words.word("chart-other-bands");
    }
    let load = words.say("chart-load-in", &[("unit", unit.into())]);
    let measures = [
        measure(load, Scale::Amount, &|bout| bout.load.map(amount), f64::max),
        measure(words.word("chart-band"), Scale::Names(named), &of_band, f64::max),
        measure(words.word("chart-repetitions"), Scale::Amount, &|bout| bout.reps.map(amount), |a, b| a + b),
        measure(words.word("chart-seconds"), Scale::Amount, &|bout| bout.hold.map(amount), |a, b| a + b),
        measure(words.word("chart-pain-at-it"), Scale::Pain, &|bout| bout.pain, f64::max),
    ];
    measures.into_iter().flatten().collect()
}

/// Returns the days in a bin of a column, which may be half as wide as a page.
pub(super) fn bin(frame: &Frame, days: usize) -> usize {
    let is_half = frame.right - frame.left < 5000;
    if is_half { Frame::NARROW.bin(days) } else { frame.bin(days) }
}

impl Measure {
    /// Returns all values.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> {
        self.left.iter().chain(&self.right).flatten().copied()
    }

    /// Returns its panel in a column.
    pub(super) fn panel(&self, frame: &Frame) -> Panel<'_> {
        let panel = Panel { gap: 290, heading: Some(("", self.name.clone())), ..Panel::default() };
        match &self.scale {
            Scale::Amount => {
                let (step, max) = nice(self.values().fold(0.0, f64::max), 2);
                let [dots, strokes] = self.sides(frame, ["lifts", "bout"]);
                let ends = Layer::Own(Box::new(|svg, area| self.draw_ends(svg, area)));
                Panel { height: 480, max, step, layers: vec![dots, strokes, Layer::Floor, ends], ..panel }
            }
            Scale::Pain => {
                let [dots, strokes] = self.sides(frame, ["dots", "link"]);
                Panel { height: 400, step: 5.0, layers: vec![dots, strokes, Layer::Floor], ..panel }
            }
            Scale::Names(names) => {
                let draw = |svg: &mut Svg, area: &PlotArea<'_>| self.draw_names(svg, area, names);
                let layers = vec![Layer::Own(Box::new(draw)), Layer::Floor];
                Panel { height: 300 * count(names.len()), step: 0.0, layers, ..panel }
            }
        }
    }

    /// Returns dots for the left side, or for both, and strokes for the right.
    fn sides(&self, frame: &Frame, classes: [&'static str; 2]) -> [Layer<'_>; 2] {
        let bin = bin(frame, self.left.len());
        let known = usize::max(self.left.iter().flatten().count(), self.right.iter().flatten().count());
        let pen = match known {
            0..=40 => 66,
            41..=120 => 56,
            121..=300 => 44,
            _ => 38,
        };
        let strokes = move |svg: &mut Svg, area: &PlotArea<'_>| {
            // They stay apart where days stand close, and show on a dot at the same height.
            let mut path = svg.path(classes[1]);
            layer::each_dot(&area.time, &area.scale, &self.right, bin, |x, y| {
                path.start(x, y - 50);
                path.line(x, y + 50);
            });
        };
        [Layer::Dots { class: classes[0], pen, values: &self.left, bin }, Layer::Own(Box::new(strokes))]
    }

    /// Writes the values of the last day after it, where no dot stands.
    fn draw_ends(&self, svg: &mut Svg, PlotArea { frame, time, scale }: &PlotArea<'_>) {
        let side = |values: &[Option<f64>], text: &String| {
            let at = values.iter().rposition(Option::is_some)?;
            Some((at, scale.y(values[at]?), text.clone()))
        };
        let sides = [side(&self.left, &self.last[0]), side(&self.right, &self.last[1])];
        let Some(last) = sides.iter().flatten().map(|(at, ..)| *at).max() else { return };
        let newest = sides.into_iter().flatten().filter(|(at, ..)| *at == last);
        let mut ends: Vec<(i32, String)> = newest.map(|(_, y, text)| (y, text)).collect();
        ends.sort();
        ends.dedup();
        // Neither in the name above nor in the days below, and two that would meet make room for each other.
        let (top, bottom) = (scale.top + 20, scale.bottom - 20);
        ends.iter_mut().for_each(|(y, _)| *y = (*y).clamp(top, bottom));
        if let [(upper, _), (lower, _)] = &mut ends[..] {
            *upper = (*upper).min(bottom - frame.line);
            *lower = (*lower).max(*upper + frame.line);
        }
        for (y, text) in ends {
            let text = label::shorten(&text, frame.em, frame.width - frame.right);
            let x = (time.centre(count(last)) + 60).min(frame.width - label::width(&text, frame.em * 21 / 20));
            svg.text("strong", x, y + 45, &text);
        }
    }

    /// Draws a line with a name for each value, and the sides on them.
    fn draw_names(&self, svg: &mut Svg, area: &PlotArea<'_>, names: &[String]) {
        let frame = area.frame;
        let y = |row: usize| area.scale.bottom - 100 - 300 * count(row);
        let segments = (0..names.len()).map(|row| ((frame.left, y(row)), (frame.right, y(row))));
        svg.lines("grid", segments);
        for (row, name) in names.iter().enumerate() {
            svg.text("halo", frame.left, y(row) - 60, &label::shorten(name, frame.em, frame.right - frame.left));
        }
        let last = names.len().saturating_sub(1);
        let scale = Linear { max: f64::from(count(last)), top: y(last), bottom: y(0) };
        self.sides(frame, ["lifts", "bout"]).iter().for_each(|layer| layer.draw(svg, &PlotArea { scale, ..*area }));
    }
}
