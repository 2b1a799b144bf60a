//! What pages would load from other hosts is told with its place, and no page says that it asks nobody else where it may.

use crate::support::{Project, SETTINGS};

/// What the foot says where it is true.
const ASKS_NOBODY: &str = "this page asks nobody else for anything";

/// Whether the foot of a page says that it asks nobody else.
#[track_caller]
fn says(project: &Project, page: &str) -> bool {
    let html = project.read(&format!("public/{page}"));
    assert!(html.contains("Made with comeback"), "{page} has a foot");
    html.contains(ASKS_NOBODY)
}

/// The warnings of a build, each with its place, without the excerpts.
fn warnings(project: &Project) -> Vec<String> {
    let ran = project.run(["build", "--message-format", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let line = |line: &str| {
        let problem: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let at = format!("{}:{}:{}", problem["path"].as_str().unwrap_or("-"), problem["line"], problem["column"]);
        format!("{at} {}: {}", problem["code"].as_str().unwrap_or("-"), problem["message"].as_str().unwrap_or("-"))
    };
    let told = ran.stderr.lines().filter(|line| line.contains("\"other-host\""));
    told.map(line).collect()
}

#[test]
fn everything_that_a_text_loads_from_elsewhere_is_told_where_it_stands() {
    let project = Project::new(
        "
-- content/journal/2020-01-04-hot.md --
---
title: Hotlinked
date: 2020-01-04
---
![My week](https://i.example.net/week 1.png) and ![again][pic] and [a link](https://i.example.net/week.png).

[pic]: HTTPS://I.example.net/Again.png?a=1&b=2

<img src=\"https://i.example.net/raw.png?a=1&amp;b=2\" alt=\"raw\"> <iframe src=\"//www.youtube.example/embed/x\"></iframe>

> <script src=\"https://strava-embeds.example/embed.js\"></script>

<video src='https://v.example/a.mp4' poster='\\\\p.example/b.png'></video> <link rel=preconnect href=https://c.example>

<p style=\"background: u\\72l(https://s.example/c.png)\">x</p><style>@import 'https://t.example/d.css'; @font-face { src: url(//f.example/e) }</style>

<iframe srcdoc=\"<img src='https://d.example/f.png' alt=''>\"></iframe> <svg><image href=\"https://g.example/g.png\"/></svg>
-- content/journal/2020-01-05-quiet.md --
---
date: 2020-01-05
---
[A link](https://i.example.net/week.png), <https://i.example.net/>, and `![code](https://i.example.net/x.png)`.
"
        .replace("week 1.png", "week1.png")
        .as_str(),
    );
    let learns = "which learns of everybody who reads the page";
    let text = project.read("content/journal/2020-01-04-hot.md");
    let expected: Vec<String> = [
        (5, "![My week]", "a picture", "i.example.net"),
        (5, "![again]", "a picture", "i.example.net"),
        (9, "https://i.", "a picture", "i.example.net"),
        (9, "//www.", "a frame", "www.youtube.example"),
        (11, "https://strava", "a script", "strava-embeds.example"),
        (13, "https://v.", "sound or film", "v.example"),
        (13, "\\\\p.", "a picture", "p.example"),
        (13, "https://c.", "a file", "c.example"),
        (15, "https://s.", "a picture", "s.example"),
        (15, "https://t.", "a stylesheet", "t.example"),
        (15, "//f.", "a font", "f.example"),
        (17, "<img src='https://d", "a picture", "d.example"),
        (17, "https://g.", "a picture", "g.example"),
    ]
    .map(|(line, typed, what, host)| {
        let column = text.lines().nth(line - 1).and_then(|text| text.find(typed)).expect("it stands there") + 1;
        format!("content/journal/2020-01-04-hot.md:{line}:{column} other-host: {what} is loaded from {host}, {learns}")
    })
    .to_vec();
    assert_eq!(warnings(&project), expected);
    assert!(!says(&project, "journal/hot/index.html"));
    assert!(says(&project, "journal/quiet/index.html") && says(&project, "index.html"));
    assert_eq!(project.run(["build", "--strict"]).status, 1);
}

/// A site with one entry whose text is this, and these files beside.
fn tempted(text: &str, files: &str) -> Project {
    Project::new(&format!("-- content/journal/2020-01-04-x.md --\n---\ndate: 2020-01-04\n---\n{text}\n{files}"))
}

#[test]
fn a_page_that_may_ask_says_nothing() {
    let css = "-- static/my.css --\n@import url(more.css);\n-- static/more.css --\nFOUND\n";
    let linked = "<link rel=stylesheet href=/my.css>";
    let plain = css.replace(
        "FOUND",
        "a { background: url(x.svg) }\n-- static/x.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>",
    );
    assert!(says(&tempted_and_built(linked, &plain), "journal/x/index.html"), "its stylesheets ask nobody");
    for text in [
        "<script>fetch('https://i.example/')</script>",
        "<script src=/own.js></script>\n-- static/own.js --\nfetch('//i.example/')",
        "<p onclick=\"fetch('//i.example/')\">x</p>",
        "<a href=\"javascript:fetch('//i.example/')\">x</a>",
        "<iframe src=/own.html></iframe>\n-- static/own.html --\n<p>x</p>",
        "<object data=/own.svg></object>\n-- static/own.svg --\n<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<iframe srcdoc='<b onclick=x()>x</b>'></iframe>",
        "<!--><img src=//i.example/x alt=x> -->",
        "<style>b { background: image-set(var(--x) 1x) }</style><b style=\"--x: '//i.example/x'\">x</b>",
        "<svg><title><img src=//i.example/x alt=x></title></svg>",
        "<base href=//i.example/>",
        "<meta http-equiv=refresh content='9;https://i.example/'>",
    ] {
        let (text, files) = text.split_once("\n-- ").map_or((text, String::new()), |(t, f)| (t, format!("-- {f}\n")));
        assert!(!says(&tempted_and_built(text, &files), "journal/x/index.html"), "{text}");
    }
    for found in ["@import '//i.example/x.css';", "a { --x: '//i.example/x'; background: image-set(var(--x) 1x) }"] {
        let project = tempted_and_built(linked, &css.replace("FOUND", found));
        assert!(!says(&project, "journal/x/index.html"), "{found}");
        let told = warnings(&project);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("static/more.css:1:"), "{told:?}");
    }
}

fn tempted_and_built(text: &str, files: &str) -> Project {
    let project = tempted(text, files);
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    project
}

#[test]
fn a_theme_that_loads_from_elsewhere_is_told_once_and_no_page_says_otherwise() {
    let entries: String = (1..=9)
        .map(|n| format!("-- content/journal/2020-01-0{n}-x{n}.md --\n---\ndate: 2020-01-0{n}\n---\nText {n}.\n"))
        .collect();
    let project = Project::new(&format!(
        "-- site.toml --\ntheme = \"own\"\n{SETTINGS}{entries}\
         -- themes/own/templates/base.html --\n{{% extends \"trailhead/base.html\" %}}\n{{% block head %}}\n\
         <link rel=\"preconnect\" href=\"https://fonts.example\">\n<img src=\"{{{{ \"https:\" ~ \"//i.example/x?a=1&b=\" }}}}\" alt=\"\">\
         \n{{% endblock head %}}\n-- themes/own/static/style.css --\n@import url(\"https://fonts.example/css\");\nbody {{ color: red }}\n"
    ));
    let told = warnings(&project);
    let learns = "which learns of everybody who reads the page";
    assert_eq!(
        told,
        [
            format!("themes/own/static/style.css:1:14 other-host: a stylesheet is loaded from fonts.example, {learns}"),
            format!("themes/own/templates/base.html:3:30 other-host: a file is loaded from fonts.example, {learns}"),
            format!("themes/own/templates/base.html:4:28 other-host: a picture is loaded from i.example, {learns}"),
        ]
    );
    for page in ["index.html", "journal/x1/index.html", "archive/index.html", "404.html"] {
        assert!(!says(&project, page), "{page}");
    }
}

#[test]
fn readers_comments_load_nothing_and_their_page_still_says_so() {
    let project = tempted(
        "Text.",
        "-- content/comments/x/1.yaml --\nname: Jo\nmessage: |\n  ![my knee](https://i.example/knee.png) <img src='https://i.example/b.png'> [a link](https://l.example/) \
         <iframe src=https://f.example></iframe><img src=//i.example/c.png>\n",
    );
    project.build(["--strict"]);
    let page = project.read("public/journal/x/index.html");
    assert!(says(&project, "journal/x/index.html"));
    let comment = page.split_once("class=\"text\"").expect("a comment").1.split_once("</article>").expect("its end").0;
    assert!(!comment.contains("<img") && !comment.contains("<iframe"), "{comment}");
    assert!(
        comment.contains("<a href=\"https://i.example/knee.png\" rel=\"nofollow ugc noopener\">my knee</a>"),
        "{comment}"
    );
    assert!(comment.contains(">https://i.example/b.png</a>"), "{comment}");
}
