//! Exports that are damaged, written by hand, or something else: what can be told for sure, a place, and never a panic.

use super::{all_of, export, import, item, post};
use comeback::import::ImportedBytes;

/// A small export with something of every kind.
fn whole() -> String {
    let comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Ann</wp:comment_author>\
        <wp:comment_content><![CDATA[Hi <b>you</b>]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>";
    let secret = item(
        "post",
        "publish",
        "b",
        "<wp:post_password>zor</wp:post_password><content:encoded>Zorword</content:encoded>",
    );
    let rich = "[caption width=\"3\"]<img src=\"https://x.example/a.jpg\"> A[/caption]\n\n<table><tr><td>1<td>2</table><pre>c\n</pre>[gallery]<!--more-->";
    export(&[post("a", rich), item("page", "draft", "p", comment), secret].concat())
}

#[test]
fn a_file_that_is_cut_off_anywhere_gives_its_whole_items() {
    let whole = whole();
    let (all, told) = import(whole.as_bytes(), None);
    assert_eq!((all.files.len(), told.len()), (4, 0));
    for percent in 0..100 {
        let cut = &whole.as_bytes()[..whole.len() * percent / 100];
        let (imported, told) = import(cut, None);
        assert!(!told.is_empty(), "{percent} %: nothing is told");
        assert!(told.iter().all(|message| message.starts_with("blog.xml")), "{told:?}");
        assert!(all.files.starts_with(&imported.files), "{percent} %: {imported:?}");
    }
}

#[test]
fn flipped_bytes_never_panic_and_never_publish_what_was_locked() {
    let whole = whole();
    for at in 0..whole.len() {
        for flip in [1, 0x20, 0x80] {
            let mut bytes = whole.clone().into_bytes();
            bytes[at] ^= flip;
            let (imported, told) = import(&bytes, None);
            assert!(told.iter().all(|message| message.starts_with("blog.xml")), "{told:?}");
            for file in imported.files.iter().filter(|file| file.kept_back.is_none()) {
                let ImportedBytes::Text(text) = &file.bytes else { panic!("{file:?}") };
                assert!(!text.contains("Zorword"), "byte {at} ^ {flip}: {text}\n{}", String::from_utf8_lossy(&bytes));
            }
        }
    }
}

#[test]
fn faults_have_a_place_and_what_stands_beside_them_comes() {
    let broken = post("b", "x").replace("</wp:post_type>", "</wp:post_typ>");
    let xml = export(&[post("a", "One."), broken, post("c", "Three.")].concat());
    let expected = "blog.xml:18:19: error: the file is not well-formed: </wp:post_typ> ends what never began
  what could be read beside it is imported; export again if something is missing
== content/journal/2020-08-14-a.md (Entry) from blog.xml:7\n---\ntitle: a\ndate: 2020-08-14T07:20:00\n---\n\nOne.
== content/journal/2020-08-14-c.md (Entry) from blog.xml:23\n---\ntitle: c\ndate: 2020-08-14T07:20:00\n---\n\nThree.
left item “b” (blog.xml:15): since its type is not said
";
    assert_eq!(all_of(&xml, None), expected);
    // The end of the file is missing, and so is that of its last post.
    let xml = export(&[post("a", "One."), post("b", "Two.")].concat());
    let cut = xml.find("Two").expect("there");
    let expected = "blog.xml:21:18: error: the file is not well-formed: the file can’t be read from here on: syntax error: CDATA not closed: `]]>` not found before end of input
  what could be read beside it is imported; export again if something is missing
== content/journal/2020-08-14-a.md (Entry) from blog.xml:7\n---\ntitle: a\ndate: 2020-08-14T07:20:00\n---\n\nOne.
left post “b” (blog.xml:15): since its end is not in the file
";
    assert_eq!(all_of(&xml[..cut], None), expected);
}

#[test]
fn values_are_read_however_they_are_wrapped() {
    let xml = export(&item("post", "publish", "a", "<content:encoded>\n<![CDATA[one ]]><![CDATA[two &amp; ]]>&lt;b&gt;three&lt;/b&gt; &nope; & &#x41;\n</content:encoded>\n"))
        .replace("<wp:status>publish", "<wp:status>\n  <![CDATA[publish]]>\n")
        .replace("<wp:wxr_version>1.2</wp:wxr_version>\n", "")
        .replace("<wp:post_type>post", "<wp:post_type>\n post ");
    let xml = format!("\u{feff}{xml}");
    assert_eq!(
        all_of(&xml, None),
        "== content/journal/2020-08-14-a.md (Entry) from blog.xml:6\n---\ntitle: a\ndate: 2020-08-14T07:20:00\n---\n\none two & **three** &nope; & A\n"
    );
}

#[test]
fn dates_that_are_none_are_left_out() {
    let dated = |local: &str, more: &str| {
        let xml = item("post", "publish", "a", more).replace("2020-08-14 07:20:00", local);
        let (imported, _) = import(export(&xml).as_bytes(), None);
        imported.files[0].path.clone()
    };
    let gmt = "<wp:post_date_gmt>2020-08-13 23:00:00</wp:post_date_gmt>";
    let feed = "<pubDate>Fri, 14 Aug 2020 07:20:00 +0000</pubDate>";
    for (local, more, expected) in [
        ("0000-00-00 00:00:00", gmt, "content/journal/2020-08-13-a.md"),
        ("0000-00-00 00:00:00", feed, "content/journal/2020-08-14-a.md"),
        ("", "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate>", "content/journal/a.md"),
        ("yesterday", "", "content/journal/a.md"),
    ] {
        assert_eq!(dated(local, more), expected, "{local} {more}");
    }
}

#[test]
fn other_files_are_told_apart() {
    let feed = "<rss><channel><item><title>x</title></item></channel></rss>";
    let expected =
        "blog.xml: error: this is no export of WordPress\n  in WordPress, Tools, Export, All content gives the file\n";
    for text in [feed, "", "title,date\nx,y\n", "<", "\u{0}"] {
        assert_eq!(all_of(text, None), expected, "{text:?}");
    }
    assert_eq!(all_of(&export(""), None), "blog.xml: note: the export holds no post and no page\n");
    let (imported, told) = import(b"\xff\xfe<\x00", None);
    assert_eq!((imported.files.len(), told.len()), (0, 1));
    assert!(told[0].starts_with("blog.xml: error: the file is UTF-16"), "{told:?}");
    // Bytes that are no text.
    let mut bytes = export(&post("a", "One ?wo.")).into_bytes();
    let at = bytes.iter().rposition(|byte| *byte == b'?').filter(|at| *at > 300).expect("there");
    bytes[at] = 0xff;
    let (imported, told) = import(&bytes, None);
    assert_eq!(imported.files.len(), 1);
    assert!(told[0].starts_with("blog.xml:13:1: warning: from here on some bytes are no text"), "{told:?}");
    // Entities of the file's own are never expanded, and depth has an end.
    let bomb = export(&post("a", "x"))
        .replace("<rss", "<!DOCTYPE rss [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<rss")
        .replace("<title>a", "<title>&b;");
    assert!(all_of(&bomb, None).contains("title: '&b;'"), "{}", all_of(&bomb, None));
    let deep = export(&"<x>".repeat(100_000));
    assert!(all_of(&deep, None).contains("more than 40 elements stand inside of one another"));
}
