//! Themes: the one that stands as an example builds whole, and what the guide says of making one is true.

use crate::support::{Project, SETTINGS};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// Copies a folder of this repository into a site.
fn copy(project: &Project, folder: &str) {
    for file in walkdir::WalkDir::new(top().join(folder)).into_iter().filter_map(Result::ok) {
        if file.file_type().is_file() {
            let path = file.path().strip_prefix(top()).expect("below the top").display().to_string();
            project.write(&path, fs::read(file.path()).expect("a file"));
        }
    }
}

/// A journal with a page of every kind.
const JOURNAL: &str = "\
-- content/about.md --
---
title: About
aliases: [/me/]
---
Me.
-- content/now.md --
---
title: Now
date: 2020-08-05
---
I run again.
-- content/journal/2020-08-03-first.md --
---
title: First
tags: [calf]
pain: {before: 0, during: 4, after: 3, next_day: 2}
treatments: [{type: needling, minutes: 20}]
---
The tram.
-- content/journal/2020-08-05-second.md --
---
title: Second
tags: [calf]
pain: {during: 5}
mileage: 3.1
setback: Stairs
exercises: [Calf raise 3x10]
---
> [!LESSON] slow: Slow is fine
> It was.
";

fn journal(theme: &str) -> Project {
    let project = Project::new(JOURNAL);
    project.write("site.toml", format!("{SETTINGS}theme = \"{theme}\"\n"));
    copy(&project, "themes/plain");
    project
}

/// The classes of all drawings on the pages of a built site.
fn classes_of_drawings(project: &Project) -> BTreeSet<String> {
    let pages = project.tree("public").into_iter().filter(|(path, _)| path.ends_with(".html"));
    let mut classes = BTreeSet::new();
    for (_, page) in pages {
        let page = String::from_utf8(page).expect("UTF-8");
        for drawing in page.split("<svg").skip(1).filter_map(|rest| rest.split("</svg>").next()) {
            let values = drawing.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
            classes.extend(values.flat_map(str::split_whitespace).map(str::to_owned));
        }
    }
    classes
}

/// Whether a text has a class as a whole word.
fn names(text: &str, class: &str, before: char) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.match_indices(class)
        .any(|(at, _)| text[..at].ends_with(before) && !text[at + class.len()..].chars().next().is_some_and(part))
}

#[test]
fn the_demo_builds_with_the_plain_theme_and_its_charts_have_no_unstyled_mark() {
    let project = Project::empty();
    copy(&project, "content");
    copy(&project, "themes");
    project.write("site.toml", format!("theme = \"plain\"\n{}", text("site.toml")));
    let ran = project.run_with(&["--today", "2025-01-01", "build", "--strict"], &[]);
    let wrong = ran.stderr.lines().find(|line| line.starts_with("warning") || line.starts_with("error"));
    assert_eq!((ran.status, wrong), (0, None), "{}", ran.stderr);
    let (css, guide) = (text("themes/plain/static/style.css"), text("content/guide/themes.md"));
    let classes = classes_of_drawings(&project);
    assert!(classes.len() > 40, "{classes:?}");
    let steps = |class: &str| matches!(class.as_bytes(), [b'h' | b'w', b'0'..=b'5']);
    // The narrow drawing is the one that is shown: it needs no rule.
    let unstyled = classes.iter().filter(|class| *class != "narrow" && !names(&css, class, '.'));
    assert_eq!(unstyled.collect::<Vec<_>>(), Vec::<&String>::new());
    let untold = classes.iter().filter(|class| *class != "chart" && !steps(class) && !names(&guide, class, '`'));
    assert_eq!(untold.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn the_plain_home_page_tells_the_story_first_and_draws_nothing() {
    let project = journal("plain");
    project.build(["--strict"]);
    let home = project.read("public/index.html");
    let [story, stand] = ["class=\"entries\"", "id=\"_stand\""].map(|part| home.find(part).expect(part));
    assert!(story < stand, "where things stand comes after the story");
    assert!(!home.contains("<svg"), "a drawing");
    assert!(home.contains("content=\"#161616\""), "the colour of its own stylesheet");
    assert!(!home.contains("#fbf8f1"), "a colour of the built-in theme");
    assert!(project.read("public/journal/first/index.html").contains("And today? <a href=\"/now/\">"));
}

#[test]
fn the_plain_theme_stays_an_example() {
    let files = walkdir::WalkDir::new(top().join("themes/plain")).into_iter().filter_map(Result::ok);
    for file in files.filter(|file| file.file_type().is_file()) {
        let text = fs::read_to_string(file.path()).expect("a text");
        let commented = ["/* ", "{# ", "# "].iter().any(|mark| text.starts_with(mark));
        assert!(commented && text.lines().count() < 150, "{}", file.path().display());
    }
}

#[test]
fn a_theme_may_stand_on_the_built_in_templates_and_replace_their_components() {
    let project = journal("own");
    project.write(
        "themes/own/templates/tag.html",
        "{% extends \"trailhead/tag.html\" %}\n{% component cards(cards: array, level: string = \"h3\") %}<p>{{ cards | length }} of mine</p>{% endcomponent cards %}\n",
    );
    project.build(["--strict"]);
    for page in ["public/tags/calf/index.html", "public/index.html"] {
        assert!(project.read(page).contains("<p>2 of mine</p>"), "{page}");
    }
}

/// The rows of the guide's table of templates: a template, and what it says that it sees.
fn templates_of_the_guide() -> Vec<(String, Vec<String>)> {
    let guide = text("content/guide/themes.md");
    let rows = guide.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let template = cells.get(1)?.trim_matches('`').strip_suffix(".html")?.to_owned();
        let named = cells.get(3)?.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        (!cells.get(1)?.contains(',')).then_some((template, named))
    });
    // Three kinds of components share the last row.
    rows.collect()
}

#[test]
fn the_guide_tells_of_every_template() {
    let guide = text("content/guide/themes.md");
    for (path, _) in comeback::theme::builtin_files() {
        if let Some(name) = path.strip_prefix("templates/") {
            assert!(guide.contains(&format!("`{name}`")), "{name}");
        }
    }
}

#[test]
fn templates_see_what_the_guide_says_that_they_see() {
    let pages = [
        ("home", "index.html"),
        ("entry", "journal/first/index.html"),
        ("page", "about/index.html"),
        ("lessons", "lessons/index.html"),
        ("lesson", "lessons/slow/index.html"),
        ("progress", "progress/index.html"),
        ("numbers", "progress/numbers/index.html"),
        ("timeline", "timeline/index.html"),
        ("archive", "archive/index.html"),
        ("tags", "tags/index.html"),
        ("tag", "tags/calf/index.html"),
        ("exercises", "exercises/index.html"),
        ("exercise", "exercises/calf-raise/index.html"),
        ("treatments", "treatments/index.html"),
        ("setbacks", "setbacks/index.html"),
        ("search", "search/index.html"),
        ("moved", "me/index.html"),
        ("404", "404.html"),
    ];
    let project = journal("dump");
    for (template, _) in pages {
        project.write(&format!("themes/dump/templates/{template}.html"), "{{ __tera_context | safe }}");
    }
    assert_eq!(project.run(["build"]).status, 0);
    let guide = templates_of_the_guide();
    let mut untrue = Vec::new();
    for (template, page) in pages {
        let (_, named) = guide.iter().find(|(name, _)| name == template).expect("a row of the guide");
        let seen = project.read(&format!("public/{page}"));
        let missing = ["site", "head"].into_iter().chain(named.iter().map(String::as_str));
        untrue.extend(
            missing.filter(|name| !seen.contains(&format!("\"{name}\": "))).map(|name| format!("{template}: {name}")),
        );
    }
    assert_eq!(untrue, Vec::<String>::new());
}

/// A journal whose chart stands on the home page and in a text.
const CHARTED: &str = "\
-- content/about.md --
```chart
kind: pain-timeline
caption: So it <went>
```
-- content/journal/2020-08-03-a.md --
---
pain: 4
setback: Stairs
---
-- content/journal/2020-08-05-b.md --
---
pain: 2
---
";

#[test]
fn a_chart_in_a_text_is_what_the_themes_component_makes_of_it() {
    let project = Project::new(CHARTED);
    project.build([]);
    let figure = |path: &str, start: &str| {
        let page = project.read(path);
        let from = page.find(start).unwrap_or_else(|| panic!("no {start} on {path}"));
        page[from..from + page[from..].find("</figure>").expect("its end")].to_owned()
    };
    let (home, text) = (figure("public/index.html", "<figure>"), figure("public/about/index.html", "<figure class"));
    assert!(text.contains("<details class=\"fold\"><summary>"), "numbers are folded as on every page: {text}");
    // What differs is the class, the level of the heading, the ids and that the writer's caption is it.
    let plain = |figure: &str, [open, close]: [&str; 2], id: &str| {
        let figure = figure.replace("<figure class=\"fence\">", "<figure>");
        let figure = figure.replace(open, "<s>").replace(close, "</s>").replace(id, "-ID");
        figure.trim_end().to_owned()
    };
    let (home, text) = (
        plain(&home, ["<h2 class=\"say\">", "</h2>"], "-pain"),
        plain(&text, ["<p class=\"say\"><strong>", "</strong></p>"], "-f0"),
    );
    let own = text.replacen("<s>So it &lt;went&gt;</s><p class=\"finding\">", "<s>", 1).replacen(
        "</p><p class=\"how\">",
        "</s><p class=\"how\">",
        1,
    );
    assert_ne!(own, text, "the finding stands below the caption: {text}");
    assert_eq!(own, home);
}

#[test]
fn a_sites_own_component_makes_the_charts_in_texts_too() {
    let project = Project::new(CHARTED);
    let own = "{% component figure(figure: map, level: string = \"h2\") %}<figure>{{ level }}: {{ figure.say }}</figure>{% endcomponent figure %}\n";
    project.write("themes/trailhead/templates/mine.html", own);
    project.build([]);
    let page = project.read("public/about/index.html");
    assert!(page.contains("<figure>p: ") && !page.contains("class=\"fence\""), "{page}");
    project.write("themes/trailhead/templates/mine.html", own.replace("figure.say", "figure.nothing.more"));
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1, "a component that can't be rendered is told with its place: {}", ran.stderr);
    assert!(ran.stderr.contains("--> themes/trailhead/templates/mine.html:1:"), "{}", ran.stderr);
    project.write("site.toml", format!("{SETTINGS}theme = \"plain\"\n"));
    copy(&project, "themes/plain");
    project.build([]);
    let page = project.read("public/about/index.html");
    assert!(page.contains("<figure class=\"fence\">") && page.contains("<details class=\"fold\">"), "{page}");
}

/// The files that the guide builds a theme of: the path that stands before a block, and the block.
fn theme_of_the_guide() -> Vec<(String, String)> {
    let guide = text("content/guide/themes.md");
    let (_, part) = guide.split_once("\n## A theme from nothing\n").expect("the part");
    let (part, _) = part.split_once("\n## ").expect("a part after it");
    let mut files = Vec::new();
    let mut rest = part;
    while let Some((before, after)) = rest.split_once("```") {
        let (block, after) = after.split_once("\n```\n").expect("the end of a block");
        let path = before.rsplit('`').nth(1).filter(|path| path.starts_with("themes/mine/"));
        let path = path.unwrap_or_else(|| panic!("a path before a block: {before}"));
        files.push((path.to_owned(), format!("{}\n", block.split_once('\n').expect("lines").1)));
        rest = after;
    }
    files
}

#[test]
fn the_guide_builds_a_theme_from_nothing_and_each_step_of_it_works() {
    let project = Project::new(JOURNAL);
    project.write("site.toml", format!("{SETTINGS}theme = \"mine\"\n"));
    let files = theme_of_the_guide();
    let names: Vec<&str> = files.iter().map(|(path, _)| path.trim_start_matches("themes/mine/")).collect();
    assert_eq!(names, ["static/style.css", "templates/base.html", "templates/home.html", "languages/en.ftl"]);
    for (path, block) in &files {
        project.write(path, block);
        project.build(["--strict"]);
    }
    let home = project.read("public/index.html");
    assert!(home.contains("content=\"#161616\"") && !home.contains("<svg"), "{home}");
    let [story, stand] = ["<h2><a href=\"/journal/second/\">Second</a></h2>", "id=\"_stand\""]
        .map(|part| home.find(part).unwrap_or_else(|| panic!("{part}\n{home}")));
    assert!(story < stand);
    assert!(project.read("public/journal/first/index.html").contains("And today? <a href=\"/now/\">"));
}
