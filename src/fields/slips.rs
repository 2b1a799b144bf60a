//! Slips of the hand that YAML stumbles over lines later, or that hide what was typed: found in the lines themselves, so that a
//! message points at the cause.
//!
//! What is told to be written is tried first: with it the text has to be read, or at least further than before.

use super::guesses::is_curly;
use super::{Node, yaml_index};
use crate::diag::{Diagnostic, Place};
use crate::text::is_unseen;
use std::ops::Range;

/// A slip and what ends it.
#[derive(Clone, Debug)]
pub(super) struct YamlSlip {
    /// The bytes of the file.
    at: Range<usize>,
    message: String,
    /// What is to stand there, or else what to do.
    mend: Mend,
}

#[derive(Clone, Debug)]
enum Mend {
    Write(String),
    Do(&'static str),
}

impl YamlSlip {
    pub(super) fn error(self, code: &'static str, path: &str, text: &str) -> Diagnostic {
        self.told(Diagnostic::error, code, path, text)
    }

    pub(super) fn warning(self, path: &str, text: &str) -> Diagnostic {
        self.told(Diagnostic::warning, "yaml-remark", path, text)
    }

    fn told(
        self,
        of: fn(&'static str, String) -> Diagnostic,
        code: &'static str,
        path: &str,
        text: &str,
    ) -> Diagnostic {
        let hint = match self.mend {
            Mend::Write(new) => format!("write `{new}`"),
            Mend::Do(words) => words.to_owned(),
        };
        of(code, self.message).at(Place::new(path, text, self.at)).hint(hint)
    }
}

/// Mended texts that are tried at most: each is read whole.
const MOST: usize = 24;

/// The slip for which a parser gave up at a byte of a YAML text, if it is one that is known.
pub(super) fn cause(text: &str, range: Range<usize>, gave_up: usize) -> Option<YamlSlip> {
    let yaml = &text[range.clone()];
    let mut tried = 0;
    let lines = lines(yaml).take_while(|line| line.start <= gave_up);
    let found =
        lines.flat_map(|line| of_line(&line).into_iter().map(move |slip| (line.clone(), slip))).find(|(line, slip)| {
            let Mend::Write(new) = &slip.mend else { return gave_up <= line.start + line.text.len() };
            tried += 1;
            tried <= MOST && mends(yaml, &slip.at, new, gave_up)
        });
    found.map(|(_, slip)| YamlSlip { at: range.start + slip.at.start..range.start + slip.at.end, ..slip })
}

/// Whether a text is read, or at least further, with something else at some bytes.
fn mends(yaml: &str, at: &Range<usize>, new: &str, gave_up: usize) -> bool {
    let mended = format!("{}{new}{}", &yaml[..at.start], &yaml[at.end..]);
    match serde_yaml::from_str::<Node>(&mended) {
        Ok(node) => matches!(node, Node::Map(_)),
        Err(error) => yaml_index(&error) > gave_up + new.len().saturating_sub(at.len()),
    }
}

/// Words that are lost as remarks where a list has its items: `- #knee`, `tags: #knee`.
pub(super) fn remarks(text: &str, range: Range<usize>) -> impl Iterator<Item = YamlSlip> {
    let yaml = &text[range.clone()];
    let any = yaml.contains("- #") || yaml.contains(": #");
    let lines = any.then(|| lines(yaml)).into_iter().flatten();
    lines.filter_map(move |line| {
        let content = line.text.trim_start();
        let start = line.start + line.text.len() - content.len();
        let behind = content.strip_prefix("- ").or_else(|| content.strip_prefix("tags: "))?.trim();
        let word = behind.strip_prefix('#').filter(|word| word.starts_with(char::is_alphanumeric))?;
        let at = start + content.find('#')?;
        let at = range.start + at..range.start + at + behind.len();
        let message = format!("`{behind}` is a remark to YAML, so nothing stands here");
        Some(YamlSlip { at, message, mend: Mend::Write(word.to_owned()) })
    })
}

/// A line of a YAML text.
#[derive(Clone, Debug)]
struct YamlLine<'a> {
    start: usize,
    /// Without its end.
    text: &'a str,
}

/// The lines that are no part of a block of text.
fn lines(yaml: &str) -> impl Iterator<Item = YamlLine<'_>> {
    let (mut end, mut block) = (0, None::<usize>);
    yaml.split_inclusive('\n').filter_map(move |line| {
        let start = end;
        end += line.len();
        let text = line.trim_end();
        let indent = text.len() - text.trim_start().len();
        if block.is_some_and(|outer| text.is_empty() || indent > outer) {
            return None;
        }
        let opens = [": |", ": >", "- |", "- >"].iter().any(|sign| {
            text.rsplit_once(sign).is_some_and(|(_, rest)| rest.chars().all(|c| "+-0123456789 ".contains(c)))
        });
        block = opens.then_some(indent);
        (!text.is_empty() && !text.trim_start().starts_with('#')).then_some(YamlLine { start, text })
    })
}

/// What may be wrong in a line, the surest first.
fn of_line(line: &YamlLine<'_>) -> Vec<YamlSlip> {
    let all = [spaces(line), tab(line), no_space(line), no_space_behind_dash(line), remark(line), lone_dash(line)];
    let quotes = [curly(line), colon(line), sign(line), open_quote(line), open_bracket(line)];
    all.into_iter().chain(quotes).flatten().collect()
}

impl<'a> YamlLine<'a> {
    /// What follows the indentation and the dashes of lists, and where.
    fn content(&self) -> (usize, &'a str) {
        let content = self.text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c));
        let mut content = content;
        while let Some(rest) = content.strip_prefix("- ") {
            content = rest.trim_start();
        }
        (self.start + self.text.len() - content.len(), content)
    }

    /// The value behind the key, and where.
    fn value(&self) -> Option<(usize, &'a str)> {
        let (start, content) = self.content();
        let (key, value) = content.split_once(": ")?;
        let value = value.trim_start();
        is_key(key).then(|| (start + content.len() - value.len(), value)).filter(|(_, value)| !value.is_empty())
    }

    fn slip(&self, at: Range<usize>, message: &str, mend: Mend) -> Option<YamlSlip> {
        Some(YamlSlip { at, message: message.to_owned(), mend })
    }
}

fn is_key(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().all(|c| c.is_alphanumeric() || "_- ".contains(c))
}

/// A space that is none to YAML: telephones and word processors type them.
fn spaces(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let odd = |c: char| c != '\t' && !c.is_ascii() && (c.is_whitespace() || is_unseen(c));
    let behind =
        |sign: &str| line.text.match_indices(sign).any(|(at, _)| line.text[at + sign.len()..].starts_with(odd));
    if !line.text.trim_start_matches(' ').starts_with(odd) && !behind(":") && !behind("-") {
        return None;
    }
    let mended: String = line.text.chars().map(|c| if odd(c) { ' ' } else { c }).collect();
    // Between a key and its value or before an item it is to be a space, at the start of a line nothing.
    let mended = if line.text.starts_with(odd) { mended.trim_start().to_owned() } else { mended };
    line.slip(
        line.start..line.start + line.text.len(),
        "a space here is one that only looks like it",
        Mend::Write(mended),
    )
}

fn tab(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let indent = &line.text[..line.text.len() - line.text.trim_start().len()];
    let at = line.start + indent.find('\t')?;
    line.slip(at..at + 1, "a tab indents this line", Mend::Do("indent with spaces: YAML does not allow tabs"))
}

/// `pain:3`.
fn no_space(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let (start, content) = line.content();
    let (key, value) = content.split_once(':')?;
    if !is_key(key) || value.is_empty() || value.starts_with([' ', '/', ':']) || key.contains(' ') {
        return None;
    }
    let message = format!("a space is missing after `{key}:`");
    line.slip(start..start + content.len(), &message, Mend::Write(format!("{key}: {value}")))
}

/// `-knee`.
fn no_space_behind_dash(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let content = line.text.trim_start();
    let start = line.start + line.text.len() - content.len();
    let word = content
        .strip_prefix('-')
        .filter(|word| word.starts_with(|c: char| c.is_alphabetic() || "\"'{[".contains(c)))?;
    line.slip(start..start + content.len(), "a space is missing after `-`", Mend::Write(format!("- {word}")))
}

/// `[#knee, rehab]`.
fn remark(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let (mut depth, mut quote, mut before) = (0i32, None, ' ');
    for (at, c) in line.text.char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if " [{,:".contains(before) => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth -= 1,
            (None, '#') if depth > 0 && (before == ' ' || "[{,".contains(before)) => {
                let rest = &line.text[at..];
                let word = rest[..rest.find([',', ']', '}']).unwrap_or(rest.len())].trim_end();
                let apart = line.text[..at].trim_end().ends_with(['[', '{', ',', ':']);
                let tags = line.text.trim_start().to_lowercase().starts_with("tags:");
                let mend = match (apart, tags) {
                    (true, true) => Mend::Write(word.trim_start_matches('#').to_owned()),
                    (true, false) => Mend::Write(format!("\"{word}\"")),
                    (false, true) => Mend::Write(format!(", {}", word.trim_start_matches('#'))),
                    (false, false) => Mend::Write(format!(", \"{word}\"")),
                };
                return line.slip(
                    line.start + at..line.start + at + word.len(),
                    "a `#` makes all behind it a remark",
                    mend,
                );
            }
            _ => {}
        }
        before = c;
    }
    None
}

/// `pain: -`.
fn lone_dash(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let (at, _) = line.value().filter(|(_, value)| value.chars().all(|c| c == '-'))?;
    let end = line.start + line.text.len();
    line.slip(at..end, "a dash is no value", Mend::Do("leave it out: what is not noted is unknown"))
}

/// `title: “Week 12: first run”`.
fn curly(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let (at, value) = line.value()?;
    let inner = value.strip_prefix(is_curly)?;
    let inner = inner.trim_end_matches(is_curly);
    line.slip(at..at + value.len(), "curly quotes are no quotes to YAML", Mend::Write(quoted(inner)))
}

/// `title: Week 12: first run`.
fn colon(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let (at, value) = line.value()?;
    let plain = !value.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*', '!']);
    (plain && (value.contains(": ") || value.ends_with(':'))).then_some(())?;
    line.slip(at..at + value.len(), "a text with a colon and a space in it needs quotes", Mend::Write(quoted(value)))
}

/// `title: @home`.
fn sign(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let (at, value) = line.value().filter(|(_, value)| value.starts_with(['@', '`', '%', '*', '&', '!']))?;
    let message = format!("a text that starts with {} needs quotes", &value[..1]);
    line.slip(at..at + value.len(), &message, Mend::Write(quoted(value)))
}

/// `title: "Week 12`.
fn open_quote(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let (at, value) = line.value().filter(|(_, value)| value.starts_with(['"', '\'']))?;
    let quote = &value[..1];
    let closed = value.len() > 1 && value.ends_with(quote);
    let (inner, message) = match value[1..].rsplit_once(quote) {
        Some((inner, rest)) if !closed => (format!("{inner}{quote}{rest}"), "a text begins behind its quotes"),
        None => (value[1..].to_owned(), "a quote is opened here and never closed"),
        Some((inner, _)) => (inner.to_owned(), "a quote stands within quotes"),
    };
    line.slip(at..at + value.len(), message, Mend::Write(quoted(&inner)))
}

/// `tags: [knee, rehab`.
fn open_bracket(line: &YamlLine<'_>) -> Option<YamlSlip> {
    let (at, value) = line.value().filter(|(_, value)| value.starts_with(['[', '{']))?;
    let mut open = Vec::new();
    for c in value.chars() {
        match c {
            '[' => open.push(']'),
            '{' => open.push('}'),
            ']' | '}' if open.last() == Some(&c) => drop(open.pop()),
            _ => {}
        }
    }
    let closing: String = open.iter().rev().collect();
    let new = format!("{}{closing}", value.trim_end_matches([',', ' ']));
    (!open.is_empty()).then_some(())?;
    line.slip(at..at + value.len(), "a bracket is opened here and never closed", Mend::Write(new))
}

/// A text in the quotes that need no escapes in it.
fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}
