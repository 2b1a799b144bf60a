//! What the columns of a table are, by their names, and what a row of them says.

use super::day::{DiaryDay, KeptBack};
use super::item_reader::{DayItems, ItemReader, is_yes, labelled_item, without_decimal_comma};
use super::known_words::{ours, plain};
use crate::fields::weekday_named;
use crate::import::table::TableRow;
use jiff::civil::Date;

/// What a column is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ColumnMeaning {
    /// The day, or its day of the week.
    Date,
    /// A point of pain: `before`.
    Point(&'static str),
    /// A key with one value.
    Key(&'static str),
    /// A kind of session, with the unit of its numbers if the name says it.
    Session(&'static str, Option<String>),
    /// What was done, in words.
    Done,
    /// A detail of the session: the word before it, and the unit.
    Detail(&'static str, Option<String>),
    /// The writer's words.
    Note,
    Unknown,
}

/// Names of points of pain.
const POINTS: [(&str, &[&str]); 4] = [
    ("before", &["before", "vorher", "vor", "davor"]),
    ("during", &["during", "während", "dabei"]),
    ("after", &["after", "nachher", "nach", "danach"]),
    ("next day", &["next day", "next morning", "am nächsten tag"]),
];

/// Names of details of a session.
const DETAILS: [(&str, &[&str]); 6] = [
    ("distance", &["distance", "dist", "strecke", "distanz", "km", "miles", "mi"]),
    ("duration", &["duration", "time", "dauer", "zeit", "minutes", "min"]),
    ("rpe", &["rpe", "effort", "anstrengung"]),
    ("climb", &["climb", "ascent", "elevation", "elevation gain", "höhenmeter"]),
    ("hr", &["hr", "avg hr", "average hr", "heart rate", "average heart rate"]),
    ("surface", &["surface", "untergrund"]),
];

const DONE: [&str; 12] = [
    "type",
    "activity",
    "sport",
    "session",
    "workout",
    "training",
    "exercise",
    "exercises",
    "art",
    "aktivität",
    "sportart",
    "übungen",
];

const NOTES: [&str; 11] = [
    "note",
    "notes",
    "comment",
    "comments",
    "remarks",
    "text",
    "notiz",
    "notizen",
    "bemerkung",
    "bemerkungen",
    "kommentar",
];

const SESSIONS: [&str; 4] = ["run", "walk", "bike", "swim"];

/// The meaning of each column; that of dates is known.
pub(super) fn columns_of(names: &[String], date: usize) -> Vec<ColumnMeaning> {
    names.iter().enumerate().map(|(at, name)| if at == date { ColumnMeaning::Date } else { meaning(name) }).collect()
}

fn meaning(name: &str) -> ColumnMeaning {
    let whole = plain(name);
    let (bare, unit) = without_unit(&whole);
    let named = |table: &[(&'static str, &[&str])], name: &str| {
        table.iter().find(|(_, names)| names.contains(&name)).map(|(word, _)| *word)
    };
    if matches!(bare, "date" | "datum" | "weekday" | "wochentag" | "day" | "tag") {
        return ColumnMeaning::Date;
    }
    if let Some(point) = named(&POINTS, bare) {
        return ColumnMeaning::Point(point);
    }
    if let Some(detail) = named(&DETAILS, bare) {
        let own = matches!(bare, "km" | "miles" | "mi" | "min" | "minutes").then(|| bare.to_owned());
        return ColumnMeaning::Detail(detail, unit.or(own));
    }
    if DONE.contains(&bare) {
        return ColumnMeaning::Done;
    }
    if NOTES.contains(&bare) {
        return ColumnMeaning::Note;
    }
    match ours(bare) {
        Some(kind) if SESSIONS.contains(&kind) => ColumnMeaning::Session(kind, unit),
        Some(word) => word.strip_prefix("pain ").map_or(ColumnMeaning::Key(word), ColumnMeaning::Point),
        None => ColumnMeaning::Unknown,
    }
}

/// A name without the unit at its end: `run km`, `time [min]`.
fn without_unit(name: &str) -> (&str, Option<String>) {
    const UNITS: [&str; 12] = ["km", "mi", "miles", "m", "min", "mins", "minutes", "h", "hours", "kg", "lb", "std"];
    let trimmed = name.trim_end_matches([']', ')']);
    match trimmed.rsplit_once([' ', '[', '/']) {
        Some((bare, unit)) if UNITS.contains(&unit) => {
            let unit = if unit == "std" { "h" } else { unit };
            (bare.trim_end_matches([' ', '[', ',', ':', '/']), Some(unit.to_owned()))
        }
        _ => (name, None),
    }
}

/// A value with the unit that its column's name says, where it has none itself.
fn with_unit(value: &str, unit: Option<&String>) -> String {
    let value = without_decimal_comma(value);
    match unit {
        Some(unit) if value.parse::<f64>().is_ok() => format!("{value} {unit}"),
        _ => value,
    }
}

impl ItemReader<'_> {
    /// Puts what a row says into its day; returns what stays text.
    pub(super) fn row(
        &self,
        row: &TableRow,
        names: &[String],
        columns: &[ColumnMeaning],
        day: &mut DiaryDay,
    ) -> Vec<String> {
        let mut notes = Vec::new();
        let mut gathered = DayItems::default();
        let cells: Vec<(usize, &str)> =
            (0..columns.len().max(names.len())).filter_map(|at| Some((at, row.get(at)?))).collect();
        let meaning = |at: usize| columns.get(at).unwrap_or(&ColumnMeaning::Unknown);
        let label = |at: usize, cell: &str| match names.get(at).map(|name| name.trim()).filter(|name| !name.is_empty())
        {
            Some(name) => format!("{name}: {cell}"),
            None => cell.to_owned(),
        };
        let mut left = self.session(&cells, columns, day.date, &mut gathered);
        for (at, cell) in &cells {
            let (at, cell) = (*at, *cell);
            // Comments are their writer's alone.
            day.kept = day.kept.max(KeptBack::of_line(cell));
            if cell.contains("<!--") || cell.contains("%%") {
                day.kept = day.kept.max(KeptBack::Private);
            }
            let understood = match meaning(at) {
                ColumnMeaning::Date => weekday_named(cell).is_some() || crate::fields::written_date(cell).is_some(),
                ColumnMeaning::Point(point) => {
                    self.take_items(day.date, &format!("pain {point} {cell}"), &mut gathered)
                }
                ColumnMeaning::Key(key) => self.take_items(day.date, &labelled_item(key, cell), &mut gathered),
                ColumnMeaning::Session(..) | ColumnMeaning::Done | ColumnMeaning::Detail(..) => !left.remove(&at),
                ColumnMeaning::Note => {
                    notes.push(cell.to_owned());
                    true
                }
                ColumnMeaning::Unknown => false,
            };
            if !understood {
                notes.push(label(at, cell));
            }
        }
        day.items = gathered.0;
        notes
    }

    /// Makes one session of the cells that say what was done and how long; returns the columns of which nothing was taken.
    fn session(
        &self,
        cells: &[(usize, &str)],
        columns: &[ColumnMeaning],
        date: Date,
        gathered: &mut DayItems,
    ) -> std::collections::BTreeSet<usize> {
        let mut left = std::collections::BTreeSet::new();
        let mut base: Option<(usize, String)> = None;
        let mut others = 0;
        for (at, cell) in cells {
            let items = match columns.get(*at) {
                Some(ColumnMeaning::Session(kind, _)) if is_yes(cell) => (*kind).to_owned(),
                Some(ColumnMeaning::Session(kind, unit)) => format!("{kind} {}", with_unit(cell, unit.as_ref())),
                Some(ColumnMeaning::Done) => ours(cell).map_or_else(|| (*cell).to_owned(), str::to_owned),
                _ => continue,
            };
            others += 1;
            let place = gathered.0.len();
            if !self.take_items(date, &items, gathered) {
                left.insert(*at);
            } else if gathered.0.len() > place && base.is_none() && !items.contains(',') {
                base = Some((place, items));
            }
        }
        // With two of them nobody knows whose a distance is.
        let mut base = base.filter(|_| others == 1);
        for (at, cell) in cells {
            let Some(ColumnMeaning::Detail(word, unit)) = columns.get(*at) else { continue };
            let value = with_unit(cell, unit.as_ref());
            let detail = match *word {
                "distance" | "duration" | "surface" => value,
                word => format!("{word} {value}"),
            };
            let added = base.as_ref().and_then(|(place, items)| {
                let longer = format!("{items} {detail}");
                let mut with: DayItems = gathered.clone();
                with.0.remove(*place);
                let taken = self.take_items(date, &longer, &mut with);
                taken.then_some((with, longer))
            });
            match added {
                Some((with, longer)) => {
                    *gathered = with;
                    base = Some((gathered.0.len() - 1, longer));
                }
                None => {
                    left.insert(*at);
                }
            }
        }
        left
    }
}
