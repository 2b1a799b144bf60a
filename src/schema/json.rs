//! Tables of keys as JSON Schema, draft 2020-12.

use crate::config::{self, Config};
use crate::entry;
use crate::fields::{Form, Key, Quantity, SCORES, Shape, publication_keys};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The schema of an entry's front matter; the keys that a site allows beside ours are allowed in it too.
pub fn entry(settings: Option<&Config>) -> Value {
    let mut schema = root("Front matter of a comeback entry", entry::KEYS);
    // Nothing is needed, so nothing at all is fine too.
    schema["type"] = json!(["object", "null"]);
    // Keys of other programs that say what ours do; what they keep back is told when it is built.
    schema["patternProperties"][in_any_case(&publication_keys().collect::<Vec<_>>())] = Value::Bool(true);
    let Some(config) = settings else { return schema };
    // A key of theirs may have a dot in its name.
    let theirs =
        config.map.iter().flat_map(|key| [key.theirs.as_str()].into_iter().chain(key.theirs.split(['.', '[']).next()));
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for key in config.allow.iter().map(String::as_str).chain(theirs) {
            properties.entry(key).or_insert(Value::Bool(true));
        }
    }
    schema
}

/// The schema of `site.toml`.
pub fn site() -> Value {
    root("site.toml of a comeback site", config::KEYS)
}

/// The schema of a whole file.
fn root(title: &str, tables: &'static [&'static [Key]]) -> Value {
    let mut writer = SchemaWriter::default();
    let mut schema = writer.table(&merged(tables), "#");
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(title);
    schema["$defs"] = Value::Object(writer.definitions);
    schema
}

/// The keys of tables that stand in one mapping.
fn merged(tables: &'static [&'static [Key]]) -> Vec<&'static Key> {
    tables.iter().flat_map(|table| table.iter()).collect()
}

/// Writes forms; the mappings in them become definitions, each once, since several keys take the same.
#[derive(Default)]
struct SchemaWriter {
    definitions: Map<String, Value>,
    /// The tables that were written, with the names of their definitions.
    written: Vec<(&'static [Key], String)>,
}

impl SchemaWriter {
    /// A mapping with some keys, in any case, and no others; it stands at a place of the schema.
    fn table(&mut self, keys: &[&'static Key], at: &str) -> Value {
        let properties: Map<String, Value> = keys.iter().map(|key| (key.name.to_owned(), self.property(key))).collect();
        let in_case = |key: &&Key| json!({ "$ref": format!("{at}/properties/{}", key.name) });
        let patterns: Map<String, Value> = keys.iter().map(|key| (in_any_case(&[key.name]), in_case(key))).collect();
        // A key that has to be there is named by its own spelling where it isn't there in any.
        let needed = |key: &&Key| {
            json!({
                "if": { "propertyNames": { "not": { "pattern": in_any_case(&[key.name]) } } },
                "then": { "required": [key.name] },
            })
        };
        let needed: Vec<Value> = keys.iter().filter(|key| key.needed).map(needed).collect();
        let mut schema = json!({
            "type": "object",
            "properties": properties,
            "patternProperties": patterns,
            "additionalProperties": false,
        });
        if !needed.is_empty() {
            schema["allOf"] = json!(needed);
        }
        schema
    }

    /// The definition of a mapping that stands under a key.
    fn definition(&mut self, table: &'static [Key], under: &str) -> Value {
        let known = self.written.iter().find(|(other, _)| std::ptr::eq(*other, table)).map(|(_, name)| name.clone());
        let name = known.unwrap_or_else(|| {
            let taken = |name: &String| self.written.iter().any(|(_, other)| other == name);
            let names =
                std::iter::once(under.to_owned()).chain(table.first().map(|key| format!("{under}-{}", key.name)));
            let name = names
                .into_iter()
                .find(|name| !taken(name))
                .unwrap_or_else(|| format!("{under}-{}", self.written.len()));
            self.written.push((table, name.clone()));
            let schema = self.table(&table.iter().collect::<Vec<_>>(), &format!("#/$defs/{name}"));
            self.definitions.insert(name.clone(), schema);
            name
        });
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// A key's value; a key without one counts as absent, where it may be left out.
    fn property(&mut self, key: &'static Key) -> Value {
        let mut all = self.any_of(&key.form, key.name);
        if key.needed {
            // Blank text says nothing.
            for schema in &mut all {
                if schema["type"].as_array().is_some_and(|types| types.contains(&json!("string"))) {
                    schema["pattern"] = json!(r"\S");
                }
            }
        } else if key.may_be_blank {
            all.push(json!({ "type": "null" }));
        }
        json!({ "description": key.about, "anyOf": all })
    }

    /// A form as the schemas of which one has to fit.
    fn any_of(&mut self, form: &'static Form, under: &str) -> Vec<Value> {
        match form {
            Form::List(item) => {
                let mut inner = self.any_of(item, under);
                let single = inner.clone();
                // An item left blank says nothing.
                inner.push(json!({ "type": "null" }));
                [json!({ "type": "array", "items": { "anyOf": inner } })].into_iter().chain(single).collect()
            }
            Form::Mapping(tables) => tables.iter().map(|table| self.definition(table, under)).collect(),
            Form::Named(inner) => {
                let mut inner = self.any_of(inner, under);
                // A name left blank says nothing.
                inner.push(json!({ "type": "null" }));
                vec![json!({ "type": "object", "additionalProperties": { "anyOf": inner } })]
            }
            Form::OneOf(forms) => forms.iter().flat_map(|form| self.any_of(form, under)).collect(),
            single => of_one(single),
        }
    }
}

/// A form that holds no other.
fn of_one(form: &'static Form) -> Vec<Value> {
    match form {
        Form::Text => vec![json!({ "type": ["string", "number", "boolean"] })],
        // In quotes they mean the same; how large a number in quotes is, a pattern can't tell.
        Form::Bool => vec![json!({ "type": "boolean" }), pattern(&in_any_case(&["true", "false"]))],
        Form::Date => vec![
            pattern(r"^\s*(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]\s*\d.*)?\s*$"),
            json!({ "type": "integer", "minimum": 19_000_101, "maximum": 21_991_231 }),
        ],
        Form::Number(least, most) => {
            vec![
                json!({ "type": "number", "minimum": least, "maximum": most }),
                pattern(r"^\s*-?(\d+\.?\d*|\.\d+)\s*$"),
            ]
        }
        Form::Whole(least, most) => {
            vec![json!({ "type": "integer", "minimum": least, "maximum": most }), pattern(r"^\s*-?\d+\s*$")]
        }
        Form::Score => vec![
            json!({ "type": "number", "minimum": 0, "maximum": 10, "multipleOf": 0.5 }),
            pattern(SCORES),
            pattern(r"^\s*(10|\d)(\.[05]0*)?\s*$"),
        ],
        Form::Words(words) | Form::OtherWords(words) => vec![json!({ "enum": words }), pattern(&in_any_case(words))],
        Form::Quantity(quantity) => of_quantity(quantity),
        Form::Shaped(Shape { pattern: shape, number, .. }) => {
            let bare = number.map(|(least, most)| json!({ "type": "number", "minimum": least, "maximum": most }));
            [pattern(shape)].into_iter().chain(bare).collect()
        }
        Form::Led(words, rest) => {
            let words: Vec<String> = words.iter().flat_map(|list| list.iter()).map(|word| any_case(word)).collect();
            vec![pattern(&format!(r"^\s*({}){}", words.join("|"), rest.pattern))]
        }
        Form::List(_) | Form::Mapping(_) | Form::Named(_) | Form::OneOf(_) => Vec::new(),
    }
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// A bare number in any unit that it may be in, or a number with a unit.
fn of_quantity(quantity: &Quantity) -> Vec<Value> {
    let smallest = quantity.bare.iter().copied().fold(f64::INFINITY, f64::min);
    let largest = quantity.bare.iter().copied().fold(0.0, f64::max);
    let mut units: Vec<&str> = quantity.units.iter().map(|(name, _)| *name).collect();
    units.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let units: Vec<String> = units.into_iter().map(any_case).collect();
    vec![
        json!({ "type": "number", "minimum": quantity.least / largest, "maximum": quantity.most / smallest }),
        pattern(&format!(r"^\s*\+?(\d+\.?\d*|\.\d+)\s*({})?\s*$", units.join("|"))),
    ]
}

/// A pattern for any of some words; where a word has a hyphen, a space or an underscore does as well.
fn in_any_case(words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| any_case(word)).collect();
    format!(r"^\s*({})\s*$", words.join("|"))
}

/// A pattern for a word in capitals, small letters, or both: patterns of JSON Schema have no flags.
fn any_case(word: &str) -> String {
    let mut out = String::new();
    for c in word.chars() {
        if c.is_alphabetic() {
            let _ = write!(out, "[{}{}]", c.to_uppercase(), c.to_lowercase());
        } else if c == '-' {
            out.push_str("[-_ ]");
        } else {
            out.push(c);
        }
    }
    out
}
