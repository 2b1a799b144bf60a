//! What was done again and again and so has a place of its own: exercises, types of treatments, and what went wrong.

use super::Site;
use super::address::Addresses;
use super::story::{Happening, Sort};
use crate::diag::{Diagnostic, Place};
use crate::entry::Visibility;
use crate::journal::Journal;
use crate::journal::metrics::spikes::{Spike, spikes};
use crate::journal::stats::{self, AdherenceRow, BySlug};
use crate::text::near::nearest;
use std::collections::BTreeMap;

/// The exercises and treatments that pages tell of, and the pain spikes.
#[derive(Debug)]
pub(super) struct Practice {
    /// The exercises that a public entry names or a file describes, by slug.
    pub(super) exercises: Vec<Exercise>,
    /// The names of the treatments that a public entry has, by slug.
    pub(super) treatments: BTreeMap<String, String>,
    /// The days of each exercise, summed up.
    pub(super) days: BySlug,
    /// The pain spikes of the whole journal, or of each injury where there are several, by index.
    pub(super) spikes: Vec<(Option<usize>, Spike)>,
    /// Whether anything went wrong or was suspected of it: a setback, a flare, a pain spike or a trigger.
    pub(super) setbacks: bool,
}

/// An exercise with a page.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) struct Exercise {
    /// What it is told apart by, and the last part of its address.
    pub(super) slug: String,
    /// Its name: the first spelling in a public entry, else what its description is called.
    pub(super) name: String,
    /// The text that describes it, by its index among the plain pages.
    pub(super) description: Option<usize>,
    /// Whether lists lead to its page: not where the description is unlisted.
    pub(super) listed: bool,
}

impl Exercise {
    /// The address of its page.
    pub(super) fn address(&self) -> String {
        format!("/exercises/{}/", self.slug)
    }
}

/// Whether a file describes an exercise: `content/exercises/bridge.md`, `content/exercises/bridge/index.md`.
pub(super) fn is_description(path: &str) -> bool {
    let Some(inside) = path.strip_prefix("content/exercises/") else { return false };
    match inside.split_once('/') {
        None => !inside.starts_with("index."),
        Some((_, file)) => matches!(file, "index.md" | "index.markdown"),
    }
}

impl Practice {
    /// What the journal has of it; a description of what nobody logs is told.
    pub(super) fn of(
        journal: &Journal,
        addresses: &Addresses,
        story: &[Happening],
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut names: BTreeMap<&str, &str> = BTreeMap::new();
        let mut treatments: BTreeMap<String, String> = BTreeMap::new();
        for (_, entry) in journal.counted(None).filter(|(_, entry)| entry.visibility == Visibility::Public) {
            let slugs = entry.slugs();
            for (exercise, slug) in entry.exercises.iter().zip(&slugs.exercises) {
                names.entry(slug).or_insert(&exercise.name);
            }
            for (treatment, slug) in entry.treatments.iter().zip(&slugs.treatments) {
                if !treatments.contains_key(slug) {
                    treatments.insert(slug.clone(), treatment.kind.clone());
                }
            }
        }
        for span in journal.spans(None).filter(|span| span.entry.visibility == Visibility::Public) {
            for (treatment, slug) in span.entry.treatments.iter().zip(&span.entry.slugs().treatments) {
                treatments.entry(slug.clone()).or_insert_with(|| treatment.kind.clone());
            }
        }
        let named = |(slug, name): (&&str, &&str)| {
            let exercise = Exercise { name: (*name).into(), slug: (*slug).into(), description: None, listed: true };
            (exercise.slug.clone(), exercise)
        };
        let mut exercises: BTreeMap<String, Exercise> = names.iter().map(named).collect();
        describe(journal, addresses, &mut exercises, diagnostics);
        let (spikes, days) = rayon::join(|| all_spikes(journal), || stats::exercises(journal));
        let said = story.iter().any(|h| matches!(h.sort, Sort::Setback | Sort::Flare));
        let public = journal.counted.iter().filter(|(entry, _)| entry.visibility == Visibility::Public);
        let suspected = public.filter(|(entry, _)| entry.date.is_some()).any(|(entry, _)| !entry.triggers.is_empty());
        let setbacks = said || suspected || !spikes.is_empty();
        Self { exercises: exercises.into_values().collect(), treatments, days, setbacks, spikes }
    }

    /// The index of an exercise by its slug.
    pub(super) fn position(&self, slug: &str) -> Option<usize> {
        self.exercises.binary_search_by(|exercise| exercise.slug.as_str().cmp(slug)).ok()
    }

    /// An exercise by its slug.
    pub(super) fn exercise(&self, slug: &str) -> Option<&Exercise> {
        self.position(slug).map(|index| &self.exercises[index])
    }

    /// The name of a type of treatment by its slug.
    pub(super) fn treatment(&self, slug: &str) -> Option<&str> {
        self.treatments.get(slug).map(String::as_str)
    }
}

/// Adds the descriptions; one of an exercise that no entry has is shown too, and told.
fn describe(
    journal: &Journal,
    addresses: &Addresses,
    exercises: &mut BTreeMap<String, Exercise>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    for (index, page) in journal.pages.iter().enumerate().filter(|(_, page)| is_description(&page.path)) {
        let address = addresses.get(&page.path);
        let Some(slug) = address.and_then(|a| a.strip_prefix("/exercises/")?.strip_suffix('/')) else { continue };
        let is_logged = |known: &String| known == slug;
        if !exercises.contains_key(slug)
            && !journal.counted(None).any(|(_, entry)| entry.slugs().exercises.iter().any(is_logged))
        {
            let message = format!("no entry has the exercise `{slug}` that this file describes");
            let problem = Diagnostic::warning("unused-exercise", message).at(Place::file(&page.path));
            diagnostics.push(match nearest(slug, exercises.keys().map(String::as_str)) {
                Some(near) => problem.hint(format!("did you mean `{near}`? The file's name is the exercise's")),
                None => problem.hint("the file's name is that of the exercise, with hyphens for spaces"),
            });
        }
        let new = || Exercise { slug: slug.into(), name: page.title.clone(), description: None, listed: true };
        let exercise = exercises.entry(slug.to_owned()).or_insert_with(new);
        exercise.description = Some(index);
        exercise.listed = page.visibility == Visibility::Public;
    }
}

impl Site {
    /// What was noted of the prescriptions of an exercise, given by its index.
    pub(super) fn adherence(&self, exercise: usize) -> Vec<AdherenceRow> {
        let practice = &self.indexes.practice;
        stats::adherence(&self.journal, &self.config, &practice.days, &practice.exercises[exercise].slug)
    }
}

fn all_spikes(journal: &Journal) -> Vec<(Option<usize>, Spike)> {
    let several = journal.injuries.len() > 1;
    let whose: Vec<Option<usize>> = if several { (0..journal.injuries.len()).map(Some).collect() } else { vec![None] };
    let of = |injury: Option<usize>| {
        let calendar = journal.days(injury);
        let found = calendar.map(|calendar| spikes(&calendar.pain)).unwrap_or_default();
        found.into_iter().map(move |spike| (injury, spike))
    };
    whose.into_iter().flat_map(of).collect()
}
