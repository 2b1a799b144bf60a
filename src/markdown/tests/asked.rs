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
fn charts_are_kept_as_they_were_typed_wherever_they_stand() {
    check(
        "```chart\r\nkind: pain-timeline\r\nfrom: -42d\r\n```\r\n",
        "«Fence { values: Map([(\"kind\", Text(\"pain-timeline\")), (\"from\", Text(\"-42d\"))]), inside: 10..43, exact: true, \
         range: 0..46 }»",
    );
    check(
        "- x\n\n  ```chart\n  kind: sparkline\n  from: -2d\n  ```",
        "<ul>\n<li>\n<p>x</p>\n«Fence { values: Map([(\"kind\", Text(\"sparkline\")), (\"from\", Text(\"-2d\"))]), \
         inside: 7..51, exact: false, range: 7..51 }»\n</li>\n</ul>",
    );
    check("```chart\n```", "«Fence { values: Null, inside: 0..0, exact: true, range: 0..12 }»");
}

#[test]
fn what_is_no_yaml_leaves_no_hole_and_says_where() {
    let text = "x\n\n> ```chart\n> kind: sparkline\n> to: x: y\n> ```";
    let checked = parse(text, 0..text.len(), Options { path: "a.md", language: "en" });
    assert_eq!(checked.value.holes, []);
    let found: Vec<_> = checked.diagnostics.iter().map(line).collect();
    assert_eq!(
        found,
        ["3:3 ````chart` yaml-syntax error: a text with a colon and a space in it needs quotes | perhaps `\"x: y\"`"]
    );
}
