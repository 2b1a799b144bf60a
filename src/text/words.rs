//! Dates, counts and figures in words.

use jiff::civil::Date;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `30 Oct 2020`.
pub fn short_date(date: Date) -> String {
    let month = MONTHS[usize::from(date.month().unsigned_abs()).clamp(1, 12) - 1];
    format!("{} {month} {}", date.day(), date.year())
}

/// `Friday 30 October 2020`.
pub fn long_date(date: Date) -> String {
    date.strftime("%A %-d %B %Y").to_string()
}

/// Seconds as minutes or hours: `30:12`, `1:02:03`.
pub fn clock(seconds: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sessions last days at most")]
    let seconds = seconds.round() as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

/// `1 day`, `2 days`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// `a, b or c`.
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

/// A score or a median as short as it is exact to a half: `2`, `2.5`; quarters are rounded half away from zero.
pub fn score(value: f64) -> String {
    decimals(value, 1)
}

/// A figure with at most `places` decimals, rounded half away from zero, without trailing zeros after the point.
pub fn decimals(value: f64, places: usize) -> String {
    let fixed = fixed(value, places);
    if fixed.contains('.') { fixed.trim_end_matches('0').trim_end_matches('.').to_owned() } else { fixed }
}

/// A figure with exactly `places` decimals, rounded half away from zero.
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
    fn dates_are_short_or_long() {
        assert_eq!(long_date(date(2020, 10, 3)), "Saturday 3 October 2020");
        assert_eq!(short_date(date(2020, 10, 30)), "30 Oct 2020");
        assert_eq!(short_date(date(2020, 1, 1)), "1 Jan 2020");
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
}
