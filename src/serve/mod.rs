//! The preview: a site answered from memory, kept up to date while its files are edited.
//!
//! One thread builds at every change and hands on a new [`State`]; requests are answered from the newest one. A page is made
//! when it is asked for; those that an edit touched are also made once in the background, so that a template's error in a
//! page nobody opened is told too.
//!
//! Invariant: looking at the preview writes nothing to the disk, the sizes of photos aside, which are kept for the next build. Only
//! `write`, which is shut unless asked for, changes the site's own files: those below `content/` that it names, for whoever has
//! the secret of this run.

mod http;
mod state;
mod write;

pub use state::{Answer, State};

use crate::build::{Builder, Work, fails};
use crate::config::Flags;
use crate::diag::{self, Diagnostic, Failure};
use crate::entry::DueReminder;
use crate::render::{self, Keys};
use crate::site::ReaderContext;
use crate::source::Look;
use crate::watch::Watch;
use jiff::Timestamp;
use std::net::{IpAddr, SocketAddr, TcpListener, UdpSocket};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tokio::sync::watch as channel;
use write::Desk;

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct Request {
    /// The site's folder.
    pub root: PathBuf,
    /// The address to listen on.
    pub host: IpAddr,
    /// The port that must be taken; the next free one from [`FIRST_PORT`] if none.
    pub port: Option<u16>,
    /// Look at the files every so often instead of waiting for events.
    pub poll: bool,
    /// What the command line says beside `site.toml`.
    pub flags: Flags,
    /// Lets whoever has the address that is then told write into the site's folder, by this clock.
    pub write: Option<fn() -> Timestamp>,
}

/// The port that is tried first.
pub const FIRST_PORT: u16 = 4000;

/// What the preview tells the terminal.
#[derive(Debug)]
pub enum News<'a> {
    /// The site can be opened at this address.
    Ready {
        /// Where.
        address: &'a str,
        /// Where others in the network can open it, if it listens to more than this machine.
        network: Option<&'a str>,
        /// Where whoever has the address may write, if anybody may.
        write: Option<WriteAddress<'a>>,
        /// Whether files are looked at every so often instead of at events.
        polls: bool,
    },
    /// A build is done: what was found and how long it took.
    Built {
        /// All problems, by place.
        diagnostics: &'a [Diagnostic],
        /// How much was done.
        work: Work,
        /// From the first look to the answer that requests get.
        took: Duration,
        /// Whether the problems are others than before.
        changed: bool,
    },
    /// The writer's notes to herself whose day has come, at the start and whenever they are others than before.
    Reminders(&'a [DueReminder]),
    /// A stage failed; the site stays as it was.
    Failed(&'a Failure),
}

/// The address at which a phone writes.
#[derive(Clone, Copy, Debug)]
pub struct WriteAddress<'a> {
    /// With its secret.
    pub address: &'a str,
    /// Whether it is one that other machines can open.
    pub in_network: bool,
}

/// Serves a site until the program is told to stop.
///
/// # Errors
/// When the site can't be read at the start, or the port is taken.
pub fn run(request: &Request, tell: impl Fn(&News<'_>) + Send + Sync + 'static) -> Result<(), Failure> {
    let listener = listen(request.host, request.port)?;
    let local = listener.local_addr().map_err(|e| Failure::new(format!("the server can't start: {e}")))?;
    let origin = format!("http://{}", shown(local));
    let flags = Flags { origin: Some(origin.clone()), ..request.flags.clone() };
    let desk = request.write.map(|clock| Desk::new(&request.root, &flags, clock)).transpose()?;
    // The watch starts before the first look, so that nothing falls between them.
    let watch = Watch::new(&request.root, request.poll);
    let polls = watch.polls();
    let mut preview = Preview::new(&request.root, flags, Arc::new(tell));
    preview.look(&Look::Everything, true)?;
    let receiver = preview.sender.subscribe();
    let path = receiver.borrow().base_path().to_owned();
    let address = format!("{origin}{path}");
    let network = network(local);
    let known = network.filter(|address| !address.ip().is_unspecified());
    let network = network.map(|address| format!("http://{address}{path}"));
    let site = network.as_ref().filter(|_| known.is_some()).unwrap_or(&address);
    let write = desk.as_ref().map(|desk| format!("{site}{}", desk.address()));
    let write = write.as_ref().map(|address| WriteAddress { address, in_network: known.is_some() });
    (preview.tell)(&News::Ready { address: &address, network: network.as_deref(), write, polls });
    std::thread::spawn(move || preview.follow(watch));
    http::serve(listener, receiver, request.host, request.root.clone(), desk)
}

fn listen(host: IpAddr, port: Option<u16>) -> Result<TcpListener, Failure> {
    if let Some(port) = port {
        return TcpListener::bind((host, port)).map_err(|e| {
            Failure::new(format!("port {port} can't be used: {e}")).hint("leave --port out to take the next free one")
        });
    }
    let free = (FIRST_PORT..FIRST_PORT + 100).find_map(|port| TcpListener::bind((host, port)).ok());
    free.ok_or_else(|| Failure::new(format!("no port from {FIRST_PORT} on is free")))
}

/// An address as a browser on this machine can open it.
fn shown(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::V4(std::net::Ipv4Addr::LOCALHOST),
        IpAddr::V6(ip) if ip.is_unspecified() => IpAddr::V6(std::net::Ipv6Addr::LOCALHOST),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

/// The address at which others in the network find what listens here; `None` where it listens to this machine alone.
fn network(address: SocketAddr) -> Option<SocketAddr> {
    let ip = match address.ip() {
        ip if ip.is_loopback() => return None,
        ip if ip.is_unspecified() => own_ip().unwrap_or(ip),
        ip => ip,
    };
    Some(SocketAddr::new(ip, address.port()))
}

/// The address that this machine has in its network. Nothing is sent: the system says from where it would be.
fn own_ip() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    // An address for documentation, which nobody has.
    socket.connect("192.0.2.1:9").ok()?;
    Some(socket.local_addr().ok()?.ip()).filter(|ip| !ip.is_unspecified() && !ip.is_loopback())
}

/// How long the background check waits before it starts.
const BREATH: Duration = Duration::from_millis(25);

/// Tells the terminal.
type Tell = Arc<dyn Fn(&News<'_>) + Send + Sync>;

/// The thread that builds.
struct Preview {
    builder: Builder,
    sender: channel::Sender<Arc<State>>,
    /// What the pages were made from that are known to be good; shared with the background check.
    keys: Arc<Mutex<Keys>>,
    check: Option<Check>,
    last: Vec<Diagnostic>,
    /// The notes that were shown last.
    reminders: Vec<DueReminder>,
    tell: Tell,
}

/// A background check that makes all pages an edit touched.
struct Check {
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Preview {
    fn new(root: &Path, flags: Flags, tell: Tell) -> Self {
        Self {
            builder: Builder::new(root, Some(&root.join("public")), flags),
            sender: channel::Sender::new(Arc::new(State::default())),
            keys: Arc::default(),
            check: None,
            last: Vec::new(),
            reminders: Vec::new(),
            tell,
        }
    }

    /// Looks again whenever the watch says so.
    fn follow(mut self, mut watch: Watch) {
        loop {
            watch.follow_links(&self.builder.sources().outside);
            let look = watch.wait();
            if let Err(failure) = self.look(&look, false) {
                (self.tell)(&News::Failed(&failure));
            }
        }
    }

    /// Prepares the site as it is on the disk now, and hands it on if anything changed.
    fn look(&mut self, look: &Look, first: bool) -> Result<(), Failure> {
        let started = Instant::now();
        let Some(prepared) = self.builder.prepare_settled(look)? else { return Ok(()) };
        if let Ok(prepared) = &prepared {
            self.remind(&prepared.reminders);
        }
        let before = self.sender.borrow().clone();
        let state = match prepared {
            Ok(prepared) => before.with_site(prepared),
            Err(diagnostics) => before.with_broken_settings(diagnostics),
        };
        self.stop_check();
        let changed = first || *state.diagnostics != self.last;
        self.last.clone_from(&state.diagnostics);
        let state = Arc::new(state);
        self.sender.send_replace(state.clone());
        self.start_check(state, started, changed);
        Ok(())
    }

    /// Shows the notes of which there is one more or another one than before.
    fn remind(&mut self, due: &[DueReminder]) {
        // An edit above it moves its line.
        let said = |reminder: &DueReminder| (reminder.on, reminder.path.clone(), reminder.text.clone());
        let known: Vec<_> = self.reminders.iter().map(said).collect();
        let new: Vec<DueReminder> = due.iter().filter(|own| !known.contains(&said(own))).cloned().collect();
        if !new.is_empty() {
            (self.tell)(&News::Reminders(&new));
        }
        self.reminders = due.to_vec();
    }

    fn stop_check(&mut self) {
        if let Some(check) = self.check.take() {
            check.stop.store(true, Ordering::Relaxed);
            // A panic there was printed already, and the next check starts afresh.
            let _ = check.thread.join();
        }
    }

    /// Makes every page that the change touched, to find the errors of pages that nobody has open.
    fn start_check(&mut self, state: Arc<State>, started: Instant, changed: bool) {
        let stop = Arc::new(AtomicBool::new(false));
        let (keys, tell) = (self.keys.clone(), self.tell.clone());
        let took = started.elapsed();
        let stopped = stop.clone();
        let thread = std::thread::spawn(move || {
            let mut work = state.work;
            let Some(press) = state.press() else {
                tell(&News::Built { diagnostics: &state.diagnostics, work, took, changed });
                return;
            };
            // The page that is open comes first: its request should not have to share the machine with this.
            std::thread::sleep(BREATH);
            let made = std::sync::atomic::AtomicUsize::new(0);
            let mut known = keys.lock().unwrap_or_else(PoisonError::into_inner);
            let reading = ReaderContext::of(press.site);
            let press = render::Press { kept: &render::Later, reading: &reading, ..press };
            let result = render::render(press, &known, &|_, output| {
                if stopped.load(Ordering::Relaxed) {
                    return Err(Failure::new("stopped"));
                }
                if !matches!(output, render::Output::AsBefore) {
                    made.fetch_add(1, Ordering::Relaxed);
                }
                Ok(true)
            });
            work.rendered = made.into_inner();
            let Ok(rendered) = result else {
                tell(&News::Built { diagnostics: &state.diagnostics, work, took, changed });
                return;
            };
            *known = rendered.keys;
            drop(known);
            let mut all = state.diagnostics.clone();
            all.extend(rendered.diagnostics.iter().cloned());
            diag::sort(&mut all);
            tell(&News::Built { diagnostics: &all, work, took, changed: changed || !rendered.diagnostics.is_empty() });
        });
        self.check = Some(Check { stop, thread });
    }
}

/// Whether any of the problems keeps a page from being made.
pub(crate) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    fails(diagnostics, false)
}
