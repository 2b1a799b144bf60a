//! Figures of pain alone: windows, rolling medians, streaks, mornings by week.

use super::super::plain::day;
use super::days::{AFTER, DURING, WORST};
use super::verdicts::{Judged, Verdict};
use super::{Second, mean, median, most, streak};
use serde_json::{Value, json};

impl Second<'_> {
    /// Median and n of pain over the days from one to another; the median is null below so many values.
    pub(super) fn window(&self, from: i64, to: i64, least: usize) -> Value {
        let values = self.pains_of(from..=to);
        self.reached.hit(if values.len() < least { "a window with too few values" } else { "a window with enough" });
        json!({"median": if values.len() < least { None } else { median(&values) }, "n": values.len()})
    }

    /// For each day, with a value of its own or not, whose trailing window of 7 days holds at least 4 values.
    pub(super) fn rolling7(&self) -> Value {
        let mut rows = Vec::new();
        for d in self.every() {
            let values = self.pains_of(d - 6..=d);
            if values.len() >= 4 {
                self.reached.hit_if(self.pain(d).is_none(), "rolling7 on a day without a value");
                let (mean, median) = (mean(&values), median(&values));
                rows.push(json!({"date": day(d).to_string(), "mean": mean, "median": median, "n": values.len()}));
            }
        }
        json!(rows)
    }

    /// Consecutive calendar days with pain 0, where a day without pain has its morning in its place; one with neither breaks it.
    pub(super) fn pain_free_streak(&self) -> Value {
        let mut free = Vec::new();
        for d in self.every() {
            let score = self.pain(d).or_else(|| self.morning(d).map(|morning| morning.score));
            self.reached.hit_if(self.pain(d).is_none() && score == Some(0.0), "pain-free by the morning");
            self.reached.hit_if(score.is_none() && free.last() == Some(&true), "a streak broken by an unknown day");
            free.push(score == Some(0.0));
        }
        streak(&free)
    }

    /// Over the days with a run and a scalar, worst, during or after: their maximum 0 adds one, above 0 ends it.
    pub(super) fn pain_free_runs(&self) -> Value {
        let mut free = Vec::new();
        for d in self.every().filter(|d| !self.runs(*d).is_empty()) {
            match most([WORST, DURING, AFTER].map(|point| self.point(d, point, None))) {
                Some(score) => {
                    self.reached
                        .hit_if(score == 0.0 && self.pain(d) > Some(0.0), "a run free of pain after a sore before");
                    free.push(score == 0.0);
                }
                None => self.reached.hit("a run without a score of its own"),
            }
        }
        streak(&free)
    }

    /// Over the verdicts that are `said` or of days with a run: green and amber add one, red and said end it, grey changes
    /// nothing.
    pub(super) fn settled_runs(&self, verdicts: &[Judged]) -> Value {
        let mut settled = Vec::new();
        for judged in verdicts {
            match judged.verdict {
                Verdict::Said => settled.push(false),
                _ if self.runs(judged.day).is_empty() => self.reached.hit("a verdict of a day without a run"),
                Verdict::Green | Verdict::Amber => settled.push(true),
                Verdict::Red => settled.push(false),
                Verdict::Grey => self.reached.hit("a grey run"),
            }
        }
        streak(&settled)
    }

    /// The weeks with at least 4 mornings, and which of them rise.
    pub(super) fn mornings_by_week(&self) -> Value {
        let mornings = |start: i64| -> Vec<f64> {
            let days = (start..start + 7).filter(|d| self.every().contains(d));
            days.filter_map(|d| self.morning(d)).map(|morning| morning.score).collect()
        };
        let listed =
            |start: i64| Some(mornings(start)).filter(|scores| scores.len() >= 4).and_then(|scores| median(&scores));
        let mut rows = Vec::new();
        for start in self.week_starts() {
            let Some(own) = listed(start) else { continue };
            let before: Vec<f64> = (2..6).filter_map(|back| listed(start - 7 * back)).collect();
            let usual = median(&before).filter(|_| before.len() >= 3);
            let above = |score: f64| usual.is_some_and(|usual| score >= usual + 2.0);
            let rise = above(own) && listed(start - 7).is_some_and(above);
            self.reached.hit_if(rise, "mornings rise");
            self.reached.hit_if(rise && before.len() == 3, "mornings rise, one of four weeks missing");
            self.reached.hit_if(above(own) && !rise, "mornings high in one week alone");
            self.reached.hit_if(usual.is_none(), "too few weeks of mornings before");
            let n = mornings(start).len();
            rows.push(json!({"start": day(start).to_string(), "median": own, "n": n, "rise": rise}));
        }
        json!(rows)
    }
}
