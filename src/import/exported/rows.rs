//! The rows of an export.

use serde_json::Value;

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ExportedRow {
    pub(super) date: String,
    pub(super) metric: String,
    pub(super) site: String,
    pub(super) side: String,
    pub(super) value: String,
    pub(super) unit: String,
    pub(super) source: String,
    /// Where it stands: the line of a CSV, the number of the row in JSON.
    pub(super) line: usize,
}

const COLUMNS: [&str; 7] = ["date", "metric", "site", "side", "value", "unit", "source"];

/// Reads them, or says why this is no export.
pub(super) fn read(text: &str) -> Result<Vec<ExportedRow>, String> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') { of_json(text) } else { of_csv(text) }
}

fn row(cells: [String; 7], line: usize) -> ExportedRow {
    let [date, metric, site, side, value, unit, source] = cells;
    ExportedRow { date, metric, site, side, value, unit, source, line }
}

fn of_csv(text: &str) -> Result<Vec<ExportedRow>, String> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let head: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(str::to_owned).collect(),
        Err(error) => return Err(format!("this can't be read: {error}")),
    };
    let at = COLUMNS.map(|column| head.iter().position(|name| name.trim() == column));
    if let Some(missing) = at.iter().position(Option::is_none) {
        return Err(format!("this is no export of comeback: it has no column `{}`", COLUMNS[missing]));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("this can't be read: {error}"))?;
        let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or(0));
        let cells = at.map(|at| unescaped(at.and_then(|at| record.get(at)).unwrap_or_default()));
        rows.push(row(cells, line));
    }
    Ok(rows)
}

/// A cell without the apostrophe by which it is a text for spreadsheets.
fn unescaped(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

fn of_json(text: &str) -> Result<Vec<ExportedRow>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("this can't be read: {error}"))?;
    let rows = value.get("rows").and_then(Value::as_array).ok_or("this is no export of comeback: it has no `rows`")?;
    let cell = |row: &Value, column: &str| match row.get(column) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    Ok(rows.iter().enumerate().map(|(n, one)| row(COLUMNS.map(|column| cell(one, column)), n + 1)).collect())
}
