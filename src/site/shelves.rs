//! The lessons in the order that the writer wants, by theme and by what became of them.

use super::Site;
use crate::config::LessonOrder;
use crate::journal::{EventKind, Journal, Lesson, LessonState};
use crate::language::Words;
use crate::text::slug::slug;

/// The lessons as readers may look through them; each list is in the writer's order.
#[derive(Debug, Default)]
pub(super) struct Shelves {
    /// The themes, in the order in which they first came up; lessons without one are a last theme without a name.
    pub(super) themes: Vec<Theme>,
    /// The states that lessons are in, and the lessons in each.
    pub(super) states: Vec<(State, Vec<usize>)>,
}

/// A theme: what the tags of lessons have in common.
#[derive(Debug)]
pub(super) struct Theme {
    /// Its first spelling.
    pub(super) name: String,
    pub(super) slug: String,
    /// The lessons that have it first, which stand under it where every lesson stands once.
    pub(super) own: Vec<usize>,
    /// All lessons that have it.
    pub(super) all: Vec<usize>,
}

/// Where a lesson stands, without how often.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum State {
    /// Nothing has happened to it yet.
    New,
    /// It held again.
    Confirmed,
    /// It was changed.
    Revised,
    /// It was taken back.
    TakenBack,
}

impl State {
    const ALL: [Self; 4] = [Self::Confirmed, Self::New, Self::Revised, Self::TakenBack];

    fn of(lesson: &Lesson) -> Self {
        match lesson.state() {
            LessonState::New => Self::New,
            LessonState::Confirmed(_) => Self::Confirmed,
            LessonState::Revised => Self::Revised,
            LessonState::Retracted => Self::TakenBack,
        }
    }

    /// The last part of the address of its page.
    pub(super) fn slug(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Confirmed => "confirmed",
            Self::Revised => "revised",
            Self::TakenBack => "taken-back",
        }
    }

    /// Its name on pages.
    pub(super) fn name(self, words: &Words) -> String {
        words.word(match self {
            Self::New => "lesson-state-new",
            Self::Confirmed => "lesson-state-confirmed",
            Self::Revised => "lesson-state-revised",
            Self::TakenBack => "lesson-state-taken-back",
        })
    }

    /// The address of the page of the lessons in it.
    pub(super) fn address(self) -> String {
        format!("/lessons/state/{}/", self.slug())
    }
}

impl Theme {
    /// The address of the page of its lessons; none of lessons without a theme.
    pub(super) fn address(&self) -> Option<String> {
        (!self.slug.is_empty()).then(|| format!("/lessons/theme/{}/", self.slug))
    }
}

impl Shelves {
    /// Puts the lessons of a journal on their shelves.
    pub(super) fn of(journal: &Journal, order: LessonOrder) -> Self {
        let lessons = &journal.lessons.all;
        let mut themes: Vec<Theme> = Vec::new();
        for lesson in lessons {
            let names: Vec<&str> = if lesson.tags.is_empty() { vec![""] } else { tags(lesson).collect() };
            for name in names {
                let slug = if name.is_empty() { String::new() } else { slug(name) };
                if themes.iter().all(|theme| theme.slug != slug) {
                    themes.push(Theme { name: name.to_owned(), slug, own: Vec::new(), all: Vec::new() });
                }
            }
        }
        themes.sort_by_key(|theme| theme.slug.is_empty());
        let mut sorted: Vec<usize> = (0..lessons.len()).collect();
        sorted.sort_by_key(|index| rank(&lessons[*index], order));
        for index in &sorted {
            let slugs: Vec<String> = tags(&lessons[*index]).map(slug).collect();
            for theme in &mut themes {
                let is_first = slugs.first().map_or("", String::as_str) == theme.slug;
                if is_first {
                    theme.own.push(*index);
                }
                if is_first || slugs.contains(&theme.slug) {
                    theme.all.push(*index);
                }
            }
        }
        let state = |state: State| {
            let own = sorted.iter().copied().filter(|index| State::of(&lessons[*index]) == state);
            (state, own.collect::<Vec<usize>>())
        };
        let states = State::ALL.into_iter().map(state).filter(|(_, own)| !own.is_empty()).collect();
        Self { themes, states }
    }

    /// The themes that have a page: none where all lessons are of one.
    pub(super) fn theme_pages(&self) -> impl Iterator<Item = (usize, &Theme)> {
        let several = self.themes.len() > 1;
        self.themes.iter().enumerate().filter(move |(_, theme)| several && !theme.slug.is_empty())
    }

    /// The states that have a page: none where all lessons are in one.
    pub(super) fn state_pages(&self) -> impl Iterator<Item = (State, &[usize])> {
        let several = self.states.len() > 1;
        self.states.iter().filter(move |_| several).map(|(state, own)| (*state, own.as_slice()))
    }
}

/// What a lesson is called where nothing can be struck: one that was taken back is never said as if it held.
pub(super) fn lesson_title(lesson: &Lesson, words: &Words) -> String {
    match lesson.is_retracted() {
        true => words.say("lesson-retracted", &[("title", lesson.title.as_str().into())]),
        false => lesson.title.clone(),
    }
}

/// The tags of a lesson; a tag that was left empty is none.
fn tags(lesson: &Lesson) -> impl Iterator<Item = &str> {
    lesson.tags.iter().map(String::as_str)
}

/// What comes first: pinned lessons, then by the order; equal ones stay as they were learned.
fn rank(lesson: &Lesson, order: LessonOrder) -> (bool, bool, std::cmp::Reverse<usize>) {
    let (back, held) = match order {
        LessonOrder::Learned => (false, 0),
        LessonOrder::Evidence => (lesson.is_retracted(), lesson.times(EventKind::Confirmed)),
    };
    (!lesson.pinned, back, std::cmp::Reverse(held))
}

impl Site {
    /// The lessons before and after one.
    pub(super) fn near_lessons(&self, index: usize) -> [Option<&Lesson>; 2] {
        let near = [index.checked_sub(1), Some(index + 1)];
        near.map(|at| self.journal.lessons.all.get(at?))
    }

    /// The name of a lesson's first theme, and the address of the theme's page where it has one.
    pub(super) fn theme_of(&self, index: usize) -> Option<(&str, Option<String>)> {
        let slug = slug(self.journal.lessons.all[index].tags.first()?);
        let theme = self.indexes.shelves.themes.iter().find(|theme| theme.slug == slug)?;
        let has_page = self.indexes.shelves.theme_pages().any(|(_, own)| own.slug == slug);
        Some((&theme.name, theme.address().filter(|_| has_page)))
    }
}
