//! Links and images.

use super::*;

#[test]
fn local_links_are_holes_and_others_are_written() {
    check(
        "[a](../b.md \"T\") [c](#d) [e](<f g.md>) [h](https://x.org/?a=1&b=ü) <me@x.org> [i](//x.org) [j](tel:+1)",
        "<p><a href=\"«link:../b.md»\" title=\"T\">a</a> <a href=\"«link:#d»\">c</a> <a href=\"«link:f g.md»\">e</a> \
         <a href=\"https://x.org/?a=1&amp;b=%C3%BC\">h</a> <a href=\"mailto:me@x.org\">me@x.org</a> \
         <a href=\"//x.org\">i</a> <a href=\"tel:+1\">j</a></p>",
    );
}

#[test]
fn names_in_double_brackets_are_links() {
    check(
        "[[First run]] [[first-run|then]] [[a#b]] [[Week 12: go]] `[[code]]` [[https://x.org]]",
        "<p><a href=\"«wiki:First run»\">First run</a> <a href=\"«wiki:first-run»\">then</a> \
         <a href=\"«wiki:a#b»\">a#b</a> <a href=\"«wiki:Week 12: go»\">Week 12: go</a> <code>[[code]]</code> \
         <a href=\"https://x.org\">https://x.org</a></p>",
    );
    check(
        "| a |\n|---|\n| [[x\\|y]] |",
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>\n\
         <thead><tr><th scope=\"col\">a</th></tr></thead>\n\
         <tbody>\n<tr><td><a href=\"«wiki:x»\">y</a></td></tr>\n</tbody></table></div>",
    );
}

#[test]
fn dangerous_addresses_are_refused_in_every_disguise() {
    for address in [
        "javascript:x",
        "JavaScript:x",
        "&#106;avascript:x",
        "java&#10;script:x",
        "java&Tab;script&colon;x",
        "java&#173;script:x",
        "<  javascript:x>",
        "<\u{1}javascript:x>",
        "vbscript:x",
        "data:text/html,x",
        "data:image/png;base64,AA",
        "file:///etc/passwd",
        "<C:\\a.md>",
    ] {
        let found = show(&format!("[text]({address})"));
        assert!(found.starts_with("<p>text</p>\n1:1 "), "{address}: {found}");
        assert!(found.contains(" dangerous-link warning: "), "{address}: {found}");
    }
    for text in ["<javascript:x>", "[[javascript:x]]", "[a][b]\n\n[b]: javascript:x"] {
        let found = show(text);
        assert!(!found.contains("href") && found.contains("dangerous-link"), "{text}: {found}");
    }
    let image = show("![text](javascript:x)");
    assert!(image.starts_with("<figure class=\"pic\">text</figure>\n1:1 "), "{image}");
}

#[test]
fn pictures_are_local_or_written() {
    check(
        "a ![b](c.jpg \"T\") ![d](https://x.org/e.png) ![f](data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7)",
        "<p>a <img src=\"«image:c.jpg»\" alt=\"b\" title=\"T\" decoding=\"async\"> \
         <img src=\"https://x.org/e.png\" alt=\"d\" loading=\"lazy\" decoding=\"async\"> \
         <img src=\"data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\" alt=\"f\" loading=\"lazy\" decoding=\"async\"></p>",
    );
}

#[test]
fn a_lone_picture_is_a_figure_and_its_title_the_caption() {
    check(
        "![A \"tape\" *on*](a.jpg \"Day <3>\")\n\n![b](b.jpg)",
        "<figure class=\"pic\"><img src=\"«image:a.jpg»\" alt=\"A “tape” on\" decoding=\"async\">\
         <figcaption>Day &lt;3&gt;</figcaption></figure>\n\
         <figure class=\"pic\"><img src=\"«image:b.jpg»\" alt=\"b\" loading=\"lazy\" decoding=\"async\"></figure>",
    );
}

#[test]
fn missing_alternative_texts_are_named() {
    check(
        "x\n\ny ![](a.jpg) ![[b.jpg]]",
        "<p>x</p>\n<p>y <img src=\"«image:a.jpg»\" alt=\"\" decoding=\"async\"> \
         <img src=\"«image:b.jpg»\" alt=\"\" loading=\"lazy\" decoding=\"async\"></p>\n\
         3:3 `![](a.jpg)` missing-alt warning: the image has no alternative text | \
         say what it shows: `![what it shows](photo.jpg)`\n\
         3:14 `![[b.jpg]]` missing-alt warning: the image has no alternative text | \
         say what it shows: `![[photo.jpg|what it shows]]`",
    );
}

#[test]
fn raw_images_that_are_files_of_the_site_leave_holes_too() {
    check(
        "> <IMG\n>   src='a.jpg' width=9 alt=\"x > y\">\n\nand <img alt='\"' src=b.jpg srcset=\"c.jpg 2x\"/> \
         <img src=\"https://x.org/e.png\"> <!-- <img src=f.jpg> -->\n\n<img src=\"g&amp;h.jpg\" loading=lazy>",
        "<blockquote>\n<p><img src=\"«image:a.jpg»\" width=\"9\" alt=\"x > y\" decoding=\"async\"></p>\n</blockquote>\n\
         <p>and <img src=\"«image:b.jpg»\" alt=\"&quot;\" loading=\"lazy\" decoding=\"async\"> \
         <img src=\"https://x.org/e.png\"></p>\n\
         <img src=\"«image:g&h.jpg»\" loading=\"lazy\">\n\
         6:1 `<img src=\"g&amp;h.jpg\" loading=lazy>` missing-alt warning: the image has no alternative text | \
         say what it shows: `alt=\"what it shows\"`; one that only decorates says `alt=\"\"`",
    );
    // What scripts write is theirs.
    check("<script>\nx = '<img src=a.jpg>';\n</script>", "<script>\nx = '<img src=a.jpg>';\n</script>");
}

#[test]
fn films_are_links_however_they_are_pasted() {
    let link = |address: &str, text: &str| format!("<a href=\"{address}\">{text}</a>");
    let same = |address: &str| link(address, address);
    for (typed, expected) in [
        ("https://youtu.be/a_b_-c--d", same("https://youtu.be/a_b_-c--d")),
        (
            "See https://www.youtube.com/watch?v=x_y_&t=3s.",
            format!(
                "See {}.",
                link("https://www.youtube.com/watch?v=x_y_&amp;t=3s", "https://www.youtube.com/watch?v=x_y_&amp;t=3s")
            ),
        ),
        ("(HTTPS://Vimeo.com/123)", format!("({})", same("HTTPS://Vimeo.com/123"))),
        (
            "youtu.be/x, m.youtube.com/shorts/y!",
            format!(
                "{}, {}!",
                link("https://youtu.be/x", "youtu.be/x"),
                link("https://m.youtube.com/shorts/y", "m.youtube.com/shorts/y")
            ),
        ),
        ("*https://youtu.be/x_*", format!("<em>{}</em>", same("https://youtu.be/x_"))),
        (
            "**Film: https://vimeo.com/1** and `https://vimeo.com/2`",
            format!("<strong>Film: {}</strong> and <code>https://vimeo.com/2</code>", same("https://vimeo.com/1")),
        ),
        ("https://youtu.be/a\\_b\\_c", same("https://youtu.be/a_b_c")),
        (
            "https://youtu.be/x ~~https://youtu.be/y~~",
            format!("{} <del>{}</del>", same("https://youtu.be/x"), same("https://youtu.be/y")),
        ),
        (
            "<https://youtu.be/x> [https://youtu.be/y](https://youtu.be/z)",
            format!("{} {}", same("https://youtu.be/x"), link("https://youtu.be/z", "https://youtu.be/y")),
        ),
        (
            "![My *run*](https://youtu.be/x \"T\")",
            "<a href=\"https://youtu.be/x\" title=\"T\">My <em>run</em></a>".to_owned(),
        ),
        ("![](https://www.youtube.com/embed/x)", same("https://www.youtube.com/embed/x")),
        ("![[https://youtu.be/x]]", same("https://youtu.be/x")),
        ("[![Film](https://vimeo.com/1)](b.md)", link("«link:b.md»", "Film")),
        (
            "youtube.com/ notyoutube.com/x x.org/?u=https://youtu.be/x youtube.com.org/x",
            "youtube.com/ notyoutube.com/x x.org/?u=https://youtu.be/x youtube.com.org/x".to_owned(),
        ),
        ("www.youtube.com/watch?v=a", link("https://www.youtube.com/watch?v=a", "www.youtube.com/watch?v=a")),
    ] {
        check(typed, &format!("<p>{expected}</p>"));
    }
    check(
        "    https://youtu.be/y\n\n| a |\n|---|\n| youtu.be/z |",
        "<pre tabindex=\"0\"><code>https://youtu.be/y\n</code></pre>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>\n\
         <thead><tr><th scope=\"col\">a</th></tr></thead>\n\
         <tbody>\n<tr><td><a href=\"https://youtu.be/z\">youtu.be/z</a></td></tr>\n</tbody></table></div>",
    );
}
