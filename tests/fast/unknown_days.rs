//! A journal of which most days are missing: no table of any page says of such a day, or of a week of them, that nothing was.

use crate::support::Project;
use std::collections::{BTreeMap, BTreeSet};

/// Three weeks, Monday 3 to Sunday 23 August, with an entry on 8 of 21 days.
const SITE: &str = "\
-- content/journal/2020-08-03-a.md --
---
pain: {before: 1, during: 2, after: 2, next_day: 2}
sessions: [{type: run, distance: 5 km, duration: 30 min, rpe: 4}]
---
-- content/journal/2020-08-04-b.md --
---
pain: 3
exercises: [Bridge 3x8 @10kg]
---
-- content/journal/2020-08-08-c.md --
---
title: Only words
---
-- content/journal/2020-08-10-d.md --
---
rest: true
pain: 0
---
-- content/journal/2020-08-12-e.md --
---
pain: {before: 1, after: 4, next_day: 3}
mileage: 8 km
---
-- content/journal/2020-08-17-f.md --
---
pain: 2
---
-- content/journal/2020-08-19-g.md --
---
sessions: [run]
pain: {during: 3}
exercises: [Bridge 3x8 @10kg]
---
-- content/journal/2020-08-23-h.md --
---
mileage: 0
pain: {worst: 1}
---
-- content/charts.md --
# Charts
";

/// What a day's cell says, by the word at the head of its column; a dash for all others. The load of 3 August is 4 times 30; on
/// 10 August nothing was done, and on the 23rd no run; exercises alone, mileage alone and a run without minutes have none.
fn expected(column: &str, day: &str) -> &'static str {
    match (column, day) {
        ("Pain" | "Worst pain", "3 Aug 2020" | "17 Aug 2020") => "2",
        ("Pain" | "Worst pain", "4 Aug 2020" | "19 Aug 2020") => "3",
        ("Pain" | "Worst pain", "10 Aug 2020") => "0",
        ("Pain" | "Worst pain", "12 Aug 2020") => "4",
        ("Pain" | "Worst pain", "23 Aug 2020") => "1",
        ("Load, effort × min", "3 Aug 2020") => "120",
        ("Load, effort × min", "10 Aug 2020" | "23 Aug 2020") => "0",
        ("Before", "3 Aug 2020" | "12 Aug 2020") => "1",
        ("During", "3 Aug 2020") => "2",
        ("During", "19 Aug 2020") => "3",
        ("After", "3 Aug 2020") | ("Next day", "3 Aug 2020") => "2",
        ("After", "12 Aug 2020") => "4",
        ("Next day", "12 Aug 2020") => "3",
        // No window of seven days has four scores, or six known loads; no month has 23.
        ("7-day median" | "7-day mean" | "28-day mean", _) => "–",
        _ => "–",
    }
}

/// The tables of a page: their rows as texts of cells.
fn tables(page: &str) -> Vec<Vec<Vec<String>>> {
    let text = |cell: &str| {
        let cell = cell.split_once('>').map_or("", |(_, inside)| inside);
        let parts = cell.split('<').enumerate();
        let words =
            parts.map(|(at, part)| if at == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) });
        words.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let cells = |row: &str| {
        let cells =
            row.split("<t").filter(|part| part.starts_with("h ") || part.starts_with("h>") || part.starts_with('d'));
        cells.map(text).collect()
    };
    let page = page.replace("<time", "<span");
    let tables = page.split("<table").skip(1).filter_map(|rest| rest.split("</table>").next());
    tables.map(|table| table.split("<tr").skip(1).map(cells).collect()).collect()
}

#[test]
fn no_table_says_of_an_unknown_day_that_nothing_was() {
    let project = Project::new(SITE);
    let kinds = ["pain-timeline", "weekly-distance", "pain-and-load", "calendar", "four-points", "acute-chronic"];
    let chart = |kind: &str| format!("```chart\nkind: {kind}\n```\n\n");
    project.write("content/charts.md", kinds.map(chart).concat());
    project.build([]);
    let mut of_days = BTreeSet::new();
    let mut of_weeks = BTreeMap::new();
    for (path, bytes) in project.tree("public").into_iter().filter(|(path, _)| path.ends_with(".html")) {
        for rows in tables(&String::from_utf8_lossy(&bytes)) {
            let Some((head, rows)) = rows.split_first() else { continue };
            match head.first().map(String::as_str) {
                Some("Day") if !head.contains(&"Sets".to_owned()) => {
                    for row in rows {
                        for (column, cell) in head.iter().zip(row).skip(1) {
                            assert_eq!(cell, expected(column, &row[0]), "{path}: {column} of {}", row[0]);
                            of_days.insert(column.clone());
                        }
                    }
                }
                Some("Week of" | "Week starting") => {
                    of_weeks.insert(head.clone(), rows.to_vec());
                }
                // What single entries say, or how often an exercise was done.
                _ => {}
            }
        }
    }
    let days = ["7-day mean", "7-day median", "After", "Before", "During", "Load, effort × min", "Next day", "Pain"];
    for column in days {
        assert!(of_days.contains(column), "no table has {column}: {of_days:?}");
    }
    // On two days of each week it is known what was done. In the third one a run is of unknown length and load; in the second the
    // load of 8 km is not known, which the day of rest does not make 0.
    let weeks = |first: &str| {
        let (_, rows) = of_weeks.iter().find(|(head, _)| head[0] == first).expect("a table of weeks");
        rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>()
    };
    assert_eq!(
        weeks("Week of"),
        [
            "3 Aug 2020 | 2/7 | 5.0 | 0.0 | 0.0",
            "10 Aug 2020 | 2/7 | 8.0 | 0.0 | 0.0",
            "17 Aug 2020 | 2/7 | – | 0.0 | 0.0"
        ]
    );
    assert_eq!(
        weeks("Week starting"),
        [
            "17 Aug 2020 | – | 2 of 7 | – | – | 1 | – | – | 3 of 7",
            "10 Aug 2020 | 8.0 | 2 of 7 | – | – | 1 | – | – | 2 of 7",
            "3 Aug 2020 | 5.0 | 2 of 7 | – | – | 1 | 120 | – | 2 of 7"
        ]
    );
    // `stats` says the same.
    let printed = project.run(["stats"]).stdout;
    let rows: Vec<&str> = printed.lines().filter(|line| line.starts_with("  2020-")).map(str::trim).collect();
    let row = |row: &str| row.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        rows.into_iter().map(row).collect::<Vec<_>>(),
        [
            "2020-08-03 5.0 – 1 120 – 2 of 7 days",
            "2020-08-10 8.0 – 1 – – 2 of 7 days",
            "2020-08-17 – – 1 – – 2 of 7 days"
        ]
    );
}
