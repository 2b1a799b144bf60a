//! Sessions: runs, walks, hours in the gym.

use super::{Ranges, Session, SessionKind, forms, one_line, pace, pain};
use crate::config::Config;
use crate::fields::{Fields, Node, Value};
use crate::text::near::nearest;
use crate::text::shorten;

/// The sessions of an item: one as a mapping, or one or several on a line.
pub(super) fn sessions(value: Value<'_>, config: &Config) -> Vec<Session> {
    match value.as_text() {
        Some(line) => one_line::session::read(value, line, config).unwrap_or_default(),
        None => session(value, config).into_iter().collect(),
    }
}

/// A session as a mapping.
fn session(value: Value<'_>, config: &Config) -> Option<Session> {
    if !matches!(value.node, Node::Map(_)) {
        return value.wrong("a list of mappings such as `{type: run, distance: 5 km}`");
    }
    let fields = value.mapping()?;
    let kind_of = forms::named_or(&fields, "type", foreign, "a session needs a `type`", "such as `type: run`");
    let kind = kind_of.and_then(|value| value.read(kind));
    let session = Session {
        // A session of no kind is read too, for the problems in it.
        kind: kind.unwrap_or(SessionKind::Other),
        distance: fields.read("distance", |v| v.length(config.units)),
        minutes: fields.read("duration", forms::minutes),
        rpe: fields.read("rpe", forms::effort),
        surface: fields.read("surface", Value::text),
        at: None,
        climb: fields.read("climb", |v| v.quantity(1.0)),
        heart_rate: fields.read("heart_rate", |v| v.quantity(1.0)),
        intervals: fields.read("intervals", Value::text),
        body_weight_support: fields.read("body_weight_support", |v| v.quantity(1.0)),
        pain: fields.read("pain", pain::session_pain),
        planned: fields.read("planned", Value::bool).unwrap_or(false),
        source: fields.read("source", Value::text),
        ranges: Ranges::of(&fields, ["rpe"]),
    };
    check_pace(&session, &fields);
    check_short(&session, &fields);
    fields.finish(&[], foreign);
    kind.map(|_| session)
}

impl Session {
    /// A session of which only its kind is known.
    #[must_use]
    pub fn of(kind: SessionKind) -> Self {
        Self {
            kind,
            distance: None,
            minutes: None,
            rpe: None,
            surface: None,
            at: None,
            climb: None,
            heart_rate: None,
            intervals: None,
            body_weight_support: None,
            pain: None,
            planned: false,
            source: None,
            ranges: Ranges::default(),
        }
    }
}

/// Other words for the kinds, as other programs and people have them.
pub(super) const ALIASES: [(&str, SessionKind); 44] = [
    ("running", SessionKind::Run),
    ("jog", SessionKind::Run),
    ("jogging", SessionKind::Run),
    ("treadmill", SessionKind::Run),
    ("trail-run", SessionKind::Run),
    ("long-run", SessionKind::Run),
    ("walking", SessionKind::Walk),
    ("hike", SessionKind::Walk),
    ("hiking", SessionKind::Walk),
    ("walk/run", SessionKind::WalkRun),
    ("run/walk", SessionKind::WalkRun),
    ("run-walk", SessionKind::WalkRun),
    ("walkrun", SessionKind::WalkRun),
    ("racing", SessionKind::Race),
    ("parkrun", SessionKind::Race),
    ("biking", SessionKind::Bike),
    ("bicycle", SessionKind::Bike),
    ("cycle", SessionKind::Bike),
    ("cycling", SessionKind::Bike),
    ("ride", SessionKind::Bike),
    ("spin", SessionKind::Bike),
    ("spinning", SessionKind::Bike),
    ("cross-trainer", SessionKind::Elliptical),
    ("crosstrainer", SessionKind::Elliptical),
    ("swimming", SessionKind::Swim),
    ("aquajog", SessionKind::AquaJog),
    ("aqua-jogging", SessionKind::AquaJog),
    ("aqua-running", SessionKind::AquaJog),
    ("pool-run", SessionKind::AquaJog),
    ("pool-running", SessionKind::AquaJog),
    ("deep-water-running", SessionKind::AquaJog),
    ("alterg", SessionKind::AlterG),
    ("rowing", SessionKind::Row),
    ("rower", SessionKind::Row),
    ("erg", SessionKind::Row),
    ("gym", SessionKind::Strength),
    ("weights", SessionKind::Strength),
    ("lifting", SessionKind::Strength),
    ("strength-training", SessionKind::Strength),
    ("stretch", SessionKind::Mobility),
    ("stretching", SessionKind::Mobility),
    ("yoga", SessionKind::Mobility),
    ("pilates", SessionKind::Mobility),
    ("foam-rolling", SessionKind::Mobility),
];

/// All words for kinds of sessions.
pub(super) fn words() -> impl Iterator<Item = &'static str> {
    SessionKind::WORDS.iter().chain(&ALIASES).map(|(word, _)| *word)
}

/// Whether the first words of a line name a kind of session.
pub(super) fn is_led_by_kind(line: &str) -> bool {
    let ends = line.match_indices(char::is_whitespace).map(|(at, _)| at).chain([line.len()]);
    ends.take(3).any(|end| is_kind(line[..end].trim()))
}

/// Whether some words name a kind of session, however it is spelt.
pub(super) fn is_kind(typed: &str) -> bool {
    // No word for one is as long as this or has a digit, and most have neither spaces nor underscores.
    if typed.len() > 24 || typed.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    if !typed.contains([' ', '_']) && typed.is_ascii() {
        return is_word(typed);
    }
    is_word(&typed.to_lowercase().replace([' ', '_'], "-"))
}

/// The letters that words for kinds of sessions begin with, by their length: every exercise is looked at as one.
const LETTERS: [u32; 25] = {
    let mut letters = [0; 25];
    let mut at = 0;
    while at < SessionKind::WORDS.len() + ALIASES.len() {
        let n = SessionKind::WORDS.len();
        let word = if at < n { SessionKind::WORDS[at].0 } else { ALIASES[at - n].0 };
        letters[word.len()] |= 1 << (word.as_bytes()[0] & 31);
        at += 1;
    }
    letters
};

/// Whether a word is one of those for kinds of sessions.
pub(super) fn is_word(word: &str) -> bool {
    let letter = word.bytes().next().unwrap_or_default() & 31;
    let begins = LETTERS.get(word.len()).is_some_and(|letters| letters & 1 << letter != 0);
    begins && SessionKind::WORDS.iter().chain(&ALIASES).any(|(known, _)| known.eq_ignore_ascii_case(word))
}

/// A session's kind by its word or another word for it, however it is spelt: `Aqua jogging`, `walk_run`.
pub(super) fn kind(value: Value<'_>) -> Option<SessionKind> {
    let Some(typed) = value.as_text() else { return value.wrong("a kind of session such as `run`") };
    let word = typed.to_lowercase().replace([' ', '_'], "-");
    let named = |words: &[(&str, SessionKind)]| words.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind);
    if let Some(kind) = named(&SessionKind::WORDS) {
        return Some(kind);
    }
    if let Some(kind) = named(&ALIASES) {
        value.note("session-alias", format!("`{}` is read as `{}`", shorten(typed, 40), kind.word()));
        return Some(kind);
    }
    let hint = near(&word).map_or_else(
        || "write `other`: it fits everything".to_owned(),
        |near| format!("did you mean `{}`?", near.word()),
    );
    let known = SessionKind::WORDS.map(|(name, _)| name).join(", ");
    value.error("unknown-session", format!("`{}` is no kind of session, they are {known}", shorten(typed, 40)), &hint)
}

/// The kind that was probably meant: one of the words is one, the last of them first, or the whole is nearly one.
fn near(typed: &str) -> Option<SessionKind> {
    let words = || SessionKind::WORDS.iter().chain(&ALIASES);
    let named = |name: &str| words().find(|(word, _)| *word == name).map(|(_, kind)| *kind);
    let inside = typed.rsplit('-').find_map(named);
    inside.or_else(|| nearest(typed, words().map(|(name, _)| *name)).and_then(named))
}

/// Warns of a run that nobody runs, and of one of a few metres: distance or duration is then off.
fn check_pace(session: &Session, fields: &Fields<'_>) {
    let Some(distance) = session.distance.filter(|_| session.kind.is_running()) else { return };
    if let Some(value) = fields.get("distance") {
        value.warn_of_metres(distance);
    }
    check_pace_at(session, fields.get("duration").unwrap_or_else(|| fields.itself()));
}

/// Minutes below which a session's time is meant otherwise, where nothing else is known of it.
pub const SHORTEST: f64 = 5.0;

/// Warns of a session of a minute or two: `1:30` is meant as hours.
fn check_short(session: &Session, fields: &Fields<'_>) {
    let Some(value) = fields.get("duration").filter(|_| session.distance.is_none() && session.intervals.is_none())
    else {
        return;
    };
    let clock = value.as_text().filter(|text| text.matches(':').count() == 1);
    if let (Some(minutes), Some(clock)) = (session.minutes.filter(|minutes| (1.0..SHORTEST).contains(minutes)), clock) {
        let (whole, seconds) = (minutes.floor(), (minutes.fract() * 60.0).round());
        let message = format!("duration is {whole} min {seconds} s, found `{clock}`");
        value.warn("implausible", message, &format!("did you mean `{clock}:00`?"));
    }
}

/// Warns at a value of a run that nobody runs.
pub(super) fn check_pace_at(session: &Session, value: Value<'_>) {
    let Some((distance, minutes)) = session.distance.zip(session.minutes) else { return };
    let pace = Some(session.kind).filter(|kind| kind.is_running());
    if let Some(pace) = pace.and_then(|kind| pace::implausible(kind, distance.0, minutes)) {
        value.warn("implausible", format!("this run's pace is {pace}"), pace::HINT);
    }
}

/// Names that others give to our keys.
fn foreign(key: &str) -> Option<&'static str> {
    Some(match key {
        "kind" | "sport" | "activity" | "name" => "did you mean `type`?",
        "time" | "minutes" | "mins" | "length" => "did you mean `duration`?",
        "km" | "miles" | "mi" | "mileage" | "metres" | "meters" => "did you mean `distance`?",
        "effort" | "intensity" => "did you mean `rpe`?",
        "hr" | "heartrate" | "avg_hr" | "average_heartrate" => "did you mean `heart_rate`?",
        "elevation" | "elev_gain" | "ascent" | "gain" => "did you mean `climb`?",
        "pace" => "pace follows from `distance` and `duration`",
        _ => return None,
    })
}
