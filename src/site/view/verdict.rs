//! A day's verdict in words, with the scores that decided it.

use super::numbers::NUMBERS;
use crate::config::Rules;
use crate::journal::metrics::verdict::{Judged, Verdict};
use crate::language::{Arg, Language, Words};
use crate::site::reader::PlanReader;
use serde::Serialize;

/// A verdict as pages show it: a shape and a word, never a colour alone.
#[derive(Debug, Serialize)]
pub(super) struct VerdictView {
    shape: &'static str,
    word: String,
    /// The name of its colour in the style sheet, whatever the language.
    class: &'static str,
    why: String,
    href: String,
}

/// How the injury took an entry's day; `None` where the entry itself has no score to judge.
pub(super) fn of_item(site: &PlanReader<'_>, index: usize) -> Option<VerdictView> {
    let card = site.card(index);
    let [_, during, after, _] = card.points;
    during.or(after)?;
    let judged = site.judged(index)?;
    let verdict = judged.verdict;
    let href = site.path(&format!("{NUMBERS}#verdict"));
    let why = why(&judged, &site.config.rules, site.language);
    let said = word(verdict, &site.language.words);
    Some(VerdictView { shape: verdict.shape(), word: said, class: verdict.word(), why, href })
}

/// A verdict in a word: `amber`.
pub(super) fn word(verdict: Verdict, words: &Words) -> String {
    words.word(match verdict {
        Verdict::Green => "verdict-green",
        Verdict::Amber => "verdict-amber",
        Verdict::Red => "verdict-red",
        Verdict::Grey => "verdict-grey",
    })
}

/// `by the rule we set: 4 during, above 3; back to its level before by the next morning`.
fn why(judged: &Judged, rules: &Rules, language: &Language) -> String {
    let (words, points) = (&language.words, judged.points);
    let Some(peak) = points.during.max(points.after) else { return String::new() };
    let score = |score: f64| language.numbers.score(score);
    let shown: [(&str, Arg<'_>); 1] = [("score", score(peak.value()).into())];
    let when = if points.during >= points.after {
        words.say("score-during", &shown)
    } else {
        words.say("score-after", &shown)
    };
    let too_much = peak.value() > rules.ceiling;
    let limit = if too_much {
        words.say("verdict-above-ceiling", &[("limit", score(rules.ceiling).into())])
    } else if peak.value() > rules.low {
        words.say("verdict-above", &[("limit", score(rules.low).into())])
    } else {
        words.say("verdict-no-more", &[("limit", score(rules.low).into())])
    };
    let (rule, when, limit): (Arg<'_>, Arg<'_>, Arg<'_>) = (whose(rules, words).into(), when.into(), limit.into());
    if too_much {
        return words.say("verdict-why", &[("rule", rule), ("score", when), ("limit", limit)]);
    }
    let settled = Arg::from(settled(judged, rules, language));
    words.say("verdict-why-settled", &[("rule", rule), ("score", when), ("limit", limit), ("settled", settled)])
}

fn whose(rules: &Rules, words: &Words) -> String {
    match (rules.set, rules.provenance.as_str()) {
        (true, "") => words.word("verdict-rule-mine"),
        (true, whose) => words.say("verdict-rule-of", &[("whose", whose.into())]),
        (false, _) => words.word("verdict-rule-published"),
    }
}

/// Whether it went back to where it was, and how that is known.
fn settled(judged: &Judged, rules: &Rules, language: &Language) -> String {
    let (words, numbers, points) = (&language.words, &language.numbers, judged.points);
    if let Some(hours) = points.settled_hours {
        let (hours, window) = (numbers.decimals(hours, 1), numbers.decimals(rules.window_hours, 1));
        let args: [(&str, Arg<'_>); 2] = [("hours", hours.into()), ("window", window.into())];
        return if judged.verdict == Verdict::Red {
            words.say("verdict-settled-late", &args)
        } else {
            words.say("verdict-settled-in", &args)
        };
    }
    let (Some(before), Some(next)) = (points.before, points.next) else {
        return match (points.before, points.next) {
            (None, Some(_)) => words.word("verdict-no-before"),
            (Some(_), None) => words.word("verdict-no-next"),
            _ => words.word("verdict-neither"),
        };
    };
    let (from, to) = (Arg::from(numbers.score(before.value())), Arg::from(numbers.score(next.value())));
    if next <= before {
        words.word("verdict-back")
    } else if judged.verdict == Verdict::Red {
        words.say("verdict-higher", &[("next", to), ("before", from)])
    } else {
        let tolerance = Arg::from(numbers.score(rules.tolerance));
        words.say("verdict-within", &[("next", to), ("tolerance", tolerance), ("before", from)])
    }
}

#[cfg(test)]
mod tests {
    use super::{why, word};
    use crate::config::Rules;
    use crate::journal::metrics::verdict::{Points, judge};
    use crate::language::Language;
    use crate::units::Score;

    fn said(points: [Option<f64>; 4], hours: Option<f64>, tolerance: f64) -> String {
        let [before, during, after, next] = points.map(|p| p.and_then(Score::new));
        let rules = Rules {
            preset: "custom".to_owned(),
            low: 3.0,
            ceiling: 5.0,
            window_hours: 24.0,
            tolerance,
            provenance: "we set".to_owned(),
            set: true,
        };
        let points = Points { before, during, after, next, settled_hours: hours };
        let judged = judge(points, &rules.limits()).expect("a peak");
        let english = Language::english();
        format!("{}, {}", word(judged.verdict, &english.words), why(&judged, &rules, &english))
    }

    #[test]
    fn a_verdict_says_why() {
        let all = |b, d, a, n| [Some(b), Some(d), Some(a), Some(n)];
        for (said, expected) in [
            (
                said(all(1.0, 4.0, 3.0, 1.0), None, 0.0),
                "amber, by the rule we set: 4 during, above 3; back to its level before by the next morning",
            ),
            (
                said(all(1.0, 2.0, 3.0, 2.5), None, 0.0),
                "red, by the rule we set: 3 after, no more than 3; 2.5 the next morning, above the 1 before",
            ),
            (
                said(all(1.0, 2.0, 2.0, 2.0), None, 1.0),
                "green, by the rule we set: 2 during, no more than 3; 2 the next morning, within 1 of the 1 before",
            ),
            (said(all(0.0, 6.0, 4.0, 0.0), None, 0.0), "red, by the rule we set: 6 during, above the ceiling of 5"),
            (
                said([Some(1.0), Some(4.0), None, None], None, 0.0),
                "grey, by the rule we set: 4 during, above 3; no score from the next day, so it can’t be said whether it settled",
            ),
            (
                said([None, Some(4.0), None, None], Some(20.0), 0.0),
                "amber, by the rule we set: 4 during, above 3; settled after 20 h, within 24",
            ),
            (
                said([None, Some(4.0), None, None], Some(40.0), 0.0),
                "red, by the rule we set: 4 during, above 3; it took 40 h to settle, and the rule gives it 24",
            ),
        ] {
            assert_eq!(said, expected);
        }
    }
}
