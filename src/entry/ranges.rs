//! What was typed as a range: shown as it was typed, while a number of it counts.

use crate::fields::{Fields, Node, Value, is_range};

/// Texts as they were typed, by their keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranges(Vec<(&'static str, String)>);

impl Ranges {
    /// Those of some keys.
    pub(super) fn of<const N: usize>(fields: &Fields<'_>, keys: [&'static str; N]) -> Self {
        let typed = |key: &'static str| Some((key, typed(fields.get(key)?)?));
        Self(keys.into_iter().filter_map(typed).collect())
    }

    /// Those of some parts of a line.
    pub(super) fn of_parts<'t>(parts: impl IntoIterator<Item = (&'static str, Option<&'t str>)>) -> Self {
        let typed = |(key, text): (_, Option<&str>)| Some((key, text.filter(|text| is_range(text))?.to_owned()));
        Self(parts.into_iter().filter_map(typed).collect())
    }

    /// The range that was typed under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| *own == key).map(|(_, text)| text.as_str())
    }
}

/// A range, or a list with ranges in it.
fn typed(value: Value<'_>) -> Option<String> {
    if !matches!(value.node, Node::List(_)) {
        return value.typed_range();
    }
    let items = value.items();
    let any = items.iter().any(|item| item.typed_range().is_some());
    let texts = items.into_iter().map(|item| item.typed_range().or_else(|| item.text()));
    any.then(|| texts.collect::<Option<Vec<_>>>().map(|texts| texts.join(", "))).flatten()
}
