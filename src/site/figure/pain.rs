//! Pain by day.

use super::{Asked, bands, marks, rules};
use crate::chart::timeline::{self, Timeline};
use crate::chart::{Figure, spark};
use crate::journal::Calendar;
use crate::journal::metrics::rolling;
use crate::language::Language;
use crate::site::Site;

/// Days of the rolling median that every page shows.
const WINDOW: usize = 7;

/// The pain of each day with its median.
pub(in crate::site) fn pain(site: &Site, calendar: &Calendar, injury: Option<usize>, id: &str) -> Figure {
    let chart = Timeline {
        first: calendar.first,
        values: &calendar.pain,
        median: &calendar.median,
        window: WINDOW,
        bands: &bands(site, calendar),
        marks: &marks(site, calendar, injury),
        rules: &rules(site),
        week_start: site.config.week_start,
        height: None,
    };
    timeline::draw(&chart, &site.language, id)
}

/// The same as a fence asks for it.
pub(super) fn asked(asked: &Asked<'_>) -> Figure {
    let Asked { site, fence, calendar, .. } = asked;
    let (window, median) = asked.median();
    let chart = Timeline {
        first: calendar.first,
        values: &calendar.pain,
        median: &median,
        window,
        bands: &bands(site, calendar),
        marks: &marks(site, calendar, asked.injury),
        rules: &asked.rules(),
        week_start: site.config.week_start,
        height: fence.height,
    };
    timeline::draw(&chart, &site.language, asked.id)
}

impl Asked<'_> {
    /// The rolling median as the fence asks for it, and over how many days it is taken.
    pub(super) fn median(&self) -> (usize, Vec<Option<f64>>) {
        let window = self.fence.window.unwrap_or(WINDOW);
        if window == WINDOW {
            return (window, self.calendar.median.clone());
        }
        // Over the whole calendar, so that the first days shown have those before them.
        let whole = rolling::medians(&self.whole.pain, window, (window * 4).div_ceil(7));
        let from = self.whole.index(self.calendar.first).unwrap_or(0);
        (window, whole[from..from + self.calendar.days.len()].to_vec())
    }
}

/// A small line of pain with the words that carry its meaning.
pub(super) fn sparkline(language: &Language, calendar: &Calendar) -> Figure {
    let (words, values) = (&language.words, &calendar.pain);
    let say = match values.iter().rev().flatten().next() {
        Some(last) => words.say("chart-spark-say", &[("score", language.numbers.score(*last).into())]),
        None => words.word("chart-spark-none"),
    };
    let how = words.say("chart-spark-how", &[("n", calendar.scored().into()), ("days", values.len().into())]);
    Figure { say, how, wide: spark::draw(values), ..Figure::default() }
}
