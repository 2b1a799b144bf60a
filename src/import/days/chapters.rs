//! Where each day of a text begins and ends.

use super::dates::PlacedDate;
use super::day::RawDay;
use super::{DayBook, KeptBack};
use crate::entry::{LineForm, PageLine, behind_sign, page_lines};
use crate::fields::{FoundDate, WrittenDate, YearAbove, linked_date, written_date};
use crate::text::shorten;
use std::ops::Range;

/// What days of a text begin with; the first of these that any day begins with counts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum DaySign {
    Heading,
    Bold,
    Line,
}

/// A line that begins a day.
#[derive(Clone, Debug)]
struct Opening<'t> {
    date: PlacedDate,
    /// What stands beside the date in the heading.
    words: &'t str,
    /// The bytes of the line that are the first of the day's text.
    text: Range<usize>,
    /// How far the lines below are set in, as they are in a list.
    indent: usize,
}

/// What a line does.
enum Turn<'t> {
    Opens(Opening<'t>),
    /// A heading of a year or a month.
    Dates,
    /// Another heading, which ends the day above.
    Closes,
    Goes,
}

impl DayBook<'_> {
    /// Reads the text from a byte on.
    pub(super) fn chapters(&mut self, from: usize) {
        let text = self.text;
        let lines = page_lines(text, from);
        let headings = self.turns(&lines, DaySign::Heading);
        if !has_days(&headings) && self.sheets(&lines) {
            return;
        }
        let turns = Some(headings)
            .filter(|turns| has_days(turns))
            .or_else(|| Some(self.turns(&lines, DaySign::Bold)).filter(|turns| has_days(turns)))
            .unwrap_or_else(|| self.turns(&lines, DaySign::Line));
        let opened = |turn: &Turn<'_>| if let Turn::Opens(opening) = turn { Some(opening.date.clone()) } else { None };
        let dates: Vec<PlacedDate> = turns.iter().filter_map(opened).collect();
        let mut days = self.days_of(&dates).into_iter();
        let mut kept = KeptBack::No;
        let mut raw: Option<RawDay<'_>> = None;
        let mut outside: Vec<&PageLine<'_>> = Vec::new();
        for (line, turn) in lines.iter().zip(turns) {
            if matches!(turn, Turn::Goes) {
                if let Some(raw) = raw.as_mut() {
                    raw.push(line.clone());
                } else if !line.is_blank() {
                    outside.push(line);
                    kept = kept.max(KeptBack::of_line(line.text));
                }
                continue;
            }
            self.end(raw.take());
            match turn {
                Turn::Opens(opening) => {
                    self.pass(&mut outside);
                    raw = days.next().flatten().map(|date| self.begin(line, opening, date, kept));
                }
                Turn::Closes => {
                    outside.push(line);
                    kept = kept.max(KeptBack::of_line(line.text));
                }
                Turn::Dates | Turn::Goes => {}
            }
        }
        self.end(raw);
        self.pass(&mut outside);
    }

    /// Notes some lines as belonging to no day.
    pub(super) fn pass(&mut self, outside: &mut Vec<&PageLine<'_>>) {
        outside.retain(|line| line.form != LineForm::Underline && !super::day::is_rule(line.text));
        if let Some(first) = outside.first() {
            let words = shorten(first.text.trim(), 60);
            self.diary.outside.push((self.at_line(first.number), words, outside.len()));
        }
        outside.clear();
    }

    fn begin<'t>(
        &mut self,
        line: &PageLine<'t>,
        opening: Opening<'t>,
        date: jiff::civil::Date,
        kept: KeptBack,
    ) -> RawDay<'t> {
        let Opening { words, text, indent, date: placed } = opening;
        let rest = &line.text[text.clone()];
        let several = names_several(if words.is_empty() { rest } else { words });
        if several {
            let message = format!("this names several days; what stands there is taken for text of {date}");
            let hint = "a line of the log has a span for several days: `2024-06-12..18  run 92 km`";
            self.warn("several-days", message, placed.range.clone(), hint);
        }
        let mut raw = RawDay {
            date,
            number: line.number,
            // Of several days all are named.
            words: if several { line.text[placed.range.start - line.start..].trim() } else { trim_words(words) }
                .to_owned(),
            body: Vec::new(),
            is_line: line.form == LineForm::Words && words.is_empty() && !rest.trim().is_empty(),
            several,
            indent,
            kept: kept.max(KeptBack::of_line(line.text)).max(KeptBack::of_line(words)).max(KeptBack::of_line(rest)),
        };
        // What nobody is to read would be in a title.
        if line.aside && !raw.words.is_empty() {
            raw.words.clear();
            let blank = PageLine { text: "", form: LineForm::Blank, aside: false, ..line.clone() };
            raw.push(PageLine { text: trim_words(words), form: LineForm::Words, ..line.clone() });
            raw.push(blank);
        }
        let trimmed = trim_words(rest);
        if !trimmed.is_empty() {
            let at = text.start + (rest.trim_end().len() - trimmed.len());
            let text = &line.text[at..at + trimmed.len()];
            raw.push(PageLine { start: line.start + at, text, form: LineForm::Words, ..line.clone() });
        }
        raw
    }

    fn end(&mut self, raw: Option<RawDay<'_>>) {
        if let Some(raw) = raw {
            let day = self.made(&raw);
            self.add(day);
        }
    }

    /// What each line does, where days begin with a sign.
    fn turns<'t>(&self, lines: &[PageLine<'t>], sign: DaySign) -> Vec<Turn<'t>> {
        let mut above = YearAbove::of_name(self.stem);
        // The level of the heading that the open day has.
        let mut open: Option<u8> = None;
        let mut blank = true;
        let mut turn = |line: &PageLine<'t>| {
            let after_blank = std::mem::replace(&mut blank, line.is_blank());
            match &line.form {
                LineForm::Heading(level, range) => {
                    let found = linked_date(&line.text[range.clone()]);
                    let is_below = sign == DaySign::Heading && open.is_some_and(|open| *level > open);
                    let is_day = |found: &FoundDate| sign == DaySign::Heading && is_day(found, above, sign);
                    if let Some(found) = found.filter(is_day) {
                        open = Some(*level);
                        return Turn::Opens(heading(line, range.clone(), found, above));
                    }
                    if is_below {
                        return Turn::Goes;
                    }
                    open = None;
                    if found.is_some_and(|found| above.hear(found.date)) { Turn::Dates } else { Turn::Closes }
                }
                LineForm::Words if sign != DaySign::Heading => {
                    if let Some(opening) = opening(line, sign, above) {
                        return Turn::Opens(opening);
                    }
                    let bare = line.text.trim().trim_matches(['*', '_', ':']);
                    let dates = after_blank && written_date(bare).is_some_and(|found| above.hear(found.date));
                    if dates { Turn::Dates } else { Turn::Goes }
                }
                _ => Turn::Goes,
            }
        };
        lines.iter().map(&mut turn).collect()
    }
}

fn has_days(turns: &[Turn<'_>]) -> bool {
    turns.iter().any(|turn| matches!(turn, Turn::Opens(_)))
}

/// Whether a date is one of a day, by what stands above it.
fn is_day(found: &FoundDate, above: YearAbove, sign: DaySign) -> bool {
    match found.date {
        // Without a year it is one too, and told: else its text would be another day's.
        WrittenDate::Day(_) | WrittenDate::Numbers { .. } | WrittenDate::Nowhere | WrittenDate::DayOf { .. } => true,
        WrittenDate::DayAlone(_) => sign != DaySign::Line && above.month.is_some(),
        WrittenDate::Month(..) | WrittenDate::Year(_) => false,
    }
}

fn heading<'t>(line: &PageLine<'t>, range: Range<usize>, found: FoundDate, above: YearAbove) -> Opening<'t> {
    let start = line.start + range.start;
    let date = PlacedDate { found, above, range: start..start + found.end };
    let end = line.text.len();
    Opening { date, words: &line.text[range.start + found.end..range.end], text: end..end, indent: 0 }
}

/// A day that begins with words in bold, or with the line itself.
fn opening<'t>(line: &PageLine<'t>, sign: DaySign, above: YearAbove) -> Option<Opening<'t>> {
    let (text, is_item) = behind_sign(line.text);
    if line.indent() > 3 {
        return None;
    }
    let at = line.text.len() - text.len();
    let indent = if is_item { at.max(2) } else { 0 };
    let placed = |from: usize, found: FoundDate| PlacedDate {
        found,
        above,
        range: line.start + from..line.start + from + found.end,
    };
    if sign == DaySign::Bold {
        let mark = ["**", "__"].into_iter().find(|mark| text.starts_with(mark))?;
        let inside = &text[2..];
        let end = inside.find(mark)?;
        let found = linked_date(&inside[..end]).filter(|found| is_day(found, above, sign))?;
        let words = &inside[found.end..end];
        return Some(Opening { date: placed(at + 2, found), words, text: at + 2 + end + 2..line.text.len(), indent });
    }
    // `Date: 2024-05-03`
    let led = ["date:", "datum:"]
        .into_iter()
        .find(|word| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)));
    let from = at + led.map_or(0, str::len);
    let found = linked_date(&line.text[from..]).filter(|found| is_day(found, above, sign))?;
    Some(Opening { date: placed(from, found), words: "", text: from + found.end..line.text.len(), indent })
}

/// Words without what parts them from the date.
fn trim_words(words: &str) -> &str {
    let mut words = words.trim();
    loop {
        let mut chars = words.chars();
        let (first, second) = (chars.next(), chars.next());
        let parts = match first {
            Some(c) if c.is_whitespace() => true,
            Some(':' | ',' | '|' | '·' | '–' | '—' | ';') => true,
            Some('-' | '.') => !second.is_some_and(|c| c.is_ascii_digit()),
            // `2024-05-03T07:20`
            Some('T') => second.is_some_and(|c| c.is_ascii_digit()),
            _ => false,
        };
        if !parts {
            return words;
        }
        words = chars_behind_first(words);
    }
}

fn chars_behind_first(text: &str) -> &str {
    let mut chars = text.chars();
    chars.next();
    chars.as_str()
}

/// Whether what follows a date makes a span of it: `..09`, `- 9 May 2024`.
fn names_several(rest: &str) -> bool {
    let rest = rest.trim_start();
    let behind = ["..", "-", "–", "—", "to ", "until ", "bis "].into_iter().find_map(|sign| rest.strip_prefix(sign));
    behind.is_some_and(|behind| {
        let is_short = rest.starts_with("..") && behind.starts_with(|c: char| c.is_ascii_digit());
        is_short || written_date(behind).is_some_and(|found| !matches!(found.date, WrittenDate::DayAlone(_)))
    })
}
