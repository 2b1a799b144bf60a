//! A page with several days in it: headings that begin with dates, the first line below each of which may be a line of the log.

use super::page::{LineForm, PageLine, behind_sign, page_lines};
use crate::fields::{FoundDate, WrittenDate, YearAbove, linked_date};
use jiff::civil::Date;
use std::ops::Range;

/// A day of a page.
#[derive(Debug)]
pub(super) struct PageDay {
    /// Which day it is, if its heading and those above say so.
    pub(super) date: Option<Date>,
    /// The bytes of its heading.
    pub(super) heading: Range<usize>,
    /// The number of the first line below it, and the bytes of its words; none where that is no line of words.
    pub(super) first: Option<(usize, Range<usize>)>,
}

/// Whether two or more headings of a text begin with a date.
pub(super) fn is_one(text: &str, from: usize) -> bool {
    // Few texts have two such lines, and only those are looked at closely.
    let begins = |line: &&str| {
        let words = line.trim_start_matches(['#', ' ', '\t']);
        words.starts_with(|c: char| c.is_alphanumeric() || c == '[') && linked_date(words).is_some()
    };
    let below = text.get(from..).unwrap_or_default();
    below.lines().filter(begins).take(2).count() == 2 && days("", text, from).len() > 1
}

/// The days of a text; the file's name may say their year.
pub(super) fn days(path: &str, text: &str, from: usize) -> Vec<PageDay> {
    let stem = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
    let mut above = YearAbove::of_name(stem);
    let lines = page_lines(text, from);
    let mut days = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let LineForm::Heading(_, range) = &line.form else { continue };
        let Some(found) = linked_date(&line.text[range.clone()]) else { continue };
        if is_day(&found) {
            let heading = line.start + range.start..line.start + range.end;
            let date =
                above.day(found.date, None).filter(|day| found.weekday.is_none_or(|named| named == day.weekday()));
            days.push(PageDay { date, heading, first: first(&lines[at + 1..]) });
        } else {
            above.hear(found.date);
        }
    }
    days
}

fn is_day(found: &FoundDate) -> bool {
    // A number alone is rather that of a chapter.
    let alone = matches!(found.date, WrittenDate::DayAlone(_)) && found.weekday.is_none();
    !alone && !matches!(found.date, WrittenDate::Month(..) | WrittenDate::Year(_))
}

/// The first line below a heading, if it is one of words alone.
fn first(below: &[PageLine<'_>]) -> Option<(usize, Range<usize>)> {
    let line = below.iter().find(|line| !line.is_blank() && line.form != LineForm::Underline)?;
    let words = behind_sign(line.text).0.trim_end();
    let start = line.start + (line.text.trim_end().len() - words.len());
    let is_words = line.form == LineForm::Words && !line.aside;
    is_words.then(|| (line.number, start..start + words.len()))
}
