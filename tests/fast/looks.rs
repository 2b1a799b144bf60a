//! What the settings say of looks: a colour, fonts, a stylesheet, links in the navigation, and blocks of templates.

use crate::support::{Project, SETTINGS};

const ENTRY: &str = "\
-- content/journal/2020-08-14-a.md --
---
date: 2020-08-14
---
Words.
-- content/plan.md --
The plan.
";

/// A site with more settings.
fn with(settings: &str) -> Project {
    let project = Project::new(ENTRY);
    project.write("site.toml", format!("{SETTINGS}{settings}"));
    project
}

/// The problems of a build, each with its place and its hint.
fn problems(project: &Project) -> Vec<String> {
    let ran = project.run(["build", "--message-format", "json"]);
    let line = |line: &str| {
        let problem: serde_json::Value = serde_json::from_str(line).ok()?;
        let at = format!("{}:{}:{}", problem["path"].as_str()?, problem["line"], problem["column"]);
        let hint = problem["hints"][0].as_str().map(|hint| format!(" | {hint}")).unwrap_or_default();
        Some(format!("{at} {}{hint}", problem["message"].as_str()?))
    };
    ran.stderr.lines().filter_map(line).collect()
}

/// The stylesheets of a page, without their folders, and those of them that the settings make, as they stand.
fn styles(project: &Project, page: &str) -> (Vec<String>, String) {
    let html = project.read(&format!("public/{page}"));
    let links = html.split("<link rel=\"stylesheet\" href=\"/").skip(1);
    let links: Vec<String> = links.filter_map(|rest| Some(rest.split('"').next()?.to_owned())).collect();
    let made = links.iter().find(|link| link.starts_with("settings."));
    let text = made.map(|link| project.read(&format!("public/{link}"))).unwrap_or_default();
    let short = |link: &String| match link.split('.').collect::<Vec<_>>()[..] {
        [stem, hash, end] if hash.len() == 8 => format!("{stem}.{end}"),
        _ => link.clone(),
    };
    (links.iter().map(short).collect(), text)
}

#[test]
fn an_accent_is_the_colour_of_links_by_day_and_a_lighter_one_by_night() {
    let project = with("accent = \"#0B6e4f\"\n");
    project.build(["--strict"]);
    let css = ":root { --accent: #0b6e4f; }\n\
               @media screen and (prefers-color-scheme: dark) { :root { --accent: #0e9067; } }\n";
    for page in ["index.html", "journal/a/index.html"] {
        let (links, made) = styles(&project, page);
        assert_eq!((links, made.as_str()), (vec!["style.css".to_owned(), "settings.css".to_owned()], css), "{page}");
        assert!(!project.read(&format!("public/{page}")).contains("style=\""), "nothing that a policy forbids");
    }
    let project = with("accent = {light = \"#036\", dark = \"#9cf\"}\n");
    project.build(["--strict"]);
    let css = ":root { --accent: #003366; }\n\
               @media screen and (prefers-color-scheme: dark) { :root { --accent: #99ccff; } }\n";
    assert_eq!(styles(&project, "index.html").1, css);
}

#[test]
fn both_themes_use_the_accent_on_the_papers_that_it_was_measured_on() {
    let trailhead = include_str!("../../themes/trailhead/static/style.css");
    for paper in ["--paper: #fbf8f1;", "--paper: #11161c;", "a { color: var(--accent, inherit);"] {
        assert!(trailhead.contains(paper), "{paper}");
    }
    let plain = include_str!("../../themes/plain/static/style.css");
    assert_eq!(plain.matches("--link: var(--accent, #").count(), 2);
}

#[test]
fn a_colour_that_is_none_is_an_error_and_one_that_is_hard_to_read_a_warning() {
    let of = |settings: &str| problems(&with(settings));
    let hint = "a colour is `#` and three or six digits of 0 to 9 and a to f: #0b6e4f";
    let at = SETTINGS.lines().count() + 1;
    assert_eq!(of("accent = \"green\"\n"), [format!("site.toml:{at}:10 `green` is no colour | {hint}")]);
    let pale = "site.toml:LINE:10 #ffcc00 is hard to read on the light page: a contrast of 1.4:1, and text needs 4.5:1 \
                | the nearest that passes is #8b6f00";
    assert_eq!(of("accent = \"#fc0\"\n"), [pale.replace("LINE", &at.to_string()).replace("#ffcc00 is", "#fc0 is")]);
    let dark = of("accent = {light = \"#036\", dark = \"#036\"}\n");
    assert_eq!(dark.len(), 1, "{dark:?}");
    assert!(dark[0].contains("#036 is hard to read on the dark page"), "{dark:?}");
}

#[test]
fn fonts_are_files_or_families_and_the_theme_s_own_follow() {
    let project = with("fonts = {text = \"static/fonts/my own.woff2\", headings = \"Source Sans 3\"}\n");
    project.write("static/fonts/my own.woff2", "font").build(["--strict"]);
    let css = "@font-face { font-family: own-text; src: url(\"/fonts/my%20own.woff2\") format(\"woff2\"); font-display: swap; }\n\
               :root { --font-text: own-text, var(--serif, system-ui), sans-serif; \
               --font-headings: Source Sans \\33 , var(--serif, system-ui), sans-serif; }\n";
    assert_eq!(
        styles(&project, "journal/a/index.html"),
        (vec!["style.css".to_owned(), "settings.css".to_owned()], css.to_owned())
    );

    let project = with("fonts = {text = \"Sans-Serif\", headings = \"static/a.OTF\"}\n");
    project.write("static/a.OTF", "font").build(["--strict", "--base-url", "https://example.org/a/b/"]);
    let tree = project.tree("public");
    let (_, made) = tree.iter().find(|(path, _)| path.starts_with("settings.")).expect("a stylesheet");
    let css = "@font-face { font-family: own-headings; src: url(\"/a/b/a.OTF\") format(\"opentype\"); font-weight: 100 900; font-display: swap; }\n\
               :root { --font-text: sans-serif, var(--serif, system-ui), sans-serif; \
               --font-headings: own-headings, var(--serif, system-ui), sans-serif; }\n";
    assert_eq!(String::from_utf8_lossy(made), css);
}

#[test]
fn what_is_no_font_is_an_error_with_its_place() {
    let at = SETTINGS.lines().count() + 1;
    let of = |font: &str| problems(&with(&format!("fonts = {{text = \"{font}\"}}\n")));
    let place = format!("site.toml:{at}:17");
    let elsewhere = "put the font's file below static/ and name it: nobody else is to learn who reads the journal";
    let below = "such as static/fonts/own.woff2; the kinds are .woff2, .woff, .ttf and .otf";
    let name = "write one name, such as Georgia: the theme's own fonts follow where a reader hasn't got it";
    for (font, message, hint) in [
        (
            "https://fonts.example/a.woff2",
            "a font is never loaded from elsewhere, found `https://fonts.example/a.woff2`",
            elsewhere,
        ),
        (
            "//fonts.example/a.woff2",
            "a font is never loaded from elsewhere, found `//fonts.example/a.woff2`",
            elsewhere,
        ),
        ("fonts/a.woff2", "a font's file stands below static/, found `fonts/a.woff2`", below),
        ("static/../a.woff2", "a font's file stands below static/, found `static/../a.woff2`", below),
        ("static/a.eot", "a font's file stands below static/, found `static/a.eot`", below),
        ("x; } body { color: red", "`x; } body { color: red` is no name of a font", name),
        ("Georgia, serif", "`Georgia, serif` is no name of a font", name),
    ] {
        assert_eq!(of(font), [format!("{place} {message} | {hint}")]);
    }
    let project = with("fonts = {text = \"static/fonts/a.woff\"}\n");
    project.write("static/fonts/a.woff2", "font");
    let lost = format!("{place} there is no file static/fonts/a.woff | did you mean `static/fonts/a.woff2`?");
    assert_eq!(problems(&project), [lost]);
}

#[test]
fn a_stylesheet_of_the_site_comes_last_on_every_page() {
    let project = with("stylesheet = \"static/my.css\"\naccent = \"#036\"\n");
    project.write("static/my.css", "body { color: red }\n").build(["--strict"]);
    for page in ["index.html", "journal/a/index.html", "plan/index.html", "404.html"] {
        assert_eq!(styles(&project, page).0, ["style.css", "settings.css", "my.css"], "{page}");
    }
    assert_eq!(project.read("public/my.css"), "body { color: red }\n");
    project.write("static/my.css", "@import url(\"https://fonts.example/css\");\n");
    let found = problems(&project);
    let told =
        "static/my.css:1:14 a stylesheet is loaded from fonts.example, which learns of everybody who reads the page";
    assert!(found.iter().any(|problem| problem.starts_with(told)), "{found:?}");
    assert!(!project.read("public/index.html").contains("asks nobody else"), "the page no longer says so");
}

#[test]
fn a_stylesheet_that_is_not_there_or_is_none_is_an_error() {
    let at = SETTINGS.lines().count() + 1;
    let project = with("stylesheet = \"static/my.css\"\n");
    let lost = format!("site.toml:{at}:14 there is no file static/my.css | put it there, or take the key out");
    assert_eq!(problems(&project), [lost]);
    let hint = "such as stylesheet = \"static/my.css\"";
    for wrong in ["my.css", "https://example.org/my.css", "static/my.txt"] {
        let message = format!("a stylesheet is a file of CSS below static/, found `{wrong}`");
        let found = problems(&with(&format!("stylesheet = \"{wrong}\"\n")));
        assert_eq!(found, [format!("site.toml:{at}:14 {message} | {hint}")]);
    }
}

/// The links of the navigation: address and label.
fn nav(project: &Project) -> Vec<String> {
    let html = project.read("public/index.html");
    let menu = html.split("</summary>").nth(1).and_then(|rest| rest.split("</ul>").next()).expect("a menu");
    let items = menu.split("<li>").skip(1).filter_map(|item| item.split("</a>").next());
    items.map(|item| item.replace("<a href=\"", "").replace(" aria-current=\"page\"", "").replace("\">", " ")).collect()
}

#[test]
fn links_are_added_to_the_navigation_or_stand_in_its_place() {
    let extra = "[[nav.extra]]\nlabel = \"My plan\"\nurl = \"/plan/\"\n\
                 [[nav.extra]]\nlabel = \"Club\"\nurl = \"https://club.example/?a=1&b=2\"\n";
    let project = with("");
    project.build(["--strict"]);
    let built_in = nav(&project);
    assert!(built_in.len() > 2, "{built_in:?}");
    let added = ["/plan/ My plan".to_owned(), "https://club.example/?a=1&amp;b=2 Club".to_owned()];
    let project = with(extra);
    project.build(["--strict"]);
    assert_eq!(nav(&project), [&built_in[..], &added].concat());
    let project = with(&format!("[nav]\nHome = \"/\"\n{extra}"));
    project.build(["--strict"]);
    assert_eq!(nav(&project), [&["/ Home".to_owned()][..], &added].concat());
}

#[test]
fn an_added_link_that_leads_nowhere_is_told() {
    let at = SETTINGS.lines().count();
    let of = |url: &str| problems(&with(&format!("[[nav.extra]]\nlabel = \"Plan\"\nurl = \"{url}\"\n")));
    let lost = of("/plam/");
    assert!(lost[0].starts_with(&format!("site.toml:{}:8 `/plam/` leads nowhere", at + 3)), "{lost:?}");
    let hint = "write a path from the top of the site, such as /plan/, or an address with https://";
    for wrong in ["javascript:alert(1)", "mailto:me@example.org", "plan/", "//club.example/"] {
        let message = format!("`{wrong}` is no address that the navigation can lead to");
        assert_eq!(of(wrong), [format!("site.toml:{}:7 {message} | {hint}", at + 3)]);
    }
    let missing = problems(&with("[[nav.extra]]\nlabel = \"Plan\"\n"));
    let hint = "[[nav.extra]] with label = \"Training plan\" and url = \"/plan/\"";
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert!(missing[0].ends_with(&format!("a link of the navigation has a `url` | {hint}")), "{missing:?}");
}

#[test]
fn blocks_are_filled_by_files_of_three_lines() {
    let project = Project::new(ENTRY);
    for (file, blocks) in [
        ("base", ["head", "footer"]),
        ("entry", ["before_story", "after_story"]),
        ("home", ["before_story", "after_story"]),
    ] {
        let [one, two] = blocks;
        let text = format!(
            "{{% extends \"trailhead/{file}.html\" %}}\n{{% block {one} %}}<!-- {one} of {file} -->{{% endblock %}}\n\
             {{% block {two} %}}<!-- {two} of {file} -->{{% endblock %}}\n"
        );
        project.write(&format!("themes/trailhead/templates/{file}.html"), text);
    }
    project.build(["--strict"]);
    for (page, file) in [("journal/a/index.html", "entry"), ("index.html", "home")] {
        let html = project.read(&format!("public/{page}"));
        let parts = [
            "<link rel=\"stylesheet\"".to_owned(),
            "<!-- head of base -->".to_owned(),
            "</head>".to_owned(),
            format!("<!-- before_story of {file} -->"),
            if file == "entry" { "<p>Words.</p>" } else { "<h2 id=\"_entries\">" }.to_owned(),
            format!("<!-- after_story of {file} -->"),
            "<footer>".to_owned(),
            "<!-- footer of base -->".to_owned(),
            "</footer>".to_owned(),
        ];
        let at: Vec<usize> =
            parts.iter().map(|part| html.find(part).unwrap_or_else(|| panic!("{page}: {part}"))).collect();
        assert!(at.is_sorted(), "{page}: {at:?}");
    }
}

#[test]
fn the_blocks_of_the_guide_are_filled_as_it_says() {
    let guide = include_str!("../../content/guide/themes.md");
    let (guide, _) = guide.split_once("\n## A theme from nothing").expect("the part before it");
    let files = guide.split("```text\n").skip(1).filter_map(|rest| rest.split("```").next());
    let project = Project::new(ENTRY);
    project.write("content/about.md", "Me.\n");
    for text in files.filter(|text| text.starts_with("{% extends \"trailhead/") && !text.contains('…')) {
        let name = text.split('"').nth(1).and_then(|name| name.strip_prefix("trailhead/")).expect("a template");
        project.write(&format!("themes/trailhead/templates/{name}"), text);
    }
    project.build(["--strict"]);
    let html = project.read("public/journal/a/index.html");
    for part in [
        "<link rel=\"me\"",
        "<p>Texts and photos: CC BY 4.0.</p>",
        "I am no doctor.",
        "Questions? <a href=\"/about/\">",
    ] {
        assert_eq!(html.matches(part).count(), 1, "{part}");
    }
}
