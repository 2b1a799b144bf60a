//! The calendar: a square for each day, a column for each week, months set apart; a square for each week where there are too many days.

use jiff::civil::{Date, Weekday};

use super::double::{capital, weeks};
use super::frame::Frame;
use super::grid::{Grid, MONTHS};
use super::scale::{amount, count, date_of, day_number, index, into_week, nice, score};
use super::svg::{Root, Svg};
use super::{Figure, Table, label, series, words};

/// The numbers of a calendar.
#[derive(Clone, Debug)]
pub struct Heat<'a> {
    /// What the squares show, such as "worst pain" or "distance run".
    pub what: &'a str,
    /// What a day has on which it was done, such as "a run"; unused for scores.
    pub deed: &'a str,
    /// The unit of an amount; none where the values are scores of 0–10.
    pub unit: Option<&'a str>,
    /// The day of the first value.
    pub first: Date,
    /// A value for each day, none where it is not known.
    pub values: &'a [Option<f64>],
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// The classes of squares from the least pain to the most.
const PAIN: [&str; 6] = ["h0", "h1", "h2", "h3", "h4", "h5"];

/// Those of what was done, in the colour that running has everywhere.
const WORK: [&str; 6] = ["h0", "w1", "w2", "w3", "w4", "w5"];

/// With more days than this a square is a week.
const MOST_DAYS: i32 = 1100;

/// Draws a calendar and says what it shows.
#[must_use]
pub fn draw(chart: &Heat, id: &str) -> Figure {
    let sane = |value: &Option<f64>| if chart.unit.is_some() { value.map(amount) } else { score(*value) };
    let values: Vec<Option<f64>> = chart.values.iter().map(sane).collect();
    let days = count(values.len());
    let plot = Plot {
        chart,
        first: day_number(chart.first),
        days,
        known: count(values.iter().flatten().count()),
        step: nice(values.iter().flatten().copied().fold(0.0, f64::max), 5).0,
        by_week: days > MOST_DAYS,
        values,
        id,
    };
    Figure {
        say: plot.say(),
        how: plot.how(),
        wide: plot.draw(&Frame::WIDE),
        narrow: plot.draw(&Frame::NARROW),
        notes: Vec::new(),
        table: plot.tabulate(),
    }
}

/// What both drawings share.
struct Plot<'a> {
    chart: &'a Heat<'a>,
    values: Vec<Option<f64>>,
    first: i32,
    days: i32,
    known: i32,
    /// How much more a shade darker is, where the values are amounts.
    step: f64,
    by_week: bool,
    id: &'a str,
}

impl Plot<'_> {
    fn grid(&self, frame: &Frame) -> Grid {
        if self.by_week {
            let left = frame.left + 160;
            let cell = (frame.right - left) / 53;
            let rows = i32::from(date_of(self.first + self.days - 1).year() - date_of(self.first).year()) + 1;
            return Grid { left, cell, columns: 53, rows, block: MONTHS + rows * cell };
        }
        let weeks = ((into_week(self.first, self.chart.week_start) + self.days + 6) / 7).max(1);
        let (whole, part) = if frame.beside { (53, 53) } else { (16, 26) };
        // Blocks of equal length; a last one of a few weeks would look like a mistake.
        let blocks = if weeks <= whole { 1 } else { (weeks + part - 1) / part };
        let columns = (weeks + blocks - 1) / blocks;
        let cell = ((frame.right - frame.left) / columns).min(260);
        Grid { left: frame.left, cell, columns, rows: 7, block: MONTHS + 7 * cell + 160 }
    }

    /// Returns each square: its column and row, and its value.
    fn squares(&self) -> Vec<(i32, i32, Option<f64>)> {
        if !self.by_week {
            let offset = into_week(self.first, self.chart.week_start);
            let place = |(day, value): (usize, &Option<f64>)| {
                let at = count(day) + offset;
                (at / 7, at % 7, *value)
            };
            return self.values.iter().enumerate().map(place).collect();
        }
        let year = date_of(self.first).year();
        let square = |(start, days): (i32, std::ops::Range<usize>)| {
            // A week belongs to the year of its fourth day, as weeks are counted.
            let middle = date_of(self.first + start + 3);
            let column = (i32::from(middle.day_of_year()) - 1) / 7;
            let row = i32::from(middle.year() - year).max(0);
            (column, row, self.of_week(&self.values[days]))
        };
        weeks(self.first, self.days, self.chart.week_start).into_iter().map(square).collect()
    }

    /// Returns what a week comes to: the median of scores, the mean of amounts, where four days are known.
    fn of_week(&self, days: &[Option<f64>]) -> Option<f64> {
        if self.chart.unit.is_none() {
            return series::median(days);
        }
        let known = count(days.iter().flatten().count());
        (known >= 4).then(|| days.iter().flatten().sum::<f64>() / f64::from(known))
    }

    /// Returns the shade of a value: 0 is one of its own.
    fn shade(&self, value: f64) -> usize {
        if value <= 0.0 {
            return 0;
        }
        let width = if self.chart.unit.is_none() { 2.0 } else { self.step };
        (1..5).find(|shade| value <= width * f64::from(*shade) + 1e-9).map_or(5, index)
    }

    fn shades(&self) -> &'static [&'static str; 6] {
        if self.chart.unit.is_none() { &PAIN } else { &WORK }
    }

    fn draw(&self, frame: &Frame) -> String {
        let grid = self.grid(frame);
        let squares = self.squares();
        let last = squares.iter().map(|(column, ..)| column / grid.columns).max().unwrap_or(0);
        let bottom = (last + 1) * grid.block;
        let legend = self.legend(frame, &grid, bottom + 200);
        let desc = self.describe();
        let title = self.title();
        let root = Root {
            kind: frame.kind,
            width: frame.width,
            height: legend.last().map_or(bottom, |(_, y, ..)| *y) + 120,
            id: self.id,
            suffix: frame.suffix,
            title: &title,
            desc: &desc,
        };
        let mut svg = Svg::open(&root, 4096 + squares.len() * 24);
        let air = (grid.cell / 12).max(6);
        let side = grid.cell - air;
        for (shade, class) in self.shades().iter().enumerate() {
            let mut path = svg.path(class);
            for (column, row, _) in squares.iter().filter(|(.., v)| v.is_some_and(|v| self.shade(v) == shade)) {
                let (x, y) = grid.corner(*column, *row);
                path.bar(x, y, side, side);
            }
        }
        {
            let mut path = svg.path("hatch");
            for (column, row, _) in squares.iter().filter(|(.., value)| value.is_none()) {
                let (x, y) = grid.corner(*column, *row);
                path.start(x, y);
                path.line(x + side, y - side);
            }
        }
        if !self.by_week {
            self.draw_months(&mut svg, &grid, air / 2);
        }
        self.draw_names(&mut svg, frame, &grid);
        // Scores are short enough to stand in their squares.
        if !self.by_week && self.chart.unit.is_none() && grid.cell >= 240 {
            svg.open_ticks("");
            for (column, row, value) in &squares {
                let Some(value) = value else { continue };
                let (x, y) = grid.corner(*column, *row);
                let class = if self.shade(*value) >= 3 { "on mid" } else { "strong mid" };
                svg.text(class, x + side / 2, y - side / 2 + 48, &words::number(*value));
            }
            svg.close_ticks();
        }
        for (x, y, shade, text) in &legend {
            match shade {
                Some(shade) => svg.rect(self.shades()[*shade], *x, y - 120, 140, 140),
                None => svg.line("hatch", (*x, y + 20), (x + 140, y - 120)),
            }
            svg.text("", x + 190, *y, text);
        }
        svg.close()
    }

    /// Draws the lines between months, around the squares.
    fn draw_months(&self, svg: &mut Svg, grid: &Grid, inset: i32) {
        let offset = into_week(self.first, self.chart.week_start);
        let mut path = svg.path("axis");
        for day in (1..self.days).filter(|day| date_of(self.first + day).day() == 1) {
            let (column, row) = ((day + offset) / 7, (day + offset) % 7);
            let (x, bottom) = grid.corner(column, 6);
            let (_, foot) = grid.corner(column, row);
            let (x, top) = (x - inset, foot - grid.cell + inset);
            path.start(x, bottom);
            path.line(x, top);
            if row > 0 && column % grid.columns + 1 < grid.columns + 1 {
                path.line(x + grid.cell, top);
                path.line(x + grid.cell, bottom - 7 * grid.cell + inset);
            }
        }
    }

    /// Draws the names of days or years at the left, and those of months above.
    fn draw_names(&self, svg: &mut Svg, frame: &Frame, grid: &Grid) {
        svg.open_ticks("");
        let baseline = |y: i32| y - grid.cell / 2 + 45;
        if self.by_week {
            let first = date_of(self.first).year();
            let every = (159 / grid.cell.max(1) + 1).max(1);
            for row in (0..grid.rows).filter(|row| row % every == 0) {
                let year = (i32::from(first) + row).to_string();
                svg.text("strong end", grid.left - 50, baseline(grid.corner(0, row).1), &year);
            }
            for month in 0..12 {
                let date = Date::new(2023, month + 1, 1).unwrap_or(Date::ZERO);
                let x = grid.corner((i32::from(date.day_of_year()) - 1) / 7, 0).0;
                if month % if frame.beside { 1 } else { 3 } == 0 {
                    svg.text("", x, MONTHS - 60, words::month_short(date));
                }
            }
            svg.close_ticks();
            return;
        }
        let blocks =
            ((into_week(self.first, self.chart.week_start) + self.days + 6) / 7 + grid.columns - 1) / grid.columns;
        let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
        let start = index(i32::from(self.chart.week_start.to_monday_zero_offset()));
        for block in 0..blocks.max(1) {
            for row in [0, 2, 4, 6] {
                let y = grid.corner(block * grid.columns, row).1;
                svg.text("end", grid.left - 45, baseline(y), names[(start + index(row)) % 7]);
            }
        }
        let offset = into_week(self.first, self.chart.week_start);
        let (mut free, mut before) = ((-1, 0), None);
        for day in (0..self.days).filter(|day| *day == 0 || date_of(self.first + day).day() == 1) {
            let date = date_of(self.first + day);
            let column = (day + offset) / 7;
            let block = column / grid.columns;
            let is_new = before != Some(date.year());
            let text = if is_new {
                format!("{} {}", words::month_short(date), date.year())
            } else {
                words::month_short(date).to_owned()
            };
            let (x, y) = grid.corner(column, 0);
            let width = label::width(&text, frame.em * 21 / 20);
            if (block != free.0 || x >= free.1) && x + width <= frame.width {
                svg.text(if is_new { "strong" } else { "" }, x, y - grid.cell - 60, &text);
                free = (block, x + width + 100);
                before = Some(date.year());
            }
        }
        svg.close_ticks();
    }

    /// Returns the squares that say what shades mean: x, baseline, shade and words.
    fn legend(&self, frame: &Frame, grid: &Grid, top: i32) -> Vec<(i32, i32, Option<usize>, String)> {
        let unit = self.chart.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        let name = |shade: usize| match (shade, self.chart.unit) {
            (0, _) => format!("0{unit}"),
            (shade, None) => {
                format!("{}–{}", if shade == 1 { 0.5 } else { f64::from(count(shade)) * 2.0 - 1.5 }, shade * 2)
            }
            (5, _) => format!("over {}", words::number(self.step * 4.0)),
            (shade, _) => format!("up to {}", words::number(self.step * f64::from(count(shade)))),
        };
        let missing = if self.chart.unit.is_none() { "no score" } else { "no entry" };
        let entries = (0..PAIN.len()).map(|shade| (Some(shade), name(shade))).chain([(None, missing.to_owned())]);
        let (mut x, mut y) = (grid.left, top);
        let mut all = Vec::new();
        for (shade, text) in entries {
            let end = x + 190 + label::width(&text, frame.em);
            if end > frame.right && x > grid.left {
                (x, y) = (grid.left, y + 230);
            }
            let end = x + 190 + label::width(&text, frame.em);
            all.push((x, y, shade, text));
            x = end + 220;
        }
        all
    }

    fn title(&self) -> String {
        let last = date_of(self.first + (self.days - 1).max(0));
        format!("{} of each day, {}", capital(self.chart.what), words::span(self.chart.first, last))
    }

    fn with(&self) -> &'static str {
        if self.chart.unit.is_none() { "a score" } else { "an entry" }
    }

    fn say(&self) -> String {
        let all = words::count(self.days, "day");
        if self.known == 0 {
            return if self.days == 0 {
                "No days yet.".to_owned()
            } else {
                format!("None of {all} has {}.", self.with())
            };
        }
        let none = count(self.values.iter().flatten().filter(|value| **value <= 0.0).count());
        let of = format!("{} with {}", words::count(self.known, "day"), self.with());
        let most = self.values.iter().flatten().copied().fold(0.0, f64::max);
        let when = self.values.iter().position(|value| *value == Some(most)).map_or(0, count);
        let when = words::long(date_of(self.first + when));
        match self.chart.unit {
            None => {
                let half = count(self.values.iter().flatten().filter(|value| **value >= 5.0).count());
                format!("Of {of}, {none} had pain 0 and {half} had 5 or more.")
            }
            Some(unit) if most > 0.0 => format!(
                "Of {of}, {} had {}; the most was {} {unit}, on {when}.",
                self.known - none,
                self.chart.deed,
                words::number(most)
            ),
            Some(_) => format!("Of {of}, none had {}.", self.chart.deed),
        }
    }

    fn how(&self) -> String {
        let (what, square) = (capital(self.chart.what), if self.by_week { "week" } else { "day" });
        let scale = self.chart.unit.map_or_else(|| "0–10".to_owned(), str::to_owned);
        let worth = match (self.by_week, self.chart.unit) {
            (false, _) => String::new(),
            (true, None) => ", its median where four days are known; a row is a year".to_owned(),
            (true, Some(_)) => ", its daily mean where four days are known; a row is a year".to_owned(),
        };
        format!(
            "{what}, {scale}. A square is a {square}{worth}; the stronger the colour, the more, and crossed out where nothing is known. {}.",
            words::coverage(self.known, self.days, self.with())
        )
    }

    fn describe(&self) -> String {
        let square = if self.by_week { "week" } else { "day" };
        format!(
            "A calendar with a square for each {square}, {}. {} {}",
            self.chart.what,
            words::coverage(self.known, self.days, self.with()) + ".",
            self.say()
        )
    }

    fn tabulate(&self) -> Table {
        let head =
            self.chart.unit.map_or_else(|| capital(self.chart.what), |u| format!("{}, {u}", capital(self.chart.what)));
        if self.days <= 60 {
            let row = |day: usize| vec![words::short(date_of(self.first + count(day))), words::score(self.values[day])];
            return Table {
                caption: self.title(),
                head: vec!["Day".to_owned(), head],
                rows: (0..self.values.len()).map(row).collect(),
            };
        }
        let row = |(start, days): (i32, std::ops::Range<usize>)| {
            let week = &self.values[days];
            let most = week.iter().flatten().copied().reduce(f64::max);
            let known = format!("{}/{}", week.iter().flatten().count(), week.len());
            vec![words::short(date_of(self.first + start)), known, words::score(self.of_week(week)), words::score(most)]
        };
        let mid = if self.chart.unit.is_none() { "Median" } else { "Mean a day" };
        Table {
            caption: format!("{head} by week"),
            head: ["Week of", "Days known", mid, "Most"].map(str::to_owned).to_vec(),
            rows: weeks(self.first, self.days, self.chart.week_start).into_iter().map(row).collect(),
        }
    }
}
