//! The lessons by theme: all of them, those of one theme, or those in one state.

use super::super::shelves::State;
use super::super::{Site, links};
use super::lessons::{LessonCard, capitalised, card};
use super::own_words::{RedFlagsView, red_flags};
use super::{Head, LinkView};
use crate::journal::{Lesson, LessonState};
use crate::text::slug::slug;
use crate::text::words::number;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct LessonsView {
    head: Head,
    title: String,
    intro: String,
    /// The lessons that the writer puts first, in that order.
    top: Vec<TopLine>,
    filters: Vec<Filter>,
    red_flags: Option<RedFlagsView>,
    groups: Vec<Group>,
    /// Whether any lesson has a drawing.
    drawn: bool,
}

#[derive(Debug, Serialize)]
struct TopLine {
    title: String,
    /// The lesson further down the page.
    href: String,
    state: String,
    retracted: bool,
}

/// A way to look at some of the lessons only.
#[derive(Debug, Serialize)]
struct Filter {
    name: &'static str,
    links: Vec<FilterLink>,
}

#[derive(Debug, Serialize)]
struct FilterLink {
    link: LinkView,
    count: usize,
    /// Whether this is the page that it leads to.
    here: bool,
}

#[derive(Debug, Serialize)]
struct Group {
    id: String,
    name: String,
    lessons: Vec<LessonCard>,
}

/// Which lessons a page shows.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Shown {
    All,
    Theme(usize),
    State(State),
}

/// The page of all lessons.
pub(super) fn all(site: &Site, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let lessons = &site.journal.lessons.all;
    let intro = intro(lessons);
    let mut top: Vec<&Lesson> = lessons.iter().filter(|lesson| lesson.top).collect();
    top.sort_by_key(|lesson| lesson.number);
    let line = |lesson: &&Lesson| TopLine {
        title: lesson.title.clone(),
        href: format!("#{}", lesson.id),
        state: super::lesson_state(lesson),
        retracted: lesson.state() == LessonState::Retracted,
    };
    let view = view(site, Shown::All, head("Lessons", &intro), "Lessons".to_owned(), intro);
    LessonsView { top: top.iter().map(line).collect(), ..view }
}

/// The page of the lessons of a theme.
pub(super) fn of_theme(site: &Site, index: usize, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let theme = &site.shelves.themes[index];
    some(site, Shown::Theme(index), &capitalised(&theme.name), theme.all.len(), head)
}

/// The page of the lessons in a state.
pub(super) fn in_state(site: &Site, state: State, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let found = site.shelves.states.iter().find(|(own, _)| *own == state);
    some(site, Shown::State(state), state.name(), found.map_or(0, |(_, own)| own.len()), head)
}

fn some(site: &Site, shown: Shown, name: &str, n: usize, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let title = format!("Lessons: {name}");
    let intro = format!("{n} of {}.", site.journal.lessons.all.len());
    view(site, shown, head(&title, &format!("{title}. {intro}")), title, intro)
}

fn view(site: &Site, shown: Shown, head: Head, title: String, intro: String) -> LessonsView {
    let groups = groups(site, shown);
    LessonsView {
        head,
        title,
        intro,
        top: Vec::new(),
        filters: filters(site, shown),
        red_flags: red_flags(site).filter(|_| shown == Shown::All),
        drawn: groups.iter().flat_map(|group| &group.lessons).any(LessonCard::is_drawn),
        groups,
    }
}

/// The lessons shown, each under its first theme.
fn groups(site: &Site, shown: Shown) -> Vec<Group> {
    let shelves = &site.shelves;
    let cards = |lessons: &[usize]| lessons.iter().map(|index| card(site, *index)).collect::<Vec<_>>();
    if let Shown::Theme(index) = shown {
        return vec![Group { id: String::new(), name: String::new(), lessons: cards(&shelves.themes[index].all) }];
    }
    let in_state = |index: &usize| match shown {
        Shown::State(state) => shelves.states.iter().any(|(own, lessons)| *own == state && lessons.contains(index)),
        Shown::All | Shown::Theme(_) => true,
    };
    let only = shelves.themes.iter().filter(|theme| !theme.own.is_empty()).count() == 1;
    let group = |theme: &super::super::shelves::Theme| {
        let own: Vec<usize> = theme.own.iter().copied().filter(in_state).collect();
        let name = if theme.name.is_empty() && !only { "Others".to_owned() } else { capitalised(&theme.name) };
        // The id of a theme without a name is that of no tag, whose slug is never empty.
        let id = format!("theme-{}", if theme.slug.is_empty() { slug("") } else { theme.slug.clone() });
        (!own.is_empty()).then(|| Group { id, name, lessons: cards(&own) })
    };
    shelves.themes.iter().filter_map(group).collect()
}

/// The links that show fewer lessons, or all of them again; where nothing would be left out there are none.
fn filters(site: &Site, shown: Shown) -> Vec<Filter> {
    let shelves = &site.shelves;
    let link = |label: String, address: &str, count: usize, here: bool| FilterLink {
        link: LinkView { href: site.path(&links::encode(address)), label },
        count,
        here,
    };
    let states = shelves
        .state_pages()
        .map(|(state, own)| link(state.name().to_owned(), &state.address(), own.len(), shown == Shown::State(state)));
    let themes = shelves.theme_pages().filter_map(|(index, theme)| {
        Some(link(capitalised(&theme.name), &theme.address()?, theme.all.len(), shown == Shown::Theme(index)))
    });
    let all = || link("All".to_owned(), "/lessons/", site.journal.lessons.all.len(), shown == Shown::All);
    let filter = |name, links: Vec<FilterLink>| {
        (!links.is_empty()).then(|| Filter { name, links: std::iter::once(all()).chain(links).collect() })
    };
    [filter("By state", states.collect()), filter("By theme", themes.collect())].into_iter().flatten().collect()
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
