//! Where an entry's page leads on: in its phase, and to earlier entries like it.

use super::Day;
use crate::journal::{Alike, Onward, pain_band};
use crate::site::reader::PlanReader;
use serde::Serialize;

/// The way through the phase of an entry.
#[derive(Debug, Serialize)]
pub(super) struct InPhase {
    name: String,
    first: Option<String>,
    older: Option<String>,
    newer: Option<String>,
}

/// An earlier entry like the one shown.
#[derive(Debug, Serialize)]
pub(super) struct AlikeView {
    title: String,
    href: String,
    day: Option<Day>,
    /// What they have in common.
    why: Vec<String>,
}

/// The way through an entry's phase; `None` where it is alone in it.
pub(super) fn in_phase(site: &PlanReader<'_>, index: usize, onward: &Onward) -> Option<InPhase> {
    let name = site.card(index).phase?;
    if onward.phase_older.is_none() && onward.phase_newer.is_none() {
        return None;
    }
    let href = |item: usize| site.link(site.card(item).address);
    Some(InPhase {
        name: name.to_owned(),
        // Where it is the entry before, that link is enough.
        first: onward.phase_first.filter(|first| onward.phase_older != Some(*first)).map(href),
        older: onward.phase_older.map(href),
        newer: onward.phase_newer.map(href),
    })
}

/// Earlier entries like one, and why.
pub(super) fn alike(site: &PlanReader<'_>, index: usize, onward: &Onward) -> Vec<AlikeView> {
    let view = |alike: &Alike| {
        let card = site.card(alike.item);
        AlikeView {
            title: card.title.to_owned(),
            href: site.link(card.address),
            day: card.date.map(|day| Day::new(site, day)),
            why: why(site, index, alike),
        }
    };
    onward.alike.iter().map(view).collect()
}

fn why(site: &PlanReader<'_>, index: usize, alike: &Alike) -> Vec<String> {
    let (tags, words) = (&site.text(index).entry.tags, &site.language.words);
    let mut why = Vec::new();
    let shared = tags.iter().take(32).enumerate().filter(|(bit, _)| alike.tags & (1 << bit) != 0);
    let tags: Vec<&str> = shared.map(|(_, tag)| tag.as_str()).collect();
    if !tags.is_empty() {
        why.push(words.say("entry-also-tagged", &[("tags", tags.join(", ").into())]));
    }
    if alike.phase {
        why.push(words.word("entry-same-phase"));
    }
    if let Some(band) = pain_band(site.worst(index)).filter(|_| alike.pain) {
        why.push(words.word(match band {
            0 => "entry-no-pain",
            1 => "entry-pain-low",
            2 => "entry-pain-middle",
            _ => "entry-pain-high",
        }));
    }
    why
}
