//! The days that notes are named after: `2026-05-16`, `16.05.2026`, `D-20210101`, `2021-01-01-Friday`, `2021_01_01`.

use crate::fields::{DateOrder, WrittenDate, weekday_named, written_date};
use crate::import::foreign::front::yaml;
use crate::import::foreign::keys::text_of;
use crate::import::foreign::tree::{ForeignTree, is_markdown, stem};
use jiff::civil::Date;

/// What a name says of a day.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum DayName {
    /// This one, and what else the name says.
    Day(Date, String),
    /// One of two.
    Doubtful,
    /// Nothing.
    None,
}

/// The day that a note's name holds.
pub(super) fn day_name(stem: &str, order: Option<DateOrder>) -> DayName {
    let Some((written, start, end)) = found(stem) else { return DayName::None };
    let Some(date) = written.day(order) else { return DayName::Doubtful };
    let words = |text: &'_ str| {
        text.split([' ', '-', ',', '.']).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let plain = stem.replace('_', "-");
    let mut rest: Vec<String> = words(&plain[..start]).into_iter().chain(words(&plain[end..])).collect();
    rest.retain(|word| weekday_named(word).is_none_or(|day| day != date.weekday()));
    DayName::Day(date, rest.join(" "))
}

/// The first whole date in a name, and where it stands.
fn found(stem: &str) -> Option<(WrittenDate, usize, usize)> {
    let name = stem.replace('_', "-");
    let mut before = None;
    for (at, c) in name.char_indices() {
        let starts = c.is_alphanumeric() && before.is_none_or(|c: char| !c.is_alphanumeric());
        before = Some(c);
        if !starts {
            continue;
        }
        if let Some(found) = written_date(&name[at..])
            && matches!(found.date, WrittenDate::Day(_) | WrittenDate::Numbers { .. })
        {
            return Some((found.date, at, at + found.end));
        }
    }
    None
}

/// The order of the numbers in dates that a vault's settings tell, or else its names.
pub(super) fn told_order(tree: &ForeignTree) -> Option<DateOrder> {
    let format = ".obsidian/daily-notes.json";
    let format = tree.text(format).and_then(|text| yaml(format, &text).ok()).unwrap_or_default();
    let format =
        format.iter().find(|(key, _)| key == "format").and_then(|(_, value)| text_of(value)).unwrap_or_default();
    match (format.find('D'), format.find('M')) {
        (Some(day), Some(month)) if !format.starts_with('Y') => {
            return Some(if day < month { DateOrder::DayFirst } else { DateOrder::MonthFirst });
        }
        _ => {}
    }
    let told = tree.paths().filter(|path| is_markdown(path)).filter_map(|path| found(stem(path))?.0.order());
    let mut orders: Vec<DateOrder> = told.collect();
    orders.dedup();
    match orders.as_slice() {
        [order] => Some(*order),
        _ => None,
    }
}
