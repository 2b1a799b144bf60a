//! What can hardly be true: warnings of slips that only the writer can mend, each with the place where it stands.

use super::CountedEntry;
use super::contradictions::{place_of, value_of};
use crate::config::Config;
use crate::diag::{Diagnostic, Place};
use crate::entry::{Entry, pace};
use crate::text::slug::slug;
use crate::units::days_between;
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Days between an entry and the nearest other one that make its year one far from all others.
pub(super) const FAR: i64 = 5 * 365;

/// Finds it in the entries whose numbers count, which are in date order, each with the index of its injury.
pub(super) fn find(counted: &[(Arc<Entry>, Option<usize>)], config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    // Lines have no titles, may say a day twice, and what lies before an onset is a baseline.
    let own = |(entry, _): &&CountedEntry| entry.log.is_none();
    let dated: Vec<&Entry> =
        counted.iter().filter(own).map(|(entry, _)| &**entry).filter(|entry| entry.date.is_some()).collect();
    for day in dated.chunk_by(|a, b| a.date == b.date).filter(|day| day.len() > 1) {
        diagnostics.extend(copies(day));
    }
    diagnostics.extend(far(&dated));
    diagnostics.extend(before_onset(counted, config));
    diagnostics.extend(dated.iter().filter(|entry| entry.is_untouched()).map(|entry| {
        Diagnostic::warning("untouched", "the entry is as `comeback new` wrote it: it says nothing yet")
            .at(Place::file(&entry.path))
            .hint("write below the second `---` or fill in a value; until then `draft: true` keeps it back")
    }));
    diagnostics.extend(dated.iter().filter_map(|entry| too_fast(entry, config)));
}

/// Files of one day that say the same, which a sync or a second `new` leaves behind.
fn copies(day: &[&Entry]) -> Vec<Diagnostic> {
    let copy = |(at, entry): (usize, &&Entry)| {
        let before = &day[..at];
        let same =
            before.iter().find(|other| other.hash == entry.hash).map(|other| (other, "is the same, byte for byte"));
        let titled = || before.iter().find(|other| slug(&other.title) == slug(&entry.title));
        let (other, what) = same.or_else(|| titled().map(|other| (other, "has the same day and title")))?;
        let message = format!("{} {what}", other.path);
        Some(
            Diagnostic::warning("same-entry", message)
                .at(place_of(entry, "title"))
                .hint("both count: remove one, or give them titles that tell them apart"),
        )
    };
    day.iter().enumerate().filter_map(copy).collect()
}

/// Entries each of which is years away from all others: a slip in a year stretches every chart.
fn far(dated: &[&Entry]) -> Vec<Diagnostic> {
    let dated: Vec<(Date, &Entry)> = dated.iter().filter_map(|entry| Some((entry.date?, *entry))).collect();
    // Of three entries nobody can tell which is the odd one.
    if dated.len() < 4 {
        return Vec::new();
    }
    let alone = |at: usize| {
        let (date, entry) = dated[at];
        let near = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| dated.get(at));
        let (nearest, days) =
            near.map(|(other, _)| (*other, days_between(date, *other).abs())).min_by_key(|(_, n)| *n)?;
        if days < FAR {
            return None;
        }
        let message = format!("{date} is {} years away from every other entry", days * 4 / 1461);
        let meant = Date::new(nearest.year(), date.month(), date.day());
        let hint = match (meant, value_of(entry, "date")) {
            (Ok(meant), Some(place)) => return Some(far_year(message, place, &format!("did you mean `{meant}`?"))),
            (Ok(meant), None) => format!("is the year in the file's name right: {meant}?"),
            (Err(_), _) => "is the year right?".to_owned(),
        };
        Some(far_year(message, place_of(entry, "date"), &hint))
    };
    (0..dated.len()).filter_map(alone).collect()
}

fn far_year(message: String, place: Place, hint: &str) -> Diagnostic {
    Diagnostic::warning("far-year", message).at(place).hint(hint)
}

/// Entries of an injury from before it began: one warning an injury, since the onset is as likely to be wrong as a date.
fn before_onset(counted: &[(Arc<Entry>, Option<usize>)], config: &Config) -> Vec<Diagnostic> {
    let mut early: BTreeMap<usize, Vec<(Date, &Entry)>> = BTreeMap::new();
    for (entry, injury) in counted.iter().filter(|(entry, _)| entry.log.is_none()) {
        let (Some(injury), Some(date)) = (*injury, entry.date) else { continue };
        if config.injuries[injury].onset.is_some_and(|onset| date < onset) {
            early.entry(injury).or_default().push((date, entry));
        }
    }
    let tell = |(injury, entries): (usize, Vec<(Date, &Entry)>)| {
        let (injury, (date, first)) = (&config.injuries[injury], *entries.first()?);
        let (name, onset) = (&injury.name, injury.onset?);
        let message = match entries.len() {
            1 => format!("{date} lies before the onset of the {name} on {onset}"),
            n => format!("{n} entries lie before the onset of the {name} on {onset}, the first on {date}"),
        };
        let key = if first.injury.is_some() { "injury" } else { "date" };
        let hint = match config.injuries.len() {
            1 => "one of the dates is off; what you ran in the weeks before is the injury's `baseline` in site.toml",
            _ => "one of the dates is off, or `injury` names the wrong one",
        };
        Some(Diagnostic::warning("before-onset", message).at(place_of(first, key)).hint(hint))
    };
    early.into_iter().filter_map(tell).collect()
}

/// Mileage that is the length of a run which nobody runs in the time that was typed.
fn too_fast(entry: &Entry, config: &Config) -> Option<Diagnostic> {
    let mileage = entry.mileage?.0;
    let run = entry.sessions.iter().find(|session| !session.planned && session.kind.is_running())?;
    // A session of a minute or two was told of where it stands.
    let minutes = run.minutes.filter(|minutes| *minutes >= crate::entry::SHORTEST)?;
    let said = pace::implausible(run.kind, mileage, minutes).filter(|_| !entry.record().measured)?;
    let length = format!("{} {}", config.units.show(mileage), config.units.symbol());
    Some(
        Diagnostic::warning("implausible", format!("mileage is {length}, which makes the run's pace {said}"))
            .at(place_of(entry, "mileage"))
            .related("its time", place_of(entry, "duration"))
            .hint(pace::HINT),
    )
}
