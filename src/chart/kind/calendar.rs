//! The calendar: a square for each day.

use super::{Chart, Scope};
use crate::chart::heat::{self, Heat};
use crate::chart::{Figure, Work};
use crate::fields::Fields;

/// The words for what the squares show; pain is no work.
pub(in crate::chart) const SERIES: [(&str, Option<Work>); 5] = [
    ("pain", None),
    ("load", Some(Work::Load)),
    ("run", Some(Work::Run)),
    ("walk", Some(Work::Walk)),
    ("distance", Some(Work::Distance)),
];

/// What a calendar takes.
#[derive(Debug, Default)]
pub struct Options {
    work: Option<Work>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { work: fields.read("series", |value| value.one_of(&SERIES)).flatten() }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let done = self.work.map(|work| scope.done(&scope.shown.days, Some(work)));
        let chart = Heat {
            done: done.as_ref().map(|done| (done.work, done.unit.as_str())),
            first: scope.shown.first,
            values: done.as_ref().map_or(&scope.shown.pain, |done| &done.amounts),
            week_start: scope.source.config.week_start,
        };
        heat::draw(&chart, scope.source.language, id)
    }
}
