//! Where somebody stands on a ladder of steps that they or their physio typed: the tool shows it and prescribes none.

use super::verdict::Verdict;

/// A place on a ladder.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Rung {
    /// The level, from 1.
    pub level: usize,
    /// Green sessions in a row on it.
    pub streak: usize,
}

/// The level after each session: `steps` greens in a row lead one up, an amber one starts the row anew, a red one and one that the
/// writer calls a setback or a flare lead one down and not below 1, a grey one changes nothing. Nothing leads above `top`. Never undefined; levels have no unit.
pub fn climb(outcomes: impl IntoIterator<Item = Verdict>, steps: usize, top: usize) -> Vec<Rung> {
    let mut at = Rung { level: 1, streak: 0 };
    let step = |outcome: Verdict| {
        match outcome {
            Verdict::Green if at.streak + 1 >= steps => at = Rung { level: (at.level + 1).min(top.max(1)), streak: 0 },
            Verdict::Green => at.streak += 1,
            Verdict::Amber => at.streak = 0,
            Verdict::Red | Verdict::Said => at = Rung { level: at.level.saturating_sub(1).max(1), streak: 0 },
            Verdict::Grey => {}
        }
        at
    };
    outcomes.into_iter().map(step).collect()
}
