//! Where the values of a document stand in its text.
//!
//! The parsers that make the values give no places, so this is a second pass with one that does, made only when there
//! is a problem to show. The two trees have the same shape, and a value is found by its address in the first.

use super::{At, Node};
use saphyr_parser::{Event, Parser, Span};
use std::ops::Range;
use toml::de::DeValue;

/// The places of a value and of everything in it, in the order of the text.
#[derive(Clone, Debug)]
pub(super) struct Spans {
    range: Range<usize>,
    /// For a mapping, a place for each key; for a sequence, none.
    keys: Vec<(String, Range<usize>)>,
    children: Vec<Spans>,
}

impl Spans {
    /// Places that are known already.
    pub(super) fn placed(range: Range<usize>, keys: Vec<(String, Range<usize>)>, children: Vec<Self>) -> Self {
        Self { range, keys, children }
    }

    fn leaf(range: Range<usize>) -> Self {
        Self { range, keys: Vec::new(), children: Vec::new() }
    }
}

/// A step from a collection to something in it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step<'a> {
    /// The value of a key, and how many of the same name stand before it.
    Key(&'a str, usize),
    /// An item of a list.
    Item(usize),
}

/// The way to `wanted`, a node inside `node`.
pub(super) fn path_to<'n>(node: &'n Node, wanted: &Node) -> Option<Vec<Step<'n>>> {
    if std::ptr::eq(node, wanted) {
        return Some(Vec::new());
    }
    let from = |step: Step<'n>, inner: &'n Node| {
        let mut path = path_to(inner, wanted)?;
        path.insert(0, step);
        Some(path)
    };
    match node {
        Node::List(items) => items.iter().enumerate().find_map(|(i, inner)| from(Step::Item(i), inner)),
        Node::Map(pairs) => pairs.iter().enumerate().find_map(|(i, (name, inner))| {
            let before = pairs[..i].iter().filter(|(other, _)| other == name).count();
            from(Step::Key(name, before), inner)
        }),
        _ => None,
    }
}

/// The place of what a path leads to, or of its key.
pub(super) fn at_path(spans: &Spans, path: &[Step<'_>], at: At) -> Option<Range<usize>> {
    let Some((step, rest)) = path.split_first() else { return Some(spans.range.clone()) };
    let index = match step {
        Step::Item(index) => *index,
        Step::Key(name, before) => {
            let mut namesakes = spans.keys.iter().enumerate().filter(|(_, (other, _))| other == name);
            namesakes.nth(*before)?.0
        }
    };
    if at == At::Key
        && rest.is_empty()
        && let Some((_, key)) = spans.keys.get(index)
    {
        return Some(key.clone());
    }
    at_path(spans.children.get(index)?, rest, at)
}

/// The places in a YAML text; `None` if the second parser can't read it.
pub(super) fn of_yaml(yaml: &str) -> Option<Spans> {
    let bytes = ByteOffsets::of(yaml);
    let mut parser = Parser::new_from_str(yaml);
    loop {
        let (event, span) = parser.next_event()?.ok()?;
        match event {
            Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
            Event::StreamEnd | Event::DocumentEnd => return None,
            event => return yaml_value(&mut parser, &bytes, &event, span),
        }
    }
}

fn yaml_value<'a>(
    parser: &mut Parser<'a, saphyr_parser::StrInput<'a>>,
    bytes: &ByteOffsets<'_>,
    event: &Event<'_>,
    span: Span,
) -> Option<Spans> {
    let start = bytes.at(span.start.index());
    match event {
        Event::Scalar(..) | Event::Alias(_) => Some(Spans::leaf(start..bytes.at(span.end.index()).max(start))),
        Event::SequenceStart(..) => {
            let mut spans = Spans::leaf(start..bytes.at(span.end.index()));
            loop {
                let (event, span) = parser.next_event()?.ok()?;
                if matches!(event, Event::SequenceEnd) {
                    return Some(spans.ended(bytes, span));
                }
                spans.children.push(yaml_value(parser, bytes, &event, span)?);
            }
        }
        Event::MappingStart(..) => {
            let mut spans = Spans::leaf(start..bytes.at(span.end.index()));
            loop {
                let (event, span) = parser.next_event()?.ok()?;
                if matches!(event, Event::MappingEnd) {
                    return Some(spans.ended(bytes, span));
                }
                let name = if let Event::Scalar(name, ..) = &event { name.to_string() } else { String::new() };
                let key = yaml_value(parser, bytes, &event, span)?;
                spans.keys.push((name, key.range));
                let (event, span) = parser.next_event()?.ok()?;
                spans.children.push(yaml_value(parser, bytes, &event, span)?);
            }
        }
        _ => None,
    }
}

/// Where a key and its value stand in a line.
pub(super) struct GivenPlaces {
    pub(super) name: String,
    pub(super) key: Range<usize>,
    pub(super) value: Range<usize>,
    /// The places of what is in the value, counted from its start.
    pub(super) inner: Option<Spans>,
}

/// The places in a line of keys and values: each key's name and bytes, its value's bytes and what the value holds.
pub(super) fn of_given(range: Range<usize>, pairs: Vec<GivenPlaces>) -> Spans {
    let mut spans = Spans::leaf(range);
    for GivenPlaces { name, key, value, inner } in pairs {
        spans.keys.push((name, key));
        let start = value.start;
        let mut inner = inner.map_or_else(|| Spans::leaf(0..0), |inner| inner.later(start));
        inner.range = value;
        spans.children.push(inner);
    }
    spans
}

impl Spans {
    /// The same places so many bytes later.
    fn later(self, by: usize) -> Self {
        let later = |range: Range<usize>| range.start + by..range.end + by;
        Self {
            range: later(self.range),
            keys: self.keys.into_iter().map(|(name, range)| (name, later(range))).collect(),
            children: self.children.into_iter().map(|child| child.later(by)).collect(),
        }
    }

    /// A collection's place runs from its start to the end of what is in it, or to its closing bracket.
    fn ended(mut self, bytes: &ByteOffsets<'_>, end: Span) -> Self {
        let flow = end.end.index() > end.start.index();
        let last = self.children.last().map_or(self.range.start, |child| child.range.end);
        self.range.end = if flow { bytes.at(end.end.index()) } else { last }.max(self.range.start);
        self
    }
}

/// From the character counts of the parser to bytes.
struct ByteOffsets<'a> {
    text: &'a str,
    /// The byte of each character, empty when all characters are single bytes.
    offsets: Vec<usize>,
}

impl<'a> ByteOffsets<'a> {
    fn of(text: &'a str) -> Self {
        let offsets = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { text, offsets }
    }

    fn at(&self, character: usize) -> usize {
        if self.text.is_ascii() {
            character.min(self.text.len())
        } else {
            self.offsets.get(character).copied().unwrap_or(self.text.len())
        }
    }
}

/// The places in a TOML text.
pub(super) fn of_toml(text: &str) -> Spans {
    let (table, _) = toml::de::DeTable::parse_recoverable(text);
    let range = table.span();
    toml_value(&DeValue::Table(table.into_inner()), range)
}

fn toml_value(value: &DeValue<'_>, range: Range<usize>) -> Spans {
    let mut spans = Spans::leaf(range);
    match value {
        DeValue::Array(items) => {
            spans.children = items.iter().map(|item| toml_value(item.get_ref(), item.span())).collect();
        }
        DeValue::Table(table) => {
            for (key, item) in table {
                spans.keys.push((key.get_ref().to_string(), key.span()));
                spans.children.push(toml_value(item.get_ref(), item.span()));
            }
        }
        _ => {}
    }
    spans
}
