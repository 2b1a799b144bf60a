//! Words of bytes, whatever they are bytes of: pages, data, names of files, pictures.
//!
//! Written by hand, since all outputs are read at every build: one pass that skips what can't be one of the wanted words
//! after its first six bytes.

use ahash::AHashMap;

/// The fewest letters and digits of a word that is told apart from words that everybody uses.
pub(super) const FEWEST: usize = 6;

/// Longer words are compared by their start.
const LONGEST: usize = 64;

/// What a byte is to a word.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    /// Ends a word.
    Between,
    /// A letter, a digit, or a part of one.
    Word,
    /// Begins a character of two or three bytes that ends a word: curly quotes, dashes, no-break spaces, arrows.
    Mark(u8),
}

const CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut all = [Class::Between; 256];
    let mut byte: u8 = 0;
    loop {
        all[byte as usize] = match byte {
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => Class::Word,
            // U+0080 to U+00BF, and U+2000 to U+2FFF.
            0xC2 => Class::Mark(2),
            0xE2 => Class::Mark(3),
            0x80..=0xFF => Class::Word,
            _ => Class::Between,
        };
        if byte == u8::MAX {
            return all;
        }
        byte += 1;
    }
}

/// Hands over every word of at least [`FEWEST`] bytes, with where it begins; `escaped` bytes write line breaks and the like as
/// a backslash and a letter, as JSON does, and that letter is no part of the word after it.
pub(super) fn each<'a>(bytes: &'a [u8], escaped: bool, mut take: impl FnMut(usize, &'a [u8])) {
    let class = |at: usize| CLASSES[usize::from(bytes[at])];
    let mut at = 0;
    while at < bytes.len() {
        match class(at) {
            Class::Between => at += if escaped && bytes[at] == b'\\' { 2 } else { 1 },
            Class::Mark(length) => at += usize::from(length),
            Class::Word => {
                let start = at;
                while at < bytes.len() && class(at) == Class::Word {
                    at += 1;
                }
                if at - start >= FEWEST {
                    take(start, &bytes[start..at]);
                }
            }
        }
    }
}

/// Whether a word can tell where it comes from: long enough, and no mere number.
fn is_distinctive(word: &[u8]) -> bool {
    let characters = word.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    characters >= FEWEST && !word.iter().all(u8::is_ascii_digit)
}

/// Words that are looked for, each with its number.
#[derive(Debug, Default)]
pub(super) struct Words {
    numbers: AHashMap<Box<[u8]>, usize>,
    /// Which beginnings the words have, as bits: most words of a page are ruled out by theirs.
    beginnings: Box<[u64]>,
}

/// Bits of `beginnings`.
const BITS: u32 = 16;

impl Words {
    /// Adds a word that is not in yet and tells where it comes from; the number it got.
    pub(super) fn add(&mut self, word: &[u8]) -> Option<usize> {
        if !is_distinctive(word) || self.number(word).is_some() {
            return None;
        }
        if self.beginnings.is_empty() {
            self.beginnings = vec![0; 1 << (BITS - 6)].into_boxed_slice();
        }
        let bit = beginning(word);
        self.beginnings[bit >> 6] |= 1 << (bit & 63);
        let number = self.numbers.len();
        self.numbers.insert(word.iter().take(LONGEST).map(u8::to_ascii_lowercase).collect(), number);
        Some(number)
    }

    /// The number of a word, in whatever case, if it is looked for.
    pub(super) fn number(&self, word: &[u8]) -> Option<usize> {
        let bit = beginning(word);
        if self.beginnings.get(bit >> 6)? & (1 << (bit & 63)) == 0 {
            return None;
        }
        let mut lower = [0; LONGEST];
        let length = word.len().min(LONGEST);
        for (to, from) in lower.iter_mut().zip(&word[..length]) {
            *to = from.to_ascii_lowercase();
        }
        self.numbers.get(&lower[..length]).copied()
    }

    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }
}

/// The first bytes of a word as a number of [`BITS`] bits, the same in upper and lower case.
fn beginning(word: &[u8]) -> usize {
    let mut first = [0; 8];
    for (to, from) in first.iter_mut().zip(&word[..word.len().min(FEWEST)]) {
        *to = from | 0x20;
    }
    let mixed = u64::from_le_bytes(first).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - BITS);
    usize::try_from(mixed).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        each(text.as_bytes(), false, |_, word| all.push(std::str::from_utf8(word).expect("whole characters")));
        all
    }

    #[test]
    fn words_end_at_marks_in_any_of_their_forms() {
        let text = "<a href=\"/journal/dry-needling/\">“Quokkas”—they’re näheres\u{a0}Ereignis</a> a→wombats, short";
        assert_eq!(words(text), ["journal", "needling", "Quokkas", "näheres", "Ereignis", "wombats"]);
    }

    #[test]
    fn words_are_found_whatever_their_case() {
        let mut wanted = Words::default();
        assert_eq!(wanted.add(b"Quokka"), Some(0));
        assert_eq!(wanted.add(b"QUOKKA"), None, "it is in");
        assert_eq!((wanted.add(b"short"), wanted.add(b"123456"), wanted.add("näher".as_bytes())), (None, None, None));
        assert_eq!(wanted.add("Wällaby".as_bytes()), Some(1));
        assert_eq!(
            (wanted.number(b"quokka"), wanted.number(b"quokkas"), wanted.number(b"quokke")),
            (Some(0), None, None)
        );
        assert_eq!(wanted.number("wällaby".as_bytes()), Some(1));
        let long = "a".repeat(80);
        assert_eq!(wanted.add(long.as_bytes()), Some(2));
        assert_eq!(wanted.number(long.to_uppercase().as_bytes()), Some(2));
    }

    #[test]
    fn escaped_line_breaks_are_no_letters() {
        let mut found = Vec::new();
        each(br#"{"a":"\nquokka\twombats\\"}"#.as_slice(), true, |at, word| found.push((at, word)));
        assert_eq!(found, [(8, b"quokka".as_slice()), (16, b"wombats".as_slice())]);
    }

    #[test]
    fn any_bytes_are_read() {
        each(&[0xE2], false, |_, _| panic!("no word"));
        each(&[0xC2, 0xFF, 0xE2, 0x80, b'\\'], true, |_, _| panic!("no word"));
    }
}
