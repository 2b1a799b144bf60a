//! What an entry records and the site may show, one value a row: the long form in which spreadsheets and scripts take a journal.
//!
//! The names of metrics are those of the front matter, joined by dots; what an exercise or a treatment is called stands
//! in them as a slug, as spellings with one slug are one thing. Values are as they are kept: metres, minutes, kilograms,
//! seconds, scores of 0 to 10.

use super::measures::SCALE;
use super::{
    Entry, Exercise, Helped, Load, MeasureValue, Pain, Private, Session, Side, TestResult, Treatment, Verdict,
    Visibility,
};
use crate::text::capital;
use crate::units::Score;
use ahash::RandomState;
use jiff::civil::Date;
use std::hash::{BuildHasher, Hash, Hasher};

/// One recorded value.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The day it is of.
    pub date: Date,
    /// What it is: `pain.before`, `session.run.distance`.
    pub metric: Metric<'a>,
    /// The part of the body, where the writer said it.
    pub site: Option<&'a str>,
    /// The side of the body, where the writer said it.
    pub side: Option<Side>,
    /// What was recorded.
    pub value: Value<'a>,
    /// The unit of a number, else empty.
    pub unit: &'a str,
    /// Whether it is a pain score, which is the injury's where no place is said.
    pub of_injury: bool,
}

/// What a row is of, as the parts that dots join, the last ones empty where there are fewer; a journal has so many rows that
/// their names are not made one by one.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct Metric<'a>([&'a str; 4]);

impl<'a> Metric<'a> {
    /// The parts that are there.
    pub fn parts(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.0.into_iter().filter(|part| !part.is_empty())
    }

    /// The name without its last part.
    #[must_use]
    pub fn above(mut self) -> Self {
        if let Some(last) = self.0.iter_mut().rev().find(|part| !part.is_empty()) {
            *last = "";
        }
        self
    }

    /// The name with one more part.
    #[must_use]
    pub fn with(mut self, part: &'a str) -> Self {
        if let Some(free) = self.0.iter_mut().find(|part| part.is_empty()) {
            *free = part;
        }
        self
    }
}

impl<'a, const N: usize> From<[&'a str; N]> for Metric<'a> {
    fn from(parts: [&'a str; N]) -> Self {
        parts.into_iter().fold(Self::default(), Self::with)
    }
}

/// A recorded value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// A number in the row's unit.
    Number(f64),
    /// A word or a text of the writer's.
    Text(&'a str),
    /// A day.
    Day(Date),
    /// That it was so.
    Yes,
}

/// Any seeds do, as long as they stay the same while the program runs.
const SEEDED: RandomState = RandomState::with_seeds(5, 6, 7, 8);

/// What an entry's rows are as a number: equal numbers, equal rows.
pub(super) fn hash(entry: &Entry) -> u64 {
    let mut hasher = SEEDED.build_hasher();
    (&entry.path, entry.date).hash(&mut hasher);
    if entry.log.is_some() && entry.visibility == Visibility::Public {
        // All that a line says.
        entry.record().logged.hash(&mut hasher);
        return hasher.finish();
    }
    (entry.rest, entry.injury.as_ref().map(|(injury, _)| injury)).hash(&mut hasher);
    for row in names(entry) {
        let Value::Text(name) = row.value else { continue };
        (row.metric, name).hash(&mut hasher);
    }
    entry.tests.iter().for_each(|test| test.name.hash(&mut hasher));
    for row in rows(entry) {
        (row.metric, row.site, row.side, row.unit).hash(&mut hasher);
        match row.value {
            Value::Number(number) => number.to_bits().hash(&mut hasher),
            Value::Text(text) => text.hash(&mut hasher),
            Value::Day(day) => day.hash(&mut hasher),
            Value::Yes => true.hash(&mut hasher),
        }
    }
    hasher.finish()
}

/// The rows of an entry in the order of the schema; none where it has no date. What nobody recorded has no row.
pub(super) fn rows(entry: &Entry) -> Vec<Row<'_>> {
    let Some(date) = entry.date else { return Vec::new() };
    let mut rows = RowList { date, all: Vec::with_capacity(16) };
    for pain in &entry.pain {
        rows.pain(["pain"].into(), pain);
    }
    if let Some(log) = &entry.log {
        rows.score(["morning"], log.morning);
        rows.text(["note"], log.note.as_deref());
    }
    rows.number(["mileage"], entry.mileage.map(|m| f64::from(m.0)), "m");
    for session in entry.sessions.iter().filter(|session| !session.planned) {
        rows.session(session);
    }
    let slugs = entry.slugs();
    for (exercise, slug) in entry.exercises.iter().zip(&slugs.exercises) {
        rows.exercise(exercise, slug);
    }
    for (treatment, slug) in entry.treatments.iter().zip(&slugs.treatments) {
        rows.treatment(treatment, slug);
    }
    rows.day(entry);
    rows.all
}

/// What an entry says beside its values, without which nobody could write it again from them: that nothing was done, the injury,
/// and names that their slugs don't tell.
pub(super) fn marks<'a>(entry: &'a Entry, injury: Option<&'a str>) -> Vec<Row<'a>> {
    let Some(date) = entry.date else { return Vec::new() };
    let mut rows = RowList { date, all: names(entry) };
    rows.text(["injury"], injury);
    if entry.rest {
        rows.yes(["rest"]);
    }
    for (is_so, mark) in entry.log.iter().flat_map(|log| [(log.later, "later"), (log.imported, "imported")]) {
        if is_so {
            rows.yes([mark]);
        }
    }
    rows.all
}

/// The name that is read from a slug where none is said.
#[must_use]
pub fn name_of_slug(slug: &str) -> String {
    capital(&slug.replace('-', " "))
}

/// The names of what was done, each once, where their slugs are not enough.
fn names(entry: &Entry) -> Vec<Row<'_>> {
    let mut rows = RowList { date: entry.date.unwrap_or_default(), all: Vec::new() };
    let slugs = entry.slugs();
    let exercises = entry.exercises.iter().map(|own| own.name.as_str()).zip(&slugs.exercises);
    let treatments = entry.treatments.iter().map(|own| own.kind.as_str()).zip(&slugs.treatments);
    let all = exercises.map(|own| ("exercise", own)).chain(treatments.map(|own| ("treatment", own)));
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for (kind, (name, slug)) in all {
        // The first spelling is shown.
        if !seen.contains(&(kind, slug)) {
            seen.push((kind, slug));
            rows.text([kind, slug, "name"], (name != name_of_slug(slug)).then_some(name));
        }
    }
    rows.all
}

/// The rows with one more behind those of each test whose name its slug doesn't tell: spellings of tests are tests of their own.
pub(super) fn with_names_of_tests<'a>(entry: &'a Entry, rows: Vec<Row<'a>>) -> Vec<Row<'a>> {
    let slugs = &entry.slugs().tests;
    let is_plain = |name: &str, slug: &String| {
        name == name_of_slug(slug) && slugs.iter().filter(|other| *other == slug).count() == 1
    };
    if entry.tests.iter().zip(slugs).all(|(test, slug)| is_plain(&test.name, slug)) {
        return rows;
    }
    let from = rows.iter().position(|row| row.metric.parts().next() == Some("test")).unwrap_or(rows.len());
    let mut rest = rows.into_iter();
    let mut all: Vec<Row<'a>> = rest.by_ref().take(from).collect();
    for (test, slug) in entry.tests.iter().zip(slugs) {
        let n = [test.value, test.left, test.right].iter().flatten().count();
        all.extend(rest.by_ref().take(n));
        if !is_plain(&test.name, slug) {
            let mut rows = RowList { date: entry.date.unwrap_or_default(), all };
            rows.text(["test", slug, "name"], Some(&test.name));
            all = rows.all;
        }
    }
    all.extend(rest);
    all
}

/// The rows so far.
struct RowList<'a> {
    date: Date,
    all: Vec<Row<'a>>,
}

impl<'a> RowList<'a> {
    fn row(&self, metric: Metric<'a>, value: Value<'a>, unit: &'a str) -> Row<'a> {
        Row { date: self.date, metric, site: None, side: None, value, unit, of_injury: false }
    }

    fn number(&mut self, metric: impl Into<Metric<'a>>, number: Option<f64>, unit: &'a str) {
        let row = number.map(|number| self.row(metric.into(), Value::Number(number), unit));
        self.all.extend(row);
    }

    fn score(&mut self, metric: impl Into<Metric<'a>>, score: Option<Score>) {
        self.number(metric, score.map(Score::value), SCALE);
    }

    fn text(&mut self, metric: impl Into<Metric<'a>>, text: Option<&'a str>) {
        let row = text.map(|text| self.row(metric.into(), Value::Text(text), ""));
        self.all.extend(row);
    }

    fn yes(&mut self, metric: impl Into<Metric<'a>>) {
        self.all.push(self.row(metric.into(), Value::Yes, ""));
    }

    /// Whatever was added since a length, now of a side.
    fn of_side(&mut self, from: usize, side: Option<Side>) {
        for row in &mut self.all[from..] {
            row.side = side;
        }
    }

    fn pain(&mut self, name: Metric<'a>, pain: &'a Pain) {
        let from = self.all.len();
        let scores = [
            ("before", pain.before),
            ("during", pain.during),
            ("after", pain.after),
            ("next_day", pain.next_day),
            ("worst", pain.worst),
            ("rest", pain.rest),
            ("average", pain.average),
        ];
        for (point, score) in scores {
            self.score(name.with(point), score);
        }
        self.number(name.with("settled_hours"), pain.settled_hours, "h");
        self.text(name.with("quality"), pain.quality.as_deref());
        self.text(name.with("words"), pain.words.as_deref());
        for row in &mut self.all[from..] {
            (row.site, row.side, row.of_injury) = (pain.site.as_deref(), pain.side, true);
        }
    }

    fn session(&mut self, session: &'a Session) {
        let name = Metric::from(["session", session.kind.word()]);
        self.yes(name);
        self.number(name.with("distance"), session.distance.map(|m| f64::from(m.0)), "m");
        self.number(name.with("duration"), session.minutes, "min");
        self.number(name.with("rpe"), session.rpe, SCALE);
        self.number(name.with("climb"), session.climb, "m");
        self.number(name.with("heart_rate"), session.heart_rate, "bpm");
        self.number(name.with("body_weight_support"), session.body_weight_support, "%");
        self.text(name.with("surface"), session.surface.as_deref());
        self.text(name.with("intervals"), session.intervals.as_deref());
        if let Some(pain) = &session.pain {
            self.pain(name.with("pain"), pain);
        }
    }

    fn exercise(&mut self, exercise: &'a Exercise, slug: &'a str) {
        let from = self.all.len();
        let name = Metric::from(["exercise", slug]);
        self.yes(name);
        self.number(name.with("sets"), exercise.sets.map(f64::from), "sets");
        for reps in &exercise.reps {
            self.number(name.with("reps"), Some(f64::from(*reps)), "reps");
        }
        match &exercise.load {
            Some(Load::Kilograms(kilograms)) => self.number(name.with("load"), Some(*kilograms), "kg"),
            Some(Load::EachSet(loads)) => {
                for kilograms in loads {
                    self.number(name.with("load"), Some(*kilograms), "kg");
                }
            }
            Some(Load::BodyWeight) => self.text(name.with("load"), Some("body weight")),
            Some(Load::Band(colour)) => self.text(name.with("band"), Some(colour)),
            None => {}
        }
        self.number(name.with("hold"), exercise.hold, "s");
        self.text(name.with("tempo"), exercise.tempo.as_deref());
        self.number(name.with("rpe"), exercise.rpe, SCALE);
        self.number(name.with("rir"), exercise.rir, "reps");
        self.score(name.with("pain"), exercise.pain);
        self.text(name.with("verdict"), exercise.verdict.map(Verdict::word));
        self.of_side(from, exercise.side);
    }

    fn treatment(&mut self, treatment: &'a Treatment, slug: &'a str) {
        let name = Metric::from(["treatment", slug]);
        self.yes(name);
        self.number(name.with("minutes"), treatment.minutes, "min");
        self.number(name.with("travel_minutes"), treatment.travel_minutes, "min");
        if let Some(cost) = treatment.cost.as_ref().and_then(Private::shown) {
            // Far below 2^53 cents, the nearest number to an amount is written as that amount.
            #[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^53 cents")]
            self.number(name.with("cost"), Some(cost.cents as f64 / 100.0), &cost.currency);
        }
        let provider = treatment.provider.as_ref().and_then(Private::shown);
        self.text(name.with("provider"), provider.map(String::as_str));
        self.score(name.with("pain_before"), treatment.pain_before);
        self.score(name.with("pain_after"), treatment.pain_after);
        self.text(name.with("helped"), treatment.helped.map(Helped::word));
    }

    /// How the day was beside pain, and what happened on it.
    fn day(&mut self, entry: &'a Entry) {
        for (measure, noted) in entry.measures.iter() {
            match noted {
                MeasureValue::Number(number) => self.number([measure.key.name], Some(*number), measure.unit),
                MeasureValue::Words(words) => self.text([measure.key.name], Some(words)),
            }
        }
        self.number(["body_weight"], entry.body_weight.as_ref().and_then(Private::shown).copied(), "kg");
        for medication in entry.medication.as_ref().and_then(Private::shown).into_iter().flatten() {
            self.text(["medication"], Some(medication));
        }
        for prom in &entry.prom {
            self.number(["prom", prom.instrument.as_str()], Some(prom.score), "points");
        }
        for (TestResult { unit, value, left, right, .. }, slug) in entry.tests.iter().zip(&entry.slugs().tests) {
            let metric = Metric::from(["test", slug]);
            for (side, number) in [(None, value), (Some(Side::Left), left), (Some(Side::Right), right)] {
                let from = self.all.len();
                self.number(metric, *number, unit);
                self.of_side(from, side);
            }
        }
        for milestone in &entry.milestones {
            self.text(["milestone", milestone.kind.word()], Some(&milestone.label));
        }
        for (id, _) in &entry.criteria {
            self.text(["criterion"], Some(id));
        }
        self.text(["setback"], entry.setback.as_deref());
        if entry.flare {
            self.yes(["flare"]);
        }
        for trigger in &entry.triggers {
            self.text(["trigger"], Some(trigger));
        }
    }
}
