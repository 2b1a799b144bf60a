//! What hosts are to send with a site's answers, so that browsers hold pages to what they say of themselves. The files of
//! hosts and the preview both take it from here: what a page can't do on the web, it can't do in the preview.

use crate::config::Config;
use std::collections::BTreeSet;

/// The headers of every answer beside the policy.
pub const HEADERS: [(&str, &str); 3] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// What a page may load and do (`Content-Security-Policy`): nothing from elsewhere, and send forms where the settings say. The
/// search page runs a program that browsers compile.
#[must_use]
pub fn policy(config: &Config, searches: bool) -> String {
    let script = if searches { "script-src 'self' 'wasm-unsafe-eval'; " } else { "" };
    let contact = config.contact.as_ref().and_then(|contact| contact.form.as_ref());
    let letter = config.newsletter.as_ref().map(|letter| &letter.form);
    let targets = config.comments.form.iter().chain(letter).chain(contact);
    let origins: BTreeSet<String> = targets
        .filter_map(|target| Some(url::Url::parse(&target.action).ok()?.origin().ascii_serialization()))
        .collect();
    let forms: String = origins.iter().map(|origin| format!(" {origin}")).collect();
    format!(
        "default-src 'self'; {script}base-uri 'self'; form-action 'self'{forms}; frame-ancestors 'none'; object-src 'none'"
    )
}

/// Whether an address, from the site's root, is that of the search page.
#[must_use]
pub fn searches(address: &str) -> bool {
    address.starts_with("/search/")
}
