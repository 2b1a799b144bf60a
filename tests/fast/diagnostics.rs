//! What is said of mistakes: all of them in one run, each with its place; and what is written then.

use crate::support::{Project, Ran, golden};

/// Runs a build of a site and returns the status and what was said.
#[track_caller]
fn said<const N: usize>(files: &str, args: [&str; N]) -> Ran {
    Project::new(files).run_with(&[["build"].as_slice(), &args].concat(), &[("SOURCE_DATE_EPOCH", "1600000000")])
}

/// The places and messages of a build, without the pictures of lines.
#[track_caller]
fn check(files: &str, expected: &[&str]) {
    assert_eq!(brief(&said(files, ["--message-format", "json"]).stderr), expected);
}

/// One line for each JSON object: `place severity: message | hints (related)`.
fn brief(json: &str) -> Vec<String> {
    let objects = json.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let place = |v: &serde_json::Value| match v["line"].as_u64().filter(|line| *line > 0) {
        Some(line) => format!("{}:{line}:{}", v["path"].as_str().unwrap_or("?"), v["column"]),
        None => v["path"].as_str().unwrap_or("-").to_owned(),
    };
    let show = |v: serde_json::Value| {
        let mut line = format!(
            "{} {}: {}",
            place(&v),
            v["severity"].as_str().expect("text"),
            v["message"].as_str().expect("text")
        );
        for hint in v["hints"].as_array().expect("a list") {
            line.push_str(&format!(" | {}", hint.as_str().expect("text")));
        }
        for related in v["related"].as_array().expect("a list") {
            line.push_str(&format!(" ({} {})", related["message"].as_str().expect("text"), place(related)));
        }
        line
    };
    objects.map(show).collect()
}

const FIVE: &str = "
-- content/journal/2020-08-01-never-closed.md --
---
title: Never closed
pain: 2

Text.
-- content/journal/2020-08-02-unknown.md --
---
title: Unknown key
pian: 3
---
-- content/journal/2020-08-03-range.md --
---
title: Out of range
pain: {before: 2, after: 11}
mileage: soon
---
-- content/journal/2020-08-04-draft.md --
---
draft: no
---
Draft?
-- content/journal/2020-08-05-yaml.md --
---
title: [unclosed
---
";

#[test]
fn five_bad_files_are_five_reports_in_one_run() {
    let ran = said(FIVE, []);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    golden("five-mistakes.txt", &ran.stderr);
    let places: Vec<&str> = ran.stderr.lines().filter_map(|line| line.trim().strip_prefix("--> ")).collect();
    assert_eq!(
        places,
        [
            "content/journal/2020-08-01-never-closed.md:1:1",
            "content/journal/2020-08-02-unknown.md:3:1",
            "content/journal/2020-08-03-range.md:3:26",
            "content/journal/2020-08-03-range.md:4:10",
            "content/journal/2020-08-04-draft.md:2:8",
            "content/journal/2020-08-05-yaml.md:2:8",
        ]
    );
}

#[test]
fn five_bad_files_for_tools() {
    let json = said(FIVE, ["--message-format", "json"]);
    assert_eq!(json.status, 1);
    golden("five-mistakes.json", &json.stderr);
    let github = said(FIVE, ["--message-format", "github"]);
    assert_eq!(github.status, 1);
    golden("five-mistakes.github", &github.stderr);
}

#[test]
fn an_unknown_key_warns_with_the_key_that_was_meant() {
    let files = "-- content/journal/2020-08-02-a.md --\n---\npian: 3\nmilage: 4\nweight: 70\n---\nText.\n";
    check(
        files,
        &[
            "content/journal/2020-08-02-a.md:2:1 warning: unknown key `pian` | did you mean `pain`?",
            "content/journal/2020-08-02-a.md:3:1 warning: unknown key `milage` | did you mean `mileage`?",
            "content/journal/2020-08-02-a.md:4:1 warning: unknown key `weight` | did you mean `body_weight`? what is lifted is the `load` of an exercise",
        ],
    );
}

#[test]
fn warnings_fail_only_when_strict() {
    let files = "-- content/journal/2020-08-02-a.md --\n---\npian: 3\n---\nText.\n";
    let project = Project::new(files);
    let plain = project.run(["build"]);
    assert_eq!(plain.status, 0);
    assert!(plain.stderr.ends_with("1 warning\n"), "{}", plain.stderr);
    assert!(project.has("public/journal/a/index.html"));

    let project = Project::new(files);
    let strict = project.run(["build", "--strict"]);
    assert_eq!(strict.status, 1);
    assert!(strict.stderr.ends_with("1 warning\nnothing was written\n"), "{}", strict.stderr);
    assert!(!project.has("public"));
    assert_eq!(project.run(["check", "--strict"]).status, 1);
    assert_eq!(project.run(["check"]).status, 0);
}

#[test]
fn a_failed_build_leaves_the_old_output_untouched() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\n---\npain: 3\n---\nText.\n");
    project.build([]);
    let before = project.tree("public");
    project.write("content/journal/2020-08-02-a.md", "---\npain: 30\n---\nOther text.\n");
    project.write("content/journal/2020-08-03-b.md", "Fine.\n");
    assert_eq!(project.run(["build"]).status, 1);
    assert_eq!(project.tree("public"), before);
}

#[test]
fn a_template_that_fails_leaves_the_old_output_untouched() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\n---\npain: 3\n---\nText.\n");
    project.build([]);
    let before = project.tree("public");
    let template = "{% extends \"base.html\" %}\n{% block main %}\n{{ title.nothing.here }}\n{% endblock main %}\n";
    project.write("themes/trailhead/templates/entry.html", template);
    project.write("content/journal/2020-08-03-b.md", "Fine.\n");
    let ran = project.run(["build"]);
    assert_eq!(ran.status, 1);
    assert!(ran.stderr.contains("--> themes/trailhead/templates/entry.html:3:10"), "{}", ran.stderr);
    assert!(ran.stderr.contains("{{ title.nothing.here }}"), "{}", ran.stderr);
    assert_eq!(project.tree("public"), before);
}

#[test]
fn keep_going_writes_the_rest_and_exits_1() {
    let project = Project::new(FIVE);
    let ran = project.run(["build", "--keep-going"]);
    assert_eq!(ran.status, 1);
    assert!(project.has("public/journal/unknown/index.html"));
    for broken in ["never-closed", "range", "draft", "yaml"] {
        assert!(!project.has(&format!("public/journal/{broken}")), "{broken}");
    }
    assert!(
        ran.stdout
            .starts_with("left out: 4 files with errors (see above): content/journal/2020-08-01-never-closed.md, "),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("\n1 entry on "), "{}", ran.stdout);
}

#[test]
fn what_is_no_utf_8_is_named_for_what_it_is() {
    let project = Project::new("-- content/journal/2020-08-01-fine.md --\nFine.\n");
    let utf_16: Vec<u8> = "\u{feff}---\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    project.write("content/journal/2020-08-02-utf16.md", utf_16);
    project.write("content/journal/2020-08-03-latin.md", b"Gr\xf6\xdfe\n");
    let ran = project.run(["check", "--message-format", "json"]);
    assert_eq!(ran.status, 1);
    golden("not-utf-8.json", &ran.stderr);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let project = Project::empty();
    project.write("site.toml", "\u{feff}title = \"T\"\r\nbase_url = \"https://example.org/\"\r\n");
    project.write("content/journal/2020-08-02-a.md", "\u{feff}---\r\ntitle: Größe\r\npain: 2\r\n---\r\nText.\r\n");
    project.build(["--strict"]);
    assert!(project.read("public/journal/a/index.html").contains("<h1>Größe</h1>"));
    project.write("content/journal/2020-08-02-a.md", "\u{feff}---\r\ntitle: Größe\r\npain: 12\r\n---\r\nText.\r\n");
    let ran = project.run(["build", "--message-format", "json"]);
    assert_eq!(brief(&ran.stderr), ["content/journal/2020-08-02-a.md:3:7 error: pain is 0 to 10, found 12"]);
}

#[test]
fn two_files_for_one_address_are_an_error_naming_both() {
    check(
        "-- content/journal/a/index.md --\n---\ndate: 2020-08-02\n---\nOne.\n-- content/journal/a.md --\n---\ndate: 2020-08-03\n---\nTwo.\n",
        &[
            "content/journal/a.md error: two files have the address /journal/a/ | give one of them a `slug:` of its own (the other content/journal/a/index.md)",
        ],
    );
}

#[test]
fn two_definitions_of_a_lesson_are_an_error_naming_both() {
    check(
        "-- content/journal/2020-08-02-a.md --\n---\nlessons: [{id: slow, title: Slow down}]\n---\nOne.\n-- content/journal/2020-08-03-b.md --\nTwo.\n\n> [!LESSON] slow: Slower\n> Still.\n",
        &[
            "content/journal/2020-08-03-b.md:3:13 error: lesson `slow` is defined twice | give it another id, or say that it held again: `{confirms: id}`; a mark in the text needs no title (first here content/journal/2020-08-02-a.md:2:16)",
        ],
    );
}

#[test]
fn broken_links_anchors_images_and_missing_words_are_warnings() {
    check(
        "
-- content/journal/2020-08-02-a.md --
---
lessons: [{confirms: slwo}]
---
[gone](2020-08-03-c.md), [no place](2020-08-03-b.md#nowhre), [[Nobody]], [fine](2020-08-03-b.md#nowhere), [[b]].

![A hill](hil.svg)

![](hill.svg)

[a draft](draft.md)
-- content/journal/2020-08-03-b.md --
---
lessons: [{id: slow, title: Slow down}]
---
# B

## Nowhere
-- content/journal/hill.svg --
<svg/>
-- content/journal/draft.md --
---
draft: true
---
",
        &[
            "content/journal/2020-08-02-a.md:2:22 warning: no entry teaches a lesson `slwo` | did you mean `slow`?",
            "content/journal/2020-08-02-a.md:4:8 warning: `2020-08-03-c.md` leads nowhere | did you mean `2020-08-03-b.md`?",
            "content/journal/2020-08-02-a.md:4:52 warning: `2020-08-03-b.md#nowhre` leads to a place that the page does not have: #nowhre | did you mean `#nowhere`?",
            "content/journal/2020-08-02-a.md:4:64 warning: no entry is called [[Nobody]]",
            "content/journal/2020-08-02-a.md:6:11 warning: the image content/journal/hil.svg is missing | did you mean `hill.svg`?",
            "content/journal/2020-08-02-a.md:8:1 warning: the image has no alternative text | say what it shows: `![what it shows](photo.jpg)`",
            "content/journal/2020-08-02-a.md:10:11 warning: `draft.md` is not published, so the link leads to its own page",
        ],
    );
}

#[test]
fn a_dangerous_link_is_refused() {
    let project = Project::new("-- content/journal/2020-08-02-a.md --\n[a](javascript:alert(1)) ![b](vbscript:x)\n");
    let ran = project.run(["build"]);
    assert!(!ran.stderr.is_empty());
    for bytes in project.tree("public").values() {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("javascript:") && !text.contains("vbscript:"));
    }
}

#[test]
fn an_entry_without_a_date_is_published_last_with_a_warning() {
    let project = Project::new("-- content/journal/someday.md --\n---\ntitle: Someday\npain: 9\n---\nText.\n");
    let ran = project.run(["build", "--message-format", "json"]);
    assert_eq!(
        brief(&ran.stderr),
        [
            "content/journal/someday.md warning: the entry has no date, so it is listed last and counts in no chart | add `date: 2020-08-14`, or start the file's name with the date"
        ]
    );
    assert!(project.has("public/journal/someday/index.html"));
    assert!(!project.has("public/progress/index.html"));
}

#[test]
fn broken_settings_end_it_at_once_with_all_their_problems() {
    let ran = said("-- site.toml --\ntitel = \"T\"\nbase_url = \"example.org\"\n", ["--message-format", "json"]);
    assert_eq!(ran.status, 1);
    assert_eq!(
        brief(&ran.stderr),
        [
            "site.toml error: `title` is missing: the site's name, shown on every page",
            "site.toml:1:1 warning: unknown key `titel` | did you mean `title`?",
            "site.toml:2:12 error: `example.org` is no address of a site | write the whole address: base_url = \"https://example.org/blog/\"",
        ]
    );
}

#[test]
fn hostile_front_matter_is_a_report_and_no_crash() {
    let deep = format!("---\npain: {}1{}\n---\n", "[".repeat(20_000), "]".repeat(20_000));
    let bomb = "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: [*g,*g,*g,*g,*g,*g,*g,*g,*g]\n---\n";
    for text in [deep.as_str(), bomb, "---\n\u{0}\n---\n", "---\n- a\n- b\n---\n", "---\ntitle: a\ntitle: b\n---\n"] {
        let project = Project::empty();
        project.write("site.toml", crate::support::SETTINGS).write("content/journal/2020-08-02-a.md", text);
        let ran = project.run(["check"]);
        assert_eq!(ran.status, 1, "{}: {}", &text[..20.min(text.len())], ran.stderr);
        assert!(ran.stderr.contains("content/journal/2020-08-02-a.md:"), "{}", ran.stderr);
    }
}

#[test]
fn the_root_of_a_template_s_error_is_told_and_nothing_that_follows_from_it() {
    let told = |name: &str, template: &str| {
        let project = Project::new("-- content/journal/2020-08-02-a.md --\n---\npain: 3\n---\nText.\n");
        project.write(&format!("themes/trailhead/templates/{name}"), template);
        let ran = project.run_with(&["check", "--message-format", "json"], &[("SOURCE_DATE_EPOCH", "1600000000")]);
        brief(&ran.stderr)
    };
    let at = "themes/trailhead/templates";
    let page =
        |inside: &str| format!("{{% extends \"base.html\" %}}\n{{% block main %}}\n{inside}\n{{% endblock main %}}\n");
    assert_eq!(
        told("entry.html", &page("{% if title %}")),
        [format!(
            "{at}/entry.html:4:4 error: Unknown tag | a tag above it was opened and not closed: each `if` and `for` has its end"
        )]
    );
    assert_eq!(
        told("entry.html", &page("{{ title | upcase }}")),
        [format!("{at}/entry.html:3:12 error: Unknown filter `upcase`")]
    );
    assert_eq!(
        told("base.html", "{% block main %}{% endblock main %}"),
        [format!(
            "{at}/base.html error: `base.html` has no block `name`, which the built-in home.html fills | put `{{% block name %}}{{% endblock name %}}` into it, where that should stand"
        )]
    );
}

#[test]
fn what_a_page_shows_is_told_where_it_is_shown() {
    let project = Project::new(
        "
-- site.toml --
title = \"T\"
base_url = \"https://example.org/sub/\"
-- content/journal/2020-08-02-a.md --
---
pain: 2
---
The clip.mp4 and p.svg lie in my folder.

<video src=\"clip.mp4\" poster=\"q.svg\" controls></video> ![A knee](r.svg)
-- content/journal/p.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>
-- content/journal/clip.mp4 --
x
",
    );
    let ran = project.run_with(&["check", "--message-format", "json"], &[("SOURCE_DATE_EPOCH", "1600000000")]);
    let places: Vec<String> =
        brief(&ran.stderr).into_iter().map(|line| line.split(" | ").next().unwrap_or_default().to_owned()).collect();
    assert_eq!(
        places,
        [
            "content/journal/2020-08-02-a.md:6:13 warning: 1 video goes out as it is: clip.mp4",
            "content/journal/2020-08-02-a.md:6:31 warning: `q.svg` leads nowhere",
            "content/journal/2020-08-02-a.md:6:66 warning: the image content/journal/r.svg is missing",
        ]
    );
}

#[test]
fn a_broken_link_with_backslashes_is_told_once() {
    let files = "-- content/journal/2020-08-01-one.md --\nText.\n-- content/journal/2020-08-02-two.md --\n[one](..\\journal\\2020-08-01-one.md)\n";
    check(
        files,
        &[
            "content/journal/2020-08-02-two.md:1:7 warning: `..\\journal\\2020-08-01-one.md` leads nowhere | did you mean `2020-08-01-one.md`?",
        ],
    );
}

#[test]
fn pain_without_a_number_is_shown_and_in_no_figure() {
    let project = Project::new(
        "-- content/journal/2020-08-02-a.md --\n---\npain: {site: metatarsal, side: left, quality: burning}\nsessions: [{type: run, distance: 3 km, pain: {site: heel, side: right, quality: stabbing, during: 2}}]\n---\nText.\n",
    );
    project.build([]);
    let page = project.read("public/journal/a/index.html");
    for shown in ["left metatarsal, burning", "right heel, stabbing"] {
        assert!(page.contains(shown), "{shown}");
    }
    let stats = project.run(["stats", "--json"]).stdout;
    assert!(stats.contains("\"days_scored\":1"), "{stats}");
}
