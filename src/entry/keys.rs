//! The keys of front matter: what each takes and what it means.
//!
//! Values are read by these tables, and `comeback schema entry` and the reference page are written from them.

use super::forms::{
    BODY_WEIGHT, CLIMB, EXERCISE_SIDE, HEART_RATE, HOLD, HOLD_FROM_TO, LOAD, LOAD_FROM_TO, LOADS, OTHER_LOAD, PERCENT,
    SIDE, TIMES,
};
use super::measures::{self, TEN};
use super::{
    Helped, MilestoneKind, SessionKind, Verdict, Visibility, exercise, one_line, prom, remind, session, tested,
    treatment,
};
use crate::fields::{Form, Key, LENGTH, Shape, words};

/// Keys of front matter.
pub const ENTRY: &[&[Key]] = &[PAGE, DAY, STORY, &measures::KEYS, BODY];

/// Texts that are parts of addresses.
const SLUG: Form = Form::Shaped(&Shape {
    expected: "lower-case letters, digits and hyphens",
    pattern: r"^[\p{Ll}\p{Lo}\p{Nd}]+(-[\p{Ll}\p{Lo}\p{Nd}]+)*$",
    number: Some((0.0, 1e15)),
});

/// What the page is called, where it is and who may see it.
const PAGE: &[Key] = &[
    Key::new("title", Form::Text, "The title; without it the first heading, else the file's name."),
    Key::new("date", Form::Date, "The day; without it the date that the file's name, or its folder's, starts with."),
    Key::new(
        "slug",
        Form::Shaped(&Shape {
            expected: "text with a letter or a digit",
            pattern: r"^[^/\\]*[\p{L}\p{N}][^/\\]*$",
            number: Some((0.0, 1e15)),
        }),
        "Replaces the last part of the address.",
    ),
    Key::new("summary", Form::Text, "One or two sentences for lists and feeds; without it the first paragraph."),
    Key::new("image", Form::Text, "A picture for lists, by its path from the file."),
    Key::new("series", Form::Text, "A name that entries share which are parts of one story."),
    Key::new("tags", Form::List(&Form::Text), "What it is about; spellings with one address are one tag."),
    Key::new("aliases", Form::List(&Form::Text), "Former addresses, which lead here."),
    Key::new("updated", Form::Date, "The day the text was last changed."),
    Key::new("expires", Form::Date, "The last day on which it is published."),
    Key::new("draft", Form::Bool, "`true` keeps it unpublished.").never_blank(),
    Key::new(
        "visibility",
        Form::Words(&words(&Visibility::WORDS)),
        "`unlisted`: a page that no list leads to; its numbers count. `private`: no page; its numbers count only if the settings say so.",
    )
    .never_blank(),
];

/// What happened on the day, in numbers.
const DAY: &[Key] = &[
    Key::new(
        "injury",
        Form::Text,
        "Which injury it is about, by slug or name; without it the only one, or the newest that is active on its day.",
    ),
    Key::new("phase", Form::Text, "The phase, where it is not the one of the date."),
    Key::new(
        "pain",
        Form::OneOf(&[
            Form::Score,
            Form::Shaped(&one_line::pain::SLASHED),
            Form::Shaped(&one_line::pain::NAMED),
            WORDS,
            Form::Mapping(&[PAIN]),
            Form::List(&Form::Mapping(&[PAIN])),
        ]),
        "The day's worst, or points of the day, or a list of them for several places of the body. Words alone are kept and shown, and are in no figure.",
    ),
    Key::new(
        "mileage",
        Form::Quantity(&LENGTH),
        "The day's running distance; a bare number is in the site's unit. It counts where no running session has a distance.",
    ),
    Key::new("rest", Form::Bool, "Nothing was done, and that is known."),
    Key::new(
        "sessions",
        Form::List(&Form::OneOf(&[Form::Mapping(&[SESSION]), KIND, Form::Led(KINDS, &one_line::session::REST)])),
        "What was done, each as a mapping or on one line; a kind alone is enough.",
    ),
    Key::new(
        "exercises",
        Form::List(&Form::OneOf(&[Form::Mapping(&[EXERCISE]), Form::Shaped(&one_line::exercise::LINE)])),
        "Exercises, each as a mapping or on one line.",
    ),
    Key::new(
        "treatments",
        Form::List(&Form::OneOf(&[Form::Mapping(&[TREATMENT]), Form::Text])),
        "What was done to the injury; a type alone is enough.",
    ),
    Key::new("prom", Form::List(&Form::Mapping(&[PROM])), "Totals of questionnaires."),
    Key::new("tests", tested::RESULTS, "What tests of the body came to: `{heel raises: {left: 18, right: 25}}`."),
];

/// Pain in words, without a digit that may be meant as a score; `none` is 0.
const WORDS: Form = Form::Shaped(&Shape {
    expected: "words: `burning`",
    pattern: r"^(?!\s*([Nn][Oo]([Nn][Ee]|\s[Pp][Aa][Ii][Nn])?|[Nn]\.?[Aa]\.?|[Nn][Ii][Ll]|[Pp][Aa][Ii][Nn]-[Ff][Rr][Ee][Ee])\s*$)[^\d/]*\p{L}[^\d/]*$",
    number: None,
});

/// Pain scores of a day or a session, 0 to 10.
pub(super) const PAIN: &[Key] = &[
    Key::new("site", Form::Text, "The part of the body."),
    Key::new("side", SIDE, "The side of the body."),
    Key::new("quality", Form::Text, "What it is like: sharp, ache, stiff, numb, or other words."),
    Key::new("words", Form::Text, "How it was, in your words; without a number it is shown and in no figure."),
    Key::new("before", Form::Score, "Before the session, or at the start of the day."),
    Key::new("during", Form::Score, "The worst while at it."),
    Key::new("after", Form::Score, "In the hours after."),
    Key::new("next_day", Form::Score, "The morning or the day after."),
    Key::new("worst", Form::Score, "The day's worst."),
    Key::new("rest", Form::Score, "At rest."),
    Key::new("average", Form::Score, "The day's average."),
    Key::new("settled_hours", Form::Number(0.0, 168.0), "Hours until it was back at the level before."),
];

/// A kind of session by its word.
const KIND: Form =
    Form::OneOf(&[Form::Words(&words(&SessionKind::WORDS)), Form::OtherWords(&words(&session::ALIASES))]);

/// All words for kinds of sessions.
const KINDS: &[&[&str]] = &[&words(&SessionKind::WORDS), &words(&session::ALIASES)];

/// What was done.
pub(super) const SESSION: &[Key] = &[
    Key::needed("type", KIND, "What it was. Other words for the same, such as `jog`, are read with a note."),
    Key::new("distance", Form::Quantity(&LENGTH), "How far; a bare number is in the site's unit."),
    Key::new("duration", Form::Shaped(&TIMES), "How long."),
    Key::new("rpe", TEN, "Effort on the CR-10 scale."),
    Key::new("surface", Form::Text, "On what."),
    Key::new("climb", Form::Quantity(&CLIMB), "Metres climbed."),
    Key::new("heart_rate", Form::Quantity(&HEART_RATE), "Heartbeats a minute, on average."),
    Key::new("intervals", Form::Text, "Its parts, in your words: `6x(1 min run, 4 min walk)`."),
    Key::new("body_weight_support", Form::Quantity(&PERCENT), "Percent of the body's weight that a machine carried."),
    Key::new(
        "pain",
        Form::OneOf(&[
            Form::Score,
            Form::Shaped(&one_line::pain::SLASHED),
            Form::Shaped(&one_line::pain::NAMED),
            WORDS,
            Form::Mapping(&[PAIN]),
        ]),
        "Pain at it; a bare number is the worst while at it.",
    ),
    Key::new("planned", Form::Bool, "`true`: planned, not done, so that it counts for nothing."),
    Key::new("source", Form::Text, "The file or device that it came from."),
];

/// An exercise.
const EXERCISE: &[Key] = &[
    Key::needed("name", Form::Text, "Its name; one name with other capitals is the same exercise."),
    Key::new("sets", exercise::SETS, "Sets; one where it is not said."),
    Key::new("reps", Form::List(&exercise::REPS), "Repetitions in a set, or a list with a number for each set."),
    Key::new(
        "load",
        Form::OneOf(&[
            Form::Quantity(&LOAD),
            Form::Shaped(&LOAD_FROM_TO),
            Form::Shaped(&LOADS),
            Form::Shaped(&OTHER_LOAD),
            Form::Mapping(&[BAND]),
        ]),
        "What was lifted; a bare number is in the site's unit.",
    ),
    Key::new("hold", Form::OneOf(&[Form::Quantity(&HOLD), Form::Shaped(&HOLD_FROM_TO)]), "Seconds held."),
    Key::new("tempo", Form::Text, "Seconds of each part of a repetition: `3-0-3-0`."),
    Key::new("side", EXERCISE_SIDE, "The side; both counts twice."),
    Key::new("rpe", TEN, "Effort on the CR-10 scale."),
    Key::new("rir", TEN, "Repetitions in reserve: how many more would have gone."),
    Key::new("pain", Form::Score, "Pain while at it."),
    Key::new("verdict", Form::Words(&words(&Verdict::WORDS)), "What you make of it."),
];

/// `band: red` on a line of its own, which is a mapping to YAML.
const BAND: &[Key] = &[Key::needed("band", Form::Text, "The band's colour.")];

/// A treatment.
const TREATMENT: &[Key] = &[
    Key::needed("type", Form::Text, "What it was: `needling`."),
    Key::new("provider", Form::Text, "By whom; private unless the settings show it."),
    Key::new("minutes", Form::Shaped(&TIMES), "How long it took."),
    Key::new("travel_minutes", Form::Shaped(&TIMES), "How long it took to get there and back."),
    Key::new("cost", Form::Shaped(&treatment::MONEY), "What it cost; private unless the settings show it."),
    Key::new("pain_before", Form::Score, "Pain before it."),
    Key::new("pain_after", Form::Score, "Pain after it."),
    Key::new("helped", Form::OneOf(&[Form::Words(&words(&Helped::WORDS)), Form::Bool]), "What you make of it."),
];

/// A questionnaire's total.
const PROM: &[Key] = &[
    Key::needed(
        "instrument",
        Form::Text,
        "The questionnaire: VISA-A, VISA-P, VISA-H, VISA-G, FASH, LEFS, or another one.",
    ),
    Key::needed("score", Form::Number(0.0, prom::LARGEST), "The total, in the instrument's own range."),
];

/// What the day was in the story.
const STORY: &[Key] = &[
    Key::new(
        "milestones",
        Form::List(&Form::OneOf(&[Form::Text, Form::Mapping(&[MILESTONE])])),
        "Events that every chart marks.",
    ),
    Key::new(
        "setback",
        Form::Shaped(&Shape { expected: "text", pattern: ".", number: None }),
        "The suspected cause of a setback that began on this day.",
    ),
    Key::new("flare", Form::Bool, "`true`: you call the day a flare."),
    Key::new("triggers", Form::List(&Form::Text), "What may have set it off."),
    Key::new(
        "lessons",
        Form::List(&Form::Mapping(&[TAUGHT, CONFIRMS, REVISES, RETRACTS])),
        "Lessons learned here, or what became of earlier ones.",
    ),
    Key::new(
        "criteria",
        Form::List(&Form::Text),
        "The ids of criteria that were met on this day, as `site.toml` names them under `[[criteria]]`.",
    ),
    Key::new(
        "advice",
        Form::List(&Form::OneOf(&[Form::Text, Form::Mapping(&[ADVICE])])),
        "Advice that was given, and by whom.",
    ),
    Key::new("questions", Form::List(&Form::Text), "Questions for the next appointment."),
    Key::new(
        "remind",
        remind::REMINDERS,
        "A note to yourself, `{on: 2024-11-01, text: …}`, or several: `new`, `check` and `serve` show it from that day on until you remove it, and no page ever does.",
    ),
];

/// An event.
const MILESTONE: &[Key] = &[
    Key::new("kind", Form::Words(&words(&MilestoneKind::WORDS)), "Which sort; `other` where it is not said."),
    Key::needed("label", Form::Text, "What it was, in your words."),
];

/// A lesson that is taught.
const TAUGHT: &[Key] = &[
    Key::needed("id", SLUG, "Its name in other entries and in its address."),
    Key::needed("title", Form::Text, "The lesson in one sentence."),
    Key::new("tags", Form::List(&Form::Text), "The themes that it belongs to, the first one first."),
    Key::new("pinned", Form::Bool, "`true` keeps it at the top of its theme."),
];

/// A note on what became of a lesson.
const fn note(what: &'static str) -> Key {
    Key::new("note", Form::Text, what)
}

/// A lesson that held again.
const CONFIRMS: &[Key] = &[Key::needed("confirms", SLUG, "The id of a lesson that held again."), note("How it held.")];

/// A lesson that changed.
const REVISES: &[Key] = &[Key::needed("revises", SLUG, "The id of a lesson that changed."), note("How it changed.")];

/// A lesson that was wrong.
const RETRACTS: &[Key] = &[Key::needed("retracts", SLUG, "The id of a lesson that is taken back."), note("Why.")];

/// A piece of advice.
const ADVICE: &[Key] =
    &[Key::new("from", Form::Text, "Who gave it."), Key::needed("text", Form::Text, "What was said, in your words.")];

/// What is private of the day beside its measures.
const BODY: &[Key] = &[
    Key::new("body_weight", Form::Quantity(&BODY_WEIGHT), "What you weigh; private unless the settings show it."),
    Key::new("medication", Form::List(&Form::Text), "What was taken; private unless the settings show it."),
];
