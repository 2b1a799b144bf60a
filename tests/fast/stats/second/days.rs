//! What a day is: whose records count, its points of pain, its pain, its morning, what was done on it, its run and its load.

use super::super::plain::{Entry, Injury, Length, Pain, Session, Typed, Unit};
use super::{Second, most, real, slug};
use std::collections::BTreeMap;

/// A place of the body: where, as a slug, and which side.
pub(super) type Place = (Option<String>, Option<&'static str>);

/// A point of the day, or another score, of a record.
pub(super) type Point = fn(&Pain) -> Option<f64>;

pub(super) const BEFORE: Point = |pain| pain.before;
pub(super) const DURING: Point = |pain| pain.during;
pub(super) const AFTER: Point = |pain| pain.after;
pub(super) const NEXT_DAY: Point = |pain| pain.next_day;
pub(super) const WORST: Point = |pain| pain.worst;

/// How a day began, and who said so.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Morning {
    pub(super) score: f64,
    pub(super) by_next_day: bool,
}

/// A running session or bare mileage.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Run {
    /// Unknown where nobody gave one.
    pub(super) metres: Option<u64>,
    /// Mileage that is a session of its own.
    pub(super) is_bare: bool,
}

pub(super) fn is_running(session: &Session) -> bool {
    ["run", "walk-run", "race"].contains(&session.kind)
}

/// The place that a record names.
pub(super) fn place(pain: &Pain) -> Place {
    (pain.site.map(slug), pain.side)
}

/// The records of a typed pain; one number is the day's worst, and of a session the worst while at it.
fn records(typed: &Typed, of_session: bool) -> Vec<Pain> {
    match typed {
        Typed::Nothing => Vec::new(),
        Typed::Scalar(score) if of_session => vec![Pain { during: Some(*score), ..Pain::default() }],
        Typed::Scalar(score) => vec![Pain { worst: Some(*score), ..Pain::default() }],
        Typed::Mapping(pain) => vec![*pain],
        Typed::List(pains) => pains.clone(),
    }
}

/// Whether a record says anything that counts; averages, scores at rest and words don't.
fn counts(pain: &Pain) -> bool {
    let scores = [pain.before, pain.during, pain.after, pain.next_day, pain.worst];
    scores.iter().chain([&pain.settled_hours]).any(Option::is_some)
}

/// Whether a record's site, and its side where both give one, are an injury's.
fn is_at(pain: &Pain, injury: &Injury) -> bool {
    let sites = pain.site.is_some() && pain.site.map(slug) == injury.site.map(slug);
    sites && (pain.side.is_none() || injury.side.is_none() || pain.side == injury.side)
}

impl Second<'_> {
    /// Which injury an entry is about: the one it names, else the site's only one, else the newest that is active on its day.
    pub(super) fn injury_of(&self, entry: &Entry) -> Option<usize> {
        let injuries = &self.journal.injuries;
        // Lines and spans before an onset are a baseline, of no injury.
        let day = entry.until.unwrap_or(entry.day);
        let is_before = |index: &usize| entry.line && injuries[*index].onset.is_some_and(|onset| day < onset);
        if entry.injury.is_some() || injuries.len() < 2 {
            return entry.injury.or((injuries.len() == 1).then_some(0).filter(|index| !is_before(index)));
        }
        let active = |injury: &Injury| {
            injury.onset.is_none_or(|onset| onset <= entry.day) && injury.end.is_none_or(|end| entry.day <= end)
        };
        let active = (0..injuries.len()).filter(|i| active(&injuries[*i])).max_by_key(|i| injuries[*i].onset);
        self.reached.hit(if active.is_some() { "the newest active injury" } else { "no injury is active" });
        active
    }

    /// Whether an entry is of those whose figures these are.
    pub(super) fn is_own(&self, entry: &Entry) -> bool {
        self.only.is_none() || self.injury_of(entry) == self.only
    }

    /// The entries of a day, by path; nothing outside first and last is used.
    pub(super) fn entries(&self, d: i64) -> Vec<&Entry> {
        if !self.every().contains(&d) {
            return Vec::new();
        }
        let from = self.published.partition_point(|entry| entry.day < d);
        self.published[from..].iter().copied().take_while(|entry| entry.day == d).collect()
    }

    pub(super) fn own_entries(&self, d: i64) -> Vec<&Entry> {
        self.entries(d).into_iter().filter(|entry| self.is_own(entry)).collect()
    }

    /// What was done on a day: its sessions but for the planned ones.
    pub(super) fn sessions(&self, d: i64) -> Vec<&Session> {
        self.entries(d).into_iter().flat_map(done).collect()
    }

    /// The pain records of a day that count, in order: an entry's own, then those of its sessions; words are in no figure.
    pub(super) fn find_pains(&self, d: i64) -> Vec<Pain> {
        let mut all = Vec::new();
        for entry in self.entries(d) {
            let of_sessions = done(entry).flat_map(|session| records(&session.pain, true)).filter(counts);
            all.extend(self.own_pains(entry));
            all.extend(of_sessions.filter(|pain| self.is_whose(entry, pain)));
        }
        all
    }

    /// An entry's own records that count, without those of its sessions.
    pub(super) fn own_pains(&self, entry: &Entry) -> Vec<Pain> {
        records(&entry.pain, false).into_iter().filter(|pain| counts(pain) && self.is_whose(entry, pain)).collect()
    }

    pub(super) fn pains(&self, d: i64) -> &[Pain] {
        self.pains.get(&d).map_or(&[], Vec::as_slice)
    }

    /// With an injury, pain is that injury's alone.
    fn is_whose(&self, entry: &Entry, pain: &Pain) -> bool {
        let Some(only) = self.only else { return true };
        let injuries = &self.journal.injuries;
        let here = is_at(pain, &injuries[only]);
        let elsewhere = injuries.iter().enumerate().any(|(i, injury)| i != only && is_at(pain, injury));
        match self.injury_of(entry) {
            Some(injury) if injury == only => {
                self.reached.hit_if(elsewhere && !here, "a site of another injury");
                here || !elsewhere
            }
            // What its own site names is its own.
            Some(_) => {
                self.reached.hit_if(here, "its site in another injury's entry");
                here
            }
            None => false,
        }
    }

    /// A point of a day: the maximum over all that give it; of one place where one is asked for.
    pub(super) fn point(&self, d: i64, point: Point, at: Option<&Place>) -> Option<f64> {
        most(self.pains(d).iter().filter(|pain| at.is_none_or(|at| place(pain) == *at)).map(point))
    }

    /// The day's own pain; nothing else stands in for it.
    pub(super) fn find_pain(&self, d: i64) -> Option<f64> {
        most([WORST, BEFORE, DURING, AFTER].map(|point| self.point(d, point, None)))
    }

    pub(super) fn pain(&self, d: i64) -> Option<f64> {
        self.scores.get(&d).copied()
    }

    /// The pains of the days from one to another.
    pub(super) fn pains_of(&self, days: impl IntoIterator<Item = i64>) -> Vec<f64> {
        days.into_iter().filter_map(|d| self.pain(d)).collect()
    }

    /// How the day began, by the day before's `next_day`, else by its own `before`.
    pub(super) fn morning_at(&self, d: i64, at: Option<&Place>) -> Option<Morning> {
        let by = |by_next_day: bool| move |score: f64| Morning { score, by_next_day };
        self.next_day(d - 1, at).map(by(true)).or_else(|| self.point(d, BEFORE, at).map(by(false)))
    }

    /// What a day's records say of the next one, and what lines of the next one say of its morning, which is of no place.
    pub(super) fn next_day(&self, d: i64, at: Option<&Place>) -> Option<f64> {
        let nowhere: Place = (None, None);
        let lines = if at.is_none_or(|at| *at == nowhere) { self.own_entries(d + 1) } else { Vec::new() };
        let typed = most(lines.into_iter().map(|entry| entry.morning));
        most([self.point(d, NEXT_DAY, at), typed])
    }

    pub(super) fn morning(&self, d: i64) -> Option<Morning> {
        self.morning_at(d, None)
    }

    /// Whether anybody wrote down that something was done, or that nothing was.
    pub(super) fn is_known(&self, d: i64) -> bool {
        let said = |entry: &Entry| entry.mileage.is_some() || !entry.exercises.is_empty() || entry.rest == Some(true);
        !self.sessions(d).is_empty() || self.entries(d).into_iter().any(said) || self.is_covered(d)
    }

    /// Whether a log covers the day, and no span with a running distance lies over it.
    fn is_covered(&self, d: i64) -> bool {
        let covers = self.journal.covers.iter().any(|(from, to)| (*from..=*to).contains(&d));
        let is_over = |span: &Entry| (span.day..=span.until.unwrap_or(span.day)).contains(&d);
        covers
            && self.every().contains(&d)
            && !self.journal.spans.iter().any(|span| is_over(span) && self.run_of_span(span) > 0)
    }

    /// A span's running distance.
    fn run_of_span(&self, span: &Entry) -> u64 {
        let running = span.sessions.iter().filter(|session| is_running(session));
        running.filter_map(|session| session.distance).map(|length| self.metres(length)).sum()
    }

    /// What exceeds the runs noted on a span's days, divided over those with unknown run(d), the remainder on the last.
    pub(super) fn find_shares(&self) -> BTreeMap<i64, u64> {
        let mut shares = BTreeMap::new();
        for span in &self.journal.spans {
            let days = span.day..=span.until.unwrap_or(span.day);
            let noted: u64 = days.clone().flat_map(|d| self.lengths(d)).sum();
            let rest = self.run_of_span(span).saturating_sub(noted);
            let unknown: Vec<i64> = days.filter(|d| self.run(*d).is_none()).collect();
            let n = unknown.len() as u64;
            for (at, d) in unknown.iter().enumerate() {
                let last = at + 1 == unknown.len();
                *shares.entry(*d).or_insert(0) += if last { rest - rest / n * (n - 1) } else { rest / n };
            }
        }
        shares
    }

    pub(super) fn has_mileage(&self, d: i64) -> bool {
        self.entries(d).into_iter().any(|entry| entry.mileage.is_some())
    }

    pub(super) fn has_exercise(&self, d: i64) -> bool {
        self.entries(d).into_iter().any(|entry| !entry.exercises.is_empty())
    }

    /// A length in whole metres.
    pub(super) fn metres(&self, length: Length) -> u64 {
        let Length { number, unit } = length;
        let miles = unit == Unit::Miles || (unit == Unit::Bare && self.journal.miles);
        match unit {
            Unit::Metres => number,
            // A hundredth of a mile is 16.09344 m.
            _ if miles => (number * 1_609_344 + 50_000) / 100_000,
            _ => number * 10,
        }
    }

    /// The running sessions of a day and its bare mileage, in file order: a record's sessions, then its own mileage.
    pub(super) fn find_runs(&self, d: i64) -> Vec<Run> {
        let measured = self.sessions(d).iter().any(|session| is_running(session) && session.distance.is_some());
        let mut runs = Vec::new();
        let mut bare = Vec::new();
        for entry in self.entries(d) {
            for session in done(entry).filter(|session| is_running(session)) {
                runs.push(Run { metres: session.distance.map(|length| self.metres(length)), is_bare: false });
            }
            let mileage = entry.mileage.map(|length| self.metres(length)).filter(|metres| *metres > 0 && !measured);
            bare.extend(mileage.map(|metres| (runs.len(), metres)));
        }
        let mut bare = bare.into_iter();
        // The first mileage is the length of the first running session that has none.
        if let Some(without) = runs.iter().position(|run| run.metres.is_none())
            && let Some((_, metres)) = bare.next()
        {
            self.reached.hit("mileage as a session's length");
            runs[without].metres = Some(metres);
        }
        for (after, (at, metres)) in bare.enumerate() {
            runs.insert(at + after, Run { metres: Some(metres), is_bare: true });
        }
        runs
    }

    pub(super) fn runs(&self, d: i64) -> &[Run] {
        self.runs.get(&d).map_or(&[], Vec::as_slice)
    }

    pub(super) fn lengths(&self, d: i64) -> Vec<u64> {
        self.runs(d).iter().filter_map(|run| run.metres).collect()
    }

    /// The metres run on a day, where that is known.
    pub(super) fn find_run(&self, d: i64) -> Option<u64> {
        let unmeasured = self.runs(d).iter().any(|run| run.metres.is_none());
        (self.is_known(d) && !unmeasured).then(|| self.lengths(d).iter().sum())
    }

    pub(super) fn run(&self, d: i64) -> Option<u64> {
        self.metres.get(&d).copied()
    }

    /// The load of a day, where that is known.
    pub(super) fn load(&self, d: i64) -> Option<f64> {
        let sessions = self.sessions(d);
        let own_bare = self.runs(d).iter().any(|run| run.is_bare);
        if !self.is_known(d) || own_bare || (self.has_exercise(d) && sessions.is_empty()) {
            return None;
        }
        let loads: Option<Vec<f64>> = sessions.iter().map(|session| Some(session.rpe? * session.minutes?)).collect();
        Some(loads?.iter().sum())
    }

    /// Notes which branches the days reach.
    pub(super) fn note_days(&self) {
        for d in self.every() {
            let (entries, sessions, runs) = (self.entries(d), self.sessions(d), self.runs(d));
            let own = self.own_entries(d);
            let (known, pain, morning) = (self.is_known(d), self.pain(d), self.morning(d));
            let measured = sessions.iter().any(|s| is_running(s) && s.distance.is_some());
            let unmeasured = sessions.iter().any(|s| is_running(s) && s.distance.is_none());
            let mileages: Vec<u64> = entries.iter().filter_map(|e| e.mileage).map(|m| self.metres(m)).collect();
            let rest = entries.iter().any(|entry| entry.rest == Some(true));
            let bare = runs.iter().any(|run| run.is_bare);
            let listed = own.iter().filter_map(|entry| match &entry.pain {
                Typed::List(pains) => Some(pains),
                _ => None,
            });
            let in_words = listed.flatten().any(|pain| pain.words.is_some());
            let names_place = |pain: &&Pain| pain.site.is_some();
            for (holds, branch) in [
                (entries.is_empty(), "a day without entry"),
                (entries.len() > 1, "several entries a day"),
                (!entries.is_empty() && !known, "words or pain make no activity known"),
                (rest && sessions.is_empty() && mileages.is_empty(), "a day of rest"),
                (rest && !sessions.is_empty(), "rest beside a session"),
                (entries.iter().any(|entry| entry.rest == Some(false)), "rest: false"),
                (known && mileages == [0], "mileage 0"),
                (measured && !mileages.is_empty(), "mileage beside a measured run"),
                (mileages.iter().filter(|m| **m > 0).count() > 1 && !measured, "several mileages"),
                (bare && sessions.iter().any(|s| !is_running(s)), "bare mileage beside a ride"),
                (bare && unmeasured, "further mileage beside a run without distance"),
                (measured && unmeasured, "a run without distance beside one with"),
                (known && self.run(d).is_none(), "run unknown on a known day"),
                (runs.iter().any(|run| run.metres == Some(0)), "a distance of 0"),
                (entries.iter().any(|e| e.sessions.iter().any(|s| s.planned)), "a planned session"),
                (known && self.load(d).is_none() && bare, "load unknown: mileage"),
                (self.has_exercise(d) && sessions.is_empty(), "load unknown: exercises alone"),
                (self.has_exercise(d) && !sessions.is_empty(), "exercises beside a session"),
                (sessions.iter().any(|s| s.rpe.is_none()), "load unknown: no rpe"),
                (sessions.iter().any(|s| s.minutes.is_none()), "load unknown: no duration"),
                (self.load(d) == Some(0.0) && sessions.is_empty(), "load 0"),
                (pain.is_none() && morning.is_some(), "a morning alone"),
                (pain.is_none() && own.iter().any(|entry| says_average(entry)), "a record that is not the day's pain"),
                (self.pains(d).iter().filter(names_place).count() > 1, "several places"),
                (in_words, "pain in words"),
                (entries.iter().any(|entry| entry.ranges), "ranges"),
                (
                    morning.is_some_and(|m| m.by_next_day && self.point(d, BEFORE, None).is_some_and(|b| b != m.score)),
                    "next_day against before",
                ),
            ] {
                self.reached.hit_if(holds, branch);
            }
        }
        self.reached.hit(if self.journal.miles { "miles" } else { "kilometres" });
        self.reached.hit(if self.journal.sunday { "weeks from Sunday" } else { "weeks from Monday" });
    }

    /// The run of a day as a real number.
    pub(super) fn real_run(&self, d: i64) -> Option<f64> {
        self.run(d).map(real)
    }
}

/// Whether an entry has a score that is not the day's pain.
fn says_average(entry: &Entry) -> bool {
    records(&entry.pain, false).iter().any(|pain| pain.average.is_some() || pain.rest.is_some())
}

/// The sessions of an entry but for the planned ones, which count nowhere.
fn done(entry: &Entry) -> impl Iterator<Item = &Session> {
    entry.sessions.iter().filter(|session| !session.planned)
}
