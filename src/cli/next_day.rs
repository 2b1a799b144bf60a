//! The next day's score of the entry before, which can only be known now: asked for, and put into that entry's file.

use super::ask::answer;
use super::eprintln;
use crate::config::Config;
use crate::diag::Failure;
use crate::entry::{Entry, NotPut, with_next_day};
use crate::publish::{self, Replaced};
use crate::text::with_line_feeds;
use crate::units::{Score, shift};
use jiff::civil::Date;
use std::fs;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

/// The entry of the day before that something was done or scored on, and that has no score of the next day.
///
/// Where a day has several entries, the last one is taken; entries of one injury share their day's score.
pub(super) fn lacking<'a>(dated: &[&'a Arc<Entry>], date: Date) -> Option<&'a Entry> {
    let before = shift(date, -1);
    let of_day: Vec<&'a Entry> = dated.iter().filter(|e| e.date == Some(before)).map(|e| &***e).collect();
    let injury = |entry: &Entry| entry.injury.as_ref().map(|(name, _)| name.clone());
    let has_score = |entry: &Entry| entry.record().felt.points[3].is_some();
    let is_settled = |entry: &Entry| of_day.iter().any(|e| injury(e) == injury(entry) && has_score(e));
    let says_something = |entry: &Entry| {
        let record = entry.record();
        record.felt.own().is_some() || record.sessions > 0 || record.mileage.is_some_and(|metres| metres > 0)
    };
    of_day.iter().rev().find(|entry| says_something(entry) && !is_settled(entry)).copied()
}

/// Puts a score into the entry's file; tells whether that was possible.
pub(super) fn put(entry: &Entry, score: Score, root: &Path, config: &Config) -> Result<bool, Failure> {
    match with_next_day(&entry.path, &entry.text, score, config) {
        Ok(text) => {
            replace(&root.join(&*entry.path), &entry.text, &text)?;
            eprintln(&format!("{}: the next day's score is {}", entry.path, score.value()));
            Ok(true)
        }
        Err(why) => {
            say_why_not(entry, why);
            Ok(false)
        }
    }
}

fn say_why_not(entry: &Entry, why: NotPut) {
    eprintln(&format!("{} {why}: type the next day's score there", entry.path));
}

/// Asks for the score on a terminal; elsewhere it only says that it is missing.
pub(super) fn ask_for(entry: &Entry, root: &Path, config: &Config) -> Result<(), Failure> {
    // Whether a score can be put in does not depend on which one it is, so nobody is asked in vain.
    let refusal = Score::new(0.0).and_then(|any| with_next_day(&entry.path, &entry.text, any, config).err());
    if let Some(why) = refusal {
        say_why_not(entry, why);
        return Ok(());
    }
    if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
        eprintln(&format!("{} has no score of the next day yet (--next-day SCORE adds it)", entry.path));
        return Ok(());
    }
    let question = format!("How was it the morning after {}? 0 to 10, Enter to leave it open: ", entry.title);
    match answer(&question, &mut std::io::stdin().lock(), &score) {
        Some(score) => put(entry, score, root, config).map(|_| ()),
        None => Ok(()),
    }
}

/// A score as it is typed.
pub(super) fn score(typed: &str) -> Result<Score, String> {
    let number = typed.trim().parse::<f64>().ok();
    number.and_then(Score::new).ok_or_else(|| format!("a score is 0 to 10, halves allowed, and `{typed}` is none"))
}

/// Replaces a file by a new text in one step, its permissions kept, if it still is what was read.
fn replace(path: &Path, old: &str, new: &str) -> Result<(), Failure> {
    let failed = |e: std::io::Error| Failure::io("cannot write", path, &e);
    let typed = String::from_utf8(fs::read(path).map_err(failed)?).unwrap_or_default();
    if with_line_feeds(typed.clone()) != old {
        return Err(changed(path));
    }
    let bytes = as_typed(typed.as_bytes(), old.as_bytes(), new.as_bytes());
    match publish::replace(path, Some(typed.as_bytes()), &bytes)? {
        Replaced::Done => Ok(()),
        Replaced::Changed(_) => Err(changed(path)),
    }
}

fn changed(path: &Path) -> Failure {
    let message = format!("{} was changed in the meantime, so it is left alone", path.display());
    Failure::new(message).hint("type the next day's score there")
}

/// A new text with the line ends of the file as it was typed, of which the text `old` was read.
fn as_typed(typed: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let mut put_in = new[start..new.len() - end].to_vec();
    if typed.contains(&b'\r') && !typed.contains(&b'\n') {
        put_in.iter_mut().filter(|byte| **byte == b'\n').for_each(|byte| *byte = b'\r');
    }
    [&typed[..start], &put_in, &typed[typed.len() - end..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_scores_and_others_are_asked_for_again() {
        for (typed, expected, left) in [
            ("1\n", Some(1.0), ""),
            (" 2.5 \r\nx", Some(2.5), "x"),
            ("11\nmuch\n0.3\n-1\nNaN\n7\n", Some(7.0), ""),
            ("\n3\n", None, "3\n"),
            ("four\n", None, ""),
            ("", None, ""),
        ] {
            let mut input = typed.as_bytes();
            assert_eq!(answer("?", &mut input, &score).map(Score::value), expected, "{typed:?}");
            assert_eq!(input, left.as_bytes(), "{typed:?}");
        }
    }

    #[test]
    fn a_file_that_was_saved_in_the_meantime_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "typed since").expect("a file");
        let failure = replace(&path, "read", "new").expect_err("it is another text");
        assert!(failure.message.ends_with("a.md was changed in the meantime, so it is left alone"), "{failure}");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "typed since");
        replace(&path, "typed since", "new").expect("it is what was read");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "new");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn line_ends_stay_as_they_were_typed() {
        for (typed, new, expected) in [
            ("a: 1\rb: 2\r", "a: 1\nc: 3\nb: 2\n", "a: 1\rc: 3\rb: 2\r"),
            ("a: 1\r\nb: 2\r", "a: 1\r\nb: 2\nc: 3\n", "a: 1\r\nb: 2\rc: 3\n"),
            ("a: ä\r", "a: {ä}\n", "a: {ä}\r"),
        ] {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("a.md");
            fs::write(&path, typed).expect("a file");
            replace(&path, &with_line_feeds(typed.to_owned()), new).expect("it is what was read");
            assert_eq!(fs::read_to_string(&path).expect("it is there"), expected, "{typed:?}");
        }
    }
}
