//! Who may write: whoever has the token, from a page of this server's own.

use crate::diag::Failure;
use axum::http::{HeaderMap, HeaderName, header};
use std::fmt::{self, Write};

/// What only those know who were shown the address: 128 random bits, made anew at each start.
pub(in crate::serve) struct Token(String);

impl Token {
    /// A new one, of the system's own randomness.
    pub(super) fn random() -> Result<Self, Failure> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).map_err(|e| Failure::new(format!("the system gives no random bytes: {e}")))?;
        let mut text = String::new();
        bytes.iter().for_each(|byte| {
            let _ = write!(text, "{byte:02x}");
        });
        Ok(Self(text))
    }

    /// Whether it is this one. Hashes are compared, which takes the same time for all.
    pub(super) fn is(&self, given: &str) -> bool {
        blake3::hash(self.0.as_bytes()) == blake3::hash(given.as_bytes())
    }

    /// The token as addresses have it.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Whether a form was sent by a page that this server gave out. Every browser says where a form comes from; without that nothing
/// is written, unless it says that it is the same place.
pub(super) fn is_from_here(headers: &HeaderMap) -> bool {
    let Some(host) = only(headers, &header::HOST) else { return false };
    if headers.contains_key(header::ORIGIN) {
        let own = format!("http://{host}");
        return only(headers, &header::ORIGIN).is_some_and(|origin| origin.eq_ignore_ascii_case(&own));
    }
    only(headers, &HeaderName::from_static("sec-fetch-site")) == Some("same-origin")
}

/// Whether a body is said to be a form's, in the only encoding that is read here.
pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let kind = only(headers, &header::CONTENT_TYPE).unwrap_or_default();
    let (kind, more) = kind.split_once(';').unwrap_or((kind, ""));
    let more = more.trim().to_ascii_lowercase();
    kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
        && matches!(more.as_str(), "" | "charset=utf-8")
}

/// A header that is there once.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut all = headers.get_all(name).iter();
    let one = all.next()?.to_str().ok()?;
    all.next().is_none().then_some(one)
}
