//! How large a change of pain is, by a yardstick.
//!
//! Two points or about 30 % matched "much improved" in 2,724 people of ten trials (Farrar et al. 2001, Pain 94:149,
//! doi 10.1016/S0304-3959(01)00349-9): with other illnesses than a runner's tendon, so a yardstick and no verdict.

/// A change between two medians.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// The median of the earlier window.
    pub from: f64,
    /// The median of the later one.
    pub to: f64,
    /// Points by which it fell; negative where it rose.
    pub points: f64,
    /// The same in percent of the earlier one; undefined where that is 0.
    pub percent: Option<f64>,
    /// What it amounts to.
    pub tier: Tier,
}

/// What a change amounts to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tier {
    /// At least 2 points and at least 30 %.
    Clear,
    /// One of them.
    Borderline,
    /// Neither.
    Below,
}

impl Tier {
    /// The tier in words: `clear`, `borderline`, `below the yardstick`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Borderline => "borderline",
            Self::Below => "below the yardstick",
        }
    }
}

/// The change from one median to another, in points of the score.
///
/// Its size decides, in whichever direction. Where the percentage is undefined the points alone decide, and can make it
/// borderline at the most.
pub fn change(from: f64, to: f64) -> Change {
    let points = from - to;
    let percent = (from != 0.0).then(|| points / from * 100.0);
    let (many, much) = (points.abs() >= 2.0, percent.is_some_and(|percent| percent.abs() >= 30.0));
    let tier = match (many, much) {
        (true, true) => Tier::Clear,
        (false, false) => Tier::Below,
        _ => Tier::Borderline,
    };
    Change { from, to, points, percent, tier }
}
