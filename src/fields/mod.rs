//! Reading a tree of values field by field, with every problem reported at its place.
//!
//! One reader serves front matter, `site.toml` and chart fences. `serde`'s derived readers stop at the first problem
//! and lose its place, so values are parsed into a [`Node`] tree once; places are looked up only when a
//! problem has to be shown, by a second, position-aware pass over the same text (`spans.rs`).
//!
//! Invariant: reading never fails; it returns what it could and leaves diagnostics in the [`Document`].

mod date;
mod fits;
mod form;
mod given;
mod guesses;
mod joined;
mod mapping;
mod meant;
mod moved;
mod node;
mod placed;
mod publication;
mod quantity;
mod range;
mod slips;
mod spans;
mod value;
mod written_date;
mod year_above;

use date::calendar_day;
pub(crate) use date::{is_in_our_times, parse_date};
pub(crate) use form::enum_words;
pub use form::{Form, Key, Shape, has_key, is_name, words};
pub use given::Given;
pub use guesses::{days_back, days_meant};
pub use mapping::Fields;
pub use node::Node;
pub use placed::PlacedNode;
pub use publication::{Publication, Switch, line_says, publication_keys, publication_reference};
pub use quantity::{LENGTH, Quantity, comma_hint, leading_number};
pub use range::{SCORES, is_plain_range, is_range};
pub use value::Value;
pub use written_date::{DateOrder, FoundDate, WrittenDate, weekday_named, written_date};
pub use year_above::{YearAbove, linked_date};

use crate::diag::{Diagnostic, Place};
use std::cell::{OnceCell, RefCell};
use std::ops::Range;

/// The language that a document is written in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Notation {
    Yaml,
    Toml,
    /// Put together by the reader of another text, so that no key is unknown.
    Parts,
}

/// A parsed text, where it stands in its file, and the problems found in it so far.
#[derive(Debug)]
pub struct Document<'a> {
    /// The file's path, for messages.
    path: &'a str,
    /// The whole file's text.
    text: &'a str,
    /// The bytes of the file that the document takes up.
    range: Range<usize>,
    language: Notation,
    /// Whether the values stand in the text as they were read; where they do not, messages point at all of it.
    exact: bool,
    root: Node,
    /// What was moved to where it is read.
    moved: Vec<moved::Moved>,
    spans: OnceCell<Option<spans::Spans>>,
    problems: RefCell<Vec<Diagnostic>>,
    /// The values of keys that aren't ours and were understood all the same, so that nobody warns of them.
    told: RefCell<Vec<*const Node>>,
    tried: meant::Tried,
    /// Keys that the site allows, with dots between those of mappings.
    allowed: &'a [String],
}

/// What of a value a message points at.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum At {
    /// The key that names it, or the value where it has none.
    Key,
    /// The value itself.
    Value,
}

/// Flow collections nested deeper than this are refused before the parser sees them: its time for them is quadratic.
const DEEPEST: usize = 64;

/// The most bytes a YAML document may have.
pub const LARGEST: usize = 64 * 1024;

impl<'a> Document<'a> {
    /// Parses YAML that stands at `range` of a file.
    ///
    /// # Errors
    /// The problem that kept it from being read, with its place.
    pub fn yaml(path: &'a str, text: &'a str, range: Range<usize>) -> Result<Self, Diagnostic> {
        let yaml = &text[range.clone()];
        let whole = || Place::new(path, text, range.start..range.start);
        if yaml.len() > LARGEST {
            let message = format!("{} bytes are too many here, at most {LARGEST} are read", yaml.len());
            return Err(Diagnostic::error("too-large", message).at(whole()).hint("is a closing `---` line missing?"));
        }
        if let Some(at) = too_deep(yaml) {
            let place = Place::new(path, text, range.start + at..range.start + at + 1);
            return Err(Diagnostic::error("too-deep", format!("brackets nest deeper than {DEEPEST}")).at(place));
        }
        let mut root = match serde_yaml::from_str::<Node>(yaml) {
            Ok(root) => root,
            Err(error) => return Err(yaml_problem(path, text, range, &error)),
        };
        joined::join(&mut root, yaml);
        let document = Self::of_yaml(path, text, range, root);
        slips::remarks(document.text, document.range.clone())
            .for_each(|slip| document.report(slip.warning(path, text)));
        Ok(document)
    }

    /// Parses JSON that stands at `range` of a file.
    ///
    /// # Errors
    /// The problem that kept it from being read, with its place.
    pub fn json(path: &'a str, text: &'a str, range: Range<usize>) -> Result<Self, Diagnostic> {
        match serde_json::from_str::<Node>(&text[range.clone()]) {
            // For places it is YAML, which all JSON but its rarest escapes is too.
            Ok(root) => Ok(Self::of_yaml(path, text, range, root)),
            Err(error) => {
                let lines = text[range.clone()].split_inclusive('\n').take(error.line().saturating_sub(1));
                let at = range.start + lines.map(str::len).sum::<usize>() + error.column().saturating_sub(1);
                let full = error.to_string();
                let message = full.split(" at line ").next().unwrap_or(&full).to_owned();
                Err(Diagnostic::error("json-syntax", message).at(Place::new(path, text, at..at + 1)))
            }
        }
    }

    fn of_yaml(path: &'a str, text: &'a str, range: Range<usize>, root: Node) -> Self {
        Self {
            path,
            text,
            range,
            language: Notation::Yaml,
            exact: true,
            root,
            moved: Vec::new(),
            spans: OnceCell::new(),
            problems: RefCell::default(),
            told: RefCell::default(),
            tried: meant::Tried::default(),
            allowed: &[],
        }
    }

    /// A document of values that were read before; where they do not stand in its text as they were read, messages point at
    /// all of its range.
    pub fn of_values(path: &'a str, text: &'a str, range: Range<usize>, values: Node, exact: bool) -> Self {
        Self { exact, ..Self::of_yaml(path, text, range, values) }
    }

    /// The values, to be read later.
    pub fn into_values(self) -> Node {
        self.root
    }

    /// Parses a whole TOML file; what could not be read is left out and reported.
    pub fn toml(path: &'a str, text: &'a str) -> Self {
        let (table, errors) = toml::de::DeTable::parse_recoverable(text);
        let root = Node::from_toml(toml::de::DeValue::Table(table.into_inner()));
        let problems = errors
            .iter()
            .map(|e| {
                let range = e.span().unwrap_or(0..0);
                Diagnostic::error("toml-syntax", e.message().replace('\n', ", ")).at(Place::new(path, text, range))
            })
            .collect();
        Self {
            path,
            text,
            range: 0..text.len(),
            language: Notation::Toml,
            exact: true,
            root,
            moved: Vec::new(),
            spans: OnceCell::new(),
            problems: RefCell::new(problems),
            told: RefCell::default(),
            tried: meant::Tried::default(),
            allowed: &[],
        }
    }

    /// Reads values of ours, given by keys of these tables with dots between them, from where another layout has them.
    pub fn rearranged(mut self, tables: &'static [&'static [Key]], moves: &[moved::Move<'_>]) -> Self {
        if !moves.is_empty() {
            let is_ours = |name: &str| form::form_of(tables, name).is_some();
            // Pains of several places make a list, and two numbers do not.
            let is_item = |path: &str, node: &Node| {
                let form = form::form_of(tables, path).filter(|form| form.is_list());
                form.is_some_and(|form| form.item().fits(node))
            };
            self.moved = moved::rearrange(&mut self.root, moves, is_ours, is_item);
        }
        self
    }

    /// Lets keys stand that are none of ours, given with dots between those of mappings.
    pub fn allowing(self, allowed: &'a [String]) -> Self {
        Self { allowed, ..self }
    }

    /// The keys that lead to a node: as it is read, and as it was typed.
    fn keys_to(&self, node: &Node) -> [Vec<&str>; 2] {
        let path = spans::path_to(&self.root, node).unwrap_or_default();
        let typed = moved::typed_path(&self.moved, path.clone());
        [path, typed].map(|path| {
            let key = |step| if let spans::Step::Key(name, _) = step { Some(name) } else { None };
            path.into_iter().filter_map(key).collect()
        })
    }

    /// The document's outermost mapping, which has these keys, or a report that it is none; an empty document is an empty
    /// mapping.
    pub fn fields(&self, keys: &'static [&'static [Key]]) -> Option<Fields<'_>> {
        match &self.root {
            Node::Map(pairs) => Some(Fields::new(self, "", pairs, &self.root, keys)),
            Node::Null => Some(Fields::new(self, "", &[], &self.root, keys)),
            other => {
                let message = format!("`key: value` lines are expected here, found {}", other.what());
                let problem = Diagnostic::error("not-a-mapping", message).at(self.place(other, At::Value));
                let slip = slips::cause(self.text, self.range.clone(), self.range.len());
                self.report(slip.map_or(problem, |slip| slip.error("not-a-mapping", self.path, self.text)));
                None
            }
        }
    }

    /// Adds a problem.
    pub fn report(&self, mut diagnostic: Diagnostic) {
        if !self.exact {
            // It would be the same place again, and the place is not that of the value.
            diagnostic.related.clear();
            diagnostic = diagnostic.without_suggestions();
        }
        self.problems.borrow_mut().push(diagnostic);
    }

    /// Gives the last problem another hint.
    pub fn hint(&self, hint: impl Into<String>) {
        if let Some(problem) = self.problems.borrow_mut().last_mut() {
            problem.hints = vec![hint.into()];
        }
    }

    /// All problems reported so far.
    pub fn into_problems(self) -> Vec<Diagnostic> {
        self.problems.into_inner()
    }

    /// The document's outermost value as it was typed.
    pub(crate) fn root(&self) -> &Node {
        &self.root
    }

    /// The bytes of the file that a node of this document (or its key) takes up; the document's start if it can't be told.
    pub(crate) fn range_of(&self, node: &Node, at: At) -> Range<usize> {
        if !self.exact {
            return self.range.clone();
        }
        let spans = self.spans.get_or_init(|| match self.language {
            Notation::Yaml | Notation::Parts => spans::of_yaml(&self.text[self.range.clone()]),
            Notation::Toml => Some(spans::of_toml(self.text)),
        });
        let path = spans::path_to(&self.root, node).map(|path| moved::typed_path(&self.moved, path));
        let found = spans.as_ref().zip(path).and_then(|(spans, path)| spans::at_path(spans, &path, at));
        let found = found.unwrap_or(0..0);
        let (start, end) = (self.range.start + found.start, self.range.start + found.end);
        // What a comma parted and was joined again.
        let joined = if let Node::Text(text) = node { Some(text).filter(|text| text.contains(',')) } else { None };
        let joined = joined.filter(|text| at == At::Value && self.text[start..].starts_with(text.as_str()));
        start..joined.map_or(end, |text| end.max(start + text.len()))
    }

    /// The bytes of the file that a part of a text takes up; those of the whole where it was typed with escapes or folded.
    fn range_of_part(&self, whole: &Node, bytes: Range<usize>) -> Range<usize> {
        let range = self.range_of(whole, At::Value);
        let Node::Text(text) = whole else { return range };
        let text = text.trim();
        let typed = self.text.get(range.clone()).and_then(|typed| typed.find(text));
        typed.map_or(range.clone(), |at| range.start + at + bytes.start..range.start + at + bytes.end)
    }

    /// Where a node of this document stands.
    pub(crate) fn place(&self, node: &Node, at: At) -> Place {
        self.place_at(self.range_of(node, at))
    }

    fn place_at(&self, range: Range<usize>) -> Place {
        Place::new(self.path, self.text, range)
    }
}

/// Where flow brackets first nest too deep, outside quotes and comments as far as a look at single bytes can tell.
fn too_deep(yaml: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, byte) in yaml.bytes().enumerate() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

/// The byte of a YAML text at which its parser gave up.
fn yaml_index(error: &serde_yaml::Error) -> usize {
    error.location().map_or(0, |location| location.index())
}

/// A YAML syntax error at its place, in words that help.
fn yaml_problem(path: &str, text: &str, range: Range<usize>, error: &serde_yaml::Error) -> Diagnostic {
    // Whatever the parser stumbled over, the line that led to it tells more.
    if let Some(slip) = slips::cause(text, range.clone(), yaml_index(error)) {
        return slip.error("yaml-syntax", path, text);
    }
    // `index` counts bytes; `column` counts characters and lines start at the document, not the file.
    let full = error.to_string();
    // What the reader refuses before the parser sees it has a position in its words only.
    let (message, position) = full.split_once(" at position ").unwrap_or((&full, ""));
    let message = message.split(" at line ").next().unwrap_or(message).to_owned();
    let at = position.parse().unwrap_or_else(|_| yaml_index(error)).min(range.len());
    let start = range.start + at;
    let place = Place::new(path, text, start..start + 1);
    let hint = match message.as_str() {
        m if m.contains("mapping values are not allowed") => {
            "text with a colon followed by a space needs quotes: `title: \"Week 12: first run\"`"
        }
        m if m.contains("tab character") || text[start..].starts_with('\t') => {
            "indent with spaces: YAML does not allow tabs"
        }
        m if m.contains("found character that cannot start any token") => {
            "text that starts with @, ` or % needs quotes"
        }
        m if m.contains("did not find expected key") || m.contains("could not find expected ':'") => {
            "is the indentation of this line or the one above off, or a quote or bracket not closed?"
        }
        m if m.contains("did not find expected ','") => "a bracket that was opened above this line is not closed",
        m if m.contains("unknown anchor") => "text that starts with * needs quotes",
        m if m.contains("control characters") => "delete the invisible character here",
        m if m.contains("repetition limit") => "write out what is repeated with `*`",
        m if m.contains("more than one document") => "front matter ends with `---`, and has no `...`",
        _ => "",
    };
    let diagnostic = Diagnostic::error("yaml-syntax", message).at(place);
    if hint.is_empty() { diagnostic } else { diagnostic.hint(hint) }
}

#[cfg(test)]
mod tests;
