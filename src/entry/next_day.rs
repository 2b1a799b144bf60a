//! The next day's score, added to an entry's text without touching anything else that was typed.
//!
//! A serializer would drop comments, order and quoting, so the score is put in by byte positions. There are several
//! ways to do so; each is read again, and the first whose text says the same but for the score is taken.

use super::Entry;
use super::split::{Parts, split};
use super::write::read;
use crate::config::Config;
use crate::diag::{Diagnostic, Severity};
use crate::fields::{At, Document, Node, is_name};
use crate::units::Score;
use std::ops::Range;

/// Why a score was not put into a text: the end of a sentence that starts with the file's name.
pub type NotPut = &'static str;

const UNREADABLE: NotPut = "can't be read";
const THERE: NotPut = "has a score for the next day already";
const SEVERAL: NotPut = "scores several places";
const NO_WAY: NotPut = "is written in a way that can't be added to";

/// Bytes of a text and what replaces them.
type Edit = (Range<usize>, String);

/// A value of the front matter, with the text that it stands in.
#[derive(Clone, Copy)]
struct TypedValue<'a> {
    node: &'a Node,
    document: &'a Document<'a>,
    text: &'a str,
}

impl<'a> TypedValue<'a> {
    fn pairs(self) -> impl DoubleEndedIterator<Item = (&'a str, Self)> {
        let pairs: &[(String, Node)] = if let Node::Map(pairs) = self.node { pairs } else { &[] };
        pairs.iter().map(move |(key, node)| (key.as_str(), Self { node, ..self }))
    }

    fn child(self, key: &str) -> Option<Self> {
        self.pairs().find(|(name, _)| is_name(name, key)).map(|(_, value)| value)
    }

    fn is_null(self) -> bool {
        matches!(self.node, Node::Null)
    }

    /// The value's bytes, without the space after it.
    fn range(self) -> Range<usize> {
        let Range { start, end } = self.document.range_of(self.node, At::Value);
        start..start + self.text.get(start..end).unwrap_or_default().trim_end().len()
    }

    /// The bytes of the key that it stands under.
    fn key_range(self) -> Range<usize> {
        self.document.range_of(self.node, At::Key)
    }

    /// Whether a mapping is written in brackets.
    fn is_flow(self) -> bool {
        self.text[self.range().start..].starts_with('{')
    }
}

/// An entry's text with the next day's score added to it.
///
/// # Errors
/// Why it can't be added.
pub fn with_next_day(path: &str, text: &str, score: Score, config: &Config) -> Result<String, NotPut> {
    let before = Reading::of(path, text, config).ok_or(UNREADABLE)?;
    let parts = split(path, text).map_err(|_| UNREADABLE)?;
    let document = Document::yaml(path, text, parts.front.clone()).map_err(|_| UNREADABLE)?;
    let root = TypedValue { node: document.root(), document: &document, text };
    let ways = ways(root, &parts, &score.value().to_string())?;
    let texts = ways.into_iter().map(|edits| edited(text, &edits));
    let good = |new: &String| Reading::of(path, new, config).is_some_and(|after| before.differs_by(&after, score));
    texts.into_iter().find(good).ok_or(NO_WAY)
}

/// The ways to add the score, the most natural first.
fn ways(root: TypedValue<'_>, parts: &Parts, score: &str) -> Result<Vec<Vec<Edit>>, NotPut> {
    let whole = format!("{{next_day: {score}}}");
    let Some(pain) = root.child("pain") else {
        let mut ways = added(root, "pain", &whole);
        // At the end of the block, below its comments; without any key it is the only way.
        if !root.is_flow() {
            let first = root.pairs().next();
            let indent = first.map(|(_, value)| indent(value.key_range().start, root.text)).unwrap_or_default();
            let line = format!("{indent}pain: {whole}{}", line_ending(&root.text[..parts.front.end]));
            ways.insert(0, vec![(parts.front.end..parts.front.end, line)]);
        }
        return Ok(ways);
    };
    let mapping = match pain.node {
        Node::Null => return Ok(filled(pain, &whole)),
        Node::Int(_) | Node::Float(_) => {
            let Range { start, end } = pain.range();
            return Ok(vec![vec![(start..start, "{worst: ".to_owned()), (end..end, format!(", next_day: {score}}}"))]]);
        }
        Node::Map(_) => pain,
        Node::List(items) => match items.iter().filter(|item| **item != Node::Null).collect::<Vec<_>>().as_slice() {
            [item] if matches!(item, Node::Map(_)) => TypedValue { node: item, ..pain },
            [_, _, ..] => return Err(SEVERAL),
            _ => return Err(UNREADABLE),
        },
        Node::Bool(_) | Node::Text(_) => return Err(UNREADABLE),
    };
    match mapping.child("next_day") {
        Some(value) if value.is_null() => Ok(filled(value, score)),
        Some(_) => Err(THERE),
        None => Ok(added(mapping, "next_day", score)),
    }
}

/// Puts a value to a key that has none.
fn filled(value: TypedValue<'_>, new: &str) -> Vec<Vec<Edit>> {
    let (range, text) = (value.range(), value.text);
    if matches!(text.get(range.clone()), Some("~" | "null" | "Null" | "NULL")) {
        return vec![vec![(range, new.to_owned())]];
    }
    let end = value.key_range().end;
    let rest = &text[end..];
    let colon = end + rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let edit = if text[colon..].starts_with(':') {
        (colon + 1..colon + 1, format!(" {new}"))
    } else {
        // In brackets a key may stand alone: `{before: 1, next_day}`.
        (end..end, format!(": {new}"))
    };
    vec![vec![edit]]
}

/// Puts a key and its value into a mapping: after its last key, or before its first.
fn added(mapping: TypedValue<'_>, key: &str, value: &str) -> Vec<Vec<Edit>> {
    let text = mapping.text;
    let pair = format!("{key}: {value}");
    let (first, last) = (mapping.pairs().next(), mapping.pairs().next_back());
    let mut ways = Vec::new();
    let mut insert = |at: usize, new: String| ways.push(vec![(at..at, new)]);
    if mapping.is_flow() {
        if let Some((_, last)) = mapping.pairs().rev().find(|(_, value)| !value.is_null()) {
            insert(last.range().end, format!(", {pair}"));
        }
        let more = if first.is_none() { "" } else { ", " };
        insert(mapping.range().start + 1, format!("{pair}{more}"));
    } else if let (Some((_, first)), Some((_, last))) = (first, last) {
        let start = first.key_range().start;
        let indent = indent(start, text);
        let end = last.range().end.max(last.key_range().end);
        let line = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
        let ending = line_ending(&text[..line]);
        insert(line, format!("{indent}{pair}{ending}"));
        insert(start, format!("{pair}{ending}{indent}"));
    }
    ways
}

/// Spaces up to the column of a place.
fn indent(at: usize, text: &str) -> String {
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    " ".repeat(text[line..at].chars().count())
}

/// How the last line of a text ends.
fn line_ending(text: &str) -> &'static str {
    if text.ends_with("\r\n") { "\r\n" } else { "\n" }
}

/// A text with some of it replaced; the edits are in order and apart.
fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + 32);
    let mut at = 0;
    for (range, new) in edits {
        out.push_str(&text[at..range.start]);
        out.push_str(new);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// What a text says, in forms that can be compared.
struct Reading {
    entry: Entry,
    /// The front matter without the next day's score.
    front: String,
    body: String,
    errors: Vec<String>,
}

impl Reading {
    /// Reads a text; `None` if it can't be read.
    fn of(path: &str, text: &str, config: &Config) -> Option<Self> {
        let parts = split(path, text).ok()?;
        let checked = read(path, text, config);
        let is_error = |d: &&Diagnostic| d.severity == Severity::Error;
        Some(Self {
            errors: checked.diagnostics.iter().filter(is_error).map(|d| d.message.clone()).collect(),
            entry: checked.value?,
            front: format!("{:?}", without_score(serde_yaml::from_str(&text[parts.front]).ok()?)),
            body: text[parts.body].to_owned(),
        })
    }

    /// Whether another reading says the same and gives the next day's score.
    fn differs_by(&self, after: &Self, score: Score) -> bool {
        let [felt, with] = [self, after].map(|reading| reading.entry.record().felt);
        let (points, new) = (felt.points, with.points);
        (&self.front, &self.body, &self.errors) == (&after.front, &after.body, &after.errors)
            && felt.own() == with.own()
            && points[..3] == new[..3]
            && points[3].is_none()
            && new[3] == Some(score)
    }
}

/// The front matter's tree with `pain` as a mapping that has no score of the next day, whatever form it had.
fn without_score(root: Node) -> Node {
    let Node::Map(mut pairs) = root else { return root };
    let at = pairs.iter().position(|(key, _)| is_name(key, "pain"));
    let pain = at.map_or(Node::Null, |at| pairs.remove(at).1);
    pairs.push(("pain".to_owned(), pain_without_score(pain)));
    Node::Map(pairs)
}

fn pain_without_score(pain: Node) -> Node {
    match pain {
        Node::Map(pairs) => Node::Map(pairs.into_iter().filter(|(key, _)| !is_name(key, "next_day")).collect()),
        Node::List(items) => Node::List(items.into_iter().map(pain_without_score).collect()),
        Node::Null => Node::Map(Vec::new()),
        number => Node::Map(vec![("worst".to_owned(), number)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Flags, Today};
    use proptest::prelude::*;

    fn with(text: &str, score: f64) -> Result<String, NotPut> {
        let settings = "title = \"T\"\nbase_url = \"https://example.org/\"\n";
        let today = Today::Given(jiff::civil::date(2020, 8, 14));
        let flags = Flags::on(today);
        let config = crate::config::load(settings, &flags).value;
        with_next_day("content/journal/a.md", text, Score::new(score).expect("a score"), &config)
    }

    #[test]
    fn the_score_is_put_where_a_writer_would_put_it() {
        for (before, after) in [
            ("pain: {before: 1, after: 2}\n", "pain: {before: 1, after: 2, next_day: 1.5}\n"),
            ("pain: { before: 1, after: 2 } # c\n", "pain: { before: 1, after: 2, next_day: 1.5 } # c\n"),
            ("pain: {before: 1, after: }\n", "pain: {before: 1, next_day: 1.5, after: }\n"),
            ("pain: {before: 1, next_day: }\n", "pain: {before: 1, next_day: 1.5 }\n"),
            ("pain: {before: 1, next_day}\n", "pain: {before: 1, next_day: 1.5}\n"),
            ("pain: {next_day: ~, after: 2}\n", "pain: {next_day: 1.5, after: 2}\n"),
            ("pain: {before: 1,\n  after: 2, # c\n}\n", "pain: {before: 1,\n  after: 2, next_day: 1.5, # c\n}\n"),
            ("pain: {}\nmileage: 3\n", "pain: {next_day: 1.5}\nmileage: 3\n"),
            ("pain:\n  before: 1\n  after: 2 # c\n", "pain:\n  before: 1\n  after: 2 # c\n  next_day: 1.5\n"),
            ("pain:\n  before: 1\n  next_day:\n", "pain:\n  before: 1\n  next_day: 1.5\n"),
            ("pain:\n  next_day:   # c\n  before: 1\n", "pain:\n  next_day: 1.5   # c\n  before: 1\n"),
            ("pain:\n  \"next_day\" : null\n  before: 1\n", "pain:\n  \"next_day\" : 1.5\n  before: 1\n"),
            (
                "pain:\n    after:\n    during: 2\ntags: []\n",
                "pain:\n    after:\n    during: 2\n    next_day: 1.5\ntags: []\n",
            ),
            ("pain: 3 # c\n", "pain: {worst: 3, next_day: 1.5} # c\n"),
            ("pain:\nmileage: 3\n", "pain: {next_day: 1.5}\nmileage: 3\n"),
            ("pain: # c\nmileage: 3\n", "pain: {next_day: 1.5} # c\nmileage: 3\n"),
            ("sessions: [run]\n# end\n", "sessions: [run]\n# end\npain: {next_day: 1.5}\n"),
            ("  mileage: 3\n", "  mileage: 3\n  pain: {next_day: 1.5}\n"),
            ("summary: |+\n  a\n\n", "summary: |+\n  a\n\npain: {next_day: 1.5}\n"),
            ("{title: Ünï, mileage: 3}\n", "{title: Ünï, mileage: 3, pain: {next_day: 1.5}}\n"),
            ("pain:\n  - site: knee\n    during: 2\n", "pain:\n  - site: knee\n    during: 2\n    next_day: 1.5\n"),
            ("pain:\n- {site: knee, during: 2}\n", "pain:\n- {site: knee, during: 2, next_day: 1.5}\n"),
            ("pain: &p\n  during: 2\n", "pain: &p\n  during: 2\n  next_day: 1.5\n"),
        ] {
            for (ending, mark) in [("\n", ""), ("\r\n", "\u{feff}")] {
                let file = |front: &str| format!("{mark}---\ntitle: Ä\n{front}---\npain: 3\n").replace('\n', ending);
                let file = |front: &str| {
                    let titled = file(front);
                    // These start with what no title may stand beside.
                    if front.starts_with([' ', '{']) {
                        titled.replacen(&format!("title: Ä{ending}"), "", 1)
                    } else {
                        titled
                    }
                };
                assert_eq!(with(&file(before), 1.5), Ok(file(after)), "{before}");
            }
        }
    }

    #[test]
    fn what_would_be_disturbed_is_left() {
        for (front, why) in [
            ("pain: {after: 2, next_day: 1}\n", THERE),
            ("pain:\n  - {site: knee, after: 2}\n  - {site: hip, after: 1}\n", SEVERAL),
            ("pain: bad\n", UNREADABLE),
            ("pain: [\n", UNREADABLE),
            ("pain: [2]\n", UNREADABLE),
            // The score would be every user's of the anchor.
            ("x: &p {during: 2}\npain: *p\n", NO_WAY),
            ("sessions:\n  - {type: run, pain: {during: 2, next_day: 1}}\n", NO_WAY),
        ] {
            assert_eq!(with(&format!("---\n{front}---\n"), 1.0), Err(why), "{front}");
        }
    }

    /// Front matter with `pain` somewhere among other keys, in any of its forms.
    fn fronts() -> impl Strategy<Value = String> {
        let other = prop_oneof![
            Just("# a comment: {x".to_owned()),
            Just(String::new()),
            "(title|summary|phase): [a-zé]{1,8}( [a-z]{1,5})?",
            "summary: \"[a-z: #{}é]{0,12}\"  # [a-z:]{0,6}",
            Just("triggers:\n  - hills\n  - 'cold # rain'".to_owned()),
            Just("questions: |\n  How far?\n\n  And why?".to_owned()),
            Just("sessions:\n- {type: run, distance: 5 km,\n   pain: {during: 1}}".to_owned()),
        ];
        let points = prop_oneof![
            Just(vec!["before", "after"]),
            Just(vec!["during"]),
            Just(vec!["after", "worst", "before"]),
            Just(vec!["before", "next_day"]),
        ];
        let flow = (points.clone(), " {0,2}", " {0,2}", "( #[a-z ]{0,5})?").prop_map(|(points, a, b, comment)| {
            let value = |p: &str| if p == "next_day" { format!("{p}:{a} ") } else { format!("{p}: {a}2{b}") };
            let pairs: Vec<String> = points.iter().map(|p| value(p)).collect();
            format!("pain: {{{a}{}}}{comment}", pairs.join(&format!(",{b}")))
        });
        let block =
            (points, 1usize..5, "( {1,3}#[a-z ]{0,5})?", any::<bool>()).prop_map(|(points, indent, comment, list)| {
                let value = |p: &str| if p == "next_day" { String::new() } else { " 2".to_owned() };
                let pairs: Vec<String> = points.iter().map(|p| format!("{p}:{}{comment}", value(p))).collect();
                let (dash, more) = if list { ("- ", 2) } else { ("", 0) };
                let indent = " ".repeat(indent);
                format!("pain:\n{indent}{dash}{}", pairs.join(&format!("\n{indent}{}", " ".repeat(more))))
            });
        let scalar = "pain: {1,2}[0-9](\\.5)? {0,2}( #[a-z ]{0,5})?";
        let pain =
            prop_oneof![flow, block, scalar, Just("mileage: 3".to_owned()), Just("pain:\nmileage: 3".to_owned())];
        (proptest::collection::vec(other, 0..3), pain, proptest::sample::select(vec!["", "\n# end", "\ntags: [a]"]))
            .prop_map(|(mut before, pain, after)| {
                // A key may stand once.
                before.sort();
                before.dedup_by(|a, b| a.split(':').next() == b.split(':').next());
                format!("{}\n{pain}{after}\n", before.join("\n"))
            })
    }

    proptest! {
        #[test]
        fn nothing_else_that_was_typed_is_disturbed(front in fronts(), crlf: bool, mark: bool, halves in 0u8..=20) {
            let score = f64::from(halves) / 2.0;
            let mut text = format!("---\n{front}---\nBody, pain: 3\n");
            if crlf {
                text = text.replace('\n', "\r\n");
            }
            if mark {
                text.insert(0, '\u{feff}');
            }
            let new = with(&text, score).map_err(|why| TestCaseError::fail(format!("{why}: {text}")))?;
            // What was put in, taken out again, leaves what was typed.
            let tail = format!(", next_day: {score}}}");
            let unwrapped = new.replacen("{worst: ", "", 1).replacen(&tail, "", 1);
            let start = text.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
            let end = text.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b).count();
            prop_assert!(unwrapped == text || start + end >= text.chars().count(), "{text}\n{new}");
            let returns = if crlf { new.matches('\n').count() } else { 0 };
            prop_assert_eq!(new.matches("\r\n").count(), returns);
            prop_assert_eq!(with(&new, score), Err(THERE));
        }

        #[test]
        fn no_text_makes_it_panic(tokens in proptest::collection::vec(proptest::sample::select(vec![
            "pain:", "next_day", "before", ":", " ", "\n", "\n  ", "\n  - ", "\t", "\r", "{", "}", "[", "]", ",", "2", "~", "é",
            "&p ", "*p", "? ", "!!map ", "|", ">", "\"", "'", "# ", "<<",
        ]), 0..14)) {
            let _ = with(&format!("---\n{}\n---\n", tokens.concat()), 1.0);
        }
    }
}
