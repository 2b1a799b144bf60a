//! Spikes of pain.

use super::super::plain::day;
use super::{Second, median};
use serde_json::{Value, json};

impl Second<'_> {
    pub(super) fn spikes(&self) -> Value {
        let mut rows = Vec::new();
        let mut d = self.first;
        while d <= self.last {
            let before = self.pains_of(d - 14..d);
            let baseline = median(&before).filter(|_| before.len() >= 7);
            self.reached.hit_if(baseline.is_none() && self.pain(d).is_some(), "no baseline");
            let high = |d: i64, baseline: f64| self.pain(d).is_some_and(|pain| pain >= baseline + 2.0);
            // Onset: this day and the next both present and both at least 2 above.
            match baseline.filter(|b| high(d, *b) && high(d + 1, *b)) {
                Some(baseline) => {
                    let (row, measured_to) = self.spike(d, baseline);
                    rows.push(row);
                    d = measured_to + 1;
                }
                None => {
                    self.reached.hit_if(baseline.is_some_and(|b| high(d, b)), "one high day alone");
                    d += 1;
                }
            }
        }
        self.reached.hit_if(rows.len() > 1, "several spikes");
        json!(rows)
    }

    /// The spike that begins on a day, and the last day of its measured part.
    fn spike(&self, onset: i64, baseline: f64) -> (Value, i64) {
        let low = |d: i64| self.pain(d).is_some_and(|pain| pain <= baseline + 1.0);
        // The first two consecutive days, both present and both low, the first of which is at most 27 days after onset.
        let pair = (onset + 1..=onset + 27).find(|d| low(*d) && low(d + 1));
        // Five consecutive days without pain that come before them.
        let gap = (onset + 1..=self.last - 4).find(|d| (*d..d + 5).all(|d| self.pain(d).is_none()));
        let gap = gap.filter(|gap| pair.is_none_or(|pair| gap + 4 < pair));
        let last_with_pain =
            |before: i64| (onset..before).rev().find(|d| self.pain(*d).is_some()).expect("the onset has pain");
        let end = pair.filter(|_| gap.is_none()).map(last_with_pain);
        // The 28th day, onset being the first.
        let longest = onset + 27;
        let measured_to = end.unwrap_or_else(|| last_with_pain(gap.unwrap_or(self.last + 1).min(longest + 1)));
        self.reached.hit(match (end, gap) {
            (Some(_), _) => "a spike that ended",
            (None, Some(_)) if pair.is_some() => "five unknown days before the two low ones",
            (None, Some(gap)) if gap <= longest => "a spike into five unknown days",
            _ if self.last > longest => "a spike longer than 28 days",
            _ => "a spike that lasts",
        });
        self.reached.hit_if(end.is_some() && pair == Some(self.last - 1), "a spike whose second low day is the last");
        let values = self.pains_of(onset..=measured_to);
        let peak = values.iter().copied().reduce(f64::max);
        let excess: f64 = values.iter().map(|value| (value - baseline).max(0.0)).sum();
        let row = json!({
            "onset": day(onset).to_string(),
            "end": end.map(|end| day(end).to_string()),
            "days": measured_to - onset + 1,
            "known": values.len(),
            "peak": peak,
            "excess": excess,
            "back_at": end.and_then(|end| self.back_at(onset, end)).map(|d| day(d).to_string()),
        });
        self.reached.hit_if(
            end.is_some() && values.len() < usize::try_from(measured_to - onset + 1).expect("days"),
            "a spike with holes",
        );
        (row, measured_to)
    }

    /// The first day after the end with a run at least as long as the longest known daily run of the 7 days before onset.
    fn back_at(&self, onset: i64, end: i64) -> Option<i64> {
        let longest = (onset - 7..onset).filter_map(|d| self.run(d)).max();
        self.reached.hit_if(longest.is_none_or(|metres| metres == 0), "no run before a spike");
        let longest = longest.filter(|metres| *metres > 0)?;
        let back = (end + 1..=self.last).find(|d| self.run(*d).is_some_and(|metres| metres >= longest));
        self.reached.hit(if back.is_some() { "back at the run of before" } else { "not yet back" });
        back
    }
}
