//! GPX: tracks of points with times. Their lengths are all that is taken of the places.

use super::sum::{Ascent, Mean};
use super::{Book, Effort, MOST_OF_FILE, Moment, Origin, moment, sport};
use crate::entry::SessionKind;
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Tracks that follow one another within so many seconds are one activity that a receiver cut in pieces.
const ONE_ACTIVITY: i64 = 30 * 60;

/// A receiver's heights swing by so many metres on level ground.
const SWING: f64 = 5.0;

/// The radius of the earth in metres.
const EARTH: f64 = 6_371_008.8;

/// Reads the tracks of a file; `whole` is whether all of its text is here.
pub(super) fn read(book: &mut Book<'_>, text: &str, whole: bool) {
    let mut tracks = Tracks { zone: Some(book.reading.zone), ..Tracks::default() };
    let fault = tracks.read(text);
    let damaged = fault.is_some() || !whole;
    for track in joined(tracks.done) {
        let at = Moment { instant: track.first, offset: track.offset };
        // Only the last track can have gone on.
        book.add_at(Origin::Gpx, at, track.effort(), damaged && track.is_last);
    }
    let found = book.haul.activities.len() + book.haul.undated.len();
    match fault {
        Some(fault) if found == 0 => book.fail("unreadable", fault, "export the activity again"),
        Some(fault) => book.warn("cut-off", format!("{fault}; what stands before that was read")),
        None if found == 0 => book.none("this GPX file holds no track: routes and single points are not imported"),
        None => {}
    }
}

/// A track and what its points added up to.
#[derive(Clone, Debug, Default)]
struct Track {
    kind: Option<SessionKind>,
    first: Option<Timestamp>,
    last: Option<Timestamp>,
    offset: Option<Offset>,
    metres: f64,
    seconds: f64,
    ascent: Ascent,
    heart: Mean,
    points: usize,
    is_last: bool,
}

impl Track {
    fn effort(&self) -> Effort {
        Effort {
            kind: self.kind.unwrap_or(SessionKind::Other),
            metres: Some(self.metres),
            seconds: Some(self.seconds),
            climb: self.ascent.value(),
            heart_rate: self.heart.value(),
        }
    }
}

/// Puts the pieces of one activity together.
fn joined(tracks: Vec<Track>) -> Vec<Track> {
    let mut all: Vec<Track> = Vec::new();
    for track in tracks {
        let goes_on = |before: &Track| match (before.last, track.first) {
            (Some(last), Some(first)) => (0..=ONE_ACTIVITY).contains(&(first.as_second() - last.as_second())),
            (None, None) => true,
            _ => false,
        };
        match all.last_mut().filter(|before| before.kind == track.kind && goes_on(before)) {
            Some(before) => {
                before.last = track.last;
                before.metres += track.metres;
                before.seconds += track.seconds;
                before.ascent = before.ascent.and(track.ascent);
                before.heart = before.heart.and(track.heart);
                before.is_last = track.is_last;
            }
            None => all.push(track),
        }
    }
    all
}

/// A point of a track while it is read.
#[derive(Clone, Copy, Debug, Default)]
struct TrackPoint {
    place: Option<(f64, f64)>,
    time: Option<Timestamp>,
    offset: Option<Offset>,
    height: Option<f64>,
    heart: Option<f64>,
}

/// What is known at one place of the text.
#[derive(Debug, Default)]
struct Tracks<'a> {
    zone: Option<&'a TimeZone>,
    done: Vec<Track>,
    track: Option<Track>,
    point: Option<TrackPoint>,
    /// The place before, and when its segment began and ended.
    before: Option<(f64, f64)>,
    segment: Option<(Timestamp, Timestamp)>,
    text: String,
    depth: usize,
    of_strava: bool,
}

impl Tracks<'_> {
    /// Reads the text; gives what is wrong with it, if anything is.
    fn read(&mut self, text: &str) -> Option<String> {
        let mut reader = Reader::from_str(text);
        let fault = loop {
            match reader.read_event() {
                Ok(Event::Start(tag)) => {
                    self.depth += 1;
                    self.open(&tag);
                }
                Ok(Event::Empty(tag)) => {
                    self.open(&tag);
                    self.close(tag.local_name().as_ref());
                }
                Ok(Event::End(tag)) => {
                    self.depth = self.depth.saturating_sub(1);
                    self.close(tag.local_name().as_ref());
                }
                Ok(Event::Text(text)) => self.text.push_str(&text.xml10_content()),
                Ok(Event::CData(text)) => self.text.push_str(&text.xml10_content()),
                Ok(Event::Eof) => break (self.depth > 0).then(|| "the file ends in the middle".to_owned()),
                Ok(_) => {}
                Err(error) => {
                    break Some(format!("the file can't be read from byte {} on: {error}", reader.error_position()));
                }
            }
        };
        // What was open when the text ended goes as far as it got.
        self.close("trkpt");
        self.close("trkseg");
        self.close("trk");
        if let Some(last) = self.done.last_mut() {
            last.is_last = true;
        }
        fault
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        self.text.clear();
        match tag.local_name().as_ref() {
            "gpx" => {
                let mut creators = tag.attributes().flatten().filter(|a| a.key.as_ref() == "creator");
                self.of_strava = creators.any(|a| a.value.starts_with("StravaGPX"));
            }
            "trk" => self.track = Some(Track::default()),
            "trkseg" => self.end_segment(),
            "trkpt" if self.track.is_some() => {
                let number = |name: &str| {
                    let attribute = tag.attributes().flatten().find(|a| a.key.as_ref() == name)?;
                    attribute.value.trim().parse::<f64>().ok()
                };
                let place = number("lat").zip(number("lon"));
                let place = place.filter(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0);
                self.point = Some(TrackPoint { place, ..TrackPoint::default() });
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        match (name, &mut self.point, &mut self.track) {
            ("trkpt", point, Some(_)) => {
                if let Some(point) = point.take() {
                    self.add(point);
                }
            }
            ("ele", Some(point), _) => point.height = text.parse().ok(),
            ("time", Some(point), _) => {
                if let Some(moment) = self.zone.and_then(|zone| moment::of_xml(text, zone)) {
                    (point.time, point.offset) = (moment.instant, moment.offset);
                }
            }
            ("hr" | "heartrate", Some(point), _) => point.heart = text.parse().ok(),
            ("type", None, Some(track)) if !text.is_empty() => {
                track.kind = Some(match text {
                    // Strava had numbers in place of words for years.
                    "1" if self.of_strava => SessionKind::Bike,
                    "9" if self.of_strava => SessionKind::Run,
                    words => sport::of_name(words),
                });
            }
            ("trkseg", ..) => self.end_segment(),
            ("trk", ..) => {
                self.end_segment();
                let track = self.track.take().filter(|track| track.points > 1 && self.done.len() < MOST_OF_FILE);
                self.done.extend(track);
            }
            _ => {}
        }
    }

    fn add(&mut self, point: TrackPoint) {
        let Some(track) = &mut self.track else { return };
        track.points += 1;
        if let Some(place) = point.place {
            track.metres += self.before.map_or(0.0, |before| apart(before, place));
            self.before = Some(place);
        }
        if let Some(time) = point.time {
            track.first = track.first.or(Some(time));
            track.offset = track.offset.or(point.offset);
            track.last = Some(time);
            let begun = self.segment.map_or(time, |(begun, _)| begun);
            self.segment = Some((begun, time));
        }
        if let Some(height) = point.height {
            track.ascent.add(height, SWING);
        }
        track.heart.add(point.heart);
    }

    /// A segment's time counts, and what lies between two segments doesn't.
    fn end_segment(&mut self) {
        self.before = None;
        let lasted = self.segment.take().map_or(0, |(begun, ended)| ended.as_second() - begun.as_second());
        if let Some(track) = &mut self.track {
            track.seconds += f64::from(i32::try_from(lasted.max(0)).unwrap_or(i32::MAX));
            track.ascent.interrupt();
        }
    }
}

/// How far two places are apart, on the ground.
fn apart(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat_a, lat_b) = (a.0.to_radians(), b.0.to_radians());
    let (up, across) = ((lat_b - lat_a) / 2.0, (b.1 - a.1).to_radians() / 2.0);
    let h = up.sin().powi(2) + lat_a.cos() * lat_b.cos() * across.sin().powi(2);
    2.0 * EARTH * h.sqrt().min(1.0).asin()
}
