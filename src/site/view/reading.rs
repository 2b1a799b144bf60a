//! Where an entry's page leads on: to earlier entries like it.

use super::Day;
use crate::journal::{Alike, Onward, pain_band};
use crate::site::reader::PlanReader;
use serde::Serialize;

/// An earlier entry like the one shown.
#[derive(Debug, Serialize)]
pub(super) struct AlikeView {
    title: String,
    href: String,
    day: Option<Day>,
    /// What they have in common.
    why: Vec<String>,
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
    onward.iter().map(view).collect()
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
