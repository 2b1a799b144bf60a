//! What the search finds: a record for each listed entry, lesson and page, and what results can be narrowed to.

use super::reader::{PlanReader, ReaderContext};
use super::{Site, view};
use crate::entry::Visibility;
use crate::journal::Lesson;
use crate::text::escape_into;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The address of the search page.
pub(super) const SEARCH: &str = "/search/";

/// The folder of the index, which holds nothing else.
pub const INDEX: &str = "/search/pagefind/";

/// A page as the index takes it in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Record {
    /// Its address, relative to the site's root, as links have it.
    pub address: String,
    /// Its title, what it is found by and its text, as a page of HTML without a frame.
    pub html: String,
}

/// What one record says of its page beside the text.
#[derive(Default)]
struct Facts<'a> {
    title: &'a str,
    /// What stands below the title: `14 Aug 2020 · day 237`.
    beside: String,
    kind: &'static str,
    year: Option<Date>,
    phase: Option<&'a str>,
    injury: Option<&'a str>,
    tags: Vec<&'a str>,
}

/// What results can be narrowed to: the name of a filter, and its values.
#[derive(Debug, Default, Hash)]
pub(super) struct Filters {
    pub(super) kinds: Vec<&'static str>,
    pub(super) phases: Vec<String>,
    pub(super) injuries: Vec<String>,
    pub(super) years: Vec<i16>,
}

/// The kinds of records, as the index knows them.
pub(super) const ENTRY: &str = "entry";
/// A lesson.
pub(super) const LESSON: &str = "lesson";
/// A page.
pub(super) const PAGE: &str = "page";

impl Site {
    /// Whether there is an index.
    #[must_use]
    pub fn has_search(&self) -> bool {
        self.routes.contains_key(SEARCH)
    }

    /// What results can be narrowed to.
    pub(super) fn filters(&self) -> Filters {
        let items = self.indexes.listed.iter().map(|index| &self.journal.items[*index]);
        let mut years = BTreeSet::new();
        let mut phases: Vec<&str> = Vec::new();
        let mut injuries = BTreeSet::new();
        for item in items {
            years.extend(item.entry.date.map(Date::year));
            injuries.extend(item.injury);
            // Days of a phase mostly follow one another.
            if let Some(phase) = item.phase.as_deref()
                && phases.last() != Some(&phase)
                && !phases.contains(&phase)
            {
                phases.push(phase);
            }
        }
        phases.reverse();
        let kinds = [
            (ENTRY, !self.indexes.listed.is_empty()),
            (LESSON, !self.journal.lessons.all.is_empty()),
            (PAGE, found_pages(self).next().is_some()),
        ];
        Filters {
            kinds: kinds.into_iter().filter(|(_, any)| *any).map(|(kind, _)| kind).collect(),
            phases: phases.into_iter().map(str::to_owned).collect(),
            injuries: injuries.into_iter().map(|i| self.journal.injuries[i].injury.name.clone()).collect(),
            years: years.into_iter().rev().collect(),
        }
    }
}

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
    let entries = site.list(None).iter().rev().map(|index| {
        let facts = Facts { kind: ENTRY, title: site.card(*index).title, ..facts(site, *index) };
        record(site.card(*index).address, &facts, &site.text(*index).entry.body.html)
    });
    let lessons = site.lessons().iter().map(|lesson| lesson_record(site, lesson));
    let pages = site.found_pages().map(|(address, title, page)| {
        let facts = Facts { title, kind: PAGE, ..Facts::default() };
        record(address, &facts, &site.page(page).entry.body.html)
    });
    let exercises = site.exercises().iter().filter(|exercise| exercise.listed).filter_map(|exercise| {
        let described = site.page(exercise.description?);
        let facts = Facts { title: &exercise.name, kind: PAGE, ..Facts::default() };
        Some(record(&exercise.address(), &facts, &described.entry.body.html))
    });
    entries.chain(lessons).chain(pages).chain(exercises).collect()
}

fn lesson_record(site: &PlanReader<'_>, lesson: &Lesson) -> Record {
    let title = super::shelves::lesson_title(lesson, &site.language.words);
    let facts = Facts {
        kind: LESSON,
        title: &title,
        beside: view::lesson_state(lesson, &site.language.words),
        year: lesson.learned,
        tags: lesson.tags.iter().map(String::as_str).collect(),
        ..facts(site, lesson.item)
    };
    let entry = site.text(lesson.item).entry;
    let taught = view::taught(entry, &lesson.id).map(|taught| &entry.body.html[taught.html]);
    let mut text = String::new();
    // What became of it first, by which it is found too.
    for note in lesson.events.iter().rev().filter_map(|event| event.note.as_deref()) {
        text.push_str("<p>");
        escape_into(&mut text, note);
        text.push_str("</p>\n");
    }
    record(&format!("/lessons/{}/", lesson.id), &facts, &(text + taught.unwrap_or_default()))
}

/// What is said of an entry wherever it is found.
fn facts<'a>(site: &PlanReader<'a>, index: usize) -> Facts<'a> {
    let card = site.card(index);
    let day = card.day.map(|day| site.language.words.say("search-day", &[("n", day.into())]));
    let beside: Vec<String> = card.date.map(|date| site.language.dates.short(date)).into_iter().chain(day).collect();
    let slugs = &site.text(index).entry.tag_slugs;
    Facts {
        beside: beside.join(" · "),
        year: card.date,
        phase: card.phase,
        injury: card.injury.map(|index| site.config.injuries[index].name.as_str()),
        tags: slugs.iter().filter_map(|slug| site.tag_name(slug)).collect(),
        ..Facts::default()
    }
}

fn record(address: &str, facts: &Facts<'_>, text: &str) -> Record {
    let mut html = String::with_capacity(text.len() + 512);
    html.push_str("<html><head>\n");
    push_fact(&mut html, "meta", "title", facts.title);
    if !facts.beside.is_empty() {
        push_fact(&mut html, "meta", "beside", &facts.beside);
    }
    push_fact(&mut html, "filter", "kind", facts.kind);
    let year = facts.year.map(|date| date.year().to_string());
    let named = [("year", year.as_deref()), ("phase", facts.phase), ("injury", facts.injury)];
    for (name, value) in named.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        push_fact(&mut html, "filter", name, value);
    }
    for tag in &facts.tags {
        push_fact(&mut html, "filter", "tag", tag);
    }
    html.push_str("</head><body data-pagefind-body><h1>");
    escape_into(&mut html, facts.title);
    html.push_str("</h1>\n");
    html.push_str(text);
    html.push_str("</body></html>");
    Record { address: super::links::encode(address), html }
}

/// The plain pages that anybody may find, by their indices, each with its address; what describes an exercise is found on its page.
pub(super) fn found_pages(site: &Site) -> impl Iterator<Item = (usize, &str)> {
    site.journal.pages.iter().enumerate().filter(|(_, page)| page.visibility == Visibility::Public).filter_map(
        |(index, page)| {
            let described = super::practice::is_description(&page.path);
            let address = site.addresses.get(&page.path).filter(|_| !described)?;
            Some((index, &**address))
        },
    )
}

/// A fact for the index, in the words that it reads: `<meta data-pagefind-filter="tag[content]" content="Gym">`.
fn push_fact(html: &mut String, sort: &str, name: &str, value: &str) {
    for part in ["<meta data-pagefind-", sort, "=\"", name, "[content]\" content=\""] {
        html.push_str(part);
    }
    escape_into(html, value);
    html.push_str("\">\n");
}
