//! Journals made by lot: of every kind that the definitions tell apart.

mod days;
mod settings;

use super::plain::Journal;

/// A stream of numbers that is the same in every run (splitmix64).
pub(crate) struct Lot(u64);

impl Lot {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// A day from one to another.
    fn day(&mut self, from: i64, to: i64) -> i64 {
        from + i64::try_from(self.below(u64::try_from(to - from + 1).expect("in order"))).expect("small")
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[usize::try_from(self.below(of.len() as u64)).expect("small")]
    }

    /// A value, or none.
    fn maybe<T>(&mut self, percent: u64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance(percent).then(|| make(self))
    }
}

/// How a journal is: what its days look like, in percent of days or of what they have.
#[derive(Clone, Copy)]
struct Nature {
    days: i64,
    /// Days with an entry, and days with several.
    logged: u64,
    several: u64,
    /// Entries with a score, and points of each score.
    scored: u64,
    points: u64,
    /// Entries with sessions, exercises, mileage; days without any of them that say `rest`.
    moved: u64,
    exercised: u64,
    mileage: u64,
    rest: u64,
    /// Sessions with distance, duration and effort.
    complete: u64,
    /// Entries that are held back, or count differently.
    kept_back: u64,
    /// Scores that lie close together, so that a spike stands out.
    calm: bool,
    /// Days on which pain leaves its usual level.
    spikes: u64,
    /// The same session every day.
    constant: bool,
    runs: Runs,
    /// Scores by place.
    places: u64,
    /// Setbacks and flares.
    said: u64,
}

/// How much running there is.
#[derive(Clone, Copy, PartialEq)]
enum Runs {
    Usual,
    Never,
    LastWeek,
    /// Much shorter ones for the first month.
    Growing,
}

fn nature(lot: &mut Lot) -> Nature {
    let usual = Nature {
        days: 60,
        logged: 80,
        several: 12,
        scored: 80,
        points: 65,
        moved: 55,
        exercised: 30,
        mileage: 12,
        rest: 50,
        complete: 80,
        kept_back: 20,
        calm: false,
        spikes: 0,
        constant: false,
        runs: Runs::Usual,
        places: 15,
        said: 4,
    };
    // Somebody who writes everything down, every evening.
    let careful = Nature {
        days: 100,
        logged: 99,
        several: 3,
        scored: 98,
        points: 90,
        mileage: 4,
        rest: 100,
        complete: 98,
        exercised: 45,
        kept_back: 1,
        calm: true,
        places: 2,
        said: 2,
        ..usual
    };
    match lot.below(16) {
        0 => Nature { days: lot.day(0, 2), logged: 100, ..usual },
        1 => Nature { days: 12, logged: 60, ..usual },
        2 => Nature { scored: 0, ..usual },
        3 => Nature { days: 45, scored: 100, constant: true, rest: 0, ..careful },
        4 => Nature { days: 120, spikes: 4, ..careful },
        5 => Nature { days: 90, spikes: 6, scored: 92, points: 60, ..careful },
        6 => Nature { days: 70, runs: Runs::Never, ..careful },
        7 => Nature { days: 50, runs: Runs::LastWeek, ..careful },
        8 => Nature { days: 80, runs: Runs::Growing, ..careful },
        9 => Nature { days: 120, logged: 25, ..usual },
        10 => Nature { days: 110, places: 75, points: 85, logged: 95, ..usual },
        11 => Nature { days: 80, logged: 97, complete: 96, rest: 80, spikes: 3, ..usual },
        12 => Nature { days: 75, logged: 100, mileage: 50, several: 35, ..usual },
        13 => Nature { days: 100, logged: 90, spikes: 5, calm: true, places: 0, scored: 90, ..usual },
        _ => usual,
    }
}

impl Journal {
    /// The journal of a number.
    pub(crate) fn made(seed: u64) -> Self {
        let mut lot = Lot(seed);
        let nature = nature(&mut lot);
        let mut journal = settings::settings(&mut lot, nature);
        days::fill(&mut journal, &mut lot, nature);
        journal
    }
}
