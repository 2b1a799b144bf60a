//! The treatments by type: what they were, what they took, and pain around them.

use super::done::{self, TreatmentRow};
use super::exercises::{Fact, Further};
use super::{Day, FigureView, Head, measures};
use crate::chart::kind::treatments;
use crate::entry::{Helped, Private, Treatment};
use crate::journal::metrics::around::around_all;
use crate::journal::metrics::median;
use crate::journal::stats;
use crate::language::{Arg, Language, Words};
use crate::site::links;
use crate::site::reader::{Logged, PlanReader};
use crate::units::Score;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Rows that a table shows open.
const OPEN: usize = 12;

#[derive(Debug, Serialize)]
pub(super) struct TreatmentsView {
    head: Head,
    intro: String,
    figure: Option<FigureView>,
    sections: Vec<Section>,
}

/// A type of treatment.
#[derive(Debug, Serialize)]
struct Section {
    id: String,
    name: String,
    facts: Vec<Fact>,
    open: Vec<Visit>,
    /// The older ones.
    folded: Vec<Visit>,
    further: Further,
    /// Whether any visit has a cost that is shown.
    costs: bool,
}

#[derive(Debug, Serialize)]
struct Visit {
    day: Day,
    href: Option<String>,
    row: TreatmentRow,
}

/// What was had on a day, with the entry that has it.
type Had<'a> = (Logged<'a>, &'a Treatment);

/// The place of a type of treatment on its page.
pub(super) fn place(slug: &str) -> String {
    format!("/treatments/#{}", links::encode(&anchor(slug)))
}

/// The page itself has the id `main`, and no slug ends with a hyphen.
fn anchor(slug: &str) -> String {
    if slug == "main" { "main-".to_owned() } else { slug.to_owned() }
}

/// The page of the treatments.
pub(super) fn view(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> TreatmentsView {
    let had = all_had(site);
    let sums = site.treatment_sums();
    let section =
        |(slug, name): (&String, &String)| Some(section(site, slug, name, had.get(slug.as_str())?, sums.get(slug)?));
    let sections: Vec<Section> = site.treatments().iter().filter_map(section).collect();
    let words = &site.language.words;
    let description = words.say("treatments-description", &[("site", site.config.title.as_str().into())]);
    TreatmentsView {
        head: head(&words.word("treatments"), &description),
        intro: words.say("treatments-intro", &[("n", sections.len().into())]),
        // No slug has an underscore, so that no type can have the ids of the drawing.
        figure: Some(FigureView::new(site, site.charts().draw(&treatments::Options { pain: true }, None, "chart_of"))),
        sections,
    }
}

fn all_had<'a>(site: &PlanReader<'a>) -> BTreeMap<&'a str, Vec<Had<'a>>> {
    let mut had: BTreeMap<&str, Vec<Had<'_>>> = BTreeMap::new();
    for day in site.logged(None) {
        for (treatment, slug) in day.treatments() {
            had.entry(slug).or_default().push((day, treatment));
        }
    }
    had
}

/// The place of each type, its name, and what the search says of it: how often, by whom and what it cost, as far as that is
/// shown. Pain around it is left out: it changes with days that have nothing to do with it, and the index with it.
pub(in crate::site) fn treatments_said(site: &PlanReader<'_>) -> Vec<(String, String, Vec<String>)> {
    let had = all_had(site);
    let sums = site.treatment_sums();
    let said = |(slug, name): (&String, &String)| {
        let (had, sums) = (had.get(slug.as_str())?, sums.get(slug)?);
        let public: Vec<&Had<'_>> = had.iter().filter(|(day, _)| day.is_public()).collect();
        let times = times(had, sums.sessions, site.language);
        let lines = times.into_iter().chain(providers(&public)).chain(costs(sums, site.language));
        Some((place(slug), name.clone(), lines.collect()))
    };
    site.treatments().iter().filter_map(said).collect()
}

fn section(site: &PlanReader<'_>, slug: &str, name: &str, had: &[Had<'_>], sums: &stats::TreatmentRow) -> Section {
    let public: Vec<&Had<'_>> = had.iter().filter(|(day, _)| day.is_public()).collect();
    let mut newest: Vec<&&Had<'_>> = public.iter().rev().collect();
    let further = Further::cut(&mut newest, site);
    let mut open: Vec<Visit> = newest.into_iter().map(|had| visit(site, had)).collect();
    let costs = open.iter().any(|visit| !visit.row.cost.is_empty());
    let folded = open.split_off(open.len().min(OPEN));
    let facts = facts(site, had, &public, sums);
    Section { id: anchor(slug), name: name.to_owned(), facts, open, folded, further, costs }
}

fn visit(site: &PlanReader<'_>, (day, treatment): &Had<'_>) -> Visit {
    let href = day.address().map(|address| site.link(address));
    Visit { day: Day::new(site, day.date), href, row: done::treatment_row(treatment, site) }
}

fn facts(site: &PlanReader<'_>, had: &[Had<'_>], public: &[&Had<'_>], sums: &stats::TreatmentRow) -> Vec<Fact> {
    let language = site.language;
    let words = &language.words;
    let mut facts = Vec::new();
    let mut say = |name: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            facts.push(Fact { name: words.word(name), lines });
        }
    };
    say("treatments-how-often", times(had, sums.sessions, language).into_iter().collect());
    say("time", took(had, sums, language));
    say("cost", costs(sums, language));
    say("treatments-by", providers(public).into_iter().collect());
    say("treatments-before-after", before_and_after(had, language).into_iter().collect());
    say("treatments-did-it-help", helped(had, &language.words).into_iter().collect());
    say("treatments-around", days_around(site, had).into_iter().collect());
    facts
}

/// What they cost, as far as that is shown and known; currencies are never added up.
fn costs(sums: &stats::TreatmentRow, language: &Language) -> Vec<String> {
    let money = |(currency, cents): (&String, &u64)| language.money(*cents, currency);
    let mut lines: Vec<String> = sums.cost.iter().map(money).collect();
    let known = [("known", sums.n_cost.into()), ("n", sums.sessions.into())];
    let some = !lines.is_empty() && sums.n_cost < sums.sessions;
    lines.extend(some.then(|| language.words.say("treatments-cost-known", &known)));
    lines
}

/// Who gave them, where that is shown.
fn providers(public: &[&Had<'_>]) -> BTreeSet<String> {
    let shown = |(_, treatment): &&Had<'_>| treatment.provider.as_ref().and_then(Private::shown).cloned();
    public.iter().filter_map(shown).collect()
}

/// How many times, and from when to when.
fn times(had: &[Had<'_>], n: usize, language: &Language) -> Option<String> {
    let (words, dates) = (&language.words, &language.dates);
    let (first, last) = (had.first()?.0.date, had.last()?.0.date);
    let n = ("n", Arg::from(n));
    Some(if first == last {
        words.say("treatments-times-on", &[n, ("day", dates.short(first).into())])
    } else {
        let (from, to) = (dates.short(first).into(), dates.short(last).into());
        words.say("treatments-times-between", &[n, ("from", from), ("to", to)])
    })
}

/// How long they and the way to them took, and how many of them that is known of.
fn took(had: &[Had<'_>], sums: &stats::TreatmentRow, language: &Language) -> Vec<String> {
    let (words, n) = (&language.words, sums.sessions);
    let known = |what: String, known: usize| match known < n {
        true => words.say("treatments-known", &[("what", what.into()), ("known", known.into()), ("n", n.into())]),
        false => what,
    };
    let mut took = Vec::new();
    if sums.n_minutes > 0 {
        took.push(known(measures::time(language, sums.minutes.unwrap_or(0.0)), sums.n_minutes));
    }
    let travelled = had.iter().filter(|(_, t)| t.travel_minutes.is_some()).count();
    if travelled > 0 {
        let time = measures::time(language, sums.travel_minutes);
        took.push(known(words.say("treatments-on-the-way", &[("time", time.into())]), travelled));
    }
    took
}

/// The medians of those that have both scores.
fn before_and_after(had: &[Had<'_>], language: &Language) -> Option<String> {
    let both = had.iter().filter_map(|(_, t)| t.pain_before.zip(t.pain_after));
    let (before, after): (Vec<f64>, Vec<f64>) = both.map(|(a, b)| (Score::value(a), Score::value(b))).unzip();
    let score = |value: f64| Arg::from(language.numbers.score(value));
    let args = [("before", score(median(&before)?)), ("after", score(median(&after)?)), ("n", before.len().into())];
    Some(language.words.say("treatments-medians", &args))
}

fn helped(had: &[Had<'_>], words: &Words) -> Option<String> {
    let times = |wanted: Helped| had.iter().filter(|(_, t)| t.helped == Some(wanted)).count();
    let given = Helped::WORDS.into_iter().map(|(answer, helped)| (answer, times(helped))).filter(|(_, n)| *n > 0);
    let said = given.map(|(answer, n)| words.say("treatments-helped", &[("answer", answer.into()), ("n", n.into())]));
    Some(said.collect::<Vec<_>>().join(", ")).filter(|said| !said.is_empty())
}

fn days_around(site: &PlanReader<'_>, had: &[Had<'_>]) -> Option<String> {
    let (words, numbers) = (&site.language.words, &site.language.numbers);
    let mut days: Vec<Date> = had.iter().map(|(day, _)| day.date).collect();
    days.dedup();
    let (around, n) = around_all(site.all_days(None)?, &days);
    let of = ("days", Arg::from(days.len()));
    Some(match around {
        Some((before, after)) => {
            let (before, after) = (numbers.score(before).into(), numbers.score(after).into());
            words.say("treatments-around-medians", &[("before", before), ("after", after), ("n", n.into()), of])
        }
        None => words.say("treatments-around-few", &[("n", n.into()), of]),
    })
}
