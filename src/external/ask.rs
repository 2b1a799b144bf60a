//! Asking one host for one address, as often as it takes.

use super::local::{WebOnly, is_local};
use std::io::ErrorKind;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::StatusCode;
use ureq::http::header::LOCATION;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Error, Timeout};
use url::Url;

/// What is known of an address once it was asked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Answer {
    /// Something is there.
    There,
    /// Something is there, and its host says that it stands elsewhere for good.
    Moved(String),
    /// The host keeps to itself whether anything is there.
    Unsure(String),
    /// Nothing is there, and why that is said.
    Broken(String),
    /// The host itself could not be reached, and why not.
    Unreached(String),
    /// It is an address of this computer or of its network, and was not asked for.
    Local,
}

/// How long to wait for what.
#[derive(Clone, Debug)]
pub(crate) struct Patience {
    /// How many hosts are asked at once.
    pub at_once: usize,
    /// The pause between two addresses of one host.
    pub between: Duration,
    /// How long one answer may take.
    pub limit: Duration,
    /// The pauses before asking again where a host is out of order.
    pub again: Vec<Duration>,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            at_once: 4,
            between: Duration::from_millis(500),
            limit: Duration::from_secs(10),
            again: vec![Duration::from_secs(1), Duration::from_secs(4)],
        }
    }
}

/// Asks for addresses.
#[derive(Debug)]
pub(crate) struct Asker {
    pub(super) agent: Agent,
    pub(super) patience: Patience,
    /// Whether addresses of this computer and of its network are left alone.
    pub(super) web_only: bool,
}

/// How often an address may lead on to another, as browsers have it.
const MOST_HOPS: usize = 20;

/// What a host says to one request.
enum HostReply {
    Status(StatusCode),
    LeadsOn(StatusCode, String),
    /// Nothing that can be used; whether it may be otherwise in a moment.
    Nothing(Answer, bool),
}

impl Asker {
    /// One that is as patient as said, and asks nothing of this computer and of its network.
    pub(crate) fn new(patience: Patience) -> Self {
        let config = Self::config(&patience);
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), WebOnly::<DefaultResolver>::default()),
            patience,
            web_only: true,
        }
    }

    /// One that asks this computer too, as tests must.
    #[cfg(test)]
    pub(super) fn anywhere(patience: Patience) -> Self {
        Self { agent: Self::config(&patience).new_agent(), patience, web_only: false }
    }

    pub(super) fn config(patience: &Patience) -> Config {
        Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(patience.limit / 2))
            .timeout_global(Some(patience.limit))
            .user_agent(concat!("comeback/", env!("CARGO_PKG_VERSION"), " (link check)"))
            .build()
    }

    /// Whether an address is not to be asked for, since it is one of this computer or of its network.
    pub(super) fn leaves_alone(&self, address: &Url) -> bool {
        self.web_only && is_local(address)
    }

    /// What is known of an address once it was asked for, and everything that it leads on to.
    pub(crate) fn ask(&self, address: &str) -> Answer {
        let Ok(mut at) = Url::parse(address) else { return Answer::Broken("it is no address".to_owned()) };
        if self.leaves_alone(&at) {
            return Answer::Local;
        }
        let (mut seen, mut moved, mut for_good) = (Vec::new(), None, true);
        while seen.len() <= MOST_HOPS {
            if seen.contains(&at) {
                return Answer::Broken("it leads on in a circle".to_owned());
            }
            let (status, location) = match self.insist(at.as_str()) {
                HostReply::LeadsOn(status, location) => (status, location),
                HostReply::Status(status) => return answer(status, moved.filter(|_| status.is_success())),
                HostReply::Nothing(answer, _) => return answer,
            };
            let Ok(mut next) = at.join(&location) else {
                return Answer::Broken(format!("it leads on to `{location}`, which is no address"));
            };
            if !matches!(next.scheme(), "http" | "https") {
                return Answer::Unsure(format!("it leads on to `{next}`"));
            }
            if self.leaves_alone(&next) {
                return Answer::Unsure("it leads on to this computer or its network, which is not asked".to_owned());
            }
            next.set_fragment(None);
            for_good &= matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
            if for_good {
                moved = Some(next.to_string());
            }
            seen.push(std::mem::replace(&mut at, next));
        }
        Answer::Broken(format!("it leads on more than {MOST_HOPS} times"))
    }

    /// Asks without the text first. A host that answers that with anything but a yes is asked for the text too, since many
    /// know no other question; one that is out of order is asked again a little later.
    fn insist(&self, address: &str) -> HostReply {
        let mut said = self.head(address);
        if !is_final(&said) {
            said = self.get(address);
        }
        for pause in &self.patience.again {
            let may_change = match &said {
                HostReply::Status(status) => status.is_server_error() && *status != StatusCode::NOT_IMPLEMENTED,
                HostReply::Nothing(_, may_change) => *may_change,
                HostReply::LeadsOn(..) => false,
            };
            if !may_change {
                break;
            }
            std::thread::sleep(*pause);
            said = self.get(address);
        }
        said
    }

    fn head(&self, address: &str) -> HostReply {
        self.said(self.agent.head(address).call())
    }

    /// The text itself is not read: the connection is closed once its head has come.
    fn get(&self, address: &str) -> HostReply {
        self.said(self.agent.get(address).call())
    }

    fn said(&self, answer: Result<ureq::http::Response<ureq::Body>, Error>) -> HostReply {
        let response = match answer {
            Ok(response) => response,
            Err(error) => return self.nothing(&error),
        };
        let status = response.status();
        let location = response.headers().get(LOCATION).filter(|_| status.is_redirection());
        match location.map(|location| String::from_utf8_lossy(location.as_bytes()).into_owned()) {
            Some(location) => HostReply::LeadsOn(status, location),
            None => HostReply::Status(status),
        }
    }

    fn nothing(&self, error: &Error) -> HostReply {
        let unreached = |why: &str| HostReply::Nothing(Answer::Unreached(why.to_owned()), false);
        let seconds = self.patience.limit.as_secs();
        match error {
            Error::HostNotFound => unreached("there is no such host"),
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => unreached("the host can't be reached"),
            Error::Timeout(_) => {
                HostReply::Nothing(Answer::Broken(format!("no answer within {seconds} seconds")), true)
            }
            Error::ConnectionFailed => unreached("the host can't be reached"),
            Error::Io(error) => match error.kind() {
                ErrorKind::ConnectionRefused => unreached("the host refuses the connection"),
                ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable => unreached("the host can't be reached"),
                ErrorKind::ConnectionReset
                | ErrorKind::ConnectionAborted
                | ErrorKind::BrokenPipe
                | ErrorKind::UnexpectedEof
                | ErrorKind::TimedOut => HostReply::Nothing(Answer::Broken("the host breaks off".to_owned()), true),
                // A certificate that does not hold, or no HTTP at all.
                ErrorKind::InvalidData | ErrorKind::InvalidInput => {
                    HostReply::Nothing(Answer::Broken(error.to_string()), false)
                }
                // Above all a name that can't be looked up, which has no kind of its own.
                _ => unreached(&error.to_string()),
            },
            Error::Other(error) => HostReply::Nothing(Answer::Unsure(error.to_string()), false),
            error => HostReply::Nothing(Answer::Broken(error.to_string()), false),
        }
    }
}

/// Whether an answer to the question without the text says all.
fn is_final(said: &HostReply) -> bool {
    match said {
        HostReply::LeadsOn(..) => true,
        HostReply::Status(status) => status.is_success() || *status == StatusCode::TOO_MANY_REQUESTS,
        HostReply::Nothing(answer, _) => matches!(answer, Answer::Unreached(_) | Answer::Unsure(_)),
    }
}

/// What a status says of an address.
fn answer(status: StatusCode, moved: Option<String>) -> Answer {
    let words = status.canonical_reason().map(|reason| format!(" ({})", reason.to_lowercase())).unwrap_or_default();
    let why = format!("the host says {}{words}", status.as_u16());
    match status.as_u16() {
        200..=299 | 304 => moved.map_or(Answer::There, Answer::Moved),
        // A page for members, a host that wants no programs, one that answers forms alone, or LinkedIn's own number.
        401 | 402 | 403 | 405 | 407 | 429 | 451 | 999 => Answer::Unsure(why),
        _ => Answer::Broken(why),
    }
}

/// The host of an address, by which addresses are asked for one after the other.
pub(super) fn host(address: &str) -> String {
    Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}
