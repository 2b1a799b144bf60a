//! Another program's front matter as ours: what it says of publication, its date, and every key that we can read.

use super::tally::Tally;
use super::when::{TextDay, when};
use crate::config::Config;
use crate::entry::{self, Entry, Visibility};
use crate::fields::{Node, has_key, publication_keys};
use crate::source::{Content, Hash, Source, Stamp};
use jiff::civil::Date;
use serde_yaml::{Mapping, Value};
use std::sync::Arc;

/// What a key of another program is here.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Meaning {
    /// One of our keys, under this name.
    Ours(&'static str),
    /// Tags, several in a text by the rules of the program.
    Tags,
    /// One tag, or a list of them.
    Tag,
    /// Former addresses.
    Aliases,
    /// A text that is shown in lists, where none is said better.
    Summary,
    /// The day of the last change.
    Updated,
    /// The day.
    Date,
    /// A picture.
    Image,
    /// For the importer alone; it has seen to it.
    Seen,
}

/// How a program writes its front matter.
#[derive(Clone, Copy, Debug)]
pub(super) struct KeyRules {
    /// What its own keys mean, given in small letters.
    pub(super) meaning: fn(&str) -> Option<Meaning>,
    /// The tags of a text that is no list.
    pub(super) tags: fn(&str) -> Vec<String>,
}

/// Front matter as ours.
#[derive(Clone, Debug, Default)]
pub(super) struct OurKeys {
    pub(super) title: Option<String>,
    pub(super) when: Option<TextDay>,
    pub(super) updated: Option<Date>,
    pub(super) summary: Option<String>,
    /// The picture's address as it was typed.
    pub(super) image: Option<String>,
    pub(super) tags: Vec<String>,
    /// Former addresses as they were typed.
    pub(super) aliases: Vec<String>,
    pub(super) draft: bool,
    pub(super) visibility: Visibility,
    /// The first day on which it may be published, where that is still to come.
    pub(super) not_before: Option<Date>,
    pub(super) expires: Option<Date>,
    /// The other keys that we read, as they are written.
    pub(super) others: Mapping,
}

/// Why a key did not come along.
const NO_KEY: &str = "since comeback has no such key";
const NO_VALUE: &str = "since comeback can't read the value";

impl OurKeys {
    /// Reads the pairs of a text; what doesn't come along is counted.
    pub(super) fn read(
        pairs: &[(String, Node)],
        rules: KeyRules,
        config: &Config,
        place: &str,
        tally: &mut Tally,
    ) -> Self {
        let mut keys = Self::default();
        keys.judge(pairs, config);
        for (name, value) in pairs.iter().filter(|(_, value)| !is_nothing(value)) {
            let small = name.trim().to_lowercase();
            let own =
                ["title", "date", "updated", "summary", "image", "tags", "aliases"].into_iter().find(|k| *k == small);
            let meaning = (rules.meaning)(&small).or(match own {
                Some("title") => Some(Meaning::Ours("title")),
                Some("date") => Some(Meaning::Date),
                Some("updated") => Some(Meaning::Updated),
                Some("summary") => Some(Meaning::Summary),
                Some("image") => Some(Meaning::Image),
                Some("tags") => Some(Meaning::Tags),
                Some("aliases") => Some(Meaning::Aliases),
                _ => None,
            });
            let came = keys.take(&small, value, meaning, rules, config);
            if let Err(why) = came {
                tally.lost(&format!("key `{}`", crate::text::shorten(name, 40)), why, place);
            }
        }
        keys
    }

    /// What all keys together say of who may see the text, by the rules for the site's own files.
    pub(super) fn judge(&mut self, pairs: &[(String, Node)], config: &Config) {
        if pairs.is_empty() {
            return;
        }
        let all: Mapping = pairs.iter().map(|(key, value)| (Value::from(key.as_str()), value_of(value))).collect();
        // What can't be read says nothing that would publish it.
        let Some(entry) = read(&all, config) else {
            self.draft = true;
            return;
        };
        self.draft = entry.draft;
        self.visibility = entry.visibility;
        self.not_before = entry.not_before.filter(|day| *day > config.today);
        self.expires = entry.expires;
    }

    fn take(
        &mut self,
        name: &str,
        value: &Node,
        meaning: Option<Meaning>,
        rules: KeyRules,
        config: &Config,
    ) -> Result<(), &'static str> {
        let text = || text_of(value).ok_or(NO_VALUE);
        match meaning {
            Some(Meaning::Seen) => {}
            Some(Meaning::Ours("title")) => self.title = Some(text()?),
            Some(Meaning::Summary) => {
                let text = text()?;
                self.summary.get_or_insert(text);
            }
            Some(Meaning::Image) => {
                let image = picture(value).ok_or(NO_VALUE)?;
                self.image.get_or_insert(image);
            }
            Some(Meaning::Updated) => self.updated = Some(when(value, &config.zone).ok_or(NO_VALUE)?.date),
            Some(Meaning::Date) => self.when = Some(when(value, &config.zone).ok_or(NO_VALUE)?),
            Some(Meaning::Tags) => self.add_tags(&texts(value, rules.tags).ok_or(NO_VALUE)?),
            Some(Meaning::Tag) => self.add_tags(&texts(value, |text| vec![text.to_owned()]).ok_or(NO_VALUE)?),
            Some(Meaning::Aliases) => self.aliases.extend(texts(value, |text| vec![text.to_owned()]).ok_or(NO_VALUE)?),
            Some(Meaning::Ours(ours)) => self.other(ours, value, config)?,
            None if matches!(name, "draft" | "visibility" | "expires")
                || publication_keys().any(|key| is_same(key, name)) => {}
            None => {
                let ours =
                    entry::KEYS.iter().flat_map(|table| table.iter()).map(|key| key.name).find(|key| *key == name);
                self.other(ours.ok_or(NO_KEY)?, value, config)?;
            }
        }
        Ok(())
    }

    /// Adds tags, each once.
    pub(super) fn add_tags(&mut self, tags: &[String]) {
        for tag in tags.iter().map(|tag| tag.trim_start_matches('#').trim()) {
            if !tag.is_empty() && !self.tags.iter().any(|known| known == tag) {
                self.tags.push(tag.to_owned());
            }
        }
    }

    /// Takes a key of ours where its value is read without an error.
    pub(super) fn other(&mut self, name: &'static str, value: &Node, config: &Config) -> Result<(), &'static str> {
        debug_assert!(has_key(entry::KEYS, name));
        // A list of one stands for its item where we have no list.
        let item = if let Node::List(items) = value { items.first().filter(|_| items.len() == 1) } else { None };
        for value in [value].into_iter().chain(item) {
            let one: Mapping = [(Value::from(name), value_of(value))].into_iter().collect();
            if reads(&one, config) {
                self.others.insert(name.into(), value_of(value));
                return Ok(());
            }
        }
        Err(NO_VALUE)
    }

    /// Why the text isn't public, in the words of receipts.
    pub(super) fn kept_back(&self, config: &Config) -> Option<&'static str> {
        let future = self.when.as_ref().is_some_and(|when| when.date > config.today) || self.not_before.is_some();
        let expired = self.expires.is_some_and(|day| day < config.today);
        match self.visibility {
            Visibility::Private => Some("private"),
            _ if self.draft => Some("draft"),
            _ if expired => Some("expired"),
            _ => future.then_some("future"),
        }
    }
}

fn is_same(a: &str, b: &str) -> bool {
    let fold = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    fold(a) == fold(b)
}

/// Our front matter as an entry; `None` where it can't be read at all.
fn parsed(front: &Mapping, config: &Config) -> Option<crate::diag::Checked<Option<Entry>>> {
    let yaml = serde_yaml::to_string(front).ok()?;
    let text: Arc<str> = format!("---\n{yaml}---\n\nText.\n").into();
    let content = Content::Text(text.clone());
    let source =
        Source { path: "content/journal/a.md".into(), hash: Hash::default(), content, stamp: Stamp::default() };
    Some(entry::parse(&source, &text, config))
}

fn read(front: &Mapping, config: &Config) -> Option<Entry> {
    parsed(front, config)?.value
}

fn reads(front: &Mapping, config: &Config) -> bool {
    parsed(front, config).is_some_and(|checked| !checked.has_errors())
}

pub(super) fn is_nothing(value: &Node) -> bool {
    match value {
        Node::Null => true,
        Node::Text(text) => text.trim().is_empty(),
        Node::List(items) => items.iter().all(is_nothing),
        Node::Map(pairs) => pairs.iter().all(|(_, value)| is_nothing(value)),
        _ => false,
    }
}

/// A value as text, where it is one or a number.
pub(super) fn text_of(value: &Node) -> Option<String> {
    let text = match value {
        Node::Text(text) => text.trim().to_owned(),
        Node::Int(number) => number.to_string(),
        Node::Float(number) => number.to_string(),
        Node::Bool(yes) => yes.to_string(),
        Node::List(items) if items.len() == 1 => text_of(&items[0])?,
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The picture that a value names, itself or in a mapping of sizes, or first of several.
fn picture(value: &Node) -> Option<String> {
    match value {
        Node::Map(pairs) => {
            let named = |name: &&str| pairs.iter().find(|(key, _)| key == name).and_then(|(_, value)| picture(value));
            ["path", "url", "src", "image", "feature", "teaser", "relative", "overlay_image"].iter().find_map(named)
        }
        Node::List(items) => items.first().and_then(picture),
        other => text_of(other),
    }
}

/// A list's texts, or what a text holds.
fn texts(value: &Node, split: impl Fn(&str) -> Vec<String>) -> Option<Vec<String>> {
    match value {
        Node::List(items) => Some(items.iter().filter_map(text_of).collect()),
        Node::Text(text) => Some(split(text.trim())),
        Node::Map(_) => None,
        other => text_of(other).map(|text| vec![text]),
    }
}

/// A value for a file of ours.
pub(super) fn value_of(node: &Node) -> Value {
    match node {
        Node::Null => Value::Null,
        Node::Bool(yes) => Value::Bool(*yes),
        Node::Int(number) => (*number).into(),
        Node::Float(number) => (*number).into(),
        Node::Text(text) => text.as_str().into(),
        Node::List(items) => Value::Sequence(items.iter().map(value_of).collect()),
        Node::Map(pairs) => {
            Value::Mapping(pairs.iter().map(|(key, value)| (Value::from(key.as_str()), value_of(value))).collect())
        }
    }
}
