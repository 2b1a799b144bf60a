//! A look at a file whose bytes come in parts, so that a film takes no more memory than a letter.

use super::finder::Finder;
use super::words::{Reader, SearchedWord};
use super::{From, Search};
use memchr::memchr;

/// A file that is being looked at.
#[derive(Debug)]
pub struct FileSearch<'a> {
    search: &'a Search<'a>,
    path: String,
    from: From,
    /// What the bytes are, once some of them were seen.
    charset: Option<Charset>,
    /// The bytes of the last part after its last space: a word or an escape may go on in the next one.
    rest: Vec<u8>,
    /// The first byte of a letter of two, where the second one is in the next part.
    half: Vec<u8>,
    reader: Reader,
    finder: Finder<'a>,
    /// For texts of two bytes a letter among bytes that are none.
    wide: Finder<'a>,
    found: Finds,
}

/// What was found, and where.
#[derive(Debug, Default)]
struct Finds {
    /// The numbers of what was found, each with the number of the word that it ended with.
    all: Vec<(u32, usize)>,
    n_words: usize,
}

impl Finds {
    fn take(&mut self, finder: &mut Finder<'_>, word: SearchedWord) {
        self.n_words += 1;
        finder.take(word, |number| self.all.push((number, self.n_words)));
    }
}

/// What bytes are.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Charset {
    Utf8,
    /// Text in a character set of old, of which this one is the most common.
    Latin1,
    /// Text of two bytes a letter, the larger one first or last.
    Utf16 {
        larger_first: bool,
    },
    /// No text.
    Bytes,
}

impl Charset {
    /// What bytes are, by the first of them.
    fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xFF, 0xFE, ..] => return Self::Utf16 { larger_first: false },
            [0xFE, 0xFF, ..] => return Self::Utf16 { larger_first: true },
            _ => {}
        }
        let is_control = |byte: &&u8| matches!(byte, 0..=8 | 14..=31);
        if bytes.iter().filter(is_control).count() > bytes.len() / 100 {
            return Self::Bytes;
        }
        match std::str::from_utf8(bytes) {
            Ok(_) => Self::Utf8,
            // The last character goes on in the next part.
            Err(error) if error.error_len().is_none() => Self::Utf8,
            Err(_) => Self::Latin1,
        }
    }
}

/// How many bytes of a part are searched for a space, from its end.
const FARTHEST: usize = 4096;

impl<'a> FileSearch<'a> {
    pub(super) fn new(search: &'a Search<'a>, path: &str, from: From) -> Self {
        Self {
            search,
            path: path.to_owned(),
            from,
            charset: None,
            rest: Vec::new(),
            half: Vec::new(),
            reader: Reader::default(),
            finder: Finder::new(search.wanted),
            wide: Finder::new(search.wanted),
            found: Finds::default(),
        }
    }

    /// Looks at the next part.
    pub fn feed(&mut self, bytes: &[u8]) {
        if bytes.is_empty() {
            return;
        }
        match *self.charset.get_or_insert_with(|| Charset::of(bytes)) {
            Charset::Utf8 => {
                self.rest.extend_from_slice(bytes);
                self.read::<true>(false);
            }
            Charset::Latin1 => {
                let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
                self.rest.extend_from_slice(text.as_bytes());
                self.read::<true>(false);
            }
            Charset::Utf16 { larger_first } => {
                let bytes = [std::mem::take(&mut self.half).as_slice(), bytes].concat();
                self.half = bytes[bytes.len() & !1..].to_vec();
                let units = bytes.chunks_exact(2).map(|pair| match larger_first {
                    true => u16::from_be_bytes([pair[0], pair[1]]),
                    false => u16::from_le_bytes([pair[0], pair[1]]),
                });
                let text: String = char::decode_utf16(units).map(|c| c.unwrap_or(' ')).collect();
                self.rest.extend_from_slice(text.as_bytes());
                self.read::<true>(false);
            }
            Charset::Bytes => {
                each_wide_text(bytes, |text| {
                    let (wide, found) = (&mut self.wide, &mut self.found);
                    Reader::default().read::<false>(text, |word| found.take(wide, word));
                });
                self.rest.extend_from_slice(bytes);
                self.read::<false>(false);
            }
        }
    }

    /// Reads what has come, up to its last space where more is to come.
    fn read<const TEXT: bool>(&mut self, all: bool) {
        let from = self.rest.len().saturating_sub(FARTHEST);
        let space = self.rest[from..].iter().rposition(|byte| matches!(byte, 0 | b' ' | b'\n' | b'\t' | b'>'));
        let end = match space {
            Some(at) if !all => from + at + 1,
            None if !all && self.rest.len() < FARTHEST => 0,
            _ => self.rest.len(),
        };
        let (finder, found) = (&mut self.finder, &mut self.found);
        self.reader.read::<TEXT>(&self.rest[..end], |word| found.take(finder, word));
        self.rest.drain(..end);
    }

    /// Tells what was found. In bytes that are no text one find may stand by chance, and two make one.
    pub fn end(mut self) {
        match self.charset {
            Some(Charset::Bytes) => self.read::<false>(true),
            _ => self.read::<true>(true),
        }
        let (finds, public) = (&self.search.wanted.finds, self.search.public);
        let is_text = self.charset != Some(Charset::Bytes);
        let mut found = self.found.all;
        found.retain(|(number, _)| {
            let find = &finds[*number as usize];
            (if is_text { find.in_texts } else { find.in_bytes }) && !public.says(*number)
        });
        if !is_text && found.iter().all(|(_, word)| *word == found[0].1) {
            found.clear();
        }
        let mut found: Vec<u32> = found.into_iter().map(|(number, _)| number).collect();
        let mut finder = Finder::new(self.search.wanted);
        Reader::default().read::<true>(self.path.as_bytes(), |word| {
            finder.take(word, |number| found.extend(finds[number as usize].in_texts.then_some(number)));
        });
        self.search.tell(&self.path, self.from, found);
    }
}

/// Hands over the texts of two bytes a letter that stand among other bytes, with one byte a letter.
fn each_wide_text(bytes: &[u8], mut take: impl FnMut(&[u8])) {
    let is_letter = |at: usize| bytes.get(at).is_some_and(|byte| matches!(byte, b' '..=b'~'));
    let is_zero = |at: usize| bytes.get(at) == Some(&0);
    let mut at = 0;
    while let Some(zero) = bytes.get(at..).and_then(|rest| memchr(0, rest)).map(|found| at + found) {
        at = zero + 1;
        if !is_letter(at) || !is_zero(at + 1) {
            continue;
        }
        let smaller_first = zero > 0 && is_letter(zero - 1);
        let mut text = Vec::new();
        let mut next = if smaller_first { zero - 1 } else { at };
        while is_letter(next) && is_zero(next + 1) {
            text.push(bytes[next]);
            next += 2;
        }
        if !smaller_first && is_letter(next) {
            text.push(bytes[next]);
        }
        take(&text);
        at = next;
    }
}
