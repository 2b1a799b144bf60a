//! Where the values of a day come from: entries, lines of logs, and what is said of several days at once.

use super::Why;
use crate::entry::{Entry, Row, Value, Visibility};
use crate::site::Site;
use crate::text::words::decimals;
use crate::units::shift;
use jiff::civil::Date;

impl Site {
    /// Where each value of a day comes from; nothing of what does not count.
    #[must_use]
    pub fn why_day(&self, date: Date) -> Why {
        let mut why = Why::default();
        let number = |entry: &Entry| entry.log.as_ref().map_or(0, |log| log.number);
        let journal = &self.journal;
        for (entry, _) in journal.counted.iter().filter(|(entry, _)| entry.date == Some(date)) {
            let values: Vec<String> = entry.rows().iter().map(row_in_words).collect();
            let values = if values.is_empty() { "no value".to_owned() } else { values.join(", ") };
            let says = match (entry.visibility, &entry.log) {
                (Visibility::Private, _) => format!("something private says: {values}"),
                (_, Some(log)) => format!("{} says in line {}: {values}", entry.path, log.number),
                (_, None) => format!("{} says: {values}", entry.path),
            };
            why.say("record", says);
        }
        let next = shift(date, 1);
        for (entry, _) in journal.counted.iter().filter(|(entry, _)| entry.date == Some(next)) {
            if let Some(morning) = entry.record().morning {
                let says = format!("{} says in line {} how the next day began, {morning}", entry.path, number(entry));
                why.say("morning", says);
            }
        }
        for span in journal.logs.spans.iter().filter(|span| span.has(date) && span.run() > 0) {
            let share =
                journal.calendar.as_ref().and_then(|days| Some(days.days[days.index(date)?].logs.span)).unwrap_or(0);
            let says = format!(
                "{} says in line {} that {} m were run from {} to {}, of which {share} m fall on this day",
                span.entry.path,
                number(&span.entry),
                span.run(),
                span.from,
                span.to
            );
            why.say("span", says);
        }
        if let Some(pain) = journal.calendar.as_ref().and_then(|days| days.days[days.index(date)?].pain) {
            why.say("pain", format!("pain is {pain}"));
        }
        if journal.calendar.as_ref().and_then(|days| Some(days.days[days.index(date)?].logs.covered)) == Some(true) {
            why.say("covers", "a log covers it, so what is not named of it was not done");
        }
        if why.facts.is_empty() {
            why.say("record", "nothing that counts is written down of it");
        }
        why
    }
}

/// A recorded value: `pain.worst 2`, `session.walk.distance 2000 m`.
fn row_in_words(row: &Row<'_>) -> String {
    let unit = if matches!(row.unit, "0-10" | "") { String::new() } else { format!(" {}", row.unit) };
    let value = match row.value {
        Value::Number(number) => format!(" {}{unit}", decimals(number, 2)),
        Value::Text(text) => format!(" {text}"),
        Value::Day(day) => format!(" {day}"),
        Value::Yes => String::new(),
    };
    format!("{}{value}", row.metric.parts().collect::<Vec<_>>().join("."))
}
