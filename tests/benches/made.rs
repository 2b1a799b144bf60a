//! The made-up journal that the benches share.

use jiff::civil::date;
use std::fmt::Write as _;

/// An entry a day, with all that figures are made of.
pub(crate) fn text(day: i64) -> String {
    let at = |n: i64, of: i64| (day * 7919 + n * 104_729) % of;
    let date = date(1998, 1, 1).checked_add(jiff::Span::new().days(day)).expect("a date of this time");
    let mut text =
        format!("---\ndate: {date}\npain: {{before: {}, during: {}, after: {}", at(1, 4), at(2, 7), at(3, 5));
    let _ = writeln!(text, ", next_day: {}}}", at(4, 4));
    let _ = write!(
        text,
        "sessions:\n  - {{type: run, distance: {} m, duration: {} min, rpe: {}}}\n",
        2000 + at(5, 9000),
        15 + at(6, 60),
        at(7, 10)
    );
    let _ = writeln!(
        text,
        "  - {{type: bike, distance: {} m, duration: {} min, rpe: 3}}",
        5000 + at(8, 20_000),
        20 + at(9, 60)
    );
    let _ = writeln!(text, "exercises: [Bridge 3x{} @{}kg, Plank 3x45s, Step-up 3x10]", 6 + at(10, 8), 10 + at(11, 30));
    let _ = writeln!(text, "treatments: [{{type: massage, minutes: 30, cost: {} EUR}}]\n---\nWords.", 30 + at(12, 40));
    text
}
