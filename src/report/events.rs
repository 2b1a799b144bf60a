//! Setbacks, flares and spikes of pain with what came before them, which is no cause; what was suspected; milestones.

use super::table::{PageCell, PageColumn, PageTable};
use super::{Material, change};
use crate::entry::Entry;
use crate::journal::Course;
use crate::text::slug::slug;
use crate::units::shift;
use jiff::civil::Date;
use std::cmp::Reverse;

/// Days before an event whose notes are told: what entries know of 72 hours.
const BEFORE: i64 = 3;

/// What went wrong, what was suspected, and milestones.
pub(super) fn tables(material: &Material<'_>) -> Vec<PageTable> {
    vec![setbacks(material), triggers(material), milestones(material)]
}

/// The entries, lines and spans that tell of the days, with the day on which each begins.
fn tellers<'a>(material: &Material<'a>) -> Vec<(Date, &'a Entry)> {
    let spans = material.journal.spans(material.brief.injury).map(|span| (span.from, &*span.entry));
    let mut all = material.entries();
    all.extend(spans.filter(|(from, _)| material.brief.period.has(*from)));
    all.sort_by_key(|(date, _)| *date);
    all
}

fn setbacks(material: &Material<'_>) -> PageTable {
    let words = &material.language.words;
    let mut all: Vec<(Date, String, String)> = Vec::new();
    for (date, entry) in tellers(material) {
        let cause = entry.setback.as_deref().unwrap_or_default();
        let sort = match (entry.setback.is_some(), entry.flare) {
            (true, true) => "report-setback-and-flare",
            (true, false) => "report-setback",
            (false, true) => "report-flare",
            (false, false) => continue,
        };
        all.push((date, words.word(sort), cause.to_owned()));
    }
    let course = Course::of(material.journal, material.config, material.brief.injury);
    for row in course.iter().flat_map(|course| &course.spikes) {
        let Some(date) = course.as_ref().map(|course| course.date(row.spike.onset)) else { continue };
        if material.brief.period.has(date) {
            let score = |value: f64| material.language.numbers.score(value);
            let args = [("peak", score(row.spike.peak).into()), ("base", score(row.spike.baseline).into())];
            let said = [material.say("setbacks-peak", &args), days_of(material, row.spike.days)].join(", ");
            all.push((date, words.word("report-spike"), said));
        }
    }
    all.sort_by_key(|(date, ..)| Reverse(*date));
    let row = |(date, sort, said): (Date, String, String)| {
        let lead = if said.is_empty() { sort } else { format!("{sort}:") };
        let before = match before(material, date) {
            before if before.is_empty() => material.word("report-nothing-before"),
            before => material.say("report-came-before", &[("what", before.into())]),
        };
        let said = if said.is_empty() || said.ends_with(['.', '!', '?']) { said } else { format!("{said}.") };
        vec![PageCell::from(material.day(date)), PageCell::typed(&lead, &said, &before)]
    };
    PageTable {
        title: material.word("report-setbacks"),
        columns: vec![PageColumn::words("", 19, 1), PageColumn::words("", 81, 5)],
        rows: all.into_iter().map(row).collect(),
        none: material.word("report-setbacks-none"),
        first: 2,
        ..PageTable::default()
    }
}

fn days_of(material: &Material<'_>, days: usize) -> String {
    material.say("span-days", &[("n", days.into())])
}

/// What the day itself and the three days before it have: sessions, treatments, triggers.
fn before(material: &Material<'_>, date: Date) -> String {
    let from = shift(date, -BEFORE);
    let near = material.journal.done(material.brief.injury).filter(|(day, _)| (from..=date).contains(day));
    let mut days: Vec<(Date, Vec<String>)> = Vec::new();
    for (day, entry) in near {
        let done = done(material, entry);
        match days.last_mut() {
            Some((last, all)) if *last == day => all.extend(done),
            _ => days.push((day, done)),
        }
    }
    days.retain(|(_, done)| !done.is_empty());
    let said = days.into_iter().rev().map(|(day, done)| format!("{} {}", material.day(day), done.join(", ")));
    said.collect::<Vec<_>>().join("; ")
}

fn done(material: &Material<'_>, entry: &Entry) -> Vec<String> {
    let unit = material.config.units;
    let length = |metres: u32| {
        let id = if unit.symbol() == "km" { "length-km" } else { "length-mi" };
        material.say(id, &[("n", material.language.numbers.fixed(unit.of(metres), 1).into())])
    };
    let sessions = entry.sessions.iter().filter(|session| !session.planned).map(|session| {
        let name = change::kind_name(material, session.kind);
        let minutes = session.minutes.map(|n| material.say("minutes", &[("n", format!("{n:.0}").into())]));
        let amount = session.distance.map(|metres| length(metres.0)).or(minutes);
        [Some(name), amount].into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let mut what: Vec<String> = sessions.collect();
    if let Some(metres) = entry.mileage.filter(|metres| metres.0 > 0 && !entry.record().measured) {
        what.push(format!("{} {}", material.word("session-run"), length(metres.0)));
    }
    what.extend(entry.treatments.iter().map(|treatment| treatment.kind.clone()));
    what.extend(entry.triggers.iter().map(|name| material.say("report-suspected", &[("name", name.as_str().into())])));
    what
}

/// What the writer suspected on these days, new ones first: how often, and whether it was named before.
fn triggers(material: &Material<'_>) -> PageTable {
    let period = material.brief.period;
    let mut all: Vec<(String, &str, usize, bool)> = Vec::new();
    let spans = material.journal.spans(material.brief.injury).map(|span| (span.from, &*span.entry));
    let told = material.journal.counted(material.brief.injury).chain(spans).filter(|(date, _)| *date <= period.to);
    for (date, entry) in told {
        for name in &entry.triggers {
            let key = slug(name);
            let at = all.iter().position(|(other, ..)| *other == key).unwrap_or_else(|| {
                all.push((key, name, 0, date >= period.from));
                all.len() - 1
            });
            all[at].2 += usize::from(date >= period.from);
            all[at].3 &= date >= period.from;
        }
    }
    all.retain(|(_, _, n, _)| *n > 0);
    all.sort_by_key(|(_, _, n, new)| (!new, Reverse(*n)));
    let row = |(_, name, n, new): (String, &str, usize, bool)| {
        let when = material.word(if new { "report-new" } else { "report-known" });
        vec![PageCell::typed("", name, ""), format!("{n} ×").into(), when.into()]
    };
    PageTable {
        title: material.word("report-triggers"),
        columns: vec![PageColumn::words("", 52, 1), PageColumn::figures("", 12), PageColumn::words("", 36, 1)],
        rows: all.into_iter().map(row).collect(),
        none: material.word("report-triggers-none"),
        first: 2,
        ..PageTable::default()
    }
}

fn milestones(material: &Material<'_>) -> PageTable {
    let mut rows: Vec<Vec<PageCell>> = Vec::new();
    for (date, entry) in tellers(material).into_iter().rev() {
        for milestone in &entry.milestones {
            rows.push(vec![material.day(date).into(), PageCell::typed("", &milestone.label, "")]);
        }
    }
    PageTable {
        title: material.word("report-milestones"),
        columns: vec![PageColumn::words("", 19, 1), PageColumn::words("", 81, 2)],
        rows,
        none: material.word("report-milestones-none"),
        first: 1,
        ..PageTable::default()
    }
}
