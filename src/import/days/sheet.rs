//! Tables with a row a day: markdown's, CSV, TSV.

use super::DayBook;
use super::columns::columns_of;
use super::dates::PlacedDate;
use super::day::{DayText, DiaryDay, KeptBack};
use crate::entry::{LineForm, PageLine};
use crate::fields::{WrittenDate, YearAbove, linked_date, written_date};
use crate::import::table::{Columns, TableRow, columns};
use std::ops::Range;

/// The names of columns of dates.
const DATES: [&str; 6] = ["date", "datum", "day", "tag", "when", "wann"];

impl DayBook<'_> {
    /// Reads the text as a table with a line of names; `known` tells that it is one, so that anything else is an error.
    pub(super) fn csv(&mut self, known: bool) -> bool {
        let table = columns(self.text);
        let is_one = |table: &Columns| {
            let dated = table.names.iter().any(|name| DATES[..2].contains(&super::known_words::plain(name).as_str()));
            table.names.len() > 2 && dated || super::week::first_weekday(&table.names).is_some()
        };
        let Some(table) = table.filter(|table| known || is_one(table)) else {
            return false;
        };
        let above = YearAbove::of_name(self.stem);
        if !self.table(&table, above) && known {
            let hint =
                "its first line names the columns, one of them `date`; or the seven days of the week behind the week";
            let names = crate::import::table::shown(&table.names);
            let problem = crate::diag::Diagnostic::error(
                "unknown-table",
                format!("no column has dates; the columns are {names}"),
            );
            self.diagnostics.push(problem.at(crate::diag::Place::file(self.path)).hint(hint));
        }
        true
    }

    /// Reads the tables of a text of markdown; whether any has days.
    pub(super) fn sheets(&mut self, lines: &[PageLine<'_>]) -> bool {
        let mut above = YearAbove::of_name(self.stem);
        let mut tables: Vec<(Columns, YearAbove)> = Vec::new();
        let mut outside: Vec<Vec<&PageLine<'_>>> = vec![Vec::new()];
        let mut kept = KeptBack::No;
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let rows = lines[at..].iter().take_while(|line| line.form == LineForm::Row).count();
            let table = markdown_table(&lines[at..at + rows]).filter(is_of_days);
            at += rows.max(1);
            let around = match table {
                Some(table) => {
                    tables.push((table, above));
                    outside.push(Vec::new());
                    continue;
                }
                None => &lines[at - rows.max(1)..at],
            };
            let date = match &line.form {
                LineForm::Heading(_, range) => written_date(&line.text[range.clone()]),
                LineForm::Words => written_date(line.text.trim().trim_matches('*')),
                _ => None,
            };
            if date.is_some_and(|found| above.hear(found.date)) {
                continue;
            }
            for line in around.iter().filter(|line| !line.is_blank()) {
                kept = kept.max(KeptBack::of_line(line.text));
                outside.last_mut().into_iter().for_each(|part| part.push(line));
            }
        }
        if tables.is_empty() {
            return false;
        }
        self.diary.kept = self.diary.kept.max(kept);
        let dates: Vec<PlacedDate> = tables.iter().flat_map(|(table, above)| self.dates_of(table, *above)).collect();
        self.settle(&dates);
        for (table, above) in &tables {
            self.table(table, *above);
        }
        outside.iter_mut().for_each(|part| self.pass(part));
        true
    }

    /// The dates of a table, each with its place.
    fn dates_of(&self, table: &Columns, above: YearAbove) -> Vec<PlacedDate> {
        let at = if super::week::first_weekday(&table.names).is_some() { Some(0) } else { date_column(table) };
        let date = |row: &TableRow| {
            let cell = row.at(at)?;
            let range = self.line_range(usize::try_from(row.line).unwrap_or(usize::MAX));
            Some(PlacedDate { found: linked_date(cell)?, above, range: self.cell(range, cell) })
        };
        table.rows.iter().filter_map(date).collect()
    }

    /// Reads a table; whether it has a column of dates, or one of weeks and seven of days.
    fn table(&mut self, table: &Columns, above: YearAbove) -> bool {
        if let Some(first) = super::week::first_weekday(&table.names) {
            self.weeks(table, first, above);
            return true;
        }
        let Some(at) = date_column(table) else { return false };
        let meanings = columns_of(&table.names, at);
        let mut rows: Vec<(&TableRow, PlacedDate)> = Vec::new();
        for row in &table.rows {
            let range = self.line_range(usize::try_from(row.line).unwrap_or(usize::MAX));
            let cell = row.get(at).unwrap_or_default();
            match linked_date(cell) {
                Some(found) => rows.push((row, PlacedDate { found, above, range: self.cell(range, cell) })),
                None => self.pass_row(row, table.names.len()),
            }
        }
        let dates: Vec<PlacedDate> = rows.iter().map(|(_, date)| date.clone()).collect();
        for ((row, placed), date) in rows.into_iter().zip(self.days_of(&dates)) {
            let Some(date) = date else { continue };
            let place = self.at_line(usize::try_from(row.line).unwrap_or(0));
            let mut day = DiaryDay {
                date,
                place: place.clone(),
                title: String::new(),
                items: Vec::new(),
                text: DayText::Notes(Vec::new()),
                kept: KeptBack::No,
            };
            let mut notes = self.reader.row(row, &table.names, &meanings, &mut day);
            let behind = row.get(at).unwrap_or_default();
            let behind = behind[placed.found.end.min(behind.len())..].trim();
            if !behind.is_empty() {
                notes.insert(0, behind.to_owned());
            }
            day.text = DayText::Notes(notes.into_iter().map(|note| (place.clone(), note)).collect());
            self.add(day);
        }
        true
    }

    /// The bytes of a cell in the text of its row, for messages.
    pub(super) fn cell(&self, row: Range<usize>, cell: &str) -> Range<usize> {
        match self.text[row.clone()].find(cell) {
            Some(at) if !cell.is_empty() => row.start + at..row.start + at + cell.len(),
            _ => row,
        }
    }

    /// Notes a row as belonging to no day, unless nothing stands in it.
    pub(super) fn pass_row(&mut self, row: &TableRow, n: usize) {
        let cells: Vec<&str> = (0..n).filter_map(|at| row.get(at)).collect();
        if !cells.is_empty() {
            let place = self.at_line(usize::try_from(row.line).unwrap_or(0));
            self.diary.outside.push((place, crate::text::shorten(&cells.join(" | "), 60), 1));
        }
    }
}

/// Whether a table has a column of dates, or one of weeks and seven of days.
fn is_of_days(table: &Columns) -> bool {
    super::week::first_weekday(&table.names).is_some() || date_column(table).is_some()
}

/// The column of dates: by its name, else the first with dates alone.
fn date_column(table: &Columns) -> Option<usize> {
    let names: Vec<String> = table.names.iter().map(|name| super::known_words::plain(name)).collect();
    let cells = |at: usize| table.rows.iter().filter_map(move |row| row.get(at));
    let is_day = |cell: &str| {
        linked_date(cell).is_some_and(|found| !matches!(found.date, WrittenDate::Month(..) | WrittenDate::Year(_)))
    };
    let is_whole = |cell: &str| {
        linked_date(cell).is_some_and(|found| {
            matches!(found.date, WrittenDate::Day(_) | WrittenDate::Numbers { .. } | WrittenDate::DayOf { .. })
        })
    };
    let named = DATES.iter().filter_map(|wanted| names.iter().position(|name| name == wanted));
    let dated = |at: &usize| cells(*at).next().is_some() && cells(*at).all(is_whole);
    named.into_iter().find(|at| cells(*at).any(is_day)).or_else(|| (0..names.len()).find(dated))
}

/// A table of markdown, if it has a line of names and one of hyphens.
fn markdown_table(lines: &[PageLine<'_>]) -> Option<Columns> {
    let rule = cells(lines.get(1)?.text);
    let is_rule = |cell: &String| !cell.is_empty() && cell.bytes().all(|b| matches!(b, b'-' | b':'));
    if !rule.iter().all(is_rule) {
        return None;
    }
    let rows = lines[2..].iter().map(|line| TableRow::of(line.number, &cells(line.text)));
    Some(Columns { names: cells(lines[0].text), rows: rows.collect() })
}

/// The cells of a row; `\|` is a bar in one.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let row = row.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(row);
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in row.chars() {
        if c == '|' && !escaped {
            cells.push(String::new());
        } else if let Some(cell) = cells.last_mut() {
            if escaped && c == '|' {
                cell.pop();
            }
            cell.push(c);
        }
        escaped = c == '\\' && !escaped;
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}
