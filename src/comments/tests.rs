use super::*;
use crate::config::{self, Flags, Today};
use crate::source::{Content, Stamp};
use proptest::prelude::*;

fn read_text(path: &str, text: &str) -> Checked<Option<Comment>> {
    let flags = Flags::on(Today::Given(jiff::civil::Date::constant(2020, 9, 13)));
    let config = config::load("title = \"T\"\nbase_url = \"https://example.org/\"\n", &flags).value;
    let text: Arc<str> = text.into();
    let source =
        Source { path: path.into(), hash: [0; 32], content: Content::Text(text.clone()), stamp: Stamp::default() };
    parse(&source, &text, &config)
}

#[test]
fn comments_are_told_by_their_paths() {
    for (path, expected) in [
        ("content/comments/a/1.yaml", true),
        ("content/comments/a/b/1.YML", true),
        ("content/comments/1.json", true),
        ("content/comments/a/1.md", true),
        ("content/comments/a/1.txt", false),
        ("content/comments/index.md", false),
        ("content/comments/a/yaml", false),
        ("content/journal/1.yaml", false),
    ] {
        assert_eq!(is_comment(path), expected, "{path}");
    }
}

#[test]
fn a_message_that_is_too_long_is_refused() {
    let text = format!("name: A\nmessage: {}\n", "x ".repeat(LARGEST));
    let checked = read_text("content/comments/a/1.yaml", &text);
    assert_eq!((checked.value, checked.diagnostics[0].code), (None, "too-large"));
}

#[test]
fn a_comment_cut_anywhere_is_read_or_refused_with_words() {
    let whole = "\u{feff}---\r\n_id: ä-1\r\nname: \"Jö 🏃\"\r\nmessage: >-\r\n  **Zwei** <b onclick=x>raw</b>\r\n  `x` [a](https://x.example/)\r\nreplying_to: '3'\r\nurl: https://x.example/\r\ndate: 2020-08-14T07:20:00Z\r\nhidden: ''\r\n";
    for path in ["content/comments/a/1.yaml", "content/comments/a/1.json"] {
        for end in (0..=whole.len()).filter(|at| whole.is_char_boundary(*at)) {
            let checked = read_text(path, &whole[..end]);
            assert!(
                checked.value.is_some() || !checked.diagnostics.is_empty(),
                "{end}: nothing was read and nothing is said"
            );
            for problem in &checked.diagnostics {
                assert!(!problem.message.is_empty() && problem.place.is_some(), "{end}: {problem:?}");
            }
        }
    }
}

/// The HTML of a message.
fn message(text: &str) -> String {
    let json = serde_json::json!({ "name": "A", "message": text }).to_string();
    read_text("content/comments/a/1.json", &json).value.expect("a comment").html
}

#[test]
fn typography_hides_no_address() {
    for typed in [
        "jo@xn--bcher-kva.example",
        "jo---b@example.org",
        "jo...b@example.org",
        "jo'b@example.org",
        "\"jo b\"@example.org",
        "jo\\@example.org",
        "jo**@**exam_ple_.org",
        "<jo@example.org>",
        "[jo@example.org](mailto:jo@example.org)",
        "`jo#@example.org`",
    ] {
        let html = message(&format!("Write to {typed} soon."));
        let words =
            html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect::<String>();
        assert_eq!(words, "Write to [address removed] soon.", "{typed}: {html}");
    }
}

#[test]
fn asides_of_readers_are_not_shown() {
    for (typed, expected) in [
        ("Well <!-- zz --> done", "<p>Well  done</p>"),
        ("Well %%zz%%done", "<p>Well done</p>"),
        ("Well.\n\n%%\nzz\n\nzz\n%%", "<p>Well.</p>"),
        ("Well. <!-- zz\n\nzz", "<p>Well. </p>"),
        ("`%%x%%` at 100%%.", "<p><code>%%x%%</code> at 100%%.</p>"),
    ] {
        assert_eq!(message(typed), expected, "{typed}");
    }
}

proptest! {
    #[test]
    fn no_file_panics(text in "(message|name|date|author|_id|hidden|url|email)?(: )?[ -~\\n\\r\\t@<>é🏃]{0,60}") {
        for path in ["content/comments/a/1.yaml", "content/comments/a/1.json"] {
            let checked = read_text(path, &text);
            prop_assert!(checked.value.is_some() || !checked.diagnostics.is_empty());
        }
    }
}
