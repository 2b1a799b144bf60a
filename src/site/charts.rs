//! What charts are drawn from, and the small drawings of an entry.

use super::Site;
use crate::chart::kind::{ceiling, entry_window, sparkline};
use crate::chart::strip::{self, Strip};
use crate::chart::{Addresses, Figure, Rule, Source};
use crate::journal::metrics::verdict::Judged;
use crate::journal::{Calendar, Item};
use crate::units::{days_between, shift};
use jiff::civil::Date;

impl Addresses for Site {
    fn item(&self, item: usize) -> Option<String> {
        let address = self.addresses.get(&self.journal.items[item].entry.path)?;
        Some(self.path(address))
    }
}

/// How many days before an entry its card goes back: six weeks with the day itself.
pub(super) const REACH: i64 = 41;

/// Days before the day a lesson was learned, and days from then on, that its small drawing shows.
pub(super) const LESSON_DAYS: i64 = 14;

impl Site {
    /// What charts are drawn from.
    pub(crate) fn charts(&self) -> Source<'_> {
        Source { journal: &self.journal, config: &self.config, language: &self.language, addresses: self }
    }

    /// Three weeks on either side of an entry; none where none of these days has a score or a distance.
    pub(super) fn window_of(&self, item: &Item, id: &str) -> Option<Figure> {
        entry_window::draw(&self.charts().scope(item.injury)?, item.entry.date?, id)
    }

    /// The first and the last of these days that the journal has, numbered as the entry's is.
    pub(super) fn days_around(&self, item: &Item) -> Option<(i64, i64)> {
        let (day, date, days) = (item.day?, item.entry.date?, self.journal.days(item.injury)?);
        let reach = |days: i64| days.clamp(0, entry_window::REACH);
        let from = day - reach(days_between(days.first, date));
        Some((from.max(1), day + reach(days_between(date, days.last()))))
    }

    /// How the injury took an entry's day.
    pub(super) fn judged(&self, item: &Item) -> Option<Judged> {
        let calendar = self.journal.days(item.injury)?;
        calendar.days[calendar.index(item.entry.date?)?].judged
    }

    /// The day that taught a lesson, and those around it.
    pub(super) fn days_of_lesson(&self, index: usize) -> Option<(Date, Calendar)> {
        let day = self.journal.lessons.all[index].learned?;
        Some((day, self.journal.calendar.as_ref()?.cut(shift(day, -LESSON_DAYS), shift(day, LESSON_DAYS))?))
    }

    /// The four points of an entry drawn large, wide and narrow, with the line that the writer set.
    pub(super) fn strip(&self, item: &Item, id: &str) -> Option<(String, String)> {
        let rule = item.entry.date.and_then(|day| self.config.rule_on(day));
        let ceiling: Vec<_> =
            rule.map(|rule| Rule { from: None, ..ceiling(rule, &self.language) }).into_iter().collect();
        four_points(item).map(|points| strip::large(&points, &ceiling, &self.language, id))
    }

    /// The same drawn small, for lists.
    pub(super) fn small_strip(&self, item: &Item, id: &str) -> Option<String> {
        four_points(item).map(|points| strip::small(&points, &self.language, id))
    }

    /// The pain of the six weeks up to an entry's day, as a drawing that stands alone; none where too little is known.
    ///
    /// What came after is left out, so that the drawing never changes again.
    pub(super) fn line_up_to(&self, item: &Item) -> Option<String> {
        let day = item.entry.date?;
        sparkline::on_card(&self.journal.days(item.injury)?.cut(shift(day, -REACH), day)?)
    }

    /// The pain of the whole journal without a baseline, as a drawing that stands alone.
    pub(super) fn whole_line(&self) -> Option<String> {
        sparkline::on_card(self.journal.after_baseline()?.as_ref())
    }
}

/// The four points of an entry; none where it has none.
fn four_points(item: &Item) -> Option<Strip> {
    item.points.iter().any(Option::is_some).then_some(Strip { points: item.points })
}
