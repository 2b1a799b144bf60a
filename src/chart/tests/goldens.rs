//! What every kind says and draws, compared with what was looked at: three files a kind.

use super::fixtures::{chart, kinds};
use crate::chart::Figure;
use std::fmt::Write as _;

#[path = "../../../tests/support/golden.rs"]
mod golden;
use golden::golden;

/// A text with a line for each sentence.
fn sentences(text: &str) -> String {
    text.replace(". ", ".\n")
}

/// The words of a figure, its table, and what stands in its wide drawing.
fn words(figure: &Figure) -> String {
    let mut out = format!("# {}\n{}\n{}\n", figure.heading, sentences(&figure.say), sentences(&figure.how));
    for name in ["title", "desc"] {
        let inside = figure.wide.split(&format!("<{name} ")).nth(1).and_then(|rest| rest.split(['>', '<']).nth(1));
        let _ = inside.map(|text| writeln!(out, "{name}: {}", sentences(text)));
    }
    let labels: Vec<&str> =
        figure.wide.split("<text ").skip(1).filter_map(|rest| rest.split(['>', '<']).nth(1)).collect();
    let _ = writeln!(out, "drawn: {}", labels.join(" · "));
    for note in &figure.notes {
        let _ =
            writeln!(out, "{}. {} {} → {}", note.number, note.date, note.label, note.href.as_deref().unwrap_or("–"));
    }
    let table = &figure.table;
    let _ = writeln!(out, "table: {}\n{}", table.caption, table.head.join(" | "));
    for row in &table.rows {
        let _ = writeln!(out, "{}", row.join(" | "));
    }
    out
}

/// A drawing with a line for each element; long paths are broken before a stroke, or within one that is longer than a line.
fn pretty(svg: &str) -> String {
    const ROOM: usize = 110;
    let mut out = String::new();
    for line in sentences(&svg.replace("><", ">\n<")).lines() {
        let (mut rest, mut data) = (line, line.find(" d=\"").map_or(line.len(), |at| at + 4));
        while rest.len() > ROOM {
            let before = |commands: &[char]| rest.get(data + 1..ROOM)?.rfind(commands).map(|at| data + 1 + at);
            let Some(at) = before(&['m']).or_else(|| before(&['l', 'h', 'v'])) else { break };
            let _ = writeln!(out, "{}", &rest[..at]);
            (rest, data) = (&rest[at..], 0);
        }
        let _ = writeln!(out, "{rest}");
    }
    out
}

#[test]
fn every_kind_says_and_draws_what_was_looked_at() {
    for kind in kinds() {
        let mut said = String::new();
        for (days, language) in [(0, "en"), (1, "en"), (30, "en"), (365, "en"), (30, "de")] {
            let _ = writeln!(said, "== {days} days, {language}\n{}", words(&chart(kind, days, language)));
        }
        golden(&format!("charts/{kind}.txt"), &said);
        let figure = chart(kind, 120, "en");
        golden(&format!("charts/{kind}-wide.svg"), &pretty(&figure.wide));
        if !figure.narrow.is_empty() {
            golden(&format!("charts/{kind}-narrow.svg"), &pretty(&figure.narrow));
        }
    }
}

#[test]
fn ten_years_of_every_kind_stay_small_enough_to_look_at() {
    for kind in kinds() {
        let figure = chart(kind, 3650, "en");
        let most = figure.wide.len().max(figure.narrow.len());
        assert!(most < 40_000, "{kind}: {most} bytes");
        assert!(figure.table.rows.len() < 2500, "{kind}: {} rows", figure.table.rows.len());
    }
}
