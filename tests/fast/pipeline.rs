//! A small journal from its files to its pages: which pages there are, and what stands on them.

use crate::support::{Project, golden, main_of};

const JOURNAL: &str = "
-- site.toml --
title = \"Back to running\"
base_url = \"https://example.org/\"
description = \"A calf, a plan, and some patience.\"
author = \"A. Runner\"
fictional = true

[[injuries]]
slug = \"calf\"
name = \"right calf\"
side = \"right\"
onset = 2020-08-03

[[phases]]
name = \"Walking\"
start = 2020-08-03
end = 2020-08-09

[[phases]]
name = \"Running\"
start = 2020-08-10
-- content/_index.md --
---
title: Back to running
---
What happened, **day by day**.
-- content/about.md --
---
title: About
---
Who writes, and [where it began](journal/2020-08-03-the-pop.md).
-- content/journal/2020-08-03-the-pop.md --
---
title: The pop
tags: [calf, bad days]
pain: {before: 0, during: 6, after: 5, next_day: 4}
sessions:
  - {type: run, distance: 4 km, duration: \"24:10\", rpe: 6}
setback: a sprint for the tram
---
It went *pop*.

## And then

I walked home[^1].

[^1]: Slowly.
-- content/journal/2020-08-05-the-stairs.md --
---
title: The stairs
tags: [Calf]
pain: 3
exercises:
  - {name: Calf raise, sets: 3, reps: 15, load: 20 kg, side: right, pain: 2}
  - {name: Soleus hold, sets: 3, hold: 45, side: both, verdict: helps}
lessons:
  - {id: stairs, title: Stairs tell the truth, tags: [Signs]}
---
One at a time.

> [!LESSON] stairs
> What hurts going down hurts tomorrow.

```rust
fn main() {}
```
-- content/journal/2020-08-08-walk.md --
---
title: \"A walk, and \\\"rest\\\"\"
pain: {before: 1, after: 1}
sessions:
  - {type: walk, distance: 3 km, duration: 35 min}
---
See [[the stairs]].
-- content/journal/2020-08-12-first-run/index.md --
---
title: First run
tags: [calf]
pain: {before: 1, during: 1, after: 0, next_day: 0}
mileage: 2 km
milestones: [First run]
lessons:
  - {confirms: stairs, note: going down was fine}
---
![The gate at the park](gate.svg \"Where it began\")

Two kilometres. ```chart``` is not drawn here, but this is:

```chart
kind: pain-timeline
from: 2020-08-03
to: 2020-08-12
```
-- content/journal/2020-08-12-first-run/gate.svg --
<svg/>
-- content/journal/2020-08-14-easy.md --
---
title: Easy
pain: 0
mileage: 3 km
---
Nothing to say.
";

/// Without the insides of drawings, which have tests of their own.
fn without_drawings(main: &str) -> String {
    let mut out = String::new();
    let mut rest = main;
    while let Some(start) = rest.find("<svg") {
        let open = start + rest[start..].find('>').map_or(0, |at| at + 1);
        let end = start + rest[start..].find("</svg>").expect("the end of the drawing");
        out.push_str(&rest[..open]);
        out.push('…');
        rest = &rest[end..];
    }
    out + rest
}

#[test]
fn a_small_journal_is_these_files() {
    let project = Project::new(JOURNAL);
    project.build(["--strict"]);
    let mut table = String::new();
    for (path, bytes) in project.tree("public") {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let title = text.split("<title>").nth(1).and_then(|t| t.split("</title>").next());
        let title = title.filter(|_| path.ends_with(".html")).map_or(String::new(), |t| format!("  {t}"));
        table.push_str(&format!("/{}{title}\n", path.trim_end_matches("index.html")));
    }
    golden("small/routes.txt", &table);
}

#[test]
fn its_pages_read_as_they_did() {
    let project = Project::new(JOURNAL);
    project.build(["--strict"]);
    for (name, path) in [
        ("home", "index.html"),
        ("entry", "journal/first-run/index.html"),
        ("exercises", "journal/the-stairs/index.html"),
        ("lessons", "lessons/index.html"),
        ("lesson", "lessons/stairs/index.html"),
        ("progress", "progress/index.html"),
        ("tag", "tags/calf/index.html"),
        ("archive", "archive/index.html"),
        ("timeline", "timeline/index.html"),
    ] {
        let page = project.read(&format!("public/{path}"));
        golden(&format!("small/{name}.html"), &without_drawings(main_of(&page)));
    }
    for name in ["feed.xml", "rss.xml", "feed.json", "sitemap.xml", "robots.txt"] {
        golden(&format!("small/{name}"), &project.read(&format!("public/{name}")));
    }
}

#[test]
fn a_journal_without_numbers_has_no_empty_sections() {
    let project = Project::new("-- content/journal/2020-08-03-words.md --\nOnly words.\n");
    project.build(["--strict"]);
    for absent in ["lessons", "progress", "tags", "timeline", "about", "code.css"] {
        assert!(!project.has(&format!("public/{absent}")), "{absent}");
    }
    let home = project.read("public/index.html");
    for absent in ["/lessons/", "/progress/", "/tags/", "/timeline/", "<svg", "NaN", "None"] {
        assert!(!home.contains(absent), "{absent}");
    }
}

#[test]
fn a_site_without_an_entry_builds() {
    let project = Project::new("-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n");
    let stdout = project.build(["--strict"]);
    assert!(stdout.starts_with("0 entries on "), "{stdout}");
    assert!(project.read("public/index.html").contains("There is no entry yet."));
}

#[test]
fn one_file_of_a_theme_is_replaced_alone() {
    let project = Project::new(JOURNAL);
    project.write(
        "themes/trailhead/templates/404.html",
        "{% extends \"base.html\" %}{% block main %}<h1>Lost</h1>{% endblock main %}\n",
    );
    project.write("themes/trailhead/static/extra.txt", "extra\n");
    project.build(["--strict"]);
    assert!(main_of(&project.read("public/404.html")).contains("<h1>Lost</h1>"));
    assert!(project.read("public/index.html").contains("Back to running"));
    assert_eq!(project.read("public/extra.txt"), "extra\n");
    assert!(project.tree("public").keys().any(|path| path.starts_with("style.") && path.ends_with(".css")));
}

#[test]
fn files_of_the_static_folder_are_copied_as_they_are() {
    let project = Project::new(JOURNAL);
    project.write("static/CNAME", "example.org\n").write("static/img/a.bin", [0u8, 159, 146, 150]);
    project.build(["--strict"]);
    assert_eq!(project.read("public/CNAME"), "example.org\n");
    assert_eq!(project.tree("public/img")["a.bin"], [0u8, 159, 146, 150]);
}

#[test]
fn two_days_of_one_name_keep_both_pages() {
    let project = Project::new(
        "-- content/journal/2020-08-03-easy.md --\nOne.\n-- content/journal/2020-08-04-easy.md --\nTwo.\n",
    );
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(main_of(&project.read("public/journal/easy/index.html")).contains("One."));
    assert!(main_of(&project.read("public/journal/2020-08-04-easy/index.html")).contains("Two."));
    assert!(ran.stderr.contains("2020-08-04-easy"), "{}", ran.stderr);
}
