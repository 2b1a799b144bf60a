//! What nobody has written down yet and somebody may still know: mornings after, and whole weeks.

use super::Journal;
use crate::entry::Entry;
use crate::units::{days_between, shift};
use jiff::civil::Date;

/// Days back from the last day in which a missing score is told of: nobody remembers one for longer.
const REMEMBERED: i64 = 14;

impl Journal {
    /// The entries and lines of the last fortnight with pain during or after something, of which no morning after is known,
    /// oldest first.
    ///
    /// It is known where their day has a `next_day`; where it has none, `before` of an entry of the day after stands in
    /// for it. A day that is `today` lacks nothing yet.
    pub fn without_next_day(&self, today: Date) -> Vec<&Entry> {
        let Some(last) = self.calendar.as_ref().map(super::Calendar::last) else { return Vec::new() };
        // They stand by date: only the last days are looked at. Of private ones nobody is told.
        let dated = self.counted.iter().rev().filter_map(|(entry, injury)| Some((entry.date?, &**entry, *injury)));
        let recent = dated.take_while(|(date, ..)| days_between(*date, last) < REMEMBERED);
        let named = recent.filter(|(_, entry, _)| !entry.path.is_empty());
        let lacks = |(date, entry, injury): (Date, _, _)| {
            (date < today && self.lacks_morning_after(entry, injury, date)).then_some(entry)
        };
        let mut lacking: Vec<&Entry> = named.filter_map(lacks).collect();
        lacking.reverse();
        lacking
    }

    /// Whether an entry or a line has pain during or after something, and neither its day nor the day after says how it was
    /// then, among those of the same injury.
    fn lacks_morning_after(&self, entry: &Entry, injury: Option<usize>, date: Date) -> bool {
        let own = injury.and_then(|index| self.injuries[index].calendar.as_ref());
        let Some(calendar) = own.or(self.calendar.as_ref()) else { return false };
        let points = |date: Date| calendar.index(date).map(|index| calendar.days[index].points);
        let next_day = points(date).and_then(|[.., next_day]| next_day);
        let before = points(shift(date, 1)).and_then(|[before, ..]| before);
        let [_, during, after, _] = entry.record().felt.points;
        during.or(after).is_some() && next_day.or(before).is_none()
    }

    /// The weeks inside the journal of which nothing is written down, those in a row together: the first day of the first and
    /// the last of the last. A span is something.
    pub fn weeks_without_a_word(&self, week_start: jiff::civil::Weekday) -> Vec<(Date, Date)> {
        let Some(calendar) = &self.calendar else { return Vec::new() };
        let is_span = |from: Date, to: Date| self.logs.spans.iter().any(|span| span.from <= to && span.to >= from);
        let mut all: Vec<(Date, Date)> = Vec::new();
        for week in calendar.weeks(week_start).iter().filter(|week| week.days == 7) {
            let (from, to) = (week.start, shift(week.start, 6));
            let is_bare = week.logged == 0 && week.known == 0 && week.scored == 0;
            if !is_bare || is_span(from, to) {
                continue;
            }
            match all.last_mut().filter(|(_, before)| shift(*before, 1) == from) {
                Some((_, last)) => *last = to,
                None => all.push((from, to)),
            }
        }
        // Between a year that is mistyped and the others nobody was anywhere.
        all.retain(|(from, to)| days_between(*from, *to) < super::doubtful::FAR);
        all
    }
}
