//! Requests and answers.

use super::state::{Answer, State};
use super::write::{self, Caller, Desk, Spot};
use crate::diag::{Failure, show};
use crate::publish::Variants;
use crate::site::INDEX;
use crate::site::headers::HEADERS;
use axum::Router;
use axum::body::Body;
use axum::extract::{Query, Request, State as Shared};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Redirect, Response};
use futures_util::stream::{self, Stream};
use percent_encoding::percent_decode_str;
use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::net::{IpAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::watch;
use tower::ServiceExt;
use tower_http::services::ServeFile;

/// The folder below the site's path that is the preview's own.
pub(super) const OWN: &str = "__comeback/";

/// The script that keeps open pages up to date.
const LIVE: &str = include_str!("live.js");

/// What every request sees.
#[derive(Clone)]
struct Server {
    state: watch::Receiver<Arc<State>>,
    root: PathBuf,
    /// The sizes of photos that were made so far.
    variants: Arc<Variants>,
    host: IpAddr,
    /// Where a phone may write, if it may.
    desk: Option<Arc<Desk>>,
    /// Becomes true when the program is told to stop.
    stopping: watch::Receiver<bool>,
}

/// Answers requests until the program is told to stop.
pub(super) fn serve(
    listener: TcpListener,
    state: watch::Receiver<Arc<State>>,
    host: IpAddr,
    root: PathBuf,
    desk: Option<Desk>,
) -> Result<(), Failure> {
    let failed = |e: std::io::Error| Failure::new(format!("the server can't go on: {e}"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async move {
        listener.set_nonblocking(true).map_err(failed)?;
        let listener = tokio::net::TcpListener::from_std(listener).map_err(failed)?;
        let (stop, stopping) = watch::channel(false);
        let variants = Arc::new(Variants::of(&root));
        let server = Server { state, root, variants, host, desk: desk.map(Arc::new), stopping };
        let app = Router::new().fallback(answer).with_state(server);
        let told = async move {
            told_to_stop().await;
            // Open pages keep their connection: it must end for the server to end.
            let _ = stop.send(true);
        };
        axum::serve(listener, app).with_graceful_shutdown(told).await.map_err(failed)
    })
}

/// Ctrl-C, or the system's request to end.
async fn told_to_stop() {
    #[cfg(unix)]
    {
        let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        if let Ok(mut terminate) = terminate {
            let interrupt = std::pin::pin!(tokio::signal::ctrl_c());
            let terminate = std::pin::pin!(terminate.recv());
            futures_util::future::select(interrupt, terminate).await;
            return;
        }
    }
    // Without a handler the system's own way of ending stays in force.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Every answer has the headers that the files of hosts ask for, so that what a page can't do on the web shows here.
async fn answer(Shared(server): Shared<Server>, request: Request) -> Response {
    let state = server.state.borrow().clone();
    let path = percent_decode_str(request.uri().path()).decode_utf8_lossy().into_owned();
    if let Some(desk) = &server.desk
        && let Some(spot) = path.strip_prefix(state.base_path()).and_then(|p| p.strip_prefix(OWN)).and_then(Spot::at)
    {
        let known_host = host_is_ours(request.headers(), server.host);
        let caller = Caller { spot, known_host, base: state.base_path().to_owned(), site: state.title().to_owned() };
        return write::answer(desk, caller, request).await;
    }
    let policy = state.policy(&path);
    let mut response = answer_bare(&server, &state, &path, request).await;
    let all = HEADERS.into_iter().map(|(name, value)| (HeaderName::try_from(name).ok(), HeaderValue::from_str(value)));
    for (name, value) in all.chain([(Some(header::CONTENT_SECURITY_POLICY), HeaderValue::from_str(&policy))]) {
        if let (Some(name), Ok(value)) = (name, value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

async fn answer_bare(server: &Server, state: &Arc<State>, path: &str, request: Request) -> Response {
    if !host_is_ours(request.headers(), server.host) {
        return (StatusCode::MISDIRECTED_REQUEST, "this preview answers to this machine's own names only\n")
            .into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let base = state.base_path().to_owned();
    let Some(inside) = path.strip_prefix(&base) else {
        let to_base = path == "/" || format!("{path}/") == base;
        return if to_base {
            Redirect::temporary(&base).into_response()
        } else {
            reply(server, state, "", request).await
        };
    };
    match inside.strip_prefix(OWN) {
        Some("live.js") => with_type(LIVE.as_bytes().to_vec(), "text/javascript; charset=utf-8"),
        Some("events") => events(server, request.uri()),
        Some(_) => StatusCode::NOT_FOUND.into_response(),
        None => reply(server, state, &format!("/{inside}"), request).await,
    }
}

/// Answers with what stands at an address; an empty one stands nowhere.
async fn reply(server: &Server, state: &Arc<State>, address: &str, request: Request) -> Response {
    let answer = if address.starts_with(INDEX) {
        // The index of a long journal takes seconds, in which other pages must be answered.
        let (state, address) = (state.clone(), address.to_owned());
        match tokio::task::spawn_blocking(move || state.answer(&address)).await {
            Ok(answer) => answer,
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    } else {
        state.answer(address)
    };
    match answer {
        Answer::Page { status, bytes } => page(status, &bytes, state),
        Answer::Bytes(bytes) => with_type(bytes.to_vec(), &kind_of(address)),
        Answer::File(file) => file_reply(&server.root.join(file), request).await,
        Answer::Photo(print, variant) => {
            let variants = server.variants.clone();
            // It may take a while, in which other requests are answered.
            let made = tokio::task::spawn_blocking(move || variants.file(&print, variant).map_err(Failure::from)).await;
            match made {
                Ok(Ok(file)) => file_reply(&file, request).await,
                Ok(Err(failure)) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{failure}\n")).into_response(),
                Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
            }
        }
        Answer::Slash => {
            let query = request.uri().query().map(|q| format!("?{q}")).unwrap_or_default();
            // Browsers remember permanent ones, and in a preview nothing is permanent.
            Redirect::temporary(&format!("{}/{query}", request.uri().path())).into_response()
        }
    }
}

/// A page with the reload script directly before its end, and its hash in a header that the script can read.
fn page(status: u16, bytes: &[u8], state: &State) -> Response {
    let base = state.base_path();
    let script = format!("<script src=\"{base}{OWN}live.js\" defer></script>");
    let text = String::from_utf8_lossy(bytes);
    let (before, after) = text.rfind("</body>").map_or((&*text, ""), |at| text.split_at(at));
    let mut response = with_type(format!("{before}{script}{after}").into_bytes(), "text/html; charset=utf-8");
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    if let Ok(value) = HeaderValue::from_str(&format!("page;desc=\"{}\"", state.page_hash(bytes))) {
        response.headers_mut().insert("server-timing", value);
    }
    response
}

fn with_type(bytes: Vec<u8>, kind: &str) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(kind) {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// What kind of file stands at an address.
fn kind_of(address: &str) -> String {
    match address {
        "/feed.xml" => "application/atom+xml; charset=utf-8".to_owned(),
        _ => {
            let kind = mime_guess::from_path(address).first_or_octet_stream().to_string();
            if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind }
        }
    }
}

/// A file of the site, in parts where a player asks for parts.
async fn file_reply(path: &Path, request: Request) -> Response {
    match ServeFile::new(path).oneshot(request).await {
        Ok(response) => {
            let mut response = response.map(Body::new);
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        Err(never) => match never {},
    }
}

/// Whether a request names this machine: a page from elsewhere that has its name point here must get nothing.
fn host_is_ours(headers: &HeaderMap, listening: IpAddr) -> bool {
    let Some(host) = headers.get(header::HOST).and_then(|h| h.to_str().ok()) else { return false };
    let name =
        host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(n, _)| n);
    let name = name.trim_start_matches('[').trim_end_matches(']');
    if name.eq_ignore_ascii_case("localhost") || name.to_ascii_lowercase().ends_with(".localhost") {
        return true;
    }
    // A name can be made to point anywhere; a bare address can't.
    name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback() || !listening.is_loopback())
}

/// What a page's script is told while it is open.
struct Told {
    path: String,
    /// The hash of the page that the browser has.
    have: String,
    /// What it was told last.
    problems: Vec<String>,
    styles: Option<BTreeMap<String, String>>,
    waiting: VecDeque<Event>,
    state: watch::Receiver<Arc<State>>,
    stopping: watch::Receiver<bool>,
    first: bool,
}

fn events(server: &Server, uri: &Uri) -> Response {
    let query = Query::<BTreeMap<String, String>>::try_from_uri(uri).map(|Query(q)| q).unwrap_or_default();
    let get = |name: &str| query.get(name).cloned().unwrap_or_default();
    let told = Told {
        path: percent_decode_str(&get("path")).decode_utf8_lossy().into_owned(),
        have: get("have"),
        problems: Vec::new(),
        styles: None,
        waiting: VecDeque::new(),
        state: server.state.clone(),
        stopping: server.stopping.clone(),
        first: true,
    };
    Sse::new(tell(told)).keep_alive(KeepAlive::default()).into_response()
}

/// The events of one open page, until it closes or the server stops.
fn tell(told: Told) -> impl Stream<Item = Result<Event, Infallible>> {
    stream::unfold(told, |mut told| async move {
        loop {
            if let Some(event) = told.waiting.pop_front() {
                return Some((Ok(event), told));
            }
            if told.first {
                told.first = false;
            } else {
                let changed = std::pin::pin!(told.state.changed());
                let stopping = std::pin::pin!(told.stopping.wait_for(|stop| *stop));
                match futures_util::future::select(changed, stopping).await {
                    futures_util::future::Either::Left((Ok(()), _)) => {}
                    _ => return None,
                }
            }
            let state = told.state.borrow_and_update().clone();
            told.look(&state);
        }
    })
}

impl Told {
    /// Compares what the page has with the newest state, and queues what it must be told.
    fn look(&mut self, state: &State) {
        let address = self.path.strip_prefix(state.base_path()).map_or(String::new(), |inside| format!("/{inside}"));
        let mut problems: Vec<String> = state.problems(&address).into_iter().map(|d| show::human(d, false)).collect();
        if problems.is_empty() {
            problems.extend(state.template_problem(&address).map(|d| show::human(&d, false)));
        }
        if problems != self.problems {
            // What stood there before is named again, and only what is new is shown whole.
            let shown =
                |problem: &String| if self.problems.contains(problem) { brief(problem) } else { problem.clone() };
            let data = serde_json::Value::from(problems.iter().map(shown).collect::<Vec<_>>()).to_string();
            self.problems = problems;
            self.waiting.push_back(Event::default().event("problems").data(data));
        }
        let styles = state.styles();
        if self.styles.as_ref().is_some_and(|old| *old != styles) {
            let data = serde_json::to_string(&styles).unwrap_or_default();
            self.waiting.push_back(Event::default().event("styles").data(data));
        }
        self.styles = Some(styles);
        let Answer::Page { bytes, .. } = state.answer(&address) else { return };
        let now = state.page_hash(&bytes);
        // A browser that can't read the header is told to reload only when the page changes from now on.
        let reload = !self.have.is_empty() && self.have != now;
        self.have = now;
        if reload {
            self.waiting.push_back(Event::default().event("reload").data("now"));
        }
    }
}

/// A problem that was shown before: its first line and its place.
fn brief(problem: &str) -> String {
    problem.lines().take(2).collect::<Vec<_>>().join("\n")
}
