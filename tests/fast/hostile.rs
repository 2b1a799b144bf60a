//! What nobody means to type, and what others would like to be typed: pages stay whole, and secrets stay at home.

use crate::support::harmless::{builds_harmless_pages, comments_are_harmless, harmless, journal_of, well_formed};
use crate::support::{Project, SETTINGS};
use comeback::config::{self, Flags, Today};
use comeback::entry;
use comeback::source::{Content, Source, Stamp};
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
    let flags = Flags::on(Today::Given(jiff::civil::date(2030, 1, 1)));
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
fn hostile_strings_in_comments_are_harmless() {
    let strings: Vec<String> = [
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
    comments_are_harmless(&strings);
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
        let path = ran.stdout.trim();
        project.write(path, project.read(path) + "Text.\n");
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
    assert!(ran.stderr.contains("the former address / is taken by a page"), "{}", ran.stderr);
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
