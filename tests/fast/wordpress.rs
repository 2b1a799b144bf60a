//! `comeback import wordpress`: a blog's export becomes entries, pages and comments; nobody's address and no private word gets out.

mod damage;
mod markdown;
mod receipt;

use crate::support::{Project, SETTINGS};
use comeback::import::{HowToImport, Imported, ImportedBytes, import_wordpress};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

const TODAY: Date = Date::constant(2025, 1, 1);

/// An export of a blog at `https://blog.example` with these items.
fn export(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\">\n<channel>\n<wp:wxr_version>1.2</wp:wxr_version>\n\
         <wp:base_blog_url>https://blog.example</wp:base_blog_url>\n\
         <wp:author><wp:author_id>7</wp:author_id><wp:author_login><![CDATA[jo]]></wp:author_login>\
         <wp:author_email>jo@blog.example</wp:author_email></wp:author>\n{items}</channel>\n</rss>\n"
    )
}

/// An item of a type and a status, with further elements.
fn item(kind: &str, status: &str, slug: &str, more: &str) -> String {
    format!(
        "<item>\n<title>{slug}</title>\n<wp:post_name>{slug}</wp:post_name>\n<wp:post_type>{kind}</wp:post_type>\n\
         <wp:status>{status}</wp:status>\n<wp:post_date>2020-08-14 07:20:00</wp:post_date>\n{more}</item>\n"
    )
}

/// A post with a text.
fn post(slug: &str, content: &str) -> String {
    item("post", "publish", slug, &format!("<content:encoded><![CDATA[{content}]]></content:encoded>\n"))
}

fn import(bytes: &[u8], media: Option<&BTreeMap<String, PathBuf>>) -> (Imported, Vec<String>) {
    let standing = BTreeMap::from([("content/journal/2019-01-01-old.md".to_owned(), "old".to_owned())]);
    let how = HowToImport { today: TODAY, media, standing: &standing };
    let checked = import_wordpress("blog.xml", bytes, how);
    let told = checked.diagnostics.iter().map(|problem| {
        let place = problem.place.as_ref().map(ToString::to_string).unwrap_or_default();
        let hints: String = problem.hints.iter().map(|hint| format!("\n  {hint}")).collect();
        format!("{place}: {}: {}{hints}", problem.severity.word(), problem.message)
    });
    let told = told.collect();
    (checked.value, told)
}

/// All that comes of an export: problems, files, and what does not come.
fn all_of(xml: &str, media: Option<&BTreeMap<String, PathBuf>>) -> String {
    let (imported, told) = import(xml.as_bytes(), media);
    let mut out = String::new();
    for problem in told {
        let _ = writeln!(out, "{problem}");
    }
    for file in &imported.files {
        let kept = file.kept_back.map(|why| format!(", {why}")).unwrap_or_default();
        let _ = writeln!(out, "== {} ({:?}{kept}) from {}", file.path, file.kind, file.place);
        match &file.bytes {
            ImportedBytes::Text(text) => out.push_str(text),
            ImportedBytes::CopyOf(path) => {
                let _ = writeln!(out, "as {}", path.display());
            }
        }
    }
    for left in &imported.left_out {
        let _ = writeln!(out, "left {} ({}): {}", left.what, left.place, left.why);
    }
    out
}

#[track_caller]
fn gives(items: &str, expected: &str) {
    assert_eq!(all_of(&export(items), None), expected, "{items}");
}

/// The text below the front matter of an export's only post.
fn body(content: &str) -> String {
    let (imported, told) = import(export(&post("a", content)).as_bytes(), None);
    let [file] = imported.files.as_slice() else { panic!("{imported:?} {told:?}") };
    let ImportedBytes::Text(text) = &file.bytes else { panic!("{file:?}") };
    let (_, body) = text.split_once("\n---\n").expect("front matter");
    body.trim().to_owned()
}

fn project() -> Project {
    Project::new(&format!("-- site.toml --\n{SETTINGS}timezone = \"UTC\"\n"))
}

#[test]
fn a_post_becomes_an_entry_with_its_former_address() {
    let more = "<link>https://blog.example/2020/08/First_Run/</link>\n<wp:post_id>3</wp:post_id>\n\
        <category domain=\"category\" nicename=\"uncategorized\"><![CDATA[Uncategorized]]></category>\n\
        <category domain=\"category\" nicename=\"rehab\"><![CDATA[Rehab &amp; rest]]></category>\n\
        <category domain=\"post_tag\" nicename=\"rehab\"><![CDATA[rehab & rest]]></category>\n\
        <category domain=\"post_format\" nicename=\"aside\"><![CDATA[Aside]]></category>\n\
        <excerpt:encoded><![CDATA[Ten <em>minutes</em>.]]></excerpt:encoded>\n\
        <content:encoded><![CDATA[One.\n\nTwo.]]></content:encoded>\n";
    let xml = item("post", "publish", "first-run", more)
        .replace("<title>first-run", "<title><![CDATA[First &#8220;run&#8221; <b>ever</b>]]>");
    gives(
        &xml,
        "== content/journal/2020-08-14-first-run.md (Entry) from blog.xml:7
---
title: First “run” ever
date: 2020-08-14T07:20:00
summary: Ten minutes.
tags:
- Rehab & rest
aliases:
- /2020/08/First_Run/
---

One.

Two.
",
    );
}

#[test]
fn what_isn_t_said_to_be_published_is_kept_back() {
    let password = "<wp:post_password>x</wp:post_password>\n";
    let later = item("post", "future", "f", "").replace("2020-08-14", "2030-01-01");
    let all = [
        item("post", "draft", "a", ""),
        item("post", "pending", "b", ""),
        item("post", "in-review", "c", ""),
        item("post", "", "d", ""),
        item("page", "private", "e", ""),
        later,
        item("post", "future", "g", ""),
        item("post", "publish", "h", password),
        item("post", "draft", "i", password),
        item("post", "trash", "j", ""),
        item("post", "auto-draft", "k", ""),
        item("page", "inherit", "l", ""),
        item("revision", "inherit", "m", ""),
        item("nav_menu_item", "publish", "n", ""),
    ];
    let (imported, told) = import(export(&all.concat()).as_bytes(), None);
    assert_eq!(told, Vec::<String>::new());
    let texts = imported.files.iter().map(|file| {
        let ImportedBytes::Text(text) = &file.bytes else { panic!("{file:?}") };
        let lines = text.lines().filter(|line| line.starts_with("draft") || line.starts_with("visibility"));
        format!("{} {:?} {}", file.path, file.kept_back.unwrap_or_default(), lines.collect::<Vec<_>>().join(", "))
    });
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [
            "content/journal/2020-08-14-a.md \"draft\" draft: true",
            "content/journal/2020-08-14-b.md \"draft\" draft: true",
            "content/journal/2020-08-14-c.md \"draft\" draft: true",
            "content/journal/2020-08-14-d.md \"draft\" draft: true",
            "content/e.md \"private\" visibility: private",
            "content/journal/2030-01-01-f.md \"future\" ",
            // Its day has passed, and it was never published.
            "content/journal/2020-08-14-g.md \"draft\" draft: true",
            "content/journal/2020-08-14-h.md \"private\" visibility: private",
            "content/journal/2020-08-14-i.md \"draft\" draft: true, visibility: private",
        ]
    );
    let left: Vec<String> = imported.left_out.iter().map(|left| format!("{}: {}", left.what, left.why)).collect();
    assert_eq!(
        left,
        [
            "post “j”: since its status is trash",
            "post “k”: since its status is auto-draft",
            "page “l”: since its status is inherit",
            "revision “m”: since comeback has nothing for items of the type revision",
            "nav_menu_item “n”: since comeback has nothing for items of the type nav_menu_item",
        ]
    );
}

#[test]
fn no_two_texts_share_a_path_or_an_address() {
    let with_link = |kind: &str, slug: &str, link: &str| {
        item(kind, "publish", slug, &format!("<link>https://blog.example{link}</link>\n"))
    };
    let comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_approved>1</wp:comment_approved>\
        <wp:comment_content>Hi</wp:comment_content></wp:comment>";
    let all = [
        with_link("post", "a", "/a/"),
        with_link("post", "A", "/2020/a"),
        with_link("post", "a", "//Greek//x/").replace("2020-08-14", "2021-08-14"),
        with_link("page", "archive", "/archive/"),
        item("page", "publish", "a", comment),
        item("page", "publish", "b", ""),
        with_link("post", "b", "/b/"),
        item("post", "publish", "", "").replace("2020-08-14 07:20:00", "0000-00-00 00:00:00"),
        item("post", "publish", "%e6%97%a5%e8%a8%98", ""),
        with_link("post", "q", "/?p=12"),
        with_link("post", "old", "/a/../z/"),
    ];
    let (imported, told) = import(export(&all.concat()).as_bytes(), None);
    assert_eq!(told, Vec::<String>::new());
    let texts = imported.files.iter().map(|file| {
        let ImportedBytes::Text(text) = &file.bytes else { panic!("{file:?}") };
        let lines = text.lines().filter(|line| line.starts_with("slug") || line.starts_with("- /"));
        format!("{} {}", file.path, lines.collect::<Vec<_>>().join(" "))
    });
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [
            "content/journal/2020-08-14-a.md - /a/",
            "content/journal/2020-08-14-a-2.md - /2020/a",
            "content/journal/2021-08-14-a.md slug: 2021-08-14-a - /Greek//x/",
            "content/archive-2.md ",
            "content/a-2.md ",
            "content/comments/a-2/1.yaml ",
            "content/b.md ",
            "content/journal/2020-08-14-b.md ",
            "content/journal/post-x-af1349b9.md ",
            "content/journal/2020-08-14-日記.md ",
            "content/journal/2020-08-14-q.md ",
            // An entry of the site has the short address.
            "content/journal/2020-08-14-old.md slug: 2020-08-14-old",
        ]
    );
    let left: Vec<String> = imported.left_out.iter().map(|left| format!("{}: {}", left.what, left.why)).collect();
    assert_eq!(
        left,
        [
            "the address https://blog.example/archive/ of “archive”: since another text or a page of the site has it",
            "the address https://blog.example/b/ of “b”: since another text or a page of the site has it",
            "the address https://blog.example/?p=12 of “q”: since it has a query, and a folder of files answers to none",
            "the address https://blog.example/a/../z/ of “old”: since it is no path of a site",
        ]
    );
}

#[test]
fn comments_keep_their_threads_and_lose_their_addresses() {
    let comment = |id: &str, parent: &str, approved: &str, kind: &str, content: &str| {
        format!(
            "<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author><![CDATA[Ann {id}]]></wp:comment_author>\
             <wp:comment_author_email>ann@reader.example</wp:comment_author_email>\
             <wp:comment_author_url>https://ann.example/</wp:comment_author_url>\
             <wp:comment_author_IP>203.0.113.9</wp:comment_author_IP>\
             <wp:comment_date>2020-08-15 09:00:00</wp:comment_date><wp:comment_date_gmt>2020-08-15 07:00:00</wp:comment_date_gmt>\
             <wp:comment_content><![CDATA[{content}]]></wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved>\
             <wp:comment_type>{kind}</wp:comment_type><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>\n"
        )
    };
    let by = |comment: String, name: &str, user: &str| {
        comment
            .replace("Ann 5", name)
            .replace("</wp:comment>", &format!("<wp:comment_user_id>{user}</wp:comment_user_id></wp:comment>"))
            .replace("https://ann.example/", "mailto:jo@blog.example")
    };
    let comments = [
        comment("1", "0", "1", "", "Same *side*.\nHow is it &amp; you?"),
        comment("2", "1", "0", "comment", "Waiting."),
        comment(
            "3",
            "2",
            "1",
            "comment",
            "Write to <a href=\"mailto:me_2@mail.example\">me_2@mail.example</a> or b&#64;mail.example",
        ),
        comment("4", "1", "1", "pingback", "[…] ping […]"),
        by(comment("5", "3", "1", "comment", "Thanks."), "jo@blog.example", "7"),
        comment("6", "0", "spam", "comment", "Buy."),
    ];
    let more = format!("<dc:creator>jo</dc:creator>\n{}", comments.concat());
    gives(
        &item("post", "publish", "a", &more),
        "== content/journal/2020-08-14-a.md (Entry) from blog.xml:7
---
title: a
date: 2020-08-14T07:20:00
---
== content/comments/a/1.yaml (Comment) from blog.xml:14
_id: '1'
name: Ann 1
url: https://ann.example/
date: 2020-08-15T07:00:00Z
message: |-
  Same \\*side\\*.\\
  How is it & you?
== content/comments/a/3.yaml (Comment) from blog.xml:17
_id: '3'
name: Ann 3
url: https://ann.example/
date: 2020-08-15T07:00:00Z
replying_to_uid: '1'
message: Write to [address removed] or [address removed]
== content/comments/a/5.yaml (Comment) from blog.xml:19
_id: '5'
author: true
date: 2020-08-15T07:00:00Z
replying_to_uid: '3'
message: Thanks.
left comment by Ann 2 (blog.xml:16): since it was not approved
left comment by Ann 4 (blog.xml:18): since pingbacks and trackbacks are nobody’s words
left comment by Ann 6 (blog.xml:20): since it was not approved
",
    );
}

#[test]
fn uploads_are_copied_and_texts_show_the_copies() {
    let folder: BTreeMap<String, PathBuf> = ["uploads/2020/08/knee.jpg", "2020/08/scan.pdf", "2020/08/other.jpg"]
        .map(|path| (path.to_owned(), path.into()))
        .into();
    // A page with the picture alone leads nowhere else, whether the picture is there or not.
    let page_of = "<a href=\"https://blog.example/gone/\"><img src=\"https://blog.example/wp-content/uploads/2020/08/gone.jpg\"></a>";
    let attachment = |id: &str, name: &str, more: &str| {
        let url = format!("https://blog.example/wp-content/uploads/2020/08/{name}");
        item(
            "attachment",
            "inherit",
            name,
            &format!("<wp:post_id>{id}</wp:post_id><wp:attachment_url>{url}</wp:attachment_url>{more}\n"),
        )
    };
    let alt = "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[My knee]]></wp:meta_value></wp:postmeta>";
    let html = "<a href=\"https://blog.example/wp-content/uploads/2020/08/knee.jpg\"><img class=\"wp-image-9\" \
        src=\"http://www.blog.example/wp-content/uploads/2020/08/knee-300x200.jpg\"></a>\n\n\
        <a href=\"/wp-content/uploads/2020/08/scan.pdf\">here</a> <a href=\"https://blog.example/wp-content/uploads/2020/08/scan.pdf\">scan</a> \
        <a href=\"https://blog.example/about/?x=1\">about</a>\n\n[gallery ids=\"9,8\"]";
    let html = &format!("{html}\n\n{page_of}");
    let items = [
        post("a", html),
        item(
            "post",
            "publish",
            "c",
            "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>9</wp:meta_value></wp:postmeta>\n",
        ),
        item(
            "page",
            "publish",
            "about",
            "<link>https://blog.example/about/</link>\n<content:encoded><![CDATA[<img src=\"https://blog.example/wp-content/uploads/2020/08/knee.jpg\" alt=\"x\">]]></content:encoded>\n",
        ),
        attachment("9", "knee.jpg", alt),
        attachment("8", "gone.jpg", "<link>https://blog.example/gone/</link>"),
        attachment("7", "scan.pdf", ""),
    ];
    let expected = "== content/journal/2020-08-14-a.md (Entry) from blog.xml:7
---
title: a
date: 2020-08-14T07:20:00
---

![My knee](../uploads/2020/08/knee.jpg)

[here](../uploads/2020/08/scan.pdf) [scan](../uploads/2020/08/scan.pdf) [about](../about.md)

![My knee](../uploads/2020/08/knee.jpg)

![](https://blog.example/wp-content/uploads/2020/08/gone.jpg)

![](https://blog.example/wp-content/uploads/2020/08/gone.jpg)
== content/journal/2020-08-14-c.md (Entry) from blog.xml:21
---
title: c
date: 2020-08-14T07:20:00
image: ../uploads/2020/08/knee.jpg
---
== content/about.md (Page) from blog.xml:29
---
title: about
date: 2020-08-14T07:20:00
---

![x](uploads/2020/08/knee.jpg)
== content/uploads/2020/08/knee.jpg (Attachment) from blog.xml:38
as uploads/2020/08/knee.jpg
== content/uploads/2020/08/scan.pdf (Attachment) from blog.xml:54
as 2020/08/scan.pdf
left https://blog.example/wp-content/uploads/2020/08/gone.jpg (blog.xml:46): since it is not in the folder of --media
";
    assert_eq!(all_of(&export(&items.concat()), Some(&folder)), expected);
    // Without a folder they are listed, and the texts keep their addresses.
    let listed = all_of(&export(&attachment("8", "gone.jpg", "")), None);
    assert_eq!(
        listed,
        "left https://blog.example/wp-content/uploads/2020/08/gone.jpg (blog.xml:7): since no folder of uploads was named with --media\n"
    );
}

#[test]
fn uploads_that_only_texts_name_come_too() {
    let folder: BTreeMap<String, PathBuf> =
        ["2020/08/big-scaled.jpg", "2020/08/my knee.jpg", "2020/08/a.pdf", "2020/08/other.jpg"]
            .map(|path| (path.to_owned(), path.into()))
            .into();
    let url = "<wp:attachment_url>https://blog.example/wp-content/uploads/2020/08/big-scaled.jpg</wp:attachment_url>\n";
    let html = "<img src=\"https://blog.example/wp-content/uploads/2020/08/big-1024x768.jpg\" alt=\"a\">\n\n\
        <img src=\"https://blog.example/wp-content/uploads/2020/08/my%20knee-300x200.jpg\" alt=\"b\">\n\n\
        <a href='/wp-content/uploads/2020/08/a.pdf'>c</a> https://elsewhere.example/wp-content/uploads/2020/08/other.jpg";
    let items = [post("a", html), item("attachment", "inherit", "big", url)].concat();
    let expected = "== content/journal/2020-08-14-a.md (Entry) from blog.xml:7
---
title: a
date: 2020-08-14T07:20:00
---

![a](../uploads/2020/08/big-scaled.jpg)

![b](../uploads/2020/08/my%20knee.jpg)

[c](../uploads/2020/08/a.pdf) https://elsewhere.example/wp-content/uploads/2020/08/other.jpg
== content/uploads/2020/08/big-scaled.jpg (Attachment) from blog.xml:19
as 2020/08/big-scaled.jpg
== content/uploads/2020/08/my knee.jpg (Attachment) from blog.xml:7
as 2020/08/my knee.jpg
== content/uploads/2020/08/a.pdf (Attachment) from blog.xml:7
as 2020/08/a.pdf
";
    assert_eq!(all_of(&export(&items), Some(&folder)), expected);
}
