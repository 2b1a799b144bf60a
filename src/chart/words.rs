//! Words for numbers and days, in the site's English.

pub(super) use crate::text::words::{
    day_and_month as long_day, long_date as long, month_short, short_date as short, short_day_and_month as day,
};

use super::scale;
use jiff::civil::Date;

/// Returns a year in digits.
pub(super) fn year(date: Date) -> String {
    let mut out = String::with_capacity(4);
    push_whole(&mut out, i64::from(date.year()));
    out
}

/// Returns "20 August 2019 to 30 October 2020", or the one day.
pub(super) fn span(first: Date, last: Date) -> String {
    if first == last { long(first) } else { long(first) + " to " + &long(last) }
}

/// Returns a whole number.
pub(super) fn whole(n: i32) -> String {
    let mut out = String::with_capacity(6);
    push_whole(&mut out, i64::from(n));
    out
}

/// Returns "1 diagnosis" or "2 diagnoses".
pub(super) fn counted(n: i32, noun: &str, plural: &str) -> String {
    format!("{} {}", whole(n), if n == 1 { noun } else { plural })
}

/// Returns "1 day" or "3,650 days".
pub(super) fn count(n: i32, noun: &str) -> String {
    let mut out = String::with_capacity(noun.len() + 8);
    push_whole(&mut out, i64::from(n));
    out.push(' ');
    out.push_str(noun);
    if n != 1 {
        out.push('s');
    }
    out
}

/// Returns a small number in words up to twelve, as in a sentence.
pub(super) fn few(n: usize) -> String {
    crate::text::words::number(n)
}

/// Appends a whole number, with a comma between thousands from 10,000 up.
pub(super) fn push_whole(out: &mut String, value: i64) {
    if value < 0 {
        out.push('-');
    }
    let size = u32::try_from(value.unsigned_abs()).unwrap_or(u32::MAX);
    if size >= 10_000 {
        push_whole(out, i64::from(size / 1000));
        out.push(',');
        for divisor in [100, 10, 1] {
            super::svg::integer(out, size / divisor % 10);
        }
    } else {
        super::svg::integer(out, size);
    }
}

/// Appends a number rounded to one decimal, without it when it is 0.
pub(super) fn push_number(out: &mut String, value: f64) {
    let tenths = scale::rounded(value * 10.0);
    push_whole(out, i64::from(tenths / 10));
    if tenths % 10 != 0 {
        out.push('.');
        super::svg::integer(out, tenths.unsigned_abs() % 10);
    }
}

/// Returns a number rounded to one decimal, without it when it is 0.
pub(super) fn number(value: f64) -> String {
    let mut out = String::with_capacity(6);
    push_number(&mut out, value);
    out
}

/// Returns a number with exactly one decimal, for columns.
pub(super) fn fixed(value: f64) -> String {
    let mut out = String::with_capacity(6);
    let tenths = scale::rounded(value * 10.0);
    push_whole(&mut out, i64::from(tenths / 10));
    out.push('.');
    super::svg::integer(&mut out, tenths.unsigned_abs() % 10);
    out
}

/// Returns a score, or a dash where there is none.
pub(super) fn score(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), number)
}

/// Returns "364 of 438 days with a score".
pub(super) fn coverage(logged: i32, days: i32, what: &str) -> String {
    let mut out = String::with_capacity(32);
    push_whole(&mut out, i64::from(logged));
    out.push_str(" of ");
    out.push_str(&count(days, "day"));
    out.push_str(" with ");
    out.push_str(what);
    out
}

/// Returns a rule's label with its value in front, as in "5: the ceiling I set".
pub(super) fn rule(value: f64, unit: &str, label: &str) -> String {
    let mut out = number(value);
    if label.trim_start().starts_with(&out) {
        return label.trim().to_owned();
    }
    if !unit.is_empty() {
        out.push(' ');
        out.push_str(unit);
    }
    if !label.trim().is_empty() {
        out.push_str(": ");
        out.push_str(label.trim());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        assert_eq!([number(4.0), number(4.25), number(0.04), number(12.96)], ["4", "4.3", "0", "13"]);
        assert_eq!([fixed(0.0), fixed(24.04), fixed(12_345.6)], ["0.0", "24.0", "12,345.6"]);
        assert_eq!([count(1, "day"), count(0, "day"), count(3650, "day")], ["1 day", "0 days", "3650 days"]);
        assert_eq!(coverage(364, 438, "a score"), "364 of 438 days with a score");
    }

    #[test]
    fn days_read_as_people_write_them() {
        let date = Date::constant(2019, 8, 20);
        assert_eq!([long(date), short(date), day(date)], ["20 August 2019", "20 Aug 2019", "20 Aug"]);
        assert_eq!(span(date, date), "20 August 2019");
    }

    #[test]
    fn a_rule_names_its_value_once() {
        assert_eq!(rule(5.0, "", "the ceiling I set"), "5: the ceiling I set");
        assert_eq!(rule(5.0, "", "5: the ceiling I set"), "5: the ceiling I set");
        assert_eq!(rule(52.0, "km", "usual before"), "52 km: usual before");
    }
}
