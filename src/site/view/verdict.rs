//! A day's verdict in words, with the scores that decided it.

use super::super::Site;
use super::numbers::NUMBERS;
use crate::config::Rules;
use crate::journal::Item;
use crate::journal::metrics::verdict::{Judged, Verdict};
use crate::text::words::{decimals, score};
use serde::Serialize;

/// A verdict as pages show it: a shape and a word, never a colour alone.
#[derive(Debug, Serialize)]
pub(super) struct VerdictView {
    shape: &'static str,
    word: &'static str,
    /// The name of its colour in the style sheet, whatever the language.
    class: &'static str,
    why: String,
    href: String,
}

/// How the injury took an entry's day; `None` where the entry itself has no score to judge.
pub(super) fn of_item(site: &Site, item: &Item) -> Option<VerdictView> {
    let [_, during, after, _] = item.points;
    during.or(after)?;
    let calendar = site.journal.days(item.injury)?;
    let judged = calendar.days[calendar.index(item.entry.date?)?].judged?;
    let verdict = judged.verdict;
    let href = site.path(&format!("{NUMBERS}#verdict"));
    let why = why(&judged, &site.config.rules);
    Some(VerdictView { shape: verdict.shape(), word: verdict.word(), class: verdict.word(), why, href })
}

/// `by the rule we set: 4 during, above 3; back to its level before by the next morning`.
fn why(judged: &Judged, rules: &Rules) -> String {
    let points = judged.points;
    let Some(peak) = points.during.max(points.after) else { return String::new() };
    let when = if points.during >= points.after { "during" } else { "after" };
    let shown = score(peak.value());
    let limit = if peak.value() > rules.ceiling {
        format!("above the ceiling of {}", score(rules.ceiling))
    } else if peak.value() > rules.low {
        format!("above {}", score(rules.low))
    } else {
        format!("no more than {}", score(rules.low))
    };
    let settled = if peak.value() > rules.ceiling { None } else { Some(settled(judged, rules)) };
    let settled = settled.map(|settled| format!("; {settled}")).unwrap_or_default();
    format!("{}: {shown} {when}, {limit}{settled}", whose(rules))
}

fn whose(rules: &Rules) -> String {
    match (rules.set, rules.provenance.as_str()) {
        (true, "") => "by the rule I set".to_owned(),
        (true, whose) => format!("by the rule {whose}"),
        (false, _) => "by the published rule".to_owned(),
    }
}

/// Whether it went back to where it was, and how that is known.
fn settled(judged: &Judged, rules: &Rules) -> String {
    let points = judged.points;
    if let Some(hours) = points.settled_hours {
        let (hours, window) = (decimals(hours, 1), decimals(rules.window_hours, 1));
        return if judged.verdict == Verdict::Red {
            format!("it took {hours} h to settle, and the rule gives it {window}")
        } else {
            format!("settled after {hours} h, within {window}")
        };
    }
    let (Some(before), Some(next)) = (points.before, points.next) else {
        return match (points.before, points.next) {
            (None, Some(_)) => "no score from before, so it can’t be said whether it settled".to_owned(),
            (Some(_), None) => "no score from the next day, so it can’t be said whether it settled".to_owned(),
            _ => "no scores from before and the next day, so it can’t be said whether it settled".to_owned(),
        };
    };
    let (from, to) = (score(before.value()), score(next.value()));
    if next <= before {
        "back to its level before by the next morning".to_owned()
    } else if judged.verdict == Verdict::Red {
        format!("{to} the next morning, above the {from} before")
    } else {
        format!("{to} the next morning, within {} of the {from} before", score(rules.tolerance))
    }
}

#[cfg(test)]
mod tests {
    use super::why;
    use crate::config::Rules;
    use crate::journal::metrics::verdict::{Points, judge};
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
        format!("{}, {}", judged.verdict.word(), why(&judged, &rules))
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
