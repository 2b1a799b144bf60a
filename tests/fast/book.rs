//! The book: what is in it and in which order, where its links lead, what it leaves out, and where it may be written.

use crate::support::{MARKED, Project, SETTINGS, SOUP, golden};
use comeback::book::{BookContent, BookFile};
use comeback::build::{Builder, book_leaks};
use comeback::config::{Flags, Today};
use comeback::site::ReaderContext;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Read;
use zip::{CompressionMethod, ZipArchive};

const JOURNAL: &str = "\
-- site.toml --
title = \"Back to easy\"
base_url = \"https://example.org/run/\"
description = \"A calf, and what it taught.\"
author = \"A. Runner\"
fictional = true

[[injuries]]
slug = \"calf\"
name = \"left calf\"
site = \"calf\"
side = \"left\"
onset = 2020-07-01

[[phases]]
name = \"Rest\"
start = 2020-07-01
end = 2020-07-14
goal = \"Walk without a limp\"
summary = \"Two quiet weeks.\"

[[phases]]
name = \"Running\"
start = 2020-08-01
-- content/_index.md --
Hello, and see [the first day](journal/2020-07-02-pop.md).
-- content/now.md --
---
title: Now
date: 2020-09-01
---
Thirty minutes, three times a week.
-- content/about.md --
# About

A page.
-- content/journal/2020-07-02-pop.md --
---
title: Pop & stop
summary: A step off a kerb.
pain: 4/6/7/5
sessions: [run 2 km 12:00 rpe 4]
exercises: [Calf raise 3x10 @5kg pain 2]
setback: a kerb
lessons: [{id: stop, title: Stop at the first pop}, {id: ice, title: Ice mends it}]
---
It went *pop*.[^1] Later it was [better](2020-08-03-jog.md#two-days-later), see [about](../about.md) and [the lesson](/lessons/stop/).

## 2 days later

- [x] rest
- [ ] run

[^1]: Quite loudly.
-- content/journal/2020-07-20-between.md --
---
title: Between
---
Neither here nor there.
-- content/journal/2020-08-03-jog.md --
---
title: A jog
pain: 0/1/0/0
sessions: [run 3 km 20:00 rpe 2]
lessons: [{confirms: stop, note: it held}, {retracts: ice, note: it only numbed it}]
---
Slow.

```chart
kind: pain-timeline
caption: All of it
```

## Two days later

![A leg](leg.png \"The leg\")
";

/// A picture of one pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82";

fn journal() -> Project {
    let project = Project::new(JOURNAL);
    project.write("content/journal/leg.png", PNG);
    project
}

/// The files of the book of a site, by path.
#[track_caller]
fn files(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let ran = project.run(["book", "--output", "b.epub"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{}", ran.stdout);
    let mut zip = ZipArchive::new(File::open(project.path("b.epub")).expect("a book")).expect("a zip file");
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        let name = file.name().expect("a name").into_owned();
        if at == 0 {
            assert_eq!((name.as_str(), file.compression()), ("mimetype", CompressionMethod::Stored));
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        files.insert(name, bytes);
    }
    files
}

#[track_caller]
fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no {path} in {:?}", files.keys()));
    String::from_utf8(bytes.clone()).expect("text")
}

/// Checks what every book has to keep to: its XML is XML, every id stands once in its file, every link and picture leads to a file
/// that is there and is listed, and to a place in it.
#[track_caller]
fn is_sound(files: &BTreeMap<String, Vec<u8>>) {
    let options = || roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
    let xml = |path: &str| ["xhtml", "opf", "svg", "xml"].iter().any(|ending| path.ends_with(&format!(".{ending}")));
    let mut ids: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut links: Vec<(&str, String)> = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| xml(path)) {
        let text = std::str::from_utf8(bytes).expect("text");
        let tree =
            roxmltree::Document::parse_with_options(text, options()).unwrap_or_else(|e| panic!("{path}: {e}\n{text}"));
        let own = ids.entry(path).or_default();
        for node in tree.descendants().filter(roxmltree::Node::is_element) {
            if let Some(id) = node.attribute("id") {
                assert!(own.insert(id.to_owned()), "{path}: {id} stands twice");
            }
            let led = ["href", "src"].into_iter().filter_map(|name| node.attribute(name));
            links.extend(led.filter(|_| path.ends_with(".xhtml")).map(|led| (path.as_str(), led.to_owned())));
        }
    }
    let package = text(files, "EPUB/package.opf");
    for (path, led) in links {
        if led.contains(':') {
            assert!(
                ["https:", "http:", "mailto:", "tel:"].iter().any(|scheme| led.starts_with(scheme)),
                "{path}: {led}"
            );
            continue;
        }
        let (file, place) = led.split_once('#').map_or((led.as_str(), None), |(file, place)| (file, Some(place)));
        let whole = format!("EPUB/{file}");
        assert!(files.contains_key(&whole), "{path}: {led} leads nowhere");
        assert!(package.contains(&format!("href=\"{file}\"")), "{file} is not listed");
        if let Some(place) = place {
            assert!(ids[whole.as_str()].contains(place), "{path}: {led} leads to no place");
        }
    }
}

/// All files of a book that are text, one after the other.
fn all(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut out = String::new();
    for (path, bytes) in files {
        match std::str::from_utf8(bytes) {
            Ok(text) if !path.ends_with(".css") && !path.ends_with(".svg") => {
                let _ = write!(out, "== {path}\n{}\n\n", text.trim_end());
            }
            _ => {
                let _ = write!(out, "== {path}\n\n");
            }
        }
    }
    out
}

#[test]
fn a_journal_becomes_a_book() {
    let project = journal();
    let files = files(&project);
    is_sound(&files);
    golden("book/small.txt", &all(&files));
    let chart = text(&files, "EPUB/charts/entry-0003-1.svg");
    assert!(chart.contains(" fill=\"#") && !chart.contains("class=\"pain"), "colours are its own: {chart}");
}

#[test]
fn the_same_journal_is_the_same_file_wherever_it_lies() {
    let (one, other) = (journal(), journal());
    files(&one);
    files(&other);
    let bytes = |project: &Project| fs::read(project.path("b.epub")).expect("a book");
    let first = bytes(&one);
    assert!(first == bytes(&other), "two folders");
    // A book is replaced by a book.
    files(&one);
    assert!(first == bytes(&one), "twice");
}

#[test]
fn without_a_name_it_is_called_by_its_title() {
    let ran = journal().run(["book"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("3 entries in back-to-easy.epub, 0."), "{}", ran.stdout);
}

#[test]
fn nothing_private_is_in_it() {
    for hidden_by in
        ["visibility: private", "draft: true", "visibility: unlisted", "expires: 2020-08-20", "date: 2020-10-02"]
    {
        let project = journal();
        project.write("content/journal/2020-08-02-zorfile/index.md", format!("---\n{hidden_by}\n{MARKED}"));
        project.write("content/journal/2020-08-02-zorfile/zorphoto.jpg", "zorbytes");
        project
            .write("content/log.txt", "2020-08-05  pain 1, \"zornoted\", private\n2020-08-06  pain 1   # zorremark\n");
        project.write("content/comments/jog/1.yaml", "name: Zorreader\nmessage: zorcomment\ndate: 2020-08-04\n");
        let files = files(&project);
        is_sound(&files);
        for (path, bytes) in &files {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            let around = text.find("zor").map(|at| text[at.saturating_sub(60)..].chars().take(120).collect::<String>());
            assert_eq!((path.to_lowercase().contains("zor"), around), (false, None), "{hidden_by}: {path}");
        }
    }
}

#[test]
fn private_fields_are_in_it_where_the_settings_show_them() {
    let entry = "---\ntitle: E\ntreatments: [{type: massage, provider: Zorprovider, cost: 80 USD}]\nmedication: [zorpill]\n---\nText.\n";
    let book = |show: &str| {
        let project = Project::new(&format!("-- site.toml --\n{SETTINGS}{show}"));
        project.write("content/journal/2020-08-02-e.md", entry);
        text(&files(&project), "EPUB/entry-0001.xhtml")
    };
    let has = |page: &str| ["Zorprovider", "80", "zorpill"].map(|word| page.contains(word));
    assert_eq!(has(&book("")), [false, false, false]);
    assert_eq!(has(&book("[privacy]\nshow = [\"cost\", \"provider\", \"medication\"]\n")), [true, true, true]);
}

#[test]
fn a_private_word_in_a_book_is_found() {
    let project = journal();
    let secret = "---\nvisibility: private\n---\nOf numbats and of their secret life.\n\nA personal record, not medical advice.\n";
    project.write("content/journal/2020-08-05-b.md", secret);
    let today = Today::Given(jiff::civil::date(2020, 9, 13));
    let mut builder = Builder::new(project.root(), None, Flags::on(today));
    let prepared = builder.prepare().expect("a site").expect("settings");
    let reading = ReaderContext::default();
    let mut volume = comeback::book::make(prepared.press(&reading)).expect("a book");
    let found = |volume: &comeback::book::Volume| {
        let leaks = book_leaks(&builder, &prepared, &reading, volume);
        leaks.into_iter().map(|leak| leak.message).collect::<Vec<_>>()
    };
    assert_eq!(found(&volume), Vec::<String>::new());
    let content = BookContent::Made(b"<p>Of numbats and of their secret life.</p>".to_vec());
    volume.files.push(BookFile { path: "EPUB/x.xhtml".to_owned(), content });
    let expected = "the book's EPUB/x.xhtml has 6 words in a row of a private entry that no public text has: `Of…`";
    assert_eq!(found(&volume), [expected]);
}

#[test]
fn mistakes_write_nothing() {
    let project = journal();
    project.write("content/journal/2020-08-04-x.md", "---\npain: 11\n---\n");
    let ran = project.run(["book", "--output", "b.epub"]);
    assert_eq!((ran.status, ran.stdout.as_str(), project.has("b.epub")), (1, "", false));
    assert!(
        ran.stderr.starts_with("error: ") && ran.stderr.ends_with("1 error\nno book was written\n"),
        "{}",
        ran.stderr
    );
    let project = journal();
    project.write("themes/trailhead/templates/book-entry.html", "{% if %}");
    let ran = project.run(["book", "--output", "b.epub"]);
    assert_eq!((ran.status, project.has("b.epub")), (1, false), "{}", ran.stderr);
}

#[test]
fn a_book_lies_neither_among_sources_nor_in_the_output_and_replaces_no_other_file() {
    let project = journal();
    project.write("notes.epub", "my own notes").write("folder.epub/x", "x");
    for (place, why) in [
        ("content/b.epub", "content/b.epub would lie in content/"),
        ("static/new/b.epub", "static/new/b.epub would lie in static/"),
        ("themes/b.epub", "themes/b.epub would lie in themes/"),
        ("public/b.epub", "public/b.epub would lie in the output folder"),
        ("content/../content/b.epub", "would lie in content/"),
        ("b.zip", "a book's file ends in .epub, and b.zip does not"),
        ("site.toml", "a book's file ends in .epub, and site.toml does not"),
        ("notes.epub", "notes.epub is there and is no EPUB"),
        ("folder.epub", "folder.epub is there and is no EPUB"),
        ("nowhere/b.epub", "cannot write to nowhere"),
    ] {
        let ran = project.run(["book", "--output", place]);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{place}");
        assert!(ran.stderr.contains(why), "{place}: {}", ran.stderr);
    }
    assert_eq!(project.read("notes.epub"), "my own notes");
    let left: Vec<String> = project.tree(".").into_keys().filter(|path| path.contains(".comeback-")).collect();
    assert_eq!(left, Vec::<String>::new(), "nothing is left of what was not written");
}

/// The order of reading, by the titles in the contents.
#[track_caller]
fn contents(project: &Project) -> Vec<String> {
    let files = files(project);
    is_sound(&files);
    let nav = text(&files, "EPUB/nav.xhtml");
    let toc = nav.split("</nav>").next().unwrap_or_default().to_owned();
    toc.split("<a href=")
        .skip(1)
        .map(|link| {
            let rest = link.split_once('>').map_or("", |(_, rest)| rest);
            rest.split("</a>").next().unwrap_or_default().to_owned()
        })
        .collect()
}

#[test]
fn chapters_follow_the_days() {
    let expected = [
        "Title",
        "Introduction",
        "Rest",
        "Pop &amp; stop",
        "Between phases",
        "Between",
        "Running",
        "A jog",
        "Charts",
        "Lessons",
        "Now",
    ];
    assert_eq!(contents(&journal()), expected);
    let project = Project::new(
        "-- content/journal/2019-12-31-a.md --\nA.\n-- content/journal/2020-01-01-b.md --\nB.\n-- content/journal/c.md --\nC.\n\
         -- content/journal/2020-01-02-d.md --\n---\nphase: My own\n---\nD.\n",
    );
    assert_eq!(contents(&project), ["Title", "2019", "A", "2020", "B", "My own", "D", "Without a date", "C"]);
    assert_eq!(contents(&Project::new("-- content/about.md --\n# About\n")), ["Title"], "no entries");
}

#[test]
fn what_a_reader_of_another_language_sees_is_in_it() {
    let project = Project::new(&format!("-- site.toml --\n{SETTINGS}language = \"de\"\n"));
    project.write("content/journal/2020-08-02-e.md", "---\ntitle: Lauf\npain: 1/2/1/0\n---\nText.\n");
    assert_eq!(contents(&project), ["Titel", "2020", "Lauf", "Diagramme"]);
    let project =
        Project::new("-- site.toml --\ntitle = \"سجل\"\nbase_url = \"https://example.org/\"\nlanguage = \"ar\"\n");
    project.write("content/journal/2020-08-02-e.md", "---\ntitle: أول ركضة\n---\nنص.\n");
    let files = files(&project);
    is_sound(&files);
    assert!(text(&files, "EPUB/entry-0001.xhtml").contains("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\""));
    assert!(text(&files, "EPUB/package.opf").contains("<spine page-progression-direction=\"rtl\">"));
}

#[test]
fn html_of_any_kind_is_made_to_fit() {
    let project = Project::new("-- site.toml --\ntitle = \"<b>&amp; 🏃\"\nbase_url = \"https://example.org/\"\n");
    project.write("content/journal/2020-08-02-e.md", format!("---\ntitle: \"<i>x & 🏃\"\n---\n{SOUP}\n"));
    let files = files(&project);
    is_sound(&files);
    golden("book/soup.txt", &text(&files, "EPUB/entry-0001.xhtml"));
}
