//! What the writer, or whoever treats them, wants to see before the next phase: noted as met, or open. Nothing follows from it.

use super::Material;
use super::table::{PageCell, PageColumn, PageTable};
use jiff::civil::Date;

/// Those met in these days first, then the open ones, then those met before.
pub(super) fn table(material: &Material<'_>) -> PageTable {
    let period = material.brief.period;
    let states = material.journal.criteria.iter().map(|state| state.counted.filter(|met| *met <= period.to));
    let mut all: Vec<(Option<Date>, &crate::config::Criterion)> = states.zip(&material.config.criteria).collect();
    all.sort_by_key(|(met, _)| match met {
        Some(met) if period.has(*met) => 0,
        None => 1,
        Some(_) => 2,
    });
    let row = |(met, criterion): (Option<Date>, &crate::config::Criterion)| {
        let state = match met {
            Some(met) => material.say("report-criterion-met", &[("day", material.day(met).into())]),
            None => material.word("report-criterion-open"),
        };
        let phase = criterion.phase.and_then(|at| material.config.phases.get(at)).map(|phase| phase.name.as_str());
        let by = Some(criterion.by.as_str()).filter(|by| !by.is_empty());
        let beside: Vec<&str> = phase.into_iter().chain(by).collect();
        let beside = if beside.is_empty() { String::new() } else { format!("({})", beside.join(", ")) };
        vec![PageCell::from(state), PageCell::typed("", &criterion.text, &beside)]
    };
    PageTable {
        title: material.word("report-criteria"),
        columns: vec![PageColumn::words("", 28, 2), PageColumn::words("", 72, 3)],
        rows: all.into_iter().map(row).collect(),
        none: material.word("report-none"),
        first: 3,
        moves: true,
        ..PageTable::default()
    }
}
