//! What an entry's exercises, treatments and tests are told apart by: spellings with one slug are one thing.

use super::Entry;
use crate::text::slug::slug;

/// The slugs of an entry's exercises, treatments and tests, each in the order of the entry.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Slugs {
    /// Of its exercises.
    pub exercises: Box<[String]>,
    /// Of its treatments, by their types.
    pub treatments: Box<[String]>,
    /// Of its tests.
    pub tests: Box<[String]>,
}

impl Slugs {
    /// The slugs of an entry.
    pub(super) fn of(entry: &Entry) -> Self {
        Self {
            exercises: entry.exercises.iter().map(|exercise| slug(&exercise.name)).collect(),
            treatments: entry.treatments.iter().map(|treatment| slug(&treatment.kind)).collect(),
            tests: entry.tests.iter().map(|test| slug(&test.name)).collect(),
        }
    }
}
