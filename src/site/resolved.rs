//! What became of the links of all texts.

use super::routes::Outline;
use super::{Route, figure, links};
use crate::diag::Diagnostic;
use crate::entry::Entry;
use crate::photo::Photos;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What became of the links of the texts, by the text's file.
#[derive(Default)]
pub(super) struct Resolved {
    /// Where they lead.
    pub(super) targets: BTreeMap<Arc<str>, links::Targets>,
    /// What those lead to that were found to lead nowhere.
    pub(super) told: BTreeMap<Arc<str>, Vec<String>>,
    /// The address of each text's picture.
    pub(super) images: BTreeMap<Arc<str>, String>,
}

impl Resolved {
    /// Finds where the links of the texts lead, and the addresses of their pictures.
    pub(super) fn of(
        outline: &Outline<'_>,
        routes: &BTreeMap<Arc<str>, Route>,
        files: &BTreeMap<Arc<str>, String>,
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
        let known = links::Known::new(journal, routes, outline.addresses, files, outline.comments, photos);
        let resolved: Vec<_> = that_lead
            .into_par_iter()
            .map(|entry| {
                let mut problems = Vec::new();
                let (targets, told) = known.resolve(entry, &mut problems);
                let picture = known.picture(entry, &mut problems);
                figure::check_names(journal, outline.config, entry, &mut problems);
                (entry.path.clone(), targets, told, picture, problems)
            })
            .collect();
        for (path, targets, told, picture, problems) in resolved {
            diagnostics.extend(problems);
            if !told.is_empty() {
                all.told.insert(path.clone(), told);
            }
            all.images.extend(picture.map(|picture| (path.clone(), picture)));
            if !targets.is_empty() {
                all.targets.insert(path, targets);
            }
        }
        all
    }
}
