//! Documents that stand in no file: the options of a command line.

use super::{Document, Node, Notation, spans};
use std::cell::{OnceCell, RefCell};
use std::ops::Range;

/// A key and its value as they were typed, with the bytes that they take up in the line.
#[derive(Clone, Debug)]
pub struct Given {
    /// The key.
    pub name: String,
    /// The bytes of the key.
    pub name_at: Range<usize>,
    /// What was typed as its value.
    pub value: String,
    /// The bytes of the value.
    pub at: Range<usize>,
    /// Whether the value is taken as the text it is; otherwise it is read as YAML, and as text where it is none.
    pub text: bool,
}

impl<'a> Document<'a> {
    /// Makes a document of keys and values that were typed elsewhere, such as on a command line.
    pub fn given(path: &'a str, text: &'a str, given: Vec<Given>) -> Self {
        let whole = 0..text.len();
        let mut pairs = Vec::with_capacity(given.len());
        let mut places = Vec::with_capacity(given.len());
        for Given { name, name_at, value, at, text } in given {
            let yaml = if text { None } else { Document::yaml("", &value, 0..value.len()).ok() };
            let node = yaml.map_or_else(|| Node::Text(value.clone()), |yaml| yaml.root);
            let inner = if text { None } else { spans::of_yaml(&value) };
            places.push(spans::GivenPlaces { name: name.clone(), key: name_at, value: at, inner });
            pairs.push((name, node));
        }
        Self {
            path,
            text,
            range: whole.clone(),
            language: Notation::Yaml,
            exact: true,
            root: Node::Map(pairs),
            moved: Vec::new(),
            spans: OnceCell::from(Some(spans::of_given(whole, places))),
            problems: RefCell::default(),
            told: RefCell::default(),
            tried: super::meant::Tried::default(),
            allowed: &[],
        }
    }
}
