//! All entries by date.

use super::super::{Site, links};
use super::{Day, Head, LinkView};
use crate::language::Arg;
use jiff::civil::Date;
use serde::Serialize;
use std::ops::Range;

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
pub(super) fn beginning(site: &Site) -> Option<Beginning> {
    let entry = &site.journal.items[site.first_listed()?].entry;
    let href = site.path(&links::encode(site.addresses.get(&entry.path)?));
    Some(Beginning { label: entry.title.clone(), href, day: entry.date.map(|day| Day::new(site, day)) })
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
pub(super) fn all(site: &Site, head: impl Fn(&str, &str) -> Head) -> ArchiveView {
    let archive = &site.archive;
    let years: Vec<YearView> = archive.years.iter().map(|y| year(site, y.year, &y.listed, !archive.split)).collect();
    let undated = if archive.split { Vec::new() } else { rows(site, &archive.undated) };
    let intro = intro(site, &(0..site.listed.len()));
    let words = &site.language.words;
    let args = [("site", Arg::from(site.config.title.as_str())), ("entries", intro.as_str().into())];
    let head = head(&words.word("archive"), &words.say("archive-description", &args));
    ArchiveView { beginning: beginning(site), ..view(site, head, intro, years, undated) }
}

/// The page of one year, by its index.
pub(super) fn of_year(site: &Site, index: usize, head: impl Fn(&str, &str) -> Head) -> ArchiveView {
    let years = &site.archive.years;
    let own = &years[index];
    let intro = intro(site, &own.listed);
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
        older: years.get(index + 1).map(|older| link(older.year)),
        newer: index.checked_sub(1).map(|newer| link(years[newer].year)),
        whole: Some(site.path("/archive/")),
        jumps: Vec::new(),
        ..view(site, head, intro, vec![year(site, own.year, &own.listed, true)], Vec::new())
    }
}

/// The page of the entries without a date, where years have pages of their own.
pub(super) fn undated(site: &Site, head: impl Fn(&str, &str) -> Head) -> ArchiveView {
    let listed = &site.archive.undated;
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

fn view(site: &Site, head: Head, intro: String, years: Vec<YearView>, undated: Vec<Row>) -> ArchiveView {
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
fn jumps(site: &Site) -> Vec<LinkView> {
    let archive = &site.archive;
    let to = |name: &str| match archive.split {
        true => site.path(&format!("/archive/{name}/")),
        false => format!("#{name}"),
    };
    let mut jumps: Vec<LinkView> =
        archive.years.iter().map(|y| LinkView { href: to(&y.year.to_string()), label: y.year.to_string() }).collect();
    if !archive.undated.is_empty() {
        jumps.push(LinkView { href: to("undated"), label: site.language.words.word("undated") });
    }
    if jumps.len() < 2 { Vec::new() } else { jumps }
}

/// `23 entries, 3 August 2020 to 14 August 2020.`
fn intro(site: &Site, listed: &Range<usize>) -> String {
    let (words, written) = (&site.language.words, &site.language.dates);
    let n = || ("n", Arg::from(listed.len()));
    let mut dates = site.listed[listed.clone()].iter().filter_map(|item| site.journal.items[*item].entry.date);
    let newest = dates.next();
    let oldest = dates.last().or(newest);
    match oldest.zip(newest) {
        Some((from, to)) if from == to => words.say("archive-entries-on", &[n(), ("day", written.long(from).into())]),
        Some((from, to)) => {
            let (from, to) = (written.long(from).into(), written.long(to).into());
            words.say("archive-entries-between", &[n(), ("from", from), ("to", to)])
        }
        None => words.say("archive-entries", &[n()]),
    }
}

/// `23 entries`.
pub(super) fn entries(site: &Site, n: usize) -> String {
    site.language.words.say("entry-count", &[("n", n.into())])
}

/// A year with its months; their entries stand in it only where the page is theirs.
fn year(site: &Site, year: i16, listed: &Range<usize>, with_rows: bool) -> YearView {
    let page = site.path(&format!("/archive/{year}/"));
    let mut months: Vec<(Date, Range<usize>)> = Vec::new();
    for at in listed.clone() {
        let Some(date) = site.journal.items[site.listed[at]].entry.date else { continue };
        match months.last_mut().filter(|(first, _)| first.month() == date.month()) {
            Some((_, range)) => range.end = at + 1,
            None => months.push((date, at..at + 1)),
        }
    }
    let month = |(date, range): (Date, Range<usize>)| {
        let id = format!("{year:04}-{:02}", date.month());
        MonthView {
            href: (!with_rows).then(|| format!("{page}#{id}")),
            name: site.language.dates.month(date).to_owned(),
            entries: entries(site, range.len()),
            rows: if with_rows { rows(site, &range) } else { Vec::new() },
            id,
        }
    };
    YearView {
        name: year.to_string(),
        entries: entries(site, listed.len()),
        href: (!with_rows).then(|| page.clone()),
        months: months.into_iter().map(month).collect(),
    }
}

fn rows(site: &Site, listed: &Range<usize>) -> Vec<Row> {
    let row = |item: &usize| {
        let entry = &site.journal.items[*item].entry;
        Row {
            day: entry.date.map(|day| Day::new(site, day)),
            number: entry.date.map_or(0, Date::day),
            weekday: entry.date.map_or_else(String::new, |date| site.language.dates.short_weekday(date).to_owned()),
            title: entry.title.clone(),
            href: site.path(&links::encode(site.address_of(*item))),
            score: entry.record().own.map(|own| site.language.numbers.score(own.value())),
            draft: entry.draft,
        }
    };
    site.listed[listed.clone()].iter().map(row).collect()
}
