//! The site's settings: `site.toml` as written, then resolved together with the flags.
//!
//! Invariant: a [`Config`] is complete; nothing in it is looked up later, and the clock was asked once, outside.

mod about;
mod body_tests;
mod colour;
mod criteria;
mod file;
mod forms;
mod keys;
mod look;
mod nav;
mod requires;

pub use body_tests::{Better, TestKind};
pub use criteria::Criterion;
pub use file::load;
pub use forms::{CommentSettings, Contact, FormTarget, Newsletter};
pub use keys::SITE as KEYS;
pub use look::{FONTS, FontChoice, SiteLook};

use crate::diag::Place;
use crate::fields::enum_words;
use crate::text::slug::slug;
use crate::units::{Distance, Metres, Weight, days_between};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

/// What the command line says beside `site.toml`.
#[derive(Clone, Debug)]
pub struct Flags {
    /// What decides which entries are still in the future.
    pub today: Today,
    /// Publish drafts.
    pub drafts: bool,
    /// Publish entries dated later than today.
    pub future: bool,
    /// Replaces `base_url`.
    pub base_url: Option<String>,
    /// Replaces the origin of `base_url` and leaves its path: `http://127.0.0.1:4000`, for the preview.
    pub origin: Option<String>,
}

impl Flags {
    /// Those of a command line that says nothing.
    #[must_use]
    pub fn on(today: Today) -> Self {
        Self { today, drafts: false, future: false, base_url: None, origin: None }
    }
}

/// Where the day that decides what is still in the future comes from.
#[derive(Clone, Debug)]
pub enum Today {
    /// The day given by `--today` or by `SOURCE_DATE_EPOCH`.
    Given(Date),
    /// The clock, asked once, and the machine's time zone, which the site's replaces.
    Clock(jiff::Timestamp, TimeZone),
}

/// The resolved settings of a site.
#[derive(Clone, Debug)]
pub struct Config {
    /// The site's name.
    pub title: String,
    /// Where the site will be, ending in a slash: `https://example.org/blog/`.
    pub base_url: String,
    /// The path of `base_url`, starting and ending in a slash: `/blog/`.
    pub base_path: String,
    /// One or two sentences about the site.
    pub description: String,
    /// The writer's name.
    pub author: String,
    /// The language of the text, as a BCP 47 tag.
    pub language: String,
    /// What a bare distance means, and what pages show.
    pub units: Distance,
    /// What a bare load means, and what pages show.
    pub load_unit: Weight,
    /// The first day of a week.
    pub week_start: Weekday,
    /// The theme's name.
    pub theme: String,
    /// Whether links that lead out of the site's folder are followed.
    pub follow_links: bool,
    /// Whether story and data are invented, which every page then says.
    pub fictional: bool,
    /// The links of the site's navigation: label and address.
    pub nav: Option<Vec<(String, String)>>,
    /// Links that come after those of the navigation, built in or not.
    pub nav_extra: Vec<(String, String)>,
    /// How it differs from its theme.
    pub look: SiteLook,
    /// The injuries, in the order written.
    pub injuries: Vec<Injury>,
    /// The phases, by start.
    pub phases: Vec<Phase>,
    /// The rules that the writer followed, the oldest first; without one nothing is judged.
    pub rules: Vec<PainRule>,
    /// What was prescribed, in the order written.
    pub prescriptions: Vec<Prescription>,
    /// What the body is put to, in the order written.
    pub tests: Vec<TestKind>,
    /// What is wanted before the next phases, in the order written.
    pub criteria: Vec<Criterion>,
    /// How the lessons are arranged.
    pub lessons: Arrangement,
    /// The headings that the writer gives to the charts of pages.
    pub charts: ChartHeadings,
    /// The currency of amounts that name none, as an ISO 4217 code.
    pub currency: Option<String>,
    /// Entries on a page of a list.
    pub per_page: usize,
    /// Entries in a feed.
    pub feed_limit: usize,
    /// Whether there is a search page.
    pub search: bool,
    /// The pictures that social networks show with a link.
    pub cards: Cards,
    /// Private fields that the site shows all the same.
    pub show: Vec<PrivateField>,
    /// Whether private entries' numbers count.
    pub count_private: bool,
    /// Keys of front matter that are not warned about.
    pub allow: Vec<String>,
    /// Keys of ours that stand elsewhere in this site's entries.
    pub map: Vec<KeyElsewhere>,
    /// How comments are shown and invited.
    pub comments: CommentSettings,
    /// The form for a newsletter.
    pub newsletter: Option<Newsletter>,
    /// How the writer can be written to.
    pub contact: Option<Contact>,
    /// The day that decides what is still in the future.
    pub today: Date,
    /// Which day a moment belongs to: the zone that `site.toml` names, else UTC, so that no machine's own decides.
    pub zone: TimeZone,
    /// Publish drafts.
    pub drafts: bool,
    /// Publish entries dated later than today.
    pub future: bool,
}

/// The pictures that social networks show with a link, as `[cards]` says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Cards {
    /// Whether they are made.
    pub enabled: bool,
    /// How many of the newest entries have one of their own; older ones show the site's.
    pub limit: usize,
}

/// An injury as `[[injuries]]` describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Injury {
    /// Its name in front matter and addresses.
    pub slug: String,
    /// Its name on pages.
    pub name: String,
    /// The part of the body.
    pub site: String,
    /// `left`, `right`, `both` or `central`.
    pub side: String,
    /// The day it began.
    pub onset: Option<Date>,
    /// Its last day, if it is over.
    pub end: Option<Date>,
    /// The injury that it is a relapse of, by its place among the injuries.
    pub relapse_of: Option<usize>,
    /// What was run a week before it.
    pub baseline: Option<Metres>,
    /// How it came about.
    pub mechanism: String,
    /// What it was said to be, by date.
    pub diagnoses: Vec<Diagnosis>,
    /// What was operated, by date.
    pub operations: Vec<Operation>,
}

impl Injury {
    /// Whether a day lies between its onset and its end; one without an onset has always been there.
    pub fn is_active(&self, day: Date) -> bool {
        self.onset.is_none_or(|onset| onset <= day) && self.end.is_none_or(|end| day <= end)
    }

    /// The how-manieth day of the injury a day is, from 1; none outside it, or where its onset is not known.
    pub fn day(&self, day: Date) -> Option<i64> {
        self.onset.filter(|_| self.is_active(day)).map(|onset| days_between(onset, day) + 1)
    }
}

/// What an injury was said to be.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Diagnosis {
    /// When it was said.
    pub date: Date,
    /// What was said.
    pub label: String,
    /// The same in a few words, for where there is little room.
    pub short: Option<String>,
}

/// An operation.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Operation {
    /// When.
    pub date: Date,
    /// What was done.
    pub label: String,
}

/// A phase as `[[phases]]` describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    /// Its name.
    pub name: String,
    /// Its first day.
    pub start: Date,
    /// Its last day, if it is over.
    pub end: Option<Date>,
    /// What it was for.
    pub goal: String,
    /// What came of it, in a sentence of the writer's.
    pub summary: String,
    /// Whether rest was ordered, so that its weeks count for no adherence.
    pub rest: bool,
}

/// An exercise that somebody prescribed, as `[[prescriptions]]` says.
#[derive(Clone, Debug, PartialEq)]
pub struct Prescription {
    /// The exercise's name; case does not matter.
    pub exercise: String,
    /// Days a week on which it is to be done, 1 to 7.
    pub per_week: u32,
    /// The first day, if it did not hold from the start.
    pub from: Option<Date>,
    /// The last day, if it is over.
    pub to: Option<Date>,
}

/// How the pages of lessons are arranged, as `[lessons]` says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arrangement {
    /// What decides the order within a theme, pinned lessons aside.
    pub order: LessonOrder,
    /// The ids of the lessons that the writer puts first, each with its place in the settings.
    pub top: Vec<(String, Place)>,
}

/// The headings that the writer gives to the charts of pages, as `[charts]` says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartHeadings {
    /// Those of the home page.
    pub home: PageHeadings,
    /// Those of `/progress/`.
    pub progress: PageHeadings,
}

/// The headings that the writer gives to the charts of one page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageHeadings {
    /// That of its first chart.
    pub first: Option<String>,
    /// Those of kinds of charts by their names, each with its place in the settings.
    pub kinds: Vec<(String, String, Place)>,
}

impl PageHeadings {
    /// The heading of a chart of a kind, which may be the first of its page.
    pub fn of(&self, kind: &str, is_first: bool) -> Option<&str> {
        let named = self.kinds.iter().find(|(name, ..)| name == kind).map(|(_, heading, _)| heading);
        named.or(self.first.as_ref().filter(|_| is_first)).map(String::as_str)
    }
}

/// What decides the order of lessons.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum LessonOrder {
    /// When they were learned.
    #[default]
    Learned,
    /// How often they held again; those taken back come last.
    Evidence,
}

enum_words!(LessonOrder: Learned = "learned", Evidence = "evidence");

/// A field of entries that stays off public pages unless `[privacy] show` names it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum PrivateField {
    /// What treatments cost.
    Cost,
    /// Who gave treatments.
    Provider,
    /// What the writer weighs.
    BodyWeight,
    /// What was taken.
    Medication,
}

enum_words!(PrivateField: Cost = "cost", Provider = "provider", BodyWeight = "body_weight", Medication = "medication");

impl PrivateField {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Cost, Self::Provider, Self::BodyWeight, Self::Medication];
}

/// A key of ours that stands elsewhere in a site's entries, as `[front_matter.map]` says.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyElsewhere {
    /// Our key, with dots between those of mappings: `pain.before`.
    pub ours: String,
    /// Theirs: `wellbeing.pain`.
    pub theirs: String,
    /// Where the settings say it.
    pub place: Place,
}

/// A rule for judging how the injury took a day (scores: 0 to 10).
#[derive(Clone, Debug, PartialEq)]
pub struct PainRule {
    /// `silbernagel`, `within-48h` or `custom`.
    pub preset: &'static str,
    /// The first day it holds; from the start if not given.
    pub from: Option<Date>,
    /// Up to this is green.
    pub low: f64,
    /// Above this is red.
    pub ceiling: f64,
    /// A morning above this has not settled.
    pub morning: f64,
    /// Points by which a morning may lie above what it is compared with.
    pub tolerance: f64,
    /// Hours within which pain must have settled: 24 or 48.
    pub window_hours: i64,
    /// Whose rule it is, in the writer's words.
    pub provenance: String,
}

impl PainRule {
    /// The message that says whose rule it is, which takes `whose` where the writer said it.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match (self.provenance.as_str(), self.preset) {
            ("", "custom") => "verdict-rule-mine",
            ("", "within-48h") => "verdict-rule-reading-48",
            ("", _) => "verdict-rule-reading",
            _ => "verdict-rule-of",
        }
    }
}

impl Config {
    /// Whether a private field is shown.
    pub fn shows(&self, field: PrivateField) -> bool {
        self.show.contains(&field)
    }

    /// Pages that a list of so many entries takes.
    pub fn pages_for(&self, entries: usize) -> usize {
        entries.div_ceil(self.per_page).max(1)
    }

    /// The absolute address of a path below the site's root, given without its leading slash.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{}", self.base_url, path.trim_start_matches('/'))
    }

    /// An address of the site as pages write it: below the path of `base_url`.
    pub fn path(&self, address: &str) -> String {
        format!("{}{address}", self.base_path.trim_end_matches('/'))
    }

    /// The injuries that are active on a day, the newest last; of those that began on one day, the later in the file.
    pub fn active(&self, day: Date) -> Vec<usize> {
        let mut active: Vec<usize> = (0..self.injuries.len()).filter(|at| self.injuries[*at].is_active(day)).collect();
        active.sort_by_key(|at| self.injuries[*at].onset);
        active
    }

    /// The index of an injury by its slug or its name, however it is spelt.
    pub fn injury_called(&self, name: &str) -> Option<usize> {
        let wanted = slug(name);
        self.injuries.iter().position(|injury| injury.slug == wanted || slug(&injury.name) == wanted)
    }

    /// The rule in force on a day.
    pub fn rule_on(&self, day: Date) -> Option<&PainRule> {
        self.rules.iter().rfind(|rule| rule.from.is_none_or(|from| from <= day))
    }

    /// The phase that a day lies in; where phases overlap, the one that started last.
    pub fn phase_on(&self, day: Date) -> Option<&Phase> {
        self.phases.iter().rev().find(|p| p.start <= day && p.end.is_none_or(|end| day <= end))
    }
}
