//! What the interface says and how: its words by message, dates, numbers, and the direction of writing.
//!
//! The words are Fluent tables, one a language. English and German are part of the program; a theme's folder
//! `languages/` adds others or replaces single messages. A message is looked for in the tables of the site's own language,
//! from `de-AT` to `de`, and then in English.
//!
//! Dates and numbers follow the words, not `language`: where a site's language has no table, its interface is English, and
//! "Since 3 مايو 2020" would be a sentence in two languages. The direction of writing follows `language` all the same,
//! since it is that of the texts, which fill the pages. A region that the table says nothing of still counts: `de-AT`
//! has the words of `de` and its own January.
//!
//! Invariant: a language is complete; no id and no argument can make it panic, and nothing in it is looked up later.

mod check;
mod dates;
mod numbers;
mod tables;
mod words;

pub use dates::Dates;
pub use numbers::Numbers;
pub use tables::{ENGLISH, builtin};
pub use words::{Arg, Words};

use crate::diag::Checked;
use icu_locale::{Locale, LocaleDirectionality};
use std::sync::Arc;
use tables::Tables;

/// The interface's language as stages use it.
#[derive(Debug)]
pub struct Language {
    /// Its tag: `en`, `de-AT`.
    pub tag: String,
    /// The messages.
    pub words: Words,
    /// Dates in words.
    pub dates: Dates,
    /// Figures.
    pub numbers: Numbers,
    /// Which way the site's texts run.
    pub direction: Direction,
}

/// Which way lines run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Direction {
    /// From left to right.
    LeftToRight,
    /// From right to left.
    RightToLeft,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn word(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }

    fn of(locale: &Locale) -> Self {
        let known = LocaleDirectionality::new_extended();
        if known.is_right_to_left(&locale.id) { Self::RightToLeft } else { Self::LeftToRight }
    }
}

/// A table of the site's own.
#[derive(Clone, Debug)]
pub struct MessageTable {
    /// Its path: `themes/own/languages/fr.ftl`.
    pub path: String,
    /// Its text.
    pub text: Arc<str>,
}

impl Language {
    /// An amount of money as the language writes it, `£46`, `42.50 CHF`: cents stand where there are some.
    pub fn money(&self, cents: u64, currency: &str) -> String {
        let places = if cents.is_multiple_of(100) { 0 } else { 2 };
        #[expect(clippy::cast_precision_loss, reason = "sums of money are far below 2^53")]
        let amount = self.numbers.fixed(cents as f64 / 100.0, places);
        self.words.say("money", &[("amount", amount.into()), ("currency", currency.into())])
    }

    /// English, for what has no site.
    pub fn english() -> Self {
        load("en", "", &[]).value
    }
}

/// The language of a site whose texts have the language `tag`; `folder` is where its own tables may stand.
pub fn load(tag: &str, folder: &str, own: &[MessageTable]) -> Checked<Language> {
    let mut diagnostics = Vec::new();
    let locale = tables::locale(tag);
    let tables = Tables::of(&locale, own);
    check::tables(&tables, &mut diagnostics);
    let speaks = if tables.has_words() { locale.clone() } else { tables::locale("en") };
    let direction = Direction::of(&locale);
    let words = Words::of(&speaks, &tables, direction == Direction::RightToLeft);
    check::coverage(tag, folder, &tables, &words, &mut diagnostics);
    let language = Language {
        tag: speaks.to_string(),
        words,
        dates: Dates::of(&speaks),
        numbers: Numbers::of(&speaks),
        direction,
    };
    Checked::new(language, diagnostics)
}

#[cfg(test)]
mod tests;
