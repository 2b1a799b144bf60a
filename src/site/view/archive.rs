//! All entries by date.

use super::{Day, Head, LinkView};
use crate::language::Arg;
use crate::site::archive::Year;
use crate::site::reader::{PlanReader, Years};
use jiff::civil::Date;
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct ArchiveView {
    head: Head,
    title: String,
    /// How many entries, from when to when.
    intro: String,
    /// Where years have pages of their own, the way back.
    whole: Option<String>,
    /// The row of links to the years, and to the undated entries.
    jumps: Vec<LinkView>,
    /// The first entry, on the page of all of them.
    beginning: Option<Beginning>,
    years: Vec<YearView>,
    undated: Vec<Row>,
    /// How many those are.
    undated_entries: String,
    /// Whether any entry has a score.
    scored: bool,
    older: Option<LinkView>,
    newer: Option<LinkView>,
}

/// Where the journal begins.
#[derive(Debug, Serialize)]
pub(super) struct Beginning {
    label: String,
    href: String,
    day: Option<Day>,
}

/// The first entry of a journal that goes on after it.
pub(super) fn beginning(site: &PlanReader<'_>) -> Option<Beginning> {
    let card = site.card(site.first_listed()?);
    let href = site.link(card.address);
    Some(Beginning { label: card.title.to_owned(), href, day: card.date.map(|day| Day::new(site, day)) })
}

#[derive(Debug, Serialize)]
struct YearView {
    name: String,
    entries: String,
    /// The page of the year, where it has one of its own and this is not it.
    href: Option<String>,
    months: Vec<MonthView>,
}

#[derive(Debug, Serialize)]
struct MonthView {
    /// `2020-08`
    id: String,
    name: String,
    entries: String,
    /// The month on its year's page, where that is another one.
    href: Option<String>,
    rows: Vec<Row>,
}

/// An entry on one line.
#[derive(Debug, Serialize)]
struct Row {
    day: Option<Day>,
    /// The day of the month.
    number: i8,
    weekday: String,
    title: String,
    href: String,
    /// The most pain of the day.
    score: Option<String>,
    draft: bool,
}

/// The page of all entries, or of the years that have pages of their own.
pub(super) fn all(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> ArchiveView {
    let archive = site.archive();
    let years = archive.years.iter().enumerate().map(|(index, own)| {
        let items = if archive.split { &[] } else { site.year(index).1 };
        year(site, own, items)
    });
    let years = years.collect();
    let undated = if archive.split { Vec::new() } else { rows(site, site.undated()) };
    let intro = intro(site, &archive.years, archive.undated.len());
    let words = &site.language.words;
    let args = [("site", Arg::from(site.config.title.as_str())), ("entries", intro.as_str().into())];
    let head = head(&words.word("archive"), &words.say("archive-description", &args));
    ArchiveView { beginning: beginning(site), ..view(site, head, intro, years, undated) }
}

/// The page of one year, by its index.
pub(super) fn of_year(site: &PlanReader<'_>, index: usize, head: impl Fn(&str, &str) -> Head) -> ArchiveView {
    let Years { years, .. } = site.years();
    let (own, items) = site.year(index);
    let intro = intro(site, std::slice::from_ref(own), 0);
    let year_name = own.year.to_string();
    let args = [
        ("site", Arg::from(site.config.title.as_str())),
        ("year", year_name.as_str().into()),
        ("entries", intro.as_str().into()),
    ];
    let head = head(&year_name, &site.language.words.say("archive-year-description", &args));
    let link = |year: i16| LinkView { href: site.path(&format!("/archive/{year}/")), label: year.to_string() };
    ArchiveView {
        title: year_name,
        older: years.get(index + 1).copied().map(link),
        newer: index.checked_sub(1).map(|newer| link(years[newer])),
        whole: Some(site.path("/archive/")),
        jumps: Vec::new(),
        ..view(site, head, intro, vec![year(site, own, items)], Vec::new())
    }
}

/// The page of the entries without a date, where years have pages of their own.
pub(super) fn undated(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> ArchiveView {
    let listed = site.undated();
    let words = &site.language.words;
    let intro = words.say("archive-entries", &[("n", listed.len().into())]);
    let title = words.word("undated");
    let description = words.say("archive-undated-description", &[("site", site.config.title.as_str().into())]);
    let head = head(&title, &description);
    ArchiveView {
        title,
        whole: Some(site.path("/archive/")),
        jumps: Vec::new(),
        ..view(site, head, intro, Vec::new(), rows(site, listed))
    }
}

fn view(site: &PlanReader<'_>, head: Head, intro: String, years: Vec<YearView>, undated: Vec<Row>) -> ArchiveView {
    let scored = |row: &Row| row.score.is_some();
    ArchiveView {
        head,
        title: site.language.words.word("archive"),
        intro,
        whole: None,
        jumps: jumps(site),
        beginning: None,
        scored: undated.iter().any(scored)
            || years.iter().flat_map(|year| &year.months).flat_map(|month| &month.rows).any(scored),
        undated_entries: entries(site, undated.len()),
        years,
        undated,
        older: None,
        newer: None,
    }
}

/// Links to the years, where there are several; to places of the page, or to pages.
fn jumps(site: &PlanReader<'_>) -> Vec<LinkView> {
    let Years { years, undated, split } = site.years();
    let to = |name: &str| match split {
        true => site.path(&format!("/archive/{name}/")),
        false => format!("#{name}"),
    };
    let mut jumps: Vec<LinkView> =
        years.iter().map(|year| LinkView { href: to(&year.to_string()), label: year.to_string() }).collect();
    if undated {
        jumps.push(LinkView { href: to("undated"), label: site.language.words.word("undated") });
    }
    if jumps.len() < 2 { Vec::new() } else { jumps }
}

/// `23 entries, 3 August 2020 to 14 August 2020.`
fn intro(site: &PlanReader<'_>, years: &[Year], undated: usize) -> String {
    let (words, written) = (&site.language.words, &site.language.dates);
    let n = years.iter().map(|year| year.listed.len()).sum::<usize>() + undated;
    let n = || ("n", Arg::from(n));
    match years.last().map(|year| year.first).zip(years.first().map(|year| year.last)) {
        Some((from, to)) if from == to => words.say("archive-entries-on", &[n(), ("day", written.long(from).into())]),
        Some((from, to)) => {
            let (from, to) = (written.long(from).into(), written.long(to).into());
            words.say("archive-entries-between", &[n(), ("from", from), ("to", to)])
        }
        None => words.say("archive-entries", &[n()]),
    }
}

/// `23 entries`.
pub(super) fn entries(site: &PlanReader<'_>, n: usize) -> String {
    site.language.words.say("entry-count", &[("n", n.into())])
}

/// A year with its months; their entries stand in it only where the page is theirs.
fn year(site: &PlanReader<'_>, own: &Year, mut items: &[usize]) -> YearView {
    let page = site.path(&format!("/archive/{}/", own.year));
    let with_rows = !items.is_empty();
    let mut month = |(month, n): &(Date, usize)| {
        let id = format!("{:04}-{:02}", own.year, month.month());
        let (rows_of, later) = items.split_at((*n).min(items.len()));
        items = later;
        MonthView {
            href: (!with_rows).then(|| format!("{page}#{id}")),
            name: site.language.dates.month(*month).to_owned(),
            entries: entries(site, *n),
            rows: rows(site, rows_of),
            id,
        }
    };
    YearView {
        name: own.year.to_string(),
        entries: entries(site, own.listed.len()),
        href: (!with_rows).then(|| page.clone()),
        months: own.months.iter().map(&mut month).collect(),
    }
}

fn rows(site: &PlanReader<'_>, items: &[usize]) -> Vec<Row> {
    let row = |item: &usize| {
        let card = site.card(*item);
        Row {
            day: card.date.map(|day| Day::new(site, day)),
            number: card.date.map_or(0, Date::day),
            weekday: card.date.map_or_else(String::new, |date| site.language.dates.short_weekday(date).to_owned()),
            title: card.title.to_owned(),
            href: site.link(card.address),
            score: site.worst(*item).map(|worst| site.language.numbers.score(worst.value())),
            draft: card.draft,
        }
    };
    items.iter().map(row).collect()
}
