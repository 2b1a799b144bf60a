//! What was done, from the messages of FIT files: their sessions, or what their records say where a file was cut off.

use super::fit::{Fault, FitStep, Message, walk};
use super::sum::Mean;
use super::{Book, Effort, MOST_OF_FILE, Moment, Origin, offset_between, sport};
use crate::entry::SessionKind;
use jiff::Timestamp;
use jiff::tz::Offset;

/// FIT's zero, the last day of 1989, in seconds since 1970.
const ZERO: i64 = 631_065_600;

/// Times below are counted from when the watch was switched on.
const FIRST_ABSOLUTE: u32 = 0x1000_0000;

/// The kind of file that holds activities.
const ACTIVITY: u32 = 4;

/// Reads all files that stand in the bytes.
pub(super) fn read(book: &mut Book<'_>, bytes: &[u8]) {
    let mut file = FitFile::default();
    let faults = walk(bytes, &mut |step| match step {
        FitStep::File => std::mem::take(&mut file).finish(book, false),
        FitStep::Message(message) => file.take(message),
    });
    // Only the last file can be the one that ends too early.
    file.finish(book, faults.iter().any(|fault| matches!(fault, Fault::Cut | Fault::Garbled(_))));
    let found = book.haul.activities.len() + book.haul.undated.len();
    for fault in &faults {
        tell(book, *fault, found);
    }
    if found == 0 && faults.is_empty() {
        book.none("this FIT file holds no activity: settings, weights and courses are not imported");
    }
}

fn tell(book: &mut Book<'_>, fault: Fault, found: usize) {
    let saved = if found == 0 { "nothing could be saved of it" } else { "what stands before that was read" };
    let hint = "copy it from the watch again";
    match fault {
        Fault::NoHeader => book.fail("unreadable", "this is no FIT file", "export the activity again"),
        Fault::Cut if found == 0 => book.fail("cut-off", format!("the file is cut off; {saved}"), hint),
        Fault::Cut => book.warn("cut-off", format!("the file is cut off; {saved}")),
        Fault::Garbled(at) if found == 0 => {
            book.fail("garbled", format!("the file can't be read from byte {at} on; {saved}"), hint);
        }
        Fault::Garbled(at) => book.warn("garbled", format!("the file can't be read from byte {at} on; {saved}")),
        Fault::Sum if found == 0 => {
            book.fail("bad-sum", format!("the file's check sum is wrong, so some of its bytes are; {saved}"), hint);
        }
        Fault::Sum => book.warn(
            "bad-sum",
            "the file's check sum is wrong, so some of its bytes are: compare the line with what the watch shows",
        ),
        Fault::Rest(n) => book.warn("garbled", format!("the last {n} bytes of the file are no FIT; {saved}")),
    }
}

/// A session as its message has it, or as records make it.
#[derive(Clone, Debug)]
struct RawSession {
    start: Option<u32>,
    end: Option<u32>,
    effort: Effort,
    is_part: bool,
}

/// What is kept of one file.
#[derive(Debug, Default)]
struct FitFile {
    kind: Option<u32>,
    sport: Option<SessionKind>,
    offset: Option<Offset>,
    sessions: Vec<RawSession>,
    /// The records since the last session.
    trail: RecordTrail,
}

/// What records add up to.
#[derive(Debug, Default)]
struct RecordTrail {
    started: Option<u32>,
    first: Option<u32>,
    last: Option<u32>,
    from: Option<f64>,
    to: Option<f64>,
    heart: Mean,
}

impl FitFile {
    fn take(&mut self, message: &Message<'_>) {
        match message.number() {
            0 => self.kind = message.whole(0),
            12 => self.sport = message.whole(0).map(|sport| sport::of_fit(sport, message.whole(1))),
            18 if self.sessions.len() < MOST_OF_FILE => {
                self.sessions.push(session(message, self.sport));
                self.trail = RecordTrail::default();
            }
            20 => self.trail.take(message),
            // The clock started.
            21 if message.whole(0) == Some(0) && message.whole(1) == Some(0) => {
                self.trail.started = self.trail.started.or(message.time);
            }
            34 => self.offset = clock(message).or(self.offset),
            _ => {}
        }
    }

    fn finish(mut self, book: &mut Book<'_>, damaged: bool) {
        let ended = self.sessions.iter().filter_map(|session| session.end).max();
        let goes_on = self.trail.first > ended;
        let recorded = self.kind.is_none_or(|kind| kind == ACTIVITY);
        if recorded && goes_on && (self.sessions.is_empty() || damaged) {
            self.sessions.extend(self.trail.session(self.sport));
        }
        for session in self.sessions {
            let moment = Moment { instant: session.start.and_then(instant), offset: self.offset };
            book.add_at(Origin::Fit, moment, session.effort, session.is_part);
        }
    }
}

impl RecordTrail {
    fn take(&mut self, record: &Message<'_>) {
        self.first = self.first.or(record.time);
        self.last = record.time.or(self.last);
        let distance = record.get(5).map(|value| value / 100.0);
        self.from = self.from.or(distance);
        self.to = distance.or(self.to);
        self.heart.add(record.get(3));
    }

    fn session(&self, sport: Option<SessionKind>) -> Option<RawSession> {
        let (first, last) = (self.first?, self.last?);
        let start = self.started.filter(|started| *started <= first).unwrap_or(first);
        let effort = Effort {
            kind: sport.unwrap_or(SessionKind::Other),
            metres: self.to.zip(self.from).map(|(to, from)| to - from),
            seconds: Some(f64::from(last.saturating_sub(start))),
            climb: None,
            heart_rate: self.heart.value(),
        };
        Some(RawSession { start: Some(start), end: Some(last), effort, is_part: true })
    }
}

fn session(message: &Message<'_>, sport: Option<SessionKind>) -> RawSession {
    let end = message.time;
    let elapsed = message.get(7).map(|value| value / 1000.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of 32 bits, in thousandths")]
    let before_end = |seconds: f64| end.and_then(|end| end.checked_sub(seconds as u32));
    let kind = message.whole(5).map(|sport| sport::of_fit(sport, message.whole(6))).or(sport);
    RawSession {
        start: message.whole(2).or_else(|| elapsed.and_then(before_end)),
        end,
        effort: Effort {
            kind: kind.unwrap_or(SessionKind::Other),
            metres: message.get(9).map(|value| value / 100.0),
            seconds: message.get(8).map(|value| value / 1000.0).filter(|timer| *timer > 0.0).or(elapsed),
            climb: message.get(22),
            heart_rate: message.get(16),
        },
        is_part: false,
    }
}

/// How far the watch's clock was from UTC, which the message about the whole says.
fn clock(message: &Message<'_>) -> Option<Offset> {
    let local = instant(message.whole(5)?)?;
    offset_between(Offset::UTC.to_datetime(local), instant(message.time?)?)
}

/// The moment of a time of FIT; `None` for one of a clock that was not set.
fn instant(time: u32) -> Option<Timestamp> {
    (time >= FIRST_ABSOLUTE).then(|| Timestamp::from_second(ZERO + i64::from(time)).ok()).flatten()
}
