//! Pages of strings that break programs, and what must hold for them: no script, no page in pieces.

use super::{Project, SETTINGS};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The start tags of a page as a browser would find them: name and attributes. Fails where a browser would have to guess.
#[track_caller]
pub(crate) fn tags(page: &str) -> Vec<(String, BTreeMap<String, String>)> {
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
pub(crate) fn is_ours(path: &str, name: &str, attributes: &BTreeMap<String, String>) -> bool {
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
pub(crate) fn harmless(path: &str, page: &str) {
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

/// Fails where a text is no XML.
#[track_caller]
pub(crate) fn well_formed(path: &str, text: &str) {
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
pub(crate) fn quoted(text: &str) -> String {
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
pub(crate) fn journal_of(strings: &[String]) -> Project {
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
                if text.contains('/') || text.trim().parse::<f64>().is_ok() { "5" } else { &typed },
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
pub(crate) fn builds_harmless_pages(project: &Project) {
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

/// Fails where one of the strings in any field of a comment does harm.
#[track_caller]
pub(crate) fn comments_are_harmless(strings: &[String]) {
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
