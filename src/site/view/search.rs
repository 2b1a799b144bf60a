//! The search page: a form that a script answers, and lists that lead anywhere without one.

use super::archive::entries;
use super::{Head, LinkView};
use crate::site::reader::PlanReader;
use crate::site::search::{ENTRY, Filters, INDEX, LESSON, PAGE};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct SearchView {
    head: Head,
    /// The folder of the index.
    index: String,
    /// Whether there are results that come after all others.
    last: bool,
    filters: Vec<Filter>,
    lessons: Vec<LinkView>,
    /// The archive, or its years, each with how many entries it has.
    entries: Vec<Counted>,
    tags: Vec<Counted>,
    pages: Vec<LinkView>,
}

/// Something that results can be narrowed to.
#[derive(Debug, Serialize)]
struct Filter {
    /// Its name in the index and in addresses.
    name: &'static str,
    label: String,
    /// The words for all of its values together.
    all: String,
    options: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Choice {
    value: String,
    label: String,
}

/// A link with how many entries stand behind it.
#[derive(Debug, Serialize)]
struct Counted {
    href: String,
    label: String,
    entries: String,
}

/// The search page.
pub(super) fn view(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> SearchView {
    let lesson = |lesson: &crate::journal::Lesson| LinkView {
        href: site.path(&format!("/lessons/{}/", lesson.id)),
        label: crate::site::shelves::lesson_title(lesson, &site.language.words),
    };
    let page =
        |(address, title, _): (&str, &str, usize)| LinkView { href: site.link(address), label: title.to_owned() };
    let tag = |(name, slug, n): (&str, &str, usize)| Counted {
        href: site.link(&format!("/tags/{slug}/")),
        label: name.to_owned(),
        entries: entries(site, n),
    };
    let words = &site.language.words;
    SearchView {
        head: head(
            &words.word("search"),
            &words.say("search-description", &[("site", site.config.title.as_str().into())]),
        ),
        index: site.path(INDEX),
        last: site.filters().last,
        filters: filters(site),
        lessons: site.lessons().iter().map(lesson).collect(),
        entries: years(site),
        tags: site.tags().map(tag).collect(),
        pages: site.found_pages().map(page).collect(),
    }
}

/// The filters that have something to choose from.
fn filters(site: &PlanReader<'_>) -> Vec<Filter> {
    let Filters { kinds, phases, injuries, years, last: _ } = site.filters();
    let words = &site.language.words;
    let kind = |kind: &str| {
        let label = match kind {
            LESSON => words.word("lessons"),
            PAGE => words.word("pages"),
            ENTRY => words.word("entries"),
            other => other.to_owned(),
        };
        Choice { value: kind.to_owned(), label }
    };
    let same = |text: String| Choice { value: text.clone(), label: text };
    let all = [
        ("kind", "search-kind", "search-everything", kinds.into_iter().map(kind).collect()),
        ("phase", "search-phase", "search-all-phases", phases.into_iter().map(same).collect()),
        ("injury", "search-injury", "search-all-injuries", injuries.into_iter().map(same).collect()),
        ("tag", "search-tag", "all-tags", site.tags().map(|(name, ..)| same(name.to_owned())).collect()),
        ("year", "search-year", "all-years", years.into_iter().map(|year| same(year.to_string())).collect::<Vec<_>>()),
    ];
    all.into_iter()
        .filter(|(.., options)| options.len() > 1)
        .map(|(name, label, all, options)| Filter { name, label: words.word(label), all: words.word(all), options })
        .collect()
}

/// The years of the archive, newest first, and what has no date.
fn years(site: &PlanReader<'_>) -> Vec<Counted> {
    let archive = site.archive();
    let link = |name: &str, label: String, n: usize| {
        let address = if archive.split { format!("/archive/{name}/") } else { format!("/archive/#{name}") };
        Counted { href: site.path(&address), label, entries: entries(site, n) }
    };
    let mut all: Vec<Counted> =
        archive.years.iter().map(|y| link(&y.year.to_string(), y.year.to_string(), y.listed.len())).collect();
    if !archive.undated.is_empty() {
        all.push(link("undated", site.language.words.word("undated"), archive.undated.len()));
    }
    all
}
