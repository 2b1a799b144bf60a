//! What a line means, as the log reader has it: all of it, or nothing.

use super::known_words::ours;
use crate::config::Config;
use crate::diag::Severity;
use crate::entry::{Entry, WORDY, behind_sign, front_matter_of, is_plain_item, items_of, parse_log};
use crate::source::{Content, Hash, Source, Stamp};
use crate::text::slug::slug;
use jiff::civil::Date;
use std::sync::Arc;

/// The most words of an exercise's name; what has more is rather a sentence.
const NAME_WORDS: usize = 5;

/// Reads lines with the settings of a site.
#[derive(Clone, Copy, Debug)]
pub(super) struct ItemReader<'a> {
    pub(super) config: &'a Config,
}

/// The items of a day so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct DayItems(pub(super) Vec<String>);

impl DayItems {
    /// The items as a line has them.
    pub(super) fn line(&self) -> String {
        self.0.join(", ")
    }
}

impl ItemReader<'_> {
    /// Takes a line as it was typed, if all of it can be read beside what was taken before.
    pub(super) fn take(&self, date: Date, line: &str, gathered: &mut DayItems) -> bool {
        let Some(items) = as_items(line) else { return false };
        self.take_items(date, &items, gathered)
    }

    /// Takes items in the form of the log.
    pub(super) fn take_items(&self, date: Date, items: &str, gathered: &mut DayItems) -> bool {
        let with = |all: &[String]| DayItems(all.iter().cloned().chain([items.to_owned()]).collect());
        let added = with(&gathered.0);
        if self.reads(date, &added.line()) {
            *gathered = added;
            return true;
        }
        // Points of pain that stand on lines of their own are one item.
        let points = |item: &str| {
            item.strip_prefix("pain ").filter(|rest| rest.starts_with(char::is_alphabetic)).map(str::to_owned)
        };
        let Some((more, at)) = points(items).zip(gathered.0.iter().position(|item| points(item).is_some())) else {
            return false;
        };
        let mut joined = gathered.clone();
        joined.0[at] = format!("{} {more}", joined.0[at]);
        let reads = self.reads(date, &joined.line());
        if reads {
            *gathered = joined;
        }
        reads
    }

    /// Whether the log reader takes a line without a word of doubt, and nothing in it is understood by what the settings say of
    /// numbers without a unit.
    fn reads(&self, date: Date, items: &str) -> bool {
        if items.contains(['#', '\n', '[', ']']) || !items_of(items).into_iter().all(|part| is_plain_item(&items[part]))
        {
            return false;
        }
        let text: Arc<str> = format!("{date}  {items}").into();
        let content = Content::Text(text.clone());
        let source = Source { path: "".into(), hash: Hash::default(), content, stamp: Stamp::default() };
        let (log, problems) = parse_log(&source, &text, self.config, None);
        let doubt = problems.iter().any(|problem| problem.severity != Severity::Note);
        match log.lines.as_slice() {
            [line] => !doubt && line.bare.is_empty() && self.is_known(&line.entry),
            _ => false,
        }
    }

    /// Whether the names that a line has are the site's, and its exercises no sentences.
    fn is_known(&self, entry: &Entry) -> bool {
        let injury = entry.injury.as_ref().is_none_or(|(name, _)| {
            self.config.injuries.iter().any(|known| known.slug == slug(name) || known.name == *name)
        });
        let phase = entry.phase.as_ref().is_none_or(|name| self.config.phases.iter().any(|known| known.name == *name));
        let is_name = |name: &str| {
            name.split_whitespace().count() <= NAME_WORDS && !name.contains(['.', ';', '!', '?', ':', '('])
        };
        injury && phase && entry.exercises.iter().all(|exercise| is_name(&exercise.name))
    }
}

/// Whether a line is in the form `Label: value`.
pub(super) fn is_labelled(line: &str) -> bool {
    labelled(&bare(line).unwrap_or_default()).is_some()
}

/// Whether items can stand in front matter.
pub(super) fn fits_front_matter(items: &str) -> bool {
    front_matter_of(items).is_some()
}

/// A line without signs of lists, emphasis and an end; `None` where its box is not ticked.
fn bare(line: &str) -> Option<String> {
    let (text, _) = behind_sign(line);
    let text = match text.get(..4) {
        Some("[ ] ") => return None,
        Some("[x] " | "[X] ") => &text[4..],
        _ => text,
    };
    let text = text.replace("**", "").replace("__", "").replace("::", ":");
    let text = text.trim().trim_end_matches(['.', ';', ',']).trim_end();
    // Some part items by semicolons; between quotation marks they are text.
    Some(if text.contains('"') { text.to_owned() } else { text.replace(';', ",") })
}

/// The label and the value of `Label: value`.
fn labelled(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.split_once(':')?;
    let is_label =
        label.split_whitespace().count() <= 3 && label.starts_with(char::is_alphabetic) && !label.contains(['"', ',']);
    (is_label && value.starts_with([' ', '\t']) && !value.trim().is_empty()).then(|| (label.trim(), value.trim()))
}

/// A line as items of the log.
fn as_items(line: &str) -> Option<String> {
    let text = bare(line)?;
    if let Some((label, value)) = labelled(&text) {
        return Some(labelled_item(label, value));
    }
    match ours(&text) {
        Some(word @ ("rest" | "flare")) => Some(word.to_owned()),
        _ => Some(out_of_ten(&text)),
    }
}

/// The item that a label and its value are.
pub(super) fn labelled_item(label: &str, value: &str) -> String {
    let key = ours(label).map_or_else(|| label.to_owned(), str::to_owned);
    let lower = key.to_lowercase();
    if matches!(lower.as_str(), "rest" | "flare") {
        return if is_yes(value) { lower } else { format!("{key} {value}") };
    }
    if WORDY.contains(&lower.as_str()) && value.parse::<f64>().is_err() && lower != "treatment" {
        return format!("{key} \"{}\"", value.trim_matches('"').replace('"', "'"));
    }
    out_of_ten(&format!("{key} {}", without_decimal_comma(value)))
}

/// Whether a cell or a value says yes.
pub(super) fn is_yes(value: &str) -> bool {
    matches!(value.trim().to_lowercase().as_str(), "yes" | "y" | "x" | "ja" | "true" | "✓" | "✔" | "done")
}

/// `pain 3/10` is three of ten.
fn out_of_ten(item: &str) -> String {
    let is_score =
        |number: &str| number.rsplit([' ', ':']).next().is_some_and(|n| !n.contains('/') && n.parse::<f64>().is_ok());
    match item.strip_suffix("/10").filter(|rest| rest.to_lowercase().starts_with("pain") && is_score(rest)) {
        Some(rest) => rest.to_owned(),
        None => item.to_owned(),
    }
}

/// `5,2 km` as `5.2 km`, where nothing else stands there; three digits behind a comma may be thousands.
pub(super) fn without_decimal_comma(value: &str) -> String {
    let Some((whole, rest)) = value.split_once(',') else { return value.to_owned() };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let unit = rest[digits..].trim();
    let is_number = !whole.is_empty() && whole.bytes().all(|b| b.is_ascii_digit()) && (1..=2).contains(&digits);
    if is_number && unit.chars().all(char::is_alphabetic) { format!("{whole}.{rest}") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Flags, Today, load};

    fn taken(lines: &[&str]) -> String {
        let text = "title = \"T\"\nbase_url = \"https://example.org/\"\n[[injuries]]\nname = \"Left calf\"\n";
        let day = jiff::civil::date(2024, 5, 3);
        let config = load(text, &Flags::on(Today::Given(day))).value;
        let reader = ItemReader { config: &config };
        let mut gathered = DayItems::default();
        let all = lines.iter().all(|line| reader.take(day, line, &mut gathered));
        if all { gathered.line() } else { format!("no: {}", gathered.line()) }
    }

    #[test]
    fn a_line_is_taken_whole_or_not_at_all() {
        for (line, expected) in [
            ("Pain: 3", "pain 3"),
            ("- **Pain:** 3/10", "pain 3"),
            ("pain:: 2/2/3", "pain 2/2/3"),
            ("Pain before: 2", "pain before 2"),
            ("Schmerz: 3", "pain 3"),
            ("* Run: 5k 30:00.", "run 5k 30:00"),
            ("Lauf: 5,2 km", "run 5.2 km"),
            ("run 5k, pain 2, \"slept badly\"", "run 5k, pain 2, \"slept badly\""),
            ("Rest day", "rest"),
            ("Ruhetag.", "rest"),
            ("- [x] bridges 3x10 @12kg", "bridges 3x10 @12kg"),
            ("Setback: ran on ice, again", "setback \"ran on ice, again\""),
            ("Mood: low and tired", "mood \"low and tired\""),
            ("Sleep: 7:30", "sleep 7:30"),
            ("Mileage: 5 km", "mileage 5 km"),
            ("Treatment: dry needling 30 min", "treatment dry needling 30 min"),
            ("Injury: Left calf", "injury Left calf"),
            ("Run 5k 28:30; pain 1", "Run 5k 28:30, pain 1"),
            ("Resting HR: 51", "resting hr 51"),
            ("Morning: 1", "morning 1"),
        ] {
            assert_eq!(taken(&[line]), expected, "{line}");
        }
        for line in [
            "run 5",
            "Mileage: 5",
            "bridges 3x10 @12",
            "Body weight: 70",
            "- [ ] run 5k",
            "run 5k, felt great",
            "Plan: run 5k",
            "needling",
            "slept badly",
            "Mood swings all day",
            "Treatment went on for ever and ever",
            "Then I held on and waited for 30s",
            "Note to self: buy shoes",
            "Injury: knee",
            "run 5k #2",
            "~~run 5k~~",
            "ran 5k",
            "pain 11",
            "run 5k 5:00",
            "3/10",
            "5k",
            "run 5k [strava:1]",
            "",
        ] {
            assert_eq!(taken(&[line]), "no: ", "{line}");
        }
    }

    #[test]
    fn lines_are_taken_beside_those_before_them() {
        assert_eq!(taken(&["Pain before: 2", "Pain after: 3", "run 5k"]), "pain before 2 after 3, run 5k");
        assert_eq!(taken(&["Sleep: 7", "Sleep: 8"]), "no: sleep 7");
    }
}
