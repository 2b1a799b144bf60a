//! The search: what its index holds and what it never does, the page without a script, and that it costs nothing twice.

use crate::support::Project;
use std::collections::BTreeMap;
use std::io::Read;

const SITE: &str = "-- site.toml --
title = \"A <B> & C\"
base_url = \"https://example.org/a/b/\"
[[injuries]]
name = \"left calf\"
onset = 2020-01-01
[[phases]]
name = \"Rest & wait\"
start = 2020-01-01
end = 2020-01-31
[[phases]]
name = \"Loading\"
start = 2020-02-01
-- content/journal/2020-01-05-one.md --
---
title: Quiet <day> & \"rest\"
tags: [Gym & home, Calf]
pain: 3
lessons:
  - {id: less, title: Less was more}
---
Marshmallow stretching in the rain.

```chart
kind: pain-timeline
```
-- content/journal/2020-02-05-two.md --
---
title: First steps
tags: [Calf]
---
## Pancakes

Pancakes afterwards.
-- content/about.md --
---
title: About
---
Gooseberry.
-- content/journal/2020-02-06-unlisted.md --
---
title: Unlistedtitle
visibility: unlisted
tags: [unlistedtag]
phase: Unlistedphase
---
Unlistedword.
-- content/journal/2020-02-07-private.md --
---
title: Privatetitle
visibility: private
---
Privateword.
-- content/journal/2020-02-08-draft.md --
---
title: Drafttitle
draft: true
---
Draftword.
-- content/journal/2029-02-08-scheduled.md --
---
title: Scheduledtitle
---
Scheduledword.
-- content/journal/2020-02-09-expired.md --
---
title: Expiredtitle
expires: 2020-03-01
---
Expiredword.
-- content/hidden.md --
---
title: Hiddentitle
visibility: unlisted
---
Hiddenword.
";

/// The files of the index, by path, unpacked as browsers unpack them.
fn index(project: &Project) -> BTreeMap<String, String> {
    let unpacked = |bytes: Vec<u8>| {
        let mut text = Vec::new();
        match flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut text) {
            Ok(_) => String::from_utf8_lossy(&text).into_owned(),
            Err(_) => String::from_utf8_lossy(&bytes).into_owned(),
        }
    };
    project.tree("public/search/pagefind").into_iter().map(|(path, bytes)| (path, unpacked(bytes))).collect()
}

/// What the index shows of each page, by its address.
pub(crate) fn fragments(project: &Project) -> BTreeMap<String, serde_json::Value> {
    let all = index(project).into_iter().filter(|(path, _)| path.ends_with(".pf_fragment"));
    let parsed = all.map(|(_, text)| {
        let json = text.strip_prefix("pagefind_dcd").expect("the mark of the index");
        let value: serde_json::Value = serde_json::from_str(json).expect("a fragment");
        (value["url"].as_str().expect("an address").to_owned(), value)
    });
    parsed.collect()
}

#[test]
fn the_index_knows_entries_lessons_and_pages_with_what_they_are_found_by() {
    let project = Project::new(SITE);
    project.build([]);
    let all = fragments(&project);
    assert_eq!(
        all.keys().collect::<Vec<_>>(),
        [
            "/about/",
            "/journal/one/",
            "/journal/two/",
            "/lessons/",
            "/lessons/less/",
            "/progress/",
            "/progress/numbers/",
            "/timeline/"
        ],
        "addresses are from the root of the site, wherever that is"
    );
    let entry = &all["/journal/one/"];
    assert_eq!(entry["meta"]["title"], "Quiet <day> & \"rest\"");
    assert_eq!(entry["meta"]["beside"], "5 Jan 2020 · day 5");
    assert_eq!(
        entry["filters"],
        serde_json::json!({
            "kind": ["entry"], "year": ["2020"], "phase": ["Rest & wait"], "injury": ["left calf"],
            "tag": ["Gym & home", "Calf"],
        })
    );
    let text = entry["content"].as_str().expect("a text");
    assert!(text.contains("Marshmallow stretching in the rain") && !text.contains("chart"), "{text}");
    let lesson = &all["/lessons/less/"];
    assert_eq!((&lesson["meta"]["title"], &lesson["meta"]["beside"]), (&"Less was more".into(), &"New".into()));
    assert_eq!(lesson["filters"]["phase"], serde_json::json!(["Rest & wait"]));
    assert_eq!(lesson["filters"]["kind"], serde_json::json!(["lesson"]));
    assert_eq!(all["/about/"]["filters"], serde_json::json!({"kind": ["page"]}));
    let files: Vec<String> = index(&project).into_keys().filter(|path| !path.contains('/')).collect();
    assert_eq!(files.len(), 4, "only what a script of its own needs: {files:?}");
}

/// What the index shows of a page, without what parts words that have no space between them.
fn content(project: &Project, address: &str) -> String {
    let all = fragments(project);
    let page = all.get(address).unwrap_or_else(|| panic!("no {address} among {:?}", all.keys().collect::<Vec<_>>()));
    page["content"].as_str().expect("a text").to_owned()
}

const MODEL: &str = "-- site.toml --
title = \"T\"
base_url = \"https://example.org/\"
currency = \"EUR\"
[[injuries]]
slug = \"calf\"
name = \"left calf\"
onset = 2020-01-01
mechanism = \"A kerb\"
diagnoses = [{ date = 2020-01-05, label = \"Strain of the soleus\", short = \"strain\" }]
operations = [{ date = 2020-01-05, label = \"Stitched\" }]
-- content/journal/2020-01-05-day.md --
---
title: A day
summary: All of it at once.
tags: [Calf]
milestones:
  - {kind: race, label: Town mile}
  - {kind: scan, label: Ultrasound}
  - {kind: first, label: First stairs}
  - Slept through
setback: \"Too much, too soon\"
flare: true
triggers: [sitting, hills]
pain: {during: 4, site: soleus, quality: burning, words: like a wasp}
sessions:
  - {type: aqua-jog, surface: pool}
  - {type: race, planned: true}
exercises: [Heel raise 3x15, Bridge 2x10]
treatments:
  - {type: shockwave, provider: Quokkason, cost: 80 EUR, minutes: 20}
medication: [Numbatine]
body_weight: 71.5 kg
prom: {instrument: VISA-A, score: 58}
tests: {heel raises: {left: 3, right: 25}}
advice: [{from: Ann, text: Load it slowly}]
lessons:
  - {id: held, title: Mornings decide}
  - {id: gone, title: Rest cures}
---
<!-- a remark -->

| Hour | Pain |
|------|------|
| 8    | 3    |

## Pancakes

Prose.

> [!LESSON] gone
> It was better after a week in bed.
-- content/journal/2020-01-09-later.md --
---
title: Later
lessons:
  - {confirms: held, note: again on Tuesday}
  - {retracts: gone, note: \"it was only waiting\"}
---
Text.
-- content/exercises/bridge.md --
---
title: Bridge
---
Lie down, lift up.
-- content/guide/manual.md --
---
title: Manual
---
Setbacks, setback, bridge.
-- content/red-flags.md --
---
title: When to ring
---
Ring.
-- content/log.txt --
2020-01-07  pain 2, setback \"Moved a wardrobe\", trigger lifting, medication Wombatol   # nobody knows
2020-01-08  pain 1, setback \"Secretcause\", private
";

#[test]
fn what_front_matter_says_is_found_on_the_page_of_its_entry() {
    let project = Project::new(MODEL);
    project.build([]);
    let expected = "Race: Town mile. Scan: Ultrasound. First: First stairs. Milestone: Slept through. \
                    Setback: Too much, too soon. Flare. Suspected: sitting, hills. \
                    Diagnosis: Strain of the soleus (strain). Operation: Stitched. \
                    Lesson learned: Mornings decide. Sessions: Aqua-jog, pool. Exercises: Heel raise, Bridge. \
                    Treatments: shockwave. Pain: soleus, burning, like a wasp. VISA-A: 58. Tests: heel raises. \
                    Advice: Ann: Load it slowly. Tags: Calf. All of it at once. Hour · Pain. 8 · 3. Pancakes. Prose.";
    assert_eq!(content(&project, "/journal/day/"), expected);
    let expected = "Held again: again on Tuesday. Lesson retracted: it was only waiting. Text.";
    assert_eq!(content(&project, "/journal/later/"), expected);
}

#[test]
fn lessons_are_found_with_their_state_and_none_that_was_taken_back_as_true() {
    let project = Project::new(MODEL);
    project.build([]);
    assert_eq!(content(&project, "/lessons/held/"), "Lesson 1 · Held again ×1. again on Tuesday.");
    assert_eq!(content(&project, "/lessons/gone/"), "Lesson 2 · Retracted. It was only waiting.");
    let all = fragments(&project);
    assert_eq!(all["/lessons/gone/"]["meta"]["title"], "Retracted: Rest cures");
    for (address, page) in &all {
        let text = page["content"].as_str().expect("a text");
        assert!(!text.contains("Rest cures") && !text.contains("a week in bed"), "{address}: {text}");
    }
}

#[test]
fn pages_that_are_made_of_the_journal_are_found_by_what_is_in_them() {
    let project = Project::new(MODEL);
    project.build([]);
    let all = fragments(&project);
    let made: Vec<(&str, &str)> = all
        .iter()
        .filter(|(_, page)| page["filters"]["kind"] == serde_json::json!(["page"]))
        .map(|(address, page)| (address.as_str(), page["meta"]["title"].as_str().expect("a title")))
        .collect();
    let expected = [
        ("/exercises/", "Exercises"),
        ("/exercises/bridge/", "Bridge"),
        ("/exercises/heel-raise/", "Heel raise"),
        ("/guide/manual/", "Manual"),
        ("/lessons/", "Lessons"),
        ("/progress/", "Progress"),
        ("/progress/numbers/", "What these numbers mean, and don’t"),
        ("/red-flags/", "When to ring"),
        ("/setbacks/", "Setbacks"),
        ("/setbacks/#trigger-hills", "Hills"),
        ("/setbacks/#trigger-lifting", "Lifting"),
        ("/setbacks/#trigger-sitting", "Sitting"),
        ("/timeline/", "Timeline"),
        ("/treatments/", "Treatments"),
        ("/treatments/#shockwave", "Shockwave"),
    ];
    assert_eq!(made, expected);
    let said = |address: &str, words: &[&str]| {
        let text = content(&project, address);
        for words in words {
            assert!(text.contains(words), "{address}: {words}: {text}");
        }
    };
    said(
        "/setbacks/",
        &["Setback: Too much, too soon.", "Setback: Moved a wardrobe.", "hills, lifting, sitting", "relapses"],
    );
    said("/timeline/", &["Injury: left calf. A kerb.", "First: First stairs.", "Diagnosis: Strain of the soleus."]);
    said("/setbacks/#trigger-sitting", &["Suspected of bringing on pain: sitting, 1 time"]);
    said("/treatments/#shockwave", &["Treatment: shockwave.", "1 time, 5 Jan 2020"]);
    said("/exercises/bridge/", &["Lie down, lift up."]);
    said("/progress/", &["VISA-A, heel raises"]);
    said("/red-flags/", &["Red flags"]);
    // The manual has all words of the field, and is last.
    let last: Vec<&String> =
        all.iter().filter(|(_, page)| !page["filters"]["last"].is_null()).map(|(at, _)| at).collect();
    assert_eq!(last, ["/guide/manual/", "/progress/numbers/"]);
    assert!(project.read("public/search/index.html").contains(" data-last>"));
}

#[test]
fn private_fields_lines_and_remarks_are_in_no_file_of_the_index() {
    let project = Project::new(MODEL);
    let said = |project: &Project| {
        project.build([]);
        index(project).into_iter().map(|(path, text)| format!("{path} {text}\n")).collect::<String>().to_lowercase()
    };
    let all = said(&project);
    assert!(all.contains("shockwav") && all.contains("wardrob"), "the texts can be read at all");
    for private in ["quokkason", "80 ", "€", "numbatin", "wombatol", "71.5", "71,5", "secretcaus", "a remark", "nobody"]
    {
        assert!(!all.contains(private), "{private}");
    }
    // Each is found once the settings show it.
    let settings = project.read("site.toml");
    project.write("site.toml", format!("{settings}[privacy]\nshow = [\"provider\", \"cost\", \"medication\"]\n"));
    let all = said(&project);
    for shown in ["quokkason", "€", "numbatin"] {
        assert!(all.contains(shown), "{shown}");
    }
}

#[test]
fn words_are_parted_in_every_language_and_those_that_are_near_are_offered() {
    let project = Project::new(SITE);
    project
        .write("content/journal/2020-02-10-three.md", "---\ntitle: 日记\n---\n今天跑步。L’été, don’t. Marshmallow.\n");
    project.build([]);
    assert_eq!(content(&project, "/journal/three/"), "今天~| 跑步。~| L’~| été, don’t. Marshmallow.");
    let files = index(&project);
    assert!(files["words/6d.txt"].starts_with("marshmallow\n"), "{}", files["words/6d.txt"]);
    assert!(!files.contains_key("words/4eca.txt"), "no words of scripts without spaces");
}

#[test]
fn what_is_not_for_everybody_is_not_in_the_index() {
    let project = Project::new(SITE);
    project.build([]);
    let mut all: String = index(&project).into_iter().map(|(path, text)| format!("{path} {text}\n")).collect();
    all.push_str(&project.read("public/search/index.html"));
    let all = all.to_lowercase();
    assert!(all.contains("marshmallow") && all.contains("gooseberri"), "the texts can be read at all");
    for word in ["unlisted", "private", "draft", "scheduled", "expired", "hidden"] {
        for part in ["title", "word", "tag", "phase"] {
            assert!(!all.contains(&format!("{word}{part}")), "{word}{part}");
        }
    }
    // Each is found once it is for everybody.
    project.write("content/journal/2020-02-08-draft.md", "---\ntitle: Drafttitle\n---\nDraftword.\n");
    project.build([]);
    assert!(fragments(&project).contains_key("/journal/draft/"));
}

#[test]
fn the_page_leads_everywhere_without_a_script() {
    let project = Project::new(SITE);
    project.build([]);
    let page = project.read("public/search/index.html");
    for part in [
        "<script type=\"module\" src=\"/a/b/search.",
        "data-index=\"/a/b/search/pagefind/\" data-base=\"/a/b/\"",
        "<option value=\"Rest &amp; wait\">Rest &amp; wait</option>\n<option value=\"Loading\">Loading</option>",
        "<option value=\"Gym &amp; home\">",
        "<a href=\"/a/b/lessons/less/\">Less was more</a>",
        "<a href=\"/a/b/archive/#2020\">2020</a> <span class=\"meta\">2 entries</span>",
        "<a href=\"/a/b/tags/calf/\">Calf</a> <span class=\"meta\">2 entries</span>",
        "<a href=\"/a/b/about/\">About</a>",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    // One injury is nothing to choose from.
    assert!(!page.contains("name=\"injury\""), "{page}");
    let scripts = |path: &str| project.read(path).matches("<script").count();
    let data = |path: &str| project.read(path).matches("application/ld+json").count();
    for path in ["index.html", "journal/one/index.html", "about/index.html"].map(|path| format!("public/{path}")) {
        assert_eq!(scripts(&path), data(&path), "{path} runs a script");
        assert!(project.read(&path).contains("<a href=\"/a/b/search/\""), "{path}");
    }
}

#[test]
fn without_a_search_there_is_none_of_it() {
    let project = Project::new(&format!("{SITE}-- static/search/pagefind/own.txt --\nmine\n"));
    let settings = project.read("site.toml");
    let clash = project.run(["build"]);
    assert_eq!(clash.status, 1);
    assert!(
        clash
            .stderr
            .contains("/search/pagefind/own.txt lies in the folder of the search’s index, so no file can stand there"),
        "{}",
        clash.stderr
    );
    project.write("site.toml", format!("{settings}[search]\nenabled = false\n"));
    project.build([]);
    assert!(!project.has("public/search/index.html"));
    assert!(!project.read("public/index.html").contains("/search/"));
    assert_eq!(
        project.read("public/search/pagefind/own.txt"),
        "mine\n",
        "the writer may have a search of his own there"
    );
}

#[test]
fn an_index_is_made_once_and_is_the_same_from_memory() {
    let project = Project::new(SITE);
    project.build([]);
    let made = project.tree("public/search/pagefind");
    let kept: Vec<String> = project.tree(".comeback/search").into_keys().collect();
    assert_eq!(kept.len(), 1);
    assert_eq!(
        project.read(".comeback/.gitignore"),
        "# Kept by comeback from one build to the next; may be removed at any time.\n*\n"
    );
    std::fs::remove_dir_all(project.path("public")).expect("an output");
    project.build([]);
    assert_eq!(project.tree("public/search/pagefind"), made);
    assert_eq!(project.tree(".comeback/search").into_keys().collect::<Vec<_>>(), kept, "nothing was made anew");
    // What was kept and can't be read is made anew.
    project.write(&format!(".comeback/search/{}", kept[0]), "spoilt");
    std::fs::remove_dir_all(project.path("public")).expect("an output");
    project.build([]);
    assert_eq!(project.tree("public/search/pagefind"), made);
    // Another text is another index, and nothing of the old one is left.
    project.write("content/about.md", "---\ntitle: About\n---\nRhubarb.\n");
    project.build([]);
    let text = fragments(&project)["/about/"]["content"].to_string();
    assert!(text.contains("Rhubarb"), "{text}");
    let clean = Project::new(SITE);
    clean.write("content/about.md", "---\ntitle: About\n---\nRhubarb.\n");
    clean.build([]);
    assert_eq!(project.tree("public/search/pagefind"), clean.tree("public/search/pagefind"));
}

#[test]
fn an_index_of_many_entries_is_the_same_bytes_with_any_number_of_threads() {
    let words =
        ["tendon", "naïve", "naive", "Straße", "bridge", "slow", "rain", "load", "calf", "hill", "sleep", "ache"];
    let build = |threads: &str| {
        let project = Project::empty();
        project.write("site.toml", "title = \"T\"\nbase_url = \"https://example.org/\"\n");
        for n in 0..200usize {
            let text: Vec<&str> = (0..80).map(|i| words[(n * 7 + i * i * (n % 5 + 1)) % words.len()]).collect();
            let tags = format!("[t{}, t{}, t{}]", n % 13, n % 7, n % 3);
            let date =
                jiff::civil::date(2019, 1, 1).saturating_add(jiff::ToSpan::days(i64::try_from(n).expect("a day")));
            let entry =
                format!("---\ntitle: Entry {n}\ntags: {tags}\n---\n## {}\n\n{}\n", words[n % 12], text.join(" "));
            project.write(&format!("content/journal/{date}-e{n}.md"), entry);
        }
        let variables = [("SOURCE_DATE_EPOCH", "1600000000"), ("RAYON_NUM_THREADS", threads)];
        let ran = project.run_with(&["build"], &variables);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
        project.tree("public/search/pagefind")
    };
    let first = build("1");
    assert!(first.len() > 200);
    for threads in ["1", "2", "5"] {
        let again = build(threads);
        assert!(again.keys().eq(first.keys()), "{threads} threads: other names");
        for (path, bytes) in &again {
            assert!(first[path] == *bytes, "{threads} threads: {path} differs");
        }
    }
}
