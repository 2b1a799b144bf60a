//! The feeds as a feed reader sees them: `feed-rs` reads all forms of a small site and must find the same in each.

use crate::support::Project;
use feed_rs::model::Feed;

const SITE: &str = "\
-- site.toml --
title = \"Back & <forth>\"
base_url = \"https://example.org/blog/\"
description = \"A calf.\"
author = \"A. Runner\"
language = \"en-GB\"

[feeds]
limit = 4
-- static/img/x.png --
bytes
-- content/journal/2020-08-01-too-old.md --
---
title: Beyond the limit
tags: [Calf]
---
Old.
-- content/journal/2020-08-03-pop/index.md --
---
title: The <b>pop</b> & \"what\" then
tags: [Calf, Bad days]
updated: 2020-08-20
image: knee.svg
summary: It went & gave.
lessons:
  - {id: stairs, title: Stairs tell the truth, tags: [Signs]}
---
![A knee](knee.svg) and <img src=\"knee.svg\" srcset=\"/img/x.png 2x\" alt=\"\" onerror=\"x()\">.

> [!LESSON] stairs
> Going *down* hurts.

<script>alert(1)</script><a href=\"/img/x.png\">x</a>

Below[^1].

[^1]: A note.

```chart
kind: pain-timeline
```
-- content/journal/2020-08-03-pop/knee.svg --
<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'/>
-- content/journal/2020-08-05-walk.md --
---
title: Walk
pain: 3
lessons:
  - {confirms: stairs, note: it did}
---
To [the pop](2020-08-03-pop/index.md).
-- content/journal/2020-08-06-unlisted.md --
---
visibility: unlisted
tags: [Calf]
---
Not for lists.
-- content/journal/undated.md --
---
title: Some day
tags: [calf]
---
No date.
-- content/journal/2020-08-07-naughty.md --
---
title: \"a\\u0001b \\uFFFE \\U0001F600 ]]> é\"
---
]]> &#1; <![CDATA[x]]>
";

/// What a reader shows of an item: id, link, title, published, content, tags.
type Shown = (String, String, String, Option<String>, String, Vec<String>);

#[track_caller]
fn read(project: &Project, path: &str) -> Feed {
    let text = project.read(&format!("public/{path}"));
    feed_rs::parser::parse(text.as_bytes()).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"))
}

fn shown(feed: &Feed) -> Vec<Shown> {
    let item = |entry: &feed_rs::model::Entry| {
        let content = entry.content.as_ref().and_then(|content| content.body.clone());
        (
            entry.id.clone(),
            entry.links.first().map(|link| link.href.clone()).unwrap_or_default(),
            entry.title.as_ref().map(|title| title.content.clone()).unwrap_or_default(),
            entry.published.map(|date| date.to_rfc3339()),
            content.unwrap_or_default().trim().to_owned(),
            entry.categories.iter().map(|tag| tag.term.clone()).collect(),
        )
    };
    feed.entries.iter().map(item).collect()
}

/// The day of a moment.
fn day(moment: Option<impl ToString>) -> Option<String> {
    moment.map(|moment| moment.to_string()[..10].to_owned())
}

fn built() -> Project {
    let project = Project::new(SITE);
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    project
}

#[test]
fn a_reader_finds_the_same_entries_in_all_three_feeds() {
    let project = built();
    let feeds = ["feed.xml", "rss.xml", "feed.json"].map(|path| read(&project, path));
    let all: Vec<Vec<Shown>> = feeds.iter().map(shown).collect();
    let titles: Vec<&str> = all[0].iter().map(|item| item.2.as_str()).collect();
    assert_eq!(titles, ["ab  \u{1f600} ]]> é", "Walk", "The <b>pop</b> & \"what\" then", "Beyond the limit"]);
    assert_eq!(all[0], all[1], "RSS");
    assert_eq!(all[0], all[2], "JSON Feed");
    for feed in &feeds {
        assert_eq!(feed.title.as_ref().map(|title| title.content.as_str()), Some("Back & <forth>"));
    }
    let (id, link, _, published, content, tags) = &all[0][2];
    assert_eq!((id, link), (&"https://example.org/blog/journal/pop/".to_owned(), id));
    assert_eq!(published.as_deref(), Some("2020-08-03T00:00:00+00:00"));
    assert_eq!(tags, &["Calf", "Bad days"]);
    let expected = "\
<p><img src=\"https://example.org/blog/journal/pop/KNEE\" width=\"4\" height=\"3\" alt=\"A knee\"> and \
<img src=\"https://example.org/blog/journal/pop/KNEE\" width=\"4\" height=\"3\" alt=\"\" loading=\"lazy\">.</p>
<div id=\"lesson-stairs\">
<p><a href=\"https://example.org/blog/lessons/stairs/\">Lesson 1</a>: <b>Stairs tell the truth</b> · learned here</p>

<p>Going <em>down</em> hurts.</p>
</div>
<a href=\"https://example.org/blog/img/x.png\">x</a>";
    let mark = comeback::photo::Mark::of(&project.tree("content/journal/2020-08-03-pop")["knee.svg"]).short();
    let expected = expected.replace("KNEE", &format!("knee.{mark}.svg"));
    assert!(content.starts_with(&expected), "{content}");
    assert!(content.contains("<a href=\"https://example.org/blog/journal/pop/#fn-1\""), "{content}");
    assert!(content.contains("<em>Chart: "), "{content}");
    for never in ["<script", "alert", "onerror", "<svg", "class=\"meta"] {
        assert!(!content.contains(never), "{never} in {content}");
    }
}

#[test]
fn an_id_stays_when_the_text_changes_and_the_change_is_dated() {
    let project = built();
    let before = read(&project, "feed.xml");
    project.write(
        "content/journal/2020-08-05-walk.md",
        "---\ntitle: A walk, retold\nupdated: 2020-08-30\n---\nAnother text.\n",
    );
    assert_eq!(project.run(["build"]).status, 0);
    let after = read(&project, "feed.xml");
    let entry =
        |feed: &Feed| feed.entries.iter().find(|entry| entry.id.ends_with("/walk/")).cloned().expect("the walk");
    let (old, new) = (entry(&before), entry(&after));
    assert_eq!((old.id, old.published), (new.id, new.published));
    assert_eq!(day(old.updated).as_deref(), Some("2020-08-05"));
    assert_eq!(day(new.updated).as_deref(), Some("2020-08-30"));
    assert_eq!(day(after.updated).as_deref(), Some("2020-08-30"), "the feed says when something in it changed last");
    let json = read(&project, "feed.json");
    assert_eq!(
        day(json.entries.iter().find(|e| e.id.ends_with("/walk/")).and_then(|e| e.updated)).as_deref(),
        Some("2020-08-30")
    );
}

#[test]
fn a_tag_has_its_own_feed_with_the_undated_last() {
    let project = built();
    let feed = read(&project, "tags/calf/feed.xml");
    let titles: Vec<String> = shown(&feed).into_iter().map(|item| item.2).collect();
    assert_eq!(titles, ["The <b>pop</b> & \"what\" then", "Beyond the limit", "Some day"]);
    let page = project.read("public/tags/calf/index.html");
    assert!(page.contains("title=\"Back &amp; &lt;forth&gt;: calf\" href=\"/blog/tags/calf/feed.xml\""), "{page}");
    let home = project.read("public/index.html");
    assert!(!home.contains("tags/calf/feed.xml"));
    for (kind, path) in [
        ("application/atom+xml", "feed.xml"),
        ("application/rss+xml", "rss.xml"),
        ("application/feed+json", "feed.json"),
        ("application/atom+xml", "lessons/feed.xml"),
    ] {
        let link = home.lines().find(|line| line.contains(&format!("href=\"/blog/{path}\""))).expect(path);
        assert!(link.contains("rel=\"alternate\"") && link.contains(kind), "{link}");
    }
}

#[test]
fn a_lesson_is_dated_again_by_what_happened_to_it() {
    let project = built();
    let feed = read(&project, "lessons/feed.xml");
    let [lesson] = feed.entries.as_slice() else { panic!("{:?}", feed.entries) };
    assert_eq!(lesson.id, "https://example.org/blog/lessons/stairs/");
    assert_eq!(
        (day(lesson.published), day(lesson.updated)),
        (Some("2020-08-03".to_owned()), Some("2020-08-05".to_owned()))
    );
    let content = lesson.content.as_ref().and_then(|content| content.body.clone()).expect("a content");
    assert_eq!(
        content.trim(),
        "<p>Going <em>down</em> hurts.</p>\n<ul>\n\
         <li>Learned in <a href=\"https://example.org/blog/journal/pop/\">The &lt;b&gt;pop&lt;/b&gt; &amp; &quot;what&quot; then</a>, 3 August 2020</li>\n\
         <li>Held again in <a href=\"https://example.org/blog/journal/walk/\">Walk</a>, 5 August 2020: it did</li>\n</ul>"
    );
}

#[test]
fn a_site_of_pages_alone_has_no_feed() {
    let project = Project::new("-- content/about.md --\nAbout.\n");
    project.build(["--strict"]);
    for path in ["feed.xml", "rss.xml", "feed.json", "lessons/feed.xml", "archive", "timeline"] {
        assert!(!project.has(&format!("public/{path}")), "{path}");
    }
    let home = project.read("public/index.html");
    assert!(!home.contains("rel=\"alternate\"") && !home.contains("Feeds"), "{home}");
}
