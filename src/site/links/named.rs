//! Names in double brackets, as notes call each other: by title, by the file's name or the end of its path, by a day, by what
//! `aliases` says, and files by their own names wherever they lie.

use super::told::{not_published, with_near};
use super::{Found, Known, ids};
use crate::diag::Diagnostic;
use crate::entry::Entry;
use crate::links::url;
use crate::site::target::{own_name, query};
use crate::text::near::{Names, nearest};
use crate::text::slug::slug;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl<'a> Known<'a> {
    /// A text or a file by its name, and whether a text of that name is kept back.
    pub(super) fn wiki(&self, entry: &Entry, target: &str, used: &mut Option<&'a Arc<str>>) -> (Found, bool) {
        let (name, place) = target.split_once('#').map_or((target, None), |(name, place)| (name, Some(place)));
        let name = name.trim();
        if name.is_empty() {
            return (place_on(&self.address_of(&entry.path), entry, target, place), false);
        }
        let found = self.called(&url::decode(name));
        if let [path] = found.as_slice() {
            let address = self.address_of(path);
            let Some(entry) = self.entries.get(path) else { return (Ok(address), false) };
            return (place_on(&address, entry, target, place), false);
        }
        if found.is_empty() {
            if self.calls_held(name) {
                return (Err((self.address_of(&entry.path), not_published(target))), true);
            }
            if let Some(file) = self.file_called(name) {
                return (self.to_file(file, target, used), false);
            }
        }
        let diagnostic = if found.is_empty() {
            let called = self.near.called.get_or_init(|| Names::new(self.names().keys().cloned()));
            let near = called.nearest(&slug(name)).map(String::as_str);
            with_near(Diagnostic::warning("broken-link", format!("no entry is called [[{name}]]")), near, "")
        } else {
            let message = format!("several entries are called [[{name}]]: {}", found.join(", "));
            Diagnostic::warning("broken-link", message).hint("write the path of the file that is meant")
        };
        (Err((String::new(), diagnostic)), false)
    }

    /// The texts that a name calls.
    fn called(&self, name: &str) -> Vec<&'a str> {
        let ending = [".md", ".markdown"].into_iter().find_map(|ending| name.strip_suffix(ending));
        let name = ending.unwrap_or(name).trim_matches('/');
        let last = slug(own_name(name));
        let of = |names: &BTreeMap<String, Vec<&'a str>>| names.get(&last).cloned().unwrap_or_default();
        let mut found = of(self.names());
        if found.is_empty() {
            found = of(self.other_names());
        }
        if name.contains('/') {
            // Folders before the name choose among those of the same name.
            let parts = |path: &str| path.split('/').map(slug).collect::<Vec<_>>();
            let typed = parts(name);
            let above = &typed[..typed.len() - 1];
            found.retain(|path| {
                let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
                parts(folders).ends_with(above)
                    || parts(path.rsplit_once('.').map_or(path, |(stem, _)| stem)).ends_with(&typed)
            });
        }
        found
    }

    /// What texts are called beside their names: the days that they are of, and what `aliases` says.
    fn other_names(&self) -> &BTreeMap<String, Vec<&'a str>> {
        self.other_names.get_or_init(|| {
            let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            for (path, entry) in &self.entries {
                let aliases = entry.aliases.iter().map(|(alias, _)| slug(own_name(alias.trim_end_matches('/'))));
                let own: BTreeSet<String> = aliases.chain(entry.date.map(|date| date.to_string())).collect();
                for name in own {
                    names.entry(name).or_default().push(path);
                }
            }
            names
        })
    }

    /// The only file of a name, or of an end of its path, wherever it lies below `content/`.
    pub(super) fn file_called(&self, typed: &str) -> Option<(&'a Arc<str>, &'a String)> {
        let names = self.files_by_name.get_or_init(|| {
            let mut names: BTreeMap<String, Vec<&'a Arc<str>>> = BTreeMap::new();
            for path in self.files.addresses.keys().filter(|path| path.starts_with("content/")) {
                names.entry(same_letters(own_name(path))).or_default().push(path);
            }
            names
        });
        let decoded = url::decode(typed.split('#').next().unwrap_or(typed)).into_owned();
        let typed = same_letters(decoded.trim().trim_start_matches('/'));
        let end = format!("/{typed}");
        let mut found = names.get(own_name(&typed))?.iter().filter(|path| same_letters(path).ends_with(&end));
        let file = found.next()?;
        if found.next().is_some() { None } else { self.files.addresses.get_key_value(&***file) }
    }

    /// A path as the disk has it: the letters of a name may be put together of several, as on a Mac, or be one each.
    pub(super) fn as_on_disk(&self, path: String) -> String {
        if path.is_ascii() || self.is_there(&path) {
            return path;
        }
        let composed = self.composed.get_or_init(|| {
            let paths = self.entries.keys().chain(&self.held).copied().chain(self.files.addresses.keys().map(|f| &**f));
            let paths = paths.chain(self.files.kept.keys().map(|f| &**f)).filter(|path| !path.is_ascii());
            paths.map(|path| (same_letters(path), path)).collect()
        });
        // Capitals count in paths: only the way that letters are put together may differ.
        match composed.get(&same_letters(&path)) {
            Some(known) if nfc(known) == nfc(&path) => (*known).to_owned(),
            _ => path,
        }
    }

    fn is_there(&self, path: &str) -> bool {
        self.entries.contains_key(path)
            || self.held.contains(path)
            || self.files.addresses.contains_key(path)
            || self.files.kept.contains_key(path)
    }
}

/// The address of a place on a text's page: a heading by its words or its id, or what another id names.
fn place_on(address: &str, entry: &Entry, target: &str, place: Option<&str>) -> Found {
    let queried = format!("{address}{}", query(target));
    // `[[Note#Part#Its part]]`: the last one is meant.
    let Some(place) = place.and_then(|place| place.rsplit('#').next()).map(str::trim).filter(|p| !p.is_empty()) else {
        return Ok(if queried.is_empty() { "#".to_owned() } else { queried });
    };
    let typed = url::decode(place).into_owned();
    let ids = ids(entry);
    let words = slug(&typed);
    let headings = &entry.body.headings;
    let by_words = || headings.iter().find(|heading| slug(&heading.text) == words).map(|heading| &heading.id);
    let exact = ids.iter().find(|id| nfc(id) == nfc(&typed));
    if let Some(id) = exact.or_else(by_words).or_else(|| ids.iter().find(|id| **id == words)) {
        return Ok(format!("{queried}#{}", url::encode(id)));
    }
    let message = format!("`{target}` leads to a place that the page does not have: #{typed}");
    let diagnostic = Diagnostic::warning("broken-anchor", message);
    // The page is the right one.
    Err((queried, with_near(diagnostic, nearest(&words, ids.iter().map(String::as_str)), "#")))
}

/// Whether a name in double brackets, as typed, says nothing but itself: `[[name]]`, `[[name|]]`, `![[name|300]]`.
pub(super) fn is_bare(typed: &str) -> bool {
    let Some((_, words)) = typed.trim_end_matches(']').split_once('|') else { return true };
    words.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, 'x' | '|' | '\\'))
}

/// A text with each of its letters as one character where there is one.
pub(super) fn nfc(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}

/// A name as notes compare it: in small letters, each as one character.
fn same_letters(text: &str) -> String {
    nfc(&text.to_lowercase())
}
