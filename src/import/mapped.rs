//! A table that is nobody's, read by a map of its columns.

use super::moment::{WrittenTime, in_zone, order_of};
use super::table::{Columns, TableRow, shown};
use super::{Activity, Begin, Book, Effort, FIRST_YEAR, Moment, Origin, line, moment, number, sport};
use crate::diag::Place;
use crate::entry::SessionKind;
use crate::fields::DateOrder;
use crate::text::near::nearest;
use crate::units::Distance;
use jiff::civil::Time;

/// What can be mapped.
const KEYS: [&str; 8] = ["date", "time", "type", "distance", "duration", "climb", "hr", "id"];

/// Which columns of a table hold what, as it was typed: `date=Datum`, `distance=Strecke:km`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ColumnMap(Vec<(&'static str, String)>);

impl ColumnMap {
    /// What to do about a table that is nobody's.
    pub(super) const HINT: &'static str = "say which columns hold what: --map date=COLUMN --map type=COLUMN --map distance=COLUMN:km --map duration=COLUMN:min";

    /// Whether nothing is mapped.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a pair as it is typed.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn add(&mut self, typed: &str) -> Result<(), String> {
        let known = KEYS.join(", ");
        let Some((key, column)) = typed.split_once('=').filter(|(_, column)| !column.trim().is_empty()) else {
            return Err(format!("`{typed}` is no KEY=COLUMN; the keys are {known}"));
        };
        let Some(key) = KEYS.into_iter().find(|known| *known == key.trim()) else {
            let near = nearest(key.trim(), KEYS).map_or(String::new(), |near| format!("; did you mean `{near}`?"));
            return Err(format!("`{}` is no key of a map, they are {known}{near}", key.trim()));
        };
        if self.0.iter().any(|(other, _)| *other == key) {
            return Err(format!("`{key}` is mapped twice"));
        }
        self.0.push((key, column.trim().to_owned()));
        Ok(())
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, column)| column.as_str())
    }
}

/// Reads the rows by the map.
pub(super) fn read(book: &mut Book<'_>, columns: &Columns) {
    let Some(layout) = MappedColumns::of(book, columns) else { return };
    for row in &columns.rows {
        let Some(text) = row.get(layout.date) else { continue };
        let begin = moment::read(text, layout.order);
        let begin = match (begin, row.at(layout.time)) {
            (Some(WrittenTime::Day(day)), Some(time)) => moment::read(&format!("{day} {time}"), None).or(begin),
            _ => begin,
        };
        add(book, Origin::Csv, row, (text, begin), row.at(layout.id), layout.effort(row));
    }
    if book.haul.activities.is_empty() && book.haul.undated.is_empty() {
        book.none("this table has no activity in it");
    }
}

/// Takes a row's activity; one with a day alone is told from others by what was done.
pub(super) fn add(
    book: &mut Book<'_>,
    origin: Origin,
    row: &TableRow,
    (text, begin): (&str, Option<WrittenTime>),
    id: Option<&str>,
    effort: Effort,
) {
    let effort = effort.believable();
    if !effort.is_something() || book.is_full() {
        return;
    }
    let place = format!("{}:{}", book.path, row.line);
    let own = id.map(plain_id).filter(|id| !id.is_empty());
    let (begin, instant, offset) = match begin {
        Some(WrittenTime::Instant(instant, offset)) => {
            let at = Moment { instant: Some(instant), offset };
            let time = offset.map_or_else(|| book.reading.zone.to_datetime(instant), |o| o.to_datetime(instant));
            (Some(Begin::At(time)).filter(|_| book.is_believable(instant)), at.instant, at.offset)
        }
        Some(WrittenTime::Local(time)) => {
            let instant = in_zone(time, book.reading.zone);
            (instant.filter(|instant| book.is_believable(*instant)).map(|_| Begin::At(time)), None, None)
        }
        Some(WrittenTime::Day(day)) => {
            let start = in_zone(day.to_datetime(Time::midnight()), book.reading.zone);
            let believable = start.is_some_and(|start| day.year() >= FIRST_YEAR && start <= book.reading.latest);
            (believable.then_some(Begin::On(day)), None, None)
        }
        None => (None, None, None),
    };
    let Some(begin) = begin else {
        let what = format!("{}, dated `{}`", line::effort(&effort), crate::text::shorten(text, 40));
        book.haul.undated.push((place, what));
        return;
    };
    let id = own.unwrap_or_else(|| made_id(begin, &effort));
    // Two rows of one day that say the same are two activities, whichever comes first.
    let times = book.made.entry(id.clone()).or_default();
    *times += 1;
    let id = if *times > 1 { format!("{id}-{times}") } else { id };
    let (is_part, file) = (false, None);
    book.haul.activities.push(Activity { origin, id, effort, begin, instant, offset, place, is_part, file });
}

/// An id of the table's own, without what would end the mark around it.
fn plain_id(id: &str) -> String {
    id.chars()
        .take(64)
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' })
        .collect()
}

/// An id where a table has none: when it began, or the day and what was done.
fn made_id(begin: Begin, effort: &Effort) -> String {
    match begin {
        Begin::At(time) => time.strftime("%Y%m%dT%H%M%S").to_string(),
        Begin::On(day) => {
            let hash = blake3::hash(line::effort(effort).as_bytes());
            format!("{}-{}", day.strftime("%Y%m%d"), &hash.to_hex()[..8])
        }
    }
}

/// Which columns hold what.
struct MappedColumns {
    date: usize,
    order: Option<DateOrder>,
    time: Option<usize>,
    kind: Option<usize>,
    /// What all rows are, where that was typed in place of a column.
    all: SessionKind,
    distance: Option<(usize, f64)>,
    duration: Option<(usize, f64)>,
    climb: Option<usize>,
    heart: Option<usize>,
    id: Option<usize>,
}

/// A column with its unit behind a colon.
fn column<'a>(typed: &'a str, units: &[&str]) -> (&'a str, Option<&'a str>) {
    match typed.rsplit_once(':') {
        Some((name, unit)) if units.contains(&unit) => (name.trim(), Some(unit)),
        _ => (typed, None),
    }
}

const ORDERS: [&str; 2] = ["dmy", "mdy"];
const LENGTHS: [&str; 3] = ["km", "mi", "m"];
const TIMES: [&str; 3] = ["h", "min", "s"];

impl MappedColumns {
    fn of(book: &mut Book<'_>, columns: &Columns) -> Option<Self> {
        let map = book.reading.map;
        let mut missing = Vec::new();
        let mut find = |key: &str, units: &[&str]| {
            let (name, unit) = column(map.get(key)?, units);
            let lower = name.to_lowercase();
            let at = columns.names.iter().position(|known| known.to_lowercase() == lower);
            let own_kind = key == "type" && sport::own(name).is_some();
            if at.is_none() && !own_kind {
                missing.push((key.to_owned(), name.to_owned()));
            }
            at.map(|at| (at, unit.map(str::to_owned)))
        };
        let date = find("date", &ORDERS);
        let time = find("time", &[]).map(|(at, _)| at);
        let kind = find("type", &[]).map(|(at, _)| at);
        let distance = find("distance", &LENGTHS);
        let duration = find("duration", &TIMES);
        let climb = find("climb", &[]).map(|(at, _)| at);
        let heart = find("hr", &[]).map(|(at, _)| at);
        let id = find("id", &[]).map(|(at, _)| at);
        let all = map.get("type").and_then(sport::own).unwrap_or(SessionKind::Other);
        for (key, name) in &missing {
            let near = nearest(name, columns.names.iter().map(String::as_str));
            let hint = near.map_or_else(
                || format!("its columns are {}", shown(&columns.names)),
                |near| format!("did you mean --map '{key}={near}'?"),
            );
            book.fail("unknown-column", format!("no column is called `{name}`"), &hint);
        }
        let nothing = distance.is_none() && duration.is_none();
        if missing.is_empty() && (date.is_none() || nothing) {
            let lacks = if date.is_none() { "date" } else { "distance` or `duration" };
            book.fail("unmapped", format!("the map says no `{lacks}`"), ColumnMap::HINT);
        }
        let (date, order) = date.filter(|_| missing.is_empty() && !nothing)?;
        let order = match order.as_deref() {
            Some("dmy") => Some(DateOrder::DayFirst),
            Some(_) => Some(DateOrder::MonthFirst),
            None => order_of(columns.rows.iter().filter_map(|row| row.get(date))),
        };
        // Where no row tells, a date of two small numbers can't be read.
        let unclear = columns.rows.iter().find(|row| {
            let text = row.get(date).unwrap_or_default();
            order.is_none()
                && moment::read(text, None).is_none()
                && moment::read(text, Some(DateOrder::DayFirst)).is_some()
        });
        if let Some(row) = unclear {
            let name = &columns.names[date];
            let message = format!("`{}` may be a day or a month first", row.get(date).unwrap_or_default());
            let place = Place::file(&format!("{}:{}", book.path, row.line));
            let hint = format!("say which: --map 'date={name}:dmy' or --map 'date={name}:mdy'");
            book.diagnostics.push(crate::diag::Diagnostic::error("unclear-date", message).at(place).hint(hint));
            return None;
        }
        let units = book.reading.units;
        let named = |at: usize| columns.names[at].as_str();
        let distance = distance.map(|(at, unit)| (at, length_unit(unit.as_deref(), named(at), units)));
        let duration = duration.map(|(at, unit)| (at, time_unit(unit.as_deref(), named(at))));
        Some(Self { date, order, time, kind, all, distance, duration, climb, heart, id })
    }

    fn effort(&self, row: &TableRow) -> Effort {
        let kind = row.at(self.kind).map_or(self.all, sport::of_name);
        Effort {
            kind,
            metres: self.distance.and_then(|(at, unit)| {
                let text = row.get(at)?;
                Some(number::read(text, unit <= 1.0)? * own_length_unit(text).unwrap_or(unit))
            }),
            seconds: self.duration.and_then(|(at, unit)| number::seconds(row.get(at)?, unit)),
            climb: row.at(self.climb).and_then(|text| number::read(text, true)),
            heart_rate: row.at(self.heart).and_then(|text| number::read(text, false)),
        }
    }
}

/// What a number is of, in metres: as was typed, as the column's name says, else the site's unit.
fn length_unit(typed: Option<&str>, name: &str, site: Distance) -> f64 {
    let name = name.to_lowercase();
    let word = |wanted: &str| name.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
    let found = typed.or_else(|| LENGTHS.into_iter().find(|unit| word(unit)));
    found.and_then(length).unwrap_or(site.metres())
}

fn length(unit: &str) -> Option<f64> {
    Some(match unit {
        "km" => 1000.0,
        "mi" | "miles" | "mile" => Distance::Miles.metres(),
        "m" => 1.0,
        _ => return None,
    })
}

/// The unit behind a number: `5.2 km`.
fn own_length_unit(text: &str) -> Option<f64> {
    length(text.trim_start_matches(|c: char| !c.is_alphabetic()).trim().to_lowercase().as_str())
}

/// What a number without colons is of, in seconds: as was typed, as the column's name says, else minutes.
fn time_unit(typed: Option<&str>, name: &str) -> f64 {
    let name = name.to_lowercase();
    let word = |wanted: &str| name.split(|c: char| !c.is_alphanumeric()).any(|word| word == wanted);
    let any = |words: &[&str]| words.iter().any(|w| word(w));
    match typed {
        Some("h") => 3600.0,
        Some("s") => 1.0,
        Some(_) => 60.0,
        None if any(&["s", "sec", "secs", "seconds", "sek"]) => 1.0,
        None if any(&["h", "hours", "std"]) => 3600.0,
        None => 60.0,
    }
}
