//! Tables: their text, their rows, and whose they are.

use super::{Book, ColumnMap, MOST_OF_TABLE, garmin, mapped, strava};
use std::borrow::Cow;

/// A row with the line that it begins on.
#[derive(Clone, Debug)]
pub(super) struct TableRow {
    pub(super) line: u64,
    cells: csv::StringRecord,
}

impl TableRow {
    /// A row of cells that were parted already.
    pub(super) fn of(line: usize, cells: &[String]) -> Self {
        Self { line: u64::try_from(line).unwrap_or(0), cells: csv::StringRecord::from(cells) }
    }

    /// A cell, trimmed; `None` where it is missing, empty or says that there is no value.
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let cell = self.cells.get(at)?.trim();
        (!matches!(cell, "" | "--" | "-" | "—" | "N/A" | "null")).then_some(cell)
    }

    /// The cell of a column that may not be there.
    pub(super) fn at(&self, column: Option<usize>) -> Option<&str> {
        self.get(column?)
    }
}

/// A table with the names of its columns.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    pub(super) names: Vec<String>,
    pub(super) rows: Vec<TableRow>,
}

impl Columns {
    /// The column of one of these names, in lower case with bars between them; the first that is there.
    pub(super) fn named(&self, names: &str) -> Option<usize> {
        names.split('|').find_map(|wanted| self.names.iter().position(|name| name.to_lowercase() == wanted))
    }

    /// The column that has the same name as another one before it.
    pub(super) fn again(&self, first: usize) -> Option<usize> {
        let name = self.names.get(first)?;
        let later = self.names.iter().skip(first + 1).position(|other| other == name)?;
        Some(first + 1 + later)
    }
}

/// The text of a file, whatever it was saved as.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes).into(),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes).into(),
        bytes => match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)) {
            Ok(text) => text.into(),
            // What was cut in the middle of a letter is UTF-8 still; else every byte is a letter of the West.
            Err(error) if error.error_len().is_none() => String::from_utf8_lossy(bytes),
            Err(_) => bytes.iter().copied().map(char::from).collect::<String>().into(),
        },
    }
}

/// Reads a table, whoever made it.
pub(super) fn read(book: &mut Book<'_>, text: &str) {
    if text.len() > MOST_OF_TABLE {
        let most = MOST_OF_TABLE >> 20;
        return book.fail("unreadable", format!("the table is larger than {most} MB"), "import it in parts");
    }
    let Some(columns) = columns(text) else {
        return book.fail("unknown-table", "this is no table with a line of names above its rows", ColumnMap::HINT);
    };
    if !book.reading.map.is_empty() {
        mapped::read(book, &columns);
    } else if strava::is_one(&columns) {
        strava::read(book, &columns);
    } else if garmin::is_one(&columns) {
        garmin::read(book, &columns);
    } else if columns.rows.is_empty() {
        book.none("this table has no rows");
    } else {
        let known = "this table is neither Strava's `activities.csv` nor the list of activities of Garmin Connect";
        book.fail("unknown-table", format!("{known}; its columns are {}", shown(&columns.names)), ColumnMap::HINT);
    }
}

/// The first names of columns.
pub(super) fn shown(names: &[String]) -> String {
    let named: Vec<String> = names.iter().take(8).map(|name| format!("`{}`", crate::text::shorten(name, 40))).collect();
    let more = if names.len() > 8 { " and more" } else { "" };
    format!("{}{more}", named.join(", "))
}

/// The names and rows of a text.
pub(super) fn columns(text: &str) -> Option<Columns> {
    let delimiter = delimiter(text)?;
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(delimiter);
    let mut rows = reader
        .from_reader(text.as_bytes())
        .into_records()
        .map_while(Result::ok)
        .map(|record| TableRow { line: record.position().map_or(0, csv::Position::line), cells: record });
    let head = rows.find(|row| row.cells.len() > 1)?;
    let names = head.cells.iter().map(|name| name.trim().to_owned()).collect();
    Some(Columns { names, rows: rows.collect() })
}

/// What parts the cells of the first line: whichever there is most of.
fn delimiter(text: &str) -> Option<u8> {
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    let count = |delimiter: u8| {
        let mut quoted = false;
        let parts = line.bytes().filter(|byte| {
            quoted ^= *byte == b'"';
            *byte == delimiter && !quoted
        });
        parts.count()
    };
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|delimiter| (count(*delimiter), *delimiter == b','))
        .filter(|d| count(*d) > 0)
}
