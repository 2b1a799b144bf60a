//! What fences ask for, and what is wrong with them.

use crate::chart::options::{Bound, Span};
use crate::chart::{Asked, KINDS, problems};
use crate::diag::Diagnostic;
use crate::markdown::{Hole, Options, parse};
use jiff::civil::date;

/// What the only fence of a text asks for.
fn asked(text: &str) -> Asked {
    let body = parse(text, 0..text.len(), Options { path: "a.md", language: "en" }).value;
    let [(_, Hole::Chart { fence })] = &body.holes[..] else { panic!("{:?}", body.holes) };
    Asked::of_fence(fence, "a.md", text).value.expect("a chart")
}

#[test]
fn fences_are_read_wherever_they_stand() {
    let chart = asked("```chart\r\nkind: pain-timeline\r\nfrom: -42d\r\nto: 2020-08-14\r\nwindow: 14\r\n```\r\n");
    let to = Bound::Day(date(2020, 8, 14));
    assert_eq!(chart.row.name, "pain-timeline");
    assert_eq!(chart.span, Span { from: Some(Bound::Back(42)), to: Some(to), injury: None });
    assert_eq!(format!("{:?}", chart.chart), "Options { window: Some(14), lines: [], height: None }");
    let chart = asked(
        "- x\n\n  ```chart\n  kind: Sparkline\n  from: Walk-run\n  injury: hamstring\n  caption: So it went\n  ```",
    );
    let from = Some(Bound::Phase("Walk-run".to_owned()));
    assert_eq!(chart.span, Span { from, to: None, injury: Some("hamstring".to_owned()) });
    assert_eq!((chart.row.name, chart.caption.as_deref()), ("sparkline", Some("So it went")));
}

/// A problem on one line: its place, what stands there, and what is said.
fn line(problem: &Diagnostic, text: &str) -> String {
    let place = problem.place.as_ref().expect("a place");
    let hints: Vec<&str> = problem.hints.iter().map(String::as_str).collect();
    let _ = text;
    format!("{}:{} {} | {}", place.line, place.column, problem.message, hints.join(" | "))
}

#[test]
fn wrong_fences_say_where() {
    let kinds: Vec<&str> = KINDS.iter().map(|row| row.name).collect();
    let written: Vec<String> = kinds.iter().map(|name| format!("`kind: {name}`")).collect();
    let (last, others) = kinds.split_last().expect("kinds");
    for (text, expected) in [
        (
            "x\n\n```chart\nkind: pain-timelin\nform: 2020-08-14\nto: -4w\n```",
            vec![
                format!(
                    "4:7 kind is {} or {last}, found `pain-timelin` | did you mean `pain-timeline`?",
                    others.join(", ")
                ),
                "6:5 to is a date, days back such as `-42d`, or a phase's name, found the text `-4w` | ".to_owned(),
                "5:1 unknown key `form` | did you mean `from`? | `pain-timeline` takes kind, from, to, injury, caption, window, \
                 lines, height"
                    .to_owned(),
            ],
        ),
        (
            "x\n\n```chart\n```",
            vec![format!("3:1 a chart needs a kind | write one of {}", written.join(", "))],
        ),
        (
            "x\n\n```chart\nfrom: 2020-08-14\n```",
            vec![format!("3:1 a chart needs a kind | write one of {}", written.join(", "))],
        ),
        (
            "x\n\n```chart\nkind: sparkline\nfrom: 2020-08-14\nto: 2020-08-01\n```",
            vec!["6:5 to is before from: 2020-08-01 is before 2020-08-14 | swap the two".to_owned()],
        ),
        (
            "> ```chart\n> kind: sparkline\n> to: 2020-02-31\n> to: 2020-02-28\n> ```",
            vec![
                "1:3 `to` is given twice | ".to_owned(),
                "1:3 to `2020-02-31` is no date | there is no such day".to_owned(),
            ],
        ),
    ] {
        let body = parse(text, 0..text.len(), Options { path: "a.md", language: "en" }).value;
        let found: Vec<_> = problems(&body, "a.md", text).iter().map(|problem| line(problem, text)).collect();
        assert_eq!(found, expected, "{text}");
    }
}
