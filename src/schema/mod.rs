//! What front matter and `site.toml` may hold, for editors (JSON Schema) and for people (the reference pages).
//!
//! Both are written from the tables of keys that values are read by.
//!
//! Invariant: says nothing that the tables do not say.

mod json;
mod reference;

pub use json::{entry, site};
pub use reference::reference;
