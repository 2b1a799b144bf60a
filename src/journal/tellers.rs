//! Who tells of what happened, and the marks on charts that come of it.

use super::{CountedEntry, Item, Journal, Logs, Mark};
use crate::entry::Entry;
use jiff::civil::Date;

/// Milestones and setbacks in date order, those of lines after those of entries; not those of unlisted entries, whose words are
/// in no list, and a mark's label would be one.
pub(super) fn marks(tellers: &[Teller<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for Teller { entry, date, item, injury } in tellers {
        let milestones = entry.milestones.iter().map(|milestone| (&milestone.label, false));
        for (label, setback) in milestones.chain(entry.setback.iter().map(|cause| (cause, true))) {
            let number = marks.len() + 1;
            marks.push(Mark { number, date: *date, label: label.clone(), item: *item, injury: *injury, setback });
        }
    }
    marks
}

/// An entry or a line that anybody may see, of a day.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    /// What it says.
    pub entry: &'a Entry,
    /// Its day, of a span the first.
    pub date: Date,
    /// The entry's index; `None` for a line.
    pub item: Option<usize>,
    /// The index of its injury.
    pub injury: Option<usize>,
}

/// Who tells of what happened: listed entries and public lines with a day, by date, entries first.
pub(super) fn all<'a>(items: &'a [Item], logs: &'a Logs) -> Vec<Teller<'a>> {
    let of_item = |(index, item): (usize, &'a Item)| {
        let date = item.entry.date.filter(|_| item.listed())?;
        Some(Teller { entry: &item.entry, date, item: Some(index), injury: item.injury })
    };
    let mut tellers: Vec<Teller<'a>> = items.iter().enumerate().filter_map(of_item).collect();
    let of_line =
        |(entry, injury): &'a CountedEntry| Some(Teller { entry, date: entry.date?, item: None, injury: *injury });
    tellers.extend(logs.told.iter().filter_map(of_line));
    tellers.sort_by_key(|teller| (teller.date, teller.item.is_none()));
    tellers
}

impl Journal {
    /// Who tells of what happened: listed entries and public lines with a day, by date, entries first.
    #[must_use]
    pub fn tellers(&self) -> Vec<Teller<'_>> {
        all(&self.items, &self.logs)
    }
}
