//! What an entry records and the site may show, one value a row: the long form in which spreadsheets and scripts take a journal.
//!
//! The names of metrics are those of the front matter, joined by dots; what an exercise or a treatment is called stands
//! in them as a slug, as spellings with one slug are one thing. Values are as they are kept: metres, minutes, kilograms,
//! seconds, scores of 0 to 10.

use super::measures::SCALE;
use super::{
    Entry, Exercise, Helped, Load, MeasureValue, Pain, Private, Session, Side, TestResult, Treatment, Verdict,
};
use crate::text::slug::slug;
use crate::units::Score;
use jiff::civil::Date;
use std::hash::{DefaultHasher, Hash, Hasher};

/// One recorded value.
#[derive(Clone, Debug, PartialEq)]
pub struct Row<'a> {
    /// The day it is of.
    pub date: Date,
    /// What it is: `pain.before`, `session.run.distance`.
    pub metric: String,
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

/// A recorded value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// A number in the row's unit.
    Number(f64),
    /// A word or a text of the writer's.
    Text(&'a str),
    /// That it was so.
    Yes,
}

/// How many rows an entry has, and what they are as a number.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub struct RowMark {
    /// Rows.
    pub n: usize,
    /// Equal numbers, equal rows.
    pub hash: u64,
}

impl RowMark {
    pub(super) fn of(entry: &Entry) -> Self {
        let rows = rows(entry);
        let mut hasher = DefaultHasher::new();
        (&entry.path, entry.log.as_ref().map(|log| log.imported)).hash(&mut hasher);
        for row in &rows {
            (row.date, &row.metric, row.site, row.side, row.unit).hash(&mut hasher);
            match row.value {
                Value::Number(number) => number.to_bits().hash(&mut hasher),
                Value::Text(text) => text.hash(&mut hasher),
                Value::Yes => true.hash(&mut hasher),
            }
        }
        Self { n: rows.len(), hash: hasher.finish() }
    }
}

/// The rows of an entry in the order of the schema; none where it has no date. What nobody recorded has no row.
pub(super) fn rows(entry: &Entry) -> Vec<Row<'_>> {
    let Some(date) = entry.date else { return Vec::new() };
    let mut rows = RowList { date, all: Vec::new() };
    for pain in &entry.pain {
        rows.pain("pain", pain);
    }
    if let Some(log) = &entry.log {
        rows.score("morning", log.morning);
        rows.text("note", log.note.as_deref());
    }
    rows.number("mileage", entry.mileage.map(|m| f64::from(m.0)), "m");
    for session in entry.sessions.iter().filter(|session| !session.planned) {
        rows.session(session);
    }
    for exercise in &entry.exercises {
        rows.exercise(exercise);
    }
    for treatment in &entry.treatments {
        rows.treatment(treatment);
    }
    rows.day(entry);
    rows.all
}

/// The rows so far.
struct RowList<'a> {
    date: Date,
    all: Vec<Row<'a>>,
}

impl<'a> RowList<'a> {
    fn row(&self, metric: &str, value: Value<'a>, unit: &'a str) -> Row<'a> {
        let metric = metric.to_owned();
        Row { date: self.date, metric, site: None, side: None, value, unit, of_injury: false }
    }

    fn number(&mut self, metric: &str, number: Option<f64>, unit: &'a str) {
        let row = number.map(|number| self.row(metric, Value::Number(number), unit));
        self.all.extend(row);
    }

    fn score(&mut self, metric: &str, score: Option<Score>) {
        self.number(metric, score.map(Score::value), SCALE);
    }

    fn text(&mut self, metric: &str, text: Option<&'a str>) {
        let row = text.map(|text| self.row(metric, Value::Text(text), ""));
        self.all.extend(row);
    }

    fn yes(&mut self, metric: &str) {
        self.all.push(self.row(metric, Value::Yes, ""));
    }

    /// Whatever was added since a length, now of a side.
    fn of_side(&mut self, from: usize, side: Option<Side>) {
        for row in &mut self.all[from..] {
            row.side = side;
        }
    }

    fn pain(&mut self, name: &str, pain: &'a Pain) {
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
            self.score(&format!("{name}.{point}"), score);
        }
        self.number(&format!("{name}.settled_hours"), pain.settled_hours, "h");
        self.text(&format!("{name}.quality"), pain.quality.as_deref());
        self.text(&format!("{name}.words"), pain.words.as_deref());
        for row in &mut self.all[from..] {
            (row.site, row.side, row.of_injury) = (pain.site.as_deref(), pain.side, true);
        }
    }

    fn session(&mut self, session: &'a Session) {
        let name = format!("session.{}", session.kind.word());
        self.yes(&name);
        self.number(&format!("{name}.distance"), session.distance.map(|m| f64::from(m.0)), "m");
        self.number(&format!("{name}.duration"), session.minutes, "min");
        self.number(&format!("{name}.rpe"), session.rpe, SCALE);
        self.number(&format!("{name}.climb"), session.climb, "m");
        self.number(&format!("{name}.heart_rate"), session.heart_rate, "bpm");
        self.number(&format!("{name}.body_weight_support"), session.body_weight_support, "%");
        self.text(&format!("{name}.surface"), session.surface.as_deref());
        self.text(&format!("{name}.intervals"), session.intervals.as_deref());
        if let Some(pain) = &session.pain {
            self.pain(&format!("{name}.pain"), pain);
        }
    }

    fn exercise(&mut self, exercise: &'a Exercise) {
        let from = self.all.len();
        let name = format!("exercise.{}", slug(&exercise.name));
        self.yes(&name);
        self.number(&format!("{name}.sets"), exercise.sets.map(f64::from), "sets");
        for reps in &exercise.reps {
            self.number(&format!("{name}.reps"), Some(f64::from(*reps)), "reps");
        }
        match &exercise.load {
            Some(Load::Kilograms(kilograms)) => self.number(&format!("{name}.load"), Some(*kilograms), "kg"),
            Some(Load::EachSet(loads)) => {
                for kilograms in loads {
                    self.number(&format!("{name}.load"), Some(*kilograms), "kg");
                }
            }
            Some(Load::BodyWeight) => self.text(&format!("{name}.load"), Some("body weight")),
            Some(Load::Band(colour)) => self.text(&format!("{name}.band"), Some(colour)),
            None => {}
        }
        self.number(&format!("{name}.hold"), exercise.hold, "s");
        self.text(&format!("{name}.tempo"), exercise.tempo.as_deref());
        self.number(&format!("{name}.rpe"), exercise.rpe, SCALE);
        self.score(&format!("{name}.pain"), exercise.pain);
        self.text(&format!("{name}.verdict"), exercise.verdict.map(Verdict::word));
        self.of_side(from, exercise.side);
    }

    fn treatment(&mut self, treatment: &'a Treatment) {
        let name = format!("treatment.{}", slug(&treatment.kind));
        self.yes(&name);
        self.number(&format!("{name}.minutes"), treatment.minutes, "min");
        self.number(&format!("{name}.travel_minutes"), treatment.travel_minutes, "min");
        if let Some(cost) = treatment.cost.as_ref().and_then(Private::shown) {
            // Far below 2^53 cents, the nearest number to an amount is written as that amount.
            #[expect(clippy::cast_precision_loss, reason = "amounts are far below 2^53 cents")]
            self.number(&format!("{name}.cost"), Some(cost.cents as f64 / 100.0), &cost.currency);
        }
        let provider = treatment.provider.as_ref().and_then(Private::shown);
        self.text(&format!("{name}.provider"), provider.map(String::as_str));
        self.score(&format!("{name}.pain_before"), treatment.pain_before);
        self.score(&format!("{name}.pain_after"), treatment.pain_after);
        self.text(&format!("{name}.helped"), treatment.helped.map(Helped::word));
    }

    /// How the day was beside pain, and what happened on it.
    fn day(&mut self, entry: &'a Entry) {
        for (measure, noted) in entry.measures.iter() {
            match noted {
                MeasureValue::Number(number) => self.number(measure.key.name, Some(*number), measure.unit),
                MeasureValue::Words(words) => self.text(measure.key.name, Some(words)),
            }
        }
        self.number("body_weight", entry.body_weight.as_ref().and_then(Private::shown).copied(), "kg");
        for medication in entry.medication.as_ref().and_then(Private::shown).into_iter().flatten() {
            self.text("medication", Some(medication));
        }
        for prom in &entry.prom {
            self.number(&format!("prom.{}", prom.instrument), Some(prom.score), "points");
        }
        for TestResult { name, unit, value, left, right } in &entry.tests {
            let metric = format!("test.{}", slug(name));
            for (side, number) in [(None, value), (Some(Side::Left), left), (Some(Side::Right), right)] {
                let from = self.all.len();
                self.number(&metric, *number, unit);
                self.of_side(from, side);
            }
        }
        for milestone in &entry.milestones {
            self.text(&format!("milestone.{}", milestone.kind.word()), Some(&milestone.label));
        }
        self.text("setback", entry.setback.as_deref());
        if entry.flare {
            self.yes("flare");
        }
        for trigger in &entry.triggers {
            self.text("trigger", Some(trigger));
        }
    }
}
