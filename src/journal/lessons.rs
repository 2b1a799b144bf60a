//! Lessons and what became of them.

use super::Item;
use crate::diag::{Diagnostic, Place};
use crate::entry::LessonNote;
use crate::markdown::Hole;
use crate::text::near::nearest;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// All lessons of a journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lessons {
    /// The lessons in the order they were learned.
    pub all: Vec<Lesson>,
    /// The index of each lesson by its id.
    pub by_id: BTreeMap<String, usize>,
}

/// Something the writer learned, and how it fared.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in front matter, texts and addresses.
    pub id: String,
    /// Its number wherever it is named: its place, from 1, in the order learned. What lists put first changes nothing in it.
    pub number: usize,
    /// What was learned, in a sentence.
    pub title: String,
    /// The themes it belongs to, in the writer's order.
    pub tags: Vec<String>,
    /// Kept at the top of its theme.
    pub pinned: bool,
    /// Its place among those that the settings put first, where it is one.
    pub top: Option<usize>,
    /// When it was learned; `None` where the entry has no date.
    pub learned: Option<Date>,
    /// The entry that taught it, by index.
    pub item: usize,
    /// Whether a paragraph of that entry is marked as the one that taught it.
    pub marked: bool,
    /// What happened to it later, in date order.
    pub events: Vec<Event>,
}

/// What happened to a lesson in a later entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// When.
    pub date: Option<Date>,
    /// The entry that tells of it, by index.
    pub item: usize,
    /// The writer's word on it.
    pub note: Option<String>,
    /// Whether a paragraph of that entry is marked with the lesson.
    pub marked: bool,
}

/// What can happen to a lesson.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum EventKind {
    /// It held again.
    Confirmed,
    /// It was changed.
    Revised,
    /// It was taken back.
    Retracted,
}

/// Where a lesson stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum LessonState {
    /// Nothing has happened to it yet.
    New,
    /// It held this many times.
    Confirmed(usize),
    /// It was changed, last after all else.
    Revised,
    /// It was taken back.
    Retracted,
}

impl Lesson {
    /// Where the lesson stands: the last word on it counts, and a confirmation after a revision leaves it revised.
    pub fn state(&self) -> LessonState {
        match self.events.iter().rfind(|e| e.kind != EventKind::Confirmed).map(|e| e.kind) {
            Some(EventKind::Retracted) => LessonState::Retracted,
            Some(_) => LessonState::Revised,
            None if self.events.is_empty() => LessonState::New,
            None => LessonState::Confirmed(self.confirmed()),
        }
    }

    /// Whether it was taken back, so that nothing may show it as true.
    pub fn is_retracted(&self) -> bool {
        self.state() == LessonState::Retracted
    }

    /// The event whose words stand in place of the first ones: why it was taken back, or the newest revision that has any.
    pub fn newest_words(&self) -> Option<usize> {
        let kind = if self.is_retracted() { EventKind::Retracted } else { EventKind::Revised };
        let last = self.events.iter().rposition(|event| event.kind == kind)?;
        let has_words = |event: &Event| event.kind == kind && (event.marked || event.note.is_some());
        match kind {
            // An older reason is not that of the last word on it.
            EventKind::Retracted => Some(last).filter(|at| has_words(&self.events[*at])),
            _ => self.events.iter().rposition(has_words),
        }
    }

    /// The day that something happened to it last, be it that it was learned.
    pub fn touched(&self) -> Option<Date> {
        self.events.iter().filter_map(|event| event.date).chain(self.learned).max()
    }

    /// How often it held again.
    pub fn confirmed(&self) -> usize {
        self.times(EventKind::Confirmed)
    }

    /// How often something happened to it.
    pub fn times(&self, kind: EventKind) -> usize {
        self.events.iter().filter(|event| event.kind == kind).count()
    }
}

/// Where a lesson is defined, while they are collected.
struct LessonDefinition {
    lesson: Lesson,
    place: Place,
}

/// Collects lessons from front matter and texts; entries come in date order.
///
/// What unlisted entries say of lessons stands on their own pages only: a lesson's page is a list as any other.
pub(super) fn relate(items: &[Item], top: &[(String, Place)], diagnostics: &mut Vec<Diagnostic>) -> Lessons {
    let mut found: Vec<LessonDefinition> = Vec::new();
    let mut firsts: BTreeMap<String, usize> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        for (lesson, range) in definitions(index, item) {
            let place = place(item, &range);
            if let Some(first) = firsts.get(&lesson.id) {
                let message = format!("lesson `{}` is defined twice", lesson.id);
                diagnostics.push(
                    Diagnostic::error("duplicate-lesson", message)
                        .at(place)
                        .related("first here", found[*first].place.clone())
                        .hint("give it another id, or say that it held again: `{confirms: id}`; a mark in the text needs no title"),
                );
                continue;
            }
            firsts.insert(lesson.id.clone(), found.len());
            found.push(LessonDefinition { lesson, place });
        }
    }
    let (listed, unlisted): (Vec<Lesson>, Vec<Lesson>) =
        found.into_iter().map(|d| d.lesson).partition(|lesson| items[lesson.item].listed());
    let unlisted: BTreeSet<String> = unlisted.into_iter().map(|lesson| lesson.id).collect();
    let mut all = listed;
    let by_id: BTreeMap<String, usize> = all.iter().enumerate().map(|(index, l)| (l.id.clone(), index)).collect();
    for (index, item) in items.iter().enumerate() {
        let mut problem = |id: &str, range: &Range<usize>| match (unlisted.contains(id), item.listed()) {
            (false, _) => diagnostics.push(nobody_taught(id, &by_id).at(place(item, range))),
            (true, true) => diagnostics.push(taught_unlisted(id).at(place(item, range))),
            (true, false) => {}
        };
        add_events(index, item, &mut all, &by_id, &mut problem);
        for (id, _, range) in marks(item).filter(|(id, ..)| !by_id.contains_key(*id)) {
            problem(id, range);
        }
    }
    put_first(&mut all, top, &by_id, &unlisted, diagnostics);
    for (index, lesson) in all.iter_mut().enumerate() {
        lesson.number = index + 1;
    }
    Lessons { all, by_id }
}

/// Notes which lessons the writer puts first, and in which order.
fn put_first(
    all: &mut [Lesson],
    top: &[(String, Place)],
    by_id: &BTreeMap<String, usize>,
    unlisted: &BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (at, (id, place)) in top.iter().enumerate() {
        let Some(index) = by_id.get(id) else {
            let problem = if unlisted.contains(id) { taught_unlisted(id) } else { nobody_taught(id, by_id) };
            diagnostics.push(problem.at(place.clone()));
            continue;
        };
        all[*index].top.get_or_insert(at);
    }
}

fn place(item: &Item, range: &Range<usize>) -> Place {
    Place::new(&item.entry.path, &item.entry.text, range.clone())
}

/// The marks in an entry's text: id, title if it has one, place.
fn marks(item: &Item) -> impl Iterator<Item = (&str, Option<&str>, &Range<usize>)> {
    item.entry.body.holes.iter().filter_map(|(_, hole)| match hole {
        Hole::Lesson { id, title, range, .. } => Some((id.as_str(), title.as_deref(), range)),
        _ => None,
    })
}

fn is_marked(item: &Item, wanted: &str) -> bool {
    marks(item).any(|(id, ..)| id == wanted)
}

/// The lessons that an entry teaches, from its front matter and from titled marks in its text.
fn definitions(index: usize, item: &Item) -> Vec<(Lesson, Range<usize>)> {
    let lesson = |id: &str, title: &str, tags: &[String], pinned| Lesson {
        id: id.to_owned(),
        number: 0,
        top: None,
        title: title.to_owned(),
        tags: tags.to_vec(),
        pinned,
        learned: item.entry.date,
        item: index,
        marked: is_marked(item, id),
        events: Vec::new(),
    };
    let mut all = Vec::new();
    for (note, range) in &item.entry.lessons {
        if let LessonNote::New { id, title, tags, pinned } = note {
            all.push((lesson(id, title, tags, *pinned), range.clone()));
        }
    }
    for (id, title, range) in marks(item) {
        if let Some(title) = title {
            all.push((lesson(id, title, &[], false), range.clone()));
        }
    }
    all
}

fn add_events(
    index: usize,
    item: &Item,
    all: &mut [Lesson],
    by_id: &BTreeMap<String, usize>,
    unknown: &mut impl FnMut(&str, &Range<usize>),
) {
    for (note, range) in &item.entry.lessons {
        let (kind, id, note) = match note {
            LessonNote::New { .. } => continue,
            LessonNote::Confirms { id, note } => (EventKind::Confirmed, id, note),
            LessonNote::Revises { id, note } => (EventKind::Revised, id, note),
            LessonNote::Retracts { id, note } => (EventKind::Retracted, id, note),
        };
        let Some(lesson) = by_id.get(id).map(|i| &mut all[*i]) else {
            unknown(id, range);
            continue;
        };
        if !item.listed() {
            continue;
        }
        let marked = is_marked(item, id);
        lesson.events.push(Event { kind, date: item.entry.date, item: index, note: note.clone(), marked });
    }
}

fn taught_unlisted(id: &str) -> Diagnostic {
    let message = format!("lesson `{id}` is taught by an unlisted entry, so it is on no page of lessons");
    Diagnostic::warning("unlisted-lesson", message).hint("make that entry public, or teach the lesson in this one")
}

fn nobody_taught(id: &str, by_id: &BTreeMap<String, usize>) -> Diagnostic {
    let diagnostic = Diagnostic::warning("unknown-lesson", format!("no entry teaches a lesson `{id}`"));
    match nearest(id, by_id.keys().map(String::as_str)) {
        Some(near) => diagnostic.hint(format!("did you mean `{near}`?")),
        None => diagnostic.hint(format!("an entry teaches it with `lessons: [{{id: {id}, title: …}}]`")),
    }
}
