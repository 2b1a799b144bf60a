//! What an entry adds to its day, in a form small enough to keep for every day of a long journal.

use super::{Entry, Pain, Session, SessionKind, Side};
use crate::units::Score;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};

/// An entry's share of its day's numbers.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// Effort times minutes, summed over the sessions that have both.
    pub load: f64,
    /// Hours until pain was back at the level before: the most that is given.
    pub settled_hours: Option<f64>,
    /// The least and the most that its own pain, which no session has, says of the next day.
    pub said: Option<(Score, Score)>,
    /// The least and the most that it says of how the day began: before, else at rest.
    pub began: Option<(Score, Score)>,
    /// What was scored, place by place; empty where no score names a place.
    pub placed: Box<[SitePain]>,
    /// Its exercises as a hash; 0 where it has none.
    pub exercised: u64,
    /// All that was done, and what was suspected of setting something off, as a hash.
    pub logged: u64,
    /// The kinds and lengths of its sessions as a hash, for what the sums do not tell.
    pub done: u64,
}

/// Scores of one place of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct SitePain {
    /// The place in lower case, if said, and the side, if said.
    pub place: (Option<Box<str>>, Option<Side>),
    /// Pain before, during, after and on the next day.
    pub points: [Option<Score>; 4],
    /// Hours until it was back at the level before.
    pub settled_hours: Option<f64>,
}

impl Record {
    /// The record of an entry.
    pub(super) fn of(entry: &Entry) -> Self {
        let mut record = Self { bare: entry.mileage.map_or(0, |m| m.0), ..Self::default() };
        let mut hasher = DefaultHasher::new();
        for pain in all_pain(entry) {
            let points = [pain.before, pain.during, pain.after, pain.next_day];
            for (kept, new) in record.points.iter_mut().zip(points) {
                *kept = (*kept).max(new);
            }
            record.own = record.own.max(pain.worst);
            record.settled_hours = most(record.settled_hours, pain.settled_hours);
        }
        record.said = span(entry.pain.iter().filter_map(|pain| pain.next_day));
        record.began = span(entry.pain.iter().filter_map(|pain| pain.before.or(pain.rest)));
        if all_pain(entry).any(|pain| pain.site.is_some() || pain.side.is_some()) {
            record.placed = all_pain(entry).map(SitePain::of).collect();
        }
        record.own = record.points[..3].iter().fold(record.own, |own, point| own.max(*point));
        for session in done(entry) {
            record.add(session);
            (session.kind, session.distance).hash(&mut hasher);
        }
        record.done = hasher.finish();
        record.exercised = hashed(&entry.exercises);
        record.logged =
            hashed(&[(record.exercised, &entry.treatments, &entry.sessions, &entry.triggers, entry.mileage)]);
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
        self.load += session.load().unwrap_or(0.0);
        self.sessions += 1;
    }

    /// Metres run, walked and covered otherwise by the entry alone.
    #[must_use]
    pub fn metres(&self) -> [u32; 3] {
        [if self.measured { self.run } else { self.bare }, self.walk, self.other]
    }
}

impl SitePain {
    fn of(pain: &Pain) -> Self {
        let site = pain.site.as_ref().map(|site| site.to_lowercase().into_boxed_str());
        Self {
            place: (site, pain.side),
            points: [pain.before, pain.during, pain.after, pain.next_day],
            settled_hours: pain.settled_hours,
        }
    }
}

impl Session {
    /// Effort on the CR-10 scale times minutes; undefined without either.
    #[must_use]
    pub fn load(&self) -> Option<f64> {
        Some(self.rpe? * self.minutes?)
    }
}

impl SessionKind {
    /// Whether its metres are metres run.
    #[must_use]
    pub fn is_running(self) -> bool {
        matches!(self, Self::Run | Self::WalkRun | Self::Race)
    }
}

/// A list as a number: its `Debug` form names every field, also those added later. An empty one is 0.
fn hashed<T: Debug>(list: &[T]) -> u64 {
    if list.is_empty() {
        return 0;
    }
    let mut hasher = DefaultHasher::new();
    format!("{list:?}").hash(&mut hasher);
    hasher.finish()
}

/// The least and the most of some scores.
fn span(scores: impl Iterator<Item = Score> + Clone) -> Option<(Score, Score)> {
    scores.clone().min().zip(scores.max())
}

/// The larger of two hours, where they are given.
fn most(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    a.into_iter().chain(b).reduce(f64::max)
}

fn all_pain(entry: &Entry) -> impl Iterator<Item = &Pain> {
    entry.pain.iter().chain(done(entry).filter_map(|s| s.pain.as_ref())).filter(|pain| pain.has_number())
}

/// Sessions that took place.
fn done(entry: &Entry) -> impl Iterator<Item = &Session> {
    entry.sessions.iter().filter(|s| !s.planned)
}

impl Entry {
    /// The metres of each running session that took place and has a distance, in the order written.
    pub fn runs(&self) -> impl Iterator<Item = u32> {
        done(self).filter(|s| s.kind.is_running()).filter_map(|s| s.distance).map(|metres| metres.0)
    }

    /// The kind and the metres of each session that took place and has a distance.
    pub fn lengths(&self) -> impl Iterator<Item = (SessionKind, u32)> {
        done(self).filter_map(|s| Some((s.kind, s.distance?.0)))
    }
}
