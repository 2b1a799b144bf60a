//! Setbacks, flares and spikes of pain with what came before them, which is no cause; what was suspected; milestones.

use super::Material;
use super::table::{PageCell, PageColumn, PageTable};
use crate::entry::Entry;
use crate::journal::Course;
use crate::text::shorten;
use crate::text::slug::slug;
use crate::units::shift;
use jiff::civil::Date;
use std::cmp::Reverse;

/// Days before an event whose notes are told: what entries know of 72 hours.
const BEFORE: i64 = 3;

/// Suspected triggers that are named of one sort; the rest is counted.
const NAMED: usize = 8;

/// What went wrong, what was suspected, and milestones.
pub(super) fn tables(material: &Material<'_>) -> Vec<PageTable> {
    vec![setbacks(material), triggers(material), milestones(material)]
}

/// Something that went wrong.
#[derive(Debug)]
struct WentWrong {
    date: Date,
    sort: String,
    /// What the writer put it down to; may be empty.
    cause: String,
    /// What was computed of the same days; may be empty.
    spike: String,
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
    let mut all: Vec<WentWrong> = Vec::new();
    for (date, entry) in tellers(material) {
        let cause = entry.setback.as_deref().unwrap_or_default();
        let sort = match (entry.setback.is_some(), entry.flare) {
            (true, true) => "report-setback-and-flare",
            (true, false) => "report-setback",
            (false, true) => "report-flare",
            (false, false) => continue,
        };
        all.push(WentWrong { date, sort: words.word(sort), cause: cause.to_owned(), spike: String::new() });
    }
    let course = Course::of(material.journal, material.config, material.brief.injury);
    for (date, said) in course.iter().flat_map(|course| spikes(material, course)) {
        // What the writer said of the day before it, or of its first day, is of the same thing.
        match all.iter_mut().find(|told| told.date == date || told.date == shift(date, -1)) {
            Some(told) => told.spike = format!("{}: {said}.", words.word("report-spike")),
            None => all.push(WentWrong { date, sort: words.word("report-spike"), cause: said, spike: String::new() }),
        }
    }
    all.sort_by_key(|told| Reverse(told.date));
    let row = |WentWrong { date, sort, cause, spike }: WentWrong| {
        let lead = if cause.is_empty() { format!("{sort}.") } else { format!("{sort}:") };
        let before = match before(material, date) {
            before if before.is_empty() => material.word("report-nothing-before"),
            before => material.say("report-came-before", &[("what", before.into())]),
        };
        let ends = cause.is_empty() || cause.ends_with(['.', '!', '?', '…']);
        let cause = if ends { cause } else { format!("{cause}.") };
        let then = [spike, before].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        vec![PageCell::from(material.day(date)), PageCell::typed(&lead, &cause, &then)]
    };
    PageTable {
        title: material.word("report-setbacks"),
        columns: vec![PageColumn::words("", 19, 1), PageColumn::words("", 81, 5)],
        rows: all.into_iter().map(row).collect(),
        none: material.word("report-none"),
        first: 2,
        pressing: true,
        ..PageTable::default()
    }
}

/// The pain spikes that began on these days, each with how high and how long.
fn spikes(material: &Material<'_>, course: &Course) -> Vec<(Date, String)> {
    let score = |value: f64| material.language.numbers.score(value);
    let said = |row: &crate::journal::SpikeRow| {
        let args = [("peak", score(row.spike.peak).into()), ("base", score(row.spike.baseline).into())];
        let days = material.say("span-days", &[("n", row.spike.days.into())]);
        (course.date(row.spike.onset), [material.say("setbacks-peak", &args), days].join(", "))
    };
    course.spikes.iter().map(said).filter(|(date, _)| material.brief.period.has(*date)).collect()
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
        let name = material.word(session.kind.message());
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

/// What the writer suspected on these days, by how often: what is new in one row, what was named before in the other.
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
    all.sort_by_key(|(_, _, n, _)| Reverse(*n));
    let row = |new: bool| {
        let own: Vec<_> = all.iter().filter(|(.., is_new)| *is_new == new).collect();
        let named = own.iter().take(NAMED).map(|(_, name, n, _)| {
            let name = shorten(name.trim(), 40);
            if *n > 1 { format!("{name} {n} ×") } else { name }
        });
        let more = own.len().saturating_sub(NAMED);
        let more = (more > 0).then(|| material.say("report-and-more", &[("n", more.into())]));
        let named: Vec<String> = named.chain(more).collect();
        let when = material.word(if new { "report-new" } else { "report-known" });
        (!own.is_empty()).then(|| vec![PageCell::from(when), named.join(", ").into()])
    };
    PageTable {
        title: material.word("report-triggers"),
        columns: vec![PageColumn::words("", 28, 2), PageColumn::words("", 72, 3)],
        rows: [true, false].into_iter().filter_map(row).collect(),
        none: material.word("report-none"),
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
        none: material.word("report-none"),
        first: 1,
        ..PageTable::default()
    }
}
