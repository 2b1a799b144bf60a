//! The numbers of the journal as files: one row a recorded value, as JSON and as CSV.

use crate::config::Config;
use crate::diag::Diagnostic;
use crate::entry::{Entry, Side, Value, Visibility};
use crate::journal::{CountedEntry, Journal as Model};
use crate::text::allowed;
use serde::Serialize;
use serde::ser::Serializer;
use std::borrow::Cow;

/// The forms that the numbers are written in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Data {
    /// An object with the rows as objects, one a line.
    Json,
    /// RFC 4180, with a header.
    Csv,
}

/// The numbers of a journal's public entries.
#[derive(Serialize)]
struct Journal<'a> {
    title: &'a str,
    /// Whether story and numbers are invented.
    fictional: bool,
    columns: [&'a str; 7],
    units: Units,
}

/// What the words in the column `unit` mean.
#[derive(Serialize)]
struct Units {
    m: &'static str,
    min: &'static str,
    s: &'static str,
    h: &'static str,
    kg: &'static str,
    bpm: &'static str,
    #[serde(rename = "%")]
    percent: &'static str,
    #[serde(rename = "0-10")]
    scale: &'static str,
    sets: &'static str,
    reps: &'static str,
    points: &'static str,
}

const UNITS: Units = Units {
    m: "metres",
    min: "minutes",
    s: "seconds",
    h: "hours",
    kg: "kilograms",
    bpm: "heartbeats a minute",
    percent: "percent",
    scale: "a scale from 0 to 10; pain: 0 none, 10 the worst",
    sets: "sets",
    reps: "repetitions of one set",
    points: "the total of a questionnaire",
};

const COLUMNS: [&str; 7] = ["date", "metric", "site", "side", "value", "unit", "source"];

/// A row as it is written; what is not known is `null` or an empty cell.
#[derive(Serialize)]
struct Written<'a> {
    date: &'a str,
    metric: &'a str,
    site: Option<Cow<'a, str>>,
    side: Option<&'a str>,
    #[serde(serialize_with = "json_value")]
    value: Value<'a>,
    unit: Option<&'a str>,
    /// The file that it was read from.
    source: &'a str,
}

/// Whether any public entry records anything.
pub(super) fn has_rows(journal: &Model) -> bool {
    public(journal).any(|(entry, _)| entry.row_mark().n > 0)
}

/// The entries whose numbers are published, each with its injury: public ones with a date, in its order; lines of logs after all
/// entries of their day.
pub(super) fn public(journal: &Model) -> impl Iterator<Item = (&Entry, Option<usize>)> {
    let is_public = |(entry, _): &&CountedEntry| entry.visibility == Visibility::Public && entry.date.is_some();
    journal.counted.iter().filter(is_public).map(|(entry, injury)| (&**entry, *injury))
}

/// The numbers of some entries, each with its injury.
///
/// # Errors
/// A diagnostic if they can't be written.
pub(super) fn write<'a>(config: &Config, entries: impl Entries<'a>, form: Data) -> Result<String, Diagnostic> {
    let written = match form {
        Data::Json => json(config, entries).map_err(|error| error.to_string()),
        Data::Csv => csv(config, entries).map_err(|error| error.to_string()),
    };
    written.map_err(|error| Diagnostic::error("data", format!("the numbers can't be written: {error}")))
}

/// Entries, each with its injury.
pub(super) trait Entries<'a>: Iterator<Item = (&'a Entry, Option<usize>)> {}

impl<'a, I: Iterator<Item = (&'a Entry, Option<usize>)>> Entries<'a> for I {}

/// Hands over every row that may be seen, in the order of the entries.
fn each_row<'a, E>(
    config: &Config,
    entries: impl Entries<'a>,
    mut take: impl FnMut(&Written<'_>) -> Result<(), E>,
) -> Result<(), E> {
    // Every row has them, so they are made once.
    let mut metric = String::new();
    for (entry, injury) in entries {
        let date = entry.date.map(|date| date.to_string()).unwrap_or_default();
        let injury = injury.map(|injury| &config.injuries[injury]);
        for row in &entry.rows() {
            // Pain without a place is that of the injury that the entry is about.
            let place = injury.filter(|_| row.of_injury && row.site.is_none() && row.side.is_none());
            let (own_site, own_side) = match place {
                Some(injury) => (Some(injury.site.as_str()), Some(injury.side.as_str())),
                None => (row.site, row.side.map(Side::word)),
            };
            metric.clear();
            for part in row.metric.parts() {
                if !metric.is_empty() {
                    metric.push('.');
                }
                metric.push_str(part);
            }
            take(&Written {
                date: &date,
                metric: &metric,
                site: own_site.filter(|text| !text.is_empty()).map(allowed),
                side: own_side.filter(|text| !text.is_empty()),
                value: row.value,
                unit: Some(row.unit).filter(|text| !text.is_empty()),
                source: &entry.path,
            })?;
        }
    }
    Ok(())
}

fn json<'a>(config: &Config, entries: impl Entries<'a>) -> serde_json::Result<String> {
    let head = Journal { title: &config.title, fictional: config.fictional, columns: COLUMNS, units: UNITS };
    let head = serde_json::to_string_pretty(&head)?;
    let mut out = format!("{},\n  \"rows\": [", head.strip_suffix("\n}").unwrap_or(&head)).into_bytes();
    let mut before: &[u8] = b"\n    ";
    each_row(config, entries, |row| {
        out.extend_from_slice(before);
        before = b",\n    ";
        serde_json::to_writer(&mut out, row)
    })?;
    out.extend_from_slice(b"\n  ]\n}\n");
    Ok(text(out))
}

/// What was written as text, which it is: nothing but texts went in.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|bad| String::from_utf8_lossy(bad.as_bytes()).into_owned())
}

fn csv<'a>(config: &Config, entries: impl Entries<'a>) -> Result<String, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    each_row(config, entries, |row| {
        let value = match row.value {
            Value::Number(number) => Cow::Owned(number.to_string()),
            Value::Text(text) => cell(text),
            Value::Yes => "true".into(),
        };
        let place = row.site.as_deref().map(cell).unwrap_or_default();
        let (side, unit) = (row.side.unwrap_or_default(), row.unit.unwrap_or_default());
        writer.write_record([row.date, row.metric, &*place, side, &*value, unit, row.source])
    })?;
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(text(bytes))
}

/// A text as a cell: spreadsheets calculate what begins with these, so an apostrophe makes it a text for them.
fn cell(text: &str) -> Cow<'_, str> {
    let text = allowed(text);
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}").into() } else { text }
}

fn json_value<S: Serializer>(value: &Value<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        // Whole numbers without a point, as they were typed.
        Value::Number(number) if number.fract() == 0.0 && number.abs() < 1e15 =>
        {
            #[expect(clippy::cast_possible_truncation, reason = "whole and in range, checked above")]
            serializer.serialize_i64(*number as i64)
        }
        Value::Number(number) => serializer.serialize_f64(*number),
        Value::Text(text) => serializer.serialize_str(&allowed(text)),
        Value::Yes => serializer.serialize_bool(true),
    }
}
