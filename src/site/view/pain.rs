//! A pain in words: where it is, what it is like, and the scores that no drawing shows.

use super::done::side_word;
use crate::entry::Pain;
use crate::language::{Arg, Language, Words};
use crate::units::Score;

/// What the drawing of a day does not say of a pain: scores that are none of the four points, the writer's words, and of several
/// places each one's own points.
pub(super) fn beside(pain: &Pain, several: bool, language: &Language) -> Vec<String> {
    let place = place(pain, &language.words);
    let said = said(pain, several, "entry-pain-worst", language);
    match (several, place.is_empty(), said.is_empty()) {
        // The words of one place stand in one piece.
        (true, _, false) => {
            vec![format!("{}{}", if place.is_empty() { place } else { format!("{place}: ") }, said.join(", "))]
        }
        (_, false, _) => [vec![place], said].concat(),
        _ => said,
    }
}

/// All of a session's pain: `right heel, stabbing: 2 during`; empty where there is none.
pub(super) fn of_session(pain: &Pain, language: &Language) -> String {
    let words = &language.words;
    let score = |score: Score| [("score", Arg::from(language.numbers.typed(score)))];
    let points = [
        pain.before.map(|s| words.say("score-before", &score(s))),
        pain.during.map(|s| words.say("score-during", &score(s))),
        pain.after.map(|s| words.say("score-after", &score(s))),
        pain.next_day.map(|s| words.say("score-next-day", &score(s))),
    ];
    let points: Vec<String> = points.into_iter().flatten().chain(said(pain, false, "score-worst", language)).collect();
    let parts = [place(pain, words), points.join(", ")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// The scores that are none of the four points, and those where they are asked for; then the writer's words.
fn said(pain: &Pain, points: bool, worst: &str, language: &Language) -> Vec<String> {
    let (words, numbers) = (&language.words, &language.numbers);
    let score = |score: Score| [("score", Arg::from(numbers.typed(score)))];
    let own = |point: Option<Score>| point.filter(|_| points);
    let said = [
        own(pain.before).map(|s| words.say("entry-pain-before", &score(s))),
        own(pain.during).map(|s| words.say("entry-pain-during", &score(s))),
        own(pain.after).map(|s| words.say("entry-pain-after", &score(s))),
        own(pain.next_day).map(|s| words.say("entry-pain-next", &score(s))),
        pain.worst.map(|s| words.say(worst, &score(s))),
        pain.rest.map(|s| words.say("entry-pain-rest", &score(s))),
        pain.average.map(|s| words.say("entry-pain-average", &score(s))),
        pain.settled_hours
            .map(|hours| words.say("entry-pain-settled", &[("hours", numbers.decimals(hours, 1).into())])),
        pain.words.clone(),
    ];
    said.into_iter().flatten().collect()
}

/// Where a pain is and what it is like: `left calf, ache`.
fn place(pain: &Pain, words: &Words) -> String {
    let side = pain.side.map(|side| side_word(side, words)).unwrap_or_default();
    let place = part(&side, pain.site.as_deref().unwrap_or_default(), words);
    let quality = pain.quality.as_deref().unwrap_or_default();
    [place.as_str(), quality].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A part of the body with its side, as far as they are known: `left calf`.
pub(super) fn part(side: &str, site: &str, words: &Words) -> String {
    match (side, site) {
        ("", only) | (only, "") => only.to_owned(),
        _ => words.say("entry-place", &[("side", side.into()), ("site", site.into())]),
    }
}
