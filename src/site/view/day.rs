//! How an entry's day was beside pain, in a few words.

use super::measures::weight;
use crate::config::{Better, Config};
use crate::entry::{Entry, MeasureValue, Private, TestResult};
use crate::language::{Arg, Language};
use serde::Serialize;

/// A name of the list, with all that was noted under it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Line {
    name: String,
    texts: Vec<String>,
}

/// Adds a line; what has a name that stands already joins it.
fn add(lines: &mut Vec<Line>, name: String, text: String) {
    match lines.iter_mut().find(|line| line.name == name) {
        Some(line) => line.texts.push(text),
        None => lines.push(Line { name, texts: vec![text] }),
    }
}

fn n(n: usize) -> [(&'static str, Arg<'static>); 1] {
    [("n", n.into())]
}

/// What happened, which stands above the story: what was reached, what went wrong, what somebody said.
pub(super) fn happened(entry: &Entry, config: &Config, language: &Language) -> Vec<Line> {
    let words = &language.words;
    let mut lines = Vec::new();
    for milestone in &entry.milestones {
        add(&mut lines, words.say("noted-milestones", &n(entry.milestones.len())), milestone.label.clone());
    }
    for (id, _) in &entry.criteria {
        let Some((_, criterion)) = config.criterion(id) else { continue };
        add(&mut lines, words.say("noted-criteria", &n(entry.criteria.len())), super::criteria::said(criterion, words));
    }
    match (&entry.setback, entry.flare) {
        (Some(cause), true) => add(&mut lines, words.word("noted-setback-and-flare"), cause.clone()),
        (Some(cause), false) => add(&mut lines, words.word("noted-setback"), cause.clone()),
        (None, true) => add(&mut lines, words.word("noted-flare"), words.word("noted-flare-yes")),
        (None, false) => {}
    }
    for advice in &entry.advice {
        let name = match &advice.from {
            Some(from) => words.say("noted-advice-from", &[("from", from.as_str().into())]),
            None => words.word("noted-advice"),
        };
        add(&mut lines, name, advice.text.clone());
    }
    lines
}

/// What else the writer noted of the day, in a fixed order; what was not noted is left out.
pub(super) fn measured(entry: &Entry, config: &Config, language: &Language) -> Vec<Line> {
    let words = &language.words;
    let mut lines = Vec::new();
    if entry.rest {
        add(&mut lines, words.word("noted-rest"), words.word("noted-rest-yes"));
    }
    if !entry.triggers.is_empty() {
        add(&mut lines, words.say("noted-triggers", &n(entry.triggers.len())), entry.triggers.join(", "));
    }
    for (measure, noted) in entry.measures.lines() {
        let text = match noted {
            MeasureValue::Number(n) => {
                let typed = entry.measures.ranges.get(measure.key.name).map(str::to_owned);
                let n = typed.unwrap_or_else(|| language.numbers.decimals(*n, 1));
                words.say(measure.says, &[("n", n.into())])
            }
            MeasureValue::Words(words) => words.clone(),
        };
        add(&mut lines, words.word(measure.name), text);
    }
    if let Some(kilograms) = entry.body_weight.as_ref().and_then(Private::shown) {
        add(&mut lines, words.word("noted-body-weight"), weight(language, config.load_unit, *kilograms, 1));
    }
    if let Some(medication) = entry.medication.as_ref().and_then(Private::shown) {
        add(&mut lines, words.word("noted-medication"), medication.join(", "));
    }
    for prom in &entry.prom {
        add(&mut lines, prom.instrument.clone(), language.numbers.decimals(prom.score, 1));
    }
    for result in &entry.tests {
        add(&mut lines, result.name.clone(), test(result, config, language));
    }
    for question in &entry.questions {
        add(&mut lines, words.say("noted-questions", &n(entry.questions.len())), question.clone());
    }
    lines
}

/// What a test came to, and the line that the settings draw: `left 18 reps, right 25 reps (at least 20 reps)`.
fn test(result: &TestResult, config: &Config, language: &Language) -> String {
    let words = &language.words;
    let number = |number: f64| {
        let number = language.numbers.decimals(number, 3);
        if result.unit.is_empty() { number } else { format!("{number} {}", result.unit) }
    };
    let of = |id: &str, n: Option<f64>| n.map(|n| words.say(id, &[("n", number(n).into())]));
    let sides = [result.value.map(number), of("noted-left", result.left), of("noted-right", result.right)];
    let said = sides.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let line = config.test(&result.name).and_then(|test| match (test.better, test.line) {
        (Some(Better::More), line) => {
            Some(of("noted-at-least", line).unwrap_or_else(|| words.word("noted-more-better")))
        }
        (Some(Better::Less), line) => {
            Some(of("noted-at-most", line).unwrap_or_else(|| words.word("noted-less-better")))
        }
        (None, line) => of("noted-line", line),
    });
    line.map_or(said.clone(), |line| format!("{said} ({line})"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Flags, PrivateField, Today};
    use crate::entry::{Advice, Measures, Milestone, MilestoneKind, Prom};

    fn config(show: &str) -> Config {
        let today = Today::Given(jiff::civil::date(2020, 1, 1));
        let flags = Flags::on(today);
        let text = format!("title = \"T\"\nbase_url = \"https://e.org/\"\n[privacy]\nshow = [{show}]\n");
        crate::config::load(&text, &flags).value
    }

    fn said(entry: &Entry, show: &str) -> Vec<String> {
        let line = |line: &Line| format!("{}: {}", line.name, line.texts.join(" / "));
        let english = Language::english();
        let all = [happened(entry, &config(show), &english), measured(entry, &config(show), &english)].concat();
        all.iter().map(line).collect()
    }

    #[test]
    fn only_what_was_noted_is_said() {
        assert!(said(&Entry::default(), "").is_empty());
        let measures = [("sleep", MeasureValue::Number(6.5)), ("mood", MeasureValue::Words("flat".to_owned()))];
        let entry = Entry {
            flare: true,
            triggers: vec!["stairs".to_owned(), "a chair".to_owned()],
            advice: vec![Advice { from: Some("Dunja".to_owned()), text: "Walk.".to_owned() }],
            measures: Measures { noted: measures.into_iter().collect(), ..Measures::default() },
            ..Entry::default()
        };
        assert_eq!(
            said(&entry, ""),
            [
                "Flare: Pain flared up on this day.",
                "Advice, Dunja: Walk.",
                "Triggers: stairs, a chair",
                "Mood: flat",
                "Sleep: 6.5 h"
            ]
        );
    }

    #[test]
    fn private_fields_are_said_only_where_the_settings_show_them() {
        let label = "First mile".to_owned();
        let entry = |config: &Config| {
            let body_weight = Some(Private::of(PrivateField::BodyWeight, 64.0, 0..1, config));
            Entry {
                milestones: vec![Milestone { kind: MilestoneKind::First, label: label.clone() }],
                setback: Some("ice".to_owned()),
                medication: Some(Private::of(PrivateField::Medication, vec!["ibuprofen".to_owned()], 0..1, config)),
                prom: vec![Prom { instrument: "VISA-H".to_owned(), score: 62.0 }],
                body_weight,
                ..Entry::default()
            }
        };
        assert_eq!(
            said(&entry(&config("")), ""),
            ["Milestone: First mile", "Setback, suspected cause: ice", "VISA-H: 62"]
        );
        assert_eq!(
            said(&entry(&config("\"body_weight\", \"medication\"")), "\"body_weight\", \"medication\""),
            [
                "Milestone: First mile",
                "Setback, suspected cause: ice",
                "Body weight: 64 kg",
                "Medication: ibuprofen",
                "VISA-H: 62",
            ]
        );
    }
}
