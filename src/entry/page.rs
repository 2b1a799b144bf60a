//! The lines of a text, and what each of them is.

use crate::markdown::{Verbatim, verbatim};
use std::ops::Range;

/// What a line is.
#[derive(Clone, Debug, PartialEq)]
pub enum LineForm {
    /// Nothing.
    Blank,
    /// Text, a list among it.
    Words,
    /// In code, in raw HTML or in an aside.
    Verbatim,
    /// A heading of a level, and the bytes of its words in the line.
    Heading(u8, Range<usize>),
    /// The line of signs below a heading.
    Underline,
    /// A row of a table.
    Row,
}

/// A line of a text.
#[derive(Clone, Debug)]
pub struct PageLine<'t> {
    /// Its number, from 1.
    pub number: usize,
    /// The byte at which it begins.
    pub start: usize,
    /// Its text, without its end.
    pub text: &'t str,
    /// What it is.
    pub form: LineForm,
    /// Whether a part of it is an aside.
    pub aside: bool,
}

impl PageLine<'_> {
    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.form == LineForm::Blank
    }

    /// How far it is set in.
    pub fn indent(&self) -> usize {
        self.text.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum()
    }
}

/// All lines of a text from a byte on.
pub fn page_lines(text: &str, from: usize) -> Vec<PageLine<'_>> {
    let Verbatim { blocks, asides } = verbatim(text, from);
    let (mut block, mut aside) = (0, 0);
    let mut all: Vec<PageLine<'_>> = Vec::new();
    let mut start = from;
    let first = text[..from].matches('\n').count() + 1;
    for (number, line) in (first..).zip(text[from..].split('\n')) {
        let end = start + line.len();
        let meets = |ranges: &[Range<usize>], at: &mut usize| {
            while ranges.get(*at).is_some_and(|range| range.end <= start) {
                *at += 1;
            }
            ranges.get(*at).filter(|range| range.start < end).cloned()
        };
        let in_block = meets(&blocks, &mut block);
        let in_aside = meets(&asides, &mut aside);
        let whole =
            |range: &Range<usize>| range.start <= start + (line.len() - line.trim_start().len()) && end <= range.end;
        let form = if line.trim().is_empty() {
            LineForm::Blank
        } else if in_block.is_some() || in_aside.as_ref().is_some_and(whole) {
            LineForm::Verbatim
        } else {
            form(line)
        };
        all.push(PageLine { number, start, text: line, form, aside: in_aside.is_some() });
        start = end + 1;
    }
    rows(&mut all);
    underlined(&mut all);
    all
}

/// Makes rows of the lines around a line of hyphens and bars, where a table has no bars at its edges.
fn rows(lines: &mut [PageLine<'_>]) {
    for at in 1..lines.len() {
        let text = lines[at].text.trim();
        let is_rule =
            text.contains('|') && text.contains('-') && text.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' '));
        if !is_rule || !lines[at - 1].text.contains('|') {
            continue;
        }
        let of_table = lines[at - 1..].iter_mut();
        of_table
            .take_while(|line| matches!(line.form, LineForm::Words | LineForm::Row) && line.text.contains('|'))
            .for_each(|line| line.form = LineForm::Row);
    }
}

fn form(line: &str) -> LineForm {
    let trimmed = line.trim_start();
    let indent = line.len() - trimmed.len();
    if trimmed.starts_with('|') {
        return LineForm::Row;
    }
    let level = trimmed.bytes().take_while(|b| *b == b'#').count();
    let rest = &trimmed[level..];
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with([' ', '\t'])) || indent > 3 {
        return LineForm::Words;
    }
    let words = rest.trim();
    let bare = words.trim_end_matches('#');
    let words =
        if bare.len() < words.len() && (bare.is_empty() || bare.ends_with([' ', '\t'])) { bare.trim() } else { words };
    let at = indent + level + (rest.len() - rest.trim_start().len());
    LineForm::Heading(u8::try_from(level).unwrap_or(6), at..(at + words.len()).min(line.len()))
}

/// Makes headings of lines with a line of `=` or `-` below them.
fn underlined(lines: &mut [PageLine<'_>]) {
    for at in 1..lines.len() {
        let signs = lines[at].text.trim();
        let level = match signs.chars().next() {
            Some('=') if signs.bytes().all(|b| b == b'=') => 1,
            Some('-') if signs.len() > 1 && signs.bytes().all(|b| b == b'-') => 2,
            _ => continue,
        };
        let above = &lines[at - 1];
        let first =
            at < 2 || matches!(lines[at - 2].form, LineForm::Blank | LineForm::Underline | LineForm::Heading(..));
        let is_words = above.form == LineForm::Words && !above.text.trim_start().starts_with(['-', '*', '+', '>']);
        if first && is_words && lines[at].form == LineForm::Words && above.indent() < 4 {
            let text = above.text;
            let from = text.len() - text.trim_start().len();
            lines[at - 1].form = LineForm::Heading(level, from..from + text.trim().len());
            lines[at].form = LineForm::Underline;
        }
    }
}

/// The words of a line behind the sign of a list, and whether there is one.
pub fn behind_sign(text: &str) -> (&str, bool) {
    let trimmed = text.trim_start();
    match trimmed.strip_prefix(['-', '*', '+', '•']) {
        Some(rest) if rest.starts_with([' ', '\t']) => (rest.trim_start(), true),
        _ => (trimmed, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<String> {
        let form = |line: PageLine<'_>| match line.form {
            LineForm::Blank => "blank".to_owned(),
            LineForm::Words => "words".to_owned(),
            LineForm::Verbatim => "verbatim".to_owned(),
            LineForm::Heading(level, range) => format!("{level} {}", &line.text[range]),
            LineForm::Underline => "underline".to_owned(),
            LineForm::Row => "row".to_owned(),
        };
        page_lines(text, 0).into_iter().map(form).collect()
    }

    #[test]
    fn lines_have_their_forms() {
        let text = "# One ##\ntext\n\n  ## Two #3\n#tag\n\nThree\n===\nFour\n---\n\n| a |\n";
        let expected = [
            "1 One",
            "words",
            "blank",
            "2 Two #3",
            "words",
            "blank",
            "1 Three",
            "underline",
            "2 Four",
            "underline",
            "blank",
            "row",
            "blank",
        ];
        assert_eq!(forms(text), expected);
    }

    #[test]
    fn headings_in_code_and_in_asides_are_none() {
        let text = "```\n# a\n```\n\n<!--\n## 2024-05-03\nx\n-->\n\n%% a\n\n# b\n%%\n# c %%x%%\n";
        let expected = [
            "verbatim",
            "verbatim",
            "verbatim",
            "blank",
            "verbatim",
            "verbatim",
            "verbatim",
            "verbatim",
            "blank",
            "verbatim",
            "blank",
            "verbatim",
            "verbatim",
            "1 c %%x%%",
            "blank",
        ];
        assert_eq!(forms(text), expected);
    }
}
