//! Before, during, after and the next day, of all days.

use super::{Chart, Scope};
use crate::chart::points::{self, Points};
use crate::chart::{Figure, Rule, options};
use crate::fields::Fields;
use crate::units::Score;

/// What a chart of the four points takes.
#[derive(Debug, Default)]
pub struct Options {
    lines: Vec<Rule>,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        Self { lines: options::lines(fields) }
    }
}

impl Chart for Options {
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let shown = &scope.shown;
        let noted = shown.days.iter().enumerate().filter(|(_, day)| day.points.iter().any(Option::is_some));
        let days: Vec<_> =
            noted.map(|(at, day)| (shown.date(at), day.points.map(|point| point.map(Score::value)))).collect();
        let chart = Points { days: &days, span: (shown.first, shown.last()), rules: &scope.rules(&self.lines) };
        points::draw(&chart, scope.source.language, id)
    }
}
