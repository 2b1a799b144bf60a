//! The addresses in finished pages and stylesheets: where they stand, what they lead to, and the site's path before them.
//!
//! Invariant: functions of their arguments; which addresses a site has is for the caller to know.

mod address;
mod complete;
pub mod css;
pub mod html;
mod own;
mod parts;
pub mod tags;
pub mod url;

pub use address::{Base, Leads};
pub use complete::{complete_css, complete_html};
pub use html::Use;
pub use own::own_addresses;
pub use parts::{Part, css_parts, html_parts};
