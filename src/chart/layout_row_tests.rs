//! The layout of charts with rows, lanes and small multiples, whatever the numbers.

use jiff::civil::Weekday;

use super::kinds_tests::check_all;
use super::layout_tests::{LONG, NAMES, bands, day, index, languages, marks, values};
use super::spans::{Group, Sort, Span};
use super::{exercises, ladder, lessons, spans, treatments};

/// The lengths of the cases, in days.
const DAYS: [i32; 10] = [0, 1, 2, 7, 30, 61, 100, 365, 800, 3650];

fn name(n: i32) -> String {
    NAMES[index(n) % NAMES.len()].to_owned()
}

#[test]
fn no_label_of_spans_covers_another() {
    for days in DAYS {
        for kind in 0..4 {
            let of_band = |(n, band): (usize, super::Band)| Span {
                from: band.from,
                to: (n % 3 != 2).then_some(band.to),
                label: band.label,
                rest: n % 2 == 0,
            };
            let spans: Vec<Span> = bands(kind).into_iter().enumerate().map(of_band).collect();
            let groups = [
                Group { sort: Sort::Phase, spans: spans.clone() },
                Group { sort: Sort::Diagnosis, spans: spans[..spans.len() / 3].to_vec() },
            ];
            let marks = marks(kind);
            let chart = spans::Spans {
                first: day(0),
                last: day(days - 1),
                groups: &groups[..if kind == 2 { 1 } else { 2 }],
                marks: &marks,
                week_start: Weekday::Sunday,
            };
            for language in languages() {
                check_all(&spans::draw(&chart, language, "x"), &format!("{days} days, kind {kind}"));
            }
        }
    }
}

#[test]
fn no_label_of_lessons_covers_another() {
    use lessons::Change::{Held, Retracted, Revised};
    for days in DAYS {
        for n in [0, 1, 2, 12, 40, 41, 300] {
            let lesson = |at: i32| lessons::Lesson {
                title: if at % 2 == 0 { LONG.to_owned() } else { name(at) },
                learned: day(if at % 5 == 0 { 0 } else { at * 11 % days.max(1) }),
                events: (0..at % 6)
                    .map(|n| (day(at + n * 40), [Held, Held, Revised, Retracted][index(n) % 4]))
                    .collect(),
                href: None,
            };
            let all: Vec<_> = (0..n).map(lesson).collect();
            let chart = lessons::Lessons {
                first: day(0),
                last: day(days - 1),
                lessons: &all,
                undated: index(n % 3),
                week_start: Weekday::Monday,
            };
            for language in languages() {
                check_all(&lessons::draw(&chart, language, "x"), &format!("{days} days, {n} lessons"));
            }
        }
    }
}

#[test]
fn no_label_of_treatments_covers_another() {
    for days in DAYS {
        for (kind, lanes) in [(0, 0), (1, 1), (4, 3), (2, 12), (0, 30)] {
            let visit = |n: i32| treatments::Visit {
                day: day(n),
                minutes: [Some(30.0), None, Some(f64::NAN), Some(90.0), Some(1e9)][index(n) % 5],
            };
            let lane = |at: i32| treatments::Lane {
                name: name(at),
                visits: (at..days.max(3)).step_by(index(at + 1)).map(visit).collect(),
                costs: vec!["180.00 USD".to_owned()],
                days: 3,
                ..treatments::Lane::default()
            };
            let lanes: Vec<_> = (0..lanes).map(lane).collect();
            let (values, bands) = (values(index(days), kind), bands(i32::from(kind > 1)));
            let chart = treatments::Treatments {
                first: day(0),
                values: &values,
                median: &values,
                lanes: &lanes,
                bands: &bands,
                costs: kind == 1,
                providers: kind == 2,
                week_start: Weekday::Monday,
            };
            for language in languages() {
                check_all(&treatments::draw(&chart, language, "x"), &format!("{days} days, {} lanes", lanes.len()));
            }
        }
    }
}

#[test]
fn no_label_of_exercises_covers_another() {
    use exercises::Side::{Left, Right, Whole};
    for days in DAYS {
        for n in [0, 1, 2, 5, 6] {
            let bout = |kind: i32, at: i32| exercises::Bout {
                day: day(at),
                side: [Left, Right, Whole][index(at) % if kind == 1 { 1 } else { 3 }],
                load: [Some(12.5), None, Some(f64::NAN), Some(9e9), Some(-4.0)][index(kind + at % 2) % 5],
                band: (kind % 3 == 2).then(|| name(at)),
                reps: (kind % 2 == 0).then_some(f64::from(at % 40)),
                hold: (kind % 4 == 1).then_some(45.0),
                pain: (at % 3 > 0).then_some(f64::from(at % 14)),
            };
            let exercise = |kind: i32| exercises::Exercise {
                name: if kind == 1 { LONG.to_owned() } else { name(kind) },
                bouts: (0..days + 2).step_by(3).map(|at| bout(kind, at)).collect(),
            };
            let shown: Vec<_> = (0..n).map(exercise).collect();
            let chart = exercises::Exercises {
                first: day(0),
                last: day(days - 1),
                unit: "kg",
                shown: &shown,
                total: 9,
                week_start: Weekday::Monday,
            };
            for language in languages() {
                check_all(&exercises::draw(&chart, language, "x"), &format!("{days} days, {n} exercises"));
            }
        }
    }
}

#[test]
fn no_label_of_a_ladder_covers_another() {
    use ladder::Outcome::{Amber, Green, Grey, Red};
    for days in DAYS {
        for n in [0, 1, 2, 6, 12, 60] {
            let levels: Vec<String> = (0..n).map(name).collect();
            let climb = |at: i32| ladder::Climb {
                day: day(at),
                outcome: [Green, Amber, Red, Grey][index(at) % 4],
                at: index(at * 7 % 11),
                then: index(at * 5 % 13),
            };
            let climbs: Vec<_> = (0..days).step_by(2).map(climb).collect();
            let chart = ladder::Ladder {
                levels: &levels,
                times: 2,
                climbs: &climbs,
                rule: "the rule my physio set",
                week_start: Weekday::Monday,
            };
            for language in languages() {
                check_all(&ladder::draw(&chart, language, "x"), &format!("{days} days, {n} levels"));
            }
        }
    }
}
