//! Words of bytes, whatever they are bytes of: sources, pages, data, names of files, pictures.
//!
//! The same words come out whatever a text went through on its way to an output: case and accents, curly quotes, soft
//! hyphens, entities, JSON's and addresses' escapes and markup make no difference. What stands in tags (and in the
//! parentheses of a markdown link) is read aside, so that a sentence with a link in it stays one.
//!
//! Written by hand, since all outputs are read at every build: one pass, no allocation, a table look-up and a multiplication
//! for each letter.

use crate::text::slug::{each_folded, is_mark};

/// A word and where it stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct SearchedWord {
    /// The hash of its folded letters.
    pub(super) hash: u64,
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// Whether it stands in a tag or in the target of a link.
    pub(super) aside: bool,
}

/// Reads the words of some bytes, which may come in parts.
#[derive(Debug, Default)]
pub(super) struct Reader {
    inside: Inside,
}

/// What the reading is inside of.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Inside {
    #[default]
    Nothing,
    Tag,
    Link,
}

/// Stands in [`FOLDED`] for a byte that ends a word.
const BETWEEN: u8 = 0;
/// For one that ends a word and may begin something else in texts: a tag, an entity, an escape, the target of a link.
const SIGN: u8 = 1;
/// For one of a character of several bytes.
const HIGH: u8 = 2;
/// For an apostrophe, which is part of the word around it.
const JOIN: u8 = 3;

/// Letters and digits as they are compared.
const FOLDED: [u8; 256] = folded();

const fn folded() -> [u8; 256] {
    let mut all = [BETWEEN; 256];
    let mut byte: u8 = 0;
    loop {
        all[byte as usize] = match byte {
            b'0'..=b'9' | b'a'..=b'z' => byte,
            b'A'..=b'Z' => byte | 0x20,
            b'\'' => JOIN,
            b'<' | b'>' | b'&' | b'\\' | b'%' | b']' | b')' => SIGN,
            0x80..=0xFF => HIGH,
            _ => BETWEEN,
        };
        if byte == u8::MAX {
            return all;
        }
        byte += 1;
    }
}

/// The hash of no letters.
const EMPTY: u64 = 0;

/// The hash of a word that goes on with a byte.
const fn longer(hash: u64, byte: u8) -> u64 {
    (hash.rotate_left(5) ^ byte as u64).wrapping_mul(0x517C_C1B7_2722_0A95)
}

/// A word that is being read.
struct OpenWord {
    /// Where it began; none is being read where this is `usize::MAX`.
    start: usize,
    hash: u64,
}

impl OpenWord {
    fn add(&mut self, at: usize, byte: u8) {
        self.start = self.start.min(at);
        self.hash = longer(self.hash, byte);
    }

    fn end(&mut self, at: usize, aside: bool, take: &mut impl FnMut(SearchedWord)) {
        if self.start != usize::MAX {
            take(SearchedWord { hash: self.hash, start: self.start, end: at, aside });
            *self = Self { start: usize::MAX, hash: EMPTY };
        }
    }

    /// Goes on with a character that takes up some bytes, or ends with it.
    fn add_char(&mut self, at: usize, length: usize, c: char, aside: bool, take: &mut impl FnMut(SearchedWord)) {
        if c.is_alphanumeric() {
            let alone = stands_alone(c);
            if alone {
                self.end(at, aside, take);
            }
            each_folded(c, |c| {
                let mut bytes = [0; 4];
                c.encode_utf8(&mut bytes).bytes().for_each(|byte| self.add(at, byte));
            });
            if alone {
                self.end(at + length, aside, take);
            }
        } else if !joins(c) {
            self.end(at, aside, take);
        }
    }
}

impl Reader {
    /// Hands over the words of a part; no word goes on in the next one. What is no text has no markup and no escapes.
    pub(super) fn read<const TEXT: bool>(&mut self, bytes: &[u8], mut take: impl FnMut(SearchedWord)) {
        let mut open = OpenWord { start: usize::MAX, hash: EMPTY };
        let mut at = 0;
        while at < bytes.len() {
            let byte = FOLDED[usize::from(bytes[at])];
            if byte > JOIN {
                open.add(at, byte);
                at += 1;
                continue;
            }
            if byte == JOIN {
                at += 1;
                continue;
            }
            let aside = self.inside != Inside::Nothing;
            if byte == HIGH {
                let (c, length) = character(&bytes[at..]);
                open.add_char(at, length, c, aside, &mut take);
                at += length;
            } else if TEXT && byte == SIGN {
                at += self.sign(&mut open, bytes, at, &mut take);
            } else {
                open.end(at, aside, &mut take);
                at += 1;
            }
        }
        open.end(bytes.len(), self.inside != Inside::Nothing, &mut take);
    }

    /// Reads what a sign begins, and says how many bytes it takes up.
    fn sign(&mut self, open: &mut OpenWord, bytes: &[u8], at: usize, take: &mut impl FnMut(SearchedWord)) -> usize {
        let aside = self.inside != Inside::Nothing;
        let rest = &bytes[at..];
        let (c, length) = match rest[0] {
            b'&' => entity(rest),
            b'\\' => escape(rest),
            b'%' => percent(rest),
            byte => (char::from(byte), 1),
        };
        open.add_char(at, length, c, aside, take);
        let next = |n: usize| bytes.get(at + n);
        match c {
            // `a < b` begins no tag.
            '<' if !aside && next(length).is_none_or(|b| b.is_ascii_alphabetic() || b"/!?\\&%".contains(b)) => {
                self.inside = Inside::Tag;
            }
            '>' if self.inside == Inside::Tag => self.inside = Inside::Nothing,
            ']' if !aside && next(length) == Some(&b'(') => self.inside = Inside::Link,
            ')' if self.inside == Inside::Link => self.inside = Inside::Nothing,
            _ => {}
        }
        length
    }
}

/// What ends a word, where nothing better is known of it.
const SPACE: char = ' ';

/// The character at the start of some bytes, and how many it takes up; what is no UTF-8 ends a word.
fn character(bytes: &[u8]) -> (char, usize) {
    let length = match bytes[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 1,
    };
    let text = bytes.get(..length).and_then(|bytes| std::str::from_utf8(bytes).ok());
    text.and_then(|text| Some((text.chars().next()?, length))).unwrap_or((SPACE, 1))
}

/// The character that an entity stands for. One that was escaped again (`&amp;uuml;`) is read as the first one was.
fn entity(bytes: &[u8]) -> (char, usize) {
    let mut at = 1;
    while bytes[at..].starts_with(b"amp;") {
        at += 4;
    }
    let name = &bytes[at..];
    let length = name.iter().take(32).position(|b| !b.is_ascii_alphanumeric() && *b != b'#').unwrap_or(0);
    if length == 0 || name.get(length) != Some(&b';') {
        return (SPACE, at);
    }
    let name = std::str::from_utf8(&name[..length]).unwrap_or_default();
    (named(name), at + length + 1)
}

/// The character of an entity's name; a sign of any kind is as good as a space.
fn named(name: &str) -> char {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let value = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok());
        return value.and_then(char::from_u32).unwrap_or(SPACE);
    }
    match name {
        "lt" => '<',
        "gt" => '>',
        "apos" | "rsquo" | "lsquo" | "shy" | "zwj" | "zwnj" => '\'',
        "szlig" => 'ß',
        "aelig" | "AElig" => 'æ',
        "oelig" | "OElig" => 'œ',
        _ => {
            let accents = ["acute", "grave", "uml", "circ", "tilde", "cedil", "ring", "caron", "slash"];
            let letter = name.chars().next().unwrap_or(SPACE);
            if name.get(1..).is_some_and(|rest| accents.contains(&rest)) { letter } else { SPACE }
        }
    }
}

/// The character that a backslash and what follows it stand for, in JSON and in scripts.
fn escape(bytes: &[u8]) -> (char, usize) {
    match bytes.get(1) {
        Some(b'u') => {
            let digits = bytes.get(2..6).and_then(|digits| std::str::from_utf8(digits).ok());
            let value = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
            value.map_or((SPACE, 1), |c| (c, 6))
        }
        Some(b'\'') => ('\'', 2),
        Some(b'n' | b'r' | b't' | b'b' | b'f' | b'"' | b'/' | b'\\') => (SPACE, 2),
        _ => (SPACE, 1),
    }
}

/// The character that an address has as `%C3%BC`.
fn percent(bytes: &[u8]) -> (char, usize) {
    let mut decoded = [0; 4];
    let mut n = 0;
    for (to, part) in decoded.iter_mut().zip(bytes.chunks_exact(3)) {
        let digits = std::str::from_utf8(&part[1..]).ok().filter(|_| part[0] == b'%');
        let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) else { break };
        *to = byte;
        n += 1;
    }
    match &decoded[..n] {
        [] => (SPACE, 1),
        [byte, ..] if byte.is_ascii() => (char::from(*byte), 3),
        bytes => {
            let (c, length) = character(bytes);
            (c, 3 * length)
        }
    }
}

/// Whether a character is part of the word around it without being a letter: an apostrophe, a mark on a letter, or nothing
/// to be seen.
fn joins(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
        || is_mark(c)
}

/// Whether a letter is of a script that puts no spaces between words: then each is read as a word.
pub(super) fn stands_alone(c: char) -> bool {
    matches!(u32::from(c), 0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF | 0x3400..=0x9FFF
        | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text and those that stand aside, as they are written.
    fn words(text: &str) -> (Vec<&str>, Vec<&str>) {
        let (mut all, mut aside) = (Vec::new(), Vec::new());
        Reader::default().read::<true>(text.as_bytes(), |word| {
            let list = if word.aside { &mut aside } else { &mut all };
            list.push(&text[word.start..word.end]);
        });
        (all, aside)
    }

    fn hashes(text: &str) -> Vec<u64> {
        let mut all = Vec::new();
        Reader::default().read::<true>(text.as_bytes(), |word| all.push(word.hash));
        all
    }

    #[test]
    fn words_end_at_marks_in_any_of_their_forms() {
        let text = "“Quokkas”—they’re näheres\u{a0}Ereignis a→wombats, x_y 1.5";
        let expected = ["Quokkas", "they’re", "näheres", "Ereignis", "a", "wombats", "x", "y", "1", "5"];
        assert_eq!(words(text).0, expected);
    }

    #[test]
    fn tags_and_targets_are_read_aside() {
        let (all, aside) =
            words("<p>Of <a href=\"/dry-needling/\" title='Ouch'>numbats</a>, [and](x.md \"y\") more; 1 < 2</p>");
        assert_eq!(all, ["Of", "numbats", "and", "more", "1", "2"]);
        assert_eq!(aside, ["p", "a", "href", "dry", "needling", "title", "Ouch'", "a", "x", "md", "y", "p"]);
        assert_eq!(words("&lt;p&gt;x&lt;/p&gt; a[1] (b)").0, ["x", "a", "1", "b"]);
    }

    #[test]
    fn one_word_is_the_same_however_it_is_written() {
        let plain = hashes("ubermudet cafe");
        for text in [
            "Übermüdet CAFÉ",
            "u\u{308}bermu\u{308}det cafe\u{301}",
            "&Uuml;berm&#252;det caf&eacute;",
            "&amp;Uuml;berm&amp;#xfc;det caf&amp;eacute;",
            r"\u00dcberm\u00fcdet\ncaf\u00e9",
            "%C3%9Cberm%C3%BCdet%20caf%c3%a9",
            "über\u{ad}mü\u{200b}det\u{a0}café",
            "**übermüdet** _café_",
            "'übermüdet' ‘café’",
            "über&rsquo;müdet ca\\'fé",
        ] {
            assert_eq!(hashes(text), plain, "{text}");
        }
        assert_ne!(hashes("ab"), hashes("ba"));
        assert_eq!(hashes("Straße &szlig;"), hashes("strasse ss"));
    }

    #[test]
    fn scripts_without_spaces_are_read_by_the_letter() {
        assert_eq!(words("走れる。").0, ["走", "れ", "る"]);
        assert_eq!(words("Бег مرة").0, ["Бег", "مرة"]);
    }

    #[test]
    fn any_bytes_are_read() {
        for bytes in [
            &[0xE2][..],
            &[0xC2, 0xFF, 0xE2, 0x80, b'\\'],
            b"&",
            b"&#;",
            b"&amp;",
            b"\\u",
            b"%",
            b"%f",
            b"%e2%82",
            b"]",
            b"<",
        ] {
            Reader::default().read::<true>(bytes, |word| assert!(word.end <= bytes.len()));
            Reader::default().read::<false>(bytes, |word| assert!(word.end <= bytes.len()));
        }
    }
}
