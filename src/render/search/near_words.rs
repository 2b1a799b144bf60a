//! The words that the search page offers where what was typed is nearly one of them.
//!
//! They stand in a file for each first letter, the most common first, so that a reader who mistypes a word loads a list of
//! some hundred words and no dictionary.

use super::Files;
use super::digest::{is_apostrophe, is_unspaced};
use crate::site::Record;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Shorter words are near too many others.
const SHORTEST: usize = 4;

/// The files, by their path in the folder of the index: `words/68.txt` for those that begin with an `h`, and
/// `words/letters.txt` with all first letters, so that nobody asks for what is not there.
pub(super) fn files(records: &[Record]) -> Files {
    let mut lists: BTreeMap<char, Vec<(usize, String)>> = BTreeMap::new();
    for (word, n) in counts(records) {
        let Some(first) = word.nfd().next() else { continue };
        lists.entry(first).or_default().push((n, word));
    }
    let file = |(first, mut words): (char, Vec<(usize, String)>)| {
        words.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let lines: Vec<String> = words.into_iter().map(|(_, word)| word).collect();
        (format!("words/{:x}.txt", u32::from(first)), lines.join("\n").into_bytes())
    };
    let letters = ("words/letters.txt".to_owned(), lists.keys().collect::<String>().into_bytes());
    lists.into_iter().map(file).chain(std::iter::once(letters)).collect()
}

/// The words of two records or more, and those that have a weight, each with the number of its records: what stands in one
/// text alone may be mistyped itself.
fn counts(records: &[Record]) -> BTreeMap<String, usize> {
    // In how many records, the last of them, and whether it is kept though it is in one alone.
    let mut seen: BTreeMap<String, (usize, usize, bool)> = BTreeMap::new();
    for (number, record) in records.iter().enumerate() {
        let titled = std::iter::once((true, record.title.as_str()));
        for (weighs, text) in titled.chain(record.said.iter().map(|(weight, text)| (*weight > 1, text.as_str()))) {
            for word in words(text) {
                let (n, last, kept) = seen.entry(word).or_insert((0, usize::MAX, false));
                *n += usize::from(*last != number);
                *last = number;
                *kept |= weighs;
            }
        }
    }
    seen.into_iter().filter(|(_, (n, _, kept))| *n > 1 || *kept).map(|(word, (n, ..))| (word, n)).collect()
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let is_part = |c: char| c.is_alphabetic() || is_apostrophe(c) || unicode_normalization::char::is_combining_mark(c);
    let words = text.split(move |c: char| !is_part(c));
    // Of `hadn’t` and `Len’s` no part is a word.
    let long =
        words.filter(|word| word.chars().count() >= SHORTEST && !word.contains(|c| is_unspaced(c) || is_apostrophe(c)));
    long.map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_by_their_first_letter_the_most_common_first() {
        let record = |title: &str, text: &str| Record {
            address: String::new(),
            title: title.to_owned(),
            beside: String::new(),
            filters: Vec::new(),
            said: vec![(1, text.to_owned())],
        };
        let records = [
            record("Hamstring", "hop tendon Élan tendon onceonly 跑步日记好"),
            record("Heel", "The tendon’s élan, hamstring; heel"),
            record("", "hamstring, hadn’t tendon"),
        ];
        let files: Vec<(String, String)> =
            files(&records).into_iter().map(|(path, bytes)| (path, String::from_utf8(bytes).expect("words"))).collect();
        let expected = [
            ("words/65.txt", "élan"),
            ("words/68.txt", "hamstring\nheel"),
            ("words/74.txt", "tendon"),
            ("words/letters.txt", "eht"),
        ];
        assert_eq!(files, expected.map(|(path, words)| (path.to_owned(), words.to_owned())));
    }
}
