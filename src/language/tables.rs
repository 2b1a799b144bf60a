//! Which tables there are, and which of them a language is made of.

use super::MessageTable;
use icu_locale::{Locale, locale};
use std::sync::Arc;

/// The English table, which says what messages there are and what each may tell.
pub const ENGLISH: &str = include_str!("../../themes/trailhead/languages/en.ftl");

/// The tables that are part of the program, by name.
const BUILTIN: &[(&str, &str)] = &[
    ("en.ftl", ENGLISH),
    ("de.ftl", include_str!("../../themes/trailhead/languages/de.ftl")),
    ("fr.ftl", include_str!("../../themes/trailhead/languages/fr.ftl")),
];

/// The tables that are part of the program: name and text.
pub fn builtin() -> impl Iterator<Item = (&'static str, &'static str)> {
    BUILTIN.iter().copied()
}

/// A language tag as ICU reads it; of one that it can't read, the first part, and English at the last.
pub(super) fn locale(tag: &str) -> Locale {
    let first = || tag.split('-').next().and_then(|first| Locale::try_from_str(first).ok());
    Locale::try_from_str(tag).ok().or_else(first).unwrap_or(locale!("en"))
}

/// The tables of a site, sorted by what they are for.
#[derive(Debug)]
pub(super) struct Tables {
    /// English, the program's own first; later ones replace messages of earlier ones.
    pub(super) english: Vec<MessageTable>,
    /// Those of the site's language where that is another one, from `de` to `de-AT`.
    pub(super) native: Vec<MessageTable>,
    /// All tables of the site's own, of its language or not.
    pub(super) own: Vec<MessageTable>,
    english_site: bool,
}

impl Tables {
    pub(super) fn of(locale: &Locale, own: &[MessageTable]) -> Self {
        let builtin: Vec<MessageTable> =
            builtin().map(|(name, text)| MessageTable { path: name.to_owned(), text: Arc::from(text) }).collect();
        let chain = |locale: &Locale| -> Vec<MessageTable> {
            let tags = tags(locale);
            let of_tag = |tag: &String| {
                let named = |table: &&MessageTable| name_of(&table.path).is_some_and(|name| name == *tag);
                builtin.iter().filter(named).chain(own.iter().filter(named)).cloned().collect::<Vec<_>>()
            };
            tags.iter().flat_map(of_tag).collect()
        };
        let english_site = locale.id.language == locale!("en").id.language;
        let english = if english_site { chain(locale) } else { chain(&locale!("en")) };
        let native = if english_site { Vec::new() } else { chain(locale) };
        Self { english, native, own: own.to_vec(), english_site }
    }

    /// Whether the site's language has any words at all.
    pub(super) fn has_words(&self) -> bool {
        self.english_site || !self.native.is_empty()
    }
}

/// The language that a table is for, by its file's name, spelled as tags are: `pt-br.ftl` is `pt-BR`.
pub(super) fn name_of(path: &str) -> Option<String> {
    let name = path.rsplit('/').next()?.strip_suffix(".ftl")?;
    Locale::try_from_str(name).ok().map(|locale| locale.id.to_string())
}

/// The tags whose tables a language is made of, from the general to the special: `zh`, `zh-Hant`, `zh-TW`, `zh-Hant-TW`.
fn tags(locale: &Locale) -> Vec<String> {
    let id = &locale.id;
    let language = id.language.to_string();
    let mut tags = vec![language.clone()];
    tags.extend(id.script.map(|script| format!("{language}-{script}")));
    tags.extend(id.region.map(|region| format!("{language}-{region}")));
    tags.push(id.to_string());
    let mut seen = Vec::with_capacity(tags.len());
    for tag in tags {
        if !seen.contains(&tag) {
            seen.push(tag);
        }
    }
    seen
}
