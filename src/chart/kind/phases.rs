//! The phases, and what the injuries were said to be.

use super::{Chart, Scope};
use crate::chart::Figure;
use crate::chart::spans::{self, Group, Sort, Span, Spans};
use crate::config::Injury;
use crate::units::shift;

/// What a chart of phases takes: nothing.
#[derive(Debug)]
pub struct Options;

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let config = scope.source.config;
        let phase = |phase: &crate::config::Phase| Span {
            from: phase.start,
            to: phase.end,
            label: phase.name.clone(),
            rest: phase.rest,
        };
        let injuries = config.injuries.iter().enumerate();
        let shown = injuries.filter(|(at, _)| scope.injury.is_none_or(|injury| injury == *at));
        let several = scope.injury.is_none() && config.injuries.len() > 1;
        let groups = [
            Group { sort: Sort::Phase, spans: config.phases.iter().map(phase).collect() },
            Group { sort: Sort::Diagnosis, spans: shown.flat_map(|(_, injury)| diagnoses(injury, several)).collect() },
        ];
        let chart = Spans {
            first: scope.shown.first,
            last: scope.shown.last(),
            groups: &groups,
            marks: &scope.marks(),
            week_start: config.week_start,
        };
        spans::draw(&chart, scope.source.language, id)
    }
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
