//! What the program itself says on pages: it calls nothing safe, names no day of return and gives no advice.
//!
//! The writer's words are taken out first: small journals whose texts are all of one made-up word, and the demo with every
//! word of its texts replaced by it. What is left is ours.

use crate::support::Project;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What stands for the writer's words.
const MARK: &str = "zqx";

/// Words and phrases that no sentence of ours has, and why. `Advice` itself is no advice: the writer's record is called so.
const FORBIDDEN: &[(&str, &str)] = &[
    ("safe", "nothing is called safe"),
    ("safely", "nothing is called safe"),
    ("safer", "nothing is called safe"),
    ("unsafe", "nor is the opposite said"),
    ("danger", "nor is the opposite said"),
    ("dangerous", "nor is the opposite said"),
    ("risk", "a risk is a prediction"),
    ("risky", "a risk is a prediction"),
    ("harmless", "a judgement that is a clinician's"),
    ("should", "advice"),
    ("must", "advice"),
    ("ought", "advice"),
    ("avoid", "advice"),
    ("try", "advice"),
    ("recommend", "advice"),
    ("recommended", "advice"),
    ("recommendation", "advice"),
    ("consult", "advice"),
    ("see a doctor", "advice"),
    ("seek", "advice"),
    ("stop running", "advice"),
    ("keep running", "advice"),
    ("be careful", "advice"),
    ("make sure", "advice"),
    ("have to", "advice"),
    ("had better", "advice"),
    ("you", "pages speak of what was, to nobody in particular"),
    ("your", "pages speak of what was, to nobody in particular"),
    ("will", "a prediction"),
    ("going to", "a prediction"),
    ("expect", "a prediction"),
    ("expected", "a prediction"),
    ("forecast", "a prediction"),
    ("predicted", "a prediction"),
    ("prediction", "a prediction"),
    ("soon", "a prediction"),
    ("likely", "a prediction"),
    ("probably", "a prediction"),
    ("return date", "a day of return"),
    ("return to running", "a day of return"),
    ("ready to", "a day of return"),
    ("on track", "a day of return"),
    ("recovered", "a diagnosis"),
    ("healed", "a diagnosis"),
    ("cured", "a diagnosis"),
    ("caused by", "what came before did not cause"),
    ("because of", "what came before did not cause"),
];

/// What a page says to anybody: its text and the words in its attributes, lower case, single spaces.
fn said(page: &str) -> String {
    let mut text = String::from(" ");
    let mut rest = page;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        text.push(' ');
        let end = rest[open..].find('>').map_or(rest.len(), |end| open + end + 1);
        for name in [" alt=\"", " title=\"", " aria-label=\"", " content=\""] {
            if let Some((_, value)) = rest[open..end].split_once(name) {
                text.push_str(value.split('"').next().unwrap_or_default());
                text.push(' ');
            }
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    text.push(' ');
    // An address is made of the names of the writer's files, in commands too.
    let is_address = |word: &&str| word.contains("://") || word.starts_with("journal/");
    let text = text.split_whitespace().filter(|word| !is_address(word)).collect::<Vec<_>>().join(" ");
    let word = |c: char| if c.is_alphanumeric() || c == '\'' || c == '’' { c } else { ' ' };
    let plain: String = text.to_lowercase().chars().map(word).collect();
    format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The days that a page names in its elements.
fn days(page: &str) -> impl Iterator<Item = &str> {
    page.split("datetime=\"").skip(1).filter_map(|rest| rest.get(..10))
}

/// Fails with every forbidden word of every page, and every day or year after the last that the journal speaks of.
#[track_caller]
fn check(project: &Project, last: &str) {
    let (mut found, mut pages, mut marked) = (BTreeSet::new(), 0, 0);
    for (path, bytes) in project.tree("public") {
        if ![".html", ".xml", "feed.json"].iter().any(|end| path.ends_with(end)) {
            continue;
        }
        let page = String::from_utf8(bytes).expect("UTF-8");
        // What the search asks is about the words that were typed.
        let text = said(&page).replace(" did you mean ", " ");
        pages += 1;
        marked += usize::from(text.contains(MARK));
        for (words, why) in FORBIDDEN {
            if let Some(at) = text.find(&format!(" {words} ")) {
                let from = text[..at].char_indices().rev().nth(40).map_or(0, |(from, _)| from);
                let around: String = text[from..].chars().take(100).collect();
                found.insert(format!("{path}: `{words}` ({why}): …{around}…"));
            }
        }
        found.extend(days(&page).filter(|day| *day > last).map(|day| format!("{path}: {day} is yet to come")));
        let is_year = |word: &&str| word.len() == 4 && word.starts_with("20") && word.parse::<u16>().is_ok();
        // The page of what the numbers mean names the years of the papers that they come from.
        let cites = path == "progress/numbers/index.html";
        let later = text.split(' ').filter(is_year).filter(|_| !cites).filter(|year| *year > &last[..4]);
        found.extend(later.map(|year| format!("{path}: {year} is yet to come")));
    }
    assert!(pages > 3 && marked > 1, "{pages} pages, {marked} of them with the writer's words");
    assert!(found.is_empty(), "\n{}\n", found.into_iter().collect::<Vec<_>>().join("\n"));
}

const EVERYTHING: &str = r#"
-- site.toml --
title = "zqx"
base_url = "https://example.org/"
description = "zqx zqx"
author = "zqx"
currency = "EUR"
[privacy]
show = ["cost", "provider", "body_weight", "medication"]
[lessons]
top = ["c", "a"]
[rules]
preset = "silbernagel"
[[injuries]]
name = "zqx"
slug = "one"
onset = 2020-08-01
mechanism = "zqx"
diagnoses = [{date = 2020-08-05, label = "zqx"}]
[[injuries]]
name = "zqx zqx"
slug = "two"
[[phases]]
name = "zqx"
start = 2020-08-01
end = 2020-08-09
goal = "zqx"
[[phases]]
name = "zqx zqx"
start = 2020-08-10
[[prescriptions]]
exercise = "zqx"
per_week = 3
-- content/now.md --
---
title: zqx
date: 2020-08-02
---
zqx
-- content/red-flags.md --
---
title: zqx
---
zqx
-- content/exercises/zqx.md --
zqx
-- content/journal/2020-08-03-a.md --
---
title: zqx
injury: one
tags: [zqx]
series: zqx
pain: {before: 1, during: 3, after: 4, next_day: 2, settled_hours: 30}
sessions: [{type: run, distance: 5 km, duration: "31:00", rpe: 5}, {type: walk, distance: 2 km, planned: true}]
exercises: [{name: zqx, sets: 3, reps: 8, load: 20 kg, pain: 2, verdict: helps}]
treatments: [{type: zqx, provider: zqx, minutes: 20, cost: 40 EUR, pain_before: 3, pain_after: 2, helped: unsure}]
advice: [{from: zqx, text: zqx}, {from: zqx zqx, text: zqx}]
questions: [zqx]
lessons: [{id: a, title: zqx, tags: [zqx]}, {id: b, title: zqx, tags: [zqx zqx]}, {id: c, title: zqx}]
triggers: [zqx]
milestones: [{kind: race, label: zqx}, {kind: scan, label: zqx}, {kind: first, label: zqx}, zqx]
medication: [zqx]
body_weight: 60 kg
sleep: 7
prom: {instrument: zqx, score: 50}
---
## zqx

> [!LESSON] a
> zqx

```chart
kind: pain-timeline
caption: zqx
```
-- content/journal/2020-08-08-b.md --
---
title: zqx
injury: one
tags: [zqx]
series: zqx
pain: {before: 2, during: 6, after: 7, next_day: 6}
setback: zqx
flare: true
triggers: [zqx, zqx zqx]
sessions: [{type: run, distance: 9 km, duration: "50:00", rpe: 8}]
exercises: [{name: zqx, sets: 2, reps: 8, pain: 5, verdict: aggravates}]
treatments: [{type: zqx, minutes: 20, cost: 40 EUR, helped: no}]
lessons: [{confirms: a, note: zqx}, {revises: b, note: zqx}, {retracts: c, note: zqx}]
---
zqx
-- content/journal/2020-08-12-c.md --
---
title: zqx
injury: two
tags: [zqx]
pain: 3
---
zqx
-- content/journal/undated.md --
---
title: zqx
injury: one
---
zqx
"#;

#[test]
fn a_journal_of_everything_says_nothing_of_the_kind() {
    let project = Project::new(EVERYTHING.trim_start());
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    check(&project, "2020-08-12");
}

#[test]
fn a_long_course_with_spikes_and_streaks_says_nothing_of_the_kind() {
    let project = Project::new(
        "-- site.toml --\ntitle = \"zqx\"\nbase_url = \"https://example.org/\"\n[rules]\npreset = \"within-48h\"\n",
    );
    let pains = [1, 1, 2, 1, 1, 2, 1, 1, 1, 2, 1, 6, 7, 5, 3, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (n, pain) in pains.iter().cycle().take(112).enumerate() {
        let day = jiff::civil::date(2020, 1, 1).checked_add(jiff::Span::new().days(n as i64)).expect("a day");
        let text = format!(
            "---\ntitle: zqx\npain: {{before: {pain}, during: {pain}, after: {pain}, next_day: {}}}\n\
             sessions: [{{type: run, distance: {} km, duration: 40 min, rpe: {}}}]\n---\nzqx\n",
            pain / 2,
            3 + n % 7,
            1 + n % 9
        );
        project.write(&format!("content/journal/{day}.md"), text);
    }
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    check(&project, "2020-04-21");
}

#[test]
fn small_journals_say_nothing_of_the_kind() {
    let entry = "-- content/journal/2020-08-03-a.md --\n---\ntitle: zqx\npain: 2\ntags: [zqx]\n---\nzqx\n";
    let undated = "-- content/journal/a.md --\n---\ntitle: zqx\n---\nzqx\n-- content/about.md --\nzqx\n";
    let pages = "-- content/about.md --\n---\ntitle: zqx\n---\nzqx\n-- content/more.md --\nzqx\n";
    for text in [entry, undated, pages] {
        let project = Project::new(text);
        let ran = project.run(["build"]);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        check(&project, "2020-08-03");
    }
}

/// A text with every word of it replaced, what is no letter kept.
fn masked(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        // An apostrophe is a part of its word.
        let letter = c.is_alphabetic() || (inside && matches!(c, '\'' | '’'));
        match (letter, inside) {
            (true, false) => out.push_str(MARK),
            (false, _) => out.push(c),
            (true, true) => {}
        }
        inside = letter;
    }
    out
}

/// A line of markdown with its words replaced, its links' targets and its marks kept.
fn masked_line(line: &str) -> String {
    if let Some((mark, title)) = line.split_once("[!").and_then(|(_, rest)| rest.split_once(']')) {
        let id = title.split(':').next().unwrap_or_default();
        return format!("> [!{mark}]{id}{}", masked(&title[id.len()..]));
    }
    let mut out = String::new();
    let mut rest = line;
    while let Some(at) = rest.find("](") {
        out.push_str(&masked(&rest[..at]));
        let end = rest[at..].find(')').map_or(rest.len(), |end| at + end);
        let target = rest[at..end].split(' ').next().unwrap_or_default();
        out.push_str(target);
        out.push_str(&masked(&rest[at + target.len()..end]));
        rest = &rest[end..];
    }
    out.push_str(&masked(rest));
    out
}

/// Keys whose values are the writer's words.
const TEXTS: [&str; 12] = [
    "title",
    "summary",
    "note",
    "text",
    "label",
    "setback",
    "from",
    "provider",
    "caption",
    "description",
    "mechanism",
    "goal",
];

/// Keys whose values are lists of them.
const LISTS: [&str; 4] = ["triggers", "questions", "milestones", "advice"];

/// A line of front matter or of settings with the values of such keys replaced.
fn masked_front(line: &str, list: bool) -> String {
    if list && line.trim_start().starts_with("- ") && !line.contains('{') {
        return masked(line);
    }
    let mut out = String::new();
    let mut rest = line;
    let is_key = |c: char| c.is_ascii_alphanumeric() || c == '_';
    while let Some(at) = rest.find([':', '=']) {
        let key = rest[..at].trim_end();
        let key = &key[key.rfind(|c: char| !is_key(c)).map_or(0, |before| before + 1)..];
        let after = at + 1;
        let value = rest[after..].trim_start();
        let start = rest.len() - value.len();
        out.push_str(&rest[..start]);
        let in_flow = line.contains('{');
        let end = match value.chars().next() {
            Some('"') => value[1..].find('"').map_or(value.len(), |end| end + 2),
            Some('[') if LISTS.contains(&key) && !value.contains('{') => value.find(']').unwrap_or(value.len()),
            Some('[' | '{') | None => 0,
            Some(_) if in_flow => value.find([',', '}']).unwrap_or(value.len()),
            Some(_) => value.len(),
        };
        let ours = TEXTS.contains(&key) || LISTS.contains(&key);
        out.push_str(&if ours { masked(&value[..end]) } else { value[..end].to_owned() });
        rest = &rest[start + end..];
    }
    out.push_str(rest);
    out
}

/// A file of the demo without its writer's words.
fn masked_file(text: &str) -> String {
    let (mut out, mut front, mut fence, mut list) = (String::new(), text.starts_with("---\n"), false, false);
    for (number, line) in text.lines().enumerate() {
        let is_fence = line.starts_with("```");
        if front && number > 0 && line == "---" {
            front = false;
            out.push_str(line);
        } else if front {
            if !line.starts_with([' ', '-']) {
                list = LISTS.iter().any(|key| line.starts_with(&format!("{key}:")));
            }
            out.push_str(&masked_front(line, list));
        } else if is_fence || fence {
            fence ^= is_fence;
            out.push_str(&masked_front(line, false));
        } else {
            out.push_str(&masked_line(line));
        }
        out.push('\n');
    }
    out
}

/// A comment with its reader's name and words masked.
fn masked_comment(text: &str) -> String {
    let words = |line: &str| line.starts_with(' ') || line.starts_with("name:");
    let masked = |line: &str| match line.split_once(':').filter(|_| !line.starts_with(' ')) {
        Some((key, value)) => format!("{key}: {}", masked(value.trim().trim_matches('\''))),
        None => format!("  {}", masked(line.trim())),
    };
    text.lines().map(|line| if words(line) { masked(line) } else { line.to_owned() } + "\n").collect()
}

#[test]
fn the_demo_says_nothing_of_the_kind_beside_its_writers_words() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::empty();
    let settings = fs::read_to_string(top.join("site.toml")).expect("the settings");
    project.write("site.toml", settings.lines().map(|line| masked_front(line, false) + "\n").collect::<String>());
    for file in walkdir::WalkDir::new(top.join("content")).into_iter().filter_map(Result::ok) {
        let path = file.path().strip_prefix(top).expect("below it").display().to_string().replace('\\', "/");
        // The guide tells writers how to use the program and is no page of a journal.
        if !file.file_type().is_file() || path.starts_with("content/guide/") {
            continue;
        }
        let text = || fs::read_to_string(file.path()).expect("a text");
        match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("md") => project.write(&path, masked_file(&text())),
            Some("yaml") => project.write(&path, masked_comment(&text())),
            _ => project.write(&path, fs::read(file.path()).expect("a file")),
        };
    }
    let ran = project.run_with(&["build", "--today", "2024-12-31"], &[]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(project.has("public/timeline/index.html") && project.has("public/journal/the-kerb/index.html"));
    check(&project, "2024-12-31");
}

#[test]
fn the_check_finds_what_it_looks_for() {
    assert_eq!(said("<p title=\"It’s Safe\">You, <b>too</b>.</p>"), " it’s safe you too ");
    assert_eq!(days("<time datetime=\"2020-01-02\">").collect::<Vec<_>>(), ["2020-01-02"]);
    assert_eq!(masked("I don't, 3 km"), "zqx zqx, 3 zqx");
    assert_eq!(masked_line("> [!LESSON] an-id: A title"), "> [!LESSON] an-id: zqx zqx");
    assert_eq!(
        masked_line("A [kerb](../a.md) and ![b](c.svg \"D\")."),
        "zqx [zqx](../a.md) zqx ![zqx](c.svg \"zqx\")."
    );
    assert_eq!(masked_front("  - {from: Dr A, text: \"Stop, now\"}", true), "  - {from: zqx zqx, text: \"zqx, zqx\"}");
    assert_eq!(masked_front("triggers: [stairs, sitting]", true), "triggers: [zqx, zqx]");
    assert_eq!(masked_front("tags: [head]", false), "tags: [head]");
    let project = Project::new(
        "-- content/about.md --\nzqx\n-- content/more.md --\nzqx it is safe\n-- content/last.md --\nzqx\n",
    );
    project.build([]);
    assert!(std::panic::catch_unwind(|| check(&project, "2020-01-01")).is_err());
}
