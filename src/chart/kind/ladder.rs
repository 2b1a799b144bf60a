//! A ladder that the writer typed, climbed by the days' verdicts.

use super::{Chart, Scope};
use crate::chart::Figure;
use crate::chart::ladder::{self, Climb, Ladder, Outcome};
use crate::entry::Entry;
use crate::fields::{Fields, Value};
use crate::journal::metrics::ladder::climb;
use crate::journal::metrics::verdict::Verdict;
use jiff::civil::Date;

/// The most levels that a ladder may have.
const LEVELS: usize = 40;

/// What a ladder takes.
#[derive(Debug, Default)]
pub struct Options {
    /// The names of its levels, from the lowest.
    levels: Vec<String>,
    /// Green days in a row that lead one level up.
    times: usize,
}

impl Options {
    pub(in crate::chart) fn from_fence(fields: &Fields<'_>) -> Self {
        if !fields.has("levels") {
            let hint = "write them from the lowest up, such as `levels: [4 walk / 1 run, 3 walk / 2 run, 20 min run]`";
            fields.itself().error::<()>("missing-key", "a ladder needs its levels".to_owned(), hint);
        }
        let times = fields.read("times", Value::whole).and_then(|times| usize::try_from(times).ok());
        Self { levels: fields.get("levels").map(levels).unwrap_or_default(), times: times.unwrap_or(2) }
    }
}

fn levels(value: Value<'_>) -> Vec<String> {
    let levels: Vec<String> = value.items().into_iter().filter_map(Value::text).collect();
    if levels.is_empty() || levels.len() > LEVELS {
        let message = format!("levels is a list of 1 to {LEVELS} names, found {}", levels.len());
        value.error::<()>("out-of-range", message, "");
    }
    levels
}

impl Chart for Options {
    /// A session is a day with a run, its outcome the day's verdict.
    fn draw(&self, scope: &Scope<'_>, id: &str) -> Figure {
        let (config, words) = (scope.source.config, &scope.source.language.words);
        let mut days: Vec<Date> = scope.entries().filter(|(_, entry)| has_run(entry)).map(|(date, _)| date).collect();
        days.dedup();
        let verdict = |date: &Date| {
            let judged = scope.shown.index(*date).and_then(|at| scope.shown.days[at].judged);
            judged.map_or(Verdict::Grey, |judged| judged.verdict)
        };
        let rungs = climb(days.iter().map(verdict), self.times, self.levels.len());
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
        let rule = match (config.rules.set, config.rules.provenance.as_str()) {
            (false, _) => words.say("chart-ladder-default", &[("preset", config.rules.preset.to_string().into())]),
            (true, "") => words.word("chart-ladder-own"),
            (true, whose) => words.say("chart-ladder-whose", &[("whose", whose.into())]),
        };
        let (levels, week_start) = (&self.levels, config.week_start);
        let chart = Ladder { levels, times: self.times, climbs: &climbs, rule: &rule, week_start };
        ladder::draw(&chart, scope.source.language, id)
    }
}

/// Whether an entry tells of a run, a walk-run or a race that took place.
fn has_run(entry: &Entry) -> bool {
    let ran = entry.sessions.iter().any(|session| !session.planned && session.kind.is_running());
    ran || entry.mileage.is_some_and(|metres| metres.0 > 0)
}
