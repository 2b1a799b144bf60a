//! The interface by language: its tables are whole and used, and pages have nothing but their words.

mod support;

use comeback::language::{self, Table};
use fluent_syntax::ast::{Entry, Message, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use support::{Project, SETTINGS, main_of};

/// The built-in table of a language.
fn table(name: &str) -> &'static str {
    language::builtin().find(|(known, _)| *known == name).expect("a built-in table").1
}

/// Each message with the arguments that it takes.
fn messages(table: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut last = String::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| !id.starts_with(' ')) {
            last = id.to_owned();
            assert!(all.insert(last.clone(), BTreeSet::new()).is_none(), "two messages `{id}`");
        }
        let names = line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
        });
        all.entry(last.clone()).or_default().extend(names);
    }
    all.remove("");
    all
}

/// All code and templates, by path.
fn sources() -> Vec<(String, String)> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src", "themes/trailhead/templates"].map(|folder| walkdir::WalkDir::new(top.join(folder)));
    let files = folders.into_iter().flatten().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let own = |path: &str| !path.ends_with("tests.rs") && !path.ends_with("theme/say.rs");
    files
        .map(|entry| (entry.path().display().to_string(), fs::read_to_string(entry.path()).unwrap_or_default()))
        .filter(|(path, _)| own(path))
        .collect()
}

#[test]
fn every_message_that_is_said_exists_and_every_message_is_said() {
    let known = messages(table("en.ftl"));
    let sources = sources();
    let mut missing = Vec::new();
    for (path, text) in &sources {
        for call in ["t(key=\"", "words.word(\"", "words.say(\""] {
            for (at, _) in text.match_indices(call) {
                let id = text[at + call.len()..].split('"').next().unwrap_or_default();
                if !known.contains_key(id) {
                    missing.push(format!("{path}: {id}"));
                }
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
    let unused: Vec<&String> =
        known.keys().filter(|id| !sources.iter().any(|(_, text)| text.contains(&format!("\"{id}\"")))).collect();
    assert_eq!(unused, Vec::<&String>::new());
}

#[test]
fn german_says_all_that_english_says() {
    assert_eq!(messages(table("de.ftl")), messages(table("en.ftl")));
    for name in ["en.ftl", "de.ftl"] {
        let own = [Table { path: format!("themes/t/languages/{name}"), text: table(name).into() }];
        assert_eq!(language::load("de", "themes/t/languages/", &own).diagnostics, [], "{name}");
    }
}

/// A journal with something of each kind; all that its writer wrote is made of the letter x.
const JOURNAL: &str = "\
-- content/about.md --
---
title: Xxxx
aliases: [/xx/]
---
Xx xxxx.
-- content/journal/2020-08-03-xx.md --
---
title: Xxx
tags: [xxx]
pain: {during: 2}
---
Xxxx xx.
-- content/journal/2020-08-05-xxx.md --
---
title: Xx
tags: [xxx]
series: Xxxxx
pain: {during: 4}
mileage: 3.5
---
> [!LESSON] x-x: Xx xx
> Xxx.
";

/// A page with a chart of each kind.
fn charts() -> String {
    let options = |kind: &str| match kind {
        "ladder" => "\nlevels: [x, xx, xxx]",
        "pain-and-load" => "\nshift: true",
        "calendar" => "\nseries: run",
        _ => "",
    };
    let names = comeback::markdown::KINDS.iter().map(|kind| kind.name);
    format!(
        "---\ntitle: Xx\n---\n{}",
        names.map(|kind| format!("```chart\nkind: {kind}{}\n```\n\n", options(kind))).collect::<String>()
    )
}

fn journal(language: &str) -> Project {
    let project = Project::new(JOURNAL);
    project.write("site.toml", format!("{SETTINGS}language = \"{language}\"\n").replace("\"T\"", "\"X\""));
    project
}

#[test]
fn pages_of_a_german_journal_speak_german() {
    let project = journal("de");
    project.build([]);
    assert_eq!(
        main_of(&project.read("public/404.html")).trim(),
        "<main id=\"main\">\n\n<div class=\"opening\">\n<h1>Diese Seite gibt es nicht</h1>\n<p>Vielleicht ist sie umgezogen, \
         oder die Adresse enthält einen Tippfehler. <a href=\"/\">Hier beginnt das Tagebuch.</a></p>\n</div>"
    );
    assert_eq!(
        main_of(&project.read("public/xx/index.html")).trim(),
        "<main id=\"main\">\n\n<div class=\"opening\">\n<h1>Umgezogen</h1>\n\n<p>Diese Seite steht <a href=\"/about/\">jetzt \
         hier</a>.</p>\n</div>"
    );
    let entry = project.read("public/journal/xxx/index.html");
    for part in [
        "<html lang=\"de\">",
        "<a class=\"skip\" href=\"#main\">Zum Inhalt springen</a>",
        "Mittwoch <span class=\"date\">5. August 2020</span>",
        "<p>Teil 1 von 1 von <em>Xxxxx</em></p>",
        "<h2 id=\"taught\">Die Erkenntnis hier</h2>",
        "<a href=\"/lessons/\">Erkenntnisse</a>",
    ] {
        assert!(entry.contains(part), "{part}\n{entry}");
    }
}

#[test]
fn charts_of_a_german_journal_speak_german_in_pages_feeds_and_files() {
    let project = journal("de");
    project.write("content/xxxxx.md", charts());
    project.write("content/journal/2020-08-06-x.md", "---\ntitle: X\n---\n```chart\nkind: sparkline\n```\n");
    project.build([]);
    let page = project.read("public/xxxxx/index.html");
    for part in [
        "<strong>Schmerz zuletzt 4.</strong></p><p class=\"how\">Stärkster Schmerz jedes Tages, 0–10. 2 von 4 Tagen erfasst.</p>",
        "<strong>3,5 km in 1 Woche; keine ganze Woche hat an den meisten Tagen einen Eintrag, daher lässt sich keine \
         vergleichen.</strong>",
        "<summary>Datentabelle</summary>",
        "Nach der voreingestellten Regel, silbernagel: ○ grau 1.",
        "<th scope=\"row\">05.08.2020</th><td>3,5</td>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let feed = project.read("public/feed.xml");
    assert!(feed.contains("Diagramm: Schmerz zuletzt 4."), "{feed}");
    let drawing = project.run(["chart", "pain-timeline"]).stdout;
    assert!(
        drawing.contains(">Stärkster Schmerz jedes Tages, 0 bis 10, 3. August 2020 bis 6. August 2020<"),
        "{drawing}"
    );
}

/// Pages on which words of ours still stand outside the tables.
const NOT_YET: &[&str] = &[
    "archive/index.html",
    "index.html",
    "journal/xx/index.html",
    "journal/xxx/index.html",
    "lessons/index.html",
    "lessons/x-x/index.html",
    "progress/index.html",
    "progress/numbers/index.html",
    "search/index.html",
    "tags/index.html",
    "tags/xxx/index.html",
    "timeline/index.html",
];

/// The English table with each message between brackets.
fn bracketed() -> String {
    let mut resource = fluent_syntax::parser::parse(table("en.ftl")).expect("a table that can be read");
    for entry in &mut resource.body {
        let Entry::Message(Message { value: Some(pattern), .. }) = entry else { continue };
        pattern.elements.insert(0, PatternElement::TextElement { value: "⟦" });
        pattern.elements.push(PatternElement::TextElement { value: "⟧" });
    }
    fluent_syntax::serializer::serialize(&resource)
}

/// The words of a page's body that stand outside brackets, dates aside, and are not the writer's.
fn outside(page: &str) -> Vec<String> {
    let body = page.split("<body>").nth(1).expect("a body");
    let (mut texts, mut rest) = (String::new(), body);
    while let Some((text, more)) = rest.split_once('<') {
        texts.push_str(if text.starts_with("https://example.org/") { "" } else { text });
        let (tag, after) = more.split_once('>').unwrap_or((more, ""));
        for attribute in ["aria-label=\"", " title=\"", " alt=\""] {
            texts.extend(
                tag.split(attribute).skip(1).filter_map(|value| value.split('"').next()).map(|v| format!("\n{v}\n")),
            );
        }
        texts.push('\n');
        rest = if tag.starts_with("time ") { after.split_once("</time>").map_or("", |(_, rest)| rest) } else { after };
    }
    let mut depth = 0;
    let ours = texts.chars().filter(|c| {
        depth += i32::from(*c == '⟦') - i32::from(*c == '⟧');
        depth == 0 && *c != '⟧'
    });
    let ours: String = ours.collect();
    let names = ["Atom", "RSS", "JSON", "CSV", "Aŭgusto", "Aŭg", "km", "kg", "ρ", "n"];
    let words = ours.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '“' | '”'));
    words
        .filter(|word| !names.contains(word) && word.chars().any(|c| c.is_alphabetic() && !matches!(c, 'x' | 'X')))
        .map(str::to_owned)
        .collect()
}

#[test]
fn nothing_of_ours_stands_outside_the_tables() {
    let project = journal("eo");
    project.write("themes/trailhead/languages/eo.ftl", bracketed());
    project.write("content/xxxxx.md", charts());
    project.build([]);
    let pages = project.tree("public");
    let mut not_yet = Vec::new();
    for (path, bytes) in pages.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        assert!(page.contains("⟦Skip to the content⟧") && !page.contains('⟪'), "{path}: {page}");
        let words = outside(&page);
        if !words.is_empty() {
            not_yet.push(path.as_str());
            println!("{path}: {words:?}");
        }
    }
    assert_eq!(not_yet, NOT_YET);
}

#[test]
fn mistakes_in_a_table_are_told_with_their_place() {
    let project = journal("de-AT");
    project.write(
        "themes/trailhead/languages/de-AT.ftl",
        "# Mine.\ndraft = Rohling\nday-numbr = Tag\nday-number = Tag { $m }, { moved }\npage-of\nyears = Jahre { yars } { -x }\n",
    );
    project.write("themes/trailhead/languages/m_y.ftl", "a = b\n");
    let ran = project.run(["check"]);
    assert_eq!(ran.status, 1);
    let lines: Vec<&str> =
        ran.stderr.lines().filter(|line| !line.is_empty() && !line.contains(" | ") && !line.ends_with(" |")).collect();
    assert_eq!(
        lines,
        [
            "warning: there is no message `day-numbr`",
            " --> themes/trailhead/languages/de-AT.ftl:3:1",
            "  = hint: did you mean `day-number`?",
            "error: the message `day-number` is not told `$m`",
            " --> themes/trailhead/languages/de-AT.ftl:4:21",
            "  = hint: it is told `$n`",
            "error: expected a token starting with \"=\"",
            " --> themes/trailhead/languages/de-AT.ftl:5:8",
            "  = hint: a message is a line `id = words`, and what goes on below it is indented",
            "error: there is no message `yars`",
            " --> themes/trailhead/languages/de-AT.ftl:6:17",
            "error: there is no term `-x` in this file",
            " --> themes/trailhead/languages/de-AT.ftl:6:27",
            "warning: the file’s name is no language tag, so it is not read",
            "--> themes/trailhead/languages/m_y.ftl",
            " = hint: name it fr.ftl or pt-BR.ftl",
            "4 errors, 2 warnings",
        ]
    );
}

#[test]
fn a_language_without_words_is_english_throughout_and_told_once() {
    let project = journal("ar");
    let ran = project.run(["check", "--strict"]);
    let note = "note: there are no words in `ar` for the interface, so that is in English\n--> site.toml\n = hint: they would \
                stand in themes/trailhead/languages/ar.ftl; `comeback theme eject languages/en.ftl` is a file to start from\n";
    assert_eq!((ran.status, ran.stderr.matches(note).count()), (0, 1), "{}", ran.stderr);
    project.build([]);
    let page = project.read("public/journal/xxx/index.html");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"), "{page}");
    assert!(page.contains("Wednesday <span class=\"date\">5 August 2020</span>"), "{page}");
    project.write("themes/trailhead/languages/ar.ftl", "draft = مسودة\n");
    let ran = project.run(["check", "--strict"]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.stderr.contains("messages are not in `ar`, so they are in English: the first is `all-exercises`"),
        "{}",
        ran.stderr
    );
    project.build([]);
    assert!(project.read("public/journal/xxx/index.html").contains("5 أغسطس 2020"));
}

#[test]
fn a_theme_replaces_single_messages_and_markup_in_arguments_stays_markup() {
    let project = journal("en");
    project.write("themes/trailhead/languages/en.ftl", "series-part = <{ $series }>: { $part } & { $count }\n");
    project.write("content/journal/2020-08-06-q.md", "---\ntitle: Q\nseries: <b>Xxxxx\n---\n");
    project.build([]);
    let page = project.read("public/journal/q/index.html");
    assert!(page.contains("<p>&lt;<em>&lt;b&gt;Xxxxx</em>&gt;: 1 &amp; 1</p>"), "{page}");
    project.write("themes/trailhead/templates/404.html", "{{ t(key=\"dray\") }}");
    let ran = project.run(["check"]);
    assert!(ran.stderr.contains("there is no message `dray`; did you mean `day`?"), "{}", ran.stderr);
}
