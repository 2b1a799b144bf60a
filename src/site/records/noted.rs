//! What an entry's front matter says, as the search finds it: what happened and what was done, by their names.

use super::{NAMED, TEXT, Weighed};
use crate::entry::{Entry, LessonNote, MilestoneKind, Pain, Private, Treatment};
use crate::site::reader::PlanReader;
use crate::site::search::EVENT;
use crate::site::view;

/// What was collected of an entry.
struct FrontWords<'a> {
    site: &'a PlanReader<'a>,
    all: Vec<Weighed>,
}

/// All of it; `injury` is the index of the injury that the entry is about.
pub(super) fn of(site: &PlanReader<'_>, entry: &Entry, injury: Option<usize>) -> Vec<Weighed> {
    let mut noted = FrontWords { site, all: Vec::new() };
    noted.happened(entry);
    noted.named(entry, injury);
    noted.learned(entry);
    noted.done(entry);
    noted.all
}

impl FrontWords<'_> {
    /// Says something by the message that names it; the name alone where the writer had no words.
    fn say(&mut self, weight: u8, name: &str, what: &str) {
        let name = self.site.language.words.word(name);
        self.push(weight, name, what);
    }

    fn push(&mut self, weight: u8, name: String, what: &str) {
        let words = &self.site.language.words;
        let whole = match what.trim() {
            "" => name,
            what => words.say("search-said", &[("name", name.into()), ("what", what.into())]),
        };
        self.all.push((weight, whole));
    }

    /// Names of one sort, where there are any.
    fn list(&mut self, weight: u8, name: &str, names: &[&str]) {
        let mut once: Vec<&str> = Vec::new();
        for name in names.iter().filter(|name| !name.trim().is_empty()) {
            if !once.contains(name) {
                once.push(name);
            }
        }
        if !once.is_empty() {
            self.say(weight, name, &once.join(", "));
        }
    }

    fn happened(&mut self, entry: &Entry) {
        for milestone in &entry.milestones {
            let name = match milestone.kind {
                MilestoneKind::Race => "timeline-race",
                MilestoneKind::Scan => "timeline-scan",
                MilestoneKind::First => "timeline-first",
                MilestoneKind::Other => "timeline-milestone",
            };
            self.say(EVENT, name, &milestone.label);
        }
        for (_, criterion) in entry.criteria.iter().filter_map(|(id, _)| self.site.config.criterion(id)) {
            self.say(EVENT, "criterion-met", &view::criterion_said(criterion, &self.site.language.words));
        }
        if let Some(cause) = &entry.setback {
            self.say(EVENT, "timeline-setback", cause);
        }
        if entry.flare {
            self.say(EVENT, "timeline-flare", "");
        }
        self.list(NAMED, "search-triggers", &strings(&entry.triggers));
    }

    /// What the injury was called on the entry's day, and what was operated.
    fn named(&mut self, entry: &Entry, injury: Option<usize>) {
        let Some(injury) = injury.map(|index| &self.site.config.injuries[index]) else { return };
        for diagnosis in injury.diagnoses.iter().filter(|diagnosis| Some(diagnosis.date) == entry.date) {
            let short = diagnosis.short.iter().map(|short| format!(" ({short})")).collect::<String>();
            self.say(EVENT, "timeline-diagnosis", &format!("{}{short}", diagnosis.label));
        }
        for operation in injury.operations.iter().filter(|operation| Some(operation.date) == entry.date) {
            self.say(EVENT, "timeline-operation", &operation.label);
        }
    }

    /// What it says of lessons; one that was taken back since is not told as true.
    fn learned(&mut self, entry: &Entry) {
        for (note, _) in &entry.lessons {
            let (LessonNote::New { id, .. }
            | LessonNote::Confirms { id, .. }
            | LessonNote::Revises { id, .. }
            | LessonNote::Retracts { id, .. }) = note;
            let Some(lesson) = self.site.lesson_called(id) else { continue };
            match note {
                LessonNote::Retracts { note, .. } => {
                    self.say(NAMED, "timeline-taken-back", note.as_deref().unwrap_or_default());
                }
                _ if lesson.is_retracted() => {}
                LessonNote::New { title, .. } => self.say(NAMED, "timeline-learned", title),
                LessonNote::Confirms { note, .. } => {
                    self.say(TEXT, "lesson-state-confirmed", note.as_ref().unwrap_or(&lesson.title));
                }
                LessonNote::Revises { note, .. } => {
                    self.say(NAMED, "timeline-revised", note.as_ref().unwrap_or(&lesson.title));
                }
            }
        }
    }

    fn done(&mut self, entry: &Entry) {
        let words = &self.site.language.words;
        let kinds: Vec<String> =
            entry.sessions.iter().filter(|s| !s.planned).map(|s| words.word(s.kind.message())).collect();
        let beside = entry.sessions.iter().flat_map(|s| [&s.surface, &s.intervals]).flatten();
        self.list(TEXT, "sessions", &strings(&kinds).into_iter().chain(beside.map(String::as_str)).collect::<Vec<_>>());
        let exercises: Vec<&str> = entry.exercises.iter().map(|exercise| exercise.name.as_str()).collect();
        self.list(TEXT, "exercises", &exercises);
        let by = |treatment: &Treatment| treatment.provider.as_ref().and_then(Private::shown).cloned();
        let treatments: Vec<String> =
            entry.treatments.iter().flat_map(|t| std::iter::once(t.kind.clone()).chain(by(t))).collect();
        self.list(TEXT, "treatments", &strings(&treatments));
        let taken = entry.medication.as_ref().and_then(Private::shown);
        self.list(TEXT, "search-medication", &taken.map(|taken| strings(taken)).unwrap_or_default());
        let pain = entry.pain.iter().flat_map(words_of);
        self.list(TEXT, "pain", &pain.collect::<Vec<_>>());
        for prom in &entry.prom {
            self.push(NAMED, prom.instrument.clone(), &self.site.language.numbers.decimals(prom.score, 1));
        }
        let tests: Vec<&str> = entry.tests.iter().map(|test| test.name.as_str()).collect();
        self.list(TEXT, "search-tests", &tests);
        for advice in &entry.advice {
            let from = advice.from.iter().map(|from| format!("{from}: ")).collect::<String>();
            self.say(TEXT, "timeline-advice-once", &format!("{from}{}", advice.text));
        }
        self.list(NAMED, "tags", &strings(&entry.tags));
        // Without a key it is the beginning of the text.
        if !entry.summary.is_empty() && entry.summary != entry.body.summary {
            self.all.push((NAMED, entry.summary.clone()));
        }
    }
}

fn words_of(pain: &Pain) -> impl Iterator<Item = &str> {
    [&pain.site, &pain.quality, &pain.words].into_iter().filter_map(|word| word.as_deref())
}

fn strings(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}
