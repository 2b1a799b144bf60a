//! The pages that are made of the journal, as the search finds them: each list, and each exercise, treatment and trigger.

use super::{NAMED, TEXT, Weighed, plain, record};
use crate::site::links;
use crate::site::reader::PlanReader;
use crate::site::search::{LAST, LISTS, PAGE, Record};
use crate::site::story::{Happening, Sort};
use crate::site::view::{self, NUMBERS};
use crate::text::capital;
use std::collections::BTreeSet;

/// All of them.
pub(super) fn all(site: &PlanReader<'_>) -> Vec<Record> {
    let mut all: Vec<Record> =
        LISTS.into_iter().filter(|address| site.has(address)).map(|own| list(site, own)).collect();
    if site.has(NUMBERS) {
        let words = &site.language.words;
        let mut numbers = page(NUMBERS, words.word("numbers-name"), vec![(TEXT, words.word("numbers-description"))]);
        numbers.filters.push((LAST, "yes".to_owned()));
        all.push(numbers);
    }
    all.extend(
        site.exercises().iter().enumerate().filter(|(_, own)| own.listed).map(|(index, _)| exercise(site, index)),
    );
    if site.has("/treatments/") {
        all.extend(view::treatments_said(site).into_iter().map(|(place, name, said)| {
            let words = site.language.words.say("search-treatment", &[("name", name.as_str().into())]);
            let said = std::iter::once((NAMED, words)).chain(said.into_iter().map(|line| (TEXT, line))).collect();
            Record { address: place, beside: site.language.words.word("treatments"), ..page("", capital(&name), said) }
        }));
    }
    if site.has("/setbacks/") {
        all.extend(view::triggers_said(site).into_iter().map(|(id, name, times)| {
            let args = [("name", name.as_str().into()), ("times", times.as_str().into())];
            let said = vec![(NAMED, site.language.words.say("search-trigger", &args))];
            let address = format!("/setbacks/#{}", links::encode(&id));
            Record { address, beside: site.language.words.word("setbacks"), ..page("", capital(&name), said) }
        }));
    }
    all
}

fn page(address: &str, title: String, said: Vec<Weighed>) -> Record {
    Record { title, said, ..record(address, PAGE) }
}

/// One of the lists, with what it is asked for by.
fn list(site: &PlanReader<'_>, address: &str) -> Record {
    let words = &site.language.words;
    let (name, also) = match address {
        "/timeline/" => ("timeline", "search-also-timeline"),
        "/setbacks/" => ("setbacks", "search-also-setbacks"),
        "/exercises/" => ("exercises", "search-also-exercises"),
        "/treatments/" => ("treatments", "search-also-treatments"),
        "/progress/" => ("progress", "search-also-progress"),
        _ => ("lessons", "search-also-lessons"),
    };
    let mut said = vec![(NAMED, words.word(also))];
    match name {
        "timeline" => {
            let begun = site.config.phases.iter().filter(|p| p.start <= site.config.today || site.config.future);
            let summed = begun.filter(|phase| !phase.summary.is_empty());
            said.extend(summed.map(|phase| (TEXT, format!("{}. {}", phase.name, phase.summary))));
            said.extend(story(site, |h| h.lesson.is_none() && h.course.is_none() && h.voices.is_empty()));
        }
        "setbacks" => {
            said.extend(story(site, |h| matches!(h.sort, Sort::Setback | Sort::Flare)));
            let named: Vec<String> = view::triggers_said(site).into_iter().map(|(_, name, _)| name).collect();
            said.extend((!named.is_empty()).then(|| (TEXT, named.join(", "))));
        }
        "exercises" => {
            let listed = site.exercises().iter().filter(|own| own.listed);
            said.push((TEXT, listed.map(|own| own.name.as_str()).collect::<Vec<_>>().join(", ")));
        }
        "treatments" => {
            said.push((TEXT, site.treatments().values().map(String::as_str).collect::<Vec<_>>().join(", ")));
        }
        "progress" => said.extend(measured(site)),
        _ => {}
    }
    page(address, words.word(name), said)
}

/// What the timeline tells, as far as it is wanted.
fn story(site: &PlanReader<'_>, wanted: impl Fn(&Happening) -> bool) -> Vec<Weighed> {
    let words = &site.language.words;
    let told = |happening: &Happening| {
        let name = words.word(view::sort_word(happening));
        let what = [happening.label.as_str(), &happening.note].into_iter().filter(|part| !part.is_empty());
        let what = what.collect::<Vec<_>>().join(". ");
        let date = site.language.dates.short(happening.date);
        let said = if what.is_empty() {
            name
        } else {
            words.say("search-said", &[("name", name.into()), ("what", what.into())])
        };
        (TEXT, format!("{date}. {said}"))
    };
    site.story().iter().filter(|happening| wanted(happening)).map(told).collect()
}

/// What charts are drawn of beside pain: headings that the writer gave them, questionnaires and tests.
fn measured(site: &PlanReader<'_>) -> Option<Weighed> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for (entry, _) in site.recorded() {
        names.extend(entry.prom.iter().map(|prom| prom.instrument.as_str()));
        names.extend(entry.tests.iter().map(|test| test.name.as_str()));
    }
    (!names.is_empty()).then(|| (NAMED, names.into_iter().collect::<Vec<_>>().join(", ")))
}

fn exercise(site: &PlanReader<'_>, index: usize) -> Record {
    let own = site.exercise(index);
    let mut said = vec![(TEXT, view::exercise_said(site, own))];
    if let Some(page) = own.description {
        said.extend(plain::text(&site.page(page).entry.body.html, &[]));
    }
    Record { beside: site.language.words.word("exercises"), ..page(&own.address(), own.name.clone(), said) }
}
