//! Figures as the language writes them, with the digits 0 to 9.
//!
//! A figure of four digits stays whole; from five on they are grouped. ICU's formatter can't be shared by threads, so its
//! signs are asked for once, at load.

use crate::text::words;
use crate::units::Score;
use icu_decimal::input::Decimal;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale::{Locale, locale};

/// Figures of a language.
#[derive(Debug)]
pub struct Numbers {
    /// What stands between whole digits and decimals.
    point: String,
    /// What stands before a figure below zero.
    minus: String,
    /// What stands between groups of digits.
    gap: String,
    /// Digits of the last group and of those before it, which differ in India.
    groups: (usize, usize),
}

/// The fewest digits that are grouped.
const GROUPED: usize = 5;

impl Numbers {
    pub(super) fn of(locale: &Locale) -> Self {
        let mut locale = locale.clone();
        locale.extensions = locale!("und-u-nu-latn").extensions;
        let formatter = DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), Default::default())
            .expect("the data of all languages is compiled in, and a language without any falls back to the root");
        let show = |figure: &str| {
            Decimal::try_from_str(figure).map_or_else(|_| figure.to_owned(), |f| formatter.format(&f).to_string())
        };
        let digit = |c: char| c.is_ascii_digit();
        let grouped = show("12345678901");
        let sizes: Vec<usize> = grouped.split(|c| !digit(c)).map(str::len).filter(|n| *n > 0).rev().collect();
        Self {
            point: show("1.5").trim_matches(digit).to_owned(),
            minus: show("-1").trim_end_matches(digit).to_owned(),
            gap: grouped.chars().skip_while(|c| digit(*c)).take_while(|c| !digit(*c)).collect(),
            groups: (sizes.first().copied().unwrap_or(3), sizes.get(1).copied().unwrap_or(3)),
        }
    }

    /// What stands between whole digits and decimals.
    pub fn point(&self) -> &str {
        &self.point
    }

    /// A score or a median as short as it is exact to a half; see [`words::score`].
    pub fn score(&self, value: f64) -> String {
        self.written(&words::score(value))
    }

    /// A score as it was typed: `2`, `2-3`.
    pub fn typed(&self, score: Score) -> String {
        let ends = score.ends().map(|(low, high)| format!("{}-{}", self.score(low), self.score(high)));
        ends.unwrap_or_else(|| self.score(score.value()))
    }

    /// A figure with at most `places` decimals; see [`words::decimals`].
    pub fn decimals(&self, value: f64, places: usize) -> String {
        self.written(&words::decimals(value, places))
    }

    /// A figure with exactly `places` decimals; see [`words::fixed`].
    pub fn fixed(&self, value: f64, places: usize) -> String {
        self.written(&words::fixed(value, places))
    }

    /// A figure that code wrote, as the language does.
    fn written(&self, figure: &str) -> String {
        let (minus, figure) = figure.strip_prefix('-').map_or(("", figure), |rest| (self.minus.as_str(), rest));
        let (whole, decimals) = figure.split_once('.').map_or((figure, None), |(whole, rest)| (whole, Some(rest)));
        let mut out = String::with_capacity(figure.len() + 8);
        out.push_str(minus);
        let (last, other) = self.groups;
        for (index, digit) in whole.chars().enumerate() {
            let left = whole.len() - index;
            let ends = left == last || left > last && (left - last).is_multiple_of(other);
            if index > 0 && whole.len() >= GROUPED && ends {
                out.push_str(&self.gap);
            }
            out.push(digit);
        }
        if let Some(decimals) = decimals {
            out.push_str(&self.point);
            out.push_str(decimals);
        }
        out
    }
}
