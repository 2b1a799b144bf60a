//! One markdown file, read: front matter fields and body.
//!
//! `split.rs` finds the front matter, `keys.rs` says which keys it may have, `front.rs` reads them, a line a key, and the
//! other files read what a key holds. Adding a key is a row in `keys.rs`, a field in `model.rs` or `done.rs`, a line in
//! `front.rs` and its row in the tests.
//!
//! Invariant: a function of one file and the settings; it knows no other entry and no address.

mod address;
mod date;
mod done;
mod exercise;
mod forms;
mod front;
mod keys;
mod lesson;
mod log;
mod measures;
mod misread;
mod model;
mod next_day;
mod numbers;
mod one_line;
pub mod pace;
mod page;
mod pain;
mod private;
mod prom;
mod ranges;
mod record;
mod remind;
mod rows;
mod session;
mod several;
mod sleep;
mod slugs;
mod split;
mod template;
mod tested;
mod treatment;
mod write;

pub use address::OwnAddress;
pub use date::strip_date;
pub use done::{Exercise, Helped, Load, Money, Prom, Session, SessionKind, Treatment, Verdict};
pub use keys::ENTRY as KEYS;
pub use log::{
    LogLine, ReadLine, ReadLog, WORDY, front_matter_of, in_words, is_log, is_plain_item, items_of,
    own_words as line_own_words, parse as parse_log, parse_page, remark as line_remark, with_line,
};
pub use measures::{DayMeasure, MeasureValue, Measures};
pub use model::{Advice, Derived, Entry, LessonNote, Milestone, MilestoneKind, Pain, Side, Visibility};
pub use next_day::{NotPut, with_next_day};
pub use page::{LineForm, PageLine, behind_sign, page_lines};
pub use private::Private;
pub use ranges::Ranges;
pub use record::{Felt, Kinds, Record, SitePain};
pub use remind::{DueReminder, Reminder};
pub use rows::{Metric, Row, Value, name_of_slug};
pub use session::SHORTEST;
pub use slugs::Slugs;
pub use tested::TestResult;
pub use write::{NewFront, Prefill, prefilled};

use crate::config::{Config, KeyElsewhere};
use crate::diag::{Checked, Diagnostic};
use crate::fields::{self, Document};
use crate::markdown;
use crate::source::Source;
use crate::text::near::nearest;
use std::sync::Arc;

/// The byte of a file at which its text starts, below the front matter.
#[must_use]
pub fn text_start(path: &str, text: &str) -> usize {
    split::split(path, text).map_or(0, |parts| parts.body.start)
}

/// Reads a markdown file; `None` where its front matter can't be read at all.
///
/// A field with an error is left out of the entry, which is therefore only good to be shown beside its errors.
#[must_use]
pub fn parse(source: &Source, text: &Arc<str>, config: &Config) -> Checked<Option<Entry>> {
    let path = &*source.path;
    let parts = match split::split(path, text) {
        Ok(parts) => parts,
        Err(problem) => return Checked::new(None, vec![problem]),
    };
    let options = markdown::Options { path, language: &config.language };
    let text_start = parts.body.start;
    let body = markdown::parse(text, parts.body, options);
    let document = match Document::yaml(path, text, parts.front) {
        Ok(document) => document.rearranged(KEYS, &moves(config)).allowing(&config.allow),
        // The body's problems are told too: all that is wrong with a file in one go.
        Err(problem) => {
            let mut problems = [vec![problem], body.diagnostics].concat();
            template::tell(path, None, &mut problems);
            return Checked::new(None, problems);
        }
    };
    let file = front::EntryFile { path: &source.path, hash: source.hash, text, text_start, config, body: body.value };
    let mut entry = document.fields(KEYS).map(|fields| front::read(fields, file));
    if let Some(entry) = entry.as_mut().filter(|entry| entry.date.is_none()) {
        entry.several = several::is_one(text, text_start);
    }
    let mut problems = [document.into_problems(), body.diagnostics].concat();
    template::tell(path, entry.as_ref(), &mut problems);
    Checked::new(entry, problems)
}

/// Our keys and those of the writer's that the settings say they stand under.
fn moves(config: &Config) -> Vec<(&str, &str)> {
    config.map.iter().map(|key| (key.ours.as_str(), key.theirs.as_str())).collect()
}

/// What is wrong with the keys that the settings say stand elsewhere: those that are none of ours.
#[must_use]
pub fn check_map(config: &Config) -> Vec<Diagnostic> {
    let unknown = |key: &&KeyElsewhere| !fields::has_key(KEYS, &key.ours);
    let problem = |key: &KeyElsewhere| {
        let message = format!("front matter has no key `{}`", key.ours);
        let problem = Diagnostic::error("unknown-key", message).at(key.place.clone());
        let names = KEYS.iter().flat_map(|table| table.iter()).map(|key| key.name);
        match nearest(key.ours.split('.').next().unwrap_or_default(), names) {
            Some(near) => problem.hint(format!("did you mean `{near}`? our key stands to the left")),
            None => problem.hint("our key stands to the left, yours to the right"),
        }
    };
    let one_sided = |key: &&KeyElsewhere| key.ours.contains("[].") != key.theirs.contains("[].");
    let items = |key: &KeyElsewhere| {
        Diagnostic::error("bad-map", format!("`{}` and `{}` are not both in the items of a list", key.ours, key.theirs))
            .at(key.place.clone())
            .hint("`[]` stands on both sides: `\"exercises[].load\" = \"workout[].weight\"`")
    };
    let one_sided = config.map.iter().filter(one_sided).map(items);
    config.map.iter().filter(unknown).map(problem).chain(one_sided).collect()
}

#[cfg(test)]
mod tests;
