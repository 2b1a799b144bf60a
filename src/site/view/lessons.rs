//! A lesson: its card, its page, and where entries speak of it.

use super::{Day, Head, LinkView};
use crate::chart::halves;
use crate::entry::Entry;
use crate::journal::metrics::median;
use crate::journal::{Event, EventKind, Lesson, LessonState};
use crate::language::{Arg, Language, Words};
use crate::markdown::Hole;
use crate::site::Page;
use crate::site::charts::LESSON_DAYS;
use crate::site::fill::For;
use crate::site::fill::Passage;
use crate::site::reader::{PlanReader, TAUGHT};
use crate::site::shelves::lesson_title;
use crate::text::{capital, escape_into};
use crate::units::shift;
use serde::Serialize;
use std::ops::Range;

/// Days with a score that a half needs for a median: as many as before a pain spike.
const ENOUGH: usize = 7;

/// A lesson in a list.
#[derive(Debug, Serialize)]
pub(super) struct LessonCard {
    number: usize,
    id: String,
    title: String,
    href: String,
    state: String,
    /// What happened to it beside what its state says: `held again ×2`.
    also: Vec<String>,
    retracted: bool,
    learned: Option<Day>,
    day: Option<i64>,
    /// Its newest words as HTML: the paragraph that taught it, or what a later entry put in its place.
    text: String,
    /// That paragraph, where it is no longer the newest.
    first: String,
    taught: LinkView,
    events: Vec<EventView>,
    halves: Option<Halves>,
}

#[derive(Debug, Serialize)]
struct EventView {
    /// Whether the lesson was taken back.
    back: bool,
    /// `Held again`, `Revised` or `Retracted`.
    what: String,
    /// The writer's word on it, where it does not stand above as the lesson's own.
    note: String,
    day: Option<Day>,
    link: LinkView,
}

/// The days that taught a lesson: a small drawing, and the words that carry its meaning.
#[derive(Debug, Serialize)]
struct Halves {
    svg: String,
    words: String,
}

#[derive(Debug, Serialize)]
pub(super) struct LessonView {
    head: Head,
    lesson: LessonCard,
    theme: Option<LinkView>,
    older: Option<LinkView>,
    newer: Option<LinkView>,
}

/// The page of one lesson.
pub(super) fn one(site: &PlanReader<'_>, index: usize, head: impl Fn(&str, &str) -> Head) -> LessonView {
    let lesson = site.lesson(index);
    let link = |near: &Lesson| LinkView {
        href: site.path(&format!("/lessons/{}/", near.id)),
        label: lesson_title(near, &site.language.words),
    };
    let [older, newer] = site.near_lessons(index);
    let mut about = state_args(lesson);
    about.push(("site", site.config.title.as_str().into()));
    let description = site.language.words.say("lesson-described", &about);
    LessonView {
        head: head(&lesson_title(lesson, &site.language.words), &description)
            .of_lesson(site, index)
            .with_data(site, Page::Lesson(index)),
        lesson: card(site, index),
        theme: theme(site, index),
        older: older.map(link),
        newer: newer.map(link),
    }
}

/// The three lessons that something happened to last.
pub(super) fn latest(site: &PlanReader<'_>) -> Vec<LessonCard> {
    let lessons = site.lessons();
    let mut by_time: Vec<usize> = (0..lessons.len()).collect();
    by_time.sort_by_key(|i| std::cmp::Reverse((lessons[*i].touched(), *i)));
    by_time.into_iter().take(3).map(|i| card(site, i)).collect()
}

/// A lesson in the list of an entry that teaches it or speaks of it.
#[derive(Debug, Serialize)]
pub(super) struct LessonLine {
    /// Where links to it land, where no paragraph of the text is marked.
    id: Option<String>,
    number: usize,
    title: String,
    href: String,
    state: String,
    retracted: bool,
    /// Why it was taken back.
    reason: String,
}

/// The lessons that an entry teaches or speaks of.
pub(super) fn of_item(site: &PlanReader<'_>, item: usize, lessons: &[usize]) -> Vec<LessonLine> {
    let line = |index: &usize| {
        let lesson = site.lesson(*index);
        let event = lesson.events.iter().find(|event| event.item == item);
        let marked = event.map_or(lesson.marked, |event| event.marked);
        LessonLine {
            id: place(site, item, &lesson.id, marked).filter(|_| !marked),
            number: lesson.number,
            title: lesson.title.clone(),
            href: site.path(&format!("/lessons/{}/", lesson.id)),
            state: lesson_state(lesson, &site.language.words),
            retracted: lesson.is_retracted(),
            reason: reason(lesson),
        }
    };
    lessons.iter().map(line).collect()
}

/// Where an entry speaks of a lesson: its marked paragraph, else its line in the list below the text.
fn place(site: &PlanReader<'_>, item: usize, id: &str, marked: bool) -> Option<String> {
    if marked {
        return Some(format!("lesson-{id}"));
    }
    let line = format!("{TAUGHT}{id}");
    (!site.taught_ids(item).any(|taken| taken == line)).then_some(line)
}

/// The first theme of a lesson, with its page where it has one.
fn theme(site: &PlanReader<'_>, index: usize) -> Option<LinkView> {
    let (name, page) = site.theme(index)?;
    Some(LinkView { href: page.map(|address| site.link(&address)).unwrap_or_default(), label: capital(name) })
}

/// Why a lesson was taken back, as the writer said; empty where it holds or nobody said.
pub(super) fn reason(lesson: &Lesson) -> String {
    let said = lesson.newest_words().filter(|_| lesson.is_retracted());
    said.and_then(|at| lesson.events[at].note.as_deref()).map(capital).unwrap_or_default()
}

/// Where a lesson stands, in words: `Held again ×2`.
pub(in crate::site) fn lesson_state(lesson: &Lesson, words: &Words) -> String {
    match lesson.state() {
        LessonState::New => words.word("lesson-state-new"),
        LessonState::Confirmed(n) => words.say("lesson-confirmed-times", &[("n", n.into())]),
        LessonState::Revised => words.word("lesson-state-revised"),
        LessonState::Retracted => words.word("lesson-state-taken-back"),
    }
}

/// The number of a lesson, and its state as messages choose by it.
pub(in crate::site) fn state_args(lesson: &Lesson) -> Vec<(&'static str, Arg<'static>)> {
    let (state, times) = match lesson.state() {
        LessonState::New => ("new", 0),
        LessonState::Confirmed(n) => ("confirmed", n),
        LessonState::Revised => ("revised", 0),
        LessonState::Retracted => ("taken-back", 0),
    };
    vec![("n", lesson.number.into()), ("state", state.into()), ("times", times.into())]
}

/// How often it held again, was revised or taken back, as far as its state does not say so.
fn also(lesson: &Lesson, words: &Words) -> Vec<String> {
    let said = match lesson.state() {
        LessonState::New | LessonState::Confirmed(_) => return Vec::new(),
        LessonState::Revised => EventKind::Revised,
        LessonState::Retracted => EventKind::Retracted,
    };
    let kinds = [EventKind::Confirmed, EventKind::Revised, EventKind::Retracted];
    let told = kinds.into_iter().map(|kind| (kind, lesson.times(kind)));
    let told = told.filter(|(kind, n)| *n > usize::from(*kind == said));
    told.map(|(kind, n)| {
        let n = [("n", n.into())];
        match kind {
            EventKind::Confirmed => words.say("lesson-also-confirmed", &n),
            EventKind::Revised => words.say("lesson-also-revised", &n),
            EventKind::Retracted => words.say("lesson-also-taken-back", &n),
        }
    })
    .collect()
}

/// What an event says of its lesson: `held again for the second time`.
pub(in crate::site) fn event_words(lesson: &Lesson, at: usize, words: &Words) -> String {
    let event = &lesson.events[at];
    let same = lesson.events[..=at].iter().filter(|e| e.kind == event.kind).count();
    let n = [("n", Arg::from(same))];
    match event.kind {
        EventKind::Confirmed => words.say("lesson-confirmed", &n),
        EventKind::Revised => words.say("lesson-revised", &n),
        EventKind::Retracted => words.word("lesson-taken-back"),
    }
}

/// A lesson as lists show it.
pub(super) fn card(site: &PlanReader<'_>, index: usize) -> LessonCard {
    let lesson = site.lesson(index);
    let (text, first) = texts(site, lesson, For::Page);
    LessonCard {
        number: lesson.number,
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        href: site.path(&format!("/lessons/{}/", lesson.id)),
        state: lesson_state(lesson, &site.language.words),
        also: also(lesson, &site.language.words),
        retracted: lesson.is_retracted(),
        learned: lesson.learned.map(|day| Day::new(site, day)),
        day: site.card(lesson.item).day,
        text,
        first,
        taught: link_to(site, lesson.item, &lesson.id, lesson.marked),
        events: (0..lesson.events.len()).map(|at| event(site, lesson, at)).collect(),
        halves: days_around(site, index),
    }
}

fn event(site: &PlanReader<'_>, lesson: &Lesson, at: usize) -> EventView {
    let Event { kind, item, date, note, marked } = &lesson.events[at];
    EventView {
        back: *kind == EventKind::Retracted,
        what: capital(&event_words(lesson, at, &site.language.words)),
        note: note.clone().filter(|_| !is_shown(lesson, at)).unwrap_or_default(),
        day: date.map(|day| Day::new(site, day)),
        link: link_to(site, *item, &lesson.id, *marked),
    }
}

/// A link to the very paragraph where there is one, else to its line on the entry's page; an unlisted entry is named and
/// not linked.
fn link_to(site: &PlanReader<'_>, item: usize, id: &str, marked: bool) -> LinkView {
    let card = site.card(item);
    let fragment = || place(site, item, id, marked).map(|place| format!("#{place}")).unwrap_or_default();
    let href = if card.listed() { format!("{}{}", site.link(card.address), fragment()) } else { String::new() };
    LinkView { href, label: card.title.to_owned() }
}

/// Whether the note of an event stands as the lesson's own words, so that its history need not say it again.
pub(in crate::site) fn is_shown(lesson: &Lesson, at: usize) -> bool {
    lesson.newest_words() == Some(at) && !lesson.events[at].marked
}

/// The newest words of a lesson as HTML, and its first ones where others have taken their place.
pub(in crate::site) fn texts(site: &PlanReader<'_>, lesson: &Lesson, what_for: For) -> (String, String) {
    let first = paragraph(site, lesson, lesson.item, lesson.marked, what_for);
    let newest = lesson.newest_words().map(|at| {
        let Event { item, note, marked, .. } = &lesson.events[at];
        match (marked, note) {
            (false, Some(note)) => {
                let mut text = String::from("<p>");
                escape_into(&mut text, &capital(note));
                text + "</p>"
            }
            _ => paragraph(site, lesson, *item, true, what_for),
        }
    });
    match newest {
        Some(text) => (text, first),
        // Nobody said why it does not hold: what it said stands below what became of it.
        None if lesson.is_retracted() => (String::new(), first),
        None => (first, String::new()),
    }
}

/// The paragraph of an entry that is marked with a lesson, without the lesson's head.
fn paragraph(site: &PlanReader<'_>, lesson: &Lesson, item: usize, marked: bool, what_for: For) -> String {
    // An entry without one is not asked for its text, which then may change as it likes.
    if !marked {
        return String::new();
    }
    let text = site.text(item);
    taught(text.entry, &lesson.id).map(|passage| site.fill_passage(&text, &passage, what_for)).unwrap_or_default()
}

/// The paragraph of an entry that is marked with a lesson, as a stretch of its text without the lesson's head; `None` where
/// there is none.
pub(in crate::site) fn taught(entry: &Entry, id: &str) -> Option<Passage> {
    let holes = &entry.body.holes;
    let head = holes.iter().position(|(_, hole)| matches!(hole, Hole::Lesson { id: other, .. } if other == id))?;
    let end = head + holes[head..].iter().position(|(_, hole)| matches!(hole, Hole::LessonEnd))?;
    Some(Passage { html: holes[head].0..holes[end].0, holes: head + 1..end })
}

impl LessonCard {
    /// Whether the card has a drawing of the days that taught it.
    pub(super) fn is_drawn(&self) -> bool {
        self.halves.is_some()
    }
}

/// The pain of the two weeks before a day and of the two from then on.
fn days_around(site: &PlanReader<'_>, index: usize) -> Option<Halves> {
    let (day, calendar) = site.days_of_lesson(index)?;
    let pain = |days: Range<i64>| -> Vec<Option<f64>> {
        days.map(|by| calendar.index(shift(day, by)).and_then(|index| calendar.pain[index])).collect()
    };
    let halves = [pain(-LESSON_DAYS..0), pain(0..LESSON_DAYS)];
    let known = halves.each_ref().map(|half| half.iter().flatten().copied().collect::<Vec<f64>>());
    if known.iter().all(Vec::is_empty) {
        return None;
    }
    let medians = known.each_ref().map(|half| if half.len() >= ENOUGH { median(half) } else { None });
    let said = |at: usize| half_words(medians[at], known[at].len(), site.language);
    let words = site.language.words.say("lesson-days", &[("before", said(0).into()), ("after", said(1).into())]);
    Some(Halves { svg: halves::draw(&halves[0], &halves[1], medians), words: capital(&words) })
}

/// The median of a half, or that it has too few days, and how many it has.
fn half_words(median: Option<f64>, known: usize, language: &Language) -> String {
    let n = ("n", Arg::from(known));
    match median {
        Some(median) => {
            language.words.say("lesson-days-median", &[("score", language.numbers.score(median).into()), n])
        }
        None => language.words.say("lesson-days-few", &[n]),
    }
}
