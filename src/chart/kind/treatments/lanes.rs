//! The types of treatment with their sessions.

use super::Scope;
use crate::chart::scale::amount;
use crate::entry::{Helped, Private, Treatment, Visibility};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A type with its sessions.
#[derive(Default)]
pub(super) struct Lane {
    pub name: String,
    /// The day of each session, in order, and its minutes, if known.
    pub visits: Vec<(Date, Option<f64>)>,
    /// Hundredths of each currency's unit; nothing where costs are not shown.
    pub cents: BTreeMap<String, u64>,
    /// Who gave them, each once.
    pub providers: Vec<String>,
    /// What the writer last made of it, and when.
    pub helped: Option<(Date, Helped)>,
}

impl Lane {
    fn add(&mut self, date: Date, treatment: &Treatment) {
        self.visits.push((date, treatment.minutes));
        if let Some(money) = treatment.cost.as_ref().and_then(Private::shown) {
            let sum = self.cents.entry(money.currency.clone()).or_default();
            *sum = sum.saturating_add(money.cents);
        }
    }

    /// Takes the words of a treatment that everybody may read.
    fn name(&mut self, date: Date, treatment: &Treatment) {
        if self.name.is_empty() {
            treatment.kind.trim().clone_into(&mut self.name);
        }
        self.helped = treatment.helped.map(|helped| (date, helped)).or(self.helped);
        if let Some(provider) = treatment.provider.as_ref().and_then(Private::shown)
            && !self.providers.contains(provider)
        {
            self.providers.push(provider.clone());
        }
    }

    /// Returns the minutes of the sessions whose length is known.
    pub(super) fn known(&self) -> impl Iterator<Item = f64> {
        self.visits.iter().filter_map(|(_, minutes)| *minutes).map(amount)
    }
}

/// The types, the most frequent first.
pub(super) fn lanes(scope: &Scope<'_>) -> Vec<Lane> {
    let mut lanes: BTreeMap<&str, Lane> = BTreeMap::new();
    for (date, entry) in scope.entries() {
        for (treatment, slug) in entry.treatments.iter().zip(&entry.slugs().treatments) {
            let lane = lanes.entry(slug).or_default();
            lane.add(date, treatment);
            if entry.visibility == Visibility::Public {
                lane.name(date, treatment);
            }
        }
    }
    // Numbers of unlisted entries count; their words stand in no list, and a lane's name would be one.
    let mut lanes: Vec<Lane> = lanes.into_values().filter(|lane| !lane.name.is_empty()).collect();
    lanes.sort_by(|a, b| b.visits.len().cmp(&a.visits.len()).then_with(|| a.name.cmp(&b.name)));
    lanes
}
