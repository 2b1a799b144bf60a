//! All of `stats --json` once more, from the plain values of a journal, in the order and as far as possible in the sentences
//! of the definitions. It uses nothing of the program, and is written to be checked against the text, not to be fast.

mod activity;
mod days;
mod pain;
mod spikes;
mod totals;
mod verdicts;
mod weeks;

use super::plain::{Entry, Journal, Pain, Status, TODAY, day};
use days::Run;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// How often each branch of the definitions was reached.
#[derive(Debug, Default)]
pub(crate) struct Reached(pub(crate) RefCell<BTreeMap<&'static str, usize>>);

/// A journal, and of whom the figures are.
struct Second<'a> {
    journal: &'a Journal,
    /// The injury that was asked for.
    only: Option<usize>,
    /// What is published and has a date, by day and then by path.
    published: Vec<&'a Entry>,
    first: i64,
    last: i64,
    /// What is asked for over and over, made once: a day's pain records, its pain, its runs and their metres.
    pains: BTreeMap<i64, Vec<Pain>>,
    scores: BTreeMap<i64, f64>,
    runs: BTreeMap<i64, Vec<Run>>,
    metres: BTreeMap<i64, u64>,
    /// The metres of spans that fall on a day.
    shares: BTreeMap<i64, u64>,
    reached: &'a Reached,
}

/// The figures of a journal, or of one of its injuries.
pub(crate) fn stats(journal: &Journal, only: Option<usize>, reached: &Reached) -> Value {
    let journal = &yielded(journal, reached);
    // What spans add follows from the days of everybody's records.
    let shares = only.map_or_else(BTreeMap::new, |_| Second::of(journal, None, &Reached::default()).find_shares());
    let mut second = Second::of(journal, only, reached);
    second.shares = if only.is_some() { shares } else { second.find_shares() };
    second.all()
}

/// The journal without the imported sessions that somebody typed for their day: of the same kind, running being one.
fn yielded(journal: &Journal, reached: &Reached) -> Journal {
    let is_running = |kind: &str| ["run", "walk-run", "race"].contains(&kind);
    let mut kept = journal.clone();
    for entry in kept.entries.iter_mut().filter(|entry| entry.imported) {
        let typed = journal.entries.iter().filter(|other| other.day == entry.day && !other.imported);
        let typed: Vec<&Entry> = typed.filter(|other| is_published(journal, other, &Reached::default())).collect();
        let before = entry.sessions.len();
        entry.sessions.retain(|own| {
            !typed.iter().any(|other| {
                let mut done = other.sessions.iter().filter(|session| !session.planned).map(|session| session.kind);
                let same = done.any(|kind| kind == own.kind || is_running(kind) && is_running(own.kind));
                same || other.mileage.is_some() && is_running(own.kind)
            })
        });
        reached.hit_if(entry.sessions.len() < before, YIELDS);
    }
    kept
}

/// A branch that only journals with imported lines reach.
pub(crate) const YIELDS: &str = "an imported session yields to a typed one";

impl<'a> Second<'a> {
    fn of(journal: &'a Journal, only: Option<usize>, reached: &'a Reached) -> Self {
        let mut published: Vec<&Entry> =
            journal.entries.iter().filter(|entry| is_published(journal, entry, reached)).collect();
        // Entries by path, then log lines.
        published.sort_by_key(|entry| (entry.day, entry.line, entry.path.as_bytes()));
        let (pains, scores, runs, metres, shares) = Default::default();
        let mut second =
            Self { journal, only, published, first: 0, last: -1, pains, scores, runs, metres, shares, reached };
        second.find_ends();
        second.pains = second.every().map(|d| (d, second.find_pains(d))).collect();
        second.scores = second.every().filter_map(|d| Some((d, second.find_pain(d)?))).collect();
        second.runs = second.every().map(|d| (d, second.find_runs(d))).collect();
        second.metres = second.every().filter_map(|d| Some((d, second.find_run(d)?))).collect();
        second
    }
}

/// Whether an entry is among what `build` would publish, and has a date.
fn is_published(journal: &Journal, entry: &Entry, reached: &Reached) -> bool {
    let (counts, branch) = match entry.status {
        Status::Public => return true,
        Status::Unlisted => (true, "unlisted counts"),
        Status::Private if journal.count_private => (true, "private counts"),
        Status::Private => (false, "private left out"),
        Status::Draft => (false, "draft left out"),
        Status::Future => (entry.day <= TODAY, "future left out"),
        Status::Expired => (false, "expired left out"),
        Status::Undated => (false, "undated left out"),
    };
    reached.hit(branch);
    counts
}

impl Reached {
    fn hit(&self, branch: &'static str) {
        *self.0.borrow_mut().entry(branch).or_default() += 1;
    }

    fn hit_if(&self, holds: bool, branch: &'static str) {
        if holds {
            self.hit(branch);
        }
    }
}

impl Second<'_> {
    /// The earliest and the latest date; of an injury its onset and its end, and its first and last entry where they are not
    /// typed.
    fn find_ends(&mut self) {
        // A span counts by both its ends.
        let spans = || self.journal.spans.iter().filter(|span| self.is_own(span));
        let ends = || spans().map(|span| span.day).chain(spans().filter_map(|span| span.until));
        let days = || self.published.iter().filter(|entry| self.is_own(entry)).map(|entry| entry.day).chain(ends());
        let (mut first, mut last) = (days().min(), days().max());
        if let Some(only) = self.only {
            let injury = &self.journal.injuries[only];
            self.reached.hit(if injury.onset.is_some() {
                "an injury from its onset"
            } else {
                "an injury from its first record"
            });
            self.reached.hit(if injury.end.is_some() {
                "an injury to its end"
            } else {
                "an injury to its last record"
            });
            let before = |a: Option<i64>, b: Option<i64>| a.is_some() && b.is_some() && a < b;
            self.reached.hit_if(before(first, injury.onset), "a record before the onset");
            self.reached.hit_if(before(injury.end, last), "a record after the end");
            first = injury.onset.or(first);
            last = injury.end.or(last);
        }
        // A journal without anything dated has no day, whatever the settings say of an injury.
        if let (Some(first), Some(last)) = (first, last)
            && first <= last
            && !(self.published.is_empty() && self.journal.spans.is_empty())
        {
            (self.first, self.last) = (first, last);
        }
        self.reached.hit_if(self.is_empty(), "nothing dated");
        self.reached.hit_if(self.first == self.last, "a single day");
    }

    fn is_empty(&self) -> bool {
        self.last < self.first
    }

    /// Every calendar day from first to last.
    fn every(&self) -> RangeInclusive<i64> {
        self.first..=self.last
    }

    fn all(&self) -> Value {
        let own = || self.published.iter().filter(|entry| self.is_own(entry));
        let entries = own().filter(|entry| !entry.line).count();
        let spans = self.journal.spans.iter().filter(|span| self.is_own(span)).count();
        let end = |number| (!self.is_empty()).then(|| day(number).to_string());
        self.note_days();
        let mut all = json!({
            "entries": entries,
            "log_lines": own().filter(|entry| entry.line).count() + spans,
            "from": end(self.first),
            "to": end(self.last),
            "days": self.every().count(),
            "days_scored": self.every().filter(|d| self.pain(*d).is_some()).count(),
            "mornings_only": self.every().filter(|d| self.pain(*d).is_none() && self.morning(*d).is_some()).count(),
            "pain": {
                "last7": self.window(self.last - 6, self.last, 4),
                "previous28": self.window(self.last - 34, self.last - 7, 10),
                "earlier21": self.window(self.last - 41, self.last - 21, 8),
                "later21": self.window(self.last - 20, self.last, 8),
                "pain_free_streak": self.pain_free_streak(),
                "pain_free_runs": self.pain_free_runs(),
            },
            "weeks": self.weeks(),
            "mornings_by_week": self.mornings_by_week(),
            "rolling7": self.rolling7(),
            "spikes": self.spikes(),
            "session_spikes": self.session_spikes(),
            "acwr": self.acwr(),
            "next_mornings": self.next_mornings(),
            "exercises": self.exercises(),
            "adherence": self.adherence(),
            "treatments": self.treatments(),
            "measures": self.measures(),
        });
        let verdicts = self.verdicts();
        if !self.journal.rules.is_empty() {
            all["pain"]["settled_runs"] = self.settled_runs(&verdicts);
        }
        all["verdicts"] = verdicts.iter().map(verdicts::Judged::json).collect();
        all
    }
}

/// The middle value, of an even count the mean of the middle two.
fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    (n > 0).then(|| (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0)
}

#[expect(clippy::cast_precision_loss, reason = "metres and counts of days are far below 2^53")]
fn real(count: u64) -> f64 {
    count as f64
}

/// The most of what is given.
fn most(values: impl IntoIterator<Item = Option<f64>>) -> Option<f64> {
    values.into_iter().flatten().reduce(f64::max)
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / real(values.len() as u64))
}

/// Lower case, every run of other signs than letters and digits a hyphen, trimmed.
fn slug(name: &str) -> String {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// The longest row of days or runs that were so, and the one at the end.
fn streak(rows: &[bool]) -> Value {
    let lengths: Vec<usize> = rows.split(|so| !so).map(<[bool]>::len).collect();
    json!({"longest": lengths.iter().max(), "current": lengths.last()})
}
