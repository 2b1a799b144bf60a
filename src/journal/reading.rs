//! Where a reader may go on from an entry: earlier entries like it.
//!
//! Entries are looked at once, in the order of the journal. What one is like is decided from those before it alone, so
//! that writing on never changes what an older page lists; and from the last few of each list alone, so that an entry
//! costs no more in a long journal than in a short one.

use super::Item;
use crate::units::Score;
use ahash::AHashMap;
use std::hash::Hash;

/// Earlier entries looked at for each thing that entries have in common.
const NEAR: usize = 8;

/// Earlier entries that a page lists.
const SHOWN: usize = 3;

/// The least an entry has in common with one that it is like: a tag and one more.
const LEAST: u32 = 3;

/// Earlier entries like one, those with most in common first.
pub type Onward = Vec<Alike>;

/// An earlier entry and what it has in common with another: the injury, and what is said here.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Alike {
    /// The earlier entry.
    pub item: usize,
    /// The tags they share, a bit for each tag of the later entry in its order; of the first 32.
    pub tags: u32,
    /// Whether they lie in one phase.
    pub phase: bool,
    /// Whether the day's worst pain lies in one band.
    pub pain: bool,
}

impl Alike {
    fn score(self) -> u32 {
        2 * self.tags.count_ones() + u32::from(self.phase) + u32::from(self.pain)
    }
}

/// The band of a day's worst pain: none, up to 3, up to 6, above.
pub fn pain_band(worst: Option<Score>) -> Option<u8> {
    Some(match worst?.value() {
        worst if worst > 6.0 => 3,
        worst if worst > 3.0 => 2,
        worst if worst > 0.0 => 1,
        _ => 0,
    })
}

/// The last few items that have something in common.
#[derive(Clone, Copy, Debug, Default)]
struct Recent {
    items: [usize; NEAR],
    seen: usize,
}

impl Recent {
    fn push(&mut self, item: usize) {
        self.items[self.seen % NEAR] = item;
        self.seen += 1;
    }

    fn items(&self) -> &[usize] {
        &self.items[..self.seen.min(NEAR)]
    }
}

/// Numbers for things, given out in the order in which they are met.
struct Numbering<K>(AHashMap<K, usize>);

impl<K: Eq + Hash> Numbering<K> {
    fn of(&mut self, key: K) -> usize {
        let next = self.0.len();
        *self.0.entry(key).or_insert(next)
    }
}

/// What an entry may have in common with others, as numbers; things of another injury have others.
#[derive(Debug, Default)]
struct Traits {
    tags: Vec<usize>,
    phase: Option<usize>,
    pain: Option<usize>,
}

/// Finds where to go on from each item; unlisted and undated ones lead nowhere and are led to by none.
pub(super) fn onward(items: &[Item]) -> Vec<Onward> {
    let mut all: Vec<Onward> = items.iter().map(|_| Onward::default()).collect();
    let mut numbers = Numbering(AHashMap::new());
    let mut marks: Vec<Traits> = Vec::with_capacity(items.len());
    let mut recent: Vec<Recent> = Vec::new();
    let mut looked_at: Vec<usize> = vec![0; items.len()];
    for (index, item) in items.iter().enumerate() {
        if !item.listed() || item.entry.date.is_none() {
            marks.push(Traits::default());
            continue;
        }
        let own = marks_of(item, &mut numbers);
        recent.resize(numbers.0.len(), Recent::default());
        let lists = own.tags.iter().chain(&own.phase).chain(&own.pain);
        let near = lists.clone().flat_map(|list| recent[*list].items());
        let mut best: Vec<Alike> = Vec::with_capacity(SHOWN + 1);
        for other in near {
            // What comes right before stands on the page as its neighbour.
            if looked_at[*other] == index + 1 || item.older == Some(*other) {
                continue;
            }
            looked_at[*other] = index + 1;
            keep(&mut best, compare(*other, &own, &marks[*other]));
        }
        all[index] = best;
        for list in lists {
            recent[*list].push(index);
        }
        marks.push(own);
    }
    all
}

/// The things that entries may share, by injury.
#[derive(Eq, Hash, PartialEq)]
enum Shared<'a> {
    Tag(Option<usize>, &'a str),
    Phase(Option<usize>, &'a str),
    Pain(Option<usize>, u8),
}

fn marks_of<'a>(item: &'a Item, numbers: &mut Numbering<Shared<'a>>) -> Traits {
    let injury = item.injury;
    Traits {
        tags: item.entry.tag_slugs.iter().take(32).map(|tag| numbers.of(Shared::Tag(injury, tag))).collect(),
        phase: item.phase.as_deref().map(|phase| numbers.of(Shared::Phase(injury, phase))),
        pain: pain_band(item.entry.record().felt.own()).map(|band| numbers.of(Shared::Pain(injury, band))),
    }
}

fn compare(item: usize, own: &Traits, other: &Traits) -> Alike {
    let mut tags = 0;
    for (bit, tag) in own.tags.iter().enumerate() {
        // A tag that stands twice counts once.
        if other.tags.contains(tag) && !own.tags[..bit].contains(tag) {
            tags |= 1 << bit;
        }
    }
    let same = |a: Option<usize>, b: Option<usize>| a.is_some() && a == b;
    Alike { item, tags, phase: same(own.phase, other.phase), pain: same(own.pain, other.pain) }
}

/// Keeps the best, of equal ones the later.
fn keep(best: &mut Vec<Alike>, new: Alike) {
    if new.score() < LEAST {
        return;
    }
    let place = best.partition_point(|kept| (kept.score(), kept.item) > (new.score(), new.item));
    best.insert(place, new);
    best.truncate(SHOWN);
}
