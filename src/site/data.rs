//! The numbers of the journal as files: one row a recorded value, as JSON and as CSV.

use crate::config::Config;
use crate::diag::Diagnostic;
use crate::entry::{Entry, Row, Side, Value, Visibility};
use crate::journal::{CountedEntry, Journal as Model};
use crate::text::allowed;
use jiff::civil::Date;
use serde::Serialize;
use std::fmt::Write as _;

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

/// Whether any public entry records anything.
pub(super) fn has_rows(journal: &Model) -> bool {
    public(journal).any(|(entry, _)| !entry.rows().is_empty())
}

/// The entries whose numbers are published, each with its injury: public ones with a date, in its order; lines of logs after all
/// entries of their day.
pub(super) fn public(journal: &Model) -> impl Iterator<Item = (&Entry, Option<usize>)> {
    let is_public = |(entry, _): &&CountedEntry| entry.visibility == Visibility::Public && entry.date.is_some();
    journal.counted.iter().filter(is_public).map(|(entry, injury)| (&**entry, *injury))
}

/// The lines over several days that anybody may see, each with its injury.
pub(super) fn spans(journal: &Model) -> impl Iterator<Item = (&Entry, Option<usize>)> {
    let spans = journal.logs.spans.iter().filter(|span| span.entry.visibility == Visibility::Public);
    spans.map(|span| (&*span.entry, span.injury))
}

/// What logs that anybody may see say of ranges of days: the file, what it says, and the first and the last day.
pub(super) fn ranges(journal: &Model) -> impl Iterator<Item = (&str, &'static str, Date, Date)> {
    let files = journal.logs.files.iter().map(|(file, _)| &**file).filter(|file| !file.private);
    files.flat_map(|file| {
        let covers = file.covers.iter().map(|(from, to)| (&*file.path, "covers", *from, *to));
        covers.chain(file.later.iter().map(|(from, to)| (&*file.path, "later", *from, *to)))
    })
}

/// The numbers of some entries, each with its injury, and what is said of ranges of days.
///
/// # Errors
/// A diagnostic if they can't be written.
pub(super) fn write<'a>(
    config: &Config,
    entries: impl Iterator<Item = (&'a Entry, Option<usize>)>,
    ranges: impl Iterator<Item = (&'a str, &'static str, Date, Date)>,
    form: Data,
) -> Result<String, Diagnostic> {
    if form == Data::Csv {
        let mut out = COLUMNS.join(",") + "\r\n";
        form.push_rows(&mut out, config, entries);
        form.push_ranges(&mut out, ranges);
        return Ok(out);
    }
    let head = Journal { title: &config.title, fictional: config.fictional, columns: COLUMNS, units: UNITS };
    let head = serde_json::to_string_pretty(&head)
        .map_err(|error| Diagnostic::error("data", format!("the numbers can't be written: {error}")))?;
    let mut out = format!("{},\n  \"rows\": [", head.strip_suffix("\n}").unwrap_or(&head));
    form.push_rows(&mut out, config, entries);
    form.push_ranges(&mut out, ranges);
    // The comma after the last row.
    out.truncate(out.trim_end_matches(',').len());
    out.push_str("\n  ]\n}\n");
    Ok(out)
}

/// The rows of an entry or a line: its values, and what else has to be said so that it can be written again from them.
///
/// One that has no other row, and a line below another one of its file and day, begins with a row of its own.
fn record<'a>(
    entry: &'a Entry,
    injury: Option<usize>,
    config: &'a Config,
    last_line: &mut Option<(&'a str, Option<Date>)>,
) -> Vec<Row<'a>> {
    let Some(date) = entry.date else { return Vec::new() };
    let is_named = entry.injury.is_some() || config.injuries.len() > 1;
    let injury = injury.filter(|_| is_named).map(|injury| config.injuries[injury].slug.as_str());
    let mut rows = with_typed_places(entry.rows_with_names(), config);
    rows.extend(entry.marks(injury));
    let row = |metric: &'a str, value| Row {
        date,
        metric: [metric].into(),
        site: None,
        side: None,
        value,
        unit: "",
        of_injury: false,
    };
    let Some(log) = &entry.log else {
        if rows.is_empty() {
            rows.push(row("entry", Value::Yes));
        }
        return rows;
    };
    let own = (&*entry.path, entry.date);
    let is_page = !crate::entry::is_log(&entry.path);
    if rows.is_empty() || is_page || log.until.is_some() || *last_line == Some(own) {
        rows.insert(0, row("line", Value::Yes));
    }
    *last_line = Some(own);
    if let Some(until) = log.until {
        rows[0].value = Value::Day(until);
    }
    rows
}

/// The rows with one more before scores whose place was typed and is that of an injury: without a place they would be told of it
/// too.
fn with_typed_places<'a>(rows: Vec<Row<'a>>, config: &Config) -> Vec<Row<'a>> {
    let is_injurys = |row: &Row<'_>| {
        let side = row.side.map(Side::word).unwrap_or_default();
        let typed = row.of_injury && (row.site.is_some() || row.side.is_some());
        typed && config.injuries.iter().any(|own| own.site == row.site.unwrap_or_default() && own.side == side)
    };
    if !rows.iter().any(is_injurys) {
        return rows;
    }
    let mut all: Vec<Row<'a>> = Vec::with_capacity(rows.len() + 2);
    let group = |row: &Row<'a>| (row.metric.above(), row.site, row.side);
    for row in rows {
        if is_injurys(&row) && all.last().is_none_or(|last| group(last) != group(&row)) {
            let metric = row.metric.above().with("place");
            all.push(Row { metric, value: Value::Text("typed"), unit: "", ..row.clone() });
        }
        all.push(row);
    }
    all
}

/// A long journal has a hundred thousand rows, and serde's objects with the csv crate's records took twice what this takes. So a row
/// is put together from its cells and what stands between them; a test reads all of it with both crates.
impl Data {
    /// What stands before each cell of a row, and after the last.
    fn between(self) -> [&'static str; 8] {
        match self {
            Self::Json => [
                "\n    {\"date\":",
                ",\"metric\":",
                ",\"site\":",
                ",\"side\":",
                ",\"value\":",
                ",\"unit\":",
                ",\"source\":",
                "},",
            ],
            Self::Csv => ["", ",", ",", ",", ",", ",", ",", "\r\n"],
        }
    }

    /// Appends every row that may be seen, in the order of the entries.
    fn push_rows<'a>(
        self,
        out: &mut String,
        config: &Config,
        entries: impl Iterator<Item = (&'a Entry, Option<usize>)>,
    ) {
        let [first, metric_is, site_is, side_is, value_is, unit_is, source_is, last] = self.between();
        let (mut before, mut metric, mut after) = (String::new(), String::new(), String::new());
        // Most rows are of no place.
        let mut nowhere = site_is.to_owned();
        self.push_known(&mut nowhere, "", Self::push_text);
        nowhere.push_str(side_is);
        self.push_known(&mut nowhere, "", Self::push_text);
        let mut last_line = None;
        for (entry, injury) in entries {
            let rows = record(entry, injury, config, &mut last_line);
            let injury = injury.map(|injury| &config.injuries[injury]);
            // All rows of an entry begin and end alike.
            before.replace_range(.., first);
            self.push_text(&mut before, &entry.date.map(|date| date.to_string()).unwrap_or_default());
            before.push_str(metric_is);
            after.replace_range(.., source_is);
            self.push_text(&mut after, &entry.path);
            after.push_str(last);
            for row in &rows {
                // Pain without a place is that of the injury that the entry is about.
                let place = injury.filter(|_| row.of_injury && row.site.is_none() && row.side.is_none());
                let (site, side) = match place {
                    Some(injury) => (injury.site.as_str(), injury.side.as_str()),
                    None => (row.site.unwrap_or_default(), row.side.map(Side::word).unwrap_or_default()),
                };
                metric.clear();
                if entry.log.as_ref().is_some_and(|log| log.until.is_some()) {
                    // What lasted for days is no value of the first of them.
                    metric.push_str("span");
                }
                for part in row.metric.parts() {
                    if !metric.is_empty() {
                        metric.push('.');
                    }
                    metric.push_str(part);
                }
                out.push_str(&before);
                self.push_text(out, &metric);
                if site.is_empty() && side.is_empty() {
                    out.push_str(&nowhere);
                } else {
                    out.push_str(site_is);
                    self.push_known(out, site, Self::push_typed);
                    out.push_str(side_is);
                    self.push_known(out, side, Self::push_text);
                }
                out.push_str(value_is);
                match row.value {
                    Value::Number(number) => self.push_number(out, number),
                    Value::Text(text) => self.push_typed(out, text),
                    Value::Day(day) => self.push_text(out, &day.to_string()),
                    Value::Yes => out.push_str("true"),
                }
                out.push_str(unit_is);
                self.push_known(out, row.unit, Self::push_text);
                out.push_str(&after);
            }
        }
    }

    /// Appends a row for each range of days.
    fn push_ranges<'a>(self, out: &mut String, ranges: impl Iterator<Item = (&'a str, &'static str, Date, Date)>) {
        let between = self.between();
        for (path, what, from, to) in ranges {
            let (from, to) = (from.to_string(), to.to_string());
            for (sign, cell) in between.iter().zip([&from, what, "", "", &to, "", path]) {
                out.push_str(sign);
                self.push_known(out, cell, Self::push_text);
            }
            out.push_str(between[7]);
        }
    }

    /// Appends a cell; what is not known is `null` or an empty one.
    fn push_known(self, out: &mut String, text: &str, push: fn(Self, &mut String, &str)) {
        match (text, self) {
            ("", Self::Json) => out.push_str("null"),
            ("", Self::Csv) => {}
            _ => push(self, out, text),
        }
    }

    /// Appends a text of the writer's. Spreadsheets calculate what begins with these, so an apostrophe makes it a text for them.
    fn push_typed(self, out: &mut String, text: &str) {
        let text = allowed(text);
        if self == Self::Csv && text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
            self.push_text(out, &format!("'{text}"));
        } else {
            self.push_text(out, &text);
        }
    }

    fn push_text(self, out: &mut String, text: &str) {
        let is_plain = !text.bytes().any(|byte| byte < b' ' || matches!(byte, b'"' | b',' | b'\\'));
        match self {
            Self::Json if is_plain => {
                out.push('"');
                out.push_str(text);
                out.push('"');
            }
            Self::Json => out.push_str(&serde_json::Value::from(text).to_string()),
            Self::Csv if !is_plain && text.contains(['"', ',', '\r', '\n']) => {
                out.push('"');
                out.push_str(&text.replace('"', "\"\""));
                out.push('"');
            }
            Self::Csv => out.push_str(text),
        }
    }

    fn push_number(self, out: &mut String, number: f64) {
        let size = number.abs();
        if number.fract() == 0.0 && size < 1e15 {
            #[expect(clippy::cast_possible_truncation, reason = "whole and in range")]
            let whole = number as i64;
            let _ = write!(out, "{whole}");
        } else if self == Self::Json || (1e-3..1e15).contains(&size) {
            out.push_str(&serde_json::Value::from(number).to_string());
        } else {
            // JSON has powers of ten here.
            let _ = write!(out, "{number}");
        }
    }
}
