//! The calendar: a square for each day, a column for each week, months set apart; a square for each week where there are too many days.

use crate::language::Language;
use jiff::civil::{Date, Weekday};

use super::double::weeks;
use super::frame::Frame;
use super::grid::{Grid, MONTHS, MOST_DAYS, PAIN, WORK};
use super::scale::{amount, count, date_of, day_number, index, into_week, nice, score};
use super::svg::{Root, Svg};
use super::words::{Noted, Words, capital};
use super::{Figure, Table, label, series};

/// The numbers of a calendar.
#[derive(Clone, Debug)]
pub struct Heat<'a> {
    /// What the squares show and its unit; none where the values are scores of pain.
    pub done: Option<(super::Work, &'a str)>,
    /// The day of the first value.
    pub first: Date,
    /// A value for each day, none where it is not known.
    pub values: &'a [Option<f64>],
    /// The day weeks begin with.
    pub week_start: Weekday,
}

/// Draws a calendar and says what it shows.
#[must_use]
pub fn draw(chart: &Heat, language: &Language, id: &str) -> Figure {
    let sane = |value: &Option<f64>| if chart.done.is_some() { value.map(amount) } else { score(*value) };
    let values: Vec<Option<f64>> = chart.values.iter().map(sane).collect();
    let days = count(values.len());
    let words = Words::of(language);
    let plot = Plot {
        chart,
        first: day_number(chart.first),
        days,
        known: count(values.iter().flatten().count()),
        step: nice(values.iter().flatten().copied().fold(0.0, f64::max), 5).0,
        by_week: days > MOST_DAYS,
        values,
        words,
        what: words.say("chart-work", &[("work", chart.done.map_or("pain", |(work, _)| work.key()).into())]),
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
    words: Words<'a>,
    values: Vec<Option<f64>>,
    first: i32,
    days: i32,
    known: i32,
    /// How much more a shade darker is, where the values are amounts.
    step: f64,
    by_week: bool,
    /// What the squares show, within a sentence.
    what: String,
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
        if self.chart.done.is_none() {
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
        let width = if self.chart.done.is_none() { 2.0 } else { self.step };
        (1..5).find(|shade| value <= width * f64::from(*shade) + 1e-9).map_or(5, index)
    }

    fn shades(&self) -> &'static [&'static str; 6] {
        if self.chart.done.is_none() { &PAIN } else { &WORK }
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
        if !self.by_week && self.chart.done.is_none() && grid.cell >= 240 {
            svg.open_ticks("");
            for (column, row, value) in &squares {
                let Some(value) = value else { continue };
                let (x, y) = grid.corner(*column, *row);
                let class = if self.shade(*value) >= 3 { "on mid" } else { "strong mid" };
                svg.text(class, x + side / 2, y - side / 2 + 48, &self.words.number(*value));
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
                    svg.text("", x, MONTHS - 60, self.words.month_short(date));
                }
            }
            svg.close_ticks();
            return;
        }
        let blocks =
            ((into_week(self.first, self.chart.week_start) + self.days + 6) / 7 + grid.columns - 1) / grid.columns;
        let names = self.words.word("chart-weekdays");
        let names: Vec<&str> = names.split_whitespace().collect();
        let start = index(i32::from(self.chart.week_start.to_monday_zero_offset()));
        for block in 0..blocks.max(1) {
            for row in [0, 2, 4, 6] {
                let y = grid.corner(block * grid.columns, row).1;
                svg.text(
                    "end",
                    grid.left - 45,
                    baseline(y),
                    names.get((start + index(row)) % 7).copied().unwrap_or_default(),
                );
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
                format!("{} {}", self.words.month_short(date), date.year())
            } else {
                self.words.month_short(date).to_owned()
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
        let number = |value: f64| self.words.number(value);
        let name = |shade: usize| match (shade, self.chart.done) {
            (0, None) => "0".to_owned(),
            (0, Some((_, unit))) => format!("0 {unit}"),
            (shade, None) => {
                let least = if shade == 1 { 0.5 } else { f64::from(count(shade)) * 2.0 - 1.5 };
                format!("{}–{}", number(least), shade * 2)
            }
            (5, _) => self.words.say("chart-over", &[("n", number(self.step * 4.0).into())]),
            (shade, _) => self.words.say("chart-up-to", &[("n", number(self.step * f64::from(count(shade))).into())]),
        };
        let missing = self.words.word(if self.chart.done.is_none() { "chart-no-score" } else { "chart-no-entry" });
        let entries = (0..PAIN.len()).map(|shade| (Some(shade), name(shade))).chain([(None, missing)]);
        let (mut x, mut y) = (grid.left, top);
        let mut all = Vec::new();
        for (shade, text) in entries {
            let width = 190 + label::width(&text, frame.em);
            if x + width > frame.right && x > grid.left {
                (x, y) = (grid.left, y + 230);
            }
            all.push((x, y, shade, text));
            x += width + 220;
        }
        all
    }

    fn title(&self) -> String {
        let last = date_of(self.first + (self.days - 1).max(0));
        let span = self.words.span(self.chart.first, last);
        self.words.say("chart-heat-title", &[("what", capital(&self.what).into()), ("span", span.into())])
    }

    fn noted(&self) -> Noted {
        if self.chart.done.is_none() { Noted::Score } else { Noted::Entry }
    }

    fn coverage(&self) -> String {
        self.words.coverage(self.known, self.days, self.noted())
    }

    fn say(&self) -> String {
        if self.days == 0 {
            return self.words.word("chart-no-days");
        }
        if self.known == 0 {
            let args = [("days", self.words.n(self.days)), ("noted", self.noted().key().into())];
            return self.words.say("chart-heat-none", &args);
        }
        let none = count(self.values.iter().flatten().filter(|value| **value <= 0.0).count());
        let known = self.words.n(self.known);
        let Some((work, unit)) = self.chart.done else {
            let half = count(self.values.iter().flatten().filter(|value| **value >= 5.0).count());
            let args = [("days", known), ("none", self.words.n(none)), ("half", self.words.n(half))];
            return self.words.say("chart-heat-pain", &args);
        };
        let most = self.values.iter().flatten().copied().fold(0.0, f64::max);
        let when = self.values.iter().position(|value| *value == Some(most)).map_or(0, count);
        let args = [
            ("days", known),
            ("work", work.key().into()),
            ("n", self.words.n(self.known - none)),
            ("most", self.words.number(most).into()),
            ("unit", unit.into()),
            ("day", self.words.long(date_of(self.first + when)).into()),
        ];
        if most > 0.0 { self.words.say("chart-heat-work", &args) } else { self.words.say("chart-heat-idle", &args) }
    }

    /// Returns the word by which messages choose what a square is.
    fn square(&self) -> &'static str {
        match (self.by_week, self.chart.done) {
            (false, _) => "day",
            (true, None) => "median",
            (true, Some(_)) => "mean",
        }
    }

    fn how(&self) -> String {
        let args = [
            ("what", capital(&self.what).into()),
            ("scale", self.chart.done.map_or("0–10", |(_, unit)| unit).into()),
            ("square", self.square().into()),
            ("coverage", self.coverage().into()),
        ];
        self.words.say("chart-heat-how", &args)
    }

    fn describe(&self) -> String {
        let args = [
            ("square", self.square().into()),
            ("what", self.what.as_str().into()),
            ("coverage", self.coverage().into()),
            ("say", self.say().into()),
        ];
        self.words.say("chart-heat-desc", &args)
    }

    fn tabulate(&self) -> Table {
        let what = capital(&self.what);
        let head = self.chart.done.map_or_else(|| what.clone(), |(_, unit)| format!("{what}, {unit}"));
        if self.days <= 60 {
            let row = |day: usize| {
                vec![self.words.short(date_of(self.first + count(day))), self.words.score(self.values[day])]
            };
            return Table {
                caption: self.title(),
                head: vec![self.words.word("day"), head],
                rows: (0..self.values.len()).map(row).collect(),
            };
        }
        let row = |(start, days): (i32, std::ops::Range<usize>)| {
            let week = &self.values[days];
            let most = week.iter().flatten().copied().reduce(f64::max);
            let known = format!("{}/{}", week.iter().flatten().count(), week.len());
            vec![
                self.words.short(date_of(self.first + start)),
                known,
                self.words.score(self.of_week(week)),
                self.words.score(most),
            ]
        };
        let mid = if self.chart.done.is_none() { "chart-median" } else { "chart-mean-a-day" };
        Table {
            caption: self.words.say("chart-by-week", &[("what", head.into())]),
            head: ["chart-week-of", "chart-days-known", mid, "chart-most"].map(|id| self.words.word(id)).to_vec(),
            rows: weeks(self.first, self.days, self.chart.week_start).into_iter().map(row).collect(),
        }
    }
}
