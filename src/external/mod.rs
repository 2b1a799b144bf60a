//! Whether the addresses of other sites still lead somewhere, by asking them.
//!
//! Asking takes long and says something else every time, so a build never does it. It is done with manners: a few hosts
//! at once, each for one address at a time, with a pause between; and what was there is believed for a while.
//!
//! Invariant: asks for the addresses given and for what they lead on to, but for nothing of this computer and of its network;
//! knows neither pages nor the disk, and is told the time.

mod ask;
mod local;
mod memory;

pub(crate) use ask::{Answer, Asker, Patience};
pub(crate) use memory::{DAYS, LinkMemory};

use crate::diag::Diagnostic;
use crate::render::Outside;
use crate::text::words::count;
use ask::host;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use url::Url;

/// How many hosts that can't be reached, with none that can, say that the network is not there.
const OFFLINE: usize = 5;

/// What came of asking.
#[derive(Debug)]
pub(crate) struct Asked {
    /// What is broken, what has moved, and what could not be told, in the order of the addresses.
    pub diagnostics: Vec<Diagnostic>,
    /// What to remember for the next time.
    pub memory: LinkMemory,
    /// How many addresses were asked for.
    pub asked: usize,
    /// How many were there a short while ago and were not asked for.
    pub remembered: usize,
}

/// Asks for every address that is not remembered; `progress` hears how many of how many are done.
pub(crate) fn ask(
    links: &[Outside],
    memory: &LinkMemory,
    now: Timestamp,
    asker: &Asker,
    progress: &(impl Fn(usize, usize) + Sync),
) -> Asked {
    let known = |link: &Outside| {
        let is_local = Url::parse(&link.address).is_ok_and(|address| asker.leaves_alone(&address));
        if is_local { Some(Answer::Local) } else { memory.of(&link.address, now) }
    };
    let mut answers: Vec<Option<Answer>> = links.iter().map(known).collect();
    let open: Vec<usize> = (0..links.len()).filter(|index| answers[*index].is_none()).collect();
    let remembered = answers.iter().flatten().filter(|answer| **answer != Answer::Local).count();
    let round = Round {
        links,
        asker,
        total: open.len(),
        done: AtomicUsize::new(0),
        reached: AtomicBool::new(remembered > 0 && open.is_empty()),
        lost: AtomicUsize::new(0),
        answers: Mutex::default(),
    };
    let hosts = by_host(links, &open);
    round.ask(&hosts, progress);
    let new = round.answers.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !new.is_empty() && !round.reached.into_inner() && hosts.len() > 1 {
        let message = format!(
            "none of {} of other sites could be reached, so nothing is known of them",
            count(open.len(), "address", "addresses")
        );
        let problem = Diagnostic::warning("offline", message).hint("is this computer online?");
        let local = links.iter().zip(&answers).filter(|(_, answer)| **answer == Some(Answer::Local));
        let diagnostics = local.filter_map(|(link, _)| tell(link, &Answer::Local)).chain([problem]).collect();
        return Asked { diagnostics, memory: memory.clone(), asked: open.len(), remembered };
    }
    let mut keep = memory.only(links.iter().map(|link| &*link.address));
    for (index, answer) in new {
        keep.put(&links[index].address, &answer, now);
        answers[index] = Some(answer);
    }
    let told = links.iter().zip(&answers).filter_map(|(link, answer)| Some(tell(link, answer.as_ref()?)));
    Asked { diagnostics: told.flatten().collect(), memory: keep, asked: open.len(), remembered }
}

/// The addresses of each host, the host with the most first, since it takes longest.
fn by_host(links: &[Outside], open: &[usize]) -> Vec<Vec<usize>> {
    let mut hosts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for index in open {
        hosts.entry(host(&links[*index].address)).or_default().push(*index);
    }
    let mut hosts: Vec<Vec<usize>> = hosts.into_values().collect();
    hosts.sort_by_key(|addresses| std::cmp::Reverse(addresses.len()));
    hosts
}

/// One round of asking.
struct Round<'a> {
    links: &'a [Outside],
    asker: &'a Asker,
    total: usize,
    done: AtomicUsize,
    /// Whether any host answered.
    reached: AtomicBool,
    /// How many hosts could not be reached.
    lost: AtomicUsize,
    answers: Mutex<BTreeMap<usize, Answer>>,
}

impl Round<'_> {
    /// Asks a few hosts at once, each by a thread of its own: they wait most of the time.
    fn ask(&self, hosts: &[Vec<usize>], progress: &(impl Fn(usize, usize) + Sync)) {
        let next = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            for _ in 0..self.asker.patience.at_once.min(hosts.len()) {
                scope.spawn(|| {
                    while let Some(addresses) = hosts.get(next.fetch_add(1, Ordering::Relaxed)) {
                        self.ask_host(addresses, progress);
                    }
                });
            }
        });
    }

    /// Asks one host for its addresses, one after the other; what can't be reached once is not asked again.
    fn ask_host(&self, addresses: &[usize], progress: &(impl Fn(usize, usize) + Sync)) {
        let mut lost: Option<Answer> = None;
        for (number, index) in addresses.iter().enumerate() {
            if self.is_offline() {
                return;
            }
            if number > 0 && lost.is_none() {
                std::thread::sleep(self.asker.patience.between);
            }
            let answer = lost.clone().unwrap_or_else(|| self.asker.ask(&self.links[*index].address));
            if !matches!(answer, Answer::Unreached(_)) {
                self.reached.store(true, Ordering::Relaxed);
            } else if lost.is_none() {
                self.lost.fetch_add(1, Ordering::Relaxed);
                lost = Some(answer.clone());
            }
            self.answers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(*index, answer);
            progress(self.done.fetch_add(1, Ordering::Relaxed) + 1, self.total);
        }
    }

    fn is_offline(&self) -> bool {
        self.lost.load(Ordering::Relaxed) >= OFFLINE && !self.reached.load(Ordering::Relaxed)
    }
}

/// What there is to say of an address.
fn tell(link: &Outside, answer: &Answer) -> Option<Diagnostic> {
    let address = &link.address;
    let told = match answer {
        Answer::There => return None,
        Answer::Moved(to) => Diagnostic::note("moved-link", format!("`{address}` has moved for good"))
            .hint(format!("its address is now `{to}`")),
        Answer::Unsure(why) => {
            Diagnostic::note("unsure-link", format!("could not tell whether `{address}` is there: {why}"))
        }
        Answer::Broken(why) | Answer::Unreached(why) => {
            Diagnostic::warning("dead-link", format!("`{address}` leads nowhere: {why}"))
        }
        Answer::Local => {
            let why = "is an address of this computer or its network: readers can't reach it, and it was not asked for";
            Diagnostic::warning("dead-link", format!("`{address}` {why}"))
        }
    };
    let mut places = link.places.iter().cloned();
    let told = match places.next() {
        Some(place) => told.at(place),
        None => told.hint(format!("on {}", link.page)),
    };
    let more: BTreeSet<_> = places.collect();
    Some(match more.len() {
        0 => told,
        n => told.hint(format!("it stands in {}", count(n, "more place", "more places"))),
    })
}

#[cfg(test)]
mod tests;
