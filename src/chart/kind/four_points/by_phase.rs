//! The four points of each phase by themselves: a small plot for each, all on the same scale.

use super::{Column, PointsOfDay, centre};
use crate::chart::Rule;
use crate::chart::frame::Frame;
use crate::chart::label;
use crate::chart::scale::{Linear, count};
use crate::chart::svg::Svg;
use crate::chart::words::Words;
use crate::config::Phase;
use jiff::civil::Date;

/// More phases than this would be too small to read, and are drawn as one.
const MOST: usize = 12;

/// How high a plot is.
const HEIGHT: i32 = 1000;

/// How large dots are, each for twice as many days as the one before.
const PENS: [i32; 5] = [30, 44, 60, 78, 96];

/// A phase with the days of it that have any of the points.
pub(super) struct PhasePlot {
    pub name: String,
    pub days: i32,
    pub columns: [Column; 4],
    /// Its last such day.
    last: Date,
}

/// Returns a cell for each phase in the order of their days, a last begun one before those that it overlaps; none where one
/// plot says as much.
pub(super) fn cells(phases: &[Phase], days: &[PointsOfDay], words: Words<'_>) -> Vec<PhasePlot> {
    let phase_of = |day: Date| {
        let open = phases.iter().filter(|phase| phase.start <= day && phase.end.is_none_or(|end| end >= day));
        open.max_by_key(|phase| phase.start).map(|phase| phase.name.as_str())
    };
    let mut parts: Vec<(Option<&str>, Vec<PointsOfDay>)> = Vec::new();
    for day in days {
        let phase = phase_of(day.0);
        match parts.iter_mut().find(|(name, _)| *name == phase) {
            Some((_, part)) => part.push(*day),
            None => parts.push((phase, vec![*day])),
        }
    }
    if !(2..=MOST).contains(&parts.len()) {
        return Vec::new();
    }
    let cell = |(name, days): (Option<&str>, Vec<PointsOfDay>)| {
        let last = days.last()?.0;
        let name = name.map_or_else(|| words.word("chart-points-no-phase"), str::to_owned);
        Some(PhasePlot { name, days: count(days.len()), columns: Column::all(&days), last })
    };
    parts.into_iter().filter_map(cell).collect()
}

/// Cells in rows.
pub(super) struct PhasePlots<'a> {
    words: Words<'a>,
    cells: &'a [PhasePlot],
    frame: &'a Frame,
    in_row: usize,
    /// The height of a row.
    row: i32,
}

impl<'a> PhasePlots<'a> {
    pub(super) fn new(words: Words<'a>, cells: &'a [PhasePlot], frame: &'a Frame) -> Self {
        let most = if frame.beside { 4 } else { 2 };
        // Rows of equal length.
        let in_row = cells.len().div_ceil(cells.len().div_ceil(most).max(1)).max(1);
        Self { words, cells, frame, in_row, row: 280 + frame.line + HEIGHT + 380 }
    }

    /// Returns how high all is.
    pub(super) fn height(&self) -> i32 {
        count(self.cells.len().div_ceil(self.in_row)) * self.row
    }

    /// Returns the cells, each with its place and its scale.
    fn placed(&self) -> impl Iterator<Item = (&'a PhasePlot, Frame, Linear)> {
        let (frame, in_row, row, words) = (*self.frame, self.in_row, self.row, self.frame.line);
        let gap = if frame.beside { 260 } else { 200 };
        let width = (frame.right - frame.left + gap) / count(in_row) - gap;
        self.cells.iter().enumerate().map(move |(at, cell)| {
            let left = frame.left + count(at % in_row) * (width + gap);
            let top = count(at / in_row) * row + 280 + words;
            (cell, Frame { left, right: left + width, ..frame }, Linear { max: 10.0, top, bottom: top + HEIGHT })
        })
    }

    pub(super) fn draw(&self, svg: &mut Svg, rules: &[Rule]) {
        self.draw_ground(svg, rules);
        for (size, pen) in PENS.into_iter().enumerate() {
            let mut path = svg.dots("dots", pen);
            for (cell, frame, scale) in self.placed() {
                for (at, half, _) in cell.noted().filter(|(.., n)| size_of(*n) == size) {
                    path.dot(centre(&frame, at), scale.y(f64::from(count(half)) / 2.0));
                }
            }
        }
        let median = |(cell, frame, scale): (&'a PhasePlot, Frame, Linear)| {
            let half = (frame.right - frame.left) / 10;
            let columns = cell.columns.iter().enumerate();
            columns.filter_map(move |(at, column)| {
                let (x, y) = (centre(&frame, at), scale.y(column.median?));
                Some(((x - half, y), (x + half, y)))
            })
        };
        svg.lines("median", self.placed().flat_map(median));
        self.draw_words(svg);
    }

    /// Draws the shade of the next day, the lines of values, the rules that held and the floors.
    fn draw_ground(&self, svg: &mut Svg, rules: &[Rule]) {
        for (_, frame, scale) in self.placed() {
            let next = frame.left + (frame.right - frame.left) * 3 / 4;
            svg.rect("band", next, scale.top, frame.right - next, HEIGHT);
        }
        let line = |frame: &Frame, y: i32| ((frame.left, y), (frame.right, y));
        let values =
            |(_, frame, scale): (&PhasePlot, Frame, Linear)| [5.0, 10.0].map(|value| line(&frame, scale.y(value)));
        svg.lines("grid", self.placed().flat_map(values));
        let held = |(cell, frame, scale): (&PhasePlot, Frame, Linear)| {
            let held = rules.iter().filter(|rule| rule.from.is_none_or(|from| from <= cell.last));
            let held = held.filter(|rule| (0.0..=10.0).contains(&rule.value));
            held.map(|rule| line(&frame, scale.y(rule.value))).collect::<Vec<_>>()
        };
        svg.lines("rule", self.placed().flat_map(held));
        svg.lines("axis", self.placed().map(|(_, frame, scale)| line(&frame, scale.bottom)));
    }

    /// Writes the names of phases with their days, the values at the left of each row, and the letters of the points.
    fn draw_words(&self, svg: &mut Svg) {
        let (words, em) = (self.words, self.frame.em);
        let letters = words.word("chart-points-letters");
        for (at, (cell, frame, scale)) in self.placed().enumerate() {
            let name = label::shorten(&cell.name, em * 21 / 20, frame.right - frame.left);
            svg.text("strong", frame.left, scale.top - 130 - frame.line, &name);
            let days = words.say("chart-days", &[("n", words.n(cell.days))]);
            svg.text("", frame.left, scale.top - 120, &days);
            svg.open_ticks("");
            for (at, letter) in letters.split_whitespace().enumerate().take(4) {
                svg.text("mid", centre(&frame, at), scale.bottom + 185, letter);
            }
            for value in [0, 5, 10].into_iter().filter(|_| at % self.in_row == 0) {
                svg.text("end", frame.left - 45, scale.y(f64::from(value)) + 47, &words.whole(value));
            }
            svg.close_ticks();
        }
    }
}

impl PhasePlot {
    /// Returns what was noted: the point, the score in halves, and on how many days.
    fn noted(&self) -> impl Iterator<Item = (usize, usize, i32)> {
        let columns = self.columns.iter().enumerate();
        columns.flat_map(|(at, column)| column.counts.iter().enumerate().map(move |(half, n)| (at, half, *n)))
    }
}

/// Returns which size a dot for so many days has; none for no day.
fn size_of(days: i32) -> usize {
    match days {
        ..=0 => PENS.len(),
        1 => 0,
        2..=3 => 1,
        4..=7 => 2,
        8..=15 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use jiff::civil::date;

    #[test]
    fn a_day_counts_in_the_phase_that_began_last_and_one_phase_is_no_reason_for_a_grid() {
        let phase = |name: &str, start: i8, end: Option<i8>| Phase {
            name: name.to_owned(),
            start: date(2020, 1, start),
            end: end.map(|end| date(2020, 1, end)),
            goal: String::new(),
            rest: false,
            summary: String::new(),
        };
        let language = Language::english();
        let days: Vec<PointsOfDay> =
            (1..=9).map(|day| (date(2020, 1, day), [Some(1.0), None, None, Some(2.0)])).collect();
        let names = |phases: &[Phase]| {
            let cells = cells(phases, &days, Words::of(&language)).into_iter();
            cells.map(|cell| format!("{} {}", cell.name, cell.days)).collect::<Vec<_>>()
        };
        let (walking, running) = (phase("Walking", 3, None), phase("Running", 6, Some(8)));
        assert_eq!(names(&[walking, running]), ["in no phase 2", "Walking 4", "Running 3"]);
        assert_eq!(names(&[phase("Walking", 1, None)]), [""; 0]);
        assert_eq!(names(&[]), [""; 0]);
        let many: Vec<Phase> = (1..=9).map(|day| phase(&day.to_string(), day, Some(day))).collect();
        assert_eq!(names(&many).len(), 9);
    }

    #[test]
    fn more_days_are_larger_dots() {
        assert_eq!([0, 1, 3, 4, 15, 400].map(size_of), [5, 0, 1, 2, 3, 4]);
    }
}
