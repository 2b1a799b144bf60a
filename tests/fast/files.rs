//! Which files go out beside the pages: those that a published text links to or shows, and none that its writer may have
//! meant to keep.

use crate::support::{MARKER, Project, add_broken, add_waiting, kept_back, without_marker};
use std::fmt::Write as _;

/// The outputs below a folder that are no pages, by path.
fn files_below(project: &Project, folder: &str) -> Vec<String> {
    let files = project.tree(&format!("public/{folder}")).into_keys();
    files.filter(|path| !path.ends_with("index.html")).collect()
}

/// The lines that a build ends with, without the last.
fn left_out(stdout: &str) -> Vec<&str> {
    stdout.lines().filter(|line| !line.contains(" written, ")).collect()
}

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>\n";

#[test]
fn a_link_of_any_form_publishes_its_file() {
    let project = Project::new(
        "-- content/journal/2020-08-01-run/index.md --
---
title: Run
image: front.svg
---
[a](a.csv) [b][b] ![c](c.svg) [d](<d d.json?x=1&y=2#z> \"t\")

<a href=\"e.html?page=2\">e</a> <audio src='f.ogg'></audio> <video poster=g.svg><source srcset=\"h.svg 1x, i.svg 2x\"></video>

<object data=\"../2020-08-01-run/j's.ics\"></object> <i style='background: url(\"k.svg\"), url(l.svg)'>x</i>

<style>b { background: url(m.svg) }</style>

[b]: b.tex
[unused]: no.csv
<!-- [x](no.csv) <a href=\"no.csv\"> --> `[x](no.csv)` \\[x](no.csv)
-- content/journal/2020-08-01-run/a.csv --\na\n-- content/journal/2020-08-01-run/b.tex --\nb
-- content/journal/2020-08-01-run/d d.json --\n{}\n-- content/journal/2020-08-01-run/e.html --\n<p>e</p>
-- content/journal/2020-08-01-run/f.ogg --\nf\n-- content/journal/2020-08-01-run/j's.ics --\nj
-- content/journal/2020-08-01-run/no.csv --\nno
-- content/_index.md --
[by address](/journal/run/n.txt.csv) and <a href=/o.csv>by path</a>
-- content/journal/2020-08-01-run/n.txt.csv --\nn\n-- content/o.csv --\no\n",
    );
    for name in ["front", "c", "g", "h", "i", "k", "l", "m", "no"] {
        project.write(&format!("content/journal/2020-08-01-run/{name}.svg"), SVG);
    }
    let ran = project.run(["build"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        left_out(&ran.stdout),
        ["not published: 2 files that nothing links to: content/journal/2020-08-01-run/no.csv, \
          content/journal/2020-08-01-run/no.svg"]
    );
    let page = project.read("public/journal/run/index.html");
    let mark = page.split("/c.").nth(1).and_then(|rest| rest.split('.').next()).expect("the picture").to_owned();
    let svg = |name: &str| format!("{name}.{mark}.svg");
    let copies = ["a.csv", "b.tex", "d d.json", "e.html", "f.ogg", "j's.ics", "n.txt.csv"].map(str::to_owned);
    let mut expected: Vec<String> =
        copies.into_iter().chain(["c", "front", "g", "h", "i", "k", "l", "m"].map(svg)).collect();
    expected.sort();
    assert_eq!(files_below(&project, "journal/run"), expected);
    assert!(project.has("public/o.csv"));
    let body = page.split("<div class=\"body\">").nth(1).or(Some(&page)).expect("a text");
    let at = "/journal/run/";
    for html in [
        format!("<a href=\"{at}a.csv\">a</a> <a href=\"{at}b.tex\">b</a>"),
        format!("<a href=\"{at}d%20d.json?x=1&amp;y=2#z\" title=\"t\">d</a>"),
        format!(
            "<a href=\"{at}e.html?page=2\">e</a> <audio src='{at}f.ogg'></audio> <video poster=\"{at}{}\">",
            svg("g")
        ),
        format!("<source srcset=\"{at}{} 1x, {at}{} 2x\"></video>", svg("h"), svg("i")),
        format!("<object data=\"{at}j%27s.ics\"></object>"),
        format!("<i style='background: url(&quot;{at}{}&quot;), url(&quot;{at}{}&quot;)'>x</i>", svg("k"), svg("l")),
        format!("<style>b {{ background: url(\"{at}{}\") }}</style>", svg("m")),
    ] {
        assert!(body.contains(&html), "{html}\n{body}");
    }
    let home = project.read("public/index.html");
    assert!(
        home.contains("<a href=\"/journal/run/n.txt.csv\">by address</a> and <a href=\"/o.csv\">by path</a>"),
        "{home}"
    );
}

#[test]
fn a_vault_of_attachments_is_one_line() {
    let project = Project::new("");
    let mut text = String::new();
    for n in 0..2000 {
        let ending = ["png", "pdf", "csv", "webm"][n % 4];
        project.write(&format!("content/attachments/{n:04}.{ending}"), format!("{n}"));
        if n % 200 == 2 {
            let _ = writeln!(text, "[{n}](../attachments/{n:04}.{ending})");
        }
    }
    project.write("content/journal/2020-08-01-run.md", text);
    let ran = project.run(["build"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        left_out(&ran.stdout),
        [
            "not published: 1990 files that nothing links to: content/attachments/0000.png, content/attachments/0001.pdf, \
          content/attachments/0003.webm, content/attachments/0004.png, content/attachments/0005.pdf and 1985 more"
        ]
    );
    assert_eq!(files_below(&project, "attachments").len(), 10);
}

#[test]
fn a_file_goes_when_its_last_link_does() {
    let project = Project::new(
        "-- content/journal/2020-08-01-a.md --\n[x](x.csv) ![y](y.svg)\n-- content/journal/2020-08-02-b.md --\n[x](x.csv)\n\
         -- content/journal/x.csv --\n1\n",
    );
    project.write("content/journal/y.svg", SVG);
    project.build([]);
    assert_eq!(files_below(&project, "journal").len(), 2);
    project.write("content/journal/2020-08-01-a.md", "Text.\n");
    project.build([]);
    assert_eq!(files_below(&project, "journal"), ["x.csv"]);
    project.write("content/journal/2020-08-02-b.md", "---\ndraft: true\n---\n[x](x.csv)\n");
    project.build([]);
    assert_eq!(files_below(&project, "journal"), [""; 0]);
    project.build(["--drafts"]);
    assert_eq!(files_below(&project, "journal"), ["x.csv"]);
}

#[test]
fn what_a_copied_page_links_to_is_told_and_not_followed() {
    let project = Project::new(
        "-- content/journal/2020-08-01-a.md --\n[x](x.html)\n-- content/journal/x.html --\n<img src=\"x.png\"><a href=\"/journal/y.csv\">y</a>\n\
         -- content/journal/y.csv --\ny\n-- content/journal/x.png --\npng\n\
         -- content/comments/a/1.yaml --\nname: A\nmessage: '[y](y.csv) <a href=\"/journal/y.csv\">y</a>'\n",
    );
    let ran = project.run(["build", "--message-format", "github"]);
    let hint = "is there, and goes out only where a text links to it by its path";
    assert_eq!(
        (ran.status, ran.stderr.as_str()),
        (
            0,
            format!(
                "::warning file=content/journal/x.html,line=1,col=11::`x.png` leads nowhere%0Ahint: content/journal/x.png {hint}\n\
                 ::warning file=content/journal/x.html,line=1,col=27::`/journal/y.csv` leads nowhere%0Ahint: content/journal/y.csv {hint}\n"
            )
            .as_str()
        )
    );
    assert_eq!(files_below(&project, "journal"), ["x.html"]);
}

#[test]
fn files_that_may_carry_more_are_told_once_a_kind() {
    let project = Project::new(
        "-- content/journal/2020-08-01-a.md --\n[home](home.GPX) [scan](scan.pdf)\n-- content/journal/2020-08-02-b.md --\n\
         [home](home.GPX) [long](long.fit) <video src=\"clip.mov\"></video>\n\
         -- content/journal/home.GPX --\n<gpx/>\n-- content/journal/long.fit --\nfit\n-- content/journal/scan.pdf --\npdf\n\
         -- content/journal/clip.mov --\nmov\n-- content/journal/unlinked.tcx --\ntcx\n",
    );
    let ran = project.run(["build", "--message-format", "github"]);
    let warnings: Vec<&str> = ran.stderr.lines().map(|line| line.split("%0A").next().unwrap_or_default()).collect();
    assert_eq!(
        warnings,
        [
            "::warning file=content/journal/2020-08-01-a.md,line=1,col=1::2 tracks go out as they are: home.GPX, long.fit",
            "::warning file=content/journal/2020-08-01-a.md,line=1,col=18::1 document goes out as it is: scan.pdf",
            "::warning file=content/journal/2020-08-02-b.md,line=1,col=47::1 video goes out as it is: clip.mov",
        ]
    );
    assert_eq!(project.run(["build", "--strict"]).status, 1);
}

#[test]
fn copies_are_kept_back_while_their_original_is_there() {
    let run = "---\ntitle: Run\nmileage: 5 km\n---\nThree laps.\n";
    let project = Project::new("");
    for name in
        ["run", "run 2", "run copy", "run (conflicted copy 2020-08-01)", "run.sync-conflict-20200801-101010-ABCDEFG"]
    {
        project.write(&format!("content/journal/2020-08-01-{name}.md"), run);
    }
    project.write("content/journal/2020-08-02-alone 2.md", "A name like a copy's.\n[x](2020-08-01-run%202.md)\n");
    let ran = project.run(["build", "--message-format", "github"]);
    let copies = ["run (conflicted copy 2020-08-01)", "run 2", "run copy", "run.sync-conflict-20200801-101010-ABCDEFG"];
    let copy = |name: &str| {
        format!(
            "::warning file=content/journal/2020-08-01-{name}.md::this looks like a copy of content/journal/2020-08-01-run.md, \
             so it is kept back while both are there%0Ahint: keep the one that you mean and remove the other; what is no copy \
             needs a name that looks like none\n"
        )
    };
    let link = "::warning file=content/journal/2020-08-02-alone 2.md,line=2,col=5::`2020-08-01-run%25202.md` is not published, so \
                the link leads to its own page\n";
    let expected = copies.map(copy).concat() + link;
    assert_eq!((ran.status, ran.stderr), (0, expected));
    assert!(
        ran.stdout.starts_with("left out: 4 copies of texts (see above): content/journal/2020-08-01-run (conf"),
        "{}",
        ran.stdout
    );
    assert_eq!(project.read("public/data/journal.csv").matches("\n2020-08-01,").count(), 1, "the day counts once");
    let outputs = project.tree("public/journal").into_keys();
    let pages: Vec<String> = outputs.filter(|path| path.ends_with(".html")).collect();
    assert_eq!(pages, ["alone-2/index.html", "run/index.html"]);
    project.remove("content/journal/2020-08-01-run.md");
    let ran = project.run(["build"]);
    assert_eq!((ran.status, ran.stderr.matches(" is the same, byte for byte").count()), (0, 3), "{}", ran.stderr);
    assert!(project.has("public/journal/run-2/index.html"), "without its original it is none");
}

#[test]
fn templates_are_errors_that_say_how_they_are_kept() {
    for (front, said) in [
        ("title: T\ndate: \"{{date}}\"", "3:7::date `{{date}}` is no date"),
        ("title: \"{{title}}\"", "2:9::the title `{{title}}` has a place that was never filled in"),
        ("title: T\ndate: <% tp.date.now() %>", "3:7::date `<%25 tp.date.now() %25>` is no date"),
    ] {
        let project = Project::new(&format!("-- content/journal/template.md --\n---\n{front}\n---\nText.\n"));
        let ran = project.run(["build", "--message-format", "github"]);
        let hint = "%0Ahint: a template's name begins with _ and is never published: call it `_template.md`\n";
        let (place, message) = said.split_once("::").expect("a place");
        let (line, column) = place.split_once(':').expect("a column");
        let error = format!("::error file=content/journal/template.md,line={line},col={column}::{message}{hint}");
        assert!(ran.stderr.contains(&error), "{error}\n{}", ran.stderr);
        assert_eq!(ran.status, 1);
    }
    let project = Project::new("-- content/journal/template.md --\n---\ndate: {{date}}\n---\nText.\n");
    let ran = project.run(["build"]);
    assert!(ran.status == 1 && ran.stderr.contains("call it `_template.md`"), "{}", ran.stderr);
    let project = Project::new("-- content/journal/_template.md --\n---\ndate: \"{{date}}\"\n---\nText.\n");
    assert_eq!(project.build(["--strict"]).lines().count(), 2);
}

#[test]
fn a_link_to_what_is_kept_names_nothing() {
    let project = Project::new(
        "-- content/journal/2020-08-01-a.md --
---
title: A
---
See [[Zyzzyva]] now.

## About [[2020-08-02-zyzzyva-plan]]

[one](2020-08-02-zyzzyva-plan.md) [two](/journal/zyzzyva-plan/) [three](zyzzyva-plan) [four](2020-08-02-Zyzzyva-Plan.html#x)
[[zyzzyva plan|five]] ![six](2020-08-02-zyzzyva-plan.md) ![[Zyzzyva]] <a href=\"2020-08-02-zyzzyva-plan.md\">seven</a>
[eight](zyzzyva.org) [nine](_zyzzyva/b.md) [ten](/zyzzyva-old/) ![eleven](_zyzzyva/c.png)
-- content/journal/2020-08-02-zyzzyva-plan.md --
---
title: Zyzzyva
aliases: [zyzzyva-old]
visibility: private
---
B.
-- content/journal/zyzzyva.org --\nC
-- content/journal/_zyzzyva/b.md --\nD\n-- content/journal/_zyzzyva/c.png --\nE\n",
    );
    let ran = project.run(["build", "--message-format", "github"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let own = "is not published, so the link leads to its own page";
    let messages: Vec<&str> = ran
        .stderr
        .lines()
        .filter_map(|line| {
            line.split_once("::warning file=content/journal/2020-08-01-a.md,line=")?.1.split("%0A").next()
        })
        .collect();
    let expected = [
        format!("4,col=7::`Zyzzyva` {own}"),
        format!("6,col=12::`2020-08-02-zyzzyva-plan` {own}"),
        format!("8,col=7::`2020-08-02-zyzzyva-plan.md` {own}"),
        format!("8,col=41::`/journal/zyzzyva-plan/` {own}"),
        format!("8,col=73::`zyzzyva-plan` {own}"),
        format!("8,col=94::`2020-08-02-Zyzzyva-Plan.html#x` {own}"),
        format!("9,col=3::`zyzzyva plan` {own}"),
        format!("9,col=30::`2020-08-02-zyzzyva-plan.md` {own}"),
        format!("9,col=61::`Zyzzyva` {own}"),
        format!("9,col=80::`2020-08-02-zyzzyva-plan.md` {own}"),
        format!("10,col=9::`zyzzyva.org` {own}"),
        format!("10,col=29::`_zyzzyva/b.md` {own}"),
        format!("10,col=50::`/zyzzyva-old/` {own}"),
        "10,col=75::the image content/journal/_zyzzyva/c.png is not published".to_owned(),
    ];
    let mut messages: Vec<String> = messages.into_iter().map(str::to_owned).collect();
    messages.sort_by_key(|m| expected.iter().position(|e| e == m));
    assert_eq!(messages, expected);
    for (path, bytes) in project.tree("public") {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        assert!(!text.contains("zyzzyva") && !path.contains("zyzzyva"), "{path}");
    }
    let page = project.read("public/journal/a/index.html");
    for html in ["<p>See … now.</p>", "About …", "<a href=\"/journal/a/\">one</a>", "<a href=\"/journal/a/\">seven</a>"]
    {
        assert!(page.contains(html), "{html}\n{page}");
    }
    // Once it is published it has its name back.
    project.write("content/journal/2020-08-02-zyzzyva-plan.md", "---\ntitle: Zyzzyva\n---\nB.\n");
    project.run(["build"]);
    assert!(project.read("public/journal/a/index.html").contains("<a href=\"/journal/zyzzyva-plan/\">Zyzzyva</a>"));
}

#[test]
fn a_build_has_nothing_of_what_is_kept_back() {
    for theme in ["trailhead", "plain"] {
        let project = kept_back(theme);
        add_waiting(&project);
        let ran = project.run(["build"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        assert!(project.has("public/journal/open/index.html") && project.has("public/journal/open/shown.csv"));
        for (path, bytes) in project.tree("public") {
            without_marker(&path, &bytes);
        }
        // It is there to be found: nothing else in the folder is left without it.
        assert!(
            project.tree("content").values().filter(|bytes| String::from_utf8_lossy(bytes).contains(MARKER)).count()
                > 60
        );
        add_broken(&project);
        assert_eq!(project.run(["build"]).status, 1, "texts with errors");
        assert_eq!(project.run(["build", "--keep-going"]).status, 1);
        assert!(project.has("public/journal/open/index.html"));
        project.tree("public").iter().for_each(|(path, bytes)| without_marker(path, bytes));
    }
}

#[test]
fn every_file_that_is_kept_back_says_why() {
    let project = kept_back("trailhead");
    for path in project.tree("content").into_keys().map(|path| format!("content/{path}")) {
        let ran = project.run(["why", &path, "--message-format", "json"]);
        let object: serde_json::Value =
            serde_json::from_str(&ran.stdout).unwrap_or_else(|_| panic!("{path}: {}", ran.stderr));
        let published = ["journal/open/index.md", "journal/open/shown.csv", "comments/open/1.yaml"];
        let is_published = published.iter().any(|open| path == format!("content/{open}"));
        assert_eq!(object["published"], is_published, "{path}: {object}");
        let says = object["facts"][0]["says"].as_str().unwrap_or_default();
        assert!(!says.is_empty() && !says.contains("another file or page has its address"), "{path}: {says}");
    }
}
