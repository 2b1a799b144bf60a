//! What each output leads to and can be led to, as numbers: comparing them tells whether anything is broken, and costs next to
//! nothing; the words for what is broken are found when something is.

use crate::links::{Base, Leads, css, html, own_addresses};
use crate::site::{Route, Text};
use ahash::{AHashSet, RandomState};

/// One hasher for all marks: any seeds do, as long as they stay the same while the program runs.
const HASHER: RandomState = RandomState::with_seeds(5, 6, 7, 8);

/// What an output leads to and can be led to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Marks {
    /// The ids in it.
    pub(super) ids: Vec<u64>,
    /// The addresses of the site that it leads to.
    pub(super) leads: Vec<u64>,
    /// The places on pages that it leads to: the page's address and the id.
    pub(super) places: Vec<(u64, u64)>,
}

/// The addresses that something stands at.
#[derive(Debug)]
pub(super) struct Known(AHashSet<u64>);

impl Known {
    /// Of all addresses; a folder is found without its slash too, since hosts lead on from there.
    pub(super) fn new<'a>(addresses: impl Iterator<Item = &'a str>) -> Self {
        let mut all = AHashSet::new();
        for address in addresses {
            all.insert(mark(address));
            all.extend(address.strip_suffix('/').filter(|a| !a.is_empty()).map(mark));
        }
        Self(all)
    }

    pub(super) fn has(&self, mark: u64) -> bool {
        self.0.contains(&mark)
    }

    pub(super) fn has_address(&self, address: &str) -> bool {
        self.has(mark(normal(address)))
    }
}

/// A page by the address that hosts show it at: its folder's.
pub(super) fn normal(address: &str) -> &str {
    address.strip_suffix("index.html").filter(|folder| folder.ends_with('/')).unwrap_or(address)
}

pub(super) fn mark(text: &str) -> u64 {
    HASHER.hash_one(text)
}

/// A page's mark, which is the same with and without the slash at its end.
pub(super) fn page_mark(address: &str) -> u64 {
    mark(normal(address).trim_end_matches('/'))
}

/// What one address leads to, as marks; `None` for what leads to no part of the site.
pub(super) fn leads_to(base: Base<'_>, page: &str, address: &str) -> Option<(u64, Option<(u64, u64)>)> {
    match base.follow(page, address) {
        Leads::Inside(path, fragment) => {
            let place = fragment.map(|id| (page_mark(&path), mark(&id)));
            Some((mark(normal(&path)), place))
        }
        // Nothing can stand there.
        Leads::Above => Some((mark(&format!("../{address}")), None)),
        Leads::Outside(_) | Leads::Elsewhere => None,
    }
}

impl Marks {
    /// The marks of what stands at an address.
    pub(super) fn of(page: &str, route: &Route, bytes: &[u8], base: Base<'_>) -> Self {
        let mut marks = Self::default();
        let Ok(text) = std::str::from_utf8(bytes) else { return marks };
        let mut ids = Vec::new();
        each_address(page, route, text, base, |found| match found {
            Mark::Id(id) => ids.push(mark(&html::unescape(id))),
            Mark::Address(address) => {
                if let Some((lead, place)) = leads_to(base, page, address) {
                    marks.leads.push(lead);
                    marks.places.extend(place);
                }
            }
        });
        ids.sort_unstable();
        marks.ids = ids;
        marks.leads.sort_unstable();
        marks.leads.dedup();
        marks.places.sort_unstable();
        marks.places.dedup();
        marks
    }
}

/// Something in an output that leads or can be led to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Mark<'a> {
    /// An id as typed.
    Id(&'a str),
    /// An address, its references resolved.
    Address(&'a str),
}

/// Whether a file at an address is a stylesheet, or a page.
pub(super) fn is_css(address: &str) -> bool {
    address.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("css"))
}

/// Tells of every address and id in an output, by what it is.
pub(super) fn each_address(page: &str, route: &Route, text: &str, base: Base<'_>, mut tell: impl FnMut(Mark<'_>)) {
    let in_css = |rules: &str, tell: &mut dyn FnMut(Mark<'_>)| {
        for found in css::addresses(rules) {
            tell(Mark::Address(&found.address));
        }
    };
    match route {
        Route::Page(_) | Route::Moved(_) => in_html(text, base, &mut tell),
        Route::Linked(..) | Route::Asset(_) if is_css(page) => in_css(text, &mut tell),
        Route::Linked(..) => in_html(text, base, &mut tell),
        Route::Text(Text::Feed(_) | Text::Sitemap | Text::Robots) => {
            own_addresses(text, base.url, |address| tell(Mark::Address(address)));
        }
        Route::Text(_) | Route::Asset(_) | Route::File(..) | Route::Photo(..) | Route::Card(_) | Route::Icon(..) => {}
    }
}

fn in_html(text: &str, base: Base<'_>, tell: &mut impl FnMut(Mark<'_>)) {
    html::scan(text, |found| match found {
        html::Found::Id(id) => tell(Mark::Id(id)),
        html::Found::Address(typed, _) => tell(Mark::Address(&html::unescape(typed))),
        html::Found::Style(rules, _) => css::addresses(rules).iter().for_each(|f| tell(Mark::Address(&f.address))),
        html::Found::StyleValue(typed, _) => {
            css::addresses(&html::unescape(typed)).iter().for_each(|f| tell(Mark::Address(&f.address)));
        }
        // What stands behind `#` there names a thing, the blog or the site, and no place on the page.
        html::Found::Json(json) => own_addresses(json, base.url, |address| {
            tell(Mark::Address(address.split_once('#').map_or(address, |(page, _)| page)));
        }),
    });
}
