//! Texts that nobody means well with.

use super::*;

/// What holds for every text: holes in order and at characters, and no link that acts.
#[track_caller]
fn check_invariants(text: &str) {
    show_in("de", text);
    let found = body(text);
    let mut last = 0;
    for (at, _) in &found.holes {
        assert!(*at >= last && found.html.is_char_boundary(*at), "{text:?}");
        last = *at;
    }
    let raw = Parser::new_ext(text, syntax()).any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
    if raw {
        // The writer's own HTML may do what it likes.
        return;
    }
    // Quotes are escaped in text, so this finds attributes only; holes are empty here.
    let html = found.html.to_lowercase();
    let written = html.split(" href=\"").skip(1).chain(html.split(" src=\"").skip(1));
    let written = written.map(|rest| rest.split('"').next().unwrap_or_default().replace("&amp;", "&"));
    let targets = found.holes.iter().filter_map(|(_, hole)| match hole {
        Hole::Link { target, .. } | Hole::Image { target, .. } => Some(target.to_lowercase()),
        _ => None,
    });
    for address in written.chain(targets) {
        let seen: String = address.chars().filter(|c| !c.is_control()).collect();
        let acts = ["javascript:", "vbscript:", "data:text"].iter().any(|scheme| seen.trim_start().starts_with(scheme));
        assert!(!acts, "{text:?}\n{html}");
    }
}

fn fixture(path: &str) -> Option<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures").join(path);
    let text = std::fs::read(&path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    if text.is_none() {
        eprintln!("skipped: {} is not there", path.display());
    }
    text
}

#[test]
fn the_examples_of_the_specifications_are_read() {
    for path in [
        "commonmark-spec/spec.txt",
        "gfm-spec/test/spec.txt",
        "gfm-spec/test/extensions.txt",
        "gfm-spec/test/regression.txt",
        "gfm-spec/test/smart_punct.txt",
    ] {
        let Some(spec) = fixture(path) else { continue };
        let fence = "`".repeat(32);
        let mut examples = 0;
        for example in spec.split(&format!("\n{fence} example")).skip(1) {
            let markdown = example.split_once('\n').map_or("", |(_, rest)| rest);
            let markdown = markdown.split("\n.\n").next().unwrap_or_default().replace('→', "\t");
            check_invariants(&markdown);
            examples += 1;
        }
        assert!(examples > 10, "{path}: {examples} examples");
        check_invariants(&spec);
    }
}

#[test]
fn naughty_strings_are_read_wherever_they_stand() {
    let Some(strings) = fixture("blns/blns.txt") else { return };
    check_invariants(&strings);
    for naughty in strings.lines() {
        for text in [
            naughty.to_owned(),
            format!("[x]({naughty})"),
            format!("[x](<{naughty}>)"),
            format!("![{naughty}](<{naughty}> \"{naughty}\")"),
            format!("[[{naughty}]] <{naughty}>"),
            format!("## {naughty} {{#{naughty}}}"),
            format!("> [!LESSON] {naughty}\n> {naughty}"),
            format!("```chart\nkind: {naughty}\n{naughty}\n```"),
            format!("```{naughty}\n{naughty}\n```\n\na[^{naughty}]\n\n[^{naughty}]: b"),
        ] {
            check_invariants(&text);
        }
    }
}

#[test]
fn long_nests_and_rows_take_no_longer_than_their_length() {
    let started = std::time::Instant::now();
    for text in [
        "[".repeat(50_000),
        "![".repeat(20_000),
        "[[".repeat(20_000),
        "> ".repeat(20_000) + "x",
        "<a ".repeat(20_000),
        "<div x=\"".repeat(20_000),
        "# a\n".repeat(5_000),
        "a[^1]".repeat(5_000) + "\n\n[^1]: b",
        "> [!LESSON] a\n\n".repeat(3_000),
        "*a ".repeat(20_000),
        "| a ".repeat(5_000),
        "![".repeat(1_000) + "x" + &"](y)".repeat(1_000),
    ] {
        check_invariants(&text);
    }
    // Generous, for a machine that does other things too: what is quadratic here takes minutes.
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC*") {
        check_invariants(&text);
    }

    #[test]
    fn any_heap_of_marks_is_read(marks in proptest::collection::vec(proptest::sample::select(&MARKS[..]), 0..40)) {
        check_invariants(&marks.concat());
    }
}

const MARKS: [&str; 46] = [
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "# ",
    "## ",
    "```",
    "```chart\n",
    "```rust\n",
    "kind: sparkline\n",
    "[!LESSON] ",
    "[!NOTE]\n",
    "id",
    ": ",
    "[",
    "](",
    ")",
    "![",
    "[[",
    "]]",
    "|",
    "\\",
    "[^a]",
    "[^a]: ",
    "*",
    "**",
    "~~",
    "`",
    "<div id=x>",
    "<",
    ">",
    "\"",
    "'",
    "--",
    "javascript:",
    "a.md",
    "&#106;",
    "{#id}",
    "[ ] ",
    "---",
    "|--|\n",
    "\r\n",
    "\t",
    "\u{e9}\u{1f642}",
];
