//! Results of tests that the body was put to: heel raises, a knee's angle; one number, or one for each side.

use crate::config::Config;
use crate::fields::{Fields, Form, Key, Node, Shape, Value, leading_number};
use crate::text::shorten;

/// What a test of the body came to.
#[derive(Clone, Debug, PartialEq)]
pub struct TestResult {
    /// The test's name as typed.
    pub name: String,
    /// What its numbers are in: as typed beside them, else as the settings say; may be empty.
    pub unit: String,
    /// The number, where no side was said.
    pub value: Option<f64>,
    /// That of the left side.
    pub left: Option<f64>,
    /// That of the right side.
    pub right: Option<f64>,
}

/// Results are not larger than this, above zero and below.
const MOST: f64 = 1e6;

/// A number with or without its unit.
const RESULT: Shape = Shape {
    expected: "a number, with its unit or without: `18`, `120 deg`",
    pattern: r"^\s*[-+]?(\d{1,6}(\.\d*)?|\.\d+)\s*([^\s\d.,:/+–-].*)?$",
    number: Some((-MOST, MOST)),
};

const SIDES: &[Key] = &[
    Key::new("left", Form::Shaped(&RESULT), "What the left side came to."),
    Key::new("right", Form::Shaped(&RESULT), "What the right side came to."),
];

/// The results of a day by the names of the tests.
pub(super) const RESULTS: Form = Form::Named(&Form::OneOf(&[Form::Shaped(&RESULT), Form::Mapping(&[SIDES])]));

/// Reads them, in the order written; a test left blank says nothing.
pub(super) fn results(fields: &Fields<'_>, config: &Config) -> Vec<TestResult> {
    let Some(named) = fields.get("tests").and_then(Value::named) else { return Vec::new() };
    let read = |(name, value): (&str, Value<'_>)| {
        let result = one(name, value, config)?;
        [result.value, result.left, result.right].iter().any(Option::is_some).then_some(result)
    };
    named.into_iter().filter_map(read).collect()
}

fn one(name: &str, value: Value<'_>, config: &Config) -> Option<TestResult> {
    if matches!(value.node, Node::Null) {
        return None;
    }
    let mut result =
        TestResult { name: name.trim().to_owned(), unit: String::new(), value: None, left: None, right: None };
    if !matches!(value.node, Node::Map(_)) {
        let (number, unit) = number(value)?;
        (result.value, result.unit) = (Some(number), unit);
    } else {
        let sides = value.mapping()?;
        let [left, right] = ["left", "right"].map(|side| sides.read(side, number));
        sides.finish(&[], |key| matches!(key, "value" | "both").then_some("a result without sides stands alone: `18`"));
        let units = [&left, &right].map(|side| side.as_ref().map(|(_, unit)| unit.as_str()).filter(|u| !u.is_empty()));
        if let [Some(left), Some(right)] = units
            && left != right
        {
            let message = format!("left is in {}, right in {}", shorten(left, 40), shorten(right, 40));
            let _: Option<()> = value.error("units-differ", message, "write both in one unit");
            return None;
        }
        result.unit = units.into_iter().flatten().next().unwrap_or_default().to_owned();
        (result.left, result.right) = (left.map(|(n, _)| n), right.map(|(n, _)| n));
    }
    let usual = config.test(name).map(|test| test.unit.as_str()).filter(|unit| !unit.is_empty());
    if let Some(usual) = usual {
        if result.unit.is_empty() {
            usual.clone_into(&mut result.unit);
        } else if result.unit != usual {
            let typed = shorten(&result.unit, 40);
            let message = format!("`{}` is in {typed} here, and in {usual} in site.toml", shorten(name, 40));
            value.warn(
                "units-differ",
                message,
                &format!("numbers in another unit can't be set beside each other: write {usual}"),
            );
        }
    }
    Some(result)
}

/// A number and the unit that was typed after it, which may be none.
fn number(value: Value<'_>) -> Option<(f64, String)> {
    let read = match value.node {
        #[expect(clippy::cast_precision_loss, reason = "larger ones are refused below")]
        Node::Int(number) => Some((*number as f64, "")),
        Node::Float(number) => Some((*number, "")),
        Node::Text(text) => leading_number(text.trim()).filter(|(_, unit)| !unit.starts_with(is_no_unit)),
        _ => None,
    };
    match read {
        Some((number, unit)) if number.abs() <= MOST => Some((number, unit.to_owned())),
        Some(_) => value.error("out-of-range", format!("{} is a million at most", value.name), ""),
        None => value.wrong(RESULT.expected),
    }
}

/// Whether a sign after a number makes it something else than a number with its unit: `12-15`, `1:30`, `3,5`, `4/5`.
fn is_no_unit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '/' | '+' | '-' | '–')
}
