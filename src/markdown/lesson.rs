//! `> [!LESSON] id: title`: the paragraph that taught something.

use super::html::Writer;
use super::prose::{inside, plain_text};
use super::{Hole, Item, TextSource};
use crate::diag::Diagnostic;
use crate::text::slug::slug;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

const MARK: &str = "[!LESSON]";

/// What closes a marked lesson; no other quote ends so.
const LESSON_END: &str = "</div>\n";

/// The first line of a quote that marks a lesson.
#[derive(Debug)]
struct LessonMark {
    id: String,
    title: Option<String>,
    /// Where the id stands in the file.
    range: Range<usize>,
    /// How many events its line takes up, the line break too.
    len: usize,
}

impl Writer<'_> {
    /// Opens a quote: a marked lesson, or what its text says.
    pub(super) fn open_quote(&mut self) {
        let mark = read_mark(self.source, self.events, self.at);
        match mark {
            None if self.open_callout() => {}
            None => self.open_plain_quote(),
            Some(Err(problem)) => {
                self.problems.push(problem);
                self.open_plain_quote();
            }
            Some(Ok(mark)) => self.open_lesson(mark),
        }
    }

    /// What closes the quote that was opened last; a lesson leaves a hole there, so that its paragraph can be told.
    pub(super) fn close_quote(&mut self) -> &'static str {
        let end = self.quotes.pop().unwrap_or_default();
        if end == LESSON_END {
            self.piece.hole(Hole::LessonEnd);
        }
        end
    }

    fn open_plain_quote(&mut self) {
        self.piece.push("<blockquote>\n");
        self.quotes.push("</blockquote>\n");
    }

    fn open_lesson(&mut self, mark: LessonMark) {
        let LessonMark { id, title, range, len } = mark;
        let anchor = self.anchor(&format!("lesson-{id}"));
        self.piece.push("<div class=\"lesson\"");
        self.piece.attribute("id", &anchor);
        self.piece.push(">\n");
        self.piece.hole(Hole::Lesson { id, title, range });
        self.piece.push("\n");
        self.quotes.push(LESSON_END);
        // The paragraph's start and the mark's line are done.
        self.at += 1 + len;
        if matches!(self.events.get(self.at), Some((Event::End(TagEnd::Paragraph), _))) {
            self.at += 1;
        } else {
            self.piece.push("<p>");
        }
    }
}

/// The mark that the paragraph started at `at` begins with, if any, or what is wrong with it.
fn read_mark(source: TextSource<'_>, events: &[Item<'_>], at: usize) -> Option<Result<LessonMark, Diagnostic>> {
    let Some((Event::Start(Tag::Paragraph), paragraph)) = events.get(at) else { return None };
    let rest = source.text.get(paragraph.clone())?;
    let line = rest.lines().next()?;
    if !line.get(..MARK.len())?.eq_ignore_ascii_case(MARK) {
        return None;
    }
    let typed = line[MARK.len()..].split(':').next().unwrap_or_default();
    let start = paragraph.start + MARK.len() + (typed.len() - typed.trim_start().len());
    // A backslash at the line's end is a line break.
    let typed = typed.trim().trim_end_matches('\\').trim_end();
    let range = start..start + typed.len();
    let problem = |message: String, hint: String| {
        let range = if typed.is_empty() { paragraph.start..paragraph.start + MARK.len() } else { range.clone() };
        Some(Err(source.point(Diagnostic::error("bad-lesson", message).hint(hint), &range)))
    };
    if typed.is_empty() {
        return problem(
            "a lesson's mark needs its id".to_owned(),
            format!("`{MARK} an-id` or `{MARK} an-id: A title`"),
        );
    }
    let wanted = slug(typed);
    if wanted != typed {
        let message = format!("a lesson's id is lower-case letters, digits and hyphens, found `{typed}`");
        return problem(message, format!("write `{wanted}`"));
    }
    let Some(first) = first_line(source, inside(events, at + 1)) else {
        let message = "a lesson's mark is a line of its own, found markup that goes on below it".to_owned();
        return problem(message, "end the markup on the mark's line".to_owned());
    };
    let title = plain_text(first).split_once(':').map(|(_, title)| title.trim().to_owned());
    let ends_paragraph = first.len() == inside(events, at + 1).len();
    let len = first.len() + usize::from(!ends_paragraph);
    Some(Ok(LessonMark { id: wanted, title: title.filter(|title| !title.is_empty()), range, len }))
}

/// The events of a paragraph's first line; `None` where something begun on it ends further down.
pub(super) fn first_line<'e, 'a>(source: TextSource<'_>, paragraph: &'e [Item<'a>]) -> Option<&'e [Item<'a>]> {
    let mut depth = 0usize;
    for (i, (event, range)) in paragraph.iter().enumerate() {
        match event {
            Event::SoftBreak | Event::HardBreak if depth == 0 => return Some(&paragraph[..i]),
            Event::SoftBreak | Event::HardBreak => return None,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ if source.text.get(range.clone()).is_none_or(|typed| typed.contains('\n')) => return None,
            _ => {}
        }
    }
    Some(paragraph)
}
