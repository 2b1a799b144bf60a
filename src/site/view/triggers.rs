//! What the writer suspected of setting something off, and how often.

use super::Day;
use crate::site::group::GroupBySlug;
use crate::site::reader::{Logged, PlanReader};
use serde::Serialize;

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
    /// `None` where a line of a log names it, which has no page.
    href: Option<String>,
}

/// The ids and names of the triggers, and how often each was named, as the search says it.
pub(in crate::site) fn triggers_said(site: &PlanReader<'_>) -> Vec<(String, String, String)> {
    triggers(site).into_iter().map(|Trigger { id, name, times, .. }| (id, name, times)).collect()
}

/// The triggers that public entries name, the most frequent first; spellings with one slug are one.
pub(super) fn triggers(site: &PlanReader<'_>) -> Vec<Trigger> {
    let days: Vec<Logged<'_>> = site.logged(None).filter(Logged::is_public).collect();
    let named =
        days.iter().enumerate().flat_map(|(at, day)| day.triggers().iter().map(move |name| (name.as_str(), at)));
    let mut all = GroupBySlug::all(named);
    all.sort_by(|a, b| b.items.len().cmp(&a.items.len()).then_with(|| a.slug.cmp(&b.slug)));
    let link = |at: &usize| DayLink {
        day: Day::new(site, days[*at].date),
        href: days[*at].address().map(|address| site.link(address)),
    };
    let trigger = |GroupBySlug { name, slug, items }: GroupBySlug| {
        let mut days: Vec<DayLink> = items.iter().rev().map(link).collect();
        let more = days.split_off(days.len().min(OPEN));
        let times = site.language.words.say("setbacks-times", &[("n", items.len().into())]);
        Trigger { id: format!("trigger-{slug}"), name, times, days, more }
    };
    all.into_iter().map(trigger).collect()
}
