//! Messages by their ids, formed with Fluent; those without arguments are formed once.

use super::MessageTable;
use super::check::{Uses, uses};
use super::tables::Tables;
use ahash::AHashMap;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use icu_locale::Locale;
use std::fmt;
use std::sync::Arc;

/// What a message tells: a count, by which it may choose its words, or a text.
///
/// Figures with decimals and dates are texts, made by [`super::Numbers`] and [`super::Dates`].
pub use fluent_bundle::FluentValue as Arg;

/// The messages of a language.
pub struct Words {
    /// The site's language, where it is not English, and English.
    bundles: Vec<FluentBundle<FluentResource>>,
    messages: AHashMap<String, ReadyMessage>,
}

/// A message, made ready.
#[derive(Clone, Debug)]
enum ReadyMessage {
    /// It has no arguments.
    Constant(Arc<str>),
    /// It is formed each time, by the bundle of this index.
    Formed(usize),
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Words").field("messages", &self.messages.len()).finish_non_exhaustive()
    }
}

impl Words {
    pub(super) fn of(speaks: &Locale, tables: &Tables, isolate: bool) -> Self {
        let mut bundles = Vec::new();
        if !tables.native.is_empty() {
            bundles.push(bundle(&speaks.id.to_string(), &tables.native, isolate));
        }
        // English runs the other way than an Arabic page, where marks within it would turn its order about.
        bundles.push(bundle("en", &tables.english, false));
        let mut words = Self { bundles, messages: AHashMap::new() };
        for (id, uses) in uses(tables) {
            let Some(index) = words.bundles.iter().position(|bundle| has(bundle, &id)) else { continue };
            let message = ReadyMessage::Formed(index);
            words.messages.insert(id.clone(), message);
            if uses == Uses::Nothing {
                let text = words.say(&id, &[]).into();
                words.messages.insert(id, ReadyMessage::Constant(text));
            }
        }
        words
    }

    /// A message without arguments. An unknown id is given back between brackets, so that it can be seen.
    pub fn word(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// A message with its arguments.
    pub fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        match self.messages.get(id) {
            Some(ReadyMessage::Constant(text)) => text.to_string(),
            Some(ReadyMessage::Formed(index)) => self.form(*index, id, args),
            None => format!("⟪{id}⟫"),
        }
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.messages.contains_key(id)
    }

    /// The ids of all messages, in their order, so that of two that are as near to a mistyped one it is always the same.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let mut ids: Vec<&str> = self.messages.keys().map(String::as_str).collect();
        ids.sort_unstable();
        ids.into_iter()
    }

    /// The messages without arguments: id and text.
    pub fn constants(&self) -> impl Iterator<Item = (&str, &str)> {
        self.messages.iter().filter_map(|(id, message)| match message {
            ReadyMessage::Constant(text) => Some((id.as_str(), &**text)),
            ReadyMessage::Formed(_) => None,
        })
    }

    /// Whether a message comes from the English table though the site has another one.
    pub(super) fn is_borrowed(&self, id: &str) -> bool {
        self.bundles.len() > 1 && self.bundles.first().is_some_and(|own| !has(own, id))
    }

    fn form(&self, index: usize, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let formed = self.bundles.get(index).and_then(|bundle| {
            let message = bundle.get_message(id)?;
            let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
            // What can be wrong with a message was said when its table was read; Fluent goes on with what it has.
            let mut errors = Vec::new();
            Some(bundle.format_pattern(message.value()?, Some(&args), &mut errors).into_owned())
        });
        formed.unwrap_or_else(|| format!("⟪{id}⟫"))
    }
}

fn has(bundle: &FluentBundle<FluentResource>, id: &str) -> bool {
    bundle.get_message(id).is_some_and(|message| message.value().is_some())
}

/// A bundle of tables, of which later ones replace messages of earlier ones.
fn bundle(tag: &str, tables: &[MessageTable], isolate: bool) -> FluentBundle<FluentResource> {
    let languages = tag.parse().into_iter().collect();
    let mut bundle = FluentBundle::new_concurrent(languages);
    // The marks that keep an argument's direction apart are needed where Latin figures stand in an Arabic sentence.
    bundle.set_use_isolating(isolate);
    for table in tables {
        // What can't be read of a table was said; the rest of it holds.
        let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(table.text.to_string());
        bundle.add_resource_overriding(resource);
    }
    bundle
}
