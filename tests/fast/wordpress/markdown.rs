//! What WordPress writes as HTML, as markdown.

use super::{body, export, gives, import, item, post};

#[track_caller]
fn becomes(html: &str, expected: &str) {
    assert_eq!(body(html), expected, "{html}");
}

#[test]
fn captions_and_figures_are_pictures_with_titles() {
    let img = "<img src=\"https://x.example/a b.jpg\" alt=\"My [knee]\" title=\"DSC_1\" width=\"3\">";
    for html in [
        format!("[caption id=\"attachment_9\" align=\"left\" width=\"300\"]{img} A \"big\" knee[/caption]"),
        format!("[caption width='300' caption='A &quot;big&quot; knee']{img}[/caption]"),
        format!(
            "<!-- wp:image --><figure class=\"wp-block-image\">{img}<figcaption>A \"big\" <b>knee</b></figcaption></figure><!-- /wp:image -->"
        ),
    ] {
        becomes(&html, "![My \\[knee\\]](https://x.example/a%20b.jpg \"A \\\"big\\\" knee\")");
    }
    // A caption that leads somewhere stays a text.
    becomes(
        "<figure><a href=\"https://y.example/\"><img src=\"https://x.example/a.jpg\"></a><figcaption>By <a href=\"https://z.example/\">Zoe</a></figcaption></figure>",
        "![](https://x.example/a.jpg)\n\nBy [Zoe](https://z.example/)",
    );
    becomes(
        "<figure><a href=\"https://y.example/\"><img src=\"https://x.example/a.jpg\"></a><figcaption>Hm</figcaption></figure>",
        "[![](https://x.example/a.jpg \"Hm\")](https://y.example/)",
    );
    becomes(
        "<figure class=\"wp-block-gallery\"><figure><img src=\"https://x.example/1.jpg\" alt=\"1\"></figure><figure><img src=\"https://x.example/2.jpg\" alt=\"2\"></figure><figcaption>Both</figcaption></figure>",
        "![1](https://x.example/1.jpg)\n\n![2](https://x.example/2.jpg)\n\nBoth",
    );
    becomes(
        "Ha <img class=\"wp-smiley\" src=\"https://s.example/1.png\" alt=\":)\"><img src=\"https://t.example/\" width=\"1\" height=\"1\">",
        "Ha :)",
    );
}

#[test]
fn players_and_frames_are_links() {
    for (html, expected) in [
        (
            "https://youtu.be/a_b_c\n\nText https://x.example/a_b_c.",
            "<https://youtu.be/a_b_c>\n\nText https://x.example/a_b_c.",
        ),
        ("[embed width=\"3\"]https://x.example/?a=1&amp;b=2[/embed]", "<https://x.example/?a=1&b=2>"),
        ("[youtube abc_1] [vimeo id=12]", "<https://www.youtube.com/watch?v=abc_1>\n\n<https://vimeo.com/12>"),
        ("[youtube=https://www.youtube.com/watch?v=x&w=3]", "<https://www.youtube.com/watch?v=x&w=3>"),
        ("[video mp4=\"https://x.example/a.mp4\"][/video]", "<https://x.example/a.mp4>"),
        ("<iframe src=\"//www.youtube.com/embed/xyz?rel=0\"></iframe>", "<https://www.youtube.com/watch?v=xyz>"),
        ("<video controls><source src=\"https://x.example/a.mp4\"></video>", "<https://x.example/a.mp4>"),
        (
            "<!-- wp:embed --><figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://x.example/a_b\n</div><figcaption>A film</figcaption></figure><!-- /wp:embed -->",
            "<https://x.example/a_b>\n\nA film",
        ),
        ("<!-- wp:core-embed/x {\"url\":\"https://x.example/1\"} /-->", "<https://x.example/1>"),
        ("a<script>alert(1)</script><style>p{}</style> <a href=\"javascript:x()\">b</a>", "a\n\nb"),
    ] {
        becomes(html, expected);
    }
}

#[test]
fn code_is_kept_as_it_was_typed() {
    for (html, expected) in [
        ("<pre>a_b &lt;c&gt;\n\n* d</pre>", "```\na_b <c>\n\n* d\n```"),
        ("<pre class=\"brush: rust; x\">```\n</pre>", "````rust\n```\n````"),
        ("<pre class=\"wp-block-code\"><code class=\"language-sh\">ls<br>cd</code></pre>", "```sh\nls\ncd\n```"),
        (
            "[sourcecode language=\"rust\"]\nlet a = b < c && \"d\";\n\n[gallery]\n[/sourcecode]",
            "```rust\nlet a = b < c && \"d\";\n\n[gallery]\n```",
        ),
        ("[php]echo &lt;1&gt;;[/php]", "```php\necho <1>;\n```"),
        (
            "Use <code>a`b</code>, <code>[gallery]</code> and [[gallery id=1]].",
            "Use ``a`b``, `[gallery]` and \\[gallery id=1\\].",
        ),
    ] {
        becomes(html, expected);
    }
}

#[test]
fn lists_tables_quotations_and_notes() {
    for (html, expected) in [
        (
            "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n<ol>\n<li>x</li>\n<li>y</li>\n</ol>",
            "- a\n  - b\n- c\n\n1. x\n2. y",
        ),
        (
            "<table><tr><td>a|b</td><td>c<br>d</td></tr><tr><td>e</td></tr></table>",
            "|  |  |\n| --- | --- |\n| a\\|b | c<br>d |\n| e |  |",
        ),
        (
            "<table><caption>T</caption><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>",
            "T\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
        ),
        ("<blockquote>One.\n\nTwo.<cite>Zoe</cite></blockquote>", "> One.\n>\n> Two.<cite>Zoe</cite>"),
        ("<blockquote><p>One.</p><cite>Zoe</cite></blockquote>", "> One.\n>\n> <cite>Zoe</cite>"),
        ("<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt><dd>e</dd></dl>", "a\n: b\n: c\n\nd\n: e"),
        (
            "<details><summary>A &lt; B</summary>\n\n<em>c</em>\n\n</details>",
            "<details>\n<summary>A &lt; B</summary>\n\n*c*\n\n</details>",
        ),
        (
            "H<sub>2</sub>O <del>x</del> <s>y </s>z <abbr title=\"a &quot;b\">c</abbr> <b>d <b>e</b></b> <q>f</q>",
            "H<sub>2</sub>O ~~x~~ ~~y~~ z <abbr title=\"a &quot;b\">c</abbr> **d e** “f”",
        ),
        (
            "<b>Day 1:</b>ran <b>2.</b> a<i>(b)</i> c<b>d</b>e <b>日。</b>本 <b>x: </b>y",
            "<strong>Day 1:</strong>ran **2.** a<em>(b)</em> c**d**e <strong>日。</strong>本 **x:** y",
        ),
        ("One\nTwo<br />\nThree", "One\\\nTwo\\\nThree"),
        (
            "One.<!--more Read on-->\n\nTwo.<!--more--><!--nextpage-->\n\n&nbsp;\n\nThree.<!-- a remark -->",
            "One.\n\n<!-- more -->\n\nTwo.\n\nThree.",
        ),
        ("5 %%x%% 3 < 4 [a] * b\n\n: c\n\n# d\n\n1. e", "5 %\\%x%\\% 3 < 4 \\[a\\] \\* b\n\n\\: c\n\n\\# d\n\n1\\. e"),
        ("<h2>A<br>b</h2>\nText", "## A b\n\nText"),
        (
            "<a href=\"https://x.example/(1)\" title=\"t\"> x </a>, <a name=\"here\">y</a><a href=\"#z\"></a>",
            "[x](https://x.example/%281%29) , y",
        ),
    ] {
        becomes(html, expected);
    }
}

#[test]
fn footnotes_of_the_newer_editor_are_notes() {
    let more = "<content:encoded><![CDATA[<!-- wp:paragraph --><p>One<sup data-fn=\"u-1\" class=\"fn\"><a href=\"#u-1\" id=\"u-1-link\">1</a></sup>.</p>\
        <!-- /wp:paragraph --><!-- wp:footnotes /-->]]></content:encoded>\n<wp:postmeta><wp:meta_key>footnotes</wp:meta_key>\
        <wp:meta_value><![CDATA[[{\"content\":\"A <em>note</em>\",\"id\":\"u-1\"}]]]></wp:meta_value></wp:postmeta>\n";
    gives(
        &item("post", "publish", "a", more),
        "== content/journal/2020-08-14-a.md (Entry) from blog.xml:7\n---\ntitle: a\ndate: 2020-08-14T07:20:00\n---\n\nOne[^1].\n\n[^1]: A *note*\n",
    );
}

#[test]
fn what_only_wordpress_can_show_is_named() {
    let first = post(
        "a",
        "<!-- wp:latest-posts {\"n\":5} /--><!-- wp:latest-posts /--><p>x</p><script>1</script>[contact-form-7 id=\"1\"] [sic] [ref](https://x.example/)",
    );
    let second = post("b", "[contact-form-7 id=\"2\"] [tabs]in[/tabs]");
    gives(
        &[first, second].concat(),
        "blog.xml:7:1: warning: the shortcode [contact-form-7] has no meaning here, so it stands in the text as it was typed
  look for it in what was imported, and write what it showed in its place
blog.xml:15:1: warning: the shortcode [tabs] has no meaning here, so it stands in the text as it was typed
  look for it in what was imported, and write what it showed in its place
== content/journal/2020-08-14-a.md (Entry) from blog.xml:7
---
title: a
date: 2020-08-14T07:20:00
---

x

\\[contact-form-7 id=\"1\"\\] \\[sic\\] \\[ref\\](https://x.example/)
== content/journal/2020-08-14-b.md (Entry) from blog.xml:15
---
title: b
date: 2020-08-14T07:20:00
---

\\[contact-form-7 id=\"2\"\\] \\[tabs\\]in\\[/tabs\\]
left the block latest-posts in “a” (blog.xml:7): since WordPress or a plugin makes it when a page is shown
left a script in “a” (blog.xml:7): since WordPress or a plugin makes it when a page is shown
",
    );
}

#[test]
fn html_without_a_bottom_comes_as_plain_text() {
    let deep = format!("{}word{}", "<div>".repeat(3000), "</div>".repeat(3000));
    let (imported, _) = import(export(&post("a", &deep)).as_bytes(), None);
    let left: Vec<&str> = imported.left_out.iter().map(|left| left.what.as_str()).collect();
    assert_eq!(left, ["more elements inside of one another than any page has; its plain text came in “a”"]);
    assert_eq!(body(&deep), "word");
    // A text of signs alone takes no time.
    let signs = ["[a", "[caption]", "<!-- a", "[x y=\"", "%%", "http://"].map(|sign| sign.repeat(20_000));
    assert!(signs.iter().all(|signs| !body(signs).is_empty()));
    for opened in ["<pre>", "<ul><li>", "<div><p>", "<b></div>"] {
        assert_eq!(body(&format!("{}a < b", opened.repeat(50_000))), "a", "{opened}");
    }
    // What stands inside of its own kind is made once.
    let own = ["<dl><dd>zor", "<table><tr><td>zor<td>", "<details>zor", "<ul class=\"wp-block-gallery\"><li>zor"];
    for opened in own {
        assert_eq!(body(&opened.repeat(30)).matches("zor").count(), 30, "{opened}");
    }
    // A little below, and the tree is built and found to be too deep.
    assert_eq!(body(&"<div>a".repeat(900)).replace('\n', ""), "a".repeat(900));
}
