//! Bare addresses, primes, callouts, embeds, and what looks like a link and is none.

use super::*;

fn paragraph(text: &str) -> String {
    let found = show(text);
    found.strip_prefix("<p>").and_then(|found| found.strip_suffix("</p>")).unwrap_or(&found).to_owned()
}

#[test]
fn addresses_of_films_behind_letters_of_several_bytes_are_read() {
    for letter in ["—", "ü", "日", "🦵"] {
        for host in ["youtube.com/x", "youtu.be/x", "vimeo.com/1", "m.vimeo.com/1", "www.youtube-nocookie.com/x"] {
            let html = paragraph(&format!("a {letter}{host} b"));
            // A dash or a picture stands apart from what follows, a letter is the start of another word.
            let is_link = html.contains("<a href=");
            assert_eq!(is_link, !letter.chars().all(char::is_alphanumeric), "{html}");
        }
    }
}

#[test]
fn addresses_that_stand_by_themselves_are_links_as_gfm_says() {
    let link = |address: &str, text: &str| format!("<a href=\"{address}\">{text}</a>");
    let same = |address: &str| link(address, address);
    for (typed, expected) in [
        // The examples of GFM's specification, 0.29.
        ("www.commonmark.org", link("http://www.commonmark.org", "www.commonmark.org")),
        (
            "Visit www.commonmark.org/help for more information.",
            format!(
                "Visit {} for more information.",
                link("http://www.commonmark.org/help", "www.commonmark.org/help")
            ),
        ),
        ("Visit www.commonmark.org.", format!("Visit {}.", link("http://www.commonmark.org", "www.commonmark.org"))),
        ("Visit www.commonmark.org/a.b.", {
            format!("Visit {}.", link("http://www.commonmark.org/a.b", "www.commonmark.org/a.b"))
        }),
        ("www.google.com/search?q=Markup+(business)", {
            link("http://www.google.com/search?q=Markup+(business)", "www.google.com/search?q=Markup+(business)")
        }),
        ("www.google.com/search?q=Markup+(business)))", {
            link("http://www.google.com/search?q=Markup+(business)", "www.google.com/search?q=Markup+(business)") + "))"
        }),
        ("(www.google.com/search?q=Markup+(business))", {
            let to = "www.google.com/search?q=Markup+(business)";
            format!("({})", link(&format!("http://{to}"), to))
        }),
        ("www.google.com/search?q=(business))+ok", {
            link("http://www.google.com/search?q=(business))+ok", "www.google.com/search?q=(business))+ok")
        }),
        ("www.google.com/search?q=commonmark&hl=en", {
            let to = "www.google.com/search?q=commonmark&amp;hl=en";
            link(&format!("http://{to}"), to)
        }),
        ("www.google.com/search?q=commonmark&hl;", {
            let to = "www.google.com/search?q=commonmark";
            link(&format!("http://{to}"), to) + "&amp;hl;"
        }),
        ("http://commonmark.org", same("http://commonmark.org")),
        ("(Visit https://encrypted.google.com/search?q=Markup+(business))", {
            format!("(Visit {})", same("https://encrypted.google.com/search?q=Markup+(business)"))
        }),
        ("foo@bar.baz", link("mailto:foo@bar.baz", "foo@bar.baz")),
        ("hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.", {
            let mail = link("mailto:hello+xyz@mail.example", "hello+xyz@mail.example");
            format!("hello@mail+xyz.example isn’t valid, but {mail} is.")
        }),
        ("a.b-c_d@a.b", link("mailto:a.b-c_d@a.b", "a.b-c_d@a.b")),
        ("a.b-c_d@a.b.", link("mailto:a.b-c_d@a.b", "a.b-c_d@a.b") + "."),
        ("a.b-c_d@a.b-", "a.b-c_d@a.b-".to_owned()),
        ("a.b-c_d@a.b_", "a.b-c_d@a.b_".to_owned()),
        ("mailto:foo@bar.baz", link("mailto:foo@bar.baz", "mailto:foo@bar.baz")),
        // Ours.
        ("https://example.org/a--b\"c' bare", {
            link("https://example.org/a--b%22c", "https://example.org/a--b&quot;c") + "’ bare"
        }),
        ("\"https://example.org/it's...\" she said", format!("“{}…” she said", same("https://example.org/it's"))),
        ("https://x.org/a_b_c/__d__/*e*/f, *https://x.org/g*", {
            format!("{}, <em>{}</em>", same("https://x.org/a_b_c/__d__/*e*/f"), same("https://x.org/g"))
        }),
        ("[see https://x.org/a] and https://x.org/[b]!", {
            format!("[see {}] and {}!", same("https://x.org/a"), same("https://x.org/[b]"))
        }),
        ("Über https://de.wikipedia.org/wiki/Übung_(Sport)?", {
            let text = "https://de.wikipedia.org/wiki/Übung_(Sport)";
            format!("Über {}?", link("https://de.wikipedia.org/wiki/%C3%9Cbung_(Sport)", text))
        }),
        ("https://x.org/?a=1&amp;b=2 https://localhost:8080/x", {
            format!("{} {}", same("https://x.org/?a=1&amp;b=2"), same("https://localhost:8080/x"))
        }),
        ("`https://x.org` <code>https://x.org</code> <a href=\"https://y.org\">https://x.org</a>", {
            "<code>https://x.org</code> <code>https://x.org</code> <a href=\"https://y.org\">https://x.org</a>"
                .to_owned()
        }),
        ("[https://x.org](https://y.org) [[a|https://x.org]] https://", {
            "<a href=\"https://y.org\">https://x.org</a> <a href=\"«wiki:a»\">https://x.org</a> https://".to_owned()
        }),
        ("ahttps://x.org 3@4 @me@social.example www. www.x https://*x* x://y.org", {
            "ahttps://x.org 3@4 @me@social.example www. ".to_owned()
                + &link("http://www.x", "www.x")
                + " https://<em>x</em> x://y.org"
        }),
        ("https://x.org/&copy;", same("https://x.org/") + "©"),
        ("https://x.org\\\nnext https://y.org<br>", {
            format!("{}<br>\nnext {}<br>", same("https://x.org"), same("https://y.org"))
        }),
    ] {
        assert_eq!(paragraph(typed), expected, "{typed}");
    }
    check(
        "- https://x.org/a\n\n> see https://x.org/b\n> more\n\n|a|\n|-|\n|https://x.org/c|\n\n    https://x.org/d",
        "<ul>\n<li><a href=\"https://x.org/a\">https://x.org/a</a></li>\n</ul>\n<blockquote>\n\
         <p>see <a href=\"https://x.org/b\">https://x.org/b</a>\nmore</p>\n</blockquote>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>\n\
         <thead><tr><th scope=\"col\">a</th></tr></thead>\n\
         <tbody>\n<tr><td><a href=\"https://x.org/c\">https://x.org/c</a></td></tr>\n</tbody></table></div>\n\
         <pre tabindex=\"0\"><code>https://x.org/d</code></pre>",
    );
}

#[test]
fn primes_are_no_quotation_marks() {
    for (typed, expected) in [
        (
            "Ran at 4'25\"/km, then 3'52\"/km. Marathon in 3h12'42\". Rest 90\" between 6x3' reps.",
            "Ran at 4'25&quot;/km, then 3'52&quot;/km. Marathon in 3h12'42&quot;. Rest 90&quot; between 6x3' reps.",
        ),
        (
            "I am 5'10\" tall. From 3\" to 6\" today. A 12\" step and 6″.",
            "I am 5'10&quot; tall. From 3&quot; to 6&quot; today. A 12&quot; step and 6″.",
        ),
        (
            "Back in the '90s I ran 'til I dropped. Rock 'n' roll. 'Twas fine. The class of '07. The 1990's.",
            "Back in the ’90s I ran ’til I dropped. Rock ’n’ roll. ’Twas fine. The class of ’07. The 1990’s.",
        ),
        ("She said \"it was 6\" deep\" and left.", "She said “it was 6&quot; deep” and left."),
        ("\"I ran 5\" and \"he ran 6\", or 'in 2019'.", "“I ran 5” and “he ran 6”, or ‘in 2019’."),
        ("A 12\" step, and \"hi\" to a 6' man.", "A 12&quot; step, and “hi” to a 6' man."),
        ("**7'30\"** per km (7'30\")", "<strong>7'30&quot;</strong> per km (7'30&quot;)"),
        ("| `5\"` | 5\\\" |", "| <code>5&quot;</code> | 5&quot; |"),
    ] {
        assert_eq!(paragraph(typed), expected, "{typed}");
    }
    let german = show_in("de", "Lief 4'25\"/km, \"nur 5\" und 'gut'.");
    assert_eq!(german, "<p>Lief 4'25&quot;/km, „nur 5“ und ‚gut‘.</p>");
}

#[test]
fn callouts_have_any_name_a_title_and_folds() {
    check(
        "> [!info] Title *of* it\n> inside\n\n> [!quote]-\n> folded\n\n> [!tip]+ Open\n\n> [!danger]\nlazy\n\n\
         > [!own-kind|right] \"Its\" title\n> - one\n>   - two\n\n> [!NOTE] Outer\n> text\n> > [!warning]-  Inner\n> > more\n",
        "<aside class=\"alert note\" role=\"note\"><p class=\"alert-name\">Title <em>of</em> it</p>\n<p>inside</p>\n</aside>\n\
         <details class=\"alert note\"><summary class=\"alert-name\">Quote</summary>\n<p>folded</p>\n</details>\n\
         <details class=\"alert tip\" open><summary class=\"alert-name\">Open</summary>\n</details>\n\
         <aside class=\"alert caution\" role=\"note\"><p class=\"alert-name\">Danger</p>\n<p>lazy</p>\n</aside>\n\
         <aside class=\"alert note\" role=\"note\"><p class=\"alert-name\">“Its” title</p>\n<ul>\n<li>one\n<ul>\n<li>two</li>\n</ul>\n</li>\n</ul>\n</aside>\n\
         <aside class=\"alert note\" role=\"note\"><p class=\"alert-name\">Outer</p>\n<p>text</p>\n\
         <details class=\"alert warning\"><summary class=\"alert-name\">Inner</summary>\n<p>more</p>\n</details>\n</aside>",
    );
    check("> [!info](b.md) text", "<blockquote>\n<p><a href=\"«link:b.md»\">!info</a> text</p>\n</blockquote>");
    check(
        "> [!x]&auml;&#x1F600;ü t&lt;\n",
        "<aside class=\"alert note\" role=\"note\"><p class=\"alert-name\">ä😀ü t&lt;</p>\n</aside>",
    );
    check("> [!]\n> text", "<blockquote>\n<p>[!]\ntext</p>\n</blockquote>");
    let hidden = show("> [!info] Shown %%zz%% <!-- zz -->\n> %%zz%% inside");
    assert!(hidden.contains("Shown") && !hidden.contains("zz"), "{hidden}");
}

#[test]
fn what_stands_like_a_picture_is_shown_by_what_it_is() {
    check(
        "![[Knee MRI|300]] [[Knee MRI|]]\n\n![[a.png|300]] ![[b.png|A kerb|300x200]] ![A kerb|40](c.png)\n\n![[Knee MRI]] ![[Knee MRI#Part|the scan]] ![x](d.md)\n\n\
         ![[run.mp4]] ![A run](run.webm) ![[voice note.m4a|How it felt]] ![[scan.pdf]] ![](e.gpx)\n\n\
         ![A run](https://x.org/a.mp4) ![Song](https://x.org/a.mp3)\n\n| a |\n|---|\n| ![[f.png\\|x\\|20]] |",
        "<p><a href=\"«wiki:Knee MRI»\">Knee MRI</a> <a href=\"«wiki:Knee MRI»\">Knee MRI</a></p>\n<p><img src=\"«image:a.png 300»\" alt=\"\" decoding=\"async\"> \
         <img src=\"«image:b.png 300 200»\" alt=\"A kerb\" loading=\"lazy\" decoding=\"async\"> \
         <img src=\"«image:c.png 40»\" alt=\"A kerb\" loading=\"lazy\" decoding=\"async\"></p>\n\
         <p><a href=\"«wiki:Knee MRI»\">Knee MRI</a> <a href=\"«wiki:Knee MRI#Part»\">the scan</a> \
         <a href=\"«link:d.md»\">x</a></p>\n\
         <p><img src=\"«Video run.mp4:run.mp4»\"> <img src=\"«Video A run:run.webm»\"> \
         <img src=\"«Audio How it felt:voice note.m4a»\"> <img src=\"«Link scan.pdf:scan.pdf»\"> \
         <img src=\"«Link e.gpx:e.gpx»\"></p>\n\
         <p><a href=\"https://x.org/a.mp4\">A run</a> <a href=\"https://x.org/a.mp3\">Song</a></p>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>\n\
         <thead><tr><th scope=\"col\">a</th></tr></thead>\n\
         <tbody>\n<tr><td><img src=\"«image:f.png 20»\" alt=\"x\" loading=\"lazy\" decoding=\"async\"></td></tr>\n</tbody></table></div>\n\
         3:1 `![[a.png|300]]` missing-alt warning: the image has no alternative text | \
         say what it shows: `![[photo.jpg|what it shows|300]]`",
    );
}

#[test]
fn brackets_that_are_torn_are_told_with_what_works() {
    let problems = |text: &str| -> Vec<String> {
        parse(text, 0..text.len(), Options { path: "a.md", language: "en" }).diagnostics.iter().map(line).collect()
    };
    let spaces =
        "spaces-in-address warning: an address with spaces needs angle brackets round it, so this is shown as text";
    assert_eq!(
        problems(
            "![Four](knee day 3.png) and [x](my notes.md#part \"T\") [no](just some words) [y](a (1) b.png)\n\n\
             | a |\n|---|\n| [[Knee MRI|the scan]] |\n"
        ),
        [
            &format!(
                "1:1 `![Four](knee day 3.png)` {spaces} | write `![Four](<knee day 3.png>)`, or `![Four](knee%20day%203.png)`"
            ),
            &format!(
                "1:29 `[x](my notes.md#part \"T\")` {spaces} | write `[x](<my notes.md#part> \"T\")`, or `[x](my%20notes.md#part \"T\")`"
            ),
            &format!("1:77 `[y](a (1) b.png)` {spaces} | write `[y](<a (1) b.png>)`, or `[y](a%20(1)%20b.png)`"),
            "5:3 `[[Knee MRI|the scan]]` bar-in-table warning: a bar parts the cells of a table, so this name in brackets is torn | write `[[Knee MRI\\|the scan]]`",
        ]
    );
    for hint in ["![Four](<knee day 3.png>)", "![Four](knee%20day%203.png)"] {
        assert!(show(hint).starts_with("<figure class=\"pic\"><img src=\"«image:knee"), "{}", show(hint));
        assert_eq!(problems(hint), Vec::<String>::new());
    }
    assert_eq!(problems("`![a](b c.png)` !\\[a](b c.png) [a](b.md)"), Vec::<String>::new());
}

#[test]
fn code_of_other_programs_is_found_and_code_is_not() {
    let found = |text: &str| -> Vec<String> {
        let body = body(text);
        body.foreign.iter().map(|(kind, range)| format!("{kind:?} {}", &text[range.clone()])).collect()
    };
    assert_eq!(
        found(
            "{% include a.html x=\"y\" %} and {{ page.title }}\n\n{{< figure src=\"a.png\" >}}\n\n{{% notice %}}\n\n\
             A {: .b}\n\n[caption id=\"x\"]a[/caption] [gallery] [video] [embed](b.md)\n\n\
             pain:: 4\n(sleep:: 7h)\n\n```dataview\nTABLE\n```\n"
        ),
        [
            "LiquidTag {% include a.html x=\"y\" %}",
            "Output {{ page.title }}",
            "HugoShortcode {{< figure src=\"a.png\" >}}",
            "HugoShortcode {{% notice %}}",
            "Kramdown {: .b}",
            "WordPressShortcode [caption id=\"x\"]",
            "WordPressShortcode [/caption]",
            "WordPressShortcode [gallery]",
            "Field pain::",
            "Field sleep::",
            "Query ```dataview\nTABLE\n```",
        ]
    );
    assert_eq!(found("`{% raw %}` \\{% x %} { a } {{ [a] 10:30 a: b std::x\n\n    {% x %}"), Vec::<String>::new());
}
