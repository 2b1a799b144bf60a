//! Ranges as people type them: `2-3`, `12–15`, `20-25 kg`, `1 to 2`.

use super::{Node, Value, leading_number};
use std::ops::Range;

/// A number with the halves that scores have, in patterns.
pub const SCORES: &str = r"^\s*(10|\d)(\.[05]0*)?\s*([-–—]|\s[Tt][Oo]\s)\s*(10|\d)(\.[05]0*)?\s*$";

impl Value<'_> {
    /// The ends of a range, each read as a value of its own; `None` where the value is no range.
    ///
    /// What is wrong with an end, or with their order, is told, and leaves nothing.
    pub fn ends<T: PartialOrd>(self, read: impl Fn(Value<'_>) -> Option<T>) -> Option<Option<(T, T)>> {
        let text = if let Node::Text(text) = self.node { text } else { return None };
        let [low, high] = split(text)?;
        let unit = |end: &Range<usize>| leading_number(&text[end.clone()]).map_or("", |(_, unit)| unit);
        let ends = [(&low, unit(&high)), (&high, unit(&low))].map(|(end, other)| {
            let typed = &text[end.clone()];
            let node = match (typed.parse(), typed.parse()) {
                _ if unit(end).is_empty() && !other.is_empty() => Node::Text(format!("{typed} {other}")),
                (Ok(whole), _) => Node::Int(whole),
                (_, Ok(number)) => Node::Float(number),
                _ => Node::Text(typed.to_owned()),
            };
            read(self.piece(&node, end.clone()))
        });
        let [Some(from), Some(to)] = ends else { return Some(None) };
        if from > to {
            let message = format!("{} goes from the lower to the higher, found `{}`", self.name, text.trim());
            let number = |end: &Range<usize>| text[end.clone()].trim_end_matches(unit(end)).trim_end().to_owned();
            let unit = if unit(&high).is_empty() { unit(&low) } else { unit(&high) };
            let turned = format!("{}-{} {unit}", number(&high), number(&low));
            return Some(self.error("bad-range", message, &format!("write `{}`", turned.trim_end())));
        }
        Some(Some((from, to)))
    }

    /// What stands between slashes, each read as a value of its own; `None` where there is none. A unit after the last is that of
    /// all: `20/22.5/25 kg`. What is wrong with one is told, and leaves nothing.
    pub fn each<T>(self, read: impl Fn(Value<'_>) -> Option<T>) -> Option<Option<Vec<T>>> {
        let text = self.as_text().filter(|text| text.contains('/'))?;
        let unit = |part: &str| leading_number(part.trim()).map(|(_, unit)| unit.to_owned());
        let last = unit(text.rsplit('/').next()?)?;
        let mut at = 0;
        let mut all = Vec::new();
        for part in text.split('/') {
            let typed = part.trim();
            let start = at + part.len() - part.trim_start().len();
            let node = match (unit(typed), typed.parse()) {
                (Some(own), _) if own.is_empty() && !last.is_empty() => Node::Text(format!("{typed} {last}")),
                (_, Ok(number)) => Node::Float(number),
                _ => Node::Text(typed.to_owned()),
            };
            all.push(read(self.piece(&node, start..start + typed.len())));
            at += part.len() + 1;
        }
        Some(all.into_iter().collect())
    }

    /// The text as it was typed, where it is a range.
    pub fn typed_range(&self) -> Option<String> {
        let text = if let Node::Text(text) = self.node { text } else { return None };
        split(text).map(|_| text.trim().to_owned())
    }
}

/// Whether a text is a range.
pub fn is_range(text: &str) -> bool {
    split(text).is_some()
}

/// Whether a text is a range of numbers alone, without units.
pub fn is_plain_range(text: &str) -> bool {
    split(text).is_some_and(|ends| ends.into_iter().all(|end| text[end].parse::<f64>().is_ok()))
}

/// The bytes of the two ends of a range: numbers, each with a unit or without.
fn split(text: &str) -> Option<[Range<usize>; 2]> {
    let dash = text.char_indices().find(|(_, c)| matches!(c, '-' | '–' | '—')).map(|(at, c)| (at, c.len_utf8()));
    let word = || text.as_bytes().windows(4).position(|four| four.eq_ignore_ascii_case(b" to "));
    let (at, long) = dash.or_else(|| word().map(|at| (at, 4)))?;
    let end = |range: Range<usize>| {
        let part = &text[range.clone()];
        let start = range.start + part.len() - part.trim_start().len();
        let range = start..start + part.trim().len();
        let is_number = part.trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '.');
        let unit = leading_number(part.trim()).filter(|_| is_number)?.1;
        unit.chars().all(char::is_alphabetic).then_some(range)
    };
    Some([end(0..at)?, end(at + long..text.len())?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_two_numbers_with_a_dash_or_a_word_between_them() {
        let ends = |text: &'static str| split(text).map(|ends| ends.map(|end| &text[end]));
        for (text, expected) in [
            ("2-3", ["2", "3"]),
            (" 12 – 15 ", ["12", "15"]),
            ("2.5—3", ["2.5", "3"]),
            ("1 to 2", ["1", "2"]),
            ("20-25 kg", ["20", "25 kg"]),
            ("30s-45s", ["30s", "45s"]),
        ] {
            assert_eq!(ends(text), Some(expected), "{text}");
        }
        for text in
            ["2", "-2", "2-", "3-0-3-0", "2-3/10", "band-red", "a-b", "", "–", "1:30-2:00", "today", " to ", "2 to"]
        {
            assert_eq!(ends(text), None, "{text}");
        }
        let plain = ["6-7", "6.5 to 7", "20-25 kg", "2.2e-308 e"].map(is_plain_range);
        assert_eq!(plain, [true, true, false, false], "words with numbers in them are no scores");
    }
}
