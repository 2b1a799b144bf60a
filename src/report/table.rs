//! Tables of a page before they are fitted to the sheet.

use crate::text::shorten;

/// The most letters of a text that may take up several rows.
const LONGEST: usize = 130;

/// A table with its heading, all rows of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PageTable {
    /// What it tells of.
    pub title: String,
    /// A sentence below the heading; may be empty.
    pub note: String,
    /// Its columns.
    pub columns: Vec<PageColumn>,
    /// Its rows, each as long as the columns; the most important first.
    pub rows: Vec<Vec<PageCell>>,
    /// What stands in its place where it has no row.
    pub none: String,
    /// Rows that it gets before others get more.
    pub first: usize,
    /// Whether it gets these before others get any.
    pub pressing: bool,
    /// Whether it may stand in the other column, where it has room there and none in its own.
    pub moves: bool,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PageColumn {
    /// What stands above it; may be empty.
    pub head: String,
    /// Its share of the table's width, in percent.
    pub share: i32,
    /// Lines that a cell of it may take.
    pub lines: usize,
    /// Whether its cells are figures, which stand at the right.
    pub figures: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PageCell {
    /// What stands first, in bold; may be empty.
    pub strong: String,
    /// What follows.
    pub text: String,
    /// Whether words of it were left out already.
    pub cut: bool,
}

impl PageColumn {
    /// A column of words.
    pub(super) fn words(head: impl Into<String>, share: i32, lines: usize) -> Self {
        Self { head: head.into(), share, lines, figures: false }
    }

    /// A column of figures.
    pub(super) fn figures(head: impl Into<String>, share: i32) -> Self {
        Self { head: head.into(), share, lines: 2, figures: true }
    }
}

impl PageCell {
    /// The writer's words, cut where they would fill the page.
    pub(super) fn typed(strong: &str, typed: &str, then: &str) -> Self {
        let short = shorten(typed.trim(), LONGEST);
        let cut = short != typed.trim();
        let parts = [short.as_str(), then].into_iter().filter(|part| !part.is_empty());
        Self { strong: strong.to_owned(), text: parts.collect::<Vec<_>>().join(" "), cut }
    }
}

impl From<String> for PageCell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for PageCell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}
