//! The records of the search: one for each listed entry, lesson and page, and for each treatment and trigger, with the words
//! that the journal has for it beside its text.
//!
//! Invariant: all of it is what some page shows to everybody, read through a [`PlanReader`].

mod lists;
mod noted;
mod plain;

use super::reader::{PlanReader, ReaderContext};
use super::search::{ENTRY, LAST, LESSON, PAGE, Record, is_manual};
use super::shelves::lesson_title;
use super::{Site, links, view};
use crate::journal::{EventKind, Lesson};
use crate::site::fill::For;
use jiff::civil::Date;

/// What else has a name in the journal, and headings.
const NAMED: u8 = 3;
/// Text.
const TEXT: u8 = 1;

/// A plain text with its weight.
type Weighed = (u8, String);

impl Site {
    /// The records of the search, in the order of the journal.
    #[must_use]
    pub fn records(&self) -> Vec<Record> {
        records(&PlanReader::new(self, &ReaderContext::default(), &|_| Ok(String::new())))
    }
}

/// The same, read so that it is known of what they are made.
#[must_use]
pub fn records(site: &PlanReader<'_>) -> Vec<Record> {
    let entries = site.list(None).iter().rev().map(|index| entry_record(site, *index));
    let lessons = site.lessons().iter().map(|lesson| lesson_record(site, lesson));
    let pages = site.found_pages().map(|(address, title, page)| page_record(site, address, title, page));
    let mut all: Vec<Record> = entries.chain(lessons).chain(lists::all(site)).chain(pages).collect();
    all.iter_mut().flat_map(|record| &mut record.said).for_each(|(_, text)| end_sentence(text));
    all
}

/// Puts a full stop where a text ends without any: others may follow it where it is shown.
fn end_sentence(text: &mut String) {
    text.truncate(text.trim_end().len());
    if text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '”' | '’' | ')' | '%' | '°')) {
        text.push('.');
    }
}

fn entry_record(site: &PlanReader<'_>, index: usize) -> Record {
    let entry = site.text(index).entry;
    let card = site.card(index);
    let mut said = noted::of(site, entry, card.injury);
    said.extend(plain::text(&entry.body.html, &plain::taken_back(site, entry)));
    Record { title: card.title.to_owned(), said, ..record(card.address, ENTRY).with_facts(site, index) }
}

/// A lesson with its newest words; of one that was taken back, that it was and why.
fn lesson_record(site: &PlanReader<'_>, lesson: &Lesson) -> Record {
    let words = &site.language.words;
    let state = view::lesson_state(lesson, words);
    let number = words.say("lesson-number", &[("n", lesson.number.into())]);
    let mut said = vec![(NAMED, format!("{number} · {state}"))];
    said.extend(plain::text(&view::texts(site, lesson, For::Page).0, &[]));
    let held = lesson.events.iter().filter(|event| event.kind == EventKind::Confirmed && !lesson.is_retracted());
    said.extend(held.rev().filter_map(|event| Some((TEXT, event.note.clone()?))));
    let mut record = record(&format!("/lessons/{}/", lesson.id), LESSON).with_facts(site, lesson.item);
    record.filters.retain(|(name, _)| !matches!(*name, "tag" | "year"));
    record.filters.extend(lesson.learned.map(year));
    record.filters.extend(lesson.tags.iter().map(|tag| ("tag", tag.clone())));
    Record { title: lesson_title(lesson, words), beside: state, said, ..record }
}

fn page_record(site: &PlanReader<'_>, address: &str, title: &str, page: usize) -> Record {
    let entry = site.page(page).entry;
    let mut record = record(address, PAGE);
    record.filters.extend(is_manual(&entry.path).then(|| (LAST, "yes".to_owned())));
    let own = site.own_words();
    let also = match Some(page) {
        page if page == own.now => Some("search-also-now"),
        page if page == own.red_flags => Some("search-also-red-flags"),
        _ => None,
    };
    let mut said: Vec<Weighed> = also.map(|also| (NAMED, site.language.words.word(also))).into_iter().collect();
    said.extend(plain::text(&entry.body.html, &[]));
    Record { title: title.to_owned(), said, ..record }
}

fn record(address: &str, kind: &str) -> Record {
    Record {
        address: links::encode(address),
        title: String::new(),
        beside: String::new(),
        filters: vec![("kind", kind.to_owned())],
        said: Vec::new(),
    }
}

fn year(date: Date) -> (&'static str, String) {
    ("year", date.year().to_string())
}

impl Record {
    /// With what is said of an entry wherever it is found.
    fn with_facts(mut self, site: &PlanReader<'_>, index: usize) -> Self {
        let card = site.card(index);
        let day = card.day.map(|day| site.language.words.say("search-day", &[("n", day.into())]));
        let date = card.date.map(|date| site.language.dates.short(date));
        self.beside = date.into_iter().chain(day).collect::<Vec<_>>().join(" · ");
        let injury = card.injury.map(|index| site.config.injuries[index].name.clone());
        let slugs = &site.text(index).entry.tag_slugs;
        let tags = slugs.iter().filter_map(|slug| site.tag_name(slug)).map(|tag| ("tag", tag.to_owned()));
        self.filters.extend(card.date.map(year));
        self.filters.extend(card.phase.map(|phase| ("phase", phase.to_owned())));
        self.filters.extend(injury.map(|injury| ("injury", injury)));
        self.filters.extend(tags);
        self
    }
}
