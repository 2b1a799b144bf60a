//! Totals of questionnaires. Only the total is read: the questions belong to their authors.

use super::{Prom, forms};
use crate::fields::{Fields, Node, Value};

/// The instruments that are known, each with its largest total; all of them start at 0, and more is better.
///
/// The VISA questionnaires run from 0 to 100 (their review: doi 10.1007/s00167-021-06598-5; VISA-H: Cacchio 2014,
/// doi 10.1136/bjsports-2012-091552), FASH too (Br J Sports Med 48:1607), LEFS from 0 to 80 (Binkley 1999, Phys Ther 79:371).
const INSTRUMENTS: [(&str, f64); 6] =
    [("VISA-A", 100.0), ("VISA-P", 100.0), ("VISA-H", 100.0), ("VISA-G", 100.0), ("FASH", 100.0), ("LEFS", 80.0)];

/// Totals of instruments that are not known may be as large as this.
pub(super) const LARGEST: f64 = 1000.0;

/// A questionnaire's total.
pub(super) fn prom(value: Value<'_>) -> Option<Prom> {
    if !matches!(value.node, Node::Map(_)) {
        return value.wrong("a mapping such as `{instrument: VISA-H, score: 62}`");
    }
    let fields = value.mapping()?;
    let hint = "such as `instrument: VISA-H`";
    let typed = forms::named_or(&fields, "instrument", foreign, "a questionnaire needs its `instrument`", hint);
    let typed = typed.and_then(Value::text);
    let known = typed.as_deref().and_then(known);
    let most = known.map_or(LARGEST, |(_, most)| most);
    let score = score(&fields, most);
    fields.finish(&[], foreign);
    Some(Prom { instrument: known.map(|(name, _)| name.to_owned()).or(typed)?, score: score? })
}

fn score(fields: &Fields<'_>, most: f64) -> Option<f64> {
    let hint = "such as `score: 62`, the total; single answers are not read";
    forms::named_or(fields, "score", foreign, "a questionnaire needs its `score`", hint)?.number_in(0.0..=most)
}

/// An instrument by its name, however it is spelt: `visa h`.
fn known(typed: &str) -> Option<(&'static str, f64)> {
    let letters = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let wanted: String = letters(typed);
    INSTRUMENTS.into_iter().find(|(name, _)| letters(name) == wanted)
}

/// Names that others give to our keys.
fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "name" | "type" | "questionnaire" => "did you mean `instrument`?",
        "total" | "value" | "points" => "did you mean `score`?",
        "date" => "it is the entry's date",
        _ => return None,
    })
}
