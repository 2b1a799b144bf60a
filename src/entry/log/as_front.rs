//! What a line says, as the front matter that says the same.

use super::{item, split};
use crate::entry::write::flow;
use std::ops::Range;

/// The bytes of the items of a text, which commas part; commas inside quotes are text.
#[must_use]
pub fn items_of(text: &str) -> Vec<Range<usize>> {
    split::items(text, 0..text.len())
}

/// The lines of front matter that say what the items of a line say; `None` where one of them can't be read, or is something
/// that lines alone can have: a morning, a note, a mark.
#[must_use]
pub fn front_matter_of(said: &str) -> Option<Vec<String>> {
    let mut items = item::Items::default();
    for part in items_of(said) {
        items.add(said, part).ok()?;
    }
    let of_lines = items.private || items.later || !items.bare.is_empty();
    let pairs = items.into_pairs();
    let none = of_lines || pairs.iter().any(|(key, ..)| matches!(key.as_str(), "morning" | "note"));
    (!none).then(|| pairs.into_iter().map(|(key, _, value)| format!("{key}: {}", flow(&value.into_node()))).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_front_matter_that_says_the_same() {
        for (said, expected) in [
            ("pain 2/2/3, sleep 7:30", "pain: 2/2/3|sleep: 7:30"),
            ("Pain: 3, function 80%, flare", "pain: 3|function: 80%|flare: true"),
            ("run 5k 30:00, walk 2 mi", "sessions: [run 5k 30:00, walk 2 mi]"),
            (
                "treatment needling x2 30 min",
                "treatments: [{minutes: 30 min, type: needling}, {minutes: 30 min, type: needling}]",
            ),
            ("milestone \"First: mile\", setback \"ran on ice\"", "setback: ran on ice|milestones: [\"First: mile\"]"),
        ] {
            let lines = front_matter_of(said).expect("front matter");
            assert_eq!(lines.join("|"), expected, "{said}");
        }
        for none in ["morning 2", "\"slept badly\"", "pain 3, private", "needling", "later", "pain"] {
            assert_eq!(front_matter_of(none), None, "{none}");
        }
    }
}
