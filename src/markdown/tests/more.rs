//! Summaries, and the mark that ends them.

use super::*;

#[test]
fn a_mark_ends_the_summary_and_is_not_written() {
    for (text, summary, html) in [
        (
            "One *two*.\n\nThree\n\n<!-- more -->\n\nFour.",
            "One two. Three",
            "<p>One <em>two</em>.</p>\n<p>Three</p>\n<p>Four.</p>",
        ),
        ("One <!--more--> two.", "One", "<p>One  two.</p>"),
        ("One\n<!--\n  MORE\n-->\ntwo", "One", "<p>One</p>\n<p>two</p>"),
        ("- one\n- two\n\n<!-- more --><i>x</i>\n", "one two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<i>x</i>"),
        ("<!-- more -->\n\nOne.\n\nTwo.", "One.", "<p>One.</p>\n<p>Two.</p>"),
        (
            "One.\n\nTwo.\n\n<!-- more -->\n\nThree.\n\n<!--more-->",
            "One. Two.",
            "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>",
        ),
        ("One.\n\n<!-- moreover -->\n\nTwo.", "One.", "<p>One.</p>\n<p>Two.</p>"),
        ("One.\n\n> <!-- more -->\n\nTwo.", "One.", "<p>One.</p>\n<blockquote>\n</blockquote>\n<p>Two.</p>"),
    ] {
        let found = body(text);
        assert_eq!((&*found.summary, found.html.trim_end()), (summary, html), "{text}");
    }
}

#[test]
fn what_is_no_prose_is_no_summary() {
    let text = "One.\n\n### Head\n\n> quote\n\n```\ncode\n```\n\n| a |\n|---|\n| b |\n\n![pic](a.jpg) Two `three`[^n].\n\n\
                <!-- more -->\n\nFour.\n\n[^n]: note <!-- more -->\n";
    assert_eq!(body(text).summary, "One. Two three.");
    let term = "Rest\n: a day off\n\n<!-- more -->";
    assert_eq!(body(term).summary, "Rest a day off");
}

#[test]
fn summaries_are_cut_where_cards_would_burst() {
    let words = "word ".repeat(300);
    let length = |text: &str| body(text).summary.chars().count();
    assert!((190..=200).contains(&length(&words)), "{}", length(&words));
    let marked = format!("{words}\n\n<!-- more -->");
    assert!((590..=600).contains(&length(&marked)), "{}", length(&marked));
    let chosen = "word ".repeat(100);
    assert_eq!(body(&format!("{chosen}\n\n<!-- more -->")).summary, chosen.trim_end(), "kept whole");
}
