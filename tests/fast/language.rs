//! The interface by language: its tables are whole and used, and pages have nothing but their words.

use crate::support::{Project, SETTINGS, golden, main_of};
use comeback::language::{self, MessageTable};
use fluent_syntax::ast::{Entry, Message, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

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
        // Calls may be broken into lines.
        let text: String = text.split_whitespace().collect();
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
fn german_and_french_say_all_that_english_says() {
    for name in ["en", "de", "fr"] {
        let file = format!("{name}.ftl");
        assert_eq!(messages(table(&file)), messages(table("en.ftl")), "{name}");
        let own = [MessageTable { path: format!("themes/t/languages/{file}"), text: table(&file).into() }];
        for language in ["de", name] {
            assert_eq!(language::load(language, "themes/t/languages/", &own).diagnostics, [], "{name}");
        }
    }
}

#[test]
fn french_words_are_set_as_french_is() {
    for line in table("fr.ftl").lines().filter(|line| !line.starts_with('#')) {
        let wrong = [" :", " ;", " !", " ?", "« ", " »", " %", "'", "...", "“", "”"].map(|wrong| line.contains(wrong));
        assert_eq!(wrong, [false; 11], "{line}");
        let bare = line.char_indices().filter(|(_, c)| matches!(c, ';' | '!' | '?' | '»'));
        for (at, c) in bare {
            assert!(line[..at].ends_with('\u{202f}'), "{c} in {line}");
        }
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
pain: {before: 1, during: 4, after: 3, next_day: 2, worst: 5, rest: 1, site: xx, side: left, quality: xxx}
sessions:
  - {type: run, distance: 3.5, duration: 22, rpe: 4, surface: xxx, climb: 120, pain: {during: 2}}
  - {type: walk, distance: 2, planned: true}
exercises:
  - {name: Xxx xxx, side: left, sets: 3, reps: 8, load: 20, pain: 2, verdict: helps, tempo: 3-0-3-0, rpe: 5}
  - {name: Xxxx, hold: 45, sets: 5, load: body, verdict: aggravates}
treatments:
  - {type: xxxx, minutes: 40, travel_minutes: 30, pain_before: 4, pain_after: 3, helped: yes, cost: 46 XXX, provider: Xxx}
milestones: [Xxx xx]
setback: xxx xx
flare: true
triggers: [xx, xxx]
mood: 6
energy: 5
sleep: 6.5
stiffness: 12
resting_hr: 52
advice: [{from: Xxx, text: Xxx xxx}]
questions: [Xxx xx]
---
## Xx

> [!LESSON] x-x: Xx xx
> Xxx.

> [!NOTE]
> Xx.

- [x] xx
- [ ] xx

| x | x |
|---|---|
| x | x |

Xx.[^x]

[^x]: Xxx.
-- content/journal/2020-08-06-xxxx.md --
---
title: Xxxx
tags: [xxx]
series: Xxxxx
pain: {before: 2, during: 5, after: 4, next_day: 2}
mileage: 2.5
exercises:
  - {name: Xxx xxx, side: right, sets: 2, reps: [8, 6], load: 22.5}
lessons:
  - {confirms: x-x, note: xx}
---
Xx.
-- content/now.md --
---
title: Xxx
date: 2020-08-05
---
Xx xxx.
-- content/comments/xxxx/x.yaml --
_id: xxx1
name: Xxx
message: Xx xxx.
date: 2020-08-07
-- content/comments/xxxx/xx.yaml --
_id: xxx2
name: Xx
replying_to_uid: xxx1
message: Xx.
author: true
date: 2020-08-08
";

/// What is said of such a journal beside its texts.
const MORE: &str = "\
author = \"Xxxx\"
fictional = true

[[injuries]]
slug = \"xxx\"
name = \"Xxx\"
site = \"xx\"
side = \"left\"
onset = 2020-08-01
diagnoses = [{ date = 2020-08-02, label = \"Xxx\" }]

[[phases]]
name = \"Xxxx\"
start = 2020-08-03
end = 2020-08-04

[[phases]]
name = \"Xxxxx\"
start = 2020-08-05

[[prescriptions]]
exercise = \"Xxx xxx\"
per_week = 3
from = 2020-08-03

[privacy]
show = [\"cost\", \"provider\"]

[comments]
form = \"https://xxx.example/\"
email = \"x@example.org\"

[newsletter]
form = \"https://xxx.example/xx\"

[contact]
email = \"x@example.org\"
form = \"https://xxx.example/x\"
";

/// A page with a chart of each kind.
fn charts() -> String {
    let options = |kind: &str| match kind {
        "ladder" => "\nlevels: [x, xx, xxx]",
        "pain-and-load" => "\nshift: true",
        "calendar" => "\nseries: run",
        _ => "",
    };
    let names = comeback::chart::KINDS.iter().map(|kind| kind.name);
    format!(
        "---\ntitle: Xx\n---\n{}",
        names.map(|kind| format!("```chart\nkind: {kind}{}\n```\n\n", options(kind))).collect::<String>()
    )
}

fn journal(language: &str) -> Project {
    let project = Project::new(JOURNAL);
    let settings = format!("{SETTINGS}language = \"{language}\"\ndescription = \"Xx xxx.\"\n{MORE}");
    project.write("site.toml", settings.replace("\"T\"", "\"X\""));
    project
}

#[test]
fn pages_of_a_german_journal_speak_german() {
    let project = journal("de");
    project.build([]);
    assert_eq!(
        main_of(&project.read("public/404.html")).trim(),
        "<main id=\"_main\">\n\n<div class=\"opening\">\n<h1>Diese Seite gibt es nicht</h1>\n<p>Vielleicht ist sie umgezogen, \
         oder die Adresse enthält einen Tippfehler. <a href=\"/\">Hier beginnt das Tagebuch.</a></p>\n</div>"
    );
    assert_eq!(
        main_of(&project.read("public/xx/index.html")).trim(),
        "<main id=\"_main\">\n\n<div class=\"opening\">\n<h1>Umgezogen</h1>\n<p>Diese Seite steht <a href=\"/about/\">jetzt \
         hier</a>.</p>\n</div>"
    );
    let entry = project.read("public/journal/xxx/index.html");
    for part in [
        "<html lang=\"de\">",
        "<a class=\"skip\" href=\"#_main\">Zum Inhalt springen</a>",
        "Mittwoch <span class=\"date\">5. August 2020</span>",
        "<a href=\"#_series\">Teil 1 von 2 von <em>Xxxxx</em></a>",
        "<h2 id=\"_taught\">Die Erkenntnis hier</h2>",
        "<a href=\"/lessons/\">Erkenntnisse</a>",
    ] {
        assert!(entry.contains(part), "{part}\n{entry}");
    }
}

#[test]
fn pages_of_a_french_journal_speak_french() {
    let project = journal("fr");
    let ran = project.run(["build", "--strict"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(
        main_of(&project.read("public/404.html")).trim(),
        "<main id=\"_main\">\n\n<div class=\"opening\">\n<h1>Cette page n’existe pas</h1>\n<p>Elle a peut-être été déplacée, \
         ou l’adresse contient une faute de frappe. <a href=\"/\">Le journal commence ici.</a></p>\n</div>"
    );
    let entry = project.read("public/journal/xxx/index.html");
    for part in [
        "<html lang=\"fr\">",
        "<a class=\"skip\" href=\"#_main\">Aller au contenu</a>",
        "mercredi <span class=\"date\">5 août 2020</span>",
        "<a href=\"#_series\">Partie 1 sur 2 de <em>Xxxxx</em></a>",
        "<h2 id=\"_taught\">La leçon de ce billet</h2>",
        "<a href=\"/lessons/\">Leçons</a>",
    ] {
        assert!(entry.contains(part), "{part}\n{entry}");
    }
}

/// English made strange: each word outside of braces with accents, and longer.
fn strange(table: &str) -> String {
    let mut out = String::new();
    for line in table.lines() {
        let start = match (line.starts_with('#') || line.trim().is_empty(), line.split_once(" = ")) {
            (true, _) => line.len(),
            (_, Some((id, _))) if !line.starts_with(' ') => id.len() + 3,
            _ if line.ends_with(" =") => line.len(),
            // A choice begins with its key: `[one]`, `*[other]`.
            _ if line.trim_start().starts_with(['[', '*']) => line.find(']').map_or(0, |at| at + 1),
            _ => 0,
        };
        let (mut depth, mut word) = (0, String::new());
        out.push_str(line.get(..start).unwrap_or(line));
        for c in line.get(start..).unwrap_or_default().chars().chain(['\n']) {
            // A line may close a choice that another one opened.
            depth = (depth + i32::from(c == '{') - i32::from(c == '}')).max(0);
            if depth == 0 && c.is_alphabetic() {
                word.push(match c {
                    'a' => 'å',
                    'e' => 'ë',
                    'i' => 'ï',
                    'o' => 'ø',
                    'u' => 'ü',
                    'y' => 'ÿ',
                    other => other,
                });
                continue;
            }
            if !word.is_empty() {
                out.push_str(&word);
                out.push_str("ßß");
                word.clear();
            }
            out.push(c);
        }
    }
    out
}

#[test]
fn one_file_in_a_theme_is_a_whole_language() {
    let own = strange(table("en.ftl"));
    assert!(own.contains("\nnot-found = Itßß måÿßß håvëßß"), "{own}");
    assert_eq!(messages(&own), messages(table("en.ftl")));
    let project = journal("eo");
    project.write("themes/trailhead/languages/eo.ftl", own);
    let ran = project.run(["build", "--strict"]);
    assert_eq!((ran.status, ran.stderr.contains("are in English")), (0, false), "{}", ran.stderr);
    let pages = project.tree("public").into_iter().filter(|(path, _)| path.ends_with(".html"));
    let mut seen = 0;
    for (path, page) in pages {
        let page = String::from_utf8(page).expect("UTF-8");
        seen += usize::from(page.contains("ßß"));
        for text in ["Pain", "Exercises", "Lessons", "Entries", "Search", "Progress", "Run", "Day "] {
            assert!(!said(&page).contains(text), "{path}: {text}\n{}", said(&page));
        }
    }
    assert!(seen > 20, "{seen} pages in it");
}

#[test]
fn charts_of_a_german_journal_speak_german_in_pages_feeds_and_files() {
    let project = journal("de");
    project.write("content/xxxxx.md", charts());
    project.write("content/journal/2020-08-06-x.md", "---\ntitle: X\n---\n```chart\nkind: sparkline\n```\n");
    project.build([]);
    let page = project.read("public/xxxxx/index.html");
    for part in [
        "<strong>Zu wenige Tage für eine Aussage</strong></p><p class=\"how\">Schmerz zuletzt 5. Stärkster Schmerz jedes Tages, \
         0–10. 3 von 4 Tagen erfasst.</p>",
        "<strong>6 km notiert</strong></p><p class=\"how\">",
        " km in 1 Woche; keine ganze Woche hat an den meisten Tagen einen Eintrag, daher lässt sich keine vergleichen.",
        "<summary>Datentabelle</summary>",
        "Die Stufen, wie sie getippt wurden; ohne Regel in den Einstellungen sagt niemand, welche Einheit hinaufführt.",
        "<th scope=\"row\">05.08.2020</th>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    let feed = project.read("public/feed.xml");
    assert!(feed.contains("Diagramm: Zu wenige Tage für eine Aussage"), "{feed}");
    let drawing = project.run(["chart", "pain-timeline"]).stdout;
    assert!(
        drawing.contains(">Stärkster Schmerz jedes Tages, 0 bis 10, 3. August 2020 bis 6. August 2020<"),
        "{drawing}"
    );
}

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

/// A page or feed without the studies that it cites.
fn without_studies(page: &str) -> String {
    let mut page = page.to_owned();
    // Studies are cited by their authors' names.
    let studies = ["<a href=\"https://doi.org/", "Foster", "Costa"].map(|start| format!("<p class=\"meta\">{start}"));
    for start in &studies {
        while let Some(from) = page.find(start.as_str()) {
            let to = page[from..].find("</p>").map_or(page.len(), |at| from + at + "</p>".len());
            page.replace_range(from..to, "");
        }
    }
    page
}

/// The words of a page that stand outside brackets, dates aside, and are not the writer's: those of its head and those
/// that nobody sees too.
fn outside(page: &str) -> Vec<String> {
    let page = without_studies(page);
    let (mut texts, mut rest) = (String::new(), &*page);
    while let Some((text, more)) = rest.split_once('<') {
        texts.push_str(if text.starts_with("https://example.org/") { "" } else { text });
        let (tag, after) = more.split_once('>').unwrap_or((more, ""));
        let said =
            ["description\"", "title\"", "alt\""].iter().any(|name| tag.starts_with("meta") && tag.contains(name));
        let attributes = ["aria-label", " title", " alt", "data-none", "data-one", "data-many", "data-failed"];
        for attribute in attributes.into_iter().chain(said.then_some(" content")) {
            let start = format!("{attribute}=\"");
            let values = tag.split(&start).skip(1).filter_map(|value| value.split('"').next());
            texts.extend(values.map(|value| format!("\n{value}\n")));
        }
        if tag.starts_with("script type=\"application/ld+json\"") {
            let json = after.split_once("</script>").map_or("", |(json, _)| json);
            let names = json.split("\"name\":\"").skip(1).filter_map(|name| name.split('"').next());
            texts.extend(names.map(|name| format!("\n{name}\n")));
        }
        texts.push('\n');
        let skipped = ["time ", "script", "updated", "published", "generator"];
        rest = match skipped.into_iter().find(|name| tag.starts_with(name)) {
            Some(name) => after.split_once(&format!("</{}>", name.trim())).map_or("", |(_, rest)| rest),
            None => after,
        };
    }
    let mut depth = 0;
    let ours = texts.chars().filter(|c| {
        depth += i32::from(*c == '⟦') - i32::from(*c == '⟧');
        depth == 0 && *c != '⟧'
    });
    let ours: String = ours.collect();
    let names = [
        "Atom",
        "RSS",
        "JSON",
        "CSV",
        "x@example",
        "example",
        "org",
        "Aŭgusto",
        "Aŭg",
        "Jul",
        "km",
        "kg",
        "ρ",
        "n",
        "Foster",
        "Costa",
    ];
    let words = ours.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '“' | '”' | '(' | ')'));
    words
        .filter(|word| !names.contains(word) && !word.to_lowercase().contains("aŭg"))
        .filter(|word| word.chars().any(|c| c.is_alphabetic() && !matches!(c, 'x' | 'X')))
        .map(str::to_owned)
        .collect()
}

#[test]
fn nothing_of_ours_stands_outside_the_tables() {
    let project = journal("eo");
    project.write("themes/trailhead/languages/eo.ftl", bracketed());
    project.write("content/xxxxx.md", charts());
    project.build([]);
    let mut found = Vec::new();
    for (path, bytes) in &project.tree("public") {
        let text = String::from_utf8_lossy(bytes);
        let text = match path.rsplit_once('.') {
            Some((_, "html")) => {
                assert!(text.contains("⟦Skip to the content⟧"), "{path}: {text}");
                text.into_owned()
            }
            // What feeds carry is HTML, escaped once more.
            Some((_, "xml")) if path.ends_with("feed.xml") => {
                text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
            }
            _ => continue,
        };
        assert!(!text.contains('⟪'), "{path}: {text}");
        found.extend(outside(&text).into_iter().map(|word| format!("{path}: {word}")));
    }
    assert_eq!(found, Vec::<String>::new());
    assert!(project.has("public/setbacks/index.html") && project.has("public/treatments/index.html"));
    assert!(project.has("public/exercises/xxx-xxx/index.html") && project.has("public/lessons/feed.xml"));
}

/// What a page says, a line a text, without its charts.
fn said(page: &str) -> String {
    let page = without_studies(main_of(page));
    let texts = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let lines: Vec<String> = texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

#[test]
fn whole_german_pages_are_german() {
    let project = journal("de");
    project.build([]);
    for (name, path) in [
        ("home", "index.html"),
        ("entry", "journal/xxx/index.html"),
        ("lessons", "lessons/index.html"),
        ("progress", "progress/index.html"),
        ("exercises", "exercises/index.html"),
        ("exercise", "exercises/xxx-xxx/index.html"),
        ("setbacks", "setbacks/index.html"),
    ] {
        golden(&format!("german/{name}.txt"), &said(&project.read(&format!("public/{path}"))));
    }
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
fn a_mistake_at_a_letter_with_an_accent_is_told_as_any_other() {
    let project = journal("en");
    project
        .write("themes/trailhead/languages/en.ftl", "draft =\n    { $n ->\n        [øn] a\n       *[other] b\n    }\n");
    let ran = project.run(["check"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("themes/trailhead/languages/en.ftl:3:10"), "{}", ran.stderr);
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
    assert!(page.contains("<span>&lt;<em>&lt;b&gt;Xxxxx</em>&gt;: 1 &amp; 1</span>"), "{page}");
    project.write("themes/trailhead/templates/404.html", "{{ t(key=\"dray\") }}");
    let ran = project.run(["check"]);
    assert!(ran.stderr.contains("there is no message `dray`; did you mean `day`?"), "{}", ran.stderr);
}
