//! `comeback report`: what stands on the page, what never does, and how the command fails.

use crate::support::{Project, Ran, golden};

/// The questions that a physio asks in a minute, written down before the page was made: where each is answered, and what stands
/// there of the journal below.
const ASKED: [(&str, &str, &str); 10] = [
    ("What changed since the last time?", "What changed, what was done", "Pain of the day, median | 3 (9) | 4 (4)"),
    ("What was done?", "What was done, and the next morning", "Run | 3 | 0 | 2 | 1"),
    ("How did it react?", "How it reacted: pain at four points", "Median | 2 | 3 | 2 | 2"),
    (
        "What is prescribed, and what was noted of it?",
        "Exercises noted, of the known days",
        "Bridge | 3 | 2 of 8 | 20 → 25 | 2",
    ),
    (
        "What hurts it?",
        "Setbacks and flares, and what came before",
        "19 May | Setback: Hills, again. Pain spike: pain up to 6, from a median of 2 before, 2 days. 72 h up to it: 19 May Run 6.0 km",
    ),
    ("Which medicines?", "Medicines", "ibuprofen 400 mg | noted on 2 days | last 19 May"),
    ("How do the sides compare?", "Tests and measures", "Heel raises, reps (left 80 % of right; line: at least 25)"),
    (
        "What are the goals?",
        "Criteria for the next phase",
        "noted as met 18 May | Twenty hops without pain (Loading, Dr Zed)",
    ),
    ("What does she ask?", "Questions", "20 May | May I run on grass?"),
    (
        "How complete is this?",
        "Noted on",
        "Noted on 10 of 14 days: pain on 9, the next day’s on 5, what was done on 8.",
    ),
];

const SITE: &str = r#"
-- site.toml --
title = "T"
base_url = "https://example.org/"
timezone = "UTC"

[[injuries]]
slug = "calf"
name = "left calf"
site = "calf"
side = "left"
onset = 2020-04-01
diagnoses = [{ date = 2020-04-03, label = "Strain of the soleus" }]

[[phases]]
name = "Loading"
start = 2020-05-01

[[prescriptions]]
exercise = "Bridge"
per_week = 3
from = 2020-05-01

[[tests]]
name = "heel raises"
unit = "reps"
better = "more"
line = 25

[[rules]]
preset = "custom"
low = 1
ceiling = 4
provenance = "Dr Zed set in May"

[[criteria]]
id = "hops"
phase = "Loading"
text = "Twenty hops without pain"
by = "Dr Zed"

[[criteria]]
id = "stairs"
text = "Stairs two at a time"
-- content/log.txt --
2020-04-28  pain 4, rest
2020-04-29  pain 4/5/4, walk 2k 30m rpe 2
2020-04-30  pain 4, trigger hills
2020-05-02  pain 3, walk 2k 30m rpe 2
2020-05-10  pain 2/3/2/2, run 3k 20:00 rpe 3
2020-05-11  pain 2, rest
2020-05-12  pain 2/2/2/2, run 4k 26:00 rpe 4, bridge 3x10 @20kg pain 1
2020-05-13  pain 2/3/2/3, walk 3k 40m rpe 2
2020-05-15  pain 1, rest
2020-05-16  pain 2, bridge 3x10 @25kg pain 2
2020-05-17  rest
-- content/journal/2020-05-18-hops.md --
---
title: Hops
pain: {before: 2, during: 4, after: 2, next_day: 2}
criteria: [hops]
tests: {heel raises: {left: 20, right: 25}}
medication: [ibuprofen 400 mg]
treatments: [{type: massage, provider: Ann Zed, helped: "yes"}]
---
Twenty of them.
-- content/journal/2020-05-19-hills.md --
---
title: Hills
pain: {before: 2, during: 6, after: 4, next_day: 5}
setback: Hills, again
triggers: [hills, a new shoe]
sessions: [run 6k 40:00 rpe 7]
medication: [Ibuprofen 400 mg]
questions: [Was it the hill?]
---
Up and down.
-- content/journal/2020-05-20-grass.md --
---
title: Grass
pain: 5
milestones: [A whole week of walks]
questions: [May I run on grass?, "Is <b>this</b> & that \"fine\"?"]
---
Sat on it.
"#;

/// The text of a page: a line a block, cells with bars between them.
fn text(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    let mut hidden = "";
    while let Some(at) = rest.find('<') {
        if hidden.is_empty() {
            out.push_str(&rest[..at]);
        }
        let end = at + rest[at..].find('>').expect("a whole tag");
        let tag = &rest[at + 1..end];
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        match name {
            "style" | "svg" | "title" if hidden.is_empty() => hidden = name,
            _ if !hidden.is_empty() => hidden = if name.strip_prefix('/') == Some(hidden) { "" } else { hidden },
            "td" | "th" if !out.ends_with('\n') => out.push_str(" | "),
            "p" | "h1" | "h2" | "tr" | "figcaption" if !out.ends_with('\n') => out.push('\n'),
            _ => {}
        }
        rest = &rest[end + 1..];
    }
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    let text: String = lines.map(|line| format!("{line}\n")).collect();
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'").replace("&amp;", "&")
}

/// The page of a report that ends well and says nothing.
#[track_caller]
fn page<const N: usize>(project: &Project, args: [&str; N]) -> String {
    let ran = project.run_with(&[["report"].as_slice(), &args].concat(), &[("SOURCE_DATE_EPOCH", "1590000000")]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    ran.stdout
}

const DAYS: [&str; 4] = ["--from", "2020-05-07", "--to", "2020-05-20"];

#[test]
fn the_page_reads_as_it_did() {
    let project = Project::new(SITE);
    golden("report/whole.txt", &text(&page(&project, DAYS)));
    let settings = project.read("site.toml").replace("timezone", "language = \"de\"\ntimezone");
    project.write("site.toml", settings);
    golden("report/german.txt", &text(&page(&project, DAYS)));
}

#[test]
fn ten_questions_of_a_physio_are_answered() {
    let said = text(&page(&Project::new(SITE), DAYS));
    for (question, place, answer) in ASKED {
        let (_, below) = said.split_once(place).unwrap_or_else(|| panic!("{question} has no `{place}` in\n{said}"));
        let line = if said.contains(&format!("\n{answer}")) { said.as_str() } else { below };
        assert!(line.contains(answer), "{question} `{answer}` doesn’t stand below `{place}`:\n{below}");
    }
}

#[test]
fn the_page_needs_nothing_beside_itself_and_is_made_for_its_sheet() {
    let project = Project::new(SITE);
    for (paper, size) in [("a4", "size: A4 portrait"), ("Letter", "size: letter portrait")] {
        let html = page(&project, ["--paper", paper]);
        assert!(html.contains(size), "{paper}");
        for outside in ["http:", "https:", "src=", "href=", "url(", "@import", "<script"] {
            assert!(!html.contains(outside), "{outside}");
        }
    }
}

#[test]
fn sections_are_those_that_were_asked_for_in_the_order_of_the_page() {
    let project = Project::new(SITE);
    let html = page(&project, ["--sections", "questions,Coverage"]);
    let said = text(&html);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines[3..6],
        [
            "Noted on 14 of 28 days: pain on 13, the next day’s on 5, what was done on 11. Longest without a note: 7 days, 3 May to 9 May 2020.",
            "Questions",
            "20 May | May I run on grass?"
        ],
        "{said}"
    );
    let ran = project.run(["report", "--sections", "coverage,qestions"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("tip: a similar value exists: 'questions'"), "{}", ran.stderr);
}

/// The text of a page over a site that is all of hostile things.
fn hostile(files: &str) -> String {
    text(&page(&Project::new(files), ["--from", "2020-05-01", "--to", "2020-05-20"]))
}

#[test]
fn a_period_without_a_day_says_so() {
    let settings = "-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\n";
    for journal in ["", "-- content/journal/2020-01-01-a.md --\n---\npain: 2\n---\nA.\n"] {
        let said = hostile(&format!("{settings}{journal}"));
        assert!(said.contains("Nothing is noted on these 20 days."), "{said}");
        for title in ["Medicines none noted", "Questions none noted", "By the rule no rule is set, so no day is judged"]
        {
            assert!(said.contains(title), "{title}: {said}");
        }
        assert!(!said.contains("| 0"), "what is not known is no zero: {said}");
    }
}

#[test]
fn what_does_not_fit_is_counted() {
    let entry = |day: usize| {
        let exercises: Vec<String> = (0..75).map(|n| format!("Exercise number {} 3x10", day * 75 + n)).collect();
        let question = |n: usize| format!("\"{} {}\"", day * 10 + n, "why does it ache in the morning ".repeat(63));
        let questions: Vec<String> = (0..10).map(question).collect();
        let front = format!("pain: 2\nexercises: [{}]\nquestions: [{}]", exercises.join(", "), questions.join(", "));
        format!("-- content/journal/2020-05-1{day}-a.md --\n---\n{front}\n---\nA.\n")
    };
    let said = hostile(&(0..4).map(entry).collect::<String>());
    let counted = |title: &str| -> usize {
        let below = said.split_once(&format!("{title}\n")).expect("the table").1;
        let mut n = 0;
        for line in below.lines() {
            if let Some(more) = line.strip_prefix("and ") {
                return n + more.trim_end_matches(" more").parse::<usize>().expect("a number");
            }
            n += usize::from(line.contains("Exercise number") || line.contains("why does it ache"));
        }
        n
    };
    assert_eq!((counted("Exercises noted, of the known days"), counted("Questions")), (300, 40), "{said}");
    assert!(said.contains("texts were shortened to fit and end in “…”."), "{said}");
}

#[test]
fn six_injuries_an_ended_one_and_words_that_run_the_other_way() {
    let mut site =
        String::from("-- site.toml --\ntitle = \"T\"\nbase_url = \"https://example.org/\"\nlanguage = \"ar\"\n");
    for n in 1..=6 {
        let end = if n == 2 { "end = 2020-05-05\n" } else { "" };
        site += &format!("[[injuries]]\nslug = \"i{n}\"\nname = \"ألم <b>{n}</b>\"\nonset = 2020-04-0{n}\n{end}");
    }
    site += "-- content/journal/2020-05-04-a.md --\n---\ninjury: i2\npain: 7\nquestions: [\"هل يمكنني الجري؟ <script>x</script>\"]\n---\nA.\n";
    site += "-- content/journal/2020-05-10-b.md --\n---\ninjury: i3\npain: 2\n---\nA.\n";
    let project = Project::new(&site);
    let days = ["--from", "2020-05-01", "--to", "2020-05-20"];
    let html = page(&project, days);
    assert!(!html.contains("<script>") && !html.contains("<b>1</b>"), "markup is text");
    // Its words are English for want of others, and English runs one way.
    assert!(html.contains("<html lang=\"en\" dir=\"ltr\">"), "{html}");
    let said = text(&html);
    assert!(said.contains("6 injuries together") && said.contains("هل يمكنني الجري؟ <script>x</script>"), "{said}");
    let html = page(&project, ["--injury", "i2", "--from", "2020-05-01", "--to", "2020-05-20"]);
    let said = text(&html);
    assert!(said.contains("ended on 5 May 2020") && said.contains("Noted on 1 of 20 days: pain on 1"), "{said}");
}

/// What may never be on a page.
const HELD: &str = "
-- content/journal/2020-05-11-draft.md --
---
title: Draft
draft: true
pain: 9
questions: [zorquestion]
medication: [zorpill]
---
x
-- content/journal/2020-05-12-later.md --
---
publishDate: 2031-01-01
pain: 9
questions: [zorquestion]
medication: [zorpill]
---
x
-- content/journal/2020-05-13-over.md --
---
expires: 2020-05-14
pain: 9
questions: [zorquestion]
medication: [zorpill]
---
x
-- content/journal/2020-05-14-private.md --
---
visibility: private
pain: 10
setback: zorcause
triggers: [zortrigger]
questions: [zorquestion]
medication: [zorpill]
---
x
-- content/journal/2020-05-15-open.md --
---
pain: 1
medication: [openpill]
body_weight: 71.5 kg
treatments: [{type: massage, provider: Openprovider, cost: 80 EUR}]
---
x
";

#[test]
fn what_is_kept_back_is_on_no_page_and_a_build_has_nothing_of_a_report() {
    let project = Project::new(HELD);
    assert_eq!(project.run(["build"]).status, 0);
    let before = project.tree("public");
    let html = page(&project, DAYS);
    assert!(!html.contains("zor"), "a word of what is kept back");
    let said = text(&html);
    assert!(said.contains("Noted on 1 of 14 days: pain on 1"), "{said}");
    for shown in ["openpill", "Openprovider", "71.5"] {
        assert!(said.contains(shown), "{shown}: {said}");
    }
    assert_eq!(project.run(["build"]).status, 0);
    assert_eq!(project.tree("public"), before);
    let private = before.iter().filter(|(_, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        ["openpill", "Openprovider", "71.5"].iter().any(|word| text.contains(word))
    });
    assert_eq!(private.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn private_entries_count_as_numbers_where_the_settings_say_so() {
    let project = Project::new(HELD);
    project.write("site.toml", format!("{}[privacy]\ncount_private = true\n", crate::support::SETTINGS));
    let html = page(&project, DAYS);
    assert!(!html.contains("zor"), "a word of a private entry");
    let said = text(&html);
    assert!(said.contains("Noted on 2 of 14 days: pain on 2"), "{said}");
    assert!(said.contains("The numbers of private entries count."), "{said}");
}

#[test]
fn the_next_report_goes_on_from_the_last_one() {
    let project = Project::new(SITE);
    let first = text(&page(&project, ["--since-last"]));
    assert!(
        first.contains("23 Apr to 20 May 2020 · 28 days") && first.contains("No report was made before"),
        "{first}"
    );
    let again = project.run(["--today", "2020-05-21", "report", "--since-last"]);
    assert_eq!(again.stderr, "note: nothing was noted since the last report; this one has its days again\n");
    assert!(text(&again.stdout).contains("23 Apr to 20 May 2020"), "{}", again.stdout);
    project.write("content/journal/2020-05-29-new.md", "---\npain: 1\n---\nA.\n");
    let run = |args: &[&str]| project.run_with(args, &[("SOURCE_DATE_EPOCH", "1600000000")]);
    // That of one injury is a row of its own.
    let other = run(&["report", "--since-last", "--injury", "calf", "--output", "calf.html"]);
    assert_eq!((other.status, other.stdout.as_str(), other.stderr.as_str()), (0, "calf.html\n", ""));
    assert!(text(&project.read("calf.html")).contains("2 May to 29 May 2020"));
    let next = text(&run(&["report", "--since-last"]).stdout);
    assert!(next.contains("21 May to 29 May 2020 · 9 days"), "{next}");
    assert!(next.contains("Goes on from the last report, which ended on 20 May 2020."), "{next}");
    assert!(next.contains("Nothing is noted after 29 May 2020; the page was made on 13 Sep 2020."), "{next}");
}

/// How a run of the command ends that does nothing.
#[track_caller]
fn refused<const N: usize>(args: [&str; N], says: &str) {
    let project = Project::new(SITE);
    for folder in ["static", "public", "themes/own", "elsewhere"] {
        project.write(&format!("{folder}/x"), "");
    }
    project.write(
        "elsewhere/.comeback-manifest",
        "# Files made by comeback, which it may replace and remove. Do not edit.\n",
    );
    let Ran { status, stdout, stderr } = project.run_with(&[["report"].as_slice(), &args].concat(), &[]);
    assert_eq!((status, stdout.as_str()), (2, ""), "{stderr}");
    assert!(stderr.contains(says), "{stderr}");
    assert!(!project.has(".comeback/reports.txt"), "it is remembered");
}

#[test]
fn what_makes_no_sense_exits_2_and_says_why() {
    refused(
        ["--from", "2020-05-20", "--to", "2020-05-07"],
        "the report ends on 2020-05-07, before it begins on 2020-05-20",
    );
    refused(["--from", "2020-05-20", "--since-last"], "cannot be used with");
    refused(["--to", "2020-05-20"], "--from");
    refused(["--paper", "a5"], "[possible values: a4, letter]");
    refused(["--injury", "calv"], "did you mean `calf`?");
    refused(["--output", "nowhere/x.html"], "cannot write to nowhere");
    for folder in ["content", "content/journal", "static", "themes/own"] {
        refused(["--output", &format!("{folder}/x.html")], "which the site is made of");
    }
    for folder in ["public", "public/new", "elsewhere", "elsewhere/deep/er"] {
        refused(["--output", &format!("{folder}/x.html")], "would lie in the output folder, where only builds write");
    }
    refused(["--output", "site.toml"], "site.toml is there and is no HTML page, so it is left alone");
    refused(["--output", "."], "so it is left alone");
    refused(["--output", "x.pdf"], "a PDF is printed by a Chromium, and none was found");
    refused(["--output", "x.PDF"], "write HTML (--output report.html), open it in a browser and print it");
}

#[test]
fn a_chromium_that_prints_nothing_leaves_what_was_there() {
    let project = Project::new(SITE);
    project.write("x.pdf", "%PDF-old");
    let ran = project.run_with(&["report", "--output", "x.pdf"], &[("CHROMIUM", "/bin/true")]);
    assert_eq!(ran.status, 2, "{}", ran.stderr);
    assert!(ran.stderr.contains("/bin/true printed no PDF: it ended without one"), "{}", ran.stderr);
    assert_eq!(project.read("x.pdf"), "%PDF-old");
    let ran = project.run_with(&["report", "--output", "x.pdf"], &[("CHROMIUM", "/nowhere/chromium")]);
    assert!(ran.status == 2 && ran.stderr.contains("CHROMIUM is `/nowhere/chromium`"), "{}", ran.stderr);
}

#[test]
fn a_theme_may_have_its_own_page_and_its_mistakes_are_told() {
    let project = Project::new(SITE);
    project.write("themes/trailhead/templates/report.html", "<p>{{ page.title }}</p>");
    assert_eq!(text(&page(&project, DAYS)), "For the physio: left calf\n");
    project.write("themes/trailhead/templates/report.html", "{{ page.nothing.more }}");
    let ran = project.run(["report"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.contains("themes/trailhead/templates/report.html:1:"), "{}", ran.stderr);
}
