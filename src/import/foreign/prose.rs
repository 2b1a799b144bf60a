//! Which parts of a markdown text are code, where signs mean nothing.

use std::ops::Range;

/// The code of a text: fenced blocks and spans between backticks, in the order of the text.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct CodeParts(Vec<Range<usize>>);

impl CodeParts {
    /// Finds the code.
    pub(super) fn of(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut at = 0;
        let mut paragraph = 0;
        let mut fence: Option<(usize, char, usize)> = None;
        for line in text.split_inclusive('\n') {
            let start = at;
            at += line.len();
            let (sign, run) = fence_of(line);
            match fence {
                Some((from, opened, length)) if sign == opened && run >= length && is_bare(line, sign) => {
                    parts.push(from..at);
                    fence = None;
                    paragraph = at;
                }
                Some(_) => {}
                None if run >= 3 && !(sign == '`' && line.trim_start()[run..].contains('`')) => {
                    spans(text, paragraph..start, &mut parts);
                    fence = Some((start, sign, run));
                }
                None if line.trim().is_empty() => {
                    spans(text, paragraph..start, &mut parts);
                    paragraph = at;
                }
                None => {}
            }
        }
        match fence {
            Some((from, ..)) => parts.push(from..text.len()),
            None => spans(text, paragraph..text.len(), &mut parts),
        }
        Self(parts)
    }

    /// Whether a byte stands in code.
    pub(super) fn has(&self, at: usize) -> bool {
        let next = self.0.partition_point(|part| part.end <= at);
        self.0.get(next).is_some_and(|part| part.contains(&at))
    }
}

/// The sign of a fence and how often it stands at a line's start, behind signs of quotes and lists.
fn fence_of(line: &str) -> (char, usize) {
    let line = line.trim_start_matches([' ', '>']);
    let sign = line.chars().next().unwrap_or(' ');
    if !matches!(sign, '`' | '~') {
        return (' ', 0);
    }
    (sign, line.chars().take_while(|c| *c == sign).count())
}

fn is_bare(line: &str, sign: char) -> bool {
    line.trim_start_matches([' ', '>']).trim_end().chars().all(|c| c == sign)
}

/// Adds the spans between backticks of a paragraph.
fn spans(text: &str, range: Range<usize>, parts: &mut Vec<Range<usize>>) {
    let paragraph = &text[range.clone()];
    let mut at = 0;
    while let Some(found) = paragraph[at..].find('`') {
        let start = at + found;
        let run = paragraph[start..].bytes().take_while(|b| *b == b'`').count();
        let open = start + run;
        match closing(paragraph, open, run) {
            Some(end) => {
                parts.push(range.start + start..range.start + end);
                at = end;
            }
            None => at = open,
        }
    }
}

/// Where a run of so many backticks ends that stands at or behind a byte.
fn closing(text: &str, from: usize, run: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let start = at + text[at..].find('`')?;
        let here = text[start..].bytes().take_while(|b| *b == b'`').count();
        if here == run {
            return Some(start + run);
        }
        at = start + here;
    }
}

/// A piece of another program's code as code of the text, so that it shows as it was typed.
///
/// `before` is the text in front of it: within a tag of HTML it stays bare, on a line of HTML it is an element, in a row of a
/// table its bars are escaped.
pub(super) fn as_code(code: &str, before: &str) -> String {
    // What stands farther before it is no matter, so that no line takes long.
    let mut from = before.len().saturating_sub(4096);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let line = before[from..].rsplit('\n').next().unwrap_or_default();
    let is_tag = |at: usize| line[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let in_tag = line.rfind('<').is_some_and(|at| is_tag(at) && !line[at..].contains('>'));
    if in_tag {
        return code.to_owned();
    }
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    // A block of HTML ends with a blank line.
    let paragraph = before[from..].rsplit("\n\n").next().unwrap_or_default().trim_start();
    if paragraph.starts_with('<') && paragraph[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
        return format!("<code>{}</code>", crate::text::escape(&code));
    }
    let code = if line.trim_start().starts_with('|') { code.replace('|', "\\|") } else { code };
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let ticks = "`".repeat(longest + 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{ticks}{space}{code}{space}{ticks}")
}

/// A block of code in a fence that is longer than any in it.
pub(super) fn fenced(code: &str, language: &str) -> String {
    let runs = code.lines().map(fence_of).filter(|(sign, _)| *sign == '`').map(|(_, run)| run);
    let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
    let code = code.trim_matches('\n');
    format!("\n{fence}{language}\n{code}\n{fence}\n")
}

/// A picture in markdown, with its caption as the title.
pub(super) fn picture(source: &str, alt: &str, caption: &str) -> String {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let alt = plain(alt).replace('[', "\\[").replace(']', "\\]");
    let caption = plain(caption).replace('"', "\\\"");
    let title = if caption.is_empty() { String::new() } else { format!(" \"{caption}\"") };
    format!("![{alt}]({}{title})", destination(source))
}

/// An address as the destination of a link.
pub(super) fn destination(address: &str) -> String {
    let odd = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>');
    if !address.contains(odd) {
        return address.to_owned();
    }
    let mut out = String::new();
    for c in address.chars() {
        match c {
            ' ' => out.push_str("%20"),
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}

/// HTML whose lines begin at the margin, so that none of them is code to markdown; what is preformatted stays.
pub(super) fn without_indents(html: &str) -> String {
    let mut pre = false;
    let mut out = String::with_capacity(html.len());
    for line in html.split_inclusive('\n') {
        out.push_str(if pre { line } else { line.trim_start_matches([' ', '\t']) });
        let (opens, closes) = (line.rfind("<pre"), line.rfind("</pre"));
        pre = if opens.is_some() || closes.is_some() { opens > closes } else { pre };
    }
    out
}
