mod as_people_write;
mod asides;
mod asked;
mod blocks;
mod code;
mod hostile;
mod links;
mod more;
mod quotes;

use super::*;

/// The HTML of a text with its holes shown, then its problems, one `line:col code severity message | hint` a line.
fn show(text: &str) -> String {
    show_in("en", text)
}

fn show_in(language: &str, text: &str) -> String {
    let checked = parse(text, 0..text.len(), Options { path: "a.md", language });
    let problems = checked.diagnostics.iter().map(line);
    std::iter::once(filled(&checked.value).trim_end().to_owned()).chain(problems).collect::<Vec<_>>().join("\n")
}

fn filled(body: &Body) -> String {
    let mut out = String::new();
    let mut done = 0;
    for (at, hole) in &body.holes {
        out.push_str(&body.html[done..*at]);
        done = *at;
        out.push_str(&match hole {
            Hole::Link { target, form: LinkForm::Path, .. } => format!("«link:{target}»"),
            Hole::Link { target, form: LinkForm::Name, .. } => format!("<a href=\"«wiki:{target}»\">"),
            Hole::LinkEnd => "</a>".to_owned(),
            Hole::Link { target, form: LinkForm::Html, .. } => format!("«html:{target}»"),
            Hole::Image { target, tag, .. } => {
                let (shown, size) = match tag.shown {
                    ShownBy::Picture => ("image".to_owned(), tag.size),
                    shown => (format!("{shown:?} {}", tag.alternative), tag.size),
                };
                let size: String = [size.0, size.1].into_iter().flatten().map(|n| format!(" {n}")).collect();
                format!("<img src=\"«{shown}:{target}{size}»\"{}>", tag.attributes)
            }
            Hole::Chart { fence, .. } => format!("«{fence:?}»"),
            Hole::LessonEnd => String::new(),
            Hole::Lesson { id, title, .. } => format!("«lesson:{id} {title:?}»"),
            Hole::Words(words) => english(words),
        });
    }
    out + &body.html[done..]
}

/// What the English pages say.
fn english(words: &Words) -> String {
    match words {
        Words::ToDo => "To do".to_owned(),
        Words::Footnote(number) => format!("Footnote {number}"),
        Words::Back(name) => format!("Back to reference {name}"),
        Words::HeadingLink => "Link to this heading".to_owned(),
        word => format!("{word:?}"),
    }
}

fn line(d: &Diagnostic) -> String {
    let place = d.place.as_ref().map(|p| format!("{}:{} `{}`", p.line, p.column, &p.excerpt[p.span.start..p.span.end]));
    let hint = d.hints.first().map(|hint| format!(" | {hint}")).unwrap_or_default();
    format!("{} {} {}: {}{hint}", place.unwrap_or_default(), d.code, d.severity.word(), d.message)
}

fn body(text: &str) -> Body {
    parse(text, 0..text.len(), Options { path: "a.md", language: "en" }).value
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(text), expected.trim(), "\n{text}");
}

#[test]
fn blocks_and_marks_are_written() {
    check(
        "One *two* **three** ~~four~~ `a<b`\nnext  \nlast\n\n---\n\n3. x\n4. y\n\n> quoted",
        "<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>a&lt;b</code>\nnext<br>\nlast</p>\n<hr>\n\
         <ol start=\"3\">\n<li>x</li>\n<li>y</li>\n</ol>\n<blockquote>\n<p>quoted</p>\n</blockquote>",
    );
    check("Term\n: Meaning", "<dl>\n<dt>Term</dt>\n<dd>Meaning</dd>\n</dl>");
}

#[test]
fn headings_start_at_level_two_and_link_to_themselves() {
    let anchor = |id| format!("<a class=\"anchor\" href=\"#{id}\" aria-label=\"Link to this heading\">#</a>");
    check(
        "Text\n\n# One *two*\n\n### One two\n\n## Größe {#big .x}",
        &format!(
            "<p>Text</p>\n<h2 id=\"one-two\">One <em>two</em> {}</h2>\n<h3 id=\"one-two-2\">One two {}</h3>\n\
             <h2 id=\"big\" class=\"x\">Größe {}</h2>",
            anchor("one-two"),
            anchor("one-two-2"),
            anchor("big"),
        ),
    );
}

#[test]
fn headings_are_listed_with_unique_ids() {
    let text = "## Run\n\n## Run\n\n## Run-2\n\n## Other {#run}\n\n## Again {#run}\n";
    let headings = body(text).headings;
    let found: Vec<_> = headings.iter().map(|h| format!("{} {} {}", h.level, h.id, h.text)).collect();
    assert_eq!(found, ["2 run-2 Run", "2 run-3 Run", "2 run-2-2 Run-2", "2 run Other", "2 run-4 Again"]);
    let problems: Vec<_> = show(text).lines().skip(5).map(str::to_owned).collect();
    assert_eq!(
        problems,
        ["9:1 `## Again {#run}` duplicate-id warning: the id `run` is given twice, this one becomes `run-4`"]
    );
}

#[test]
fn other_attributes_of_headings_are_named() {
    let shown = show("## Sets {3x15}");
    assert!(shown.contains("1:1 `## Sets {3x15}` heading-attributes warning: only an id and classes"), "{shown}");
}

#[test]
fn a_first_heading_of_level_one_is_the_title() {
    let found = body("# My *first* run\n\nText.\n");
    assert_eq!((found.title.as_deref(), found.html.as_str()), (Some("My first run"), "<p>Text.</p>\n"));
    assert_eq!(found.headings, []);
    assert_eq!(body("Text.\n\n# Later\n").title, None);
    assert_eq!(body("## Smaller\n").title, None);
}

#[test]
fn tables_scroll_and_align_by_class() {
    check(
        "| | b |\n|:--|--:|\n| 1 | 2 |\n| 3 | 4 |",
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table\"><table>\n\
         <thead><tr><td class=\"left\"></td><th scope=\"col\" class=\"right\">b</th></tr></thead>\n\
         <tbody>\n<tr><td class=\"left\">1</td><td class=\"right\">2</td></tr>\n\
         <tr><td class=\"left\">3</td><td class=\"right\">4</td></tr>\n</tbody></table></div>",
    );
}

#[test]
fn tasks_have_names() {
    check(
        "- [ ] a\n- [x] b",
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"To do\"> a</li>\n\
         <li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"Done\"> b</li>\n</ul>",
    );
}

#[test]
fn alerts_say_what_they_are() {
    check(
        "> [!WARNING]\n> Hot.",
        "<aside class=\"alert warning\" role=\"note\"><p class=\"alert-name\">Warning</p>\n<p>Hot.</p>\n</aside>",
    );
}

#[test]
fn footnotes_stand_at_the_end_in_the_order_they_are_referred_to() {
    check(
        "One[^b] two[^A b] again[^B]\n\n[^a b]: See [x](x.md).\n\n[^b]: Why:\n\n    - list\n\nEnd [y](y.md).\n",
        "<p>One<sup><a href=\"#fn-b\" id=\"fnref-b\" role=\"doc-noteref\" aria-label=\"Footnote 1\">1</a></sup> \
         two<sup><a href=\"#fn-a-b\" id=\"fnref-a-b\" role=\"doc-noteref\" aria-label=\"Footnote 2\">2</a></sup> \
         again<sup><a href=\"#fn-b\" id=\"fnref-b-2\" role=\"doc-noteref\" aria-label=\"Footnote 1\">1</a></sup></p>\n\
         <p>End <a href=\"«link:y.md»\">y</a>.</p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"footnotes\">\
         <h2 id=\"footnotes\">Footnotes</h2>\n<ol>\n\
         <li id=\"fn-b\"><p>Why:</p>\n<ul>\n<li>list</li>\n</ul>\n\
         <p><a href=\"#fnref-b\" role=\"doc-backlink\" aria-label=\"Back to reference 1\">↩\u{fe0e}</a> \
         <a href=\"#fnref-b-2\" role=\"doc-backlink\" aria-label=\"Back to reference 1-2\">↩\u{fe0e}</a></p>\n</li>\n\
         <li id=\"fn-a-b\"><p>See <a href=\"«link:x.md»\">x</a>. \
         <a href=\"#fnref-a-b\" role=\"doc-backlink\" aria-label=\"Back to reference 2\">↩\u{fe0e}</a></p>\n</li>\n\
         </ol>\n</section>",
    );
    check(
        "a[^1]\n\n[^1]: x\n[^1]: y\n[^2]: z\n",
        "<p>a<sup><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\" aria-label=\"Footnote 1\">1</a></sup></p>\n\
         <section class=\"footnotes\" role=\"doc-endnotes\" aria-labelledby=\"footnotes\">\
         <h2 id=\"footnotes\">Footnotes</h2>\n<ol>\n\
         <li id=\"fn-1\"><p>x \
         <a href=\"#fnref-1\" role=\"doc-backlink\" aria-label=\"Back to reference 1\">↩\u{fe0e}</a></p>\n</li>\n\
         </ol>\n</section>\n\
         4:1 `[^1]: y` duplicate-footnote warning: the footnote `1` is written twice, this text of it is left out\n\
         5:1 `[^2]: z` unused-footnote warning: nothing refers to the footnote `2`, it is left out | \
         refer to it by `[^2]`",
    );
}

#[test]
fn every_role_has_a_colour_that_can_be_read_on_light_and_dark() {
    let (light, dark) = stylesheet().split_once("@media screen").expect("two palettes");
    assert!(stylesheet().len() <= 3000);
    for (colours, ground) in [(light, "f3ecdd"), (dark, "1a2129")] {
        for role in ["c", "s", "n", "k", "f", "t", "v", "g"] {
            let rule = colours.split_once(&format!(".z-{role}{{color:#")).expect("a rule for the role").1;
            let contrast = contrast(&rule[..6], ground);
            assert!(contrast >= 4.5, "z-{role} on #{ground}: {contrast}");
        }
    }
}

fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |hex: &str| {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a colour")) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn raw_html_passes_and_its_ids_are_known() {
    let text = "<div id=a\n = class='b'>\n\n# H\n\n</div>\n\n<!-- <p id=no> -->\n\nx <a ID=\"c d\" href='#'>y</a> <b title=\"id=z\" id>";
    let found = body(text);
    assert_eq!(found.anchors, ["a", "c d"]);
    assert!(found.html.starts_with("<div id=a\n = class='b'>\n<h2 id=\"h\">H "), "{}", found.html);
    assert_eq!(body("<i id=h></i>\n\n## H").headings[0].id, "h-2");
}

#[test]
fn words_are_those_of_the_prose() {
    for (text, words) in [
        ("Don't *over*do it — `not this` ok", 4),
        ("# Title left out\n\nOne two.\n\n```\ncode here\n```\n\n- three\n- four", 4),
        ("![not these](a.jpg)\n\n| a | b |\n|---|---|\n| c | 1.5 |", 4),
        ("今日は走った。", 3),
        ("... -- !", 0),
        ("a\nb", 2),
    ] {
        assert_eq!(body(text).words, words, "{text}");
    }
}

#[test]
fn the_summary_is_the_first_paragraph_of_the_text_itself() {
    for (text, summary) in [
        (
            "# T\n\n> quote\n\n- item\n\n  loose\n\n![pic](a.jpg)\n\nSo *it*\nwent[^1] [on](x.md)<br>and `on`.\n\nMore.\n\n[^1]: n",
            "So it went on and on.",
        ),
        ("> [!LESSON] a\n> b", ""),
        ("![a](b.jpg) ![c](d.jpg)\n\nText", "Text"),
        ("", ""),
    ] {
        assert_eq!(body(text).summary, summary, "{text}");
    }
}

#[test]
fn places_are_those_of_the_file() {
    let text = "---\ntitle: x\n---\n\nö ![](a.jpg) [l](b.md)\n";
    let start = text.find("\n\n").expect("a blank line");
    let checked = parse(text, start..text.len(), Options { path: "a.md", language: "en" });
    assert_eq!(checked.diagnostics.iter().map(line).next().as_deref().map(|l| &l[..16]), Some("5:3 `![](a.jpg)`"));
    let ranges: Vec<_> = checked
        .value
        .holes
        .iter()
        .map(|(_, hole)| match hole {
            Hole::Link { range, .. } | Hole::Image { range, .. } => &text[range.clone()],
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(ranges, ["![](a.jpg)", "[l](b.md)"]);
    assert_eq!(parse("ab", 1..9, Options { path: "a.md", language: "en" }).value, Body::default());
}
