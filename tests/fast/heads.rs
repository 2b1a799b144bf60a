//! What stands in heads: for search engines, for those who show links, and for browsers; and the pictures they name.

use crate::support::Project;
use serde_json::{Value, json};

const SITE: &str = "-- site.toml --
title = \"The <Long> Way\"
base_url = \"https://example.org/a/b/\"
description = \"How a calf came back.\"
author = \"Maren\"
[[injuries]]
name = \"left calf\"
onset = 2020-01-01
[[phases]]
name = \"Loading\"
start = 2020-01-01
-- content/journal/2020-01-05-one.md --
---
title: First & \"best\" </script> run
tags: [Gym]
updated: 2020-01-09
pain: 3
lessons:
  - {id: less, title: Less was more}
---
Words of the entry.
-- content/journal/2020-01-06-two.md --
---
title: Two
pain: 2
---
-- content/journal/2020-01-07-three.md --
---
title: Three
pain: 1
---
-- content/journal/2020-01-08-quiet.md --
---
title: Quiet
visibility: unlisted
---
";

/// The head of a page from its title on.
fn head(project: &Project, path: &str) -> String {
    let page = project.read(&format!("public/{path}"));
    let (_, rest) = page.split_once("<title>").expect("a title");
    let (head, _) = rest.split_once("</head>").expect("the end of the head");
    format!("<title>{head}")
}

/// What machines read of a page.
fn data(project: &Project, path: &str) -> Value {
    let head = head(project, path);
    let (_, rest) = head.split_once("<script type=\"application/ld+json\">").expect("data");
    let (json, _) = rest.split_once("</script>").expect("its end");
    assert!(!json.contains(['<', '>', '&']), "nothing can end the element: {json}");
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn the_head_of_an_entry_is_whole() {
    let project = Project::new(SITE);
    project.build([]);
    let head = head(&project, "journal/one/index.html");
    let (head, _) = head.split_once("<script").expect("data");
    // The stylesheet is named by its bytes, which are not this test's to know.
    let (before, named) = head.split_once("/style.").expect("a stylesheet");
    let head = format!("{before}/style.css{}", named.split_once(".css").expect("its ending").1);
    let title = "First &amp; &quot;best&quot; &lt;/script&gt; run";
    let expected = [
        &format!("<title>{title} · The &lt;Long&gt; Way</title>"),
        "<meta name=\"description\" content=\"Words of the entry.\">",
        "<meta name=\"color-scheme\" content=\"light dark\">",
        "<meta name=\"theme-color\" content=\"#fbf8f1\" media=\"(prefers-color-scheme: light)\">",
        "<meta name=\"theme-color\" content=\"#11161c\" media=\"(prefers-color-scheme: dark)\">",
        "<link rel=\"canonical\" href=\"https://example.org/a/b/journal/one/\">",
        "<link rel=\"icon\" href=\"/a/b/favicon.png\" type=\"image/png\" sizes=\"48x48\">",
        "<link rel=\"apple-touch-icon\" href=\"/a/b/apple-touch-icon.png\" type=\"image/png\" sizes=\"180x180\">",
        "<link rel=\"icon\" href=\"/a/b/favicon.svg\" type=\"image/svg+xml\">",
        "<link rel=\"stylesheet\" href=\"/a/b/style.css\">",
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"The &lt;Long&gt; Way\" href=\"/a/b/feed.xml\">",
        "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"The &lt;Long&gt; Way (RSS)\" href=\"/a/b/rss.xml\">",
        "<link rel=\"alternate\" type=\"application/feed+json\" title=\"The &lt;Long&gt; Way (JSON)\" href=\"/a/b/feed.json\">",
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"The &lt;Long&gt; Way: lessons\" href=\"/a/b/lessons/feed.xml\">",
        "<meta property=\"og:site_name\" content=\"The &lt;Long&gt; Way\">",
        "<meta property=\"og:type\" content=\"article\">",
        &format!("<meta property=\"og:title\" content=\"{title}\">"),
        "<meta property=\"og:description\" content=\"Words of the entry.\">",
        "<meta property=\"og:url\" content=\"https://example.org/a/b/journal/one/\">",
        "<meta property=\"og:locale\" content=\"en_US\">",
        "<meta property=\"article:published_time\" content=\"2020-01-05\">",
        "<meta property=\"article:modified_time\" content=\"2020-01-09\">",
        "<meta property=\"og:image\" content=\"https://example.org/a/b/cards/journal/one.png\">",
        "<meta property=\"og:image:width\" content=\"1200\">",
        "<meta property=\"og:image:height\" content=\"630\">",
        &format!("<meta property=\"og:image:alt\" content=\"{title} · Day 5 · Loading · 5 Jan 2020\">"),
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ];
    let lines: Vec<&str> = head.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines, expected);
    let author = json!({"@type": "Person", "name": "Maren"});
    let post = json!({
        "@type": "BlogPosting",
        "@id": "https://example.org/a/b/journal/one/",
        "url": "https://example.org/a/b/journal/one/",
        "headline": "First & \"best\" </script> run",
        "description": "Words of the entry.",
        "inLanguage": "en",
        "image": "https://example.org/a/b/cards/journal/one.png",
        "author": author,
        "isPartOf": {"@id": "https://example.org/a/b/#journal"},
        "datePublished": "2020-01-05",
        "dateModified": "2020-01-09",
        "keywords": ["Gym"],
        "wordCount": 4,
    });
    let step = |n: usize, name: &str, address: &str| {
        let item = format!("https://example.org/a/b/{address}");
        json!({"@type": "ListItem", "position": n, "name": name, "item": item})
    };
    let steps = [
        step(1, "The <Long> Way", ""),
        step(2, "Archive", "archive/"),
        step(3, "First & \"best\" </script> run", "journal/one/"),
    ];
    let crumbs = json!({"@type": "BreadcrumbList", "itemListElement": steps});
    let whole = json!({"@context": "https://schema.org", "@graph": [post, crumbs]});
    assert_eq!(data(&project, "journal/one/index.html"), whole);
}

#[test]
fn the_home_page_says_what_the_site_is_and_how_it_is_searched() {
    let project = Project::new(SITE);
    project.build([]);
    let of = |kind: &str| {
        json!({
            "@type": kind, "url": "https://example.org/a/b/", "name": "The <Long> Way", "inLanguage": "en",
            "description": "How a calf came back.",
        })
    };
    let (mut site, mut blog) = (of("WebSite"), of("Blog"));
    site["@id"] = "https://example.org/a/b/#site".into();
    site["potentialAction"] = json!({
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": "https://example.org/a/b/search/?q={words}"},
        "query-input": "required name=words",
    });
    blog["@id"] = "https://example.org/a/b/#journal".into();
    blog["author"] = json!({"@type": "Person", "name": "Maren"});
    assert_eq!(data(&project, "index.html"), json!({"@context": "https://schema.org", "@graph": [site, blog]}));
    let head = head(&project, "index.html");
    assert!(head.contains("<meta property=\"og:image\" content=\"https://example.org/a/b/card.png\">"), "{head}");
    assert!(head.contains("<meta property=\"og:image:alt\" content=\"The &lt;Long&gt; Way\">"), "{head}");
}

#[test]
fn a_lesson_is_an_article_below_the_lessons() {
    let project = Project::new(SITE);
    project.build([]);
    let graph = data(&project, "lessons/less/index.html")["@graph"].clone();
    assert_eq!((&graph[0]["@type"], &graph[0]["headline"]), (&"Article".into(), &"Less was more".into()));
    assert_eq!(graph[0]["image"], "https://example.org/a/b/cards/lessons/less.png");
    let names: Vec<&Value> =
        graph[1]["itemListElement"].as_array().expect("steps").iter().map(|s| &s["name"]).collect();
    assert_eq!(names, ["The <Long> Way", "Lessons", "Less was more"]);
    assert_eq!(data(&project, "lessons/index.html")["@graph"][0]["@type"], "BreadcrumbList");
}

#[test]
fn what_is_not_to_be_found_tells_machines_nothing() {
    let project = Project::new(SITE);
    project.build([]);
    for path in ["journal/quiet/index.html", "404.html"] {
        let head = head(&project, path);
        assert!(head.contains("noindex") && !head.contains("ld+json"), "{path}: {head}");
    }
    assert!(!project.has("public/cards/journal/quiet.png"));
}

/// The width and height of a picture.
#[track_caller]
fn size(project: &Project, path: &str) -> (u32, u32) {
    let bytes = std::fs::read(project.path(path)).expect("a picture");
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n"), "{path}");
    let number = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    (number(16), number(20))
}

#[test]
fn the_newest_entries_have_cards_and_older_ones_show_the_sites() {
    let project = Project::new(SITE);
    let settings = project.read("site.toml");
    project.write("site.toml", format!("{settings}[cards]\nlimit = 2\n"));
    project.build([]);
    let cards = ["card.png", "cards/journal/three.png", "cards/journal/two.png", "cards/lessons/less.png"];
    for path in cards {
        assert_eq!(size(&project, &format!("public/{path}")), (1200, 630), "{path}");
    }
    assert!(!project.has("public/cards/journal/one.png"));
    let site = "<meta property=\"og:image\" content=\"https://example.org/a/b/card.png\">";
    assert!(head(&project, "journal/one/index.html").contains(site));
    assert!(!head(&project, "journal/two/index.html").contains(site));
    let feed = project.read("public/feed.json");
    assert!(
        feed.contains("\"image\": \"https://example.org/a/b/cards/journal/two.png\"")
            || feed.contains("\"image\":\"https://example.org/a/b/cards/journal/two.png\""),
        "{feed}"
    );
    let (first, kept) = (project.tree("public"), project.tree(".comeback/cards"));
    // The same two newest have the days around them as a picture.
    assert_eq!(kept.len(), cards.len() + 2);
    std::fs::remove_dir_all(project.path("public")).expect("an output");
    project.build([]);
    assert!(project.tree("public") == first && project.tree(".comeback/cards") == kept, "drawn once, the same again");
    std::fs::remove_dir_all(project.path(".comeback")).expect("what was kept");
    std::fs::remove_dir_all(project.path("public")).expect("an output");
    project.run(["check"]);
    assert!(!project.has(".comeback"), "a check writes nothing");
    project.build([]);
    assert!(project.tree("public") == first, "the same without what was kept");
}

#[test]
fn pictures_and_icons_of_the_writers_own_come_first() {
    let project = Project::new(SITE);
    for (path, side) in [("favicon.png", 48), ("apple-touch-icon.png", 180)] {
        project.build([]);
        assert_eq!(size(&project, &format!("public/{path}")), (side, side));
    }
    let before = project.tree("public")["favicon.png"].clone();
    let square = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>";
    project.write("static/favicon.svg", square);
    project.write("static/card.png", "mine");
    let settings = project.read("site.toml");
    project.write("site.toml", format!("{settings}[cards]\nlimit = 0\n"));
    project.build([]);
    assert_eq!(project.read("public/favicon.svg"), square);
    assert_eq!(size(&project, "public/favicon.png"), (48, 48));
    assert!(project.tree("public")["favicon.png"] != before, "drawn from the writer's icon");
    assert_eq!(project.read("public/card.png"), "mine");
    project.write("static/favicon.png", "mine too");
    project.write("site.toml", format!("{settings}[cards]\nenabled = false\n"));
    project.build([]);
    let head = head(&project, "journal/one/index.html");
    assert_eq!(project.read("public/favicon.png"), "mine too");
    assert!(head.contains("favicon.png") && !head.contains("og:image") && !head.contains("twitter"), "{head}");
    assert!(!project.has("public/cards/lessons/less.png"));
    project.write("static/favicon.svg", "no drawing");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1);
    let hint = "mend it, or put a picture of 180 by 180 pixels into static/apple-touch-icon.png";
    assert!(ran.stderr.contains("favicon.svg can't be drawn: ") && ran.stderr.contains(hint), "{}", ran.stderr);
}

#[test]
fn one_of_several_files_for_one_address_has_no_card() {
    let entry = |name: &str| format!("-- content/journal/2020-08-0{name}.md --\n---\nslug: same\n---\nText.\n");
    let project = Project::new(&[entry("1-a"), entry("2-b"), entry("3-c")].concat());
    let ran = project.run(["build", "--keep-going"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    let outputs = project.tree("public");
    let cards: Vec<&String> = outputs.keys().filter(|path| path.starts_with("cards/")).collect();
    assert!(cards.iter().all(|path| !path.contains("/.")), "{cards:?}");
}
