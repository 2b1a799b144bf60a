//! Log files: one day or span a line, for days that deserve no page.
//!
//! `split.rs` parts a line into its date and its items, `item.rs` says which key an item is the value of, and the values are read
//! as those of front matter are. A line is an entry without a page: what it says joins its day as what another entry says does.
//!
//! Invariant: a line that can't be read is left out alone, and the lines around it are read as if it weren't there.

mod add;
mod as_front;
mod item;
mod on_page;
mod split;
mod words;

pub use add::with_line;
pub use as_front::{WORDY, front_matter_of, is_plain_item, items_of};
pub use on_page::parse_page;
pub use split::remark;
pub use words::in_words;

use super::{Entry, front, keys, pain, session};
use crate::config::Config;
use crate::diag::{Diagnostic, Place};
use crate::fields::{Document, Form, Key, PlacedNode, Value};
use crate::markdown::Body;
use crate::source::{Hash, Source};
use crate::text::near::nearest;
use crate::text::shorten;
use crate::text::slug::slug;
use crate::units::Score;
use jiff::civil::Date;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Arc;

/// Where an entry stands that is a line of a log, and what only lines have.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogLine {
    /// Its number in the file, from 1.
    pub number: usize,
    /// The last day of a span.
    pub until: Option<Date>,
    /// How the day began, which is the next day of the one before.
    pub morning: Option<Score>,
    /// The day's note.
    pub note: Option<String>,
    /// Whether a program wrote it.
    pub imported: bool,
    /// Whether it was written down long after.
    pub later: bool,
}

/// A log file, read.
#[derive(Clone, Debug, Default)]
pub struct ReadLog {
    /// Its path from the site's root.
    pub path: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
    /// The hash of its bytes.
    pub hash: Hash,
    /// The lines with a day or a span that could be read, in order.
    pub lines: Vec<ReadLine>,
    /// The days of which everything that was done is in this file.
    pub covers: Vec<(Date, Date)>,
    /// The days that were written down long after.
    pub later: Vec<(Date, Date)>,
    /// The bytes of remarks, without their signs.
    pub remarks: Vec<Range<usize>>,
    /// Whether nobody may see any of it.
    pub private: bool,
    /// How many lines can't be read.
    pub broken: usize,
}

/// A line that could be read.
#[derive(Clone, Debug)]
pub struct ReadLine {
    /// What it says.
    pub entry: Arc<Entry>,
    /// Names of treatments that have to be known from elsewhere, each with its bytes in the line.
    pub bare: Vec<(String, Range<usize>)>,
    /// The line's bytes in the file.
    pub range: Range<usize>,
    /// Whether anything was said about it.
    pub told: bool,
}

impl ReadLog {
    /// What was read of a line by its number, if it has the same text and nothing was said about it: such a line is not read again.
    fn known(&self, number: usize, text: &str) -> Option<&ReadLine> {
        let of = |line: &ReadLine| line.entry.log.as_ref().map_or(0, |log| log.number);
        let line = &self.lines[self.lines.binary_search_by_key(&number, of).ok()?];
        let same = !line.told && !self.private && self.text.get(line.range.clone()) == Some(text);
        same.then_some(line)
    }
}

/// The bytes of what a line says that is its writer's: no dates, no words of ours, no kinds of sessions. Of one that can't be read
/// it is all of it.
#[must_use]
pub fn own_words(line: &str) -> Vec<Range<usize>> {
    let (said, _) = remark(line);
    match split::head(said) {
        Ok(split::LineHead::Days(_, _, start)) => {
            let parts = split::items(said, start..split::source(said).0);
            parts.into_iter().filter_map(|part| item::own_words(said, part)).collect()
        }
        Ok(_) => Vec::new(),
        Err(_) => std::iter::once(0..said.trim_end().len()).collect(),
    }
}

/// Whether a path is that of a log file.
#[must_use]
pub fn is_log(path: &str) -> bool {
    // Most are none, and every file is asked.
    let start = path.as_bytes().get(..11);
    start.is_some_and(|start| start.eq_ignore_ascii_case(b"content/log"))
        && crate::source::content_kind(path) == Some(crate::source::ContentKind::Log)
}

/// Keys of lines beside those of front matter.
const OF_LINES: &[Key] = &[
    Key::new("morning", Form::Score, "How the day began: the `next_day` of the day before."),
    Key::new("note", Form::List(&Form::Text), "The day's note, in quotes."),
];

/// All keys that are read of a line.
const KEYS: &[&[Key]] = &[keys::ENTRY[0], keys::ENTRY[1], keys::ENTRY[2], keys::ENTRY[3], keys::ENTRY[4], OF_LINES];

/// What a line became.
enum LineSort {
    Nothing,
    Private,
    Covers(Date, Date),
    Later(Date, Date),
    Day(Box<ReadLine>),
    Bad,
}

/// Reads a log file, with all problems of all its lines; what was read of it before by the same settings saves reading the lines
/// that stand where they stood.
#[must_use]
pub fn parse(
    source: &Source,
    text: &Arc<str>,
    config: &Config,
    before: Option<&ReadLog>,
) -> (ReadLog, Vec<Diagnostic>) {
    let mut at = 0;
    let lines: Vec<(usize, Range<usize>)> = text
        .split_inclusive('\n')
        .enumerate()
        .map(|(index, line)| {
            let start = at;
            at += line.len();
            (index + 1, start..start + line.trim_end_matches(['\n', '\r']).len())
        })
        .collect();
    let read = |(number, range): &(usize, Range<usize>)| {
        let line = &text[range.clone()];
        if let Some(known) = before.and_then(|before| before.known(*number, line)) {
            let known = ReadLine { range: range.clone(), ..known.clone() };
            return ((LineSort::Day(Box::new(known)), remark(line).1, Vec::new()), range.clone());
        }
        let file = FileOfLine { path: &source.path, line, number: *number, config };
        (file.read(range), range.clone())
    };
    let read: Vec<_> = lines.par_iter().with_min_len(64).map(read).collect();
    let mut log = ReadLog { path: source.path.clone(), text: text.clone(), hash: source.hash, ..ReadLog::default() };
    let mut problems = Vec::new();
    let mut first = true;
    for ((line, remark, mut found), range) in read {
        problems.append(&mut found);
        log.remarks.extend(remark.map(|remark| range.start + remark.start..range.start + remark.end));
        match line {
            LineSort::Nothing => continue,
            LineSort::Private if first => log.private = true,
            LineSort::Private => {
                let message = "`private` on its own makes a whole file private, and is its first line";
                let problem = Diagnostic::error("log-line", message).at(Place::new(&log.path, text, range.clone()));
                problems.push(
                    problem.hint(
                        "move it to the top, or add it to the days that are private: `2024-05-03 pain 3, private`",
                    ),
                );
                // Who knows which days were meant: all are kept back.
                log.private = true;
                log.broken += 1;
            }
            LineSort::Covers(from, to) => log.covers.push((from, to)),
            LineSort::Later(from, to) => log.later.push((from, to)),
            LineSort::Bad => log.broken += 1,
            LineSort::Day(read) => log.lines.push(*read),
        }
        first = false;
    }
    if log.private {
        for line in &mut log.lines {
            Arc::make_mut(&mut line.entry).visibility = super::Visibility::Private;
        }
    }
    (log, problems)
}

/// A line and what its file is.
struct FileOfLine<'a> {
    path: &'a Arc<str>,
    line: &'a str,
    number: usize,
    config: &'a Config,
}

impl FileOfLine<'_> {
    /// Reads the line: what it became, the bytes of its remark, and what is wrong.
    fn read(&self, range: &Range<usize>) -> (LineSort, Option<Range<usize>>, Vec<Diagnostic>) {
        let (said, remark) = remark(self.line);
        let mut problems = Vec::new();
        let line = match split::head(said) {
            Ok(split::LineHead::Blank) => LineSort::Nothing,
            Ok(split::LineHead::Private) => LineSort::Private,
            Ok(split::LineHead::Covers(from, to)) => LineSort::Covers(from, to),
            Ok(split::LineHead::Later(from, to)) => LineSort::Later(from, to),
            Ok(split::LineHead::Days(from, to, items)) => self.day(said, (from, to), items, range, &mut problems),
            Err(slip) => {
                problems.push(slip.told(self.path, self.line));
                LineSort::Bad
            }
        };
        for place in problems.iter_mut().filter_map(|problem| problem.place.as_mut()) {
            place.line = self.number;
        }
        for (_, place) in problems.iter_mut().flat_map(|problem| &mut problem.related) {
            place.line = self.number;
        }
        (line, remark, problems)
    }

    fn day(
        &self,
        said: &str,
        (from, to): (Date, Date),
        start: usize,
        range: &Range<usize>,
        problems: &mut Vec<Diagnostic>,
    ) -> LineSort {
        let (end, imported) = split::source(said);
        let mut items = item::Items::default();
        let parts = split::items(said, start..end);
        if parts.is_empty() {
            let slip = split::Slip::new(
                "the day says nothing",
                0..said.trim_end().len(),
                "what was felt or done follows the date: `pain 2/2/3, run 5k`, or `rest`",
            );
            problems.push(slip.told(self.path, self.line));
            return LineSort::Bad;
        }
        for part in &parts {
            if let Err(slip) = items.add(said, part.clone()) {
                problems.push(slip.told(self.path, self.line));
            }
        }
        let (private, later, bare) = (items.private, items.later, std::mem::take(&mut items.bare));
        let values = PlacedNode::map(items.into_pairs(), 0..said.len());
        let document = Document::placed(self.path, self.line, values);
        let entry = document.fields(KEYS).map(|fields| {
            let morning = fields.read("morning", pain::score);
            let note = fields.get("note").map(Value::texts).map(|all| all.join(" "));
            let file = front::EntryFile {
                path: self.path,
                hash: *blake3::hash(self.line.as_bytes()).as_bytes(),
                text: &Arc::from(self.line),
                text_start: 0,
                config: self.config,
                body: Body::default(),
            };
            let log = LogLine { number: self.number, until: (to > from).then_some(to), morning, note, imported, later };
            let visibility = if private { super::Visibility::Private } else { super::Visibility::Public };
            Entry {
                title: String::new(),
                date: Some(from),
                visibility,
                log: Some(Box::new(log)),
                ..front::read(fields, file)
            }
        });
        problems.extend(document.into_problems());
        let broken = problems.iter().any(|problem| problem.severity == crate::diag::Severity::Error);
        if broken {
            problems.sort_by_key(|problem| problem.place.as_ref().map_or(0, |place| place.column));
            // What may be a treatment's name is only known to be one once all is read.
            let sure: Vec<Range<usize>> =
                parts.iter().filter(|part| bare.iter().all(|(_, range)| range != *part)).cloned().collect();
            self.say_understood(said, &sure, problems);
        }
        match entry.filter(|_| !broken) {
            Some(entry) => {
                let told = !problems.is_empty();
                LineSort::Day(Box::new(ReadLine { entry: Arc::new(entry), bare, range: range.clone(), told }))
            }
            None => LineSort::Bad,
        }
    }

    /// Adds to the first error what could be read of the line.
    fn say_understood(&self, said: &str, parts: &[Range<usize>], problems: &mut [Diagnostic]) {
        let columns = |range: &Range<usize>| {
            let start = said[..range.start].chars().count() + 1;
            start..start + said[range.clone()].chars().count()
        };
        let wrong = |part: &&Range<usize>| {
            problems.iter().any(|p| p.place.as_ref().is_some_and(|place| columns(part).contains(&place.column)))
        };
        let good: Vec<&str> = parts.iter().filter(|part| !wrong(part)).map(|part| &said[part.clone()]).collect();
        let first = problems.iter_mut().find(|problem| problem.severity == crate::diag::Severity::Error);
        if let Some(first) = first.filter(|_| !good.is_empty()) {
            first.hints.push(format!("understood so far: {}", shorten(&good.join(", "), 80)));
        }
    }
}

impl ReadLine {
    /// What is wrong with its bare names of treatments: each has to be known from elsewhere.
    pub fn unknown_names(&self, known: impl Fn(&str) -> bool, names: &[&str]) -> Vec<Diagnostic> {
        let unknown = self.bare.iter().filter(|(name, _)| !known(&slug(name)));
        unknown.map(|(name, range)| self.unknown(name, range, names)).collect()
    }

    fn unknown(&self, name: &str, range: &Range<usize>, names: &[&str]) -> Diagnostic {
        let first = name.split_whitespace().next().unwrap_or_default();
        let words = item::words().chain(session::words());
        let near = nearest(name, names.iter().copied()).or_else(|| nearest(first, words));
        let message = format!("`{}` is nothing that a line can have", shorten(name, 40));
        let problem = Diagnostic::error("log-line", message).at(self.entry.place(range.clone()));
        problem.hint(item::what_to_write(&self.entry.text[range.clone()], name, near))
    }
}
