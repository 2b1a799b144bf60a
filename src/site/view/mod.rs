//! What each page shows: a plain value for its template, made from the plan.
//!
//! Invariant: a view is all that its template sees; numbers are rounded and dates put into words here, once.

mod archive;
mod book;
mod comments;
mod contents;
mod course;
mod criteria;
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
mod pain;
mod progress;
mod reading;
mod road;
mod search;
mod series;
mod setbacks;
mod shelves;
mod timeline;
mod treatments;
mod triggers;
mod verdict;

pub use book::{BookPart, BookPiece, book_pieces, of_book};
pub(super) use criteria::said as criterion_said;
pub(super) use exercises::exercise_said;
pub use head::{Common, common};
pub(super) use lessons::{event_words, is_shown, lesson_state, state_args, taught, texts};
pub(super) use numbers::NUMBERS;
pub(super) use own_words::red_flags_link;
pub(super) use timeline::sort_word;
pub(super) use treatments::treatments_said;
pub(super) use triggers::triggers_said;

use super::Page;
use super::reader::PlanReader;

use crate::chart::Figure;
use head::Head;
use jiff::civil::Date;
use serde::Serialize;

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

/// The view of a page at its address.
///
/// # Errors
/// When the view can't be turned into template values, which only a programming mistake can cause.
pub fn of(site: &PlanReader<'_>, page: Page, address: &str) -> tera::TeraResult<View> {
    let head = |title: &str, description: &str| {
        let head = Head::new(site, title, description, address);
        // The heads of texts know more, and say so themselves.
        match page {
            Page::Entry(_) | Page::Plain(_) | Page::Lesson(_) => head,
            _ => head.with_data(site, page),
        }
    };
    match page {
        Page::Home(number) => view("home.html", &home::view(site, number, head)),
        Page::Entry(index) => view("entry.html", &entry::view(site, index, head)),
        Page::Plain(index) => view("page.html", &lists::plain(site, index, head)),
        Page::Lessons => view("lessons.html", &shelves::all(site, head)),
        Page::LessonsOfTheme(index) => view("lessons.html", &shelves::of_theme(site, index, head)),
        Page::LessonsInState(state) => view("lessons.html", &shelves::in_state(site, state, head)),
        Page::Lesson(index) => view("lesson.html", &lessons::one(site, index, head)),
        Page::Progress => view("progress.html", &progress::view(site, head)),
        Page::Exercises => view("exercises.html", &exercises::all(site, head)),
        Page::Exercise(index) => view("exercise.html", &exercises::one(site, index, head)),
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
pub fn moved(site: &PlanReader<'_>, to: &str, address: &str) -> tera::TeraResult<View> {
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
    fn new(site: &PlanReader<'_>, date: Date) -> Self {
        let dates = &site.language.dates;
        Self { iso: date.to_string(), long: dates.long(date), short: dates.short(date) }
    }
}

/// A chart as templates see it.
#[derive(Debug, Serialize)]
pub(super) struct FigureView {
    /// The writer's caption, else the finding in a few words.
    say: String,
    /// That finding, where the heading is the writer's.
    finding: String,
    /// What it rests on and how to read it.
    how: String,
    wide: String,
    narrow: String,
    notes: Vec<NoteView>,
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    /// Whether these stand open above the drawing.
    table_first: bool,
    /// Where every value stands, since tables of long times are by week.
    csv: Option<String>,
}

#[derive(Debug, Serialize)]
struct NoteView {
    number: usize,
    day: Day,
    label: String,
    href: Option<String>,
}

/// Where every value of the journal stands, which tables by week do not have.
fn every_value(site: &PlanReader<'_>) -> Option<String> {
    let [(csv, _), _] = head::DATA;
    site.has(csv).then(|| site.path(csv))
}

impl FigureView {
    /// A chart under the writer's caption, where there is one.
    pub(super) fn captioned(site: &PlanReader<'_>, figure: Figure, caption: Option<&str>) -> Self {
        let view = Self::new(site, figure);
        match caption.map(str::trim).filter(|caption| !caption.is_empty()) {
            Some(caption) => Self { finding: view.say, say: caption.to_owned(), ..view },
            None => view,
        }
    }

    fn new(site: &PlanReader<'_>, figure: Figure) -> Self {
        let note = |n: crate::chart::Note| NoteView {
            number: n.number,
            day: Day::new(site, n.date),
            label: n.label,
            href: n.href,
        };
        Self {
            say: figure.heading,
            finding: String::new(),
            how: [figure.say, figure.how].join(" ").trim().to_owned(),
            wide: figure.wide,
            narrow: figure.narrow,
            notes: figure.notes.into_iter().map(note).collect(),
            caption: figure.table.caption,
            head: figure.table.head,
            rows: figure.table.rows,
            table_first: figure.table_first,
            csv: every_value(site),
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
    fn new(site: &PlanReader<'_>, first: &str, number: usize, last: usize) -> Self {
        let page = |n: usize| site.path(&if n == 1 { first.to_owned() } else { format!("{first}page/{n}/") });
        Self {
            number,
            last,
            newer: (number > 1).then(|| page(number - 1)),
            older: (number < last).then(|| page(number + 1)),
        }
    }
}
