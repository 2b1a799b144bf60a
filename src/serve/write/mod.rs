//! The page on which a phone writes: a line of the log, or the text of an entry.
//!
//! `guard.rs` says who may come in, `typed.rs` reads what was sent, `checks.rs` compares it with what a journal takes, `desk.rs` is
//! the rim that reads and writes files, and the rest makes pages of values: `recent.rs` says what the last days hold, `log_page.rs`, `entry_page.rs` and `html.rs` are the forms,
//! `ends.rs` keeps the ends of lines as a file has them.
//!
//! Invariant: no field names a file. A line goes into the site's log, a new text below `content/journal/`, and a text that is there
//! is found in the list of those that the scan of the site gave.

mod checks;
mod desk;
mod ends;
mod entry_page;
mod guard;
mod html;
mod log_page;
mod recent;
#[cfg(test)]
mod tests;
mod typed;

pub(super) use desk::Desk;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::{Answered, Errand};
use std::sync::Arc;
use std::time::Duration;
use typed::TypedFields;

/// The pages that write, below the folder that is the preview's own.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Spot {
    /// A line of the log, and what the last days hold.
    Log,
    /// The text of an entry that is there.
    Entry,
    /// The text of a new one.
    New,
    /// How they look, which is no secret.
    Style,
}

impl Spot {
    /// The page at an address below the preview's own folder.
    pub(super) fn at(address: &str) -> Option<Self> {
        match address {
            "write" => Some(Self::Log),
            "write/entry" => Some(Self::Entry),
            "write/new" => Some(Self::New),
            "write.css" => Some(Self::Style),
            _ => None,
        }
    }
}

/// A request for a page that writes, as the server sees it.
#[derive(Clone, Debug)]
pub(super) struct Caller {
    /// Which page.
    pub(super) spot: Spot,
    /// Whether it came to an address of this machine.
    pub(super) known_host: bool,
    /// The site's path on this server.
    pub(super) base: String,
    /// The site's name.
    pub(super) site: String,
}

/// The most bytes that a form may have: three times those of the longest text, since what isn't ASCII is sent threefold.
const MOST_BYTES: usize = 4 * desk::LONGEST_TEXT;

/// How long a form may take to arrive.
const PATIENCE: Duration = Duration::from_secs(10);

const STYLE: &str = include_str!("write.css");

/// These pages load their stylesheet and nothing else, run nothing, send their forms here alone, and stand in no frame.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Answers a request for a page that writes.
pub(super) async fn answer(desk: &Arc<Desk>, caller: Caller, request: Request) -> Response {
    let mut response = match errand(desk, caller, request).await {
        Ok(Some(errand)) => {
            let desk = desk.clone();
            // Other requests are answered while files are read and written.
            match tokio::task::spawn_blocking(move || desk.answer(&errand)).await {
                Ok(answered) => shown(answered),
                Err(_) => refused(StatusCode::INTERNAL_SERVER_ERROR, "something went wrong"),
            }
        }
        Ok(None) => with_type(StatusCode::OK, "text/css; charset=utf-8", STYLE.to_owned()),
        Err(response) => response,
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        // With `no-referrer` browsers send `Origin: null` with forms. Nobody else is told the address, which has the token in it.
        (header::REFERRER_POLICY, "same-origin"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// What is asked for, once it is plain that it may be: `None` for the stylesheet.
async fn errand(desk: &Desk, caller: Caller, request: Request) -> Result<Option<Errand>, Response> {
    let (parts, body) = request.into_parts();
    if !caller.known_host {
        return Err(refused(StatusCode::FORBIDDEN, "this page answers to this machine's own addresses only"));
    }
    let writes = parts.method == Method::POST;
    if !writes && !matches!(parts.method, Method::GET | Method::HEAD) || writes && caller.spot == Spot::Style {
        return Err(StatusCode::METHOD_NOT_ALLOWED.into_response());
    }
    if caller.spot == Spot::Style {
        return Ok(None);
    }
    let query = TypedFields::read(parts.uri.query().unwrap_or_default().as_bytes());
    let query = query.ok().filter(|query| desk.token.is(query.get("token")));
    let Some(query) = query else {
        return Err(refused(
            StatusCode::FORBIDDEN,
            "this page opens at the address that `comeback serve --write` prints",
        ));
    };
    if !writes {
        return Ok(Some(Errand { caller, query, sent: None }));
    }
    if !guard::is_from_here(&parts.headers) {
        return Err(refused(StatusCode::FORBIDDEN, "a form of another page may not write here"));
    }
    if !guard::is_form(&parts.headers) {
        return Err(refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "only the forms of this page can be sent here"));
    }
    let sent = received(body).await?;
    let fields = TypedFields::read(&sent).map_err(|why| refused(StatusCode::BAD_REQUEST, why))?;
    Ok(Some(Errand { caller, query, sent: Some((*blake3::hash(&sent).as_bytes(), fields)) }))
}

/// The bytes of a form, if they are not too many and come in time.
async fn received(body: Body) -> Result<Vec<u8>, Response> {
    match tokio::time::timeout(PATIENCE, to_bytes(body, MOST_BYTES)).await {
        Ok(Ok(bytes)) => Ok(bytes.to_vec()),
        Ok(Err(_)) => {
            let why = "this is too long to be sent from here, so nothing was written: the way back keeps it";
            Err(refused(StatusCode::PAYLOAD_TOO_LARGE, why))
        }
        Err(_) => Err(refused(StatusCode::REQUEST_TIMEOUT, "the form did not arrive in time, so nothing was written")),
    }
}

fn shown(answered: Answered) -> Response {
    match answered {
        Answered::Page(status, html) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            with_type(status, "text/html; charset=utf-8", html)
        }
        Answered::See(address) => {
            let mut response = StatusCode::SEE_OTHER.into_response();
            if let Ok(address) = HeaderValue::from_str(&address) {
                response.headers_mut().insert(header::LOCATION, address);
            }
            response
        }
    }
}

fn refused(status: StatusCode, why: &str) -> Response {
    with_type(status, "text/plain; charset=utf-8", format!("{why}\n"))
}

fn with_type(status: StatusCode, kind: &'static str, text: String) -> Response {
    (status, [(header::CONTENT_TYPE, HeaderValue::from_static(kind))], text).into_response()
}
