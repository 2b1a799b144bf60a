//! The exercises: all of them, and a page for each.

use super::super::fill::For;
use super::super::practice::Exercise;
use super::super::{Site, figure, links};
use super::done::{self, ExerciseRow};
use super::{Day, FigureView, Head};
use crate::entry::{self, Entry, Side, Verdict, Visibility};
use crate::journal::metrics::median;
use crate::journal::stats::{self, AdherenceRow, ExerciseDays};
use crate::markdown::{ChartFence, ChartKind, Name};
use crate::text::words::{count, decimals, score, short_date};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Days that the table of a page shows open.
const OPEN: usize = 50;

#[derive(Debug, Serialize)]
pub(super) struct ExercisesView {
    head: Head,
    intro: String,
    rows: Vec<Row>,
}

/// An exercise in the list.
#[derive(Debug, Serialize)]
struct Row {
    name: String,
    /// Nothing where its page is unlisted.
    href: Option<String>,
    /// What its description says first.
    summary: String,
    /// `12 days, 3 Aug 2020 to 9 Sept 2020`.
    days: String,
    /// What was done last: `3 × 8, 20 kg`.
    latest: String,
    verdicts: String,
    prescribed: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct ExerciseView {
    head: Head,
    title: String,
    draft: bool,
    intro: String,
    body: String,
    facts: Vec<Fact>,
    /// What the writer made of it, where that changed.
    changes: Vec<Change>,
    figure: Option<FigureView>,
    open: Vec<Bout>,
    /// The older days.
    folded: Vec<Bout>,
    /// Days that count and stand in no row.
    unlisted: String,
}

/// A name with its figures, a line each.
#[derive(Debug, Serialize)]
pub(super) struct Fact {
    pub(super) name: &'static str,
    pub(super) lines: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Change {
    day: Day,
    href: Option<String>,
    says: String,
}

/// An exercise on a day.
#[derive(Debug, Serialize)]
struct Bout {
    day: Day,
    href: Option<String>,
    row: ExerciseRow,
    /// A dash where none was given, which is not the same as neutral.
    verdict: &'static str,
}

/// What an exercise was on a day, with the entry that has it.
type Did<'a> = (Date, &'a Entry, &'a entry::Exercise);

/// The page of all exercises, those done most often first.
pub(super) fn all(site: &Site, head: impl Fn(&str, &str) -> Head) -> ExercisesView {
    let mut done: BTreeMap<&str, Vec<Did<'_>>> = BTreeMap::new();
    for (date, entry) in site.journal.counted(None).filter(|(_, entry)| is_public(entry)) {
        for (exercise, slug) in entry.exercises.iter().zip(&entry.slugs().exercises) {
            done.entry(slug).or_default().push((date, entry, exercise));
        }
    }
    let mut exercises: Vec<&Exercise> = site.practice.exercises.iter().collect();
    // What only an unlisted file names is in no list.
    exercises.retain(|own| own.listed || done.contains_key(own.slug.as_str()));
    let days = |own: &Exercise| site.exercised().get(&own.slug).map_or(0, |of| of.days.len());
    exercises.sort_by_key(|own| std::cmp::Reverse(days(own)));
    let row = |own: &&Exercise| row(site, own, done.get(own.slug.as_str()).map(Vec::as_slice).unwrap_or_default());
    ExercisesView {
        head: head("Exercises", &format!("The exercises in {}, with what was done of each.", site.config.title)),
        intro: format!("{}, those done most often first.", count(exercises.len(), "exercise", "exercises")),
        rows: exercises.iter().map(row).collect(),
    }
}

fn row(site: &Site, own: &Exercise, done: &[Did<'_>]) -> Row {
    let of = site.exercised().get(&own.slug);
    Row {
        name: own.name.clone(),
        href: own.listed.then(|| site.path(&links::encode(&own.address()))),
        summary: description(site, own).map(|text| text.summary.clone()).unwrap_or_default(),
        days: of.map_or_else(|| "no entry has it yet".to_owned(), days),
        latest: done.last().map(|(_, _, exercise)| latest(site, exercise)).unwrap_or_default(),
        verdicts: verdicts(done),
        prescribed: prescribed(site, &own.slug),
    }
}

/// The text that describes an exercise, where lists may show it.
fn description<'a>(site: &'a Site, own: &Exercise) -> Option<&'a Entry> {
    own.description.filter(|_| own.listed).map(|page| &*site.journal.pages[page])
}

/// `12 days, 3 Aug 2020 to 9 Sept 2020`.
fn days(of: &ExerciseDays) -> String {
    let n = count(of.days.len(), "day", "days");
    match (of.days.first(), of.days.last()) {
        (Some(first), Some(last)) if first != last => format!("{n}, {} to {}", short_date(*first), short_date(*last)),
        (Some(first), _) => format!("{n}, {}", short_date(*first)),
        _ => n,
    }
}

fn latest(site: &Site, exercise: &entry::Exercise) -> String {
    let load = exercise.load.as_ref().map(|load| done::load_words(load, &site.config));
    let sets = Some(done::sets(exercise)).filter(|sets| sets != "–");
    sets.into_iter().chain(load).collect::<Vec<_>>().join(", ")
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Helps => "helps",
        Verdict::Neutral => "neutral",
        Verdict::Aggravates => "aggravates",
    }
}

/// `helps 4, aggravates 1`, of the verdicts that were given.
fn verdicts(done: &[Did<'_>]) -> String {
    let times = |wanted: Verdict| done.iter().filter(|(_, _, e)| e.verdict == Some(wanted)).count();
    let all = [Verdict::Helps, Verdict::Neutral, Verdict::Aggravates].map(|v| (verdict_word(v), times(v)));
    let said: Vec<String> = all.iter().filter(|(_, n)| *n > 0).map(|(word, n)| format!("{word} {n}")).collect();
    said.join(", ")
}

/// What was done of what was prescribed, a sentence for each prescription.
fn prescribed(site: &Site, slug: &str) -> Vec<String> {
    let rows = stats::adherence(&site.journal, &site.config, site.exercised(), slug);
    rows.iter().map(adherence).collect()
}

fn adherence(row: &AdherenceRow) -> String {
    let own = row.adherence;
    let asked = format!("{} a week prescribed", count(row.per_week as usize, "day", "days"));
    if own.prescribed == 0 {
        return format!("{asked}; no whole week to count yet");
    }
    let weeks = count(own.weeks, "whole week", "whole weeks");
    let beyond = if own.beyond > 0 { format!("; {} beyond it", own.beyond) } else { String::new() };
    format!("{asked}: {} of {} days done in {weeks}{beyond}", own.done, own.prescribed)
}

/// The page of an exercise.
pub(super) fn one(site: &Site, index: usize, head: impl Fn(&str, &str) -> Head) -> ExerciseView {
    let own = &site.practice.exercises[index];
    let done: Vec<Did<'_>> = bouts(site, &own.slug);
    let of = site.exercised().get(&own.slug);
    let description = own.description.map(|page| &site.journal.pages[page]);
    let summary =
        description.map_or_else(|| format!("What was done of {}, day by day.", own.name), |d| d.summary.clone());
    let own_head = head(&own.name, &summary);
    let (listed, hidden): (Vec<&Did<'_>>, Vec<&Did<'_>>) = done.iter().partition(|(_, entry, _)| is_public(entry));
    let listed: Vec<Did<'_>> = listed.into_iter().copied().collect();
    let mut open: Vec<Bout> = listed.iter().rev().map(|did| bout(site, did)).collect();
    let folded = open.split_off(open.len().min(OPEN));
    let hidden: std::collections::BTreeSet<Date> = hidden.iter().map(|(date, ..)| *date).collect();
    ExerciseView {
        head: match description {
            Some(text) => own_head.of_text(site, text),
            None => own_head,
        },
        title: own.name.clone(),
        draft: description.is_some_and(|d| d.draft),
        intro: of.map_or_else(|| "No entry has it yet.".to_owned(), |of| format!("Done on {}.", days(of))),
        body: description.map(|d| site.fill(d, For::Page)).unwrap_or_default(),
        facts: of.map(|of| facts(site, own, of, &done)).unwrap_or_default(),
        changes: changes(site, &listed),
        figure: (!listed.is_empty()).then(|| chart(site, own)),
        open,
        folded,
        unlisted: match hidden.len() {
            0 => String::new(),
            n => format!("{} in these figures stand in entries that are not listed.", count(n, "day", "days")),
        },
    }
}

fn is_public(entry: &Entry) -> bool {
    entry.visibility == Visibility::Public
}

fn bouts<'a>(site: &'a Site, slug: &str) -> Vec<Did<'a>> {
    let of = |(date, entry): (Date, &'a Entry)| {
        let own = entry.exercises.iter().zip(&entry.slugs().exercises).filter(move |(_, s)| s.as_str() == slug);
        own.map(move |(exercise, _)| (date, entry, exercise)).collect::<Vec<_>>()
    };
    site.journal.counted(None).flat_map(of).collect()
}

fn bout(site: &Site, (date, entry, exercise): &Did<'_>) -> Bout {
    Bout {
        day: Day::new(site, *date),
        href: site.href_of(entry),
        row: done::exercise_row(exercise, &site.config),
        verdict: exercise.verdict.map_or("–", verdict_word),
    }
}

fn chart(site: &Site, own: &Exercise) -> FigureView {
    let name = Name { text: own.name.clone(), range: 0..0 };
    let fence = ChartFence { exercise: Some(name), ..ChartFence::of(ChartKind::Exercise) };
    FigureView::new(site, figure::for_fence(site, None, &fence, "exercise"))
}

fn facts(site: &Site, own: &Exercise, of: &ExerciseDays, done: &[Did<'_>]) -> Vec<Fact> {
    let unit = site.config.load_unit;
    let weight = |kg: f64| format!("{} {}", decimals(kg / unit.kilograms(), 0), unit.symbol());
    let amounts = |row: &stats::ExerciseRow| {
        let mut said = Vec::new();
        if row.volume_kg > 0.0 {
            said.push(format!("{} of sets × repetitions × load", weight(row.volume_kg)));
        }
        if row.hold_s > 0.0 {
            said.push(format!("{} s held", decimals(row.hold_s, 0)));
        }
        said
    };
    let mut facts = vec![Fact { name: "Days", lines: vec![days(of)] }];
    let total = amounts(&of.row);
    if !total.is_empty() {
        facts.push(Fact { name: "Altogether, where it was noted", lines: total });
    }
    let side = |(side, (row, days)): (&Side, &(stats::ExerciseRow, std::collections::BTreeSet<Date>))| {
        let name = match side {
            Side::Left => "left",
            Side::Right => "right",
            Side::Both => "both sides",
            Side::Central => return None,
        };
        Some([vec![format!("{name}: {}", count(days.len(), "day", "days"))], amounts(row)].concat().join(", "))
    };
    let sides: Vec<String> = of.sides.iter().filter_map(side).collect();
    if !sides.is_empty() {
        facts.push(Fact { name: "By side", lines: sides });
    }
    facts.extend(pain(done).map(|line| Fact { name: "Pain while at it", lines: vec![line] }));
    let public: Vec<Did<'_>> = done.iter().filter(|(_, entry, _)| is_public(entry)).copied().collect();
    let said = verdicts(&public);
    if !said.is_empty() {
        facts.push(Fact { name: "What I made of it", lines: vec![said] });
    }
    facts.extend(progression(site, &public).map(|lines| Fact { name: "First and last", lines }));
    let prescribed = prescribed(site, &own.slug);
    if !prescribed.is_empty() {
        facts.push(Fact { name: "Prescribed", lines: prescribed });
    }
    facts
}

/// What was done the first time and the last, where that is on two days.
fn progression(site: &Site, done: &[Did<'_>]) -> Option<Vec<String>> {
    let (first, last) = (done.first()?, done.last().filter(|last| last.0 > done[0].0)?);
    let line = |(date, _, exercise): &Did<'_>| match latest(site, exercise) {
        said if said.is_empty() => format!("{}: not noted", short_date(*date)),
        said => format!("{}: {said}", short_date(*date)),
    };
    Some(vec![line(first), line(last)])
}

/// `median 2, 0 to 4, noted 12 times; last 1`.
fn pain(done: &[Did<'_>]) -> Option<String> {
    let scores: Vec<f64> = done.iter().filter_map(|(_, _, e)| e.pain).map(crate::units::Score::value).collect();
    let (middle, last) = (median(&scores)?, scores.last()?);
    let (least, most) = scores.iter().fold((10.0f64, 0.0f64), |(a, b), s| (a.min(*s), b.max(*s)));
    let n = count(scores.len(), "time", "times");
    if scores.len() == 1 {
        return Some(format!("{}, noted once", score(*last)));
    }
    Some(format!("median {}, {} to {}, noted {n}; {} at last", score(middle), score(least), score(most), score(*last)))
}

/// The first verdict, and each that differs from the one before it.
fn changes(site: &Site, done: &[Did<'_>]) -> Vec<Change> {
    let given: Vec<(&Did<'_>, Verdict)> = done.iter().filter_map(|did| Some((did, did.2.verdict?))).collect();
    let change = |at: usize| {
        let ((date, entry, _), verdict) = given[at];
        let word = verdict_word(verdict);
        let says = match at.checked_sub(1).map(|before| given[before].1) {
            None => format!("first said: {word}"),
            Some(before) if before != verdict => format!("from {} to {word}", verdict_word(before)),
            Some(_) => return None,
        };
        Some(Change { day: Day::new(site, *date), href: site.href_of(entry), says })
    };
    (0..given.len()).filter_map(change).collect()
}
