//! Which address each file gets.

use crate::diag::{Diagnostic, Place};
use crate::entry::{Entry, strip_date};
use crate::text::slug::slug;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The address of a page by its file: `/journal/first-run/`.
pub(super) type Addresses = BTreeMap<Arc<str>, String>;

/// Gives each file its address: its path below `content/`, slugged, without the date of its last part where the
/// address stays its own.
///
/// Files come in date order: where several would share the short address, the earliest keeps it.
pub(super) fn assign<'a>(
    entries: impl Iterator<Item = &'a Arc<Entry>> + Clone,
    diagnostics: &mut Vec<Diagnostic>,
) -> Addresses {
    let mut holders: BTreeMap<String, &Arc<Entry>> = BTreeMap::new();
    let mut addresses = Addresses::new();
    // Addresses that dropped no date come first: what was typed so is kept so.
    let (dated, plain): (Vec<_>, Vec<_>) = entries.map(|e| (e, candidates(e))).partition(|(_, c)| c.long.is_some());
    for (entry, candidates) in plain.into_iter().chain(dated) {
        let holder = holders.get(&candidates.short);
        let address = match (holder, candidates.long) {
            (None, _) => candidates.short,
            (Some(first), Some(long)) if !holders.contains_key(&long) => {
                let message =
                    format!("the address {} is taken, so this entry keeps its date: {long}", candidates.short);
                diagnostics.push(
                    Diagnostic::note("address-keeps-date", message)
                        .at(Place::file(&entry.path))
                        .related("taken by", Place::file(&first.path)),
                );
                long
            }
            (Some(first), _) => {
                let message = format!("two files have the address {}", candidates.short);
                diagnostics.push(
                    Diagnostic::error("same-address", message)
                        .at(Place::file(&entry.path))
                        .related("the other", Place::file(&first.path))
                        .hint("give one of them a `slug:` of its own"),
                );
                continue;
            }
        };
        holders.insert(address.clone(), entry);
        addresses.insert(entry.path.clone(), address);
    }
    addresses
}

/// The addresses that a file may get.
struct Candidates {
    /// The one without a date.
    short: String,
    /// The one with its date, where the short one dropped it.
    long: Option<String>,
}

fn candidates(entry: &Entry) -> Candidates {
    let inside = entry.path.strip_prefix("content/").unwrap_or(&entry.path);
    let stem = inside.rsplit_once('.').map_or(inside, |(stem, _)| stem);
    let mut parts: Vec<&str> = stem.split('/').collect();
    if parts.last() == Some(&"index") && parts.len() > 1 {
        parts.pop();
    }
    let last = parts.pop().unwrap_or("index");
    let folder: String = parts.iter().map(|part| format!("{}/", slug(part))).collect();
    let whole = |last: &str| format!("/{folder}{last}/");
    if let Some(own) = &entry.slug {
        return Candidates { short: whole(&slug(own)), long: None };
    }
    match strip_date(last) {
        Some((_, rest)) => Candidates { short: whole(&slug(rest)), long: Some(whole(&slug(last))) },
        None => Candidates { short: whole(&slug(last)), long: None },
    }
}
