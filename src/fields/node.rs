//! The value tree that both YAML and TOML are read into.

use serde::de::{Deserialize, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use std::fmt;
use toml::de::DeValue;

/// One value of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Nothing, or `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Float(f64),
    /// Text, and dates, which YAML's core schema knows as text.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A mapping in the order of its text; a key that is given twice stands in it twice.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// What kind of value it is, for messages.
    pub fn what(&self) -> String {
        match self {
            Self::Null => "nothing".to_owned(),
            Self::Bool(b) => format!("`{b}`"),
            Self::Int(i) => format!("the number {i}"),
            Self::Float(f) => format!("the number {f}"),
            Self::Text(t) => format!("the text `{}`", crate::text::shorten(t, 40)),
            Self::List(_) => "a list".to_owned(),
            Self::Map(_) => "a mapping".to_owned(),
        }
    }

    pub(super) fn from_toml(value: DeValue<'_>) -> Self {
        match value {
            DeValue::String(text) => Self::Text(text.into_owned()),
            DeValue::Integer(i) => {
                let digits = i.as_str().replace('_', "");
                i64::from_str_radix(&digits, i.radix()).map_or_else(|_| Self::Text(digits), Self::Int)
            }
            DeValue::Float(f) => {
                let digits = f.as_str().replace('_', "");
                digits.parse().map_or_else(|_| Self::Text(digits), Self::Float)
            }
            DeValue::Boolean(b) => Self::Bool(b),
            DeValue::Datetime(d) => Self::Text(d.to_string()),
            DeValue::Array(items) => Self::List(items.into_iter().map(|i| Self::from_toml(i.into_inner())).collect()),
            DeValue::Table(table) => Self::Map(
                table
                    .into_iter()
                    .map(|(k, v)| (k.into_inner().into_owned(), Self::from_toml(v.into_inner())))
                    .collect(),
            ),
        }
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        Node::deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Int(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        #[expect(clippy::cast_precision_loss, reason = "a number beyond i64 is out of every range anyway")]
        Ok(i64::try_from(value).map_or(Node::Float(value as f64), Node::Int))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Float(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut pairs = Vec::new();
        while let Some((key, value)) = map.next_entry::<Node, Node>()? {
            pairs.push((key_name(key), value));
        }
        Ok(Node::Map(pairs))
    }

    /// A tag such as `!date` says nothing to us: the value below it is what was meant.
    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Node, A::Error> {
        let (_tag, content) = data.variant::<String>()?;
        content.newtype_variant()
    }
}

/// YAML allows keys of any kind; ours are names.
fn key_name(key: Node) -> String {
    match key {
        Node::Text(text) => text,
        Node::Null => "null".to_owned(),
        Node::Bool(b) => b.to_string(),
        Node::Int(i) => i.to_string(),
        Node::Float(f) => f.to_string(),
        Node::List(_) => "[…]".to_owned(),
        Node::Map(_) => "{…}".to_owned(),
    }
}
