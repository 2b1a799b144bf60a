//! The lessons: all of them by theme, and a page for each.

use super::super::fill::For;
use super::super::{Page, Site, links};
use super::{Day, Head, LinkView};
use crate::chart::spark;
use crate::entry::Entry;
use crate::journal::{Event, EventKind, Lesson, LessonState};
use crate::markdown::Hole;
use crate::text::words::{number, ordinal};
use crate::units::shift;
use jiff::civil::Date;
use serde::Serialize;
use std::ops::Range;

/// Days on either side of the day a lesson was learned that its small line shows.
const AROUND: i64 = 14;

/// A lesson in a list.
#[derive(Debug, Serialize)]
pub(super) struct LessonCard {
    number: usize,
    id: String,
    title: String,
    href: String,
    state: String,
    retracted: bool,
    learned: Option<Day>,
    day: Option<i64>,
    /// The paragraph that taught it, as HTML.
    text: String,
    taught: LinkView,
    events: Vec<EventView>,
    spark: Option<Spark>,
}

#[derive(Debug, Serialize)]
struct EventView {
    /// `confirmed`, `revised` or `taken back`.
    what: String,
    note: String,
    day: Option<Day>,
    link: LinkView,
}

/// A small line of pain with the words that carry its meaning.
#[derive(Debug, Serialize)]
struct Spark {
    svg: String,
    words: String,
}

#[derive(Debug, Serialize)]
pub(super) struct LessonsView {
    head: Head,
    intro: String,
    groups: Vec<Group>,
}

#[derive(Debug, Serialize)]
struct Group {
    id: String,
    name: String,
    lessons: Vec<LessonCard>,
}

#[derive(Debug, Serialize)]
pub(super) struct LessonView {
    head: Head,
    lesson: LessonCard,
    theme: String,
    older: Option<LinkView>,
    newer: Option<LinkView>,
}

/// All lessons, grouped by their first tag in the order in which the themes first came up.
pub(super) fn all(site: &Site, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let lessons = &site.journal.lessons.all;
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    for (index, lesson) in lessons.iter().enumerate() {
        let theme = theme(lesson);
        match groups.iter_mut().find(|(name, _)| *name == theme) {
            Some((_, group)) => group.push(index),
            None => groups.push((theme, vec![index])),
        }
    }
    // Lessons without a theme come last.
    groups.sort_by_key(|(name, _)| name.is_empty());
    let only = groups.len() == 1;
    let group = |(name, mut items): (String, Vec<usize>)| {
        items.sort_by_key(|i| !lessons[*i].pinned);
        Group {
            id: format!("theme-{}", crate::text::slug::slug(&name)),
            name: if name.is_empty() && !only { "Others".to_owned() } else { name },
            lessons: items.into_iter().map(|i| card(site, i)).collect(),
        }
    };
    let intro = intro(lessons);
    LessonsView { head: head("Lessons", &intro), intro, groups: groups.into_iter().map(group).collect() }
}

/// The page of one lesson.
pub(super) fn one(site: &Site, index: usize, head: impl Fn(&str, &str) -> Head) -> LessonView {
    let lessons = &site.journal.lessons.all;
    let lesson = &lessons[index];
    let link = |i: usize| LinkView {
        href: site.path(&format!("/lessons/{}/", lessons[i].id)),
        label: lessons[i].title.clone(),
    };
    let description =
        format!("Lesson {} of {}: {}.", index + 1, site.config.title, lesson_state(lesson).to_lowercase());
    LessonView {
        head: head(&lesson.title, &description).of_lesson(site, index).with_data(site, Page::Lesson(index)),
        lesson: card(site, index),
        theme: theme(lesson),
        older: index.checked_sub(1).map(link),
        newer: Some(index + 1).filter(|i| *i < lessons.len()).map(link),
    }
}

/// The three lessons that something happened to last.
pub(super) fn latest(site: &Site) -> Vec<LessonCard> {
    let lessons = &site.journal.lessons.all;
    let mut by_time: Vec<usize> = (0..lessons.len()).collect();
    by_time.sort_by_key(|i| std::cmp::Reverse((lessons[*i].touched(), *i)));
    by_time.into_iter().take(3).map(|i| card(site, i)).collect()
}

/// The lessons that an entry teaches or speaks of.
pub(super) fn of_item(site: &Site, item: usize) -> Vec<LessonCard> {
    site.lessons_of.get(&item).into_iter().flatten().map(|index| card(site, *index)).collect()
}

fn intro(lessons: &[Lesson]) -> String {
    let n = lessons.len();
    let mut said = match n {
        1 => "One thing this taught me".to_owned(),
        _ => format!("{} things this taught me", capitalised(&number(n))),
    };
    let count = |wanted: fn(LessonState) -> bool| lessons.iter().filter(|l| wanted(l.state())).count();
    let confirmed = count(|s| matches!(s, LessonState::Confirmed(_)));
    let retracted = count(|s| s == LessonState::Retracted);
    let revised = count(|s| s == LessonState::Revised);
    let mut parts = Vec::new();
    for (n, what) in [(confirmed, "confirmed later"), (revised, "revised"), (retracted, "taken back")] {
        if n > 0 {
            parts.push(format!("{} {what}", number(n)));
        }
    }
    if !parts.is_empty() {
        said.push_str(", ");
        said.push_str(&parts.join(", "));
    }
    said.push('.');
    said
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn theme(lesson: &Lesson) -> String {
    lesson.tags.first().map(|t| capitalised(t)).unwrap_or_default()
}

/// Where a lesson stands, in words: `Confirmed ×2`.
pub(in crate::site) fn lesson_state(lesson: &Lesson) -> String {
    match lesson.state() {
        LessonState::New => "New".to_owned(),
        LessonState::Confirmed(n) => format!("Confirmed ×{n}"),
        LessonState::Revised => "Revised".to_owned(),
        LessonState::Retracted => "Taken back".to_owned(),
    }
}

/// What an event says of its lesson: `confirmed for the second time`.
pub(in crate::site) fn event_words(lesson: &Lesson, at: usize) -> String {
    let event = &lesson.events[at];
    let same = lesson.events[..=at].iter().filter(|e| e.kind == event.kind).count();
    let word = match event.kind {
        EventKind::Confirmed => "confirmed",
        EventKind::Revised => "revised",
        EventKind::Retracted => return "taken back".to_owned(),
    };
    if same == 1 { word.to_owned() } else { format!("{word} for the {} time", ordinal(same)) }
}

fn card(site: &Site, index: usize) -> LessonCard {
    let lesson = &site.journal.lessons.all[index];
    let item = &site.journal.items[lesson.item];
    LessonCard {
        number: index + 1,
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        href: site.path(&format!("/lessons/{}/", lesson.id)),
        state: lesson_state(lesson),
        retracted: lesson.state() == LessonState::Retracted,
        learned: lesson.learned.map(|day| Day::new(site, day)),
        day: item.day,
        text: paragraph(site, lesson, For::Page),
        taught: link_to(site, lesson.item, &lesson.id, lesson.marked),
        events: (0..lesson.events.len()).map(|at| event(site, lesson, at)).collect(),
        spark: lesson.learned.and_then(|day| days_around(site, day)),
    }
}

fn event(site: &Site, lesson: &Lesson, at: usize) -> EventView {
    let Event { item, date, note, marked, .. } = &lesson.events[at];
    EventView {
        what: event_words(lesson, at),
        note: note.clone().unwrap_or_default(),
        day: date.map(|day| Day::new(site, day)),
        link: link_to(site, *item, &lesson.id, *marked),
    }
}

/// A link to the very paragraph where there is one, else to its entry; an unlisted entry is named and not linked.
fn link_to(site: &Site, item: usize, id: &str, marked: bool) -> LinkView {
    let entry = &site.journal.items[item].entry;
    let fragment = if marked { format!("#lesson-{id}") } else { String::new() };
    let href = match site.journal.items[item].listed() {
        true => format!("{}{fragment}", site.path(&links::encode(site.address_of(item)))),
        false => String::new(),
    };
    LinkView { href, label: entry.title.clone() }
}

/// The marked paragraph of the entry that taught a lesson, without its head.
fn paragraph(site: &Site, lesson: &Lesson, what_for: For) -> String {
    taught(site, lesson).map(|(entry, range)| site.fill_without_heads(entry, range, what_for)).unwrap_or_default()
}

/// The marked paragraph of the entry that taught a lesson, as a stretch of its text; `None` where there is none.
pub(in crate::site) fn taught<'a>(site: &'a Site, lesson: &Lesson) -> Option<(&'a Entry, Range<usize>)> {
    let entry = &*site.journal.items[lesson.item].entry;
    let holes = &entry.body.holes;
    let is_head = |(_, hole): &(usize, Hole)| matches!(hole, Hole::Lesson { id, .. } if *id == lesson.id);
    let head = holes.iter().position(is_head)?;
    let (end, _) = holes[head..].iter().find(|(_, hole)| matches!(hole, Hole::LessonEnd))?;
    Some((entry, holes[head].0..*end))
}

impl Site {
    /// The paragraph that taught a lesson, as feeds show it.
    pub(in crate::site) fn lesson_text_for_feeds(&self, lesson: &Lesson) -> String {
        paragraph(self, lesson, For::Feed)
    }

    /// A part of a text for use on another page: without the heads of lessons that stand in it.
    fn fill_without_heads(&self, entry: &Entry, range: Range<usize>, what_for: For) -> String {
        let html = self.fill_range(entry, range, what_for);
        let head_end = html.find("</p>\n").map_or(0, |at| at + "</p>\n".len());
        if html.starts_with("<p class=\"meta\">") { html[head_end..].to_owned() } else { html }
    }
}

/// The pain of the two weeks before and after a day, as a small line.
fn days_around(site: &Site, day: Date) -> Option<Spark> {
    let calendar = site.journal.calendar.as_ref()?.cut(shift(day, -AROUND), shift(day, AROUND))?;
    let scored = calendar.scored();
    if scored < 2 {
        return None;
    }
    let values = calendar.pain.iter().flatten();
    let (low, high) = values.fold((10.0f64, 0.0f64), |(low, high), v| (low.min(*v), high.max(*v)));
    let score = crate::text::words::score;
    let words = format!(
        "pain {} in the two weeks before and after, {scored} of {} days logged",
        if low == high { score(low) } else { format!("{}–{}", score(low), score(high)) },
        calendar.pain.len()
    );
    Some(Spark { svg: spark::draw(&calendar.pain), words })
}
