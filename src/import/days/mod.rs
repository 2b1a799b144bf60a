//! Files with many days in them, as people keep diaries: text in, log lines and entries out.
//!
//! `chapters.rs` finds where each day begins and `dates.rs` which day it is, `sheet.rs` and
//! `week.rs` do so for tables, `item_reader.rs` says what a line means, `day.rs` what a day becomes, and `filing.rs` which files
//! that gives.
//!
//! Invariant: what a line means is the log reader's to say, and what it doesn't take whole stays text. A date that can be two
//! days is an error, never a guess.

mod chapters;
mod columns;
mod dates;
mod day;
mod filing;
mod hidden;
mod item_reader;
mod known_words;
mod sheet;
mod week;

pub use day::{DayText, DiaryDay, KeptBack};
pub use filing::{FiledDays, LinesOfDay, NewEntry, StandingFiles, file, log_path};

use super::{MOST_OF_TABLE, table};
use crate::config::Config;
use crate::diag::{Checked, Diagnostic, Lines, Place};
use crate::entry;
use crate::fields::DateOrder;
use crate::source::{Content, Hash, Source, Stamp};
use item_reader::ItemReader;
use jiff::civil::Date;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// What has to be known to split a file.
#[derive(Clone, Copy, Debug)]
pub struct HowToSplit<'a> {
    /// The site's settings.
    pub config: &'a Config,
    /// The order of a date's numbers, where the file doesn't tell.
    pub order: Option<DateOrder>,
}

/// What a file holds.
#[derive(Clone, Debug, Default)]
pub struct Diary {
    /// Its days, in the order of the file.
    pub days: Vec<DiaryDay>,
    /// What belongs to no day: the place where it begins, its first words, and how many lines it has.
    pub outside: Vec<(String, String, usize)>,
    /// Days of which nothing is said.
    pub silent: Vec<(String, Date)>,
    /// Whether the file itself says that it isn't for everybody, which then holds for all its days.
    pub kept: KeptBack,
}

/// Splits a file into its days; `path` is how messages call it. With an error there are none.
#[must_use]
pub fn read(path: &str, bytes: &[u8], how: HowToSplit<'_>) -> Checked<Diary> {
    let text = match text_of(path, bytes) {
        Ok(text) => text,
        Err(problem) => return Checked::new(Diary::default(), vec![problem]),
    };
    let text = with_line_feeds(&text);
    let lines = Lines::of(&text);
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let reader = ItemReader { config: how.config };
    let stem = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let mut book = DayBook {
        path,
        text: &text,
        lines,
        starts,
        stem,
        how,
        reader,
        order: None,
        settled: false,
        diary: Diary::default(),
        diagnostics: Vec::new(),
    };
    book.read();
    let DayBook { mut diary, diagnostics, .. } = book;
    let mut checked = Checked::new(Diary::default(), diagnostics);
    if !checked.has_errors() {
        if diary.days.is_empty() && diary.silent.is_empty() {
            checked.diagnostics.push(none(path));
        } else {
            for day in &mut diary.days {
                day.kept = day.kept.max(diary.kept);
            }
            checked.value = diary;
        }
    }
    checked
}

fn none(path: &str) -> Diagnostic {
    let message = "no day was found: no heading or line begins with a date, and no table has a column of dates";
    Diagnostic::error("no-days", message)
        .at(Place::file(path))
        .hint("begin each day with its date, such as `## 2024-05-03`; a heading `# 2024` above will do for the year")
}

/// The text of a file, unless it is none.
fn text_of<'a>(path: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, Diagnostic> {
    let bad =
        |code, message: String, hint: &str| Err(Diagnostic::error(code, message).at(Place::file(path)).hint(hint));
    if bytes.len() > MOST_OF_TABLE {
        let message = format!("the file is larger than {} MB, which no diary is", MOST_OF_TABLE >> 20);
        return bad("unreadable", message, "import it in parts");
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"%PDF") {
        let message = "this is a document of another program and no text".to_owned();
        return bad("unreadable", message, "save it as plain text, markdown or CSV");
    }
    let is_wide = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let text = if is_wide {
        table::decoded(bytes)
    } else {
        let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        match std::str::from_utf8(plain) {
            Ok(text) => text.into(),
            // The file ends in the middle of a letter.
            Err(error) if error.error_len().is_none() => String::from_utf8_lossy(&plain[..error.valid_up_to()]),
            Err(_) => return bad("not-utf-8", "the file is not UTF-8".to_owned(), "save it as UTF-8 in the editor"),
        }
    };
    if text.contains(['\0', char::REPLACEMENT_CHARACTER]) {
        let message = "the file is no text, or in an encoding that can't be told".to_owned();
        return bad("not-utf-8", message, "save it as UTF-8 in the editor");
    }
    Ok(text)
}

/// A text with one kind of line end.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// What is noted while a file is read.
struct DayBook<'a> {
    path: &'a str,
    text: &'a str,
    lines: Lines,
    /// Where each line begins.
    starts: Vec<usize>,
    /// The file's name without its ending, which may say the year.
    stem: &'a str,
    how: HowToSplit<'a>,
    /// The order of numbers that was settled for the whole file.
    order: Option<DateOrder>,
    /// Whether that was done.
    settled: bool,
    reader: ItemReader<'a>,
    diary: Diary,
    diagnostics: Vec<Diagnostic>,
}

impl DayBook<'_> {
    fn read(&mut self) {
        let start = self.front_matter();
        let ends = |ending: &str| self.path.to_lowercase().ends_with(ending);
        if ends(".csv") || ends(".tsv") {
            self.csv(true);
            return;
        }
        if start == 0 && !ends(".md") && !ends(".markdown") && self.csv(false) {
            return;
        }
        self.chapters(start);
    }

    /// Reads front matter, of which only whom the file is for counts; returns where it ends.
    fn front_matter(&mut self) -> usize {
        let is_fence = |line: &str| matches!(line.trim_end(), "---" | "...");
        let mut at = 0;
        let mut lines = self.text.split_inclusive('\n');
        if lines.next().inspect(|line| at += line.len()).is_none_or(|line| line.trim_end() != "---") {
            return 0;
        }
        for line in lines {
            at += line.len();
            if is_fence(line) {
                let front: Arc<str> = self.text[..at].into();
                let content = Content::Text(front.clone());
                let source = Source { path: self.path.into(), hash: Hash::default(), content, stamp: Stamp::default() };
                let checked = entry::parse(&source, &front, self.how.config);
                let errors = checked.diagnostics.iter().filter(|d| d.severity == crate::diag::Severity::Error);
                self.diagnostics.extend(errors.cloned());
                self.diary.kept = checked.value.map_or(KeptBack::Draft, |entry| KeptBack::of(&entry));
                return at;
            }
        }
        0
    }

    fn place(&self, range: Range<usize>) -> Place {
        Place::in_lines(self.path, self.text, &self.lines, range)
    }

    /// `diary.md:12`.
    fn at_line(&self, number: usize) -> String {
        format!("{}:{number}", self.path)
    }

    /// The bytes of a line by its number.
    fn line_range(&self, number: usize) -> Range<usize> {
        let start = self.starts.get(number.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.starts.get(number).map_or(self.text.len(), |next| next - 1);
        start..end.max(start)
    }

    fn fail(&mut self, code: &'static str, message: String, range: Range<usize>, hint: &str) {
        let problem = Diagnostic::error(code, message).at(self.place(range));
        self.diagnostics.push(if hint.is_empty() { problem } else { problem.hint(hint) });
    }

    fn warn(&mut self, code: &'static str, message: String, range: Range<usize>, hint: &str) {
        let problem = Diagnostic::warning(code, message).at(self.place(range));
        self.diagnostics.push(problem.hint(hint));
    }

    /// Takes a day as it was made, or notes that nothing is said of it.
    fn add(&mut self, day: DiaryDay) {
        if day.says_something() {
            self.diary.days.push(day);
        } else {
            self.diary.silent.push((day.place, day.date));
        }
    }
}
