//! How an entry's day was beside pain, in a few words.

use crate::entry::{Entry, Mood};
use crate::text::words::decimals;
use serde::Serialize;

/// A line of the list, with its name.
#[derive(Debug, Serialize)]
pub(super) struct Line {
    name: String,
    text: String,
}

/// What the writer noted of the day, in a fixed order; what was not noted is left out.
pub(super) fn lines(entry: &Entry) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |name: &str, text: String| lines.push(Line { name: name.to_owned(), text });
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
    for advice in &entry.advice {
        add(&advice.from.as_ref().map_or("Advice".to_owned(), |from| format!("Advice, {from}")), advice.text.clone());
    }
    for question in &entry.questions {
        add("Question", question.clone());
    }
    lines
}

fn of_ten(number: f64) -> String {
    format!("{} of 10", decimals(number, 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entry::{Advice, Wellbeing};

    #[test]
    fn only_what_was_noted_is_said() {
        assert!(lines(&Entry::default()).is_empty());
        let wellbeing =
            Wellbeing { sleep: Some(6.5), mood: Some(Mood::Words("flat".to_owned())), ..Wellbeing::default() };
        let entry = Entry {
            flare: true,
            triggers: vec!["stairs".to_owned(), "a chair".to_owned()],
            advice: vec![Advice { from: Some("Dunja".to_owned()), text: "Walk.".to_owned() }],
            wellbeing,
            ..Entry::default()
        };
        let said: Vec<String> = lines(&entry).iter().map(|l| format!("{}: {}", l.name, l.text)).collect();
        assert_eq!(
            said,
            ["Flare: yes", "Triggers: stairs, a chair", "Mood: flat", "Sleep: 6.5 h", "Advice, Dunja: Walk."]
        );
    }
}
