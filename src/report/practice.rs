//! What was prescribed and what was noted of it; exercises beside; treatments.

use super::table::{PageCell, PageColumn, PageTable};
use super::{Material, Period, dash};
use crate::config::Prescription;
use crate::entry::{Entry, Helped, Load, Private, Verdict};
use crate::journal::stats::{BySlug, exercises};
use crate::text::slug::slug;
use jiff::civil::Date;

/// Exercises, and treatments.
pub(super) fn tables(material: &Material<'_>) -> Vec<PageTable> {
    vec![exercised(material), treated(material)]
}

/// Those that were prescribed first, then the others by how often they were noted.
fn exercised(material: &Material<'_>) -> PageTable {
    let done = exercises(material.journal);
    let period = material.brief.period;
    let prescribed = material
        .config
        .prescriptions
        .iter()
        .filter(|own| own.from.is_none_or(|from| from <= period.to) && own.to.is_none_or(|to| to >= period.from));
    let prescribed: Vec<&Prescription> = prescribed.collect();
    let mut rows: Vec<Vec<PageCell>> = prescribed.iter().map(|own| prescription(material, &done, own)).collect();
    let is_prescribed = |name: &str| prescribed.iter().any(|own| slug(&own.exercise) == name);
    let others = done.iter().filter(|(name, _)| !is_prescribed(name));
    let noted = |days: &std::collections::BTreeSet<Date>| days.range(period.from..=period.to).count();
    let mut others: Vec<(usize, &str, &str)> =
        others.map(|(slug, own)| (noted(&own.days), slug.as_str(), own.row.name.as_str())).collect();
    others.retain(|(n, ..)| *n > 0);
    others.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    rows.extend(others.into_iter().map(|(_, slug, name)| row(material, &done, slug, name, dash(), period)));
    PageTable {
        title: material.word("report-exercises"),
        columns: vec![
            PageColumn::words("", 33, 2),
            PageColumn::figures(material.word("report-a-week"), 14),
            PageColumn::figures(material.word("report-noted-of-known"), 18),
            PageColumn::figures(material.config.load_unit.symbol(), 18),
            PageColumn::figures(material.word("report-most-pain"), 17),
        ],
        rows,
        none: material.word("report-none"),
        first: 3,
        ..PageTable::default()
    }
}

fn prescription(material: &Material<'_>, done: &BySlug, own: &Prescription) -> Vec<PageCell> {
    let period = material.brief.period;
    // Nobody is held to it on days on which it did not hold.
    let inside = Period {
        from: own.from.map_or(period.from, |from| from.max(period.from)),
        to: own.to.map_or(period.to, |to| to.min(period.to)),
    };
    row(material, done, &slug(&own.exercise), &own.exercise, own.per_week.to_string(), inside)
}

/// A row of an exercise on some days: how often it was noted, its load at first and at last, the most pain at it.
fn row(
    material: &Material<'_>,
    done: &BySlug,
    name: &str,
    shown: &str,
    per_week: String,
    days: Period,
) -> Vec<PageCell> {
    let noted = done.get(name).map_or(0, |own| own.days.range(days.from..=days.to).count());
    let known = material.days(days).iter().filter(|day| day.known()).count();
    let own: Vec<_> = material
        .journal
        .done(material.brief.injury)
        .filter(|(date, _)| days.has(*date))
        .flat_map(|(_, entry)| of(entry, name))
        .collect();
    let most = |load: &Load| load.kilograms().iter().copied().reduce(f64::max);
    let mut loads = own.iter().filter_map(|exercise| most(exercise.load.as_ref()?));
    let weight = |kilograms: f64| material.figure(kilograms / material.config.load_unit.kilograms());
    let loads = match (loads.next(), loads.next_back()) {
        (Some(first), Some(last)) if first != last => format!("{} → {}", weight(first), weight(last)),
        (Some(only), _) => weight(only),
        (None, _) => dash(),
    };
    let pain = own.iter().filter_map(|exercise| exercise.pain).max();
    let said = own.iter().rev().find_map(|exercise| exercise.verdict).map_or("", |verdict| match verdict {
        Verdict::Helps => "report-helps",
        Verdict::Neutral => "report-neutral",
        Verdict::Aggravates => "report-aggravates",
    });
    let said = if said.is_empty() { String::new() } else { material.word(said) };
    let of = material.say("report-of", &[("n", noted.into()), ("days", known.into())]);
    let pain = pain.map_or_else(dash, |score| material.language.numbers.score(score.value()));
    vec![PageCell::typed("", shown, &said), per_week.into(), of.into(), loads.into(), pain.into()]
}

/// The exercises of an entry that have a name.
fn of<'a>(entry: &'a Entry, name: &str) -> Vec<&'a crate::entry::Exercise> {
    let own = entry.exercises.iter().zip(&entry.slugs().exercises);
    own.filter(|(_, slug)| *slug == name).map(|(exercise, _)| exercise).collect()
}

/// A kind of treatment on the days told of.
#[derive(Debug, Default)]
struct TreatedRow {
    name: String,
    times: u32,
    by: Vec<String>,
    helped: [usize; 3],
}

/// Treatments by type, the most frequent first: how often, by whom, whether they helped in the writer's word.
fn treated(material: &Material<'_>) -> PageTable {
    let period = material.brief.period;
    let spans =
        material.journal.spans(material.brief.injury).filter(|span| span.to >= period.from && span.from <= period.to);
    let entries = material.entries().into_iter().map(|(_, entry)| entry);
    let mut all: Vec<(String, TreatedRow)> = Vec::new();
    for treatment in entries.chain(spans.map(|span| &*span.entry)).flat_map(|entry| &entry.treatments) {
        let key = slug(&treatment.kind);
        let at = all.iter().position(|(other, _)| *other == key).unwrap_or_else(|| {
            all.push((key, TreatedRow { name: treatment.kind.clone(), ..TreatedRow::default() }));
            all.len() - 1
        });
        let own = &mut all[at].1;
        own.times += 1;
        let provider = treatment.provider.as_ref().and_then(Private::shown);
        own.by.extend(provider.filter(|name| !own.by.contains(name)).cloned());
        match treatment.helped {
            Some(Helped::Yes) => own.helped[0] += 1,
            Some(Helped::No) => own.helped[1] += 1,
            Some(Helped::Unsure) => own.helped[2] += 1,
            None => {}
        }
    }
    all.sort_by_key(|(_, own)| std::cmp::Reverse(own.times));
    let row = |(_, own): (String, TreatedRow)| {
        let by = match own.by.as_slice() {
            [] => String::new(),
            by => material.say("treatment-by", &[("name", by.join(", ").into())]),
        };
        let [yes, no, unsure] = own.helped;
        let helped = [("report-helped", yes), ("report-did-not-help", no), ("report-unsure", unsure)];
        let helped = helped.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| material.say(id, &[("n", n.into())]));
        let helped: Vec<String> = helped.collect();
        vec![PageCell::typed("", &own.name, &by), format!("{} ×", own.times).into(), helped.join(", ").into()]
    };
    PageTable {
        title: material.word("treatments"),
        columns: vec![PageColumn::words("", 48, 2), PageColumn::figures("", 12), PageColumn::words("", 40, 2)],
        rows: all.into_iter().map(row).collect(),
        none: material.word("report-none"),
        first: 2,
        ..PageTable::default()
    }
}
