//! Medicines by name, and what was measured: first and last, left beside right.

use super::table::{PageCell, PageColumn, PageTable};
use super::{Material, dash};
use crate::config::{Better, TestKind};
use crate::entry::{Measures, Private, Side};
use crate::journal::stats::{MeasureRow, MeasureSort, MeasuredValue, SideRatio, injured_side, measures};
use crate::text::capital;
use crate::text::slug::slug;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Medicines, and measures.
pub(super) fn tables(material: &Material<'_>) -> Vec<PageTable> {
    vec![medicines(material), measured(material)]
}

/// What was taken, the most frequent first, with the days on which it was noted.
fn medicines(material: &Material<'_>) -> PageTable {
    let mut all: BTreeMap<String, (&str, BTreeSet<Date>)> = BTreeMap::new();
    for (date, entry) in material.entries() {
        for name in entry.medication.iter().filter_map(Private::shown).flatten() {
            all.entry(slug(name)).or_insert_with(|| (name, BTreeSet::new())).1.insert(date);
        }
    }
    let mut all: Vec<(&str, BTreeSet<Date>)> = all.into_values().collect();
    all.sort_by_key(|(_, days)| std::cmp::Reverse(days.len()));
    let row = |(name, days): (&str, BTreeSet<Date>)| {
        let last = days.last().map(|day| material.say("report-last-on", &[("day", material.day(*day).into())]));
        let noted = material.say("report-noted-on-days", &[("n", days.len().into())]);
        vec![PageCell::typed("", name, ""), noted.into(), last.unwrap_or_default().into()]
    };
    PageTable {
        title: material.word("report-medicines"),
        columns: vec![PageColumn::words("", 38, 2), PageColumn::words("", 34, 2), PageColumn::words("", 28, 2)],
        rows: all.into_iter().map(row).collect(),
        none: material.word("report-none"),
        first: 2,
        moves: true,
        ..PageTable::default()
    }
}

/// What was measured on these days; tests of the body first, since they have sides.
fn measured(material: &Material<'_>) -> PageTable {
    let entries = material.entries();
    let mut all = measures(&entries.iter().copied());
    let weight = entries.iter().filter_map(|(date, entry)| {
        let kilograms = entry.body_weight.as_ref().and_then(Private::shown)?;
        Some((*date, MeasuredValue::One(kilograms / material.config.load_unit.kilograms())))
    });
    let weight = MeasureRow { sort: MeasureSort::Day, name: "body_weight".to_owned(), values: weight.collect() };
    all.extend(Some(weight).filter(|weight| !weight.values.is_empty()));
    let order = |sort: MeasureSort| match sort {
        MeasureSort::Test => 0,
        MeasureSort::Questionnaire => 1,
        MeasureSort::Day => 2,
    };
    all.sort_by_key(|row| order(row.sort));
    PageTable {
        title: material.word("report-measures"),
        columns: vec![
            PageColumn::words("", 38, 4),
            PageColumn::words(material.word("report-first"), 31, 2),
            PageColumn::words(material.word("report-last"), 31, 2),
        ],
        rows: all.iter().map(|row| measure(material, row)).collect(),
        none: material.word("report-none"),
        first: 3,
        moves: true,
        ..PageTable::default()
    }
}

fn measure(material: &Material<'_>, row: &MeasureRow) -> Vec<PageCell> {
    let test = material.config.test(&row.name).filter(|_| row.sort == MeasureSort::Test);
    let dated = |date: Date, value: MeasuredValue| {
        let args = [("value", value_said(material, value).into()), ("day", material.day(date).into())];
        material.say("report-value-on", &args)
    };
    let ends = (row.values.first_key_value(), row.values.last_key_value());
    let (first, last) = match ends {
        (Some((from, _)), Some((to, value))) if from == to => (dash(), dated(*to, *value)),
        (Some((from, first)), Some((to, last))) => (dated(*from, *first), dated(*to, *last)),
        _ => (dash(), dash()),
    };
    let name = PageCell::typed("", &name(material, row, test), &beside(material, row, test));
    vec![name, first.into(), last.into()]
}

/// What a measure is called, with its unit.
fn name(material: &Material<'_>, row: &MeasureRow, test: Option<&TestKind>) -> String {
    match row.sort {
        MeasureSort::Day if row.name == "body_weight" => {
            format!("{}, {}", material.word("noted-body-weight"), material.config.load_unit.symbol())
        }
        MeasureSort::Day => Measures::name_of(&row.name).map_or_else(|| row.name.clone(), |id| material.word(id)),
        MeasureSort::Questionnaire => row.name.clone(),
        MeasureSort::Test => match test.map(|test| test.unit.as_str()).filter(|unit| !unit.is_empty()) {
            Some(unit) => format!("{}, {unit}", capital(&row.name)),
            None => capital(&row.name),
        },
    }
}

/// What the numbers mean as far as it was typed, and how much one side is of the other, where both were measured last.
fn beside(material: &Material<'_>, row: &MeasureRow, test: Option<&TestKind>) -> String {
    let number = |value: f64| material.figure(value);
    let injured = injured_side(material.config, material.brief.injury);
    let ratio = row.values.values().rev().find_map(|value| match value {
        MeasuredValue::Sides(Some(left), Some(right)) => SideRatio::of(*left, *right, injured),
        _ => None,
    });
    let ratio = ratio.map(|ratio| {
        let id = if ratio.side == Side::Right { "report-right-of-left" } else { "report-left-of-right" };
        material.say(id, &[("percent", material.language.numbers.decimals(ratio.percent, 0).into())])
    });
    let better = test.and_then(|test| test.better);
    let line = test.and_then(|test| test.line).map(|line| {
        let id = match better {
            Some(Better::More) => "noted-at-least",
            Some(Better::Less) => "noted-at-most",
            None => "noted-line",
        };
        material.say(id, &[("n", number(line).into())])
    });
    let better = better.filter(|_| line.is_none()).map(|better| match better {
        Better::More => material.word("noted-more-better"),
        Better::Less => material.word("noted-less-better"),
    });
    let said: Vec<String> = [ratio, line, better].into_iter().flatten().collect();
    if said.is_empty() { String::new() } else { format!("({})", said.join("; ")) }
}

/// A value as people write it: `18`, or both sides.
fn value_said(material: &Material<'_>, value: MeasuredValue) -> String {
    let number = |value: Option<f64>| value.map_or_else(dash, |value| material.figure(value));
    match value {
        MeasuredValue::One(value) => number(Some(value)),
        MeasuredValue::Sides(left, right) => {
            material.say("chart-measure-both", &[("left", number(left).into()), ("right", number(right).into())])
        }
    }
}
