//! What each part of the book shows: the journey from its title to how things stand now, phases as chapters.
//!
//! The parts follow each other as they are read: what happened first comes first. Only what lists show is in it: public entries.

use super::done::{self, Done};
use super::lessons::{LessonCard, LessonLine, card, of_item};
use super::own_words::age;
use super::road::PhaseSum;
use super::timeline::length;
use super::{Day, View, day, entry, home, pain, progress, view};
use crate::chart::strip::{self, Strip};
use crate::config::Phase;
use crate::site::fill::For;
use crate::site::reader::PlanReader;
use crate::units::days_between;
use jiff::civil::Date;
use serde::Serialize;

/// A part of the book, which is a file of its own in it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum BookPart {
    /// The title, the author, the facts.
    Title,
    /// The writer's introduction.
    Introduction,
    /// The head of a chapter, by index: a phase, or what lies outside of phases.
    Chapter(usize),
    /// An entry, by index.
    Entry(usize),
    /// The charts of the whole journal.
    Charts,
    /// The lessons.
    Lessons,
    /// How things stand now.
    Now,
}

/// A part of the book in the order of reading.
#[derive(Clone, Debug)]
pub struct BookPiece {
    /// Which.
    pub part: BookPart,
    /// What the contents call it.
    pub title: String,
    /// The pages of the site that it stands for: links to these lead to it.
    pub addresses: Vec<String>,
}

/// The parts of the book, in order; those that would be empty are left out.
#[must_use]
pub fn book_pieces(site: &PlanReader<'_>) -> Vec<BookPiece> {
    let words = &site.language.words;
    let piece = |part, title: String, addresses: Vec<String>| BookPiece { part, title, addresses };
    let title = words.word("book-title-page");
    let mut pieces = vec![piece(BookPart::Title, title, Vec::new())];
    if site.home().is_some_and(|home| !home.entry.body.html.is_empty()) {
        pieces.push(piece(BookPart::Introduction, words.word("book-introduction"), Vec::new()));
    }
    for (index, chapter) in chapters(site).into_iter().enumerate() {
        pieces.push(piece(BookPart::Chapter(index), chapter.name, Vec::new()));
        pieces.extend(chapter.items.into_iter().map(|item| {
            let card = site.card(item);
            piece(BookPart::Entry(item), card.title.to_owned(), vec![card.address.to_owned()])
        }));
    }
    if progress::has_pictures(site) {
        pieces.push(piece(BookPart::Charts, words.word("charts"), vec!["/progress/".to_owned()]));
    }
    if !site.lessons().is_empty() {
        let own = site.lessons().iter().map(|lesson| format!("/lessons/{}/", lesson.id));
        let addresses = std::iter::once("/lessons/".to_owned()).chain(own).collect();
        pieces.push(piece(BookPart::Lessons, words.word("lessons"), addresses));
    }
    if let Some(now) = site.own_words().now {
        let card = site.page_card(now);
        pieces.push(piece(BookPart::Now, card.title.to_owned(), vec![card.address.to_owned()]));
    }
    pieces
}

/// The view of a part.
///
/// # Errors
/// When the view can't be turned into template values, which only a programming mistake can cause.
pub fn of_book(site: &PlanReader<'_>, part: BookPart) -> tera::TeraResult<View> {
    match part {
        BookPart::Title => view("book-title.html", &title(site)),
        BookPart::Introduction => view("book-text.html", &introduction(site)),
        BookPart::Chapter(index) => view("book-chapter.html", &chapter(site, index)),
        BookPart::Entry(index) => view("book-entry.html", &one(site, index)),
        BookPart::Charts => view("book-charts.html", &ChartsView { sections: progress::pictures(site) }),
        BookPart::Lessons => view("book-lessons.html", &lessons(site)),
        BookPart::Now => view("book-text.html", &now(site)),
    }
}

#[derive(Debug, Serialize)]
struct TitleView {
    /// The injury in one line.
    facts: String,
    /// The day of the first entry and that of the last.
    from: Option<Day>,
    to: Option<Day>,
    entries: usize,
    /// Where the site is.
    href: String,
}

fn title(site: &PlanReader<'_>) -> TitleView {
    let about = site.standing().and_then(|standing| standing.injury.as_ref());
    // Newest first, and those without a date last.
    let list = site.list(None);
    let day = |item: &usize| site.card(*item).date.map(|date| Day::new(site, date));
    TitleView {
        facts: about.map(|injury| home::facts(injury, site.language)).unwrap_or_default(),
        from: list.iter().rev().find_map(day),
        to: list.iter().find_map(day),
        entries: list.len(),
        href: site.config.base_url.clone(),
    }
}

/// A text of the writer's under a title.
#[derive(Debug, Serialize)]
struct TextView {
    title: String,
    /// When it was written, where that matters.
    lines: Vec<String>,
    body: String,
}

fn introduction(site: &PlanReader<'_>) -> TextView {
    let body = site.home().map(|home| site.fill(&home, For::Page)).unwrap_or_default();
    TextView { title: site.language.words.word("book-introduction"), lines: Vec::new(), body }
}

fn now(site: &PlanReader<'_>) -> TextView {
    let text = site.own_words().now.map(|index| site.page(index));
    TextView {
        title: text.map(|text| text.entry.title.clone()).unwrap_or_default(),
        lines: age(site).lines,
        body: text.map(|text| site.fill(&text, For::Page)).unwrap_or_default(),
    }
}

/// What a chapter is made of.
#[derive(Debug)]
struct Chapter<'a> {
    name: String,
    phase: Option<&'a Phase>,
    /// Its entries, the earliest first.
    items: Vec<usize>,
}

/// Where an entry belongs.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Belongs<'a> {
    /// To a phase of the settings.
    Phase(&'a Phase),
    /// To a phase that only entries name.
    Named(&'a str),
    Before,
    /// Between two phases, the first of them by its number.
    Between(usize),
    After,
    Year(i16),
    /// An entry without a date.
    Nowhere,
}

/// The chapters by the days they begin on; phases that have begun have one even where nothing was written in them.
fn chapters<'a>(site: &PlanReader<'a>) -> Vec<Chapter<'a>> {
    let config = site.config;
    let begun: Vec<&Phase> = config.phases.iter().filter(|p| p.start <= config.today || config.future).collect();
    let mut found: Vec<(Date, Belongs<'a>, Vec<usize>)> =
        begun.iter().map(|phase| (phase.start, Belongs::Phase(phase), Vec::new())).collect();
    for item in site.list(None).iter().rev().copied() {
        let card = site.card(item);
        let belongs = belongs(site, &begun, card.date, card.phase);
        match found.iter_mut().find(|(_, own, _)| *own == belongs) {
            Some((_, _, items)) => items.push(item),
            None => found.push((card.date.unwrap_or(Date::MAX), belongs, vec![item])),
        }
    }
    found.sort_by_key(|(date, belongs, _)| (*date, *belongs == Belongs::Nowhere));
    let name = |belongs| name(site, belongs);
    let phase = |belongs| match belongs {
        Belongs::Phase(phase) => Some(phase),
        _ => None,
    };
    found.into_iter().map(|(_, own, items)| Chapter { name: name(own), phase: phase(own), items }).collect()
}

fn belongs<'a>(site: &PlanReader<'a>, begun: &[&'a Phase], date: Option<Date>, named: Option<&'a str>) -> Belongs<'a> {
    let phase = named.and_then(|name| begun.iter().rev().find(|phase| phase.name == name && holds(phase, date)));
    if let Some(phase) = phase.or_else(|| begun.iter().rev().find(|phase| Some(phase.name.as_str()) == named)) {
        return Belongs::Phase(phase);
    }
    let is_known = |name: &&str| site.config.phases.iter().any(|phase| phase.name == **name);
    match (named.filter(|name| !is_known(name)), date) {
        (Some(name), _) => Belongs::Named(name),
        (None, None) => Belongs::Nowhere,
        (None, Some(date)) if begun.is_empty() => Belongs::Year(date.year()),
        (None, Some(date)) => match begun.iter().filter(|phase| phase.start <= date).count() {
            0 => Belongs::Before,
            n if n == begun.len() => Belongs::After,
            n => Belongs::Between(n),
        },
    }
}

/// Whether a phase has a day; of two with one name the one of the day is meant.
fn holds(phase: &Phase, date: Option<Date>) -> bool {
    date.is_some_and(|date| phase.start <= date && phase.end.is_none_or(|end| date <= end))
}

fn name(site: &PlanReader<'_>, belongs: Belongs<'_>) -> String {
    let words = &site.language.words;
    match belongs {
        Belongs::Phase(phase) => phase.name.clone(),
        Belongs::Named(name) => name.to_owned(),
        Belongs::Before => words.word("timeline-before"),
        Belongs::Between(_) => words.word("timeline-between"),
        Belongs::After => words.word("timeline-after"),
        Belongs::Year(year) => year.to_string(),
        Belongs::Nowhere => words.word("book-without-date"),
    }
}

#[derive(Debug, Serialize)]
struct ChapterView {
    title: String,
    from: Option<Day>,
    to: Option<Day>,
    /// `6 weeks`, of a phase that is over.
    length: String,
    goal: String,
    /// What came of a phase: the writer's word on it, else one made of its numbers.
    sentence: String,
    entries: Vec<EntryLine>,
}

#[derive(Debug, Serialize)]
struct EntryLine {
    title: String,
    day: Option<Day>,
    href: String,
}

fn chapter(site: &PlanReader<'_>, index: usize) -> ChapterView {
    let Chapter { name, phase, items } = chapters(site).into_iter().nth(index).unwrap_or(Chapter {
        name: String::new(),
        phase: None,
        items: Vec::new(),
    });
    let days = phase.and_then(|phase| Some(days_between(phase.start, phase.end?) + 1));
    let sentence = phase.map(|phase| match phase.summary.as_str() {
        "" => PhaseSum::of(site, phase).sentence(site),
        summary => summary.to_owned(),
    });
    let line = |item: usize| {
        let card = site.card(item);
        let day = card.date.map(|date| Day::new(site, date));
        EntryLine { title: card.title.to_owned(), day, href: site.link(card.address) }
    };
    ChapterView {
        title: name,
        from: phase.map(|phase| Day::new(site, phase.start)),
        to: phase.and_then(|phase| phase.end).map(|end| Day::new(site, end)),
        length: days.map(|days| length(days, &site.language.words)).unwrap_or_default(),
        goal: phase.map(|phase| phase.goal.clone()).unwrap_or_default(),
        sentence: sentence.unwrap_or_default(),
        entries: items.into_iter().map(line).collect(),
    }
}

#[derive(Debug, Serialize)]
struct BookEntryView {
    title: String,
    weekday: String,
    day: Option<Day>,
    /// `Week 34 · day 237`, and the phase.
    count: Vec<String>,
    standfirst: String,
    happened: Vec<day::Line>,
    /// The four points in words, and what else was said of the pain.
    pain: Vec<String>,
    body: String,
    done: Done,
    noted: Vec<day::Line>,
    lessons: Vec<LessonLine>,
}

fn one(site: &PlanReader<'_>, index: usize) -> BookEntryView {
    let (card, text) = (site.card(index), site.text(index));
    let entry = text.entry;
    let pains = &entry.pain;
    let several = pains.len() > 1 || pains.iter().any(|pain| pain.site.is_some());
    let points = card.points.iter().any(Option::is_some).then_some(Strip { points: card.points });
    let more = pains.iter().flat_map(|own| pain::beside(own, several, site.language));
    BookEntryView {
        title: entry.title.clone(),
        weekday: entry.date.map(|date| site.language.dates.weekday(date).to_owned()).unwrap_or_default(),
        day: entry.date.map(|date| Day::new(site, date)),
        count: entry::count(&card, &site.language.words),
        standfirst: if entry.summary == entry.body.summary { String::new() } else { entry.summary.clone() },
        happened: day::happened(entry, site.config, site.language),
        pain: points.map(|points| strip::name(&points, site.language)).into_iter().chain(more).collect(),
        body: site.fill(&text, For::Page),
        done: done::of(entry, site),
        noted: day::measured(entry, site.config, site.language),
        lessons: of_item(site, index, site.place(index).lessons),
    }
}

#[derive(Debug, Serialize)]
struct ChartsView {
    sections: Vec<progress::PictureSection>,
}

#[derive(Debug, Serialize)]
struct BookLessonsView {
    lessons: Vec<LessonCard>,
}

fn lessons(site: &PlanReader<'_>) -> BookLessonsView {
    BookLessonsView { lessons: (0..site.lessons().len()).map(|index| card(site, index)).collect() }
}
