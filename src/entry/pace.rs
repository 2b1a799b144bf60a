//! Paces that nobody runs: then a length or a time is off.

use super::SessionKind;

/// Minutes per kilometre between which people run.
const PACES: std::ops::RangeInclusive<f64> = 2.5..=30.0;

/// What to look at.
pub const HINT: &str =
    "runs take 2:30 to 30:00 per km: is the unit right? `1:30` is minutes and seconds, an hour and a half `1:30:00`";

/// The pace of a run in words, where nobody runs so; those who walk in between may be as slow as they like.
#[must_use]
pub fn implausible(kind: SessionKind, metres: u32, minutes: f64) -> Option<String> {
    if metres == 0 || !kind.is_running() {
        return None;
    }
    let pace = minutes / f64::from(metres) * 1000.0;
    let slow = kind == SessionKind::WalkRun && pace > *PACES.end();
    if PACES.contains(&pace) || slow {
        return None;
    }
    let seconds = (pace * 60.0).round();
    Some(format!("{}:{:02} per km", (seconds / 60.0).floor(), seconds % 60.0))
}
