//! How the injury took a day, by the rule in force.
//!
//! The numbers of `silbernagel` are those of Silbernagel et al. 2007 (AJSM 35:897, doi 10.1177/0363546506298279), where running on with
//! pain up to 5 did no worse than six weeks of rest; the limit of 3, the colours and the comparison with the mornings before
//! are this program's. A verdict compares scores with a rule that somebody chose; it does not say what is harmless.

use crate::config::PainRule;
use crate::units::Score;
use std::hash::Hash;

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
    /// The writer calls it a setback or a flare, and no colour contradicts that.
    Said,
}

impl Verdict {
    /// The verdict's word: `amber`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Grey => "grey",
            Self::Red => "red",
            Self::Said => "said",
        }
    }

    /// The shape that goes with it, since a colour alone says nothing to many.
    pub fn shape(self) -> &'static str {
        match self {
            Self::Green => "●",
            Self::Amber => "▲",
            Self::Red => "■",
            Self::Grey => "○",
            Self::Said => "◆",
        }
    }
}

/// Why a day is red.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum RedCause {
    /// Pain during or after lay above the ceiling.
    Peak,
    /// The day began above the ceiling.
    Start,
    /// It took more hours to settle than the rule gives.
    Hours,
    /// A morning after lay above what the rule takes as settled.
    Morning,
    /// A morning after lay further above what is usual than the rule takes as settled.
    Rise,
}

impl RedCause {
    /// Its word: `peak`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Peak => "peak",
            Self::Start => "start",
            Self::Hours => "hours",
            Self::Morning => "morning",
            Self::Rise => "rise",
        }
    }
}

/// The scores of a day, or of one place of the body, that a rule needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Points {
    /// How it began: pain before, which is nearest to what was done, else what the day before says of its next day.
    pub start: Option<Score>,
    /// The worst while at it.
    pub during: Option<Score>,
    /// Pain after.
    pub after: Option<Score>,
    /// The mornings of the next day and of the one after it.
    pub mornings: [Option<Score>; 2],
    /// What is usual: the median of the mornings of the 14 days before, where 7 of them have a score.
    pub usual: Option<f64>,
    /// Hours until it was back at the level before, which decide alone where they are given.
    pub settled_hours: Option<f64>,
}

impl Points {
    /// What mornings are compared with: what is usual, else how the day began.
    #[must_use]
    pub fn reference(&self) -> Option<f64> {
        self.usual.or(self.start.map(Score::value))
    }
}

/// A verdict with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// Why it is red.
    pub why: Option<RedCause>,
    /// The scores that were judged: those of the worst place, where there are several.
    pub points: Points,
    /// The rule's name.
    pub rule: &'static str,
}

impl Judged {
    /// All of it in a form that can be hashed.
    pub fn hashed(self) -> impl Hash {
        let Points { start, during, after, mornings, usual, settled_hours } = self.points;
        let felt = (start, during, after, mornings, usual.map(f64::to_bits), settled_hours.map(f64::to_bits));
        (self.verdict, self.why, self.rule, felt)
    }
}

/// Judges a day's scores by a rule; `None` where neither a during nor an after is known, so that there is nothing to judge.
pub fn judge(points: Points, rule: &PainRule) -> Option<Judged> {
    let peak = points.during.max(points.after)?.value();
    let settled = if peak > rule.ceiling {
        Err(RedCause::Peak)
    } else if points.start.is_some_and(|start| start.value() > rule.ceiling) {
        Err(RedCause::Start)
    } else {
        settled(&points, rule)
    };
    let (verdict, why) = match settled {
        Ok(None) => (Verdict::Grey, None),
        Ok(Some(())) if peak > rule.low => (Verdict::Amber, None),
        Ok(Some(())) => (Verdict::Green, None),
        Err(why) => (Verdict::Red, Some(why)),
    };
    Some(Judged { verdict, why, points, rule: rule.preset })
}

/// Whether it settled; `Ok(None)` where that is not known.
///
/// # Errors
/// Why it did not.
fn settled(points: &Points, rule: &PainRule) -> Result<Option<()>, RedCause> {
    if let Some(hours) = points.settled_hours {
        #[expect(clippy::cast_precision_loss, reason = "24 or 48")]
        return if hours <= rule.window_hours as f64 { Ok(Some(())) } else { Err(RedCause::Hours) };
    }
    let Some(reference) = points.reference() else { return Ok(None) };
    let [first, second] = points.mornings.map(|morning| {
        let score = morning?.value();
        Some(if score > rule.morning {
            Err(RedCause::Morning)
        } else if score > reference + rule.tolerance {
            Err(RedCause::Rise)
        } else {
            Ok(())
        })
    });
    // With two days' time a first morning that has not settled says nothing yet.
    let last = if rule.window_hours == 48 && first != Some(Ok(())) { second } else { first };
    last.transpose()
}

/// The worst of the verdicts on several places of the body; of equal ones the first, which is the first as written.
///
/// Grey is worse than amber here, as in the rule itself: while one place is not known to have settled, the day is not.
pub fn worst(judged: impl IntoIterator<Item = Judged>) -> Option<Judged> {
    judged.into_iter().reduce(|worst, next| if next.verdict > worst.verdict { next } else { worst })
}
