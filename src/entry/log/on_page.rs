//! The days of a page that has several: each first line below a heading that is one of the log, with its place on the page.

use super::{FileOfLine, LineSort, ReadLine, ReadLog, as_front, split};
use crate::config::Config;
use crate::diag::{Diagnostic, Place, Severity};
use crate::entry::{Entry, Visibility, several};
use crate::source::Source;
use crate::text::words::count;
use jiff::civil::Date;
use std::ops::Range;
use std::sync::Arc;

/// Reads the days of a page; what it says of itself holds for all of them.
#[must_use]
pub fn parse_page(source: &Source, text: &Arc<str>, page: &Entry, config: &Config) -> (ReadLog, Vec<Diagnostic>) {
    let private = page.visibility != Visibility::Public;
    let mut log =
        ReadLog { path: source.path.clone(), text: text.clone(), hash: source.hash, private, ..ReadLog::default() };
    let mut problems = Vec::new();
    let mut unread = Vec::new();
    let days = several::days(&source.path, text, page.text_start);
    let n = days.len();
    for day in days {
        let line = day.date.zip(day.first).and_then(|(date, (number, range))| {
            let file = FileOfLine { path: &source.path, line: &text[range.clone()], number, config };
            file.day_of_page(date, range)
        });
        let Some(mut line) = line else {
            unread.push(day.heading);
            continue;
        };
        let entry = Arc::make_mut(&mut line.entry);
        if entry.visibility != Visibility::Public && !private {
            let message = "the page shows all of its days, so none of them can be private alone";
            let problem =
                Diagnostic::error("private-day", message).at(Place::new(&source.path, text, line.range.clone()));
            problems.push(
                problem
                    .hint("write `visibility: private` at the top of the file, or move the day to `content/log.txt`"),
            );
        }
        if private {
            entry.visibility = Visibility::Private;
        }
        if entry.injury.is_none() {
            entry.injury = page.injury.as_ref().map(|(name, _)| (name.clone(), 0..0));
        }
        log.lines.push(line);
    }
    if let Some(first) = unread.first() {
        let days = if unread.len() == n {
            format!("none of the page's {n} days begins with a line that the log reads, so they count nowhere")
        } else {
            let some = count(unread.len(), "day doesn't begin", "days don't begin");
            format!("{some} with a line that the log reads, of the {n} on this page, and count nowhere")
        };
        let problem = Diagnostic::warning("several-days", days).at(Place::new(&source.path, text, first.clone()));
        problems.push(
            problem.hint(format!("`comeback import days {}` splits it into entries and lines of the log", source.path)),
        );
    }
    (log, problems)
}

impl FileOfLine<'_> {
    /// A line whose day a heading says; nothing where it isn't such items through and through, since it may be prose.
    fn day_of_page(&self, date: Date, range: Range<usize>) -> Option<ReadLine> {
        let is_plain = |part: Range<usize>| as_front::is_plain_item(&self.line[part]);
        let parts = split::items(self.line, 0..self.line.len());
        if self.line.contains(['#', '[', ']']) || !parts.into_iter().all(is_plain) {
            return None;
        }
        let mut problems = Vec::new();
        let sort = self.day(self.line, (date, date), 0, &range, &mut problems);
        let doubt = problems.iter().any(|problem| problem.severity != Severity::Note);
        match sort {
            LineSort::Day(line) if !doubt && line.bare.is_empty() => Some(*line),
            _ => None,
        }
    }
}
