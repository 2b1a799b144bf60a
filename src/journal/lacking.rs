//! What is still missing from a day that somebody has just written down.

use crate::entry::{Entry, SessionKind};
use crate::units::{days_between, shift};
use jiff::civil::Date;

/// Something that the writer may still know of a day.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Lacking {
    /// How the morning of this day was, after something that was felt or done on the day before.
    Morning(Date),
    /// How it felt, on a day of which only what was done is written down.
    Pain(Date),
    /// These days since the last one that is written down.
    Days(Date, Date),
    /// How far or how long a session of the day was.
    Length(Date, SessionKind),
}

/// What is missing from a day and the morning after it, by all that entries and lines say of these days. No morning lies later
/// than `today`.
#[must_use]
pub fn lacking(records: &[&Entry], date: Date, today: Date) -> Vec<Lacking> {
    let of = |day: Date| of_day(records, day);
    let mornings = [date, shift(date, 1)].into_iter().filter(|morning| *morning <= today);
    let asks = |morning: Date| of(shift(morning, -1)).any(says_something) && !knows_morning(records, morning);
    let mut all: Vec<Lacking> = mornings.filter(|morning| asks(*morning)).map(Lacking::Morning).collect();
    if of(date).any(was_active) && !of(date).any(|entry| entry.record().felt.own().is_some()) {
        all.push(Lacking::Pain(date));
    }
    let bare = of(date)
        .flat_map(|entry| &entry.sessions)
        .find(|session| !session.planned && session.distance.is_none() && session.minutes.is_none());
    all.extend(bare.map(|session| Lacking::Length(date, session.kind)));
    all.extend(days_before(records, date));
    all
}

/// The most days in a row that are asked for: what is longer ago, a span tells better, and `check` names it.
const ASKED_FOR: i64 = 31;

/// The days before this one back to the last that anything is written down of.
fn days_before(records: &[&Entry], date: Date) -> Option<Lacking> {
    let last_day = |entry: &Entry| entry.log.as_ref().and_then(|log| log.until).or(entry.date);
    let last = records
        .iter()
        .filter(|entry| !entry.draft)
        .filter_map(|entry| last_day(entry).filter(|_| entry.date < Some(date)));
    let (from, to) = (shift(last.max()?, 1), shift(date, -1));
    (from <= to && days_between(from, to) < ASKED_FOR).then_some(Lacking::Days(from, to))
}

/// Whether anything tells how the morning of a day was: the next day of the day before, or what the day itself began with.
#[must_use]
pub fn knows_morning(records: &[&Entry], date: Date) -> bool {
    let next_day = |entry: &Entry| entry.record().felt.points[3].is_some();
    let own = |entry: &Entry| entry.record().morning.is_some() || entry.record().felt.points[0].is_some();
    of_day(records, shift(date, -1)).any(next_day) || of_day(records, date).any(own)
}

/// The records of a single day; spans are of none.
fn of_day<'a>(records: &[&'a Entry], day: Date) -> impl Iterator<Item = &'a Entry> {
    let is_of = move |entry: &&Entry| {
        entry.date == Some(day) && !entry.draft && entry.log.as_ref().is_none_or(|log| log.until.is_none())
    };
    records.iter().copied().filter(is_of)
}

fn was_active(entry: &Entry) -> bool {
    let record = entry.record();
    record.sessions > 0 || record.mileage.is_some_and(|metres| metres > 0) || !entry.exercises.is_empty()
}

/// Whether the morning after is worth asking for.
fn says_something(entry: &Entry) -> bool {
    entry.record().felt.own().is_some() || was_active(entry)
}
