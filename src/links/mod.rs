//! The addresses in finished pages and stylesheets: where they stand, what they lead to, and the site's path before them.
//!
//! Invariant: functions of their arguments; which addresses a site has is for the caller to know.

mod address;
mod complete;
pub(crate) mod css;
pub(crate) mod html;
mod own;
mod parts;
pub(crate) mod tags;
pub(crate) mod url;

pub(crate) use address::{Base, Leads};
pub(crate) use complete::{complete_css, complete_html};
pub(crate) use html::Use;
pub(crate) use own::own_addresses;
pub(crate) use parts::{Part, css_parts, html_parts};
