//! The phases, and what the injuries were said to be.

use super::{Asked, marks};
use crate::chart::Figure;
use crate::chart::spans::{self, Group, Sort, Span, Spans};
use crate::config::Injury;
use crate::units::shift;

/// The phases that a fence asks for, with diagnoses and milestones.
pub(super) fn asked(asked: &Asked<'_>) -> Figure {
    let Asked { site, calendar, injury, .. } = asked;
    let config = &site.config;
    let phase = |phase: &crate::config::Phase| Span {
        from: phase.start,
        to: phase.end,
        label: phase.name.clone(),
        rest: phase.rest,
    };
    let shown = config.injuries.iter().enumerate().filter(|(at, _)| injury.is_none_or(|injury| injury == *at));
    let several = injury.is_none() && config.injuries.len() > 1;
    let groups = [
        Group { sort: Sort::Phase, spans: config.phases.iter().map(phase).collect() },
        Group { sort: Sort::Diagnosis, spans: shown.flat_map(|(_, injury)| diagnoses(injury, several)).collect() },
    ];
    let chart = Spans {
        first: calendar.first,
        last: calendar.last(),
        groups: &groups,
        marks: &marks(site, calendar, *injury),
        week_start: config.week_start,
    };
    spans::draw(&chart, &site.language, asked.id)
}

/// What an injury was said to be, each until the next was said.
fn diagnoses(injury: &Injury, several: bool) -> Vec<Span> {
    let mut said = injury.diagnoses.clone();
    said.sort_by_key(|(date, _)| *date);
    let span = |(at, (from, label)): (usize, &(jiff::civil::Date, String))| Span {
        from: *from,
        to: said.get(at + 1).map(|(next, _)| shift(*next, -1).max(*from)),
        label: if several { format!("{}: {label}", injury.name) } else { label.clone() },
        rest: false,
    };
    said.iter().enumerate().map(span).collect()
}
