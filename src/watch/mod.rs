//! Tells when to look at a site's folder again.
//!
//! Events mean only "look again": some get lost (a file written right after its new folder), some come twice, some are
//! our own reads. What changed is found by looking, so none of that matters. The paths of events say at most where to look
//! first; a look at everything follows soon after each burst, whatever they said.
//!
//! Invariant: knows nothing of what changed, and reads no file.

use crate::source::{LinkedFolders, Look};
use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// The folders of a site that are watched with all that is in them; of the root itself only its own files are.
const FOLDERS: [&str; 3] = ["content", "static", "themes"];

/// How often a folder is looked at where the system gives no events.
const POLL: Duration = Duration::from_millis(500);

/// Quiet that ends a burst of events, and the longest that a burst is waited for before the first look.
const QUIET: Duration = Duration::from_millis(2);
const LONGEST: Duration = Duration::from_millis(40);

/// The same for looks that follow one another within `SOON`, as in the checkout of another branch.
const SOON: Duration = Duration::from_millis(300);
const QUIET_AGAIN: Duration = Duration::from_millis(40);
const LONGEST_AGAIN: Duration = Duration::from_secs(1);

/// Looks that follow the last event without being asked for: files may have come before a new folder was watched.
const FOLLOW_UPS: [Duration; 2] = [Duration::from_millis(60), Duration::from_secs(1)];

/// Watches a site's folder.
pub(crate) struct Watch {
    root: PathBuf,
    /// `None` where the folder is polled.
    watcher: Option<RecommendedWatcher>,
    events: Receiver<Signal>,
    last_look: Option<Instant>,
    follow_ups: Vec<Instant>,
    /// Where links led out of the site's folder.
    outside: LinkedFolders,
}

/// Events with more files than this are looked at all together.
const MOST_FILES: usize = 32;

/// What an event is about.
enum Signal {
    /// Something at these paths.
    At(Vec<PathBuf>),
    /// Something inside a watched folder.
    Inside,
    /// Something at the root: a watched folder may have come or gone.
    Root,
}

/// Adds what an event is about.
fn add(look: &mut Look, signal: Signal) {
    match (&mut *look, signal) {
        (Look::At(files), Signal::At(more)) if files.len() + more.len() <= MOST_FILES => files.extend(more),
        _ => *look = Look::Everything,
    }
}

impl std::fmt::Debug for Watch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Watch").field("root", &self.root).field("polls", &self.polls()).finish_non_exhaustive()
    }
}

impl Watch {
    /// Watches the site at `root`; polls if told to, or where the system gives no events.
    pub(crate) fn new(root: &Path, poll: bool) -> Self {
        let root = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let (sender, events) = channel();
        let watcher = if poll || gives_no_events(&root) { None } else { watcher(&root, sender) };
        let mut watch =
            Self { root, watcher, events, last_look: None, follow_ups: Vec::new(), outside: LinkedFolders::default() };
        watch.follow_folders();
        watch
    }

    /// Watches what links lead to outside of the site's folder too.
    pub(crate) fn follow_links(&mut self, outside: &LinkedFolders) {
        if self.outside != *outside {
            self.outside = outside.clone();
            self.follow_folders();
        }
    }

    /// Whether the folder is looked at every so often instead of at events.
    pub(crate) fn polls(&self) -> bool {
        self.watcher.is_none()
    }

    /// Waits until it is time to look again, and says where.
    pub(crate) fn wait(&mut self) -> Look {
        if self.polls() {
            std::thread::sleep(POLL);
            return Look::Everything;
        }
        let Some(signal) = self.next() else { return Look::Everything };
        let now = Instant::now();
        let again = self.last_look.is_some_and(|last| now - last < SOON);
        let (quiet, longest) = if again { (QUIET_AGAIN, LONGEST_AGAIN) } else { (QUIET, LONGEST) };
        let mut at_root = matches!(signal, Signal::Root);
        let mut look = Look::At(Vec::new());
        add(&mut look, signal);
        while now.elapsed() < longest {
            match self.events.recv_timeout(quiet) {
                Ok(signal) => {
                    at_root |= matches!(signal, Signal::Root);
                    add(&mut look, signal);
                }
                Err(_) => break,
            }
        }
        if at_root {
            self.follow_folders();
        }
        self.last_look = Some(Instant::now());
        self.follow_ups = FOLLOW_UPS.iter().map(|after| Instant::now() + *after).collect();
        look
    }

    /// The next event, or `None` when a look is due without one.
    fn next(&mut self) -> Option<Signal> {
        let Some(due) = self.follow_ups.first().copied() else {
            // Without a sender there are no events any more: the watcher has died, and polling goes on without it.
            return self.events.recv().map_err(|_| self.watcher = None).ok();
        };
        match self.events.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(signal) => Some(signal),
            Err(RecvTimeoutError::Timeout) => {
                self.follow_ups.remove(0);
                None
            }
            Err(RecvTimeoutError::Disconnected) => {
                self.watcher = None;
                None
            }
        }
    }

    /// Watches the folders anew: one that was removed and made again has lost its watch.
    fn follow_folders(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        for folder in FOLDERS {
            let path = self.root.join(folder);
            let _ = watcher.unwatch(&path);
            if path.is_dir() && watcher.watch(&path, RecursiveMode::Recursive).is_err() {
                // The system's limit of watches is reached.
                self.watcher = None;
                return;
            }
        }
        // A single file's folder may be somebody's home: only what lies in it itself is watched.
        let folders = self.outside.folders.iter().map(|folder| (folder, RecursiveMode::Recursive));
        let beside = self.outside.beside.iter().filter(|folder| !self.outside.folders.contains(*folder));
        for (folder, mode) in folders.chain(beside.map(|folder| (folder, RecursiveMode::NonRecursive))) {
            let _ = watcher.unwatch(folder);
            // Where there are no events, a look at everything still comes with the next edit here.
            let _ = watcher.watch(folder, mode);
        }
    }
}

fn watcher(root: &Path, sender: Sender<Signal>) -> Option<RecommendedWatcher> {
    let own = root.to_owned();
    let tell = move |event: notify::Result<Event>| {
        let signal = match event {
            Ok(event) if !event.need_rescan() && !matters(&event.kind) => return,
            Ok(event) if event.paths.iter().any(|p| p.parent() == Some(&own)) => Signal::Root,
            Ok(event) if event.need_rescan() || event.paths.is_empty() => Signal::Inside,
            Ok(event) => Signal::At(event.paths),
            Err(_) => Signal::Inside,
        };
        // Nobody listens any more when the program ends.
        let _ = sender.send(signal);
    };
    let mut watcher = notify::recommended_watcher(tell).ok()?;
    watcher.watch(root, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}

/// Reading a file is an event too, and would make every build the cause of the next.
fn matters(kind: &EventKind) -> bool {
    match kind {
        EventKind::Access(access) => {
            matches!(access, notify::event::AccessKind::Close(notify::event::AccessMode::Write))
        }
        EventKind::Modify(ModifyKind::Metadata(what)) => !matches!(what, notify::event::MetadataKind::AccessTime),
        _ => true,
    }
}

/// File systems that are changed from outside this machine, or from outside this kernel, and give no events of it.
#[cfg(target_os = "linux")]
fn gives_no_events(root: &Path) -> bool {
    const SILENT: [&str; 10] =
        ["9p", "nfs", "nfs4", "cifs", "smb3", "drvfs", "vboxsf", "virtiofs", "fuse.sshfs", "fuse.grpcfuse"];
    let Ok(mounts) = std::fs::read_to_string("/proc/self/mounts") else { return false };
    let inside = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        let (folder, kind) = (words.next()?, words.next()?);
        // Spaces in folders are written as `\040`.
        let folder = folder.replace("\\040", " ");
        root.starts_with(&folder).then_some((folder.len(), kind))
    });
    inside.max_by_key(|(length, _)| *length).is_some_and(|(_, kind)| SILENT.contains(&kind))
}

#[cfg(not(target_os = "linux"))]
fn gives_no_events(_: &Path) -> bool {
    false
}
