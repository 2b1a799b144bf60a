//! Runs that were longer than any of the thirty days before.
//!
//! Frandsen et al. 2025 (BJSM 59:1203, doi 10.1136/bjsports-2024-109380) found more injuries after such runs, and none after weeks that
//! were longer than the week before; an observation of healthy runners, not of people on their way back.

/// A run that was longer than the longest of the thirty days before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SessionSpike {
    /// The index of its day.
    pub day: usize,
    /// Its length in metres.
    pub metres: u32,
    /// The longest single run of the thirty days before, in metres.
    pub longest: u32,
    /// The one by the other, above 1.1.
    pub ratio: f64,
    /// How much longer it was.
    pub band: Band,
}

/// How much longer a run was.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Band {
    /// More than a tenth.
    Small,
    /// More than three tenths.
    Moderate,
    /// More than twice as long.
    Large,
}

impl Band {
    /// The band's word: `small`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Moderate => "moderate",
            Self::Large => "large",
        }
    }

    /// The band of a run of some metres against the longest one before; `None` up to a tenth longer.
    ///
    /// Whole metres are compared, since 5.5 / 5 − 1 is above 0.1 in floating point, and a tenth longer is not.
    pub fn of(metres: u32, longest: u32) -> Option<Self> {
        let (metres, longest) = (u64::from(metres), u64::from(longest));
        if metres > 2 * longest {
            Some(Self::Large)
        } else if 10 * metres > 13 * longest {
            Some(Self::Moderate)
        } else if 10 * metres > 11 * longest {
            Some(Self::Small)
        } else {
            None
        }
    }
}

/// Days before a run with which it is compared, others of its own day not among them; and on how many of them it must be known
/// what was run.
const BEFORE: usize = 30;
const KNOWN: usize = 15;

/// The runs, given as day and metres in the order of the days, that were longer than the longest of the thirty days before; `known`
/// tells of each day whether it is known what was run.
///
/// Undefined, and left out, where no run lies in these days or only ones of 0 m (the first run back has nothing to be compared
/// with), and where too little of them is known.
pub fn session_spikes(runs: &[(usize, u32)], known: &[bool]) -> Vec<SessionSpike> {
    let spike = |(at, (day, metres)): (usize, &(usize, u32))| {
        let before = runs[..at].iter().rev().skip_while(|(other, _)| other == day);
        let recent = before.take_while(|(other, _)| other + BEFORE >= *day);
        let longest = recent.map(|(_, metres)| *metres).max().filter(|longest| *longest > 0)?;
        let n_known = known[day.saturating_sub(BEFORE)..*day].iter().filter(|known| **known).count();
        let band = Band::of(*metres, longest).filter(|_| n_known >= KNOWN)?;
        let ratio = f64::from(*metres) / f64::from(longest);
        Some(SessionSpike { day: *day, metres: *metres, longest, ratio, band })
    };
    runs.iter().enumerate().filter_map(spike).collect()
}
