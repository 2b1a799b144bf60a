//! What an entry adds to its day, in a form small enough to keep for every day of a long journal.

use super::{Entry, Pain, Private, Session, SessionKind, Side};
use crate::text::slug::slug;
use crate::units::Score;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};

/// An entry's share of its day's numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// What was felt, of all sites, sides and sessions.
    pub felt: Felt,
    /// What was felt, place by place; empty where no score names a place.
    pub placed: Box<[SitePain]>,
    /// The kinds of sessions that took place.
    pub kinds: Kinds,
    /// Sessions that took place.
    pub sessions: u32,
    /// Metres of the sessions that are runs, walk-runs or races.
    pub run: u32,
    /// Metres walked.
    pub walk: u32,
    /// Metres of all other sessions.
    pub other: u32,
    /// Whether a running session has a distance, so that mileage does not count.
    pub measured: bool,
    /// Running sessions without a distance.
    pub unmeasured: u32,
    /// Effort times minutes, summed over the sessions that have both.
    pub load: f64,
    /// Whether a session lacks its effort or its minutes.
    pub lacks_load: bool,
    /// Metres of mileage.
    pub mileage: Option<u32>,
    /// Whether it says that nothing was done.
    pub rest: bool,
    /// Whether it tells of a setback or a flare.
    pub told: bool,
    /// Whether it names what was taken, and the site shows that.
    pub eased: bool,
    /// How the day began, where a line says it.
    pub morning: Option<Score>,
    /// Whether it was written down long after.
    pub later: bool,
    /// The least and the most that its own pain, which no session has, says of the next day.
    pub said: Option<(Score, Score)>,
    /// The least and the most that it says of how the day began: before, else at rest.
    pub began: Option<(Score, Score)>,
    /// Its exercises as a hash; 0 where it has none.
    pub exercised: u64,
    /// All that was done, was measured, and was suspected of setting something off, as a hash.
    pub logged: u64,
    /// The kinds and lengths of its sessions as a hash, for what the sums do not tell.
    pub done: u64,
}

/// Pain that was scored, the most of each.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Felt {
    /// Pain before, during, after and on the next day.
    pub points: [Option<Score>; 4],
    /// The day's worst, typed as such or as a bare number.
    pub worst: Option<Score>,
    /// Hours until it was back at the level before.
    pub settled_hours: Option<f64>,
}

impl Felt {
    /// The largest of the worst, before, during and after: the day's own pain.
    #[must_use]
    pub fn own(&self) -> Option<Score> {
        self.points[..3].iter().fold(self.worst, |own, point| own.max(*point))
    }

    /// Takes the larger of each.
    pub fn add(&mut self, other: &Self) {
        for (kept, new) in self.points.iter_mut().zip(other.points) {
            *kept = (*kept).max(new);
        }
        self.worst = self.worst.max(other.worst);
        self.settled_hours = self.settled_hours.into_iter().chain(other.settled_hours).reduce(f64::max);
    }
}

/// Kinds of sessions, a bit for each.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Kinds(u16);

impl Kinds {
    /// Adds a kind.
    pub fn add(&mut self, kind: SessionKind) {
        self.0 |= 1 << kind as u16;
    }

    /// Adds all of some others.
    pub fn join(&mut self, others: Self) {
        self.0 |= others.0;
    }

    /// Whether a kind is among them.
    #[must_use]
    pub fn has(self, kind: SessionKind) -> bool {
        self.0 & 1 << kind as u16 != 0
    }

    /// Whether any of them counts as running.
    #[must_use]
    pub fn run(self) -> bool {
        SessionKind::WORDS.iter().any(|(_, kind)| kind.is_running() && self.has(*kind))
    }
}

/// Scores of one place of the body.
#[derive(Clone, Debug, PartialEq)]
pub struct SitePain {
    /// The place as a slug, if said, and the side, if said.
    pub place: (Option<Box<str>>, Option<Side>),
    /// The scores.
    pub felt: Felt,
    /// Whether a session has them.
    pub in_session: bool,
}

impl Record {
    /// The record of an entry.
    pub(super) fn of(entry: &Entry) -> Self {
        let mut record = Self {
            mileage: entry.mileage.map(|metres| metres.0),
            rest: entry.rest,
            morning: entry.log.as_ref().and_then(|log| log.morning),
            later: entry.log.as_ref().is_some_and(|log| log.later),
            told: entry.flare || entry.setback.is_some(),
            eased: entry.medication.as_ref().and_then(Private::shown).is_some_and(|taken| !taken.is_empty()),
            ..Self::default()
        };
        let mut hasher = DefaultHasher::new();
        all_pain(entry).for_each(|pain| record.felt.add(&Felt::of(pain)));
        record.said = span(entry.pain.iter().filter_map(|pain| pain.next_day));
        record.began = span(entry.pain.iter().filter_map(|pain| pain.before.or(pain.rest)));
        // Words, averages and scores at rest are in no figure, and make no place one that is scored.
        let counts = |pain: &&Pain| Felt::of(pain) != Felt::default();
        let scored = || all_pain(entry).filter(counts);
        if scored().any(|pain| pain.site.is_some() || pain.side.is_some()) {
            let n_own = entry.pain.iter().filter(counts).count();
            let placed = |(at, pain): (usize, &Pain)| SitePain {
                place: (pain.site.as_ref().map(|site| slug(site).into_boxed_str()), pain.side),
                felt: Felt::of(pain),
                in_session: at >= n_own,
            };
            record.placed = scored().enumerate().map(placed).collect();
        }
        for session in done(entry) {
            record.add(session);
            (session.kind, session.distance).hash(&mut hasher);
        }
        record.done = hasher.finish();
        if let Some(hash) = line_hash(entry) {
            // What a line says follows from its text, so that the text stands for it.
            record.exercised = if entry.exercises.is_empty() { 0 } else { hash };
            record.logged = hash;
            return record;
        }
        record.exercised = hashed(&entry.exercises);
        let measured = (&entry.measures, &entry.prom, &entry.tests);
        let done = (record.exercised, &entry.treatments, &entry.sessions, &entry.triggers, entry.mileage);
        record.logged = hashed(&[(done, measured)]);
        record
    }

    fn add(&mut self, session: &Session) {
        let metres = session.distance.map_or(0, |m| m.0);
        if session.kind.is_running() {
            self.measured |= session.distance.is_some();
            self.unmeasured += u32::from(session.distance.is_none());
        }
        let sum = match session.kind {
            SessionKind::Run | SessionKind::WalkRun | SessionKind::Race => &mut self.run,
            SessionKind::Walk => &mut self.walk,
            _ => &mut self.other,
        };
        *sum = sum.saturating_add(metres);
        self.load += session.load().unwrap_or(0.0);
        self.lacks_load |= session.load().is_none();
        self.kinds.add(session.kind);
        self.sessions += 1;
    }

    /// Metres run, walked and covered otherwise by the entry alone.
    #[must_use]
    pub fn metres(&self) -> [u32; 3] {
        [if self.measured { self.run } else { self.mileage.unwrap_or(0) }, self.walk, self.other]
    }
}

impl Felt {
    fn of(pain: &Pain) -> Self {
        Self {
            points: [pain.before, pain.during, pain.after, pain.next_day],
            worst: pain.worst,
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

    /// The message that names it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Run => "session-run",
            Self::Walk => "session-walk",
            Self::WalkRun => "session-walk-run",
            Self::Race => "session-race",
            Self::Bike => "session-bike",
            Self::Elliptical => "session-elliptical",
            Self::Swim => "session-swim",
            Self::AquaJog => "session-aqua-jog",
            Self::AlterG => "session-anti-gravity",
            Self::Row => "session-row",
            Self::Strength => "session-strength",
            Self::Mobility => "session-mobility",
            Self::Other => "session-other",
        }
    }
}

/// A number for what a line of a log says, which may be less than its text does, where sessions yield to typed ones; `None` for
/// an entry, and for a line of which only its numbers are left.
fn line_hash(entry: &Entry) -> Option<u64> {
    entry.log.as_ref().filter(|log| log.number > 0)?;
    let mut hasher = DefaultHasher::new();
    (entry.hash, entry.sessions.len()).hash(&mut hasher);
    Some(hasher.finish())
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

fn all_pain(entry: &Entry) -> impl Iterator<Item = &Pain> {
    entry.pain.iter().chain(done(entry).filter_map(|s| s.pain.as_ref())).filter(|pain| pain.has_number())
}

/// Sessions that took place.
fn done(entry: &Entry) -> impl Iterator<Item = &Session> {
    entry.sessions.iter().filter(|s| !s.planned)
}

impl Entry {
    /// The metres of each running session that took place, in the order written; `None` where it has no distance.
    pub fn runs(&self) -> impl Iterator<Item = Option<u32>> {
        done(self).filter(|s| s.kind.is_running()).map(|s| s.distance.map(|metres| metres.0))
    }

    /// The kind and the metres of each session that took place and has a distance.
    pub fn lengths(&self) -> impl Iterator<Item = (SessionKind, u32)> {
        done(self).filter_map(|s| Some((s.kind, s.distance?.0)))
    }
}
