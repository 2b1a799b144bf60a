//! What was there a short while ago, so that it need not be asked for again.

use super::Answer;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// For how many days an address that was there is believed to be.
pub(crate) const DAYS: i64 = 7;

/// The addresses that were there, by when they were.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct LinkMemory {
    /// What is remembered of each address.
    #[serde(default)]
    addresses: BTreeMap<String, Remembered>,
}

/// When an address was there, and where it has moved to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Remembered {
    /// As in `2020-08-14T20:15:00Z`.
    asked: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moved: Option<String>,
}

impl LinkMemory {
    /// Reads what was written before; whatever can't be read is not remembered.
    pub(crate) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The memory as text.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string_pretty(self).map(|text| text + "\n").unwrap_or_default()
    }

    /// What is remembered of an address, if that was not too long ago; a time in the future is none.
    pub(super) fn of(&self, address: &str, now: Timestamp) -> Option<Answer> {
        let remembered = self.addresses.get(address)?;
        let age = now.duration_since(remembered.asked.parse().ok()?);
        let holds = !age.is_negative() && age < SignedDuration::from_hours(24 * DAYS);
        holds.then(|| remembered.moved.clone().map_or(Answer::There, Answer::Moved))
    }

    /// What is remembered of these addresses, and nothing of those that the site has no more.
    pub(super) fn only<'a>(&self, addresses: impl Iterator<Item = &'a str>) -> Self {
        let wanted: BTreeSet<&str> = addresses.collect();
        let kept = self.addresses.iter().filter(|(address, _)| wanted.contains(address.as_str()));
        Self { addresses: kept.map(|(address, remembered)| (address.clone(), remembered.clone())).collect() }
    }

    /// Remembers an answer; an address that was not there is forgotten, and asked for again the next time.
    pub(super) fn put(&mut self, address: &str, answer: &Answer, now: Timestamp) {
        let moved = match answer {
            Answer::There => None,
            Answer::Moved(to) => Some(to.clone()),
            Answer::Unsure(_) | Answer::Broken(_) | Answer::Unreached(_) | Answer::Local => {
                self.addresses.remove(address);
                return;
            }
        };
        self.addresses.insert(address.to_owned(), Remembered { asked: now.to_string(), moved });
    }
}
