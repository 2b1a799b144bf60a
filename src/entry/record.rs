//! What an entry adds to its day, in a form small enough to keep for every day of a long journal.

use super::{Entry, Pain, Session, SessionKind};
use crate::units::Score;

/// An entry's share of its day's numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Record {
    /// Pain before, during, after and on the next day: the most over all sites, sides and sessions that give it.
    pub points: [Option<Score>; 4],
    /// The largest of the worst, before, during and after.
    pub own: Option<Score>,
    /// Metres of the sessions that are runs, walk-runs or races.
    pub run: u32,
    /// Metres walked.
    pub walk: u32,
    /// Metres of all other sessions.
    pub other: u32,
    /// Sessions that took place.
    pub sessions: u32,
    /// Whether a running session has a distance, so that bare mileage does not count.
    pub measured: bool,
    /// Metres of bare mileage.
    pub bare: u32,
}

impl Record {
    /// The record of an entry.
    pub(super) fn of(entry: &Entry) -> Self {
        let mut record = Self { bare: entry.mileage.map_or(0, |m| m.0), ..Self::default() };
        for pain in all_pain(entry) {
            let points = [pain.before, pain.during, pain.after, pain.next_day];
            for (kept, new) in record.points.iter_mut().zip(points) {
                *kept = (*kept).max(new);
            }
            record.own = record.own.max(pain.worst);
        }
        record.own = record.points[..3].iter().fold(record.own, |own, point| own.max(*point));
        for session in done(entry) {
            record.add(session);
        }
        record
    }

    fn add(&mut self, session: &Session) {
        let metres = session.distance.map_or(0, |m| m.0);
        let sum = match session.kind {
            SessionKind::Run | SessionKind::WalkRun | SessionKind::Race => {
                self.measured |= session.distance.is_some();
                &mut self.run
            }
            SessionKind::Walk => &mut self.walk,
            _ => &mut self.other,
        };
        *sum = sum.saturating_add(metres);
        self.sessions += 1;
    }

    /// Metres run, walked and covered otherwise by the entry alone.
    #[must_use]
    pub fn metres(&self) -> [u32; 3] {
        [if self.measured { self.run } else { self.bare }, self.walk, self.other]
    }
}

fn all_pain(entry: &Entry) -> impl Iterator<Item = &Pain> {
    entry.pain.iter().chain(done(entry).filter_map(|s| s.pain.as_ref()))
}

/// Sessions that took place.
fn done(entry: &Entry) -> impl Iterator<Item = &Session> {
    entry.sessions.iter().filter(|s| !s.planned)
}
