//! What the writer suspected of setting something off, and how often.

use super::Day;
use super::setbacks::entries;
use crate::site::reader::{Logged, PlanReader};
use crate::text::slug::slug;
use serde::Serialize;
use std::collections::BTreeMap;

/// The newest days that stand open; older ones are folded away.
const OPEN: usize = 10;

/// What the writer suspected of setting something off.
#[derive(Debug, Serialize)]
pub(super) struct Trigger {
    id: String,
    name: String,
    times: String,
    /// The entries that name it, the newest first.
    days: Vec<DayLink>,
    /// Those before them.
    more: Vec<DayLink>,
}

#[derive(Debug, Serialize)]
struct DayLink {
    day: Day,
    href: String,
}

/// A trigger, with the entries that name it, each with its place among all.
type Named<'a> = (&'a str, Vec<(usize, Logged<'a>)>);

/// The triggers that public entries name, the most frequent first; spellings with one slug are one.
pub(super) fn triggers(site: &PlanReader<'_>) -> Vec<Trigger> {
    let mut all: BTreeMap<String, Named<'_>> = BTreeMap::new();
    for (at, day) in entries(site, None).enumerate() {
        for trigger in day.triggers() {
            let days = &mut all.entry(slug(trigger)).or_insert_with(|| (trigger, Vec::new())).1;
            // An entry that names one twice is one.
            if days.last().is_none_or(|(last, _)| *last != at) {
                days.push((at, day));
            }
        }
    }
    let mut all: Vec<(String, Named<'_>)> = all.into_iter().collect();
    all.sort_by_key(|(_, (_, days))| std::cmp::Reverse(days.len()));
    let link =
        |(_, day): &(usize, Logged<'_>)| Some(DayLink { day: Day::new(site, day.date), href: site.link(day.address?) });
    let trigger = |(slug, (name, named)): (String, Named<'_>)| {
        let mut days: Vec<DayLink> = named.iter().rev().filter_map(link).collect();
        let more = days.split_off(days.len().min(OPEN));
        let times = site.language.words.say("setbacks-times", &[("n", named.len().into())]);
        Trigger { id: format!("trigger-{slug}"), name: name.to_owned(), times, days, more }
    };
    all.into_iter().map(trigger).collect()
}
