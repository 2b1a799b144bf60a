//! The series that an entry is a part of.

use super::Day;
use crate::site::reader::{EntryCard, NearSeries, PlanReader};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct SeriesView {
    name: String,
    /// Which part this is, from 1.
    part: usize,
    count: usize,
    parts: Vec<Part>,
    /// Whether parts are left out before or after those listed.
    cut: bool,
}

#[derive(Debug, Serialize)]
struct Part {
    number: usize,
    title: String,
    href: String,
    day: Option<Day>,
    here: bool,
}

/// The series of an entry.
pub(super) fn view(site: &PlanReader<'_>, series: NearSeries<'_>) -> SeriesView {
    let NearSeries { name, place, count, near } = series;
    let cards: Vec<(usize, EntryCard<'_>)> = near.into_iter().map(|(at, item)| (at, site.card(item))).collect();
    let part = |(at, card): &(usize, EntryCard<'_>)| Part {
        number: at + 1,
        title: card.title.to_owned(),
        href: site.link(card.address),
        day: card.date.map(|day| Day::new(site, day)),
        here: *at == place,
    };
    SeriesView {
        name: name.to_owned(),
        part: place + 1,
        count,
        cut: cards.len() < count,
        parts: cards.iter().map(part).collect(),
    }
}
