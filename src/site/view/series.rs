//! The series that an entry is a part of.

use super::super::{Site, links};
use super::{Day, LinkView};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct SeriesView {
    name: String,
    /// Which part this is, from 1.
    part: usize,
    count: usize,
    older: Option<LinkView>,
    newer: Option<LinkView>,
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

/// The series of an entry; `None` where it is a part of none.
pub(super) fn view(site: &Site, index: usize) -> Option<SeriesView> {
    let (series, place) = site.series.of_item(index)?;
    let href = |item: usize| site.path(&links::encode(site.address_of(item)));
    let title = |item: usize| site.journal.items[item].entry.title.clone();
    let link = |place: usize| {
        let item = *series.parts.get(place)?;
        Some(LinkView { href: href(item), label: title(item) })
    };
    let part = |(near, item): (usize, usize)| Part {
        number: near + 1,
        title: title(item),
        href: href(item),
        day: site.journal.items[item].entry.date.map(|day| Day::new(site, day)),
        here: near == place,
    };
    let parts: Vec<Part> = series.near(place).map(part).collect();
    Some(SeriesView {
        name: series.name.clone(),
        part: place + 1,
        count: series.parts.len(),
        older: place.checked_sub(1).and_then(link),
        newer: link(place + 1),
        cut: parts.len() < series.parts.len(),
        parts,
    })
}
