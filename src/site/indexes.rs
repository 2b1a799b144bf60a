//! The lists of a plan: which entries, lessons and happenings belong together, and in which order.

use super::Site;
use super::address::Addresses;
use super::archive::Archive;
use super::group::GroupBySlug;
use super::own_words::OwnWords;
use super::practice::Practice;
use super::series::AllSeries;
use super::shelves::Shelves;
use super::story::{self, Happening};
use super::tags;
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::journal::{Journal, Standing};
use std::collections::BTreeMap;

/// The lists of a plan.
#[derive(Debug)]
pub(super) struct Indexes {
    /// The listed entries, newest first, undated ones last.
    pub(super) listed: Vec<usize>,
    pub(super) archive: Archive,
    pub(super) tags: Vec<GroupBySlug>,
    pub(super) series: AllSeries,
    pub(super) own_words: OwnWords,
    pub(super) shelves: Shelves,
    /// The lessons that each item teaches or speaks of.
    pub(super) lessons_of: BTreeMap<usize, Vec<usize>>,
    pub(super) story: Vec<Happening>,
    pub(super) practice: Practice,
    pub(super) standing: Option<Standing>,
}

impl Indexes {
    pub(super) fn of(
        journal: &Journal,
        addresses: &Addresses,
        config: &Config,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut listed: Vec<usize> = (0..journal.items.len()).filter(|i| journal.items[*i].listed()).collect();
        // Items come oldest first with the undated at the end: newest first keeps the undated there.
        let dated = listed.iter().filter(|i| journal.items[**i].entry.date.is_some()).count();
        listed[..dated].reverse();
        let (tags, standing) = rayon::join(|| tags::of(journal, &listed), || Standing::of(journal, config));
        let story = story::happenings(journal, config);
        Self {
            archive: Archive::of(journal, &listed),
            tags,
            series: AllSeries::of(journal),
            practice: Practice::of(journal, addresses, &story, diagnostics),
            own_words: OwnWords::of(journal, diagnostics),
            shelves: Shelves::of(journal, config.lessons.order),
            lessons_of: lessons_of(journal),
            story,
            standing,
            listed,
        }
    }
}

impl Site {
    /// The first listed entry with a date, where others follow it.
    pub(super) fn first_listed(&self) -> Option<usize> {
        // Those without a date stand at the end.
        let dated = self.indexes.listed.partition_point(|item| self.journal.items[*item].entry.date.is_some());
        dated.checked_sub(1).map(|last| self.indexes.listed[last]).filter(|_| self.indexes.listed.len() > 1)
    }
}

fn lessons_of(journal: &Journal) -> BTreeMap<usize, Vec<usize>> {
    let mut all: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, lesson) in journal.lessons.all.iter().enumerate() {
        for item in lesson.events.iter().map(|e| e.item).chain([lesson.item]) {
            let own = all.entry(item).or_default();
            if own.last() != Some(&index) {
                own.push(index);
            }
        }
    }
    all
}
