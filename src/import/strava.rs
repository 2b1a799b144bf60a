//! Strava's `activities.csv`: an account's export in the language of its owner.
//!
//! Names of columns are translated and some stand there twice, first rounded for people, then exact; so a column is known by
//! its place and by being there twice, in any language. Times are in UTC.

use super::moment::{WrittenTime, order_of};
use super::table::{Columns, TableRow};
use super::{Book, Effort, Moment, Origin, line, moment, number, sport};
use crate::entry::SessionKind;
use crate::fields::DateOrder;
use jiff::Timestamp;
use jiff::tz::Offset;

const ID: usize = 0;
const DATE: usize = 1;
const TYPE: usize = 3;
const ELAPSED: usize = 5;
const DISTANCE: usize = 6;
const MOST_HEART: usize = 7;

/// Whether a table is one.
pub(super) fn is_one(columns: &Columns) -> bool {
    let id = columns.names.first().is_some_and(|name| name.to_lowercase().contains("id"));
    let numbered = |row: &TableRow| row.get(ID).is_some_and(|id| id.bytes().all(|b| b.is_ascii_digit()));
    let dated =
        |row: &TableRow| row.get(DATE).is_some_and(|text| moment::read(text, Some(DateOrder::DayFirst)).is_some());
    let dated_american =
        |row: &TableRow| row.get(DATE).is_some_and(|text| moment::read(text, Some(DateOrder::MonthFirst)).is_some());
    // One row may be anything; some of the first are enough.
    let some = || columns.rows.iter().take(20).any(|row| numbered(row) && (dated(row) || dated_american(row)));
    columns.names.len() > DISTANCE && id && (some() || columns.rows.is_empty() && columns.again(DISTANCE).is_some())
}

/// Reads the rows.
pub(super) fn read(book: &mut Book<'_>, columns: &Columns) {
    let layout = StravaColumns::of(columns);
    for row in &columns.rows {
        let Some(id) = row.get(ID).filter(|id| id.bytes().all(|b| b.is_ascii_digit())) else { continue };
        let place = format!("{}:{}", book.path, row.line);
        let effort = layout.effort(row);
        let before = book.haul.activities.len();
        let text = row.get(DATE).unwrap_or_default();
        match utc(text, layout.order) {
            Some(instant) => {
                book.add_at(Origin::Strava, Moment { instant: Some(instant), offset: None }, effort, false);
            }
            None => {
                let what =
                    format!("{}, dated `{}`", line::effort(&effort.believable()), crate::text::shorten(text, 40));
                book.haul.undated.push((place.clone(), what));
            }
        }
        if let Some((at, _)) = book.haul.undated.last_mut().filter(|(at, _)| at == book.path) {
            at.clone_from(&place);
        }
        if let Some(added) = book.haul.activities.get_mut(before) {
            added.id = id.to_owned();
            added.place = place;
            added.file = row.at(layout.file).map(str::to_owned);
        }
    }
    if book.haul.activities.is_empty() && book.haul.undated.is_empty() {
        book.none("this table of Strava's has no activity in it");
    }
}

/// Which columns hold what.
struct StravaColumns {
    order: DateOrder,
    /// The exact distance in metres.
    metres: Option<usize>,
    /// What a number of the first distance is of, in metres.
    unit: f64,
    moving: Option<usize>,
    climb: Option<usize>,
    heart: Option<usize>,
    file: Option<usize>,
}

impl StravaColumns {
    fn of(columns: &Columns) -> Self {
        let metres = columns.again(DISTANCE);
        // Exports of before 2019 had metres, under names in lower case with underscores.
        let old = columns.names.get(DISTANCE).is_some_and(|name| name == "distance");
        let english = columns.names.first().is_some_and(|name| name == "Activity ID");
        let dates = columns.rows.iter().filter_map(|row| row.get(DATE));
        let order = order_of(dates).unwrap_or(if english { DateOrder::MonthFirst } else { DateOrder::DayFirst });
        let is_file = |row: &TableRow, at: usize| row.get(at).is_some_and(|cell| cell.starts_with("activities/"));
        Self {
            order,
            metres,
            unit: if old { 1.0 } else { 1000.0 },
            moving: columns.again(ELAPSED).map(|at| at + 1),
            // Behind the distance stand the highest and the mean speed.
            climb: metres.map(|at| at + 3),
            heart: columns.again(MOST_HEART).filter(|_| metres.is_some()).map(|at| at + 1),
            file: (0..columns.names.len()).find(|at| columns.rows.iter().take(50).any(|row| is_file(row, *at))),
        }
    }

    fn effort(&self, row: &TableRow) -> Effort {
        let plain = |at: Option<usize>| number::read(row.at(at)?, false);
        let kind = row.get(TYPE).map_or(SessionKind::Other, sport::of_name);
        // Without the exact distance a swim's has metres, and nobody swims thirty kilometres.
        let in_metres = |n: f64| kind == SessionKind::Swim && n > 30.0;
        let rounded = row.get(DISTANCE).and_then(|text| number::read(text, false));
        let rounded = rounded.map(|n| if in_metres(n) { n } else { n * self.unit });
        Effort {
            kind,
            metres: plain(self.metres).or(rounded),
            seconds: plain(self.moving).filter(|seconds| *seconds > 0.0).or(plain(Some(ELAPSED))),
            climb: plain(self.climb),
            heart_rate: plain(self.heart),
        }
    }
}

/// The moment of a date of Strava's.
fn utc(text: &str, order: DateOrder) -> Option<Timestamp> {
    match moment::read(text, Some(order))? {
        WrittenTime::Instant(instant, _) => Some(instant),
        WrittenTime::Local(time) => Offset::UTC.to_timestamp(time).ok(),
        WrittenTime::Day(_) => None,
    }
}
