//! A record's texts as Pagefind takes them in: words apart, each weight in its marks.
//!
//! Pagefind parts words at spaces. Where a script has none, and behind the apostrophe of `l’été`, a [`SEAM`] and a space stand
//! between two words; the search page takes both out of what it shows, and parts what is typed in the same way.

use crate::site::Record;
use icu_segmenter::WordSegmenter;
use icu_segmenter::WordSegmenterBorrowed;

/// Ends a word that nobody typed a space behind. Pagefind drops ASCII punctuation from words, so that they stay the same.
const SEAM: &str = "~|";

/// How many letters have to follow an apostrophe for it to part two words: `l’été` and `d’un`, not `don’t` and `Len’s`.
const AFTER_APOSTROPHE: usize = 3;

/// The text of a record; words that look like Pagefind's own marks lose what they begin with.
pub(super) fn digest(record: &Record) -> String {
    let segmenter = WordSegmenter::new_dictionary(Default::default());
    let mut out = String::with_capacity(record.said.iter().map(|(_, text)| text.len() + 64).sum());
    for (weight, text) in &record.said {
        if *weight > 1 {
            out.push_str(&format!("___PAGEFIND_WEIGHT___{weight} "));
        }
        for word in text.split_whitespace() {
            push_word(&mut out, word, segmenter);
        }
        if *weight > 1 {
            out.push_str("___END_PAGEFIND_WEIGHT___ ");
        }
    }
    out
}

/// What stands between two spaces, in one piece or several.
fn push_word(out: &mut String, word: &str, segmenter: WordSegmenterBorrowed<'_>) {
    let word = if word.starts_with("___") { word.trim_start_matches('_') } else { word };
    let mut from = 0;
    for at in seams(word, segmenter) {
        out.push_str(&word[from..at]);
        out.push_str(SEAM);
        out.push(' ');
        from = at;
    }
    out.push_str(&word[from..]);
    out.push(' ');
}

/// The bytes of a word at which another one begins.
fn seams(word: &str, segmenter: WordSegmenterBorrowed<'_>) -> Vec<usize> {
    if word.is_ascii() && !word.contains('\'') {
        return Vec::new();
    }
    let behind = word.char_indices().filter(|(_, c)| is_apostrophe(*c)).map(|(at, c)| at + c.len_utf8());
    let letters = |at: &usize| word[*at..].chars().take_while(|c| c.is_alphabetic()).count();
    let mut seams: Vec<usize> = behind.filter(|at| letters(at) >= AFTER_APOSTROPHE).collect();
    if word.contains(is_unspaced) {
        let mut ends = segmenter.segment_str(word).iter_with_word_type();
        let mut start = ends.next().map_or(0, |(at, _)| at);
        for (end, kind) in ends {
            // What is no word stays with the one before it.
            seams.extend((kind.is_word_like() && start > 0).then_some(start));
            start = end;
        }
        seams.sort_unstable();
        seams.dedup();
    }
    seams
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Whether a letter is of a script that puts no spaces between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, expected: &str) {
        let record = Record {
            address: String::new(),
            title: String::new(),
            beside: String::new(),
            filters: Vec::new(),
            said: vec![(1, typed.to_owned())],
        };
        assert_eq!(digest(&record).trim_end(), expected);
    }

    #[test]
    fn words_are_parted_where_nobody_typed_a_space() {
        check("今天跑步感觉脚有好转，足底筋膜炎。", "今天~| 跑步~| 感觉~| 脚~| 有~| 好转，~| 足底~| 筋~| 膜~| 炎。");
        check("リハビリのプログラムを始めた。", "リハビリ~| の~| プログラム~| を~| 始め~| た。");
        check("วันนี้วิ่งได้", "วัน~| นี้~| วิ่ง~| ได้");
        check(
            "l’été d'un hiver, don’t, Len’s 4'25\" rock’n’roll",
            "l’~| été d'un hiver, don’t, Len’s 4'25\" rock’n’~| roll",
        );
        check("high-hamstring VISA-A naïve", "high-hamstring VISA-A naïve");
    }

    #[test]
    fn weights_and_what_looks_like_them() {
        let record = Record {
            address: String::new(),
            title: String::new(),
            beside: String::new(),
            filters: Vec::new(),
            said: vec![(6, "First run".to_owned()), (1, "___PAGEFIND_WEIGHT___9 _a_".to_owned())],
        };
        let expected = "___PAGEFIND_WEIGHT___6 First run ___END_PAGEFIND_WEIGHT___ PAGEFIND_WEIGHT___9 _a_ ";
        assert_eq!(digest(&record), expected);
    }
}
