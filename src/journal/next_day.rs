//! Which entries still lack the score of the day after.

use super::{Item, Journal};
use crate::units::{days_between, shift};
use jiff::civil::Date;

/// Days back from the last entry in which a missing score is told of: nobody remembers one for longer.
const REMEMBERED: i64 = 14;

impl Journal {
    /// The entries of the last fortnight with pain during or after something, of which no morning after is known, oldest
    /// first.
    ///
    /// It is known where their day has a `next_day`; where it has none, `before` of an entry of the day after stands in
    /// for it. An entry of `today` lacks nothing yet.
    pub fn without_next_day(&self, today: Date) -> Vec<&Item> {
        let Some(last) = self.items.iter().rev().find_map(|item| item.entry.date) else { return Vec::new() };
        // Dated items stand first, by date: only the last days are looked at.
        let dated = self.items.iter().rev().filter_map(|item| Some((item.entry.date?, item)));
        let recent = dated.take_while(|(date, _)| days_between(*date, last) < REMEMBERED);
        let lacks = |(date, item): (Date, _)| (date < today && self.lacks_morning_after(item, date)).then_some(item);
        let mut lacking: Vec<&Item> = recent.filter_map(lacks).collect();
        lacking.reverse();
        lacking
    }

    /// Whether an entry has pain during or after something, and neither its day nor the day after says how it was then,
    /// among the entries of the same injury.
    fn lacks_morning_after(&self, item: &Item, date: Date) -> bool {
        let own = item.injury.and_then(|index| self.injuries[index].calendar.as_ref());
        let Some(calendar) = own.or(self.calendar.as_ref()) else { return false };
        let points = |date: Date| calendar.index(date).map(|index| calendar.days[index].points);
        let next_day = points(date).and_then(|[.., next_day]| next_day);
        let before = points(shift(date, 1)).and_then(|[before, ..]| before);
        let [_, during, after, _] = item.points;
        during.or(after).is_some() && next_day.or(before).is_none()
    }
}
