//! What stands above everything: which injury, which days, how they were chosen; and for whom the page is.

use super::{Material, Start};
use crate::config::Injury;

/// The head of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PageHead {
    /// Whose page it is: the injuries that it tells of.
    pub title: String,
    /// The days and what they are of the injury.
    pub days: String,
    /// What is known of the injury, and how the days were chosen.
    pub lines: Vec<String>,
    /// For whom it is and what it is not.
    pub foot: Vec<String>,
}

pub(super) fn head(material: &Material<'_>) -> PageHead {
    let injuries = injuries(material);
    let names: Vec<&str> = injuries.iter().map(|injury| injury.name.as_str()).collect();
    let about = if names.is_empty() { material.config.title.clone() } else { names.join(", ") };
    let mut lines: Vec<String> = match injuries.as_slice() {
        [injury] => facts(material, injury),
        [] => Vec::new(),
        _ => vec![material.say("report-together", &[("n", injuries.len().into())])],
    };
    lines.extend(chosen(material));
    PageHead {
        title: material.say("report-title", &[("injury", about.into())]),
        days: days(material, &injuries),
        lines,
        foot: foot(material),
    }
}

/// The injuries that the page tells of: the one asked for, else those that were there on any of the days.
fn injuries<'a>(material: &Material<'a>) -> Vec<&'a Injury> {
    let period = material.brief.period;
    let all = &material.config.injuries;
    let was_there = |injury: &Injury| {
        injury.onset.is_none_or(|onset| onset <= period.to) && injury.end.is_none_or(|end| end >= period.from)
    };
    match material.brief.injury {
        Some(index) => all.get(index).into_iter().collect(),
        None => all.iter().filter(|injury| was_there(injury)).collect(),
    }
}

/// `1 May to 31 Jul 2024 · 92 days · days 240 to 331 of the injury · Loading, First runs`.
fn days(material: &Material<'_>, injuries: &[&Injury]) -> String {
    let period = material.brief.period;
    let mut parts = vec![period.said(material.language), material.say("span-days", &[("n", period.length().into())])];
    if let [injury] = injuries {
        let day = |date| injury.day(date);
        match (day(period.from), day(period.to)) {
            (Some(from), Some(to)) if from == to => parts.push(material.say("report-day", &[("n", from.into())])),
            (Some(from), Some(to)) => {
                parts.push(material.say("report-days", &[("from", from.into()), ("to", to.into())]));
            }
            _ => {}
        }
    }
    let phases = material.config.phases.iter();
    let inside = phases.filter(|phase| phase.start <= period.to && phase.end.is_none_or(|end| end >= period.from));
    let names: Vec<&str> = inside.map(|phase| phase.name.as_str()).collect();
    if !names.is_empty() {
        parts.push(names.join(", "));
    }
    parts.join(" · ")
}

/// When an injury began, its side, what it was last said to be, and whether it is over.
fn facts(material: &Material<'_>, injury: &Injury) -> Vec<String> {
    let long = |date| material.language.dates.short(date);
    let mut facts = Vec::new();
    facts.extend(injury.onset.map(|onset| material.say("report-onset", &[("day", long(onset).into())])));
    if !injury.side.is_empty() {
        facts.push(material.word(&format!("side-{}", injury.side)));
    }
    let told = injury.diagnoses.iter().filter(|told| told.date <= material.brief.period.to);
    facts.extend(told.max_by_key(|told| told.date).map(|told| {
        let label = told.short.as_ref().unwrap_or(&told.label).as_str();
        material.say("report-diagnosis", &[("label", label.into()), ("day", long(told.date).into())])
    }));
    facts.extend(injury.end.map(|end| material.say("report-ended", &[("day", long(end).into())])));
    if facts.is_empty() { Vec::new() } else { vec![facts.join(" · ")] }
}

/// How the days were chosen, where nobody typed them.
fn chosen(material: &Material<'_>) -> Option<String> {
    let end = material.language.dates.short(material.brief.before.to);
    match material.brief.start {
        Start::Given | Start::Usual => None,
        Start::LastReport => Some(material.say("report-goes-on", &[("day", end.into())])),
        Start::NoReport => Some(material.word("report-no-last")),
    }
}

/// For whom the page is, what is in it, and what it is not.
fn foot(material: &Material<'_>) -> Vec<String> {
    let mut foot = vec![material.word("report-private")];
    if material.config.count_private {
        foot.push(material.word("report-private-entries"));
    }
    foot.push(material.word("record"));
    if material.config.fictional {
        foot.push([material.word("fictional"), material.word("fictional-note")].join(" "));
    }
    foot
}
