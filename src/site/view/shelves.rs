//! The lessons by theme: all of them, those of one theme, or those in one state.

use super::lessons::{LessonCard, card};
use super::own_words::{RedFlagsView, red_flags};
use super::{FigureView, Head, LinkView};
use crate::chart::Figure;
use crate::chart::kind::lessons;
use crate::journal::{Lesson, LessonState};
use crate::language::Arg;
use crate::site::reader::PlanReader;
use crate::site::shelves::State;
use crate::text::capital;
use crate::text::slug::slug;
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
    /// All lessons over time, where they are more than one.
    chart: Option<FigureView>,
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
    reason: String,
    number: usize,
}

/// A way to look at some of the lessons only.
#[derive(Debug, Serialize)]
struct Filter {
    name: String,
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
pub(super) fn all(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let lessons = site.lessons();
    let words = &site.language.words;
    let intro = intro(site);
    let mut top: Vec<&Lesson> = lessons.iter().filter(|lesson| lesson.top.is_some()).collect();
    top.sort_by_key(|lesson| lesson.top);
    let line = |lesson: &&Lesson| TopLine {
        title: lesson.title.clone(),
        href: format!("#{}", lesson.id),
        state: super::lesson_state(lesson, words),
        retracted: lesson.is_retracted(),
        reason: super::lessons::reason(lesson),
        number: lesson.number,
    };
    let view = view(site, Shown::All, head(&words.word("lessons"), &intro), words.word("lessons"), intro);
    LessonsView { top: top.iter().map(line).collect(), chart: chart(site), ..view }
}

/// The lessons over time; their list is the page itself.
fn chart(site: &PlanReader<'_>) -> Option<FigureView> {
    let dated = site.lessons().iter().filter(|lesson| lesson.learned.is_some()).count();
    // No lesson's id has an underscore.
    let drawn = || site.charts().draw(&lessons::Options, None, "chart_of");
    (dated > 1).then(|| FigureView::new(site, Figure { notes: Vec::new(), ..drawn() }))
}

/// The page of the lessons of a theme.
pub(super) fn of_theme(site: &PlanReader<'_>, index: usize, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let theme = &site.shelves().themes[index];
    some(site, Shown::Theme(index), &capital(&theme.name), theme.all.len(), head)
}

/// The page of the lessons in a state.
pub(super) fn in_state(site: &PlanReader<'_>, state: State, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let found = site.shelves().states.iter().find(|(own, _)| *own == state);
    let n = found.map_or(0, |(_, own)| own.len());
    some(site, Shown::State(state), &state.name(&site.language.words), n, head)
}

fn some(site: &PlanReader<'_>, shown: Shown, name: &str, n: usize, head: impl Fn(&str, &str) -> Head) -> LessonsView {
    let words = &site.language.words;
    let title = words.say("lessons-some", &[("name", name.into())]);
    let all = site.lessons().len();
    let intro = words.say("lessons-some-of", &[("n", n.into()), ("all", all.into())]);
    let args = [("title", Arg::from(title.as_str())), ("intro", intro.as_str().into())];
    view(site, shown, head(&title, &words.say("lessons-description", &args)), title, intro)
}

fn view(site: &PlanReader<'_>, shown: Shown, head: Head, title: String, intro: String) -> LessonsView {
    let groups = groups(site, shown);
    LessonsView {
        head,
        title,
        intro,
        top: Vec::new(),
        filters: filters(site, shown),
        red_flags: if shown == Shown::All { red_flags(site) } else { None },
        chart: None,
        drawn: groups.iter().flat_map(|group| &group.lessons).any(LessonCard::is_drawn),
        groups,
    }
}

/// The lessons shown, each under its first theme.
fn groups(site: &PlanReader<'_>, shown: Shown) -> Vec<Group> {
    let shelves = site.shelves();
    let cards = |lessons: &[usize]| lessons.iter().map(|index| card(site, *index)).collect::<Vec<_>>();
    if let Shown::Theme(index) = shown {
        return vec![Group { id: String::new(), name: String::new(), lessons: cards(&shelves.themes[index].all) }];
    }
    let in_state = |index: &usize| match shown {
        Shown::State(state) => shelves.states.iter().any(|(own, lessons)| *own == state && lessons.contains(index)),
        Shown::All | Shown::Theme(_) => true,
    };
    let only = shelves.themes.iter().filter(|theme| !theme.own.is_empty()).count() == 1;
    let group = |theme: &crate::site::shelves::Theme| {
        let own: Vec<usize> = theme.own.iter().copied().filter(in_state).collect();
        let name = match theme.name.is_empty() && !only {
            true => site.language.words.word("lessons-others"),
            false => capital(&theme.name),
        };
        // The id of a theme without a name is that of no tag, whose slug is never empty.
        let id = format!("theme-{}", if theme.slug.is_empty() { slug("") } else { theme.slug.clone() });
        (!own.is_empty()).then(|| Group { id, name, lessons: cards(&own) })
    };
    shelves.themes.iter().filter_map(group).collect()
}

/// The links that show fewer lessons, or all of them again; where nothing would be left out there are none.
fn filters(site: &PlanReader<'_>, shown: Shown) -> Vec<Filter> {
    let (shelves, words) = (site.shelves(), &site.language.words);
    let link = |label: String, address: &str, count: usize, here: bool| FilterLink {
        link: LinkView { href: site.link(address), label },
        count,
        here,
    };
    let states = shelves
        .state_pages()
        .map(|(state, own)| link(state.name(words), &state.address(), own.len(), shown == Shown::State(state)));
    let themes = shelves.theme_pages().filter_map(|(index, theme)| {
        Some(link(capital(&theme.name), &theme.address()?, theme.all.len(), shown == Shown::Theme(index)))
    });
    let all = || link(words.word("lessons-all"), "/lessons/", site.lessons().len(), shown == Shown::All);
    let filter = |name: &str, links: Vec<FilterLink>| {
        (!links.is_empty())
            .then(|| Filter { name: words.word(name), links: std::iter::once(all()).chain(links).collect() })
    };
    [filter("lessons-by-state", states.collect()), filter("lessons-by-theme", themes.collect())]
        .into_iter()
        .flatten()
        .collect()
}

fn intro(site: &PlanReader<'_>) -> String {
    let (lessons, words) = (site.lessons(), &site.language.words);
    let things = Arg::from(words.say("lessons-things", &[("n", lessons.len().into())]));
    let count = |wanted: fn(LessonState) -> bool| {
        let n = lessons.iter().filter(|lesson| wanted(lesson.state())).count();
        (n > 0).then(|| [("count", Arg::from(words.say("count-in-words", &[("n", n.into())]))), ("n", n.into())])
    };
    let parts = [
        count(|s| matches!(s, LessonState::Confirmed(_))).map(|n| words.say("lessons-confirmed", &n)),
        count(|s| s == LessonState::Revised).map(|n| words.say("lessons-revised", &n)),
        count(|s| s == LessonState::Retracted).map(|n| words.say("lessons-taken-back", &n)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return words.say("lessons-intro", &[("things", things)]);
    }
    words.say("lessons-intro-with", &[("things", things), ("parts", parts.join(", ").into())])
}
