//! A day's verdict in words: what happened, then the mark, then whose rule it is.

use super::numbers::NUMBERS;
use crate::config::PainRule;
use crate::journal::metrics::verdict::{Judged, RedCause, Verdict};
use crate::language::{Arg, Language, Words};
use crate::site::reader::PlanReader;
use crate::units::Score;
use serde::Serialize;

/// A verdict as pages show it: what happened, a shape and a word, never a colour alone.
#[derive(Debug, Serialize)]
pub(super) struct VerdictView {
    says: String,
    shape: &'static str,
    word: String,
    /// The name of its colour in the style sheet, whatever the language.
    class: &'static str,
    /// Whose rule it is; empty where it is the writer's own word.
    whose: String,
    href: String,
}

/// How the injury took an entry's day; `None` where the entry itself has no score to judge and no word of the writer's.
pub(super) fn of_item(site: &PlanReader<'_>, index: usize) -> Option<VerdictView> {
    let (card, entry) = (site.card(index), site.text(index).entry);
    let judged = site.judged(index)?;
    let rule = site.config.rule_on(entry.date?)?;
    let [_, during, after, _] = card.points;
    let is_said = judged.verdict == Verdict::Said;
    if is_said && !(entry.flare || entry.setback.is_some()) || !is_said && during.or(after).is_none() {
        return None;
    }
    Some(VerdictView {
        says: says(&judged, rule, site.language),
        shape: judged.verdict.shape(),
        word: word(judged.verdict, &site.language.words),
        class: judged.verdict.word(),
        whose: if is_said { String::new() } else { whose(rule, &site.language.words) },
        href: site.path(&format!("{NUMBERS}#verdict")),
    })
}

/// A verdict in a word: `amber`.
pub(super) fn word(verdict: Verdict, words: &Words) -> String {
    words.word(match verdict {
        Verdict::Green => "verdict-green",
        Verdict::Amber => "verdict-amber",
        Verdict::Red => "verdict-red",
        Verdict::Grey => "verdict-grey",
        Verdict::Said => "verdict-said",
    })
}

/// `Settled: 3 during, 2 the next morning`.
fn says(judged: &Judged, rule: &PainRule, language: &Language) -> String {
    let (words, points) = (&language.words, judged.points);
    let number = |score: f64| Arg::from(language.numbers.score(score));
    let shown = |score: Score| number(score.value());
    let (id, most) = if points.during >= points.after { ("during", points.during) } else { ("after", points.after) };
    let peak = most.map(|score| words.say(&format!("score-{id}"), &[("score", shown(score))]));
    let peak = ("peak", Arg::from(peak.unwrap_or_default()));
    let [next, second] = points.mornings;
    let holds = |morning: Option<Score>| {
        let most = points.reference().map(|usual| (usual + rule.tolerance).min(rule.morning));
        morning.zip(most).is_some_and(|(morning, most)| morning.value() <= most)
    };
    // The morning that decided: with two days' time the second, where the first had not settled.
    let looked_at = match rule.window_hours {
        48 if !holds(next) => second.map(|second| ("verdict-then-second", second)),
        _ => next.map(|next| ("verdict-then-next", next)),
    };
    let then = match (points.settled_hours, looked_at) {
        (Some(hours), _) => words.say("verdict-then-hours", &[("hours", language.numbers.decimals(hours, 1).into())]),
        _ if points.reference().is_none() => words.word("verdict-then-nothing"),
        (None, Some((id, morning))) => words.say(id, &[("score", shown(morning))]),
        (None, None) => words.word("verdict-then-none"),
    };
    let (then, limit) = (("then", Arg::from(then)), |limit: f64| ("limit", number(limit)));
    match (judged.verdict, judged.why) {
        (Verdict::Said, _) => words.word("verdict-says-said"),
        (Verdict::Grey, _) => words.say("verdict-says-unknown", &[peak, then]),
        (_, None) => words.say("verdict-says-settled", &[peak, then]),
        (_, Some(RedCause::Peak)) => words.say("verdict-says-peak", &[peak, limit(rule.ceiling)]),
        (_, Some(RedCause::Start)) => {
            let start = points.start.map_or(0.0, Score::value);
            words.say("verdict-says-start", &[("score", number(start)), limit(rule.ceiling)])
        }
        (_, Some(RedCause::Hours)) => {
            let hours = language.numbers.decimals(points.settled_hours.unwrap_or_default(), 1);
            let window = ("window", Arg::from(rule.window_hours.to_string()));
            words.say("verdict-says-hours", &[peak, ("hours", hours.into()), window])
        }
        (_, Some(RedCause::Morning)) => words.say("verdict-says-morning", &[peak, then, limit(rule.morning)]),
        (_, Some(RedCause::Rise)) => {
            let usual = ("usual", number(points.reference().unwrap_or_default()));
            let id = if points.usual.is_some() { "verdict-says-rise" } else { "verdict-says-rise-start" };
            words.say(id, &[peak, then, usual])
        }
    }
}

/// Whose rule it is.
fn whose(rule: &PainRule, words: &Words) -> String {
    words.say(rule.message(), &[("whose", rule.provenance.as_str().into())])
}

#[cfg(test)]
mod tests {
    use super::{says, word};
    use crate::config::PainRule;
    use crate::journal::metrics::verdict::{Points, judge};
    use crate::language::Language;
    use crate::units::Score;

    fn said(points: [Option<f64>; 5], usual: Option<f64>, hours: Option<f64>, window_hours: i64) -> String {
        let [start, during, after, next, second] = points.map(|p| p.and_then(Score::new));
        let (low, ceiling, morning, tolerance) = (3.0, 5.0, 3.0, 1.0);
        let provenance = String::new();
        let rule =
            PainRule { preset: "custom", from: None, low, ceiling, morning, tolerance, window_hours, provenance };
        let points = Points { start, during, after, mornings: [next, second], usual, settled_hours: hours };
        let judged = judge(points, &rule).expect("a peak");
        let english = Language::english();
        format!("{}: {}", word(judged.verdict, &english.words), says(&judged, &rule, &english))
    }

    #[test]
    fn a_verdict_says_what_happened() {
        let all = |start, during, after, next| [Some(start), Some(during), Some(after), Some(next), None];
        for (said, expected) in [
            (said(all(1.0, 4.0, 3.0, 1.0), None, None, 24), "amber: Settled: 4 during, 1 the next morning"),
            (said(all(1.0, 2.0, 3.0, 2.0), None, None, 24), "green: Settled: 3 after, 2 the next morning"),
            (
                said(all(1.0, 2.0, 3.0, 2.5), None, None, 24),
                "red: Not settled: 3 after, 2.5 the next morning, where the day began at 1",
            ),
            (
                said(all(1.0, 2.0, 3.0, 3.0), Some(1.5), None, 24),
                "red: Not settled: 3 after, 3 the next morning, where 1.5 was usual",
            ),
            (said(all(4.0, 4.0, 4.0, 4.0), None, None, 24), "red: Not settled: 4 during, 4 the next morning, above 3"),
            (said(all(0.0, 6.0, 4.0, 0.0), None, None, 24), "red: 6 during, above the ceiling of 5"),
            (said(all(6.0, 2.0, 2.0, 0.0), None, None, 24), "red: The day began at 6, above the ceiling of 5"),
            (
                said([Some(1.0), Some(4.0), None, None, None], None, None, 24),
                "grey: Not known whether it settled: 4 during, and no score the next morning",
            ),
            (
                said([None, Some(4.0), None, Some(2.0), None], None, None, 24),
                "grey: Not known whether it settled: 4 during, and nothing to compare the next morning with",
            ),
            (
                said([None, Some(4.0), None, None, None], None, Some(20.0), 24),
                "amber: Settled: 4 during, back after 20 h",
            ),
            (
                said([None, Some(4.0), None, None, None], None, Some(40.0), 24),
                "red: Not settled: 4 during, and it took 40 h where the rule gives 24",
            ),
            (
                said([Some(1.0), Some(3.0), None, Some(3.0), Some(2.0)], None, None, 48),
                "green: Settled: 3 during, 2 the second morning",
            ),
        ] {
            assert_eq!(said, expected);
        }
    }
}
