//! First lines that look like front matter and are not written as such: read where that is plain, else an error.

use super::*;

const MISSING: &str = "front matter stands between two lines of `---`, and the first one is missing";
const ABOVE: &str = "write `---` above the first key and below the last; where it is text, put front matter above it: `---`, `title: …`, `---`";
const HYPHENS: &str = "write three hyphens at the start of the line; telephones like to turn them into dashes";
const SIGNS: &str = "write three hyphens, above the first key and below the last";
const TOP: &str = "move the lines from `---` to `---` to the top of the file";
const UNSEEN: &str = "type the line again: a character that nobody sees stands in it";
const JSON: &str = "front matter is YAML between `---` lines, found JSON | write a line `---` above it and another below it: JSON between them is read";
const COMMENT: &str = "front matter stands between two lines of `---`, found it in a comment | write `---` for `<!--` and for `-->`, and `key: value` lines between them";
const EMPTY: &str = "front matter stands below the `---` that ends it | move these lines up, between the two `---`";
const SECOND: &str = "a second front matter stands below the first | move its lines up into the first one; where they are text, put a line of words above the `---`";

#[test]
fn what_is_plain_is_read() {
    for text in [
        "\u{feff}\u{feff}---\ntitle: A\ndraft: true\n---\nText.\n",
        "<!-- vim: set tw=80 -->\n---\ntitle: A\ndraft: true\n---\nText.\n",
        "<!-- one\ntwo -->\n\n<!-- Note: three -->\n---\ntitle: A\ndraft: true\n---\nText.\n",
        "%% from a template %%\n---\ntitle: A\ndraft: true\n---\nText.\n",
        "---yaml\ntitle: A\ndraft: true\n---\nText.\n",
        "--- YAML\ntitle: A\ndraft: true\n---\nText.\n",
        "\n\u{feff}---yml\ntitle: A\ndraft: true\n---\nText.\n",
        "---\n{\"title\": \"A\",\n \"draft\": true\n}\n---\nText.\n",
    ] {
        let checked = read(PATH, text, &config());
        assert_eq!(checked.diagnostics, [], "{text:?}");
        let entry = checked.value.expect("it has front matter");
        let body = &text[entry.text_start..];
        assert_eq!((entry.title.as_str(), entry.draft, body.trim()), ("A", true, "Text."), "{text:?}");
    }
}

#[test]
fn what_is_not_is_an_error_at_its_place() {
    let missing = format!("{MISSING} | {ABOVE}");
    let found = |typed: &str, hint: &str| format!("front matter opens with `---`, found `{typed}` | {hint}");
    let below = |typed: &str| format!("front matter starts on the first line, found `{typed}` before it | {TOP}");
    let mut wrong = Vec::new();
    for (text, place, expected) in [
        // Without a first fence, or without any.
        ("title: No fence\ndraft: true\n---\nText.\n", "1:1", missing.clone()),
        ("title: No fence\nlayout: post\n\nText.\n", "1:1", missing.clone()),
        ("layout: post\ncategories: x\n~~~~\nText.\n", "1:1", missing.clone()),
        ("layout: post\n***\nText.\n", "1:1", missing.clone()),
        ("layout = \"post\"\nkind = 2\n+++\nText.\n", "1:1", missing.clone()),
        ("layout: post\n—–—\nText.\n", "1:1", missing.clone()),
        ("\n\nTitle: Pelican\nStatus: draft\n\nText.\n", "3:1", missing.clone()),
        ("Title: Pelican\nCategory: x\n\nText.\n", "1:1", missing.clone()),
        ("author: me\nDG-Publish: no\n\nText.\n", "1:1", missing.clone()),
        (":Title: reST\n:Category: x\n\nText.\n", "1:1", missing.clone()),
        ("#+TITLE: Org\n#+FILETAGS: x\n\nText.\n", "1:1", missing.clone()),
        (".. title: Nikola\n.. status: draft\n\nText.\n", "1:1", missing.clone()),
        ("public:: false\nalias:: x\n\nText.\n", "1:1", missing.clone()),
        ("\tDate:\t3 May 2020\n\tLocation:\tHome\n\nText.\n", "1:1", missing.clone()),
        ("\u{200b}draft: true\nText goes on.\n", "1:1", missing.clone()),
        ("author: me\nprivate: true\nText goes on.\n", "1:1", missing.clone()),
        ("title: x\ntags:\n  - a\ndate: 2020-01-01\n\nText.\n", "1:1", missing.clone()),
        ("\"draft\": true,\n\nText.\n", "1:1", missing),
        // Odd fences.
        (" ---\ndraft: true\n ---\n", "1:1", found(" ---", HYPHENS)),
        ("--\ntitle: A\n--\nText.\n", "1:1", found("--", HYPHENS)),
        ("—\ntitle: A\n\nText.\n", "1:1", found("—", HYPHENS)),
        ("−−−\nlayout: post\n−−−\nText.\n", "1:1", found("−−−", HYPHENS)),
        ("- - -\ntitle: A\n- - -\nText.\n", "1:1", found("- - -", HYPHENS)),
        ("----\ntitle: A\n----\nText.\n", "1:1", found("----", HYPHENS)),
        ("\\---\ntitle: A\n\\---\nText.\n", "1:1", found("\\---", HYPHENS)),
        ("> ---\n> title: A\n> ---\n", "1:1", found("> ---", HYPHENS)),
        ("\u{200b}---\ntitle: A\n---\nText.\n", "1:1", found("\\u{200b}---", UNSEEN)),
        ("\u{a0}---\ntitle: A\n---\nText.\n", "1:1", found("\\u{a0}---", UNSEEN)),
        ("---\u{2060}\ntitle: A\n---\nText.\n", "1:1", found("---\\u{2060}", UNSEEN)),
        ("***\ntitle: A\ndraft: true\n***\nText.\n", "1:1", found("***", SIGNS)),
        ("***\n\nlayout: post\n\ndraft: true\n***\nText.\n", "1:1", found("***", SIGNS)),
        ("~~~\ntitle: A\n~~~\nText.\n", "1:1", found("~~~", SIGNS)),
        ("```\ndraft: true\n```\nText.\n", "1:1", found("```", SIGNS)),
        ("```yaml\n---\ntitle: A\ndraft: true\n---\n```\n", "1:1", found("```yaml", SIGNS)),
        ("***\n\ntitle: A\ndate: 2020-01-01\n\nText.\n", "1:1", found("***", SIGNS)),
        (";;;\ntitle: A\n;;;\nText.\n", "1:1", found(";;;", SIGNS)),
        ("---toml\ntitle = \"A\"\n---\nText.\n", "1:1", found("---toml", HYPHENS)),
        // Something before the fence.
        ("# My title\n\n---\ndate: 2026-01-19\nvisibility: private\n---\nText.\n", "3:1", below("# My title")),
        ("-*- mode: markdown -*-\n---\ntitle: A\n---\nText.\n", "2:1", below("-*- mode: markdown -*-")),
        ("# vim: tw=80\n---\ntitle: A\n---\nText.\n", "2:1", below("# vim: tw=80")),
        ("%YAML 1.2\n---\ntitle: A\n---\nText.\n", "2:1", below("%YAML 1.2")),
        ("\u{200b}\n---\ntitle: A\n---\nText.\n", "2:1", below("\\u{200b}")),
        (
            &format!("{}---\ntitle: A\ndraft: true\n---\n", "Typed above it.\n\n".repeat(9)),
            "19:1",
            below("Typed above it."),
        ),
        (
            "# My title\n\nStatus: draft\n\nText.\n",
            "3:1",
            "front matter stands below `# My title` | move it to the top of the file, between two lines of `---`"
                .to_owned(),
        ),
        (
            "---\nMy title\ndraft: true\n\n---\n\nText.\n",
            "3:6",
            "mapping values are not allowed in this context | text with a colon followed by a space needs quotes: `title: \"Week 12: first run\"`".to_owned(),
        ),
        // In a comment, in JSON, below front matter.
        ("<!--\n.. title: Nikola\n.. status: draft\n-->\nText.\n", "1:1", COMMENT.to_owned()),
        ("<!--\n---\ntitle: A\ndraft: true\n---\n-->\nText.\n", "1:1", COMMENT.to_owned()),
        ("{\n  \"title\": \"A\",\n  \"draft\": true\n}\nText.\n", "1:1", JSON.to_owned()),
        ("{\"theme\": 1}\nText.\n", "1:1", JSON.to_owned()),
        ("{ draft: true }\n\nText.\n", "1:1", JSON.to_owned()),
        ("---\n---\ntitle: A\ndraft: true\n\nText.\n", "3:1", EMPTY.to_owned()),
        ("---\n# nothing yet\n---\n\n---\ntitle: A\n---\nText.\n", "5:1", EMPTY.to_owned()),
        ("---\ntitle: A\n---\n---\ndraft: true\n---\nText.\n", "4:1", SECOND.to_owned()),
    ] {
        let found = problems(text);
        if found != [format!("{place} error: {expected}")] || read(PATH, text, &config()).value.is_some() {
            wrong.push(format!("{text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn hints_work() {
    for (text, mended) in [
        ("title: A\ndraft: true\n---\nText.\n", "---\ntitle: A\ndraft: true\n---\nText.\n"),
        ("—\ntitle: A\ndraft: true\n—\nText.\n", "---\ntitle: A\ndraft: true\n---\nText.\n"),
        ("# A\n\n---\ndraft: true\n---\nText.\n", "---\ndraft: true\n---\n# A\n\nText.\n"),
        (
            "{\n\"title\": \"A\",\n\"draft\": true\n}\nText.\n",
            "---\n{\n\"title\": \"A\",\n\"draft\": true\n}\n---\nText.\n",
        ),
        ("<!--\n.. title: A\n.. draft: true\n-->\nText.\n", "---\ntitle: A\ndraft: true\n---\nText.\n"),
        ("---\n---\ntitle: A\ndraft: true\n\nText.\n", "---\ntitle: A\ndraft: true\n---\n\nText.\n"),
        ("---\ntitle: A\n---\n---\ndraft: true\n---\nText.\n", "---\ntitle: A\ndraft: true\n---\nText.\n"),
    ] {
        assert!(read(PATH, text, &config()).has_errors(), "{text:?}");
        let entry = read(PATH, mended, &config()).value.expect("it is mended");
        assert_eq!((entry.title.as_str(), entry.draft), ("A", true), "{mended:?}");
    }
    // Where it is text.
    for (text, mended) in [
        ("Pain: 3\nMood: good\n\nText.\n", "---\ntitle: A\n---\nPain: 3\nMood: good\n\nText.\n"),
        ("Monday: rest\n---\nText.\n", "---\ntitle: A\n---\nMonday: rest\n---\nText.\n"),
        ("---\ntitle: A\n---\n---\ndraft: true\n---\n", "---\ntitle: A\n---\nSuch as:\n\n---\ndraft: true\n---\n"),
    ] {
        assert!(read(PATH, text, &config()).has_errors(), "{text:?}");
        let checked = read(PATH, mended, &config());
        assert_eq!(checked.diagnostics, [], "{mended:?}");
        assert!(checked.value.is_some_and(|entry| !entry.draft), "{mended:?}");
    }
}
