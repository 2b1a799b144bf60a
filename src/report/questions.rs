//! What the writer asks.

use super::Material;
use super::table::{PageCell, PageColumn, PageTable};

/// The questions of these days, the newest first; each once.
pub(super) fn table(material: &Material<'_>) -> PageTable {
    let mut asked: Vec<(jiff::civil::Date, &str)> = Vec::new();
    for (date, entry) in material.entries().into_iter().rev() {
        for question in entry.questions.iter().map(|question| question.trim()).filter(|question| !question.is_empty()) {
            if asked.iter().all(|(_, other)| *other != question) {
                asked.push((date, question));
            }
        }
    }
    let row = |(date, question): (_, &str)| vec![PageCell::from(material.day(date)), question.into()];
    PageTable {
        title: material.word("report-questions"),
        columns: vec![PageColumn::words("", 19, 1), PageColumn::words("", 81, 4)],
        rows: asked.into_iter().map(row).collect(),
        none: material.word("report-none"),
        first: 4,
        pressing: true,
        ..PageTable::default()
    }
}
