//! The command: what is written and told, by words and as JSON; twice is once, and what stands there stays.

use super::{export, item, post, project};
use crate::support::{Project, Ran};

fn import(project: &Project, args: &[&str]) -> Ran {
    project.run_with(&[&["import", "wordpress"], args].concat(), &[("SOURCE_DATE_EPOCH", "1600000000")])
}

fn blog() -> String {
    let comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Ann</wp:comment_author>\
        <wp:comment_content>Hi</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>\n";
    let url = "<wp:attachment_url>https://blog.example/wp-content/uploads/a.csv</wp:attachment_url>\n";
    let text = format!(
        "<content:encoded><![CDATA[<a href=\"https://blog.example/wp-content/uploads/a.csv\">x</a>]]></content:encoded>\n{comment}"
    );
    export(
        &[
            item("post", "publish", "first-run", &text),
            item("post", "draft", "b", ""),
            item("page", "private", "about", ""),
            item("attachment", "inherit", "a", url),
            item("nav_menu_item", "publish", "n", ""),
            item("nav_menu_item", "publish", "o", ""),
        ]
        .concat(),
    )
}

const RECEIPT: &str = "2 entries new, of which not public: 1 draft
1 page new, of which not public: 1 private
1 comment new
1 attachment new
did not come, since comeback has nothing for items of the type nav_menu_item (2): nav_menu_item “n” (blog.xml:38), nav_menu_item “o” (blog.xml:45)
";

#[test]
fn the_receipt_says_what_came_and_twice_is_once() {
    let project = project();
    project.write("blog.xml", blog()).write("up/a.csv", "copied").write("content/about.md", "Mine.\n");
    let before = project.tree(".");
    let ran = import(&project, &["blog.xml", "--media", "up", "--dry-run"]);
    let dry = "2 entries would be new, of which not public: 1 draft
1 comment would be new
1 attachment would be new
  content/journal/2020-08-14-first-run.md (blog.xml:7)
  content/comments/first-run/1.yaml (blog.xml:14)
  content/journal/2020-08-14-b.md (blog.xml:16), draft
  content/uploads/a.csv (blog.xml:30)
left alone, since something else stands there:
  content/about.md (blog.xml:23)
did not come, since comeback has nothing for items of the type nav_menu_item (2): nav_menu_item “n” (blog.xml:38), nav_menu_item “o” (blog.xml:45)
nothing was written (--dry-run)
";
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str(), ran.status), (dry, "", 0));
    assert_eq!(project.tree("."), before, "a dry run writes nothing");
    project.remove("content/about.md");
    let ran = import(&project, &["blog.xml", "--media", "up"]);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str(), ran.status), (RECEIPT, "", 0));
    assert_eq!(project.read("content/uploads/a.csv"), "copied");
    let once = project.tree(".");
    let ran = import(&project, &["blog.xml", "--media", "up", "--message-format", "json"]);
    assert_eq!(project.tree("."), once, "twice is once");
    let json: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let file = |file: &str, kind: &str, line: u32, kept: Option<&str>| serde_json::json!({"file": file, "kind": kind, "place": format!("blog.xml:{line}"), "kept_back": kept});
    let left = |what: &str, line: u32| {
        let why = "since comeback has nothing for items of the type nav_menu_item";
        serde_json::json!({"what": what, "place": format!("blog.xml:{line}"), "why": why})
    };
    let expected = serde_json::json!({
        "counts": {"entries": 0, "pages": 0, "logs": 0, "comments": 0, "attachments": 0},
        "new": [],
        "there": [
            file("content/journal/2020-08-14-first-run.md", "entry", 7, None),
            file("content/comments/first-run/1.yaml", "comment", 14, None),
            file("content/journal/2020-08-14-b.md", "entry", 16, Some("draft")),
            file("content/about.md", "page", 23, Some("private")),
            file("content/uploads/a.csv", "attachment", 30, None),
        ],
        "left_alone": [],
        "left_out": [left("nav_menu_item “n”", 38), left("nav_menu_item “o”", 45)],
        "dry_run": false,
    });
    assert_eq!(json, expected);
}

#[test]
fn what_was_imported_builds_and_what_was_edited_stays() {
    let project = project();
    project.write("blog.xml", blog()).write("up/a.csv", "copied");
    import(&project, &["blog.xml", "--media", "up"]);
    project.build([]);
    assert!(project.read("public/journal/first-run/index.html").contains("Hi"));
    assert!(!project.has("public/about/index.html") && !project.has("public/journal/b/index.html"));
    project.write("content/journal/2020-08-14-first-run.md", "Edited.\n").write("up/a.csv", "other");
    let ran = import(&project, &["blog.xml", "--media", "up"]);
    let start = "nothing new\n3 files were there already\nleft alone, since something else stands there:\n  \
                 content/journal/2020-08-14-first-run.md (blog.xml:7)\n  content/uploads/a.csv (blog.xml:30)\n";
    assert!(ran.stdout.starts_with(start), "{}", ran.stdout);
    assert_eq!(project.read("content/journal/2020-08-14-first-run.md"), "Edited.\n");
    assert_eq!(project.read("content/uploads/a.csv"), "copied");
}

#[test]
fn a_damaged_export_fails_and_gives_what_it_has() {
    let project = project();
    let xml = export(&[post("a", "One."), post("b", "Two.")].concat());
    project.write("blog.xml", &xml[..xml.find("Two").expect("there")]).write("feed.xml", "<rss/>");
    let ran = import(&project, &["blog.xml"]);
    assert_eq!(ran.status, 1);
    assert_eq!(ran.stdout, "1 entry new\ndid not come, since its end is not in the file (1): post “b” (blog.xml:15)\n");
    assert!(ran.stderr.starts_with("error: the file is not well-formed"), "{}", ran.stderr);
    assert!(project.has("content/journal/2020-08-14-a.md"));
    let ran = import(&project, &["feed.xml"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert_eq!(import(&project, &["none.xml"]).status, 2);
    assert_eq!(import(&project, &["blog.xml", "--media", "nowhere"]).status, 2);
}

#[test]
fn whatever_a_title_is_it_is_read_back_and_builds() {
    const NASTY: [&str; 22] = [
        "A: b # c",
        "- a",
        "yes",
        "null",
        "1.10",
        "2020-01-01",
        "12:30",
        "don't \"quote\"",
        "[x] {y}",
        "%%z%%",
        "Draft: true",
        "--- c",
        "&amp;amp; &lt;b&gt;",
        "* star",
        "@at",
        "`tick`",
        "é ü ß 日記 🏃",
        "| a > b",
        "!tag &anchor *alias",
        "p\u{2028}q",
        "trailing:",
        "\\back\\",
    ];
    let project = project();
    let items: String = NASTY
        .iter()
        .enumerate()
        .map(|(at, title)| {
            let title = title.replace("<", "&lt;");
            let tags = format!("<category domain=\"post_tag\" nicename=\"t\"><![CDATA[{title}]]></category>\n");
            let text = format!("<content:encoded><![CDATA[{title}\n\n---\n\nKey: value]]></content:encoded>\n{tags}");
            let slug = format!("post-{at}");
            item("post", "publish", &slug, &text)
                .replace(&format!("<title>{slug}"), &format!("<title><![CDATA[{title}]]>"))
        })
        .collect();
    project.write("blog.xml", export(&items));
    let ran = import(&project, &["blog.xml"]);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("22 entries new\n", ""));
    project.build([]);
    let shown: Vec<String> = (0..NASTY.len())
        .map(|at| {
            let page = project.read(&format!("public/journal/post-{at}/index.html"));
            let (_, rest) = page.split_once("<h1").expect("a heading");
            let (_, rest) = rest.split_once('>').expect("a tag");
            rest.split_once("</h1>").expect("its end").0.trim().to_owned()
        })
        .collect();
    let escaped = |title: &&str| match *title {
        // It was escaped as it was typed.
        "&amp;amp; &lt;b&gt;" => (*title).to_owned(),
        title => {
            let title = title.replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&#39;");
            title.replace('>', "&gt;").replace('\u{2028}', " ")
        }
    };
    assert_eq!(shown, NASTY.iter().map(escaped).collect::<Vec<_>>());
}
