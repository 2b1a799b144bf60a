//! The list of activities that Garmin Connect exports, in the language of its owner.
//!
//! Times are those of the watch's clock. Distances are in the account's unit, which the table doesn't say: the site's is taken;
//! those of swims and of runs on a track are in metres.

use super::moment::order_of;
use super::table::{Columns, TableRow};
use super::{Book, Effort, Origin, mapped, moment, number, sport};
use crate::entry::SessionKind;
use crate::fields::DateOrder;

const TYPES: &str = "activity type|aktivitätstyp|type d'activité|type d’activité|tipo de actividad|tipo di attività\
    |tipo de atividade|typ aktywności|activiteittype|type activiteit|aktivitetstype";
const DATES: &str = "date|datum|fecha|data|dato";
const DISTANCES: &str = "distance|distanz|distancia|distanza|distância|dystans|afstand";
const TIMES: &str = "time|zeit|durée|temps|tiempo|tempo|czas|tijd|tid";
const HEARTS: &str = "avg hr|average heart rate|ø hf|ø herzfrequenz|durchschnittliche herzfrequenz|fréquence cardiaque moyenne\
    |fc moyenne|frecuencia cardiaca media|fc media|fc média|frequência cardíaca média|średnie tętno|gem. hs\
    |gem. hartslag|gemiddelde hartslag|gns. puls|gennemsnitlig puls";
const CLIMBS: &str = "total ascent|elev gain|elevation gain|positiver höhenunterschied|anstieg gesamt|gesamtanstieg\
    |ascension totale|gain d'altitude|dénivelé positif|ascenso total|ganancia de altura|ascesa totale\
    |aumento di quota|subida total|total de subida|ganho de elevação|całkowity wznios|całkowite wzniesienie\
    |wzrost wysokości|totale stijging|hoogtewinst|samlet stigning|stigning i alt";

/// Whether a table is one.
pub(super) fn is_one(columns: &Columns) -> bool {
    GarminColumns::of(columns).is_some()
}

/// Reads the rows.
pub(super) fn read(book: &mut Book<'_>, columns: &Columns) {
    let Some(layout) = GarminColumns::of(columns) else { return };
    for row in &columns.rows {
        let Some(text) = row.get(layout.date) else { continue };
        let begin = moment::read(text, Some(layout.order));
        let id = row.at(layout.id);
        mapped::add(book, Origin::Garmin, row, (text, begin), id, layout.effort(row, book.reading.units.metres()));
    }
    if book.haul.activities.is_empty() && book.haul.undated.is_empty() {
        book.none("this table of Garmin's has no activity in it");
    }
}

/// Which columns hold what.
struct GarminColumns {
    kind: usize,
    date: usize,
    order: DateOrder,
    distance: Option<usize>,
    time: Option<usize>,
    climb: Option<usize>,
    heart: Option<usize>,
    id: Option<usize>,
}

impl GarminColumns {
    fn of(columns: &Columns) -> Option<Self> {
        let named = |names: &str| columns.named(names);
        // In a language that is not listed here the first columns are known by what stands in them.
        let favourite = |row: &TableRow| row.get(2).is_some_and(|cell| matches!(cell, "true" | "false"));
        let dated =
            |row: &TableRow| row.get(1).is_some_and(|text| moment::read(text, Some(DateOrder::DayFirst)).is_some());
        let placed = columns.names.len() > 7 && columns.rows.first().is_some_and(|row| favourite(row) && dated(row));
        let place = |at: usize| placed.then_some(at);
        let kind = named(TYPES).or(place(0))?;
        let date = named(DATES).or(place(1))?;
        let distance = named(DISTANCES).or(place(4));
        let time = named(TIMES).or(place(6));
        distance.or(time)?;
        let dates = columns.rows.iter().filter_map(|row| row.get(date));
        Some(Self {
            kind,
            date,
            order: order_of(dates).unwrap_or(DateOrder::DayFirst),
            distance,
            time,
            climb: named(CLIMBS),
            heart: named(HEARTS).or(place(7)),
            id: named("activity id|aktivitäts-id|id de actividad"),
        })
    }

    fn effort(&self, row: &TableRow, unit: f64) -> Effort {
        let name = row.get(self.kind).unwrap_or_default();
        let kind = sport::of_name(name);
        let seconds = row.at(self.time).and_then(|text| number::seconds(text, 1.0));
        let distance = row.at(self.distance).and_then(|text| number::read(text, false));
        Effort {
            kind,
            metres: distance.map(|value| metres(value, kind, row.at(self.distance).unwrap_or_default(), unit, seconds)),
            seconds,
            climb: row.at(self.climb).and_then(|text| number::read(text, true)),
            heart_rate: row.at(self.heart).and_then(|text| number::read(text, false)),
        }
    }
}

/// The metres of a distance: of a swim and of a run on a track they are meant, `1,500` and `750`, and where nobody could be as
/// fast otherwise.
fn metres(value: f64, kind: SessionKind, text: &str, unit: f64, seconds: Option<f64>) -> f64 {
    let whole = number::read(text, true).unwrap_or(value);
    // Kilometres and miles have two decimals, so what has three digits behind a separator is metres.
    if whole > value {
        return whole;
    }
    if kind == SessionKind::Swim {
        return if whole < 30.0 { whole * 1000.0 } else { whole };
    }
    let fastest = if kind == SessionKind::Bike { 40.0 } else { 12.0 };
    let too_fast = |metres: f64| seconds.is_some_and(|seconds| metres / seconds > fastest);
    if too_fast(value * unit) && !too_fast(whole) { whole } else { value * unit }
}
