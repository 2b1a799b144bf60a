//! Scales from days and values to tenths of a unit, and the round numbers of an axis.

use jiff::civil::{Date, Weekday};

pub(super) use crate::units::day_number;

/// Returns the date of a day number, the first or last there is when beyond.
pub(super) fn date_of(number: i32) -> Date {
    let shifted = number.clamp(day_number(Date::MIN), day_number(Date::MAX)) + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let civil_month = if month < 10 { month + 3 } else { month - 9 };
    let civil_year = era * 400 + year + i32::from(civil_month <= 2);
    let part = |value: i32| i8::try_from(value).unwrap_or(1);
    Date::new(i16::try_from(civil_year).unwrap_or(0), part(civil_month), part(day)).unwrap_or(Date::ZERO)
}

/// Returns how many days before a day its week began.
pub(super) fn into_week(number: i32, start: Weekday) -> i32 {
    // Day 0 was a Thursday.
    (number + 3 - i32::from(start.to_monday_zero_offset())).rem_euclid(7)
}

/// Returns a length as the integer the arithmetic here uses.
pub(super) fn count(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

/// Returns an index for a count that is known not to be negative.
pub(super) fn index(count: i32) -> usize {
    usize::try_from(count).unwrap_or(0)
}

/// Returns a pain score inside 0–10, or none if it is no number.
pub(super) fn score(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite()).map(|value| value.clamp(0.0, 10.0))
}

/// Returns an amount of at least 0 that an axis can hold.
pub(super) fn amount(value: f64) -> f64 {
    if value.is_finite() { value.clamp(0.0, 50_000.0) } else { 0.0 }
}

/// Days laid out from left to right.
#[derive(Clone, Copy)]
pub(super) struct Time {
    /// The number of the first day.
    pub first: i32,
    /// How many days there are.
    pub days: i32,
    /// Where the first day begins.
    pub left: i32,
    /// Where the last day ends.
    pub right: i32,
}

impl Time {
    /// Returns where a day begins, counted from the first.
    pub(super) fn edge(&self, day: i32) -> i32 {
        self.at(2 * i64::from(day))
    }

    /// Returns the middle of a day, where its marks stand.
    pub(super) fn centre(&self, day: i32) -> i32 {
        self.at(2 * i64::from(day) + 1)
    }

    /// Returns the place of a date counted from the first day, if it is one of the days.
    pub(super) fn place(&self, date: Date) -> Option<i32> {
        let day = day_number(date) - self.first;
        (0..self.days).contains(&day).then_some(day)
    }

    fn at(&self, halves: i64) -> i32 {
        let span = 2 * i64::from(self.days.max(1));
        let offset = (halves * i64::from(self.right - self.left) + span / 2).div_euclid(span);
        self.left + i32::try_from(offset).unwrap_or(0)
    }
}

/// Values laid out from 0 at the bottom upwards.
#[derive(Clone, Copy)]
pub(super) struct Linear {
    /// The value at the top.
    pub max: f64,
    /// Where the top lies.
    pub top: i32,
    /// Where 0 lies.
    pub bottom: i32,
}

impl Linear {
    /// Returns where a value lies.
    pub(super) fn y(&self, value: f64) -> i32 {
        self.bottom - self.height(value)
    }

    /// Returns how high above 0 a value lies.
    pub(super) fn height(&self, value: f64) -> i32 {
        let share = if self.max > 0.0 { (value / self.max).clamp(0.0, 1.0) } else { 0.0 };
        rounded(share * f64::from(self.bottom - self.top))
    }
}

/// Returns a small number rounded to an integer.
#[expect(clippy::cast_possible_truncation, reason = "this is the one place where a float becomes a coordinate")]
pub(super) fn rounded(value: f64) -> i32 {
    // The cast cuts towards 0, saturates and takes what is no number to 0; `round` would be a call into libm.
    (value + 0.5_f64.copysign(value)) as i32
}

/// Returns the step and the top of an axis from 0 that holds `max` with at most `most` steps of 1, 2 or 5, or 25 and its like.
pub(super) fn nice(max: f64, most: u32) -> (f64, f64) {
    let max = if max > 0.0 { max } else { 10.0 };
    let mut power = 0.1;
    for _ in 0..6 {
        for factor in [1.0, 2.0, 2.5, 5.0] {
            let step = factor * power;
            // Below ten it would be written rounded, and with thousands it would be too long.
            if factor == 2.5 && !(10.0..200.0).contains(&power) {
                continue;
            }
            let steps = (max / step - 1e-9).ceil();
            if steps <= f64::from(most) {
                return (step, step * steps.max(1.0));
            }
        }
        power *= 10.0;
    }
    (max, max)
}

/// Returns the same for numbers that stand in a narrow gutter: from a thousand on the steps are whole thousands.
pub(super) fn nice_short(max: f64, most: u32) -> (f64, f64) {
    let (step, top) = nice(max, most);
    if top < 1000.0 || step >= 1000.0 { (step, top) } else { (1000.0, (max / 1000.0 - 1e-9).ceil().max(1.0) * 1000.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    #[test]
    fn days_count_as_jiff_counts_them() {
        let epoch = Date::constant(1970, 1, 1);
        let mut number = -800_000;
        while number < 2_900_000 {
            let date = epoch.checked_add(number.days());
            if let Ok(date) = date {
                assert_eq!(day_number(date), number);
                assert_eq!(date_of(number), date);
                assert_eq!(into_week(number, Weekday::Monday), i32::from(date.weekday().to_monday_zero_offset()));
            }
            number += 97;
        }
        assert_eq!(date_of(i32::MAX - 800_000), Date::MAX);
    }

    #[test]
    fn axes_hold_their_maximum_in_few_round_steps() {
        for (max, step, top) in
            [(48.0, 20.0, 60.0), (0.0, 5.0, 10.0), (8.0, 5.0, 10.0), (0.3, 0.1, 0.3), (300.0, 100.0, 300.0)]
        {
            let got = nice(max, 3);
            assert!((got.0 - step).abs() < 1e-9 && (got.1 - top).abs() < 1e-9, "{max}: {got:?}");
        }
        let mut max = 0.01;
        while max < 60_000.0 {
            let (step, top) = nice(max, 3);
            assert!(top >= max - 1e-6 && step > 0.0 && top / step <= 3.0 + 1e-6, "{max}");
            max *= 1.07;
        }
    }

    #[test]
    fn days_lie_in_the_frame_and_never_run_back() {
        for days in [1, 2, 30, 365, 3650, 1_000_000] {
            let time = Time { first: 0, days, left: 300, right: 8560 };
            let mut before = 300;
            for day in 0..days.min(4000) {
                let x = time.centre(day);
                assert!(x >= before && x <= 8560);
                before = x;
            }
            assert_eq!((time.edge(0), time.edge(days)), (300, 8560));
        }
    }
}
