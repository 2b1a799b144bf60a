//! How the injury took a day, by the rule that the writer follows.
//!
//! The numbers of `silbernagel` are those of Silbernagel et al. 2007 (AJSM 35:897, doi 10.1177/0363546506298279), where running on with
//! pain up to 5 did no worse than six weeks of rest. A verdict compares scores with a rule; it does not say what is harmless.

use crate::config::Rules;
use crate::units::Score;

/// What a day comes to, from the best known to the worst.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Verdict {
    /// Up to the lower limit, and settled.
    Green,
    /// Above it, up to the ceiling, and settled.
    Amber,
    /// Up to the ceiling; whether it settled is not known.
    Grey,
    /// Above the ceiling, or not settled.
    Red,
}

impl Verdict {
    /// The verdict's word: `amber`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Grey => "grey",
            Self::Red => "red",
        }
    }

    /// The shape that goes with it, since a colour alone says nothing to many.
    pub fn shape(self) -> &'static str {
        match self {
            Self::Green => "●",
            Self::Amber => "▲",
            Self::Red => "■",
            Self::Grey => "○",
        }
    }
}

/// The numbers of a rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Up to this is green.
    pub low: f64,
    /// Above this is red.
    pub ceiling: f64,
    /// Hours within which it must have settled, where hours are recorded.
    pub window_hours: f64,
    /// Points by which the next day may lie above the level before.
    pub tolerance: f64,
}

impl Rules {
    /// The numbers of the rule.
    pub fn limits(&self) -> Limits {
        let Self { low, ceiling, window_hours, tolerance, .. } = *self;
        Limits { low, ceiling, window_hours, tolerance }
    }
}

/// The scores of a day, or of one place of the body, that a rule needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Points {
    /// Pain before.
    pub before: Option<Score>,
    /// The worst while at it.
    pub during: Option<Score>,
    /// Pain after.
    pub after: Option<Score>,
    /// Pain on the next day: this day's word on it, else the next day's own word on how it began.
    pub next: Option<Score>,
    /// Hours until it was back at the level before, which decide alone where they are given.
    pub settled_hours: Option<f64>,
}

/// A verdict with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// The scores that were judged: those of the worst place, where there are several.
    pub points: Points,
}

/// Judges a day's scores by a rule; `None` where neither a during nor an after is known, so that there is nothing to judge.
pub fn judge(points: Points, limits: &Limits) -> Option<Judged> {
    let peak = points.during.max(points.after)?.value();
    let settled = match (points.settled_hours, points.before, points.next) {
        (Some(hours), _, _) => Some(hours <= limits.window_hours),
        (None, Some(before), Some(next)) => Some(next.value() <= before.value() + limits.tolerance),
        _ => None,
    };
    let verdict = if peak > limits.ceiling {
        Verdict::Red
    } else {
        match settled {
            None => Verdict::Grey,
            Some(false) => Verdict::Red,
            Some(true) if peak > limits.low => Verdict::Amber,
            Some(true) => Verdict::Green,
        }
    };
    Some(Judged { verdict, points })
}

/// The worst of the verdicts on several places of the body; of equal ones the first, which is the first as written.
///
/// Grey is worse than amber here, as in the rule itself: while one place is not known to have settled, the day is not.
pub fn worst(judged: impl IntoIterator<Item = Judged>) -> Option<Judged> {
    judged.into_iter().reduce(|worst, next| if next.verdict > worst.verdict { next } else { worst })
}
