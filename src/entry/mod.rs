//! One markdown file, read: front matter fields and body.
//!
//! Invariant: a function of one file and the settings; it knows no other entry and no address.

use crate::config::Config;
use crate::diag::Checked;
use crate::markdown::Body;
use crate::source::{Hash, Source};
use crate::units::{Metres, Score};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// A markdown file with its fields, as written.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its path relative to the site's root, as `content/journal/2020-08-14-first-run.md`.
    pub path: Arc<str>,
    /// The file's text, to show lines of it in messages that come up later.
    pub text: Arc<str>,
    /// The hash of the file's bytes.
    pub hash: Hash,
    /// The title: the key's, else the first heading's, else the file name's.
    pub title: String,
    /// The date: the key's, else the file name's or its folder's.
    pub date: Option<Date>,
    /// Replaces the last part of the address.
    pub slug: Option<String>,
    /// One or two plain sentences: the key's, else the first paragraph.
    pub summary: String,
    /// Tags as written.
    pub tags: Vec<String>,
    /// Not published.
    pub draft: bool,
    /// Who may find the page.
    pub visibility: Visibility,
    /// Former addresses, each with its place in the file.
    pub aliases: Vec<(String, Range<usize>)>,
    /// The injury it is about, by slug, with its place in the file.
    pub injury: Option<(String, Range<usize>)>,
    /// The phase, where it differs from the one by date.
    pub phase: Option<String>,
    /// Pain, one item for each site and side that was scored.
    pub pain: Vec<Pain>,
    /// The day's running distance, typed bare.
    pub mileage: Option<Metres>,
    /// What was done.
    pub sessions: Vec<Session>,
    /// Strength and mobility exercises.
    pub exercises: Vec<Exercise>,
    /// Events worth a mark on every chart.
    pub milestones: Vec<Milestone>,
    /// The suspected cause of a setback that began on this day.
    pub setback: Option<String>,
    /// Lessons learned, confirmed, revised or taken back, each with its place in the file.
    pub lessons: Vec<(LessonNote, Range<usize>)>,
    /// The text.
    pub body: Body,
}

/// Who may find an entry's page.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// Who knows the address: in no list, feed, sitemap or search; numbers count.
    Unlisted,
    /// Nobody: no page; numbers count only where the site says so.
    Private,
}

/// Pain scores of a day or a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pain {
    /// Where, if said.
    pub site: Option<String>,
    /// Which side, if said.
    pub side: Option<Side>,
    /// What kind: sharp, ache, stiff, numb, or other words.
    pub quality: Option<String>,
    /// Before the session, or at the start of the day.
    pub before: Option<Score>,
    /// The worst while at it.
    pub during: Option<Score>,
    /// In the hours after.
    pub after: Option<Score>,
    /// The next morning or day.
    pub next_day: Option<Score>,
    /// The day's worst.
    pub worst: Option<Score>,
    /// At rest.
    pub rest: Option<Score>,
    /// The day's average.
    pub average: Option<Score>,
    /// Hours until it was back at the level before, 0 to 168.
    pub settled_hours: Option<f64>,
}

/// A side of the body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Side {
    Left,
    Right,
    Both,
    Central,
}

/// The kinds of sessions.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum SessionKind {
    Run,
    Walk,
    WalkRun,
    Race,
    Bike,
    Elliptical,
    Swim,
    AquaJog,
    AlterG,
    Row,
    Strength,
    Mobility,
    Other,
}

/// Something done: a run, a walk, an hour in the gym.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What it was.
    pub kind: SessionKind,
    /// How far.
    pub distance: Option<Metres>,
    /// How long, in minutes.
    pub minutes: Option<f64>,
    /// Effort on the CR-10 scale, 0 to 10.
    pub rpe: Option<f64>,
    /// On what.
    pub surface: Option<String>,
    /// Metres climbed, 0 to 10,000.
    pub climb: Option<f64>,
    /// Its parts, in the writer's words: `6x(1m run, 4m walk)`.
    pub intervals: Option<String>,
    /// Percent of the body's weight carried by a machine, 0 to 100.
    pub body_weight_support: Option<f64>,
    /// Pain at this session.
    pub pain: Option<Pain>,
    /// Planned, not done: it counts for nothing.
    pub planned: bool,
    /// The file or device it came from.
    pub source: Option<String>,
}

/// An exercise as done on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Exercise {
    /// Its name as written.
    pub name: String,
    /// Sets, 0 to 50; one where not said.
    pub sets: Option<u32>,
    /// Repetitions, one number for all sets or one for each, 0 to 500.
    pub reps: Vec<u32>,
    /// What was lifted.
    pub load: Option<Load>,
    /// Seconds held, 0 to 600.
    pub hold: Option<f64>,
    /// Seconds of each part of a repetition: `3-0-3-0`.
    pub tempo: Option<String>,
    /// Which side; both counts twice.
    pub side: Option<Side>,
    /// Effort on the CR-10 scale, 0 to 10.
    pub rpe: Option<f64>,
    /// Pain while doing it.
    pub pain: Option<Score>,
    /// What the writer makes of it.
    pub verdict: Option<Verdict>,
}

/// What an exercise was done against.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    /// Kilograms, whatever was typed.
    Kilograms(f64),
    /// The body's own weight: an unknown number of kilograms, not none.
    BodyWeight,
    /// An elastic band, by its colour.
    Band(String),
}

/// What the writer makes of an exercise.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    Helps,
    Neutral,
    Aggravates,
}

/// An event worth a mark on every chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Milestone {
    /// Which sort.
    pub kind: MilestoneKind,
    /// In the writer's words.
    pub label: String,
}

/// The sorts of milestones.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum MilestoneKind {
    Race,
    Scan,
    First,
    #[default]
    Other,
}

/// What an entry says of a lesson in its front matter.
#[derive(Clone, Debug, PartialEq)]
pub enum LessonNote {
    /// Taught here for the first time.
    New { id: String, title: String, tags: Vec<String>, pinned: bool },
    /// Held again.
    Confirms { id: String, note: Option<String> },
    /// Changed.
    Revises { id: String, note: Option<String> },
    /// Taken back.
    Retracts { id: String, note: Option<String> },
}

/// Reads a markdown file; `None` where its front matter can't be read at all.
#[must_use]
pub fn parse(source: &Source, text: &Arc<str>, config: &Config) -> Checked<Option<Entry>> {
    let _ = (source, text, config);
    Checked::new(None, Vec::new())
}
