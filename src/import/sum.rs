//! What samples add up to.

/// A mean that is made on the way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Mean {
    sum: f64,
    weight: f64,
}

impl Mean {
    /// Adds a value if it is one.
    pub(super) fn add(&mut self, value: Option<f64>) {
        self.add_weighted(value, 1.0);
    }

    /// Adds a value that counts for so much.
    pub(super) fn add_weighted(&mut self, value: Option<f64>, weight: f64) {
        if let Some(value) = value.filter(|v| v.is_finite() && *v > 0.0 && weight > 0.0) {
            self.sum += value * weight;
            self.weight += weight;
        }
    }

    /// The mean, if anything was added.
    pub(super) fn value(self) -> Option<f64> {
        (self.weight > 0.0).then(|| self.sum / self.weight)
    }

    /// With the values of another one.
    pub(super) fn and(self, other: Self) -> Self {
        Self { sum: self.sum + other.sum, weight: self.weight + other.weight }
    }
}

/// Metres climbed, from heights.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ascent {
    low: Option<f64>,
    sum: f64,
    any: bool,
}

impl Ascent {
    /// Adds a height; a rise counts from `least` metres on, so that what a receiver's heights swing by is no hill.
    pub(super) fn add(&mut self, height: f64, least: f64) {
        if !(-1000.0..=20_000.0).contains(&height) {
            return;
        }
        self.any = true;
        match self.low {
            Some(low) if height >= low + least => {
                self.sum += height - low;
                self.low = Some(height);
            }
            Some(low) if height >= low => {}
            _ => self.low = Some(height),
        }
    }

    /// What was climbed, if there were heights.
    pub(super) fn value(self) -> Option<f64> {
        self.any.then_some(self.sum)
    }

    /// With what another one climbed.
    pub(super) fn and(self, other: Self) -> Self {
        Self { low: None, sum: self.sum + other.sum, any: self.any || other.any }
    }

    /// Begins anew after a gap, with what was climbed kept.
    pub(super) fn interrupt(&mut self) {
        self.low = None;
    }
}
