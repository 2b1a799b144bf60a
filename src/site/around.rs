//! What others did and said, as the timeline tells it: courses of treatment, and advice.

use super::story::{Course, Happening, Sort, Voice, plain};
use crate::journal::Journal;
use crate::units::days_between;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Days between two times of a treatment that still are one course.
const COURSE: i64 = 42;

/// Days between the first and the last advice that still is of one week.
const WEEK: i64 = 6;

/// A treatment that was had.
struct Had<'a> {
    /// Its first spelling.
    name: &'a str,
    /// Each time's day and item, in order.
    times: Vec<(Date, usize)>,
}

/// The first and the last time of each course of treatment that public entries have.
pub(super) fn treatments(journal: &Journal, all: &mut Vec<Happening>) {
    let mut all_had: BTreeMap<&str, Had<'_>> = BTreeMap::new();
    for (index, item) in journal.items.iter().enumerate().filter(|(_, item)| item.listed()) {
        let Some(date) = item.entry.date else { continue };
        for (treatment, slug) in item.entry.treatments.iter().zip(&item.entry.slugs().treatments) {
            let new = || Had { name: &treatment.kind, times: Vec::new() };
            all_had.entry(slug).or_insert_with(new).times.push((date, index));
        }
    }
    let end = journal.calendar.as_ref().map(crate::journal::Calendar::last);
    for Had { name, times } in all_had.values() {
        for course in times.chunk_by(|(a, _), (b, _)| days_between(*a, *b) <= COURSE) {
            let ((first, began), (last, ended)) = (course[0], course[course.len() - 1]);
            if course.len() == 1 {
                all.push(plain(first, Sort::TreatmentOnce, name, Some(began)));
                continue;
            }
            let open = end.is_none_or(|end| days_between(last, end) <= COURSE);
            let told = |other| Some(Course { times: course.len(), other, open });
            all.push(Happening { course: told(last), ..plain(first, Sort::TreatmentFirst, name, Some(began)) });
            all.push(Happening { course: told(first), ..plain(last, Sort::TreatmentLast, name, Some(ended)) });
        }
    }
}

/// Advice of different people on one injury within a week, side by side, as whether it conflicts is for readers to judge; any
/// other advice by itself.
pub(super) fn advice(journal: &Journal, all: &mut Vec<Happening>) {
    let mut said: BTreeMap<Option<usize>, Vec<Voice>> = BTreeMap::new();
    for (item, known) in journal.items.iter().enumerate().filter(|(_, item)| item.listed()) {
        let Some(date) = known.entry.date else { continue };
        for advice in &known.entry.advice {
            let Some(from) = advice.from.clone() else {
                all.push(plain(date, Sort::AdviceOnce, &advice.text, Some(item)));
                continue;
            };
            let voice = Voice { date, from, text: advice.text.clone(), item };
            said.entry(known.injury).or_default().push(voice);
        }
    }
    for voices in said.values() {
        let mut rest = voices.as_slice();
        while let Some(first) = rest.first() {
            let near = rest.iter().take_while(|voice| days_between(first.date, voice.date) <= WEEK).count();
            let names = names(&rest[..near]);
            // One person's advice is no meeting; it may be one with what another said later.
            let taken = if names.len() < 2 { 1 } else { near };
            if names.len() < 2 {
                let once = plain(first.date, Sort::AdviceOnce, &first.text, Some(first.item));
                all.push(Happening { note: first.from.clone(), ..once });
            } else {
                let (last, label) = (rest[near - 1].date, names.join(" · "));
                all.push(Happening {
                    until: Some(last).filter(|last| *last > first.date),
                    voices: rest[..near].to_vec(),
                    ..plain(first.date, Sort::Advice, &label, Some(first.item))
                });
            }
            rest = &rest[taken..];
        }
    }
}

/// Who spoke, each once, in the order of the days; case makes no other person.
fn names(voices: &[Voice]) -> Vec<&str> {
    let mut seen = BTreeSet::new();
    voices.iter().map(|voice| voice.from.as_str()).filter(|name| seen.insert(name.to_lowercase())).collect()
}
