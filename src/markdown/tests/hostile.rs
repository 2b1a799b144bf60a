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

/// Words of other languages, of markup and of programs, which a title or a note may hold.
const NAUGHTY: [&str; 30] = [
    "undefined",
    "null",
    "1/0",
    "-1.00e+9",
    "0x10",
    "1,000.00",
    "```",
    "<>?:\"{}|_+",
    "'; DROP TABLE x; --",
    "$(touch x)",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "JaVaScRiPt&#58;alert(1)",
    "java\u{1}script:x",
    "&#106;avascript:x",
    "\" onmouseover=alert(1) x=\"",
    "<img src=x onerror=x>",
    "<a href=\"javas\tcript:x\">",
    "data:text/html,<b>",
    "{{ x }} {% y %}",
    "[](<\n>)",
    "]](x)",
    "> [!LESSON]",
    "../../etc/passwd\0",
    "Ω≈ç√∫˜µ≤≥÷",
    "田中さん",
    "الرَّحِيم",
    "\u{202e}desrever\u{202c}",
    "\u{feff}\u{200b}\u{ad}",
    "👩‍👩‍👧‍👦 Z̮̞̠͙͔ͅà̰",
];

#[test]
fn naughty_strings_are_read_wherever_they_stand() {
    for naughty in NAUGHTY {
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

/// The shapes on which parsers of markdown have hung or burst, each of the asked length.
fn shapes(n: usize) -> Vec<String> {
    let nested = |depth: usize| (0..depth).map(|i| "  ".repeat(i) + "* a\n").collect::<String>();
    let numbered = |each: fn(usize) -> String| (0..n).map(each).collect::<String>();
    vec![
        "[".repeat(n),
        "![".repeat(n),
        "[^".repeat(n),
        "[[".repeat(n),
        "> ".repeat(n) + "x",
        "<a ".repeat(n),
        "<div x=\"".repeat(n),
        "<!--".repeat(n),
        "a <!-- ".repeat(n),
        "<?".repeat(n),
        "# a\n".repeat(n),
        "a[^1]".repeat(n) + "\n\n[^1]: b",
        "> [!LESSON] a\n\n".repeat(n),
        "*a ".repeat(n),
        "a_ ".repeat(n),
        "*a_ ".repeat(n),
        "a**b".to_owned() + &"c* ".repeat(n),
        "*a **a ".repeat(n) + "b" + &" a** a*".repeat(n),
        "**x [a*b**c*](d)".repeat(n),
        "a](".repeat(n),
        "[a](".repeat(n),
        "[a](<b".repeat(n),
        "[ (](".repeat(n),
        "![[]()".repeat(n),
        "[".repeat(n) + "a" + &"]".repeat(n),
        "![".repeat(n / 8) + "x" + &"](y)".repeat(n / 8),
        "| a ".repeat(n),
        "a|b\n-|-\n".to_owned() + &"x|y\n".repeat(n),
        "abc\u{0}de\u{0}".repeat(n),
        (1..n.min(2_000)).map(|i| "e".to_owned() + &"`".repeat(i)).collect(),
        "- ".repeat(n / 8) + "x" + &"\n".repeat(n),
        nested(n.min(300)),
        "> ".repeat(n / 8) + &"a*".repeat(n),
        numbered(|i| format!("[{i}]: /{i}\n")) + &"[0] ".repeat(n),
        numbered(|i| format!("[^{i}]: see[^{}]\n", i + 1)) + "\n\na[^0]",
        // Each is a problem, whose place shows its whole line.
        (0..n / 8).map(|i| format!("a[^{i}] ")).collect(),
        "\"a 'b ".repeat(n),
        "'\"".repeat(n),
        "x\n: ".repeat(n),
        "- [ ] ".repeat(n / 8),
        "~~a ".repeat(n),
        "\\".repeat(n),
        "&#x41;&".repeat(n),
        "<!-- more -->".repeat(n),
        "```\n".repeat(n),
        "$ \\\n".repeat(n),
    ]
}

#[test]
fn shapes_that_made_parsers_hang_or_burst_are_read() {
    for text in shapes(5_000) {
        let html = body(&text).html;
        // Nesting and headings cost the most: tags, an id and a link to it for a few bytes.
        assert!(html.len() <= 150 * text.len() + 1_000, "{}: {} of {}", &text[..20], html.len(), text.len());
        check_invariants(&text);
    }
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

const MARKS: [&str; 56] = [
    "youtube.com/x",
    "vimeo.com/1",
    "youtu.be/",
    "www.",
    "https://",
    "me@x.org",
    "mailto:",
    "—",
    "ü",
    "🦵",
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
