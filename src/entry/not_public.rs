//! The words by which front matter of any generator says that a text is not public.

use super::KEYS;
use crate::fields;

/// Keys that hide by saying yes or no: each with the answers that hide.
const SWITCHES: [(&[&str], &[&str]); 2] = [
    (
        &["draft", "drafts", "unpublished", "private", "hidden", "hide", "unlisted", "noindex", "expired", "password"],
        YES,
    ),
    (&["published", "publish", "dgpublish", "public", "visible", "index"], NO),
];

const YES: &[&str] = &["true", "yes", "y", "on", "1", ""];
const NO: &[&str] = &["false", "no", "n", "off", "0", "private", "draft"];

/// Words of `status` and `visibility` that hide.
const HIDING: &[&str] = &[
    "draft",
    "drafts",
    "wip",
    "pending",
    "review",
    "hold",
    "queued",
    "scheduled",
    "future",
    "trash",
    "auto-draft",
    "inherit",
    "private",
    "hidden",
    "unlisted",
    "unpublished",
    "secret",
];

/// A key without regard to its case, its hyphens and an `is` before it.
fn plain(key: &str) -> String {
    let letters: String = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    letters.strip_prefix("is").filter(|rest| is_switch(rest)).map_or_else(|| letters.clone(), str::to_owned)
}

fn is_switch(key: &str) -> bool {
    SWITCHES.iter().any(|(keys, _)| keys.contains(&key))
}

/// Whether a key is one of front matter, ours or another generator's for what is not public.
pub(super) fn is_key(key: &str) -> bool {
    let plain = plain(key);
    is_switch(&plain)
        || matches!(plain.as_str(), "status" | "visibility" | "publishdate" | "expirydate")
        || fields::has_key(KEYS, &key.trim().to_lowercase().replace(['-', ' '], "_"))
}

/// Whether a key with this value says that a text is not public.
pub(super) fn hides(key: &str, value: &str) -> bool {
    let (key, value) = (plain(key), value.trim().trim_matches(['"', '\'', ',']).to_lowercase());
    match key.as_str() {
        "status" | "visibility" => HIDING.contains(&value.as_str()),
        "publishdate" | "expirydate" => value.starts_with(|c: char| c.is_ascii_digit()),
        "password" => true,
        key => SWITCHES.iter().any(|(keys, words)| keys.contains(&key) && words.contains(&value.as_str())),
    }
}
