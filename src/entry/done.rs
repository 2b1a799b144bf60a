//! What was done on a day: sessions, exercises, treatments, questionnaires.

use super::{Pain, Private, Ranges, Side};
use crate::fields::enum_words;
use crate::units::{Metres, Score};
use jiff::civil::Time;

/// The kinds of sessions.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum SessionKind {
    /// A run, outside or on a treadmill.
    Run,
    /// A walk or a hike.
    Walk,
    /// Walking and running in turns.
    WalkRun,
    /// A run with a number pinned on.
    Race,
    /// Cycling, outside or inside.
    Bike,
    /// The cross-trainer.
    Elliptical,
    /// Swimming.
    Swim,
    /// Running in deep water.
    AquaJog,
    /// Running on a treadmill that carries part of the body's weight.
    AlterG,
    /// Rowing, on water or on a machine.
    Row,
    /// Lifting, alone or in a gym.
    Strength,
    /// Stretching, yoga, rolling.
    Mobility,
    /// Anything else.
    Other,
}

enum_words!(SessionKind: Run = "run", Walk = "walk", WalkRun = "walk-run", Race = "race", Bike = "bike", Elliptical = "elliptical", Swim = "swim", AquaJog = "aqua-jog", AlterG = "alter-g", Row = "row", Strength = "strength", Mobility = "mobility", Other = "other");

/// Something done: a run, a walk, an hour in the gym.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// What it was.
    pub kind: SessionKind,
    /// How far.
    pub distance: Option<Metres>,
    /// How long, in minutes.
    pub minutes: Option<f64>,
    /// Effort on the CR-10 scale, 0 to 10.
    pub rpe: Option<f64>,
    /// On what.
    pub surface: Option<String>,
    /// The time of day at which it began.
    pub at: Option<Time>,
    /// Metres climbed, 0 to 10,000.
    pub climb: Option<f64>,
    /// Heartbeats a minute, on average.
    pub heart_rate: Option<f64>,
    /// Its parts, in the writer's words: `6x(1m run, 4m walk)`.
    pub intervals: Option<String>,
    /// Percent of the body's weight carried by a machine, 0 to 100.
    pub body_weight_support: Option<f64>,
    /// Pain at this session.
    pub pain: Option<Pain>,
    /// Planned, not done: it counts for nothing.
    pub planned: bool,
    /// The file or device it came from.
    pub source: Option<String>,
    /// What was typed as a range: `rpe`.
    pub ranges: Ranges,
}

/// An exercise as done on one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exercise {
    /// Its name as written.
    pub name: String,
    /// Sets, 0 to 50; one where not said.
    pub sets: Option<u32>,
    /// Repetitions, one number for all sets or one for each, 0 to 500.
    pub reps: Vec<u32>,
    /// What was lifted.
    pub load: Option<Load>,
    /// Seconds held, 0 to 600.
    pub hold: Option<f64>,
    /// Seconds of each part of a repetition: `3-0-3-0`.
    pub tempo: Option<String>,
    /// Which side; both counts twice.
    pub side: Option<Side>,
    /// Effort on the CR-10 scale, 0 to 10.
    pub rpe: Option<f64>,
    /// Repetitions in reserve, 0 to 10.
    pub rir: Option<f64>,
    /// Pain while doing it.
    pub pain: Option<Score>,
    /// What the writer makes of it.
    pub verdict: Option<Verdict>,
    /// What was typed as a range: `sets`, `reps`, `load` and `hold`, of which the lower end counts, `rpe` and `rir`.
    pub ranges: Ranges,
}

/// What an exercise was done against.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    /// Kilograms, whatever was typed.
    Kilograms(f64),
    /// Kilograms for each set.
    EachSet(Vec<f64>),
    /// The body's own weight: an unknown number of kilograms, not none.
    BodyWeight,
    /// An elastic band, by its colour.
    Band(String),
}

impl Load {
    /// Kilograms where they are known: one number for all sets, or one for each.
    #[must_use]
    pub fn kilograms(&self) -> &[f64] {
        match self {
            Self::Kilograms(kilograms) => std::slice::from_ref(kilograms),
            Self::EachSet(all) => all,
            Self::BodyWeight | Self::Band(_) => &[],
        }
    }
}

/// What the writer makes of an exercise.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Verdict {
    /// It does good.
    Helps,
    /// It makes no difference.
    Neutral,
    /// It makes things worse.
    Aggravates,
}

enum_words!(Verdict: Helps = "helps", Neutral = "neutral", Aggravates = "aggravates");

/// Something done to the injury by somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Treatment {
    /// What it was, as written: `needling`.
    pub kind: String,
    /// By whom; private unless the site shows it.
    pub provider: Option<Private<String>>,
    /// Minutes it took.
    pub minutes: Option<f64>,
    /// Minutes to get there and back.
    pub travel_minutes: Option<f64>,
    /// What it cost; private unless the site shows it.
    pub cost: Option<Private<Money>>,
    /// Pain before it.
    pub pain_before: Option<Score>,
    /// Pain after it.
    pub pain_after: Option<Score>,
    /// What the writer makes of it.
    pub helped: Option<Helped>,
}

/// Whether a treatment helped, in the writer's opinion.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Helped {
    /// It did.
    Yes,
    /// It did not.
    No,
    /// It can't be told.
    Unsure,
}

enum_words!(Helped: Yes = "yes", No = "no", Unsure = "unsure");

/// An amount of money, exact.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Money {
    /// Hundredths of the currency's unit, whatever coins it has.
    pub cents: u64,
    /// The currency's ISO 4217 code: `USD`.
    pub currency: String,
}

/// The total of a questionnaire (a patient-reported outcome measure).
#[derive(Clone, Debug, PartialEq)]
pub struct Prom {
    /// Its name; the usual spelling of those that are known: `VISA-H`.
    pub instrument: String,
    /// The total, in the instrument's own range.
    pub score: f64,
}
