//! What each page shows: a plain value for its template, made from the plan.
//!
//! Invariant: a view is all that its template sees; numbers are rounded and dates put into words here, once.

mod archive;
mod comments;
mod contents;
mod course;
mod data;
mod day;
mod done;
mod entry;
mod exercises;
mod head;
mod home;
mod lessons;
mod lists;
mod measures;
mod numbers;
mod own_words;
mod progress;
mod reading;
mod search;
mod series;
mod setbacks;
mod shelves;
mod timeline;
mod treatments;
mod triggers;
mod verdict;

pub(super) use comments::heading_id as comments_id;
pub use head::{Common, common};
pub(super) use lessons::{capitalised, event_words, lesson_state, state_args, taught, theme, told_at};
pub(super) use lists::page_of;
pub(super) use numbers::NUMBERS;
pub(super) use own_words::{age, red_flags_link};

use super::{Page, Site};

use crate::chart::Figure;
use head::Head;
use jiff::civil::Date;
use serde::Serialize;
use std::cell::RefCell;

/// A page's template and what it shows.
#[derive(Debug)]
pub struct View {
    /// The template's name.
    pub template: &'static str,
    /// The values that the template sees.
    pub context: tera::Context,
}

impl View {
    /// The same page without what readers said, and without the invitation to.
    #[must_use]
    pub fn without_comments(mut self) -> Self {
        self.context.insert("comments", &None::<()>);
        self
    }
}

/// Turns a chart's template value into the markup that the theme has for charts in texts.
pub type WriteFigure<'a> = dyn Fn(tera::Value) -> tera::TeraResult<String> + 'a;

/// The charts in the texts of a page.
pub(super) struct Figures<'a> {
    write: &'a WriteFigure<'a>,
    /// Why the first one that could not be written was not.
    failed: RefCell<Option<tera::Error>>,
}

impl Figures<'_> {
    /// The markup of a chart; nothing where the theme can't write it, which the page then fails with.
    pub(super) fn markup(&self, site: &Site, figure: Figure, below: Option<&str>) -> String {
        let view = FigureView { below: below.map(str::to_owned), ..FigureView::new(site, figure) };
        (self.write)(tera::Value::from_serializable(&view)).unwrap_or_else(|error| {
            self.failed.borrow_mut().get_or_insert(error);
            String::new()
        })
    }
}

/// The view of a page at its address; `write` writes the charts in its texts.
///
/// # Errors
/// When a chart can't be written, or the view can't be turned into template values, which only a programming mistake can
/// cause.
pub fn of(site: &Site, page: Page, address: &str, write: &WriteFigure<'_>) -> tera::TeraResult<View> {
    let figures = Figures { write, failed: RefCell::new(None) };
    let view = with_figures(site, page, address, &figures);
    figures.failed.into_inner().map_or(view, Err)
}

fn with_figures(site: &Site, page: Page, address: &str, figures: &Figures<'_>) -> tera::TeraResult<View> {
    let head = |title: &str, description: &str| {
        let head = Head::new(site, title, description, address);
        // The heads of texts know more, and say so themselves.
        match page {
            Page::Entry(_) | Page::Plain(_) | Page::Lesson(_) => head,
            _ => head.with_data(site, page),
        }
    };
    match page {
        Page::Home(number) => view("home.html", &home::view(site, figures, number, head)),
        Page::Entry(index) => view("entry.html", &entry::view(site, figures, index, head)),
        Page::Plain(index) => view("page.html", &lists::plain(site, figures, index, head)),
        Page::Lessons => view("lessons.html", &shelves::all(site, figures, head)),
        Page::LessonsOfTheme(index) => view("lessons.html", &shelves::of_theme(site, figures, index, head)),
        Page::LessonsInState(state) => view("lessons.html", &shelves::in_state(site, figures, state, head)),
        Page::Lesson(index) => view("lesson.html", &lessons::one(site, figures, index, head)),
        Page::Progress => view("progress.html", &progress::view(site, head)),
        Page::Exercises => view("exercises.html", &exercises::all(site, head)),
        Page::Exercise(index) => view("exercise.html", &exercises::one(site, figures, index, head)),
        Page::Treatments => view("treatments.html", &treatments::view(site, head)),
        Page::Setbacks => view("setbacks.html", &setbacks::view(site, head)),
        Page::Timeline => view("timeline.html", &timeline::view(site, head)),
        Page::Archive => view("archive.html", &archive::all(site, head)),
        Page::Year(index) => view("archive.html", &archive::of_year(site, index, head)),
        Page::Undated => view("archive.html", &archive::undated(site, head)),
        Page::Numbers => view("numbers.html", &numbers::view(site, head)),
        Page::Tags => view("tags.html", &lists::tags(site, head)),
        Page::Tag(index, number) => view("tag.html", &lists::tag(site, index, number, head)),
        Page::Search => view("search.html", &search::view(site, head)),
        Page::NotFound => view("404.html", &lists::not_found(site, head)),
    }
}

/// The view of a former address.
///
/// # Errors
/// As [`of`].
pub fn moved(site: &Site, to: &str, address: &str) -> tera::TeraResult<View> {
    let mut head = Head::new(site, &site.language.words.word("moved"), "", address);
    let to = super::links::encode(to);
    head.noindex = true;
    head.canonical = site.config.absolute(&to);
    view("moved.html", &MovedView { head, to: site.path(&to) })
}

#[derive(Debug, Serialize)]
struct MovedView {
    head: Head,
    to: String,
}

fn view<T: Serialize>(template: &'static str, value: &T) -> tera::TeraResult<View> {
    Ok(View { template, context: tera::Context::from_serialize(value)? })
}

/// A date as pages show it.
#[derive(Clone, Debug, Serialize)]
struct Day {
    iso: String,
    long: String,
    short: String,
}

impl Day {
    fn new(site: &Site, date: Date) -> Self {
        let dates = &site.language.dates;
        Self { iso: date.to_string(), long: dates.long(date), short: dates.short(date) }
    }
}

/// A chart as templates see it.
#[derive(Debug, Serialize)]
struct FigureView {
    say: String,
    how: String,
    wide: String,
    narrow: String,
    notes: Vec<NoteView>,
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Where every value stands, since tables of long times are by week.
    csv: Option<String>,
    /// The writer's own words below a chart in a text.
    below: Option<String>,
}

#[derive(Debug, Serialize)]
struct NoteView {
    number: usize,
    day: Day,
    label: String,
    href: Option<String>,
}

impl FigureView {
    fn new(site: &Site, figure: Figure) -> Self {
        let note = |n: crate::chart::Note| NoteView {
            number: n.number,
            day: Day::new(site, n.date),
            label: n.label,
            href: n.href,
        };
        Self {
            say: figure.say,
            how: figure.how,
            wide: figure.wide,
            narrow: figure.narrow,
            notes: figure.notes.into_iter().map(note).collect(),
            caption: figure.table.caption,
            head: figure.table.head,
            rows: figure.table.rows,
            csv: site.every_value(),
            below: None,
        }
    }
}

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub(in crate::site) struct LinkView {
    href: String,
    label: String,
}

/// The links between the pages of a list.
#[derive(Debug, Serialize)]
struct Pager {
    number: usize,
    last: usize,
    newer: Option<String>,
    older: Option<String>,
}

impl Pager {
    /// `first` is the address of the first page, with its slash.
    fn new(site: &Site, first: &str, number: usize, last: usize) -> Self {
        let page = |n: usize| site.path(&if n == 1 { first.to_owned() } else { format!("{first}page/{n}/") });
        Self {
            number,
            last,
            newer: (number > 1).then(|| page(number - 1)),
            older: (number < last).then(|| page(number + 1)),
        }
    }
}
