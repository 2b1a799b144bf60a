//! Notes, headings, lists, alerts and definitions where they meet.

use super::*;

fn problems(text: &str) -> Vec<String> {
    parse(text, 0..text.len(), Options { path: "a.md", language: "en" }).diagnostics.iter().map(line).collect()
}

#[test]
fn notes_of_notes_are_numbered_where_the_text_leads_to_them() {
    let html =
        show("a[^1]\n\n[^lost]: see[^2] and[^3]\n[^1]: see[^2] and[^1]\n[^2]: end[^4]\n[^3]: nobody\n[^4]: far\n");
    let (text, notes) = html.split_once("<section").expect("notes");
    assert!(text.contains("id=\"fnref-1\""), "{text}");
    let items: Vec<&str> = notes.split("<li id=\"").skip(1).collect();
    assert_eq!(items.len(), 3, "{notes}");
    assert!(items[0].contains("href=\"#fn-2\" id=\"fnref-2\"") && items[0].contains("href=\"#fnref-1-2\""), "{notes}");
    assert!(items[1].starts_with("fn-2\"") && items[1].contains("href=\"#fnref-2\""), "{notes}");
    assert!(items[2].starts_with("fn-4\"") && items[2].contains("href=\"#fnref-4\""), "{notes}");
    assert_eq!(
        html.lines().rev().take(2).collect::<Vec<_>>(),
        [
            "6:1 `[^3]: nobody` unused-footnote warning: nothing refers to the footnote `3`, it is left out | \
             refer to it by `[^3]`",
            "3:1 `[^lost]: see[^2] and[^3]` unused-footnote warning: nothing refers to the footnote `lost`, it is left \
             out | refer to it by `[^lost]`",
        ]
    );
    for reference in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(html.contains(&format!("id=\"{reference}\"")), "{reference} leads nowhere in {html}");
    }
}

#[test]
fn references_without_a_note_are_named_where_they_stand() {
    assert_eq!(
        problems("x\n\na[^gone] *b[^also]* \\[^meant] `[^code]` [^two words] [^link](b.md)"),
        [
            "3:2 `[^gone]` unknown-footnote warning: there is no footnote `gone`, what was typed stays as it is | \
             write one: `[^gone]: its text`; a bracket that is meant as text is written `\\[`",
            "3:12 `[^also]` unknown-footnote warning: there is no footnote `also`, what was typed stays as it is | \
             write one: `[^also]: its text`; a bracket that is meant as text is written `\\[`",
        ]
    );
}

#[test]
fn skipped_levels_of_headings_are_named() {
    assert_eq!(
        problems("## a\n\n#### b\n\n## c\n\n### d\n\n##### e {#f}"),
        [
            "3:1 `#### b` skipped-heading warning: a heading of level 4 follows one of level 2 | \
             write `###`, so that no level is skipped",
            "9:1 `##### e {#f}` skipped-heading warning: a heading of level 5 follows one of level 3 | \
             write `####`, so that no level is skipped",
        ]
    );
    assert_eq!(
        problems("# Title\n\n### a\n\n### b\n"),
        ["3:1 `### a` skipped-heading warning: the first heading below the page's title is one of level 3 | \
             write `##`, so that no level is skipped",]
    );
    assert_eq!(problems("Text\n\n# a\n\n### b\n\n## c"), Vec::<String>::new(), "an h1 becomes an h2");
}

#[test]
fn alerts_tasks_and_definitions_stand_in_lists() {
    check(
        "- a\n\n  > [!TIP]\n  > Slow.\n- [x] *b* [c](https://x.org)\n  1. d",
        "<ul>\n<li>\n<p>a</p>\n<aside class=\"alert tip\" role=\"note\"><p class=\"alert-name\">Tip</p>\n\
         <p>Slow.</p>\n</aside>\n</li>\n<li class=\"task\">\n<p><input type=\"checkbox\" disabled checked \
         aria-label=\"Done\"> <em>b</em> <a href=\"https://x.org\">c</a></p>\n<ol>\n<li>d</li>\n</ol>\n</li>\n</ul>",
    );
    check(
        "Load\n: What *the leg* bears.\n: In kilograms.\n\nRest\n\n: Two\n\n  paragraphs.\n\n  - list",
        "<dl>\n<dt>Load</dt>\n<dd>\n<p>What <em>the leg</em> bears.</p>\n</dd>\n\
         <dd>\n<p>In kilograms.</p>\n</dd>\n<dt>Rest</dt>\n<dd>\n\
         <p>Two</p>\n<p>paragraphs.</p>\n<ul>\n<li>list</li>\n</ul>\n</dd>\n</dl>",
    );
}
