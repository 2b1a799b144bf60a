//! Which address each file gets.

use crate::diag::{Diagnostic, Place};
use crate::entry::Entry;
use ahash::AHashMap;
use std::sync::Arc;

/// The address of each published file: `/journal/first-run/`.
pub(super) type Addresses = AHashMap<Arc<str>, Arc<str>>;

/// Gives each file its address: the one without a date, where that stays its own.
///
/// Files come in date order: where several would share the short address, the earliest keeps it.
pub(super) fn assign<'a>(
    entries: impl Iterator<Item = &'a Arc<Entry>> + Clone,
    diagnostics: &mut Vec<Diagnostic>,
) -> Addresses {
    let n = entries.size_hint().0;
    let mut holders: AHashMap<Arc<str>, &Arc<Entry>> = AHashMap::with_capacity(n);
    let mut addresses = Addresses::with_capacity(n);
    // Addresses that dropped no date come first: what was typed so is kept so.
    let is_plain = |entry: &&Arc<Entry>| entry.address().long.is_none();
    for entry in entries.clone().filter(is_plain).chain(entries.filter(|e| !is_plain(e))) {
        let own = entry.address();
        let address = match (holders.get(own.short.as_str()), &own.long) {
            (None, _) => own.short.as_str(),
            (Some(first), Some(long)) if !holders.contains_key(long.as_str()) => {
                let message = format!("the address {} is taken, so this entry keeps its date: {long}", own.short);
                diagnostics.push(
                    Diagnostic::note("address-keeps-date", message)
                        .at(Place::file(&entry.path))
                        .related("taken by", Place::file(&first.path)),
                );
                long.as_str()
            }
            (Some(first), _) => {
                let message = format!("two files have the address {}", own.short);
                diagnostics.push(
                    Diagnostic::error("same-address", message)
                        .at(Place::file(&entry.path))
                        .related("the other", Place::file(&first.path))
                        .hint("give one of them a `slug:` of its own"),
                );
                continue;
            }
        };
        let address: Arc<str> = address.into();
        holders.insert(address.clone(), entry);
        addresses.insert(entry.path.clone(), address);
    }
    addresses
}
