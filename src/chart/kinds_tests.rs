//! The layout of the kinds over many numbers: no label covers another or leaves the frame, and drawings stand alone.

use super::layout_tests::{bands, check_figure, day, languages, rules, values};
use super::{Figure, Work, double, facets, heat, means, points, standalone};
use jiff::civil::Weekday;

const DAYS: [usize; 13] = [0, 1, 2, 3, 7, 30, 61, 101, 365, 429, 801, 1500, 3650];

fn start(set: usize) -> Weekday {
    if set == 0 { Weekday::Sunday } else { Weekday::Monday }
}

#[expect(clippy::cast_precision_loss, reason = "small numbers")]
/// Amounts of very different sizes, with unknown days and nonsense among them.
fn amounts(days: usize, kind: usize) -> Vec<Option<f64>> {
    let most = [9.0, 140.0, 1400.0, 49_000.0, 0.0, f64::INFINITY][kind];
    let amount = |day: usize| {
        (day % 8 != 3).then_some(if day.is_multiple_of(3) { 0.0 } else { most / (1.0 + (day % 7) as f64) })
    };
    (0..days).map(amount).collect()
}

pub(super) fn check_all(figure: &Figure, case: &str) {
    check_figure(figure, case);
    for narrow in [false, true] {
        let alone = standalone(figure, narrow);
        assert!(!alone.contains("class=") && alone.starts_with("<svg xmlns="), "{case}: {alone}");
        for tag in alone.split('<').filter_map(|part| part.split('>').next()) {
            let names = tag.split("=\"").filter_map(|part| part.rsplit(' ').next()).collect::<Vec<_>>();
            let twice = (1..names.len().max(1) - 1).any(|at| names[..at].contains(&names[at]));
            assert!(!twice, "{case}: an attribute stands twice in <{tag}>");
        }
    }
}

#[test]
fn no_label_of_pain_and_load_covers_another() {
    for days in DAYS {
        for kind in 0..6 {
            for set in 0..4 {
                let (pain, work) = (values(days, kind), amounts(days, (kind + set) % 6));
                let (bands, rules) =
                    (bands(i32::try_from(set).unwrap_or(0)), rules(i32::try_from(set % 3).unwrap_or(0)));
                let chart = double::Double {
                    first: day(0),
                    pain: &pain,
                    median: &pain[days / 9..],
                    window: if set == 1 { 28 } else { 7 },
                    shifted: set % 2 == 1,
                    work: &work,
                    done: Work::Distance,
                    unit: if set == 2 { "effort × min" } else { "km" },
                    bands: &bands,
                    rules: &rules,
                    week_start: start(set),
                };
                for language in languages() {
                    check_all(&double::draw(&chart, language, "x"), &format!("{days} days, values {kind}, set {set}"));
                }
            }
        }
    }
}

#[test]
fn no_label_of_a_calendar_covers_another() {
    for days in DAYS {
        for first in [0, 10, 40, 60, 300] {
            for kind in 0..6 {
                for unit in [None, Some("km"), Some("effort × min")] {
                    let values = if unit.is_none() { values(days, kind) } else { amounts(days, kind) };
                    let chart = heat::Heat {
                        done: unit.map(|unit| (Work::Run, unit)),
                        first: day(first),
                        values: &values,
                        week_start: start(kind % 2),
                    };
                    for language in languages() {
                        check_all(
                            &heat::draw(&chart, language, "x"),
                            &format!("{days} days from {first}, values {kind}, {unit:?}"),
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn no_label_of_the_four_points_covers_another() {
    for days in DAYS {
        for kind in 0..6 {
            for set in 0..3 {
                let values = values(days + 4, kind);
                let days: Vec<_> = (0..days)
                    .map(|at| {
                        let point = |later: usize| if (at + later) % 5 == 4 { None } else { values[at + later] };
                        (day(i32::try_from(at).unwrap_or(0)), [point(0), point(1), point(2), point(3)])
                    })
                    .collect();
                let chart = points::Points { days: &days, span: (day(0), day(400)), rules: &rules(set) };
                for language in languages() {
                    check_all(
                        &points::draw(&chart, language, "x"),
                        &format!("{} days, values {kind}, set {set}", days.len()),
                    );
                }
            }
        }
    }
}

#[test]
fn no_label_of_the_means_covers_another() {
    for days in DAYS {
        for kind in 0..6 {
            let work = amounts(days, kind);
            let chart = means::Means {
                first: day(0),
                work: &work,
                acute: &work,
                chronic: if kind == 2 { &[] } else { &work[days / 5..] },
                done: Work::Run,
                unit: "km",
                ratio: "No ratio.",
                critique: "It says little.",
                week_start: start(kind % 2),
            };
            for language in languages() {
                check_all(&means::draw(&chart, language, "x"), &format!("{days} days, values {kind}"));
            }
        }
    }
}

#[test]
fn no_label_of_the_lags_covers_another() {
    for days in DAYS {
        for kind in 0..6 {
            let pairs: Vec<(f64, f64)> = amounts(days, kind)
                .into_iter()
                .zip(values(days, kind))
                .filter_map(|(work, pain)| Some((work?, pain?)))
                .collect();
            let facet = |name: &str| facets::Facet {
                name: name.to_owned(),
                figure: ["ρ −0.43, n 3644".to_owned(), "−0.45 to −0.41".to_owned()],
                pairs: pairs.clone(),
                days,
            };
            let all =
                ["pain the day before", "pain the same day", "pain the next day", "pain two days later"].map(facet);
            let chart = facets::Facets {
                done: Work::Distance,
                unit: "effort × min",
                span: "one day to another",
                facets: if kind == 5 { &all[..1] } else { &all },
                say: "Too few to say.",
                how: "It says little.",
            };
            for language in languages() {
                check_all(&facets::draw(&chart, language, "x"), &format!("{days} days, values {kind}"));
            }
        }
    }
}

#[test]
fn alone_a_drawing_says_its_words_and_has_a_ground() {
    let figure = Figure {
        say: "Pain 2 at last & \"so\".".to_owned(),
        wide: super::spark::draw(&[Some(2.0), Some(2.0)]),
        ..Figure::default()
    };
    assert_eq!(
        standalone(&figure, true),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"16\" font-family=\"-apple-system, 'Segoe UI', \
         Roboto, 'Helvetica Neue', Arial, sans-serif\" font-size=\"14\" viewBox=\"0 0 80 16\" role=\"img\" \
         aria-label=\"Pain 2 at last &amp; &quot;so&quot;.\"><rect width=\"80\" height=\"16\" fill=\"#fbf8f1\"/>\
         <path fill=\"none\" stroke=\"#d9d0bd\" d=\"M0 14h80\"/><path fill=\"none\" stroke=\"#8c3b00\" \
         stroke-width=\"1.8\" stroke-linecap=\"round\" stroke-linejoin=\"round\" d=\"M20 11.6h38\"/>\
         <path fill=\"none\" stroke=\"#d55e00\" stroke-linecap=\"round\" stroke-width=\"1.8\" d=\"M20 11.6h0m38 0h0\"/>\
         <path fill=\"none\" stroke=\"#d55e00\" stroke-linecap=\"round\" stroke-width=\"4\" d=\"M58 11.6h0\"/></svg>\n"
    );
}
