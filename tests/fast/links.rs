//! Every address in the finished output leads somewhere, or is told of with the line that it comes from.

use crate::support::{Project, golden};

const SITE: &str = "
-- content/about.md --
# About

## The plan
-- content/journal/2020-08-14-first-run.md --
---
title: First run
pain: 2
aliases: [/old/run/]
---
Words.
-- static/img/gate.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>
-- static/more.css --
b { background: url(img/gate.svg) }
";

/// What a build of the site with one more text says, without its summary.
fn said(text: &str, args: &[&str]) -> String {
    let project = Project::new(SITE);
    project.write("content/journal/2020-08-15-x.md", text);
    let ran = project.run_with(&[&["build"], args].concat(), &[("SOURCE_DATE_EPOCH", "1600000000")]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stderr
}

/// The first line of each problem, with its place and its hint.
fn short(said: &str) -> Vec<String> {
    let mut all = Vec::new();
    for part in said.split("\nwarning: ").map(|part| part.trim_start_matches("warning: ")) {
        let place = part.lines().find_map(|l| l.trim().strip_prefix("--> ")).unwrap_or("nowhere");
        let hints: Vec<&str> = part.lines().filter_map(|l| l.split_once("= hint: ").map(|(_, h)| h)).collect();
        let message = part.lines().next().unwrap_or_default();
        if part.contains("leads") {
            all.push(format!("{place} {message} | {}", hints.join(" | ")));
        }
    }
    all
}

#[test]
fn every_way_to_write_an_address_in_html_is_followed() {
    let good = "\
<a href=\"/about/\">1</a> <a href='/about'>2</a> <a href=/about/index.html>3</a> <a href=\"../../about/#the-plan\">4</a>
<a href=\"https://example.org/about/?x=1#the-plan\">5</a> <a href=\"//example.org/\">6</a> <a href=\"/old/run/\">7</a>
<a href=\"#here\" id=\"here\">8</a> <a href=\"#top\">9</a> <a href=\"/feed.xml\">10</a> <a href=\"mailto:a@b.example\">11</a>
<img src=\"/img/g%61te.svg\" alt=\"\" srcset=\"/img/gate.svg 1x, ../../img/gate.svg 2x\">
<i style=\"background: url('/img/gate.svg')\">i</i> <a href=\"/progress/#pain\">12</a> <a href=\"https://other.example/x\">13</a>
";
    for args in [&[][..], &["--base-url", "https://example.org/a/b/"]] {
        let good = good.replace("https://example.org/", args.last().unwrap_or(&"https://example.org/"));
        let good =
            good.replace("//example.org/\"", if args.is_empty() { "//example.org/\"" } else { "//example.org/a/b/\"" });
        let good = good.replace("/progress/#pain", "/progress/");
        let found = short(&said(&good, args));
        assert_eq!(found, Vec::<String>::new());
    }
}

#[test]
fn what_leads_nowhere_is_told_with_its_line_and_the_nearest() {
    let text = "---\npain: 1\n---\nOne.\n\n<a href=\"/abuot/\">1</a>\n<p><a href='../first-rum/'>2</a></p>\n\n\
                Two <embed src=/img/Gate.svg> and <img srcset=\"/img/gate.svg 1x, /img/gate2.svg 2x\" alt=\"\">.\n\n\
                <a href=\"/about/#the-pan\">3</a> <a href=\"#nowhere\">4</a> <i style=\"background:url(/x.png)\">5</i>\n\n\
                <a href=\"../../../../etc/passwd\">6</a> <a href=\"https://example.org/gone/\">7</a>\n";
    let expected = [
        "content/journal/2020-08-15-x.md:6:10 `/abuot/` leads nowhere | did you mean `/about/`?",
        "content/journal/2020-08-15-x.md:7:13 `../first-rum/` leads nowhere | did you mean `/journal/first-run/`?",
        "content/journal/2020-08-15-x.md:9:16 `/img/Gate.svg` leads nowhere | did you mean `/img/gate.svg`?",
        "content/journal/2020-08-15-x.md:9:66 `/img/gate2.svg` leads nowhere | did you mean `/img/gate.svg`?",
        "content/journal/2020-08-15-x.md:11:10 `/about/#the-pan` leads to a place that the page does not have: #the-pan | did you mean `/about/#the-plan`?",
        "content/journal/2020-08-15-x.md:11:42 `#nowhere` leads to a place that the page does not have: #nowhere | ",
        "content/journal/2020-08-15-x.md:11:83 `/x.png` leads nowhere | ",
        "content/journal/2020-08-15-x.md:13:10 `../../../../etc/passwd` leads nowhere | it leads out of the site's folder",
        "content/journal/2020-08-15-x.md:13:49 `https://example.org/gone/` leads nowhere | ",
    ];
    assert_eq!(short(&said(text, &[])), expected);
}

#[test]
fn below_a_path_the_messages_are_the_same() {
    let found = short(&said(
        "<a href=\"/abuot/\">1</a> <embed src=/img/Gate.svg>\n",
        &["--base-url", "https://example.org/a/b/"],
    ));
    assert_eq!(
        found,
        [
            "content/journal/2020-08-15-x.md:1:10 `/abuot/` leads nowhere | did you mean `/about/`?",
            "content/journal/2020-08-15-x.md:1:36 `/img/Gate.svg` leads nowhere | did you mean `/img/gate.svg`?",
        ]
    );
}

#[test]
fn one_mistake_of_a_template_is_told_once_with_its_place() {
    let project = Project::new(SITE);
    project.write("themes/trailhead/templates/404.html", "<a href=\"{{ site.base }}/abuot/\">x</a>\n");
    let base = include_str!("../../themes/trailhead/templates/base.html");
    project.write(
        "themes/trailhead/templates/base.html",
        base.replace("<footer>", "<footer><a href=\"/gone/\">x</a><link href=\"/style.css\">"),
    );
    let ran = project.run(["build"]);
    let found = short(&ran.stderr);
    assert_eq!(found.len(), 3, "{}", ran.stderr);
    assert_eq!(
        found[0],
        "themes/trailhead/templates/404.html:1:25 `/abuot/` leads nowhere | did you mean `/about/`? | on /404.html"
    );
    let pages =
        |line: &str| line.split("other pages").next().and_then(|l| l.trim().rsplit(' ').next()?.parse::<usize>().ok());
    assert!(
        found[1].starts_with("themes/trailhead/templates/base.html:") && found[1].contains("`/gone/` leads nowhere"),
        "{}",
        found[1]
    );
    let html = project.tree("public").keys().filter(|p| p.ends_with("index.html")).count();
    assert_eq!(pages(&found[1]), Some(html - 1), "{}", found[1]);
    assert!(found[2].contains("{{ site.assets[\"style.css\"] }}"), "{}", found[2]);
}

#[test]
fn the_settings_and_the_files_of_static_are_named_too() {
    let project = Project::new(SITE);
    project.write(
        "site.toml",
        "title = \"T\"\nbase_url = \"https://example.org/\"\n[nav]\nAbout = \"/about/\"\nGone = \"/gone/\"\n",
    );
    project.write("static/more.css", "a { color: red }\nb { background: url(img/gote.svg) }\n");
    project
        .write("static/extra/page.html", "<!doctype html>\n<a href=\"../abuot/\">x</a> <a href=\"../about/\">y</a>\n");
    let found = short(&project.run(["build"]).stderr);
    assert_eq!(
        found.iter().map(|f| f.split(" | on ").next().unwrap_or_default()).collect::<Vec<_>>(),
        [
            "site.toml:5:9 `/gone/` leads nowhere",
            "static/extra/page.html:2:10 `../abuot/` leads nowhere | did you mean `/about/`?",
            "static/more.css:2:21 `img/gote.svg` leads nowhere | did you mean `/img/gate.svg`?",
        ]
    );
}

#[test]
fn a_link_of_markdown_is_told_once() {
    let found = short(&said("[1](/abuot/) and [2](gone.md) and [3](/progress/#gone)\n", &[]));
    let places: Vec<&str> = found.iter().filter_map(|line| line.split(' ').next()).collect();
    let file = "content/journal/2020-08-15-x.md";
    assert_eq!(places, [format!("{file}:1:5"), format!("{file}:1:22"), format!("{file}:1:35")], "{found:?}");
}

#[test]
fn the_path_stands_before_every_address_from_the_root_wherever_it_was_written() {
    let project = Project::new(SITE);
    project.write("static/more.css", "b { background: url(/img/gate.svg) }\n@import '/x/y.css';\n");
    project.write("static/x/y.css", "/* url(/img/gate.svg) */\n");
    project.write("static/old.html", "<img src=/img/gate.svg alt=''>\n");
    project.write(
        "themes/trailhead/templates/404.html",
        "<a href=\"/about/\">x</a><a href=\"{{ site.base }}/about/\">x</a>\n",
    );
    project.write(
        "content/journal/2020-08-15-x.md",
        "<img src=\"/img/gate.svg\" alt=\"\"> <source src=\"/img/gate.svg\" srcset='/img/gate.svg 2x'> <a href=/about/>y</a> <a href=\"//h.example/\">z</a>\n\
         <i style='background:url(/img/gate.svg)'>i</i>\n",
    );
    project.build(["--base-url", "https://example.org/a/b/"]);
    assert_eq!(
        project.read("public/more.css"),
        "b { background: url(\"/a/b/img/gate.svg\") }\n@import \"/a/b/x/y.css\";\n"
    );
    assert_eq!(project.read("public/x/y.css"), "/* url(/img/gate.svg) */\n");
    assert_eq!(project.read("public/old.html"), "<img src=/a/b/img/gate.svg alt=''>\n");
    assert_eq!(project.read("public/404.html"), "<a href=\"/a/b/about/\">x</a><a href=\"/a/b/about/\">x</a>\n");
    let page = project.read("public/journal/x/index.html");
    for expected in [
        "<source src=\"/a/b/img/gate.svg\" srcset='/a/b/img/gate.svg 2x'>",
        "<a href=\"/a/b/about/\">y</a> <a href=\"//h.example/\">z</a>",
        "<i style='background:url(&quot;/a/b/img/gate.svg&quot;)'>i</i>",
    ] {
        assert!(page.contains(expected), "{expected} in {page}");
    }
    for feed in ["feed.xml", "rss.xml", "feed.json"] {
        let feed = project.read(&format!("public/{feed}"));
        assert!(feed.contains("https://example.org/a/b/img/gate.") && feed.contains("https://example.org/a/b/about/"));
        assert!(!feed.contains("org/img") && !feed.contains("org/about"));
    }
    // At the root, files are copied as they are.
    project.build([]);
    assert_eq!(project.read("public/old.html"), "<img src=/img/gate.svg alt=''>\n");
}

#[test]
fn a_section_may_have_the_name_of_the_sites_path() {
    let project = Project::new(SITE);
    project.write(
        "content/journal/2020-08-15-x.md",
        "<a href=\"/journal/first-run/\">1</a> <a href=\"/journal/about/\">2</a>\n",
    );
    project.build(["--base-url", "https://example.org/journal/"]);
    let page = project.read("public/journal/x/index.html");
    assert!(page.contains("<a href=\"/journal/journal/first-run/\">1</a> <a href=\"/journal/about/\">2</a>"), "{page}");
    let feed = project.read("public/feed.json");
    assert!(feed.contains("org/journal/journal/first-run/") && feed.contains("org/journal/about/"), "{feed}");
}

#[test]
fn ten_thousand_broken_links_are_told_in_short_and_in_full() {
    let project = Project::new(SITE);
    let links: String = (0..10_000).map(|n| format!("<a href=\"/gone/{n}/\">{n}</a>\n\n")).collect();
    project.write("content/journal/2020-08-15-x.md", links);
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0);
    let end: Vec<&str> = ran.stderr.lines().rev().take(3).collect();
    assert_eq!(ran.stderr.matches("leads nowhere").count(), 50, "{}", end.join("\n"));
    golden("ten-thousand-broken-links.txt", &end.into_iter().rev().collect::<Vec<_>>().join("\n"));
    let ran = project.run(["check", "--message-format", "json"]);
    assert_eq!(ran.stderr.lines().filter(|line| line.contains("leads nowhere")).count(), 10_000);
}
