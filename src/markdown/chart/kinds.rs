//! The kinds of charts that a writer can ask for, and the options that each takes.

use super::options;
use crate::fields::{Form, Key, words};
use crate::text::near::nearest;

/// The kinds of charts that can be asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChartKind {
    /// Each day's pain with its rolling median.
    PainTimeline,
    /// Weekly distance, stacked by kind.
    WeeklyDistance,
    /// Pain above, what was done below, on the same days.
    PainAndLoad,
    /// A square for each day.
    Calendar,
    /// Pain before, during, after and on the next day, all sessions at once.
    FourPoints,
    /// The means of the last 7 and 28 days.
    AcuteChronic,
    /// What was done against the pain of the day before, the same day, the next and the one after.
    Lag,
    /// A small line of the last values, for use in a sentence.
    Sparkline,
    /// Exercises session by session.
    Exercise,
    /// The phases in rows, with milestones and diagnoses.
    Phases,
    /// Treatments in lanes under pain.
    Treatments,
    /// The lessons over time.
    Lessons,
    /// A ladder of levels, climbed session by session.
    Ladder,
}

/// A kind with what it is called and what it takes.
#[derive(Debug)]
pub struct Kind {
    /// Its name in fences and on the command line.
    pub name: &'static str,
    /// Which kind it is.
    pub kind: ChartKind,
    /// A sentence on what it shows, as markdown.
    pub about: &'static str,
    /// The options that it takes beside `kind`.
    pub options: &'static [&'static [Key]],
}

/// All kinds, in the order of lists: a new kind is a row here, a file in `chart/`, and an arm in `site/figure/`.
pub const KINDS: [Kind; 13] = [
    Kind {
        name: "pain-timeline",
        kind: ChartKind::PainTimeline,
        about: "A dot for the worst pain of each day, the rolling median over it, phases behind, milestones above.",
        options: &[options::SPAN, options::WINDOW, options::LINES, options::HEIGHT],
    },
    Kind {
        name: "weekly-distance",
        kind: ChartKind::WeeklyDistance,
        about: "A bar for the distance of each week: running at the bottom, walking and anything else on it.",
        options: &[options::SPAN, options::LINES, options::HEIGHT],
    },
    Kind {
        name: "pain-and-load",
        kind: ChartKind::PainAndLoad,
        about: "Two panels on the same days: pain above, what was done below.",
        options: &[options::SPAN, options::WORK, options::WINDOW, options::SHIFT, options::LINES],
    },
    Kind {
        name: "calendar",
        kind: ChartKind::Calendar,
        about: "A square for each day, a column for each week: the stronger the colour, the more.",
        options: &[options::SPAN, options::SQUARES],
    },
    Kind {
        name: "four-points",
        kind: ChartKind::FourPoints,
        about: "Pain before, during, after and on the next day, of every day that has them.",
        options: &[options::SPAN, options::LINES],
    },
    Kind {
        name: "acute-chronic",
        kind: ChartKind::AcuteChronic,
        about: "The mean of the last 7 days and of the last 28, as two lines. It says little of injuries; see its caption.",
        options: &[options::SPAN, options::WORK, options::FLOOR],
    },
    Kind {
        name: "lag",
        kind: ChartKind::Lag,
        about: "What was done on a day against the pain of the day before, that day, the next, and the one after.",
        options: &[options::SPAN, options::WORK],
    },
    Kind {
        name: "sparkline",
        kind: ChartKind::Sparkline,
        about: "A line of pain in the space of a word.",
        options: &[options::SPAN],
    },
    Kind {
        name: "exercise",
        kind: ChartKind::Exercise,
        about: "Load, repetitions or seconds held, and pain at it, of an exercise or of the six most often done.",
        options: &[options::SPAN, options::EXERCISE],
    },
    Kind {
        name: "phases",
        kind: ChartKind::Phases,
        about: "A bar for each phase, the milestones above, and what the injury was said to be below.",
        options: &[options::SPAN],
    },
    Kind {
        name: "treatments",
        kind: ChartKind::Treatments,
        about: "A lane for each type of treatment under the pain of the same days.",
        options: &[options::SPAN],
    },
    Kind {
        name: "lessons",
        kind: ChartKind::Lessons,
        about: "A row for each lesson, from the day it was learned through all that became of it.",
        options: &[options::SPAN],
    },
    Kind {
        name: "ladder",
        kind: ChartKind::Ladder,
        about: "The level of each run on a ladder that you type, by what your rule makes of the day.",
        options: &[options::SPAN, options::LADDER],
    },
];

/// The key that tells which kind a fence asks for.
pub(super) const KIND: &[Key] = &[Key::needed("kind", Form::Words(&words(&ChartKind::NAMES)), "Which chart.")];

impl ChartKind {
    /// The kinds by the names that fences give them.
    pub const NAMES: [(&'static str, Self); KINDS.len()] = {
        let mut names = [("", Self::Sparkline); KINDS.len()];
        let mut at = 0;
        while at < KINDS.len() {
            names[at] = (KINDS[at].name, KINDS[at].kind);
            at += 1;
        }
        names
    };

    /// The kind whose name a mistyped one probably meant.
    pub(super) fn near(typed: &str) -> Option<Self> {
        let near = nearest(typed, Self::NAMES.iter().map(|(name, _)| *name))?;
        Self::NAMES.iter().find(|(name, _)| *name == near).map(|(_, kind)| *kind)
    }

    /// The options that the kind takes beside `kind`.
    #[must_use]
    pub fn options(self) -> &'static [&'static [Key]] {
        KINDS.iter().find(|kind| kind.kind == self).map_or(&[], |kind| kind.options)
    }

    /// The kind's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        KINDS.iter().find(|kind| kind.kind == self).map_or("", |kind| kind.name)
    }
}
