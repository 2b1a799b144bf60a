//! The treatments by type: what they were, what they took, and pain around them.

use super::super::{Site, figure, links};
use super::done::{self, TreatmentRow};
use super::exercises::Fact;
use super::{Day, FigureView, Head};
use crate::entry::{Entry, Helped, Private, Treatment, Visibility};
use crate::journal::metrics::median;
use crate::journal::stats;
use crate::markdown::ChartKind;
use crate::text::words::{count, score, short_date};
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
type Had<'a> = (Date, &'a Entry, &'a Treatment);

/// The place of a type of treatment on its page.
pub(super) fn place(slug: &str) -> String {
    format!("/treatments/#{}", links::encode(&anchor(slug)))
}

/// The page itself has the id `main`, and no slug ends with a hyphen.
fn anchor(slug: &str) -> String {
    if slug == "main" { "main-".to_owned() } else { slug.to_owned() }
}

/// The page of the treatments.
pub(super) fn view(site: &Site, head: impl Fn(&str, &str) -> Head) -> TreatmentsView {
    let mut had: BTreeMap<&str, Vec<Had<'_>>> = BTreeMap::new();
    for (date, entry) in site.journal.counted(None) {
        for (treatment, slug) in entry.treatments.iter().zip(&entry.slugs().treatments) {
            had.entry(slug).or_default().push((date, entry, treatment));
        }
    }
    let sums = stats::treatments(&site.journal);
    let section =
        |(slug, name): (&String, &String)| Some(section(site, slug, name, had.get(slug.as_str())?, sums.get(slug)?));
    let sections: Vec<Section> = site.practice.treatments.iter().filter_map(section).collect();
    let description = format!("The treatments in {}, by type.", site.config.title);
    TreatmentsView {
        head: head("Treatments", &description),
        intro: format!("{} of treatment, as the entries have them.", count(sections.len(), "type", "types")),
        // No slug has an underscore, so that no type can have the ids of the drawing.
        figure: Some(FigureView::new(site, figure::whole(site, ChartKind::Treatments, None, "chart_of"))),
        sections,
    }
}

fn section(site: &Site, slug: &str, name: &str, had: &[Had<'_>], sums: &stats::TreatmentRow) -> Section {
    let public: Vec<&Had<'_>> = had.iter().filter(|(_, entry, _)| entry.visibility == Visibility::Public).collect();
    let mut open: Vec<Visit> = public.iter().rev().map(|had| visit(site, had)).collect();
    let costs = open.iter().any(|visit| !visit.row.cost.is_empty());
    let folded = open.split_off(open.len().min(OPEN));
    Section { id: anchor(slug), name: name.to_owned(), facts: facts(site, had, &public, sums), open, folded, costs }
}

fn visit(site: &Site, (date, entry, treatment): &Had<'_>) -> Visit {
    Visit { day: Day::new(site, *date), href: site.href_of(entry), row: done::treatment_row(treatment) }
}

fn facts(site: &Site, had: &[Had<'_>], public: &[&Had<'_>], sums: &stats::TreatmentRow) -> Vec<Fact> {
    let n = sums.sessions;
    let (first, last) = (had.first().map(|h| h.0), had.last().map(|h| h.0));
    let span = match (first, last) {
        (Some(first), Some(last)) if first != last => format!(", {} to {}", short_date(first), short_date(last)),
        (Some(first), _) => format!(", {}", short_date(first)),
        _ => String::new(),
    };
    let mut facts = vec![Fact { name: "How often", lines: vec![format!("{}{span}", count(n, "time", "times"))] }];
    let mut say = |name: &'static str, lines: Vec<String>| {
        if !lines.is_empty() {
            facts.push(Fact { name, lines });
        }
    };
    let known = |k: usize| if k < n { format!(", known for {k} of {n}") } else { String::new() };
    let mut took = Vec::new();
    if sums.n_minutes > 0 {
        took.push(format!("{}{}", done::time(sums.minutes), known(sums.n_minutes)));
    }
    let travelled = had.iter().filter(|(_, _, t)| t.travel_minutes.is_some()).count();
    if travelled > 0 {
        took.push(format!("{} on the way{}", done::time(sums.travel_minutes), known(travelled)));
    }
    say("Time", took);
    if !sums.cost.is_empty() {
        // Currencies are never added up.
        let mut lines: Vec<String> = sums.cost.iter().map(|(currency, cents)| done::money(*cents, currency)).collect();
        lines.extend((sums.n_cost < n).then(|| format!("known for {} of {n}", sums.n_cost)));
        say("Cost", lines);
    }
    let provider = |t: &Treatment| t.provider.as_ref().and_then(Private::shown).cloned();
    let by: BTreeSet<String> = public.iter().filter_map(|(_, _, t)| provider(t)).collect();
    say("By", by.into_iter().collect());
    say("Pain just before and after", before_and_after(had).into_iter().collect());
    say("Did it help? As the writer said", helped(had).into_iter().collect());
    say("Pain of the days around, not evidence of effect", days_around(site, had).into_iter().collect());
    facts
}

/// The medians of those that have both scores.
fn before_and_after(had: &[Had<'_>]) -> Option<String> {
    let both = had.iter().filter_map(|(_, _, t)| t.pain_before.zip(t.pain_after));
    let (before, after): (Vec<f64>, Vec<f64>) = both.map(|(a, b)| (Score::value(a), Score::value(b))).unzip();
    let (middle, then) = (median(&before)?, median(&after)?);
    let noted = count(before.len(), "time", "times");
    Some(format!("median {} before, {} after, both noted {noted}", score(middle), score(then)))
}

fn helped(had: &[Had<'_>]) -> Option<String> {
    let times = |wanted: Helped| had.iter().filter(|(_, _, t)| t.helped == Some(wanted)).count();
    let said = [("yes", Helped::Yes), ("no", Helped::No), ("can’t tell", Helped::Unsure)].map(|(w, h)| (w, times(h)));
    if said.iter().all(|(_, n)| *n == 0) {
        return None;
    }
    Some(said.iter().map(|(word, n)| format!("{word} {n}")).collect::<Vec<_>>().join(", "))
}

fn days_around(site: &Site, had: &[Had<'_>]) -> Option<String> {
    let mut days: Vec<Date> = had.iter().map(|(date, ..)| *date).collect();
    days.dedup();
    let (around, n) = figure::around_days(site.journal.calendar.as_ref()?, &days);
    let of = count(days.len(), "day", "days");
    Some(match around {
        Some((before, after)) => format!(
            "median {} in the 7 days before, {} in the 7 days after, for {n} of {of}; many things change in a week, and a treatment is often had when it hurts most",
            score(before),
            score(after)
        ),
        None => format!("too few to say: none of {of} has 4 scored days on either side"),
    })
}
