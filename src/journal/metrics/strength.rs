//! What strength work amounts to: volume, time under tension, holds.
//!
//! Kilograms and seconds are kept apart and never added. Body weight and bands weigh an unknown amount, not nothing. When the
//! load goes up the repetitions go down, so volume may fall while strength rises.

/// An exercise as done once: its sets, with the numbers that the figures need.
#[derive(Clone, Copy, Debug)]
pub struct Done<'a> {
    /// Sets; one where not said.
    pub sets: Option<u32>,
    /// Repetitions: one number for all sets, or one for each.
    pub reps: &'a [u32],
    /// Kilograms, where they are known: one number for all sets, or one for each.
    pub kilograms: &'a [f64],
    /// Seconds held in each set.
    pub hold: Option<f64>,
    /// Seconds of each part of a repetition: `3-0-3-0`.
    pub tempo: Option<&'a str>,
    /// Whether it was done on both sides, which doubles everything.
    pub both_sides: bool,
}

impl Done<'_> {
    fn sides(&self) -> f64 {
        if self.both_sides { 2.0 } else { 1.0 }
    }

    fn sets(&self) -> f64 {
        let loads = u32::try_from(self.kilograms.len()).unwrap_or(u32::MAX);
        f64::from(self.sets.unwrap_or(loads.max(1)))
    }

    /// Repetitions of one side: the sum of a list, or sets × the one number; undefined where none are given.
    pub fn repetitions(&self) -> Option<f64> {
        match self.reps {
            [] => None,
            [one] => Some(self.sets() * f64::from(*one)),
            list => Some(list.iter().map(|reps| f64::from(*reps)).sum()),
        }
    }

    /// Volume load in kilograms: Σ sets × reps × kg, set by set where loads differ; undefined without repetitions or a load in kilograms.
    pub fn volume(&self) -> Option<f64> {
        let of_one_side = match (self.kilograms, self.reps) {
            ([], _) | (_, []) => return None,
            ([one], _) => self.repetitions()? * one,
            (each, [reps]) => each.iter().sum::<f64>() * f64::from(*reps),
            (each, list) => each.iter().zip(list).map(|(kilograms, reps)| kilograms * f64::from(*reps)).sum(),
        };
        Some(of_one_side * self.sides())
    }

    /// Seconds held: sets × hold, whatever the repetitions; undefined without a hold.
    pub fn held(&self) -> Option<f64> {
        Some(self.sets() * self.hold? * self.sides())
    }

    /// Holds in kilogram-seconds, a unit of their own; undefined without a hold or a load in kilograms.
    pub fn held_load(&self) -> Option<f64> {
        match self.kilograms {
            [] => None,
            [one] => Some(self.held()? * one),
            each => Some(self.hold? * each.iter().sum::<f64>() * self.sides()),
        }
    }

    /// Seconds under tension: repetitions × the sum of the tempo; undefined without either, or where the tempo is no numbers.
    pub fn under_tension(&self) -> Option<f64> {
        let parts = self.tempo?.split('-').map(|part| part.trim().parse::<u16>().ok());
        let seconds: u16 = parts.sum::<Option<u16>>()?;
        Some(self.repetitions()? * f64::from(seconds) * self.sides())
    }
}
