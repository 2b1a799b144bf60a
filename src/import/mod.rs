//! What other programs recorded and kept: activities as lines of the log, diaries and blogs as files of a site.
//!
//! Of activities, [`read`] says what a file holds, [`Ledger`] which of it is new and where it goes. A coordinate is used for a
//! length and is gone when its file was read.
//!
//! Invariant: no disk; a file may be cut off, garbled or another program's, and comes out as activities and problems, never as
//! a panic. An activity without a believable date is named, never dated by a guess.

pub mod days;
mod exported;
mod fit;
pub mod foreign;
mod former_addresses;
mod free_paths;
mod garmin;
mod gpx;
mod imported;
mod ledger;
mod line;
mod mapped;
mod markdown_file;
mod moment;
mod number;
mod sessions;
mod sport;
mod strava;
mod sum;
mod table;
mod tcx;
mod typed_line;
mod wordpress;

pub use exported::read as read_export;
pub use free_paths::{FreePaths, is_inside};
pub use imported::{Imported, ImportedBytes, ImportedFile, ImportedKind, LeftOut};
pub use ledger::{Entered, Ledger, LogFile};
pub use mapped::ColumnMap;
pub use markdown_file::{front_matter, markdown_file, yaml};
pub use typed_line::TypedSession;
pub use wordpress::{HowToImport, import_wordpress};

use crate::diag::{Checked, Diagnostic, Place};
use crate::entry::SessionKind;
use crate::units::Distance;
use flate2::read::MultiGzDecoder;
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::{Offset, TimeZone};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Read;

/// The most bytes of a file, packed or not; the longest recordings have a tenth of it.
pub const MOST_BYTES: u64 = 256 << 20;

/// The most activities of a file: more than anybody did in a life.
const MOST_OF_FILE: usize = 100_000;

/// The most bytes of a table; an account's whole history has a tenth of it.
const MOST_OF_TABLE: usize = 32 << 20;

/// The first year of which a date is believed: no watch recorded before.
const FIRST_YEAR: i16 = 1995;

/// The longest that something is believed to have lasted.
const MOST_SECONDS: f64 = 30.0 * 86400.0;

/// The farthest that something is believed to have gone.
const MOST_METRES: f64 = 20_000_000.0;

/// Where activities come from; each has a log file of its own.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Origin {
    /// Strava's `activities.csv`.
    Strava,
    /// The table of activities of Garmin Connect.
    Garmin,
    /// FIT files.
    Fit,
    /// GPX files.
    Gpx,
    /// TCX files.
    Tcx,
    /// Any other table, read by a map of its columns.
    Csv,
}

impl Origin {
    /// The word in marks and names of files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Strava => "strava",
            Self::Garmin => "garmin",
            Self::Fit => "fit",
            Self::Gpx => "gpx",
            Self::Tcx => "tcx",
            Self::Csv => "csv",
        }
    }

    /// The log file of its lines, from the site's root.
    pub fn log_file(self) -> String {
        format!("content/log/{}.txt", self.word())
    }
}

/// When an activity began.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Begin {
    /// At a time by the clocks of where it was.
    At(DateTime),
    /// On a day of which no time is known.
    On(Date),
}

impl Begin {
    /// The day.
    pub fn date(self) -> Date {
        match self {
            Self::At(time) => time.date(),
            Self::On(date) => date,
        }
    }

    /// The time, if it is known.
    pub fn time(self) -> Option<DateTime> {
        match self {
            Self::At(time) => Some(time),
            Self::On(_) => None,
        }
    }
}

/// What was done and measured, without when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// What it was.
    pub kind: SessionKind,
    /// How far, in metres.
    pub metres: Option<f64>,
    /// How long, in seconds, without pauses where those are known.
    pub seconds: Option<f64>,
    /// Metres climbed.
    pub climb: Option<f64>,
    /// The mean heart rate.
    pub heart_rate: Option<f64>,
}

impl Effort {
    /// With what can't be true taken out: it is unknown then, and so is what was not measured and stands there as nothing.
    fn believable(self) -> Self {
        let between = |value: Option<f64>, least: f64, most: f64| value.filter(|v| (least..=most).contains(v));
        Self {
            kind: self.kind,
            metres: between(self.metres, 0.5, MOST_METRES),
            seconds: between(self.seconds, 0.5, MOST_SECONDS),
            climb: between(self.climb, 0.5, 10_000.0),
            heart_rate: between(self.heart_rate, 25.0, 250.0),
        }
    }

    /// Whether anything was done.
    fn is_something(&self) -> bool {
        self.metres.is_some() || self.seconds.is_some()
    }
}

/// One activity.
#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    /// Where it comes from.
    pub origin: Origin,
    /// What tells it from the others of its origin, whatever its file is called.
    pub id: String,
    /// What was done.
    pub effort: Effort,
    /// When it began.
    pub begin: Begin,
    /// The moment it began, where only the zone is a guess.
    pub instant: Option<Timestamp>,
    /// How far its own clock was from UTC, if it says so.
    pub offset: Option<Offset>,
    /// Where it stands: the file, for tables with the line.
    pub place: String,
    /// Whether its file was cut off or garbled, so that it may have gone on.
    pub is_part: bool,
    /// The file of an export that has it too.
    pub file: Option<String>,
}

impl Activity {
    /// Moves it to the clock of its own zone, which another file of the same activity knows.
    pub fn move_to(&mut self, offset: Offset) {
        if let Some(instant) = self.instant {
            self.begin = Begin::At(offset.to_datetime(instant));
            self.offset = Some(offset);
        }
    }
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Haul {
    /// The activities, in the order of the file.
    pub activities: Vec<Activity>,
    /// Those without a believable date: where each stands, and what it is.
    pub undated: Vec<(String, String)>,
    /// Why there are none, if the file is one that may have none.
    pub none: Option<Diagnostic>,
}

/// What has to be known to read a file.
#[derive(Debug)]
pub struct HowToRead<'a> {
    /// The site's zone, for what doesn't say its own.
    pub zone: &'a TimeZone,
    /// The site's unit, for tables that don't say theirs.
    pub units: Distance,
    /// The latest moment that is believed.
    pub latest: Timestamp,
    /// The columns of a table that is nobody's.
    pub map: &'a ColumnMap,
}

/// Reads a file, whatever it is; `path` is how messages call it.
pub fn read(path: &str, bytes: &[u8], reading: &HowToRead<'_>) -> Checked<Haul> {
    let mut book = Book { path, reading, haul: Haul::default(), made: BTreeMap::new(), diagnostics: Vec::new() };
    match unpacked(bytes) {
        Ok((bytes, whole)) => {
            if !whole {
                book.warn("cut-off", "the packed file is cut off or damaged; what could be unpacked of it was read");
            }
            book.read(&bytes, whole);
        }
        Err(message) => book.fail("unreadable", message, "unpack it with another program first"),
    }
    Checked::new(book.haul, book.diagnostics)
}

/// The bytes of a file, unpacked if it ends in `.gz` or should; tells whether that are all.
fn unpacked(bytes: &[u8]) -> Result<(Cow<'_, [u8]>, bool), String> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok((bytes.into(), true));
    }
    let mut all = Vec::new();
    let ended = MultiGzDecoder::new(bytes).take(MOST_BYTES + 1).read_to_end(&mut all);
    if u64::try_from(all.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(format!("unpacked it is larger than {} MB, which no recording is", MOST_BYTES >> 20));
    }
    match ended {
        Err(error) if all.is_empty() => Err(format!("it can't be unpacked: {error}")),
        ended => Ok((all.into(), ended.is_ok())),
    }
}

/// What is noted while one file is read.
struct Book<'a> {
    path: &'a str,
    reading: &'a HowToRead<'a>,
    haul: Haul,
    /// How often each id was made that a table doesn't have.
    made: BTreeMap<String, usize>,
    diagnostics: Vec<Diagnostic>,
}

impl Book<'_> {
    fn read(&mut self, bytes: &[u8], whole: bool) {
        let name = self.path.to_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        let ends = |ending: &str| name.ends_with(ending);
        if bytes.get(8..12) == Some(b".FIT") || ends(".fit") {
            return sessions::read(self, bytes);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            return self.fail("unreadable", "this is a ZIP archive", "unpack it and give the folder");
        }
        let text = table::decoded(bytes);
        let start = text.trim_start();
        if start.is_empty() {
            let empty = Diagnostic::warning("no-activity", "the file is empty").at(Place::file(self.path));
            self.haul.none = Some(empty);
        } else if start.starts_with('<') {
            self.read_xml(start, whole);
        } else if ends(".csv") || ends(".tsv") || ends(".txt") || !self.reading.map.is_empty() {
            table::read(self, &text);
        } else if ends(".gpx") || ends(".tcx") {
            self.fail("unreadable", "this is no XML", "export the activity again");
        } else {
            let hint = "FIT, GPX, TCX and CSV are read, each also as .gz";
            self.fail("unreadable", "this is no file of activities", hint);
        }
    }

    fn read_xml(&mut self, text: &str, whole: bool) {
        let start: String = text.chars().take(4096).collect();
        if start.contains("<gpx") || start.contains(":gpx") {
            gpx::read(self, text, whole);
        } else if start.contains("TrainingCenterDatabase") {
            tcx::read(self, text, whole);
        } else {
            self.fail("unreadable", "this XML is neither GPX nor TCX", "export the activity as FIT, GPX or TCX");
        }
    }

    /// Takes what began at a moment, or names it where the moment can't be believed.
    fn add_at(&mut self, origin: Origin, at: Moment, effort: Effort, is_part: bool) {
        let effort = effort.believable();
        if !effort.is_something() || self.is_full() {
            return;
        }
        let Some(instant) = at.instant.filter(|instant| self.is_believable(*instant)) else {
            let what = format!("{}, {}", line::effort(&effort), at.doubt(self.reading.latest));
            self.haul.undated.push((self.path.to_owned(), what));
            return;
        };
        let time =
            at.offset.map_or_else(|| self.reading.zone.to_datetime(instant), |offset| offset.to_datetime(instant));
        self.haul.activities.push(Activity {
            origin,
            id: instant.strftime("%Y%m%dT%H%M%SZ").to_string(),
            effort,
            begin: Begin::At(time),
            instant: Some(instant),
            offset: at.offset,
            place: self.path.to_owned(),
            is_part,
            file: None,
        });
    }

    /// Whether the file has said more than any true one.
    fn is_full(&self) -> bool {
        self.haul.activities.len() + self.haul.undated.len() >= MOST_OF_FILE
    }

    fn is_believable(&self, instant: Timestamp) -> bool {
        Offset::UTC.to_datetime(instant).year() >= FIRST_YEAR && instant <= self.reading.latest
    }

    fn warn(&mut self, code: &'static str, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::warning(code, message).at(Place::file(self.path)));
    }

    fn fail(&mut self, code: &'static str, message: impl Into<String>, hint: &str) {
        self.diagnostics.push(Diagnostic::error(code, message).at(Place::file(self.path)).hint(hint));
    }

    /// Says why there is no activity, and that this is nothing that is wrong with the file.
    fn none(&mut self, message: impl Into<String>) {
        let none = Diagnostic::warning("no-activity", message).at(Place::file(self.path));
        self.haul.none.get_or_insert(none);
    }
}

/// A moment as a file has it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Moment {
    /// On the line of time; `None` where there is none, or one of a clock that was never set.
    instant: Option<Timestamp>,
    /// How far the activity's own clock was from UTC.
    offset: Option<Offset>,
}

impl Moment {
    /// Why it is not believed, in words.
    fn doubt(self, latest: Timestamp) -> String {
        match self.instant {
            None => "without a date".to_owned(),
            Some(instant) if instant > latest => format!("dated {}, which is still to come", day(instant)),
            Some(instant) => format!("dated {}", day(instant)),
        }
    }
}

fn day(instant: Timestamp) -> Date {
    Offset::UTC.to_datetime(instant).date()
}

/// The offset that lies between a time by a wall's clock and the moment it was, if it can be one.
fn offset_between(local: DateTime, instant: Timestamp) -> Option<Offset> {
    let away = local.duration_since(Offset::UTC.to_datetime(instant)).as_secs();
    // Clocks are set by quarters of an hour, and a watch may be some seconds late.
    let quarters = (away + 450 * away.signum()) / 900;
    let seconds = i32::try_from(quarters * 900).ok()?;
    Offset::from_seconds(seconds).ok().filter(|_| (away - i64::from(seconds)).abs() <= 120)
}
