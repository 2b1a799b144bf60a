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

/// Keys with words for a value, which a sentence may begin with too.
pub const WORDY: [&str; 7] = ["setback", "milestone", "trigger", "treatment", "mood", "medication", "note"];

/// Whether an item says by itself what its numbers are of, and is no sentence that begins with one of our words.
#[must_use]
pub fn is_plain_item(item: &str) -> bool {
    let item = item.trim();
    let lower = item.to_lowercase();
    let led = |key: &str| lower.strip_prefix(key).filter(|rest| rest.starts_with([' ', ':', '\t']));
    let rest = |key: &str| led(key).map(|rest| rest.trim_start_matches([' ', ':', '\t']).trim());
    for key in ["mileage", "body weight", "body_weight", "body-weight"] {
        if let Some(value) = rest(key) {
            return value.ends_with(char::is_alphabetic);
        }
    }
    if let Some(value) = WORDY.iter().find_map(|key| rest(key)) {
        let words = value.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
        return value.starts_with('"')
            || led("treatment").is_some() && words.count() <= 3
            || value.split_whitespace().count() == 1;
    }
    // What is lifted needs its unit.
    let load = item.rsplit_once('@').map(|(_, load)| load.split_whitespace().take(2).collect::<String>());
    load.is_none_or(|load| load.contains(char::is_alphabetic))
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
