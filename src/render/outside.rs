//! The addresses of other sites that the finished output leads to, and the lines of the sources that have them.

use super::marks::each_part;
use super::written::{Written, shared_place, sources};
use super::{Common, Press, common, make_without_comments};
use crate::diag::Place;
use crate::links::Part;
use crate::site::{Page, Route};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An address of another site.
#[derive(Clone, Debug, PartialEq)]
pub struct Outside {
    /// The whole address, without what stands behind `#`.
    pub address: String,
    /// The places of the sources that have it, in order.
    pub places: BTreeSet<Place>,
    /// The first page that has it.
    pub page: Arc<str>,
}

/// All addresses of other sites that the output leads to, each once, in their order. What is not in the output, such as a
/// private entry's, is not among them, nor is what readers' comments lead to: whoever may write one would otherwise choose what
/// the writer's computer asks for.
#[must_use]
pub fn outside(press: Press<'_>) -> Vec<Outside> {
    let common = common(press.site);
    let routes: Vec<(&Arc<str>, &Route)> = press.site.routes.iter().collect();
    let found: Vec<_> = routes
        .into_par_iter()
        .map_init(Vec::new, |buffer, (address, route)| on_page(press, &common, address, route, buffer))
        .collect();
    let mut all: BTreeMap<String, Outside> = BTreeMap::new();
    for (page, addresses) in found {
        for (address, places) in addresses {
            let of = all.entry(address.clone());
            let of = of.or_insert_with(|| Outside { address, places: BTreeSet::new(), page: page.clone() });
            of.places.extend(places);
        }
    }
    all.into_values().collect()
}

/// Those of one page, each with the places of its sources.
fn on_page(
    press: Press<'_>,
    common: &Common,
    address: &Arc<str>,
    route: &Route,
    buffer: &mut Vec<u8>,
) -> (Arc<str>, BTreeMap<String, Vec<Place>>) {
    let mut found: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    let is_text = matches!(route, Route::Page(_) | Route::Moved(_) | Route::Linked(..) | Route::Asset(_));
    // The page that says what the numbers mean is the program's own: whoever asks could mend nothing on it.
    let is_ours = matches!(route, Route::Page(Page::Numbers));
    if !is_text || is_ours || make_without_comments(press, common, address, route, buffer).is_err() {
        return (address.clone(), found);
    }
    let text = String::from_utf8_lossy(buffer);
    let base = press.site.base();
    let mut typed: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    each_part(address, route, &text, base, &mut |part| {
        if let Part::Address(address, ..) = part
            && let Some(whole) = base.whole_outside(address)
        {
            typed.entry(whole).or_default().insert(address.to_owned());
        }
    });
    if typed.is_empty() {
        return (address.clone(), found);
    }
    let sources = sources(press.site, address, route);
    for (whole, place) in sources.iter().flat_map(Written::outside) {
        if typed.contains_key(&whole) {
            found.entry(whole).or_default().push(place);
        }
    }
    // Markdown's own links to other sites are finished when a text is read, so they are looked for as they are typed.
    for (whole, typed) in &typed {
        let places = sources.iter().flat_map(|source| typed.iter().flat_map(|word| source.places_of_word(word)));
        let mut places = places.peekable();
        if places.peek().is_some() {
            found.entry(whole.clone()).or_default().extend(places);
        }
    }
    for (whole, typed) in typed {
        let shared = || typed.iter().find_map(|typed| Some(shared_place(press, &[typed])?.1));
        found.entry(whole).or_insert_with(|| shared().into_iter().collect());
    }
    (address.clone(), found)
}
