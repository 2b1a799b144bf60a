//! Weeks of what was done.

use super::super::plain::day;
use super::days::is_running;
use super::{Second, mean, real};
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Second<'_> {
    /// The first day of a day's week.
    fn week_of(&self, d: i64) -> i64 {
        // Day 0 is a Monday.
        let shift = i64::from(self.journal.sunday);
        (d + shift).div_euclid(7) * 7 - shift
    }

    /// The first days of the weeks that overlap first to last.
    pub(super) fn week_starts(&self) -> Vec<i64> {
        let mut starts: Vec<i64> = self.every().map(|d| self.week_of(d)).collect();
        starts.dedup();
        starts
    }

    /// The days of a week with known activity.
    pub(super) fn known_days(&self, start: i64) -> usize {
        (start..start + 7).filter(|d| self.is_known(*d)).count()
    }

    fn run_of_week(&self, start: i64) -> u64 {
        (start..start + 7).flat_map(|d| self.lengths(d)).sum::<u64>() + self.span_of_week(start)
    }

    /// What spans add to a week, on the days from first to last.
    fn span_of_week(&self, start: i64) -> u64 {
        self.shares.range(start..start + 7).filter(|(d, _)| self.every().contains(d)).map(|(_, metres)| metres).sum()
    }

    pub(super) fn weeks(&self) -> Value {
        self.week_starts().into_iter().map(|start| self.week(start)).collect()
    }

    fn week(&self, start: i64) -> Value {
        let days = || start..start + 7;
        let mut distance = BTreeMap::from([("run", self.run_of_week(start))]);
        let mut sessions = 0;
        for d in days() {
            for session in self.sessions(d) {
                sessions += 1;
                if let Some(length) = session.distance.filter(|_| !is_running(session)) {
                    *distance.entry(session.kind).or_default() += self.metres(length);
                }
            }
            sessions += self.runs(d).iter().filter(|run| run.is_bare).count();
        }
        distance.retain(|_, metres| *metres > 0);
        self.reached.hit_if(!distance.contains_key("run"), "a week without a run");
        self.reached.hit_if(distance.len() > 2, "a week of several distances");
        let loads: Vec<f64> = days().filter_map(|d| self.load(d)).collect();
        let srpe = (!loads.is_empty()).then(|| loads.iter().sum::<f64>());
        self.reached.hit_if(srpe.is_none(), "no load known in a week");
        let monotony = self.monotony(&loads);
        json!({
            "start": day(start).to_string(),
            "distance_m": distance,
            "span_m": self.span_of_week(start),
            "known_days": self.known_days(start),
            "sessions": sessions,
            "srpe": srpe,
            "load_days": loads.len(),
            "monotony": monotony,
            "strain": monotony.and_then(|monotony| Some(srpe? * monotony)),
            "change": self.change(start),
        })
    }

    /// Null unless the run is known on all seven days of both weeks and the previous run is above 0.
    fn change(&self, start: i64) -> Option<f64> {
        let previous = self.run_of_week(start - 7);
        if !(start - 7..start + 7).all(|d| self.run(d).is_some()) {
            self.reached.hit("change: a day unknown");
            return None;
        }
        if previous == 0 {
            self.reached.hit("change: from 0");
            return None;
        }
        self.reached.hit("change");
        Some((real(self.run_of_week(start)) - real(previous)) / real(previous))
    }

    /// The mean by the population's standard deviation; null unless all seven loads are known and not all equal.
    fn monotony(&self, loads: &[f64]) -> Option<f64> {
        if loads.len() < 7 {
            self.reached.hit("monotony: a day unknown");
            return None;
        }
        if loads.iter().all(|load| *load == loads[0]) {
            self.reached.hit("monotony: equal days");
            return None;
        }
        self.reached.hit("monotony");
        let mean = mean(loads)?;
        let variance = loads.iter().map(|load| (load - mean).powi(2)).sum::<f64>() / 7.0;
        Some(mean / variance.sqrt())
    }
}
