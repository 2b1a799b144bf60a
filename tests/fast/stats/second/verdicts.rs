//! Verdicts, by the writer's rule.

use super::super::plain::{Pain, Rule, day};
use super::days::{AFTER, BEFORE, DURING, Place, place};
use super::{Second, median, most};
use serde_json::{Value, json};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Verdict {
    Said,
    Green,
    Amber,
    Grey,
    Red,
}

/// A verdict as it is listed.
pub(super) struct Judged {
    pub(super) day: i64,
    rule: &'static str,
    pub(super) verdict: Verdict,
    why: Option<&'static str>,
}

impl Judged {
    pub(super) fn json(&self) -> Value {
        let word = match self.verdict {
            Verdict::Said => "said",
            Verdict::Green => "green",
            Verdict::Amber => "amber",
            Verdict::Grey => "grey",
            Verdict::Red => "red",
        };
        json!({"date": day(self.day).to_string(), "rule": self.rule, "verdict": word, "why": self.why})
    }
}

/// The places that records name, in their order; naming none is one of its own.
fn places(pains: &[Pain]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for pain in pains {
        if !places.contains(&place(pain)) {
            places.push(place(pain));
        }
    }
    places
}

/// What a rule allows.
struct Limits {
    low: f64,
    ceiling: f64,
    morning: f64,
    tolerance: f64,
    window_hours: u64,
}

fn limits(rule: &Rule) -> Limits {
    match rule.preset {
        "silbernagel" => Limits { low: 3.0, ceiling: 5.0, morning: 3.0, tolerance: 1.0, window_hours: 24 },
        "within-48h" => Limits { low: 0.0, ceiling: 3.0, morning: 3.0, tolerance: 1.0, window_hours: 48 },
        _ => Limits {
            low: rule.low.expect("typed"),
            ceiling: rule.ceiling.expect("typed"),
            morning: rule.morning.unwrap_or(10.0),
            tolerance: rule.tolerance.unwrap_or(0.0),
            window_hours: rule.window_hours.unwrap_or(24),
        },
    }
}

impl Second<'_> {
    /// The rule with the latest `from` on or before a day, of equal ones the last in the file; one without is the oldest.
    fn rule_on(&self, d: i64) -> Option<&Rule> {
        let rules = || self.journal.rules.iter().filter(|rule| rule.from.is_none_or(|from| from <= d));
        let latest = rules().map(|rule| rule.from).max()?;
        let of_latest: Vec<&Rule> = rules().filter(|rule| rule.from == latest).collect();
        self.reached.hit_if(of_latest.len() > 1, "two rules from one day");
        self.reached.hit_if(latest.is_some() && of_latest.last() != rules().next_back().as_ref(), "rules out of order");
        of_latest.last().copied()
    }

    pub(super) fn verdicts(&self) -> Vec<Judged> {
        let mut all = Vec::new();
        self.reached.hit_if(self.journal.rules.is_empty(), "no rule");
        for d in self.every() {
            let Some(rule) = self.rule_on(d) else {
                self.reached.hit_if(!self.journal.rules.is_empty(), "a day before any rule");
                continue;
            };
            if let Some((verdict, why)) = self.verdict(d, &limits(rule)) {
                self.reached.hit(match rule.preset {
                    "silbernagel" => "rule silbernagel",
                    "within-48h" => "rule within-48h",
                    _ => "rule custom",
                });
                self.reached.hit(match (verdict, why) {
                    (Verdict::Said, _) => "verdict said",
                    (Verdict::Green, _) => "verdict green",
                    (Verdict::Amber, _) => "verdict amber",
                    (Verdict::Grey, _) => "verdict grey",
                    (Verdict::Red, Some("peak")) => "verdict red: peak",
                    (Verdict::Red, Some("start")) => "verdict red: start",
                    (Verdict::Red, Some("hours")) => "verdict red: hours",
                    (Verdict::Red, Some("morning")) => "verdict red: morning",
                    (Verdict::Red, _) => "verdict red: rise",
                });
                all.push(Judged { day: d, rule: rule.preset, verdict, why });
            }
        }
        all
    }

    fn verdict(&self, d: i64, limits: &Limits) -> Option<(Verdict, Option<&'static str>)> {
        // The writer's own word stands.
        if self.own_entries(d).iter().any(|entry| entry.setback || entry.flare) {
            return Some((Verdict::Said, None));
        }
        let something_done = !self.sessions(d).is_empty() || self.has_mileage(d) || self.has_exercise(d);
        let scored = most([DURING, AFTER].map(|point| self.point(d, point, None))).is_some();
        self.reached.hit_if(scored && !something_done, "scored, and nothing done");
        self.reached.hit_if(something_done && !scored, "done, and not scored");
        if !something_done || !scored {
            return None;
        }
        // A list of several places, or several places that the day's records name.
        let lists = self.entries(d).into_iter().map(|entry| places(&self.own_pains(entry)));
        let named = places(self.pains(d)).iter().filter(|place| **place != (None, None)).count();
        if named < 2 && !lists.into_iter().any(|places| places.len() > 1) {
            return self.judge(d, limits, None);
        }
        // In the order of the list.
        let places = places(self.pains(d));
        self.reached.hit("judged place by place");
        let verdicts: Vec<_> = places.iter().filter_map(|at| self.judge(d, limits, Some(at))).collect();
        let worst = [Verdict::Red, Verdict::Grey, Verdict::Amber, Verdict::Green];
        let reds: Vec<_> = verdicts.iter().filter(|(verdict, _)| *verdict == Verdict::Red).collect();
        self.reached.hit_if(reds.iter().any(|red| red != &reds[0]), "several reds for several reasons");
        worst.into_iter().find_map(|worst| verdicts.iter().copied().find(|(verdict, _)| *verdict == worst))
    }

    /// The verdict of a day, or of one place on it; none without a during or after.
    fn judge(&self, d: i64, limits: &Limits, at: Option<&Place>) -> Option<(Verdict, Option<&'static str>)> {
        let peak = most([DURING, AFTER].map(|point| self.point(d, point, at)))?;
        let own_before = self.point(d, BEFORE, at);
        let start = own_before.or_else(|| self.next_day(d - 1, at));
        let mornings: Vec<f64> =
            (d - 14..d).filter_map(|d| self.morning_at(d, at)).map(|morning| morning.score).collect();
        let history = median(&mornings).filter(|_| mornings.len() >= 7);
        let reference = history.or(start);
        self.reached.hit_if(history.is_some(), "a reference by history");
        self.reached.hit_if(history.is_none() && start.is_some(), "a reference by the start");
        self.reached.hit_if(own_before.is_none() && start.is_some(), "a start by the day before's next_day");
        if peak > limits.ceiling {
            return Some((Verdict::Red, Some("peak")));
        }
        if start.is_some_and(|start| start > limits.ceiling) {
            return Some((Verdict::Red, Some("start")));
        }
        let settled = if peak > limits.low { Verdict::Amber } else { Verdict::Green };
        let of_here = |pain: &&Pain| at.is_none_or(|at| place(pain) == *at);
        if let Some(hours) = most(self.pains(d).iter().filter(of_here).map(|pain| pain.settled_hours)) {
            self.reached.hit("settled_hours decide");
            let fine = hours <= super::real(limits.window_hours);
            return Some(if fine { (settled, None) } else { (Verdict::Red, Some("hours")) });
        }
        let Some(reference) = reference else {
            self.reached.hit("grey: no reference");
            return Some((Verdict::Grey, None));
        };
        let has_settled = |m: f64| m <= limits.morning && m <= reference + limits.tolerance;
        let own_next = self.next_day(d, at);
        let next = own_next.or_else(|| self.point(d + 1, BEFORE, at));
        self.reached.hit_if(own_next.is_none() && next.is_some(), "settled or not by the next day's before");
        let looked_at = if limits.window_hours == 48 && !next.is_some_and(has_settled) {
            self.reached.hit("the second morning is looked at");
            let second = self.morning_at(d + 2, at).map(|morning| morning.score);
            self.reached.hit_if(second.is_some_and(has_settled), "settled by the second morning");
            second
        } else {
            next
        };
        let Some(looked_at) = looked_at else {
            self.reached.hit("grey: no morning");
            return Some((Verdict::Grey, None));
        };
        self.reached.hit_if(has_settled(looked_at) && looked_at > reference, "settled by the tolerance");
        Some(match has_settled(looked_at) {
            true => (settled, None),
            false if looked_at > limits.morning => (Verdict::Red, Some("morning")),
            false => (Verdict::Red, Some("rise")),
        })
    }
}
