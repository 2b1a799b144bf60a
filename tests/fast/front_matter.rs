//! What is front matter and what is text: nothing that was meant as the first is printed as the second, and the other way
//! round.

use crate::support::{Project, SETTINGS, main_of};

/// Texts that begin in all the ways in which texts do.
const INNOCENT: &[&str] = &[
    "Just a run in the park.",
    "One.",
    "Note: something I said to myself at the kerb.",
    "Note: something\nand the line goes on without a colon",
    "Note: one\nNote: two\n\nThen it went on.",
    "Dear diary,\n\nit hurts less: that is all.",
    "Dear Dr. Mills:\n\nThank you for the scan.",
    "To: my knee\nFrom: me\nRe: last night\n\nWe need to talk.",
    "To whom it may concern: I ran.",
    "P.S.: I ran anyway.",
    "Monday: 5 km\nTuesday: nothing\nWednesday: 8 km\n\nA good week.",
    "Mo: I can't.\nAnn: You can.\nMo: Watch me.\n\nI could.",
    "Ann: “How is it?”\n\nMo: “Better.”",
    "Physio: walk before you run.",
    "09:30 warm-up\n10:00 first lap\n10:20 home\n\nToo long.",
    "9:30: up\n\n10:00: out",
    "Ingredients:\n\n- oats\n- milk\n\nMethod: stir.",
    "Ingredients:\n- 200 g flour\n- 2 eggs\n- salt\n\nMix. Rest 30 min.",
    "Serves: 4\nTime: 30 min\nOven: 200 °C\n\n1. Peel.\n2. Bake.",
    "Recipe: porridge\n\n| what | how much |\n|---|---|\n| oats | 50 g |",
    "Warm-up: 10 min\nMain set: 6 x 400 m\nCool-down: 10 min\n\nDone.",
    "Goal: 5 km without thinking of the leg.",
    "Q: Does it hurt?\nA: No.\n\nQ: Did it?\nA: Yes.",
    "https://example.org/ is what I read.",
    "https://example.org/\nhttps://example.org/two\n\nBoth were wrong.",
    "Distance: 5 km",
    "Weather: rain\nShoes: old\n\nOut and back.",
    "Left: stiff. Right: fine.\nBoth: tired.\n\nBed.",
    "Ratio 3:1, and no more.",
    "Score 2:1 to the hill.",
    "C:\\Users is not where this was typed.",
    "Ps 23:4\n\nStill.",
    ":smile: what a day",
    ":tada: :tada:\n\nTen kilometres.",
    ":: two colons",
    "= one equals two",
    "x = 3\n\nThat was algebra.",
    "@theo said: rest.",
    "#running #rehab\n\nTags as others do.",
    "# A title\n\nText: below it.",
    "# A title\nText right below it.",
    "# Week 3: stairs\n\nMonday: up. Tuesday: down.",
    "## A smaller one\n\nPain: 3 of 10, said out loud.",
    "A title\n=======\n\nText.",
    "A title of several words\n------------------------\n\nText.",
    "Week 12: first run\n------------------\n\nIt went well.",
    "Part one: the fall\n---\n\nI fell.",
    "---\n\nA rule first, then text.",
    "---\nA rule first, and text right below.",
    "---\n\nA rule.\n\n---\n\nAnd another.",
    "---\n\nOne\n\n---\n\nTwo\n\n---\n\nThree",
    "---\n\n# A heading between rules\n\nText.\n\n---\n\nMore.",
    "---\n\n# A heading below a rule\n\nText.",
    "---\n\n![A kerb](https://example.org/kerb.jpg)",
    "---\n\nNote: a rule first.\n\nThen text.",
    "---\n\n> A quote below a rule.",
    "***\n\nStars first.",
    "***\nNote: stars first.\n\nText.",
    "***\nPain: 3 after the run\nand none the next day.",
    "***\n\nPain: 3 of 10.\n\nWritten late.",
    "* * *\n\nStars apart.",
    "___\n\nLine first.",
    "- - -\n\nHyphens apart.",
    "----------\n\nA long rule.",
    "—\n\nA dash alone.",
    "— Come on, said the physio.\n— No, said I.",
    "–––\n\nThree dashes.",
    "> Note: quoted.\n\nMine.",
    "> Physio: rest.\n> Me: no.\n\nSo it went.",
    "> “Pain: 3,” she wrote.\n> And left.",
    "> A quote.\n\n---\n\nText: mine.",
    "- a: list\n- of: things\n- to: do",
    "- [ ] call the physio: Monday\n- [x] rest",
    "1. First: warm up\n2. Second: stop",
    "* one\n* two: three",
    "+ plus\n+ signs",
    "Term\n: Its meaning.",
    "| a | b |\n|---|---|\n| c: d | e |",
    "| day | pain |\n|:--|--:|\n| Mo | 3 |\n\nAs a table.",
    "a | b\n--|--\nc | d",
    "    indented: code\n    more: code\n\nText.",
    "```\nname: value\n```\n\nText.",
    "```yaml\ndraft: true\ntitle: An example\n```\n\nThat is front matter.",
    "```markdown\n---\ntitle: An example\n---\n```\n\nThat is a file.",
    "~~~\nplain: code\n~~~\n\nText.",
    "~~~yaml\ntitle: An example\n~~~\n\nText.",
    "`key: value` is how it is typed.",
    "Text first.\n\n```yaml\n---\ndraft: true\n---\n```\n",
    "Text first.\n\n---\n\nNote: below a rule.\n\n---\n\nText.",
    "Text first.\n\n---\nPain: 3 in the morning, and\nnone at night.\n---\n\nText.",
    "{curly} words first",
    "{% raw %} is Liquid: no.",
    "{{ not: ours }}\n\nText.",
    "{: .lead}\n\nText.",
    "[link: one](https://example.org/)\n\nText.",
    "[^1]: A note first.\n\nText.[^1]",
    "<div>\ntitle: in a box\n</div>\n\nText.",
    "<kbd>Ctrl</kbd>: a key.",
    "<!-- Note: to me -->\n\nText.",
    "%% Note: to me %%\n\nText.",
    "**Note:** bold.\n\n**Status:** fine.",
    "*Pain:* 3. *Mood:* good.\n\nText.",
    "_Date:_ a Monday.",
    "Überschrift: etwas\n\nText.",
    "笔记：今天\n\n跑步。",
    "Note\u{a0}: French spacing.\n\nText.",
    "“Note: in quotes.”",
    "...\n\nDots first.",
    "+++ loud +++\n\nText.",
    "$5: what it cost.",
    "Status: recovering\nas ever.",
];

#[test]
fn innocent_texts_are_published_unchanged() {
    assert!(INNOCENT.len() >= 100);
    // Below front matter nothing is looked at, so that the pages of both sites have to be the same.
    let [bare, below] = ["", "---\ntags: []\n---\n"].map(|front| {
        let project = Project::new("");
        for (n, text) in INNOCENT.iter().enumerate() {
            project.write(&format!("content/journal/2020-01-01-text-{n}.md"), format!("{front}{text}\n"));
        }
        let ran = project.run(["build"]);
        assert_eq!((ran.status, ran.stderr.contains("error")), (0, false), "{}", ran.stderr);
        project
    });
    assert!(bare.tree("public") == below.tree("public"), "a text is read in two ways");
    for (n, text) in INNOCENT.iter().enumerate() {
        assert!(bare.has(&format!("public/journal/text-{n}/index.html")), "{text}");
    }
}

/// First lines that are no front matter as it is written here, with a word that is in no output.
const MISREAD: &[&str] = &[
    "title: zzsecret\ndraft: true\n---\nText.\n",
    "title: zzsecret\ntags: a\n\nText.\n",
    "Title: zzsecret\nStatus: draft\n\nText.\n",
    ":title: zzsecret\n:status: draft\n\nText.\n",
    "#+TITLE: zzsecret\n#+DATE: 2020-01-01\n\nText.\n",
    ".. title: zzsecret\n.. status: draft\n\nText.\n",
    "subtitle: zzsecret\nDrafft: true\n\nText.\n",
    "--\ntitle: zzsecret\n--\nText.\n",
    " ---\ntitle: zzsecret\n ---\nText.\n",
    "\u{200b}---\ntitle: zzsecret\n---\nText.\n",
    "—\ntitle: zzsecret\n—\nText.\n",
    "***\ntitle: zzsecret\n***\nText.\n",
    "~~~\ntitle: zzsecret\n~~~\nText.\n",
    "+++\ntitle = \"zzsecret\"\n+++\nText.\n",
    "title = \"zzsecret\"\n+++\nText.\n",
    "---toml\ntitle = \"zzsecret\"\n---\nText.\n",
    "{\"title\": \"zzsecret\",\n\"draft\": true}\n\nText.\n",
    "# Title\n\n---\ntitle: zzsecret\n---\n\nText.\n",
    "# vim: tw=80\n---\ntitle: zzsecret\n---\nText.\n",
    "---\n---\ntitle: zzsecret\ndate: 2020-01-01\n\nText.\n",
    "---\ntitle: A\n---\n---\ntitle: zzsecret\nvisibility: private\n---\nText.\n",
    "<!--\n.. title: zzsecret\n.. status: draft\n-->\nText.\n",
    "---\ntitle: zzsecret\ndraft: true\n",
];

#[test]
fn front_matter_is_never_printed_as_text() {
    let project = Project::new("-- content/journal/2020-01-01-fine.md --\nFine.\n");
    for (n, text) in MISREAD.iter().enumerate() {
        project.write(&format!("content/journal/2020-02-01-text-{n}.md"), text);
    }
    let ran = project.run(["build", "--keep-going"]);
    assert_eq!(ran.status, 1);
    assert!(main_of(&project.read("public/journal/fine/index.html")).contains("Fine."));
    for (n, text) in MISREAD.iter().enumerate() {
        let place = format!("content/journal/2020-02-01-text-{n}.md:");
        assert_eq!(ran.stderr.matches(&format!("--> {place}")).count(), 1, "{text}: {}", ran.stderr);
    }
    for (path, bytes) in project.tree("public") {
        assert!(!String::from_utf8_lossy(&bytes).contains("zzsecret"), "{path}");
        assert!(!path.contains("text-"), "{path}");
    }
}

#[test]
fn carriage_returns_end_lines() {
    let files = [
        ("site.toml", "title = \"T\"\nbase_url = \"https://example.org/\"\n"),
        (
            "content/journal/2020-08-14-a.md",
            "---\ntitle: A run\npain: {before: 1}\n---\nOne\ntwo.\n\n- three\n\n[b](2020-08-15-b.md)\n",
        ),
        ("content/journal/2020-08-15-b.md", "---\ntitle: B\n---\n> [!LESSON] slow: Slow is fast\n> More.\n"),
        ("content/journal/2020-08-16-c.md", "---\ntitle: C\nvisibility: private\n---\nzzsecret\n"),
        ("content/comments/a/1.yaml", "name: Ann\nmessage: |\n  One.\n\n  Two.\n"),
    ];
    let [plain, old] = ["\n", "\r"].map(|end| {
        let project = Project::empty();
        for (path, text) in files {
            project.write(path, text.replace('\n', end));
        }
        project.build([]);
        project
    });
    assert!(plain.tree("public") == old.tree("public"), "line ends make another site");
    assert!(!old.has("public/journal/c/index.html"));

    old.write("content/journal/2020-08-17-d.md", "---\rtitle: D\rpain: 30\r---\rText [gone](gone.md).\r");
    let ran = old.run(["check"]);
    assert!(ran.stderr.contains("--> content/journal/2020-08-17-d.md:3:7\n"), "{}", ran.stderr);
    old.write("content/journal/2020-08-17-d.md", "---\rtitle: D\r---\rText\r[gone](gone.md).\r");
    let ran = old.run(["check"]);
    assert!(ran.stderr.contains("--> content/journal/2020-08-17-d.md:5:8\n"), "{}", ran.stderr);
    old.remove("content/journal/2020-08-17-d.md");

    let ran = old.run(["new", "Next", "--date", "2020-08-15", "--another", "--next-day", "2"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = old.read("content/journal/2020-08-14-a.md");
    assert_eq!(
        text,
        "---\rtitle: A run\rpain: {before: 1, next_day: 2}\r---\rOne\rtwo.\r\r- three\r\r[b](2020-08-15-b.md)\r"
    );
    let settings = SETTINGS.replace('\n', "\r");
    assert_eq!(old.read("site.toml"), settings, "and nothing else is touched");
}
