//! Tests that the body is put to, as the settings describe them.

use super::Config;
use crate::fields::{Value, enum_words};
use crate::text::slug::slug;

/// A test that the body is put to, as `[[tests]]` says.
#[derive(Clone, Debug, PartialEq)]
pub struct TestKind {
    /// Its name; case does not matter.
    pub name: String,
    /// What its numbers are in, where entries name no unit; may be empty.
    pub unit: String,
    /// Whether more is better, or less; not known if not said.
    pub better: Option<Better>,
    /// The number to reach, or to stay below.
    pub line: Option<f64>,
}

/// In which direction a test's numbers get better.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Better {
    /// More is better.
    More,
    /// Less is better.
    Less,
}

enum_words!(Better: More = "more", Less = "less");

pub(super) fn tests(value: Value<'_>) -> Vec<TestKind> {
    let mut tests: Vec<TestKind> = Vec::new();
    for item in value.items() {
        let Some(fields) = item.mapping() else { continue };
        let name = fields.read("name", Value::text).unwrap_or_default();
        if name.is_empty() && fields.get("name").is_none_or(|name| name.as_text() == Some("")) {
            let _: Option<()> = item.error("missing-key", "a test needs a name", "name = \"heel raises\"");
        } else if tests.iter().any(|test| slug(&test.name) == slug(&name)) {
            let _: Option<()> = item.error("duplicate-test", format!("two tests are called `{name}`"), "");
        }
        tests.push(TestKind {
            name,
            unit: fields.read("unit", Value::text).unwrap_or_default(),
            better: fields.read("better", |v| v.one_of(&Better::WORDS)),
            line: fields.read("line", Value::number),
        });
        fields.finish(&[], |key| matches!(key, "target" | "goal").then_some("did you mean `line`?"));
    }
    tests
}

impl Config {
    /// A test by its name, however it is spelt.
    pub fn test(&self, name: &str) -> Option<&TestKind> {
        let wanted = slug(name);
        self.tests.iter().find(|test| slug(&test.name) == wanted)
    }
}
