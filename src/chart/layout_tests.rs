//! Reads finished drawings back and checks that no label covers another or leaves the frame, whatever the numbers.

use crate::language::Language;
use jiff::civil::{Date, Weekday};
use std::sync::LazyLock;

use super::label::Area;
use super::scale::date_of;
use super::{Band, Figure, Mark, Rule, around, label, strip, timeline, weeks};

/// The languages that drawings are checked in, English first.
pub(super) fn languages() -> &'static [Language; 2] {
    static ALL: LazyLock<[Language; 2]> =
        LazyLock::new(|| [Language::english(), crate::language::load("de", "", &[]).value]);
    &ALL
}

/// The first day of every case.
const FIRST: i32 = 19_605;

/// Returns the value of an attribute in tenths.
fn tenths(tag: &str, name: &str) -> i32 {
    let start = tag.find(&format!(" {name}=\"")).map_or(tag.len(), |at| at + name.len() + 3);
    let value = tag[start..].split('"').next().unwrap_or_default();
    tenths_of(value)
}

#[expect(clippy::cast_possible_truncation, reason = "attributes of our own drawings are small")]
fn tenths_of(value: &str) -> i32 {
    (value.parse::<f64>().unwrap_or(0.0) * 10.0).round() as i32
}

/// Returns the areas of all texts outside discs with their words, and of all discs, measured at the largest size the
/// stylesheet sets.
fn read(svg: &str) -> (Vec<(Area, String)>, Vec<Area>) {
    let em = if svg.contains("chart wide") { 145 } else { 140 };
    let mut texts = Vec::new();
    let mut discs = Vec::new();
    let mut group = "";
    for part in svg.split('<').skip(1) {
        let (tag, content) = part.split_once('>').unwrap_or((part, ""));
        let class = tag.split("class=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        match tag.split(' ').next() {
            Some("g") => group = class,
            Some("/g") => group = "",
            Some("circle") => {
                let (x, y, r) = (tenths(tag, "cx"), tenths(tag, "cy"), tenths(tag, "r"));
                discs.push(Area { left: x - r, top: y - r, right: x + r, bottom: y + r });
            }
            Some("rect") if class == "disc" => {
                let (x, y) = (tenths(tag, "x"), tenths(tag, "y"));
                discs.push(Area {
                    left: x,
                    top: y,
                    right: x + tenths(tag, "width"),
                    bottom: y + tenths(tag, "height"),
                });
            }
            Some("text") => {
                let words =
                    content.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
                let width = label::width(&words, em);
                let has = |name: &str| class.split(' ').chain(group.split(' ')).any(|class| class == name);
                let start = tenths(tag, "x")
                    - if has("end") {
                        width
                    } else if has("mid") {
                        width / 2
                    } else {
                        0
                    };
                texts.push((Area::of(start, tenths(tag, "y"), width, em), words));
            }
            _ => {}
        }
    }
    texts.retain(|(area, _)| {
        !discs.iter().any(|disc| disc.holds(i32::midpoint(area.left, area.right), area.bottom - 40))
    });
    (texts, discs)
}

/// Asserts that a drawing is well laid out and its markup balanced.
fn check(svg: &str, case: &str) {
    let size: Vec<i32> = svg
        .split("viewBox=\"0 0 ")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .split(' ')
        .map(tenths_of)
        .collect();
    assert!(size.len() == 2 && !svg.contains("NaN") && !svg.contains("inf"), "{case}: {svg}");
    for forbidden in ["style", "fill=", "stroke=", "#"] {
        assert!(!svg.contains(forbidden), "{case} has {forbidden}");
    }
    let (texts, discs) = read(svg);
    let inside = |area: &Area| area.left >= 0 && area.top >= 0 && area.right <= size[0] && area.bottom <= size[1];
    for (at, (area, words)) in texts.iter().enumerate() {
        assert!(inside(area), "{case}: {words:?} leaves the frame {size:?}: {area:?}");
        for (other, others) in &texts[at + 1..] {
            assert!(!area.meets(other), "{case}: {words:?} {area:?} meets {others:?} {other:?}");
        }
        assert!(!discs.iter().any(|disc| disc.meets(area)), "{case}: {words:?} meets a disc");
    }
    for (at, disc) in discs.iter().enumerate() {
        assert!(inside(disc), "{case}: a disc leaves the frame: {disc:?}");
        assert!(!discs[at + 1..].iter().any(|other| other.meets(disc)), "{case}: discs meet");
    }
    let mut open = 0;
    for part in svg.split('<').skip(1) {
        open += if part.starts_with('/') {
            -1
        } else {
            i32::from(!part.split('>').next().unwrap_or_default().ends_with('/'))
        };
    }
    assert_eq!(open, 0, "{case}: unbalanced");
}

pub(super) fn check_figure(figure: &Figure, case: &str) {
    check(&figure.wide, &format!("{case}, wide"));
    check(&figure.narrow, &format!("{case}, narrow"));
    for text in [&figure.say, &figure.how] {
        assert!(
            text.ends_with('.') && !text.contains("  ") && !text.contains("NaN") && !text.contains("safe"),
            "{case}: {text}"
        );
    }
    assert!(figure.table.rows.iter().all(|row| row.len() == figure.table.head.len()), "{case}: ragged table");
}

pub(super) fn day(n: i32) -> Date {
    date_of(FIRST + n)
}

#[expect(clippy::cast_precision_loss, reason = "some hundred days")]
pub(super) fn values(days: usize, kind: usize) -> Vec<Option<f64>> {
    let value = |day: usize| match kind {
        0 => Some((day * 7 % 21) as f64 / 2.0),
        1 => None,
        2 => Some(10.0),
        3 => Some(0.0),
        4 => (day % 9 == 4).then_some((day % 11) as f64),
        _ => Some([f64::NAN, -4.0, 70.0, f64::INFINITY, f64::NEG_INFINITY][day % 5]),
    };
    (0..days).map(value).collect()
}

pub(super) const LONG: &str = "A phase whose name has eighty letters, which nobody would write down in earnest.";
pub(super) const NAMES: [&str; 6] =
    ["Rest", LONG, "שיקום הדרגתי בהליכה", "走って歩いて走って歩いて", "", "Walking & <running>"];

pub(super) fn bands(kind: i32) -> Vec<Band> {
    let band =
        |from: i32, to: i32, name: usize| Band { from: day(from), to: day(to), label: NAMES[name % 6].to_owned() };
    match kind {
        0 => vec![],
        1 => (0..14).map(|n| band(n * 30, n * 30 + 29, index(n))).collect(),
        2 => (0..40).map(|n| band(n * 3 - 10, n * 3 + 20, index(n))).collect(),
        _ => {
            vec![band(0, 0, 0), band(1, 1, 1), band(-9, 9000, 2), band(20, 10, 3), band(428, 428, 1), band(364, 364, 5)]
        }
    }
}

pub(super) fn index(n: i32) -> usize {
    usize::try_from(n).unwrap_or(0)
}

pub(super) fn marks(kind: i32) -> Vec<Mark> {
    let mark = |at: i32| Mark { date: day(at), label: LONG.to_owned(), href: None };
    match kind {
        0 => vec![],
        1 => (0..30).map(|n| mark(20 + n / 3)).collect(),
        2 => (0..120).map(|n| mark(n * 3)).collect(),
        _ => vec![mark(0), mark(0), mark(-1), mark(364), mark(428), mark(3649), mark(29)],
    }
}

pub(super) fn rules(kind: i32) -> Vec<Rule> {
    let rule =
        |value: f64, label: &str, from: Option<i32>| Rule { value, label: label.to_owned(), from: from.map(day) };
    match kind {
        0 => vec![],
        1 => vec![rule(5.0, "the ceiling I set", Some(20)), rule(3.0, "low line I set", None)],
        _ => (0..30)
            .map(|n| rule(f64::from(n) / 3.0 - 0.2, NAMES[index(n) % 6], Some(n * 2)))
            .chain([rule(f64::NAN, "x", None)])
            .collect(),
    }
}

#[test]
fn no_label_of_a_timeline_covers_another() {
    for days in [0, 1, 2, 3, 10, 14, 30, 61, 90, 101, 365, 429, 801, 1500, 3650, 40_000] {
        for kind in 0..6 {
            for set in 0..4 {
                let values = values(days, kind);
                let (bands, marks, rules) =
                    (bands(set), marks((set + i32::try_from(kind).unwrap_or(0)) % 4), rules(set % 3));
                let chart = timeline::Timeline {
                    first: day(0),
                    values: &values,
                    median: &values[days / 9..],
                    window: 7,
                    bands: &bands,
                    marks: &marks,
                    rules: &rules,
                    week_start: if set == 0 { Weekday::Sunday } else { Weekday::Monday },
                    height: if set == 2 { Some(80) } else { None },
                };
                for language in languages() {
                    check_figure(
                        &timeline::draw(&chart, language, "x"),
                        &format!("{days} days, values {kind}, set {set}"),
                    );
                }
            }
        }
    }
}

#[test]
fn no_label_of_weeks_covers_another() {
    for days in [0, 1, 7, 13, 30, 365, 3650] {
        for kind in 0..4 {
            let amounts = [0.0, 12.5, 140.0, f64::NAN, -3.0, 9e9];
            let week = |n: i32| weeks::Week {
                start: day(n * 7 - 3),
                run: if kind == 0 { 0.0 } else { amounts[index(n + kind) % 3] },
                walk: if kind == 0 { 0.0 } else { amounts[index(n) % if kind == 3 { 6 } else { 3 }] },
                other: if kind == 2 { 7.0 } else { 0.0 },
                logged: if n % 5 == 3 { 0 } else { 6 },
                days: if n == 0 { 4 } else { 7 },
            };
            let weeks: Vec<_> = (0..(days + 9) / 7).map(week).collect();
            let (bands, rules) = (bands(kind), rules(kind % 3));
            let chart = weeks::Weeks {
                unit: "km",
                weeks: &weeks,
                first: day(0),
                last: day(days - 1),
                bands: &bands,
                rules: &rules,
                height: if kind == 2 { Some(80) } else { None },
            };
            for language in languages() {
                check_figure(&weeks::draw(&chart, language, "x"), &format!("{days} days of weeks, kind {kind}"));
            }
        }
    }
}

#[test]
fn no_label_around_an_entry_covers_another() {
    for days in [0, 1, 2, 8, 22, 43, 400] {
        for entry in [-400, -1, 0, 1, 7, 21, 42, 399, 9000] {
            for kind in 0..6 {
                let values = values(days, kind);
                let loads = vec![if kind == 5 { f64::NAN } else { 123.4 }; days / 2];
                let bands = bands(3);
                let chart = around::Around {
                    day: day(entry),
                    first: day(0),
                    values: &values,
                    median: &values,
                    run: &loads,
                    walk: if kind == 2 { &[] } else { &loads },
                    unit: "km",
                    bands: &bands,
                };
                for language in languages() {
                    check_figure(
                        &around::draw(&chart, language, "x"),
                        &format!("day {entry} of {days}, values {kind}"),
                    );
                }
            }
        }
    }
}

#[test]
fn no_label_of_a_strip_covers_another() {
    let scores = [None, Some(0.0), Some(4.5), Some(10.0), Some(f64::NAN)];
    for n in 0..625 {
        let strip = strip::Strip { points: [scores[n % 5], scores[n / 5 % 5], scores[n / 25 % 5], scores[n / 125]] };
        for language in languages() {
            check(&strip::small(&strip, language, "x"), "small strip");
            for set in 0..3 {
                let (wide, narrow) = strip::large(&strip, &rules(set), language, "x");
                check(&wide, &format!("strip {n}, rules {set}, wide"));
                check(&narrow, &format!("strip {n}, rules {set}, narrow"));
            }
        }
    }
}

#[test]
fn a_year_fits_ten_kilobytes_and_is_the_same_twice() {
    let values: Vec<_> = (0..365).map(|day| (day % 8 != 3).then_some((day * 5 % 13) as f64 / 2.0)).collect();
    let median: Vec<_> =
        (0..365).map(|day: usize| super::series::median(&values[day.saturating_sub(6)..=day])).collect();
    let (bands, marks, rules) = (bands(1), marks(3), rules(1));
    let chart = timeline::Timeline {
        first: day(0),
        values: &values,
        median: &median,
        window: 7,
        bands: &bands,
        marks: &marks,
        rules: &rules,
        week_start: Weekday::Monday,
        height: None,
    };
    let language = &languages()[0];
    let figure = timeline::draw(&chart, language, "x");
    assert!(
        figure.wide.len() < 10_240 && figure.narrow.len() < 10_240,
        "{} {}",
        figure.wide.len(),
        figure.narrow.len()
    );
    assert_eq!(figure, timeline::draw(&chart, language, "x"));
}
