//! The quantities of a journal, each a type of its own so that they can't be mixed up.
//!
//! Invariant: stored in one unit (halves of a point, whole metres, minutes); the site's units matter only where
//! a number is read or shown.

use jiff::civil::{Date, Weekday};
use std::cmp::Ordering;
use std::fmt;

/// A score on the numeric rating scale, 0 to 10 in halves, or a range of two such scores, of which the middle counts.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Score {
    /// In halves of a point, as the other.
    low: u8,
    /// The same, but of a range.
    high: u8,
}

impl Score {
    /// The score of a number from 0 to 10 that is a whole or a half; `None` for any other.
    pub fn new(value: f64) -> Option<Self> {
        let halves = value * 2.0;
        if (0.0..=20.0).contains(&halves) && halves.fract() == 0.0 {
            // In range and whole, checked above.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be 0 to 20")]
            let halves = halves as u8;
            return Some(Self { low: halves, high: halves });
        }
        None
    }

    /// A range from the one to the other, whichever is lower.
    #[must_use]
    pub fn between(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// The score as a number: of a range the middle.
    pub fn value(self) -> f64 {
        f64::from(self.low + self.high) / 4.0
    }

    /// The two ends, where it was typed as a range.
    pub fn ends(self) -> Option<(f64, f64)> {
        (self.low != self.high).then(|| (f64::from(self.low) / 2.0, f64::from(self.high) / 2.0))
    }
}

impl Ord for Score {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.low + self.high, self.low).cmp(&(other.low + other.high, other.low))
    }
}

impl PartialOrd for Score {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.ends() {
            Some((low, high)) => write!(f, "{low}-{high}"),
            None => write!(f, "{}", self.value()),
        }
    }
}

/// Whole metres, as every length is kept.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Metres(pub u32);

/// Metres in a mile.
pub(crate) const MILE: f64 = 1609.344;

/// Kilograms in a pound.
pub(crate) const POUND: f64 = 0.453_592_37;

/// The unit in which a site writes and shows distances.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Distance {
    /// Kilometres.
    #[default]
    Kilometres,
    /// Miles of 1609.344 m.
    Miles,
}

impl Distance {
    /// `km` or `mi`.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Kilometres => "km",
            Self::Miles => "mi",
        }
    }

    /// `kilometres` or `miles`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kilometres => "kilometres",
            Self::Miles => "miles",
        }
    }

    /// Metres in one of the unit.
    pub fn metres(self) -> f64 {
        match self {
            Self::Kilometres => 1000.0,
            Self::Miles => MILE,
        }
    }

    /// A length in this unit.
    pub fn of(self, metres: u32) -> f64 {
        f64::from(metres) / self.metres()
    }

    /// A length as shown to people, with one decimal: `17.3`.
    pub fn show(self, metres: u32) -> String {
        crate::text::words::fixed(self.of(metres), 1)
    }
}

/// The unit in which a site writes and shows the weight of loads.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Weight {
    /// Kilograms.
    #[default]
    Kilograms,
    /// Pounds of 0.45359237 kg.
    Pounds,
}

impl Weight {
    /// `kg` or `lb`.
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Kilograms => "kg",
            Self::Pounds => "lb",
        }
    }

    /// Kilograms in one of the unit.
    pub fn kilograms(self) -> f64 {
        match self {
            Self::Kilograms => 1.0,
            Self::Pounds => POUND,
        }
    }
}

/// The first day of the week that a date lies in.
pub(crate) fn week_of(date: Date, start: Weekday) -> Date {
    let back = date.weekday().since(start);
    shift(date, -i64::from(back))
}

/// The date some days later, or earlier when negative; stays within the calendar.
pub(crate) fn shift(date: Date, days: i64) -> Date {
    let later = jiff::Span::new().try_days(days).ok().and_then(|span| date.checked_add(span).ok());
    later.unwrap_or(if days < 0 { Date::MIN } else { Date::MAX })
}

/// Whole days from one date to another; negative when `to` is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    i64::from(day_number(to)) - i64::from(day_number(from))
}

/// Days since 1 January 1970 in the proleptic Gregorian calendar.
///
/// Written out (Howard Hinnant's `days_from_civil`) because the day series ask for it millions of times, and a
/// calendar library's general difference of dates is some twenty times slower.
pub(crate) fn day_number(date: Date) -> i32 {
    let (year, month, day) = (i32::from(date.year()), i32::from(date.month()), i32::from(date.day()));
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year - era * 400;
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn scores_are_halves_from_0_to_10() {
        assert_eq!(Score::new(2.5).map(Score::value), Some(2.5));
        for wrong in [-0.5, 10.5, 2.3, f64::NAN, f64::INFINITY] {
            assert_eq!(Score::new(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn of_a_range_the_middle_counts() {
        let score = |value: f64| Score::new(value).expect("a score");
        let range = score(2.5).between(score(3.0));
        assert_eq!((range.value(), range.ends(), range.to_string()), (2.75, Some((2.5, 3.0)), "2.5-3".to_owned()));
        assert!(
            range > score(2.5) && range < score(3.0) && score(3.0).between(score(1.0)) < score(2.0).between(score(3.0))
        );
        assert_eq!(score(2.0).between(score(2.0)), score(2.0));
    }

    #[test]
    fn weeks_start_where_the_site_says() {
        assert_eq!(week_of(date(2020, 10, 30), Weekday::Monday), date(2020, 10, 26));
        assert_eq!(week_of(date(2020, 10, 25), Weekday::Sunday), date(2020, 10, 25));
        assert_eq!(week_of(date(2020, 10, 25), Weekday::Monday), date(2020, 10, 19));
    }

    #[test]
    fn day_numbers_agree_with_the_calendar() {
        assert_eq!(day_number(date(1970, 1, 1)), 0);
        assert_eq!(days_between(date(2019, 9, 28), date(2019, 11, 9)), 42);
        let mut d = date(1999, 12, 30);
        for n in 0..3000 {
            assert_eq!(days_between(date(1999, 12, 30), d), n);
            d = shift(d, 1);
        }
        assert_eq!(days_between(date(2024, 3, 1), date(2024, 2, 28)), -2);
    }

    #[test]
    fn lengths_are_shown_in_the_sites_unit() {
        assert_eq!(Distance::Kilometres.show(17_260), "17.3");
        assert_eq!(Distance::Miles.show(16_093), "10.0");
    }
}
