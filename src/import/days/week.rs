//! Sheets with a row a week: its first day or its number, then a column for each of the seven days.

use super::DayBook;
use super::dates::{PlacedDate, weekday_word};
use super::day::{DayText, DiaryDay, KeptBack};
use super::item_reader::DayItems;
use crate::fields::{YearAbove, weekday_named, written_date};
use crate::import::table::{Columns, TableRow};
use crate::units::shift;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The day of the week of the first of seven columns in a row, and which column it is.
pub(super) fn first_weekday(names: &[String]) -> Option<(usize, Weekday)> {
    (1..names.len().saturating_sub(6)).find_map(|at| {
        let first = weekday_named(&names[at])?;
        let follows =
            |n: usize| weekday_named(&names[at + n]) == Some(first.wrapping_add(i64::try_from(n).unwrap_or(0)));
        (1..7).all(follows).then_some((at, first))
    })
}

/// The number behind `Week`, `KW`, `W`, and the year where one stands there too.
fn week_number(text: &str) -> Option<(Option<i16>, i8)> {
    let lower = text.trim().to_lowercase();
    let numbers: Vec<&str> = lower.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty()).collect();
    let is_week = matches!(words.as_slice(), ["week" | "woche" | "kw" | "w" | "wk"]);
    let year = |text: &&str| text.len() == 4;
    let parsed = |text: &str| text.parse::<i8>().ok().filter(|week| (1..=53).contains(week));
    match numbers.as_slice() {
        [week] if is_week => Some((None, parsed(week)?)),
        [first, second] if is_week && year(first) => Some((first.parse().ok(), parsed(second)?)),
        [first, second] if is_week && year(second) => Some((second.parse().ok(), parsed(first)?)),
        _ => None,
    }
}

impl DayBook<'_> {
    /// Reads a sheet whose first column of days is known.
    pub(super) fn weeks(&mut self, table: &Columns, (at, first): (usize, Weekday), above: YearAbove) {
        let mut rows: Vec<(&TableRow, Option<PlacedDate>)> = Vec::new();
        for row in &table.rows {
            let typed = row.get(0).unwrap_or_default();
            let range = self.line_range(usize::try_from(row.line).unwrap_or(usize::MAX));
            let range = self.cell(range, typed);
            if let Some(found) = written_date(typed) {
                rows.push((row, Some(PlacedDate { found, above, range })));
            } else if week_number(typed).is_some() {
                rows.push((row, None));
            } else {
                self.pass_row(row, table.names.len());
            }
        }
        let dates: Vec<PlacedDate> = rows.iter().filter_map(|(_, date)| date.clone()).collect();
        let mut days = self.days_of(&dates).into_iter();
        for (row, placed) in rows {
            let start = match placed {
                Some(placed) => days.next().flatten().filter(|day| self.begins(*day, first, &placed)),
                None => self.of_number(row, first, above),
            };
            if let Some(start) = start {
                self.week(row, start, at);
            }
            self.pass_beside(row, at, table);
        }
    }

    /// Whether a week's first day is the first of the columns.
    fn begins(&mut self, day: Date, first: Weekday, placed: &PlacedDate) -> bool {
        if day.weekday() != first {
            let (own, wanted) = (weekday_word(day.weekday()), weekday_word(first));
            let message = format!("{day} is a {own}, and the first column of days is {wanted}");
            self.fail("weekday", message, placed.range.clone(), "write the date of the day that the first column is");
        }
        day.weekday() == first
    }

    /// The first day of a week by its number, which is one of the standard's weeks.
    fn of_number(&mut self, row: &TableRow, first: Weekday, above: YearAbove) -> Option<Date> {
        let typed = row.get(0)?;
        let (year, week) = week_number(typed)?;
        let range = self.line_range(usize::try_from(row.line).unwrap_or(usize::MAX));
        let range = self.cell(range, typed);
        let hint = "write the date of the week's first day in place of its number";
        if first != Weekday::Monday {
            self.fail("bad-date", format!("`{typed}` begins on a Monday, and the columns don't"), range, hint);
            return None;
        }
        let Some(year) = year.or(above.year) else {
            let message = format!("nothing says of which year `{typed}` is");
            self.fail(
                "no-year",
                message,
                range,
                "put a heading with the year above, such as `# 2024`, or write the week's first day",
            );
            return None;
        };
        let day = ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date);
        if day.is_none() {
            self.fail("bad-date", format!("{year} has no week {week}"), range, hint);
        }
        day.filter(|day| crate::fields::is_in_our_times(*day))
    }

    fn week(&mut self, row: &TableRow, start: Date, at: usize) {
        let place = self.at_line(usize::try_from(row.line).unwrap_or(0));
        for n in 0..7 {
            let date = shift(start, i64::try_from(n).unwrap_or(0));
            let Some(cell) = row.get(at + n) else { continue };
            let cell = cell.replace("<br>", ", ").replace("<br/>", ", ").replace('\n', ", ");
            let mut gathered = DayItems::default();
            let taken = self.reader.take(date, &cell, &mut gathered);
            let aside = cell.contains("<!--") || cell.contains("%%");
            let kept = KeptBack::of_line(&cell).max(if aside { KeptBack::Private } else { KeptBack::No });
            let notes = if taken { Vec::new() } else { vec![(place.clone(), cell.trim().to_owned())] };
            self.add(DiaryDay {
                date,
                place: place.clone(),
                title: String::new(),
                items: gathered.0,
                text: DayText::Notes(notes),
                kept,
            });
        }
    }

    /// What stands beside the days of a week is of none of them.
    fn pass_beside(&mut self, row: &TableRow, at: usize, table: &Columns) {
        for (n, name) in table.names.iter().enumerate() {
            if n == 0 || (at..at + 7).contains(&n) {
                continue;
            }
            if let Some(cell) = row.get(n) {
                let place = self.at_line(usize::try_from(row.line).unwrap_or(0));
                self.diary.outside.push((place, crate::text::shorten(&format!("{name}: {cell}"), 60), 1));
            }
        }
    }
}
