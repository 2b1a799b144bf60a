//! The front matter of other generators' files: YAML, TOML or JSON, parted from the text below it.

use crate::fields::{Document, LARGEST, Node};

/// A text in its two parts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FrontAndBody {
    /// The keys with their values; none where there is no front matter.
    pub(super) pairs: Vec<(String, Node)>,
    /// Whether there is front matter, empty or not.
    pub(super) has_front: bool,
    /// What follows it.
    pub(super) body: String,
    /// The line of the file on which the body begins, from 1.
    pub(super) line: usize,
}

/// The languages that a program's front matter may be written in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Languages {
    /// YAML alone: a text that begins with a brace is a text.
    Yaml,
    /// YAML, TOML between lines of `+++`, or a JSON object.
    All,
}

/// Parts a text; what is wrong with front matter that can't be read.
pub(super) fn parted(path: &str, text: &str, languages: Languages) -> Result<FrontAndBody, String> {
    let first = text.split('\n').next().unwrap_or_default().trim_end();
    match first {
        "---" => fenced(path, text, "---", &["---", "..."]),
        "+++" if languages == Languages::All => fenced(path, text, "+++", &["+++"]),
        _ if languages == Languages::All
            && text.starts_with('{')
            && !text.starts_with("{{")
            && !text.starts_with("{%") =>
        {
            json(text)
        }
        _ => Ok(FrontAndBody { pairs: Vec::new(), has_front: false, body: text.to_owned(), line: 1 }),
    }
}

fn fenced(path: &str, text: &str, open: &str, ends: &[&str]) -> Result<FrontAndBody, String> {
    let start = text.find('\n').map_or(text.len(), |at| at + 1);
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if ends.contains(&line.trim_end()) {
            let front = &text[start..at];
            let body = text[at + line.len()..].to_owned();
            let pairs = if open == "+++" { toml(path, front) } else { yaml(path, front) }?;
            let line = text[..at + line.len()].matches('\n').count() + 1;
            return Ok(FrontAndBody { pairs, has_front: true, body, line });
        }
        at += line.len();
    }
    Err(format!("its front matter is never closed by a line of `{open}`"))
}

/// The pairs of a mapping; nothing is an empty one.
fn pairs(node: Node) -> Result<Vec<(String, Node)>, String> {
    match node {
        Node::Map(pairs) => Ok(pairs),
        Node::Null => Ok(Vec::new()),
        other => Err(format!("its front matter is no mapping of keys but {}", other.what())),
    }
}

/// Reads YAML. Tabs, which it forbids and editors leave behind values and in indentation, are read as spaces where nothing
/// else will do.
pub(super) fn yaml(path: &str, text: &str) -> Result<Vec<(String, Node)>, String> {
    let read = |text: &str| match Document::yaml(path, text, 0..text.len()) {
        Ok(document) => Ok(document.into_values()),
        Err(problem) => {
            let line = problem.place.as_ref().map_or(1, |place| place.line + 1);
            Err(format!("its front matter can't be read: line {line}: {}", problem.message))
        }
    };
    let node =
        read(text).or_else(|problem| if text.contains('\t') { read(&text.replace('\t', "  ")) } else { Err(problem) });
    pairs(node?)
}

pub(super) fn toml(path: &str, text: &str) -> Result<Vec<(String, Node)>, String> {
    if text.len() > LARGEST {
        return Err(format!("its front matter has {} bytes, at most {LARGEST} are read", text.len()));
    }
    let document = Document::toml(path, text);
    let node = document.root().clone();
    match document.into_problems().first() {
        Some(problem) => {
            let line = problem.place.as_ref().map_or(1, |place| place.line + 1);
            Err(format!("its front matter can't be read: line {line}: {}", problem.message))
        }
        None => pairs(node),
    }
}

fn json(text: &str) -> Result<FrontAndBody, String> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Node>();
    match values.next() {
        Some(Ok(node)) => {
            let end = values.byte_offset();
            let body = text.get(end..).unwrap_or_default();
            let line = text[..end].matches('\n').count() + 1;
            Ok(FrontAndBody { pairs: pairs(node)?, has_front: true, body: body.to_owned(), line })
        }
        Some(Err(error)) => Err(format!("its front matter can't be read: {error}")),
        None => Err("its front matter is empty".to_owned()),
    }
}
