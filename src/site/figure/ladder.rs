//! A ladder that the writer typed, climbed by the days' verdicts.

use super::Asked;
use crate::chart::Figure;
use crate::chart::ladder::{self, Climb, Ladder, Outcome};
use crate::entry::Entry;
use crate::journal::metrics::ladder::climb;
use crate::journal::metrics::verdict::Verdict;
use jiff::civil::Date;

/// Green days in a row that lead one level up, where the fence does not say.
const TIMES: usize = 2;

/// The ladder that a fence describes: a session is a day with a run, its outcome the day's verdict.
pub(super) fn asked(asked: &Asked<'_>) -> Figure {
    let Asked { site, fence, calendar, .. } = asked;
    let mut days: Vec<Date> = asked.entries().filter(|(_, entry)| has_run(entry)).map(|(date, _)| date).collect();
    days.dedup();
    let verdict = |date: &Date| {
        let judged = calendar.index(*date).and_then(|at| calendar.days[at].judged);
        judged.map_or(Verdict::Grey, |judged| judged.verdict)
    };
    let times = fence.times.unwrap_or(TIMES);
    let rungs = climb(days.iter().map(verdict), times, fence.levels.len());
    let mut at = 1;
    let mut climbs = Vec::with_capacity(days.len());
    for (date, rung) in days.iter().zip(&rungs) {
        let outcome = match verdict(date) {
            Verdict::Green => Outcome::Green,
            Verdict::Amber => Outcome::Amber,
            Verdict::Red => Outcome::Red,
            Verdict::Grey => Outcome::Grey,
        };
        climbs.push(Climb { day: *date, outcome, at, then: rung.level });
        at = rung.level;
    }
    let rules = &site.config.rules;
    let words = &site.language.words;
    let rule = match (rules.set, rules.provenance.as_str()) {
        (false, _) => words.say("chart-ladder-default", &[("preset", rules.preset.to_string().into())]),
        (true, "") => words.word("chart-ladder-own"),
        (true, whose) => words.say("chart-ladder-whose", &[("whose", whose.into())]),
    };
    let chart =
        Ladder { levels: &fence.levels, times, climbs: &climbs, rule: &rule, week_start: site.config.week_start };
    ladder::draw(&chart, &site.language, asked.id)
}

/// Whether an entry tells of a run, a walk-run or a race that took place.
fn has_run(entry: &Entry) -> bool {
    let ran = entry.sessions.iter().any(|session| !session.planned && session.kind.is_running());
    ran || entry.mileage.is_some_and(|metres| metres.0 > 0)
}
