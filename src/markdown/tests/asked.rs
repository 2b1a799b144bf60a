//! What a text asks the site for: lessons and charts.

use super::*;

#[test]
fn lessons_are_marked_by_the_first_line_of_a_quote() {
    check(
        "> [!LESSON] rest-day: Don't *run* on it\n> Really.\n>\n> More.",
        "<div class=\"lesson\" id=\"lesson-rest-day\">\n«lesson:rest-day Some(\"Don’t run on it\")»\n\
         <p>Really.</p>\n<p>More.</p>\n</div>",
    );
    check(
        "> [!lesson] a\n\n- > [!LESSON] a\\\n  > Text",
        "<div class=\"lesson\" id=\"lesson-a\">\n«lesson:a None»\n</div>\n<ul>\n<li>\n\
         <div class=\"lesson\" id=\"lesson-a-2\">\n«lesson:a None»\n<p>Text</p>\n</div>\n</li>\n</ul>",
    );
    assert_eq!(body("> [!LESSON] a\n\n> [!LESSON] a").anchors, ["lesson-a", "lesson-a-2"]);
}

#[test]
fn bad_marks_of_lessons_are_errors_and_stay_quotes() {
    for (mark, problem) in [
        (
            "> [!LESSON]",
            "1:3 `[!LESSON]` bad-lesson error: a lesson's mark needs its id | \
             `[!LESSON] an-id` or `[!LESSON] an-id: A title`",
        ),
        (
            "> [!LESSON] Rest Day: x",
            "1:13 `Rest Day` bad-lesson error: a lesson's id is lower-case letters, digits and hyphens, \
             found `Rest Day` | write `rest-day`",
        ),
        (
            "> [!LESSON] a: *b\n> c*",
            "1:13 `a` bad-lesson error: a lesson's mark is a line of its own, found markup that goes on below it | \
             end the markup on the mark's line",
        ),
    ] {
        let shown = show(mark);
        assert!(shown.starts_with("<blockquote>\n<p>[!LESSON]"), "{shown}");
        assert_eq!(shown.lines().last(), Some(problem));
    }
    check("> \\[!LESSON] a", "<blockquote>\n<p>[!LESSON] a</p>\n</blockquote>");
}

#[test]
fn charts_are_read_wherever_they_stand() {
    check(
        "```chart\r\nkind: pain-timeline\r\nfrom: -42d\r\nto: 2020-08-14\r\n```\r\n",
        "«ChartFence { kind: PainTimeline, from: Some(Back(42)), to: Some(Day(2020-08-14)), injury: None, caption: None, \
         work: None, window: None, lines: [], exercise: None, levels: [], times: None, height: None, shift: false, floor: None }»",
    );
    check(
        "- x\n\n  ```chart\n  kind: sparkline\n  from: Walk-run\n  injury: hamstring\n  caption: So it went\n  ```",
        "<ul>\n<li>\n<p>x</p>\n«ChartFence { kind: Sparkline, \
         from: Some(Phase(Name { text: \"Walk-run\", range: 7..98 })), to: None, \
         injury: Some(Name { text: \"hamstring\", range: 7..98 }), caption: Some(\"So it went\"), \
         work: None, window: None, lines: [], exercise: None, levels: [], times: None, height: None, shift: false, floor: None }»\n</li>\n</ul>",
    );
}

#[test]
fn wrong_charts_leave_no_hole_and_say_where() {
    let kinds = ChartKind::NAMES.map(|(name, _)| format!("`kind: {name}`")).join(", ");
    let kinds = format!("write one of {kinds}");
    for (text, expected) in [
        (
            "x\n\n```chart\nkind: pain-timelin\nform: 2020-08-14\nto: -4w\n```",
            vec![
                "4:7 `pain-timelin` wrong-kind error: kind is pain-timeline, weekly-distance, pain-and-load, calendar, four-points, \
                 acute-chronic, lag, sparkline, exercise, phases, treatments, lessons or ladder, found \
                 `pain-timelin` | did you mean `pain-timeline`?"
                    .to_owned(),
                "6:5 `-4w` wrong-kind error: to is a date, days back such as `-42d`, or a phase's name, found the text \
                 `-4w`"
                    .to_owned(),
                "5:1 `form` unknown-key warning: unknown key `form` | did you mean `from`?".to_owned(),
            ],
        ),
        ("x\n\n```chart\n```", vec![format!("3:1 ````chart` missing-key error: a chart needs a kind | {kinds}")]),
        (
            "x\n\n> ```chart\n> kind: sparkline\n> to: x: y\n> ```",
            vec![
                "3:3 ````chart` yaml-syntax error: mapping values are not allowed in this context | text with a colon \
                 followed by a space needs quotes: `title: \"Week 12: first run\"`"
                    .to_owned(),
            ],
        ),
        (
            "x\n\n```chart\nkind: sparkline\nfrom: 2020-08-14\nto: 2020-08-01\n```",
            vec![
                "6:5 `2020-08-01` empty-range error: to is before from: 2020-08-01 is before 2020-08-14 | swap the two"
                    .to_owned(),
            ],
        ),
        (
            "x\n\n```chart\nkind: sparkline\nto: 2020-02-31\n```",
            vec![
                "5:5 `2020-02-31` bad-date error: to `2020-02-31` is no date | dates are year-month-day: 2020-08-14"
                    .to_owned(),
            ],
        ),
    ] {
        let checked = parse(text, 0..text.len(), Options { path: "a.md", language: "en" });
        assert_eq!(checked.value.holes, [], "{text}");
        let found: Vec<_> = checked.diagnostics.iter().map(line).collect();
        assert_eq!(found, expected, "{text}");
    }
}
