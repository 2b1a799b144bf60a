//! Runs against those before them, and what the next morning said.

use super::super::plain::day;
use super::{Second, mean, real};
use serde_json::{Value, json};
use std::cmp::Ordering;

/// The kinds of sessions, in the order of front matter's table.
const KINDS: [&str; 13] = [
    "run",
    "walk",
    "walk-run",
    "race",
    "bike",
    "elliptical",
    "swim",
    "aqua-jog",
    "alter-g",
    "row",
    "strength",
    "mobility",
    "other",
];

impl Second<'_> {
    /// Each run against the longest single one of the 30 days before.
    pub(super) fn session_spikes(&self) -> Value {
        let mut rows = Vec::new();
        for t in self.every() {
            for metres in self.lengths(t) {
                let before = t - 30..t;
                let longest = before.clone().flat_map(|d| self.lengths(d)).max();
                let Some(longest) = longest.filter(|longest| *longest > 0) else {
                    self.reached.hit("a run with none before it");
                    continue;
                };
                if before.filter(|d| self.run(*d).is_some()).count() < 15 {
                    self.reached.hit("a run after too few known days");
                    continue;
                }
                let band = if metres > 2 * longest {
                    self.reached.hit("a large session spike");
                    "large"
                } else if 10 * metres > 13 * longest {
                    self.reached.hit("a moderate session spike");
                    "moderate"
                } else if 10 * metres > 11 * longest {
                    self.reached.hit("a small session spike");
                    "small"
                } else {
                    self.reached.hit("a run not longer than before");
                    continue;
                };
                rows.push(json!({
                    "date": day(t).to_string(),
                    "distance_m": metres,
                    "longest30_m": longest,
                    "ratio": real(metres) / real(longest),
                    "band": band,
                }));
            }
        }
        json!(rows)
    }

    /// The last 7 days by the last 28, in three ways.
    pub(super) fn acwr(&self) -> Value {
        // Day 1 is last.
        let known = |from: i64, to: i64| -> Vec<f64> {
            (self.last + 1 - from..=self.last + 1 - to).filter_map(|d| self.real_run(d)).collect()
        };
        let (last7, last28, before21) = (known(7, 1), known(28, 1), known(28, 8));
        let enough = last28.len() >= 23;
        let divided = |by: Option<f64>| Some(mean(&last7)? / by.filter(|by| *by != 0.0)?).filter(|_| enough);
        let (coupled, uncoupled) = (divided(mean(&last28)), divided(mean(&before21)));
        self.reached.hit(match (enough, coupled, uncoupled) {
            (false, ..) => "acwr: too few days",
            (true, None, _) => "acwr: nothing run in 28 days",
            (true, Some(_), None) => "acwr: nothing run in the 21 before",
            (true, Some(_), Some(_)) => "acwr",
        });
        json!({"coupled": coupled, "uncoupled": uncoupled, "ewma": self.ewma()})
    }

    fn ewma(&self) -> Option<f64> {
        let known: Vec<i64> = self.every().filter(|d| self.run(*d).is_some()).collect();
        let first_known = *known.first()?;
        let average = |days: f64| {
            let lambda = 2.0 / (days + 1.0);
            let mut runs = known.iter().filter_map(|d| self.real_run(*d));
            let start = runs.next()?;
            // An unknown day leaves it as it is.
            Some(runs.fold(start, |e, run| lambda * run + (1.0 - lambda) * e))
        };
        let days = usize::try_from(self.last - first_known + 1).expect("days");
        if known.len() < 28 {
            self.reached.hit("ewma: too few days");
            return None;
        }
        // 80 % of them.
        if 5 * known.len() < 4 * days {
            self.reached.hit("ewma: too many unknown days");
            return None;
        }
        let (short, long) = (average(7.0)?, average(28.0)?);
        self.reached.hit(if long == 0.0 { "ewma: nothing run" } else { "ewma" });
        (long != 0.0).then(|| short / long)
    }

    /// What the next morning said, by kind of what was done.
    pub(super) fn next_mornings(&self) -> Value {
        let own_bare = |d: i64| self.runs(d).iter().any(|run| run.is_bare);
        let nothing_else = |d: i64| self.sessions(d).is_empty() && !self.has_mileage(d);
        let mut rows = Vec::new();
        for kind in KINDS.into_iter().chain(["exercises", "rest"]) {
            let is_of = |d: &i64| match kind {
                "exercises" => self.has_exercise(*d) && nothing_else(*d),
                "rest" => self.is_known(*d) && !self.has_exercise(*d) && nothing_else(*d),
                _ => self.sessions(*d).iter().any(|s| s.kind == kind) || (kind == "run" && own_bare(*d)),
            };
            let days: Vec<i64> = self.every().filter(is_of).collect();
            if days.is_empty() {
                continue;
            }
            let pairs: Vec<_> = days.iter().filter_map(|d| Some((self.morning(*d)?, self.morning(d + 1)?))).collect();
            let count =
                |sign: Ordering| pairs.iter().filter(|(own, next)| next.score.total_cmp(&own.score) == sign).count();
            let mixed = pairs.iter().filter(|(own, next)| own.by_next_day != next.by_next_day).count();
            let at_last = days.contains(&self.last) && self.morning(self.last + 1).is_some();
            self.reached.hit_if(at_last, "a morning after the last day");
            self.reached.hit_if(mixed > 0, "mixed mornings");
            self.reached.hit_if(count(Ordering::Less) > 0, "a lower morning");
            self.reached.hit_if(count(Ordering::Equal) > 0, "the same morning");
            self.reached.hit_if(count(Ordering::Greater) > 0, "a higher morning");
            self.reached.hit_if(pairs.len() < days.len(), "an unknown morning");
            self.reached.hit(match kind {
                "exercises" => "mornings after exercises alone",
                "rest" => "mornings after rest",
                _ => "mornings after a session",
            });
            rows.push(json!({
                "kind": kind,
                "n": pairs.len(),
                "lower": count(Ordering::Less),
                "same": count(Ordering::Equal),
                "higher": count(Ordering::Greater),
                "mixed": mixed,
                "unknown": days.len() - pairs.len(),
            }));
        }
        json!(rows)
    }
}
