//! The days by the writer's rule; without a rule there is none.

use super::table::{PageCell, PageColumn, PageTable};
use super::{Material, Period};
use crate::config::PainRule;
use crate::journal::metrics::verdict::{Judged, RedCause, Verdict};
use crate::units::{Score, shift};
use jiff::civil::Date;

/// Days that are named of one verdict; the rest is counted.
const NAMED: usize = 3;

/// How many days came to what, the red ones and those of the writer's word by name.
pub(super) fn table(material: &Material<'_>) -> PageTable {
    let Period { from, to } = material.brief.period;
    let held: Vec<&PainRule> = rules(material, from, to);
    let days = material.calendar().map(|calendar| {
        let days = calendar.days.iter().enumerate().map(|(at, day)| (calendar.date(at), day));
        days.filter(|(date, _)| material.brief.period.has(*date)).filter_map(|(date, day)| Some((date, day.judged?)))
    });
    let judged: Vec<(Date, Judged)> = days.into_iter().flatten().collect();
    let row = |verdict: Verdict| {
        let own: Vec<&(Date, Judged)> = judged.iter().filter(|(_, judged)| judged.verdict == verdict).collect();
        let named = match verdict {
            Verdict::Red | Verdict::Said => names(material, &own),
            _ => String::new(),
        };
        let word = material.word(&format!("verdict-{}", verdict.word()));
        let name = format!("{} {word}", verdict.shape());
        (!own.is_empty()).then(|| vec![PageCell::from(name), own.len().to_string().into(), named.into()])
    };
    let verdicts = [Verdict::Red, Verdict::Said, Verdict::Amber, Verdict::Green, Verdict::Grey];
    PageTable {
        title: material.word("report-verdicts"),
        note: held.iter().map(|rule| said(material, rule)).collect::<Vec<_>>().join(" "),
        columns: vec![PageColumn::words("", 20, 1), PageColumn::figures("", 10), PageColumn::words("", 70, 3)],
        rows: if held.is_empty() { Vec::new() } else { verdicts.into_iter().filter_map(row).collect() },
        none: material.word(if held.is_empty() { "report-no-rule" } else { "report-no-verdict" }),
        first: 5,
        ..PageTable::default()
    }
}

/// The rules that held on any of the days.
fn rules<'a>(material: &Material<'a>, from: Date, to: Date) -> Vec<&'a PainRule> {
    let rules = &material.config.rules;
    let ended = |at: usize| rules.get(at + 1).and_then(|next| next.from).is_some_and(|next| next <= from);
    let begun = |rule: &PainRule| rule.from.is_none_or(|day| day <= to);
    rules.iter().enumerate().filter(|(at, rule)| begun(rule) && !ended(*at)).map(|(_, rule)| rule).collect()
}

/// A rule with its numbers, and whose it is.
fn said(material: &Material<'_>, rule: &PainRule) -> String {
    let whose = material.say(rule.message(), &[("whose", rule.provenance.as_str().into())]);
    let number = |value: f64| material.language.numbers.score(value);
    let args = [("whose", whose.into()), ("low", number(rule.low).into()), ("ceiling", number(rule.ceiling).into())];
    let hours = [("hours", rule.window_hours.into())];
    material.say("report-rule", &[args.as_slice(), &hours].concat())
}

/// The last days of a verdict, each with why, and how many came before.
fn names(material: &Material<'_>, own: &[&(Date, Judged)]) -> String {
    let name = |(date, judged): &(Date, Judged)| {
        let day = material.day(*date);
        match why(material, *date, judged) {
            Some(why) => material.say("report-verdict-day", &[("day", day.into()), ("why", why.into())]),
            None => day,
        }
    };
    let mut named: Vec<String> = own.iter().rev().take(NAMED).map(|day| name(day)).collect();
    let more = own.len().saturating_sub(NAMED);
    if more > 0 {
        named.push(material.say("report-more", &[("n", more.into())]));
    }
    named.join(", ")
}

/// Why a day is red, in a few words.
fn why(material: &Material<'_>, date: Date, judged: &Judged) -> Option<String> {
    let points = &judged.points;
    let score = |id: &str, score: Option<Score>| {
        let score = material.language.numbers.score(score?.value());
        Some(material.say(id, &[("score", score.into())]))
    };
    match judged.why? {
        RedCause::Peak if points.during >= points.after => score("score-during", points.during),
        RedCause::Peak => score("score-after", points.after),
        RedCause::Start => score("score-before", points.start),
        RedCause::Hours => {
            let hours = material.figure(points.settled_hours.unwrap_or_default());
            Some(material.say("verdict-then-hours", &[("hours", hours.into())]))
        }
        RedCause::Morning | RedCause::Rise => {
            let at = material.calendar()?.index(shift(date, 1))?;
            let morning = material.calendar()?.mornings.get(at).copied().flatten()?;
            score("verdict-then-next", Some(morning.score))
        }
    }
}
