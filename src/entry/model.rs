//! The values that a file's front matter is read into.

use super::{
    Exercise, LogLine, Measures, OwnAddress, Private, Prom, Record, Reminder, Row, Session, Slugs, TestResult,
    Treatment, rows,
};
use crate::config::PrivateField;
use crate::diag::{Diagnostic, Place};
use crate::fields::enum_words;
use crate::markdown::Body;
use crate::source::Hash;
use crate::units::{Metres, Score};
use jiff::civil::Date;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A markdown file with its fields, as written.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// Its path relative to the site's root, as `content/journal/2020-08-14-first-run.md`.
    pub path: Arc<str>,
    /// The file's text, to show lines of it in messages that come up later.
    pub text: Arc<str>,
    /// The byte of it at which the text starts, below the front matter.
    pub text_start: usize,
    /// The hash of the file's bytes.
    pub hash: Hash,
    /// The title: the key's, else the first heading's, else the file name's.
    pub title: String,
    /// The date: the key's, else the file name's or its folder's.
    pub date: Option<Date>,
    /// The day it was last changed, if said.
    pub updated: Option<Date>,
    /// The first day it may be published, where another key than its date says so.
    pub not_before: Option<Date>,
    /// The last day it is published.
    pub expires: Option<Date>,
    /// Replaces the last part of the address; always a slug.
    pub slug: Option<String>,
    /// One or two plain sentences: the key's, else the first paragraph.
    pub summary: String,
    /// The picture for its card, with its place in the file.
    pub image: Option<(String, Range<usize>)>,
    /// The series it belongs to.
    pub series: Option<String>,
    /// Tags as written.
    pub tags: Vec<String>,
    /// The tags as parts of addresses, in the same order.
    pub tag_slugs: Vec<String>,
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
    /// Whether it says that nothing was done.
    pub rest: bool,
    /// What was done.
    pub sessions: Vec<Session>,
    /// Strength and mobility exercises.
    pub exercises: Vec<Exercise>,
    /// Events worth a mark on every chart.
    pub milestones: Vec<Milestone>,
    /// The suspected cause of a setback that began on this day.
    pub setback: Option<String>,
    /// Whether the writer calls the day a flare.
    pub flare: bool,
    /// What may have set it off, in the writer's words.
    pub triggers: Vec<String>,
    /// Lessons learned, confirmed, revised or taken back, each with the place of its id in the file.
    pub lessons: Vec<(LessonNote, Range<usize>)>,
    /// The ids of the criteria that it ticks, as the settings spell them, each with its place in the file.
    pub criteria: Vec<(String, Range<usize>)>,
    /// Advice that was given.
    pub advice: Vec<Advice>,
    /// Questions for the next appointment.
    pub questions: Vec<String>,
    /// Notes to the writer herself for a later day, which no output has.
    pub remind: Vec<Reminder>,
    /// Treatments that were had.
    pub treatments: Vec<Treatment>,
    /// Totals of questionnaires, such as VISA-H.
    pub prom: Vec<Prom>,
    /// What tests of the body came to.
    pub tests: Vec<TestResult>,
    /// What was taken; private unless the site shows it.
    pub medication: Option<Private<Vec<String>>>,
    /// Kilograms, 20 to 500.
    pub body_weight: Option<Private<f64>>,
    /// What was noted of the day beside pain.
    pub measures: Measures,
    /// Where it stands, if it is a line of a log and has no page.
    pub log: Option<Box<LogLine>>,
    /// The text.
    pub body: Body,
    /// Whether it is a page with several days in it, and so no entry of one.
    pub several: bool,
    /// What follows from the fields above and is asked for at every build, made once.
    pub derived: Derived,
}

/// What follows from an entry's fields alone, made when it is first asked for.
#[derive(Clone, Debug, Default)]
pub struct Derived {
    record: OnceLock<Record>,
    address: OnceLock<OwnAddress>,
    rows: OnceLock<u64>,
    slugs: OnceLock<Slugs>,
    numbers: OnceLock<Arc<Entry>>,
    against: OnceLock<Against>,
}

/// What some other entries say against one.
#[derive(Clone, Debug)]
struct Against {
    /// Their hashes.
    others: Box<[Hash]>,
    found: Arc<[Diagnostic]>,
}

impl Entry {
    /// The first day on which it may be published.
    #[must_use]
    pub fn starts(&self) -> Option<Date> {
        self.date.max(self.not_before)
    }

    /// The place of some bytes of its text in its file.
    #[must_use]
    pub fn place(&self, range: Range<usize>) -> Place {
        let mut place = Place::new(&self.path, &self.text, range);
        if let Some(log) = &self.log {
            place.line = log.number;
        }
        place
    }

    /// The entry's share of its day's numbers.
    #[must_use]
    pub fn record(&self) -> &Record {
        self.derived.record.get_or_init(|| Record::of(self))
    }

    /// The address that the entry asks for.
    #[must_use]
    pub fn address(&self) -> &OwnAddress {
        self.derived.address.get_or_init(|| OwnAddress::of(self))
    }

    /// What its exercises and treatments are told apart by.
    #[must_use]
    pub fn slugs(&self) -> &Slugs {
        self.derived.slugs.get_or_init(|| Slugs::of(self))
    }

    /// What the entry records, one value a row; nothing where it has no date.
    #[must_use]
    pub fn rows(&self) -> Vec<Row<'_>> {
        rows::rows(self)
    }

    /// What the entry records, with the names of its tests.
    #[must_use]
    pub fn rows_with_names(&self) -> Vec<Row<'_>> {
        rows::with_names_of_tests(self, self.rows())
    }

    /// What the entry says beside its values, a row each; `injury` where it has to be said.
    #[must_use]
    pub fn marks<'a>(&'a self, injury: Option<&'a str>) -> Vec<Row<'a>> {
        rows::marks(self, injury)
    }

    /// The entry as its numbers alone, for entries that count and are shown to nobody: no text, no file, and no word of the
    /// writer's but the places of pain and the names of what was done or measured, by which numbers are told apart.
    #[must_use]
    pub fn numbers(&self) -> &Arc<Self> {
        self.derived.numbers.get_or_init(|| Arc::new(super::numbers::of(self)))
    }

    /// What other entries, given by their hashes, say against this one: found once for the same others, however often it is
    /// asked for.
    pub fn against(&self, others: &[Hash], find: impl Fn() -> Vec<Diagnostic>) -> Arc<[Diagnostic]> {
        let known = self.derived.against.get_or_init(|| Against { others: others.into(), found: find().into() });
        if *known.others == *others { known.found.clone() } else { find().into() }
    }

    /// The bytes of its text that hold private fields which the settings do not show.
    #[must_use]
    pub fn hidden(&self) -> Vec<(PrivateField, Range<usize>)> {
        let of = |field: PrivateField, written: Option<&Range<usize>>| written.map(|range| (field, range.clone()));
        let treatments = self.treatments.iter().flat_map(|treatment| {
            let provider = treatment.provider.as_ref().and_then(Private::hidden);
            let cost = treatment.cost.as_ref().and_then(Private::hidden);
            [of(PrivateField::Provider, provider), of(PrivateField::Cost, cost)]
        });
        let weight = self.body_weight.as_ref().and_then(Private::hidden);
        let medication = self.medication.as_ref().and_then(Private::hidden);
        let day = [of(PrivateField::BodyWeight, weight), of(PrivateField::Medication, medication)];
        treatments.chain(day).flatten().collect()
    }

    /// What the rows of the entry are as a number.
    #[must_use]
    pub fn row_hash(&self) -> u64 {
        *self.derived.rows.get_or_init(|| rows::hash(self))
    }
}

/// Who may find an entry's page.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// Who knows the address: in no list, feed, sitemap or search; numbers count.
    Unlisted,
    /// Nobody: no page; numbers count only where the site says so.
    Private,
}

enum_words!(Visibility: Public = "public", Unlisted = "unlisted", Private = "private");

/// Pain scores of a day or a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pain {
    /// Where, if said.
    pub site: Option<String>,
    /// Which side, if said.
    pub side: Option<Side>,
    /// What kind: sharp, ache, stiff, numb, or other words.
    pub quality: Option<String>,
    /// How it was, in the writer's words.
    pub words: Option<String>,
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

impl Pain {
    /// Whether anything of it counts; words alone are in no figure.
    #[must_use]
    pub fn has_number(&self) -> bool {
        let scores = [self.before, self.during, self.after, self.next_day, self.worst, self.rest, self.average];
        self.settled_hours.is_some() || scores.iter().any(Option::is_some)
    }
}

/// A side of the body.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Side {
    /// The left.
    Left,
    /// The right.
    Right,
    /// Left and right.
    Both,
    /// Neither: the spine, the breastbone.
    Central,
}

enum_words!(Side: Left = "left", Right = "right", Both = "both", Central = "central");

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
    /// A race.
    Race,
    /// An image of the inside: MRI, ultrasound, X-ray.
    Scan,
    /// Something done for the first time, or for the first time again.
    First,
    /// Anything else.
    #[default]
    Other,
}

enum_words!(MilestoneKind: Race = "race", Scan = "scan", First = "first", Other = "other");

/// What an entry says of a lesson in its front matter.
#[derive(Clone, Debug, PartialEq)]
pub enum LessonNote {
    /// Taught here for the first time.
    New {
        /// Its slug.
        id: String,
        /// The lesson in one sentence.
        title: String,
        /// Tags as written.
        tags: Vec<String>,
        /// Shown before the others.
        pinned: bool,
    },
    /// Held again.
    Confirms {
        /// The lesson's slug.
        id: String,
        /// How, in the writer's words.
        note: Option<String>,
    },
    /// Changed.
    Revises {
        /// The lesson's slug.
        id: String,
        /// How, in the writer's words.
        note: Option<String>,
    },
    /// Taken back.
    Retracts {
        /// The lesson's slug.
        id: String,
        /// Why, in the writer's words.
        note: Option<String>,
    },
}

/// Advice as it was given.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// By whom, if said.
    pub from: Option<String>,
    /// In the writer's words.
    pub text: String,
}
