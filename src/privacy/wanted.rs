//! What is looked for, made of the private parts of texts.
//!
//! A private text is told by what stands nowhere else: six words in a row, a value, a number, a long word. In what the site
//! makes of itself all of these are looked for, since a page can be made again without the private texts to see what it
//! says anyway. A file that is copied can't, and its own words are no leak: there only what is hardly said twice by chance
//! counts: sentences, the values of private fields, numbers. In bytes that are no text, short words stand by chance.

use super::finder::{Bits, key, summed};
use super::secret::{PrivatePart, Secret};
use super::words::{Reader, SearchedWord, stands_alone};
use ahash::{AHashMap, AHashSet};
use std::ops::Range;
use std::sync::Arc;

/// What is looked for.
#[derive(Debug, Default)]
pub(super) struct Wanted {
    /// The texts that it comes from.
    pub(super) secrets: Vec<Arc<Secret>>,
    /// All of it, in the order of the texts.
    pub(super) finds: Vec<Find>,
    /// The numbers of the finds by their hash.
    pub(super) index: AHashMap<u64, u32>,
    /// The words of all finds, and the finds, as bits: most of an output is ruled out by them.
    pub(super) words: Bits,
    pub(super) known: Bits,
    /// How many words the finds have, each number once.
    pub(super) lengths: Vec<usize>,
}

/// One thing that is looked for.
#[derive(Clone, Debug)]
pub(super) struct Find {
    /// The number of the text that has it first.
    pub(super) secret: usize,
    /// Where.
    pub(super) range: Range<usize>,
    pub(super) kind: FindKind,
    /// How many words are compared.
    n_words: usize,
    /// Whether it counts in copied texts too.
    pub(super) in_texts: bool,
    /// Whether it counts in bytes that are no text too.
    pub(super) in_bytes: bool,
}

/// What a find is, for messages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum FindKind {
    /// A word.
    Word,
    /// Several words in a row.
    Words(usize),
    /// A number of so many digits.
    Number(usize),
    /// The address that a text would have.
    Address,
}

/// The lengths of runs of words that tell where they come from: the first that says enough; the last is for scripts whose
/// every letter is read as a word.
const RUNS: [usize; 3] = [6, 8, 12];
/// The fewest letters that six words have in those of four letters and more: `at the end of the day` tells nothing.
const FEWEST_LETTERS: usize = 10;
/// The same for a whole value or sentence of four or five words.
const FEWEST_OF_FEW: usize = 12;
/// The most words of a value that is looked for as a whole.
const MOST_OF_VALUE: usize = 5;
/// The fewest letters of a word of a private text, and the fewest letters or digits of what is believed in bytes: in a
/// gigabyte of film any shorter word stands by chance.
const FEWEST: usize = 6;
/// The fewest digits of a number that tells where it comes from.
const FEWEST_DIGITS: usize = 5;
/// The fewest of one that is written in groups.
const FEWEST_GROUPED: usize = 7;

/// Values that say nothing.
const NOTHING: [&str; 9] = ["no", "none", "yes", "nil", "nothing", "null", "true", "false", "unknown"];
/// What stands before names.
const TITLES: [&str; 7] = ["dr", "prof", "mr", "mrs", "ms", "the", "med"];

/// A word with what it is made of.
struct Measured<'a> {
    word: SearchedWord,
    text: &'a str,
    letters: usize,
    digits: usize,
    /// Whether it is a letter of a script without spaces.
    alone: bool,
}

impl Measured<'_> {
    /// How much it says in a run: short words are everybody's.
    fn weight(&self) -> usize {
        if self.letters >= 4 { self.letters } else { 0 }
    }

    fn is_number(&self) -> bool {
        self.letters == 0 && self.digits > 0
    }

    fn is_one_of(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }
}

/// What finds are gathered in.
#[derive(Default)]
struct Gathered {
    finds: Vec<Find>,
    index: AHashMap<u64, u32>,
    words: AHashSet<u64>,
    secret: usize,
}

impl Wanted {
    /// What to look for to find these texts.
    pub(super) fn of(secrets: Vec<Arc<Secret>>) -> Self {
        let mut all = Gathered::default();
        for (number, secret) in secrets.iter().enumerate() {
            all.secret = number;
            for (part, range) in &secret.parts {
                all.part(*part, &secret.text, range.clone());
            }
            for address in &secret.addresses {
                all.address(address);
            }
        }
        let mut lengths: Vec<usize> = all.finds.iter().map(|find| find.n_words).collect();
        lengths.sort_unstable();
        lengths.dedup();
        let words = Bits::of(all.words.len(), all.words.iter().copied());
        let known = Bits::of(all.index.len(), all.index.keys().copied());
        Self { secrets, finds: all.finds, index: all.index, words, known, lengths }
    }
}

impl Gathered {
    fn part(&mut self, part: PrivatePart, text: &str, range: Range<usize>) {
        let words = measured(text, range);
        match part {
            PrivatePart::Prose => {
                let (aside, running): (Vec<_>, Vec<_>) = words.into_iter().partition(|word| word.word.aside);
                self.sentences(&running, text);
                self.prose(&running, text);
                self.prose(&aside, text);
            }
            PrivatePart::Value => {
                self.value(&words, false);
                self.prose(&words, text);
            }
            PrivatePart::Field => {
                let name = words.iter().position(|word| !word.is_one_of(&TITLES)).unwrap_or(0);
                self.value(&words, true);
                self.value(&words[name..], true);
                self.prose(&words, text);
            }
        }
    }

    /// Adds what some words say in a row, unless another text said it first.
    fn add(&mut self, words: &[Measured<'_>], kind: FindKind, in_texts: bool, in_bytes: bool) {
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let sum = words.iter().fold(0, |sum, word| summed(sum, word.word.hash));
        let kind = if let FindKind::Words(1) = kind { FindKind::Word } else { kind };
        let known = self.index.get(&key(sum, words.len())).copied();
        if let Some(find) = known.and_then(|number| self.finds.get_mut(number as usize)) {
            find.in_texts |= in_texts;
            find.in_bytes |= in_bytes;
            return;
        }
        let Ok(number) = u32::try_from(self.finds.len()) else { return };
        self.index.insert(key(sum, words.len()), number);
        self.words.extend(words.iter().map(|word| word.word.hash));
        let range = first.word.start..last.word.end;
        self.finds.push(Find { secret: self.secret, range, kind, n_words: words.len(), in_texts, in_bytes });
    }

    /// A whole value; that of a private field counts however short it is.
    fn value(&mut self, words: &[Measured<'_>], of_field: bool) {
        let letters: usize = words.iter().map(|word| word.letters).sum();
        let characters = letters + words.iter().map(|word| word.digits).sum::<usize>();
        let weight: usize = words.iter().map(Measured::weight).sum();
        let says = match words {
            [] => false,
            [word] if of_field => letters >= 1 && characters >= 2 && !word.is_one_of(&NOTHING),
            [word] => letters >= 3 && !word.is_one_of(&NOTHING),
            _ => words.len() <= MOST_OF_VALUE && letters >= if of_field { 2 } else { FEWEST_DIGITS },
        };
        if !says {
            return;
        }
        let alone = match words {
            [_] => of_field && letters >= 3,
            _ => of_field && characters >= FEWEST_DIGITS || words.len() >= 4 && weight >= FEWEST_OF_FEW,
        };
        self.add(words, FindKind::Words(words.len()), alone, alone && characters >= FEWEST);
    }

    /// Whole sentences that are too short for a run.
    fn sentences(&mut self, words: &[Measured<'_>], text: &str) {
        let ends = |pair: &[Measured<'_>]| {
            let between = &text[pair[0].word.end..pair[1].word.start];
            between.contains(['.', '!', '?', ':', ';', '…']) || between.matches('\n').count() > 1
        };
        let mut start = 0;
        let mut sentence = |end: usize| {
            let sentence = &words[start..end];
            start = end;
            let weight: usize = sentence.iter().map(Measured::weight).sum();
            let alone = sentence.iter().any(|word| word.alone);
            if (4..=MOST_OF_VALUE).contains(&sentence.len()) && weight >= FEWEST_OF_FEW && !alone {
                self.add(sentence, FindKind::Words(sentence.len()), true, true);
            }
        };
        for (at, _) in words.windows(2).enumerate().filter(|(_, pair)| ends(pair)) {
            sentence(at + 1);
        }
        sentence(words.len());
    }

    /// What stands in a text: words, runs of them, numbers, addresses of mail.
    fn prose(&mut self, words: &[Measured<'_>], text: &str) {
        for (at, word) in words.iter().enumerate() {
            if word.is_number() {
                self.number(&words[at..], text, at == 0 || !is_group(&words[at - 1], word, text));
            } else if word.letters + word.digits >= FEWEST {
                self.add(&words[at..=at], FindKind::Word, false, false);
            }
            if words.get(at + 1).is_some_and(|next| &text[word.word.end..next.word.start] == "@") {
                self.mail(words, at, text);
            }
            let runs = RUNS.iter().filter_map(|n| words.get(at..at + n));
            if let Some(run) = runs.into_iter().find(|run| tells(run)) {
                self.add(run, FindKind::Words(run.len()), true, true);
            }
        }
    }

    /// A number, and the groups that it begins.
    fn number(&mut self, words: &[Measured<'_>], text: &str, begins: bool) {
        let digits = words[0].digits;
        if digits >= FEWEST_DIGITS && !is_round(words[0].text) && !is_day(words[0].text) {
            self.add(&words[..1], FindKind::Number(digits), true, digits >= FEWEST);
        }
        let more =
            words.windows(2).take_while(|pair| pair[1].is_number() && is_group(&pair[0], &pair[1], text)).count();
        let group = &words[..=more];
        let digits: usize = group.iter().map(|word| word.digits).sum();
        if !begins || digits < FEWEST_GROUPED || !(2..=MOST_OF_VALUE).contains(&group.len()) || is_date(group) {
            return;
        }
        self.add(group, FindKind::Words(group.len()), true, true);
        // The same in one.
        let joined: String = group.iter().map(|word| word.text).collect();
        if let [one] = measured(&joined, 0..joined.len()).as_slice() {
            let range = group[0].word.start..group[more].word.end;
            let word = SearchedWord { start: range.start, end: range.end, ..one.word };
            self.add(&[Measured { word, text: "", ..*one }], FindKind::Number(digits), true, true);
        }
    }

    /// An address of mail, around the word before its `@`.
    fn mail(&mut self, words: &[Measured<'_>], at: usize, text: &str) {
        let joined =
            |pair: &&[Measured<'_>]| matches!(&text[pair[0].word.end..pair[1].word.start], "." | "-" | "_" | "+" | "@");
        let before = words[..=at].windows(2).rev().take_while(joined).count();
        let after = words[at..].windows(2).take_while(joined).count();
        let start = (at - before).max((at + after + 1).saturating_sub(MOST_OF_VALUE));
        let mail = &words[start..=(at + after).min(start + MOST_OF_VALUE - 1)];
        let letters: usize = mail.iter().map(|word| word.letters).sum();
        self.add(mail, FindKind::Words(mail.len()), true, letters >= FEWEST);
    }

    /// The address of a text that is not published: its folder and its last part.
    fn address(&mut self, address: &str) {
        let words = measured(address, 0..address.len());
        let parts: Vec<&str> = address.trim_matches('/').split('/').collect();
        if parts.len() < 2 || !(2..=MOST_OF_VALUE).contains(&words.len()) {
            return;
        }
        let kind = FindKind::Words(words.len());
        let before = self.finds.len();
        self.add(&words, kind, true, true);
        if let Some(find) = self.finds.get_mut(before) {
            (find.range, find.kind) = (0..0, FindKind::Address);
        }
    }
}

/// The words of a part of a text.
fn measured(text: &str, range: Range<usize>) -> Vec<Measured<'_>> {
    let mut all = Vec::new();
    Reader::default().read::<true>(text[range.clone()].as_bytes(), |word| {
        let word = SearchedWord { start: range.start + word.start, end: range.start + word.end, ..word };
        let text = &text[word.start..word.end];
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        all.push(Measured { word, text, letters, digits, alone: text.starts_with(stands_alone) });
    });
    all
}

/// Whether some words in a row are hardly ever said twice by chance.
fn tells(run: &[Measured<'_>]) -> bool {
    let with_letters = run.iter().filter(|word| word.letters > 0).count();
    if with_letters + 2 < run.len() {
        return false;
    }
    match (run.iter().any(|word| word.alone), run.len()) {
        (true, n) => n == RUNS[2],
        (false, n) if n == RUNS[0] => run.iter().map(Measured::weight).sum::<usize>() >= FEWEST_LETTERS,
        (false, n) => n == RUNS[1],
    }
}

/// Whether two numbers are written as groups of one.
fn is_group(a: &Measured<'_>, b: &Measured<'_>, text: &str) -> bool {
    let between = &text[a.word.end..b.word.start];
    a.is_number() && between.len() <= 2 && between.bytes().all(|byte| b" -./()+".contains(&byte))
}

/// Whether a number ends in so many zeros that it may be anything's.
fn is_round(digits: &str) -> bool {
    digits.trim_end_matches('0').len() <= 2
}

/// Whether eight digits are a day: `20200814`.
fn is_day(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    digits.len() == 8 && is_year(part(0..4)) && (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8))
}

fn is_year(number: u32) -> bool {
    (1900..=2100).contains(&number)
}

/// Whether groups of digits are a date: `2020-08-14`, `14.8.2020`, perhaps with the hour after it.
fn is_date(group: &[Measured<'_>]) -> bool {
    let years = group.iter().filter(|word| word.digits == 4 && word.text.parse().is_ok_and(is_year)).count();
    years > 0 && group.iter().filter(|word| word.digits > 2).count() == years
}
