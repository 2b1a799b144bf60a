//! One `check` for what is wrong in a file, and one for what is read of it.

mod elsewhere;
mod files;
mod forms;
mod log;
mod misread;
mod mistakes;
mod never_panics;
mod one_line;
mod publication;
mod schema;
mod treatments;

use super::*;
use crate::config::PrivateField;
use crate::diag::Diagnostic;
use crate::source::Content;
use crate::units::{Distance, Weight};
use jiff::civil::{Weekday, date};
use std::ops::Range;
use std::sync::OnceLock;

/// The settings of a site in kilometres and kilograms that allows the key `weather` and shows all private fields.
fn config() -> Config {
    Config {
        title: "Journal".to_owned(),
        base_url: "https://example.org/".to_owned(),
        base_path: "/".to_owned(),
        description: String::new(),
        author: String::new(),
        language: "en".to_owned(),
        units: Distance::Kilometres,
        load_unit: Weight::Kilograms,
        week_start: Weekday::Monday,
        theme: "trailhead".to_owned(),
        fictional: false,
        nav: None,
        nav_extra: Vec::new(),
        look: crate::config::SiteLook::default(),
        injuries: Vec::new(),
        phases: Vec::new(),
        rules: Vec::new(),
        prescriptions: Vec::new(),
        tests: Vec::new(),
        criteria: Vec::new(),
        lessons: crate::config::Arrangement::default(),
        charts: Default::default(),
        currency: None,
        per_page: 10,
        feed_limit: 20,
        search: true,
        cards: crate::config::Cards { enabled: true, limit: 100 },
        show: PrivateField::ALL.to_vec(),
        follow_links: false,
        count_private: false,
        allow: vec!["weather".to_owned()],
        map: Vec::new(),
        comments: crate::config::CommentSettings::default(),
        newsletter: None,
        contact: None,
        today: date(2020, 10, 30),
        zone: jiff::tz::TimeZone::UTC,
        drafts: false,
        future: false,
    }
}

/// Reads a text as the file at a path.
fn read(path: &str, text: &str, config: &Config) -> Checked<Option<Entry>> {
    let text: Arc<str> = text.into();
    let source = Source {
        path: path.into(),
        hash: [7; 32],
        content: Content::Text(Arc::clone(&text)),
        stamp: crate::source::Stamp::default(),
    };
    parse(&source, &text, config)
}

/// The path of the entry that most tests read.
const PATH: &str = "content/journal/2020-08-14-first-run.md";

/// A problem on one line: `line:col severity: message | hint`.
fn line(problem: &Diagnostic) -> String {
    let place = problem.place.as_ref().map(|p| format!("{}:{} ", p.line, p.column)).unwrap_or_default();
    let hint = problem.hints.iter().map(|h| format!(" | {h}")).collect::<String>();
    format!("{place}{}: {}{hint}", problem.severity.word(), problem.message)
}

/// All problems of a file, in order.
fn problems(text: &str) -> Vec<String> {
    let mut problems = read(PATH, text, &config()).diagnostics;
    crate::diag::sort(&mut problems);
    problems.iter().map(line).collect()
}

/// Reads front matter, given without its `---` lines, and compares the problems in it; its first line is line 2.
#[track_caller]
fn check(front: &str, expected: &[&str]) {
    assert_eq!(problems(&format!("---\n{front}\n---\n")), expected, "{front}");
    let wrong = expected.iter().any(|line| line.contains(" error: "));
    let expressible = !expected.iter().any(|line| INEXPRESSIBLE.iter().any(|words| line.contains(words)));
    if wrong && expressible {
        assert_ne!(schema_accepts(front, &config()), Some(true), "the schema of: {front}");
    }
}

/// Words of the mistakes that a schema can't express: what other keys, the settings, the calendar or a list of codes
/// decide, and how large a number is that stands in a text.
const INEXPRESSIBLE: &[&str] = &[
    "name the currency",
    "is no currency",
    "percent, found the text",
    "31 days, found the text",
    "is 0 to 10000000",
    "found the text `22:00-22:00`",
    "found the text `13 pm/7 am`",
    "is given twice",
    "may be minutes or metres",
    "there are",
    "heart_rate is 25",
    "distance is 0 to 5000 km, found the text `6000 km`",
    "stands alone after",
    "load is 0 to 2000 kg, found the text",
];

/// Whether the schema of a site's entries accepts front matter; `None` where it is nothing that JSON could be.
fn schema_accepts(front: &str, config: &Config) -> Option<bool> {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();
    let make = |config: &Config| {
        let schema = crate::schema::entry(Some(config));
        jsonschema::validator_for(&schema).expect("the schema is one")
    };
    let value: serde_json::Value = serde_yaml::from_str(front).ok()?;
    // JSON has no such numbers, and they come through as nothing.
    if front.contains(".nan") || front.contains(".inf") {
        return None;
    }
    Some(if config.map.is_empty() {
        SCHEMA.get_or_init(|| make(config)).is_valid(&value)
    } else {
        make(config).is_valid(&value)
    })
}

/// The entry of front matter without problems.
#[track_caller]
fn entry(front: &str) -> Entry {
    entry_with(front, &config())
}

#[track_caller]
fn entry_with(front: &str, config: &Config) -> Entry {
    let checked = read(PATH, &format!("---\n{front}\n---\nText.\n"), config);
    assert_eq!(checked.diagnostics.iter().map(line).collect::<Vec<_>>(), [""; 0], "{front}");
    assert_ne!(schema_accepts(front, config), Some(false), "the schema of: {front}");
    checked.value.expect("front matter without problems is an entry")
}
