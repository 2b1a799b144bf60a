//! The exercises: all of them, and a page for each.

use super::done::{self, ExerciseRow, side_word, verdict_word};
use super::measures::weight;
use super::{Day, FigureView, Head, every_value};
use crate::entry::{self, Side, Verdict};
use crate::journal::metrics::median;
use crate::journal::stats::{self, AdherenceRow, ExerciseDays};
use crate::language::{Arg, Language};
use crate::site::fill::For;
use crate::site::practice::Exercise;
use crate::site::reader::{Logged, PageCard, PlanReader};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Rows that a page shows open.
const OPEN: usize = 50;
/// Rows of one thing that a page has at most: a year of days. A page must not grow with the journal; the data files have all.
const ROWS: usize = 365;

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
    further: Further,
    /// Days that count and stand in no row.
    unlisted: String,
}

/// A name with its a line each.
#[derive(Debug, Serialize)]
pub(super) struct Fact {
    pub(super) name: String,
    pub(super) lines: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Change {
    day: Day,
    href: Option<String>,
    says: String,
}

/// The older rows that a page doesn't have.
#[derive(Debug, Serialize)]
pub(super) struct Further {
    /// How many there are; empty where there is none.
    says: String,
    /// The file that has them.
    csv: Option<String>,
}

impl Further {
    /// Takes the rows, newest first, that a page has no room for.
    pub(super) fn cut<T>(rows: &mut Vec<T>, site: &PlanReader<'_>) -> Self {
        let n = rows.len().saturating_sub(ROWS);
        rows.truncate(ROWS);
        Self {
            says: if n == 0 { String::new() } else { site.language.words.say("further-rows", &[("n", n.into())]) },
            csv: every_value(site).filter(|_| n > 0),
        }
    }
}

/// An exercise on a day.
#[derive(Debug, Serialize)]
struct Bout {
    day: Day,
    href: Option<String>,
    row: ExerciseRow,
    /// A dash where none was given, which is not the same as neutral.
    verdict: String,
}

/// What an exercise was on a day, with the entry that has it.
type Did<'a> = (Logged<'a>, &'a entry::Exercise);

/// The page of all exercises, those done most often first.
pub(super) fn all(site: &PlanReader<'_>, head: impl Fn(&str, &str) -> Head) -> ExercisesView {
    let mut done: BTreeMap<&str, Vec<Did<'_>>> = BTreeMap::new();
    for day in site.logged(None).filter(Logged::is_public) {
        for (exercise, slug) in day.exercises() {
            done.entry(slug).or_default().push((day, exercise));
        }
    }
    let mut exercises: Vec<(usize, &Exercise)> = site.exercises().iter().enumerate().collect();
    // What only an unlisted file names is in no list.
    exercises.retain(|(_, own)| own.listed || done.contains_key(own.slug.as_str()));
    let days = |own: &Exercise| site.exercise_days(&own.slug).map_or(0, |of| of.days.len());
    exercises.sort_by_key(|(_, own)| std::cmp::Reverse(days(own)));
    let row = |(index, own): &(usize, &Exercise)| {
        row(site, *index, own, done.get(own.slug.as_str()).map(Vec::as_slice).unwrap_or_default())
    };
    let words = &site.language.words;
    ExercisesView {
        head: head(
            &words.word("exercises"),
            &words.say("exercises-description", &[("site", site.config.title.as_str().into())]),
        ),
        intro: words.say("exercises-intro", &[("n", exercises.len().into())]),
        rows: exercises.iter().map(row).collect(),
    }
}

fn row(site: &PlanReader<'_>, index: usize, own: &Exercise, done: &[Did<'_>]) -> Row {
    let of = site.exercise_days(&own.slug);
    let words = &site.language.words;
    Row {
        name: own.name.clone(),
        href: own.listed.then(|| site.link(&own.address())),
        summary: description(site, own).map(|page| page.summary.to_owned()).unwrap_or_default(),
        days: of.map_or_else(|| words.word("exercises-none"), |of| days(of, site.language)),
        latest: done.last().map(|(_, exercise)| latest(site, exercise)).unwrap_or_default(),
        verdicts: verdicts(done, site.language),
        prescribed: prescribed(site, index),
    }
}

/// The text that describes an exercise, where lists may show it.
fn description<'a>(site: &PlanReader<'a>, own: &Exercise) -> Option<PageCard<'a>> {
    own.description.filter(|_| own.listed).map(|page| site.page_card(page))
}

/// `12 days, 3 Aug 2020 to 9 Sept 2020`.
fn days(of: &ExerciseDays, language: &Language) -> String {
    let (args, between) = span(of, language);
    if between {
        language.words.say("exercise-days-between", &args)
    } else {
        language.words.say("exercise-days-on", &args)
    }
}

/// On how many days, from when to when, and whether that is more than one.
fn span(of: &ExerciseDays, language: &Language) -> (Vec<(&'static str, Arg<'static>)>, bool) {
    let short = |day: Option<&Date>| Arg::from(day.map(|day| language.dates.short(*day)).unwrap_or_default());
    let (first, last) = (of.days.first(), of.days.last());
    let n = ("n", of.days.len().into());
    match first == last {
        true => (vec![n, ("day", short(first))], false),
        false => (vec![n, ("from", short(first)), ("to", short(last))], true),
    }
}

fn latest(site: &PlanReader<'_>, exercise: &entry::Exercise) -> String {
    let load = done::load(exercise, site);
    let sets = Some(done::sets(exercise, site.language)).filter(|sets| sets != "–");
    sets.into_iter().chain(load).collect::<Vec<_>>().join(", ")
}

/// `helps 4, aggravates 1`, of the verdicts that were given.
fn verdicts(done: &[Did<'_>], language: &Language) -> String {
    let words = &language.words;
    let times = |wanted: Verdict| done.iter().filter(|(_, exercise)| exercise.verdict == Some(wanted)).count();
    let all = [Verdict::Helps, Verdict::Neutral, Verdict::Aggravates].map(|v| (verdict_word(v, words), times(v)));
    let given = all.into_iter().filter(|(_, n)| *n > 0);
    let said: Vec<String> =
        given.map(|(word, n)| words.say("exercise-times", &[("verdict", word.into()), ("n", n.into())])).collect();
    said.join(", ")
}

/// What was done of what was prescribed, a sentence for each prescription.
fn prescribed(site: &PlanReader<'_>, index: usize) -> Vec<String> {
    site.adherence(index).iter().map(|row| adherence(row, site.language)).collect()
}

fn adherence(row: &AdherenceRow, language: &Language) -> String {
    let words = &language.words;
    let own = row.adherence;
    let asked = Arg::from(words.say("exercise-asked", &[("n", row.per_week.into())]));
    let noted = [("asked", asked), ("noted", own.noted.into()), ("known", own.known.into())];
    let noted = words.say("exercise-noted", &noted);
    if own.rate().is_none() {
        return noted;
    }
    let args = [
        ("noted", noted.into()),
        ("done", own.done.into()),
        ("prescribed", own.prescribed.into()),
        ("weeks", own.counted.into()),
    ];
    let kept = words.say("exercise-kept", &args);
    match own.beyond {
        0 => kept,
        n => words.say("exercise-beyond", &[("kept", kept.into()), ("n", n.into())]),
    }
}

/// The page of an exercise.
pub(super) fn one(site: &PlanReader<'_>, index: usize, head: impl Fn(&str, &str) -> Head) -> ExerciseView {
    let own = site.exercise(index);
    let done: Vec<Did<'_>> = site.bouts(&own.slug);
    let of = site.exercise_days(&own.slug);
    let description = own.description.map(|page| site.page(page));
    let words = &site.language.words;
    let summary = description.map_or_else(
        || words.say("exercise-description", &[("name", own.name.as_str().into())]),
        |text| text.entry.summary.clone(),
    );
    let own_head = head(&own.name, &summary);
    let (listed, hidden): (Vec<&Did<'_>>, Vec<&Did<'_>>) = done.iter().partition(|(day, _)| day.is_public());
    let listed: Vec<Did<'_>> = listed.into_iter().copied().collect();
    let mut newest: Vec<&Did<'_>> = listed.iter().rev().collect();
    let further = Further::cut(&mut newest, site);
    let mut open: Vec<Bout> = newest.into_iter().map(|did| bout(site, did)).collect();
    let folded = open.split_off(open.len().min(OPEN));
    let hidden: std::collections::BTreeSet<Date> = hidden.iter().map(|(day, _)| day.date).collect();
    ExerciseView {
        head: match &description {
            Some(text) => own_head.of_text(site, text),
            None => own_head,
        },
        title: own.name.clone(),
        draft: description.is_some_and(|text| text.entry.draft),
        intro: of.map_or_else(|| words.word("exercise-never"), |of| done_on(of, site.language)),
        body: description.map(|text| site.fill(&text, For::Page)).unwrap_or_default(),
        facts: of.map(|of| facts(site, index, of, &done)).unwrap_or_default(),
        changes: changes(site, &listed),
        figure: (!listed.is_empty()).then(|| FigureView::new(site, site.exercise_chart(own, "exercise"))),
        open,
        folded,
        further,
        unlisted: match hidden.len() {
            0 => String::new(),
            n => words.say("exercise-unlisted", &[("n", n.into())]),
        },
    }
}

fn done_on(of: &ExerciseDays, language: &Language) -> String {
    let (args, between) = span(of, language);
    if between {
        language.words.say("exercise-done-between", &args)
    } else {
        language.words.say("exercise-done-on", &args)
    }
}

/// What the search says of an exercise: on how many days it was done.
pub(in crate::site) fn exercise_said(site: &PlanReader<'_>, own: &Exercise) -> String {
    let words = &site.language.words;
    site.exercise_days(&own.slug).map_or_else(|| words.word("exercise-never"), |of| done_on(of, site.language))
}

fn bout(site: &PlanReader<'_>, (day, exercise): &Did<'_>) -> Bout {
    Bout {
        day: Day::new(site, day.date),
        href: day.address().map(|address| site.link(address)),
        row: done::exercise_row(exercise, site),
        verdict: exercise.verdict.map_or_else(|| "–".to_owned(), |verdict| verdict_word(verdict, &site.language.words)),
    }
}

fn facts(site: &PlanReader<'_>, index: usize, of: &ExerciseDays, done: &[Did<'_>]) -> Vec<Fact> {
    let language = site.language;
    let words = &language.words;
    let fact = |name: &str, lines: Vec<String>| Fact { name: words.word(name), lines };
    let mut facts = vec![fact("exercise-days", vec![days(of, language)])];
    let total = amounts(site, &of.row);
    if !total.is_empty() {
        facts.push(fact("exercise-altogether", total));
    }
    let side = |(side, (row, days)): (&Side, &(stats::ExerciseRow, std::collections::BTreeSet<Date>))| {
        let name = side_word(*side, words);
        let own = words.say("exercise-side", &[("side", name.into()), ("n", days.len().into())]);
        (*side != Side::Central).then(|| [vec![own], amounts(site, row)].concat().join(", "))
    };
    let sides: Vec<String> = of.sides.iter().filter_map(side).collect();
    if !sides.is_empty() {
        facts.push(fact("exercise-by-side", sides));
    }
    facts.extend(pain(done, language).map(|line| fact("exercise-pain", vec![line])));
    let public: Vec<Did<'_>> = done.iter().filter(|(day, _)| day.is_public()).copied().collect();
    let said = verdicts(&public, language);
    if !said.is_empty() {
        facts.push(fact("exercise-made-of-it", vec![said]));
    }
    facts.extend(progression(site, &public).map(|lines| fact("exercise-first-and-last", lines)));
    let prescribed = prescribed(site, index);
    if !prescribed.is_empty() {
        facts.push(fact("exercise-prescribed", prescribed));
    }
    facts
}

/// What was done the first time and the last, where that is on two days.
fn progression(site: &PlanReader<'_>, done: &[Did<'_>]) -> Option<Vec<String>> {
    let (first, last) = (done.first()?, done.last().filter(|last| last.0.date > done[0].0.date)?);
    let words = &site.language.words;
    let line = |(day, exercise): &Did<'_>| {
        let day = Arg::from(site.language.dates.short(day.date));
        match latest(site, exercise) {
            said if said.is_empty() => words.say("exercise-on-day-not-noted", &[("day", day)]),
            said => words.say("exercise-on-day", &[("day", day), ("what", said.into())]),
        }
    };
    Some(vec![line(first), line(last)])
}

/// What was lifted and held, where it was noted.
fn amounts(site: &PlanReader<'_>, row: &stats::ExerciseRow) -> Vec<String> {
    let language = site.language;
    let mut said = Vec::new();
    if row.volume_kg > 0.0 {
        let weight = weight(language, site.config.load_unit, row.volume_kg, 0);
        said.push(language.words.say("exercise-volume", &[("weight", weight.into())]));
    }
    if row.hold_s > 0.0 {
        let seconds = language.numbers.decimals(row.hold_s, 0);
        said.push(language.words.say("exercise-held", &[("n", seconds.into())]));
    }
    said
}

/// `median 2, 0 to 4, noted 12 times; 1 at last`.
fn pain(done: &[Did<'_>], language: &Language) -> Option<String> {
    let scores: Vec<f64> =
        done.iter().filter_map(|(_, exercise)| exercise.pain).map(crate::units::Score::value).collect();
    let (middle, last) = (median(&scores)?, scores.last()?);
    let (least, most) = scores.iter().fold((10.0f64, 0.0f64), |(a, b), s| (a.min(*s), b.max(*s)));
    let score = |value: f64| Arg::from(language.numbers.score(value));
    if scores.len() == 1 {
        return Some(language.words.say("exercise-pain-once", &[("score", score(*last))]));
    }
    let args = [
        ("median", score(middle)),
        ("least", score(least)),
        ("most", score(most)),
        ("n", scores.len().into()),
        ("last", score(*last)),
    ];
    Some(language.words.say("exercise-pain-noted", &args))
}

/// The first verdict, and each that differs from the one before it.
fn changes(site: &PlanReader<'_>, done: &[Did<'_>]) -> Vec<Change> {
    let given: Vec<(&Did<'_>, Verdict)> = done.iter().filter_map(|did| Some((did, did.1.verdict?))).collect();
    let words = &site.language.words;
    let change = |at: usize| {
        let ((day, _), verdict) = given[at];
        let word = ("verdict", Arg::from(verdict_word(verdict, words)));
        let says = match at.checked_sub(1).map(|before| given[before].1) {
            None => words.say("exercise-first-said", &[word]),
            Some(before) if before != verdict => {
                words.say("exercise-from-to", &[("before", verdict_word(before, words).into()), word])
            }
            Some(_) => return None,
        };
        let href = day.address().map(|address| site.link(address));
        Some(Change { day: Day::new(site, day.date), href, says })
    };
    (0..given.len()).filter_map(change).collect()
}
