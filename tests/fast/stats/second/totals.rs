//! Exercises, prescriptions, treatments and what else was measured.

use super::super::plain::{Entry, Exercise, Phase, Prescription, Test, Treatment, day};
use super::{Second, real, slug};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What else is measured, in the order of the definition.
const MEASURES: [&str; 8] = ["stiffness", "function", "mood", "energy", "stress", "confidence", "sleep", "resting_hr"];

/// The rows of things by their slugs, each with its first name, sorted by that in lower case.
struct Named<T>(BTreeMap<String, (&'static str, T)>);

impl<T: Default> Named<T> {
    fn of(&mut self, name: &'static str) -> &mut T {
        &mut self.0.entry(slug(name)).or_insert_with(|| (name, T::default())).1
    }

    fn sorted(self) -> Vec<(&'static str, T)> {
        let mut rows: Vec<_> = self.0.into_values().collect();
        rows.sort_by_key(|(name, _)| name.to_lowercase());
        rows
    }
}

impl Second<'_> {
    /// All entries from first to last, in order.
    fn inside(&self) -> Vec<&Entry> {
        self.every().flat_map(|d| self.entries(d)).collect()
    }

    pub(super) fn exercises(&self) -> Value {
        #[derive(Default)]
        struct Row {
            days: BTreeSet<i64>,
            volume_kg: f64,
            hold_s: f64,
        }
        let mut rows = Named::<Row>(BTreeMap::new());
        let mut names = BTreeSet::new();
        for entry in self.inside() {
            for exercise in &entry.exercises {
                names.insert(exercise.name);
                let row = rows.of(exercise.name);
                row.days.insert(entry.day);
                row.volume_kg += volume(exercise);
                row.hold_s += held(exercise);
                self.note_exercise(exercise);
            }
        }
        let rows = rows.sorted();
        self.reached.hit_if(rows.len() < names.len(), "one exercise in several spellings");
        let row = |(name, row): &(&str, Row)| json!({"name": name, "sessions": row.days.len(), "volume_kg": row.volume_kg, "hold_s": row.hold_s});
        rows.iter().map(row).collect()
    }

    fn note_exercise(&self, exercise: &Exercise) {
        for (holds, branch) in [
            (exercise.reps.len() > 1 && exercise.sets.is_some(), "sets beside a list of reps"),
            (exercise.reps.len() > 1, "a list of reps"),
            (exercise.reps.is_empty() && exercise.kilograms.is_some(), "a load without reps"),
            (exercise.sets.is_none(), "no sets"),
            (exercise.other_load.is_some(), "a load without a weight"),
            (exercise.hold.is_some(), "a hold"),
            (exercise.side == Some("both"), "both sides"),
        ] {
            self.reached.hit_if(holds, branch);
        }
    }

    pub(super) fn adherence(&self) -> Value {
        if self.is_empty() {
            return json!([]);
        }
        self.journal.prescriptions.iter().map(|p| self.adherence_to(p)).collect()
    }

    fn adherence_to(&self, p: &Prescription) -> Value {
        let from = p.from.map_or(self.first, |from| from.max(self.first));
        let to = p.to.map_or(self.last, |to| to.min(self.last));
        let was_done = |d: i64| {
            let mut names = self.entries(d).into_iter().flat_map(|entry| &entry.exercises).map(|e| slug(e.name));
            names.any(|name| name == slug(p.exercise))
        };
        let noted = (from..=to).filter(|d| was_done(*d)).count();
        let known = (from..=to).filter(|d| self.is_known(*d)).count();
        let (mut done, mut prescribed, mut weeks, mut known_weeks) = (0, 0, 0, 0);
        for start in self.week_starts() {
            if start < from || start + 6 > to {
                continue;
            }
            if (start..start + 7).any(|d| self.is_rest_phase(d)) {
                self.reached.hit("a week of ordered rest left out");
                continue;
            }
            weeks += 1;
            if self.known_days(start) < 5 {
                self.reached.hit("a week of too few known days left out");
                continue;
            }
            known_weeks += 1;
            let days = (start..start + 7).filter(|d| was_done(*d)).count() as u64;
            self.reached.hit_if(days > p.per_week, "more than was prescribed");
            done += days.min(p.per_week);
            prescribed += p.per_week;
        }
        self.reached.hit(match (weeks, known_weeks) {
            _ if to < from => "a prescription outside the journal",
            (0, _) => "adherence: no whole week",
            (_, 0) => "adherence: no known week",
            _ if 2 * known_weeks < weeks => "adherence: fewer than half of the weeks",
            _ => "adherence",
        });
        let enough = known_weeks > 0 && 2 * known_weeks >= weeks;
        json!({
            "exercise": p.exercise,
            "noted": noted,
            "known": known,
            "days": (from..=to).count(),
            "done": done,
            "prescribed": prescribed,
            "rate": enough.then(|| real(done) / real(prescribed)),
        })
    }

    /// Whether a day lies in a phase of ordered rest; one without end lasts until the day before the earliest start after its
    /// own.
    fn is_rest_phase(&self, d: i64) -> bool {
        let phases = &self.journal.phases;
        let end = |phase: &Phase| {
            let next = phases.iter().map(|other| other.start).filter(|start| *start > phase.start).min();
            self.reached.hit_if(phase.end.is_none(), "a rest phase without end");
            phase.end.or(next.map(|next| next - 1))
        };
        let holds = |phase: &Phase| phase.start <= d && end(phase).is_none_or(|end| d <= end);
        phases.iter().filter(|phase| phase.rest).any(holds)
    }

    pub(super) fn treatments(&self) -> Value {
        let mut rows = Named::<Vec<&Treatment>>(BTreeMap::new());
        for entry in self.inside().into_iter().filter(|entry| self.is_own(entry)) {
            for treatment in &entry.treatments {
                rows.of(treatment.kind).push(treatment);
            }
        }
        // Spans after all records, each time as one without minutes or cost.
        let inside = |span: &&Entry| span.day <= self.last && span.until.is_some_and(|until| until >= self.first);
        let bare = self.journal.spans.iter().filter(|span| self.is_own(span)).filter(inside);
        let bare = bare.flat_map(|span| &span.treatments);
        let bare: Vec<Treatment> =
            bare.map(|treatment| Treatment { minutes: None, cents: None, ..treatment.clone() }).collect();
        for treatment in &bare {
            rows.of(treatment.kind).push(treatment);
        }
        let row = |(kind, all): (&str, Vec<&Treatment>)| {
            let minutes: Vec<u64> = all.iter().filter_map(|treatment| treatment.minutes).collect();
            let mut cost: BTreeMap<&str, u64> = BTreeMap::new();
            for (cents, currency) in all.iter().filter_map(|treatment| treatment.cents) {
                *cost.entry(currency).or_default() += cents;
            }
            self.reached.hit_if(cost.len() > 1, "a treatment in two currencies");
            self.reached.hit_if(cost.is_empty(), "a treatment without cost");
            self.reached.hit_if(minutes.is_empty(), "a treatment without minutes");
            self.reached.hit_if(all.iter().any(|other| other.kind != kind), "one treatment in several spellings");
            let minutes = (!minutes.is_empty()).then(|| minutes.iter().sum::<u64>());
            json!({"type": kind, "sessions": all.len(), "minutes": minutes, "cost": cost})
        };
        rows.sorted().into_iter().map(row).collect()
    }

    pub(super) fn measures(&self) -> Value {
        let mut rows = Vec::new();
        let own = || self.inside().into_iter().filter(|entry| self.is_own(entry));
        self.reached.hit_if(own().any(|entry| entry.mood_in_words), "a mood in words");
        let mut row = |name: &str, days: usize, first: Value, last: Value| {
            self.reached.hit(if days == 1 { "a measure of one day" } else { "a measure of several days" });
            rows.push(json!({"name": name, "n": days, "first": first, "last": last}));
        };
        let mut measure = |name: &'static str, values: &dyn Fn(&Entry) -> Vec<f64>| {
            // What several say of one day is one value, the last in order.
            let mut by_day = BTreeMap::new();
            for entry in own() {
                for value in values(entry) {
                    let before = by_day.insert(entry.day, value);
                    self.reached.hit_if(before.is_some(), "a measure twice a day");
                }
            }
            let end = |(d, value): (&i64, &f64)| json!({"date": day(*d).to_string(), "value": value});
            if let (Some(first), Some(last)) = (by_day.first_key_value(), by_day.last_key_value()) {
                row(name, by_day.len(), end(first), end(last));
            }
        };
        let of = |pairs: &[(&'static str, f64)], name: &str| -> Vec<f64> {
            pairs.iter().filter(|(key, _)| *key == name).map(|(_, value)| *value).collect()
        };
        for name in MEASURES {
            measure(name, &|entry| of(&entry.measures, name));
        }
        // Questionnaires, then tests, each by name as typed, in the order of code points.
        let names: BTreeSet<&'static str> = own().flat_map(|entry| &entry.prom).map(|(name, _)| *name).collect();
        self.reached.hit_if(names.len() > 1, "several questionnaires");
        for name in names {
            measure(name, &|entry| of(&entry.prom, name));
        }
        let names: BTreeSet<&'static str> = own().flat_map(|entry| &entry.tests).map(|test| test.name).collect();
        self.reached.hit_if(names.len() > 1, "several tests");
        for name in names {
            let days: BTreeSet<i64> =
                own().filter(|entry| entry.tests.iter().any(|test| test.name == name)).map(|entry| entry.day).collect();
            let end = |d: Option<&i64>| d.map_or(Value::Null, |d| self.tested(name, *d));
            row(name, days.len(), end(days.first()), end(days.last()));
        }
        json!(rows)
    }

    /// What a test came to on a day: its number, the last in order, or each side's where any was typed with sides.
    fn tested(&self, name: &str, d: i64) -> Value {
        let all: Vec<&Test> =
            self.own_entries(d).into_iter().flat_map(|entry| &entry.tests).filter(|test| test.name == name).collect();
        let last = |of: fn(&Test) -> Option<f64>| all.iter().filter_map(|test| of(test)).next_back();
        let (value, left, right) = (last(|test| test.value), last(|test| test.left), last(|test| test.right));
        let date = day(d).to_string();
        self.reached.hit_if(left.is_some() != right.is_some(), "a test of one side");
        if left.is_none() && right.is_none() {
            self.reached.hit("a test without sides");
            return json!({"date": date, "value": value});
        }
        self.reached.hit_if(value.is_some(), "a test with and without sides on one day");
        json!({"date": date, "left": left, "right": right})
    }
}

/// Sets × reps × kg, a list of reps summed and sets then ignored.
fn volume(exercise: &Exercise) -> f64 {
    let reps = match exercise.reps.as_slice() {
        [reps] => exercise.sets.unwrap_or(1) * reps,
        list => list.iter().sum(),
    };
    real(reps) * exercise.kilograms.unwrap_or(0.0) * sides(exercise)
}

/// Sets × hold, reps ignored.
fn held(exercise: &Exercise) -> f64 {
    real(exercise.sets.unwrap_or(1) * exercise.hold.unwrap_or(0)) * sides(exercise)
}

fn sides(exercise: &Exercise) -> f64 {
    if exercise.side == Some("both") { 2.0 } else { 1.0 }
}
