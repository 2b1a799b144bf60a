//! First lines that look like front matter and were not written as such: they would be printed as text, `draft: true`
//! and all, so they are errors.

use super::KEYS;
use crate::diag::{Diagnostic, Place};
use crate::fields::line_says;
use crate::text::{is_unseen, shorten};

/// How many lines with something on them may stand before front matter that is not at the top.
const FIRST: usize = 5;

/// A line of a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextLine<'a> {
    /// Its first byte, and the first of the next line.
    pub start: usize,
    pub end: usize,
    /// Its text without the white space at its end.
    pub text: &'a str,
}

impl TextLine<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn place(&self, path: &str, text: &str) -> Place {
        Place::new(path, text, self.start..self.start + self.text.len())
    }
}

/// The lines of a text from a byte on.
pub(super) fn lines(text: &str, from: usize) -> impl Iterator<Item = TextLine<'_>> {
    let mut end = from;
    text[from..].split_inclusive('\n').map(move |line| {
        let start = end;
        end += line.len();
        TextLine { start, end, text: line.trim_end() }
    })
}

/// What stands above the lines that are looked at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Above {
    /// Nothing, or comments.
    Nothing,
    /// Front matter without a key.
    Empty,
    /// Front matter, so that lines like it are text unless fences and a word for *not public* say otherwise.
    FrontMatter,
}

/// What is wrong with the lines of a text from a byte on, if they look like front matter.
pub(super) fn problem(path: &str, text: &str, from: usize, above: Above) -> Option<Diagnostic> {
    let all: Vec<TextLine<'_>> = lines(text, from).collect();
    let (line, message, hint) = match above {
        Above::Nothing => look(&all)?,
        Above::Empty => {
            let (line, ..) = look(&all)?;
            let message = "front matter stands below the `---` that ends it".to_owned();
            (line, message, "move these lines up, between the two `---`".to_owned())
        }
        Above::FrontMatter => {
            let at = all.iter().position(|line| !line.is_blank())?;
            let fence = FenceLine::of(all[at].text).filter(|fence| !fence.is_code())?;
            if !Header::of(&all[at + 1..], Some(fence)).hides {
                return None;
            }
            let hint = "move its lines up into the first one; where they are text, put a line of words above the `---`";
            (all[at], "a second front matter stands below the first".to_owned(), hint.to_owned())
        }
    };
    Some(Diagnostic::error("bad-front-matter", message).at(line.place(path, text)).hint(hint))
}

/// Whether the lines of a comment above everything are front matter by themselves.
pub(super) fn is_front_matter(comment: &str) -> bool {
    let lines: Vec<TextLine<'_>> = lines(comment, 0).filter(|line| !line.is_blank()).collect();
    let fence = lines.first().and_then(|line| FenceLine::of(line.text));
    let header = Header::of(&lines[usize::from(fence.is_some())..], None);
    header.hides || header.whole && header.ours > 0 && header.n_fields > 1
}

/// Whether what stands below a rule is text: down to the end, or between two rules.
pub(super) fn is_text(below: &[TextLine<'_>], closed: bool) -> bool {
    let Some(at) = below.iter().position(|line| !line.is_blank() && !line.text.starts_with('#')) else { return false };
    let text = below[at].text;
    let apart = below[..at].iter().any(TextLine::is_blank);
    if closed {
        let n_blank = usize::from(apart) + usize::from(below.last().is_some_and(TextLine::is_blank));
        let n_needed = if text.contains(char::is_whitespace) { 1 } else { 2 };
        // Of nearly all files this is enough to know, and what follows looks closely at every line.
        if n_blank < n_needed || text.starts_with(['-', '{', '[']) {
            return false;
        }
    }
    let hides = |line: &TextLine<'_>| field(line.text, false).and_then(|(key, value)| says(key, value)) == Some(true);
    if below.iter().any(hides) {
        return false;
    }
    let header = Header::of(&below[at..], None);
    if closed {
        return header.n_fields == 0;
    }
    // A file that is only half saved must not be taken for text: `---` and the beginning of a key.
    let is_word = !text.contains(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '"' | '\''));
    if header.n_fields == 0 { apart || !is_word } else { apart && header.ours == 0 }
}

type KeyLine<'a> = (TextLine<'a>, String, String);

fn look<'a>(lines: &[TextLine<'a>]) -> Option<KeyLine<'a>> {
    let at = lines.iter().position(|line| !line.is_blank())?;
    let (first, below) = (lines[at], &lines[at + 1..]);
    let found = |what: &str, hint: &str| Some((first, what.to_owned(), hint.to_owned()));
    if is_json(first.text, below) {
        return found(
            "front matter is YAML between `---` lines, found JSON",
            "write a line `---` above it and another below it: JSON between them is read",
        );
    }
    if let Some(fence) = FenceLine::of(first.text) {
        if fence.opens_front_matter(below) {
            return Some(odd_fence(first, fence));
        }
    } else {
        let header = Header::of(&lines[at..], None);
        if header.is_front_matter() {
            return found(
                "front matter stands between two lines of `---`, and the first one is missing",
                "write `---` above the first key and below the last; where it is text, put front matter above it: `---`, \
                 `title: …`, `---`",
            );
        }
        let below = &lines[at + titles(&lines[at..])..];
        if let Some(line) = below.first().filter(|_| Header::of(below, None).hides) {
            let hint = "move it to the top of the file, between two lines of `---`";
            return Some((*line, format!("front matter stands below `{}`", shown(first.text)), hint.to_owned()));
        }
    }
    further_down(lines, first)
}

/// Front matter between its fences, with something before it.
fn further_down<'a>(lines: &[TextLine<'a>], first: TextLine<'a>) -> Option<KeyLine<'a>> {
    let (mut code, mut before) = (None, 0);
    for (at, line) in lines.iter().enumerate() {
        let fence = FenceLine::of(line.text);
        match (code, fence) {
            (Some(open), Some(fence)) if fence.sign == open => code = None,
            (None, Some(fence)) if fence.is_code() => code = Some(fence.sign),
            (None, Some(fence)) if before > 0 => {
                let header = Header::of(&lines[at + 1..], Some(fence));
                let early = before <= FIRST;
                if header.n_fields > 0
                    && (header.hides && (header.closed || early) || header.closed && header.ours > 0 && early)
                {
                    let what =
                        format!("front matter starts on the first line, found `{}` before it", shown(first.text));
                    let hint = "move the lines from `---` to `---` to the top of the file";
                    return Some((*line, what, hint.to_owned()));
                }
            }
            _ => {}
        }
        // ``` with a language opens code too.
        if code.is_none() && fence.is_none() && (line.text.starts_with("```") || line.text.starts_with("~~~")) {
            code = line.text.chars().next();
        }
        before += usize::from(!line.is_blank());
    }
    None
}

fn odd_fence<'a>(line: TextLine<'a>, fence: FenceLine) -> KeyLine<'a> {
    let typed = line.text;
    let what = format!("front matter opens with `---`, found `{}`", shown(typed));
    let hint = if typed.contains(|c| is_unseen(c) || c == '\u{a0}') {
        "type the line again: a character that nobody sees stands in it"
    } else if fence.sign == '-' {
        "write three hyphens at the start of the line; telephones like to turn them into dashes"
    } else {
        "write three hyphens, above the first key and below the last"
    };
    (line, what, hint.to_owned())
}

/// A line as messages show it: what can't be seen is spelt out.
fn shown(line: &str) -> String {
    let spelt =
        line.chars().flat_map(|c| if is_unseen(c) || c == '\u{a0}' { c.escape_unicode().collect() } else { vec![c] });
    shorten(&spelt.collect::<String>().replace('\t', " "), 40)
}

/// A line that opens or ends front matter somewhere: by its sign, and how many of it there are.
#[derive(Clone, Copy, Debug)]
struct FenceLine {
    sign: char,
    n: usize,
    /// Whether no language is said.
    is_bare: bool,
}

impl FenceLine {
    fn of(line: &str) -> Option<Self> {
        // Most lines are longer than any fence.
        if line.len() > 64 {
            return None;
        }
        let is_mark = |c: &char| !c.is_whitespace() && !is_unseen(*c) && !matches!(c, '\\' | '>');
        let marks: String = line.chars().filter(is_mark).collect();
        let signs = marks.trim_end_matches(char::is_alphanumeric);
        let language = marks[signs.len()..].to_ascii_lowercase();
        let first = sign(signs.chars().next()?)?;
        let n = signs.chars().count();
        // One dash is typed for three hyphens, one hyphen is a list.
        let is_fence = (n > 1 || !signs.is_ascii())
            && signs.chars().all(|c| sign(c) == Some(first))
            && matches!(language.as_str(), "" | "yaml" | "yml" | "toml" | "json" | "js" | "coffee");
        is_fence.then_some(Self { sign: first, n, is_bare: language.is_empty() })
    }

    /// Whether the lines below it are front matter; those of a code block have to say so plainly.
    fn opens_front_matter(self, below: &[TextLine<'_>]) -> bool {
        let header = Header::of(below, Some(self));
        if !self.is_code() {
            return header.is_front_matter();
        }
        // A whole file in a block of code, as it is copied from a chat.
        let inner =
            below.iter().position(|line| !line.is_blank()).and_then(|at| Some((at, FenceLine::of(below[at].text)?)));
        match inner {
            Some((at, fence)) => Header::of(&below[at + 1..], Some(fence)).hides,
            None => self.is_bare && (header.hides || self.sign == '~' && header.closed && header.ours > 0),
        }
    }

    fn is_code(self) -> bool {
        matches!(self.sign, '`' | '~')
    }
}

/// What a fence may be made of; all hyphens and dashes are one sign.
fn sign(c: char) -> Option<char> {
    match c {
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{2501}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => {
            Some('-')
        }
        '*' | '+' | '~' | '_' | ';' | '`' => Some(c),
        _ => None,
    }
}

/// `key: value` lines at the start of some lines.
#[derive(Debug, Default)]
struct Header {
    n_fields: usize,
    /// How many have keys of front matter, and whether one says that the text is not public.
    ours: usize,
    hides: bool,
    /// Whether nothing but such lines stands there, up to a blank line or to what closes them.
    whole: bool,
    /// Whether a line of signs closes them, no blank one between.
    closed: bool,
    /// Whether the keys are single words.
    words: bool,
    /// How many keys of front matter it takes to make it front matter where nothing closes it.
    enough: usize,
}

impl Header {
    /// Reads the lines; below a fence blank lines may part them.
    fn of(lines: &[TextLine<'_>], fence: Option<FenceLine>) -> Self {
        let opened = fence.is_some();
        let mut header = Self { whole: true, words: true, enough: 1, ..Self::default() };
        let (mut blanks, mut parted) = (false, false);
        for line in lines {
            if line.is_blank() {
                if !opened {
                    break;
                }
                blanks = true;
                parted |= header.n_fields > 0;
                // A rule, and a paragraph below it.
                header.enough = if parted { header.enough } else { 2 };
            } else if closes(line.text, fence) {
                header.closed = header.n_fields > 0 && (!blanks || header.ours > 0);
                break;
            } else if let Some((key, value)) = field(line.text, opened) {
                header.n_fields += 1;
                let says = says(key, value);
                header.ours += usize::from(says.is_some());
                header.hides |= says == Some(true);
                header.words &= !key.contains(char::is_whitespace);
            } else if header.n_fields > 0 && goes_on(line.text) {
                // A list below a word that happens to be a key.
                header.enough = if opened { header.enough } else { 2 };
            } else {
                // Below a blank line it is the text.
                header.whole &= parted;
                break;
            }
        }
        header
    }

    fn is_front_matter(&self) -> bool {
        let closed = self.closed && (self.words || self.ours > 0);
        self.n_fields > 0 && (self.hides || self.whole && (closed || self.ours >= self.enough))
    }
}

/// Whether a line ends `key: value` lines: the sign that opened them, or three of any.
fn closes(line: &str, open: Option<FenceLine>) -> bool {
    FenceLine::of(line).is_some_and(|fence| {
        open.is_some_and(|open| open.sign == fence.sign) || fence.n > 2 && matches!(fence.sign, '-' | '*' | '+' | '~')
    })
}

/// A line that goes on with the value above it: a list, a comment, or further in.
fn goes_on(line: &str) -> bool {
    line.starts_with([' ', '\t', '#', ']', '}']) || line.starts_with("- ")
}

/// The key and the value of a line that looks like `key: value`, `:key: value`, `#+key: value` or `key = value`.
fn field(line: &str, quoted: bool) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c) || quoted && c == '>');
    let line = ["#+", ".. ", ":", "@"].iter().find_map(|sign| line.strip_prefix(sign)).unwrap_or(line);
    let (key, value) = line.split_at(line.find([':', '=', '：'])?);
    let value = value.trim_start_matches(':').trim_start_matches(['=', '：']);
    let key = key.trim().trim_matches(['"', '\'']);
    let is_of_key = |c: char| c.is_alphanumeric() || is_unseen(c) || matches!(c, '_' | '-' | '.' | '+' | '?' | ' ');
    let is_key = key.len() <= 60
        && key.starts_with(char::is_alphabetic)
        && key.chars().all(is_of_key)
        && key.split_whitespace().count() <= 3
        && !value.starts_with("//");
    is_key.then_some((key, value))
}

/// Whether a line keeps the text back, or only has a key of front matter; `None` where it has none.
fn says(key: &str, value: &str) -> Option<bool> {
    let key: String = key.chars().filter(|c| !is_unseen(*c)).collect();
    let is_ours = || KEYS.iter().flat_map(|table| table.iter()).any(|known| known.is(&key.replace(['-', ' '], "_")));
    line_says(KEYS, &key, value).or_else(|| is_ours().then_some(false))
}

/// How many lines at the start are headings, settings of an editor, or blank.
fn titles(lines: &[TextLine<'_>]) -> usize {
    let mut n = 0;
    while let Some(line) = lines.get(n) {
        let is_underline = |line: &TextLine<'_>| !line.is_blank() && line.text.chars().all(|c| c == '=');
        let is_title = line.is_blank()
            || line.text.starts_with("# ")
            || line.text.starts_with("## ")
            || line.text.contains("-*-")
            || line.text.contains("vim:");
        n += match lines.get(n + 1) {
            _ if is_title => 1,
            Some(next) if is_underline(next) => 2,
            _ => break,
        };
    }
    n
}

/// Whether a text starts with an object in JSON.
fn is_json(first: &str, below: &[TextLine<'_>]) -> bool {
    let Some(rest) = first.trim_start().strip_prefix('{') else { return false };
    let inside =
        std::iter::once(rest).chain(below.iter().map(|line| line.text)).map(str::trim).find(|text| !text.is_empty());
    let Some(inside) = inside else { return false };
    let quoted = inside.starts_with('"')
        && inside[1..].split_once('"').is_some_and(|(_, rest)| rest.trim_start().starts_with(':'));
    quoted || field(inside, false).is_some_and(|(key, _)| says(key, "").is_some() && !rest.starts_with([':', '%', '{']))
}
