//! What each phase came to: a row of the road in one page, and the sentence that opens its chapter of the timeline.

use super::Day;
use super::measures::length;
use crate::config::Phase;
use crate::journal::{self, Calendar};
use crate::language::{Arg, Language};
use crate::site::reader::PlanReader;
use crate::site::story::{Happening, Sort};
use crate::units::{Score, days_between};
use serde::Serialize;

/// A row of the road; what nobody wrote down is a dash.
#[derive(Debug, Serialize)]
pub(super) struct RoadRow {
    /// The id of its chapter.
    id: String,
    name: String,
    from: Day,
    to: Option<Day>,
    days: String,
    pain: String,
    runs: String,
    setbacks: usize,
    lessons: usize,
}

/// What a phase came to.
#[derive(Debug)]
pub(super) struct PhaseSum {
    /// Its days up to its end, or up to the journal's; nothing of it where the journal ends before.
    days: Option<i64>,
    /// The least pain of any day and the most.
    pain: Option<(f64, f64)>,
    /// Days with a run, where it is known of any day what was done.
    runs: Option<usize>,
    /// Metres that were noted of them.
    metres: u32,
    setbacks: usize,
    lessons: usize,
}

impl PhaseSum {
    /// That of a phase that has begun.
    pub(super) fn of(site: &PlanReader<'_>, phase: &Phase) -> Self {
        let calendar = site.all_days(None);
        let last = calendar.map_or(site.config.today, Calendar::last);
        let end = phase.end.unwrap_or(last);
        let days = calendar.map(|calendar| calendar.between(phase.start, end)).unwrap_or_default();
        let scores = days.iter().filter_map(|day| day.pain).map(Score::value);
        let pain = scores.fold(None, |range: Option<(f64, f64)>, score| {
            Some(range.map_or((score, score), |(least, most)| (least.min(score), most.max(score))))
        });
        let known = days.iter().any(journal::Day::known);
        let inside = |happening: &&Happening| (phase.start..=end).contains(&happening.date);
        let count = |sort| site.story().iter().filter(inside).filter(|happening| happening.sort == sort).count();
        Self {
            days: (phase.start <= end).then(|| days_between(phase.start, end) + 1),
            pain,
            runs: known.then(|| days.iter().filter(|day| day.ran()).count()),
            metres: days.iter().fold(0, |sum: u32, day| sum.saturating_add(day.run)),
            setbacks: count(Sort::Setback),
            lessons: count(Sort::Learned),
        }
    }

    /// `Pain was between 2 and 7; 21 runs over 134 mi, 1 setback, 2 lessons.`; nothing where nothing is known.
    pub(super) fn sentence(&self, site: &PlanReader<'_>) -> String {
        let words = &site.language.words;
        let counted = |id: &str, n: usize| (n > 0).then(|| words.say(id, &[("n", n.into())]));
        let runs = self.runs.map(|n| match self.metres {
            0 => words.say("chapter-runs", &[("n", n.into())]),
            metres => {
                let distance = length(site.language, site.config.units, metres);
                words.say("chapter-runs-over", &[("n", n.into()), ("distance", distance.into())])
            }
        });
        let parts = [runs, counted("chapter-setbacks", self.setbacks), counted("chapter-lessons", self.lessons)];
        let rest = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let pain = self.pain.map(|pain| said(pain, site.language, "chapter-pain", "chapter-pain-same"));
        match pain.into_iter().chain((!rest.is_empty()).then_some(rest)).collect::<Vec<_>>() {
            parts if parts.is_empty() => String::new(),
            parts => parts.join("; ") + ".",
        }
    }

    pub(super) fn row(&self, site: &PlanReader<'_>, phase: &Phase, id: &str) -> RoadRow {
        let dash = || "–".to_owned();
        RoadRow {
            id: id.to_owned(),
            name: phase.name.clone(),
            from: Day::new(site, phase.start),
            to: phase.end.map(|day| Day::new(site, day)),
            days: self.days.map_or_else(dash, |n| n.to_string()),
            pain: self.pain.map_or_else(dash, |pain| said(pain, site.language, "road-pain", "road-pain-same")),
            runs: self.runs.map_or_else(dash, |n| n.to_string()),
            setbacks: self.setbacks,
            lessons: self.lessons,
        }
    }
}

/// A range of pain by one message, or by another where all days were the same.
fn said((least, most): (f64, f64), language: &Language, range: &str, same: &str) -> String {
    let score = |value: f64| Arg::from(language.numbers.score(value));
    match least < most {
        true => language.words.say(range, &[("least", score(least)), ("most", score(most))]),
        false => language.words.say(same, &[("score", score(most))]),
    }
}
