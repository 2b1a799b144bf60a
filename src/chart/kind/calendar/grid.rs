//! The squares of a calendar: where they stand, and what is written around them.

use super::CalendarChart;
use crate::chart::frame::Frame;
use crate::chart::label;
use crate::chart::scale::{index, into_week};
use crate::chart::svg::Svg;
use jiff::civil::Date;

/// How high the names of months stand over their squares.
const MONTHS: i32 = 220;

/// Squares in blocks of columns under the names of months.
pub(super) struct Grid<'a> {
    chart: &'a CalendarChart<'a>,
    left: i32,
    /// How far the squares are apart.
    cell: i32,
    /// How many columns and rows a block has.
    columns: i32,
    rows: i32,
    /// The height of a block with its months.
    block: i32,
    squares: Vec<Square>,
}

/// A day, or a week.
struct Square {
    column: i32,
    row: i32,
    value: Option<f64>,
}

impl<'a> Grid<'a> {
    pub(super) fn new(chart: &'a CalendarChart<'a>, frame: &Frame) -> Self {
        if chart.by_week { Self::of_weeks(chart, frame) } else { Self::of_days(chart, frame) }
    }

    /// A square for each day, a column for each week.
    fn of_days(chart: &'a CalendarChart<'a>, frame: &Frame) -> Self {
        let (days, offset) = (chart.days, into_week(chart.days.first, chart.days.week_start));
        let weeks = ((offset + days.n + 6) / 7).max(1);
        let (whole, part) = if frame.beside { (53, 53) } else { (16, 26) };
        // Blocks of equal length; a last one of a few weeks would look like a mistake.
        let blocks = if weeks <= whole { 1 } else { (weeks + part - 1) / part };
        let columns = (weeks + blocks - 1) / blocks;
        let cell = ((frame.right - frame.left) / columns).min(260);
        let squares =
            chart.values.iter().zip(offset..).map(|(value, at)| Square { column: at / 7, row: at % 7, value: *value });
        let (left, block) = (frame.left, MONTHS + 7 * cell + 160);
        Self { chart, left, cell, columns, rows: 7, block, squares: squares.collect() }
    }

    /// A square for each week, a row for each year.
    fn of_weeks(chart: &'a CalendarChart<'a>, frame: &Frame) -> Self {
        let days = chart.days;
        let left = frame.left + 160;
        let cell = (frame.right - left) / 53;
        let year = days.date(0).year();
        let rows = i32::from(days.date(days.n - 1).year() - year) + 1;
        let squares = days.weeks().map(|(start, days)| {
            // A week belongs to the year of its fourth day, as weeks are counted.
            let middle = chart.days.date(start + 3);
            let row = i32::from(middle.year() - year).max(0);
            Square { column: week_of_year(middle), row, value: chart.of_week(&chart.values[days]) }
        });
        Self { chart, left, cell, columns: 53, rows, block: MONTHS + rows * cell, squares: squares.collect() }
    }

    /// Returns where the last block ends.
    fn bottom(&self) -> i32 {
        let last = self.squares.iter().map(|square| square.column / self.columns).max().unwrap_or(0);
        (last + 1) * self.block
    }

    /// Returns the left bottom corner of a square.
    fn corner(&self, column: i32, row: i32) -> (i32, i32) {
        let (block, column) = (column / self.columns, column % self.columns);
        (self.left + column * self.cell, block * self.block + MONTHS + (row + 1) * self.cell)
    }

    pub(super) fn draw(&self, svg: &mut Svg, frame: &Frame) {
        let chart = self.chart;
        let air = (self.cell / 12).max(6);
        let side = self.cell - air;
        let places = |shade: Option<usize>| {
            let ours = self.squares.iter().filter(move |square| square.value.map(|value| chart.shade(value)) == shade);
            ours.map(|square| self.corner(square.column, square.row))
        };
        for (shade, class) in chart.shades().iter().enumerate() {
            let mut path = svg.path(class);
            places(Some(shade)).for_each(|(x, y)| path.bar(x, y, side, side));
        }
        let segments = places(None).map(|(x, y)| ((x, y), (x + side, y - side)));
        svg.lines("hatch", segments);
        if chart.by_week {
            return self.draw_years(svg, frame);
        }
        self.draw_months(svg, air / 2);
        self.draw_names(svg, frame);
        // Scores are short enough to stand in their squares.
        if chart.is_pain() && self.cell >= 240 {
            svg.open_ticks("");
            for Square { column, row, value } in &self.squares {
                let Some(value) = value else { continue };
                let (x, y) = self.corner(*column, *row);
                let class = if chart.shade(*value) >= 3 { "on mid" } else { "strong mid" };
                svg.text(class, x + side / 2, y - side / 2 + 48, &chart.words.number(*value));
            }
            svg.close_ticks();
        }
    }

    /// Returns the first day and each first day of a month, with its date and its square.
    fn months(&self) -> impl Iterator<Item = (Date, &Square)> {
        let dated = (0..).map(|day| self.chart.days.date(day)).zip(&self.squares);
        dated.enumerate().filter(|(day, (date, _))| *day == 0 || date.day() == 1).map(|(_, month)| month)
    }

    /// Draws the lines between months, around the squares.
    fn draw_months(&self, svg: &mut Svg, inset: i32) {
        let mut path = svg.path("axis");
        for (_, Square { column, row, .. }) in self.months().skip(1) {
            let (x, bottom) = self.corner(*column, 6);
            let (x, top) = (x - inset, self.corner(*column, *row).1 - self.cell + inset);
            path.start(x, bottom);
            path.line(x, top);
            if *row > 0 {
                path.line(x + self.cell, top);
                path.line(x + self.cell, bottom - 7 * self.cell + inset);
            }
        }
    }

    /// Returns the baseline of a name at the left of a row.
    fn baseline(&self, column: i32, row: i32) -> i32 {
        self.corner(column, row).1 - self.cell / 2 + 45
    }

    /// Draws the names of years at the left, and those of months above.
    fn draw_years(&self, svg: &mut Svg, frame: &Frame) {
        let words = self.chart.words;
        svg.open_ticks("");
        let first = self.chart.days.date(0).year();
        let every = index(159 / self.cell.max(1) + 1);
        for row in (0..self.rows).step_by(every) {
            let year = (i32::from(first) + row).to_string();
            svg.text("strong end", self.left - 50, self.baseline(0, row), &year);
        }
        for month in (1..=12).step_by(if frame.beside { 1 } else { 3 }) {
            let date = Date::new(2023, month, 1).unwrap_or(Date::ZERO);
            svg.text("", self.corner(week_of_year(date), 0).0, MONTHS - 60, words.month_short(date));
        }
        svg.close_ticks();
    }

    /// Draws the names of every other weekday at the left, and those of months above.
    fn draw_names(&self, svg: &mut Svg, frame: &Frame) {
        let words = self.chart.words;
        svg.open_ticks("");
        let names = words.word("chart-weekdays");
        let names: Vec<&str> = names.split_whitespace().collect();
        let start = index(i32::from(self.chart.days.week_start.to_monday_zero_offset()));
        for block in 0..self.bottom() / self.block {
            for row in [0, 2, 4, 6] {
                let name = names.get((start + index(row)) % 7).copied().unwrap_or_default();
                svg.text("end", self.left - 45, self.baseline(block * self.columns, row), name);
            }
        }
        for (class, x, y, text) in self.named_months(frame) {
            svg.text(class, x, y, &text);
        }
        svg.close_ticks();
    }

    /// Returns the names of months, each with its class and its place, and the first of each year with that year.
    fn named_months(&self, frame: &Frame) -> Vec<(&'static str, i32, i32, String)> {
        let months: Vec<(Date, i32)> = self.months().map(|(date, square)| (date, square.column)).collect();
        let (mut named, mut before) = (Vec::with_capacity(months.len()), None);
        for (at, &(date, column)) in months.iter().enumerate() {
            let ((x, bottom), block) = (self.corner(column, 0), column / self.columns);
            let next = months.get(at + 1).filter(|(_, next)| next / self.columns == block);
            let end = next.map_or(frame.width, |&(_, next)| self.corner(next, 0).0 - 50);
            let month = self.chart.words.month_short(date);
            let years = [format!("{month} {}", date.year()), format!("{month} ’{:02}", date.year().rem_euclid(100))];
            let years = years.into_iter().filter(|_| before != Some(date.year())).map(|text| ("strong", text));
            // A year that has no room stands at the next month; a name that has none is that of a few days.
            let fits = |(_, text): &(&str, String)| x + label::width(text, frame.em * 21 / 20) <= end;
            if let Some((class, text)) = years.chain([("", month.to_owned())]).find(fits) {
                before = if class.is_empty() { before } else { Some(date.year()) };
                named.push((class, x, bottom - self.cell - 60, text));
            }
        }
        named
    }

    /// Returns the legend, each of its texts with a place, and how high all is.
    pub(super) fn legend(&self, frame: &Frame) -> (Vec<(i32, i32, String)>, i32) {
        let (mut x, mut y) = (self.left, self.bottom() + 200);
        let mut all = Vec::new();
        for text in self.chart.legend() {
            let width = 190 + label::width(&text, frame.em);
            if x + width > frame.right && x > self.left {
                (x, y) = (self.left, y + 230);
            }
            all.push((x, y, text));
            x += width + 220;
        }
        (all, y + 120)
    }
}

/// Returns the column of a day's week where a row is a year.
fn week_of_year(date: Date) -> i32 {
    (i32::from(date.day_of_year()) - 1) / 7
}
