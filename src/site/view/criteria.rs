//! Criteria as pages show them: who set each, and that it was met or is open. Nothing else is said of them.

use super::{Day, LinkView};
use crate::config::Criterion;
use crate::language::Words;
use crate::site::reader::PlanReader;
use serde::Serialize;

/// A criterion.
#[derive(Debug, Serialize)]
pub(super) struct CriterionView {
    text: String,
    /// Who set it; may be empty.
    by: String,
    /// When it was met; none where it is open.
    met: Option<Day>,
    /// The entry that ticks it; none where a line of a log does.
    entry: Option<LinkView>,
}

/// The criteria of a phase, or those of none.
#[derive(Debug, Serialize)]
pub(super) struct CriteriaGroup {
    /// The phase's name; empty where it is none.
    phase: String,
    all: Vec<CriterionView>,
}

/// All criteria by phase, in the order of the phases; those of none come last.
pub(super) fn groups(site: &PlanReader<'_>) -> Vec<CriteriaGroup> {
    let phases = site.config.phases.iter().enumerate().map(|(at, phase)| (Some(at), phase.name.clone()));
    let groups = phases.chain([(None, String::new())]);
    let groups = groups.map(|(at, phase)| CriteriaGroup { phase, all: of_phase(site, at) });
    groups.filter(|group| !group.all.is_empty()).collect()
}

/// The criteria of a phase by its place among the phases, or those of none, in the order of the settings.
pub(super) fn of_phase(site: &PlanReader<'_>, phase: Option<usize>) -> Vec<CriterionView> {
    if site.config.criteria.is_empty() {
        return Vec::new();
    }
    let all = site.config.criteria.iter().zip(site.criteria());
    let own = all.filter(|(criterion, _)| criterion.phase == phase);
    own.map(|(criterion, state)| CriterionView {
        text: criterion.text.clone(),
        by: criterion.by.clone(),
        met: state.ticked.map(|tick| Day::new(site, tick.date)),
        entry: state.ticked.and_then(|tick| tick.item).map(|item| {
            let card = site.card(item);
            LinkView { href: site.link(card.address), label: card.title.to_owned() }
        }),
    })
    .collect()
}

/// A criterion in a line: its text, and who set it.
pub(in crate::site) fn said(criterion: &Criterion, words: &Words) -> String {
    let text = criterion.text.as_str();
    match criterion.by.as_str() {
        "" => text.to_owned(),
        by => words.say("criterion-said", &[("text", text.into()), ("by", by.into())]),
    }
}
