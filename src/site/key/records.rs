//! What entries record, as the numbers that keys are composed of.

use super::super::Site;
use super::{HASHER, of};
use crate::entry::Record;
use std::hash::{BuildHasher, Hash, Hasher};

/// What the entries whose numbers count hold of something, as one number: those without it change nothing.
pub(super) fn counted(site: &Site, what: fn(&Record) -> u64) -> u64 {
    let mut hasher = HASHER.build_hasher();
    for (entry, injury) in &site.journal.counted {
        let hash = what(entry.record());
        if hash != 0 {
            (entry.date, injury, entry.visibility, hash).hash(&mut hasher);
        }
    }
    hasher.finish()
}

/// What the list of exercises says of those that a file describes.
pub(super) fn summaries(site: &Site) -> Vec<&str> {
    let described = site.practice.exercises.iter().filter_map(|exercise| exercise.description);
    described.map(|page| site.journal.pages[page].summary.as_str()).collect()
}

/// The days of each exercise that has a page, and where they are told of.
pub(super) fn practised(site: &Site) -> Vec<u64> {
    let mut all = vec![0u64; site.practice.exercises.len()];
    for (entry, injury) in &site.journal.counted {
        let exercised = entry.record().exercised;
        if exercised == 0 {
            continue;
        }
        let day = of((entry.date, injury, entry.visibility, exercised, site.addresses.get(&entry.path)));
        for index in entry.slugs().exercises.iter().filter_map(|slug| site.practice.position(slug)) {
            // The order of days is a part of it.
            all[index] = of((all[index], day));
        }
    }
    all
}

/// Where the entries stand that record something.
pub(super) fn addresses(site: &Site, what: fn(&Record) -> bool) -> u64 {
    let mut hasher = HASHER.build_hasher();
    for (entry, _) in site.journal.counted.iter().filter(|(entry, _)| what(entry.record())) {
        site.addresses.get(&entry.path).hash(&mut hasher);
    }
    hasher.finish()
}

/// All that public entries record, with where they stand.
pub(super) fn recorded(site: &Site) -> u64 {
    let mut hasher = HASHER.build_hasher();
    for index in &site.listed {
        let item = &site.journal.items[*index];
        (item.entry.row_mark(), item.entry.date, item.injury, site.address_of(*index)).hash(&mut hasher);
    }
    hasher.finish()
}
