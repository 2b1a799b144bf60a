//! What each output leads to and can be led to, as numbers: comparing them tells whether anything is broken, and costs next to
//! nothing; the words for what is broken are found when something is.

use super::other_hosts::Trusted;
use crate::links::{Base, Leads, Part, Use, css_parts, html_parts, own_addresses};
use crate::site::{Route, Text};
use ahash::{AHashSet, RandomState};
use memchr::memmem;
use url::Url;

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
    /// What it loads from other hosts.
    pub(super) outside: Vec<Load>,
    /// Whether it may ask for more than can be read from it: it shows a frame, or has a script that is not ours.
    pub(super) acts: bool,
}

/// Something that is loaded from another host.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub(super) struct Load {
    /// The address as it stands there, its references resolved.
    pub(super) address: Box<str>,
    /// The host that is asked.
    pub(super) host: Box<str>,
    /// What for.
    pub(super) used: Use,
}

impl Load {
    /// What is loaded from another host, if that is what a page does with an address.
    pub(super) fn of(base: Base<'_>, address: &str, used: Use) -> Option<Self> {
        let host = if used == Use::Link { None } else { base.other_host(address) };
        Some(Self { address: address.into(), host: host?.into(), used })
    }

    /// Whether another is the same, however their addresses are encoded.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let whole = |load: &Self| Url::parse("https://x/").and_then(|base| base.join(&load.address)).ok();
        self.used == other.used && self.host == other.host && whole(self) == whole(other)
    }

    /// Whether a text may be where it was written: the name of its host stands in it.
    pub(super) fn may_stand_in(&self, text: &str) -> bool {
        let name = self.host.split(':').next().unwrap_or_default();
        // One that is written in another way than browsers read it is rare enough to be looked for.
        !self.address.contains(name) || memmem::find(text.as_bytes(), name.as_bytes()).is_some()
    }
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
    pub(super) fn of(page: &str, route: &Route, bytes: &[u8], base: Base<'_>, trusted: &Trusted) -> Self {
        let mut marks = Self::default();
        if matches!(route, Route::Text(Text::Data(_))) {
            return marks;
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return marks };
        let mut ids = Vec::new();
        each_part(page, route, text, base, &mut |part| match part {
            Part::Id(id) => ids.push(mark(id)),
            Part::Address(address, _, used) => {
                if let Some(load) = Load::of(base, address, used) {
                    marks.acts |= matches!(used, Use::Frame | Use::Script);
                    marks.outside.push(load);
                    return;
                }
                let leads = leads_to(base, page, address);
                marks.acts |= match used {
                    Use::Frame => true,
                    Use::Script | Use::Style => !leads.is_some_and(|(file, _)| trusted.has(file)),
                    _ => false,
                };
                if let Some((lead, place)) = leads {
                    marks.leads.push(lead);
                    marks.places.extend(place);
                }
            }
            Part::Json(_) => {}
            Part::Acts => marks.acts = true,
        });
        ids.sort_unstable();
        marks.ids = ids;
        marks.leads.sort_unstable();
        marks.leads.dedup();
        marks.places.sort_unstable();
        marks.places.dedup();
        marks
    }

    /// Whether a page with these asks another host for anything, or may.
    pub(super) fn asks(&self) -> bool {
        self.acts || !self.outside.is_empty()
    }
}

/// Whether a file at an address is a stylesheet, or a page.
pub(super) fn is_css(address: &str) -> bool {
    address.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("css"))
}

/// Tells of all that leads or can be led to in an output, by what it is.
pub(super) fn each_part(page: &str, route: &Route, text: &str, base: Base<'_>, tell: &mut dyn FnMut(Part<'_>)) {
    let mut in_html = || {
        html_parts(text, &mut |part| match part {
            // What stands behind `#` there names a thing, the blog or the site, and no place on the page.
            Part::Json(json) => own_addresses(json, base.url, |address| {
                tell(Part::Address(address.split_once('#').map_or(address, |(page, _)| page), 0..0, Use::Link));
            }),
            part => tell(part),
        });
    };
    match route {
        Route::Page(_) | Route::Moved(_) => in_html(),
        Route::Linked(..) | Route::Asset(_) if is_css(page) => css_parts(text, |range| range, tell),
        Route::Linked(..) => in_html(),
        Route::Text(Text::Feed(_) | Text::Sitemap | Text::Robots) => {
            own_addresses(text, base.url, |address| tell(Part::Address(address, 0..0, Use::Link)));
        }
        Route::Text(_) | Route::Asset(_) | Route::File(..) | Route::Photo(..) | Route::Card(_) | Route::Icon(..) => {}
    }
}
