//! Dates, counts and figures in words.

use jiff::civil::{Date, Weekday};

/// Names of the months.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `October`.
#[must_use]
pub fn month(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1]
}

/// `Oct`.
#[must_use]
pub fn month_short(date: Date) -> &'static str {
    &month(date)[..3]
}

/// `30 October 2020`.
#[must_use]
pub fn long_date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// `30 Oct 2020`.
#[must_use]
pub fn short_date(date: Date) -> String {
    format!("{} {} {}", date.day(), month_short(date), date.year())
}

/// `30 October`.
#[must_use]
pub fn day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `30 Oct`.
#[must_use]
pub fn short_day_and_month(date: Date) -> String {
    format!("{} {}", date.day(), month_short(date))
}

/// `Sunday`.
#[must_use]
pub fn weekday(date: Date) -> &'static str {
    match date.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// `1 day`, `2 days`.
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// `a, b or c`.
#[must_use]
pub fn or(words: &[impl AsRef<str>]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", rest.join(", "), last.as_ref())
        }
        Some((only, _)) => only.as_ref().to_owned(),
        None => String::new(),
    }
}

/// `one` to `twelve` in words, larger numbers in digits.
#[must_use]
pub fn number(n: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(n).map_or_else(|| n.to_string(), |w| (*w).to_owned())
}

/// `first` to `twelfth` in words, larger numbers as `13th`.
#[must_use]
pub fn ordinal(n: usize) -> String {
    const WORDS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth",
    ];
    if let Some(word) = n.checked_sub(1).and_then(|i| WORDS.get(i)) {
        return (*word).to_owned();
    }
    let ending = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// A score or a median as short as it is exact to a half: `2`, `2.5`; quarters are rounded half away from zero.
#[must_use]
pub fn score(value: f64) -> String {
    decimals(value, 1)
}

/// A figure with at most `places` decimals, rounded half away from zero, without trailing zeros after the point.
#[must_use]
pub fn decimals(value: f64, places: usize) -> String {
    let fixed = fixed(value, places);
    if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { fixed }
}

/// A figure with exactly `places` decimals, rounded half away from zero.
#[must_use]
pub fn fixed(value: f64, places: usize) -> String {
    let factor = 10f64.powi(i32::try_from(places).unwrap_or(0));
    // `format!` rounds half to even; `round` rounds half away from zero, as numbers are shown to people.
    let rounded = (value * factor).round() / factor;
    let rounded = if rounded == 0.0 { 0.0 } else { rounded };
    format!("{rounded:.places$}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_in_words() {
        let d = date(2020, 10, 30);
        assert_eq!(long_date(d), "30 October 2020");
        assert_eq!(short_date(d), "30 Oct 2020");
        assert_eq!(weekday(d), "Friday");
    }

    #[test]
    fn figures_are_rounded_half_away_from_zero() {
        assert_eq!(score(2.0), "2");
        assert_eq!(score(2.25), "2.3");
        assert_eq!(fixed(0.5, 0), "1");
        assert_eq!(fixed(1.5, 0), "2");
        assert_eq!(fixed(-0.04, 1), "0.0");
        assert_eq!(decimals(10.0, 1), "10");
    }

    #[test]
    fn ordinals() {
        assert_eq!(
            [1, 8, 11, 13, 21, 22, 113].map(ordinal),
            ["first", "eighth", "eleventh", "13th", "21st", "22nd", "113th"]
        );
    }
}
