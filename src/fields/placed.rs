//! Values that were put together from parts of a line, each with its place.

use super::spans::Spans;
use super::{Document, Node, Notation};
use std::cell::OnceCell;
use std::ops::Range;

/// A value with the bytes of the file that it was made of.
#[derive(Clone, Debug)]
pub struct PlacedNode {
    node: Node,
    spans: Spans,
}

impl PlacedNode {
    /// The value without its places.
    pub fn into_node(self) -> Node {
        self.node
    }

    /// A value that holds no other.
    pub fn leaf(node: Node, range: Range<usize>) -> Self {
        Self { node, spans: Spans::placed(range, Vec::new(), Vec::new()) }
    }

    /// A list.
    pub fn list(items: Vec<Self>, range: Range<usize>) -> Self {
        let (nodes, children) = items.into_iter().map(|item| (item.node, item.spans)).unzip();
        Self { node: Node::List(nodes), spans: Spans::placed(range, Vec::new(), children) }
    }

    /// A mapping: names with their places, and values.
    pub fn map(pairs: Vec<(String, Range<usize>, Self)>, range: Range<usize>) -> Self {
        let mut nodes = Vec::with_capacity(pairs.len());
        let (mut keys, mut children) = (Vec::with_capacity(pairs.len()), Vec::with_capacity(pairs.len()));
        for (name, place, value) in pairs {
            nodes.push((name.clone(), value.node));
            keys.push((name, place));
            children.push(value.spans);
        }
        Self { node: Node::Map(nodes), spans: Spans::placed(range, keys, children) }
    }
}

impl<'a> Document<'a> {
    /// A document of values that were put together from parts of a file's text.
    pub fn placed(path: &'a str, text: &'a str, values: PlacedNode) -> Self {
        let spans = OnceCell::from(Some(values.spans));
        Self { language: Notation::Parts, spans, ..Self::of_yaml(path, text, 0..text.len(), values.node) }
    }
}
