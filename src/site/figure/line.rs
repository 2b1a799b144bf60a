//! The course of pain as the cards show it.

use crate::chart::{Figure, spark, standalone};
use crate::journal::{Calendar, Item};
use crate::site::Site;
use crate::units::shift;

/// The pain of the six weeks up to an entry's day, as a drawing that stands alone; `None` where too little is known.
///
/// What came after is left out, so that the drawing never changes again.
pub(in crate::site) fn line_up_to(site: &Site, item: &Item) -> Option<String> {
    let day = item.entry.date?;
    let calendar = match item.injury {
        Some(injury) => site.journal.injuries[injury].calendar.as_ref(),
        None => site.journal.calendar.as_ref(),
    }?;
    line(&calendar.cut(shift(day, -REACH), day)?)
}

/// The pain of the whole journal, as a drawing that stands alone.
pub(in crate::site) fn whole_line(site: &Site) -> Option<String> {
    line(site.journal.calendar.as_ref()?)
}

/// How many days it goes back: six weeks with the day itself.
pub(in crate::site) const REACH: i64 = 41;

/// The least days with a score that make a course.
const LEAST: usize = 3;

fn line(calendar: &Calendar) -> Option<String> {
    let figure = || Figure { wide: spark::large(&calendar.pain, &calendar.median), ..Figure::default() };
    (calendar.scored() >= LEAST).then(|| standalone(&figure(), false))
}
