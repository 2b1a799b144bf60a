//! What became of the links of all texts.

use super::files::{self, Files};
use super::routes::Outline;
use super::{Page, Route, links};
use crate::chart::{self, KnownNames};
use crate::diag::Diagnostic;
use crate::entry::Entry;
use crate::photo::Photos;
use rayon::prelude::*;
use std::collections::{BTreeMap, btree_map};
use std::ops::Range;
use std::sync::Arc;

/// What became of the links of the texts, by the text's file.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// Where they lead.
    pub(super) targets: BTreeMap<Arc<str>, links::Targets>,
    /// What those lead to that were found to lead nowhere.
    pub(super) told: BTreeMap<Arc<str>, Vec<String>>,
    /// The address of each text's picture.
    pub(super) images: BTreeMap<Arc<str>, String>,
    /// The files that they lead to or show, each with the first text that does; the files take it over.
    pub(super) linked: BTreeMap<Arc<str>, Arc<str>>,
    /// The `[[names]]` of texts that are not published, by the text that has them.
    pub(super) names_held: BTreeMap<Arc<str>, Vec<Range<usize>>>,
}

impl Resolved {
    /// Finds where the links of the texts lead, and the addresses of their pictures.
    pub(super) fn of(
        outline: &Outline<'_>,
        routes: &BTreeMap<Arc<str>, Route>,
        files: &Files,
        photos: &Photos,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let journal = outline.journal;
        let texts = journal.items.iter().map(|i| &i.entry).chain(&journal.pages).chain(&journal.home);
        let that_lead: Vec<&Arc<Entry>> = texts.filter(|e| !e.body.holes.is_empty() || e.image.is_some()).collect();
        let mut all = Self::default();
        if that_lead.is_empty() {
            return all;
        }
        let known = links::Known::new(outline, routes, files, photos);
        let resolved: Vec<_> = that_lead
            .into_par_iter()
            .map(|entry| {
                let mut problems = Vec::new();
                let followed = known.follow(entry, &mut problems);
                let names = KnownNames { journal, config: outline.config };
                problems.extend(chart::unknown_names(&entry.body, &entry.path, &entry.text, &names));
                (entry, followed, problems)
            })
            .collect();
        let mut warned = files::Warned::default();
        for (entry, links::Followed { targets, told, uses, picture, names_held }, problems) in resolved {
            let path = &entry.path;
            diagnostics.extend(problems);
            // One whose address is taken has no page.
            if is_shown(outline, routes, entry) {
                for (file, range) in uses {
                    if let btree_map::Entry::Vacant(first) = all.linked.entry(file.clone()) {
                        first.insert(path.clone());
                        // One with a place in it is told of by that.
                        if !photos.placed.contains_key(file) {
                            warned.add(file, entry, range);
                        }
                    }
                }
            }
            if !names_held.is_empty() {
                all.names_held.insert(path.clone(), names_held);
            }
            if !told.is_empty() {
                all.told.insert(path.clone(), told);
            }
            all.images.extend(picture.map(|picture| (path.clone(), picture)));
            if !targets.is_empty() {
                all.targets.insert(path.clone(), targets);
            }
        }
        diagnostics.extend(warned.problems());
        all
    }
}

/// Whether a page shows a text.
fn is_shown(outline: &Outline<'_>, routes: &BTreeMap<Arc<str>, Route>, entry: &Entry) -> bool {
    match outline.addresses.get(&entry.path) {
        Some(address) => {
            matches!(routes.get(address), Some(Route::Page(Page::Entry(_) | Page::Plain(_) | Page::Exercise(_))))
        }
        None => outline.journal.home.as_ref().is_some_and(|home| home.path == entry.path),
    }
}
