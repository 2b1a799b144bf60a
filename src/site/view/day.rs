//! How an entry's day was beside pain, in a few words.

use crate::config::Config;
use crate::entry::{Entry, Mood, Private};
use crate::text::words::decimals;
use serde::Serialize;

/// A name of the list, with all that was noted under it.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    name: String,
    texts: Vec<String>,
}

/// What the writer noted of the day, in a fixed order; what was not noted is left out.
pub(super) fn lines(entry: &Entry, config: &Config) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |name: &str, text: String| match lines.iter_mut().find(|line| line.name == name) {
        Some(line) => line.texts.push(text),
        None => lines.push(Line { name: name.to_owned(), texts: vec![text] }),
    };
    for milestone in &entry.milestones {
        add(if entry.milestones.len() == 1 { "Milestone" } else { "Milestones" }, milestone.label.clone());
    }
    if let Some(cause) = &entry.setback {
        add("Setback, suspected cause", cause.clone());
    }
    if entry.flare {
        add("Flare", "yes".to_owned());
    }
    if !entry.triggers.is_empty() {
        add(if entry.triggers.len() == 1 { "Trigger" } else { "Triggers" }, entry.triggers.join(", "));
    }
    let day = &entry.wellbeing;
    match &day.mood {
        Some(Mood::Number(number)) => add("Mood", of_ten(*number)),
        Some(Mood::Words(words)) => add("Mood", words.clone()),
        None => {}
    }
    for (name, number) in [("Energy", day.energy), ("Stress", day.stress), ("Confidence", day.confidence)] {
        if let Some(number) = number {
            add(name, of_ten(number));
        }
    }
    let measured = [
        ("Sleep", day.sleep, " h"),
        ("Morning stiffness", day.stiffness, " min"),
        ("Resting heart rate", day.resting_hr, " a minute"),
        ("Function", day.function, " %"),
    ];
    for (name, number, unit) in measured {
        if let Some(number) = number {
            add(name, format!("{}{unit}", decimals(number, 1)));
        }
    }
    if let Some(kilograms) = day.body_weight.as_ref().and_then(Private::shown) {
        let unit = config.load_unit;
        add("Body weight", format!("{} {}", decimals(kilograms / unit.kilograms(), 1), unit.symbol()));
    }
    if let Some(medication) = entry.medication.as_ref().and_then(Private::shown) {
        add("Medication", medication.join(", "));
    }
    for prom in &entry.prom {
        add(&prom.instrument, decimals(prom.score, 1));
    }
    for advice in &entry.advice {
        add(&advice.from.as_ref().map_or("Advice".to_owned(), |from| format!("Advice, {from}")), advice.text.clone());
    }
    for question in &entry.questions {
        add(if entry.questions.len() == 1 { "Question" } else { "Questions" }, question.clone());
    }
    lines
}

fn of_ten(number: f64) -> String {
    format!("{} of 10", decimals(number, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Flags, PrivateField, Today};
    use crate::entry::{Advice, Milestone, MilestoneKind, Prom, Wellbeing};

    fn config(show: &str) -> Config {
        let today = Today::Given(jiff::civil::date(2020, 1, 1));
        let flags = Flags { today, drafts: false, future: false, base_url: None, origin: None };
        let text = format!("title = \"T\"\nbase_url = \"https://e.org/\"\n[privacy]\nshow = [{show}]\n");
        crate::config::load(&text, &flags).value
    }

    #[test]
    fn only_what_was_noted_is_said() {
        assert!(lines(&Entry::default(), &config("")).is_empty());
        let wellbeing =
            Wellbeing { sleep: Some(6.5), mood: Some(Mood::Words("flat".to_owned())), ..Wellbeing::default() };
        let entry = Entry {
            flare: true,
            triggers: vec!["stairs".to_owned(), "a chair".to_owned()],
            advice: vec![Advice { from: Some("Dunja".to_owned()), text: "Walk.".to_owned() }],
            wellbeing,
            ..Entry::default()
        };
        let said: Vec<String> =
            lines(&entry, &config("")).iter().map(|l| format!("{}: {}", l.name, l.texts.join(" / "))).collect();
        assert_eq!(
            said,
            ["Flare: yes", "Triggers: stairs, a chair", "Mood: flat", "Sleep: 6.5 h", "Advice, Dunja: Walk."]
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
                wellbeing: Wellbeing { body_weight, ..Wellbeing::default() },
                ..Entry::default()
            }
        };
        let said = |show: &str| -> Vec<String> {
            let config = config(show);
            lines(&entry(&config), &config).iter().map(|l| format!("{}: {}", l.name, l.texts.join(" / "))).collect()
        };
        assert_eq!(said(""), ["Milestone: First mile", "Setback, suspected cause: ice", "VISA-H: 62"]);
        assert_eq!(
            said("\"body_weight\", \"medication\""),
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
