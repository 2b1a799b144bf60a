//! Pain before, during, after and on the next day; and what the next morning said, by what was done.

use super::change::LEAST;
use super::table::{PageCell, PageColumn, PageTable};
use super::{Material, Period, dash};
use crate::journal::metrics::median;
use crate::journal::{Deed, next_mornings};
use crate::units::Score;

/// The four points, and the next mornings.
pub(super) fn tables(material: &Material<'_>) -> Vec<PageTable> {
    vec![four(material), mornings(material)]
}

fn four(material: &Material<'_>) -> PageTable {
    let scores = |period: Period, point: usize| -> Vec<f64> {
        material.days(period).iter().filter_map(|day| day.points[point]).map(Score::value).collect()
    };
    let now: Vec<Vec<f64>> = (0..4).map(|point| scores(material.brief.period, point)).collect();
    let before: Vec<Vec<f64>> = (0..4).map(|point| scores(material.brief.before, point)).collect();
    let number = |value: f64| material.language.numbers.score(value);
    let middle = |values: &Vec<f64>| {
        let enough = Some(values).filter(|values| values.len() >= LEAST);
        enough.and_then(|values| median(values)).map_or_else(dash, number)
    };
    let most = |values: &Vec<f64>| values.iter().copied().reduce(f64::max).map_or_else(dash, number);
    let row = |name: String, of: &[Vec<f64>], cell: &dyn Fn(&Vec<f64>) -> String| -> Vec<PageCell> {
        std::iter::once(name).chain(of.iter().map(cell)).map(PageCell::from).collect()
    };
    let any = |of: &[Vec<f64>]| of.iter().any(|values| !values.is_empty());
    let mut rows = Vec::new();
    if any(&now) || any(&before) {
        let days = material.say("report-points-days", &[("days", material.brief.period.length().into())]);
        rows.push(row(material.word("report-points-median"), &now, &middle));
        rows.push(row(days, &now, &|values| values.len().to_string()));
        rows.push(row(material.word("report-points-most"), &now, &most));
        rows.push(row(material.word("report-points-before"), &before, &middle));
    }
    let heads = ["report-before-point", "report-during", "report-after", "report-next-day"];
    let columns = heads.map(|id| PageColumn::figures(material.word(id), 16));
    PageTable {
        title: material.word("report-points"),
        columns: [vec![PageColumn::words("", 36, 2)], columns.to_vec()].concat(),
        rows,
        none: material.word("report-points-none"),
        first: 4,
        pressing: true,
        ..PageTable::default()
    }
}

fn mornings(material: &Material<'_>) -> PageTable {
    let Period { from, to } = material.brief.period;
    let rows = material.calendar().and_then(|calendar| {
        let (from, to) = (from.max(calendar.first), to.min(calendar.last()));
        Some(next_mornings(calendar, calendar.index(from)?..calendar.index(to)? + 1))
    });
    let row = |row: crate::journal::NextMornings| -> Vec<PageCell> {
        let name = match row.deed {
            Deed::Session(kind) => material.word(kind.message()),
            Deed::Exercises => material.word("report-deed-exercises"),
            Deed::Rest => material.word("report-deed-rest"),
        };
        let counts = [row.n + row.unknown, row.lower, row.same, row.higher].map(|n| n.to_string());
        std::iter::once(name).chain(counts).map(PageCell::from).collect()
    };
    let mut rows = rows.unwrap_or_default();
    // What was done most says most.
    rows.sort_by_key(|row| std::cmp::Reverse(row.n + row.unknown));
    let heads = ["report-on-days", "report-lower", "report-same", "report-higher"];
    let columns = heads.map(|id| PageColumn::figures(material.word(id), 16));
    PageTable {
        title: material.word("report-mornings"),
        columns: [vec![PageColumn::words("", 36, 2)], columns.to_vec()].concat(),
        rows: rows.into_iter().map(row).collect(),
        none: material.word("report-mornings-none"),
        first: 4,
        note: material.word("report-mornings-note"),
        ..PageTable::default()
    }
}
