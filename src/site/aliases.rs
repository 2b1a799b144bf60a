//! Former addresses of entries and pages, kept letter for letter: whoever has one finds what became of it.

use super::routes::Outline;
use super::{Page, Route};
use crate::diag::{Diagnostic, Place};
use crate::entry::Entry;
use crate::links::url;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Who claims an address, and where.
struct Claim<'a> {
    old: Arc<str>,
    entry: &'a Entry,
    range: &'a Range<usize>,
}

impl Claim<'_> {
    fn place(&self) -> Place {
        Place::new(&self.entry.path, &self.entry.text, self.range.clone())
    }
}

/// Adds the former addresses; one that is taken is an error that names both who claim it.
pub(super) fn add(outline: &Outline<'_>, routes: &mut BTreeMap<Arc<str>, Route>, diagnostics: &mut Vec<Diagnostic>) {
    // By their small letters: many disks take two names that differ in capitals for one.
    let mut claims: BTreeMap<String, Claim<'_>> = BTreeMap::new();
    let items = outline.journal.items.iter().map(|i| &i.entry);
    for entry in items.chain(&outline.journal.pages).filter(|e| !e.aliases.is_empty()) {
        let Some(address) = outline.addresses.get(&entry.path) else { continue };
        for (alias, range) in &entry.aliases {
            let old: Arc<str> = match url::former_address(alias) {
                Ok(old) => old.into(),
                Err((message, hint)) => {
                    let place = Place::new(&entry.path, &entry.text, range.clone());
                    diagnostics.push(Diagnostic::error("bad-alias", message).at(place).hint(hint));
                    continue;
                }
            };
            let claim = Claim { old, entry, range };
            let small = claim.old.to_lowercase();
            match free(&claim, &small, address, outline, routes, &claims) {
                Err(problem) => diagnostics.extend(problem),
                Ok(()) => {
                    routes.insert(claim.old.clone(), Route::Moved(address.clone()));
                    claims.insert(small, claim);
                }
            }
        }
    }
}

/// What is said where two names can't be had together.
const BY_CAPITALS: &str = "they differ in capitals alone, and many disks take such names for one";

/// Whether a former address is free; if not, what is to be said, which may be nothing.
fn free(
    claim: &Claim<'_>,
    small: &str,
    address: &Arc<str>,
    outline: &Outline<'_>,
    routes: &BTreeMap<Arc<str>, Route>,
    claims: &BTreeMap<String, Claim<'_>>,
) -> Result<(), Option<Diagnostic>> {
    let old = &claim.old;
    if let Some(other) = claims.get(small) {
        if other.entry.path == claim.entry.path {
            return Err(None);
        }
        let problem = Diagnostic::error("same-address", format!("the former address {old} is claimed twice"));
        let hint = if other.old == *old { "take it out of one of them" } else { BY_CAPITALS };
        return Err(Some(problem.at(claim.place()).related("by this one too", other.place()).hint(hint)));
    }
    let Some((holder, route)) = routes.get_key_value(old).or_else(|| routes.get_key_value(small)) else {
        return Ok(());
    };
    if holder == address {
        return Err(Some(of_itself(claim, address)));
    }
    let journal = outline.journal;
    let file = match route {
        Route::Page(Page::Entry(index)) => journal.items.get(*index).map(|item| &item.entry.path),
        Route::Page(Page::Plain(index)) => journal.pages.get(*index).map(|page| &page.path),
        _ => None,
    };
    let hint = if holder == old { "take it out of `aliases`, or move what stands there" } else { BY_CAPITALS };
    let by = if file.is_some() { "" } else { " by a page or a file that the site makes itself" };
    let problem = Diagnostic::error("same-address", format!("the former address {old} is taken{by}")).at(claim.place());
    let problem = match file {
        Some(file) => problem.related("by this text", Place::file(file)),
        None => problem,
    };
    Err(Some(problem.hint(hint)))
}

/// What is said of a former address that is the page's own, or nearly.
fn of_itself(claim: &Claim<'_>, address: &str) -> Diagnostic {
    let old = &claim.old;
    let (says, hint) = if **old == *address {
        ("this is the page's own address, so nothing has to lead to it".to_owned(), "take it out")
    } else {
        let says = format!("{old} can't stand beside the page's own address {address}, so nothing leads on from it");
        (says, BY_CAPITALS)
    };
    Diagnostic::note("alias-of-itself", says).at(claim.place()).hint(hint)
}
