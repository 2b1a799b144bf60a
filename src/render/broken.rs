//! What leads nowhere in the finished output, and the line of a source that it comes from.

use super::marks::{Known, Marks, each_part, is_css, leads_to, page_mark};
use super::written::{shared_place, sources, words};
use super::{Common, Keys, Press};
use crate::diag::{Diagnostic, Place};
use crate::links::{Leads, Part, html};
use crate::site::{Route, Site};
use crate::text::near::{Names, nearest};
use crate::text::words::count;
use ahash::{AHashMap, AHashSet};
use rayon::prelude::*;
use std::sync::{Arc, OnceLock};

/// Outputs that are looked at together when something in them is broken.
const BATCH: usize = 256;

/// For how many broken addresses the nearest one is looked for: a journal that was moved here may have ten thousand, each of
/// which would be compared with all addresses.
const MOST_HINTS: usize = 500;

/// Something in an output that leads nowhere.
struct Broken {
    /// As it stands in the output, its references resolved.
    typed: String,
    /// What tells it from others: what it leads to.
    to: u64,
    /// Whether the page is there and the place on it is not.
    only_place: bool,
}

/// What leads nowhere, with where it was written.
pub(super) fn problems(press: Press<'_>, common: &Common, keys: &Keys, known: &Known) -> Vec<Diagnostic> {
    // A fragment of another file is its program's business: a page of a PDF, a second of a film.
    let is_page = |address: &str| match press.site.routes.get(address) {
        Some(Route::Page(_) | Route::Moved(_)) => true,
        Some(Route::Linked(..)) => !is_css(address),
        _ => false,
    };
    let pages = keys.of.iter().filter(|(address, _)| is_page(address));
    let pages: AHashMap<u64, &Marks> = pages.map(|(address, made)| (page_mark(address), &made.marks)).collect();
    let is_broken = |to: (u64, Option<u64>), page: u64| match to {
        (lead, _) if !known.has(lead) => true,
        (_, Some(id)) => pages.get(&page).is_some_and(|marks| marks.ids.binary_search(&id).is_err()),
        _ => false,
    };
    let (mut routes, feeds): (Vec<(&Arc<str>, &Route)>, Vec<_>) =
        press.site.routes.iter().partition(|(_, route)| !matches!(route, Route::Text(_)));
    routes.extend(feeds);
    let failing: Vec<(&Arc<str>, &Route, Vec<u64>)> = routes
        .into_par_iter()
        .filter_map(|(address, route)| {
            let marks = &keys.of.get(address)?.marks;
            let leads = marks.leads.iter().copied().filter(|lead| !known.has(*lead));
            let places =
                marks.places.iter().filter(|(page, id)| is_broken_place(&pages, *page, *id)).map(|(p, id)| p ^ id);
            let broken: Vec<u64> = leads.chain(places).collect();
            (!broken.is_empty()).then_some((address, route, broken))
        })
        .collect();
    let (mut told, mut stale) = (Told::default(), Vec::new());
    for batch in failing.chunks(BATCH) {
        // What a template or the settings lead to was told with the first page that has it.
        let open: Vec<_> = batch.iter().filter(|(.., broken)| !told.count_shared(broken)).collect();
        let found: Vec<_> = open
            .into_par_iter()
            .map(|(address, route, condemned)| {
                (*address, *route, broken_on(press, common, (address, route), known, condemned, &is_broken))
            })
            .collect();
        for (address, route, all) in found {
            match all {
                Ok(all) => told.tell(press, common, address, route, &all),
                Err(problem) => stale.push(problem),
            }
        }
    }
    [told.finish(), stale].concat()
}

fn is_broken_place(pages: &AHashMap<u64, &Marks>, page: u64, id: u64) -> bool {
    pages.get(&page).is_some_and(|marks| marks.ids.binary_search(&id).is_err())
}

/// What leads nowhere on one page, which is made once more for it.
///
/// # Errors
/// A page that has none of what it was condemned for once it is made again was kept from before and should not have been.
fn broken_on(
    press: Press<'_>,
    common: &Common,
    (address, route): (&str, &Route),
    known: &Known,
    condemned: &[u64],
    is_broken: &impl Fn((u64, Option<u64>), u64) -> bool,
) -> Result<Vec<Broken>, Diagnostic> {
    let mut buffer = Vec::new();
    let (now, _) = super::make_with(press, common, |address| known.has_address(address), address, route, &mut buffer)?;
    let base = press.site.base();
    let is_there = |to: &u64| now.leads.contains(to) || now.places.iter().any(|(page, id)| page ^ id == *to);
    if !condemned.iter().all(is_there) {
        return Err(stale(address));
    }
    let text = String::from_utf8_lossy(&buffer);
    let mut found: Vec<Broken> = Vec::new();
    let mut seen = AHashSet::new();
    each_part(address, route, &text, base, &mut |part| {
        let Part::Address(typed, ..) = part else { return };
        let Some((lead, place)) = leads_to(base, address, typed) else { return };
        let (page, id) = place.map_or((0, None), |(page, id)| (page, Some(id)));
        // One that is written in two ways is two mistakes in the source.
        if is_broken((lead, id), page) && seen.insert(typed.to_owned()) {
            let only_place = id.is_some() && !is_broken((lead, None), page);
            let to = place.filter(|_| only_place).map_or(lead, |(page, id)| page ^ id);
            found.push(Broken { typed: typed.to_owned(), to, only_place });
        }
    });
    Ok(found)
}

/// The name of the problem that a page is older than its sources.
const STALE: &str = "stale-page";

/// Whether a problem is that a page is older than its sources.
pub(super) fn is_stale(problem: &Diagnostic) -> bool {
    problem.code == STALE
}

/// A page that was kept although what it was made from is no longer so.
fn stale(address: &str) -> Diagnostic {
    let message = format!("{address} was kept from the build before, and what it was made from has changed since");
    Diagnostic::error(STALE, message).hint(
        "this is a mistake in comeback and not in your files, so please report it; the next build makes all pages anew",
    )
}

/// The problems so far.
#[derive(Default)]
struct Told {
    /// Each problem, the first address that has it, how many others do, and whether it comes from what pages share.
    all: Vec<(Diagnostic, Arc<str>, usize, bool)>,
    /// Each by its place and by how it is written there.
    known: AHashMap<(Option<Place>, String), usize>,
    /// What templates and settings lead to, and the problem.
    shared: AHashMap<u64, usize>,
    near: Near,
    hints: usize,
}

/// What broken addresses are compared with.
#[derive(Default)]
struct Near {
    addresses: OnceLock<Names<String>>,
}

impl Told {
    /// Whether all that is broken on a page is known to come from a template or the settings; then the page is counted.
    fn count_shared(&mut self, broken: &[u64]) -> bool {
        let known: Option<Vec<usize>> = broken.iter().map(|to| self.shared.get(to).copied()).collect();
        let all = known.is_some();
        for index in known.unwrap_or_default() {
            self.all[index].2 += 1;
        }
        all
    }

    /// Tells what is broken in an output, where it was written.
    fn tell(&mut self, press: Press<'_>, common: &Common, address: &Arc<str>, route: &Route, all: &[Broken]) {
        let texts = press.site.texts_on(route);
        let sources = sources(press.site, address, route);
        for broken in all {
            if texts.iter().any(|text| press.site.is_told(text, &broken.typed)) {
                continue;
            }
            let words = words(press.site.base(), &broken.typed);
            let found: Vec<(&str, Place)> =
                sources.iter().flat_map(|source| source.places(&words, broken.to)).collect();
            // A feed makes some addresses whole by rules of its own; then the text's page has told.
            let is_told = || !self.all.is_empty() || texts.iter().any(|text| press.site.tells(text));
            if found.is_empty() && matches!(route, Route::Text(_)) && !texts.is_empty() && is_told() {
                continue;
            }
            let shared = found.is_empty().then_some(broken.to);
            let from = if found.is_empty() { shared_place(press, &words).into_iter().collect() } else { found };
            let placed = from.into_iter().map(|(typed, place)| (typed, Some(place)));
            let placed: Vec<(&str, Option<Place>)> = placed.collect();
            let placed = if placed.is_empty() { vec![(broken.typed.as_str(), None)] } else { placed };
            for (typed, place) in placed {
                let index = match self.known.get(&(place.clone(), typed.to_owned())) {
                    Some(index) => *index,
                    None => {
                        let diagnostic = self.diagnostic(press, common, address, broken, typed);
                        let diagnostic = place.clone().map_or(diagnostic.clone(), |place| diagnostic.at(place));
                        self.known.insert((place, typed.to_owned()), self.all.len());
                        self.all.push((diagnostic, address.clone(), 0, shared.is_some()));
                        self.all.len() - 1
                    }
                };
                self.all[index].2 += usize::from(self.all[index].1 != *address);
                self.shared.extend(shared.map(|to| (to, index)));
            }
        }
    }

    /// The problem in the words of the source, which has the address as `typed`.
    fn diagnostic(
        &mut self,
        press: Press<'_>,
        common: &Common,
        address: &str,
        broken: &Broken,
        typed: &str,
    ) -> Diagnostic {
        self.hints += 1;
        let hint = self.hints <= MOST_HINTS;
        if broken.only_place {
            let id = typed.split_once('#').map_or("", |(_, id)| id);
            let message = format!("`{typed}` leads to a place that the page does not have: #{id}");
            let diagnostic = Diagnostic::warning("broken-anchor", message);
            let near = hint.then(|| near_id(press, common, address, &broken.typed, id)).flatten();
            return match near {
                Some(near) => {
                    let path = typed.split('#').next().unwrap_or_default();
                    diagnostic.hint(format!("did you mean `{path}#{near}`?"))
                }
                None => diagnostic,
            };
        }
        let diagnostic = Diagnostic::warning("broken-link", format!("`{typed}` leads nowhere"));
        match hint.then(|| self.near.of(press.site, address, &broken.typed)).flatten() {
            Some(hint) => diagnostic.hint(hint),
            None => diagnostic,
        }
    }

    fn finish(self) -> Vec<Diagnostic> {
        let with_page = |(problem, address, more, shared): (Diagnostic, Arc<str>, usize, bool)| match more {
            _ if !shared => problem,
            0 => problem.hint(format!("on {address}")),
            more => problem.hint(format!("on {address} and {}", count(more, "other page", "other pages"))),
        };
        self.all.into_iter().map(with_page).collect()
    }
}

impl Near {
    /// What was probably meant.
    fn of(&self, site: &Site, page: &str, typed: &str) -> Option<String> {
        let Leads::Inside(path, _) = site.base().follow(page, typed) else {
            return Some("it leads out of the site's folder".to_owned());
        };
        if let Some((name, _)) = site.assets().find(|(name, address)| path[1..] == **name && *path != **address) {
            let hint = format!("the theme's files have their hash in their names: {{{{ site.assets[\"{name}\"] }}}}");
            return Some(hint);
        }
        if let Some(file) = site.file_waiting_for(&path) {
            return Some(format!("{file} is there, and goes out only where a text links to it by its path"));
        }
        let addresses = self.addresses.get_or_init(|| Names::new(site.routes.keys().map(ToString::to_string)));
        addresses.nearest(&path).map(|near| format!("did you mean `{near}`?"))
    }
}

/// The id on the page led to that was probably meant.
fn near_id(press: Press<'_>, common: &Common, page: &str, typed: &str, id: &str) -> Option<String> {
    let Leads::Inside(path, _) = press.site.base().follow(page, typed) else { return None };
    let path = super::marks::normal(&path);
    let slashed = format!("{path}/");
    let (address, route) =
        press.site.routes.get_key_value(path).or_else(|| press.site.routes.get_key_value(slashed.as_str()))?;
    let mut buffer = Vec::new();
    super::make(press, common, address, route, &mut buffer).ok()?;
    let text = String::from_utf8_lossy(&buffer);
    let mut ids = Vec::new();
    html::scan(&text, |found| {
        if let html::Found::Id(id) = found {
            ids.push(id);
        }
    });
    nearest(id, ids).map(str::to_owned)
}
