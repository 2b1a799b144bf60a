//! The kinds of charts, a file each: what it takes, its numbers from the journal, its words and its drawing; and here all
//! that is known of each outside its own file.
//!
//! A new kind is a row here, a file beside, and its messages in both languages; fences, the command line, its help,
//! the guide, `/progress/` and the tests go by this table.
//!
//! Invariant: a figure is made of the journal, the settings, a language and options alone; same numbers, same bytes.

pub mod acute_chronic;
pub mod calendar;
pub mod entry_window;
pub mod exercise;
pub mod four_points;
pub mod ladder;
pub mod lessons;
pub mod measures;
pub mod names;
pub mod next_morning;
pub mod pain_and_load;
pub mod pain_timeline;
pub mod phases;
mod scope;
pub mod sparkline;
pub mod then_and_now;
pub mod treatments;
pub mod weekly_distance;

pub use scope::{Addresses, Chart, Scope, Source, ceiling};
use scope::{Done, hundredths};

use super::options::{CAPTION, HEIGHT, LINES, SPAN, WINDOW, WORK};
use crate::fields::{Fields, Form, Key, words};
use crate::journal::next_mornings;
use std::fmt::Write as _;

/// Whether there is something that a chart could show.
pub(super) type IsShown = fn(&Scope<'_>) -> bool;

/// A kind of chart that can be asked for.
#[derive(Debug)]
pub struct Row {
    /// Its name in fences and on the command line.
    pub name: &'static str,
    /// A sentence on what it shows, as markdown.
    pub about: &'static str,
    /// The options that it takes beside `kind`.
    pub options: &'static [&'static [Key]],
    /// What an example of it says beside its kind: each option and its value.
    pub example: &'static [(&'static str, &'static str)],
    /// The part of `/progress/` that shows it, and whether there is something to show; none where fences alone ask for it.
    pub progress: Option<(Part, IsShown)>,
    /// What it is there, where it would show again what another chart of the page does.
    pub(super) beside: Option<fn() -> Box<dyn Chart>>,
    /// What the classes look like that it alone has, where it stands alone without a stylesheet.
    pub(super) looks: &'static [(&'static str, &'static str)],
    /// Reads its options.
    pub(super) read: fn(&Fields<'_>) -> Box<dyn Chart>,
}

/// A part of `/progress/`: five pictures, and what stands folded below them, in the order of the page.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// Pain by day.
    Pain,
    /// The calendar.
    Calendar,
    /// Running and walking.
    Distance,
    /// Exercises.
    Exercises,
    /// What else was measured.
    Measures,
    /// The four points.
    Points,
    /// The next mornings.
    Mornings,
    /// Treatments.
    Treatments,
    /// Phases.
    Phases,
    /// Earlier weeks beside these.
    Then,
}

/// All kinds, in the order of lists.
pub static KINDS: [Row; 16] = [
    Row {
        name: "pain-timeline",
        about: "A dot for the worst pain of each day, the rolling median over it, phases behind, milestones above.",
        options: &[SPAN, CAPTION, WINDOW, LINES, HEIGHT],
        progress: Some((Part::Pain, |scope| scope.shown.scored() > 0)),
        read: |fields| Box::new(pain_timeline::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "weekly-distance",
        about: "A bar for the distance of each week, in a panel each for running, walking and anything else.",
        options: &[SPAN, CAPTION, LINES, HEIGHT],
        example: &[("lines", "[{value: 15, label: the week before it began}]")],
        progress: Some((Part::Distance, |scope| {
            scope.shown.days.iter().any(|day| day.run + day.logs.span + day.walk + day.other > 0)
        })),
        read: |fields| Box::new(weekly_distance::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "pain-and-load",
        about: "Two panels on the same days: pain above, what was done below.",
        options: &[
            SPAN,
            CAPTION,
            WORK,
            WINDOW,
            &[Key::new(
                "shift",
                Form::Bool,
                "Whether the pain above each day is that of the next day, so that it stands over what came before it.",
            )],
            LINES,
        ],
        read: |fields| Box::new(pain_and_load::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "calendar",
        about: "A square for each day, a column for each week: the stronger the colour, the more.",
        options: &[
            SPAN,
            CAPTION,
            &[Key::new(
                "series",
                Form::Words(&words(&calendar::SERIES)),
                "What the squares show: pain, or what was done. Without it pain.",
            )],
        ],
        // In less than two weeks a square of weeks shows nothing that a line does not.
        progress: Some((Part::Calendar, |scope| scope.shown.scored() >= 14)),
        looks: &[
            ("on", " font-weight=\"600\" fill=\"#fff\""),
            ("h0", " fill=\"#f3ecdd\" stroke=\"#d9d0bd\""),
            ("h1", " fill=\"#f6d5b8\""),
            ("h2", " fill=\"#eeae7c\""),
            ("h3", " fill=\"#b9540f\""),
            ("h4", " fill=\"#94430c\""),
            ("h5", " fill=\"#5e2a05\""),
            ("w1", " fill=\"#d3e5f1\""),
            ("w2", " fill=\"#9cc6e2\""),
            ("w3", " fill=\"#3b86bd\""),
            ("w4", " fill=\"#1f5f93\""),
            ("w5", " fill=\"#0b3a63\""),
        ],
        read: |fields| Box::new(calendar::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "four-points",
        about: "Pain before, during, after and on the next day, of every day that has them, phase by phase.",
        options: &[SPAN, CAPTION, LINES],
        progress: Some((Part::Points, |scope| {
            scope.shown.days.iter().any(|day| day.points.iter().filter(|point| point.is_some()).count() > 1)
        })),
        looks: &[("slope", " fill=\"none\" stroke=\"#d9d0bd\" stroke-linejoin=\"round\"")],
        read: |fields| Box::new(four_points::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "acute-chronic",
        about: "The mean of the last 7 days and of the last 28, as two lines. It says little of injuries; see its caption.",
        options: &[
            SPAN,
            CAPTION,
            WORK,
            &[Key::new(
                "floor",
                Form::Number(0.0, 100_000.0),
                "No ratio is shown where the mean of the last 28 days is not above this: after a break it would explode. \
                 Without it 0.",
            )],
        ],
        looks: &[
            ("done", " fill=\"none\" stroke=\"#0072b2\" stroke-linecap=\"round\" opacity=\".55\""),
            ("acute", " fill=\"none\" stroke=\"#0072b2\" stroke-width=\"1.8\" stroke-linejoin=\"round\""),
            (
                "chronic",
                " fill=\"none\" stroke=\"#211d16\" stroke-dasharray=\"7 3\" stroke-width=\"1.8\" stroke-linejoin=\"round\"",
            ),
        ],
        read: |fields| Box::new(acute_chronic::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "next-morning",
        about: "How often the next morning was lower, the same or higher, by what was done on the day: counts, and no causes.",
        options: &[SPAN, CAPTION],
        progress: Some((Part::Mornings, |scope| {
            next_mornings(&scope.shown, 0..scope.shown.days.len()).iter().any(|row| row.n >= next_morning::FEW)
        })),
        looks: &[
            ("lower", " fill=\"#9cc6e2\" stroke=\"#1f5f93\""),
            ("same", " fill=\"#f3ecdd\" stroke=\"#857c6a\""),
            ("higher", " fill=\"#d55e00\" stroke=\"#8c3b00\""),
        ],
        read: |_| Box::new(next_morning::Options),
        ..PLAIN
    },
    Row {
        name: "measures",
        about: "What else was measured: questionnaires, tests of the body, stiffness, sleep, mood and the rest, a panel each.",
        options: &[SPAN, CAPTION],
        progress: Some((Part::Measures, measures::are_shown)),
        read: |_| Box::new(measures::Options),
        ..PLAIN
    },
    Row {
        name: "then-and-now",
        about: "The weeks of an earlier injury, or the same weeks a year before, beside these: two lines, and no forecast.",
        options: &[
            SPAN,
            CAPTION,
            &[
                Key::new(
                    "series",
                    Form::Words(&words(&then_and_now::SERIES)),
                    "What is compared: the weekly median of pain, or the distance run in a week. Without it pain, or the distance where \
                     only that is known both times.",
                ),
                Key::new(
                    "with",
                    Form::Text,
                    "The slug or the name of an earlier injury, or `year` for the same weeks a year before. Without it the injury that \
                     came back, else the newest earlier one with the same weeks noted, else the year before.",
                ),
            ],
        ],
        progress: Some((Part::Then, then_and_now::is_shown)),
        read: |fields| Box::new(then_and_now::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "sparkline",
        about: "A line of pain in the space of a word.",
        options: &[SPAN, CAPTION],
        read: |_| Box::new(sparkline::Options),
        ..PLAIN
    },
    Row {
        name: "three-weeks",
        about: "Three weeks on either side of an entry, as its page has them: pain above, distance below.",
        options: &[
            &[Key::new(
                "entry",
                Form::Text,
                "The entry in the middle, by its file or its address: `journal/first-run`. Without it the one whose text it stands \
                 in, elsewhere the newest.",
            )],
            CAPTION,
        ],
        read: |fields| Box::new(entry_window::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "exercise",
        about: "Load, repetitions or seconds held, and pain at it, of an exercise or of the six most often done.",
        options: &[
            SPAN,
            CAPTION,
            &[Key::new("exercise", Form::Text, "The name of an exercise; without it the six most often done.")],
        ],
        progress: Some((Part::Exercises, |scope| scope.entries().any(|(_, entry)| !entry.exercises.is_empty()))),
        looks: &[
            ("lifts", " fill=\"none\" stroke=\"#ad5287\" stroke-linecap=\"round\""),
            ("bout", " fill=\"none\" stroke=\"#ad5287\" stroke-width=\"1.5\" stroke-linecap=\"round\""),
        ],
        read: |fields| Box::new(exercise::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "phases",
        about: "A bar for each phase, the milestones above, and what the injury was said to be below.",
        options: &[SPAN, CAPTION],
        progress: Some((Part::Phases, |scope| scope.source.config.phases.len() > 1)),
        looks: &[
            ("span", " fill=\"#f3ecdd\" stroke=\"#857c6a\""),
            ("said", " fill=\"none\" stroke=\"#211d16\" stroke-linecap=\"round\""),
        ],
        read: |_| Box::new(phases::Options),
        ..PLAIN
    },
    Row {
        name: "treatments",
        about: "A table of the types of treatment, and a lane for each under the pain of the same days.",
        options: &[
            SPAN,
            CAPTION,
            &[Key::new(
                "pain",
                Form::Bool,
                "Whether the pain of the same days stands above the lanes. Without it true.",
            )],
        ],
        beside: Some(|| Box::new(treatments::Options { pain: false })),
        progress: Some((Part::Treatments, |scope| scope.entries().any(|(_, entry)| !entry.treatments.is_empty()))),
        looks: &[("treated", " fill=\"none\" stroke=\"#211d16\" stroke-linecap=\"round\"")],
        read: |fields| Box::new(treatments::Options::from_fence(fields)),
        ..PLAIN
    },
    Row {
        name: "lessons",
        about: "A row for each lesson, from the day it was learned through all that became of it.",
        options: &[SPAN, CAPTION],
        looks: &[
            ("struck", " text-decoration=\"line-through\""),
            ("thread", " fill=\"none\" stroke=\"#ad5287\" stroke-width=\"1.5\" stroke-linecap=\"round\""),
            ("learned", " fill=\"none\" stroke=\"#ad5287\" stroke-linecap=\"round\""),
        ],
        read: |_| Box::new(lessons::Options),
        ..PLAIN
    },
    Row {
        name: "ladder",
        about: "The level of each run on a ladder that you type, by what your rule makes of the day.",
        options: &[
            SPAN,
            CAPTION,
            &[
                Key::needed(
                    "levels",
                    Form::List(&Form::Text),
                    "The names of the levels, from the lowest: `[walk, 2 walk / 3 run]`.",
                ),
                Key::new("times", Form::Whole(1, 20), "Green days in a row that lead one level up. Without it 2."),
            ],
        ],
        example: &[("levels", "[4 walk / 1 run, 3 walk / 2 run, 2 walk / 3 run, 1 walk / 4 run, 20 min run]")],
        looks: &[
            ("step", " fill=\"none\" stroke=\"#857c6a\" stroke-width=\"1.5\" stroke-linecap=\"round\""),
            ("green", " fill=\"none\" stroke=\"#007a57\" stroke-linecap=\"round\""),
            ("grey", " fill=\"none\" stroke=\"#857c6a\" stroke-linecap=\"round\""),
            ("amber", " fill=\"#d55e00\" stroke=\"#fbf8f1\""),
            ("red", " fill=\"#8c3b00\" stroke=\"#fbf8f1\""),
            ("told", " fill=\"#211d16\" stroke=\"#fbf8f1\""),
        ],
        read: |fields| Box::new(ladder::Options::from_fence(fields)),
        ..PLAIN
    },
];

/// What holds of a kind where its row says nothing else.
const PLAIN: Row = Row {
    name: "",
    about: "",
    options: &[],
    example: &[],
    progress: None,
    beside: None,
    looks: &[],
    read: |_| Box::new(sparkline::Options),
};

/// The kinds by the names that fences give them.
pub(super) const NAMES: [(&str, usize); KINDS.len()] = {
    let mut names = [("", 0); KINDS.len()];
    let mut at = 0;
    while at < KINDS.len() {
        names[at] = (KINDS[at].name, at);
        at += 1;
    }
    names
};

/// The options of all kinds, one kind after the other.
pub fn keys() -> impl Iterator<Item = &'static Key> {
    KINDS.iter().flat_map(|row| row.options).flat_map(|table| table.iter())
}

/// All options of charts as a table of markdown: which kinds take each, what it takes and what it means.
#[must_use]
pub fn reference() -> String {
    let mut out = String::from("| option | of | what it takes | what it means |\n|---|---|---|---|\n");
    let mut done: Vec<&Key> = Vec::new();
    let same = |a: &Key, b: &Key| a.name == b.name && a.about == b.about;
    for key in keys() {
        // The same key may mean something else in another kind; it then has a row of its own.
        if done.iter().any(|other| same(other, key)) {
            continue;
        }
        done.push(key);
        let takes_it = |row: &&Row| row.options.iter().any(|table| table.iter().any(|k| same(k, key)));
        let kinds: Vec<String> = KINDS.iter().filter(takes_it).map(|row| format!("`{}`", row.name)).collect();
        let others = KINDS.iter().filter(|row| !takes_it(row)).map(|row| format!("`{}`", row.name));
        let of = match (kinds.len(), KINDS.len()) {
            (own, all) if own == all => "all".to_owned(),
            (own, all) if own + 1 == all => format!("all but {}", others.collect::<String>()),
            _ => kinds.join(", "),
        };
        let _ = writeln!(out, "| `{}` | {of} | {} | {} |", key.name, key.form.takes(), key.about);
    }
    out
}
