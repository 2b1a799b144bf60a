//! Whole files: where the front matter is, and what stands in for keys that are not there.

use super::*;

#[test]
fn front_matter_is_found_whatever_stands_around_it() {
    for text in [
        "---\ntitle: A\n---\nText.\n",
        "\u{feff}---\ntitle: A\n---\nText.\n",
        "---\r\ntitle: A\r\n---\r\nText.\r\n",
        "\n \r\n---\ntitle: A\n---\nText.\n",
        "--- \ntitle: A\n---\t\nText.\n",
        "---\ntitle: A\n---",
        "---\ntitle: A\n...\nText.\n",
    ] {
        let parts = split::split(PATH, text).expect("it has front matter");
        assert_eq!(text[parts.front.clone()].trim_end(), "title: A", "{text:?}");
        let body = text[parts.body].trim_end();
        assert!(body == "Text." || text.ends_with("---"), "{text:?}: {body:?}");
        let checked = read(PATH, text, &config());
        assert_eq!(checked.value.map(|e| e.title).as_deref(), Some("A"), "{text:?}");
        assert_eq!(checked.diagnostics, [], "{text:?}");
    }
}

#[test]
fn a_file_without_front_matter_is_all_text() {
    for (text, body) in [
        ("", ""),
        ("\u{feff}", ""),
        (" \n\n", " \n\n"),
        ("Text.\n\n---\n\nMore: x\n", "Text.\n\n---\n\nMore: x\n"),
        ("---\nA rule above text.\n", "---\nA rule above text.\n"),
        ("----\n\ntext", "----\n\ntext"),
        ("- a: list\n- b: list\n", "- a: list\n- b: list\n"),
    ] {
        let parts = split::split(PATH, text).expect("nothing is wrong with it");
        assert_eq!((&text[parts.front], &text[parts.body]), ("", body), "{text:?}");
        let checked = read(PATH, text, &config());
        assert_eq!(checked.diagnostics, [], "{text:?}");
        let entry = checked.value.expect("an entry");
        assert_eq!((entry.title.as_str(), entry.date), ("First run", Some(date(2020, 8, 14))));
    }
}

#[test]
fn front_matter_that_cannot_be_read_gives_no_entry() {
    for (text, expected) in [
        (
            "---\ntitle: A\n\nText.\n",
            "1:1 error: the front matter never ends | end it with a line of three hyphens: `---`",
        ),
        ("---\ntit", "1:1 error: the front matter never ends | end it with a line of three hyphens: `---`"),
        (
            "\n+++\ntitle = 'A'\n+++\n",
            "2:1 error: front matter is YAML between `---` lines, found TOML | write `---` for `+++` and `key: value` for `key = value`",
        ),
        (
            " ---\ndraft: true\n---\n",
            "1:1 error: front matter opens with `---`, found ` ---` | write three hyphens at the start of the line; telephones like to turn them into dashes",
        ),
        (
            "—-\ndraft: true\n—-\n",
            "1:1 error: front matter opens with `---`, found `—-` | write three hyphens at the start of the line; telephones like to turn them into dashes",
        ),
        ("---\njust text\n---\n", "2:1 error: `key: value` lines are expected here, found the text `just text`"),
        ("---\n- a\n- b\n---\n", "2:1 error: `key: value` lines are expected here, found a list"),
        (
            "---\nü: 1\ntitle: Week 12: run\n---\n",
            "3:8 error: a text with a colon and a space in it needs quotes | write `\"Week 12: run\"`",
        ),
    ] {
        let checked = read(PATH, text, &config());
        assert_eq!(problems(text), [expected], "{text:?}");
        assert!(checked.value.is_none(), "{text:?}");
    }
}

#[test]
fn front_matter_without_keys_is_fine() {
    for front in ["", "# nothing yet", "title:\ndate:\npain: {before: , during: }\nsessions:\n  -\ntags: []"] {
        let entry = entry(front);
        assert_eq!((entry.title.as_str(), entry.date), ("First run", Some(date(2020, 8, 14))), "{front:?}");
        assert_eq!((entry.pain, entry.sessions, entry.tags), (vec![], vec![], vec![]), "{front:?}");
    }
}

#[test]
fn keys_win_over_what_the_file_says() {
    let text = "---\ntitle: '  The first '\ndate: 2020-08-15 07:20\nsummary: Short.\n---\n";
    let differs =
        "3:7 warning: date is 2020-08-15, and the file's name says 2020-08-14 | `date` counts: mend whichever is wrong";
    assert_eq!(problems(text), [differs]);
    let entry = read(PATH, text, &config()).value.expect("an entry");
    assert_eq!(
        (entry.title.as_str(), entry.date, entry.summary.as_str()),
        ("The first", Some(date(2020, 8, 15)), "Short.")
    );
    assert_eq!((&*entry.path, entry.hash), (PATH, [7; 32]));
}

#[test]
fn the_text_stands_in_for_title_and_summary() {
    let text: Arc<str> = "".into();
    let source = Source {
        path: PATH.into(),
        hash: [7; 32],
        content: Content::Text(Arc::clone(&text)),
        stamp: crate::source::Stamp::default(),
    };
    let read = |yaml: &str, title: Option<&str>| {
        let document = Document::yaml(PATH, yaml, 0..yaml.len()).expect("fine");
        let body = markdown::Body {
            title: title.map(str::to_owned),
            summary: "A good day.".to_owned(),
            ..markdown::Body::default()
        };
        let file = front::EntryFile {
            path: &source.path,
            hash: source.hash,
            text: &text,
            text_start: 0,
            config: &config(),
            body,
        };
        let entry = front::read(document.fields(KEYS).expect("a mapping"), file);
        (entry.title, entry.summary)
    };
    let summary = "A good day.".to_owned();
    assert_eq!(read("tags: []", Some("A heading")), ("A heading".to_owned(), summary.clone()));
    assert_eq!(read("title: A key", Some("A heading")), ("A key".to_owned(), summary.clone()));
    assert_eq!(read("title: ''", None), ("First run".to_owned(), summary));
    assert_eq!(read("summary: Short.", None), ("First run".to_owned(), "Short.".to_owned()));
}

#[test]
fn all_problems_of_a_file_come_at_once_and_the_rest_is_read() {
    let text = "\u{feff}---\r\ntitle: Größe\r\npain: 11\r\nmileage: x\r\nmood: 3\r\ntitel: B\r\n---\r\n";
    let checked = read(PATH, text, &config());
    assert_eq!(
        problems(text),
        [
            "3:7 error: pain is 0 to 10, found 11",
            "4:10 error: mileage is a length such as `5 km`, `3.1 mi` or `800 m`, found the text `x`",
            "6:1 warning: unknown key `titel` | is it `title`, which stands here already?",
        ]
    );
    let entry = checked.value.expect("the rest");
    assert_eq!((entry.title.as_str(), entry.measures.get("mood")), ("Größe", Some(&MeasureValue::Number(3.0))));
    assert_eq!((entry.pain, entry.mileage), (vec![], None));
}
