//! What entries say against each other: warnings that name both places, since only the writer knows which is right.

use crate::config::Config;
use crate::diag::{Diagnostic, Place};
use crate::entry::{Entry, Pain};
use crate::source::Hash;
use crate::text::words::{count, score};
use crate::units::{Score, days_between};
use jiff::civil::Date;
use std::sync::Arc;

/// Points by which a next day's score may differ from the next day's own.
const APART: f64 = 2.0;

/// Finds them in the entries whose numbers count, which are in date order.
pub(super) fn find(counted: &[(Arc<Entry>, Option<usize>)], config: &Config, diagnostics: &mut Vec<Diagnostic>) {
    let dated: Vec<(Date, &Entry)> = counted.iter().filter_map(|(e, _)| Some((e.date?, &**e))).collect();
    let days: Vec<&[(Date, &Entry)]> = dated.chunk_by(|a, b| a.0 == b.0).collect();
    for (at, day) in days.iter().enumerate() {
        let next = days.get(at + 1).filter(|next| days_between(day[0].0, next[0].0) == 1);
        if let Some(next) = next {
            for (_, entry) in day.iter().filter(|(_, entry)| may_differ(entry, next)) {
                let others: Vec<Hash> = next.iter().map(|(_, other)| other.hash).collect();
                diagnostics.extend_from_slice(&entry.against(&others, || next_days(entry, next)));
            }
        }
        diagnostics.extend(mileage(day, config));
    }
    let entries: Vec<(Date, &Entry)> = dated.into_iter().filter(|(_, entry)| entry.log.is_none()).collect();
    diagnostics.extend(outside_phases(&entries, config));
}

/// Whether the scores of two days lie so far apart that a look at their places is worth it: records, which are small, rule
/// out most days.
fn may_differ(entry: &Entry, next: &[(Date, &Entry)]) -> bool {
    let Some((low, high)) = entry.record().said else { return false };
    let apart = |(least, most): (Score, Score)| (high.value() - least.value()).max(most.value() - low.value());
    next.iter().filter_map(|(_, other)| other.record().began).any(|began| apart(began) >= APART)
}

/// The next day's scores of an entry against how the entries of the next day say it began, place by place.
fn next_days(entry: &Entry, next: &[(Date, &Entry)]) -> Vec<Diagnostic> {
    let place = |pain: &Pain| (pain.site.as_ref().map(|site| site.to_lowercase()), pain.side);
    let contradicted = |pain: &Pain| {
        let said = pain.next_day?.value();
        // The first word of the day on how it began, which is before anything was done.
        let own = |(_, entry): &(Date, &Entry)| -> Option<(String, &'static str, Score)> {
            let same = entry.pain.iter().find(|other| place(other) == place(pain))?;
            let (key, found) = same.before.map(|before| ("before", before)).or(same.rest.map(|rest| ("rest", rest)))?;
            Some((entry.path.to_string(), key, found))
        };
        let (path, key, found) = next.iter().find_map(own)?;
        if (said - found.value()).abs() < APART {
            return None;
        }
        let other = next.iter().find(|(_, entry)| *entry.path == path).map(|(_, entry)| place_of(entry, key))?;
        let message = format!(
            "next_day is {}, and the next day's entry has {} {}",
            score(said),
            score(found.value()),
            if key == "before" { "before" } else { "at rest" }
        );
        Some(
            Diagnostic::warning("contradiction", message)
                .at(place_of(entry, "next_day"))
                .related("the next day's entry", other)
                .hint("next_day counts as this entry's word on the morning; mend whichever is wrong"),
        )
    };
    entry.pain.iter().filter_map(contradicted).collect()
}

/// Mileage that was typed beside running sessions with a distance, which it should be the sum of.
fn mileage(day: &[(Date, &Entry)], config: &Config) -> Option<Diagnostic> {
    let sum = |of: &dyn Fn(&Entry) -> u64| -> u64 { day.iter().map(|(_, entry)| of(entry)).sum() };
    let measured = day.iter().find(|(_, entry)| entry.record().measured)?.1;
    let typed = day.iter().find(|(_, entry)| entry.mileage.is_some())?.1;
    let (bare, run) =
        (sum(&|entry| u64::from(entry.record().mileage.unwrap_or(0))), sum(&|entry| u64::from(entry.record().run)));
    let unit = config.units;
    // What one decimal can hide, on both sides.
    #[expect(clippy::cast_precision_loss, reason = "metres of a day are far below 2^53")]
    let apart = bare.abs_diff(run) as f64;
    if apart <= unit.metres() / 10.0 {
        return None;
    }
    let show = |metres: u64| format!("{} {}", unit.show(u32::try_from(metres).unwrap_or(u32::MAX)), unit.symbol());
    let message = format!("mileage is {}, and the day's running sessions come to {}", show(bare), show(run));
    Some(
        Diagnostic::warning("contradiction", message)
            .at(place_of(typed, "mileage"))
            .related("the sessions", place_of(measured, "sessions"))
            .hint("the sessions count; leave `mileage` out, or mend whichever is wrong"),
    )
}

/// Entries that lie in no phase: one note for all, since gaps between phases are no mistake by themselves.
fn outside_phases(dated: &[(Date, &Entry)], config: &Config) -> Option<Diagnostic> {
    if config.phases.is_empty() {
        return None;
    }
    let outside = |(date, entry): &&(Date, &Entry)| entry.phase.is_none() && config.phase_on(*date).is_none();
    let mut found = dated.iter().filter(outside);
    let (date, first) = found.next()?;
    let n = 1 + found.count();
    let what = if n == 1 { "lies" } else { "lie" };
    let message = format!("{} {what} in no phase, the first of {date}", count(n, "entry", "entries"));
    let hint = "phases may leave gaps; if this one is none, change their `start` and `end` in site.toml";
    Some(Diagnostic::note("no-phase", message).at(Place::file(&first.path)).hint(hint))
}

/// The place of what stands behind a key on its line.
pub(super) fn value_of(entry: &Entry, key: &str) -> Option<Place> {
    let key = place_of(entry, key);
    let line = entry.text.split_inclusive('\n').take(key.line.checked_sub(1)?).map(str::len).sum::<usize>();
    let typed = entry.text.get(line..)?.lines().next()?;
    let behind = typed.find(':')? + 1;
    let start = behind + typed[behind..].len() - typed[behind..].trim_start().len();
    let end = typed.find(" #").unwrap_or(typed.len()).max(start);
    let end = start + typed[start..end].trim_end().len();
    (end > start).then(|| Place::new(&entry.path, &entry.text, line + start..line + end))
}

/// The place of a key in an entry's front matter, or of a line of a log; the file as a whole where it stands under another name.
pub(super) fn place_of(entry: &Entry, key: &str) -> Place {
    if entry.log.is_some() {
        return entry.place(0..entry.text.len());
    }
    let front = entry.text.match_indices("\n---").next().map_or(0, |(end, _)| end);
    let lines = &entry.text[..front];
    let found = lines.match_indices(key).find(|(at, _)| {
        let before = lines[..*at].chars().next_back();
        let is_start = before.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        is_start && lines[at + key.len()..].trim_start().starts_with(':')
    });
    match found {
        Some((at, _)) => Place::new(&entry.path, &entry.text, at..at + key.len()),
        None => Place::file(&entry.path),
    }
}
