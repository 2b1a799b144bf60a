//! The address that a file asks for by its path and its slug.

use super::{Entry, strip_date};
use crate::text::slug::slug;

/// The addresses that a file may get; which one depends on who else asks for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnAddress {
    /// The one without a date: `/journal/first-run/`.
    pub short: String,
    /// The one with its date, where the short one dropped it.
    pub long: Option<String>,
}

impl OwnAddress {
    /// The path below `content/`, slugged, with `index` standing for its folder.
    pub(super) fn of(entry: &Entry) -> Self {
        let inside = entry.path.strip_prefix("content/").unwrap_or(&entry.path);
        let stem = inside.rsplit_once('.').map_or(inside, |(stem, _)| stem);
        let mut parts: Vec<&str> = stem.split('/').collect();
        if parts.last() == Some(&"index") && parts.len() > 1 {
            parts.pop();
        }
        let last = parts.pop().unwrap_or("index");
        let folder: String = parts.iter().map(|part| format!("{}/", slug(part))).collect();
        let whole = |last: &str| format!("/{folder}{last}/");
        if let Some(own) = &entry.slug {
            return Self { short: whole(&slug(own)), long: None };
        }
        match strip_date(last) {
            Some((_, rest)) => Self { short: whole(&slug(rest)), long: Some(whole(&slug(last))) },
            None => Self { short: whole(&slug(last)), long: None },
        }
    }
}
