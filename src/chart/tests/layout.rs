//! Reads finished drawings back and checks that no label covers another or leaves the frame, whatever the numbers.

use super::wild::{SETS, day, options, wild};
use crate::chart::kind::entry_window;
use crate::chart::label::{self, Area};
use crate::chart::{Figure, KINDS, Rule, standalone, strip};
use crate::language::{self, Language};
use std::sync::LazyLock;

/// The languages that drawings are checked in, English first.
fn languages() -> &'static [Language; 3] {
    static ALL: LazyLock<[Language; 3]> = LazyLock::new(|| {
        let of = |tag: &str| language::load(tag, "", &[]).value;
        [Language::english(), of("de"), of("fr")]
    });
    &ALL
}

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

/// Returns the areas of all texts with their words, measured at the largest size the stylesheet sets, and of all links.
fn read(svg: &str) -> (Vec<(Area, String)>, Vec<Area>) {
    let em = if svg.contains("chart wide") { 145 } else { 140 };
    let mut texts = Vec::new();
    let mut links = Vec::new();
    let mut group = "";
    for part in svg.split('<').skip(1) {
        let (tag, content) = part.split_once('>').unwrap_or((part, ""));
        let class = tag.split("class=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        match tag.split(' ').next() {
            Some("g") => group = class,
            Some("/g") => group = "",
            Some("rect") if class == "leads" => {
                let (left, top) = (tenths(tag, "x"), tenths(tag, "y"));
                let (right, bottom) = (left + tenths(tag, "width"), top + tenths(tag, "height"));
                links.push(Area { left, top, right, bottom });
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
    (texts, links)
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
    let (texts, links) = read(svg);
    let inside = |area: &Area| area.left >= 0 && area.top >= 0 && area.right <= size[0] && area.bottom <= size[1];
    for (at, (area, words)) in texts.iter().enumerate() {
        assert!(inside(area), "{case}: {words:?} leaves the frame {size:?}: {area:?}");
        for (other, others) in &texts[at + 1..] {
            assert!(!area.meets(other), "{case}: {words:?} {area:?} meets {others:?} {other:?}");
        }
    }
    for (at, link) in links.iter().enumerate() {
        assert!(link.left >= 0 && link.right <= size[0], "{case}: a link leaves the frame: {link:?}");
        assert!(!links[at + 1..].iter().any(|other| other.meets(link)), "{case}: links meet");
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

fn check_figure(figure: &Figure, case: &str) {
    check(&figure.wide, &format!("{case}, wide"));
    check(&figure.narrow, &format!("{case}, narrow"));
    super::headings::check(&figure.heading, case);
    for text in [&figure.say, &figure.how] {
        assert!(
            text.ends_with('.') && !text.contains("  ") && !text.contains("NaN") && !text.contains("safe"),
            "{case}: {text}"
        );
    }
    assert!(figure.table.rows.iter().all(|row| row.len() == figure.table.head.len()), "{case}: ragged table");
    for narrow in [false, true] {
        let alone = standalone(figure, narrow, None);
        assert!(!alone.contains("class=") && alone.starts_with("<svg xmlns="), "{case}: {alone}");
        assert!(!alone.contains("<a ") && alone.matches("role=\"").eq(["role=\""]), "{case}: {alone}");
        for tag in alone.split('<').filter_map(|part| part.split('>').next()) {
            let names = tag.split("=\"").filter_map(|part| part.rsplit(' ').next()).collect::<Vec<_>>();
            let twice = (1..names.len().max(1) - 1).any(|at| names[..at].contains(&names[at]));
            assert!(!twice, "{case}: an attribute stands twice in <{tag}>");
        }
    }
}

/// The lengths of the journals, in days.
const DAYS: [usize; 13] = [1, 2, 3, 7, 14, 30, 61, 101, 365, 429, 801, 1500, 3650];

#[test]
fn no_label_of_a_chart_covers_another() {
    for (at, days) in DAYS.into_iter().enumerate() {
        for set in 0..SETS {
            let journal = wild(days, set);
            // A sparkline has no label and one drawing.
            for row in KINDS.iter().filter(|row| row.name != "sparkline") {
                let keys: Vec<&str> = row.options.iter().flat_map(|table| table.iter()).map(|key| key.name).collect();
                let options = options(row.name, &keys, set + at);
                for language in languages() {
                    let figure = journal.chart(language, row.name, &options);
                    check_figure(&figure, &format!("{}, {days} days, set {set}, {options:?}", row.name));
                }
            }
            for entry in [0, 1, 7, days / 2, days - 1] {
                for language in languages() {
                    let scope = journal.source(language).scope(None).expect("days");
                    if let Some(figure) = entry_window::draw(&scope, day(entry), "x") {
                        check_figure(&figure, &format!("day {entry} of {days}, set {set}"));
                    }
                }
            }
        }
    }
}

#[test]
fn no_label_of_a_strip_covers_another() {
    let rule = |n: i32| Rule { value: f64::from(n) / 3.0 - 0.2, label: format!("{n}: a rule of mine"), from: None };
    let rules: Vec<Rule> = (0..30).map(rule).collect();
    let score = crate::units::Score::new;
    let range = score(7.5).zip(score(9.5)).map(|(low, high)| low.between(high));
    let scores = [None, score(0.0), score(4.5), range, score(10.0)];
    for n in 0..625 {
        let strip = strip::Strip { points: [scores[n % 5], scores[n / 5 % 5], scores[n / 25 % 5], scores[n / 125]] };
        for language in languages() {
            check(&strip::small(&strip, language, "x"), "small strip");
            for some in [0, 2, 30] {
                let (wide, narrow) = strip::large(&strip, &rules[30 - some..], language, "x");
                check(&wide, &format!("strip {n}, {some} rules, wide"));
                check(&narrow, &format!("strip {n}, {some} rules, narrow"));
            }
        }
    }
}

#[test]
fn a_year_fits_ten_kilobytes_and_is_the_same_twice() {
    let figure = || super::fixtures::chart("pain-timeline", 365, "en");
    let (wide, narrow) = (figure().wide.len(), figure().narrow.len());
    assert!(wide < 10_240 && narrow < 10_240, "{wide} {narrow}");
    assert_eq!(figure(), figure());
}
