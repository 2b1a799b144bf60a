//! Treatments by type: how many, how long, what they cost.

use crate::entry::{Entry, Private, Treatment};
use crate::journal::LogSpan;
use crate::text::slug::slug;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What one type of treatment amounts to over the whole journal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TreatmentRow {
    /// Its type, as first written.
    pub kind: String,
    /// How many there were.
    pub sessions: usize,
    /// Minutes, of those whose length is known; `None` where none is.
    pub minutes: Option<f64>,
    /// How many of them have a known length.
    pub n_minutes: usize,
    /// Minutes on the way, of those for which they are known.
    pub travel_minutes: f64,
    /// Hundredths of each currency's unit; never summed over currencies.
    pub cost: BTreeMap<String, u64>,
    /// How many of them have a known cost.
    pub n_cost: usize,
}

/// Sums up the treatments of some entries in date order; types with one slug are one, and the first spelling is shown.
///
/// Those of spans come after all others, each as one without minutes or cost.
pub(super) fn by_type<'a>(
    entries: impl Iterator<Item = (Date, &'a Entry)>,
    spans: impl Iterator<Item = &'a LogSpan>,
) -> BTreeMap<String, TreatmentRow> {
    let mut all: BTreeMap<String, TreatmentRow> = BTreeMap::new();
    for treatment in entries.flat_map(|(_, entry)| &entry.treatments) {
        let new = || TreatmentRow { kind: treatment.kind.clone(), ..TreatmentRow::default() };
        add(all.entry(slug(&treatment.kind)).or_insert_with(new), treatment);
    }
    for treatment in spans.flat_map(|span| &span.entry.treatments) {
        let new = || TreatmentRow { kind: treatment.kind.clone(), ..TreatmentRow::default() };
        all.entry(slug(&treatment.kind)).or_insert_with(new).sessions += 1;
    }
    all
}

fn add(row: &mut TreatmentRow, treatment: &Treatment) {
    row.sessions += 1;
    if let Some(minutes) = treatment.minutes {
        *row.minutes.get_or_insert(0.0) += minutes;
        row.n_minutes += 1;
    }
    row.travel_minutes += treatment.travel_minutes.unwrap_or(0.0);
    if let Some(money) = treatment.cost.as_ref().and_then(Private::shown) {
        let sum = row.cost.entry(money.currency.clone()).or_default();
        *sum = sum.saturating_add(money.cents);
        row.n_cost += 1;
    }
}
