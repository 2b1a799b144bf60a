//! What nobody means to type, and what others would like to be typed: pages stay whole, and secrets stay at home.

use crate::support::{Project, SETTINGS};
use comeback::config::{self, Flags, Today};
use comeback::entry;
use comeback::source::{Content, Source, Stamp};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

/// An entry with every kind of markup that is cut somewhere below.
const ENTRY: &str = "\u{feff}---\r\ntitle: \"Erste Läufe 🏃\"\r\ndate: 2020-08-14\r\ntags: [a, \"b\\\"c\"]
pain: {before: 2, during: 3.5, after: 3, next_day: 2}
sessions:
  - {type: run, distance: 1.5 km, duration: \"24:10\", rpe: 2}
exercises: [Bridge 3x15 @band:red R]
lessons:
  - {id: four-times, title: 'Score it four times'}
summary: >
  folded
---
# Heading {#own} with `code` and [link](b.md#x \"t\")

> [!LESSON] four-times: title *with* markup
> and a [[wiki link|name]], ![pic](a.png \"caption\")[^1]

| a | b |
|---|:-:|
| 1 | 2 |

```chart
kind: pain-timeline
from: 2020-08-01
```

- [ ] task <b onclick=x>raw</b> &amp; <!-- comment -->

[^1]: note
";

#[test]
fn a_file_cut_anywhere_is_read_or_refused_with_words() {
    let flags = Flags {
        today: Today::Given(jiff::civil::date(2030, 1, 1)),
        drafts: false,
        future: false,
        base_url: None,
        origin: None,
    };
    let config = config::load(SETTINGS, &flags).value;
    let mut unreadable = 0;
    for end in (0..=ENTRY.len()).filter(|at| ENTRY.is_char_boundary(*at)) {
        let text: Arc<str> = ENTRY[..end].into();
        let path = "content/journal/2020-08-14-a.md".into();
        let source = Source { path, hash: [0; 32], content: Content::Text(text.clone()), stamp: Stamp::default() };
        let checked = entry::parse(&source, &text, &config);
        unreadable += usize::from(checked.value.is_none());
        for problem in &checked.diagnostics {
            assert!(!problem.message.is_empty() && !problem.message.contains('\n'), "{end}: {problem:?}");
            assert!(problem.place.is_some(), "{end}: {problem:?}");
        }
        assert!(checked.value.is_some() || checked.has_errors(), "{end}: nothing was read and nothing is said");
    }
    assert!(unreadable > 300, "front matter that never ends is no front matter: {unreadable}");
}

/// The start tags of a page as a browser would find them: name and attributes. Fails where a browser would have to guess.
#[track_caller]
fn tags(page: &str) -> Vec<(String, BTreeMap<String, String>)> {
    let mut found = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").expect("the end of a comment").1;
            continue;
        }
        if rest.starts_with(['/', '!', '?']) {
            rest = rest.split_once('>').expect("the end of a tag").1;
            continue;
        }
        let (name, after) = rest.split_at(rest.find(|c: char| c.is_whitespace() || "/>".contains(c)).expect("a name"));
        assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()), "a `<` that opens nothing: {}", &rest[..20]);
        let mut attributes = BTreeMap::new();
        rest = after.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        while !rest.starts_with('>') {
            let end = rest.find(|c: char| c.is_whitespace() || "=/>".contains(c)).expect("the end of a tag");
            let key = rest[..end].to_ascii_lowercase();
            assert!(!key.contains(['"', '\'', '<']), "a broken attribute: {key}");
            rest = rest[end..].trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start();
                let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
                (value, rest) = match quote {
                    Some(quote) => after[1..].split_once(quote).expect("a closing quote"),
                    None => after.split_at(after.find(|c: char| c.is_whitespace() || c == '>').expect("an end")),
                };
            }
            attributes.insert(key, value.to_owned());
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        }
        rest = &rest[1..];
        let name = name.to_ascii_lowercase();
        if matches!(name.as_str(), "title" | "textarea" | "script" | "style") {
            let end = rest.to_ascii_lowercase().find(&format!("</{name}")).expect("the end of raw text");
            assert!(!rest[..end].contains('<'), "markup in a {name}: {}", &rest[..end]);
            rest = &rest[end..];
        }
        found.push((name, attributes));
    }
    found
}

/// Whether an element is one that the theme itself has: data that is no program, and the form and script of the search.
fn is_ours(path: &str, name: &str, attributes: &BTreeMap<String, String>) -> bool {
    let keys: Vec<&str> = attributes.keys().map(String::as_str).collect();
    let is = |key: &str, value: &str| attributes.get(key).is_some_and(|typed| typed == value);
    match name {
        "script" if keys == ["type"] => is("type", "application/ld+json"),
        "script" => {
            path == "search/index.html"
                && keys == ["src", "type"]
                && attributes.get("src").is_some_and(|src| src.starts_with("/search.") && src.ends_with(".js"))
        }
        "form" => path == "search/index.html" && is("action", "/search/"),
        _ => false,
    }
}

/// Fails where a page runs anything, or holds what a browser drops.
#[track_caller]
fn harmless(path: &str, page: &str) {
    assert!(page.chars().all(|c| !c.is_control() || "\t\r\n".contains(c)), "{path} has a control character");
    for (name, attributes) in tags(page) {
        let hostile = matches!(name.as_str(), "script" | "iframe" | "object" | "embed" | "base" | "form");
        assert!(!hostile || is_ours(path, &name, &attributes), "{path}: <{name}> {attributes:?}");
        for (key, value) in attributes {
            assert!(!key.starts_with("on") && key != "style", "{path}: {key}=\"{value}\"");
            let value: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let value = value.to_ascii_lowercase().replace("&colon;", ":").replace("&#58;", ":").replace("&#x3a;", ":");
            let runs = ["javascript:", "vbscript:", "data:text"].iter().any(|scheme| value.starts_with(scheme));
            assert!(
                !runs || !matches!(key.as_str(), "href" | "src" | "action" | "srcset" | "xlink:href"),
                "{path}: {key}=\"{value}\""
            );
        }
    }
}

#[test]
fn the_checks_below_find_what_they_look_for() {
    for page in [
        "<p onclick=x>",
        "<a title='x' href=\" java\nscript:x\">",
        "<img alt=\"a\" b\" onerror=\"x\">",
        "<p>a</p><SCRIPT src=x></SCRIPT>",
        "<title><b></title>",
        "a < b",
        "\u{7}",
    ] {
        assert!(std::panic::catch_unwind(|| harmless("page", page)).is_err(), "{page}");
    }
    harmless("page", "<!-- <script> --><p title=\"on javascript:\">onclick=x</p><a href='/a'>");
    assert!(std::panic::catch_unwind(|| well_formed("feed", "<a><b></a>")).is_err());
}

/// Fails where a text is no XML.
#[track_caller]
fn well_formed(path: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event().unwrap_or_else(|e| panic!("{path}: {e}")) {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                tag.attributes().for_each(|a| drop(a.unwrap_or_else(|e| panic!("{path}: {e}"))));
            }
            _ => {}
        }
    }
    assert!(text.chars().all(|c| !c.is_control() || "\t\r\n".contains(c)), "{path} has a control character");
}

/// A text as YAML reads it back, whatever is in it.
fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_ascii() && !c.is_ascii_control() && c != '"' && c != '\\';
    let mut out = String::from("\"");
    for c in text.chars() {
        if plain(c) || c.is_alphanumeric() {
            out.push(c);
        } else {
            let _ = write!(out, "\\U{:08x}", u32::from(c));
        }
    }
    out + "\""
}

/// Strings that break programs, one each day, in every field that takes words.
fn journal_of(strings: &[String]) -> Project {
    let project = Project::empty();
    project.write("site.toml", format!("{SETTINGS}[[injuries]]\nname = \"x\"\nslug = \"x\"\n[privacy]\nshow = [\"cost\", \"provider\", \"medication\"]\n"));
    let mut day = jiff::civil::date(2018, 1, 1);
    for (number, text) in strings.iter().enumerate() {
        let typed = quoted(text);
        let mut front = format!("title: {typed}\ndate: {day}\npain: 2\ntags: [{typed}]\nsummary: {typed}\n");
        if !text.chars().all(|c| c.is_whitespace() || c.is_control()) {
            let _ = write!(
                front,
                "milestones: [{typed}]\nsetback: {typed}\nphase: {typed}\nexercises: [{{name: {typed}, sets: 1, reps: 2}}]
series: {typed}\nmedication: [{typed}]\ntreatments: [{{type: {typed}, provider: {typed}, cost: 5 EUR}}]
prom: [{{instrument: {typed}, score: 5}}]
triggers: [{typed}]\nquestions: [{typed}]\nadvice: [{{from: {typed}, text: {typed}}}]\nmood: {}
lessons: [{{id: n{number}, title: {typed}, tags: [{typed}]}}]\n",
                if text.contains('/') { "5" } else { &typed },
            );
        }
        let chart = ["pain-timeline", "exercise", "treatments", "lessons", "phases"]
            .map(|kind| format!("```chart\nkind: {kind}\n```\n"))
            .concat();
        let words = text.split_whitespace().map(|w| w.replace(['`', '\0'], "'")).collect::<Vec<_>>().join(" ");
        let body = format!("Words.\n\n```\n{words}\n```\n\n{}", if number % 100 == 0 { &chart } else { "" });
        project.write(&format!("content/journal/{number:04}.md"), format!("---\n{front}---\n{body}"));
        day = day.tomorrow().expect("a day of this century");
    }
    project
}

#[track_caller]
fn builds_harmless_pages(project: &Project) {
    let ran = project.run(["build"]);
    let errors: Vec<&str> = ran.stderr.lines().filter(|l| l.starts_with("error")).collect();
    assert_eq!((ran.status, errors), (0, Vec::new()), "{}", ran.stderr.chars().take(2000).collect::<String>());
    let mut pages = 0;
    for (path, bytes) in project.tree("public") {
        let text = || String::from_utf8(bytes.clone()).unwrap_or_else(|_| panic!("{path} is UTF-8"));
        if path.ends_with(".html") {
            pages += 1;
            harmless(&path, &text());
        } else if path.ends_with(".xml") || path.ends_with(".svg") {
            well_formed(&path, &text());
        } else if path.ends_with(".json") {
            let _: serde_json::Value = serde_json::from_str(&text()).unwrap_or_else(|e| panic!("{path}: {e}"));
        }
    }
    assert!(pages > 10, "only {pages} pages");
}

#[test]
fn hostile_words_stay_words() {
    let strings = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "]]><script>x</script>",
        "</title><script>x</script>",
        "</svg><script>x</script>",
        "</textarea><!-- -->",
        "javascript:alert(1)",
        "a\u{0}\u{7}\u{1b}[31m\u{85}b\u{2028}c\u{feff}\u{fffe}",
        "{{ site.title }}{% for x in y %}",
        "&lt;&amp;&#60;script&#62;",
        "../../../etc/passwd",
        "..",
        "\u{202e}rtl \u{200f}",
        "🏃🏽‍♀️ é\u{301}\u{301}\u{301}",
        "   ",
        "CON",
        "line\nbreak\ttab",
    ];
    let mut strings: Vec<String> = strings.into_iter().map(str::to_owned).collect();
    strings.push("x".repeat(3_000));
    strings.push("é".repeat(1_500));
    builds_harmless_pages(&journal_of(&strings));
}

#[test]
fn the_big_list_of_naughty_strings_stays_words() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/blns/blns.json");
    let Ok(text) = std::fs::read_to_string(&list) else {
        eprintln!("left out: the big list of naughty strings is not beside this repository");
        return;
    };
    let strings: Vec<String> = serde_json::from_str(&text).expect("a list of texts");
    assert!(strings.len() > 400, "only {} strings", strings.len());
    builds_harmless_pages(&journal_of(&strings));
}

#[test]
fn naughty_strings_in_comments_are_harmless() {
    let mut strings: Vec<String> = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "![p](https://x.example/p.gif)",
        "[a](javascript:alert(1)) <a href='data:text/html,x'>b</a> <javascript:alert(1)>",
        "<svg/onload=alert(1)><math><mtext><style><img src=x>",
        "</article></li></ol></section><h1>mine</h1><form action=https://x.example><input>",
        "<iframe src=https://x.example></iframe><object data=x></object><link rel=stylesheet href=//x.example>",
        "{{ site.title }} {% include 'base.html' %}",
        "\u{202e}desrever\u{0} \u{1b}[31m",
        "```chart\nkind: pain-timeline\n```\n> [!LESSON] x\n> y\n[[wiki]] [^1]\n\n[^1]: z",
        "<a id=main class=skip name=x style='position:fixed'>over</a>",
    ]
    .map(str::to_owned)
    .into();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures/blns/blns.json");
    match std::fs::read_to_string(&list) {
        Ok(text) => strings.extend(serde_json::from_str::<Vec<String>>(&text).expect("a list of texts")),
        Err(_) => eprintln!("left out: the big list of naughty strings is not beside this repository"),
    }
    let project = Project::new("-- content/journal/2020-08-14-a.md --\nx\n");
    for (n, string) in strings.iter().enumerate() {
        let fields =
            [("name", string), ("message", string), ("url", string), ("date", string), ("replying_to", string)];
        for (m, ending) in ["json", "yaml"].into_iter().enumerate() {
            // JSON but for its rarest escapes is YAML; each string is the message of an answer of its own.
            let text = serde_json::to_string(&fields.iter().copied().collect::<BTreeMap<_, _>>()).expect("JSON");
            project.write(&format!("content/comments/a/{n:04}-{m}.{ending}"), text);
        }
    }
    let ran = project.run(["build", "--keep-going"]);
    assert!(project.has("public/journal/a/index.html"), "{}", ran.stderr);
    let page = project.read("public/journal/a/index.html");
    harmless("a", &page);
    let comments = &page[page.find("<section class=\"hang comments\"").expect("comments")..];
    assert!(comments.matches("<article").count() > strings.len() / 2, "most strings say something");
    for (name, attributes) in tags(comments) {
        let loads =
            attributes.keys().any(|key| matches!(key.as_str(), "src" | "srcset" | "poster" | "data" | "action"));
        assert!(
            !loads && !matches!(name.as_str(), "img" | "video" | "audio" | "link" | "input" | "h1"),
            "{name} {attributes:?}"
        );
    }
    assert_eq!(page.matches("<h1").count(), 1);
    assert_eq!(page.matches("<main").count(), 1);
}

/// An entry whose every field and whose picture's name hold a marker.
fn secret(marker: &str, front: &str) -> String {
    format!(
        "---\ntitle: T{marker}\n{front}\nsummary: S{marker}\ntags: [G{marker}]\npain: 7\ntriggers: [W{marker}]
setback: K{marker}\nmilestones: [{{kind: race, label: M{marker}}}]\nmood: O{marker}
sessions: [{{type: run, distance: 4 km, surface: U{marker}}}]\nexercises: [{{name: X{marker}, sets: 1, reps: 2}}]
advice: [{{from: F{marker}, text: A{marker}}}]\nquestions: [Q{marker}]\naliases: [/old-{marker}/]
lessons:\n  - {{id: lesson-{marker}, title: L{marker}, tags: [Y{marker}]}}\n  - {{confirms: known, note: N{marker}}}
---\nB{marker} ![a](pic-{marker}.svg)\n\n> [!LESSON] lesson-{marker}\n> P{marker}\n\n> [!LESSON] known\n> C{marker}\n"
    )
}

/// A journal of two public entries and one of each kind that is hidden.
fn secrets(settings: &str) -> Project {
    let project = Project::empty();
    project.write("site.toml", format!("{SETTINGS}{settings}"));
    let hidden = [
        ("zzdraft", "date: 2020-08-05\ndraft: true"),
        ("zzscheduled", "date: 2020-12-24"),
        ("zzexpired", "date: 2020-08-06\nexpires: 2020-08-10"),
        ("zzprivate", "date: 2020-08-07\nvisibility: private"),
        ("zzunlisted", "date: 2020-08-08\nvisibility: unlisted"),
    ];
    for (marker, front) in hidden {
        project.write(&format!("content/journal/{marker}/index.md"), secret(marker, front));
        project.write(&format!("content/journal/{marker}/pic-{marker}.svg"), "<svg/>");
    }
    let public =
        "---\ntitle: Before\ndate: 2020-08-04\npain: 2\ntags: [calf]\nlessons: [{id: known, title: Known}]\n---\n";
    project.write("content/journal/before.md", format!("{public}Words.\n\n```chart\nkind: pain-timeline\n```\n"));
    project.write("content/journal/after.md", "---\ndate: 2020-08-20\npain: 1\nmilestones: [Mile]\n---\nWords.\n");
    project
}

#[test]
fn what_is_hidden_is_found_nowhere() {
    for settings in ["", "[privacy]\ncount_private = true\n"] {
        let project = secrets(settings);
        project.build([]);
        for (path, bytes) in project.tree("public") {
            let text = format!("{path}\n{}", String::from_utf8_lossy(&bytes)).to_lowercase();
            for marker in ["zzdraft", "zzscheduled", "zzexpired", "zzprivate"] {
                assert!(!text.contains(marker), "{path} tells of {marker}");
            }
            // An unlisted entry is told of by its own page and by its former addresses.
            let own = path.starts_with("journal/zzunlisted/") || path.starts_with("old-zzunlisted/");
            assert!(own || !text.contains("zzunlisted"), "{path} tells of an unlisted entry");
        }
        let page = project.read("public/journal/zzunlisted/index.html");
        assert!(page.contains("noindex") && page.contains("Pzzunlisted") && page.contains("/lessons/known/"));
        assert!(!page.contains("/lessons/lesson-zzunlisted/"), "there is no such page");
    }
}

#[test]
fn a_public_entry_that_leans_on_an_unlisted_lesson_is_warned() {
    let project = secrets("");
    let cites = "---\ndate: 2020-08-21\npain: 1\nlessons: [{confirms: lesson-zzunlisted}]\n---\nWords.\n";
    project.write("content/journal/cites.md", cites);
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("lesson `lesson-zzunlisted` is taught by an unlisted entry"), "{}", ran.stderr);
    assert!(!project.has("public/lessons/lesson-zzunlisted"));
}

#[test]
fn a_mistake_in_a_template_is_told_once() {
    let project = Project::empty();
    project.write("site.toml", SETTINGS);
    for day in 1..=3 {
        project.write(&format!("content/journal/2020-08-0{day}-day-{day}.md"), "Words.\n");
    }
    let template = |text: &str| {
        project.write("themes/trailhead/templates/entry.html", text);
        project.run(["build"])
    };
    let ran = template("<p>\n{{ nope.x }}\n");
    let shown = " --> themes/trailhead/templates/entry.html:2:4\n";
    assert!(
        ran.stderr.starts_with("error: Variable `nope` is not defined") && ran.stderr.contains(shown),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("= hint: while making /journal/day-1/ and 2 other pages\n"), "{}", ran.stderr);
    assert!(ran.stderr.ends_with("\n1 error\nnothing was written\n"), "{}", ran.stderr);
    for (text, expected) in [
        (
            "{% include \"zzz.html\" %}",
            "error: Unknown template `zzz.html`\n --> themes/trailhead/templates/entry.html:1:12\n",
        ),
        ("\n{% include \"entry.html\" %}", "includes itself\n --> themes/trailhead/templates/entry.html:2:13\n"),
        ("{% extends 'entry.html' %}", "extends itself\n --> themes/trailhead/templates/entry.html:1:13\n"),
        (
            "{% extends 'zzz.html' %}",
            "error: there is no template `zzz.html`\n --> themes/trailhead/templates/entry.html:1:13\n",
        ),
    ] {
        let ran = template(text);
        assert!(ran.stderr.contains(expected) && ran.stderr.contains("\n1 error\n"), "{text}: {}", ran.stderr);
    }
}

#[test]
fn new_takes_any_title_and_the_next_build_reads_it_back() {
    let project = Project::empty();
    project.write("site.toml", SETTINGS);
    let titles =
        ["- 5 minutes", "yes", "a: b # c", "\u{2028}x\u{85}y\u{7f}", "\\\" \\n", "{x}", "'", "null", "../../etc"];
    for title in titles {
        let ran = project.run(["new", title, "--another"]);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{title}");
    }
    for (title, message) in [("--edti", "no such option"), ("-x", "no such option"), ("  ", "a title needs words")] {
        let ran = project.run(["new", title]);
        assert!(ran.status == 2 && ran.stderr.contains(message), "{title}: {}", ran.stderr);
    }
    project.build([]);
    let all: String =
        project.tree("public/journal").into_values().map(|b| String::from_utf8(b).expect("text")).collect();
    for shown in ["<h1>- 5 minutes</h1>", "<h1>yes</h1>", "<h1>a: b # c</h1>", "<h1>null</h1>", "<h1>../../etc</h1>"] {
        assert!(all.contains(shown), "{shown}");
    }
}

#[test]
fn a_slip_in_a_year_is_an_error_and_stretches_no_chart() {
    let project = Project::empty();
    project.write("site.toml", SETTINGS);
    project.write("content/journal/a.md", "---\ndate: 0202-08-14\npain: 1\n---\nWords.\n");
    project.write("content/journal/b.md", "---\ndate: 2020-08-14\npain: 1\n---\nWords.\n");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.starts_with("error: date is a date from 1900 to 2199, found 0202-08-14\n"), "{}", ran.stderr);
    project.run(["build", "--keep-going"]);
    let size = project.read("public/progress/index.html").len();
    assert!(size < 100_000, "{size} bytes for one day");
}

#[test]
fn a_file_and_a_folder_at_one_address_are_an_error_before_anything_is_written() {
    let project = Project::empty();
    project.write("site.toml", SETTINGS);
    let entry = "---\ndate: 2020-08-14\naliases: [/index.html]\n---\nWords.\n";
    project.write("content/journal/a.md", entry).write("static/journal", "a file");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("/journal is a folder of the site, so no file can stand there"), "{}", ran.stderr);
    assert!(ran.stderr.contains("the address / is taken"), "{}", ran.stderr);
    assert!(!project.has("public"));
}

#[test]
fn a_base_url_leads_to_no_other_host_and_tells_no_password() {
    let project = Project::empty();
    project.write("site.toml", SETTINGS).write("content/journal/2020-08-14-a.md", "Words.\n");
    project.build(["--base-url", "https://example.org//x//"]);
    let page = project.read("public/index.html");
    assert!(page.contains("href=\"/x/style.") && !page.contains("href=\"//"), "{page}");
    for url in
        ["https://me:secret@example.org/", "https://example.org/?a=b", "https://example.org/#a", "ftp://example.org/"]
    {
        let ran = project.run(["build", "--base-url", url]);
        assert!(ran.status == 1 && ran.stderr.contains("is no address of a site"), "{url}: {}", ran.stderr);
    }
}

#[test]
fn settings_that_are_no_text_are_one_problem() {
    let project = Project::empty();
    for (bytes, message) in [
        (b"\xff\xfet\0i\0".as_slice(), "error: the file is not UTF-8\n"),
        (b"title \"T\"\n", "error: key with no value, expected `=`\n"),
    ] {
        project.write("site.toml", bytes);
        let ran = project.run(["build"]);
        assert!(ran.status == 1 && ran.stderr.starts_with(message), "{}", ran.stderr);
        assert!(!ran.stderr.contains("is missing"), "{}", ran.stderr);
    }
}
