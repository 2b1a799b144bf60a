//! Fields that stay off public pages unless the settings show them.
//!
//! The reader of front matter asks the settings once: what they do not show is dropped there and then, so that no page,
//! feed or data file can be made from it, whatever a later stage does.

use crate::config::{Config, PrivateField};
use crate::fields::{Fields, Value};
use std::fmt;
use std::ops::Range;

/// What was written under a private field: its value where the settings show the field, else only where it stands.
#[derive(Clone, PartialEq)]
pub struct Private<T>(Kept<T>);

#[derive(Clone, PartialEq)]
enum Kept<T> {
    Shown(T),
    Hidden(Range<usize>),
}

impl<T> Private<T> {
    /// The value, if the settings show the field.
    #[must_use]
    pub fn shown(&self) -> Option<&T> {
        match &self.0 {
            Kept::Shown(value) => Some(value),
            Kept::Hidden(_) => None,
        }
    }

    /// The bytes of the file that must stay private, if the settings do not show the field.
    #[must_use]
    pub fn hidden(&self) -> Option<&Range<usize>> {
        match &self.0 {
            Kept::Shown(_) => None,
            Kept::Hidden(written) => Some(written),
        }
    }

    /// A private field's value that was written at some bytes of a file, kept as far as the settings show the field.
    #[must_use]
    pub fn of(field: PrivateField, value: T, written: Range<usize>, config: &Config) -> Self {
        Self(if config.shows(field) { Kept::Shown(value) } else { Kept::Hidden(written) })
    }

    /// Reads the key of a private field.
    pub(super) fn read<'a>(
        fields: &Fields<'a>,
        key: &'static str,
        field: PrivateField,
        config: &Config,
        read: impl Fn(Value<'a>) -> Option<T>,
    ) -> Option<Self> {
        let value = fields.get(key)?;
        let written = value.range();
        value.read(read).map(|value| Self::of(field, value, written, config))
    }
}

/// Hides the place too: an entry whose private field moved is the same entry.
impl<T: fmt::Debug> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.shown() {
            Some(value) => value.fmt(f),
            None => f.write_str("Hidden"),
        }
    }
}
