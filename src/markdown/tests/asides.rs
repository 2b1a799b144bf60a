//! Asides for the writer's own eyes: `<!-- … -->` and `%%…%%`.

use super::*;
use proptest::prelude::*;

#[test]
fn asides_leave_no_trace() {
    let anchor = |id: &str| format!("<a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to this heading\">#</a>");
    let mut wrong = Vec::new();
    for (text, expected) in [
        // In a line.
        ("One <!-- zz -->two.", "<p>One two.</p>".to_owned()),
        ("One %%zz%%two, *three %% zz *zz* %%four*.", "<p>One two, <em>three four</em>.</p>".to_owned()),
        ("One %%zz **zz%% two** three", "<p>One <strong> two</strong> three</p>".to_owned()),
        ("**One %%zz** zz%% two", "<p><strong>One </strong> two</p>".to_owned()),
        ("One <!-->two<!---> three", "<p>One two three</p>".to_owned()),
        ("%%zz%%\nOne %%zz\nzz%%\nTwo", "<p>One \nTwo</p>".to_owned()),
        ("One %%zz [zz](zz.md) [[zz]] ![zz](zz.jpg) `zz` zz%% two", "<p>One  two</p>".to_owned()),
        ("One[^1] two%%[^2]%%\n\n[^1]: Three %%zz%%\n", "".to_owned()),
        // Blocks.
        ("<!-- zz -->\n\nOne\n\n<!--\nzz\n\n- zz\n-->\nTwo", "<p>One</p>\n<p>Two</p>".to_owned()),
        (
            "One\n\n%%\nzz\n\n# zz\n\n- zz\n\n```\nzz\n```\n\n| zz |\n|----|\n%%\n\nTwo",
            "<p>One</p>\n<p>Two</p>".to_owned(),
        ),
        ("%%\nzz\n---\nzz\n%%\n\nTwo", "<p>Two</p>".to_owned()),
        ("One\n\n%% zz %%\n\n%%zz%% %%zz%%\n\nTwo", "<p>One</p>\n<p>Two</p>".to_owned()),
        ("%%\n<div>\nzz\n%%\n</div>\n\nTwo", "</div>\n<p>Two</p>".to_owned()),
        ("<!-- zz --> One *two*\n\nThree", " One *two*\n<p>Three</p>".to_owned()),
        // Raw HTML, across what ends its blocks.
        ("<div>\n<!-- zz\n\nzz **zz**\n\nzz -->\n</div>\n\nTwo", "<div>\n</div>\n<p>Two</p>".to_owned()),
        ("<p>a<!-- zz -->b%%zz%%c</p>", "<p>abc</p>".to_owned()),
        ("<a title=\"<!-- x -->%%x%%\">y</a>", "<p><a title=\"<!-- x -->%%x%%\">y</a></p>".to_owned()),
        ("<div title=\"<!-- x -->\">y</div>", "<div title=\"<!-- x -->\">y</div>".to_owned()),
        ("<script>\n<!--\nx = '%%';\n//-->\n</script>", "<script>\n<!--\nx = '%%';\n//-->\n</script>".to_owned()),
        ("<style>\np { width: 5%%; }\n</style><!-- zz -->", "<style>\np { width: 5%%; }\n</style>".to_owned()),
        ("<div <!-- zz\n\nTwo", "".to_owned()),
        // Lists, quotes, tables, headings, pictures.
        ("- one\n<!-- zz -->\n- two", "<ul>\n<li>one</li>\n</ul>\n<ul>\n<li>two</li>\n</ul>".to_owned()),
        ("- one <!-- zz -->\n- %%zz%%\n- three\n\n  %%\n  zz\n\n  zz\n  %%", "".to_owned()),
        (
            "> one\n> <!-- zz\n> zz -->\n> two %%zz\n> zz%%",
            "<blockquote>\n<p>one</p>\n<p>two </p>\n</blockquote>".to_owned(),
        ),
        ("1. %%zz%%\n\nTwo", "<p>Two</p>".to_owned()),
        ("## One %%zz%% {#a}\n\n## %%zz%%\n\nTwo", format!("<h2 id=\"a\">One  {}</h2>\n<p>Two</p>", anchor("a"))),
        ("# One <!-- zz -->\n\nTwo", "<p>Two</p>".to_owned()),
        (
            "![One %%zz%%](a.jpg) %%zz%%",
            "<figure class=\"pic\"><img src=\"«image:a.jpg»\" alt=\"One\" decoding=\"async\"></figure>".to_owned(),
        ),
        ("[One %%zz%%](a.md) [%%zz%%](zz.md)", "<p><a href=\"«link:a.md»\">One </a></p>".to_owned()),
        ("> [!LESSON] a: One %%zz%%\n> Two <!-- zz -->three", "".to_owned()),
        // In code they are text.
        ("`<!-- x -->` `%%x%%`", "<p><code>&lt;!-- x --&gt;</code> <code>%%x%%</code></p>".to_owned()),
        ("    <!-- x -->\n    %%x%%", "<pre tabindex=\"0\"><code>&lt;!-- x --&gt;\n%%x%%</code></pre>".to_owned()),
        (
            "```\n<!-- x -->\n%%x\n```\n\nTwo %%zz `%%` zz%%.",
            "<pre tabindex=\"0\"><code>&lt;!-- x --&gt;\n%%x\n</code></pre>\n<p>Two .</p>".to_owned(),
        ),
        // What is none.
        (
            "\\%%x, \\<!-- x -->, 100%%. 50%% <https://x.example/%%20>",
            "<p>%%x, &lt;!– x –&gt;, 100%%. 50%% <a href=\"https://x.example/%%20\">https://x.example/%%20</a></p>"
                .to_owned(),
        ),
        ("\\\\%%zz%% two", "<p>\\ two</p>".to_owned()),
    ] {
        let shown = show(text);
        assert!(!shown.contains("zz"), "{text:?}: {shown}");
        if !expected.is_empty() && shown != expected.trim_end() {
            wrong.push(format!("{text:?}\n- {expected:?}\n+ {shown:?}"));
        }
        let crlf = show(&text.replace('\n', "\r\n"));
        assert!(!crlf.contains("zz"), "{text:?}: {crlf}");
        let body = body(text);
        assert!(!format!("{body:?}").contains("zz"), "{text:?}: {body:?}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_aside_that_never_ends_hides_what_is_below_it_and_is_told() {
    for (text, html, place, sign, close) in [
        ("One <!-- zz\n\nzz", "<p>One </p>", "1:5", "<!--", "-->"),
        ("One\n\n<!-- zz\n\nzz `-->`", "<p>One</p>\n`", "", "", ""),
        ("One\n\n<!-- zz\n\nzz", "<p>One</p>", "3:1", "<!--", "-->"),
        ("> <!-- zz\n\nzz", "", "1:3", "<!--", "-->"),
        ("One %% zz\n\n# zz\n\n`%%`", "<p>One </p>", "1:5", "%%", "%%"),
        ("- One\n- %%zz\n\nzz", "<ul>\n<li>One</li>\n</ul>", "2:3", "%%", "%%"),
    ] {
        let problem = format!(
            "{place} `{sign}` unclosed-aside warning: `{sign}` opens an aside that never ends, so nothing below it is shown | \
             end it with `{close}`; where it is text, write `\\{sign}`"
        );
        let problem = if place.is_empty() { String::new() } else { format!("\n{problem}") };
        assert_eq!(show(text), format!("{html}{problem}"), "{text:?}");
    }
    // The hints.
    assert_eq!(show("One \\<!-- two\n\nthree"), "<p>One &lt;!– two</p>\n<p>three</p>");
    assert_eq!(show("One \\%% two\n\nthree"), "<p>One %% two</p>\n<p>three</p>");
}

#[test]
fn asides_are_in_no_summary_title_or_count() {
    let text = "# My %%zz%%run <!-- zz -->\n\n%% zz zz zz %%\n\nOne %%zz zz%%two.\n\nThree.\n";
    let found = body(text);
    assert_eq!((found.title.as_deref(), found.summary.as_str(), found.words), (Some("My run"), "One two.", 3));
    let marked = body("<!-- zz -->\nOne.\n\n%%zz%%\n\nTwo.\n\n<!-- more -->\n\nThree.\n");
    assert_eq!(
        (marked.summary.as_str(), marked.html.as_str()),
        ("One. Two.", "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n")
    );
    let marked = body("One.\n\n%% <!-- more --> %%\n\nTwo.\n");
    assert_eq!((marked.summary.as_str(), marked.html.as_str()), ("One.", "<p>One.</p>\n<p>Two.</p>\n"));
}

#[test]
fn links_in_asides_are_no_html_of_the_writer() {
    let text = "<!-- <a href=\"zz\"> -->\n\n<b>x</b> %%<a href=\"zz\">%%\n";
    let raw: Vec<&str> = raw_html(text, 0).into_iter().map(|range| &text[range]).collect();
    assert_eq!(raw, ["<b>", "</b>"]);
}

#[test]
fn names_of_notes_are_without_asides() {
    for text in [
        "one ![[a](b.md)%%zz%%[^1]](c.jpg)",
        "[[my %%zz%% note]]",
        "![[a.png%%zz%%]]",
        "[[a<!-- zz -->|b]]",
        "[[a %%zz]] and zz",
        "| a |\n|---|\n| [[x%%zz%%\\|y]] |",
    ] {
        let found = format!("{:?}", body(text));
        assert!(!found.contains("zz"), "{text}: {found}");
    }
}

proptest! {
    #[test]
    fn whatever_stands_around_it_an_aside_is_not_shown(
        words in proptest::collection::vec(
            proptest::sample::select(&[
                "one ", "*two* ", "**", "_", "\n", "\n\n", "# ", "- ", "> ", "1. ", "  - ", "[a](b.md)", "![", "](c.jpg)", "|", "\n|---|---|\n",
                "<div>\n", "</div>", "<b>", "\n---\n", "[^1]", "[^1]: ", "\\*", "\"", "--", "~~a~~ ", "\r\n", "&amp;", ": ", "é", "<https://x.example/>",
                "%%zz%%", "%%\nzz\n\nzz\n%%", "<!-- zz -->", "<!--\nzz\n\n- zz\n-->", "%% zz **zz [zz](zz.md) %%", "<!-- more -->",
            ][..]),
            0..30,
        ),
    ) {
        let text = words.concat();
        let found = body(&text);
        prop_assert!(!format!("{found:?}").contains("zz"), "{text:?}: {found:?}");
    }
}
