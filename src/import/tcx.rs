//! TCX: activities of laps, whose totals stand in them.

use super::sum::{Ascent, Mean};
use super::{Book, Effort, MOST_OF_FILE, Moment, Origin, moment, sport};
use crate::entry::SessionKind;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Reads the activities of a file; `whole` is whether all of its text is here.
pub(super) fn read(book: &mut Book<'_>, text: &str, whole: bool) {
    let mut laps = Laps::default();
    let fault = laps.read(text);
    let damaged = fault.is_some() || !whole;
    let n = laps.done.len();
    for (at, activity) in laps.done.into_iter().enumerate() {
        let zone = book.reading.zone;
        let start = activity.starts.iter().find_map(|text| moment::of_xml(text, zone)).unwrap_or_default();
        let start = Moment { instant: start.instant, offset: start.offset };
        book.add_at(Origin::Tcx, start, activity.effort(), damaged && at + 1 == n);
    }
    let found = book.haul.activities.len() + book.haul.undated.len();
    match fault {
        Some(fault) if found == 0 => book.fail("unreadable", fault, "export the activity again"),
        Some(fault) => book.warn("cut-off", format!("{fault}; what stands before that was read")),
        None if found == 0 => book.none("this TCX file holds no activity: courses and workouts are not imported"),
        None => {}
    }
}

/// An activity and what its laps added up to.
#[derive(Clone, Debug, Default)]
struct Recorded {
    kind: Option<SessionKind>,
    /// Its start as it is said: by its name, by its first lap, by its first point.
    starts: Vec<String>,
    laps: usize,
    lap_metres: f64,
    seconds: f64,
    /// The distance at the last point.
    metres: Option<f64>,
    ascent: Ascent,
    heart: Mean,
    lap_heart: Mean,
}

impl Recorded {
    fn effort(&self) -> Effort {
        // Laps are rounded one by one, so the last point's distance is the truth; a few devices begin anew with each lap.
        let total = self.metres.filter(|metres| self.laps < 2 || *metres > self.lap_metres / 2.0);
        Effort {
            kind: self.kind.unwrap_or(SessionKind::Other),
            metres: total.or(Some(self.lap_metres)),
            seconds: Some(self.seconds),
            climb: self.ascent.value(),
            heart_rate: self.heart.value().or(self.lap_heart.value()),
        }
    }
}

/// What is known at one place of the text.
#[derive(Debug, Default)]
struct Laps {
    done: Vec<Recorded>,
    activity: Option<Recorded>,
    in_point: bool,
    in_mean: bool,
    lap_seconds: f64,
    lap_mean: Option<f64>,
    text: String,
    depth: usize,
}

impl Laps {
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
                Ok(Event::Eof) => break (self.depth > 0).then(|| "the file ends in the middle".to_owned()),
                Ok(_) => {}
                Err(error) => {
                    break Some(format!("the file can't be read from byte {} on: {error}", reader.error_position()));
                }
            }
        };
        // What was open when the text ended goes as far as it got.
        self.close("Activity");
        fault
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        self.text.clear();
        let attribute = |name: &str| {
            let mut all = tag.attributes().flatten();
            all.find(|a| a.key.as_ref() == name).map(|a| a.value.trim().to_owned())
        };
        match tag.local_name().as_ref() {
            "Activity" => {
                let kind = attribute("Sport").map(|sport| sport::of_name(&sport));
                self.activity = Some(Recorded { kind, ..Recorded::default() });
                (self.in_point, self.in_mean) = (false, false);
            }
            "Lap" => {
                (self.lap_seconds, self.lap_mean) = (0.0, None);
                if let Some(activity) = &mut self.activity {
                    activity.laps += 1;
                    activity.starts.extend(attribute("StartTime").filter(|_| activity.starts.len() < 4));
                }
            }
            "Trackpoint" => self.in_point = true,
            "AverageHeartRateBpm" => self.in_mean = true,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        let number = || text.parse::<f64>().ok().filter(|value| value.is_finite());
        let Some(activity) = &mut self.activity else { return };
        match name {
            "Id" if activity.laps == 0 => activity.starts.insert(0, text.to_owned()),
            "Time" if self.in_point && activity.starts.len() < 4 => activity.starts.push(text.to_owned()),
            "DistanceMeters" if self.in_point => activity.metres = number().or(activity.metres),
            "DistanceMeters" => activity.lap_metres += number().unwrap_or_default(),
            "TotalTimeSeconds" => {
                self.lap_seconds = number().unwrap_or_default();
                activity.seconds += self.lap_seconds;
            }
            "AltitudeMeters" => number().into_iter().for_each(|height| activity.ascent.add(height, 0.0)),
            "Value" if self.in_point => activity.heart.add(number()),
            "Value" if self.in_mean => self.lap_mean = number(),
            "AverageHeartRateBpm" => self.in_mean = false,
            "Trackpoint" => self.in_point = false,
            "Lap" => activity.lap_heart.add_weighted(self.lap_mean, self.lap_seconds.max(1.0)),
            "Activity" if self.done.len() < MOST_OF_FILE => self.done.extend(self.activity.take()),
            _ => {}
        }
    }
}
